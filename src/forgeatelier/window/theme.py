# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window wears: load a theme, apply it to the whole program, ask which one is worn."""

from PySide6.QtWidgets import QApplication

from forgeatelier.window import fonts, stylesheet
from forgeatelier.window.roles import THEMES, StepKind, Theme, load, wear, worn

__all__ = ["THEMES", "StepKind", "Theme", "apply", "load", "worn"]


def apply(app: QApplication, theme: Theme, text_scale: float | None = None) -> Theme:
    """Dress the whole program: fonts, palette and stylesheet. Returns the theme as worn."""
    dressed = theme if text_scale is None else theme.at(text_scale)
    wear(dressed)
    fonts.register()
    app.setStyle("Fusion")
    app.setPalette(stylesheet.palette(dressed))
    app.setFont(dressed.font())
    app.setStyleSheet(stylesheet.stylesheet(dressed))
    return dressed
