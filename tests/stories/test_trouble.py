# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks end, programs die, files rot: one sentence with its remedy, and the library is as it was before."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from PIL import Image

from forgeatelier.actions import intake
from forgeatelier.actions.sample import FINISHED, UPCOMING
from forgeatelier.model.change import Change
from forgeatelier.model.progress import Cancelled
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import landing
from forgeatelier.store.library import Library
from stories.whole_library import everything

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
HERE = Path(__file__).resolve().parent
Says = Callable[..., tuple[int, str]]


@pytest.fixture
def there(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(sample_folder))
    return sample_folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "carte"
    folder.mkdir()
    for number in range(3):
        Image.effect_noise((700, 500), 40 + number * 20).convert("RGB").save(folder / f"p{number}.jpg")
    return folder


@pytest.fixture
def people_list(tmp_path: Path) -> Path:
    file = tmp_path / "presents.csv"
    lines = "".join(f"Nom{number};Prénom;F;31 ans\n" for number in range(300))
    file.write_text(f"Nom;Prénom;Sexe;Âge\n{lines}", encoding="utf-8")
    return file


def one_sentence(said: str) -> None:
    """What a person reads: what happened and what to do, on one line, in French, and no trace of the program."""
    assert said.count("\n") == 1
    assert said.count(". ") >= 1
    assert said.endswith(".\n")
    assert not [word for word in ("Traceback", "Error", "errno", "sqlite3", "s’est trompé") if word in said]


# -- the disk ends --------------------------------------------------------------------------------------------------


def on_a_disk_of_its_own(orders: dict[str, Any], there: Path, tmp_path: Path) -> list[dict[str, Any]]:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk of their own (unshare -rm)")
    disk = tmp_path / "disque"
    disk.mkdir()
    (tmp_path / "orders.json").write_text(json.dumps(orders))
    environment = {
        **os.environ,
        "FORGEATELIER_LIBRARY": str(disk / "bibliotheque"),
        "PYTHONPATH": os.pathsep.join([str(HERE.parent), *sys.path]),
    }
    words = [HERE / "small_disk.py", disk, there, tmp_path / "orders.json"]
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


def test_a_full_disk_leaves_the_library_as_it_was(there, photos, people_list, tmp_path):
    Library(there, NOW).close()
    disk = tmp_path / "disque"
    commands = [
        [words, kilobytes * 1024]
        for words, amounts in (
            (["capture", UPCOMING, "--note", "98 °C au four"], (0, 64, 120, 500)),
            (["capture", UPCOMING, str(photos), "--note", "Trois photos"], (64, 400, 1400)),
            (["people", "import", UPCOMING, str(people_list), "--apply"], (64, 300, 1500)),
            (
                ["publish", FINISHED, "--to", str(disk / "dehors"), "--format", "markdown", "--zip"],
                (64, 2000),
            ),
            (["backup"], (0, 100, 400)),
            (["sample", str(disk / "exemple")], (700,)),
            (["backup"], (4000,)),
            (["restore"], (100,)),
            (["new", str(disk / "autre")], (0, 24, 100, 200, 2000)),
        )
        for kilobytes in amounts
    ]
    told = on_a_disk_of_its_own({"size": "16m", "read_only": False, "commands": commands}, there, tmp_path)
    refused = [one for one in told if one["code"]]
    assert len(refused) > len(told) // 2
    for one in refused:
        assert one["code"] == 1, one
        assert one["out"] == "", one
        one_sentence(one["err"])
        assert "disque" in one["err"] or "place" in one["err"], one
        assert one["same"], one
        assert one["left"] == [], one
    for one in told:
        assert one["check"][0] == 0, one
    assert {one["words"][0] for one in refused} == {one["words"][0] for one in told}
    # What could not be made left nothing in the way of the next attempt.
    assert told[-1]["code"] == 0


