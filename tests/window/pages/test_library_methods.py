# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of methods at the window: found by need, put into workshops, compared, proposed to, renewed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.actions.proposals import waiting
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Edition, Review
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Reading
from forgeatelier.model.workshop.lineage import Relation
from forgeatelier.model.workshop.plan import derived_steps
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.window.methods.chooser import MethodChooser
from forgeatelier.window.pages.library import LibraryPage
from forgeatelier.window.typed import Typed

Key = Qt.Key


@pytest.fixture
def open_library(dress, in_front, desk, rest):
    """Open the page and wait until everything at hand is read."""

    def open_(address: str = "library", scale: float = 1.0) -> LibraryPage:
        dress("day", scale)
        page = LibraryPage(desk, address)
        page.resize(1294, 700)
        in_front(page)
        rest()
        return page

    return open_


@pytest.fixture
def cafe(atelier) -> Protocol:
    return AtHand(atelier.library).get("cafe-du-monde", "fr")


@pytest.fixture
def segou(atelier, cafe) -> Workshop:
    """A café held in Ségou, its first step ten minutes longer than the protocol said."""
    change = new_workshop(cafe, starts_on=date(2026, 3, 2), people=40, town="Ségou", country="ML")
    atelier.keep(change)
    made = next(one for one in change.after if isinstance(one, Workshop))
    steps = derived_steps(made)
    own = replace(made, own_steps=True, state=WorkshopState.HELD)
    atelier.keep(
        Change("Adapter", (made,), (own, replace(steps[0], minutes=steps[0].minutes + 10), *steps[1:]))
    )
    return own


def shown(page: LibraryPage) -> list[Protocol]:
    return [held.protocol for held in page.look.list.shelf._rows if held.protocol is not None]


def choose(box, value) -> None:
    """As a person does with the arrow keys."""
    box.setCurrentIndex(box.findData(value))


def test_one_finds_a_method_by_need_time_people_and_who_reads(open_library):
    page = open_library()
    filters = page.look.filters
    choose(filters.need, "decider")
    assert shown(page)
    assert all("decider" in one.needs for one in shown(page))
    choose(filters.longest, 240)
    filters.people.setValue(20)
    choose(filters.reading, Reading.NONE)
    filters.power.setChecked(True)
    found = [one.title for one in shown(page)]
    assert "Décider par consentement" in found
    assert "Poser la gouvernance d’un commun" not in found, "it takes a day, and readers"
    assert filters.narrowed() == 5
    filters.drop.click()
    assert filters.narrowed() == 0
    assert len(shown(page)) == len(page.look.shelf.every)


def test_the_words_of_a_need_are_found_as_one_types_in_either_language(open_library, qtbot):
    page = open_library()
    filters = page.look.filters
    for typed, title in (("remue-meninges", "Café du monde"), ("consentement", "Décider par consentement")):
        filters.search.clear()
        qtbot.keyClicks(filters.search, typed)
        assert title in [one.title for one in shown(page)]
    choose(filters.need, "reparer")
    assert shown(page) == [], "the words and the need must both fit"


def test_a_device_that_is_missing_hides_what_cannot_be_held_without_it_and_what_does_not_say(
    open_library, atelier, cafe
):
    silent = replace(cafe, id="11111111-2222-4333-8444-555555555555", title="Muet", devices=())
    atelier.keep(Change("Ajouter", (), (silent,)))
    page = open_library()
    assert "Muet" in [one.title for one in shown(page)]
    page.look.filters.computer.setChecked(True)
    titles = [one.title for one in shown(page)]
    assert "Muet" not in titles
    assert not [title for title in titles if title.startswith("Analyser le sol")]
    assert "Café du monde" in titles


def test_filters_stay_when_one_comes_back_even_to_a_protocol_they_would_hide(open_library, rest):
    page = open_library()
    choose(page.look.filters.need, "decider")
    before = [one.title for one in shown(page)]
    page.leaving()
    page.arrive("library")
    assert [one.title for one in shown(page)] == before
    page.arrive("library/four-solaire-boite")
    rest()
    assert page.look.filters.need.value() == "decider"
    assert shown(page)[0].title.startswith("Construire un four")
    assert [one.title for one in shown(page)[1:]] == before


