# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the program in the person's language, for every room, without Qt.

French is the language of the sources, so French needs no catalogue; every other language is a gettext
catalogue under `ui/translations/<language>/LC_MESSAGES/forgeatelier.mo`.
"""

import gettext
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from forgeatelier.ground.shipped import UI

LANGUAGES = {"fr": "Français", "en": "English"}
"""The languages of the interface: code and own name."""


@dataclass
class _Spoken:
    """The language now spoken and the catalogues already opened."""

    language: str = "fr"
    catalogues: dict[str, gettext.NullTranslations] = field(default_factory=dict)

    def catalogue(self) -> gettext.NullTranslations:
        code = language()
        if code not in self.catalogues:
            self.catalogues[code] = gettext.translation(
                "forgeatelier", UI / "translations", languages=[code], fallback=True
            )
        return self.catalogues[code]


_spoken = _Spoken()
# A document may speak another language than the window; a context variable keeps that to its own thread.
_for_now: ContextVar[str] = ContextVar("_for_now", default="")


def use(language: str) -> None:
    """Speak `language` from now on (`fr` or `en`; anything else means French)."""
    _spoken.language = language if language in LANGUAGES else "fr"


def language() -> str:
    """The code of the language now spoken."""
    return _for_now.get() or _spoken.language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the block, in this thread only, as when a document is written in its own language."""
    token = _for_now.set(language if language in LANGUAGES else "fr")
    try:
        yield
    finally:
        _for_now.reset(token)


def machine_language() -> str:
    """The language the computer is set to, when it is one of ours, else French."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = (said or locale.getlocale()[0] or "fr")[:2].lower()
    return code if code in LANGUAGES else "fr"


def _(message: str) -> str:
    """`message` in the language now spoken."""
    return _spoken.catalogue().gettext(message) if message else ""


_GROUPS = {"fr": "\u202f", "en": ","}


def grouped(number: int) -> str:
    """A whole number as people read it, in groups of three digits."""
    return f"{number:,}".replace(",", _GROUPS[language()])


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that agrees with `count` (French counts zero as singular)."""
    if language() == "fr":
        return one if abs(count) < 2 else many
    return _spoken.catalogue().ngettext(one, many, count)


def marked(message: str) -> str:
    """Mark a message for translation where it is declared; it is translated where it is shown."""
    return message


def speak_to_argparse() -> None:
    """Let the standard library's argument parser speak the same language, from a small catalogue of its own."""
    os.environ["LANGUAGE"] = _spoken.language
    gettext.bindtextdomain("argparse", str(UI / "translations"))
    gettext.textdomain("argparse")
