# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a bundle may ask of the machine; all of it is checked before any content is read."""

ENTRIES = 20_000
DEPTH = 12
NAME = 400
TOTAL = 4 << 30
FILE = 2 << 30

# Text rarely deflates below a twentieth; the worst zip bombs of one layer reach a thousandth.
RATIO = 200
RATIO_FROM = 1 << 20

TAG_FILE = 64 << 10
MANIFEST = ENTRIES * 200
JSON = 16 << 20
JSON_DEPTH = 64
YAML = 256 << 10
YAML_DEPTH = 32
TOML = 512 << 10
TEXT = 2 << 20
LINKS = 10_000
FRONT_MATTER = 16 << 10
LOOKED_INTO = 64 << 20
"""How many bytes of text are looked into in all; a byte of YAML takes the time of thirty."""

FINDINGS = 200
SAID = 200
"""How many characters of a stranger's title or name are shown."""
