# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sheet says beyond protocol and captures: title, words, cover, version, licence."""

from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.ground.words import LANGUAGES, _
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.workshop.capture import PUBLISHABLE_STATES, Capture, CaptureKind
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.widgets import Combo, Field, TextEdit, holding, row, stack


class SheetFields(QWidget):
    """Every field is kept as it is written."""

    def __init__(self, subject: Subject) -> None:
        """Show the sheet as it stands, or a first one."""
        super().__init__()
        self._subject = subject
        self.form = Form(subject.desk, _("Écrire la fiche"), subject.kept_sheet, self._fresh, self)
        self.cover = Combo()
        self.setLayout(stack(*self._parts(), gap="m"))
        self.refresh()

    def _parts(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        collective = _("Signe la fiche à la place de personnes nommées.")
        licences = ((spdx, licence.name) for spdx, licence in LICENCES.items() if licence.open)
        return (
            Field(_("Titre"), bind("title", QLineEdit())),
            Field(_("Sous-titre"), bind("subtitle", QLineEdit()), optional=True),
            Field(_("Nom du collectif"), bind("collective", QLineEdit()), collective),
            Field(_("Introduction"), bind("introduction", TextEdit(lines=4, most=16))),
            Field(_("Conseils pour refaire"), bind("advice", TextEdit(lines=3, most=16))),
            Field(_("Image de couverture"), bind("cover_id", self.cover)),
            _pair(
                Field(_("Version"), bind("version", QLineEdit())),
                Field(_("Langue"), bind("language", Combo(LANGUAGES.items()))),
            ),
            Field(
                _("Licence"),
                bind("licence", Combo(licences)),
                _("Toute la fiche se partage sous cette licence."),
            ),
            Field(_("Où signaler une correction"), bind("correction_note", QLineEdit()), optional=True),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=2)), _("Ne sont jamais publiées.")),
        )

    def refresh(self) -> None:
        """Show the sheet as it is now."""
        kept = [
            one
            for one in self._subject.captures()
            if one.kind is CaptureKind.PHOTO and one.state in PUBLISHABLE_STATES
        ]
        sheet = self._subject.sheet()
        choices = (("", _("la dernière photo retenue")), *((one.id, _called(one)) for one in kept))
        self.cover.blockSignals(True)
        self.cover.set_choices(choices, sheet.cover_id if sheet else "")
        self.cover.blockSignals(False)
        self.form.show()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()

    def focus(self, field: str) -> None:
        """Go to a field."""
        editor = self.form.editor(field) or self.form.editor("title")
        if editor is not None:
            editor.setFocus()
            bring_into_sight(editor)

    def _fresh(self) -> ConductSheet | None:
        return self._subject.sheet()


def _called(capture: Capture) -> str:
    return capture.caption or capture.alt or capture.file_name or _("Photo sans légende")


def _pair(one: QWidget, other: QWidget) -> QWidget:
    line = row(one, other, gap="s")
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return holding(line)
