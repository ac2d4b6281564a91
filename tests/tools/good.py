"""A tiny site without a fault, for tests that show what a checker says once one is put in."""

from __future__ import annotations

from pathlib import Path

ORIGIN = "https://contoh.example"

PAGE = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Contoh</title>
<link rel="canonical" href="{origin}{url}">
</head>
<body>
<main>
<h1 id="judul">{title}</h1>
{body}
</main>
</body>
</html>
"""

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://contoh.example/</loc><lastmod>2026-11-24</lastmod>
<image:image><image:loc>https://contoh.example/a.jpg</image:loc></image:image>
<news:news><news:publication><news:name>Contoh</news:name><news:language>id</news:language></news:publication>
<news:publication_date>2026-11-24T09:00:00+07:00</news:publication_date><news:title>Judul</news:title></news:news>
</url></urlset>
"""

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id>https://contoh.example/</id><title>Contoh</title><updated>2026-11-24T09:00:00+07:00</updated>
<author><name>Redaksi</name></author>
<link rel="self" href="https://contoh.example/feed.xml"/><link href="https://contoh.example/"/>
<entry><id>https://contoh.example/a/</id><title>A</title><updated>2026-11-24T09:00:00+07:00</updated>
<link href="https://contoh.example/a/"/>
<content type="html">&lt;p&gt;&lt;a href="https://contoh.example/b/"&gt;b&lt;/a&gt;&lt;/p&gt;</content></entry>
</feed>
"""


def page(url: str = "/", title: str = "Beranda", body: str = "<p>Isi.</p>") -> str:
    return PAGE.format(origin=ORIGIN, url=url, title=title, body=body)


def write(root: Path, home: str = "", **files: str) -> Path:
    """A home page (its body `home`), an article at /berita/ and `files` by their names."""
    (root / "berita").mkdir(parents=True, exist_ok=True)
    (root / "index.html").write_text(page(body=home or '<p><a href="/berita/#judul">Berita</a></p>'), "utf-8")
    (root / "berita" / "index.html").write_text(page("/berita/", "Berita"), "utf-8")
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
    return root
