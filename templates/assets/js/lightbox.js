/* Shows the photos of a page large, one beside the other in a strip that is swiped by scrolling and pinched
   by the browser's own zoom. Each has an address (#foto-3), so that the back button closes the lightbox.
   Without this script that address leads to the photo in its place, which is a plain link to its largest file. */
const dialog = document.querySelector("dialog.lightbox");
const links = [...document.querySelectorAll("main a.zoom")];
const [strip, count, close, previous, next] = dialog.children;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const slides = [];
let current = -1, opened = -1, settling = 0;

const asked = () => {
  const number = Number((/^#foto-(\d+)$/.exec(location.hash) || [])[1]);
  return number <= links.length ? number - 1 : -1;
};

const fill = () => {
  for (const link of links) {
    const slide = document.createElement("figure");
    const picture = link.querySelector("picture").cloneNode(true);
    const caption = link.parentElement.querySelector("figcaption");
    slide.append(picture, ...(caption ? [caption.cloneNode(true)] : []));
    slides.push(slide);
  }
  strip.append(...slides);
};

const widen = (slide, sizes) => {
  // AVIF goes no wider than a phone, and here a picture is looked at closely
  slide.querySelector("source[type='image/avif']")?.remove();
  for (const part of slide.querySelectorAll("source, img")) part.sizes = sizes;
};

// first the file that the page has already, then one that fills the screen
const load = (slide) => {
  const image = slide.querySelector("img");
  if (slide.dataset.large) return;
  slide.dataset.large = "yes";
  image.loading = "eager";
  image.decode().catch(() => {}).then(() => widen(slide, "100vw"));
};

const mark = (number) => {
  current = number;
  slides.forEach((slide, at) => { slide.inert = at !== number; });
  slides.slice(Math.max(number - 1, 0), number + 2).forEach(load);
  count.textContent = count.dataset.text.replace("{n}", number + 1).replace("{total}", links.length);
  // not disabled: the button that was just pressed keeps the focus
  previous.setAttribute("aria-disabled", number === 0);
  next.setAttribute("aria-disabled", number === links.length - 1);
};

const place = (behavior) => strip.scrollTo({ left: current * strip.clientWidth, behavior });

const go = (number) => {
  if (number < 0 || number >= links.length || number === current) return;
  mark(number);
  history.replaceState(null, "", `#foto-${number + 1}`);
  place(calm.matches ? "instant" : "smooth");
};

const open = (number) => {
  if (!slides.length) fill();
  dialog.showModal();
  opened = number;
  mark(number);
  place("instant");
  if (calm.matches) return;
  const image = slides[number].querySelector("img");
  const from = links[number].getBoundingClientRect(), to = image.getBoundingClientRect();
  const width = Math.min(to.width, to.height * image.getAttribute("width") / image.getAttribute("height"));
  const right = from.x + from.width / 2 - to.x - to.width / 2, down = from.y + from.height / 2 - to.y - to.height / 2;
  image.animate(
    { transform: [`translate(${right}px, ${down}px) scale(${from.width / width})`, "none"] },
    { duration: 240, easing: "ease-out" },
  );
};

// the way back leads to the photo that was seen last, not to where the page was scrolled before
const enter = (hash) => {
  history.scrollRestoration = "manual";
  history.pushState(null, "", hash);
};

const follow = () => {
  const number = asked();
  if (number < 0) dialog.close();
  else if (!dialog.open) open(number);
  else go(number);
};

if (links.length) {
  dialog.classList.toggle("lightbox-one", links.length === 1);
  links.forEach((link, number) => link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    enter(`#foto-${number + 1}`);
    open(number);
  }));
  close.addEventListener("click", () => dialog.close());
  previous.addEventListener("click", () => go(current - 1));
  next.addEventListener("click", () => go(current + 1));
  addEventListener("keydown", (event) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: links.length - 1 }[event.key];
    if (!dialog.open || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  });
  dialog.addEventListener("close", () => {
    // the browser has given the focus back by now, and a quick reader may have moved it on
    if ([document.body, links[opened]].includes(document.activeElement)) links[current].focus();
    if (asked() >= 0) history.back();
  });
  strip.addEventListener("scroll", () => {
    clearTimeout(settling);
    settling = setTimeout(() => dialog.open && go(Math.round(strip.scrollLeft / strip.clientWidth)), 120);
  });
  addEventListener("resize", () => dialog.open && place("instant"));
  visualViewport?.addEventListener("resize", () => {
    if (dialog.open && visualViewport.scale > 1.4) widen(slides[current], "300vw");
  });
  addEventListener("popstate", follow);
  addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
  if (asked() >= 0) {
    // an entry of the page itself below it, for the way back
    const hash = location.hash;
    history.replaceState(null, "", location.pathname + location.search);
    enter(hash);
    follow();
  }
}
