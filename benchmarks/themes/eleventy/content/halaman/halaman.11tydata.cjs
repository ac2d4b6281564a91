module.exports = { layout: "page.njk", permalink: data => `/${data.page.fileSlug}/` };
