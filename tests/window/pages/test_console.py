# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day typed at the console: begun, run late, caught up, cut by the power, ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from forgeatelier.actions.live import Recovery
from forgeatelier.atelier import Atelier
from forgeatelier.ground import preferences
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.capture import CaptureKind
from forgeatelier.model.workshop.live import Level, Standing
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.window import heartbeat
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
    # The tests count the seconds themselves.
    Stage.of(desk, workshop.id).timer.stop()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/run")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def console(page) -> Console:
    panel = page.panel("run")
    assert isinstance(panel, Console)
    return panel


@pytest.fixture
def press(qtbot, console):
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


@pytest.fixture
def wait(clock, console):
    def on(minutes: float = 0, seconds: float = 0) -> None:
        clock.on(minutes, seconds)
        console.stage.tick()

    return on


def running(console: Console) -> list[str]:
    return [one.step.title for one in console.stage.live.state.running]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def story(console: Console) -> str:
    return "\n".join(label.text() for label in console.board.story.findChildren(QLabel))


def test_a_whole_day_is_typed_without_the_pointer(console, press, wait, desk, workshop, heard, atelier):
    press(Key.Key_Return)
    assert running(console) == ["Accueil"]
    assert atelier.library.get(Workshop, workshop.id).state is WorkshopState.RUNNING
    wait(5)
    press("n", "Le puits est loin", Key.Key_Return, "d", "On garde trois groupes", Key.Key_Return)
    press("q", "Inviter la mairie", Key.Key_Return)
    wait(15)
    press(Key.Key_Right)
    assert running(console) == ["Grande carte"]
    wait(90)
    press(Key.Key_PageDown)
    assert running(console) == ["Points d’eau", "Terres"]
    wait(40)
    press(Key.Key_Down)
    assert running(console) == ["Jeu"]
    wait(20)
    press(Key.Key_Right, Key.Key_Right)
    wait(60)
    press(Key.Key_Right)
    assert running(console) == ["Restitution"]
    wait(30)
    console.end()
    console.close_workshop()
    assert atelier.library.get(Workshop, workshop.id).state is WorkshopState.HELD
    assert heard.went == [f"workshop/{workshop.id}/harvest"]
    caught = {one.text: one for one in console.subject.captures()}
    assert {one.step_id for one in caught.values()} == {"accueil"}
    assert caught["On garde trois groupes"].kind is CaptureKind.DECISION
    assert caught["Inviter la mairie"].tags == ("parking",)
    took = {run.step_id: run.minutes for run in atelier.library.all(StepRun)}
    assert (took["accueil"], took["carte"], took["eau"], took["bilan"]) == (20, 90, 40, 30)


def test_the_time_left_has_a_colour_a_word_and_a_shape(console, press, wait):
    face = console.board.head.face
    assert (face.timer, face.word) == ("09:00", "Prêt\u00a0: début 09:00")
    press(Key.Key_Space)
    seen = []
    for minutes in (0, 16, 3, 1, 2):
        wait(minutes)
        seen.append((face.timer, face.level, face.word))
    assert seen == [
        ("20:00", Level.OK, "En cours"),
        ("04:00", Level.SOON, "Bientôt fini"),
        ("01:00", Level.LAST, "Dernier moment"),
        ("00:00", Level.LAST, "Dernier moment"),
        ("+02:00", Level.OVER, "Dépassement"),
    ]
    press(Key.Key_Space)
    assert (face.level, face.word) == (Level.PAUSED, "En pause")
    wait(5)
    assert face.timer == "+02:00", "a pause is no time of the step"
    press(Key.Key_Space)
    wait(seconds=15)
    assert face.timer == "+02:15"


def test_lateness_is_said_in_words_with_the_next_locked_point(console, press, wait):
    press(Key.Key_Space)
    wait(28)
    said = plain(console.board.head.late.text())
    assert said.startswith("8 min de retard : Tampon 10 → 2, Repas 12:00")
    assert "−" not in said
    assert [one.time for one in console.board.ahead.lines] == ["09:28", "10:58", "10:58"]


