# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A change is a value: what was, what is now, and what it is called in the menu."""

from collections.abc import Iterator
from dataclasses import dataclass

from forgeatelier.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `after` hold whole entities; one absent from `after` is deleted, from `before` is new."""

    title: str
    before: tuple[Entity, ...] = ()
    after: tuple[Entity, ...] = ()

    def inverted(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.title, self.after, self.before)

    def followed_by(self, later: "Change") -> "Change":
        """Both as one, under this title; `later` was made from what this one leaves."""
        made = {value.id: value for value in self.after}
        was = {value.id: value for value in self.before}
        was.update(
            {value.id: value for value in later.before if value.id not in made and value.id not in was}
        )
        now = dict(made)
        for before, after in later.pairs():
            if after is not None:
                now[after.id] = after
            elif before is not None:
                now.pop(before.id, None)
        return Change(self.title, tuple(was.values()), tuple(now.values()))

    def touches(self, *kinds: type[Entity]) -> bool:
        """Whether an entity of one of these kinds is made, changed or deleted."""
        return any(isinstance(value, kinds) for value in (*self.before, *self.after))

    def pairs(self) -> Iterator[tuple[Entity | None, Entity | None]]:
        """Each entity concerned once, as it was and as it is now."""
        was = {value.id: value for value in self.before}
        for value in self.after:
            yield was.pop(value.id, None), value
        for value in was.values():
            yield value, None
