"""English: words within other messages."""

TEXTS: dict[str, tuple[str, str]] = {
    "nearest": ("Did you mean “{nearest}”?", ""),
    "@text": ("text", ""),
    "@whole-number": ("a whole number, such as 150000 (no dots, no Rp)", ""),
    "@number": ("a number, such as 12.5", ""),
    "@yes-no": ("true or false", ""),
    "@list": ("a list, one entry a line beginning with -", ""),
    "@mapping": ("a group of fields, each “name: value” on an indented line of its own", ""),
}
