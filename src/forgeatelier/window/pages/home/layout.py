# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the first page looks: one thing that comes next, beside it what waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.store.overview import Coming, Recent
from forgeatelier.window import dates
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Card,
    ElidedLabel,
    Glyph,
    Label,
    PressCard,
    Tag,
    holding,
    row,
    stack,
)

if TYPE_CHECKING:
    from forgeatelier.window.pages.home.ahead import Ahead, Due

Go = Callable[[str], None]
_SOON = 7
_SHOWN_MISSING = 3
_SHOWN_DUE = 4
_CAUGHT = {
    "note": "note",
    "photo": "photo",
    "file": "document",
    "audio": "audio",
    "link": "link",
    "decision": "decision",
}


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits: its words, what follows from it, its icon, where it is done."""

    text: str
    note: str
    icon: str
    address: str


class Line(PressCard):
    """One line one can open: an icon, words, and quiet words under them."""

    def __init__(self, text: str, note: str, icon: str, open_: Callable[[], None]) -> None:
        """`open_` is called when it is pressed."""
        super().__init__(text, note, icon)
        self.pressed.connect(open_)


def next_card(coming: Coming, today: date, go: Go, known: "Ahead | None" = None) -> Card:
    """The workshop that comes next, or the one under way: when, where, what is missing, and how ready it is."""
    running = coming.state == "running"
    card = Card()
    said = _("Atelier en cours") if running else _("Prochain atelier")
    when = _("commencé") if running else dates.days_left(coming.starts_on, today)
    top = row(Label(said, "label"), None, Tag(when, "accent" if running else "info", "clock"))
    card.body.addLayout(top)
    card.add(Label(coming.title, "heading", wrap=True))
    facts = [dates.day(coming.starts_on), coming.town]
    if coming.people_planned:
        facts.append(
            ngettext("{n} personne", "{n} personnes", coming.people_planned).format(n=coming.people_planned)
        )
    card.add(Label(" · ".join(filter(None, facts)), "lead", tone="muted"))
    if not running:
        card.body.addSpacing(worn().space("s"))
        card.add(readiness(coming, today, known))
        if known is not None and known.summary:
            where = f"workshop/{coming.id}/prepare/team:ready"
            icon = "ok" if known.ready else "checklist"
            card.add(Line(known.summary, known.verdict, icon, _going(go, where)))
    button = Button(
        _("Reprendre l’atelier") if running else _("Continuer la préparation"),
        "quiet",
        "run" if running else "arrow-right",
    )
    address = f"workshop/{coming.id}/{'run' if running else 'prepare'}"
    button.clicked.connect(_going(go, address))
    card.act(button)
    return card


def missing(coming: Coming, today: date) -> tuple[str, ...]:
    """What the workshop still lacks, the most pressing first."""
    found = [
        (not coming.has_protocol, _("Choisir un protocole")),
        (not coming.town, _("Dire dans quelle ville")),
        (not coming.people_planned, _("Dire combien de personnes sont attendues")),
        (not coming.team, _("Composer l’équipe d’animation")),
        (not coming.has_venue, _("Préciser le lieu exact")),
        (not coming.registered, _("Inscrire les participants")),
    ]
    return tuple(words for lacks, words in found if lacks)


def readiness(coming: Coming, today: date, known: "Ahead | None" = None) -> QWidget:
    """The first things that are missing, or that nothing is; green only once the whole list is known to be ready."""
    lacking = missing(coming, today)
    if not lacking:
        ready = known is not None and known.ready
        line = row(Glyph("ok" if ready else "step-open", "ok" if ready else "muted"), gap="s")
        line.addWidget(Label(_("L’essentiel est noté : quand, où, qui, comment."), "body", wrap=True), 1)
        return holding(line)
    parts = stack(Label(_("Il manque encore"), "label"), gap="xs")
    for words in lacking[:_SHOWN_MISSING]:
        line = row(Glyph("step-open", "muted", "glyph"), gap="s")
        line.addWidget(Label(words, "body", wrap=True), 1)
        parts.addLayout(line)
    more = len(lacking) - _SHOWN_MISSING
    if more > 0:
        parts.addWidget(
            Label(ngettext("et {n} autre chose", "et {n} autres choses", more).format(n=more), "note")
        )
    return holding(parts)


def nothing_coming(go: Go) -> Card:
    """When no workshop is planned."""
    card = Card(
        _("Aucun atelier n’est prévu"),
        note=_("Un protocole, une date, un lieu : le programme se calcule tout seul."),
        icon="workshops",
    )
    button = Button(_("Voir tous les ateliers"), "quiet", "list")
    button.clicked.connect(_going(go, "workshops"))
    card.act(button)
    return card


def section(title: str, things: Sequence[QWidget]) -> QWidget:
    """A small heading and what stands under it."""
    part = holding(stack(Label(title, "card-title"), *things, gap="s"))
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return part


def coming_line(coming: Coming, today: date, go: Go) -> Line:
    """One of the workshops after the next."""
    note = " · ".join(
        filter(None, (dates.day(coming.starts_on), coming.town, dates.days_left(coming.starts_on, today)))
    )
    return Line(coming.title, note, "plan", _going(go, f"workshop/{coming.id}/prepare"))


def due_lines(due: "Sequence[Due]", today: date, go: Go) -> list[QWidget]:
    """The first tasks of the week, one line each, then how many more there are."""
    lines: list[QWidget] = [_due_line(one, today, go) for one in due[:_SHOWN_DUE]]
    more = due[_SHOWN_DUE:]
    if more:
        said = ngettext("et {n} autre tâche", "et {n} autres tâches", len(more)).format(n=len(more))
        button = Button(said, "plain", "checklist")
        button.clicked.connect(_going(go, f"workshop/{more[0].workshop_id}/prepare/team:tasks"))
        lines.append(button)
    return lines


def _due_line(one: "Due", today: date, go: Go) -> Line:
    when = dates.days_left(one.on, today)
    late = _("en retard") if one.late else ""
    note = " · ".join(filter(None, (late, when, one.workshop)))
    icon = "warning" if one.late else "checklist"
    return Line(one.title, note, icon, _going(go, f"workshop/{one.workshop_id}/prepare/team:{one.id}"))


def task_line(task: Task, go: Go) -> Line:
    """One thing that waits."""
    return Line(task.text, task.note, task.icon, _going(go, task.address))


def all_well() -> QWidget:
    """When nothing waits."""
    line = row(Glyph("ok", "ok"), gap="s", margin="m")
    line.addWidget(
        Label(_("Rien n’attend : tout ce qui a été animé est publié et sauvegardé."), "body", wrap=True), 1
    )
    card = Card(shape="well", margin="")
    card.body.addLayout(line)
    return card


def recent_lines(recent: Sequence[Recent], go: Go) -> Card:
    """What was caught last, one line each."""
    card = Card(margin="m")
    for found in recent:
        line = row(Glyph(_CAUGHT.get(found.kind, "note"), "muted", "glyph"), gap="s")
        words = found.words.strip().splitlines()[0] if found.words.strip() else _kind_words(found.kind)
        both = stack(ElidedLabel(words, "body"), ElidedLabel(_under(found), "note"), gap="")
        line.addLayout(both, 1)
        card.body.addLayout(line)
    button = Button(_("Ouvrir la récolte"), "plain", "harvest")
    button.clicked.connect(_going(go, f"workshop/{recent[0].workshop_id}/harvest"))
    card.act(button)
    return card


def _under(found: Recent) -> str:
    return " · ".join(filter(None, (found.workshop, dates.moment(found.moment))))


def _kind_words(kind: str) -> str:
    return {
        "photo": _("Photo sans légende"),
        "audio": _("Enregistrement"),
        "file": _("Fichier"),
        "link": _("Lien"),
        "decision": _("Décision"),
    }.get(kind, _("Note"))


def _going(go: Go, address: str) -> Callable[[], None]:
    def open_() -> None:
        go(address)

    return open_
