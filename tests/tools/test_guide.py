"""Blocks of a guide are found, and what cannot be walked is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.tools.guide import Answer, blocks, walk

GUIDE = """\
<!-- berkas: content/halaman/a.md -->
```markdown
isi
```

```sh
make site
python build.py serve
```

<!-- gagal -->
```sh
python build.py check
```

`content/berita/2026/x.md`
<!-- berkas: content/berita/2026/x.md -->
```markdown
---
```
"""


def test_blocks_and_their_marks() -> None:
    found = [(one.kind, one.path, one.fails) for one in blocks(GUIDE)]
    assert found == [
        ("markdown", "content/halaman/a.md", False),
        ("sh", "", False),
        ("sh", "", True),
        ("markdown", f"content/berita/{dt.date.today().year}/x.md", False),
    ]


def test_files_are_written_and_commands_run(tmp_path: Path) -> None:
    (answer,) = walk(GUIDE, tmp_path, tmp_path, "en")
    assert isinstance(answer, Answer)
    assert (tmp_path / "content/halaman/a.md").read_text() == "isi\n"
    assert "site_config.yaml" in answer.said


def test_another_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be walked"):
        list(walk("```sh\npython other.py x\n```\n", tmp_path, tmp_path, "id"))
