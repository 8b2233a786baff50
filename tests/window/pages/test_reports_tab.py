# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports at the window: for whom, as they will look, then a folder of PDFs and what it holds back, all by key."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from actions.kit_people import text_of
from actions.reports_room import HALVES, agree, decide, note, photo, take_part, water_pump
from forgeatelier.actions.reports import Report
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.people.consent import Matter, Use
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import CaptureState
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.reports import Reports
from forgeatelier.window.pages.workshop.reports_memory import usual_folder

ALL = tuple(Report)


@dataclass
class Room:
    """A tab with a workshop that was held."""

    page: WorkshopPage
    panel: Reports
    settle: Callable[[], None]

    def words(self, inside: QWidget | None = None) -> str:
        """Everything that can be read, with plain spaces."""
        labels = (inside or self.panel).findChildren(QLabel)
        return "\n".join(one.text() for one in labels if not one.isHidden()).replace("\u00a0", " ")

    def pdf(self, report: Report) -> str:
        """The words of one of the PDFs that were just made."""
        made = self.panel.card.made
        assert made is not None
        (found,) = (one for one in made.reports if one.report is report)
        return " ".join(text_of(found.file)).replace("\u00a0", " ")


def opened(desk, in_front, rest, qtbot, workshop_id: str, tab: str = "reports") -> Room:
    page = WorkshopPage(desk, f"workshop/{workshop_id}/harvest/{tab}")
    page.resize(1294, 700)
    in_front(page)
    panel = page.panel("harvest").panel("reports")
    assert isinstance(panel, Reports)
    panel.pick = lambda _parent, _start: pytest.fail("nobody should be asked for a folder")

    def settle() -> None:
        qtbot.waitUntil(lambda: not panel._pause.isActive() and not desk.jobs.busy, timeout=60_000)

    page.panel("harvest").open_tab(tab)
    page.panel("harvest").setFocus()
    settle()
    return Room(page, panel, settle)


@pytest.fixture
def people(atelier) -> tuple[Person, Person]:
    """The pump of Podor: Kani agreed to everything, Sira to nothing outside the team."""
    workshop = water_pump(atelier.library, 1, title="Une pompe à Podor")
    kani = take_part(atelier.library, workshop, "Kani", "Bélédougou")
    sira = take_part(atelier.library, workshop, "Sira", "Fadougou", halves=HALVES[:3])
    take_part(atelier.library, workshop, "Demba", "Ouagalé", halves=(), presence=Presence.ABSENT)
    for matter in (Matter.IMAGE, Matter.DATA):
        agree(atelier.library, kani, matter, internal="granted", donor="granted", open="granted")
        agree(atelier.library, sira, matter, internal="granted", donor="refused", open="refused")
    photo(atelier.library, workshop, "Le cadre seul")
    photo(atelier.library, workshop, "Kani soude", kani)
    photo(atelier.library, workshop, "Le portrait de Sira", sira)
    photo(atelier.library, workshop, "Triée seulement", state=CaptureState.CHECKED)
    note(atelier.library, workshop, "Sira Fadougou a trouvé la fuite.")
    decide(atelier.library, workshop, "Garder l’outillage à la coopérative", sira)
    return kani, sira


@pytest.fixture
def room(dress, in_front, desk, rest, qtbot, atelier, people) -> Iterator[Room]:
    from forgeatelier.model.workshop.workshop import Workshop

    dress()
    (workshop,) = atelier.library.all(Workshop)
    made = opened(desk, in_front, rest, qtbot, workshop.id)
    yield made
    finish(made, desk)


def finish(room: Room, desk) -> None:
    desk.jobs.stop_all()
    room.panel._press.close()


