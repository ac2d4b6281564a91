"""Indonesian: publishing."""

TEXTS: dict[str, tuple[str, str]] = {
    "search-missing": ("mesin pencari Pagefind belum terpasang", "jalankan: pip install 'lontar[search]'"),
    "search-failed": ("Pagefind gagal: {reason}", "jalankan python build.py --clean, lalu coba lagi"),
    "publish-path": (
        "isian “{field}” tidak bisa memakai folder “{found}”",
        "pakai huruf, angka, / . _ dan -, tanpa spasi dan tanpa .., misalnya /srv/situs",
    ),
    "publish-path-relative": (
        "isian “{field}” bukan alamat folder lengkap: “{found}”",
        "di komputer lain alamat itu diawali garis miring, misalnya /srv/situs",
    ),
    "ssh-host": (
        "isian “{field}” bukan nama server: “{found}”",
        "tulis nama.example atau pengguna@nama.example; nomor port punya isian sendiri, port:",
    ),
    "git-remote": (
        "isian “{field}” bukan remote git: “{found}”",
        "tulis nama remote seperti origin, atau alamat yang diawali https://, ssh:// atau git@",
    ),
    "git-branch": (
        "isian “{field}” bukan nama cabang: “{found}”",
        "tulis misalnya gh-pages",
    ),
    "publish-none": (
        "belum ditulis ke mana situs diterbitkan",
        "tambahkan publish: dengan satu tujuan, seperti di docs/hosting/README.md",
    ),
    "publish-which": (
        "ada beberapa tujuan penerbitan",
        "sebutkan salah satu: {allowed}.",
    ),
    "publish-unknown": (
        "tujuan penerbitan “{found}” tidak dikenal",
        "yang dikenal: {allowed}.",
    ),
    "publish-over-sources": (
        "tujuan penerbitan “{target}” akan menimpa {found}",
        "pilih folder lain di path:",
    ),
    "publish-not-ours": (
        "“{found}” sudah ada dan tidak dibuat oleh publish",
        "pindahkan dulu, atau pilih tempat lain untuk tujuan ini",
    ),
    "publish-altered": (
        "output/{found} tidak sama dengan hasil pembuatan",
        "jalankan python build.py --clean, lalu terbitkan lagi",
    ),
    "publish-program": (
        "program {found} belum terpasang",
        "pasang (di Debian: apt install {found}), lalu coba lagi",
    ),
    "publish-refused": (
        "{program} menolak: {reason}",
        "situs yang sudah terbit tidak berubah; perbaiki, lalu terbitkan lagi",
    ),
    "publish-no-earlier": (
        "tujuan “{target}” belum punya rilis sebelumnya",
        "kembali ke rilis lama memerlukan dua rilis",
    ),
    "publish-no-repository": (
        "folder situs tidak berada di repositori git",
        "jalankan git init, atau pakai tujuan jenis lain",
    ),
    "publish-branch-here": (
        "cabang “{found}” sedang Anda pakai",
        "pilih cabang lain, misalnya gh-pages: isinya akan diganti",
    ),
}
