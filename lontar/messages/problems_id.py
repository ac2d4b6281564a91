"""Problems in Indonesian: what is wrong, and what to do."""

TEXTS: dict[str, tuple[str, str]] = {
    "nearest": ("Mungkin maksud Anda “{nearest}”?", ""),
    "@text": ("teks", ""),
    "@whole-number": ("bilangan bulat, misalnya 150000 (tanpa titik dan tanpa Rp)", ""),
    "@number": ("angka, misalnya 12.5 (pakai titik)", ""),
    "@yes-no": ("true (ya) atau false (tidak)", ""),
    "@list": ("daftar, satu butir per baris diawali tanda -", ""),
    "@mapping": ("kelompok isian, masing-masing “nama: nilai” di baris sendiri yang menjorok", ""),
    # berkas
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
        "pindahkan ke berita/, produk/, perajin/, halaman/, atau survei/",
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
    # YAML
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
    # isian
    "field-missing": ("isian “{field}” belum ada", "tambahkan baris {key}: …"),
    "field-unknown": ("isian “{field}” tidak dikenal", "yang dikenal: {allowed}."),
    "choice": ("isian “{field}” tidak boleh “{found}”", "pilih salah satu: {allowed}."),
    "type": ("isian “{field}” berisi “{found}”", "tulis {expected}"),
    "range": ("isian “{field}” bernilai {found}", "nilainya harus {limit}"),
    "too-long": ("isian “{field}” terlalu panjang", "paling banyak {limit}"),
    "too-short": ("isian “{field}” terlalu pendek", "paling sedikit {limit}"),
    "one-line": ("isian “{field}” lebih dari satu baris", "tulis dalam satu baris saja"),
    "slug-value": (
        "isian “{field}” tidak boleh “{found}”",
        "pakai huruf kecil, angka, dan tanda hubung, misalnya batik-jono",
    ),
    "moment": (
        "isian “{field}” bukan tanggal: “{found}”",
        "tulis tahun-bulan-tanggal yang ada di kalender, misalnya 2025-11-26 atau 2025-11-26 09:00",
    ),
    "url-path": (
        "isian “{field}” bukan alamat di situs ini: “{found}”",
        "tulis mulai dengan garis miring, misalnya /kabar-lama/",
    ),
    "web-address": (
        "isian “{field}” bukan alamat web: “{found}”",
        "tulis lengkap dengan https://, misalnya https://contoh.id",
    ),
    "email": ("isian “{field}” bukan alamat surel: “{found}”", "tulis seperti nama@contoh.id"),
    "whatsapp": (
        "isian “{field}” bukan nomor WhatsApp: “{found}”",
        "tulis angkanya saja, misalnya 6281234567890",
    ),
    "instagram": ("isian “{field}” bukan nama Instagram: “{found}”", "tulis namanya saja, tanpa @"),
    "timezone": (
        "zona waktu “{found}” tidak dikenal",
        "pakai nama seperti Asia/Jakarta, Asia/Makassar, Asia/Jayapura",
    ),
    "link": (
        "isian “{field}” bukan tautan: “{found}”",
        "mulai dengan / untuk situs ini, atau https:// untuk situs lain",
    ),
    "summary-missing": (
        "ringkasan belum ditulis",
        "tambahkan summary: satu atau dua kalimat, paling panjang 160 huruf",
    ),
    "times-reversed": ("“{field}” tidak sesudah “{other}”", "periksa kedua waktunya"),
    "survey-id": ("id “{found}” berbeda dari nama berkas", "hapus isian id, atau tulis {expected}"),
    "choice-twice": ("pilihan “{found}” ditulis dua kali", "beri setiap pilihan value yang berbeda"),
    "tag-nameless": ("tagar “{found}” tidak berisi huruf atau angka", "tulis kata biasa, atau hapus"),
    # foto
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
    "image-damaged": (
        "foto rusak atau terpotong ({reason})",
        "buka dan simpan ulang fotonya, lalu unggah lagi",
    ),
    "image-external": (
        "gambar dari situs lain: {found}",
        "simpan gambarnya ke content/media/ (bila boleh), lalu tulis /media/nama.jpg",
    ),
    "image-nameless": ("gambar tanpa nama berkas", "tulis ![teks alternatif](/media/foto.jpg)"),
    # isi tulisan
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
        "ada dua bagian bernama #{found}",
        "beri salah satunya nama lain, misalnya {{#nama-lain}}",
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
    # hubungan
    "category-unknown": ("kategori “{found}” tidak dikenal", "pilih salah satu: {allowed}."),
    "maker-unknown": ("perajin “{found}” tidak ada", "tulis nama berkas di content/perajin/ tanpa .yaml."),
    "survey-unknown": ("survei “{found}” tidak ada", "tulis nama berkas di content/survei/ tanpa .yaml."),
    "product-unknown": ("produk “{found}” tidak ada", "tulis nama berkas di content/produk/ tanpa .yaml."),
    "survey-twice": ("survei “{found}” disisipkan dua kali", "hapus salah satunya"),
    "collision-own": ("alamat {url} sudah dipakai oleh {other}", "ganti nama berkas ini"),
    "collision-alias": ("alamat lama {url} sudah dipakai oleh {other}", "hapus alamat itu dari aliases:"),
    "@own-page": ("halaman bawaan situs", ""),
    "collision": ("alamat {url} sudah dipakai oleh {other}", "ganti nama salah satu berkas"),
    # pengaturan, templat, panggilan
    "config-missing": (
        "site_config.yaml tidak ada di {folder}",
        "buat berkasnya, atau sebut foldernya dengan --root",
    ),
    "root-missing": ("folder ini tidak ada", "periksa --root"),
    "templates-missing": ("folder templat tidak ada", "periksa --templates"),
    "output-over-sources": ("folder hasil akan menimpa {found}", "pilih folder lain dengan --output"),
    "results-format": (
        "isi berkas hasil survei tidak dikenal ({reason})",
        "buat ulang dengan python -m lontar.survey snapshot, atau hapus",
    ),
    "word-missing": ("kata “{key}” belum ada", "tambahkan; kata itu ada dalam bahasa lain"),
    "words-missing": ("berkas kata untuk bahasa “{lang}” tidak ada", "buat templates/words/{lang}.yaml"),
    "word-unknown": (
        "kata “{key}” yang diperlukan mesin tidak ada",
        "tambahkan ke setiap berkas di templates/words/",
    ),
    "asset-missing": ("lembar gaya merujuk ke {found} yang tidak ada", "periksa alamat di url(…)"),
    "template-syntax": (
        "templat tidak terbaca: {reason}",
        "periksa tanda {{% %}} dan {{{{ }}}} di sekitar baris ini",
    ),
    "template-missing": ("templat {found} tidak ada", "periksa namanya di extends, include, atau import"),
    "template-undefined": (
        "templat memakai nilai yang tidak ada: {reason}",
        "lihat docs/templates.md untuk nilai yang tersedia",
    ),
    "template-fails": ("templat gagal: {reason}", "lihat docs/templates.md untuk bentuk nilainya"),
    "template-dynamic": (
        "include, extends, atau import dengan nama yang dihitung",
        "tulis namanya langsung dalam tanda kutip",
    ),
    # mengapa dibuat ulang
    "why-new": ("baru", ""),
    "why-missing": ("berkas hasilnya hilang", ""),
    "why-altered": ("berkas hasilnya diubah orang lain", ""),
    "why-template": ("templatnya berubah", ""),
    "why-frame": ("pengaturan, menu, atau tampilan situs berubah", ""),
    "why-content": ("isinya berubah", ""),
}
