# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a theme into Qt's palette and stylesheet; the rules themselves stand in `ui/themes/base.qss`."""

import tempfile
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QPalette

from forgeatelier.ground.shipped import UI
from forgeatelier.window import icons
from forgeatelier.window.roles import Theme

_GLYPHS = {
    "down": ("down", "muted"),
    "up": ("up", "muted"),
    "left": ("left", "text"),
    "right": ("right", "text"),
    "check": ("check", "on-accent"),
    "check_off": ("check", "muted"),
    "partial": ("minus", "on-accent"),
    "close": ("close", "muted"),
    "more": ("more", "text"),
}


def palette(theme: Theme) -> QPalette:
    """Qt's own palette by role, for whatever the stylesheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for qt_role, name in (
        (role.Window, "surface"),
        (role.WindowText, "text"),
        (role.Base, "raised"),
        (role.AlternateBase, "surface"),
        (role.Text, "text"),
        (role.PlaceholderText, "muted"),
        (role.Button, "raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.LinkVisited, "muted"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "surface"),
        (role.Light, "raised"),
        (role.Midlight, "sunken"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
        (role.Shadow, "shade"),
        (role.Accent, "accent"),
    ):
        made.setColor(qt_role, theme.colour(name))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour("muted"))
    return made


def stylesheet(theme: Theme) -> str:
    """`base.qss` filled with the theme's colours and sizes (`-` in a role is written `_` there)."""
    values: dict[str, str] = {role: theme.colour(role).name() for role in theme.colours}
    measures = theme.measures
    values |= {f"type_{role}": f"{theme.size(role)}px" for role in measures.type}
    values |= {f"space_{role}": f"{theme.space(role)}px" for role in measures.space}
    values |= {
        role: f"{theme.measure(role)}px" for role in (*measures.grows, *measures.lines, *measures.stays)
    }
    values |= {f"glyph_{name}": _glyph(*drawn, theme) for name, drawn in _GLYPHS.items()}
    values |= {
        f"family_{role}": ", ".join(f'"{name}"' for name in names)
        for role, names in measures.families.items()
    }
    values["half_mark"] = f"{theme.measure('mark') // 2 + 1}px"
    values["half_handle"] = f"{theme.measure('mark') // 2}px"
    values["inner_control"] = f"{theme.measure('control') - 4}px"
    values["inner_spin"] = f"{theme.measure('control') - 7}px"
    text = (UI / "themes" / "base.qss").read_text(encoding="utf-8")
    return Template(text).substitute({name.replace("-", "_"): value for name, value in values.items()})


@lru_cache
def _glyph_folder() -> tempfile.TemporaryDirectory[str]:
    # Qt stylesheets take pictures from files only; the folder goes away with the program.
    return tempfile.TemporaryDirectory(prefix="forgeatelier-look-")


def _glyph(role: str, colour: str, theme: Theme) -> str:
    tint = theme.colour(colour).name()
    file = Path(_glyph_folder().name) / f"{role}-{tint[1:]}.svg"
    if not file.exists():
        file.write_bytes(icons.svg(role, tint, 2.25))
    return f'url("{file.as_posix()}")'