def test_filters_stay_when_the_window_changes_its_language_or_size(open_library, desk, rest):
    page = open_library()
    choose(page.look.filters.need, "decider")
    page.look.filters.phone.setChecked(True)
    typed = Typed.on(page)
    again = open_library(scale=2.0)
    typed.into(again)
    rest()
    assert again.look.filters.need.value() == "decider"
    assert again.look.filters.phone.isChecked()
    assert [one.title for one in shown(again)] == [one.title for one in shown(page)]


def test_a_method_goes_to_the_end_of_a_workshop_and_remembers_where_it_comes_from(
    open_library, desk, heard, workshop
):
    page = open_library("library/cafe-du-monde")
    count = len(workshop.protocol.steps)
    page.look.insert.click()
    page._form.keep_button.click()
    steps = sorted(desk.atelier.library.all(PlannedStep, workshop_id=workshop.id), key=lambda one: one.place)
    added = steps[count:]
    assert [one.source_step for one in added] == [one.id for one in page.look.list.current().protocol.steps]
    assert {one.source_version for one in added} == {"1.0.0"}
    assert heard.went == [f"workshop/{workshop.id}/prepare"]
    desk.history.undo()
    assert desk.atelier.library.all(PlannedStep) == ()


def test_without_a_workshop_in_preparation_one_is_told_so(open_library):
    page = open_library("library/cafe-du-monde")
    page.look.insert.click()
    assert not page._form.keep_button.isVisibleTo(page)
    page._form.left.emit()
    assert page._form is None


def test_the_planner_chooses_a_method_that_fits_its_people_and_minutes(dress, desk, rest, qtbot):
    dress()
    chooser = MethodChooser(None, desk, people=20, minutes=180)
    qtbot.addWidget(chooser)
    chooser.show()
    rest()
    rows = [held.protocol for held in chooser.shelf.list.shelf._rows]
    assert rows
    assert all(one.minutes <= 240 and one.group.min <= 20 <= one.group.max for one in rows)
    qtbot.keyClicks(chooser.shelf.filters.search, "consentement")
    qtbot.keyClick(chooser.shelf.filters.search, Key.Key_Return)
    assert chooser.result() == MethodChooser.DialogCode.Accepted
    assert chooser.protocol.title == "Décider par consentement"
    assert chooser.wanted() == tuple(step.id for step in chooser.protocol.steps)
    chooser.steps.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert chooser.wanted() == tuple(step.id for step in chooser.protocol.steps[1:])


def test_a_workshop_proposes_and_the_library_makes_a_new_version_of_it(
    open_library, desk, rest, qtbot, cafe, segou
):
    page = open_library(f"library/{cafe.id}/propose/{segou.id}")
    proposing = page._proposing
    (check,) = proposing.ticked.checks.values()
    assert check.isChecked()
    qtbot.keyClicks(proposing.reason, "Les gens arrivent tard")
    proposing.keep_button.click()
    rest()
    (proposal,) = waiting(desk.atelier.library, cafe.id)
    assert proposal.reason == "Les gens arrivent tard"
    page.arrive(f"library/{cafe.id}/proposals")
    rest()
    assert page.look.tabs.tabText(2) == "Propositions (1)"
    tab = page.look.proposals
    assert not tab.keep_button.isEnabled(), "nothing is ticked yet"
    tab.lines.checks[proposal.id].setFocus()
    qtbot.keyClick(tab.lines.checks[proposal.id], Key.Key_Space)
    tab.keep_button.click()
    assert tab.note_field.error(), "a version needs its note"
    qtbot.keyClicks(tab.note, "Accueil plus long")
    qtbot.keyClick(tab.note, Key.Key_Return)
    rest()
    (mine,) = desk.atelier.library.all(Protocol)
    assert (mine.id, mine.version, mine.change_note) == (cafe.id, "1.1.0", "Accueil plus long")
    assert mine.steps[0].minutes == cafe.steps[0].minutes + 10
    assert [one.version for one in desk.atelier.library.all(Edition)] == ["1.0.0"]
    assert page.look.list.current().protocol == mine
    assert not page.look.list.current().waiting
    desk.history.undo()
    rest()
    assert desk.atelier.library.all(Protocol) == ()
    assert page.look.list.current().waiting == 1


