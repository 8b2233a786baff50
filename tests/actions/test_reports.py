# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same evening, papers leave the room: each shows what it may, to whom it may, and says what it holds back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from actions.kit_people import ARABIC, LONG, NKO, sizes_of, text_of
from actions.reports_room import (
    HALVES,
    NOW,
    agree,
    decide,
    harvest,
    keep,
    note,
    photo,
    take_part,
    vote,
    water_pump,
)
from forgeatelier.actions.reports import MadeReport, Report, ReportOrder, make_reports, read_reports, read_use
from forgeatelier.actions.reports_certificates import read_percent
from forgeatelier.exporting.pdf import PdfWorker
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.people.consent import Matter, Use
from forgeatelier.model.people.person import Sex
from forgeatelier.model.progress import Cancelled, silent
from forgeatelier.model.workshop.capture import CaptureState, Followed, Recognisable
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

CANARY = "Zibulonkanari"


@pytest.fixture(scope="module")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as warm:
        yield warm


def written(
    library: Library, workshop: Workshop, worker: PdfWorker, report: Report, **order: object
) -> tuple[MadeReport, list[str]]:
    """One report and the words of its pages."""
    made = make_reports(
        library,
        workshop.id,
        library.folder.parent / "clef",
        ReportOrder(reports=(report,), **order),
        NOW,
        worker=worker,
    )
    return made.reports[0], text_of(made.reports[0].file)


def plain(words: str) -> str:
    """With plain spaces before the signs that French keeps away from words."""
    return words.replace("\u00a0", " ")


# ---------- the photo report ----------


def test_each_use_shows_the_photos_of_those_who_agreed_to_it(library, worker):
    workshop = water_pump(library, 1)
    for_donor = take_part(library, workshop, "Kani", "Bélédougou")
    for_team = take_part(library, workshop, "Sira", "Fadougou")
    agree(library, for_donor, Matter.IMAGE, internal="granted", donor="granted")
    agree(library, for_team, Matter.IMAGE, internal="granted", donor="refused", open="granted")
    photo(library, workshop, "Le cadre seul")
    photo(library, workshop, "Celle du bailleur", for_donor)
    photo(library, workshop, "Celle de l’équipe", for_team)
    photo(library, workshop, "Les deux ensemble", for_donor, for_team)
    shown = {}
    for use in (Use.INTERNAL, Use.DONOR, Use.OPEN):
        made, pages = written(library, workshop, worker, Report.PHOTOS, use=use)
        captions = ("Le cadre seul", "Celle du bailleur", "Celle de l’équipe", "Les deux ensemble")
        shown[use] = [caption for caption in captions if caption in " ".join(pages)]
        assert made.photos == len(shown[use])
        assert sum(one.count for one in made.left_out) == 4 - made.photos
    assert shown == {
        Use.INTERNAL: ["Le cadre seul", "Celle du bailleur", "Celle de l’équipe", "Les deux ensemble"],
        Use.DONOR: ["Le cadre seul", "Celle du bailleur"],
        Use.OPEN: ["Le cadre seul", "Celle de l’équipe"],
    }


