"""A storm of changes over a site: what many editors, git and slow copies do to files, all at once."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from tests.pipeline.conftest import Place, paint


class Storm:
    """Random file operations, the same for the same seed; `wreck` may leave mistakes, `mend` ends them."""

    def __init__(self, place: Place, seed: int = 1) -> None:
        self.place = place
        self.root = place.root
        self.random = random.Random(seed)
        self.photos = place.root.parent / "foto"
        self.photos.mkdir(exist_ok=True)
        for shade in range(6):
            paint(self.photos / f"{shade}.png", [40 * shade, 90, 200 - 30 * shade])
        self.count = 0

    def blow(self, operations: int, seconds: float) -> None:
        """So many operations, spread over so many seconds."""
        kinds: tuple[Callable[[], None], ...] = (
            *(self.save, self.save, self.save_twice, self.save_by_rename, self.save_like_vim),
            *(self.delete, self.rename, self.move_folder, self.photo, self.copy_slowly, self.swap_file),
            *(self.wreck, self.template, self.style, self.checkout, self.truncate, self.config),
        )
        began = time.monotonic()
        for number in range(operations):
            self.random.choice(kinds)()
            ahead = began + seconds * (number + 1) / operations - time.monotonic()
            if ahead > 0:
                time.sleep(ahead)

    def mend(self) -> None:
        """Leave a site without mistakes."""
        for file in [*self.root.glob("content/berita/**/*.md")]:
            file.unlink()
        for number in range(1, 13):
            self._article(number, "Akhir.")
        shutil.copy(self.photos / "0.png", self.root / "content/media/kain.png")
        shutil.copy(self.photos / "1.png", self.root / "content/media/lain.png")

    def _path(self, number: int) -> str:
        folder = ("", "2026/", "2026/11/")[number % 3]
        return f"content/berita/{folder}kabar-{number}.md"

    def _text(self, body: str, **more: str) -> str:
        fields = {
            "title": f"Kabar {self.random.randint(1, 9)}",
            "date": "2026-01-05",
            "category": "kunjungan",
        }
        front = "".join(f"{name}: {value}\n" for name, value in {**fields, "summary": "Ya.", **more}.items())
        return f"---\n{front}---\n\n{body}\n"

    def _article(self, number: int, body: str, **more: str) -> None:
        self.place.write(self._path(number), self._text(body, **more))

    def _any(self) -> int:
        return self.random.randint(1, 12)

    def _file(self) -> Path | None:
        files = sorted(self.root.glob("content/berita/**/*.md"))
        return self.random.choice(files) if files else None

    def save(self) -> None:
        self.count += 1
        body = ("Teks.", "![Kain](/media/kain.png)", "[[produk: sarung]]", f"Nomor {self.count:06d}.")
        self._article(self._any(), self.random.choice(body))

    def save_twice(self) -> None:
        """Two texts of one length, one after the other."""
        number = self._any()
        self._article(number, "AAAA")
        self._article(number, "BBBB")

    def save_by_rename(self) -> None:
        if file := self._file():
            rough = file.with_name(f".{file.name}.tmp")
            rough.write_text(self._text("Diganti nama."))
            rough.replace(file)

    def save_like_vim(self) -> None:
        if file := self._file():
            (file.parent / "4913").touch()
            (file.parent / "4913").unlink()
            file.rename(file.with_name(f"{file.name}~"))
            file.write_text(self._text("Seperti vim."))
            file.with_name(f"{file.name}~").unlink()

    def swap_file(self) -> None:
        if file := self._file():
            swap = file.with_name(f".{file.name}.swp")
            swap.write_bytes(os.urandom(64))
            swap.unlink()
            lock = file.with_name(f".#{file.name}")
            lock.symlink_to("orang@komputer")
            lock.unlink()

    def delete(self) -> None:
        if (file := self._file()) and self.random.random() < 0.5:
            file.unlink()

    def rename(self) -> None:
        if file := self._file():
            target = self.root / self._path(self._any())
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)

    def move_folder(self) -> None:
        folder, other = self.root / "content/berita/2026", self.root / "content/berita/arsip"
        if folder.is_dir() and not other.exists():
            folder.rename(other)
        elif other.is_dir():
            shutil.rmtree(other)

    def photo(self) -> None:
        rough = self.root / "content/media/.kain.part"
        shutil.copy(self.photos / f"{self.random.randint(0, 5)}.png", rough)
        rough.replace(self.root / "content/media/kain.png")

    def copy_slowly(self) -> None:
        data = (self.photos / f"{self.random.randint(0, 5)}.png").read_bytes()
        with (self.root / "content/media/lain.png").open("wb", buffering=0) as file:
            for start in range(0, len(data), 40):
                file.write(data[start : start + 40])

    def wreck(self) -> None:
        body, more = self.random.choice((("x", {"category": "salah"}), ("![X](/media/tidak.png)", {})))
        self._article(self._any(), body, **more)

    def truncate(self) -> None:
        if file := self._file():
            os.truncate(file, self.random.randint(0, 40))

    def template(self) -> None:
        file = self.place.request.templates / "partials/footer.html"
        text = file.read_text()
        file.write_text(
            text.removesuffix("{# x #}\n") if text.endswith("{# x #}\n") else f"{text}{{# x #}}\n"
        )

    def style(self) -> None:
        file = self.place.request.templates / "assets/css/99-uji.css"
        file.write_text(f"p {{ margin: {self.random.randint(1, 9)}px }}\n")

    def config(self) -> None:
        file = self.root / "site_config.yaml"
        rough = file.with_name(".site_config.yaml.tmp")
        title = self.random.choice(("Situs Uji", "Situs Aji"))
        rough.write_text(file.read_text().replace("Situs Uji", title).replace("Situs Aji", title))
        rough.replace(file)

    def checkout(self) -> None:
        """Many files at once, as git does it: removed and written anew."""
        for number in range(1, 13):
            file = self.root / self._path(number)
            file.unlink(missing_ok=True)
            self._article(number, f"Cabang {self.count % 2}.")
