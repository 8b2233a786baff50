# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop at the window: prepared, run and told, every word of it undoable."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from forgeatelier.ground import words
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, Matter
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.people import People
from forgeatelier.window.typed import Typed

Key = Qt.Key

MESSY = """Atelier four solaire ; ; ; ;
Feuille de présence du 12 mars 2026 ; ; ; ;
; ; ; ;
N°;Nom et prénoms;Sexe;Téléphone;Droit à l'image (publication)
1;TRAORÉ Awa;F;77 123 45 67;oui
2;NDIAYE Ibrahima;H;;non
2;SARR Fatou;f;77 000 11 22;
3;TRAORÉ Awa;F;77 123 45 67;oui
;Total : 3;;;
"""


@pytest.fixture
def page(dress, in_front, desk, workshop) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def people(page, workshop) -> People:
    page.arrive(f"workshop/{workshop.id}/prepare/people")
    panel = page.panel("prepare").panel("people")
    assert isinstance(panel, People)
    return panel


def kept(desk, workshop) -> Workshop:
    return desk.atelier.library.get(Workshop, workshop.id)


def typed(qtbot, editor, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_the_page_says_where_one_is_and_what_to_do_next(page):
    assert page.header._title.text() == "Four solaire à Kaolack"
    assert page.header._note.text() == "12 mars 2026 · Kaolack · 12 personnes"
    assert page.strip.current() == "prepare"
    assert page.primary.text() == "Animer"


def test_the_running_order_has_clock_times_and_a_step_is_told_in_full(page, workshop):
    planner = page.panel("prepare").panel("programme")
    assert [row.start for row in planner.view.plan.rows[:3]] == ["09:00", "09:20", "09:35"]
    page.arrive(f"workshop/{workshop.id}/prepare/programme:regles")
    said = "\n".join(edit.toPlainText() for edit in planner.inspector.findChildren(QPlainTextEdit))
    assert "je rentre la lame" in said
    shown = [label.text() for label in planner.inspector.findChildren(QLabel) if label.isVisible()]
    assert "Sans lire ni écrire" in shown


def test_the_title_is_kept_as_one_types_and_undo_brings_the_old_one_back(page, desk, workshop, qtbot):
    facts = page.panel("prepare").panel("programme")._facts
    typed(qtbot, facts.form.editor("title"), "Four solaire en classe")
    facts.leaving()
    assert kept(desk, workshop).title == "Four solaire en classe"
    assert page.header._title.text() == "Four solaire en classe"
    desk.history.undo()
    assert page.header._title.text() == "Four solaire à Kaolack"
    assert facts.form.editor("title").text() == "Four solaire à Kaolack"


def test_the_host_is_found_again_or_made(page, desk, workshop, qtbot):
    facts = page.panel("prepare").panel("programme")._facts
    typed(qtbot, facts._host, "Fablab du port")
    facts.leaving()
    (host,) = desk.atelier.library.all(Organisation)
    assert (host.name, kept(desk, workshop).host_id) == ("Fablab du port", host.id)
    typed(qtbot, facts._host, "FABLAB DU PORT")
    facts.leaving()
    assert desk.atelier.library.all(Organisation) == (host,)


def test_moving_the_first_day_moves_the_whole_workshop(page, desk, workshop, qtbot):
    facts = page.panel("prepare").panel("programme")._facts
    facts._first._edit.setFocus()
    qtbot.keyClick(facts._first._edit, Key.Key_Up)
    moved = kept(desk, workshop)
    assert moved.starts_on != workshop.starts_on
    assert moved.ends_on == moved.starts_on


def test_the_hour_of_the_end_is_fixed_typed_and_taken_off_again(page, desk, workshop, qtbot):
    facts = page.panel("prepare").panel("programme")._facts
    assert not facts.end.edit.isVisible(), "nobody fixed an end yet"
    facts.end.ask.click()
    assert kept(desk, workshop).ends_at == time(16, 55), "the end of the plan is proposed"
    facts.end.edit.setFocus()
    facts.end.edit.setSelectedSection(facts.end.edit.Section.HourSection)
    qtbot.keyClick(facts.end.edit, Key.Key_Up)
    facts.leaving()
    assert kept(desk, workshop).ends_at == time(17, 55)
    facts.end.off.click()
    assert kept(desk, workshop).ends_at is None
    assert facts.end.ask.isVisible()


def test_groups_have_the_size_the_protocol_says_until_the_workshop_says_another(page, desk, workshop, qtbot):
    facts = page.panel("prepare").panel("programme")._facts
    said = workshop.protocol.group.per_team
    assert facts.team_size.text() == f"{said} (protocole)"
    facts.team_size.setFocus()
    facts.team_size.selectAll()
    qtbot.keyClicks(facts.team_size, "6")
    facts.leaving()
    assert kept(desk, workshop).team_size == 6
    desk.history.undo()
    assert facts.team_size.text() == f"{said} (protocole)"


def test_materials_follow_the_number_of_people(page, desk, workshop):
    page.arrive(f"workshop/{workshop.id}/prepare/materials")
    materials = page.panel("prepare").panel("materials")
    before = {line.need.supply.name: line.need.needed for line in materials.table.model.rows()}
    materials.head.people.setValue(24)
    after = {line.need.supply.name: line.need.needed for line in materials.table.model.rows()}
    assert after["grand carton rigide"] == 2 * before["grand carton rigide"]
    assert kept(desk, workshop).people_planned == 12, "trying a number changes nothing"
    materials.head.retain.click()
    assert kept(desk, workshop).people_planned == 24


def test_a_messy_list_is_shown_before_anything_is_kept(people, desk, page, rest, tmp_path: Path):
    file = tmp_path / "liste.csv"
    file.write_bytes(MESSY.encode("cp1252"))
    people.read_file(file)
    rest()
    preview = people.reading.preview
    assert [row.as_written for row in preview.rows] == ["TRAORÉ Awa", "NDIAYE Ibrahima", "SARR Fatou"]
    assert page.primary.text() == "Ajouter 3 personnes"
    assert desk.atelier.library.count(Person) == 0
    assert people.reading.tables["aside"].model.rowCount() == len(preview.set_aside) > 0
    assert len(people.reading.meanings.choices) >= 5
    page.primary.click()
    assert desk.atelier.library.count(Person) == 3
    assert people.table.model.rowCount() == 3
    marks = {
        member.person.family_name: people.subject.image_answer(member) for member in people.subject.members()
    }
    assert marks == {"Traoré": "yes", "Ndiaye": "no", "Sarr": "unknown"}
    desk.history.undo()
    assert desk.atelier.library.count(Person) == 0


def test_people_who_are_there_already_are_not_added_twice(people, desk, page, rest, awa):
    people.open_import()
    people.reading.read_text(MESSY)
    rest()
    assert page.primary.text() == "Ajouter 2 personnes"
    page.primary.click()
    assert desk.atelier.library.count(Person) == 3


def test_a_file_that_is_no_list_is_refused_in_place(people, rest, tmp_path: Path, heard):
    file = tmp_path / "poeme.txt"
    file.write_text("Il pleut doucement\nsur la ville\n", encoding="utf-8")
    people.read_file(file)
    rest()
    assert people.reading._fault.isVisibleTo(people)
    assert people.reading.preview is None
    assert heard.told == []


def test_a_person_is_added_by_typing_her_name(people, desk, qtbot):
    typed(qtbot, people.table.search, "Fatou SARR")
    qtbot.keyClick(people.table.search, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    (person,) = desk.atelier.library.all(Person)
    assert (person.given_names, person.family_name) == ("Fatou", "Sarr")
    assert len(desk.atelier.library.all(Attendance)) == 1


def test_consents_are_noted_with_one_press_and_a_minor_needs_a_guardian(people, desk, awa, qtbot):
    image = people.details.card._cards[0]
    image._grant_all()
    (consent,) = desk.atelier.library.all(Consent)
    assert {consent.answer(use) for use in image._uses} == {Answer.GRANTED}
    assert consent.given_on is not None
    young = desk.atelier.library.get(Person, awa.id)
    desk.keep(Change("plus jeune", (young,), (replace(young, birth_year=2012, age_band="0-14"),)))
    image = people.details.card._cards[0]
    assert "tuteur" in image._guardian.error()
    assert people.subject.image_answer(people.subject.member(awa.id)) == "unknown"
    typed(qtbot, image._guardian.editor, "Mariam Sow")
    people.leaving()
    assert people.subject.image_answer(people.subject.member(awa.id)) == "yes"


def test_an_agreement_is_taken_back(people, desk, awa):
    image = people.details.card._cards[0]
    image._grant_all()
    image._take_back.click()
    (consent,) = desk.atelier.library.all(Consent, matter=Matter.IMAGE)
    assert consent.open is Answer.WITHDRAWN
    assert people.subject.image_answer(people.subject.member(awa.id)) == "no"


def test_a_role_in_the_team_is_given_and_left(people, desk, awa):
    people.details.card._take_role("animateur")
    assert [one.role for one in desk.atelier.library.all(TeamMember)] == ["animateur"]
    people.details.card._leave_role(desk.atelier.library.all(TeamMember)[0])
    assert desk.atelier.library.all(TeamMember) == ()


def test_removing_someone_from_the_workshop_keeps_the_person(people, desk, awa, heard):
    people._remove_chosen()
    assert desk.atelier.library.all(Attendance) == ()
    assert desk.atelier.library.count(Person) == 1
    assert heard.toasts
    desk.history.undo()
    assert len(people.subject.members()) == 1


def test_real_times_are_noted_by_hand_and_the_workshop_runs(page, desk, workshop):
    page.arrive(f"workshop/{workshop.id}/run")
    assert page.primary.text() == "Démarrer"
    page.primary.click()
    assert kept(desk, workshop).state is WorkshopState.RUNNING
    assert page.primary.text() == "Étape suivante"
    run_panel = page.panel("run")
    run_panel.end()
    (run,) = desk.atelier.library.all(StepRun)
    assert run.began is not None
    assert run.ended is not None
    assert run_panel.step_now() == workshop.protocol.steps[1].id, "on to the next step"
    run_panel.skip()
    for _time in range(3):
        desk.history.undo()
    assert desk.atelier.library.all(StepRun) == ()
    assert kept(desk, workshop).state is WorkshopState.PLANNED


def test_beginning_a_step_ends_the_one_under_way(page, desk, workshop):
    page.arrive(f"workshop/{workshop.id}/run")
    panel = page.panel("run")
    panel.begin()
    panel.look_at(workshop.protocol.steps[2].id)
    panel.begin()
    ended = {run.step_id: run.ended for run in desk.atelier.library.all(StepRun)}
    assert ended[workshop.protocol.steps[0].id] is not None
    assert ended[workshop.protocol.steps[2].id] is None


def test_a_note_taken_while_running_is_filed_under_its_step(page, desk, workshop, qtbot):
    page.arrive(f"workshop/{workshop.id}/run")
    panel = page.panel("run")
    panel.look_at(workshop.protocol.steps[3].id)
    panel.quick.words.setFocus()
    qtbot.keyClicks(panel.quick.words, "Le bocal noir gagne")
    qtbot.keyClick(panel.quick.words, Key.Key_Return)
    (note,) = panel.subject.captures()
    assert note.step_id == workshop.protocol.steps[3].id


def test_looking_at_real_times_changes_nothing_and_as_planned_fills_them(page, desk, workshop, qtbot):
    page.arrive(f"workshop/{workshop.id}/harvest/times")
    times = page.panel("harvest").panel("times")
    times.began.setFocus()
    qtbot.keyClick(times.began, Key.Key_Tab)
    times.leaving()
    assert desk.atelier.library.all(StepRun) == ()
    times._as_planned()
    (run,) = desk.atelier.library.all(StepRun)
    assert run.minutes == workshop.protocol.steps[0].minutes


def test_what_came_out_is_noted_and_what_was_planned_is_offered(page, desk, workshop, qtbot):
    page.arrive(f"workshop/{workshop.id}/harvest/outputs")
    outputs = page.panel("harvest").panel("outputs")
    offered = outputs._offers.count()
    assert offered == len(workshop.protocol.outputs)
    typed(qtbot, outputs.name, "Trois fours solaires")
    qtbot.keyClick(outputs.name, Key.Key_Return)
    outputs._offers.itemAt(0).widget().click()
    assert len(desk.atelier.library.all(Output)) == 2
    assert outputs._offers.count() == offered - 1


def test_lessons_are_kept_as_they_are_written(page, desk, workshop, qtbot):
    page.arrive(f"workshop/{workshop.id}/harvest/lessons")
    lessons = page.panel("harvest").panel("lessons")
    typed(qtbot, lessons.worked, "Le riz a convaincu")
    lessons.obstacles.add()
    line = lessons.obstacles._lines[0]
    typed(qtbot, line.text, "Peu de verre")
    typed(qtbot, line.lifted, "Vitres de reprise")
    page.leaving()
    (written,) = desk.atelier.library.all(Lessons)
    assert written.worked == "Le riz a convaincu"
    assert [(one.text, one.lifted) for one in written.obstacles] == [("Peu de verre", "Vitres de reprise")]


def test_a_workshop_that_is_gone_says_so_and_comes_back(page, desk, workshop):
    desk.keep(Change("Retirer", (workshop,)))
    assert page._pile.currentWidget() is page._gone
    desk.history.undo()
    assert page.phase() == "prepare"


def test_every_phase_is_one_step_away_in_the_palette(page, heard, workshop):
    titles = [command.title for command in page.commands()]
    assert titles[:4] == ["Préparer", "Animer", "Récolter", "Publier"]
    page.commands()[2].run()
    assert heard.went == [f"workshop/{workshop.id}/harvest"]


PLACES = (
    "prepare/programme",
    "prepare/materials",
    "prepare/people",
    "prepare/people:import",
    "run",
    "harvest/photos",
    "harvest/notes",
    "harvest/times",
    "harvest/outputs",
    "harvest/lessons",
    "publish/sheet",
)


@pytest.mark.parametrize("look", ["day", "night", "high-contrast"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_tab_can_be_seen_in_both_languages_and_every_theme(
    look, language, dress, in_front, desk, workshop, awa, rest
):
    words.use(language)
    dress(look, 2.0 if look == "night" else 1.0)
    page = WorkshopPage(desk, f"workshop/{workshop.id}")
    page.resize(1160, 560)
    in_front(page)
    for place in PLACES:
        page.arrive(f"workshop/{workshop.id}/{place}")
        page.grab()
        assert page.minimumSizeHint().height() <= 560, place
        assert page.minimumSizeHint().width() <= 1160, place
    page.leaving()
    desk.jobs.stop_all()


def test_a_page_built_anew_in_other_looks_leaves_every_value_as_it_was(in_front, desk, workshop, awa, dress):
    """The window fills a page built anew: what nobody typed there must never be kept."""
    dress()
    first = WorkshopPage(desk, f"workshop/{workshop.id}/harvest/notes")
    in_front(first)
    for place in PLACES:
        first.arrive(f"workshop/{workshop.id}/{place}")
    notes = first.panel("harvest").panel("notes")
    for editor in first.findChildren(QLineEdit):
        editor.blockSignals(True)
        editor.setText("ailleurs")
        editor.blockSignals(False)
    notes.quick.words.blockSignals(True)
    notes.quick.words.setPlainText("ailleurs")
    noted = Typed.on(first)
    journal = desk.history.count()
    second = WorkshopPage(desk, f"workshop/{workshop.id}/prepare/people")
    in_front(second)
    for place in PLACES:
        second.arrive(f"workshop/{workshop.id}/{place}")
    noted.into(second)
    second.leaving()
    desk.jobs.stop_all()
    assert desk.history.count() == journal, desk.history.undoText()
    assert kept(desk, workshop) == workshop
