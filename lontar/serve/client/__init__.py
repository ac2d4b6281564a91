"""The script of the preview: live.js with its style sheet and its words before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


def live_script(texts: Mapping[str, str]) -> bytes:
    """One file for the browser. The words are those that begin with `page_`."""
    here = Path(__file__).parent
    words = {name.removeprefix("page_"): text for name, text in texts.items() if name.startswith("page_")}
    told = {"words": words, "styles": (here / "live.css").read_text("utf-8")}
    script = (here / "live.js").read_text("utf-8")
    return f"((lontar) => {{\n{script}}})({json.dumps(told)});\n".encode()
