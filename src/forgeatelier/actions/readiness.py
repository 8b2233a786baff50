# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of a workshop the evening before, and what someone says of a check."""

import shutil
from datetime import datetime

from forgeatelier.actions.supplies import read_supplies
from forgeatelier.actions.tasks import read_tasks
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.workshop.needs import needs_of, packing, shopping
from forgeatelier.model.workshop.planned_step import derived_id
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark
from forgeatelier.model.workshop.readiness_checks import Check, Circumstances, readiness
from forgeatelier.model.workshop.tasks import FINISHED, is_late
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.backup import backups
from forgeatelier.store.library import Library

_LEADING = ("animateur", "co-animateur")


def look_at(
    library: Library, workshop: Workshop, now: datetime, *, battery: int | None = None
) -> Circumstances:
    """What the program sees. `battery` is per cent, None when the machine does not say."""
    tasks = read_tasks(library, workshop).tasks
    today = now.astimezone().date()
    size = workshop.team_size or (workshop.protocol.group.per_team if workshop.protocol else 0)
    people = workshop.people_planned
    needs = needs_of(read_supplies(library, workshop).supplies, (), people, teams_for(people, size))
    copies = backups(library.folder)
    here = library.all(Attendance, workshop_id=workshop.id)
    return Circumstances(
        starts_on=workshop.starts_on,
        has_place=bool(workshop.venue or workshop.town),
        leads=len(
            {
                one.person_id
                for one in library.all(TeamMember, workshop_id=workshop.id)
                if one.role in _LEADING
            }
        ),
        registered=sum(one.presence in (Presence.REGISTERED, Presence.PRESENT) for one in here),
        expected=people,
        tasks=len(tasks),
        tasks_open=sum(one.state not in FINISHED for one in tasks),
        tasks_late=sum(is_late(one, workshop, today) for one in tasks),
        supplies=len(needs),
        to_get=len(shopping(needs)),
        unpacked=sum(not one.supply.packed for one in packing(needs)),
        battery=battery,
        free=_free(library),
        last_backup=copies[0].made if copies else None,
    )


def _free(library: Library) -> int | None:
    try:
        return shutil.disk_usage(library.folder).free
    except OSError:
        return None


def checks_of(
    library: Library, workshop: Workshop, now: datetime, *, battery: int | None = None
) -> tuple[Check, ...]:
    """The readiness list as it stands."""
    marks = library.all(ReadyMark, workshop_id=workshop.id)
    return readiness(look_at(library, workshop, now, battery=battery), marks, now)


def say_ready(
    library: Library, workshop: Workshop, check: str, said: Readiness, now: datetime, note: str = ""
) -> Change:
    """What someone says of a check; saying UNKNOWN takes it back to what the program sees."""
    key = derived_id(workshop.id, "ready", check)
    was = library.get(ReadyMark, key)
    mark = ReadyMark(id=key, workshop_id=workshop.id, check=check, said=said, moment=now, note=note)
    return Change(_("Vérifier avant l’atelier"), (was,) if was else (), (mark,))
