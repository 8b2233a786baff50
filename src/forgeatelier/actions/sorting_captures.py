# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Families, key words and near-duplicates: the changes a board of captures makes, each for many at once."""

from collections.abc import Iterable
from dataclasses import replace

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import PUBLISHABLE_STATES, Capture, CaptureState


def in_cluster(captures: Iterable[Capture], cluster: str) -> Change:
    """Put these into a family (none: out of the one they are in)."""
    name = tidy(cluster)
    moved = tuple(one for one in captures if one.cluster != name)
    title = _("Mettre dans une famille") if name else _("Sortir d’une famille")
    return Change(title, moved, tuple(replace(one, cluster=name) for one in moved))


def rename_cluster(captures: Iterable[Capture], old: str, new: str) -> Change:
    """Call a family something else; under the name of another the two become one."""
    members = tuple(one for one in captures if one.cluster == old)
    name = tidy(new)
    if not name:
        raise AtelierError(_("Cette famille n’a pas de nom."), _("Écrire un mot ou deux."))
    return replace(in_cluster(members, name), title=_("Nommer une famille"))


def clusters_of(captures: Iterable[Capture]) -> tuple[str, ...]:
    """The families there are, the one begun first comes first."""
    return tuple(dict.fromkeys(one.cluster for one in sorted(captures, key=_filed) if one.cluster))


def tags_in(text: str) -> tuple[str, ...]:
    """The key words of a line: parted by commas or semicolons, each once, without the sign some put before them."""
    words = (tidy(word).lstrip("#").strip() for word in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def tagged(captures: Iterable[Capture], text: str) -> Change:
    """Add key words to these; one written « -eau » is taken off."""
    off = {word[1:].strip() for word in tags_in(text) if word.startswith("-")}
    on = tuple(word for word in tags_in(text) if not word.startswith("-"))
    before, after = [], []
    for one in captures:
        tags = tuple(dict.fromkeys((*(word for word in one.tags if word not in off), *on)))
        if tags != one.tags:
            before.append(one)
            after.append(replace(one, tags=tags))
    return Change(_("Mettre des mots-clés"), tuple(before), tuple(after))


def tags_of(captures: Iterable[Capture]) -> tuple[str, ...]:
    """The key words in use, in the order of the alphabet."""
    return tuple(sorted({word for one in captures for word in one.tags}, key=str.casefold))


def merged(captures: Iterable[Capture], every: Iterable[Capture] = ()) -> Change:
    """Let the first of these stand for all of them: the others are hidden and remember for which one.

    It takes over their key words, their family if it has none, and that one of them was retained. `every` are the
    captures of the workshop: those merged earlier into one of the others follow.
    """
    chosen = tuple(dict.fromkeys(captures))
    if len(chosen) < 2:
        raise AtelierError(_("Il n’y a qu’une prise choisie."), _("En choisir deux ou plus, puis réunir."))
    first, others = chosen[0], chosen[1:]
    gone = {one.id for one in others}
    followers = tuple(
        one for one in every if one.same_as in gone and one.id != first.id and one.id not in gone
    )
    kept = any(one.state in PUBLISHABLE_STATES for one in chosen)
    after = replace(
        first,
        tags=tuple(dict.fromkeys(word for one in chosen for word in one.tags)),
        cluster=next((one.cluster for one in chosen if one.cluster), ""),
        state=CaptureState.RETAINED if kept and first.state not in PUBLISHABLE_STATES else first.state,
        same_as="",
    )
    hidden = tuple(replace(one, same_as=first.id, state=CaptureState.HIDDEN) for one in others)
    moved = tuple(replace(one, same_as=first.id) for one in followers)
    title = ngettext("Réunir avec une autre prise", "Réunir avec d’autres prises", len(others))
    return Change(title, (first, *others, *followers), (after, *hidden, *moved))


def apart(captures: Iterable[Capture]) -> Change:
    """Take captures that were merged as their own again."""
    held = tuple(one for one in captures if one.same_as)
    after = tuple(replace(one, same_as="", state=CaptureState.SORTED) for one in held)
    return Change(_("Séparer des prises"), held, after)


def _filed(capture: Capture) -> str:
    return capture.id
