#!/usr/bin/env bash
# Makes the virtual environment in $1 with whatever Python >= 3.11 the machine has ($PYTHON first).
# Debian and Ubuntu keep ensurepip in a package of its own, so three ways to a pip are tried in turn:
# ensurepip, that package (as root), the machine's own pip. Without any, it says what to install.
set -euo pipefail

venv=$1

recent() {
    "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

usable() {
    recent "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

find_python() {
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null && recent "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    echo "Lontar needs Python 3.11 or newer. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2
    echo "(a Python elsewhere is used with: make PYTHON=/path/to/python3 …)" >&2
    return 1
}

has_ensurepip() {
    "$python" -c 'import ensurepip' >/dev/null 2>&1
}

install_ensurepip() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    local package said
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    echo "Installing $package, which Debian keeps apart from Python …"
    export DEBIAN_FRONTEND=noninteractive
    if ! said=$({ apt-get update && apt-get install -y --no-install-recommends "$package"; } 2>&1); then
        echo "$said" >&2
        return 1
    fi
    has_ensurepip
}

borrow_pip() {
    "$python" -m pip --version >/dev/null 2>&1 || return 1
    "$python" -m venv --clear --without-pip "$venv"
    "$python" -m pip --python "$venv/bin/python" install -qq pip
}

if usable; then
    exit
fi
python=$(find_python)
echo "Making $venv with $("$python" --version) …"
if has_ensurepip || install_ensurepip; then
    "$python" -m venv --clear "$venv"
elif ! borrow_pip; then
    echo "$python cannot make a virtual environment: its ensurepip and pip are missing." >&2
    echo "On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
fi
