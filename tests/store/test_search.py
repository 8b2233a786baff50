# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is found by the words one remembers."""

import random
import re
from dataclasses import replace

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import given
from hypothesis import strategies as st

from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import tables
from forgeatelier.store.library import Library
from forgeatelier.store.search import CLOSE, OPEN, Search, match_words, plain


@pytest.fixture
def search(library):
    reader = Search(library.file)
    yield reader
    reader.close()


def test_accents_and_capitals_do_not_matter(library, search, now):
    workshop = Workshop(title="Étape à Ségou")
    library.apply(Change("", after=(workshop,)), now)
    (hit,) = search.newest("etape segou")
    assert hit.entity_id == workshop.id
    assert f"{OPEN}Étape{CLOSE}" in hit.heading
    assert plain(hit.heading) == "Étape à Ségou"


def test_the_last_word_may_be_unfinished(library, search, now):
    library.apply(Change("", after=(Capture(text="La balle de riz se tasse"),)), now)
    assert [bool(search.newest(typed)) for typed in ("b", "ba", "bal", "balle r", "balle x")] == [
        True
    ] * 4 + [False]


def test_the_newest_come_first(library, search, now):
    for number in range(4):
        library.apply(Change("", after=(Capture(text=f"puits numéro {number}"),)), now)
    assert [plain(hit.heading)[-1] for hit in search.newest("puits", limit=3)] == ["3", "2", "1"]


def test_an_edited_text_is_found_by_its_new_words_only(library, search, now):
    before = Capture(text="carton")
    library.apply(Change("", after=(before,)), now)
    library.apply(Change("", (before,), (replace(before, text="contreplaqué"),)), now)
    assert search.newest("carton") == ()
    assert len(search.newest("contreplaque")) == 1


def test_a_deleted_thing_is_no_longer_found(library, search, now):
    person = Person(family_name="Sarrabé", given_names="Ousmane")
    library.apply(Change("", after=(person,)), now)
    assert len(search.newest("sarrabe")) == 1
    library.apply(Change("", before=(person,)), now)
    assert search.newest("sarrabe") == ()


def test_one_may_search_among_some_kinds_only(library, search, now):
    library.apply(Change("", after=(Workshop(title="Four"), Capture(text="Four"))), now)
    assert {hit.kind for hit in search.newest("four", kinds=("workshop",))} == {"workshop"}


def test_ranked_results_put_the_heading_first(library, search, now):
    weak = Capture(caption="Le puits", text="un four, puis rien d’autre que du sable et des pierres")
    strong = Workshop(title="Four solaire")
    library.apply(Change("", after=(strong, weak)), now)
    assert search.ranked("four")[0].entity_id == strong.id


def _pages_of_index(connection: sqlite.Connection) -> int:
    connection.execute("INSERT INTO found_words(found_words) VALUES ('optimize')")
    return connection.execute("SELECT sum(length(block)) FROM found_words_data").fetchone()[0]


def test_headings_apart_make_the_index_hardly_larger_than_one_of_plain_text(library, now):
    chance = random.Random(7)
    words = [f"mo{number}t" for number in range(400)]
    notes = [Capture(text=" ".join(chance.choices(words, k=60))) for _ in range(300)]
    library.apply(Change("", after=tuple(notes)), now)
    plainest = sqlite.connect(":memory:")
    plainest.execute(re.sub(r"\w+, \w+, content.*,", "all_of_it,", tables.SEARCH_DDL[0]))
    plainest.executemany("INSERT INTO found_words VALUES (?)", [(note.text,) for note in notes])
    ours = sqlite.connect(str(library.file))
    assert _pages_of_index(ours) < 1.15 * _pages_of_index(plainest)
    ours.close()
    plainest.close()


def test_a_library_indexed_by_an_earlier_release_is_indexed_anew_when_it_opens(tmp_path, monkeypatch, now):
    earlier = tables.SEARCH_DDL[0].replace("text, heading,", "heading, text,")
    with monkeypatch.context() as past:
        past.setattr(tables, "SEARCH_DDL", (earlier, *tables.SEARCH_DDL[1:]))
        tables.shape.cache_clear()
        old = Library.create(tmp_path / "ancienne", now)
        old.apply(Change("", after=(Capture(caption="Le puits", text="Sable et pierres"),)), now)
        old.close()
    tables.shape.cache_clear()
    with_new_index = Library(tmp_path / "ancienne", now)
    reader = Search(with_new_index.file)
    (hit,) = reader.newest("puits")
    assert hit.heading == f"Le {OPEN}puits{CLOSE}"
    assert hit.snippet.startswith("Sable et pierres")
    reader.close()
    with_new_index.close()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_valid_question(typed):
    words = match_words(typed)
    assert words == "" or words.count('"') % 2 == 0