def key(qtbot, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(QApplication.focusWidget(), one)


def test_from_the_tab_to_the_folder_in_two_inputs_and_one_more_opens_it(room, qtbot, heard):
    shown: list[Path] = []
    room.panel.open_folder = shown.append
    room.page.panel("harvest").open_tab("lessons")
    room.page.panel("harvest").setFocus()
    qtbot.keyClick(room.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert room.page.panel("harvest").tabs.current() == "reports"
    key(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert room.panel.line.busy
    assert not room.page.primary.isEnabled(), "one folder at a time"
    room.settle()
    made = room.panel.card.made
    assert made is not None
    assert made.path.parent == usual_folder()
    assert tuple(one.report for one in made.reports) == ALL
    assert made.reports[0].use is Use.DONOR, "one key down from « Interne »"
    key(qtbot, Qt.Key.Key_Space)
    assert shown == [made.path]
    assert heard.told == []


def test_photos_for_nobody_are_not_made_and_the_question_is_asked_in_place(room, qtbot, heard):
    assert room.panel.whom.use() is None
    assert "les photos montrées en dépendent" in room.words(room.panel.sheet.currentWidget())
    room.page.primary.click()
    assert not room.panel.line.busy
    assert not usual_folder().exists()
    assert "À qui ira le compte rendu photo ?" in room.panel.whom.field.error().replace("\u00a0", " ")
    assert heard.told == []
    key(qtbot, Qt.Key.Key_Space)
    assert room.panel.whom.use() is Use.INTERNAL
    assert room.panel.whom.field.error() == ""
    room.settle()
    assert room.panel.sheet.currentWidget() is room.panel.sheet.pages
    assert room.panel.sheet.pages.sheets.count() > 0


def test_each_use_shows_other_photos_and_tells_which_stay_out_before_and_after(room):
    room.panel.whom.choose(Use.OPEN)
    room.settle()
    state = room.panel._state.text().replace("\u00a0", " ")
    assert "1 photo : une personne reconnaissable n’a pas donné son accord pour cet usage" in state
    room.panel.make_only(Report.PHOTOS)
    room.settle()
    report = room.pdf(Report.PHOTOS)
    assert "Kani soude" not in report, "nobody is named in what is published"
    assert "portrait" not in report
    card = room.words(room.panel.card)
    assert "2 photos montrées" in card
    assert "– 1 photo : une personne reconnaissable n’a pas donné son accord" in card
    assert "– 1 photo : pas encore triées ou pas retenues" in card
    assert "caché" in card, "the note named Sira"
    assert "ne pas diffuser" not in card, "nothing in it is for the team only"
    room.panel.whom.choose(Use.INTERNAL)
    room.panel.make_only(Report.PHOTOS)
    room.settle()
    assert "Le portrait de Sira" in room.pdf(Report.PHOTOS)
    assert "Compte rendu photo (1-compte-rendu-photo.pdf)" in room.words(room.panel.card)


def test_every_sorted_photo_only_when_it_is_ticked(room, qtbot):
    room.panel.whom.choose(Use.INTERNAL)
    room.panel.make_only(Report.PHOTOS)
    room.settle()
    assert "Triée seulement" not in room.pdf(Report.PHOTOS)
    room.panel.reports.everything.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    room.panel.make_only(Report.PHOTOS)
    room.settle()
    assert "Triée seulement" in room.pdf(Report.PHOTOS)


def test_the_list_of_names_is_ticked_by_somebody_and_holds_only_who_agreed(room, qtbot):
    assert "Seules y figurent les personnes qui ont donné leur accord" in room.words()
    assert not room.panel.reports.names.isChecked()
    room.panel.make_only(Report.DONOR)
    room.settle()
    assert "Bélédougou" not in room.pdf(Report.DONOR)
    room.panel.reports.names.setFocus()
    assert room.panel.reports.current is Report.DONOR
    key(qtbot, Qt.Key.Key_Space)
    assert Report.DONOR in room.panel.reports.personal()
    room.panel.make_only(Report.DONOR)
    room.settle()
    assert "Bélédougou" in room.pdf(Report.DONOR)
    assert "Fadougou" not in room.pdf(Report.DONOR)
    assert "Rapport d’atelier (3-rapport-bailleur.pdf)" in room.words(room.panel.card)


def test_the_rule_of_presence_says_in_place_who_gets_none_and_why(room, qtbot):
    said = room.words(room.panel.rule)
    assert "2 attestations, 2 personnes n’en reçoivent pas" in said
    assert "– Awa Tounkarabé : fait partie de l’équipe" in said
    assert "– Demba Ouagalé : n’est pas venue ou venu" in said
    percent = room.panel.rule.percent
    percent.setFocus()
    percent.selectAll()
    qtbot.keyClicks(percent, "80")
    key(qtbot, Qt.Key.Key_Return)
    room.settle()
    said = room.words(room.panel.rule)
    assert "1 attestation, 3 personnes" in said
    assert "– Sira Fadougou : 3 demi-journées sur 4 ; la règle en demande 4" in said
    assert room.panel._state.text() == "Attestations de participation."
    assert room.panel.sheet.pages.sheets.count() == 1, "the pages follow the rule"
    room.panel.make_only(Report.CERTIFICATES)
    room.settle()
    assert "Kani Bélédougou" in room.pdf(Report.CERTIFICATES)
    assert "Sira" not in room.pdf(Report.CERTIFICATES)
    assert "3 personnes sans attestation" in room.words(room.panel.card)


def test_a_rule_many_do_not_keep_shows_a_few_and_then_all(room, desk, atelier):
    from forgeatelier.actions.people import add_person

    workshop = room.panel.subject.workshop()
    for at in range(12):
        desk.keep(add_person(workshop, Person(given_names=f"Personne{at:02}", family_name="Inventée")))
    room.settle()
    assert "Personne11" not in room.panel.rule.who.text()
    assert room.panel.rule.all.text() == "Montrer les 6 autres"
    room.panel.rule.all.click()
    assert "Personne11" in room.panel.rule.who.text()
    assert room.panel.rule.all.isHidden()


def test_a_decision_sheet_names_who_carries_it_only_inside_the_team(room):
    for use, named in ((Use.OPEN, False), (Use.INTERNAL, True)):
        room.panel.whom.choose(use)
        room.panel.make_only(Report.DECISIONS)
        room.settle()
        assert "Garder l’outillage" in room.pdf(Report.DECISIONS)
        assert ("Fadougou" in room.pdf(Report.DECISIONS)) is named
        assert ("(2-decisions.pdf)" in room.words(room.panel.card)) is named


def test_arrows_show_the_report_and_space_ticks_it(room, qtbot):
    room.panel.reports.choose(())
    assert not room.page.primary.isEnabled()
    room.panel.reports.lines[Report.PHOTOS].check.setFocus()
    key(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert room.panel.reports.current is Report.DECISIONS
    key(qtbot, Qt.Key.Key_Space)
    assert room.panel.reports.chosen() == (Report.DECISIONS,)
    assert "1 compte rendu coché" in room.words()
    room.settle()
    assert "Relevé de décisions" in room.panel._state.text()
    assert room.panel.sheet.currentWidget() is room.panel.sheet.pages
    key(qtbot, Qt.Key.Key_Return)
    room.settle()
    assert [one.report for one in room.panel.card.made.reports] == [Report.DECISIONS], "no use is asked for"


def test_everything_is_remembered_but_for_whom(room, tmp_path, qtbot):
    out = tmp_path / "clef"
    out.mkdir()
    room.panel.pick = lambda _parent, _start: str(out)
    room.panel.change.click()
    room.panel.reports.choose((Report.PHOTOS, Report.CERTIFICATES))
    room.panel.reports.everything.click()
    room.panel.rule.percent.setValue(60)
    room.panel.whom.choose(Use.INTERNAL)
    room.settle()
    later = Reports(room.panel.subject)
    qtbot.addWidget(later)
    assert later.reports.chosen() == (Report.PHOTOS, Report.CERTIFICATES)
    assert later.reports.everything.isChecked()
    assert later.rule.percent.value() == 60
    assert str(out) in later._where.text()
    assert later.whom.use() is None, "faces are shown to those one has just named"


def test_work_that_is_stopped_leaves_nothing_and_says_so(room, qtbot):
    room.panel.whom.choose(Use.INTERNAL)
    room.settle()
    room.panel.make()
    qtbot.waitUntil(lambda: room.panel.line.job.done > 0, timeout=20_000)
    room.panel.line.job.cancel()
    room.settle()
    assert list(usual_folder().iterdir()) == []
    assert "rien n’a été gardé" in room.panel._count.text()
    assert room.page.primary.isEnabled()
    assert room.panel.card.made is None


def test_the_palette_makes_one_report_for_somebody(room):
    commands = {one.title.replace("\u00a0", " "): one for one in room.page.commands()}
    commands["Faire : Compte rendu photo, Rapport au bailleur"].run()
    room.settle()
    (made,) = room.panel.card.made.reports
    assert (made.report, made.use) == (Report.PHOTOS, Use.DONOR)
    for report in ("Relevé de décisions", "Rapport d’atelier", "Attestations de participation"):
        assert f"Faire : {report}" in commands
    assert commands["Faire les comptes rendus"].key == "Ctrl+P"


def test_a_workshop_with_nothing_says_what_is_missing_and_where_to_note_it(
    dress, in_front, desk, rest, qtbot, workshop, heard
):
    dress()
    room = opened(desk, in_front, rest, qtbot, workshop.id)
    assert "Aucune présence n’est encore notée" in room.words(room.panel.rule)
    room.panel.rule.note.click()
    room.panel.whom.choose(Use.INTERNAL)
    room.settle()
    empty = room.panel.sheet.currentWidget()
    assert "Rien n’est retenu" in room.words(empty)
    empty.button.click()
    room.panel.visit("certificates")
    room.settle()
    empty = room.panel.sheet.currentWidget()
    assert "Personne ne remplit encore la règle" in room.words(empty)
    base = f"workshop/{workshop.id}"
    assert heard.went == [f"{base}/prepare/people", f"{base}/harvest/photos"]
    room.panel.make()
    room.settle()
    made = room.panel.card.made
    assert [one.report for one in made.reports] == [Report.DECISIONS, Report.DONOR]
    card = room.words(room.panel.card)
    assert "Compte rendu photo : rien à écrire" in card
    assert "Attestations de participation : rien à écrire" in card
    assert "À compléter à la main :" in card
    assert heard.told == []
    finish(room, desk)


def test_in_large_text_the_pages_take_the_place_of_the_list_and_escape_comes_back(room, qtbot):
    room.page.resize(700, 600)
    assert room.panel.beside.narrow
    for use in (None, Use.INTERNAL):
        if use:
            room.panel.whom.choose(use)
        room.settle()
        assert not room.panel.sheet.isVisible()
        room.panel.see.click()
        assert room.panel.sheet.isVisible()
        key(qtbot, Qt.Key.Key_Escape)
        assert not room.panel.sheet.isVisible()
        assert QApplication.focusWidget() is room.panel.whom.ways[Use.INTERNAL]
