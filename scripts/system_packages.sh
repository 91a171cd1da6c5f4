#!/usr/bin/env bash
# Install what Debian must bring before the program can be built and run: Python's venv, Qt's system libraries,
# binutils (PyInstaller), poppler (the tests look at the PDFs). Elsewhere, or without the right to, say what is missing.
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0
wanted="python3-venv binutils poppler-utils fontconfig libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1
  libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1"
missing=""
for package in $wanted; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] && continue
  # Renamed by Debian's 64-bit time transition.
  [ "$(dpkg-query -W -f='${db:Status-Status}' "${package}t64" 2>/dev/null || true)" = installed ] && continue
  missing="$missing $package"
done
[ -n "$missing" ] || exit 0
as_root=""
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    echo "Missing system packages; please run: sudo apt-get install$missing" >&2
    exit 0
  fi
fi
echo "Installing system packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
