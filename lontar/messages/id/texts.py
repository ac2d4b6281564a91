"""Indonesian: the text of articles and pages."""

TEXTS: dict[str, tuple[str, str]] = {
    "markdown-slow": (
        "tulisan ini terlalu rumit untuk diolah",
        "cari deretan tanda [ < * atau tabel raksasa, lalu sederhanakan",
    ),
    "markdown-hopeless": (
        "tulisan ini tidak bisa diolah",
        "cari susunan yang bersarang sangat dalam atau tanda yang rusak, lalu sederhanakan",
    ),
    "html-removed": (
        "HTML <{found}> dibuang dari tulisan",
        "tulis dengan Markdown; untuk foto ![alt](foto.jpg), untuk video [[video: …]]",
    ),
    "link-vague": (
        "tulisan tautan “{found}” tidak menyebut tujuannya",
        "jadikan nama halaman yang dituju sebagai tulisan tautan",
    ),
    "link-scheme": (
        "tautan “{found}:” tidak diizinkan",
        "pakai https://, mailto:, tel:, atau alamat di situs ini",
    ),
    "link-missing": (
        "tautan ke {found} tidak menuju halaman mana pun",
        "periksa alamatnya, atau hapus tautannya; untuk situs lain mulai dengan https://.",
    ),
    "anchor-missing": ("bagian #{found} tidak ada di {url}", "periksa judul bagian yang dituju."),
    "anchor-twice": (
        "ada dua bagian bernama #{found} (baris {first} dan {second})",
        "beri salah satunya nama lain, misalnya {{#nama-lain}}",
    ),
    "anchor-own": (
        "nama #{found} sudah dipakai halaman ini sendiri",
        "beri bagian ini nama lain, misalnya {{#nama-lain}}",
    ),
    "embed-unknown": ("[[{found}]] tidak dikenal", "yang dikenal: produk, galeri, survei, video."),
    "embed-unfinished": (
        "sisipan tidak lengkap: {found}",
        "tulis di baris sendiri, misalnya [[produk: batik-sekar-jati]]",
    ),
    "embed-empty": ("sisipan {found} belum menyebut apa yang disisipkan", "tulis namanya sesudah titik dua"),
    "video-host": ("alamat video ini tidak dikenal: {found}", "pakai alamat dari YouTube atau Vimeo"),
    "gallery-empty": (
        "[[galeri]] dipakai, tetapi photos: kosong",
        "daftarkan fotonya di photos: pada kepala tulisan",
    ),
    "gallery-photo": ("foto {found} tidak ada di photos:", "daftarkan dulu di photos: pada kepala tulisan."),
}
