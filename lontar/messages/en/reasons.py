"""English: why a file is made again."""

TEXTS: dict[str, tuple[str, str]] = {
    "why-new": ("new", ""),
    "why-missing": ("its file is gone", ""),
    "why-altered": ("its file was changed by something else", ""),
    "why-template": ("its template changed", ""),
    "why-frame": ("the site's settings, menu or theme changed", ""),
    "why-content": ("its content changed", ""),
}
