# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pre-flight found: what blocks first, each with its remedy and the way there."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.commons.preflight import Finding, Level
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.widgets import Button, Card, Glyph, Label, holding, row, stack

_WARNINGS_SHOWN = 12


class FindingsList(QWidget):
    """`asked` carries the finding whose place one wants to go to."""

    asked = Signal(object)

    def __init__(self) -> None:
        """Nothing checked yet."""
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self._head = Label(_("Vérification en cours…"), "strong", wrap=True)
        self._mark = Glyph("search", "muted")
        top = row(self._mark, self._head, gap="s")
        top.setStretch(1, 1)
        self._body = stack(gap="s")
        self._all = Button("", "plain", "down")
        self._all.clicked.connect(self._show_all)
        self._all.hide()
        self._every = False
        self.setLayout(stack(top, self._body, holding(row(self._all, None)), gap="s"))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what was found."""
        self.findings = findings
        blocking = [one for one in findings if one.level is Level.BLOCKING]
        if blocking:
            said = ngettext("{n} point empêche de publier", "{n} points empêchent de publier", len(blocking))
            self._mark.set_role("danger", "danger")
        elif findings:
            said = ngettext(
                "Rien n’empêche de publier ; {n} conseil",
                "Rien n’empêche de publier ; {n} conseils",
                len(findings),
            )
            self._mark.set_role("ok", "ok")
        else:
            said = _("Tout est prêt : rien à signaler.")
            self._mark.set_role("ok", "ok")
        self._head.setText(said.format(n=len(blocking) or len(findings)))
        self._fill()

    def _fill(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        blocking = [one for one in self.findings if one.level is Level.BLOCKING]
        warnings = [one for one in self.findings if one.level is not Level.BLOCKING]
        room = len(warnings) if self._every else _WARNINGS_SHOWN
        for one in (*blocking, *warnings[:room]):
            self._body.addWidget(self._line(one))
        left = len(warnings) - room
        self._all.setText(ngettext("Voir {n} autre conseil", "Voir {n} autres conseils", left).format(n=left))
        self._all.setVisible(left > 0)

    def _line(self, finding: Finding) -> QWidget:
        blocks = finding.level is Level.BLOCKING
        card = Card(shape="card", margin="m")
        mark = Glyph("danger" if blocks else "warning", "danger" if blocks else "warn")
        level = _("Empêche de publier") if blocks else _("Conseil")
        level_words = Label(level, "label", tone="danger" if blocks else "warn")
        words = stack(
            level_words,
            Label(saying.tied(finding.what), "body", wrap=True),
            Label(saying.tied(finding.remedy), "note"),
            gap="xs",
        )
        line = row(gap="s")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        go = Button(_("Y aller"), "plain", "arrow-right")
        go.setAccessibleName(f"{_('Y aller')} : {finding.what}")
        go.clicked.connect(partial(self._ask, finding))
        card.body.addWidget(holding(row(None, go)))
        card.setAccessibleName(f"{level} : {finding.what} {finding.remedy}")
        return card

    def _ask(self, finding: Finding, *_pressed: bool) -> None:
        self.asked.emit(finding)

    def _show_all(self) -> None:
        self._every = True
        self._fill()
