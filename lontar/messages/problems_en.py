"""Problems in English: what is wrong, and what to do."""

TEXTS: dict[str, tuple[str, str]] = {
    "nearest": ("Did you mean “{nearest}”?", ""),
    "@text": ("text", ""),
    "@whole-number": ("a whole number, such as 150000 (no dots, no Rp)", ""),
    "@number": ("a number, such as 12.5", ""),
    "@yes-no": ("true or false", ""),
    "@list": ("a list, one entry a line beginning with -", ""),
    "@mapping": ("a group of fields, each “name: value” on an indented line of its own", ""),
    # files
    "content-missing": (
        "there is no folder content/",
        "make content/ with berita/, produk/, perajin/, halaman/ in it",
    ),
    "folders-too-deep": ("folders nest more than {limit} levels deep", "move the contents further up"),
    "not-a-file": ("this is not a plain file", "remove it, or put a plain file in its place"),
    "file-misplaced": (
        "the file {found} is in no folder of content",
        "move it to berita/, produk/, perajin/, halaman/ or survei/",
    ),
    "wrong-suffix": (
        "{found} files are not used in {folder}",
        "write {allowed} files here, or move this one",
    ),
    "link-dangling": ("this symbolic link points at nothing", "remove it, or copy the real file here"),
    "link-outside": (
        "this symbolic link leads out of the site's folder",
        "copy the real file here; nothing from outside is published",
    ),
    "link-to-folder": ("this symbolic link points at a folder", "copy its contents into a plain folder"),
    "folder-unknown": ("folder “{found}” is not known", "known folders in content/: {allowed}."),
    "file-unreadable": ("the file cannot be read ({reason})", "check its permissions and try again"),
    "file-too-large": ("the file's {found} KB are too many", "at most {limit} KB; split it into several"),
    "encoding": (
        "the file is not UTF-8 text (found {found})",
        "save it again with UTF-8 encoding in your text editor",
    ),
    "character-hidden": (
        "there is an invisible character {found}",
        "delete it; such characters usually come along with copied text",
    ),
    "slug": (
        "the file name “{found}” cannot become a page's address",
        "use lower-case letters, digits and hyphens, at most {limit} in all; for example “{suggestion}”",
    ),
    "language": ("language “{found}” is not known", "known ones: {allowed}"),
    # YAML
    "front-matter-missing": (
        "there is no front matter",
        "begin the file with a line ---, then title:, date:, category:, then --- again",
    ),
    "front-matter-open": (
        "the front matter is not closed",
        "add a line --- after the last field, before the text",
    ),
    "yaml-too-large": ("the fields are too long", "at most {limit} KB; move long text into the body"),
    "yaml-not-mapping": (
        "this is not a list of “name: value”",
        "write one field a line, such as title: A title",
    ),
    "yaml-syntax": ("the YAML cannot be read ({found})", "look at this line and the one above"),
    "yaml-quote": (
        "a quotation mark is opened but not properly closed",
        "close it with the same mark on this line",
    ),
    "yaml-quote-inside": (
        "there is a quotation mark in the middle of a quoted value",
        'put the whole value in marks of the other kind, such as "Jum\'at Berkah"',
    ),
    "yaml-quote-bracket": (
        "a value begins with a bracket and goes on after it",
        'put the whole value in quotation marks: title: "[Video] Our story"',
    ),
    "yaml-escape": (
        "there is a backslash \\ in double quotation marks",
        "use single ones, or write \\\\",
    ),
    "yaml-bracket": (
        "a bracket is opened but not closed",
        "close it with ] or }}, or write one entry a line beginning with -",
    ),
    "yaml-colon-missing": (
        "this line has no colon followed by a space",
        "write the field's name, a colon, a space and the value, such as date: 2025-11-26",
    ),
    "yaml-colon": (
        "there is a colon inside a value, or one is missing",
        'put the value in quotation marks: title: "Batik: our story"',
    ),
    "yaml-token": (
        "this line has a character that cannot begin a value (tab, %, @ or `)",
        "use spaces, not tabs; put the value in quotation marks",
    ),
    "yaml-indent": (
        "this line is not indented like its neighbours",
        "give it as many spaces as the lines of its group",
    ),
    "yaml-duplicate": ("“{field}” is written twice (lines {first} and {second})", "remove one of them"),
    "yaml-alias": ("the YAML shorthand {found} is not used here", "write the value itself"),
    "yaml-tag": ("the tag {found} is not used here", "remove it and write the value alone"),
    "yaml-two-documents": (
        "there are two documents in one file",
        "remove the second ---, or make it two files",
    ),
    "yaml-too-deep": ("fields nest more than {limit} levels deep", "make the structure simpler"),
    "yaml-complex-key": ("a field's name is not plain text", "write “name: value”"),
    "number-too-long": (
        "the number has more than {limit} digits",
        "check it, or put it in quotation marks if it is text",
    ),
    # fields
    "field-missing": ("field “{field}” is missing", "add a line {key}: …"),
    "field-unknown": ("field “{field}” is not known", "known ones: {allowed}."),
    "choice": ("field “{field}” cannot be “{found}”", "choose one of: {allowed}."),
    "type": ("field “{field}” holds “{found}”", "write {expected}"),
    "range": ("field “{field}” is {found}", "it has to be {limit}"),
    "too-long": ("field “{field}” is too long", "at most {limit}"),
    "too-short": ("field “{field}” is too short", "at least {limit}"),
    "one-line": ("field “{field}” has more than one line", "write it on one line"),
    "slug-value": (
        "field “{field}” cannot be “{found}”",
        "use lower-case letters, digits and hyphens, such as batik-jono",
    ),
    "moment": (
        "field “{field}” is no date: “{found}”",
        "write year-month-day as in the calendar, such as 2025-11-26 or 2025-11-26 09:00",
    ),
    "url-path": (
        "field “{field}” is no address on this site: “{found}”",
        "begin with a slash, such as /old-news/",
    ),
    "web-address": (
        "field “{field}” is no web address: “{found}”",
        "write it whole, such as https://example.id",
    ),
    "email": ("field “{field}” is no e-mail address: “{found}”", "write it like name@example.id"),
    "whatsapp": (
        "field “{field}” is no WhatsApp number: “{found}”",
        "write digits only, such as 6281234567890",
    ),
    "instagram": ("field “{field}” is no Instagram name: “{found}”", "write the name alone, without @"),
    "timezone": (
        "time zone “{found}” is not known",
        "use a name like Asia/Jakarta, Asia/Makassar, Asia/Jayapura",
    ),
    "link": ("field “{field}” is no link: “{found}”", "begin with / for this site, or https:// for another"),
    "summary-missing": (
        "there is no summary",
        "add summary: with one or two sentences, at most 160 characters",
    ),
    "times-reversed": ("“{field}” is not after “{other}”", "check both times"),
    "survey-id": ("id “{found}” differs from the file's name", "remove the field id, or write {expected}"),
    "choice-twice": ("choice “{found}” is there twice", "give each choice a value of its own"),
    "tag-nameless": ("tag “{found}” has no letter or digit", "write a plain word, or remove it"),
    # photos
    "photo-missing": ("photo {file} does not exist", "check spelling and folder, or add the photo."),
    "photo-format": (
        "photo {file} is of the kind {found}, which is not published",
        "save it as JPEG, PNG, WebP, AVIF or TIFF",
    ),
    "alt-missing": ("photo {file} has no alternative text", "add alt: one sentence about what can be seen"),
    "path-outside": (
        "“{found}” leads out of content/",
        "use a path inside content/, such as /media/photo.jpg",
    ),
    "image-empty": ("this image file is empty", "add the photo again"),
    "image-format": (
        "this {found} file does not hold a known kind of photo",
        "save it as JPEG, PNG, WebP, AVIF or TIFF",
    ),
    "image-too-heavy": ("the photo's {found} MB are too many", "make it smaller, at most {limit} MB"),
    "image-too-large": (
        "{width}×{height} pixels are too many",
        "make it smaller, at most {limit} million pixels",
    ),
    "image-damaged": ("the photo is damaged or cut off ({reason})", "open it, save it again and add it anew"),
    "image-external": (
        "a picture from another site: {found}",
        "save it in content/media/ (if that is allowed) and write /media/name.jpg",
    ),
    "image-nameless": ("a picture without a file name", "write ![alternative text](/media/photo.jpg)"),
    # text
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
        "there are two sections named #{found}",
        "give one of them another name, such as {{#other-name}}",
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
    # relations
    "category-unknown": ("category “{found}” is not known", "choose one of: {allowed}."),
    "maker-unknown": (
        "maker “{found}” does not exist",
        "write the name of a file in content/perajin/ without .yaml.",
    ),
    "survey-unknown": (
        "survey “{found}” does not exist",
        "write the name of a file in content/survei/ without .yaml.",
    ),
    "product-unknown": (
        "product “{found}” does not exist",
        "write the name of a file in content/produk/ without .yaml.",
    ),
    "survey-twice": ("survey “{found}” is embedded twice", "remove one of them"),
    "collision-own": ("the address {url} is already taken by {other}", "rename this file"),
    "collision-alias": ("the old address {url} is already taken by {other}", "remove it from aliases:"),
    "@own-page": ("a page of the site's own", ""),
    "collision": ("the address {url} is already taken by {other}", "rename one of the files"),
    # configuration, templates, calls
    "config-missing": (
        "there is no site_config.yaml in {folder}",
        "make one, or name the folder with --root",
    ),
    "root-missing": ("this folder does not exist", "check --root"),
    "templates-missing": ("there is no folder of templates", "check --templates"),
    "output-over-sources": (
        "the output folder would overwrite {found}",
        "choose another folder with --output",
    ),
    "results-format": (
        "the survey results are of no known format ({reason})",
        "make them anew with python -m lontar.survey snapshot, or delete the file",
    ),
    "word-missing": ("the word “{key}” is missing", "add it; another language has it"),
    "words-missing": ("there are no words for language “{lang}”", "make templates/words/{lang}.yaml"),
    "word-unknown": ("the engine needs the word “{key}”", "add it to every file in templates/words/"),
    "asset-missing": (
        "the style sheet refers to {found}, which does not exist",
        "check the address in url(…)",
    ),
    "template-syntax": (
        "the template cannot be read: {reason}",
        "check {{% %}} and {{{{ }}}} around this line",
    ),
    "template-missing": ("there is no template {found}", "check the name in extends, include or import"),
    "template-undefined": (
        "the template uses a value that does not exist: {reason}",
        "docs/templates.md lists the values there are",
    ),
    "template-fails": ("the template fails: {reason}", "docs/templates.md tells the shape of its values"),
    "template-dynamic": (
        "an include, extends or import with a computed name",
        "write the name itself in quotation marks",
    ),
    # why a page is made anew
    "why-new": ("new", ""),
    "why-missing": ("its file is gone", ""),
    "why-altered": ("its file was changed by something else", ""),
    "why-template": ("its template changed", ""),
    "why-frame": ("the site's settings, menu or theme changed", ""),
    "why-content": ("its content changed", ""),
}
