"""Every text a visitor or a reader of the report sees, one table per language with the same keys."""

from __future__ import annotations

from collections.abc import Mapping

DEFAULT_LANGUAGE = "id"

_INDONESIAN = {
    "results": "Hasil survei",
    "count": "dari {n} jawaban",
    "no_answers": "belum ada jawaban",
    "thanks": "Terima kasih, jawaban Anda sudah tersimpan.",
    "hidden": "Hasil survei ini tidak ditampilkan untuk umum.",
    "back": "Kembali ke halaman sebelumnya",
    "home": "Ke halaman depan",
    "vote": "Beri jawaban",
    "change": "Ubah jawaban Anda",
    "send": "Kirim jawaban",
    "trap": "Biarkan kosong",
    "confirm_title": "Satu langkah lagi",
    "confirm_text": "Banyak jawaban datang dari jaringan Anda dalam waktu singkat. Itu biasa: satu menara"
    " seluler melayani banyak orang. Tekan tombol di bawah untuk mengirim jawaban Anda.",
    "confirm_unknown": "Peramban Anda tidak menyebut dari halaman mana jawaban ini dikirim. Tekan tombol di"
    " bawah bila jawaban ini memang dari Anda.",
    "confirm_young": "Tunggu dua detik, lalu tekan tombol ini sekali lagi.",
    "confirm_again": "Halaman ini sudah terlalu lama terbuka. Tekan tombol di bawah untuk mengirimnya.",
    "confirm_answer": "Jawaban Anda:",
    "refused_title": "Jawaban belum tersimpan",
    "malformed": "Permintaan tidak lengkap atau tidak dikenal. Kembalilah ke halaman survei dan coba lagi.",
    "too_large": "Permintaan terlalu besar. Kembalilah ke halaman survei dan coba lagi.",
    "slow": "Permintaan terlalu lambat sampai. Periksa sambungan Anda dan coba lagi.",
    "host": "Alamat ini tidak dilayani di sini.",
    "origin": "Jawaban ini dikirim dari situs lain, jadi tidak kami terima.",
    "unknown_survey": "Survei ini tidak ada. Mungkin alamatnya salah atau surveinya sudah dihapus.",
    "unknown_choice": "Pilihan ini tidak ada dalam survei. Kembalilah ke halaman survei dan pilih lagi.",
    "unanswered": "Masih ada pertanyaan yang belum dijawab. Kembalilah dan lengkapi jawaban Anda.",
    "closed": "Survei ini sedang tidak dibuka.",
    "busy": "Sedang sangat ramai. Jawaban Anda belum tersimpan; coba lagi sebentar.",
    "broken": "Ada gangguan pada kami. Jawaban Anda belum tersimpan; coba lagi sebentar.",
    "not_found": "Halaman ini tidak ada.",
    "method": "Alamat ini tidak menerima permintaan semacam itu.",
    "report_title": "Laporan survei: {title}",
    "report_made": "Dibuat {when} dari {site}",
    "report_answers": "{n} jawaban",
    "report_over_time": "Jawaban per hari",
    "report_shares": "Bagian tiap jawaban",
    "report_choice": "Jawaban",
    "report_number": "Jumlah",
    "report_percent": "Persen",
    "report_day": "Tanggal",
    "report_quarantined": "{n} kiriman lain ditahan di karantina (kolom jebakan terisi) dan tidak dihitung.",
    "report_index": "Indeks kepuasan",
    "report_grade": "Mutu {grade} ({name})",
    "report_exact": "Nilai IKM menurut Permenpan RB 14/2017: sembilan unsur, masing-masing berbobot 1/9,"
    " dikali 25; mutu ditentukan dari nilai yang dibulatkan dua desimal.",
    "report_indication": "Ini hanya petunjuk, bukan IKM: survei ini bukan SKM dengan sembilan unsur menurut"
    " Permenpan RB 14/2017. Tiap jawaban diberi nilai 4, 3, 2 atau 1, lalu rata-ratanya dikali 25.",
    "report_indicated": "setara mutu {grade} ({name}) bila ini SKM",
    "report_unsur": "Unsur",
    "report_average": "Nilai rata-rata (NRR)",
    "report_weighted": "Tertimbang",
    "report_no_index": "Belum ada jawaban, jadi belum ada indeks.",
    "report_open_answers": "Setiap pengunjung dihitung sekali; jawaban terakhirnya yang berlaku. Peserta"
    " memilih sendiri untuk menjawab, jadi hasilnya tidak mewakili semua warga.",
    "grade_A": "Sangat Baik",
    "grade_B": "Baik",
    "grade_C": "Kurang Baik",
    "grade_D": "Tidak Baik",
}

