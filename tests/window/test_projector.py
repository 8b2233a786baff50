# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room sees: large, calm, the agreed hours, and nothing that is the team's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from forgeatelier.actions.people import add_person
from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Jobs
from forgeatelier.window.projector import Projection
from forgeatelier.window.projector.face import Face
from forgeatelier.window.projector.shown import Part, Shown
from forgeatelier.window.stage import Stage
from forgeatelier.window.undo import History
from window.live_room import INNER, SAID, SECRET, Clock, short_day

Key = Qt.Key


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def toasts() -> list[str]:
    return []


@pytest.fixture
def desk(qapp, tmp_path: Path, clock: Clock, toasts, dress) -> Iterator[Desk]:
    dress()
    atelier = Atelier.create(tmp_path / "bibliotheque", clock)
    bulletin, jobs = Bulletin(), Jobs()
    atelier.listen(bulletin.changed.emit)
    told: list[AtelierError] = []
    yield Desk(
        atelier, History(atelier), jobs, bulletin, str, told.append, lambda text, _undo: toasts.append(text)
    )
    jobs.stop_all()
    atelier.close()


@pytest.fixture
def workshop(desk: Desk) -> Workshop:
    made, steps = short_day()
    desk.atelier.keep(Change("", (), (made, *steps)))
    person = Person(given_names="Moussa", family_name="Diarra")
    desk.atelier.keep(add_person(made, person))
    note = Capture(workshop_id=made.id, step_id="accueil", text="Moussa veut parler en premier")
    desk.atelier.keep(Change("", (), (note,)))
    return made


@pytest.fixture
def stage(desk: Desk, workshop: Workshop) -> Stage:
    made = Stage.of(desk, workshop.id)
    made.timer.stop()
    return made


@pytest.fixture
def projection(desk: Desk, stage: Stage, qtbot) -> Iterator[Projection]:
    made = Projection.of(desk)
    made.begin(stage)
    qtbot.addWidget(made.face)
    yield made
    made.end()


def read(face: Face, size: tuple[int, int] = (1366, 768)) -> str:
    """Every word the room can see."""
    face.showNormal()
    face.resize(*size)
    face.grab()
    return "\n".join(text for text, _size in face.written)


def whole_day(stage: Stage, clock: Clock) -> Iterator[None]:
    """Every moment of a day that runs late, with a pause, an overrun, a plan B and lanes."""
    yield
    for minutes in (25, 97, 44, 5, 3, 66, 40):
        stage.advance()
        stage.tick()
        yield
        clock.on(minutes)
        stage.tick()
        yield
        stage.toggle_timer()
        yield
        stage.toggle_timer()
    stage.end()
    yield
    stage.close()
    yield


def test_the_room_never_sees_what_is_the_teams_own(projection, stage, clock):
    seen = []
    for _moment in whole_day(stage, clock):
        seen.append(read(projection.face))
    said = "\n".join(seen)
    for private in (SECRET, INNER, "Moussa", "Diarra", "retard", "avance", "+0", "au lieu de", "Tampon"):
        assert private not in said
    assert SAID.split()[0] in said
    assert "Points d’eau" in said
    assert "C’est l’heure" in said
    assert "Merci" in said


def test_the_room_keeps_the_agreed_hours_until_new_ones_are_confirmed(projection, stage, clock):
    stage.advance()
    clock.on(45)
    stage.advance()
    stage.tick()
    before = projection.face.content
    assert before.end == "Fin 13:30"
    assert stage.view.end_words != before.end
    stage.apply(next(one for one in stage.options() if one.moved))
    after = projection.face.content
    assert after.end != before.end


@pytest.mark.parametrize("size", [(1366, 768), (1280, 640), (800, 600), (1920, 1080)])
def test_no_letters_are_smaller_than_a_twentieth_of_the_height(size, projection, stage, clock):
    long = Part("Un titre assez long pour deux lignes", "Mot après mot, la consigne continue. " * 30, "18:20")
    contents = [Shown((long,), "Ensuite, 11:28\u00a0: Restitution", "Fin 16:30"), Shown((long, long, long))]
    stage.advance()
    for content in (projection.face.content, *contents):
        projection.face.show_content(content)
        read(projection.face, size)
        assert projection.face.written
        assert min(pixels for _text, pixels in projection.face.written) >= size[1] / 20