def test_what_is_left_out_is_counted_by_reason_and_told_to_the_team_only(library, worker):
    workshop = water_pump(library, 1)
    child = take_part(library, workshop, "Bakari", "Sondola", band="15-17")
    agree(library, child, Matter.IMAGE, internal="granted", donor="granted")
    kept = photo(library, workshop, "Le cadre seul")
    photo(library, workshop, "Un enfant soude", child)
    photo(library, workshop, "Qui est-ce", recognisable=Recognisable.UNKNOWN)
    photo(library, workshop, "Des gens sans nom", recognisable=Recognisable.PEOPLE)
    photo(library, workshop, "Floue", state=CaptureState.DISCARDED)
    photo(library, workshop, "Pas encore vue", state=CaptureState.IMPORTED)
    photo(library, workshop, "Triée seulement", state=CaptureState.SORTED)
    photo(library, workshop, "Presque la même", same_as=kept.id)
    made, pages = written(library, workshop, worker, Report.PHOTOS, use=Use.INTERNAL)
    assert {one.reason: one.count for one in made.left_out} == {
        "minor": 1,
        "unknown": 2,
        "unsorted": 2,
        "same": 1,
        "discarded": 1,
    }
    assert made.capture_ids == (kept.id,)
    said = " ".join(pages)
    assert "2 photos : on n’a pas encore dit qui y est reconnaissable" in said
    for caption in ("Un enfant soude", "Qui est-ce", "Des gens sans nom", "Floue", "Pas encore vue"):
        assert caption not in said
    agree(library, child, Matter.IMAGE, guardian="Sa mère", donor="granted")
    donor, pages = written(library, workshop, worker, Report.PHOTOS, use=Use.DONOR, everything_sorted=True)
    said = " ".join(pages)
    assert donor.photos == 3, "the sorted one, and the child's once her mother agreed"
    assert "Triée seulement" in said
    assert "Un enfant soude" in said
    assert "Photos qui ne sont pas montrées" not in said


def test_a_consent_that_ended_or_was_withdrawn_takes_the_photo_away(library, worker):
    workshop = water_pump(library, 1)
    one = take_part(library, workshop, "Kani", "Bélédougou")
    given = agree(library, one, Matter.IMAGE, donor="granted")
    photo(library, workshop, "Elle pompe", one)
    photo(library, workshop, "Le cadre seul")
    made, _pages = written(library, workshop, worker, Report.PHOTOS, use=Use.DONOR)
    assert made.photos == 2
    keep(library, replace(given, until=NOW.date().replace(day=1)))
    made, pages = written(library, workshop, worker, Report.PHOTOS, use=Use.DONOR)
    assert made.photos == 1
    assert "Elle pompe" not in " ".join(pages)


def test_photos_stand_under_their_steps_in_the_order_of_the_day_with_hours(library, worker):
    workshop = water_pump(library, 1)
    photo(library, workshop, "Vue la deuxième", taken=NOW.replace(day=12, hour=15, tzinfo=None))
    photo(library, workshop, "Vue la première", taken=NOW.replace(day=12, hour=14, minute=2, tzinfo=None))
    photo(library, workshop, "Horloge perdue", taken=NOW.replace(year=1970, hour=3, tzinfo=None))
    photo(library, workshop, "Sans étape connue", step="disparue")
    note(library, workshop, "L’eau arrive au troisième coup.")
    decide(library, workshop, "On garde la pompe.", method="consentement")
    began, ended = NOW.replace(day=12, hour=9), NOW.replace(day=12, hour=12)
    keep(
        library,
        StepRun(workshop_id=workshop.id, step_id="souder", began=began, ended=ended),
        StepRun(workshop_id=workshop.id, step_id="essai", outcome=StepOutcome.SKIPPED),
    )
    _made, pages = written(library, workshop, worker, Report.PHOTOS, use=Use.INTERNAL)
    said = " ".join(pages)
    order = [
        said.index(words)
        for words in (
            "Souder le cadre",
            "Vue la première",
            "Vue la deuxième",
            "Essai au puits",
            "L’eau arrive",
        )
    ]
    assert order == sorted(order)
    assert said.index("L’eau arrive") < said.index("Sans étape connue"), "what has no step comes last"
    assert "14:02 Vue la première" in said
    assert "03:00" not in said, "the hour of a dead clock is not told"
    assert f"réel {began.astimezone():%H:%M}–{ended.astimezone():%H:%M}" in said
    assert "sautée ce jour-là" in said
    assert "Repas partagé" not in said, "steps of which nothing was kept are passed over"
    assert "On garde la pompe." not in said, "a decision nobody retained waits"


