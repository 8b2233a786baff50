# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two tabs of captures share: filters above, adding, one capture at the right, sorting by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.actions.sorting_captures import clusters_of, tags_of
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture, CaptureState
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import sorting
from forgeatelier.window.pages.workshop.adding import Adding
from forgeatelier.window.pages.workshop.capture_card import CaptureCard, steps
from forgeatelier.window.pages.workshop.layout import Panel
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Combo, Command, Flow, Inspector, Label, holding, stack

EVERY_STEP = "*"
"""The filter value for all steps."""

EVERY_MARK = ""
"""The filter value for captures of any family and with any key words."""

_CLUSTER, _TAG = "family:", "word:"


@dataclass(frozen=True)
class Sieve:
    """Which captures are in sight: a step (EVERY_STEP for all), how far they are sorted, a family or a key word."""

    step: str = EVERY_STEP
    state: str = "all"
    mark: str = EVERY_MARK

    def lets(self, capture: Capture) -> bool:
        """Whether a capture is in sight."""
        if self.step not in (EVERY_STEP, capture.step_id) or not self._is_marked(capture):
            return False
        gone = capture.state in (CaptureState.DISCARDED, CaptureState.HIDDEN)
        return {
            "all": True,
            "todo": capture.state is CaptureState.IMPORTED,
            "kept": capture.state in (CaptureState.RETAINED, CaptureState.PUBLISHED),
            "gone": gone,
        }[self.state]

    def _is_marked(self, capture: Capture) -> bool:
        if self.mark.startswith(_CLUSTER):
            return capture.cluster == self.mark.removeprefix(_CLUSTER)
        return not self.mark or self.mark.removeprefix(_TAG) in capture.tags


