#!/usr/bin/env python3
"""Front door of Lontar: `python build.py` makes the site, `python build.py --help` tells the rest."""

import sys
from pathlib import Path


def main() -> int:
    home = Path(__file__).resolve().parent
    sys.path.insert(0, str(home))
    from lontar.cli.leaving import leave_at_once, with_code

    leave_at_once()
    try:
        from lontar.cli.main import run
    except ModuleNotFoundError as missing:
        sys.stderr.write(
            f"Modul {missing.name} belum terpasang / is not installed. Jalankan / run: make site\n"
        )
        return 2
    return with_code(run(sys.argv[1:], home))


if __name__ == "__main__":
    sys.exit(main())
