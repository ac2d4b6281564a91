"""English: files and folders."""

TEXTS: dict[str, tuple[str, str]] = {
    "content-missing": (
        "there is no folder content/",
        "make content/ with berita/, produk/, perajin/, halaman/ in it",
    ),
    "folders-too-deep": ("folders nest more than {limit} levels deep", "move the contents further up"),
    "not-a-file": ("this is not a plain file", "remove it, or put a plain file in its place"),
    "file-misplaced": (
        "the file {found} is in no folder of content",
        "move it to berita/, produk/, perajin/, agenda/, halaman/ or survei/",
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
}
