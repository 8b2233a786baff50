# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Canaries are planted in everything private; not one of them may sing in what is published."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from forgeatelier.actions import harvest, intake
from forgeatelier.actions.compose import gather
from forgeatelier.actions.people_consents import attach_proof
from forgeatelier.actions.publish import NotReady, publish
from forgeatelier.actions.sample import FINISHED
from forgeatelier.model.change import Change
from forgeatelier.model.commons.preflight import Level
from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.declare import PUBLIC, kind_of
from forgeatelier.model.kinds import KINDS
from forgeatelier.model.people.consent import Answer, Consent, Matter
from forgeatelier.model.people.person import CreditMode, Person
from forgeatelier.model.workshop.capture import Capture, CaptureState, Recognisable
from forgeatelier.model.workshop.workshop import Workshop

CANARY = "Kanarizibulon"


def plant(entity, number):
    """A canary in every private text field of the entity; its links and codes stay as they are."""
    rules = kind_of(entity).fields.values()
    singing = {
        r.name: f"{CANARY}{number}"
        for r in rules
        if r.privacy is not PUBLIC
        and r.type is str
        and not r.refers
        and r.name not in ("role", "media", "original", "age_band", "half_day")
    }
    return replace(entity, **singing)


def with_canaries(library, now):
    number = 0
    for cls in KINDS:
        for entity in library.all(cls):
            number += 1
            planted = plant(entity, number)
            if isinstance(planted, Person):
                planted = replace(planted, credit_mode=CreditMode.UNASKED)
            if isinstance(planted, Capture) and planted.state is CaptureState.IMPORTED:
                planted = replace(
                    planted, text=f"{CANARY} note", caption=f"{CANARY} légende", alt=f"{CANARY} description"
                )
            if planted != entity:
                library.apply(Change("", (entity,), (planted,)), now)
    return number


def singing_photo(path: Path) -> Path:
    picture = Image.new("RGB", (900, 600), (90, 140, 60))
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = f"{CANARY} a", f"{CANARY} b", f"{CANARY} c"
    exif[0x8825] = {1: "N", 2: (14.0, 8.0, 3.0), 3: "W", 4: (16.0, 4.0, 1.0), 29: "2026:03:12"}
    picture.save(
        path, exif=exif, comment=f"{CANARY} d".encode(), xmp=f"<x:xmpmeta>{CANARY} e</x:xmpmeta>".encode()
    )
    return path


def everything_written(folder: Path) -> bytes:
    """Every byte of a bundle, streams of its PDFs unpacked."""
    found = []
    for file in sorted(folder.rglob("*")):
        found.append(file.name.encode())
        if file.suffix == ".pdf":
            plain = io.BytesIO()
            with pikepdf.open(file) as pdf:
                pdf.save(
                    plain, stream_decode_level=pikepdf.StreamDecodeLevel.specialized, compress_streams=False
                )
            found.append(plain.getvalue())
            text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
            found.append(text.stdout)
        elif file.is_file():
            found.append(file.read_bytes())
    return b"\n".join(found)


def test_no_canary_sings_in_the_published_bundle(sample, now, tmp_path):
    planted = with_canaries(sample, now)
    workshop = sample.get(Workshop, FINISHED)
    taken = intake.take_in(
        sample.media, workshop, (singing_photo(tmp_path / f"{CANARY}.jpg"),), frozenset(), now
    )
    photo = replace(
        taken.change.after[0],
        caption="Un champ",
        alt="Un champ vert",
        recognisable=Recognisable.NOBODY,
        state=CaptureState.RETAINED,
    )
    sample.apply(replace(taken.change, after=(photo,)), now)
    done = publish(sample, FINISHED, tmp_path / "dehors", ("pdf", "markdown"), now.date(), as_zip=True)
    written = everything_written(done.path)
    assert planted > 50
    assert b"Un champ" in written
    assert CANARY.encode() not in written
    assert CANARY.lower().encode() not in written.lower()


def test_the_proof_of_a_consent_stays_in_the_library(sample, now, tmp_path):
    sheet = tmp_path / f"{CANARY}.jpg"
    sheet.write_bytes(f"{CANARY} signé".encode())
    hashes = set()
    for consent in sample.all(Consent):
        change = attach_proof(sample.media, consent, sheet)
        sample.apply(change, now)
        hashes |= {one.proof for one in change.after}
    done = publish(sample, FINISHED, tmp_path / "dehors", ("pdf", "markdown"), now.date())
    written = everything_written(done.path)
    assert CANARY.encode() not in written
    assert not [proof for proof in hashes if proof.encode() in written]
    assert not [file for file in done.path.rglob("*") if "originals" in file.parts]


def test_only_the_names_that_people_agreed_to_are_printed(sample, now, tmp_path):
    done = publish(sample, FINISHED, tmp_path, ("markdown",), now.date())
    written = everything_written(done.path).decode(errors="replace")
    assert "Awa Tounkarabé" in written
    assert "Zab" in written
    for person in sample.all(Person):
        if person.credit_mode is not CreditMode.NAME:
            assert person.family_name not in written
    # She agreed to be seen on a photo, not to be named.
    assert "Mariam" not in written