def test_minutes_are_added_and_taken_off_by_a_letter(console, press, wait):
    press(Key.Key_Space, "m", "m", (Key.Key_M, Mod.ShiftModifier))
    wait()
    assert console.board.head.face.timer == "21:00"


def test_letters_typed_in_a_note_stay_letters_and_escape_gives_the_keys_back(console, press, wait):
    press(Key.Key_Space, "n", "mmq r. b", Key.Key_Left, Key.Key_Home)
    wait()
    assert console.quick.words.toPlainText() == "mmq r. b"
    assert console.board.head.face.timer == "20:00"
    assert not console.board.asks
    press(Key.Key_Escape)
    press("m")
    wait()
    assert console.board.head.face.timer == "21:00"
    assert console.subject.captures()[0].text == "mmq r. b", "what was typed is kept"


def test_going_on_too_soon_is_taken_back_within_ten_seconds_by_an_arrow(console, press, wait, desk):
    press(Key.Key_Space)
    wait(5)
    press(Key.Key_Right)
    bar = console.board.undo_bar
    assert running(console) == ["Grande carte"]
    assert bar.isVisible()
    wait(seconds=4)
    press(Key.Key_Left)
    assert running(console) == ["Accueil"]
    assert not bar.isVisible()
    assert console.stage.live.state.find("carte").standing is Standing.TO_DO
    press(Key.Key_Right)
    wait(seconds=11)
    assert not bar.isVisible()
    press(Key.Key_Left)
    assert running(console) == ["Accueil"]
    kinds = [one.kind for one in desk.atelier.library.all(LiveEvent)]
    assert LiveKind.STEP_REOPENED in kinds, "after ten seconds one goes back to the step before"


def test_the_undo_bar_is_pressed_and_ctrl_z_does_the_same(console, press, wait, desk, qtbot):
    press(Key.Key_Space)
    wait(5)
    press(Key.Key_Right)
    console.board.undo_bar.back.click()
    assert running(console) == ["Accueil"]
    press(Key.Key_Right)
    desk.history.undo()
    assert running(console) == ["Accueil"]
    qtbot.waitUntil(lambda: not console.board.undo_bar.isVisible())


def test_lateness_is_made_up_for_in_three_keys_and_undone_in_one(console, press, wait, desk):
    press(Key.Key_Space)
    wait(35)
    press(Key.Key_Right)
    before = plain(console.board.head.late.text())
    assert before.startswith("15 min de retard")
    journal = desk.history.count()
    press("r")
    late = console.late
    assert late.isVisible()
    assert len(late.options) >= 3
    press("2")
    assert late.at == 1
    press("1", Key.Key_Return)
    assert not late.isVisible()
    assert desk.history.count() == journal + 1, "one change"
    wait()
    assert plain(console.board.head.late.text()) != before
    assert console.stage.view.lock.late == 0
    desk.history.undo()
    wait()
    assert plain(console.board.head.late.text()) == before


def test_the_late_assistant_is_left_without_changing_anything(console, press, wait, desk):
    press(Key.Key_Space)
    wait(35)
    journal = desk.history.count()
    press("r", "b", Key.Key_Down, "d", Key.Key_Escape)
    assert not console.board.asks
    assert desk.history.count() == journal
    assert console.quick.mode == "note", "D chose the fourth option, it did not begin a decision"
    assert not console.projection.open


def test_keys_between_digits_choose_on_a_french_keyboard(console, press, wait, qtbot):
    press(Key.Key_Space)
    wait(35)
    press("r")
    qtbot.keyClicks(console.late, '"')
    assert console.late.at == min(2, len(console.late.options) - 1)


def test_lanes_are_timed_side_by_side_and_each_goes_on_alone(console, press, wait):
    press(Key.Key_Space)
    wait(20)
    press(Key.Key_Right)
    wait(90)
    press(Key.Key_Right)
    cards = console.board.lanes.cards
    assert [(card.lane, card.face.timer) for card in cards] == [("Eau", "30:00"), ("Sols", "40:00")]
    assert console.board.head.face.timer == "30:00", "the tightest lane is timed large"
    cards[1].pressed.emit()
    assert console.board.head.face.timer == "40:00"
    press("m")
    wait()
    assert [card.face.timer for card in cards] == ["30:00", "41:00"]
    press("n", "Le sol est sec", Key.Key_Return)
    assert [one.step_id for one in console.subject.captures()] == ["sols"]


