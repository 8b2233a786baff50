# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed kit: a folder of PDFs that says the right things, whole or not at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from actions.kit_people import (
    ARABIC,
    LONG,
    NAMES,
    NKO,
    NOW,
    long_days,
    register,
    sizes_of,
    solar_oven,
    text_of,
)
from forgeatelier.actions.kit import KitOrder, MadeKit, make_kit, read_sheets
from forgeatelier.actions.kit_content import gather_kit
from forgeatelier.exporting.kit import badges, sign_in
from forgeatelier.exporting.kit.catalogue import SHEETS, USUAL, Sheet
from forgeatelier.exporting.pdf import PdfWorker
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.setting import Device, Reading
from forgeatelier.model.method.step import Form
from forgeatelier.model.people.badge_code import ALPHABET, badge_codes
from forgeatelier.model.progress import Cancelled, silent
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

DAY = NOW.date()


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as warm:
        yield warm


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory, worker: PdfWorker) -> MadeKit:
    """Every sheet for thirty people with difficult names."""
    folder = tmp_path_factory.mktemp("atelier")
    library = Library.create(folder / "bibliotheque", NOW)
    workshop = solar_oven(library, 30)
    order = KitOrder(sheets=tuple(Sheet))
    made = make_kit(library, workshop.id, folder / "clef", order, NOW, worker=worker)
    library.close()
    return made


def sheet(kit: MadeKit, wanted: Sheet) -> list[str]:
    return text_of(next(one.file for one in kit.sheets if one.sheet is wanted))


def printed(library: Library, workshop: Workshop, worker: PdfWorker, one: Sheet, **order: object) -> Path:
    made = make_kit(
        library,
        workshop.id,
        library.folder.parent / "clef",
        KitOrder(sheets=(one,), **order),
        NOW,
        worker=worker,
    )
    return made.sheets[0].file


def test_the_folder_holds_every_sheet_in_order_and_no_file_is_named_after_anyone(kit):
    names = [one.file.name for one in kit.sheets]
    assert names == sorted(names, key=lambda name: name[:2])
    assert names[:2] == ["01-conduite.pdf", "02-deroule.pdf"]
    assert "05-emargement.pdf" in names
    assert all(one.file.is_file() for one in kit.sheets)
    assert sorted(one.name for one in kit.path.iterdir()) == sorted(names), "nothing else lies about"
    parts = {part for pair in NAMES for name in pair for part in re.findall(r"\w{3,}", name)}
    assert not [part for part in parts if part.lower() in str(kit.path / " ".join(names)).lower()]


def test_sheets_that_hold_people_say_so(kit):
    assert {one.sheet for one in kit.sheets if one.personal} == {Sheet.SIGN_IN, Sheet.CONSENT, Sheet.BADGES}
    with_names = {one.sheet for one in kit.sheets if "Sénembou" in " ".join(text_of(one.file))}
    assert with_names == {Sheet.SIGN_IN, Sheet.CONSENT, Sheet.BADGES}


def test_the_script_says_everything_and_a_plan_b_that_will_happen_is_the_plan(kit):
    said = " ".join(sheet(kit, Sheet.SCRIPT))
    assert "09:00" in said
    assert "Le plan B est le plan · Pluie" in said
    assert "Gardez la date de report" in said
    assert "Prévu sans : Pluie" in said
    assert said.count("Réel") == 18, "every step has room for what really happened"
    assert "Retard → Faites le tour à l’intérieur des équipes" in said, "the other plans B stay at hand"


def test_the_programme_of_participants_has_no_word_of_the_team(library, worker):
    workshop = long_days(library, 16)
    said = " ".join(text_of(printed(library, workshop, worker, Sheet.PROGRAMME)))
    assert "Moment 1 avec les voisins" in said
    assert "Moment 8 avec les voisins" not in said, "reserve time is nobody's business"
    for word in ("Compte les mains", "indispensable", "animateur", "tampon", "réserve", "tableau noir"):
        assert word not in said


