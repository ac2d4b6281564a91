"""Indonesian: new files, and advice on what is valid but could be better."""

TEXTS: dict[str, tuple[str, str]] = {
    "settings-not-plain": (
        "berkas ini bukan JSON biasa",
        "hapus komentar di dalamnya, atau hapus berkasnya, lalu jalankan lagi",
    ),
    "name-taken": (
        "alamat {url} sudah dipakai berkas ini",
        "pakai judul lain, atau tambahkan --slug {suggestion}",
    ),
    "name-own": (
        "alamat {url} dipakai halaman bawaan situs",
        "pakai judul lain, atau tambahkan --slug {suggestion}",
    ),
    "translate-what": (
        "tidak ada berkas isi dengan nama ini yang dapat diterjemahkan",
        "sebutkan berkas asli di content/, misalnya content/produk/x.yaml.",
    ),
    "translated-already": ("terjemahannya sudah ada di sini", "buka dan lanjutkan berkas ini"),
    "title-nameless": (
        "judul “{found}” tidak bisa menjadi nama berkas",
        "tambahkan --slug dengan huruf kecil, angka, dan tanda hubung, misalnya --slug kunjungan-sekolah",
    ),
    "maker-needed": ("belum ada perajin", 'buat dulu perajinnya: python build.py new perajin "Namanya"'),
    "category-needed": ("belum ada kategori {group}", "tambahkan di bawah categories: {group}:"),
    "photos-too-many": (
        "perajin hanya punya satu foto, bukan {found}",
        "pilih satu; foto lain bisa masuk ke ceritanya",
    ),
    "alt-useless": (
        "teks alternatif foto {file} tidak menjelaskan apa pun: “{found}”",
        "tulis satu kalimat tentang apa yang tampak di foto",
    ),
    "photo-small": (
        "foto {file} hanya {found} piksel lebarnya",
        "pakai foto yang lebarnya paling sedikit {limit} piksel, supaya tidak kabur",
    ),
    "photo-heavy": (
        "foto ini {found} MB",
        "perkecil sampai di bawah {limit} MB, supaya mudah dikirim dan disimpan",
    ),
    "photo-unused": ("foto ini tidak dipakai di mana pun", "pakai di tulisan, atau hapus berkasnya"),
    "title-long": (
        "judul {found} huruf terlalu panjang",
        "persingkat sampai {limit} huruf, supaya tidak terpotong di Google dan WhatsApp",
    ),
    "summary-long": (
        "ringkasan {found} huruf terlalu panjang",
        "persingkat sampai {limit} huruf, supaya tidak terpotong di Google dan WhatsApp",
    ),
    "tag-twin": (
        "tagar “{found}” mirip dengan “{other}”, yang dipakai {count} kali",
        "bila maksudnya sama, pakai “{other}”",
    ),
    "product-unlisted": (
        "tanpa {field}, produk ini tidak ikut katalog Google dan Meta",
        "tambahkan {field}:, atau matikan pemeriksaan catalogue di site_config.yaml",
    ),
    "date-far": ("isian “{field}” jauh di masa depan: {found}", "periksa tahunnya"),
}