def test_photos_for_nobody_in_particular_are_refused(library, tmp_path):
    workshop = water_pump(library, 1)
    with pytest.raises(AtelierError, match="À qui ira") as refused:
        make_reports(library, workshop.id, tmp_path / "clef", ReportOrder(reports=(Report.PHOTOS,)), NOW)
    assert "bailleur" in refused.value.advice
    assert not (tmp_path / "clef").exists()


# ---------- the decision sheet ----------


def test_decisions_are_numbered_with_their_vote_and_only_the_team_reads_who_carries_them(library, worker):
    workshop = water_pump(library, 3)
    owner = take_part(library, workshop, "Kani", "Bélédougou")
    asked = vote(library, workshop)
    decide(
        library,
        workshop,
        "L’outillage reste à la coopérative.",
        owner,
        method="vote à main levée",
        vote_id=asked.id,
        due=NOW.date().replace(month=4, day=1),
        objections="La porte ferme mal.",
        integrated="Le forgeron pose un cadenas avant dimanche.",
    )
    decide(library, workshop, "On revient en mai.", followed=Followed.DONE)
    last = decide(library, workshop, "Celle-ci est écartée.")
    keep(library, replace(last, state=CaptureState.DISCARDED))
    made, pages = written(library, workshop, worker, Report.DECISIONS, use=Use.INTERNAL)
    said = " ".join(pages)
    for words in (
        "L’outillage reste à la coopérative.",
        "vote à main levée",
        "Où garder l’outillage ?",
        "« À la coopérative » en tête avec 14 voix",
        "17 mains",
        "La porte ferme mal.",
        "Le forgeron pose un cadenas",
        "1er avril 2026",
        "Kani Bélédougou",
        "Pour la structure d’accueil",
        "Relu à voix haute",
    ):
        assert words in said
    assert made.personal
    assert "Celle-ci est écartée." not in said
    nameless, pages = written(library, workshop, worker, Report.DECISIONS)
    said = " ".join(pages)
    assert "L’outillage reste à la coopérative." in said
    assert "Kani" not in said
    assert "Bélédougou" not in said
    assert "Responsable" not in said
    assert not nameless.personal


def test_without_any_decision_there_are_lines_to_write_them_by_hand(library, worker):
    _made, pages = written(library, water_pump(library, 1), worker, Report.DECISIONS)
    assert "Lignes pour les écrire à la main" in pages[0]


# ---------- the donor's report ----------

PLAN = (
    "1. Contexte et justification",
    "2. Objectifs",
    "3. Résultats attendus",
    "4. Méthodologie",
    "5. Ouverture",
    "6. Déroulement par journée et par séance",
    "7. Travaux de groupe",
    "8. Résultats",
    "9. Participation",
    "10. Évaluation par les participantes et participants",
    "11. Difficultés rencontrées",
    "12. Recommandations",
    "13. Exécution du budget",
    "14. Clôture",
    "Annexe 1 : Programme prévu",
    "Annexe 2 : Liste des participantes et participants",
    "Annexe 3 : Productions des groupes",
    "Annexe 4 : Photos",
)


def test_the_donors_report_follows_the_usual_plan_and_says_what_waits_for_a_pen(library, worker):
    workshop = water_pump(library, 6)
    harvest(library, workshop)
    note(library, workshop, "L’eau arrive au troisième coup.")
    made, pages = written(library, workshop, worker, Report.DONOR)
    said = " ".join(pages)
    order = [said.index(title) for title in PLAN]
    assert order == sorted(order)
    for words in (
        "Réparer les pompes du fleuve sans attendre la ville.",
        "Trois pompes sur cinq",
        "Le cadre tient",
        "Pompe réparée",
        "Taillés dans le cuir",
        "Prévoir le cuir la veille.",
        "5 · très bien 9",
        "L’eau arrive au troisième coup.",
        "jeudi 12 mars 2026",
        "2 jours",
    ):
        assert words in said
    assert set(map(plain, made.to_complete)) >= {"5. Ouverture", "14. Clôture", "Annexe 4 : Photos"}
    assert "1. Contexte et justification" not in made.to_complete
    assert said.count("À compléter") == len(made.to_complete)
    empty = Workshop(title="Une idée")
    keep(library, empty)
    made, pages = written(library, empty, worker, Report.DONOR)
    assert "1. Contexte et justification" in made.to_complete
    assert " ".join(pages).count("À compléter") == len(made.to_complete)