def test_participants_are_told_round_hours_and_fixed_ones_exactly(library, worker):
    workshop = Workshop(title="Rencontre", starts_at=time(9, 2), own_steps=True)
    told = (
        ("Accueil", 11, None),
        ("Tour de table", 20, None),
        ("La maire arrive", 14, time(9, 41)),
        ("Questions", 33, None),
    )
    steps = tuple(
        PlannedStep(
            workshop_id=workshop.id,
            step_id=title,
            title=title,
            minutes=minutes,
            place=place,
            form=Form.PLENARY,
            starts_at=held,
        )
        for place, (title, minutes, held) in enumerate(told)
    )
    library.apply(Change("Préparer", after=(workshop, *steps)), NOW)
    said = text_of(printed(library, workshop, worker, Sheet.PROGRAMME))[0]
    assert "09:02 Accueil 09:15 Tour de table 09:41 La maire arrive 09:55 Questions 10:30 Fin" in said
    script = text_of(printed(library, workshop, worker, Sheet.ORDER))[0]
    assert "09:13" in script, "the team keeps the exact hours"


def test_the_script_says_what_the_method_is_for_and_what_it_asks(library, worker):
    workshop = solar_oven(library)
    asked = replace(
        workshop.protocol, needs=("decider",), reading=Reading.SOME, devices=(Device.PHONE, Device.SPEAKER)
    )
    library.apply(Change("Régler", (workshop,), (replace(workshop, protocol=asked),)), NOW)
    said = text_of(printed(library, workshop, worker, Sheet.SCRIPT))[0]
    assert "Sert à Décider" in said
    assert "Lire et écrire une ou deux personnes qui lisent par équipe" in said
    assert "Appareils téléphone, haut-parleur" in said


def test_sixty_steps_with_lanes_stay_on_one_page(library, worker):
    workshop = long_days(library, 60, days=2)
    pages = text_of(printed(library, workshop, worker, Sheet.ORDER))
    assert len(pages) == 1
    assert all(f"Moment {n} avec" in pages[0] for n in range(1, 61))
    assert "Voie A" in pages[0]
    assert "Voie B" in pages[0]


def test_the_running_order_of_a_role_keeps_her_steps_and_counts_the_others(library, worker):
    workshop = long_days(library, 12)
    said = text_of(printed(library, workshop, worker, Sheet.ORDER, role="logisticien"))[0]
    assert "Moment 2 avec" in said, "she leads it"
    assert "Moment 3 avec" in said, "nobody in particular leads it"
    assert "Moment 4 avec" not in said
    assert "menée par d’autres" in said
    assert "Pour : Logisticienne ou logisticien" in said


def test_the_wall_is_four_sheets_a_day_that_show_the_same_poster(kit, library, worker):
    pages = sheet(kit, Sheet.WALL)
    assert len(pages) == 4
    assert "feuille 1 sur 4" in pages[0]
    assert all("Déjeuner du soleil" in page for page in pages), "each shows its part of the whole poster"
    wall = next(one.file for one in kit.sheets if one.sheet is Sheet.WALL)
    assert set(sizes_of(wall)) == {(210, 297)}
    a3 = next(one.file for one in kit.sheets if one.sheet is Sheet.WALL_A3)
    assert sizes_of(a3) == [(297, 420)]
    two = long_days(library, 20, days=2)
    assert len(text_of(printed(library, two, worker, Sheet.WALL))) == 8


def test_people_sign_by_half_day_under_the_same_heads_on_every_page(kit):
    pages = sheet(kit, Sheet.SIGN_IN)
    assert len(pages) == 3
    for page in pages:
        for word in ("matin", "après-midi", "Structure, village", "Téléphone", "Image et voix", "Bailleur"):
            assert word in page
        assert "La structure d’accueil : nom, signature, cachet" in page
    assert "36" in pages[2], "late-comers have lines"


def test_without_anyone_registered_the_sheet_has_lines_for_all_who_are_expected(library, worker):
    workshop = solar_oven(library)
    pages = text_of(printed(library, workshop, worker, Sheet.SIGN_IN))
    assert len(pages) == 1
    assert " 12 " in pages[0]


