#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The wheel is built, installed in a clean environment and asked to do the program's main job there.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
.venv/bin/python -m hatchling build -t wheel -d "$place/dist" >/dev/null 2>&1
.venv/bin/python -m venv "$place/clean"
# The pinned packages are those of the environment at hand: their files are linked, not fetched a second time.
site=$("$place/clean/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
.venv/bin/python -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])' > "$place/packages"
"$place/clean/bin/python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps "$place"/dist/*.whl
mkdir "$place/linked"
for entry in "$(cat "$place/packages")"/*; do
  case "$(basename "$entry")" in *forgeatelier*|pip*|setuptools*) ;; *) ln -s "$entry" "$place/linked/" ;; esac
done
echo "$place/linked" > "$site/pinned.pth"
cd "$place"
FORGEATELIER_HOME="$place/home" QT_QPA_PLATFORM=offscreen "$place/clean/bin/forgeatelier" --lang en self-test
