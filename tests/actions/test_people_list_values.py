# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write in cells (ages, numbers, consents, names) is read, and never beyond what it says."""

from datetime import date

import pytest

from forgeatelier.actions.people_lists.columns import recognise
from forgeatelier.actions.people_lists.consents import read_consent
from forgeatelier.actions.people_lists.half_days import read_half_day
from forgeatelier.actions.people_lists.kinds import AgeBand, Consented, Mark, Meaning, Sex, Use
from forgeatelier.actions.people_lists.marks import read_mark
from forgeatelier.actions.people_lists.names import damage, readable, split_full_name
from forgeatelier.actions.people_lists.phones import read_phone
from forgeatelier.actions.people_lists.understood import Age
from forgeatelier.actions.people_lists.values import read_age, read_email, read_sex

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("31 ans", Age(age=31, band=AgeBand.FROM_25)),
        ("<15", Age(band=AgeBand.UNDER_15, minor=True)),
        ("- de 15 ans", Age(band=AgeBand.UNDER_15, minor=True)),
        ("15 à 17 ans", Age(band=AgeBand.FROM_15, minor=True)),
        ("36–59", Age(band=AgeBand.FROM_36)),
        ("60 ans et plus", Age(band=AgeBand.FROM_60)),
        ("plus de 60 ans", Age(band=AgeBand.FROM_60)),
        ("née en 1998", Age(birth_year=1998, band=AgeBand.FROM_25)),
        ("12/05/2011", Age(birth_year=2011, band=AgeBand.FROM_15, minor=True)),
        ("mineure", Age(minor=True)),
        ("", Age()),
    ],
)
def test_an_age_is_kept_as_it_was_said(said: str, understood: Age) -> None:
    assert read_age(said, today=TODAY) == (understood, "")


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("18-25", Age()),
        ("adulte", Age()),
        ("1850", Age()),
        ("140", Age()),
        ("59-36", Age()),
        ("15-20", Age(minor=True)),
        ("2008", Age(birth_year=2008, band=AgeBand.FROM_18, minor=True)),
    ],
)
def test_an_uncertain_age_is_doubted_and_never_guessed(said: str, understood: Age) -> None:
    age, why = read_age(said, today=TODAY)
    assert age == understood
    assert why


def test_two_figures_are_no_birth_year_but_a_short_date_is_one_to_check() -> None:
    assert read_age("31", today=TODAY, birth=True)[0] == Age()
    age, why = read_age("12/05/98", today=TODAY, birth=True)
    assert age.birth_year == 1998
    assert why


@pytest.mark.parametrize(
    ("said", "sex"),
    [
        ("Femme", Sex.F),
        ("F ", Sex.F),
        ("Mme", Sex.F),
        ("f", Sex.F),
        ("Féminin", Sex.F),
        ("H", Sex.M),
        ("Homme", Sex.M),
        ("M.", Sex.M),
        ("garçon", Sex.M),
        ("autre", Sex.OTHER),
        ("", Sex.UNSTATED),
    ],
)
def test_a_sex_is_read_however_it_is_written(said: str, sex: Sex) -> None:
    assert read_sex(said) == (sex, "")


def test_an_unknown_word_for_the_sex_is_unstated_and_told() -> None:
    sex, why = read_sex("Dr")
    assert sex is Sex.UNSTATED
    assert why


