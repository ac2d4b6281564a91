module.exports = { layout: "maker.njk", permalink: data => `/perajin/${data.page.fileSlug}/` };
