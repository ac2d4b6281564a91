"""Indonesian: files and folders."""

TEXTS: dict[str, tuple[str, str]] = {
    "content-missing": (
        "folder content/ tidak ada",
        "buat folder content/ berisi berita/, produk/, perajin/, halaman/",
    ),
    "folders-too-deep": (
        "folder bersarang lebih dari {limit} tingkat",
        "pindahkan isinya ke tingkat yang lebih atas",
    ),
    "not-a-file": ("ini bukan berkas biasa", "hapus, atau ganti dengan berkas biasa"),
    "file-misplaced": (
        "berkas {found} tidak berada di folder isi mana pun",
        "pindahkan ke berita/, produk/, perajin/, agenda/, halaman/, atau survei/",
    ),
    "wrong-suffix": (
        "berkas {found} tidak dipakai di {folder}",
        "di folder ini tulis berkas {allowed}, atau pindahkan berkasnya",
    ),
    "link-dangling": (
        "tautan simbolis ini menunjuk ke berkas yang tidak ada",
        "hapus, atau salin berkas aslinya ke sini",
    ),
    "link-outside": (
        "tautan simbolis ini keluar dari folder situs",
        "salin berkas aslinya ke sini; isi dari luar tidak diterbitkan",
    ),
    "link-to-folder": ("tautan simbolis ini menunjuk ke folder", "salin isinya ke folder biasa"),
    "folder-unknown": ("folder “{found}” tidak dikenal", "folder di content/ yang dikenal: {allowed}."),
    "file-unreadable": ("berkas tidak bisa dibaca ({reason})", "periksa izin berkas, lalu coba lagi"),
    "file-too-large": (
        "berkas {found} KB terlalu besar",
        "paling besar {limit} KB; bagi menjadi beberapa tulisan",
    ),
    "encoding": (
        "berkas bukan teks UTF-8 (ditemukan {found})",
        "simpan ulang dengan pengodean UTF-8 di penyunting teks Anda",
    ),
    "character-hidden": (
        "ada karakter tak terlihat {found}",
        "hapus karakter itu; biasanya terbawa saat menyalin dari tempat lain",
    ),
    "slug": (
        "nama berkas “{found}” tidak bisa menjadi alamat halaman",
        "pakai huruf kecil, angka, dan tanda hubung, paling panjang {limit} huruf; misalnya “{suggestion}”",
    ),
    "language": ("bahasa “{found}” tidak dikenal", "yang dikenal: {allowed}"),
}
