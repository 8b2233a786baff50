# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator writes a protocol in a text editor; the program reads it or says what to change."""

import pickle
from collections.abc import Callable
from decimal import Decimal

import pytest

from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.setting import Power
from forgeatelier.model.method.step import Form
from forgeatelier.protocols.complaint import MOST, Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import read_protocol_text, read_text_with_notices

Ask = Callable[[str], tuple[Complaint, ...]]


def told(complaints: tuple[Complaint, ...]) -> str:
    return "\n".join(str(one) for one in complaints).replace("\u00a0", " ")


def test_a_small_protocol_is_read_as_its_author_meant_it(small: str) -> None:
    protocol = read_protocol_text(small, "panier.yaml")
    assert protocol.title == "Tresser un panier"
    assert protocol.materials[0].per_person == Decimal("2.5")
    assert protocol.minutes == protocol.duration.total == 75
    assert [step.form for step in protocol.steps] == [Form.PLENARY, Form.MAKING]
    assert protocol.objectives[0].family is Family.TECHNICAL


def test_keys_and_words_may_be_english_or_mixed(small: str) -> None:
    english = (
        small.replace("titre: Tresser", "title: Tresser")
        .replace("etapes:", "steps:")
        .replace("forme: pleniere", "form: plenary")
        .replace("materiel:", "materials:")
        .replace("nom: osier", "name: osier")
        .replace("objectifs:", "objectives:")
        .replace("techniques:", "technical:")
        .replace("enonce:", "statement:")
    )
    assert english != small
    assert read_protocol_text(english, "x") == read_protocol_text(small, "x")


def test_an_english_word_for_an_effect_is_kept_as_the_french_code(small: str) -> None:
    assert read_protocol_text(small + "effects: [heat, eau]\n", "x").effects == ("chaleur", "eau")


@pytest.mark.parametrize(
    "spelled", ["60", '"60"', "1h", "1h00", "1 h 00", "1:00", "60m", "60 min", "1 heure"]
)
def test_an_hour_may_be_written_as_one_speaks(small: str, spelled: str) -> None:
    assert read_protocol_text(small.replace("1h00", spelled), "x").steps[1].minutes == 60


def test_codes_may_be_typed_in_small_letters(small: str) -> None:
    text = small.replace("unite: botte", "cout_unitaire: 2 500\n    devise: xof").replace(
        "CC-BY-SA-4.0", "cc by-sa 4.0"
    )
    protocol = read_protocol_text(text, "x")
    assert protocol.materials[0].currency == "XOF"
    assert protocol.materials[0].unit_cost == Decimal(2500)
    assert protocol.licence == "CC-BY-SA-4.0"


@pytest.mark.parametrize("spelled", ["oui", "Yes", "true", "VRAI"])
def test_yes_has_several_spellings(small: str, spelled: str) -> None:
    assert read_protocol_text(small + f"lieu: {{ombre: {spelled}, electricite: Aucune}}\n", "x").place.shade


def test_no_means_no_in_a_yes_or_no_and_the_word_elsewhere(small: str) -> None:
    protocol = read_protocol_text(small + "lieu: {ombre: no, notes: no, electricite: none}\n", "x")
    assert protocol.place.shade is False
    assert protocol.place.notes == "no"
    assert protocol.place.power is Power.NONE


def test_a_version_that_looks_like_a_number_keeps_its_zeros(small: str) -> None:
    assert read_protocol_text(small.replace("1.0.0", "1.10"), "x").version == "1.10"


def test_an_empty_key_is_as_if_it_were_not_there(small: str) -> None:
    assert read_protocol_text(small + "themes:\ndescription: ~\n", "x") == read_protocol_text(small, "x")


def test_a_block_of_text_ends_where_its_words_end(small: str) -> None:
    protocol = read_protocol_text(small + "description: |\n  Un.\n\n  Deux.\n\n", "x")
    assert protocol.description == "Un.\n\nDeux."