NARROW = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from forgeatelier.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("kilobytes", [0, 30, 100])
def test_a_system_that_lets_no_file_grow_is_a_full_disk_too(there, photos, people_list, tmp_path, kilobytes):
    before = everything(there)
    for words in (
        ("capture", UPCOMING, photos, "--note", "Trois photos"),
        ("people", "import", UPCOMING, people_list, "--apply"),
        ("publish", FINISHED, "--to", tmp_path / "dehors", "--format", "markdown"),
        ("backup",),
    ):
        done = subprocess.run(
            [sys.executable, "-c", NARROW, str(kilobytes * 1024), *map(str, words), "--lang", "fr"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        one_sentence(done.stderr)
        assert everything(there) == before
        assert not (tmp_path / "dehors").exists() or not list((tmp_path / "dehors").iterdir())
    assert [w.name for w in (there / "backups").iterdir()] == []


def test_a_disk_that_may_not_be_written_is_said_in_words(there, photos, tmp_path):
    Library(there, NOW).close()
    commands = [
        (["capture", UPCOMING, str(photos)], 1 << 20),
        (["workshop", "list"], 1 << 20),
        (["backup"], 1 << 20),
        (["new", str(tmp_path / "disque" / "autre")], 1 << 20),
        (["publish", FINISHED, "--to", str(tmp_path / "disque"), "--format", "markdown"], 1 << 20),
    ]
    told = on_a_disk_of_its_own({"size": "16m", "read_only": True, "commands": commands}, there, tmp_path)
    for one in told:
        assert one["code"] == 1, one
        one_sentence(one["err"])
        assert "ne peut pas être modifié" in one["err"], one
        assert one["same"], one


def test_a_disk_that_fails_while_photos_settle_keeps_none_of_them(there, photos, says, monkeypatch):
    before = everything(there)
    true_flush, calls = landing.flush_folder, []

    def fail_the_second_time(folder: Path) -> None:
        calls.append(folder)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        true_flush(folder)

    monkeypatch.setattr(landing, "flush_folder", fail_the_second_time)
    code, said = says("capture", UPCOMING, photos, "--note", "avec les photos")
    assert code == 1
    one_sentence(said)
    assert everything(there) == before


def test_photos_go_away_again_when_the_entry_that_names_them_cannot_be_kept(there, photos, says, monkeypatch):
    before = everything(there)

    def refuse(*_args: object) -> None:
        raise sqlite.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("forgeatelier.store.library.write_change", refuse)
        code, said = says("capture", UPCOMING, photos, "--note", "avec les photos")
    assert code == 1
    assert "Le disque est plein" in said
    assert everything(there) == before
    assert says("capture", UPCOMING, photos) == (0, "3 fichiers ajoutés\n")


# -- the library is not what one thinks -----------------------------------------------------------------------------


def test_a_library_that_is_not_there_is_said_in_words(says, tmp_path, monkeypatch):
    for place in (tmp_path / "absente", tmp_path, Path("/dev/null"), tmp_path / ("n" * 300)):
        monkeypatch.setenv("FORGEATELIER_LIBRARY", str(place))
        for words in (("workshop", "list"), ("check",), ("restore",), ("capture", "x", "--note", "y")):
            code, said = says(*words)
            assert code == 1
            one_sentence(said)


@pytest.mark.parametrize("name", ["n" * 300, "a/../../" + "b" * 256])
def test_a_library_cannot_be_made_under_an_impossible_name(says, tmp_path, name):
    code, said = says("new", tmp_path / name)
    assert code == 1
    one_sentence(said)
    assert "Choisir un nom plus court" in said


def test_a_newer_library_is_left_as_it_is(there, says):
    passport = there / "library.json"
    known = passport.read_text(encoding="utf-8")
    passport.write_text(json.dumps({**json.loads(known), "format_version": 7}), encoding="utf-8")
    before = everything(there)
    code, said = says("capture", UPCOMING, "--note", "de l’avenir")
    assert code == 1
    one_sentence(said)
    assert "version plus récente" in said
    passport.write_text(known, encoding="utf-8")
    writer = sqlite.connect(str(there / "library.sqlite"))
    writer.execute("PRAGMA user_version=99")
    writer.close()
    assert "version plus récente" in says("backup")[1]
    assert everything(there) == before


@pytest.mark.parametrize("written", ["", "{", "[]", '{"id": 3}', "\x00\xff", '{"format_version": "x"}'])
def test_an_unreadable_passport_is_said_in_words(there, says, written):
    (there / "library.json").write_text(written, encoding="latin-1")
    code, said = says("workshop", "list")
    assert code == 1
    one_sentence(said)
    assert "library.json" in said


HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from forgeatelier.store.library import Library
library = Library(Path(sys.argv[1]), datetime(2026, 3, 12, tzinfo=UTC))
print("held", flush=True)
sys.stdin.readline()
"""


def test_a_second_program_is_refused_and_a_dead_one_holds_nothing(there, says):
    first = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(there)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    for words in (
        ("capture", UPCOMING, "--note", "en même temps"),
        ("restore",),
        ("workshop", "list"),
        ("rebuild",),
    ):
        code, said = says(*words)
        assert code == 1
        if words != ("restore",):
            one_sentence(said)
            assert "déjà ouverte dans un autre programme" in said
    first.kill()
    first.communicate()
    code, said = says("capture", UPCOMING, "--note", "après")
    assert code == 0
    assert "n’avait pas été fermée" in said
    assert "n’avait pas été fermée" not in says("workshop", "list")[1]


# -- the file rots --------------------------------------------------------------------------------------------------


def damage(file: Path, how: str) -> None:
    data = bytearray(file.read_bytes())
    if how == "header":
        data[0:100] = bytes(100)
    elif how == "one page in three":
        for page in range(1, len(data) // 4096, 3):
            data[page * 4096 : page * 4096 + 4096] = bytes(4096)
    elif how == "bits everywhere":
        for at in range(4096, len(data), 997):
            data[at] ^= 0x55
    elif how == "half":
        del data[len(data) // 2 :]
    elif how == "nothing left":
        data.clear()
    elif how == "another file":
        data = bytearray(b"Liste des courses : riz, huile, oignons\n" * 3000)
    file.write_bytes(data)


HOW = ("header", "one page in three", "bits everywhere", "half", "nothing left", "another file")


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_database_is_told_and_a_copy_brings_everything_back(there, says, data, how):
    before = everything(there)
    data("backup")
    damage(there / "library.sqlite", how)
    told = False
    for words in (
        ("workshop", "list"),
        ("capture", UPCOMING, "--note", "malgré tout"),
        ("search", "four"),
        ("check",),
    ):
        code, said = says(*words)
        assert code in (0, 1)
        assert "s’est trompé" not in said
        told |= code == 1 and ("abîmée" in said or "a disparu" in said)
    assert told
    code, said = says("restore")
    assert code == 0
    assert "est revenue à la sauvegarde" in said
    after = everything(there)
    assert after == before
    assert says("check")[0] == 0
    assert list((there / "backups").glob("*.old"))


def test_a_database_that_is_gone_is_not_replaced_by_an_empty_one(there, says, data):
    data("backup")
    (there / "library.sqlite").unlink()
    code, said = says("workshop", "list")
    assert code == 1
    one_sentence(said)
    assert "a disparu" in said
    assert not (there / "library.sqlite").exists()
    assert says("restore")[0] == 0
    assert len(data("workshop", "list")) == 2


def page_of(file: Path, table: str) -> int:
    reader = sqlite.connect(str(file))
    try:
        return int(reader.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()[0])
    finally:
        reader.close()


@pytest.mark.parametrize("table", ["workshop", "found_words_data", "standing", "capture"])
def test_damaged_tables_are_made_again_from_the_journal_without_a_copy(there, says, data, table):
    """The journal is the truth: as long as it is whole, nothing is lost and nobody is asked anything."""
    before = everything(there)
    file = there / "library.sqlite"
    start = (page_of(file, table) - 1) * 4096
    rotten = bytearray(file.read_bytes())
    rotten[start : start + 4096] = b"\xa5" * 4096
    file.write_bytes(rotten)
    # What first meets the damage may have to say so once; the next command finds everything mended.
    first = [says(*words) for words in (("workshop", "list"), ("search", "four"), ("check",))]
    assert any("abîmée" in said or "refaites à partir du journal" in said for _code, said in first)
    assert says("check")[0] == 0
    assert everything(there) == before
    assert len(data("workshop", "list")) == 2
    assert list((there / "backups").glob("*-abimee.sqlite.old"))


def test_a_damaged_journal_is_never_mended_by_guessing(there, says):
    file = there / "library.sqlite"
    writer = sqlite.connect(str(file))
    writer.execute("UPDATE journal SET body = replace(body, 'Kaolack', 'Ailleurs') WHERE number = 1")
    writer.commit()
    writer.close()
    code, said = says("check")
    assert code == 1
    assert "Écriture abîmée dans le journal" in said
    assert "forgeatelier restore" in said


# -- the work is broken off -----------------------------------------------------------------------------------------

CUT_IMPORT = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from forgeatelier.actions import intake
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
now = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
library = Library(Path(sys.argv[1]), now)
workshop = library.get(Workshop, sys.argv[3])
taken = intake.take_in(library.media, workshop, (Path(sys.argv[2]),), frozenset(), now)
print(taken.accepted, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_import_cut_between_files_and_journal_is_taken_back_and_said(there, photos, says):
    before = everything(there)
    cut = subprocess.run(
        [sys.executable, "-c", CUT_IMPORT, str(there), str(photos), UPCOMING],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (cut.returncode, cut.stdout) == (-signal.SIGKILL, "3\n")
    assert len(everything(there)) > len(before)
    code, said = says("workshop", "show", UPCOMING)
    assert code == 0
    assert "Un ajout de fichiers a été coupé avant d’être gardé : l’ajouter de nouveau." in said
    assert everything(there) == before
    assert says("capture", UPCOMING, photos) == (0, "3 fichiers ajoutés\n")
    assert says("check")[0] == 0


def test_a_cut_never_takes_a_photo_that_anything_still_names(there, photos, says, tmp_path):
    """Kept, then deleted, then a cut: undo must find the file again."""
    library = Library(there, NOW)
    workshop = library.get(Workshop, UPCOMING)
    taken = intake.take_in(library.media, workshop, (photos,), frozenset(), NOW)
    library.apply(taken.change, NOW)
    library.apply(taken.change.inverted(), NOW)
    cut = tmp_path / "apres-coupure"
    shutil.copytree(there, cut, ignore=shutil.ignore_patterns("library.lock"))
    library.close()
    again = Library(cut, NOW)
    assert again.recovery is not None
    assert again.recovery.swept == 0
    again.apply(taken.change, NOW)
    for capture in again.all(Capture, workshop_id=UPCOMING):
        assert again.media.read(capture.media)
    again.close()


def test_an_import_cancelled_in_the_middle_keeps_nothing(there, photos):
    before = everything(there)
    library = Library(there, NOW)

    def stop(done: int, total: int, label: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        intake.take_in(
            library.media, library.get(Workshop, UPCOMING), (photos,), frozenset(), NOW, progress=stop
        )
    library.close()
    assert everything(there) == before


def test_a_person_who_stops_a_command_gets_the_library_as_before(there, photos, says, monkeypatch):
    before = everything(there)

    def interrupted(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("forgeatelier.store.library.write_change", interrupted)
    assert says("capture", UPCOMING, photos)[0] == 130
    monkeypatch.undo()
    assert everything(there) == before


def test_half_a_character_is_refused_in_words_by_the_library_itself(there):
    before = everything(there)
    library = Library(there, NOW)
    from forgeatelier.ground.errors import AtelierError

    with pytest.raises(AtelierError, match="un signe qui ne peut pas être enregistré"):
        library.apply(Change("", after=(Workshop(title="Four \udce9"),)), NOW)
    library.close()
    assert everything(there) == before