@pytest.mark.parametrize(
    ("written", "country", "international"),
    [
        ("+226 76554433", None, "+22676554433"),
        ("00225 07 08 09 10 11", None, "+2250708091011"),
        ("(229) 97-00-11-22", None, "+22997001122"),
        ("(+226) 70.12.34.56", None, "+22670123456"),
        ("+33 (0)6 12 34 56 78", None, "+33612345678"),
        ("70 12 34 56", "BF", "+22670123456"),
        ("22670123456", "BF", "+22670123456"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("70 12 34 56", None, None),
    ],
)
def test_a_number_becomes_international_where_nothing_is_guessed(
    written: str, country: str | None, international: str | None
) -> None:
    assert read_phone(written, default_country=country) == (international, "")


@pytest.mark.parametrize(
    "written", ["12", "+226 7012345", "7.01E+07", "22670123456", "70123456 / 76554433", "voir Awa"]
)
def test_a_doubtful_number_is_left_as_written(written: str) -> None:
    number, why = read_phone(written)
    assert number is None
    assert why


def test_an_address_is_plain_or_doubted() -> None:
    assert not read_email("awa@exemple.org")
    assert read_email("sékou@exemple.org") != read_email("pas d’adresse")


GRANTED, REFUSED = Consented.GRANTED, Consented.REFUSED


@pytest.mark.parametrize(
    ("said", "uses"),
    [
        ("interne publication", {Use.INTERNE: GRANTED, Use.PUBLICATION: GRANTED}),
        ("oui (sauf internet)", {Use.INTERNE: GRANTED, Use.PUBLICATION: REFUSED, Use.RESEAUX: REFUSED}),
        ("oui mais pas facebook", {Use.INTERNE: GRANTED, Use.RESEAUX: REFUSED}),
        ("interne seulement", {use: GRANTED if use is Use.INTERNE else REFUSED for use in Use}),
        ("non", dict.fromkeys(Use, REFUSED)),
        ("", {}),
    ],
)
def test_a_nuanced_consent_is_read_use_by_use(said: str, uses: dict[Use, Consented]) -> None:
    answer = read_consent(said)
    assert (answer.uses, answer.vague, answer.why) == (uses, False, "")


@pytest.mark.parametrize("said", ["Oui", "X", "1", "✓", "d’accord"])
def test_a_bare_yes_is_for_internal_use_and_vague(said: str) -> None:
    answer = read_consent(said)
    assert answer.uses == {Use.INTERNE: GRANTED}
    assert answer.vague


@pytest.mark.parametrize(
    "said", ["oui si flouté", "oui sauf visage", "oui tout", "oui, accord pour publication"]
)
def test_a_condition_not_understood_grants_nothing_outright(said: str) -> None:
    answer = read_consent(said)
    assert GRANTED not in answer.uses.values()
    assert answer.why


def test_a_no_with_a_remark_stays_a_no_to_everything() -> None:
    answer = read_consent("non sauf interne")
    assert set(answer.uses.values()) == {REFUSED}
    assert answer.why


def test_a_column_for_one_use_takes_a_yes_for_that_use() -> None:
    assert read_consent("oui", (Use.PRESSE,)).uses == {Use.PRESSE: GRANTED}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("OUÉDRAOGO", "Ouédraogo"),
        ("N’GUESSAN", "N’Guessan"),
        ("DE SOUZA", "de Souza"),
        ("JEAN-BAPTISTE", "Jean-Baptiste"),
        ("ƁOOLO", "Ɓoolo"),
        ("awa", "Awa"),
        ("McKay", "McKay"),
        ("?OOLO", "?OOLO"),
        ("OUE\u0301DRAOGO", "Ouédraogo"),
    ],
)
def test_names_take_a_readable_case(written: str, read: str) -> None:
    assert readable(written) == read


@pytest.mark.parametrize("written", ["M?ballou", "Ou\ufffddraogo", "OuÃ©draogo", "#N/A"])
def test_damaged_names_are_noticed(written: str) -> None:
    assert damage(written)


def test_capitals_tell_the_family_name_wherever_it_stands() -> None:
    assert split_full_name("Awa Marie OUÉDRAOGO", "") == ("OUÉDRAOGO", "Awa Marie", True)
    assert split_full_name("Diop, Awa", "") == ("Diop", "Awa", True)
    assert split_full_name("Diop Awa Marie", "family") == ("Diop", "Awa Marie", False)


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("x", Mark.PRESENT),
        ("1", Mark.PRESENT),
        ("✓", Mark.PRESENT),
        ("abs", Mark.ABSENT),
        ("", Mark.UNSTATED),
    ],
)
def test_marks_of_presence_are_read_and_an_empty_cell_says_nothing(written: str, mark: Mark) -> None:
    assert read_mark(written) == (mark, "")


def test_an_unknown_mark_is_doubted() -> None:
    mark, why = read_mark("retard")
    assert mark is Mark.UNSTATED
    assert why


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("N°", Meaning.NUMBER),
        ("NOMS ET PRÉNOMS", Meaning.FULL_NAME),
        ("Nom / Prénom", Meaning.FULL_NAME),
        ("Quel est votre nom ?", Meaning.FAMILY_NAME),
        ("Nom de la structure", Meaning.ORGANISATION),
        ("Sexe (H/F)", Meaning.SEX),
        ("m/f", Meaning.SEX),
        ("Tranche d’âge", Meaning.AGE),
        ("Né(e) le", Meaning.BIRTH),
        ("identite/nom_famille", Meaning.FAMILY_NAME),
        ("N° tél.", Meaning.PHONE),
        ("E-mail/Tél", Meaning.CONTACT),
        ("Droit à l’image", Meaning.CONSENT),
        ("consent_photo/presse", Meaning.CONSENT),
        ("Lundi 12 mars", Meaning.PRESENCE),
        ("Émargement J1 matin", Meaning.PRESENCE),
        ("meta/instanceID", Meaning.SOURCE_ID),
        ("_submission_time", Meaning.TECHNICAL),
        ("Lieu de naissance", None),
        ("Nom de l’enquêteur", None),
        ("Avez-vous un téléphone ?", None),
        ("Pointure", None),
    ],
)
def test_a_header_is_recognised_or_left_alone(header: str, meaning: Meaning | None) -> None:
    assert recognise(header).meaning is meaning


def test_a_half_day_takes_the_year_of_the_event_and_a_birth_date_is_none() -> None:
    half_day = read_half_day("12/03 matin", year=2024)
    assert half_day is not None
    assert half_day.on == date(2024, 3, 12)
    assert read_half_day("Date de naissance", year=2024) is None
