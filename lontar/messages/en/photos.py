"""English: photos and other media."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "image-too-narrow": (
        "{width}×{height} pixels are too narrow: the long side is more than {limit} times the short one",
        "crop the photo, or divide it into several",
    ),
    "photo-changed": ("the photo changed while the site was being made", "run again"),
    "image-damaged": ("the photo is damaged or cut off ({reason})", "open it, save it again and add it anew"),
    "image-external": (
        "a picture from another site: {found}",
        "save it in content/media/ (if that is allowed) and write /media/name.jpg",
    ),
    "image-nameless": ("a picture without a file name", "write ![alternative text](/media/photo.jpg)"),
}