def test_money_is_told_by_line_and_currency_and_never_added_across(library, worker):
    _made, pages = written(library, water_pump(library, 1), worker, Report.DONOR)
    said = " ".join(pages)
    assert "Acier 42 500 F CFA 45 000 F CFA +2 500 F CFA" in said
    assert "Repas 60 000 F CFA 51 000 F CFA −9 000 F CFA" in said
    assert "Total XOF 102 500 F CFA 96 000 F CFA −6 500 F CFA" in said
    assert "Total EUR 12 € 15 € +3 €" in said


def test_who_did_not_agree_is_nowhere_in_the_donors_report(library, worker):
    workshop = water_pump(library, 6)
    silent_one = take_part(
        library, workshop, f"{CANARY}a", f"{CANARY}b", organisation=f"{CANARY}c", phone="+221 77 123 45 67"
    )
    agree(library, silent_one, Matter.DATA, internal="granted")
    agree(library, silent_one, Matter.CREDIT, open="granted")
    agree(library, silent_one, Matter.IMAGE, internal="granted", open="granted")
    listed = take_part(library, workshop, "Kani", "Bélédougou", organisation="Forge d’Aéré")
    agree(library, listed, Matter.DATA, donor="granted")
    photo(library, workshop, f"{CANARY}a au travail", silent_one)
    photo(library, workshop, f"Le cadre de {CANARY}a")
    note(library, workshop, f"{CANARY}a {CANARY}b a vu la fuite ; appeler le 77 123 45 67.")
    note(library, workshop, "Kani a tenu la clé.")
    owned = decide(
        library, workshop, f"{CANARY}b garde la clé.", silent_one, method=f"proposée par {CANARY}a"
    )
    keep(library, replace(owned, state=CaptureState.RETAINED))
    keep(library, replace(workshop, summary=f"Grâce à {CANARY}a, tout coule."))
    step = next(one for one in library.all(PlannedStep) if one.step_id == "essai")
    keep(library, replace(step, title=f"Essai chez {CANARY}a", instruction=f"Suivez {CANARY}a."))
    made, pages = written(library, workshop, worker, Report.DONOR, names=True)
    said = " ".join(pages)
    assert CANARY not in said
    assert "123 45 67" not in said
    assert CANARY.encode() not in made.file.read_bytes()
    assert made.words_hidden >= 6
    assert "Grâce à […], tout coule." in said
    assert "Kani Bélédougou Forge d’Aéré" in said, "who agreed is on the list"
    assert "Kani a tenu la clé." in said
    assert "7 autres personnes n’ont pas donné leur accord" in said
    without, pages = written(library, workshop, worker, Report.DONOR)
    assert "Kani Bélédougou" not in " ".join(pages), "nobody is listed unless a list was asked for"
    assert not without.personal


def test_names_without_capitals_are_hidden_too(library, worker):
    workshop = water_pump(library, 3)
    note(library, workshop, f"{NKO[0]} puis {ARABIC[0]} ont pompé.")
    made, pages = written(library, workshop, worker, Report.PHOTOS, use=Use.OPEN)
    assert "[…] puis […] ont pompé." in " ".join(pages)
    assert made.words_hidden == 2


