#!/usr/bin/env bash
# Makes a virtual environment below $1 with what a build needs, for each other Python from 3.11 to 3.13 that
# the machine has: on PATH or among pyenv's. The test of equal bytes builds the site with each of them.
set -euo pipefail

folder=$1
own=$2

find_minor() {
    local candidate
    for candidate in "python3.$1" "${PYENV_ROOT:-$HOME/.pyenv}/versions/3.$1".*/bin/python; do
        if "$candidate" -c "import sys, ensurepip; raise SystemExit(sys.version_info[:2] != (3, $1))" >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
}

needed=$("$own" -c 'import tomllib; print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"]))')
mkdir -p "$folder"
for minor in 11 12 13; do
    python=$(find_minor "$minor" || true)
    if [ -z "$python" ] || [ "$("$own" -c 'import sys; print(sys.version_info[1])')" = "$minor" ]; then
        continue
    fi
    echo "Installing what a build needs for $("$python" --version) …"
    "$python" -m venv --clear "$folder/3.$minor"
    if ! "$folder/3.$minor/bin/python" -m pip --disable-pip-version-check install -qq --constraint constraints.txt $needed; then
        echo "A build's libraries cannot be had for that Python: it is left out, and its test is skipped." >&2
        rm -rf "$folder/3.$minor"
    fi
done