def test_plan_b_is_one_key_away_and_back(console, press, wait):
    press(Key.Key_Space)
    wait(20)
    press(Key.Key_Right)
    assert "cailloux" not in story(console)
    press("s")
    assert "Dessiner au sol avec des cailloux" in story(console)
    press(Key.Key_Space)
    assert console.stage.live.state.find("carte").plan_b is Trouble.NO_POWER
    assert "plan B" in console.board.head.facts.text()


def test_another_step_is_looked_at_before_it_is_begun(console, press, wait, page):
    press(Key.Key_Space)
    wait(5)
    press(Key.Key_End)
    assert console.step_now() == "bilan"
    assert running(console) == ["Accueil"]
    assert page.primary.text() == "Démarrer cette étape"
    press(Key.Key_Escape)
    assert console.step_now() == "accueil"
    press(Key.Key_End, Key.Key_Return)
    assert running(console) == ["Restitution"]


def test_the_list_of_steps_keeps_its_arrows(console, press, wait):
    press(Key.Key_Space, "l")
    assert console.list.isVisible()
    press(Key.Key_Down, Key.Key_Down)
    assert running(console) == ["Accueil"], "an arrow in the list begins nothing"
    assert console.step_now() == "eau"
    press("l")
    press(Key.Key_Escape)
    assert console.step_now() == "accueil"


def test_people_present_and_the_computer_are_told_below(console, rest):
    console.stage.tick()
    rest()
    said = console.board.foot.room.text()
    assert said.startswith("présents 0/30")
    assert "aucune copie encore" in said


def test_a_key_may_be_changed_or_switched_off(dress, in_front, desk, workshop, qtbot):
    preferences.keep(preferences.Preferences(live_keys={"more": "X", "note": ""}))
    dress()
    Stage.of(desk, workshop.id).timer.stop()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/run")
    in_front(page)
    console = page.panel("run")
    qtbot.keyClick(console, Key.Key_Space)
    qtbot.keyClick(console, Key.Key_M)
    qtbot.keyClick(console, Key.Key_X)
    qtbot.keyClick(console, Key.Key_N)
    console.stage.tick()
    assert console.board.head.face.timer == "21:00"
    assert not console.quick.words.hasFocus()
    assert "X +1 min" in plain(console.board.foot.keys.text())


def test_every_key_is_told_in_the_palette_and_the_tooltips(console):
    told = {command.title: command.key for command in console.commands()}
    assert told["Étape suivante"] == "→"
    assert told["Rattraper le retard, ou rendre l’avance"] == "R"
    assert "(R)" in console.board.bar.buttons["late"].toolTip()


def test_after_a_cut_one_key_goes_on(clock, console, press, wait, desk, workshop, in_front, dress):
    press(Key.Key_Space)
    wait(10)
    heartbeat.write(desk.atelier.library.folder, heartbeat.Beat(workshop.id, clock.now))
    journal = desk.atelier.library.count(LiveEvent)
    again = reopened(clock, desk, workshop, in_front, minutes=14)
    panel = again.panel("run")
    rescue = panel.rescue
    assert rescue.isVisible()
    assert plain(rescue.title.text()) == "Reprise de l’atelier « Carte des ressources »"
    assert "coupure d’environ 14 min" in plain(rescue.words.text())
    assert again.primary.isHidden()
    panel.do("next")
    assert running(panel) == ["Accueil"], "nothing happens before one has chosen"
    rescue.keyPressEvent(_enter())
    assert not rescue.isVisible()
    assert panel.board.head.face.timer == "10:00", "the cut is no time of the step"
    events = desk.atelier.library.all(LiveEvent)
    assert len(events) == journal + 1
    assert [(one.kind, one.minutes) for one in events if one.kind is LiveKind.RECOVERED] == [
        (LiveKind.RECOVERED, 14)
    ]


