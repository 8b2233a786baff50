# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk forgets a photo: it is noticed in time, mended when it can be, and named when it cannot."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.caretaking import BUDGET, Loss, look_after, told
from forgeatelier.actions.intake import known_media, take_in
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.progress import Cancelled
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import media_round
from forgeatelier.store.scrubbing import all_files

COLOURS = ("firebrick", "steelblue", "olive")


def at_once(_seconds: float) -> None:
    """Tests need no rest."""


@pytest.fixture
def look(library, now) -> Callable[..., tuple[Loss, ...]]:
    """One visit, as many days after the first day as one says."""

    def visit(days: int = 0, budget: int = BUDGET) -> tuple[Loss, ...]:
        return look_after(library, now + timedelta(days=days), budget=budget, rest=at_once)

    return visit


@pytest.fixture
def workshop(library, now) -> Workshop:
    protocol = AtHand(library).get("four-solaire-boite", "fr")
    change = new_workshop(
        protocol, title="Four solaire", starts_on=date(2026, 3, 12), people=12, town="Kaolack", country="SN"
    )
    library.apply(change, now)
    (made,) = library.all(Workshop)
    return made


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """The camera's card, which is still at hand."""
    folder = tmp_path / "carte"
    folder.mkdir()
    for colour in COLOURS:
        Image.new("RGB", (320, 240), colour).save(folder / f"{colour}.jpg")
    (folder / "bilan.pdf").write_bytes(b"%PDF-1.4 le bilan du jour")
    return folder


@pytest.fixture
def captures(library, workshop: Workshop, card: Path, now) -> dict[str, Capture]:
    """Three photos and a file, by the name they had."""
    add(library, workshop, card, now)
    return {one.file_name: one for one in library.all(Capture)}


def add(library, workshop: Workshop, card: Path, now) -> None:
    change = take_in(library.media, workshop, (card,), known_media(library, workshop), now).change
    if change.after:
        library.apply(change, now)


def scratch(path: Path) -> None:
    """One byte turns over in the middle of the file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def test_nothing_is_said_of_a_library_in_order(library, captures, look) -> None:
    assert look() == ()
    assert not media_round.remembered(library.folder).damaged


def test_a_damaged_photo_is_made_again_from_the_untouched_original(library, captures, look) -> None:
    photo = captures["olive.jpg"]
    good = library.media.read(photo.media)
    scratch(library.media.path(photo.media))
    assert look() == ()
    assert library.media.read(photo.media) == good


def test_a_lost_thumbnail_is_made_again_without_a_word(library, captures, look) -> None:
    thumb = library.media.path(captures["olive.jpg"].media, "thumb")
    thumb.unlink()
    assert look() == ()
    assert thumb.exists()


def test_what_cannot_be_mended_is_named_with_its_workshop_and_its_remedy(library, captures, look) -> None:
    file = library.media.path(captures["bilan.pdf"].media, suffix="pdf")
    scratch(file)
    (loss,) = look()
    said = told((loss,))
    assert said.what == "Le fichier « bilan.pdf » est abîmé sur le disque."
    assert "Four solaire — Kaolack" in said.advice
    assert f"{file.parent.relative_to(library.folder).as_posix()}/{file.name[:10]}….pdf" in said.advice
    assert max(map(len, said.advice.split())) < 30, "no word is too long for a narrow window"
    assert media_round.remembered(library.folder).damaged


def test_a_file_that_is_gone_is_missed_even_between_two_rounds(library, captures, look) -> None:
    look()
    library.media.path(captures["bilan.pdf"].media, suffix="pdf").unlink()
    (loss,) = look(days=1)
    assert told((loss,)).what == "Le fichier « bilan.pdf » a disparu du disque."


def test_the_proof_of_a_consent_is_looked_after_too(library, card, look, now) -> None:
    proof = library.media.keep_original(card / "bilan.pdf")
    library.apply(Change("", after=(Consent(proof=proof),)), now)
    assert look() == ()
    library.media.original(proof).unlink()
    (loss,) = look()
    assert loss.gone
    assert "preuve" in told((loss,)).what


def test_several_losses_are_one_sentence(library, captures, look) -> None:
    for name in ("olive.jpg", "bilan.pdf"):
        for path in (library.folder).glob(f"*/*/{captures[name].media}.*"):
            path.unlink()
    for path in (library.folder / "originals").glob("*/*"):
        path.unlink()
    losses = look()
    assert len(losses) == 2
    assert "« bilan.pdf »" in told(losses).what
    assert "« olive.jpg »" in told(losses).what


@pytest.mark.parametrize("name", ["olive.jpg", "bilan.pdf"])
def test_added_again_from_the_camera_it_takes_its_place(
    library, workshop, captures, card, look, now, name
) -> None:
    lost = captures[name]
    path = library.media.path(lost.media, suffix=lost.suffix)
    scratch(path)
    if lost.original:
        scratch(library.media.original(lost.original))
    assert look()
    add(library, workshop, card, now)
    assert look() == ()
    assert not media_round.remembered(library.folder).damaged
    assert len(library.all(Capture)) == len(captures), "and nothing is there twice"


def test_each_visit_looks_at_a_little_and_all_visits_together_at_everything(
    library, captures, look, monkeypatch
) -> None:
    seen: list[Path] = []
    real = media_round.stretch

    def noted(*said: object) -> object:
        files, after = real(*said)
        seen.extend(files)
        return files, after

    monkeypatch.setattr(media_round, "stretch", noted)
    look(budget=1)
    assert len(seen) == 1
    while media_round.remembered(library.folder).reached:
        look(budget=1)
    assert seen == all_files(library.folder)
    look(days=6)
    assert seen == all_files(library.folder), "a week passes before the next round"
    look(days=8)
    assert seen == all_files(library.folder) * 2


def test_a_visit_broken_off_begins_again_where_it_began(library, captures, look, now) -> None:
    def closing(_done: int, _total: int, _label: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        look_after(library, now, closing, rest=at_once)
    assert media_round.remembered(library.folder) == media_round.Round()


def test_a_photo_erased_meanwhile_is_nobodys_loss(library, captures, look, now) -> None:
    lost = captures["bilan.pdf"]
    library.media.path(lost.media, suffix="pdf").unlink()
    assert look()
    library.apply(Change("", before=(lost,)), now)
    assert look() == ()
    assert not media_round.remembered(library.folder).damaged


@pytest.mark.parametrize("note", ["", "[]", '{"x": 1}', '{"FOLDER": {"reached": 3, "damaged": []}}'])
def test_a_damaged_note_of_how_far_one_was_begins_a_new_round(
    library, captures, look, note, tmp_path
) -> None:
    look()
    file = media_round._file()
    file.write_text(note.replace("FOLDER", str(library.folder)), encoding="utf-8")
    assert look() == ()
    assert media_round.remembered(library.folder).ended
