# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorting captures: the changes for many at once, and the keys that ask for them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.harvest import discard, retain, who_is_recognisable
from forgeatelier.ground.words import _, marked
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState

KINDS = {
    CaptureKind.NOTE: (marked("Note"), "note"),
    CaptureKind.PHOTO: (marked("Photo"), "photo"),
    CaptureKind.FILE: (marked("Fichier"), "document"),
    CaptureKind.AUDIO: (marked("Son"), "audio"),
    CaptureKind.LINK: (marked("Lien"), "link"),
    CaptureKind.DECISION: (marked("Décision"), "decision"),
}
"""What was caught, in words and with its icon."""

STATES = {
    CaptureState.IMPORTED: (marked("à trier"), "step-open", ""),
    CaptureState.SORTED: (marked("triée"), "check", ""),
    CaptureState.CHECKED: (marked("vérifiée"), "check", "ok"),
    CaptureState.RETAINED: (marked("retenue"), "star", "accent"),
    CaptureState.PUBLISHED: (marked("publiée"), "publish", "ok"),
    CaptureState.DISCARDED: (marked("écartée"), "hide", "muted"),
    CaptureState.HIDDEN: (marked("masquée"), "hide", "muted"),
}
"""How far a capture was sorted: words, icon, tone."""

# Digits need Shift on a French keyboard: the keys below them do as well.
_DIGITS = dict(
    zip(
        (
            Qt.Key.Key_Ampersand,
            Qt.Key.Key_Eacute,
            Qt.Key.Key_QuoteDbl,
            Qt.Key.Key_Apostrophe,
            Qt.Key.Key_ParenLeft,
            Qt.Key.Key_Minus,
            Qt.Key.Key_Egrave,
            Qt.Key.Key_Underscore,
            Qt.Key.Key_Ccedilla,
        ),
        range(1, 10),
        strict=True,
    )
)


def digit_of(key: Qt.Key) -> int | None:
    """The number a key stands for, with or without Shift on a French keyboard; None for any other key."""
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return 0 if key == Qt.Key.Key_Agrave else _DIGITS.get(key)


def kept_or_not(captures: Sequence[Capture]) -> Change:
    """Retain these for the sheet; when they all are already, take that back."""
    chosen = tuple(captures)
    if all(one.state is CaptureState.RETAINED for one in chosen):
        return _back(chosen, _("Ne plus retenir"))
    return retain(chosen)


def aside_or_not(captures: Sequence[Capture]) -> Change:
    """Set these aside; when they all are already, take them back in."""
    chosen = tuple(captures)
    if all(one.state is CaptureState.DISCARDED for one in chosen):
        return _back(chosen, _("Reprendre"))
    return discard(chosen)


def filed_under(captures: Sequence[Capture], step_id: str) -> Change:
    """File these under a step (none: the workshop as a whole)."""
    moved = tuple(one for one in captures if one.step_id != step_id)
    return Change(_("Ranger sous une étape"), moved, tuple(replace(one, step_id=step_id) for one in moved))


def recognised(captures: Sequence[Capture], people: tuple[str, ...] | None) -> Change:
    """Say of all of these who can be recognised: nobody, some people, or not known yet (None)."""
    changes = [who_is_recognisable(one, people) for one in captures]
    before = tuple(value for change in changes for value in change.before)
    after = tuple(value for change in changes for value in change.after)
    return Change(_("Dire qui est reconnaissable"), before, after)


def _back(captures: tuple[Capture, ...], title: str) -> Change:
    return Change(title, captures, tuple(replace(one, state=CaptureState.SORTED) for one in captures))


class SortKeys(QObject):
    """Letters and digits pressed in a list: R retain, X set aside, C who, 1 to 9 a step, 0 no step."""

    retain = Signal()
    aside = Signal()
    who = Signal()
    step = Signal(int)

    def __init__(self, view: QWidget) -> None:
        """Listen to a grid or a table; letters typed in a field never come here."""
        super().__init__(view)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that sort; leave all others."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = Qt.Key(event.key())
        letters = {Qt.Key.Key_R: self.retain, Qt.Key.Key_X: self.aside, Qt.Key.Key_C: self.who}
        number = digit_of(key)
        if key in letters:
            letters[key].emit()
        elif number is not None:
            self.step.emit(number)
        return key in letters or number is not None
