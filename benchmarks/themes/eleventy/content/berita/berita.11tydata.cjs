module.exports = { layout: "article.njk", permalink: data => `/berita/${data.page.fileSlug}/` };
