# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the program in the person's language, for every room, without Qt.

French is the language of the sources, so French needs no catalogue; every other language is a gettext
catalogue under `ui/translations/<language>/LC_MESSAGES/forgeatelier.mo`.
"""

import gettext
import locale
import os

from forgeatelier.ground.shipped import UI

LANGUAGES = {"fr": "Français", "en": "English"}
"""The languages of the interface: code and own name."""

_chosen: dict[str, gettext.NullTranslations] = {}
_current = "fr"


def use(language: str) -> None:
    """Speak `language` from now on (`fr` or `en`; anything else means French)."""
    global _current  # noqa: PLW0603
    _current = language if language in LANGUAGES else "fr"


def language() -> str:
    """The code of the language now spoken."""
    return _current


def machine_language() -> str:
    """The language the computer is set to, when it is one of ours, else French."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = (said or locale.getlocale()[0] or "fr")[:2].lower()
    return code if code in LANGUAGES else "fr"


def _catalogue() -> gettext.NullTranslations:
    if _current not in _chosen:
        _chosen[_current] = gettext.translation(
            "forgeatelier", UI / "translations", languages=[_current], fallback=True
        )
    return _chosen[_current]


def _(message: str) -> str:
    """`message` in the language now spoken."""
    return _catalogue().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that agrees with `count` (French counts zero as singular)."""
    if _current == "fr":
        return one if abs(count) < 2 else many
    return _catalogue().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802
    """Mark a message for translation where it is declared; it is translated where it is shown."""
    return message