def test_one_comes_from_a_workshop_just_changed_and_the_form_stays_open(
    open_library, desk, rest, qtbot, cafe, segou
):
    page = open_library()
    page.hide()
    desk.keep(Change("Renommer", (segou,), (replace(segou, title="Café de Ségou"),)))
    page.show()
    page.arrive(f"library/{cafe.id}/propose/{segou.id}")
    qtbot.keyClicks(page._proposing.reason, "Trop court")
    rest()
    assert page._proposing.isVisibleTo(page)
    assert page._proposing.reason.toPlainText() == "Trop court"
    page.look.list.setCurrentIndex(page.look.list.shelf.index(0))
    assert page._proposing is None, "another protocol is another matter"


def test_a_proposal_that_no_longer_fits_cannot_be_ticked_but_can_be_put_aside(
    open_library, desk, rest, cafe, segou
):
    page = open_library(f"library/{cafe.id}/propose/{segou.id}")
    page._proposing.keep_button.click()
    rest()
    shorter = replace(cafe, version="2.0.0", steps=cafe.steps[1:])
    desk.keep(Change("Raccourcir", (), (shorter,)))
    rest()
    page.show_tab("proposals")
    rest()
    tab = page.look.proposals
    ((key, check),) = tab.lines.checks.items()
    assert not check.isEnabled()
    tab.lines.dropped.emit(key)
    rest()
    assert waiting(desk.atelier.library) == ()
    assert tab.empty.isVisibleTo(page)


def test_real_times_of_three_workshops_become_a_version(open_library, desk, atelier, rest, qtbot, cafe):
    step = next(one for one in cafe.steps if not one.per_person_seconds)
    for day, town in enumerate(("Ségou", "Kayes", "Mopti"), 2):
        change = new_workshop(cafe, starts_on=date(2026, 3, day), town=town)
        made = replace(change.after[-1], state=WorkshopState.HELD)
        began = datetime(2026, 3, day, 9, tzinfo=UTC)
        ended = began + timedelta(minutes=step.minutes + 20)
        atelier.keep(Change("Tenir", (), (made,)))
        run = StepRun(workshop_id=made.id, step_id=step.id, began=began, ended=ended)
        atelier.keep(Change("Noter", (), (run,)))
    page = open_library(f"library/{cafe.id}/proposals")
    assert page.look.list.current().standing.evidence == "tenu 3 fois, à Ségou, Kayes et Mopti"
    ((_key, check),) = page.look.proposals.timed.checks.items()
    assert check.text().endswith("(plus long 3 fois sur 3)")
    check.setChecked(True)
    qtbot.keyClicks(page.look.proposals.note, "Durees vraies")
    page.look.proposals.keep_button.click()
    rest()
    (mine,) = desk.atelier.library.all(Protocol)
    assert mine.step(step.id).minutes == step.minutes + 20


def test_the_tree_is_walked_with_the_arrows_and_what_one_stands_on_is_compared(
    open_library, desk, heard, rest, qtbot, cafe, segou
):
    page = open_library(f"library/{cafe.id}/versions")
    tab = page.look.versions
    assert tab.tree.node().title == "Version 1.0.0"
    tab.tree.setFocus()
    qtbot.keyClick(tab.tree, Key.Key_Down)
    assert tab.tree.node().relation is Relation.WORKSHOP
    # The workshop came after the version it adapted: what it added is not « retiré ».
    assert (tab.one.value(), tab.other.value()) == (f"{cafe.id}@{cafe.version}", segou.id)
    said = tab.comparison.toPlainText()
    assert f"{cafe.steps[0].title} · Durée" in said
    assert "10 min" in said
    assert "20 min" in said
    assert "<s" in tab.comparison._columns() or "line-through" in tab.comparison.toHtml()
    qtbot.keyClick(tab.tree, Key.Key_Return)
    assert heard.went == [f"workshop/{segou.id}/prepare"]
    qtbot.keyClick(tab.tree, Key.Key_Down)
    assert tab.tree.node().relation is Relation.TRANSLATION
    assert int(tab.count.text().split()[0]) > 50
    assert not tab.propose.isVisibleTo(page)