def test_two_days_have_four_half_days(library, worker):
    said = text_of(printed(library, long_days(library, 80, days=2), worker, Sheet.SIGN_IN))[0]
    assert "12 mars matin" in said
    assert "13 mars matin" in said


def test_two_thousand_people_are_twelve_to_a_page(library):
    workshop = solar_oven(library, 2000)
    content = gather_kit(library, workshop.id, DAY)
    values = sign_in.values(content)
    assert len(values["pages"]) == 167
    assert (
        sum(bool(row["family"] or row["given"]) for page in values["pages"] for row in page["rows"]) == 2000
    )
    assert len({one.code for one in content.people}) == 2000


def test_consent_is_asked_use_by_use_and_openness_is_said_to_be_for_ever(kit):
    said = " ".join(sheet(kit, Sheet.CONSENT))
    for word in ("Rapport au bailleur", "Publication libre (CC BY-SA)", "Presse", "Réseaux sociaux"):
        assert said.count(word) >= 3, "read aloud, on the form and on the group's sheet"
    assert "on ne peut plus le reprendre" in said
    assert "même vendre" in said
    for word in (
        "Témoin",
        "Empreinte",
        "Parent ou tuteur",
        "Pour changer d’avis",
        "Le silence n’est pas un oui",
    ):
        assert word in said
    assert "mineur" in " ".join(sheet(kit, Sheet.SIGN_IN))


def test_a_badge_holds_a_code_and_its_picture_nothing_about_the_person(kit, library):
    said = " ".join(sheet(kit, Sheet.BADGES))
    assert "photos : non" in said
    assert "77 000" not in said
    register(library, workshop := solar_oven(library), 3)
    content = gather_kit(library, workshop.id, DAY)
    for one in content.people:
        assert set(one.code) <= set(ALPHABET)
        assert badges.qr(one.code) in str(badges.values(content))


def test_codes_differ_and_stay_the_same_from_one_printing_to_the_next():
    people = tuple(f"personne-{n}" for n in range(3000))
    codes = badge_codes("atelier", people)
    assert len(set(codes.values())) == 3000
    assert badge_codes("atelier", people[:10]) == {one: codes[one] for one in people[:10]}
    assert badge_codes("autre", people)["personne-1"] != codes["personne-1"]


def test_names_in_any_letters_stand_on_paper_and_break_nothing(kit, library, worker):
    said = " ".join(sheet(kit, Sheet.BADGES))
    assert NKO[0] in said or NKO[0][::-1] in said
    assert ARABIC[0] in said or ARABIC[0][::-1] in said
    assert "<b>Awa</b>" in said, "markup is words like others"
    assert "{{ 7 * 7 }} & fils" in said
    assert LONG[0].split()[0] in said
    plain = solar_oven(library)
    assert len(text_of(printed(library, plain, worker, Sheet.BADGES))) == 2
    assert len(sheet(kit, Sheet.BADGES)) == 4, "ten to a page whatever the names"


def test_groups_get_a_card_each_with_what_to_do(kit):
    pages = sheet(kit, Sheet.GROUPS)
    said = " ".join(pages)
    assert len(pages) == 4
    assert "Groupe 8" in said
    assert "tortue" in said
    assert "Un bocal clair, un bocal noir" in said


def test_the_evaluation_does_not_give_the_answers_away(kit):
    pages = sheet(kit, Sheet.EVALUATION)
    assert "plus je tasse la balle de riz" in pages[0]
    assert "(faux)" not in pages[0]
    assert "faux" in pages[-1], "the team has them"
    assert "Grille d’observation" in pages[-1]


def test_what_is_missing_is_priced_without_centimes(kit):
    said = " ".join(sheet(kit, Sheet.SHOPPING))
    assert "42 500 F CFA" in said
    assert ",00" not in said
    assert "Total prévu" in said
    assert "vitre de 44 × 44 cm" in " ".join(sheet(kit, Sheet.PACKING))


def test_ballots_come_in_three_kinds(kit):
    pages = sheet(kit, Sheet.BALLOTS)
    assert len(pages) == 4
    assert pages[0].count("objection") == 8
    assert "Pour 30 personnes : 4 copies" in pages[0]


