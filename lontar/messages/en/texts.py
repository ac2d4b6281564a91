"""English: the text of articles and pages."""

TEXTS: dict[str, tuple[str, str]] = {
    "markdown-slow": (
        "this text takes too long to convert",
        "look for runs of [ < * or a giant table, and simplify",
    ),
    "markdown-hopeless": (
        "this text cannot be converted",
        "look for very deep nesting or broken marks, and simplify",
    ),
    "html-removed": (
        "HTML <{found}> was taken out of the text",
        "write Markdown; a photo is ![alt](photo.jpg), a video [[video: …]]",
    ),
    "link-vague": (
        "the link text “{found}” does not say where it leads",
        "make the name of that page the text of the link",
    ),
    "link-scheme": (
        "links with “{found}:” are not allowed",
        "use https://, mailto:, tel:, or an address on this site",
    ),
    "link-missing": (
        "the link to {found} leads to no page",
        "check the address, or remove the link; other sites begin with https://.",
    ),
    "anchor-missing": ("there is no section #{found} on {url}", "check the heading it shall lead to."),
    "anchor-twice": (
        "there are two sections named #{found} (lines {first} and {second})",
        "give one of them another name, such as {{#other-name}}",
    ),
    "anchor-own": (
        "the name #{found} is the page's own",
        "give this section another name, such as {{#other-name}}",
    ),
    "embed-unknown": ("[[{found}]] is not known", "known ones: produk, galeri, survei, video."),
    "embed-unfinished": (
        "an unfinished embed: {found}",
        "write it alone on a line, such as [[produk: batik-sekar-jati]]",
    ),
    "embed-empty": ("the {found} embed does not say what to embed", "write its name after the colon"),
    "video-host": ("this video address is not known: {found}", "use an address from YouTube or Vimeo"),
    "gallery-empty": (
        "[[galeri]] is used but photos: is empty",
        "list the photos under photos: in the front matter",
    ),
    "gallery-photo": (
        "photo {found} is not listed under photos:",
        "list it under photos: in the front matter first.",
    ),
}
