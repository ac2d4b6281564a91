import { existsSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import Image from "@11ty/eleventy-img";

const RELATED = 4;
const SIZES = "(min-width: 60rem) 50vw, 100vw";
const slug = text => String(text).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const two = number => String(number).padStart(2, "0");
const escape = text => String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** Renditions of every photo, made before the pages. */
async function makeRenditions(folder) {
  const found = new Map();
  if (!existsSync(folder)) return found;
  Image.concurrency = cpus().length;
  await Promise.all(readdirSync(folder).map(async name => {
    found.set(`/media/${name}`, await Image(`${folder}/${name}`, {
      widths: [480, 960, 1600],
      formats: ["webp", "jpeg"],
      sharpWebpOptions: { quality: 75 },
      sharpJpegOptions: { quality: 80 },
      outputDir: "./_site/img/",
      urlPath: "/img/",
    }));
  }));
  return found;
}

function pages(records, key, size) {
  const groups = new Map();
  for (const record of records)
    for (const name of [].concat(record.data[key])) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(record);
    }
  const out = [];
  for (const [name, members] of groups) {
    const total = Math.ceil(members.length / size);
    for (let number = 1; number <= total; number++)
      out.push({ name, slug: slug(name), number, total, count: members.length,
        records: members.slice((number - 1) * size, number * size) });
  }
  return out;
}

/** Neighbours in time, and the newest articles that share a tag. */
function connectArticles(articles) {
  const byTag = new Map();
  for (const article of articles)
    for (const tag of article.data.topics) {
      if (!byTag.has(tag)) byTag.set(tag, []);
      const newest = byTag.get(tag);
      if (newest.length < RELATED) newest.push(article);
    }
  articles.forEach((article, index) => {
    article.data.newer = articles[index - 1];
    article.data.older = articles[index + 1];
    const related = new Set(article.data.topics.flatMap(tag => byTag.get(tag).slice(0, 3)));
    related.delete(article);
    article.data.related = [...related].slice(0, RELATED);
  });
}

/** A maker's works, a work's maker. */
function connectMakers(makers, products) {
  const byKey = new Map(makers.map(maker => [maker.data.key, maker]));
  for (const maker of makers) maker.data.works = [];
  for (const product of products) {
    product.data.madeBy = byKey.get(product.data.maker);
    product.data.madeBy.data.works.push(product);
  }
}

export default function (config) {
  let renditions = new Map();
  config.on("eleventy.before", async () => { renditions = await makeRenditions("media"); });
  config.addShortcode("picture", (url, alt) => {
    const found = renditions.get(url);
    const image = found.jpeg[1] ?? found.jpeg[0];
    const set = format => found[format].map(one => one.srcset).join(", ");
    return `<picture><source type="image/webp" srcset="${set("webp")}" sizes="${SIZES}"><img src="${image.url}" srcset="${set("jpeg")}" sizes="${SIZES}" alt="${escape(alt)}" width="${image.width}" height="${image.height}" loading="lazy"></picture>`;
  });
  config.addFilter("photoUrl", url => { const found = renditions.get(url).jpeg; return (found[1] ?? found[0]).url; });
  config.setQuietMode(true);
  config.addPassthroughCopy("css");
  config.addFilter("slug", slug);
  config.addFilter("day", date => `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`);
  config.addFilter("iso", date => date.toISOString().slice(0, 10));
  config.addFilter("rfc", date => date.toUTCString());
  config.addFilter("rupiah", number => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, "."));
  config.addFilter("first", (list, count) => list.slice(0, count));

  let records = null;
  const gather = api => {
    if (records) return records;
    const sorted = (kind, order) => api.getFilteredByGlob(`content/${kind}/*.md`).sort(order);
    const byTitle = (a, b) => (a.data.title < b.data.title ? -1 : 1);
    records = {
      articles: sorted("berita", (a, b) => b.date - a.date),
      products: sorted("produk", byTitle),
      makers: sorted("perajin", byTitle),
    };
    connectArticles(records.articles);
    connectMakers(records.makers, records.products);
    return records;
  };
  config.on("eleventy.before", () => { records = null; });
  config.addCollection("berita", api => gather(api).articles);
  config.addCollection("produk", api => gather(api).products);
  config.addCollection("perajin", api => gather(api).makers);
  config.addCollection("kategoriPages", api => pages(gather(api).articles, "category", 20));
  config.addCollection("tagPages", api => pages(gather(api).articles, "topics", 20));
  config.addCollection("galeriPages", api => pages(gather(api).products, "craft", 24));
  return {
    dir: { input: ".", includes: "_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
  };
}
