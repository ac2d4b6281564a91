"""Indonesian: what records say of each other."""

TEXTS: dict[str, tuple[str, str]] = {
    "category-unknown": ("kategori “{found}” tidak dikenal", "pilih salah satu: {allowed}."),
    "article-unknown": (
        "berita “{found}” tidak ada",
        "tulis nama berkas di content/berita/ tanpa .md, atau jalurnya.",
    ),
    "maker-unknown": ("perajin “{found}” tidak ada", "tulis nama berkas di content/perajin/ tanpa .yaml."),
    "survey-unknown": ("survei “{found}” tidak ada", "tulis nama berkas di content/survei/ tanpa .yaml."),
    "product-unknown": ("produk “{found}” tidak ada", "tulis nama berkas di content/produk/ tanpa .yaml."),
    "translation-unknown": (
        "tulisan asal “{found}” tidak ada",
        "tulis nama berkas tulisan asalnya di content/berita/ tanpa .md.",
    ),
    "answers-differ": (
        "survei terjemahan ini tidak menanyakan hal yang sama dengan aslinya",
        "samakan value, score, dan unsur dengan survei asli; yang diterjemahkan hanya teksnya",
    ),
    "survey-twice": ("survei “{found}” disisipkan dua kali", "hapus salah satunya"),
    "collision-own": ("alamat {url} sudah dipakai oleh {other}", "ganti nama berkas ini"),
    "collision-alias": ("alamat lama {url} sudah dipakai oleh {other}", "hapus alamat itu dari aliases:"),
    "@own-page": ("halaman bawaan situs", ""),
    "collision": ("alamat {url} sudah dipakai oleh {other}", "ganti nama salah satu berkas"),
}
