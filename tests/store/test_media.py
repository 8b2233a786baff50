# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos and files in the library: there after a power cut, never half there, and mended when they can be."""

import errno
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.progress import Cancelled
from forgeatelier.store.media import Media
from forgeatelier.store.media_names import parts
from forgeatelier.store.photos import PreparedPhoto, prepare_photo

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own promises about folders")


def picture(colour: str, size: tuple[int, int] = (300, 200)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", comment=b"vu par Salif Fictif")
    return out.getvalue()


@pytest.fixture
def photo() -> PreparedPhoto:
    return prepare_photo(picture("teal"))


@pytest.fixture
def media(tmp_path: Path) -> Media:
    return Media(tmp_path)


def files(media: Media) -> list[Path]:
    return sorted(path for path in media.folder.rglob("*") if path.is_file())


def liars(media: Media) -> list[Path]:
    """Files whose name promises another content than they have, the temporary ones apart."""
    return [
        path
        for path in files(media)
        if (said := parts(path.name)) and said[1] == "master"
        if hashlib.sha256(path.read_bytes()).hexdigest() != said[0]
    ]


# --- keeping -----------------------------------------------------------------------------------------------


def test_a_photo_lies_in_three_tiers_under_the_name_of_its_content(
    media: Media, photo: PreparedPhoto
) -> None:
    name = media.keep_photo(photo)
    shelf = media.folder / "media" / name[:2]
    assert [path.name for path in files(media)] == [f"{name}.jpg", f"{name}.print.jpg", f"{name}.thumb.jpg"]
    assert all(path.parent == shelf for path in files(media))
    assert media.read(name) == photo.master
    assert media.read(name, "print") == photo.for_print
    assert media.read(name, "thumb") == photo.thumb


def test_keeping_twice_is_keeping_once(media: Media, photo: PreparedPhoto) -> None:
    media.keep_photo(photo)
    before = {path: path.stat().st_ino for path in files(media)}
    assert media.keep_photo(photo) == photo.sha256
    assert {path: path.stat().st_ino for path in files(media)} == before


def test_keeping_again_replaces_what_was_damaged(media: Media, photo: PreparedPhoto) -> None:
    media.path(media.keep_photo(photo)).write_bytes(b"rouille")
    media.keep_photo(photo)
    assert media.read(photo.sha256) == photo.master


def test_the_original_stays_as_it_came_and_apart(media: Media, tmp_path: Path) -> None:
    source = tmp_path / "clé" / "IMG_1.JPEG"
    source.parent.mkdir()
    source.write_bytes(picture("teal"))
    name = media.keep_original(source)
    kept = media.original(name)
    assert kept == media.folder / "originals" / name[:2] / f"{name}.jpeg"
    assert kept.read_bytes() == source.read_bytes()
    assert not (media.folder / "media").exists()
    assert media.keep_original(source.read_bytes(), "jpeg") == name


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("note.opus", "opus"),
        ("Compte rendu.PDF", "pdf"),
        ("archive.tar.gz", "gz"),
        ("sans-fin", "bin"),
        ("étrange.é", "bin"),
        ("page.p-h-p", "bin"),
        ("longue.abcdefghi", "bin"),
        ("..", "bin"),
    ],
)
def test_any_file_is_kept_under_a_harmless_ending(
    media: Media, tmp_path: Path, name: str, suffix: str
) -> None:
    data = b"une note parlee" * 200_000
    if name == "..":
        assert media.keep_bytes(data, "../../x") == hashlib.sha256(data).hexdigest()
    else:
        source = tmp_path / name
        source.write_bytes(data)
        kept = media.keep_file(source)
        assert (kept.size, kept.suffix) == (len(data), suffix)
        source.unlink()
    assert [path.name for path in files(media)] == [f"{hashlib.sha256(data).hexdigest()}.{suffix}"]


def test_a_long_recording_is_never_held_in_memory(media: Media, tmp_path: Path) -> None:
    source = tmp_path / "seance.wav"
    with source.open("wb") as out:
        out.truncate(40_000_000)
    largest = 0

    def watched(frame: object, event: str, argument: object) -> None:
        nonlocal largest
        if event == "c_return" or not isinstance(argument, bytes):
            return
        largest = max(largest, len(argument))

    sys.setprofile(watched)
    try:
        kept = media.keep_file(source)
    finally:
        sys.setprofile(None)
    assert kept.size == 40_000_000
    assert 0 < largest <= 1 << 20


