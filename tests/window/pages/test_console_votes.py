# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room that votes and forms groups, at the console and by the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from forgeatelier.atelier import Atelier
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.model.workshop.grouping import Grouping
from forgeatelier.model.workshop.vote import Vote, VoteEntry
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.console import Console
from forgeatelier.window.stage import Stage
from window.live_room import Clock, short_day

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def atelier(tmp_path: Path, clock: Clock) -> Iterator[Atelier]:
    opened = Atelier.create(tmp_path / "bibliotheque", clock)
    yield opened
    opened.close()


@pytest.fixture
def workshop(atelier: Atelier) -> Workshop:
    made, steps = short_day()
    atelier.keep(Change("", (), (made, *steps)))
    return made


@pytest.fixture
def page(dress, in_front, desk, workshop) -> WorkshopPage:
    dress()
    Stage.of(desk, workshop.id).timer.stop()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/run")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def console(page) -> Console:
    panel = page.panel("run")
    panel.advance()
    return panel


@pytest.fixture
def press(qtbot, console) -> Callable[..., None]:
    def keys(*names: object) -> None:
        for name in names:
            target = console.window().focusWidget() or console
            if isinstance(name, str):
                qtbot.keyClicks(target, name)
            elif isinstance(name, tuple):
                qtbot.keyClick(target, name[0], name[1])
            else:
                qtbot.keyClick(target, name)

    return keys


def ask_and_count(press) -> None:
    press("v", "Quel puits d'abord ?", Key.Key_Return, "Nord", Key.Key_Return, "Sud", Key.Key_Return, "Est")
    press((Key.Key_Return, Mod.ControlModifier))
    press("14", Key.Key_Return, "9", Key.Key_Return, "3", Key.Key_Return)


def test_hands_are_counted_in_a_few_keys_and_become_a_decision(console, press, atelier):
    ask_and_count(press)
    (vote,) = atelier.library.all(Vote)
    (entry,) = atelier.library.all(VoteEntry)
    assert vote.closed is not None
    assert vote.step_id == "accueil"
    assert [one.count for one in entry.tallies] == [14, 9, 3]
    assert "Nord" in vote.outcome
    console.board.vote.note_decision()
    (decision,) = atelier.library.all(Capture)
    assert decision.kind is CaptureKind.DECISION
    assert "Nord" in decision.text
    assert decision.decided.vote_id == vote.id
    assert not console.board.asks


def test_letters_of_the_question_do_nothing_else_and_escape_comes_back(console, press, atelier):
    press("v", "mmr")
    assert console.board.vote.question.text() == "mmr"
    press(Key.Key_Escape)
    assert not console.board.asks
    assert atelier.library.all(Vote) == ()


def test_an_open_vote_is_counted_later(console, press, atelier):
    press("v", "On continue ?", Key.Key_Return, "Oui", Key.Key_Return, "Non")
    press((Key.Key_Return, Mod.ControlModifier), Key.Key_Escape)
    press("v", "7", Key.Key_Return, "2", Key.Key_Return)
    (entry,) = atelier.library.all(VoteEntry)
    assert [one.count for one in entry.tallies] == [7, 2]


def test_a_question_without_choices_is_refused_in_words(console, press, atelier, heard):
    press("v", "Et alors ?", Key.Key_Return, (Key.Key_Return, Mod.ControlModifier))
    assert atelier.library.all(Vote) == ()
    assert "pas assez de choix" in heard.told[0].what


def test_consent_counts_each_level(console, press, atelier):
    console.do("vote")
    console.board.vote.form.choose("consentement")
    press("On ferme a midi", Key.Key_Return)
    assert len(console.board.vote.counts) == 3
    press("10", Key.Key_Return, "2", Key.Key_Return, "1", Key.Key_Return)
    (vote,) = atelier.library.all(Vote)
    assert "objection" in vote.outcome


def test_the_room_sees_voices_only_once_the_vote_is_closed(console, press, qtbot):
    projection = console.projection
    projection.begin(console.stage)
    qtbot.addWidget(projection.face)
    console.window().activateWindow()
    console.setFocus()
    console.do("vote")
    press(
        "Quel puits ?", Key.Key_Return, "Nord", Key.Key_Return, "Sud", (Key.Key_Return, Mod.ControlModifier)
    )
    panel = console.board.vote
    panel.shown.emit(panel.box)
    said = projection.face.content.parts[0].instruction
    assert said.splitlines() == ["Nord", "Sud"]
    press("8", Key.Key_Return, "3", Key.Key_Return)
    assert projection.face.content.parts[0].instruction == said
    room = [one for one in panel.findChildren(QPushButton) if one.text() == "Montrer à la salle"][-1]
    room.click()
    assert "8" in projection.face.content.parts[0].instruction
    panel.shown.emit(None)
    assert projection.face.content.parts[0].title == "Accueil"
    projection.end()


def test_a_vote_leaves_the_room_s_screen_with_its_step(console, press, qtbot):
    projection = console.projection
    projection.begin(console.stage)
    qtbot.addWidget(projection.face)
    console.window().activateWindow()
    console.setFocus()
    ask_and_count(press)
    console.board.vote.shown.emit(console.board.vote.box)
    assert projection.face.content.parts[0].title.startswith("Quel puits")
    console.advance()
    assert projection.face.content.parts[0].title == "Grande carte"
    projection.end()


def test_groups_are_formed_in_two_keys_and_latecomers_find_a_place(console, press, atelier, workshop):
    def arrive(count: int, first: int) -> None:
        for number in range(first, first + count):
            person = Person(given_names=f"Prenom{number}", family_name="Essai", sex=list(Sex)[number % 2])
            here = Attendance(workshop_id=workshop.id, person_id=person.id, presence=Presence.PRESENT)
            atelier.keep(Change("", (), (person, here)))

    arrive(10, 0)
    press("g", "3", Key.Key_Return)
    (grouping,) = atelier.library.all(Grouping)
    assert sorted(len(team.people) for team in grouping.teams) == [3, 3, 4]
    assert grouping.step_id == "accueil"
    arrive(1, 10)
    console.board.groups.late.click()
    (grouping,) = atelier.library.all(Grouping)
    assert sorted(len(team.people) for team in grouping.teams) == [3, 4, 4]
    press(Key.Key_Escape)
    assert not console.board.asks
