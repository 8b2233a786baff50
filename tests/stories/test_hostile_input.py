# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to hurt and names that no disk likes: one sentence each, and everything else goes on."""

import codecs
import os
import resource
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from forgeatelier.actions.sample import UPCOMING
from stories.four_au_soleil import WRITTEN
from stories.whole_library import everything

Says = Callable[..., tuple[int, str]]


@pytest.fixture
def there(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(sample_folder))
    return sample_folder


def memory() -> int:
    """The most memory this program has used so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


# -- protocols ------------------------------------------------------------------------------------------------------


def bombs() -> dict[str, bytes]:
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=False)
    )
    return {
        "aliases": laughs.encode(),
        "merge keys": b"x: &x {a: 1}\ny:\n  <<: *x\n",
        "deep": b"[" * 5000,
        "deep keys": "".join(f"{'  ' * n}a:\n" for n in range(3000)).encode(),
        "tag": b"titre: !!python/object/apply:os.system ['true']\n",
        "endless line": b"titre: " + b"x" * 3_000_000,
        "zeros": bytes(100_000),
        "a picture": b"\xff\xd8\xff\xe0" + os.urandom(0) + bytes(range(256)) * 20,
        "two documents": WRITTEN.encode() + b"---\n" + WRITTEN.encode(),
        "empty": b"",
        "number with ten thousand digits": b"format_version: " + b"9" * 10_000,
    }


@pytest.mark.parametrize("name", sorted(bombs()))
def test_a_bomb_in_yaml_is_refused_in_few_words_and_little_memory(there, says, tmp_path, name):
    before = everything(there)
    file = tmp_path / "bombe.yaml"
    file.write_bytes(bombs()[name])
    used = memory()
    for words in (("protocol", "check", file), ("protocol", "add", file)):
        code, said = says(*words)
        assert code == 1
        assert "bombe.yaml" in said
        assert said.count("\n") <= 101
        assert "s’est trompé" not in said
        assert "Traceback" not in said
    assert memory() - used < 150
    assert everything(there) == before


def test_fifty_megabytes_of_protocol_are_refused_unread(there, says, tmp_path):
    file = tmp_path / "lourd.yaml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    used = memory()
    code, said = says("protocol", "check", file)
    assert code == 1
    assert said.count("\n") == 1
    assert memory() - used < 60


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_another_encoding_is_read_rightly_or_refused_in_a_sentence(there, says, data, tmp_path, encoding):
    file = tmp_path / "cuire.yaml"
    begin = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    file.write_bytes(begin + WRITTEN.encode(encoding))
    code, said = says("protocol", "check", file)
    if code == 0:
        assert "« Cuire au soleil dans une boîte » se lit bien." in said
    else:
        assert said.count("\n") == 1
        assert "UTF-8" in said


# -- pictures -------------------------------------------------------------------------------------------------------


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def picture_bombs(folder: Path, good: Path) -> set[str]:
    """Pictures that would fill the memory or the day, and the honest one among them."""
    (folder / "immense.png").write_bytes(png_claiming(60_000, 60_000))
    (folder / "large.png").write_bytes(png_claiming(200_000, 300))
    Image.new("1", (9000, 9000)).save(folder / "compact.tiff", compression="group4")
    Image.new("P", (8000, 8000)).save(folder / "plat.gif")
    jpeg = bytearray(good.read_bytes())
    frame = jpeg.find(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 65_000, 65_000)
    (folder / "menteuse.jpg").write_bytes(jpeg)
    (folder / "lourde.jpg").write_bytes(good.read_bytes() + bytes(61_000_000))
    (folder / "vide.heic").write_bytes(b"")
    (folder / "boucle.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(12) + b"\xff\xff\xff\xffmeta")
    return {p.name for p in folder.iterdir()} - {good.name}


def test_bombs_among_the_photos_are_refused_one_by_one(there, data, tmp_path):
    card = tmp_path / "carte"
    card.mkdir()
    good = card / "bonne.jpg"
    Image.effect_noise((900, 600), 60).convert("RGB").save(good)
    hostile = picture_bombs(card, good)
    used = memory()
    taken = data("capture", UPCOMING, card)
    assert {one["file"] for one in taken["refused"]} == hostile
    assert taken["added"] == 1
    for one in taken["refused"]:
        assert one["what"].endswith(".")
        assert one["advice"].endswith(".")
    assert memory() - used < 400


def test_folders_pipes_and_links_in_a_circle_are_no_photos(there, says, data, tmp_path):
    card = tmp_path / "carte"
    (card / "sous" / "__MACOSX").mkdir(parents=True)
    os.mkfifo(card / "tuyau.jpg")
    (card / "sous" / "retour").symlink_to(card, target_is_directory=True)
    (card / "boucle.jpg").symlink_to(card / "boucle.jpg")
    (card / "sous" / "__MACOSX" / "._x.jpg").write_bytes(b"rien")
    assert data("capture", UPCOMING, card)["added"] == 0
    code, said = says("capture", UPCOMING, card / "tuyau.jpg", card / "boucle.jpg", "/dev/zero")
    assert code == 1
    assert said.count("\n") >= 3


# -- lists ----------------------------------------------------------------------------------------------------------


def test_hostile_lists_are_refused_or_read_as_plain_text(there, says, data, tmp_path):
    before = everything(there)
    bomb = tmp_path / "bombe.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(300_000_000))
    long = tmp_path / "longue.csv"
    long.write_text("Nom;Prénom\n" + "a;b\n" * 30_000)
    wide = tmp_path / "large.csv"
    wide.write_text("Nom;" * 500 + "\n" + "a;" * 500)
    used = memory()
    for file in (bomb, long, wide, tmp_path / "absente.csv", tmp_path, Path("/dev/zero")):
        code, said = says("people", "import", UPCOMING, file, "--apply")
        assert code == 1, file
        assert said.count("\n") == 1
        assert "s’est trompé" not in said
    assert memory() - used < 400
    assert everything(there) == before
    formula = tmp_path / "formule.csv"
    more = "Diombéra;Aïssatou;Ndangane\n" * 40
    formula.write_text(
        "Nom;Prénom;Village\n\"=CMD|'/c calc'!A1\";Awa\x1b[2J;\u202eaimak\n" + more, encoding="utf-8"
    )
    assert data("people", "import", UPCOMING, formula, "--apply")["added"] == 2
    code, said = says("people", "import", UPCOMING, formula)
    assert "\x1b" not in said
    assert "\u202e" not in said


# -- names ----------------------------------------------------------------------------------------------------------

ODD = {
    "way up": "../../../etc/passwd",
    "300 letters": "é" * 300,
    "right to left": "\u202eogap\u202c ورشة الطهي بالشمس \u200f",
    "emoji": "☀️🍲 Four 👩🏾‍🍳",
    "control": "Four\x1b[31m\x07\x00 solaire\x9b2J\r\nDeuxième",
    "half": "Four \udce9\ud83d",
    "windows": 'CON: <nul>|"?*\\',
    "blanks": "\u00a0\u2003 Four \u2028\t",
    "markup": "<script>alert(1)</script> **gras** [lien](javascript:x) {{ 7*7 }} %s {0}",
    "yaml": "- titre: &a *a\n---\n!!x",
    "quotes": "l'\"`$(touch x)`;--",
}

FORMATS = {"right to left": "pdf,markdown"}


@pytest.mark.parametrize("name", sorted(ODD))
def test_any_name_goes_through_the_whole_program(there, says, data, tmp_path, name):
    odd = ODD[name].replace("\x00", "")
    code, said = says(
        "workshop", "new", "--protocol", "debriefing-a-chaud", "--title", odd, "--town", odd, "--host", odd
    )
    assert code == 0
    clean(said)
    made = data("workshop", "list")
    ident = next(w["id"] for w in made if w["id"] not in ("0198f0aa-6e00-7000-8000-00000000f001", UPCOMING))
    photo = tmp_path / "photo.jpg"
    Image.effect_noise((200, 150), 50).convert("RGB").save(photo)
    code, said = says(
        "capture",
        ident,
        photo,
        "--note",
        odd,
        "--decision",
        odd,
        "--caption",
        odd,
        "--alt",
        odd,
        "--nobody",
        "--keep",
    )
    assert code == 0
    for words in (("workshop", "list"), ("workshop", "show", ident), ("search", odd), ("search", "Four")):
        code, said = says(*words)
        assert code == 0
        clean(said)
    done = data(
        "publish", ident, "--to", tmp_path / "dehors", "--format", FORMATS.get(name, "markdown"), "--zip"
    )
    assert "path" in done, done
    assert done["name"].isascii()
    assert len(done["name"]) < 120
    assert Path(done["path"]).parent == tmp_path / "dehors"
    for file in Path(done["path"]).rglob("*"):
        assert file.name.isascii(), file
    assert data("bundle", "check", done["path"])["sound"]
    assert says("check")[0] == 0


def clean(said: str) -> None:
    """Nothing that would change colours, clear the screen or turn the line round."""
    assert not [
        c for c in said if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or "\ud800" <= c <= "\udfff"
    ]
    assert not [c for c in said if "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"]


FILES = {
    "way up": "..%2f..%2fetc.jpg",
    "240 letters": "é" * 100 + ".jpg",
    "right to left": "\u202egpj.exe.jpg",
    "emoji": "☀️🍲.jpg",
    "control": "a\x1b[31m\nb.jpg",
    "bytes": "four\udce9\udcff.jpg",
    "windows": 'CON <nul>|"?*\\.jpg',
    "dots": ". . .jpg",
    "no ending": "photo.éàü",
    "dash": "-rf.jpg",
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_of_any_name_goes_in_and_is_found_again(there, says, data, tmp_path, name):
    card = tmp_path / "carte"
    card.mkdir()
    Image.effect_noise((200, 150), 50).convert("RGB").save(card / "x.jpg")
    (card / "x.jpg").rename(card / FILES[name])
    (card / f"y{FILES[name]}").write_bytes(b"pas une photo")
    (card / f"z{FILES[name]}.txt").write_text("les notes de la salle")
    code, said = says("capture", UPCOMING, card)
    assert code == (0 if name == "no ending" else 1)
    clean(said)
    assert data("capture", UPCOMING, card)["added"] == 0
    assert says("workshop", "show", UPCOMING)[0] == 0
    assert says("check")[0] == 0
    held = {file.name for root in ("media", "originals") for file in there.glob(f"{root}/??/*")}
    assert all(held_name.isascii() for held_name in held)


@pytest.mark.parametrize("name", ["way up", "300 letters", "right to left", "emoji", "windows", "quotes"])
def test_a_place_of_any_name_is_written_or_refused_in_a_sentence(there, says, tmp_path, name):
    place = tmp_path / "a" / "b" / ODD[name]
    code, said = says("publish", "f001", "--to", place, "--format", "markdown")
    assert code == 0 or said.splitlines()[-1].endswith(".")
    assert "s’est trompé" not in said
    code, said = says("new", place / "bibliotheque")
    assert code == 0 or said.splitlines()[-1].endswith(".")
    assert "s’est trompé" not in said
