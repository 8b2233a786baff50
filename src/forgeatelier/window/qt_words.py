# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets Qt's own buttons and menus speak the language of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME = "forgeatelier-qt-words"


def speak(app: QApplication, language: str) -> None:
    """Use Qt's catalogue for `language`, in the place of the one used before; dates and numbers follow."""
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    # Qt's sources are in English: for that language there is nothing to load.
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
