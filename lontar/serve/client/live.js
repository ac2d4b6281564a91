/* The preview in the page: shows what changed in its place or, where scripts are concerned, by a reload that
   keeps the reader's place; lays mistakes over the page and marks what is not published yet. `lontar` holds
   words and styles. */
"use strict";
const { words, styles } = lontar;
const { run, version } = document.currentScript.dataset;
const SCROLL = "lontar-scroll";
let shownVersion = Number(version);
let unpublished = {};
let sheet = ""; /* a style sheet that is newer than the pages */
let events = null;
let work = Promise.resolve();

/* --- what the server says --- */

const listen = () => {
  if (events || document.hidden) return;
  events = new EventSource("/.lontar/events");
  events.onmessage = (event) => take(JSON.parse(event.data));
};

const hush = () => {
  events?.close();
  events = null;
};

/* A browser opens six connections to a host at most: only pages in view hold one. */
document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
addEventListener("pagehide", hush);
addEventListener("pageshow", listen);

const take = (state) => {
  const waits = shownVersion < 0 && (state.building || state.mistakes.length || state.failure);
  if (!waits && (state.run !== run || shownVersion < 0)) return reload();
  ({ unpublished, sheet } = state);
  if (sheet) swapStyles(sheetsOf(document));
  if (!waits && shownVersion < state.version) {
    shownVersion = state.version;
    work = work.then(refresh).catch(reload);
  }
  showMistakes(state);
  showUnpublished();
};

/* --- what changed, in its place --- */

/* The page as it came, before its own scripts ran, and the node on screen for each of its nodes. */
let served = document.documentElement.cloneNode(true);
const screen = new WeakMap();

const pair = (copy, shown) => {
  screen.set(copy, shown);
  copy.childNodes.forEach((child, place) => pair(child, shown.childNodes[place]));
};
pair(served.querySelector("body"), document.body);

const carry = (old, fresh) => {
  screen.set(fresh, screen.get(old));
  fresh.childNodes.forEach((child, place) => carry(old.childNodes[place], child));
};

const sameTag = (old, fresh) =>
  old.nodeType === Node.ELEMENT_NODE && old.cloneNode().isEqualNode(fresh.cloneNode())
  && old.childNodes.length === fresh.childNodes.length;

/* Replace the smallest parts that differ. False: a script is among them, which only a reload would run. */
const patch = (old, fresh) => {
  if (old.isEqualNode(fresh)) {
    carry(old, fresh);
    return true;
  }
  const shown = screen.get(old);
  if (sameTag(old, fresh)) {
    screen.set(fresh, shown);
    return [...fresh.childNodes].every((child, place) => patch(old.childNodes[place], child));
  }
  const scripts = [old, fresh].some((one) => one.nodeName === "SCRIPT" || one.querySelector?.("script"));
  if (scripts || !shown.isConnected) return false;
  const made = document.importNode(fresh, true);
  shown.replaceWith(made);
  pair(fresh, made);
  return true;
};

const headScripts = (page) =>
  [...page.querySelectorAll("head script[src]:not([data-run])")].map((one) => one.outerHTML).join();

const refresh = async () => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return reload();
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").documentElement;
  if (headScripts(served) !== headScripts(fresh)) return reload();
  swapStyles(sheetsOf(fresh));
  if (!patch(served.querySelector("body"), fresh.querySelector("body"))) return reload();
  document.title = fresh.querySelector("title")?.textContent ?? "";
  served = fresh;
  showUnpublished();
};

const sheetsOf = (page) =>
  [...page.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute("href"));

/* "/aset/css/site.0a1b2c3d.css": the same sheet whatever its digest. */
const withoutDigest = (href) => href.replace(/\.[0-9a-f]{8}\.css$/, "");

/* The links to style sheets become those to `hrefs`, or to what is newer than the pages; an old one stays until
   the new one is there. */
const swapStyles = (hrefs) => {
  const wanted = hrefs.map((href) => (sheet && withoutDigest(href) === withoutDigest(sheet) ? sheet : href));
  const present = [...document.querySelectorAll('link[rel="stylesheet"]')];
  const old = present.filter((link) => !wanted.includes(link.getAttribute("href")));
  const fresh = wanted.filter((href) => present.every((link) => link.getAttribute("href") !== href));
  const clear = () => old.forEach((one) => one.remove());
  for (const href of fresh) {
    const link = make("link", { rel: "stylesheet", href });
    link.addEventListener("load", clear, { once: true });
    (old.at(-1) ?? document.head.lastElementChild).after(link);
  }
  if (!fresh.length) clear();
};

