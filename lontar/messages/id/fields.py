"""Indonesian: fields of records."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "questions-kind": (
        "survei jenis “{found}” tidak punya questions",
        "tulis kind: skm, atau hapus questions",
    ),
    "questions-missing": (
        "survei jenis skm belum punya pertanyaan",
        "tambahkan questions: dengan sembilan pertanyaan, satu untuk tiap unsur",
    ),
    "unsur-twice": ("unsur “{found}” ditanyakan dua kali", "tiap unsur SKM ditanyakan satu kali"),
    "unsur-missing": (
        "belum ada pertanyaan untuk unsur {missing}",
        "SKM menanyakan sembilan unsur, masing-masing satu kali",
    ),
    "question-twice": (
        "dua pertanyaan memakai id “{found}”",
        "beri setiap pertanyaan id yang berbeda, atau hapus isian id",
    ),
    "question-field": (
        "id pertanyaan tidak boleh “{found}”, nama itu dipakai formulir",
        "pilih id lain, atau hapus isian id",
    ),
    "skm-scores": (
        "pilihan SKM harus bernilai 1, 2, 3, dan 4",
        "tulis empat pilihan dengan score yang berbeda",
    ),
    "tag-nameless": ("tagar “{found}” tidak berisi huruf atau angka", "tulis kata biasa, atau hapus"),
}