def test_everything_wrong_is_said_at_once_with_its_line_its_place_and_a_remedy(
    small: str, complaints_of: Ask
) -> None:
    wrong = (
        small.replace("minutes: 15", "minutes: abc")
        .replace("forme: fabrication", "forme: fabriquation")
        .replace("min: 4", "min: quatre")
        .replace("phase: Faire", "fase: Faire")
        .replace("licence: CC-BY-SA-4.0", "licence: CC-BY-NC-4.0")
        .replace("[osier]", "[ossier]")
    )
    found = [str(one).replace("\u00a0", " ").partition(" : ") for one in complaints_of(wrong)]
    assert [place for place, _colon, _said in found] == [
        "panier.yaml, ligne 9, licence",
        "panier.yaml, ligne 12, groupe.min",
        "panier.yaml, ligne 28, etapes[1].minutes",
        "panier.yaml, ligne 30, etapes[2]",
        "panier.yaml, ligne 31, etapes[2].fase",
        "panier.yaml, ligne 34, etapes[2].forme",
        "panier.yaml, ligne 35, etapes[2].materiel[1]",
    ]
    licence, *others = [said for _place, _colon, said in found]
    assert others == [
        "« quatre » n’est pas un nombre entier. Écrire un nombre entier, par exemple 12.",
        "« abc » n’est pas une durée. Écrire un nombre de minutes, par exemple 45, ou 1h30.",
        "Il manque « phase ». Ajouter une ligne phase: suivie de sa valeur.",
        "La clé « fase » n’est pas connue ici. Écrire phase.",
        (
            "« fabriquation » n’est pas dans la liste. Écrire fabrication. Mots possibles : "
            "pleniere, binomes, groupes, individuel, demonstration, fabrication, pause, tampon."
        ),
        (
            "« ossier » n’est pas dans la liste du matériel. "
            "Écrire « osier », ou l’ajouter à la liste du matériel."
        ),
    ]
    assert licence.startswith(
        "La licence « CC-BY-NC-4.0 » n’est pas ouverte. Licences possibles : CC-BY-SA-4.0,"
    )
    assert "CC-BY-NC" not in licence.rpartition("possibles")[2]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "total: 75",
            "total: 80",
            "duree.total : Le total dit 80 minutes, mais les étapes en font 75. Écrire 75",
        ),
        (
            "minutes: 15",
            "minutes: 15\n    minutes_min: 20",
            "etapes[1].minutes_min : La durée la plus courte (20 minutes)",
        ),
        (
            "id: tressage",
            "id: accueil",
            "etapes[2].id : Deux étapes portent l’identifiant « accueil ». Écrire par exemple accueil-2",
        ),
        ("id: tressage", "id: Le Tressage", "Écrire le-tressage."),
        ("ideal: 8", "ideal: 3", "groupe.ideal : La taille du groupe ne va pas en croissant : 4, 3, 12."),
        ("max: 12", "max: 5", "groupe.max"),
        (
            "id: 3f1d1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11",
            "id: panier",
            "id : « panier » n’est pas un identifiant",
        ),
        ("langue: fr", "langue: français", "langue : « français » n’est pas un code de langue"),
        ("version: 1.0.0", "version: première", "version : « première » n’est pas un numéro de version"),
        ("titre: Tresser un panier", "titre:", "titre : Il n’y a rien ici. Remplir « titre »."),
        ("titre: Tresser un panier\n", "", "ligne 2 : Il manque « titre »."),
        ("format_version: 1", "format_version: 2", "Mettre le programme à jour"),
        ("format: forge-atelier/protocole\n", "", "Écrire format: forge-atelier/protocole."),
        ("unite: botte", "unite: botte\n    cout_unitaire: 12,500", "Écrire 12500 ou 12.5."),
        ("unite: botte", "unite: botte\n    devise: FCFA", "devise : « FCFA » n’est pas un code de devise"),
        ("unite: botte", "unite: botte\n    unite: brin", "unite : La clé « unite » est écrite deux fois."),
        ("unite: botte", "unite: botte\n    unit: brin", "La clé « unit » est écrite deux fois."),
        (
            "format_version: 1",
            "format_version: 1\nformat_version: 1",
            "La clé « format_version » est écrite deux fois.",
        ),
        ("techniques:", "savoir_fer:", "objectifs.savoir_fer : La clé « savoir_fer » n’est pas connue ici."),
        (
            "enonce: Tresser un fond.",
            "enonce: Tresser : un fond.",
            "ligne 17 : Cette ligne contient un « : » de trop",
        ),
        (
            "langue: fr",
            "langue: fr\ntables: 4",
            "tables : La clé « tables » n’est pas connue ici. Cette clé se range sous lieu.",
        ),
        ("langue: fr", "langue: fr\nthemes: eau", "themes : Une liste est attendue ici."),
        (
            "langue: fr",
            "langue: fr\nthemes: [eau, ]\nregles:\n  -\n",
            "regles[1] : Cet élément de la liste est vide.",
        ),
        (
            "langue: fr",
            "langue: fr\nregles:\n  - Le sol : propre",
            "regles[1] : Ce texte contient « : », que YAML prend",
        ),
        ("minutes: 1h00", "minutes: 1h75", "etapes[2].minutes : « 1h75 » n’est pas une durée."),
        ("  techniques:", "  technical: []\n  techniques:", "« techniques » est écrite deux fois"),
        ("langue: fr", "langue: [fr]", "langue : Une seule valeur est attendue ici."),
        (
            "langue: fr",
            "langue: fr\npublic: tous",
            "public : Des clés avec leurs valeurs sont attendues ici.",
        ),
        (
            "langue: fr",
            "langue: fr\npublic: {age_min: 30, age_max: 12}",
            "public.age_max : L’âge le plus bas",
        ),
        (
            "langue: fr",
            "langue: fr\nodd: [13, 18]",
            "odd[2] : Il n’y a pas d’objectif de développement durable 18.",
        ),
        (
            "langue: fr",
            "langue: fr\ndefis: [{liste: ademe-2023, code: Z}]",
            "defis[1].code : « Z » n’est pas un défi",
        ),
        (
            "langue: fr",
            "langue: fr\ndefis: [{liste: ademe, code: A}]",
            "Écrire ademe-2021, ademe-2023, ademe-3.",
        ),
        (
            "langue: fr",
            "langue: fr\nprises_de_vue: [{etape: acueil, sujet: Cercle}]",
            "prises_de_vue[1].etape : Aucune étape ne porte l’identifiant « acueil ». Écrire accueil.",
        ),
        (
            "forme: fabrication",
            "forme: fabrication\n    risque: moyen",
            "etapes[2].risque : L’étape « Le fond du panier » est risquée",
        ),
        (
            "forme: fabrication",
            "forme: fabrication\n    energie: peut-être",
            "« peut-être » n’est ni oui ni non.",
        ),
    ],
)
def test_each_mistake_is_named_with_its_place_and_its_remedy(
    small: str, complaints_of: Ask, before: str, after: str, said: str
) -> None:
    assert before in small
    found = complaints_of(small.replace(before, after))
    assert len(found) == 1, told(found)
    assert said in told(found)
    assert found[0].remedy


