/* Search as you type, over the index that Pagefind makes of the finished pages (pagefind.app/docs/api).
   Without this script, or without the index, the page leads into the archives. All words come from data-*. */
const PAGE = 8;
const box = document.querySelector("[data-search]");
const words = box.dataset;
const [form, status, list, more] = [".search-form", ".search-status", ".search-results", ".search-more"]
  .map((name) => box.querySelector(name));
const [field, kinds, category] = [form.q, form.querySelector("fieldset"), form.kategori];
const archives = document.querySelector(".search-archives");
let engine, found = [], shown = 0, turn = 0;

const load = () => engine ??= import(words.index).then(async (code) => {
  await code.options({ excerptLength: 22, noWorker: true }); // a worker is one more trip, for no gain here
  await code.init();
  const offered = code.filters().then(offer);
  if (/[?&](jenis|kategori)=/.test(location.search)) await offered;
  return code;
});

const kind = () => form.querySelector("[name=jenis]:checked")?.value ?? "";

const offer = (filters) => {
  const asked = new URLSearchParams(location.search);
  const choices = Object.keys(filters.jenis ?? {});
  if (choices.length > 1) {
    for (const value of ["", ...choices]) {
      const label = document.createElement("label");
      const radio = Object.assign(document.createElement("input"), { type: "radio", name: "jenis", value });
      radio.checked = value === (asked.get("jenis") ?? "");
      label.append(radio, document.createElement("span"));
      label.lastChild.textContent = value || category.options[0].textContent;
      kinds.append(label);
    }
    kinds.hidden = false;
  }
  for (const value of Object.keys(filters.kategori ?? {})) category.add(new Option(value, value));
  category.value = asked.get("kategori") ?? "";
  category.parentElement.hidden = category.length < 3;
};

const entry = ({ url, excerpt, meta }) => {
  const item = document.createElement("li");
  const kicker = Object.assign(document.createElement("p"), { className: "kicker", textContent: meta.kicker ?? "" });
  const title = Object.assign(document.createElement("p"), { className: "search-title" });
  const text = Object.assign(document.createElement("p"), { className: "search-excerpt" });
  title.append(Object.assign(document.createElement("a"), { href: url, textContent: meta.title }));
  text.innerHTML = excerpt; // escaped by Pagefind, but for its <mark>
  item.append(kicker, title, text);
  return item;
};

const read = async (results) => (await Promise.all(results.map((one) => one.data()))).map(entry);

// Whoever stands in the list stays in it: on the same page where it is found again, else on the first.
const replace = (items) => {
  const before = list.contains(document.activeElement) && document.activeElement.href;
  list.replaceChildren(...items);
  const links = [...list.querySelectorAll("a")];
  if (before) (links.find((link) => link.href === before) ?? links[0] ?? field).focus();
};

const showMore = async () => {
  const next = await read(found.slice(shown, shown + PAGE));
  list.append(...next);
  shown += next.length;
  more.hidden = shown >= found.length;
  next[0]?.querySelector("a").focus();
};

const search = async () => {
  const mine = ++turn;
  const text = field.value.trim();
  const filters = { ...(kind() && { jenis: kind() }), ...(category.value && { kategori: category.value }) };
  const query = new URLSearchParams({ ...(text && { q: text }), ...filters });
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  const isAsked = query.size > 0;
  list.ariaBusy = isAsked;
  archives.hidden = false;
  if (!isAsked) {
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    return;
  }
  if (!list.children.length) status.textContent = words.wait;
  try {
    const code = await load();
    const made = await code.debouncedSearch(text || null, { filters }, 120);
    const first = made && await read(made.results.slice(0, PAGE));
    if (!first || mine !== turn) return; // asked again meanwhile
    [found, shown] = [made.results, first.length];
    replace(first);
    list.ariaBusy = false;
    const n = found.length;
    more.hidden = shown >= n;
    status.textContent = (n ? n === 1 ? words.one : words.found : words.none).replace("{n}", n).replace("{q}", text);
    archives.hidden = n > 0;
  } catch {
    engine = undefined;
    list.ariaBusy = false;
    status.textContent = words.failed;
  }
};

form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
form.addEventListener("input", search);
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
more.addEventListener("click", showMore);
document.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const isHere = at >= 0 || document.activeElement === field;
  if (event.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) field.focus();
  else if (event.key === "ArrowDown" && isHere && links[at + 1]) links[at + 1].focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
  else return;
  event.preventDefault();
});

// The engine weighs more than the page: fetched once that is loaded and seen, or at once when words are asked for.
const fetchAhead = () => {
  const hints = [{ rel: "modulepreload", href: words.index }, { rel: "preload", as: "fetch", href: words.engine }];
  document.head.append(...hints.map((hint) => Object.assign(document.createElement("link"), hint, { crossOrigin: "" })));
};

const asked = new URLSearchParams(location.search);
field.value = asked.get("q") ?? "";
if (asked.size) {
  fetchAhead();
  load().then(search, search);
} else addEventListener("load", () => {
  const seen = new PerformanceObserver(() => { seen.disconnect(); fetchAhead(); });
  seen.observe({ type: "paint", buffered: true });
});
