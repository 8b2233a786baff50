# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read what people answered about their picture, use by use, and never more than they said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from forgeatelier.actions.people_lists.kinds import Consented, Subject, Use
from forgeatelier.actions.people_lists.marks import NO, YES
from forgeatelier.actions.people_lists.spelling import fold, words_of
from forgeatelier.ground.words import _

_CONSENT = re.compile(r"\b(?:accords?|autoris\w*|consent\w*|droits? a l image|permission)\b")
_SUBJECTS = (
    (Subject.IMAGE, re.compile(r"\b(?:photos?|images?|videos?|films?|pictures?|portrait|publi\w*)\b")),
    (Subject.VOICE, re.compile(r"\b(?:voix|audio|enregistrement|voice|temoignage|recording)\b")),
    (Subject.DATA, re.compile(r"\b(?:donnees|data|rgpd|gdpr|coordonnees|informations?)\b")),
)
_USES = (
    (Use.INTERNE, re.compile(r"\b(?:intern(?:e|es|al|ally)|archives?)\b")),
    (Use.PUBLICATION, re.compile(r"\b(?:publi\w*|internet|web|en ligne|online|sites?)\b")),
    (
        Use.RESEAUX,
        re.compile(r"\b(?:reseaux?|social|facebook|whatsapp|tiktok|instagram|internet|en ligne|online)\b"),
    ),
    (Use.PRESSE, re.compile(r"\b(?:presse|press|medias?|journa\w+|television|tv)\b")),
    (Use.BAILLEUR, re.compile(r"\b(?:bailleurs?|donors?|financeurs?|rapports?|ptf|funders?)\b")),
)
_EXCEPT = re.compile(r"\b(?:sauf|excepte|hormis|hors|mais pas|pas|sans|except|but not|not)\b")
_ONLY = re.compile(r"\b(?:seulement|uniquement|only|exclusivement)\b")
_FILLERS = re.compile(
    r"\b(?:usages?|pour|les?|la|l|un|une|du|des?|d|en|et|and|or|ou|sur|dans|the|for|use|socia(?:ux|l)|medias?|a|au|aux|on)\b"
)


@dataclass(frozen=True)
class Answer:
    """The states by use; `vague` when a bare yes names none, `why` when part was not understood."""

    uses: Mapping[Use, Consented]
    vague: bool = False
    why: str = ""


def subject_of(header: str) -> Subject | None:
    """What a header asks consent for, or None when it is no question of consent."""
    text = words_of(header)
    if not _CONSENT.search(text):
        return None
    return next((subject for subject, pattern in _SUBJECTS if pattern.search(text)), Subject.UNSAID)


def uses_named(text: str) -> tuple[Use, ...]:
    """The uses that `text` names; « internet » is both publication and networks."""
    words = words_of(text)
    return tuple(use for use, pattern in _USES if pattern.search(words))


def read_consent(text: str, uses: tuple[Use, ...] = ()) -> Answer:
    """What a cell says; `uses` are those its header names, else a bare yes is for internal use only."""
    plain = fold(text).strip(" .!")
    said = words_of(text) or plain
    if not plain:
        return Answer({})
    if said in YES:
        granted = uses or (Use.INTERNE,)
        return Answer(dict.fromkeys(granted, Consented.GRANTED), vague=not uses)
    if said in NO or re.match(r"(?:non|no|refus\w*|refused)\b", said):
        return Answer(
            dict.fromkeys(uses or tuple(Use), Consented.REFUSED), why="" if said in NO else _half_read()
        )
    return _nuanced(said, uses)


def _nuanced(said: str, uses: tuple[Use, ...]) -> Answer:
    """« oui (sauf internet) », « interne publication », « interne seulement », « oui si flouté »."""
    head, *tails = _EXCEPT.split(said)
    first, _blank, after = head.strip().partition(" ")
    yes = first in YES
    wanted = uses_named(head) or uses or ((Use.INTERNE,) if yes else ())
    refused = tuple(use for tail in tails for use in uses_named(tail))
    answer = dict.fromkeys(wanted if yes or uses_named(head) else (), Consented.GRANTED)
    if _ONLY.search(said):
        answer = {use: answer.get(use, Consented.REFUSED) for use in Use}
    answer.update(dict.fromkeys(refused, Consented.REFUSED))
    understood = not _left_over(after if yes else head) and all(uses_named(tail) for tail in tails)
    if understood and answer:
        return Answer(answer, vague=yes and not uses and not uses_named(head) and not refused)
    limited = {
        use: Consented.LIMITED if state is Consented.GRANTED else state for use, state in answer.items()
    }
    return Answer(limited, why=_half_read())


def _left_over(words: str) -> str:
    for _use, pattern in _USES:
        words = pattern.sub(" ", words)
    return _FILLERS.sub(" ", _ONLY.sub(" ", words)).strip()


def _half_read() -> str:
    return _("Cette réponse n’est pas comprise en entier : relisez-la et décidez usage par usage.")