def test_a_team_may_replace_a_template_in_its_library(library, worker):
    workshop = solar_oven(library, 3)
    own = library.folder / "exports" / "kit"
    own.mkdir(parents=True)
    (own / "badges.html").write_text(
        '{% extends "kit/frame.html" %}{% block sheet %}<p>Nos badges {{ pages[0][0].main }}</p>{% endblock %}',
        encoding="utf-8",
    )
    said = text_of(printed(library, workshop, worker, Sheet.BADGES))
    assert len(said) == 1
    assert "Nos badges" in said[0]


def test_a_cancelled_printing_leaves_nothing(library, worker, tmp_path):
    workshop = solar_oven(library, 3)

    def stop_at_the_second(done: int, total: int, label: str = "") -> None:
        if label == "Déroulé sur une page":
            raise Cancelled

    with pytest.raises(Cancelled):
        make_kit(library, workshop.id, tmp_path / "clef", KitOrder(), NOW, stop_at_the_second, worker=worker)
    assert list((tmp_path / "clef").iterdir()) == []
    assert library.all(ReadyMark) == ()


def test_a_kit_printed_again_stands_beside_the_first(library, worker, tmp_path):
    workshop = solar_oven(library)
    order = KitOrder(sheets=(Sheet.BALLOTS,))
    first = make_kit(library, workshop.id, tmp_path / "clef", order, NOW, worker=worker)
    again = make_kit(library, workshop.id, tmp_path / "clef", order, NOW, worker=worker)
    assert first.path.name == "kit-four-solaire-a-kaolack-2026-03-12"
    assert again.path != first.path
    assert first.path.is_dir()


def test_a_place_that_cannot_be_written_is_said_in_words(library, tmp_path):
    workshop = solar_oven(library)
    (tmp_path / "clef").write_text("une lettre", encoding="utf-8")
    with pytest.raises(AtelierError, match="n’a pas pu être écrit"):
        make_kit(library, workshop.id, tmp_path / "clef", KitOrder(), NOW)


def test_sheets_with_nothing_to_say_are_left_out_with_the_reason(library, worker, tmp_path):
    empty = Workshop(title="Une idée", people_planned=6)
    library.apply(_kept(empty), NOW)
    order = KitOrder(sheets=(Sheet.SCRIPT, Sheet.GROUPS, Sheet.SIGN_IN))
    made = make_kit(library, empty.id, tmp_path / "clef", order, NOW, worker=worker)
    assert [one.sheet for one in made.sheets] == [Sheet.SIGN_IN]
    assert {one.sheet: one.why for one in made.left_out}.keys() == {Sheet.SCRIPT, Sheet.GROUPS}
    with pytest.raises(AtelierError, match="rien à imprimer"):
        make_kit(library, empty.id, tmp_path / "clef", KitOrder(sheets=(Sheet.SCRIPT,)), NOW)


def test_an_english_workshop_gets_english_file_names(library, worker):
    made = printed(library, solar_oven(library), worker, Sheet.PACKING, language="en")
    assert made.name == "11-packing-list.pdf"


def test_making_the_kit_says_on_the_evening_list_that_it_is_to_be_printed(library, worker, tmp_path):
    workshop = solar_oven(library)
    order = KitOrder(sheets=(Sheet.BALLOTS,))
    made = make_kit(library, workshop.id, tmp_path / "clef", order, NOW, silent, worker=worker)
    library.apply(made.change, NOW)
    (mark,) = library.all(ReadyMark, workshop_id=workshop.id)
    assert (mark.check, mark.said) == ("printed", Readiness.TO_DO), "PDFs are not paper yet"


def test_sheets_are_named_or_refused():
    assert read_sheets(["badges", " Script "]) == (Sheet.SCRIPT, Sheet.BADGES)
    with pytest.raises(AtelierError, match="poster"):
        read_sheets(["poster"])
    assert set(USUAL) < set(SHEETS)


def _kept(workshop: Workshop):
    from forgeatelier.model.change import Change

    return Change("Idée", after=(workshop,))
