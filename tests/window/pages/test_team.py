# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Équipe: a team is composed, tasks are written with their day, and what is unknown is never green."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from forgeatelier.actions.people import add_person
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.actions.readiness import say_ready
from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark, Task, TaskState
from forgeatelier.model.workshop.readiness_checks import CHECKS, OPTIONAL
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.workshop.phases import PreparePanel
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.team import Team, ready_list
from forgeatelier.window.pages.workshop.team.task_lines import TaskLine
from forgeatelier.window.theme import worn

Key = Qt.Key

# The offscreen platform says what a list that drops down cannot do there; that is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard")


@pytest.fixture
def open_tab(qtbot, dress, in_front, desk: Desk) -> Callable[..., Team]:
    def show(workshop: Workshop, power: int | None = None, width: int = 1280) -> Team:
        dress()
        made = Team(Subject(desk, workshop.id), power=lambda: power)
        made.resize(width, 640)
        in_front(made)
        return made

    return show


@pytest.fixture
def tab(open_tab: Callable[..., Team], workshop: Workshop) -> Team:
    return open_tab(workshop)


@pytest.fixture
def bare(atelier: Atelier) -> Workshop:
    """A workshop without protocol, date or team."""
    change = new_workshop(None, title="Rencontre", starts_on=None, people=0, town="")
    atelier.keep(change)
    made = change.after[-1]
    assert isinstance(made, Workshop)
    return made


def lines(tab: Team) -> list[TaskLine]:
    """The tasks as they stand in the table, from top to bottom."""
    proxy, model = tab.table.proxy, tab.table.model
    return [model.value(proxy.mapToSource(proxy.index(row, 0)).row()) for row in range(proxy.rowCount())]


def write(qtbot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Key.Key_Return)


def task(atelier: Atelier, title: str) -> Task:
    return next(one for one in atelier.library.all(Task) if one.title == title)


def team(atelier: Atelier) -> set[tuple[str, str]]:
    people = {one.id: one.heading for one in atelier.library.all(Person)}
    return {(people[one.person_id], one.role) for one in atelier.library.all(TeamMember)}


# -- the team -------------------------------------------------------------------------------------------------------


def test_what_the_protocol_asks_for_and_nobody_holds_is_named(tab: Team) -> None:
    assert [button.text() for button in tab.crew.gaps.values()] == [
        "animation principale",
        "appui technique et sécurité",
        "documentation",
    ]
    assert tab.crew.role.value() == "animateur"


def test_a_name_and_enter_make_a_team_and_the_next_role_is_offered(
    qtbot, tab: Team, atelier: Atelier
) -> None:
    write(qtbot, tab.crew.name, "Mariam Diallo")
    assert team(atelier) == {("Mariam Diallo", "animateur")}
    assert tab.crew.name.text() == ""
    assert tab.crew.role.currentText() == "Appui technique et sécurité"
    assert "animateur" not in tab.crew.gaps
    assert tab.checks.lines["team"].check.state is Readiness.READY
    assert not atelier.library.all(Attendance)


def test_someone_known_is_offered_and_not_written_down_twice(
    qtbot, tab: Team, atelier: Atelier, awa: Person
) -> None:
    name = tab.crew.name
    name.setFocus()
    qtbot.keyClicks(name, "traore")
    popup = name.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert team(atelier) == {("Awa Traoré", "animateur")}
    assert len(atelier.library.all(Person)) == 1


def test_a_known_name_written_without_accents_is_the_same_person(qtbot, tab: Team, atelier: Atelier) -> None:
    atelier.keep(add_person(None, Person(given_names="Awa", family_name="Traoré")))
    name = tab.crew.name
    name.setFocus()
    qtbot.keyClicks(name, "traore awa")
    # The list of those offered is open: Enter with nobody chosen there takes the words as written, at once.
    qtbot.keyClick(name.completer().popup(), Key.Key_Return)
    assert team(atelier) == {("Awa Traoré", "animateur")}
    assert len(atelier.library.all(Person)) == 1


def test_two_people_of_one_name_must_be_told_apart(qtbot, tab: Team, atelier: Atelier, heard) -> None:
    twins = tuple(
        Person(given_names="Issa", family_name="Faldouma", village=village) for village in ("Thies", "Fatick")
    )
    atelier.keep(Change("Ajouter", after=twins))
    tab.crew.name.insert("Issa Faldouma")
    tab.joining.join_typed()
    assert "2 personnes" in heard.told[-1].what
    assert not team(atelier)
    tab.crew.name.clear()
    qtbot.keyClicks(tab.crew.name, "faldouma fatick")
    popup = tab.crew.name.completer().popup()
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    (member,) = atelier.library.all(TeamMember)
    assert member.person_id == twins[1].id


