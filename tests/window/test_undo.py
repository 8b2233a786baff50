# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything can be taken back, and a refusal takes nothing back by halves."""

from dataclasses import replace

import pytest

from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.undo import History


@pytest.fixture
def history(qapp, library, now):
    return History(Atelier(library, lambda: now))


def renamed(history, before, title):
    after = replace(before, title=title)
    history.keep(Change(f"Renommer en {title}", (before,), (after,)))
    return after


def test_three_names_are_taken_back_and_made_again(history, library):
    first = Workshop(title="Un")
    history.keep(Change("Créer", after=(first,)))
    second = renamed(history, first, "Deux")
    renamed(history, second, "Trois")
    history.undo()
    history.undo()
    assert library.get(Workshop, first.id).title == "Un"
    assert history.redoText() == "Renommer en Deux"
    history.redo()
    assert library.get(Workshop, first.id).title == "Deux"


def test_a_new_change_after_an_undo_forgets_what_was_undone(history, library):
    first = Workshop(title="Un")
    history.keep(Change("Créer", after=(first,)))
    renamed(history, first, "Deux")
    history.undo()
    renamed(history, first, "Autre")
    assert not history.canRedo()
    history.undo()
    assert library.get(Workshop, first.id).title == "Un"


def test_a_refused_undo_leaves_the_history_where_it_was(history, library, monkeypatch):
    first = Workshop(title="Un")
    history.keep(Change("Créer", after=(first,)))
    renamed(history, first, "Deux")

    def full(*_anything):
        raise AtelierError("Le disque est plein.")

    with monkeypatch.context() as patch:
        patch.setattr(library, "apply", full)
        with pytest.raises(AtelierError):
            history.undo()
    assert history.undoText() == "Renommer en Deux"
    assert library.get(Workshop, first.id).title == "Deux"
    history.undo()
    assert library.get(Workshop, first.id).title == "Un"


def test_the_oldest_changes_are_forgotten_at_the_limit(history, library):
    workshop = Workshop(title="0")
    history.keep(Change("Créer", after=(workshop,)))
    for number in range(1, 506):
        workshop = renamed(history, workshop, str(number))
    for _turn in range(500):
        history.undo()
    assert not history.canUndo()
    assert library.get(Workshop, workshop.id).title == "5"
