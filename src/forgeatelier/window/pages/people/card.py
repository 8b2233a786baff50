# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person of the directory in the inspector: every field, kept as it is typed, her workshops and her rights."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import label, ref_list
from forgeatelier.window import people_words as words
from forgeatelier.window.desk import Desk
from forgeatelier.window.form import Form
from forgeatelier.window.person_rights import PersonRights
from forgeatelier.window.widgets import (
    Combo,
    Field,
    Flow,
    Label,
    PressCard,
    Tag,
    TextEdit,
    holding,
    row,
    stack,
)
from forgeatelier.window.year import YEAR_AS_TYPED, YearEdit


class DirectoryCard(QWidget):
    """Everything is kept as it is changed; personal data stays in this library."""

    def __init__(self, desk: Desk) -> None:
        """Show a person with `show_person`."""
        super().__init__()
        self._desk, self.person_id = desk, ""
        self.form = Form(desk, _("Modifier une personne"), self.person, parent=self)
        self._spoken = Flow(gap="xs")
        self._speak = Combo(_languages())
        self._speak.chosen.connect(self._take_language)
        self._met = stack(gap="s")
        self.rights = PersonRights(desk)
        self.setLayout(stack(*self._parts(), gap="m"))

    def _parts(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        sex = Combo((one, _(said)) for one, said in words.SEXES.items())
        credit = Combo((one, _(said)) for one, said in words.CREDITS.items())
        bands = (
            ("", _("non dit")),
            *((e.code, e.label(language())) for e in ref_list("tranches-age").entries),
        )
        return (
            _pair(
                Field(_("Prénoms"), bind("given_names", QLineEdit())),
                Field(_("Nom"), bind("family_name", QLineEdit())),
            ),
            Field(_("Sexe"), bind("sex", sex)),
            _pair(
                Field(_("Tranche d’âge"), bind("age_band", Combo(bands))),
                Field(_("Né·e en"), bind("birth_year", YearEdit(), YEAR_AS_TYPED)),
            ),
            Field(_("Structure"), bind("organisation", QLineEdit())),
            _pair(
                Field(_("Fonction"), bind("function", QLineEdit())),
                Field(_("Village ou ville"), bind("village", QLineEdit())),
            ),
            _pair(
                Field(_("Téléphone"), bind("phone", QLineEdit())),
                Field(_("Courriel"), bind("email", QLineEdit())),
            ),
            Field(_("Langues"), self._speak),
            holding(self._spoken),
            _pair(
                Field(_("Paraître sous"), bind("credit_mode", credit)),
                Field(_("Nom au générique"), bind("credit_name", QLineEdit())),
            ),
            Field(
                _("Situation de handicap"),
                bind("disability", QLineEdit()),
                _("Seulement si la personne le souhaite et que cela sert à l’accueillir."),
            ),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=2))),
            Label(_("Ateliers"), "label"),
            holding(self._met),
            Label(_("Ses droits"), "label"),
            self.rights,
            Label(
                _(
                    "Ces informations restent sur cet ordinateur\N{NO-BREAK SPACE}; "
                    "rien n’en sort sans l’accord de la personne."
                ),
                "note",
            ),
        )

    def person(self) -> Person | None:
        """The person as she stands in the library."""
        return self._desk.atelier.library.get(Person, self.person_id) if self.person_id else None

    def show_person(self, person_id: str, met: list[PressCard]) -> None:
        """Go on to another person; what was being typed is kept first."""
        if person_id != self.person_id:
            self.leaving()
            self.person_id = person_id
        self.form.show()
        self._show_languages()
        self._speak.choose("")
        _empty(self._met)
        for card in met:
            self._met.addWidget(card)
        if not met:
            self._met.addWidget(Label(_("Aucun atelier pour l’instant."), "note"))
        self.rights.show_person(person_id)

    def begin(self) -> None:
        """Go into the first field."""
        editor = self.form.editor("given_names")
        if editor is not None:
            editor.setFocus()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()

    def _show_languages(self) -> None:
        _empty(self._spoken)
        person = self.person()
        for code in person.languages if person else ():
            tag = Tag(label("langues", code, language()), removable=True)
            tag.removed.connect(partial(self._drop_language, code))
            self._spoken.addWidget(tag)
        self._spoken.update()

    def _take_language(self, code: str) -> None:
        person = self.person()
        if person is not None and code and code not in person.languages:
            self._keep_languages(person, (*person.languages, code))
        self._speak.choose("")

    def _drop_language(self, code: str) -> None:
        person = self.person()
        if person is not None:
            self._keep_languages(person, tuple(one for one in person.languages if one != code))

    def _keep_languages(self, person: Person, spoken: tuple[str, ...]) -> None:
        after = replace(person, languages=spoken)
        self._desk.keep(Change(_("Modifier une personne"), (person,), (after,)))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def _languages() -> tuple[tuple[str, str], ...]:
    said = language()
    return (
        ("", _("Ajouter une langue…")),
        *((one.code, one.label(said)) for one in ref_list("langues").entries),
    )


def _pair(one: QWidget, other: QWidget) -> QWidget:
    line = row(one, other, gap="s")
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return holding(line)