def photo_with(sample, key):
    return next(c for c in sample.all(Capture, workshop_id=FINISHED) if c.file_name == key)


def test_a_withdrawn_consent_takes_the_photo_out_and_says_so(sample, now, tmp_path):
    group = photo_with(sample, "groupe.jpg")
    person = group.people[0]
    consent = next(c for c in sample.all(Consent, person_id=person) if c.matter is Matter.IMAGE)
    sample.apply(Change("", (consent,), (replace(consent, open=Answer.WITHDRAWN),)), now)
    gathered = gather(sample, FINISHED, now.date())
    assert group.id not in gathered.capture_ids
    (finding,) = [f for f in gathered.findings if f.level is Level.BLOCKING]
    assert (finding.kind, finding.id) == ("capture", group.id)
    with pytest.raises(NotReady):
        publish(sample, FINISHED, tmp_path, ("markdown",), now.date())
    assert list(tmp_path.glob("un-four*")) == []


def test_what_an_earlier_dossier_showed_is_withdrawn_by_the_next_one(sample, now, tmp_path):
    first = publish(sample, FINISHED, tmp_path / "avant", ("markdown",), now.date())
    sample.apply(first.change, now)
    group = photo_with(sample, "groupe.jpg")
    assert group.media in everything_written(first.path).decode(errors="replace")
    sample.apply(harvest.discard((group,)), now)
    second = publish(sample, FINISHED, tmp_path / "apres", ("markdown",), now.date())
    assert second.name != first.name
    assert group.media in (second.path / "data" / "RETRAITS.yaml").read_text()
    assert not list(second.path.rglob(f"*{group.media[:12]}*"))


def test_an_expired_consent_no_longer_covers(sample, now):
    group = photo_with(sample, "groupe.jpg")
    consent = next(c for c in sample.all(Consent, person_id=group.people[1]) if c.matter is Matter.IMAGE)
    sample.apply(Change("", (consent,), (replace(consent, until=now.date().replace(year=2025)),)), now)
    assert group.id not in gather(sample, FINISHED, now.date()).capture_ids


def test_a_minor_needs_a_guardian(sample, now):
    rokia = next(p for p in sample.all(Person) if p.given_names == "Rokia")
    consent = next(c for c in sample.all(Consent, person_id=rokia.id))
    granted = replace(consent, open=Answer.GRANTED)
    sample.apply(Change("", (consent,), (granted,)), now)
    group = photo_with(sample, "groupe.jpg")
    with_her = replace(group, people=(*group.people, rokia.id))
    sample.apply(Change("", (group,), (with_her,)), now)
    assert [f.code for f in gather(sample, FINISHED, now.date()).findings if f.level is Level.BLOCKING] == [
        "consent-minor"
    ]
    sample.apply(Change("", (granted,), (replace(granted, guardian="Sa mère"),)), now)
    assert group.id in gather(sample, FINISHED, now.date()).capture_ids


def test_a_photo_of_which_nobody_said_who_is_on_it_stays_in(sample, now):
    pot = photo_with(sample, "marmite.jpg")
    sample.apply(harvest.retain((pot,)), now)
    found = gather(sample, FINISHED, now.date())
    assert pot.id not in found.capture_ids
    assert "consent-unknown" in [f.code for f in found.findings]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Fanta a réglé le réflecteur.", "personal-name"),
        ("FANTA KOULÉSIRA propose de recommencer.", "personal-name"),
        ("Appeler le 77 12 34 56 pour les vitres.", "personal-phone"),
        ("Écrire à menuisier@exemple.org", "personal-email"),
    ],
)
def test_a_name_or_a_number_in_a_note_blocks_with_its_place(sample, now, words, code):
    workshop = sample.get(Workshop, FINISHED)
    note = harvest.capture_note(workshop, words, now)
    sample.apply(replace(note, after=(replace(note.after[0], state=CaptureState.RETAINED),)), now)
    assert code in [
        f.code for f in gather(sample, FINISHED, now.date()).findings if f.level is Level.BLOCKING
    ]


def test_an_incompatible_licence_blocks(sample, now):
    photo = photo_with(sample, "vitrage.jpg")
    sample.apply(Change("", (photo,), (replace(photo, licence="CC-BY-NC-4.0", source="Un livre"),)), now)
    assert "licence-incompatible" in [f.code for f in gather(sample, FINISHED, now.date()).findings]


def test_a_sheet_without_a_name_to_credit_blocks(sample, now):
    for consent in sample.all(Consent):
        sample.apply(Change("", (consent,)), now)
    sheet = sample.all(ConductSheet, workshop_id=FINISHED)[0]
    sample.apply(Change("", (sheet,), (replace(sheet, collective=""),)), now)
    assert "no-author" in [f.code for f in gather(sample, FINISHED, now.date()).findings]