def test_the_same_role_twice_is_refused_and_the_name_stays(qtbot, tab: Team, awa: Person, heard) -> None:
    tab.crew.role.choose("interprete")
    tab.crew.name.insert("Awa Traore")
    tab.joining.join_typed()
    tab.crew.role.choose("interprete")
    tab.crew.name.insert("Awa Traore")
    tab.joining.join_typed()
    assert "tient déjà ce rôle" in heard.told[-1].what
    assert tab.crew.name.text() == "Awa Traore"


def test_a_role_is_given_back_from_the_keyboard_and_the_person_stays(
    qtbot, tab: Team, atelier: Atelier, desk: Desk, heard
) -> None:
    write(qtbot, tab.crew.name, "Mariam Diallo")
    (tag,) = tab.crew.tags.values()
    tag.setFocus()
    qtbot.keyClick(tag, Key.Key_Delete)
    assert not team(atelier)
    assert "Mariam Diallo" in heard.toasts[-1]
    assert [one.heading for one in atelier.library.all(Person)] == ["Mariam Diallo"]
    desk.history.undo()
    assert team(atelier) == {("Mariam Diallo", "animateur")}
    assert len(tab.crew.tags) == 1


def test_pressing_a_lacking_role_leads_to_the_name(qtbot, tab: Team, atelier: Atelier) -> None:
    qtbot.mouseClick(tab.crew.gaps["documentaliste"], Qt.MouseButton.LeftButton)
    assert tab.crew.name.hasFocus()
    write(qtbot, tab.crew.name, "Issouf Zabre")
    assert team(atelier) == {("Issouf Zabre", "documentaliste")}


# -- the tasks ------------------------------------------------------------------------------------------------------


def test_the_tasks_of_the_protocol_stand_on_their_days(tab: Team) -> None:
    found = lines(tab)
    assert [line.due for line in found] == sorted(line.due for line in found)
    assert (found[0].when_words(), found[-1].when_words()) == ("jeu. 19 févr., J−21", "jeu. 12 mars, J")


def test_a_late_task_has_a_word_a_shape_and_a_colour(tab: Team) -> None:
    late = [line for line in lines(tab) if line.late]
    assert len(late) == 7
    assert {(line.state_words(), line.look()) for line in late} == {("en retard", ("warning", "danger"))}
    assert [line.state_words() for line in lines(tab) if not line.late] == ["à faire"]


def test_a_task_is_written_with_its_day_and_sorted_there(qtbot, tab: Team, atelier: Atelier) -> None:
    write(qtbot, tab.line, "Prevenir le maire J-14")
    assert task(atelier, "Prevenir le maire").days_before == 14
    assert [line.task.title for line in lines(tab)].index("Prevenir le maire") == 1
    write(qtbot, tab.line, "Acheter le riz le 10 mars")
    assert task(atelier, "Acheter le riz").due == date(2026, 3, 10)
    assert tab.table.current().task.title == "Acheter le riz"
    assert tab.line.text() == ""


def test_the_day_is_understood_while_one_writes(qtbot, tab: Team) -> None:
    tab.line.setFocus()
    qtbot.keyClicks(tab.line, "Prevenir le maire J-1")
    assert tab.understood.text() == "→ mer. 11 mars"
    qtbot.keyClicks(tab.line, "4")
    assert tab.understood.text() == "→ jeu. 26 févr."


def test_a_day_that_does_not_exist_is_refused_and_stays_written(
    qtbot, tab: Team, atelier: Atelier, heard
) -> None:
    write(qtbot, tab.line, "Prevenir le maire 31/02")
    assert "31/02" in heard.told[-1].what
    assert tab.line.text() == "Prevenir le maire 31/02"
    write(qtbot, tab.line, "")
    tab.line.clear()
    write(qtbot, tab.line, "J-3")
    assert "mots" in heard.told[-1].what
    assert not atelier.library.all(Task)


def test_space_ticks_and_unticks(qtbot, tab: Team, atelier: Atelier, desk: Desk, workshop: Workshop) -> None:
    tab.table.view.setFocus()
    tab.table.view.selectRow(0)
    title = tab.table.current().task.title
    qtbot.keyClick(tab.table.view, Key.Key_Space)
    assert task(atelier, title).state is TaskState.DONE
    assert lines(tab)[0].state_words() == "faite"
    qtbot.keyClick(tab.table.view, Key.Key_Space)
    assert task(atelier, title).state is TaskState.TO_DO
    desk.history.undo()
    desk.history.undo()
    assert not atelier.library.get(Workshop, workshop.id).own_tasks
    assert lines(tab)[0].state_words() == "en retard"