def test_the_shipped_text_stands_among_the_versions_of_ones_own(open_library, atelier, cafe):
    older = replace(cafe, version="0.9.0", title="Ancien café")
    atelier.keep(Change("Garder", (), (older,)))
    page = open_library(f"library/{cafe.id}/versions")
    titles = [one.words for one in page.look.versions._texts.values()][:2]
    assert titles == [f"Version {cafe.version}", "Version 0.9.0"]
    assert "Titre" in page.look.versions.comparison.toPlainText()


def test_having_read_a_version_over_is_one_press_and_shows_at_once(open_library, desk, rest, cafe):
    page = open_library(f"library/{cafe.id}/versions")
    assert page.look.list.current().standing.stage == "draft"
    page.look.versions.review.click()
    rest()
    assert len(desk.atelier.library.all(Review)) == 1
    assert page.look.list.current().standing.stage == "reviewed"
    assert not page.look.versions.review.isVisibleTo(page)
    desk.history.undo()
    rest()
    assert page.look.list.current().standing.stage == "draft"


def rewrite(page: LibraryPage, rest, start: str, new: str) -> None:
    """Rewrite the first line that begins so, and have it read."""
    lines = page.editing.text().split("\n")
    number = next(place for place, line in enumerate(lines) if line.startswith(start))
    cursor = QTextCursor(page.editing.editor.document().findBlockByNumber(number))
    cursor.select(QTextCursor.SelectionType.LineUnderCursor)
    cursor.insertText(new)
    page.editing._pause.stop()
    page.editing._read()
    rest()


def test_changing_the_text_of_what_was_held_asks_for_a_note_unless_it_is_a_small_correction(
    open_library, desk, rest, qtbot, cafe, segou
):
    page = open_library(f"library/{cafe.id}")
    page.edit()
    rest()
    rewrite(page, rest, "titre:", "titre: Café du village")
    page.look.primary.click()
    assert page.editing.note_field.error()
    assert desk.atelier.library.all(Protocol) == ()
    page.editing.same.setChecked(True)
    page.look.primary.click()
    rest()
    (mine,) = desk.atelier.library.all(Protocol)
    assert (mine.title, mine.version) == ("Café du village", "1.0.0")
    assert desk.atelier.library.all(Edition) == ()
    page.edit()
    rest()
    rewrite(page, rest, "titre:", "titre: Café de la place")
    qtbot.keyClicks(page.editing.note, "Nouveau nom")
    page.look.primary.click()
    rest()
    (mine,) = desk.atelier.library.all(Protocol)
    assert (mine.title, mine.version, mine.change_note) == ("Café de la place", "1.1.0", "Nouveau nom")
    (edition,) = desk.atelier.library.all(Edition)
    assert edition.protocol.title == "Café du village"


@pytest.mark.parametrize("tab", ["read", "versions", "proposals"])
@pytest.mark.parametrize(("look", "scale"), [("day", 1.0), ("night", 2.0)])
def test_every_tab_fits_a_small_screen(tab, look, scale, dress, in_front, desk, rest, cafe, segou):
    dress(look, scale)
    page = LibraryPage(desk, f"library/{cafe.id}/{tab}")
    page.resize(1160, 560)
    in_front(page)
    rest()
    page.grab()
    assert page.minimumSizeHint().width() <= 1160
    assert page.minimumSizeHint().height() <= 560
