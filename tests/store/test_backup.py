# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""There is always a copy to come back to."""

from datetime import timedelta

import pytest

from forgeatelier.actions import tidy
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.backup import back_up, backups, thin
from forgeatelier.store.library import Library


def test_coming_back_to_a_copy_restores_what_it_held_and_keeps_the_rest_aside(library, now):
    first = Workshop(title="Avant")
    library.apply(Change("", after=(first,)), now)
    tidy.back_up(library, now)
    second = Workshop(title="Après")
    library.apply(Change("", after=(second,)), now)
    library.close()
    tidy.restore(library.folder, None, now + timedelta(minutes=5))
    again = Library(library.folder, now)
    assert [w.title for w in again.all(Workshop)] == ["Avant"]
    assert list((library.folder / "backups").glob("*-remplacee.sqlite.old"))
    again.close()


def test_a_stale_log_is_never_replayed_into_a_restored_copy(library, now):
    library.apply(Change("", after=(Workshop(title="Copie"),)), now)
    tidy.back_up(library, now)
    library.close()
    (library.folder / "library.sqlite-wal").write_bytes(b"ancien journal")
    tidy.restore(library.folder, None, now)
    assert not (library.folder / "library.sqlite-wal").exists()


def test_a_restored_library_begins_a_new_incarnation(library, now):
    before = library._incarnation
    tidy.back_up(library, now)
    library.close()
    tidy.restore(library.folder, None, now)
    # The computer remembers the incarnation it used; the restored file must not write under it again.
    again = Library(library.folder, now)
    assert again._incarnation != before
    again.close()


def test_a_damaged_copy_is_refused(library, now):
    made = tidy.back_up(library, now)
    library.close()
    made.write_bytes(b"pas une base")
    with pytest.raises(AtelierError, match="abîmée"):
        tidy.restore(library.folder, made, now)


def test_an_open_library_is_not_restored_under_ones_feet(library, now):
    tidy.back_up(library, now)
    with pytest.raises(AtelierError, match="déjà ouverte"):
        tidy.restore(library.folder, None, now)


def test_copies_are_thinned_as_they_age(library, now):
    for days in (0, 0.5, 1, 3, 3.2, 5, 20, 21, 22, 100, 101):
        back_up(library.folder, now - timedelta(days=days))
    thin(library.folder, now)
    ages = [round((now - b.made).total_seconds() / 86400, 1) for b in backups(library.folder)]
    assert ages[:3] == [0, 0.5, 1.0]
    assert len([a for a in ages if 2 < a <= 14]) == 2
    assert len([a for a in ages if 14 < a <= 60]) <= 2
    assert len([a for a in ages if a > 60]) == 1
