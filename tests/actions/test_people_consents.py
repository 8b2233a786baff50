# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people agree to: asked of many at once, refused as easily as accepted, taken back in one gesture."""

from datetime import date

import pytest

from forgeatelier.actions.people_consents import How, answer, ask, attach_proof, detach_proof, withdraw
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.person import Person

DAY = date(2026, 3, 12)
YES = dict.fromkeys(Use, Answer.GRANTED)
NO = dict.fromkeys(Use, Answer.REFUSED)
GIRL = Person(given_names="Rokia", birth_year=2012)


def test_a_minor_cannot_agree_alone_but_can_refuse():
    with pytest.raises(AtelierError) as refusal:
        answer(GIRL, Consent(person_id=GIRL.id), YES, DAY)
    assert "Rokia est mineur·e" in refusal.value.what
    assert answer(GIRL, Consent(person_id=GIRL.id), NO, DAY).open is Answer.REFUSED
    assert answer(GIRL, Consent(guardian="Sa mère"), YES, DAY).open is Answer.GRANTED


def test_ten_people_give_the_same_answer_in_one_change():
    people = [(Person(given_names=f"Awa {n}", birth_year=1990), None) for n in range(10)]
    how = How(DAY, ConsentMode.ORAL, "wo", "Issa Koné")
    asked = ask([*people, (GIRL, None)], "w1", Matter.IMAGE, YES, how)
    assert len(asked.change.after) == 10
    assert asked.left_out == (GIRL,)
    assert {(c.mode, c.informed_in, c.witness, c.given_on) for c in asked.change.after} == {
        (ConsentMode.ORAL, "wo", "Issa Koné", DAY)
    }


def test_what_was_said_before_of_another_use_stays():
    known = Consent(person_id="p", press=Answer.REFUSED, witness="Issa")
    asked = ask([(Person(id="p"), known)], "w1", Matter.IMAGE, {Use.OPEN: Answer.GRANTED}, How(DAY))
    (after,) = asked.change.after
    assert (after.id, after.press, after.open, after.witness) == (
        known.id,
        Answer.REFUSED,
        Answer.GRANTED,
        "Issa",
    )


def test_taking_back_touches_only_what_was_granted_and_says_when():
    known = Consent(open=Answer.GRANTED, press=Answer.REFUSED, internal=Answer.GRANTED)
    (after,) = withdraw((known, Consent()), DAY).after
    assert (after.open, after.internal, after.press) == (Answer.WITHDRAWN, Answer.WITHDRAWN, Answer.REFUSED)
    assert after.withdrawn_on == DAY


def test_a_proof_stays_among_the_originals(library, now, tmp_path):
    sheet = tmp_path / "feuille signée.pdf"
    sheet.write_bytes(b"%PDF-1.4 signature")
    consent = Consent(person_id="p", given_on=DAY)
    change = attach_proof(library.media, consent, sheet)
    library.apply(change, now)
    (kept,) = library.all(Consent)
    assert library.media.original(kept.proof).read_bytes() == sheet.read_bytes()
    assert "originals" in library.media.original(kept.proof).parts
    assert detach_proof(kept).after[0].proof == ""
    with pytest.raises(AtelierError):
        attach_proof(library.media, consent, tmp_path / "absente.pdf")


def test_a_proof_is_not_swept_away_after_a_power_cut(library, now, tmp_path):
    sheet = tmp_path / "feuille.jpg"
    sheet.write_bytes(b"une photo de la feuille")
    library.apply(Change("", after=()), now)
    change = attach_proof(library.media, Consent(person_id="p"), sheet)
    library.apply(Change("", after=change.after), now)
    moment = library.media.original(change.after[0].proof).stat().st_mtime
    library.media.sweep_since(moment - 10, library._connection.execute)
    assert library.media.original(change.after[0].proof) is not None
