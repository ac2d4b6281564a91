"""Indonesian: why a file is made again."""

TEXTS: dict[str, tuple[str, str]] = {
    "why-new": ("baru", ""),
    "why-missing": ("berkas hasilnya hilang", ""),
    "why-altered": ("berkas hasilnya diubah orang lain", ""),
    "why-template": ("templatnya berubah", ""),
    "why-frame": ("pengaturan, menu, atau tampilan situs berubah", ""),
    "why-content": ("isinya berubah", ""),
}
