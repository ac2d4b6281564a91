"""Indonesian: words within other messages."""

TEXTS: dict[str, tuple[str, str]] = {
    "nearest": ("Mungkin maksud Anda “{nearest}”?", ""),
    "@text": ("teks", ""),
    "@whole-number": ("bilangan bulat, misalnya 150000 (tanpa titik dan tanpa Rp)", ""),
    "@number": ("angka, misalnya 12.5 (pakai titik)", ""),
    "@yes-no": ("true (ya) atau false (tidak)", ""),
    "@list": ("daftar, satu butir per baris diawali tanda -", ""),
    "@mapping": ("kelompok isian, masing-masing “nama: nilai” di baris sendiri yang menjorok", ""),
}
