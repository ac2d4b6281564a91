/* Combines the filters of the gallery in its address (?bahan=katun&harga=0-50000). A small table tells which
   products match and where each of them stands in the pages that there are anyway; those are fetched, as many
   as are shown. Without this script every filter is a link to a page of its own. */
const nav = document.querySelector(".filters");
const shelf = document.querySelector(".gallery .shelf");
const state = document.querySelector(".filter-state");
const [status, chips] = state.children;
const links = [...nav.querySelectorAll("a")];
const own = { cards: [...shelf.children], counts: links.map((link) => link.querySelector(".count").textContent) };
const home = nav.dataset.gallery;
const lists = new Map();
let table, turn = 0;

const more = document.createElement("button");
Object.assign(more, { type: "button", className: "button more", hidden: true });
more.textContent = shelf.dataset.more;
shelf.after(more);

const get = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return answer.text();
};

const data = () => (table ||= get(nav.dataset.source).then(JSON.parse).catch((error) => { table = null; throw error; }));

const linkOf = (facet, value) => links.find((link) => link.dataset.facet === facet && link.dataset.value === value);

/* The chosen values that there are, in the order of the facets. */
const chosen = () => {
  const query = new URLSearchParams(location.search);
  return [...new Set(links.map((link) => link.dataset.facet))]
    .map((facet) => [facet, query.get(facet)])
    .filter(([facet, value]) => value && linkOf(facet, value));
};

const addressOf = (choices) => {
  const query = new URLSearchParams(choices).toString();
  return query ? `${home}?${query}` : home;
};

const has = (facets, row, [facet, value]) => row[facets.indexOf(facet)].includes(value);

/* The nth card of a list, on the page where it stands. */
const cardOf = async ({ size, numbered }, list, place) => {
  const page = Math.floor(place / size) + 1;
  const url = page > 1 ? list + numbered.replace("{n}", page) : list;
  if (!lists.has(url)) {
    lists.set(url, get(url).then((html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".gallery .piece")]));
    lists.get(url).catch(() => lists.delete(url));
  }
  const card = (await lists.get(url))[place % size]?.cloneNode(true);
  card?.querySelector("img")?.removeAttribute("fetchpriority");
  return card;
};

const chip = (label, choices, name) => {
  const link = document.createElement("a");
  link.href = addressOf(choices);
  link.textContent = label;
  if (name) link.setAttribute("aria-label", name);
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
};

const labelOf = (link) => link.firstChild.textContent.trim();

const mark = (choices, known) => {
  links.forEach((link, at) => {
    const { facet, value } = link.dataset;
    const current = choices.find(([name]) => name === facet);
    if (value ? current?.[1] === value : !current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    const others = choices.filter(([name]) => name !== facet);
    link.querySelector(".count").textContent = choices.length
      ? known.products.filter((row) => (value ? [...others, [facet, value]] : others).every((choice) => has(known.facets, row, choice))).length
      : own.counts[at];
  });
  chips.replaceChildren(...choices.map(([facet, value]) => {
    const label = labelOf(linkOf(facet, value));
    return chip(label, choices.filter(([name]) => name !== facet), chips.dataset.drop.replace("{name}", label));
  }), chip(chips.dataset.all, []));
};

const show = async () => {
  const mine = ++turn;
  const choices = chosen();
  const pager = document.querySelector(".pager");
  if (pager) pager.hidden = choices.length > 0;
  if (!choices.length) {
    mark(choices);
    more.hidden = state.hidden = true;
    status.textContent = "";
    shelf.replaceChildren(...own.cards);
    shelf.removeAttribute("aria-busy");
    return;
  }
  shelf.setAttribute("aria-busy", "true");
  const known = await data();
  const matches = known.products.filter((row) => choices.every((choice) => has(known.facets, row, choice)));
  // the shortest of the chosen lists holds all of them on the fewest pages
  const [base] = choices
    .map((choice) => ({ url: linkOf(...choice).href, rows: known.products.filter((row) => has(known.facets, row, choice)) }))
    .sort((one, other) => one.rows.length - other.rows.length);
  const place = new Map(base.rows.map((row, at) => [row, at]));
  const cards = (from) => Promise.all(matches.slice(from, from + known.size).map((row) => cardOf(known, base.url, place.get(row))));
  const count = () => {
    more.hidden = shelf.children.length >= matches.length;
    const { all, count: some, none } = status.dataset;
    status.textContent = !matches.length ? none : more.hidden
      ? all.replace("{n}", matches.length)
      : some.replace("{n}", shelf.children.length).replace("{total}", matches.length);
  };
  const first = await cards(0);
  if (mine !== turn) return;
  mark(choices, known);
  state.hidden = false;
  shelf.replaceChildren(...first.filter(Boolean));
  shelf.removeAttribute("aria-busy");
  count();
  more.onclick = async () => {
    const from = shelf.children.length;
    shelf.append(...(await cards(from)).filter(Boolean));
    count();
    shelf.children[from]?.querySelector("a").focus();
  };
};

/* Where something cannot be fetched, the reader is taken to a page that is there. */
const safely = (fallback) => show().catch(() => { location.href = fallback; });

const choose = (event) => {
  const link = event.target.closest("a");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  let address = link.href;
  if (link.dataset.facet) {
    const { facet, value } = link.dataset;
    const before = chosen();
    const same = before.some(([name, one]) => name === facet && one === value);
    const choices = before.filter(([name]) => name !== facet);
    address = addressOf(value && !same ? [...choices, [facet, value]] : choices);
  }
  history.pushState(null, "", address);
  const isChip = state.contains(link);
  safely(link.href);
  if (isChip) (linkOf("kategori", "") || links[0]).focus();
};

if (location.pathname === home) {
  for (const way of ["pointerenter", "focusin"]) nav.addEventListener(way, () => data().catch(() => {}), { once: true });
  nav.addEventListener("click", choose);
  state.addEventListener("click", choose);
  addEventListener("popstate", () => safely(home));
  if (chosen().length) safely(home);
} else {
  // a page of one value: from here on, further filters are combined with it on the page of all
  const [current] = links.filter((link) => link.dataset.value && link.getAttribute("aria-current"));
  for (const link of current ? links : []) {
    const { facet, value } = link.dataset;
    if (value && facet !== current.dataset.facet) link.href = addressOf([[current.dataset.facet, current.dataset.value], [facet, value]]);
  }
}