def test_a_name_that_is_no_hash_never_becomes_a_path(media: Media) -> None:
    for name in ("../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64 + "\n"):
        with pytest.raises(ValueError, match=r"^"):
            media.path(name)


# --- power cuts and kills ----------------------------------------------------------------------------------


class Diary:
    """What the program asked the disk for, in its order, by the identity of the files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: list[tuple[str, int]] = []
        self._fsync, self._replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", self.fsync)
        monkeypatch.setattr(os, "replace", self.replace)

    def fsync(self, handle: int) -> None:
        self._fsync(handle)
        self.lines.append(("flush", os.fstat(handle).st_ino))

    def replace(self, source: Path, target: Path) -> None:
        self._replace(source, target)
        self.lines.append(("rename", target.stat().st_ino))

    def places(self, what: str, path: Path) -> list[int]:
        return [at for at, line in enumerate(self.lines) if line == (what, path.stat().st_ino)]


@needs_posix
def test_a_file_gets_its_name_after_its_content_is_safe_and_its_folder_last(
    media: Media, photo: PreparedPhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = Diary(monkeypatch)
    name = media.keep_photo(photo)
    for path in files(media):
        (flushed,), (renamed,) = diary.places("flush", path), diary.places("rename", path)
        assert flushed < renamed < max(diary.places("flush", path.parent))
    # A new folder is a name in its parent, and the same holds for it.
    assert diary.places("flush", media.folder / "media")
    assert diary.places("flush", media.folder)
    # Where the master is, the tiers made from it are already.
    assert max(diary.places("rename", media.path(name))) == max(
        at for at, line in enumerate(diary.lines) if line[0] == "rename"
    )


@needs_posix
def test_many_photos_cost_one_flush_a_folder(media: Media, monkeypatch: pytest.MonkeyPatch) -> None:
    photos = [prepare_photo(picture("teal", (40 + number, 30))) for number in range(12)]
    media.keep_photos(photos)
    for path in files(media):
        path.unlink()
    diary = Diary(monkeypatch)
    assert media.keep_photos(iter(photos)) == [photo.sha256 for photo in photos]
    shelves = {path.parent for path in files(media)}
    assert len(diary.lines) == 36 + 36 + len(shelves)
    assert [what for what, _ in diary.lines] == ["flush"] * 36 + ["rename"] * 36 + ["flush"] * len(shelves)
    assert all(media.read(photo.sha256) == photo.master for photo in photos)


KILLED = """
import os, sys
from pathlib import Path
from forgeatelier.store.media import Media
name, countdown, library, source = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
real = getattr(os, name)
def fatal(*arguments):
    global countdown
    countdown -= 1
    if countdown == 0:
        os._exit(9)
    return real(*arguments)
setattr(os, name, fatal)
with Media(library).batch() as batch:
    batch.keep_original(source)
    batch.keep_bytes(source.read_bytes()[::-1], "wav")
    batch.keep_file(source)
"""


@pytest.mark.parametrize(
    ("call", "countdown"), [("fsync", 1), ("fsync", 3), ("replace", 1), ("replace", 2), ("replace", 3)]
)
def test_a_program_killed_while_it_writes_leaves_no_name_that_lies(
    media: Media, tmp_path: Path, call: str, countdown: int
) -> None:
    source = tmp_path.parent / f"{tmp_path.name}.wav"
    source.write_bytes(b"trois minutes de parole" * 100_000)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, call, str(countdown), str(media.folder), str(source)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 9
    assert liars(media) == []
    waiting = [path for path in files(media) if parts(path.name) is None]
    assert media.sweep() == len(waiting) > 0
    assert all(parts(path.name) for path in files(media))
    assert list(media.check()) == []


def failing(number: int) -> Callable[..., None]:
    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("number", "said", "remedy"),
    [
        (errno.ENOSPC, "disque est plein", "place"),
        (errno.EROFS, "ne peut pas être modifié", "dossier"),
        (errno.EACCES, "ne peut pas être modifié", "dossier"),
        (errno.EIO, "disque n’a pas pu enregistrer", "support"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_a_disk_refuses_is_said_in_words_and_nothing_is_left_behind(
    media: Media,
    photo: PreparedPhoto,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    said: str,
    remedy: str,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing(number))
        with pytest.raises(AtelierError) as caught:
            media.keep_photo(photo)
    assert said in caught.value.what
    assert remedy in caught.value.advice
    assert files(media) == []
    media.keep_photo(photo)
    assert media.read(photo.sha256) == photo.master


def test_a_disk_that_fills_up_in_the_middle_of_a_file_keeps_nothing_of_it(
    media: Media, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource", reason="the system here cannot limit the size of files")
    source = tmp_path.parent / f"{tmp_path.name}.wav"
    source.write_bytes(b"\x00" * 3_000_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, limits[1]))
    try:
        with pytest.raises(AtelierError, match="plein"):
            media.keep_file(source)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files(media) == []


def test_a_stick_pulled_out_while_it_is_read_is_not_blamed_on_the_library(
    media: Media, tmp_path: Path
) -> None:
    with pytest.raises(AtelierError, match="introuvable"):
        media.keep_file(tmp_path / "parti.wav")
    (tmp_path / "dossier.wav").mkdir()
    with pytest.raises(AtelierError, match="ne peut pas être lu"):
        media.keep_original(tmp_path / "dossier.wav")
    assert files(media) == []


def test_an_import_that_is_called_off_leaves_nothing(media: Media) -> None:
    def impatient(done: int, total: int, label: str = "") -> None:
        assert total == 9
        if done == 3:
            raise Cancelled

    photos: Iterator[PreparedPhoto] = (
        prepare_photo(picture("teal", (40 + number, 30))) for number in range(9)
    )
    with pytest.raises(Cancelled):
        media.keep_photos(photos, impatient, total=9)
    assert files(media) == []


# --- reading, checking, mending ----------------------------------------------------------------------------


def test_a_master_that_rotted_is_not_shown_as_if_nothing_were(media: Media, photo: PreparedPhoto) -> None:
    path = media.path(media.keep_photo(photo))
    rotten = bytearray(photo.master)
    rotten[len(rotten) // 2] ^= 1
    path.write_bytes(rotten)
    with pytest.raises(AtelierError) as caught:
        media.read(photo.sha256)
    assert "abîmé" in caught.value.what
    assert "sauvegarde" in caught.value.advice


def test_a_master_that_is_gone_is_told_with_a_remedy(media: Media) -> None:
    with pytest.raises(AtelierError) as caught:
        media.read("0" * 64)
    assert "manque" in caught.value.what
    assert "sauvegarde" in caught.value.advice


@pytest.mark.parametrize("tier", ["print", "thumb"])
@pytest.mark.parametrize("harm", ["gone", "cut", "grey"])
def test_a_lost_or_spoilt_tier_is_made_again_from_the_master(media: Media, tier: str, harm: str) -> None:
    photo = prepare_photo(picture("teal", (1800, 1300)))
    name = media.keep_photo(photo)
    path = media.path(name, "print" if tier == "print" else "thumb")
    whole = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(whole[: len(whole) // 2] if harm == "cut" else whole[:200] + bytes(len(whole) - 200))
    assert media.ensure_tiers(name) == (tier,)
    assert media.ensure_tiers(name) == ()
    made, was = Image.open(path), Image.open(BytesIO(whole))
    assert made.size == was.size
    assert (
        max(abs(one - other) for one, other in zip(made.getpixel((9, 9)), was.getpixel((9, 9)), strict=True))
        < 4
    )


def test_a_list_finds_its_thumbnails_even_when_only_masters_arrived(
    media: Media, photo: PreparedPhoto
) -> None:
    name = media.keep_bytes(photo.master, "jpg")
    assert Image.open(BytesIO(media.read(name, "thumb"))).size == (256, 171)


def test_tiers_are_not_made_from_a_rotten_master(media: Media, photo: PreparedPhoto) -> None:
    name = media.keep_photo(photo)
    media.path(name).write_bytes(picture("red"))
    media.path(name, "thumb").unlink()
    with pytest.raises(AtelierError, match="abîmé"):
        media.ensure_tiers(name)
    assert not media.path(name, "thumb").exists()


def test_checking_finds_each_kind_of_loss_and_nothing_else(media: Media) -> None:
    photos = [prepare_photo(picture("teal", (300 + number, 200))) for number in range(6)]
    sound, rotten, bald, cut, widow, gone = media.keep_photos(photos)
    note = media.keep_bytes(b"note", "txt")
    first = media.keep_original(picture("red"), "jpg")
    assert list(media.check(expected=[sound, note])) == []

    media.path(rotten).write_bytes(b"x")
    media.path(bald, "thumb").unlink()
    media.path(cut, "print").write_bytes(media.path(cut, "print").read_bytes()[:300])
    media.path(widow).unlink()
    media.erase(gone)
    media.path(note, suffix="txt").write_bytes(b"nota")
    original = media.original(first)
    assert original is not None
    original.write_bytes(b"x")

    seen: list[tuple[int, int]] = []
    found = media.check(lambda done, total, _label="": seen.append((done, total)), expected=[sound, gone])
    assert {(each.sha256, each.tier, each.state, each.can_be_remade) for each in found} == {
        (rotten, "master", "damaged", False),
        (bald, "thumb", "missing", True),
        (cut, "print", "damaged", True),
        (widow, "master", "missing", False),
        (gone, "master", "missing", False),
        (note, "master", "damaged", False),
        (first, "master", "damaged", False),
    }
    assert seen[-1][0] == seen[-1][1] == len(seen) - 1


def test_an_erased_photo_leaves_no_tier_and_its_neighbour_stays(media: Media, photo: PreparedPhoto) -> None:
    other = prepare_photo(picture("red"))
    media.keep_photos([photo, other])
    original = media.keep_original(picture("teal"), "jpg")
    media.erase(photo.sha256)
    media.erase(original)
    assert {path.name.split(".")[0] for path in files(media)} == {other.sha256}


def test_looking_after_media_does_not_wake_the_picture_library() -> None:
    code = "import sys, forgeatelier.store.media; sys.exit('PIL' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