def test_delete_removes_with_undo(qtbot, tab: Team, desk: Desk, heard) -> None:
    before = [line.task.title for line in lines(tab)]
    tab.table.view.setFocus()
    tab.table.view.selectRow(1)
    qtbot.keyClick(tab.table.view, Key.Key_Delete)
    assert [line.task.title for line in lines(tab)] == [before[0], *before[2:]]
    assert heard.toasts == ["1 tâche retirée."]
    desk.history.undo()
    assert [line.task.title for line in lines(tab)] == before


def test_every_field_of_a_task_is_edited_in_place(qtbot, tab: Team, atelier: Atelier, awa: Person) -> None:
    tab.crew.name.insert("Awa Traore")
    tab.joining.join_typed()
    tab.table.view.setFocus()
    tab.table.view.selectRow(0)
    qtbot.keyClick(tab.table.view, Key.Key_Return)
    assert tab.side.currentWidget() is tab.card
    title = tab.card.form.editor("title")
    assert isinstance(title, QPlainTextEdit)
    assert title.hasFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Commander les gants")
    qtbot.keyClick(title, Key.Key_Tab)
    assert tab.card.when.hasFocus()
    tab.card.when.selectAll()
    qtbot.keyClicks(tab.card.when, "9 mars")
    for name, value in (("role", "logisticien"), ("person_id", awa.id), ("state", TaskState.DOING)):
        combo = tab.card.form.editor(name)
        combo.setFocus()
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    kept = task(atelier, "Commander les gants")
    assert (kept.due, kept.role, kept.person_id, kept.state) == (
        date(2026, 3, 9),
        "logisticien",
        awa.id,
        TaskState.DOING,
    )
    line = next(one for one in lines(tab) if one.id == kept.id)
    assert (line.when_words(), line.who, line.role_words()) == (
        "lun. 9 mars, J−3",
        "Awa Traoré",
        "Logisticienne ou logisticien",
    )
    qtbot.keyClick(tab.card.when, Key.Key_Escape)
    assert tab.side.currentWidget() is tab.checks
    assert tab.table.view.hasFocus()


def test_a_day_that_is_none_is_said_under_its_field(qtbot, tab: Team, atelier: Atelier) -> None:
    tab.table.view.selectRow(0)
    qtbot.keyClick(tab.table.view, Key.Key_Return)
    tab.card.when.setFocus()
    tab.card.when.selectAll()
    qtbot.keyClicks(tab.card.when, "bientot")
    qtbot.keyClick(tab.card.when, Key.Key_Return)
    assert "n’est pas un jour" in tab.card._when_field.error()
    assert not atelier.library.all(Task)


def test_a_workshop_without_date_counts_days_all_the_same(
    qtbot, open_tab: Callable[..., Team], bare: Workshop
) -> None:
    tab = open_tab(bare)
    write(qtbot, tab.line, "Prevenir le maire J-14")
    write(qtbot, tab.line, "Louer le car J-20")
    assert [line.when_words() for line in lines(tab)] == ["J−20", "J−14"]


# -- what is ready --------------------------------------------------------------------------------------------------


def mark_inks(tab: Team, code: str) -> set[str]:
    """The colours in which the shape of a check is painted."""
    tab.checks.lines[code].mark.grab()
    image = tab.checks.lines[code].mark.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_what_is_unknown_is_never_green(open_tab: Callable[..., Team], bare: Workshop) -> None:
    tab = open_tab(bare)
    green = worn().colour("ok").name()
    seen = {code: line.check.state for code, line in tab.checks.lines.items()}
    assert set(seen) == set(CHECKS)
    assert Readiness.UNKNOWN in seen.values()
    for code, state in seen.items():
        line = tab.checks.lines[code]
        assert (green in mark_inks(tab, code)) == (state is Readiness.READY), code
        assert (line.said.property("tone") == "ok") == (state is Readiness.READY), code
    assert "prêt" not in tab.checks.verdict.text().split()


def test_three_states_differ_in_shape_word_and_colour() -> None:
    assert len({shape for shape, _tone in ready_list.LOOKS.values()}) == 3
    assert len({tone for _shape, tone in ready_list.LOOKS.values()}) == 3
    assert len({ready_list.STATES[state] for state in Readiness}) == 3


def test_space_goes_round_what_a_person_says(qtbot, tab: Team, atelier: Atelier, desk: Desk) -> None:
    line = tab.checks.lines["room"]
    line.setFocus()
    said = []
    for _press in range(3):
        qtbot.keyClick(line, Key.Key_Space)
        said.append(line.check.state)
    assert said == [Readiness.READY, Readiness.TO_DO, Readiness.UNKNOWN]
    desk.history.undo()
    assert line.check.state is Readiness.TO_DO
    assert [one.check for one in atelier.library.all(ReadyMark)] == ["room"]