def test_a_file_with_english_keys_is_answered_in_english_keys(small: str, complaints_of: Ask) -> None:
    english = small.replace("titre:", "title:", 1).replace("accroche", "pitch").replace("langue", "language")
    english = english.replace("auteurs", "authors").replace("groupe:", "group:").replace("duree", "duration")
    english = (
        english.replace("objectifs", "objectives")
        .replace("etapes", "steps")
        .replace("minutes: 15", "minuts: 15")
    )
    assert "Écrire minutes." in told(complaints_of(english))
    assert "steps[1].minuts" in told(complaints_of(english))
    english = english.replace("minuts: 15", "minutes: 15").replace("forme: pleniere", "form: standing")
    assert "plenary, pairs" in told(complaints_of(english))


def test_a_mistake_in_one_place_does_not_make_others_out_of_nothing(small: str, complaints_of: Ask) -> None:
    assert len(complaints_of(small.replace("minutes: 15", "minutes: un quart d’heure"))) == 1
    assert len(complaints_of(small.replace("genre: materiau", "genre: brindille"))) == 1
    assert (
        len(
            complaints_of(
                small.replace("  - nom: osier", "  - nam: osier").replace("[osier]", "[osier, fil]")
            )
        )
        == 2
    )


def test_a_protocol_without_a_step_is_not_one(small: str, complaints_of: Ask) -> None:
    start = small.index("etapes:")
    assert "Il manque « etapes »" in told(complaints_of(small[:start]))
    assert "etapes : Il n’y a rien ici." in told(complaints_of(small[:start] + "etapes: []\n"))


def test_what_is_only_doubtful_is_a_notice_and_not_a_complaint(small: str) -> None:
    doubtful = (
        small.replace("    par_personne: 2,5\n", "    cout_unitaire: 500\n")
        .replace("    minutes: 15\n", "")
        .replace("  total: 75\n", "  rangement: 10\n")
        + "derive_de: [{titre: Vannerie, licence: CC BY-NC 4.0}]\n"
    )
    reading = read_text_with_notices(doubtful, "panier.yaml")
    assert reading.protocol.duration.total == 60
    assert reading.protocol.derived_from[0].licence == "CC-BY-NC-4.0"
    said = told(reading.notices)
    assert "Aucune quantité n’est dite pour « osier »" in said
    assert "Le coût de « osier » est dit sans devise" in said
    assert "« Tour de prénoms » ne dit pas combien de temps elle dure" in said
    assert "La durée totale n’est pas dite. Écrire total: 60." in said
    assert "CC-BY-NC-4.0 n’entre pas d’office" in said
    assert len(reading.notices) == 5


def test_a_correct_protocol_has_no_notice(small: str) -> None:
    assert read_text_with_notices(small, "panier.yaml").notices == ()


def test_a_safety_note_answers_a_risk(small: str) -> None:
    text = small.replace(
        "forme: fabrication", "forme: fabrication\n    risque: eleve\n    consigne_securite: Gants."
    )
    assert read_protocol_text(text, "x").steps[1].risk is Severity.HIGH


def test_accents_typed_on_a_mac_are_the_same_accents(small: str) -> None:
    assert read_protocol_text(small.replace("é", "e\u0301"), "x") == read_protocol_text(small, "x")


def test_the_error_carries_its_complaints_through_a_child_process(small: str) -> None:
    with pytest.raises(ProtocolComplaints) as trouble:
        read_protocol_text(small.replace("minutes: 15", "minutes: abc"), "panier.yaml")
    travelled = pickle.loads(pickle.dumps(trouble.value))
    assert travelled.complaints == trouble.value.complaints
    assert "1 point à corriger" in travelled.what
    assert "ligne 28" in travelled.advice


def test_a_thousand_mistakes_are_not_all_printed(small: str, complaints_of: Ask) -> None:
    text = small + "regles:\n" + "  - a: b\n" * 1000
    assert len(complaints_of(text)) == MOST
    with pytest.raises(ProtocolComplaints, match="900 points suivants"):
        read_protocol_text(text, "x")
