# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workshop is: title, days, place, people; edited in place and kept at once."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.reference import ref_list
from forgeatelier.window.pages.workshop.end_hour import EndHour
from forgeatelier.window.pages.workshop.keeping import Form, by_hand
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.widgets import (
    Button,
    Combo,
    DateEdit,
    Field,
    IconButton,
    Number,
    TextEdit,
    TimeEdit,
    holding,
    row,
    stack,
)


class DayField(QWidget):
    """A day that may not be fixed yet: a button until it is, then the day and a way to take it off again."""

    def __init__(self, subject: Subject, name: str, verb: str) -> None:
        """`name` is the field of the workshop."""
        super().__init__()
        self._subject, self._name = subject, name
        self._ask = Button(verb, "quiet", "add")
        self._edit = DateEdit(subject.today())
        self._off = IconButton("close", _("Retirer cette date"), colour="muted")
        self._ask.clicked.connect(self._fix)
        self._off.clicked.connect(self._take_off)
        self._edit.dateChanged.connect(self._changed)
        line = row(self._ask, self._edit, self._off, gap="xs")
        line.setStretch(1, 1)
        line.setAlignment(self._ask, Qt.AlignmentFlag.AlignLeft)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self._edit)
        self.show_day()

    def show_day(self) -> None:
        """Show the day as it is now."""
        workshop = self._subject.workshop()
        on = getattr(workshop, self._name) if workshop else None
        quiet = self._edit.blockSignals(True)
        if on is not None:
            self._edit.setDate(QDate(on.year, on.month, on.day))
        self._edit.blockSignals(quiet)
        self._ask.setVisible(on is None)
        self._edit.setVisible(on is not None)
        self._off.setVisible(on is not None)

    def _fix(self) -> None:
        self._keep(self._subject.today())
        self._edit.setFocus()

    def _take_off(self) -> None:
        self._keep(None)

    def _changed(self) -> None:
        if by_hand(self._edit):
            self._keep(self._edit.day())
        else:
            QTimer.singleShot(0, self, self.show_day)

    def _keep(self, on: date | None) -> None:
        workshop = self._subject.workshop()
        if workshop is None:
            return
        if self._name == "ends_on":
            after = replace(workshop, ends_on=on)
        else:
            last = workshop.ends_on
            # Moving the first day moves the workshop; its length stays.
            if on and workshop.starts_on and last:
                last = on + (last - workshop.starts_on)
            after = replace(workshop, starts_on=on, ends_on=last)
        if after != workshop:
            self._subject.desk.keep(Change(_("Changer les dates"), (workshop,), (after,)))


class Facts(QWidget):
    """The form of a workshop's facts."""

    def __init__(self, subject: Subject) -> None:
        """Shows the values as they are; `refresh` after a change."""
        super().__init__()
        self._subject = subject
        self.form = Form(subject.desk, _("Modifier l’atelier"), subject.workshop, parent=self)
        self._first = DayField(subject, "starts_on", _("Fixer la date"))
        self._last = DayField(subject, "ends_on", _("Fixer la fin"))
        self.end = EndHour(subject, self.form)
        self.team_size = Number(most=500)
        self.form.bind("team_size", self.team_size)
        self._host, self._host_typed = QLineEdit(), False
        self._host.textEdited.connect(self._type_host)
        self._host.editingFinished.connect(self._keep_host)
        self.setLayout(stack(*self._fields(), gap="m"))
        self.refresh()

    def _fields(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        return (
            Field(_("Titre"), bind("title", QLineEdit())),
            Field(_("Premier jour"), self._first),
            Field(_("Dernier jour"), self._last),
            _pair(Field(_("Début"), bind("starts_at", TimeEdit())), Field(_("Fin"), self.end)),
            _pair(
                Field(_("Personnes prévues"), bind("people_planned", Number(most=5000))),
                Field(_("Par groupe"), self.team_size),
            ),
            Field(_("Ville ou village"), bind("town", QLineEdit())),
            Field(_("Pays"), bind("country", Combo(_countries()))),
            Field(
                _("Structure d’accueil"),
                self._host,
                _("Elle signe la fiche tant qu’aucun collectif n’est nommé."),
            ),
            Field(_("Lieu précis"), bind("venue", QLineEdit()), _("Reste dans l’équipe.")),
            Field(_("Ce que vise l’atelier"), bind("aim", TextEdit(lines=2))),
            Field(_("Contexte local"), bind("context", TextEdit(lines=2))),
            Field(_("Résumé après coup"), bind("summary", TextEdit(lines=2))),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=2)), _("Ne sont jamais publiées.")),
            bind("free", QCheckBox(_("Gratuit pour les personnes"))),
        )

    def refresh(self) -> None:
        """Show the values as they are now."""
        self.form.show()
        self._first.show_day()
        self._last.show_day()
        self.end.refresh()
        self._say_team_size()
        host = self._subject.host()
        if not self._host_typed:
            self._host.setText(host.name if host else "")

    def _say_team_size(self) -> None:
        """Nothing said here means as the protocol says: its number stands there, in its name."""
        workshop = self._subject.workshop()
        said = workshop.protocol.group.per_team if workshop and workshop.protocol else 0
        usual = _("{n} (protocole)").format(n=said) if said else _("sans groupes")
        self.team_size.setSpecialValueText(usual)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()
        self._keep_host()

    def focus(self, field: str) -> None:
        """Go to a field."""
        editor = self.form.editor(field)
        if editor is not None:
            editor.setFocus()
            bring_into_sight(editor)

    def _type_host(self) -> None:
        self._host_typed = True

    def _keep_host(self) -> None:
        workshop, before = self._subject.workshop(), self._subject.host()
        name, typed = self._host.text().strip(), self._host_typed
        self._host_typed = False
        if workshop is None or not typed or name == (before.name if before else ""):
            return
        library = self._subject.desk.atelier.library
        known = [one for one in library.all(Organisation) if one.name.casefold() == name.casefold()]
        host = known[0] if known else Organisation(name=name, town=workshop.town, country=workshop.country)
        after = replace(workshop, host_id=host.id if name else "")
        made = (host,) if name and not known else ()
        self._subject.desk.keep(Change(_("Changer la structure d’accueil"), (workshop,), (*made, after)))


def _pair(one: QWidget, other: QWidget) -> QWidget:
    line = row(one, other, gap="m")
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return holding(line)


def _countries() -> tuple[tuple[str, str], ...]:
    said = language()
    known = sorted((entry.label(said), entry.code) for entry in ref_list("pays").entries)
    return (("", _("non précisé")), *((code, label) for label, code in known))