def test_small_numbers_are_masked_in_the_table_and_beside_it(library, worker):
    workshop = water_pump(library, 0)
    for count, sex, band in (
        (6, Sex.WOMAN, "18-24"),
        (2, Sex.MAN, "18-24"),
        (7, Sex.WOMAN, "25-35"),
        (9, Sex.MAN, "25-35"),
    ):
        for _at in range(count):
            take_part(library, workshop, "Anonyme", "Fadougou", sex=sex, band=band)
    take_part(library, workshop, "Sira", "Fadougou", sex=Sex.MAN, presence=Presence.DROPPED, band="25-35")
    _made, pages = written(library, workshop, worker, Report.DONOR)
    said = " ".join(pages).replace("< 5", "<5")
    assert "Personnes participantes 25" in said
    assert "18 à 24 ans ≥5 <5 8" in said, "6 women of 8 would give the 2 men away"
    assert "25 à 35 ans ≥5 ≥5 17" in said
    assert "Ensemble 13 12 25" in said
    assert "Personnes parties avant la fin : <5." in said
    assert "moins de 5 personnes" in said


# ---------- certificates ----------


def test_a_certificate_for_each_person_who_kept_the_rule_and_a_reason_for_the_others(library, worker):
    workshop = water_pump(library, 3)
    take_part(library, workshop, "Trois", "Quarts", halves=HALVES[:3])
    take_part(library, workshop, "Moitié", "Seulement", halves=HALVES[:2])
    take_part(library, workshop, "Journée", "Entière", halves=("2026-03-12/day", "2026-03-13/day"))
    take_part(library, workshop, "Pas", "Venu", halves=(), presence=Presence.ABSENT)
    take_part(library, workshop, "Non", "Notée", halves=())
    made, pages = written(library, workshop, worker, Report.CERTIFICATES)
    assert made.certificates == len(pages) == 4
    said = " ".join(pages)
    assert "Trois Quarts" in said
    assert "Journée Entière" in said
    assert "Moitié" not in said
    assert {one.name: plain(one.why) for one in made.without_certificate} == {
        "Awa Tounkarabé": "fait partie de l’équipe",
        "Moitié Seulement": "2 demi-journées sur 4 ; la règle en demande 3",
        "Pas Venu": "n’est pas venue ou venu",
        "Non Notée": "ses demi-journées ne sont pas notées",
    }
    page = next(page for page in pages if "Trois Quarts" in page)
    for words in (
        "Une pompe à main à Podor",
        "du 12 au 13 mars 2026",
        "3 demi-journées suivies sur 4 · 9 h de travail",
        "Souder un cadre",
        "au moins 75 % des demi-journées",
        "signature et cachet",
        "Les Puits d’Aéré",
    ):
        assert words in page
    assert set(sizes_of(made.file)) == {(297, 210)}
    strict, pages = written(library, workshop, worker, Report.CERTIFICATES, percent=100)
    assert "Trois Quarts" not in " ".join(pages)
    assert "au moins 100 %" in pages[0]
    assert strict.certificates == 3


def test_nobody_keeping_the_rule_makes_no_file_and_says_who_is_missing_what(library, worker, tmp_path):
    workshop = water_pump(library, 1)
    take_part(library, workshop, "Moitié", "Seulement", halves=HALVES[:2])
    order = ReportOrder(reports=(Report.DECISIONS, Report.CERTIFICATES))
    made = make_reports(library, workshop.id, tmp_path / "clef", order, NOW, worker=worker)
    (empty,) = made.not_made
    assert [one.report for one in made.reports] == [Report.DECISIONS]
    assert empty.report is Report.CERTIFICATES
    assert [one.name for one in empty.without_certificate] == ["Moitié Seulement", "Awa Tounkarabé"]


def test_sixty_names_in_any_letters_get_a_page_each_and_name_no_file(library, worker):
    workshop = water_pump(library, 60)
    made, pages = written(library, workshop, worker, Report.CERTIFICATES)
    said = " ".join(pages)
    assert made.certificates == len(pages) == 59
    assert any(NKO[0] in page or NKO[0][::-1] in page for page in pages)
    assert any(ARABIC[0] in page or ARABIC[0][::-1] in page for page in pages)
    assert LONG[1].split("-")[-2] in said, "the longest name is whole"
    assert "<b>Awa</b>" in said, "markup is words like others"
    assert "{{ 7 * 7 }} & fils" in said
    assert made.file.name == "4-attestations.pdf"
    assert "tounkarabe" not in str(made.file).lower()


