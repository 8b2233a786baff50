# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What someone said of two persons of the directory: they are two people, or one became part of the other."""

import uuid
from dataclasses import dataclass
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, Refers, entity
from forgeatelier.model.entity import Entity

_ROOT = uuid.UUID("4b3a5c0e-6c61-4c6a-9a53-2f1b6d7f8e10")


@entity("sameness", marked("Une ou deux personnes"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness(Entity):
    """`same`: the second was merged into the first and is no longer there; otherwise both are people of their own.

    The id follows from the pair, so that two laptops which say it apart say the same thing.
    """

    first_id: Annotated[str, PERSONAL, Refers("person")] = ""
    second_id: Annotated[str, PERSONAL, Refers("person")] = ""
    same: Annotated[bool, PERSONAL] = False


def pair(one_id: str, other_id: str) -> frozenset[str]:
    """Two persons, whatever their order."""
    return frozenset((one_id, other_id))


def two_people(one_id: str, other_id: str) -> Sameness:
    """Say that these are two people."""
    first, second = sorted((one_id, other_id))
    return Sameness(id=_id(one_id, other_id), first_id=first, second_id=second)


def merged_into(kept_id: str, gone_id: str) -> Sameness:
    """Say that `gone` became part of `kept`."""
    return Sameness(id=_id(kept_id, gone_id), first_id=kept_id, second_id=gone_id, same=True)


def _id(one_id: str, other_id: str) -> str:
    return str(uuid.uuid5(_ROOT, "/".join(sorted((one_id, other_id)))))
