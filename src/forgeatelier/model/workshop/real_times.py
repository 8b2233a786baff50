# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real times of several workshops say about the lengths a protocol plans."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Workshop

ENOUGH_RUNS = 3
"""Before that many workshops nothing is hinted at."""

_NOTICED = 5
"""A difference of fewer minutes is not worth a new version, nor is one below a tenth."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A step that takes longer or less long than planned; `late` of `runs` times it was longer."""

    step_id: str
    title: str
    planned: int
    real: int
    late: int
    runs: int

    @property
    def words(self) -> str:
        """« Sous-groupes : 45 → 55 min (plus long 3 fois sur 3) »."""
        often = (
            _("plus long {n} fois sur {runs}").format(n=self.late, runs=self.runs)
            if self.real > self.planned
            else _("plus court {n} fois sur {runs}").format(n=self.runs - self.late, runs=self.runs)
        )
        return _("{title} : {planned} → {real} min ({often})").format(
            title=self.title, planned=self.planned, real=self.real, often=often
        )


def hints(protocol: Protocol, workshops: Iterable[Workshop], runs: Iterable[StepRun]) -> tuple[Hint, ...]:
    """The steps whose usual real length (the median, to five minutes) is not the one planned.

    Steps whose length follows the number of people are left aside: their plan is right for another group.
    """
    ours = {one.id for one in workshops if one.protocol and one.protocol.id == protocol.id}
    real: dict[str, list[int]] = defaultdict(list)
    for run in runs:
        if run.workshop_id in ours and run.minutes and run.outcome is not StepOutcome.SKIPPED:
            real[run.step_id].append(run.minutes)
    found = []
    for step in protocol.steps:
        times = real[step.id]
        if len(times) < ENOUGH_RUNS or step.per_person_seconds or step.per_team_seconds:
            continue
        usual = max(_NOTICED, round(median(times) / _NOTICED) * _NOTICED)
        if abs(usual - step.minutes) >= max(_NOTICED, step.minutes / 10):
            late = sum(minutes > step.minutes for minutes in times)
            found.append(Hint(step.id, step.title, step.minutes, usual, late, len(times)))
    return tuple(found)
