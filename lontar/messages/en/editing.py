"""English: new files, and advice on what is valid but could be better."""

TEXTS: dict[str, tuple[str, str]] = {
    "settings-not-plain": (
        "this file is not plain JSON",
        "remove its comments, or remove the file, and run again",
    ),
    "name-taken": (
        "the address {url} belongs to this file",
        "use another title, or add --slug {suggestion}",
    ),
    "name-own": (
        "the address {url} belongs to a page of the site's own",
        "use another title, or add --slug {suggestion}",
    ),
    "translate-what": (
        "there is no file of content by this name to be translated",
        "name an original in content/, such as content/produk/x.yaml.",
    ),
    "translated-already": ("its translation is already here", "open this file and go on"),
    "title-nameless": (
        "the title “{found}” makes no file name",
        "add --slug with lower-case letters, digits and hyphens, such as --slug school-visit",
    ),
    "maker-needed": ("there is no maker yet", 'make one first: python build.py new maker "Name"'),
    "category-needed": ("there is no category of {group} yet", "add one below categories: {group}:"),
    "photos-too-many": (
        "a maker has one photo, not {found}",
        "choose one; others can stand in the story",
    ),
    "alt-useless": (
        "the alternative text of photo {file} explains nothing: “{found}”",
        "write one sentence about what can be seen in the photo",
    ),
    "photo-small": (
        "photo {file} is only {found} pixels wide",
        "use a photo at least {limit} pixels wide, so that it is not blurred",
    ),
    "photo-heavy": (
        "this photo has {found} MB",
        "make it smaller than {limit} MB, so that it is easy to send and to keep",
    ),
    "photo-unused": ("nothing refers to this photo", "use it in a text, or delete the file"),
    "title-long": (
        "a title of {found} characters is too long",
        "shorten it to {limit}, so that Google and WhatsApp do not cut it",
    ),
    "summary-long": (
        "a summary of {found} characters is too long",
        "shorten it to {limit}, so that Google and WhatsApp do not cut it",
    ),
    "tag-twin": (
        "the tag “{found}” is like “{other}”, which is used {count} times",
        "if they mean the same, write “{other}”",
    ),
    "product-unlisted": (
        "without {field} this product is not in the catalogues for Google and Meta",
        "add {field}:, or turn the check catalogue off in site_config.yaml",
    ),
    "date-far": ("the field “{field}” is far in the future: {found}", "check the year"),
}