_ENGLISH = {
    "results": "Survey results",
    "count": "of {n} answers",
    "no_answers": "no answers yet",
    "thanks": "Thank you, your answer is stored.",
    "hidden": "The results of this survey are not shown in public.",
    "back": "Back to the page you came from",
    "home": "To the home page",
    "vote": "Give your answer",
    "change": "Change your answer",
    "send": "Send answer",
    "trap": "Leave this empty",
    "confirm_title": "One more step",
    "confirm_text": "Many answers came from your network in a short time. That is common: one mobile mast"
    " serves many people. Press the button below to send your answer.",
    "confirm_unknown": "Your browser does not say which page this answer was sent from. Press the button"
    " below if the answer is yours.",
    "confirm_young": "Wait two seconds, then press this button once more.",
    "confirm_again": "This page was open for too long. Press the button below to send your answer.",
    "confirm_answer": "Your answer:",
    "refused_title": "Your answer is not stored yet",
    "malformed": "The request is incomplete or unknown. Go back to the survey and try again.",
    "too_large": "The request is too large. Go back to the survey and try again.",
    "slow": "The request took too long to arrive. Check your connection and try again.",
    "host": "This address is not served here.",
    "origin": "This answer was sent from another site, so we do not accept it.",
    "unknown_survey": "There is no such survey. The address may be wrong or the survey was removed.",
    "unknown_choice": "The survey has no such choice. Go back to the survey and choose again.",
    "unanswered": "Some questions are not answered yet. Go back and complete your answer.",
    "closed": "This survey is not open now.",
    "busy": "It is very busy now. Your answer is not stored yet; try again in a moment.",
    "broken": "Something broke on our side. Your answer is not stored yet; try again in a moment.",
    "not_found": "There is no such page.",
    "method": "This address does not take that kind of request.",
    "report_title": "Survey report: {title}",
    "report_made": "Made {when} from {site}",
    "report_answers": "{n} answers",
    "report_over_time": "Answers per day",
    "report_shares": "Share of each answer",
    "report_choice": "Answer",
    "report_number": "Number",
    "report_percent": "Percent",
    "report_day": "Date",
    "report_quarantined": "{n} more are held in quarantine (the trap field was filled in) and not counted.",
    "report_index": "Satisfaction index",
    "report_grade": "Grade {grade} ({name})",
    "report_exact": "The IKM of Permenpan RB 14/2017: nine elements (unsur) weighing 1/9 each, times 25; the"
    " grade is taken from the value rounded to two decimals.",
    "report_indication": "This is an indication only, not an IKM: the survey is not an SKM with the nine"
    " elements of Permenpan RB 14/2017. Each answer counts 4, 3, 2 or 1, and their mean is multiplied by 25.",
    "report_indicated": "would be grade {grade} ({name}) if this were an SKM",
    "report_unsur": "Element (unsur)",
    "report_average": "Mean value (NRR)",
    "report_weighted": "Weighted",
    "report_no_index": "There is no answer yet, so there is no index.",
    "report_open_answers": "Every visitor counts once, with the last answer given. Visitors chose to answer"
    " by themselves, so the results do not stand for the whole population.",
    "grade_A": "Sangat Baik (very good)",
    "grade_B": "Baik (good)",
    "grade_C": "Kurang Baik (less than good)",
    "grade_D": "Tidak Baik (not good)",
}

WORDS: Mapping[str, Mapping[str, str]] = {"id": _INDONESIAN, "en": _ENGLISH}


def words_of(language: str) -> Mapping[str, str]:
    """The table of `language` (also of "en-GB"), Indonesian when there is none."""
    return WORDS.get(language.partition("-")[0].lower(), WORDS[DEFAULT_LANGUAGE])
