# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One capture in the inspector: the picture, its step, who is on it, and the words that go with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from forgeatelier.actions.sorting_captures import tags_in
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState
from forgeatelier.window.form import Way
from forgeatelier.window.pages.workshop import saying, sorting
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.who import Who
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Combo, Field, Flow, Label, TextEdit, holding, stack
from forgeatelier.window.widgets.photo_reading import read_small

_WORDS = Way(", ".join, tags_in)
_SHOWN = (CaptureKind.PHOTO, CaptureKind.AUDIO, CaptureKind.FILE)


class CaptureCard(QWidget):
    """Words are kept as they are typed; sorting goes for everything that is chosen."""

    def __init__(self, subject: Subject, capture: Capture) -> None:
        """Show one capture."""
        super().__init__()
        self._subject, self.capture_id, self.kind = subject, capture.id, capture.kind
        self._shown = ""
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._chosen: tuple[str, ...] = (capture.id,)
        self.form = Form(subject.desk, _("Décrire une prise"), self._capture, parent=self)
        self._count = Label("", "strong", wrap=True)
        self._about = Label("", "note")
        self.keep = Button(_("Retenir"), "quiet", "star")
        self.aside = Button(_("Écarter"), "quiet", "hide")
        self.keep.setToolTip(_("Retenir pour la fiche (R)"))
        self.aside.setToolTip(_("Écarter : reste dans la bibliothèque (X)"))
        self.keep.clicked.connect(self._retain)
        self.aside.clicked.connect(self._set_aside)
        self.step = Combo(steps(subject))
        self.step.chosen.connect(self._file)
        self.who = Who(subject)
        self.setLayout(stack(*self._parts(capture), gap="m"))
        self.refresh()

    def _parts(self, capture: Capture) -> tuple[QWidget, ...]:
        bind = self.form.bind
        parts: list[QWidget] = [self._count]
        if capture.kind is CaptureKind.PHOTO:
            parts.append(self._picture)
        parts += [self._about, holding(Flow(self.keep, self.aside))]
        if capture.kind in _SHOWN:
            parts.append(Field(_("Qui est reconnaissable ?"), self.who))
        if capture.kind in (CaptureKind.NOTE, CaptureKind.DECISION, CaptureKind.LINK):
            parts.append(Field(_("Texte"), bind("text", TextEdit(lines=4, most=14))))
        if capture.kind is CaptureKind.LINK:
            parts.append(Field(_("Adresse"), bind("link", QLineEdit())))
        if capture.kind in _SHOWN:
            parts.append(Field(_("Légende"), bind("caption", QLineEdit()), _("Ce qu’il faut regarder.")))
        if capture.kind is CaptureKind.PHOTO:
            alt = bind("alt", TextEdit(lines=2))
            parts.append(Field(_("Description de l’image"), alt, _("Pour les personnes qui ne voient pas.")))
        parts += [
            Field(_("Étape"), self.step),
            Field(_("Famille"), bind("cluster", QLineEdit()), optional=True),
            Field(
                _("Mots-clés"),
                bind("tags", QLineEdit(), _WORDS),
                _("Séparés par des virgules."),
                optional=True,
            ),
        ]
        if capture.kind in _SHOWN:
            parts += [
                Field(_("Licence"), bind("licence", Combo(licences()))),
                Field(_("Crédit d’une œuvre reprise"), bind("credit_line", QLineEdit()), optional=True),
                Field(_("Source d’une œuvre reprise"), bind("source", QLineEdit()), optional=True),
            ]
        parts.append(Field(_("Notes internes"), bind("notes", TextEdit(lines=2))))
        return tuple(parts)

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Sorting goes for all of these."""
        self._chosen = tuple(chosen) or (self.capture_id,)
        self.refresh()

    def show_capture(self, capture: Capture) -> None:
        """Go on to another capture of the same kind; what was being typed is kept first."""
        self.leaving()
        self.capture_id = capture.id
        self._chosen = (capture.id,)
        self.refresh()

    def refresh(self) -> None:
        """Show the capture as it is now."""
        capture = self._capture()
        if capture is None:
            return
        if capture.media != self._shown and capture.kind is CaptureKind.PHOTO:
            self._shown = capture.media
            _draw(self._picture, self._subject, capture)
        self._picture.setAccessibleName(capture.alt or capture.caption or _("Photo"))
        many = len(self._chosen)
        said = ngettext("{n} prise choisie", "{n} prises choisies", many).format(n=many)
        self._count.setText(_("{chosen} : tri, étape et personnes valent pour toutes.").format(chosen=said))
        self._count.setVisible(many > 1)
        self._about.setText(_about(capture))
        retained = capture.state is CaptureState.RETAINED
        gone = capture.state is CaptureState.DISCARDED
        self.keep.setText(_("Retenue") if retained else _("Retenir"))
        self.keep.set_icon("check" if retained else "star")
        self.aside.setText(_("Reprendre") if gone else _("Écarter"))
        self.step.choose(capture.step_id)
        self.who.show_captures(self.captures())
        self.form.show()

    def captures(self) -> tuple[Capture, ...]:
        """Everything that is chosen, as it is now."""
        found = (self._subject.capture(key) for key in self._chosen)
        return tuple(one for one in found if one is not None)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()

    def focus(self, field: str) -> None:
        """Go to a field."""
        if field == "recognisable":
            self.who.open()
            bring_into_sight(self.who)
        elif (editor := self.form.editor(field)) is not None:
            editor.setFocus()
            bring_into_sight(editor)

    def _capture(self) -> Capture | None:
        return self._subject.capture(self.capture_id)

    def _retain(self) -> None:
        self._subject.desk.keep(sorting.kept_or_not(self.captures()))

    def _set_aside(self) -> None:
        self._subject.desk.keep(sorting.aside_or_not(self.captures()))

    def _file(self, step_id: str) -> None:
        self._subject.desk.keep(sorting.filed_under(self.captures(), step_id))


def steps(subject: Subject) -> tuple[tuple[str, str], ...]:
    """The steps one may file under, numbered; first the workshop as a whole."""
    protocol = subject.protocol()
    found = protocol.steps if protocol else ()
    return (
        ("", _("L’atelier en entier")),
        *((step.id, f"{place}. {step.title}") for place, step in enumerate(found, start=1)),
    )


def licences() -> tuple[tuple[str, str], ...]:
    """The closed list of licences."""
    closed = _("non libre")
    return tuple(
        (spdx, licence.name if licence.open else f"{licence.name} ({closed})")
        for spdx, licence in LICENCES.items()
    )


def _about(capture: Capture) -> str:
    when = capture.taken or capture.moment
    parts = [_(sorting.STATES[capture.state][0])]
    if when is not None:
        here = when if capture.taken else when.astimezone()
        parts.append(f"{saying.day(here.date())}, {here:%H:%M}")
    if capture.file_name:
        parts.append(capture.file_name)
    return " · ".join(parts)


def _draw(label: QLabel, subject: Subject, capture: Capture) -> None:
    """The small picture, as wide as the inspector."""
    wide = worn().measure("inspector") - 2 * worn().space("l")
    file = subject.desk.atelier.library.media.path(capture.media, "thumb")
    shown = read_small(file, QSize(wide, wide))
    if shown.isNull():
        label.clear()
        return
    label.setPixmap(
        shown.scaled(
            QSize(wide, round(wide * 0.75)),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )
