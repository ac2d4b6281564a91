"""The configuration, parsed anew only when its bytes changed."""

from __future__ import annotations

from pathlib import Path

from lontar.cache.store import Store
from lontar.load.config import NAME, parse_config, read_config
from lontar.model.config import Config


def current_config(root: Path, store: Store) -> Config:
    """ConfigErrors when it is wrong."""
    path = root / NAME
    try:
        data = path.read_bytes()
    except OSError:
        return read_config(root)
    saved = store.load("config")
    if isinstance(saved, tuple) and len(saved) == 2 and saved[0] == data:
        config: Config = saved[1]
        return config
    config = parse_config(data)
    store.save("config", (data, config))
    return config