@pytest.mark.parametrize("how", [Recovery.CATCH_UP, Recovery.STAY_PAUSED])
def test_after_a_cut_one_catches_up_or_waits(how, clock, console, press, wait, desk, workshop, in_front):
    press(Key.Key_Space)
    wait(10)
    heartbeat.write(desk.atelier.library.folder, heartbeat.Beat(workshop.id, clock.now))
    again = reopened(clock, desk, workshop, in_front, minutes=14)
    panel = again.panel("run")
    panel.rescue.buttons[how].click()
    if how is Recovery.CATCH_UP:
        assert panel.late.isVisible()
        assert panel.late.options
    else:
        assert panel.board.head.face.level is Level.PAUSED


def test_a_lid_that_was_closed_is_a_cut_too(console, press, wait, clock):
    press(Key.Key_Space)
    for _second in range(20):
        clock.on(seconds=30)
        console.stage.second()
    assert not console.rescue.isVisible()
    clock.on(25)
    console.stage.second()
    assert console.rescue.isVisible()
    assert "coupure d’environ 25 min" in plain(console.rescue.words.text())


def test_a_sign_of_life_is_left_while_the_workshop_runs_and_only_then(
    console, press, wait, desk, qtbot, clock, workshop
):
    folder = desk.atelier.library.folder
    for _second in range(7):
        wait(seconds=1)
    assert heartbeat.last(folder) is None, "nothing runs yet"
    press(Key.Key_Space)
    for _second in range(7):
        wait(seconds=1)
    qtbot.waitUntil(lambda: heartbeat.last(folder) is not None)
    assert heartbeat.last(folder).workshop_id == workshop.id
    console.close_workshop()
    qtbot.waitUntil(lambda: heartbeat.last(folder) is None)


def test_a_torn_sign_of_life_tells_nothing(tmp_path):
    (tmp_path / "heartbeat.json").write_text('{"workshop": "a", "mom', encoding="utf-8")
    assert heartbeat.last(tmp_path) is None
    (tmp_path / "heartbeat.json").write_text('{"workshop": "a", "moment": "2026-03-12T09:00:00"}')
    assert heartbeat.last(tmp_path) is None


def test_a_clock_that_went_back_is_said_and_the_timer_goes_on(console, press, wait, clock):
    press(Key.Key_Space)
    wait(10)
    press("m")
    clock.now = clock.now.replace(year=1970)
    console.stage.tick()
    banner = console.board._banner
    assert banner is not None
    assert "a reculé" in banner.accessibleName()
    banner.findChild(QPushButton, "mend").click()
    wait(2)
    assert console.board.head.face.timer == "09:00"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("look", ["day", "night", "high-contrast"])
def test_nothing_makes_the_window_larger(look, scale, console, press, wait, page, dress):
    press(Key.Key_Space)
    wait(35)
    dress(look, scale)
    for verb in ("late", "late", "plan-b", "steps"):
        console.do(verb)
        page.resize(1160, 560)
        page.grab()
        assert page.minimumSizeHint().height() <= 560
        assert page.minimumSizeHint().width() <= 1160


def test_a_second_draws_the_clock_and_nothing_else(console, press, wait, qtbot):
    press(Key.Key_Space)
    wait(1)
    drawn = []
    for part in (console.board.story.widget(), console.board.ahead, console.board.caught.lines):
        part.update = lambda *_a, part=part: drawn.append(part)
    face = console.board.head.face
    ticked = []
    face.update = lambda *_a: ticked.append(face.timer)
    wait(seconds=1)
    assert ticked == ["18:59"]
    assert drawn == []
    wait()
    assert ticked == ["18:59"], "the same second is not drawn twice"


def reopened(clock, desk, workshop, in_front, *, minutes: float) -> WorkshopPage:
    """The program was killed and is started again so many minutes later."""
    for stage in desk.bulletin.findChildren(Stage):
        stage.setParent(None)
        desk.bulletin.changed.disconnect(stage._heard)
        stage.timer.stop()
    clock.on(minutes)
    Stage.of(desk, workshop.id).timer.stop()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/run")
    page.resize(1294, 700)
    in_front(page)
    return page


def _enter():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Mod.NoModifier)
