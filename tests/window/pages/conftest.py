# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the window on a library of its own: a desk that remembers what it was told, a workshop, pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.people import add_person
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Jobs
from forgeatelier.window.undo import History

MORNING = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)


@dataclass
class Heard:
    """What the window would have shown: refusals, messages, places gone to."""

    told: list[AtelierError] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    went: list[str] = field(default_factory=list)

    def toast(self, text: str, undo: bool) -> None:
        self.toasts.append(text)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def atelier(tmp_path: Path) -> Iterator[Atelier]:
    opened = Atelier.create(tmp_path / "bibliotheque", lambda: MORNING)
    yield opened
    opened.close()


@pytest.fixture
def desk(qapp, atelier: Atelier, heard: Heard) -> Iterator[Desk]:
    bulletin, jobs = Bulletin(), Jobs()
    atelier.listen(bulletin.changed.emit)
    history = History(atelier)
    yield Desk(atelier, history, jobs, bulletin, heard.went.append, heard.told.append, heard.toast)
    jobs.stop_all()


@pytest.fixture
def rest(qtbot, desk: Desk) -> Callable[[], None]:
    """Wait until no work is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=60_000)

    return wait


@pytest.fixture
def workshop(atelier: Atelier) -> Workshop:
    """A solar oven in Kaolack on 12 March 2026, for twelve people."""
    protocol = AtHand(atelier.library).get("four-solaire-boite", "fr")
    change = new_workshop(
        protocol,
        title="Four solaire à Kaolack",
        starts_on=date(2026, 3, 12),
        people=12,
        town="Kaolack",
        country="SN",
    )
    atelier.keep(change)
    made = change.after[-1]
    assert isinstance(made, Workshop)
    return made


@pytest.fixture
def awa(atelier: Atelier, workshop: Workshop) -> Person:
    person = Person(given_names="Awa", family_name="Traoré", sex=Sex.WOMAN, birth_year=1990)
    atelier.keep(add_person(workshop, person))
    return person


def picture(file: Path, colour: str, size: tuple[int, int] = (320, 240)) -> Path:
    """A small photo with something to see on it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((40, 40, 200, 180), fill="white")
    image.save(file, quality=85)
    return file


@pytest.fixture
def card_of_photos(tmp_path: Path) -> Path:
    """A camera's folder: three good photos, one cut short, one empty, one that is no photo."""
    folder = tmp_path / "carte"
    for name, colour in (("a.jpg", "firebrick"), ("b.jpg", "steelblue"), ("c.jpg", "olive")):
        picture(folder / name, colour)
    (folder / "coupee.jpg").write_bytes((folder / "a.jpg").read_bytes()[:1500])
    (folder / "vide.jpg").write_bytes(b"")
    (folder / "lettre.jpg").write_text("Ceci est une lettre.", encoding="utf-8")
    return folder
