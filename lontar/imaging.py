"""libvips, opened safely: the one place that imports it.

Loaders that libvips marks as untrusted (SVG, PDF, ImageMagick, …) are blocked, a picture is worked on by
one thread (processes share the work), and libvips keeps no cache of operations between pictures.
"""

from __future__ import annotations

import os

os.environ.setdefault("VIPS_CONCURRENCY", "1")

import pyvips

pyvips.block_untrusted_set(True)
pyvips.cache_set_max(0)

__all__ = ["pyvips"]
