# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written reads back the same, and looks as if a person had written it."""

import string
from decimal import Decimal
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forgeatelier.ground.shipped import PROTOCOLS
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.model.method.hazard import Hazard, Severity
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import PlannedOutput, Protocol
from forgeatelier.model.method.setting import (
    Adaptation,
    Aftermath,
    Assessment,
    Audience,
    Author,
    Challenge,
    Duration,
    Group,
    Origin,
    Place,
    PreparationTask,
    Reference,
    RoleNeed,
    Shot,
    Translation,
)
from forgeatelier.model.method.step import Form, PlanB, Step
from forgeatelier.protocols.pen import inline
from forgeatelier.protocols.reading import read_protocol, read_protocol_text
from forgeatelier.protocols.vocabulary import keys_of
from forgeatelier.protocols.writing import write_protocol

_TRAPS = (
    "no",
    "oui",
    "1e3",
    "0x1F",
    "0o17",
    "null",
    "~",
    "- x",
    "# x",
    "a # b",
    "Le four : un plan",
    "fin:",
    " avant",
    "après ",
    "",
    "  ",
    "1.0",
    "12:30",
    "2026-03-12",
    "y",
    "N",
    "«\u00a0bonjour\u00a0»",
    'il dit "oui"',
    "l'eau",
    '"tout" et l\'eau',
    "*gras*",
    "&ancre",
    "!note",
    "%",
    "@tous",
    "`code`",
    "[1, 2]",
    "{a: b}",
    "a, b",
    "un\ndeux",
    "un\n\ndeux",
    "un\n  deux",
    "un\n   \ndeux",
    "un\n",
    "\nun",
    "  un\ndeux",
    "un\tdeux",
    "\ttab",
    "un\r\ndeux",
    "👩🏾‍🌾 semer",
    "مرحبا بكم",
    "\u200fabc",
    "\ufeffbom",
    "a\u2028b",
    "a\u0085b",
    "\x00\x07",
    "C:\\panier",
    "---",
    "...",
    "--- a",
    "? a",
    "| a",
    "> a",
    "=",
    "<<",
    ".5",
    "1_000",
    ".inf",
    "é" * 300,
    "mot " * 60 + "fin",
    "mot  double " * 20 + "fin",
    "# titre\n- point\n",
    "Fɔngbe ŋu ɛ",
    "a: b\nc: d",
    "fin de ligne \nsuite",
    "...\nfin",
    "\u00a0insécable",
    "-1",
    "+3",
    "NULL",
    "Yes",
    "\uffff",
    "\x7f",
)

_LETTERS = st.characters(blacklist_categories=("Cs",))
texts = st.one_of(
    st.sampled_from(_TRAPS), st.text(_LETTERS, max_size=40), st.text("ab :\n-#'\"é ", max_size=30)
).map(lambda text: normalize("NFC", text))
names = texts.filter(bool)
slugs = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
small_numbers = st.integers(0, 500)
quantities = st.decimals(0, 10_000, places=3)
ids = st.uuids().map(str)
languages = st.sampled_from(["fr", "en", "fon", "pt-BR"])


