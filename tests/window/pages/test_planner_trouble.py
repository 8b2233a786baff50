# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The planner when things go wrong or grow: a full disk, five hundred steps, names in every script, another window."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt

from forgeatelier.actions.plan import edit, read_plan
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.planner import Planner

Key, Mod = Qt.Key, Qt.KeyboardModifier
NAMES = ("ߒߞߏ ߞߊߟߊ߲", "دائرة الكلام", "Tour de table " * 12, "", "<b>Pause</b> & repas")


@pytest.fixture
def open_planner(dress, in_front, desk):
    dress()
    pages = []

    def do(workshop: Workshop) -> Planner:
        page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare/programme")
        page.resize(1278, 700)
        pages.append(page)
        in_front(page)
        panel = page.panel("prepare").panel("programme")
        assert isinstance(panel, Planner)
        panel.view.setFocus()
        return panel

    return do


def with_steps(atelier, titles) -> Workshop:
    (workshop,) = new_workshop(None, title="Quinzaine").after
    workshop = replace(workshop, own_steps=True, people_planned=30)
    steps = [
        PlannedStep(
            workshop_id=workshop.id,
            step_id=f"e{n}",
            place=n * PLACE_GAP,
            day=1 + n // 40,
            title=title,
            minutes=10,
            fork=f"f{n // 10}" if n % 10 in (3, 4) else "",
            lane="AB"[n % 2],
        )
        for n, title in enumerate(titles)
    ]
    atelier.keep(Change("", after=(workshop, *steps)))
    return workshop


def test_what_one_does_is_drawn_before_the_library_is_asked(open_planner, desk, workshop, monkeypatch, qtbot):
    planner = open_planner(workshop)
    seen = []
    keep = desk.history.keep

    def watched(change: Change) -> None:
        seen.append([row.start for row in planner.view.plan.rows][:2])
        keep(change)

    monkeypatch.setattr(desk.history, "keep", watched)
    planner.view.choose((planner.view.plan.rows[0].id,))
    planner.inline.begin("length", "50")
    qtbot.keyClick(planner.inline.line, Key.Key_Return)
    assert seen == [["09:00", "09:50"]]


def test_when_the_library_refuses_the_plan_is_shown_as_it_is_held(
    open_planner, desk, workshop, monkeypatch, heard
):
    planner = open_planner(workshop)
    before = [row.step.title for row in planner.view.plan.rows]

    def full(change: Change) -> None:
        raise AtelierError("Le disque est plein.", "Libérez de la place.")

    monkeypatch.setattr(desk.history, "keep", full)
    planner.view.choose((planner.view.plan.rows[0].id,))
    planner.verbs.remove()
    assert [row.step.title for row in planner.view.plan.rows] == before
    assert [error.what for error in heard.told] == ["Le disque est plein."]
    assert heard.toasts == []


def test_five_hundred_steps_draw_only_what_is_in_sight(open_planner, atelier, qtbot, monkeypatch):
    planner = open_planner(with_steps(atelier, [f"Étape {n}" for n in range(500)]))
    assert len(planner.view.plan.rows) == 500
    drawn = []
    from forgeatelier.window.pages.workshop.planner import drawing

    for kind, draw in tuple(drawing.STEPS.items()):

        def noted(painter, area, row, sizes, draw=draw):
            drawn.append(row.id)
            draw(painter, area, row, sizes)

        monkeypatch.setitem(drawing.STEPS, kind, noted)
    planner.view.choose((planner.view.plan.rows[300].id,))
    qtbot.keyClick(planner.view, Key.Key_Down, Mod.AltModifier)
    drawn.clear()
    planner.view.viewport().repaint()
    assert 0 < len(drawn) < 40
    qtbot.keyClick(planner.view, Key.Key_End)
    assert planner.view.currentIndex().row() == 499
    assert planner.view.area(499).bottom() <= planner.view.viewport().height()


def test_names_in_every_script_are_drawn_as_they_are(open_planner, atelier):
    planner = open_planner(with_steps(atelier, NAMES))
    for to_scale in (False, True):
        planner.view.set_to_scale(to_scale)
        assert not planner.view.grab().isNull()
    planner.view.selectAll()
    planner.look()
    planner.view.choose((planner.view.plan.rows[4].id,))
    planner.look()
    assert planner.inspector._title.text() == "<b>Pause</b> & repas"


def test_a_change_made_elsewhere_is_shown_and_the_step_one_is_on_stays(open_planner, desk, workshop):
    planner = open_planner(workshop)
    chosen = planner.view.plan.rows[3].id
    planner.view.choose((chosen,))
    plan = read_plan(desk.atelier.library, workshop)
    desk.atelier.keep(edit(plan, (plan.steps[0].id,), minutes=5))
    assert planner.view.plan.rows[1].start == "09:05"
    assert planner.view.chosen_ids() == (chosen,)
    moved = desk.atelier.library.get(Workshop, workshop.id)
    desk.atelier.keep(Change("", (moved,), (replace(moved, starts_at=time(8, 0)),)))
    assert planner.view.plan.rows[0].start == "08:00"


def test_five_hundred_lines_are_all_there_whichever_column_comes_first(open_planner, workshop, desk, qapp):
    planner = open_planner(workshop)
    before = len(planner.view.plan.rows)
    qapp.clipboard().setText("\n".join(f"Étape {n}\t{5 + n % 20}" for n in range(500)))
    planner.verbs.paste()
    assert len(planner.view.plan.rows) == before + 500
    assert desk.history.count() == 1
    assert planner.strip.end.text().endswith("jours plus tard")


def test_lines_of_a_spreadsheet_become_steps_and_other_words_say_why_not(
    open_planner, workshop, desk, qapp, heard
):
    planner = open_planner(workshop)
    planner.view.choose((planner.view.plan.rows[0].id,))
    for words in (
        "Bonjour à toutes",
        "demain\tPause",
        "45\t",
        "45\tPause\nou plus tard",
        "",
        "9\tA\n" * 1001,
    ):
        qapp.clipboard().setText(words)
        heard.told.clear()
        planner.verbs.paste()
        assert not desk.history.canUndo(), words
        assert len(heard.told) == 1, words
    qapp.clipboard().setText("15\tPause fraîche\n\nx30s\tTour de table\n")
    planner.verbs.paste()
    pasted = planner.view.plan.rows[1:3]
    assert [(row.step.title, row.minutes) for row in pasted] == [("Pause fraîche", 15), ("Tour de table", 6)]
    assert desk.history.count() == 1


def test_a_workshop_planned_for_nobody_says_so(open_planner, desk, atelier):
    (workshop,) = new_workshop(None, title="Personne").after
    step = PlannedStep(workshop_id=workshop.id, step_id="t", title="Tour", per_person_seconds=30)
    atelier.keep(Change("", after=(replace(workshop, own_steps=True), step)))
    planner = open_planner(workshop)
    assert planner.view.plan.rows[0].minutes == 0
    said = [fault.words for fault in planner.view.plan.rows[0].faults]
    assert len(said) == 1
    assert "Personne n’est prévu" in said[0]
    assert not planner.strip.faults.isVisible(), "worth knowing, no conflict"
