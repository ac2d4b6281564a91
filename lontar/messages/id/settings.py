"""Indonesian: settings, templates and calls."""

TEXTS: dict[str, tuple[str, str]] = {
    "budget": (
        "halaman {url} terlalu berat: {part} {found} kB, batasnya {limit} kB; yang terbesar: {parts}",
        "ringankan, atau ubah batas di budgets: {kind}: di site_config.yaml",
    ),
    "@budget-html": ("HTML", ""),
    "@budget-css": ("CSS", ""),
    "@budget-js": ("JavaScript", ""),
    "@budget-fonts": ("huruf", ""),
    "@budget-images": ("gambar yang pertama tampak", ""),
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
    "executor-unknown": (
        "“{found}” bukan alamat klaster",
        "tulis dask://host:port, misalnya dask://192.0.2.7:8786",
    ),
    "executor-missing": (
        "pustaka untuk klaster belum terpasang",
        "jalankan: pip install 'lontar[cluster]'",
    ),
    "executor-unreachable": (
        "klaster {found} tidak menjawab",
        "periksa alamatnya dan apakah dask scheduler sudah berjalan di sana",
    ),
    "executor-empty": (
        "klaster {found} tidak punya pekerja",
        "jalankan dask worker yang terhubung ke klaster itu",
    ),
    "executor-differs": (
        "pekerja {found} memakai Lontar, pustaka, atau Python versi lain",
        "pasang versi yang sama di semua mesin",
    ),
    "executor-blind": (
        "pekerja {found} tidak melihat folder situs atau folder simpanan",
        "bagikan kedua folder itu dengan jalur yang sama di semua mesin",
    ),
}