def test_what_the_program_sees_can_be_contradicted(qtbot, tab: Team) -> None:
    line = tab.checks.lines["when"]
    assert line.check.state is Readiness.READY
    line.setFocus()
    qtbot.keyClick(line, Key.Key_Space)
    assert (line.check.state, line.check.by_hand) == (Readiness.TO_DO, True)
    qtbot.keyClick(line, Key.Key_Space)
    assert (line.check.state, line.check.by_hand) == (Readiness.READY, False)


def test_enter_leads_to_where_it_is_done(qtbot, tab: Team, workshop: Workshop, heard) -> None:
    for code in ("supplies", "people", "printed", "backup"):
        line = tab.checks.lines[code]
        line.setFocus()
        qtbot.keyClick(line, Key.Key_Return)
    prepare = f"workshop/{workshop.id}/prepare"
    assert heard.went == [
        f"{prepare}/materials:to-get",
        f"{prepare}/people",
        f"{prepare}/prints",
        "exchange",
    ]
    qtbot.mouseClick(tab.checks.lines["packed"].title, Qt.MouseButton.LeftButton)
    assert heard.went[-1] == f"{prepare}/materials:box"


def test_every_place_it_leads_to_is_there(qtbot, desk: Desk, workshop: Workshop) -> None:
    panel = PreparePanel(Subject(desk, workshop.id))
    qtbot.addWidget(panel)
    for place in ready_list.PLACES.values():
        phase, _slash, tab = place.partition("/")
        if phase == "prepare":
            panel.visit(tab)
            assert panel.tabs.current() == tab.partition(":")[0]


def test_the_arrows_walk_and_the_mark_is_pressed(qtbot, tab: Team) -> None:
    first, second = (tab.checks.lines[code] for code in list(CHECKS)[:2])
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Key.Key_Up)
    assert first.hasFocus()
    room = tab.checks.lines["room"]
    qtbot.mouseClick(room, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert room.check.state is Readiness.READY


def test_the_battery_is_asked_when_one_looks(open_tab: Callable[..., Team], workshop: Workshop) -> None:
    assert open_tab(workshop, 34).checks.lines["battery"].check.state is Readiness.TO_DO
    assert open_tab(workshop, 95).checks.lines["battery"].check.state is Readiness.READY
    assert open_tab(workshop, None).checks.lines["battery"].check.state is Readiness.UNKNOWN


def test_a_clear_sentence_once_everything_that_matters_is_ready(
    tab: Team, atelier: Atelier, desk: Desk, workshop: Workshop
) -> None:
    for code in CHECKS:
        if code not in OPTIONAL:
            assert "reste" in tab.checks.verdict.text()
            desk.keep(say_ready(atelier.library, workshop, code, Readiness.READY, tab.subject.now()))
    assert tab.checks.verdict.text() == "Tout ce qui compte est prêt."
    assert tab.checks.summary.text() == "11 prêts · 0 à faire · 2 inconnus"


def test_in_a_narrow_window_the_summary_leads_to_the_list(
    qtbot, open_tab: Callable[..., Team], workshop: Workshop
) -> None:
    tab = open_tab(workshop, width=640)
    assert not tab.checks.isVisible()
    assert "à faire" in tab.state.text()
    qtbot.mouseClick(tab.state, Qt.MouseButton.LeftButton)
    assert tab.checks.isVisible()
    assert tab.checks.lines["when"].hasFocus()
    qtbot.keyClick(tab.checks.lines["when"], Key.Key_Escape)
    assert tab.crew.isVisible()


# -- the calendar ---------------------------------------------------------------------------------------------------


def test_the_calendar_is_saved_where_one_says(
    qtbot, tab: Team, rest: Callable[[], None], tmp_path: Path, heard
) -> None:
    suggested = []
    tab.calendar.pick = lambda _parent, name: suggested.append(name) or str(tmp_path / "mars.ics")
    qtbot.mouseClick(tab.save, Qt.MouseButton.LeftButton)
    rest()
    assert Path(suggested[0]).name == "atelier-2026-03-12-kaolack.ics"
    calendar = Calendar.from_ical((tmp_path / "mars.ics").read_bytes())
    assert len(calendar.walk("VTODO")) == len(lines(tab))
    assert "mars.ics" in heard.toasts[-1]


def test_without_a_date_the_calendar_is_refused_before_asking_where(
    qtbot, open_tab: Callable[..., Team], bare: Workshop, rest: Callable[[], None], heard
) -> None:
    tab = open_tab(bare)
    asked: list[str] = []
    tab.calendar.pick = lambda _parent, name: asked.append(name) or ""
    tab.save_calendar()
    rest()
    assert not asked
    assert isinstance(heard.told[-1], AtelierError)
    assert "pas encore de date" in heard.told[-1].what
