"""Indonesian: how YAML is written."""

TEXTS: dict[str, tuple[str, str]] = {
    "front-matter-missing": (
        "tidak ada kepala tulisan",
        "mulai berkas dengan baris ---, lalu title:, date:, category:, lalu baris --- lagi",
    ),
    "front-matter-open": (
        "kepala tulisan tidak ditutup",
        "tambahkan baris --- setelah isian terakhir, sebelum isi tulisan",
    ),
    "yaml-too-large": (
        "isian terlalu panjang",
        "paling besar {limit} KB; pindahkan teks panjang ke isi tulisan",
    ),
    "yaml-not-mapping": (
        "isinya bukan daftar “nama: nilai”",
        "tulis satu isian per baris, misalnya title: Judul",
    ),
    "yaml-syntax": ("susunan YAML tidak terbaca ({found})", "periksa baris ini dan baris di atasnya"),
    "yaml-quote": (
        "tanda kutip dibuka tetapi tidak ditutup dengan benar",
        "tutup dengan tanda kutip yang sama di baris ini",
    ),
    "yaml-quote-inside": (
        "ada tanda kutip di tengah nilai yang diapit tanda kutip",
        'apit seluruh nilainya dengan tanda kutip jenis lain, misalnya "Jum\'at Berkah"',
    ),
    "yaml-quote-bracket": (
        "ada nilai yang diawali tanda kurung lalu masih berlanjut",
        'apit seluruh nilainya dengan tanda kutip: title: "[Video] Kisah kami"',
    ),
    "yaml-escape": (
        "ada garis miring terbalik \\ di dalam tanda kutip ganda",
        "pakai tanda kutip tunggal, atau tulis \\\\",
    ),
    "yaml-bracket": (
        "tanda kurung dibuka tetapi tidak ditutup",
        "tutup dengan ] atau }}, atau tulis satu butir per baris diawali tanda -",
    ),
    "yaml-colon-missing": (
        "baris ini tidak punya titik dua yang diikuti spasi",
        "tulis nama isian, titik dua, spasi, lalu nilainya, misalnya date: 2025-11-26",
    ),
    "yaml-colon": (
        "ada titik dua di dalam nilai, atau titik duanya kurang",
        'apit nilainya dengan tanda kutip: title: "Batik: cerita kita"',
    ),
    "yaml-token": (
        "baris ini memakai karakter yang tidak boleh mengawali nilai (tab, %, @, atau `)",
        "pakai spasi, bukan tab; apit nilainya dengan tanda kutip",
    ),
    "yaml-indent": (
        "jorokan baris ini tidak sejajar",
        "samakan jumlah spasi di awal baris dengan baris sekelompoknya",
    ),
    "yaml-duplicate": ("“{field}” ditulis dua kali (baris {first} dan {second})", "hapus salah satunya"),
    "yaml-alias": ("singkatan YAML {found} tidak dipakai di sini", "tulis nilainya langsung"),
    "yaml-tag": ("tanda {found} tidak dipakai di sini", "hapus tanda itu, tulis nilainya saja"),
    "yaml-two-documents": (
        "ada dua dokumen dalam satu berkas",
        "hapus baris --- yang kedua, atau pisahkan menjadi dua berkas",
    ),
    "yaml-too-deep": ("isian bersarang lebih dari {limit} tingkat", "sederhanakan susunannya"),
    "yaml-complex-key": ("nama isian bukan teks biasa", "tulis “nama: nilai”"),
    "number-too-long": (
        "angkanya lebih dari {limit} digit",
        "periksa angkanya, atau apit dengan tanda kutip bila itu teks",
    ),
}