/* --- or the whole page, in the same place --- */

const reload = () => {
  hush();
  try {
    sessionStorage.setItem(SCROLL, JSON.stringify([location.href, scrollX, scrollY]));
  } catch { /* private mode: the browser's own memory must do */ }
  location.reload();
};

const restoreScroll = () => {
  let saved = null;
  try {
    saved = JSON.parse(sessionStorage.getItem(SCROLL));
    sessionStorage.removeItem(SCROLL);
  } catch { /* nothing kept */ }
  if (!saved || saved[0] !== location.href) return;
  const go = () => scrollTo({ left: saved[1], top: saved[2], behavior: "instant" });
  go();
  if (document.readyState !== "complete") addEventListener("load", go, { once: true });
};

/* --- over the page: a root of its own, which the site's styles do not reach --- */

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const own = new CSSStyleSheet();
own.replaceSync(styles);
const host = make("div", { id: "lontar-preview", lang: words.lang });
const layer = host.attachShadow({ mode: "open" });
layer.adoptedStyleSheets = [own];
document.documentElement.append(host);

let told = "";
let before = null;

const showMistakes = (state) => {
  const now = JSON.stringify([state.mistakes, state.more, state.failure]);
  if (now === told) return;
  told = now;
  const wasOpen = layer.querySelector(".overlay");
  layer.querySelectorAll(".overlay, .reopen").forEach((one) => one.remove());
  if (state.mistakes.length || state.failure) open(state);
  else if (wasOpen) before?.focus();
};

const open = (state) => {
  layer.querySelector(".reopen")?.remove();
  before = document.activeElement;
  const count = state.mistakes.length + state.more;
  const title = state.failure ? words.failure_title : words.title.replace("{n}", count);
  const close = make("button", { type: "button", class: "close" }, words.hide);
  const overlay = make(
    "section",
    { class: "overlay", role: "alertdialog", "aria-modal": "true", "aria-labelledby": "title",
      "aria-describedby": "about", tabindex: "-1" },
    make("div", { class: "head" }, make("h2", { id: "title" }, title), close),
    make("p", { id: "about" }, state.failure ? words.failure_about : words.about),
  );
  if (state.failure) overlay.append(make("p", { class: "failure" }, state.failure));
  for (const mistake of state.mistakes) overlay.append(card(mistake));
  if (state.more) overlay.append(make("p", {}, words.more.replace("{n}", state.more)));
  const hide = () => {
    overlay.remove();
    const reopen = make("button", { type: "button", class: "reopen" }, title);
    reopen.addEventListener("click", () => open(state));
    layer.append(reopen);
    before?.focus();
  };
  close.addEventListener("click", hide);
  overlay.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.key === "Tab") {  // the button is all there is to reach
      event.preventDefault();
      close.focus();
    }
  });
  layer.append(overlay);
  overlay.focus();
};

const card = (mistake) => {
  const article = make("article", {}, make("h3", {}, mistake.place), make("p", { class: "message" }, mistake.message));
  if (mistake.excerpt.length) {
    const lines = mistake.excerpt.map(([number, text]) => make(
      "span", { class: number === mistake.line ? "line wrong" : "line" },
      make("span", { class: "number" }, String(number)), `${text}\n`,
    ));
    article.append(make("pre", {}, ...lines));
  }
  if (mistake.hint) article.append(make("p", { class: "hint" }, make("b", {}, words.remedy), ` ${mistake.hint}`));
  return article;
};

/* --- drafts and what is scheduled --- */

const PILL = "display:inline-block;margin-inline-start:.4em;padding:.1em .5em;border-radius:1em;"
  + "background:#7a2e12;color:#fff;font:600 .75rem/1.4 system-ui,sans-serif;vertical-align:middle";

const showUnpublished = () => {
  layer.querySelector(".badge")?.remove();
  document.querySelectorAll("[data-lontar-badge]").forEach((one) => one.remove());
  const here = unpublished[location.pathname];
  if (here) layer.append(make("p", { class: "badge", role: "status" }, here));
  for (const link of document.querySelectorAll("main a[href]")) {
    const label = link.origin === location.origin && unpublished[link.pathname];
    if (!label || link.pathname === location.pathname || !link.textContent.trim()) continue;
    const pill = make("span", { "data-lontar-badge": "", title: label }, label.split(":")[0]);
    pill.style.cssText = PILL;
    link.append(pill);
  }
};

restoreScroll();
listen();
