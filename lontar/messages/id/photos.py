"""Indonesian: photos and other media."""

TEXTS: dict[str, tuple[str, str]] = {
    "photo-missing": ("foto {file} tidak ada", "periksa ejaan dan foldernya, atau unggah fotonya."),
    "photo-format": (
        "foto {file} berjenis {found}, yang tidak diterbitkan",
        "simpan sebagai JPEG, PNG, WebP, AVIF, atau TIFF",
    ),
    "alt-missing": (
        "foto {file} belum punya teks alternatif",
        "tambahkan alt: satu kalimat tentang apa yang tampak",
    ),
    "path-outside": (
        "“{found}” keluar dari folder content/",
        "pakai jalur di dalam content/, misalnya /media/foto.jpg",
    ),
    "image-empty": ("berkas foto ini kosong", "unggah ulang fotonya"),
    "image-format": (
        "isi berkas {found} ini bukan foto yang dikenal",
        "simpan sebagai JPEG, PNG, WebP, AVIF, atau TIFF",
    ),
    "image-too-heavy": ("foto {found} MB terlalu berat", "perkecil sampai paling besar {limit} MB"),
    "image-too-large": (
        "foto {width}×{height} piksel terlalu besar",
        "perkecil sampai paling banyak {limit} juta piksel",
    ),
    "image-too-narrow": (
        "foto {width}×{height} piksel terlalu pipih: sisi panjangnya lebih dari {limit} kali sisi pendeknya",
        "potong fotonya, atau bagi menjadi beberapa foto",
    ),
    "photo-changed": ("foto berubah sewaktu situs dibuat", "jalankan sekali lagi"),
    "image-damaged": (
        "foto rusak atau terpotong ({reason})",
        "buka dan simpan ulang fotonya, lalu unggah lagi",
    ),
    "image-external": (
        "gambar dari situs lain: {found}",
        "simpan gambarnya ke content/media/ (bila boleh), lalu tulis /media/nama.jpg",
    ),
    "image-nameless": ("gambar tanpa nama berkas", "tulis ![teks alternatif](/media/foto.jpg)"),
}
