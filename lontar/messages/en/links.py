"""English: what records say of each other."""

TEXTS: dict[str, tuple[str, str]] = {
    "category-unknown": ("category “{found}” is not known", "choose one of: {allowed}."),
    "article-unknown": (
        "article “{found}” does not exist",
        "write the name of a file in content/berita/ without .md, or its path.",
    ),
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
    "translation-unknown": (
        "there is no original “{found}”",
        "write the name of the original's file in content/berita/ without .md.",
    ),
    "answers-differ": (
        "this translated survey does not ask for what its original does",
        "use the value, score and unsur of the original; only texts are translated",
    ),
    "survey-twice": ("survey “{found}” is embedded twice", "remove one of them"),
    "collision-own": ("the address {url} is already taken by {other}", "rename this file"),
    "collision-alias": ("the old address {url} is already taken by {other}", "remove it from aliases:"),
    "@own-page": ("a page of the site's own", ""),
    "collision": ("the address {url} is already taken by {other}", "rename one of the files"),
}
