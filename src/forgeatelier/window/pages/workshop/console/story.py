# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What to say now, what one does oneself, and plan B one key away."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.method.step import PlanB, Trouble
from forgeatelier.model.workshop.live_step import StepLive
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.window.pages.workshop.layout import said_under
from forgeatelier.window.pages.workshop.step_card import TROUBLES
from forgeatelier.window.widgets import Banner, Button, Label, ScrollColumn, holding, row, stack

_Key = tuple[PlannedStep | None, Trouble | None, bool, str, bool]


class Story(ScrollColumn):
    """Built anew only when the step, its plan or what is open changes. `plan_b_asked` carries a Trouble or None."""

    plan_b_asked = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        """Nothing to tell yet."""
        super().__init__(gap="m", margin="l", widest="")
        self._told: _Key | None = None
        self._one: StepLive | None = None
        self.plan_b_open = self._compact = False
        self.plan_buttons: list[Button] = []

    def set_compact(self, compact: bool) -> None:
        """Smaller words without their heading, where there is little room."""
        if compact != self._compact:
            self._compact = compact
            if self._told is not None:
                self.show_step(self._one, self._told[3])

    def show_step(self, one: StepLive | None, elsewhere: str = "") -> None:
        """Tell a step; `elsewhere` names the step that runs when one looks at another."""
        step = one.step if one is not None else None
        key = (step, one.plan_b if one is not None else None, self.plan_b_open, elsewhere, self._compact)
        if key == self._told:
            return
        self._one = one
        fresh = self._told is None or self._told[0] != step
        self._told = key
        self._empty()
        if one is not None:
            for part in self._parts(one, elsewhere):
                self.body.addWidget(part)
        self.body.addStretch(1)
        if fresh:
            self.verticalScrollBar().setValue(0)

    def toggle_plan_b(self, one: StepLive | None) -> bool:
        """Open plan B, or close it; returns whether it is open. Its first button takes the focus."""
        self.plan_b_open = not self.plan_b_open and one is not None
        elsewhere = self._told[3] if self._told is not None else ""
        self.show_step(one, elsewhere)
        if self.plan_b_open and self.plan_buttons:
            self.plan_buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self.plan_buttons[0])
        return self.plan_b_open

    def _empty(self) -> None:
        self.plan_buttons = []
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _parts(self, one: StepLive, elsewhere: str) -> list[QWidget]:
        step = one.step
        parts: list[QWidget] = []
        if elsewhere:
            parts.append(self._elsewhere(step, elsewhere))
        taken = next((plan for plan in step.plan_b if plan.trouble is one.plan_b), None)
        if self.plan_b_open or taken is not None:
            parts.append(self._plans(step, taken))
        if not self._compact:
            parts.append(Label(_("Dire maintenant"), "label"))
        size = "card-title" if self._compact else "title"
        said = Label(step.instruction or _("Rien à lire : dire avec ses mots."), size, wrap=True)
        said.setAccessibleName(_("Dire maintenant : {text}").format(text=step.instruction))
        if not step.instruction:
            said.set_tone("muted")
        parts.append(said)
        if step.safety_note:
            parts.append(Banner("warn", _("Sécurité"), step.safety_note, closable=False))
        for title, text in (
            (_("Ce que je fais"), step.facilitator),
            (_("Ce que font les personnes"), step.participants),
            (_("Matériel"), _lines(step.materials)),
            (_("Supports"), _lines(step.supports)),
            (_("Ce qui en sort"), step.output),
            (_("Conseils"), _lines(step.tips)),
            (_("Pièges"), _lines(step.traps)),
            (_("Notes internes"), step.notes),
        ):
            if text:
                parts.append(said_under(title, text))
        return parts

    def _elsewhere(self, step: PlannedStep, running: str) -> QWidget:
        said = _("Vous regardez « {title} ». Entrée la démarre, Échap revient.").format(title=step.title)
        told = Banner("info", said, actions=(("back", _("Revenir à « {title} »").format(title=running)),))
        told.acted.connect(self.back_asked)
        told.closed.connect(self.back_asked)
        return told

    def _plans(self, step: PlannedStep, taken: PlanB | None) -> QWidget:
        lines: list[QWidget] = [Label(_("Plan B"), "label")]
        for plan in step.plan_b:
            here = plan is taken
            button = Button(_("Revenir au plan A") if here else _("Prendre ce plan"), "quiet", "refresh")
            button.setAccessibleDescription(f"{_(TROUBLES[plan.trouble])}\u00a0: {plan.instead}")
            button.clicked.connect(partial(self.plan_b_asked.emit, None if here else plan.trouble))
            self.plan_buttons.append(button)
            words = said_under(_(TROUBLES[plan.trouble]), plan.instead)
            line = row(words, button, gap="m")
            line.setStretch(0, 1)
            lines.append(holding(line))
        if not step.plan_b:
            lines.append(Label(_("Cette étape n’a pas de plan B écrit."), "body", tone="muted"))
        part = holding(stack(*lines, gap="s", margin="m"), "sunken")
        part.setAccessibleName(_("Plan B"))
        return part


def _lines(texts: tuple[str, ...]) -> str:
    return "\n".join(f"•\N{NO-BREAK SPACE}{line}" for line in texts)