# ---------- the folder ----------


def test_all_papers_lie_in_one_folder_in_order_and_a_second_evening_stands_beside(library, worker, tmp_path):
    workshop = water_pump(library, 3)
    photo(library, workshop, "Le cadre seul")
    order = ReportOrder(reports=tuple(Report), use=Use.DONOR)
    heard = []
    made = make_reports(
        library,
        workshop.id,
        tmp_path / "clef",
        order,
        NOW,
        lambda done, total, label="": heard.append((done, total)),
        worker=worker,
    )
    assert made.path.name == "comptes-rendus-une-pompe-a-main-a-podor-2026-03-12"
    assert sorted(one.name for one in made.path.iterdir()) == [
        "1-compte-rendu-photo.pdf",
        "2-decisions.pdf",
        "3-rapport-bailleur.pdf",
        "4-attestations.pdf",
    ]
    assert all(one.file.is_file() for one in made.reports)
    assert heard[-1][0] == heard[-1][1] > 0
    again = make_reports(library, workshop.id, tmp_path / "clef", order, NOW, silent, worker=worker)
    assert again.path.name.endswith("-2")


def test_broken_off_half_way_nothing_is_left(library, worker, tmp_path):
    workshop = water_pump(library, 3)

    def stop(done: int, total: int, label: str = "") -> None:
        if label == "Rapport d’atelier":
            raise Cancelled

    order = ReportOrder(reports=(Report.DECISIONS, Report.DONOR))
    with pytest.raises(Cancelled):
        make_reports(library, workshop.id, tmp_path / "clef", order, NOW, stop, worker=worker)
    assert list((tmp_path / "clef").iterdir()) == []


def test_an_english_report_has_english_names(library, worker):
    made, pages = written(library, water_pump(library, 3), worker, Report.DONOR, language="en")
    assert made.file.name == "3-donor-report.pdf"
    assert "13 March 2026" in " ".join(pages)


def test_a_team_may_replace_a_template_in_its_library(library, worker):
    own = library.folder / "exports" / "reports" / "decisions.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "reports/frame.html" %}{% block report %}<p>Cahier, {{ decisions | length }}</p>{% endblock %}',
        encoding="utf-8",
    )
    _made, pages = written(library, water_pump(library, 1), worker, Report.DECISIONS)
    assert "Cahier, 0" in pages[0]


def test_names_of_reports_uses_and_shares_are_read_or_refused():
    assert read_reports(["donor", " Photos "]) == (Report.PHOTOS, Report.DONOR)
    assert [read_use(said) for said in ("interne", "Bailleur", "open", "")] == [
        Use.INTERNAL,
        Use.DONOR,
        Use.OPEN,
        None,
    ]
    assert read_percent(" 80 %") == 80
    for wrong in (lambda: read_reports(["film"]), lambda: read_use("presse"), lambda: read_percent("0")):
        with pytest.raises(AtelierError):
            wrong()


def test_a_place_that_cannot_be_written_is_said_in_words(library, tmp_path):
    workshop = water_pump(library, 1)
    (tmp_path / "clef").write_text("une lettre", encoding="utf-8")
    with pytest.raises(AtelierError, match="n’ont pas pu être écrits"):
        make_reports(library, workshop.id, tmp_path / "clef", ReportOrder(reports=(Report.DECISIONS,)), NOW)


def test_nothing_private_of_the_workshop_goes_to_the_donor(library, worker):
    workshop = water_pump(library, 3, venue=f"{CANARY} venue", notes=f"{CANARY} notes")
    photo(
        library, workshop, "Le cadre seul", notes=f"{CANARY} photo", file_name=f"{CANARY}.jpg", group=CANARY
    )
    made, pages = written(library, workshop, worker, Report.DONOR, names=True)
    assert CANARY not in " ".join(pages)
    assert Path(made.file).is_file()
