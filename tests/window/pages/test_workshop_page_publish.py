# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing at the window: refused in words while something blocks, then a dossier that anyone can open."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from forgeatelier.actions.harvest import capture_note, retain, who_is_recognisable
from forgeatelier.actions.intake import take_in
from forgeatelier.model.change import Change
from forgeatelier.model.commons.preflight import Level
from forgeatelier.model.commons.sheet import ConductSheet, Publication, SheetState
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.publishing import PublishPanel

from .conftest import MORNING, picture


@pytest.fixture
def retained(desk, workshop, tmp_path: Path) -> Capture:
    """One photo chosen for the sheet; nobody has said who is on it."""
    file = picture(tmp_path / "four.jpg", "peru", (900, 600))
    intake = take_in(desk.atelier.library.media, workshop, (file,), frozenset(), MORNING)
    desk.keep(intake.change)
    desk.keep(retain(intake.change.after))
    (capture,) = desk.atelier.library.all(Capture)
    return capture


@pytest.fixture
def page(dress, in_front, desk, workshop, retained) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/publish")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def panel(page: WorkshopPage) -> PublishPanel:
    panel = page.panel("publish")
    assert isinstance(panel, PublishPanel)
    panel.pick = lambda _parent: pytest.fail("nobody should be asked for a folder")
    return panel


def look_again(panel: PublishPanel, rest) -> None:
    """The pages are set again at once instead of after a pause."""
    rest()
    panel._pause.stop()
    panel._look()
    rest()


def levels(panel: PublishPanel) -> list[str]:
    return [finding.code for finding in panel.findings.findings if finding.level is Level.BLOCKING]


def sign(desk, panel: PublishPanel, qtbot) -> None:
    editor = panel.fields.form.editor("collective")
    panel._show_tab("sheet")
    editor.setFocus()
    qtbot.keyClicks(editor, "Le groupement Takku Ligguey")
    panel.leaving()


def test_publishing_is_refused_in_words_then_done(page, panel, desk, retained, heard, rest, qtbot, tmp_path):
    look_again(panel, rest)
    assert set(levels(panel)) == {"consent-unknown", "no-author"}
    assert panel.pages.sheets.count() > 3, "the true pages are shown"
    page.primary.click()
    assert heard.told[-1].advice, "the refusal says what to do"
    panel.go_to_finding(next(f for f in panel.findings.findings if f.code == "consent-unknown"))
    assert heard.went == [f"workshop/{retained.workshop_id}/harvest/photos:{retained.id}.recognisable"]
    desk.keep(who_is_recognisable(panel.subject.capture(retained.id), ()))
    sign(desk, panel, qtbot)
    look_again(panel, rest)
    assert levels(panel) == []
    out = tmp_path / "clef"
    out.mkdir()
    panel.pick = lambda _parent: str(out)
    page.primary.click()
    rest()
    made = panel.dossier.made
    assert made is not None
    assert made.path.is_dir()
    assert list(made.path.rglob("fiche-a4.pdf"))
    said = "\n".join(label.text() for label in panel.dossier.findChildren(QLabel))
    assert str(made.path) in said
    assert "PDF de" in said
    opened: list[Path] = []
    panel.open_folder = opened.append
    panel.dossier.open.click()
    assert opened == [made.path]
    assert desk.atelier.library.all(ConductSheet)[0].state is SheetState.PUBLISHED
    assert len(desk.atelier.library.all(Publication)) == 1
    desk.history.undo()
    assert desk.atelier.library.all(Publication) == ()


def test_words_of_the_sheet_are_kept_and_the_old_pages_stay_while_new_ones_are_set(panel, desk, rest, qtbot):
    look_again(panel, rest)
    before = panel.pages.sheets.count()
    sign(desk, panel, qtbot)
    assert desk.atelier.library.all(ConductSheet)[0].collective == "Le groupement Takku Ligguey"
    panel._pause.stop()
    panel._look()
    assert panel.pages.sheets.count() == before, "stale pages stay in sight"
    rest()
    assert "no-author" not in levels(panel)


def test_a_name_in_a_note_leads_to_that_note(panel, desk, workshop, awa, rest, heard):
    desk.keep(capture_note(workshop, "Awa Traoré propose de revenir.", MORNING))
    note = next(one for one in panel.subject.captures() if one.text)
    desk.keep(retain((note,)))
    look_again(panel, rest)
    slip = next(f for f in panel.findings.findings if f.code == "personal-name")
    panel.go_to_finding(slip)
    assert heard.went == [f"workshop/{workshop.id}/harvest/notes:{note.id}.text"]


def test_a_cancelled_publication_leaves_nothing(page, panel, desk, retained, rest, qtbot, tmp_path):
    desk.keep(who_is_recognisable(retained, ()))
    sign(desk, panel, qtbot)
    look_again(panel, rest)
    out = tmp_path / "clef"
    out.mkdir()
    panel.pick = lambda _parent: str(out)
    panel.publish()
    panel.line.job.cancel()
    rest()
    assert list(out.iterdir()) == []
    assert desk.atelier.library.all(Publication) == ()
    assert page.primary.isEnabled()


def test_a_workshop_without_protocol_says_why_there_are_no_pages(dress, in_front, desk, workshop, rest):
    dress()
    desk.keep(Change("sans protocole", (workshop,), (replace(workshop, protocol=None),)))
    page = WorkshopPage(desk, f"workshop/{workshop.id}/publish")
    in_front(page)
    panel = page.panel("publish")
    look_again(panel, rest)
    assert "pas de protocole" in panel._state.text()