def test_the_smallest_line_measures_a_twentieth_on_the_screen_itself(projection):
    face = projection.face
    face.show_content(Shown((), "", "Épreuve, Éjq"))
    face.showNormal()
    face.resize(1366, 768)
    image = face.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dark = [
        y
        for y in range(image.height() // 2, image.height())
        # The hairline above the foot runs over the whole width: it is no letter.
        if 0 < sum(1 for x in range(0, image.width(), 2) if image.pixelColor(x, y).value() < 128) < 500
    ]
    assert max(dark) - min(dark) + 1 >= image.height() / 20


def test_blackout_leaves_nothing_but_black(projection, stage):
    stage.advance()
    projection.blackout(stage)
    image = projection.face.grab().toImage()
    assert {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 37)
        for y in range(0, image.height(), 29)
    } == {"#000000"}
    assert projection.face.written == []
    projection.blackout(stage)
    assert "Accueil" in read(projection.face)


def test_a_clicker_runs_the_day_and_n_and_p_do_nothing(projection, stage, qtbot):
    face = projection.face

    def running():
        return [one.step.title for one in stage.live.state.running]

    qtbot.keyClick(face, Key.Key_PageDown)
    assert running() == ["Accueil"]
    for key in (Key.Key_N, Key.Key_P, Key.Key_M, Key.Key_R):
        qtbot.keyClick(face, key)
    assert running() == ["Accueil"]
    qtbot.keyClick(face, Key.Key_Right)
    assert running() == ["Grande carte"]
    qtbot.keyClick(face, Key.Key_PageUp)
    assert running() == ["Accueil"]
    qtbot.keyClick(face, Key.Key_Space)
    assert stage.live.state.paused
    assert face.content.parts[0].word == "En pause"
    qtbot.keyClick(face, Key.Key_B)
    assert projection.black
    qtbot.keyClick(face, Key.Key_Escape)
    assert not projection.open


def test_groups_side_by_side_each_have_their_time(projection, stage, clock):
    stage.advance()
    stage.advance()
    stage.advance()
    said = read(projection.face)
    assert "Points d’eau" in said
    assert "Terres" in said
    assert "30:00" in said
    assert "40:00" in said


def test_the_second_screen_unplugged_never_covers_the_console(desk, stage, qtbot, toasts, qapp):
    screen = qapp.primaryScreen()
    screens = [screen, screen]
    projection = Projection.of(desk)
    projection.screens = lambda: screens
    projection.begin(stage)
    qtbot.addWidget(projection.face)
    assert projection.open
    del screens[1]
    projection.screens_changed()
    assert not projection.open
    assert "débranché" in toasts[-1]
    screens.append(screen)
    projection.screens_changed()
    assert projection.open, "the room's page comes back with its screen"
    projection.end()
    del screens[1]
    screens.append(screen)
    projection.screens_changed()
    assert not projection.open, "a projection that was ended stays ended"


def test_on_a_single_screen_it_stays_when_a_screen_comes(desk, stage, qtbot, projection):
    projection.screens_changed()
    assert projection.open


def test_the_look_is_chosen_at_the_projector(projection, stage, qtbot):
    face = projection.face
    assert face.look == "high-contrast"
    white = face.grab().toImage().pixelColor(2, 2).name()
    qtbot.keyClick(face, Key.Key_C)
    assert face.look == "night"
    assert face.grab().toImage().pixelColor(2, 2).name() != white


def test_a_second_that_changes_nothing_draws_nothing(projection, stage, clock):
    stage.advance()
    stage.tick()
    drawn = []
    projection.face.update = lambda *_a: drawn.append(1)
    stage.tick()
    assert drawn == []
    clock.on(seconds=1)
    stage.tick()
    assert drawn == [1]
