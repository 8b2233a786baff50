# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From what a person wrote to the value it means: lengths, quantities, yes and no, ids, words of a list."""

import difflib
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from forgeatelier.ground.words import _
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.protocols.vocabulary import Word, effect_words, need_words, setting_words

_YES, _NO = frozenset({"oui", "yes", "true", "vrai"}), frozenset({"non", "no", "false", "faux"})
_WHOLE = re.compile(r"\d{1,9}")
_QUANTITY = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_LENGTHS = (
    re.compile(r"(?P<minutes>\d{1,7})(?:m|mn|min|minutes?)?"),
    re.compile(r"(?P<hours>\d{1,5})(?:h|heures?|hours?)(?:(?P<minutes>\d{1,2})(?:m|mn|min|minutes?)?)?"),
    re.compile(r"(?P<hours>\d{1,5}):(?P<minutes>\d{2})"),
)
_VERSION = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,2}(?:[-+][0-9A-Za-z.+-]{1,60})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURRENCY = re.compile(r"[A-Za-z]{3}")


class Unreadable(Exception):
    """What was written means nothing here: what is wrong, and what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        """Keep both sentences."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def folded(text: str) -> str:
    """`text` without case, accents, spaces or hyphens, to compare what people type."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in plain if letter.isalnum())


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `text`, if one does."""
    by_fold = {folded(word): word for word in known}
    found = difflib.get_close_matches(folded(text), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def whole(text: str) -> int:
    """A whole number, zero or more; spaces between thousands are allowed."""
    bare = _SPACES.sub("", text)
    if not _WHOLE.fullmatch(bare) or not bare.isascii():
        raise Unreadable(
            _("« {text} » n’est pas un nombre entier.").format(text=_shown(text)),
            _("Écrire un nombre entier, par exemple 12."),
        )
    return int(bare)


def minutes(text: str) -> int:
    """A length in minutes, from `45`, `1h30`, `1:30`, `90 min` or `2 h`."""
    bare = _SPACES.sub("", text).lower()
    for pattern in _LENGTHS:
        found = pattern.fullmatch(bare) if bare.isascii() else None
        if found:
            parts = found.groupdict(default="0")
            if "hours" not in parts or int(parts["minutes"]) < 60:
                return int(parts.get("hours", "0")) * 60 + int(parts["minutes"])
    raise Unreadable(
        _("« {text} » n’est pas une durée.").format(text=_shown(text)),
        _("Écrire un nombre de minutes, par exemple 45, ou 1h30."),
    )


def quantity(text: str) -> Decimal:
    """A quantity, with a point or a French comma."""
    bare = _SPACES.sub("", text)
    if _THOUSANDS.fullmatch(bare):
        raise Unreadable(
            _("« {text} » peut se lire de deux façons.").format(text=_shown(text)),
            _("Écrire {thousand} ou {decimal}.").format(
                thousand=bare.replace(",", ""),
                decimal=format(Decimal(bare.replace(",", ".")).normalize(), "f"),
            ),
        )
    if not _QUANTITY.fullmatch(bare) or not bare.isascii():
        raise Unreadable(
            _("« {text} » n’est pas une quantité.").format(text=_shown(text)),
            _("Écrire un nombre, par exemple 2 ou 2,5."),
        )
    return Decimal(bare.replace(",", "."))


def yes_or_no(text: str) -> bool:
    """Oui or non, in either language."""
    said = text.strip().casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise Unreadable(_("« {text} » n’est ni oui ni non.").format(text=_shown(text)), _("Écrire oui ou non."))


def word(text: str, words: Sequence[Word], language: str) -> Any:
    """The value of the model that a word of a closed list stands for, in either language."""
    for one in words:
        if text in (one.fr, one.en):
            return one.value
    said = folded(text)
    for one in words:
        if said in {folded(one.fr), folded(one.en)}:
            return one.value
    allowed = [one.spelled(language) for one in words]
    close = nearest(text, allowed)
    remedy = _("Écrire {word}.").format(word=close) + " " if close else ""
    raise Unreadable(
        _("« {text} » n’est pas dans la liste.").format(text=_shown(text)),
        remedy + _("Mots possibles : {words}.").format(words=", ".join(dict.fromkeys(allowed))),
    )


def _uuid(text: str, _language: str) -> str:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError as trouble:
        raise Unreadable(
            _("« {text} » n’est pas un identifiant.").format(text=_shown(text)),
            _("Écrire un identifiant unique, par exemple {id}.").format(id=uuid.uuid4()),
        ) from trouble


def _version(text: str, _language: str) -> str:
    return _matching(
        _VERSION, text, _("« {text} » n’est pas un numéro de version."), _("Écrire par exemple 1.0.0.")
    )


def _language(text: str, _said_in: str) -> str:
    return _matching(
        _LANGUAGE, text, _("« {text} » n’est pas un code de langue."), _("Écrire par exemple fr, en, ou fon.")
    )


def _currency(text: str, _language: str) -> str:
    what, remedy = (
        _("« {text} » n’est pas un code de devise."),
        _("Écrire trois lettres, par exemple XOF pour le franc CFA."),
    )
    return _matching(_CURRENCY, text, what, remedy).upper()


def _slug(text: str, _language: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    parts = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    remedy = _("Écrire {word}.").format(word="-".join(parts) or "tour-de-prenoms")
    return _matching(
        _SLUG, text, _("« {text} » n’est pas un nom court en minuscules sans accents ni espaces."), remedy
    )


def _matching(pattern: re.Pattern[str], text: str, what: str, remedy: str) -> str:
    bare = text.strip()
    if pattern.fullmatch(bare):
        return bare
    raise Unreadable(what.format(text=_shown(text)), remedy)


def _any_licence(text: str, _language: str) -> str:
    return _licence_among(text, list(LICENCES))


def _licence(text: str, _language: str) -> str:
    open_ones = [spdx for spdx, licence in LICENCES.items() if licence.open]
    return _licence_among(text, open_ones)


def _licence_among(text: str, accepted: Sequence[str]) -> str:
    said = folded(text)
    found = next((one for one in LICENCES.values() if said in {folded(one.spdx), folded(one.name)}), None)
    if found and found.spdx in accepted:
        return found.spdx
    what = (
        _("La licence « {text} » n’est pas ouverte.")
        if found
        else _("« {text} » n’est pas une licence de la liste.")
    )
    raise Unreadable(
        what.format(text=_shown(text)), _("Licences possibles : {words}.").format(words=", ".join(accepted))
    )


def _effect(text: str, language: str) -> Any:
    return word(text, effect_words(), language)


def _need(text: str, language: str) -> Any:
    return word(text, need_words(), language)


def _setting(text: str, language: str) -> Any:
    return word(text, setting_words(), language)


def _minutes(text: str, _language: str) -> int:
    return minutes(text)


NAMED: Mapping[str, Callable[[str, str], Any]] = {
    "uuid": _uuid,
    "version": _version,
    "language": _language,
    "currency": _currency,
    "slug": _slug,
    "licence": _licence,
    "any_licence": _any_licence,
    "effect": _effect,
    "need": _need,
    "setting": _setting,
    "minutes": _minutes,
}
"""How a value is read when its type does not say it all (`as=` in the vocabulary), from text and language."""


def _shown(text: str) -> str:
    """What was written, short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"