class CaptureTab(Panel):
    """Give it the list and what belongs into it; it does the rest."""

    def __init__(self, subject: Subject, view: QWidget, extras: Sequence[QWidget], hint: str) -> None:
        """`view` is the list of captures, `extras` stand right of the filters, `hint` tells the keys."""
        super().__init__(subject)
        self.card: CaptureCard | None = None
        self.sieve = Sieve()
        self.steps, self.states, self.marks = Combo(), Combo(), Combo()
        for combo, said in ((self.steps, _("Étape")), (self.states, _("Tri")), (self.marks, _("Famille"))):
            combo.setAccessibleName(said)
            combo.chosen.connect(self._sift)
        self.adding = Adding(subject, self.step_now)
        self.adding.added.connect(self._went_in)
        bar = holding(Flow(self.steps, self.states, self.marks, *extras))
        self.hint = Label(hint, "note", wrap=True)
        column = stack(bar, self.adding, view, self.hint, gap="s")
        column.setStretch(2, 1)
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), theme.space("s"))
        main = Tall(column, view)
        self.inspector = Inspector(_("Prise"))
        self.beside = Beside(main, self.inspector, _("Retour aux prises"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setAcceptDrops(True)
        self.setFocusProxy(view)
        self._paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        self._paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._paste.activated.connect(self.adding.paste)
        subject.changed.connect(self._heard)

    def listen(self, view: QWidget) -> None:
        """Sort by the keys pressed in a list."""
        self.keys = sorting.SortKeys(view)
        self.keys.retain.connect(self.retain)
        self.keys.aside.connect(self.set_aside)
        self.keys.who.connect(self.say_who)
        self.keys.step.connect(self.file_under)

    def belonging(self) -> tuple[Capture, ...]:
        """The captures of this tab, all of them."""
        raise NotImplementedError

    def chosen(self) -> tuple[str, ...]:
        """The ids of those chosen in the list."""
        raise NotImplementedError

    def show_captures(self, captures: tuple[Capture, ...]) -> None:
        """Show these in the list."""
        raise NotImplementedError

    def go_to(self, capture_id: str) -> bool:
        """Make one current in the list; tells whether it is there."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on to the next one, after sorting."""

    def step_now(self) -> str:
        """The step under which new things are filed: the one looked at."""
        return "" if self.sieve.step == EVERY_STEP else self.sieve.step

    def refresh(self) -> None:
        """Show everything as it is now."""
        captures = self.belonging()
        self._fill_filters(captures)
        self.show_captures(tuple(one for one in captures if self.sieve.lets(one)))
        self.look()

    def look(self) -> None:
        """Show the chosen capture at the right."""
        keys = self.chosen()
        capture = self.subject.capture(keys[0]) if keys else None
        if capture is None:
            self._forget_card()
            self.inspector.set_title(_("Prise"))
            if not self.inspector.body.count():
                self.inspector.add(Label(_("Choisissez une prise pour la décrire."), "body", tone="muted"))
            return
        if self.card is not None and self.card.kind is capture.kind:
            if self.card.capture_id != capture.id:
                self.card.show_capture(capture)
        else:
            self._forget_card()
            self.inspector.clear()
            self.card = CaptureCard(self.subject, capture)
            self.card.who.left.connect(self.focus_list)
            self.inspector.add(self.card)
        self.inspector.set_title(_(sorting.KINDS[capture.kind][0]))
        self.card.show_chosen(keys)

    def retain(self) -> None:
        """R."""
        self._sort(sorting.kept_or_not)

    def set_aside(self) -> None:
        """X."""
        self._sort(sorting.aside_or_not)

    def say_who(self) -> None:
        """C."""
        if self.card is not None:
            self.beside.show_details()
            self.card.focus("recognisable")

    def file_under(self, number: int) -> None:
        """1 to 9, in the order of the programme; 0 for the workshop as a whole."""
        known = steps(self.subject)
        captures = self._chosen_captures()
        if captures and number < len(known):
            self.subject.desk.keep(sorting.filed_under(captures, known[number][0]))

    def open_current(self) -> None:
        """Enter: on to the words of the capture."""
        self.look()
        self.beside.show_details()
        if self.card is not None:
            self.card.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_list(self) -> None:
        """Back to the list."""
        self.beside.show_main()

    def visit(self, place: str) -> None:
        """`<capture id>` or `<capture id>.<field>`."""
        key, _dot, field = place.partition(".")
        self.sieve = Sieve()
        self.refresh()
        if self.go_to(key):
            self.look()
            self.beside.show_details()
            if self.card is not None and field:
                self.card.focus(field)

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self.card is not None:
            self.card.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Adding and sorting."""
        group = _("Récolter")
        return (
            Command(
                _("Ajouter des fichiers"),
                self.adding.choose_files,
                "add photos import",
                icon="photo",
                group=group,
            ),
            Command(
                _("Ajouter un dossier"),
                self.adding.choose_folder,
                "add folder import",
                icon="folder",
                group=group,
            ),
            Command(_("Coller"), self.adding.paste, "paste", "Ctrl+V", "copy", group),
            Command(_("Retenir"), self.retain, "keep retain", "R", "star", group),
            Command(_("Écarter"), self.set_aside, "discard", "X", "hide", group),
            Command(
                _("Dire qui est reconnaissable"),
                self.say_who,
                "consent recognisable who",
                "C",
                "person",
                group,
            ),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, pictures and words may be dropped anywhere here."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped."""
        if self.adding.add_mime(event.mimeData()):
            event.acceptProposedAction()

    def _sort(self, change: Callable[[Sequence[Capture]], Change]) -> None:
        captures = self._chosen_captures()
        if not captures:
            return
        shown = {one.id for one in self.belonging() if self.sieve.lets(one)}
        if self.subject.desk.keep(change(captures)) and len(captures) == 1:
            now = self.subject.capture(captures[0].id)
            # One that left the list was followed by its neighbour already.
            here = now is not None and now.id in shown and any(one.id == now.id for one in self.belonging())
            if here and now is not None and self.sieve.lets(now):
                self.go_on()

    def _chosen_captures(self) -> tuple[Capture, ...]:
        found = (self.subject.capture(key) for key in self.chosen())
        return tuple(one for one in found if one is not None)

    def _forget_card(self) -> None:
        if self.card is not None:
            self.card.leaving()
            self.card = None
            self.inspector.clear()

    def _went_in(self, ids: tuple[str, ...]) -> None:
        here = {one.id for one in self.belonging()}
        first = next((key for key in ids if key in here), "")
        if first:
            self.go_to(first)

    def _sift(self) -> None:
        self.sieve = Sieve(self.steps.value(), self.states.value(), self.marks.value() or EVERY_MARK)
        self.refresh()

    def _fill_filters(self, captures: tuple[Capture, ...]) -> None:
        per_step: dict[str, int] = {}
        for one in captures:
            per_step[one.step_id] = per_step.get(one.step_id, 0) + 1
        whole = _("Toutes les étapes ({n})").format(n=len(captures))
        known = [
            (key, f"{said} ({per_step[key]})" if key in per_step else said)
            for key, said in steps(self.subject)
        ]
        self.steps.set_choices(((EVERY_STEP, whole), *known), self.sieve.step)
        count = {
            name: sum(replace(self.sieve, state=name).lets(one) for one in captures)
            for name in ("todo", "kept", "gone")
        }
        self.states.set_choices(
            (
                ("all", _("Tout")),
                ("todo", _("À trier ({n})").format(n=count["todo"])),
                ("kept", _("Retenues ({n})").format(n=count["kept"])),
                ("gone", _("Écartées ({n})").format(n=count["gone"])),
            ),
            self.sieve.state,
        )
        self._fill_marks(captures)

    def _fill_marks(self, captures: tuple[Capture, ...]) -> None:
        """Families and key words to filter by, once there are some."""
        families = [
            (_CLUSTER + name, _("Famille {name}").format(name=name)) for name in clusters_of(captures)
        ]
        words = [(_TAG + word, f"#{word}") for word in tags_of(captures)]
        self.marks.setVisible(bool(families or words))
        self.marks.set_choices(((EVERY_MARK, _("Familles et mots-clés")), *families, *words), self.sieve.mark)
        if self.marks.value() != self.sieve.mark:
            self.sieve = replace(self.sieve, mark=EVERY_MARK)

    def _heard(self, change: Change) -> None:
        if change.touches(Capture, Person, Consent, Attendance, Workshop):
            self.refresh()
