"""English: how YAML is written."""

TEXTS: dict[str, tuple[str, str]] = {
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
}