def some(strategy: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_SIMPLE = {
    str: texts,
    int: small_numbers,
    Decimal: quantities,
    Decimal | None: st.none() | quantities,
    tuple[str, ...]: some(names),
}


def made(cls: type, **said: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Any value of a dataclass, except for the fields whose values are told."""
    simple = {key.field: _SIMPLE[key.hint] for key in keys_of(cls) if key.hint in _SIMPLE}
    needed = {key.field: names for key in keys_of(cls) if key.required and key.hint is str}
    return st.builds(cls, **(simple | needed | said))


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    """Any protocol that holds together."""
    materials = draw(some(made(Material, currency=st.sampled_from(["", "XOF", "EUR"]))))
    named = some(st.sampled_from([one.name for one in materials])) if materials else st.just(())
    shortest = draw(small_numbers)
    step = made(
        Step,
        id=slugs,
        minutes=st.integers(shortest, 1000),
        minutes_min=st.just(shortest),
        materials=named,
        plan_b=some(made(PlanB)),
        safety_note=names,
    )
    steps = tuple(draw(st.lists(step, min_size=1, max_size=3, unique_by=lambda one: one.id)))
    sizes = sorted(draw(st.tuples(small_numbers, small_numbers, small_numbers)))
    youngest, oldest = sorted(draw(st.tuples(st.integers(0, 99), st.integers(0, 99))))
    open_licences = [spdx for spdx, licence in LICENCES.items() if licence.open]
    return draw(
        made(
            Protocol,
            id=ids,
            version=st.sampled_from(["1.0.0", "1.0", "2", "1.2.0-essai.1"]),
            language=languages,
            licence=st.sampled_from(open_licences),
            authors=st.lists(made(Author), min_size=1, max_size=2).map(tuple),
            derived_from=some(made(Origin, licence=st.sampled_from(["", *LICENCES]))),
            translation_of=st.none()
            | made(Translation, id=ids, language=languages, version=st.just("1.0.0")),
            sdg=some(st.integers(1, 17)),
            challenges=some(st.just(Challenge(list="ademe-2023", code="1"))),
            effects=some(st.sampled_from(["eau", "chaleur"])),
            needs=some(st.sampled_from(["decider", "se_connaitre"])),
            audience=made(Audience, age_min=st.just(youngest), age_max=st.just(oldest)),
            group=made(Group, min=st.just(sizes[0]), ideal=st.just(sizes[1]), max=st.just(sizes[2])),
            duration=made(Duration, total=st.just(sum(one.minutes for one in steps))),
            place=made(Place),
            roles=some(made(RoleNeed)),
            objectives=st.lists(made(Objective), min_size=1, max_size=4).map(by_family),
            materials=st.just(materials),
            safety=some(made(Hazard)),
            preparation=some(made(PreparationTask)),
            steps=st.just(steps),
            shots=some(made(Shot, step=st.sampled_from(["", steps[0].id]))),
            outputs=some(made(PlannedOutput)),
            assessment=made(Assessment),
            after=made(Aftermath),
            adaptations=some(made(Adaptation)),
            references=some(made(Reference)),
        )
    )


def by_family(objectives: list[Objective]) -> tuple[Objective, ...]:
    """A file groups objectives by family, so their order across families is that of the families."""
    order = ["soft_skills", "technical", "environment"]
    return tuple(sorted(objectives, key=lambda one: order.index(one.family)))


@settings(
    max_examples=60,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(protocols(), st.sampled_from(["fr", "en"]))
def test_every_protocol_reads_back_as_it_was_written(protocol: Protocol, keys: Literal["fr", "en"]) -> None:
    assert read_protocol_text(write_protocol(protocol, keys), "x") == protocol


@pytest.mark.parametrize("text", _TRAPS)
def test_no_text_is_lost_wherever_it_stands(text: str) -> None:
    step = Step(
        id="a", phase="p", title="t", minutes=1, form=Form.PLENARY, instruction=text, risk=Severity.NONE
    )
    protocol = Protocol(
        title="t",
        pitch="p",
        licence="CC-BY-SA-4.0",
        authors=(Author(name="n", role=text),),
        duration=Duration(total=1),
        objectives=(Objective(family=Family.TECHNICAL, statement="s", criterion=text),),
        description=text,
        themes=(text, "b") if text else ("b",),
        steps=(step,),
    )
    written = write_protocol(protocol)
    assert read_protocol_text(written, "x") == protocol
    assert [line for line in written.split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize("text", _TRAPS)
def test_other_readers_of_yaml_see_a_text_where_there_is_one(text: str) -> None:
    assert yaml.safe_load(f"a: {inline(text)}") == {"a": text}
    assert yaml.safe_load(f"[{inline(text, in_brackets=True)}, fin]") == [text, "fin"]


@pytest.mark.parametrize(
    "path", sorted(PROTOCOLS.glob("??/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_a_shipped_protocol_written_again_is_the_same(path: Path) -> None:
    protocol = read_protocol(path)
    for keys in ("fr", "en"):
        assert read_protocol_text(write_protocol(protocol, keys), path.name) == protocol


_DESCRIPTION = "description: |\n  Un jour : l’osier.\n\n  Un autre, le rotin.\n"


def test_the_page_looks_written_by_hand(small: str) -> None:
    text = (
        small + _DESCRIPTION + "regles: [Le sol reste propre., 'On dit : nous']\nthemes: [osier, vannerie]\n"
    )
    written = write_protocol(read_protocol_text(text, "x"))
    assert (
        written
        == """\
format: forge-atelier/protocole
format_version: 1
id: 3f1d1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11
titre: Tresser un panier
accroche: Un panier solide en une matinée.
description: |-
  Un jour : l’osier.

  Un autre, le rotin.
version: 1.0.0
langue: fr
licence: CC-BY-SA-4.0
auteurs:
  - nom: Aïssatou
themes: [osier, vannerie]
groupe:
  min: 4
  ideal: 8
  max: 12
duree:
  total: 75
objectifs:
  techniques:
    - enonce: Tresser un fond.
      critere: Le fond tient dix minutes dans l’eau.
regles:
  - Le sol reste propre.
  - "On dit : nous"
materiel:
  - nom: osier
    genre: materiau
    par_personne: 2.5
    unite: botte
etapes:
  - id: accueil
    phase: Se connaître
    titre: Tour de prénoms
    minutes: 15
    forme: pleniere
  - id: tressage
    phase: Faire
    titre: Le fond du panier
    minutes: 60
    forme: fabrication
    materiel: [osier]
"""
    )


def test_english_keys_come_with_english_words(small: str) -> None:
    written = write_protocol(read_protocol_text(small + "effets: [chaleur]\nforme: itinerant\n", "x"), "en")
    assert "setting: itinerant\n" in written
    assert "effects: [heat]\n" in written
    assert "    form: plenary\n" in written
    assert "titre" not in written


def test_no_line_of_prose_runs_away(small: str) -> None:
    long = " ".join(["mot"] * 200)
    written = write_protocol(read_protocol_text(small + f"description: {long}\n", "x"))
    assert max(len(line) for line in written.splitlines()) <= 102


def test_needs_and_devices_are_written_in_the_words_of_the_file(small: str) -> None:
    told = "needs: [decide]\nreading: some\ndevices: [phone, none]\n"
    protocol = read_protocol_text(small + told, "x")
    french = write_protocol(protocol)
    assert "besoins: [decider]\n" in french
    assert "lecture: quelques_uns\n" in french
    assert "appareils: [telephone, aucun]\n" in french
    assert read_protocol_text(french, "x") == protocol
    assert "needs: [decide]\n" in write_protocol(protocol, "en")
