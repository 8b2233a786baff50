#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything a fresh Debian or Ubuntu machine needs: system libraries, then a private environment with pinned packages.
set -euo pipefail
cd "$(dirname "$0")/.."

# Python; what Qt draws with; what WeasyPrint (Pango) sets text with; tools that the tests use.
packages=(python3 python3-venv libegl1 libgl1 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
  libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libdbus-1-3
  libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 qpdf poppler-utils xvfb)

missing=()
for name in "${packages[@]}"; do
  dpkg -s "$name" >/dev/null 2>&1 || missing+=("$name")
done
if command -v python3 >/dev/null && python3 -c 'import venv, ensurepip' 2>/dev/null; then
  # A Python that can make environments is there already, wherever it came from.
  missing=($(printf '%s\n' "${missing[@]}" | grep -vxE 'python3|python3-venv' || true))
fi
if [ "${#missing[@]}" -gt 0 ]; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  echo "Installing system libraries (Qt, Pango, test tools): ${missing[*]}"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

python=python3
for candidate in python3.12 python3.11 python3.13; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Python 3.11 or later is needed; this machine has $("$python" --version)." >&2
  exit 1
}
if [ ! -x .venv/bin/python ]; then
  echo "Making a private environment in .venv with $("$python" --version)"
  "$python" -m venv .venv
fi
echo "Installing the pinned packages of requirements.lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --no-build-isolation --editable .
touch .venv/ready
