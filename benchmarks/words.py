"""Words of the benchmark corpus: Indonesian, about crafts and small firms, all invented for it."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ARTICLE_CATEGORIES = {
    "kunjungan": "Kunjungan",
    "pelatihan": "Pelatihan",
    "pameran": "Pameran",
    "umkm": "UMKM",
    "tokoh": "Tokoh",
    "agenda": "Agenda",
}
PRODUCT_CATEGORIES = {
    "batik": "Batik",
    "kayu": "Kayu",
    "kuliner": "Kuliner",
    "anyaman": "Anyaman",
    "gerabah": "Gerabah",
    "logam": "Logam",
    "kulit": "Kulit",
    "aksesori": "Aksesori",
}
TAGS = _words(
    """canting malam pewarna indigo secang tingi kelim jahit selendang sarung kemeja kebaya ukiran bubut
    mebel mainan topeng wayang keranjang tikar tampah caping tas dompet sandal sabuk kendi cobek guci
    celengan tungku kuningan aluminium pisau gamelan gelang kalung anting bros kancing keripik dodol
    sirup kopi jamu madu abon sambal resep warna motif pola mutu harga toko pasar daring ongkir pajak
    izin tabungan"""
)
VILLAGES = _words(
    """Sumberagung Karangdowo Wonorejo Tegalsari Banjaranyar Kedungmulyo Sukorame Ngasinan Pilangsari
    Randublatung Bulusari Jatimulyo Gondangan Purworejo Mlatirejo Sendangbiru Watulunyu Genengan"""
)
DISTRICTS = _words("""Kalitengah Trunoyo Sambirata Padangan Wetanjati Gunungsari Malobang Kasimanan""")
FIRST_NAMES = _words(
    """Sulastri Parmin Endang Wiyono Mukti Rahayu Slamet Yuliati Darsono Kartini Ngatmin Sunarsih Bambang
    Lestari Gunawan Murtini Hendro Wartini Prapto Ismiyati"""
)
LAST_NAMES = _words(
    """Wibisono Kusumawati Hadi Purnomo Sasmita Utami Nugraha Setyani Raharja Anggraini Wicaksana Puspita"""
)
ROLES = (
    "ketua kelompok",
    "pemilik bengkel",
    "pengurus koperasi",
    "kepala bidang industri",
    "pembimbing lapangan",
    "penjaga gerai",
)
TIMES = (
    "Sejak pukul tujuh",
    "Menjelang tengah hari",
    "Seusai pembukaan resmi",
    "Pada hari terakhir",
    "Sepanjang musim kemarau",
    "Di sela-sela diskusi",
    "Setelah hujan reda",
    "Setiap akhir bulan",
    "Dua tahun belakangan",
    "Pada putaran pertama",
    "Begitu pintu dibuka",
    "Sebelum rombongan pulang",
)
ACTORS = (
    "para pembatik",
    "kelompok ibu rumah tangga",
    "empat belas peserta",
    "panitia setempat",
    "tamu dari kabupaten tetangga",
    "guru dan murid kejuruan",
    "perajin senior",
    "pedagang di lantai satu",
    "tim penilai",
    "pemuda karang taruna",
    "pembeli langganan",
    "petugas pendamping",
    "anggota paguyuban",
    "pemilik warung",
)
ACTIONS = (
    "menata ulang",
    "membandingkan",
    "memeriksa satu per satu",
    "mencoba sendiri",
    "menawarkan",
    "mencatat dengan teliti",
    "memotret",
    "membawa pulang",
    "memesan lebih awal",
    "memperbaiki bersama",
    "menjelaskan asal-usul",
    "menghitung kembali biaya",
    "mengemas rapi",
    "memilih tanpa tergesa",
)
OBJECTS = (
    "kain bermotif daun dan biji",
    "bangku pendek dari sisa potongan",
    "wadah tanah bakar berleher sempit",
    "tas serat dengan kancing tempurung",
    "camilan manis dalam kemasan baru",
    "lempeng kuningan setipis kuku",
    "contoh warna dari kulit batang",
    "alat putar yang digerakkan kaki",
    "daftar ukuran untuk pesanan hotel",
    "label harga dan cara perawatan",
    "katalog cetak edisi perdana",
    "gulungan benang hasil celup ketiga",
    "peti kirim berlapis jerami",
    "hiasan dinding bertema sungai",
)
PLACES = (
    "di pendapa kecamatan",
    "di teras rumah produksi",
    "di lapak nomor sembilan",
    "di gudang bekas penggilingan",
    "di ruang pertemuan lantai dua",
    "di bawah tenda putih",
    "di sekitar alun-alun",
    "di sentra tepi bengawan",
    "di aula sekolah",
    "di pasar tiban",
)
AIMS = (
    "supaya ukuran setiap barang sama",
    "agar pembeli tahu siapa pembuatnya",
    "demi menekan ongkos bahan",
    "sebelum dikirim ke luar pulau",
    "tanpa mengubah corak lama",
    "sambil menunggu hasil pembakaran",
    "untuk bekal pertemuan bulan depan",
    "meskipun tenaga masih terbatas",
    "sesuai kesepakatan awal",
    "karena permintaan naik hampir separuh",
)
STATES = (
    "sudah habis sebelum sore",
    "kini dijual dengan garansi",
    "masih menunggu uji ketahanan",
    "paling sering ditanyakan pengunjung",
    "dikerjakan bergantian oleh dua keluarga",
    "tidak pernah dibuat dua kali",
    "membutuhkan waktu sebelas hari",
    "disimpan terpisah menurut warnanya",
    "mulai dikenal lewat cerita dari mulut ke mulut",
    "akan tampil lagi tahun depan",
)
SAYINGS = (
    "Kami belajar dari kesalahan, lalu mengulangnya pelan-pelan",
    "Yang penting tangan tetap bekerja dan pikiran tetap jernih",
    "Harga boleh bersaing, mutu jangan sampai turun",
    "Anak saya sekarang mau meneruskan pekerjaan ini",
    "Pembeli datang kembali karena jahitannya kuat",
    "Bahan ada di sekitar kita, tinggal kemauannya",
    "Satu barang yang jujur lebih berarti daripada seribu janji",
    "Kalau ragu, datang saja dan lihat prosesnya",
)
HEADINGS = (
    "Dari halaman rumah",
    "Proses yang panjang",
    "Bahan dan alat",
    "Suara pengunjung",
    "Angka di balik gerai",
    "Rencana berikutnya",
    "Belajar bersama",
    "Yang masih kurang",
    "Pesanan pertama",
    "Menjaga corak lama",
)
TITLE_STARTS = (
    "Bengkel",
    "Paguyuban",
    "Sentra",
    "Koperasi",
    "Rumah Produksi",
    "Kelompok Muda",
    "Gerai",
    "Sekolah Kriya",
)
TITLE_ACTIONS = (
    "Menyambut Tamu dengan",
    "Memperkenalkan",
    "Merawat Tradisi",
    "Membuka Kelas",
    "Mengirim Ratusan",
    "Menjual Habis",
    "Menghidupkan Lagi",
    "Menyiapkan Pasar bagi",
)
CRAFTS = (
    "Batik Tulis",
    "Mebel Jati",
    "Anyaman Pandan",
    "Gerabah Bakar",
    "Cor Kuningan",
    "Sepatu Kulit",
    "Manik Kaca",
    "Keripik Gayam",
    "Tenun Gedog",
    "Topeng Kayu",
    "Lampu Bambu",
    "Sulam Benang",
)
PRODUCT_NOUNS = {
    "batik": ("Kain Panjang", "Selendang", "Kemeja", "Taplak"),
    "kayu": ("Bangku", "Kotak Perhiasan", "Nampan", "Mangkuk"),
    "kuliner": ("Keripik", "Sirup", "Dodol", "Cokelat"),
    "anyaman": ("Keranjang", "Tikar", "Tudung Saji", "Tas"),
    "gerabah": ("Kendi", "Vas", "Cobek", "Celengan"),
    "logam": ("Nampan Kuningan", "Pisau Dapur", "Genta", "Tempat Lilin"),
    "kulit": ("Dompet", "Sabuk", "Sandal", "Map"),
    "aksesori": ("Gelang", "Kalung", "Bros", "Anting"),
}
PRODUCT_STYLES = (
    "Lawasan",
    "Bengawan",
    "Teduh",
    "Kembang",
    "Padi",
    "Rimba",
    "Embun",
    "Senja",
    "Lumbung",
    "Tirta",
)
MATERIALS = (
    "mori halus",
    "kayu mahoni",
    "serat agel",
    "lempung merah",
    "kuningan lembaran",
    "kulit samak nabati",
    "manik kaca",
    "gula aren",
    "bambu apus",
    "benang lungsi",
)
TECHNIQUES = (
    "dicanting",
    "dibubut",
    "dianyam",
    "diputar",
    "dicor",
    "dijahit tangan",
    "dirangkai",
    "dimasak pelan",
)
COLOURS = ("cokelat tanah", "biru tua", "hijau lumut", "kuning gading", "merah bata", "alami")
UNITS = ("helai", "pasang", "buah", "paket", "lusin")
