# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes out of a camera, a telephone or a messenger, and what of it is let into the library."""

import os
import random
import struct
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat, PngImagePlugin

from forgeatelier.ground.errors import AtelierError
from forgeatelier.store.photos import MomentSource, PreparedPhoto, prepare_photo

PHOTOS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "photos"
shared = pytest.mark.skipif(
    not PHOTOS.is_dir(), reason="the shared photos lie beside the checkout, not in it"
)

RED, GREEN, BLUE, GREY = (200, 30, 30), (30, 160, 30), (30, 30, 200), (120, 120, 120)
CANARY = b"Aminata-Fictive-0600000000"


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def quarters(size: tuple[int, int], corners: tuple[tuple[int, int, int], ...]) -> Image.Image:
    """Four colours: top left, top right, bottom left, bottom right."""
    small = Image.new("RGB", (2, 2))
    small.putdata(corners)
    return small.resize(size, Image.Resampling.NEAREST)


def scene(size: tuple[int, int] = (320, 240)) -> Image.Image:
    return quarters(size, (RED, GREEN, BLUE, GREY))


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(BytesIO(jpeg))
    picture.load()
    return picture


def three(photo: PreparedPhoto) -> tuple[bytes, bytes, bytes]:
    return photo.master, photo.for_print, photo.thumb


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are from each other, in levels out of 255, seen from a distance."""
    near, far = (picture.convert("RGB").resize((60, 60), Image.Resampling.BOX) for picture in (one, other))
    return sum(ImageStat.Stat(ImageChops.difference(near, far)).mean) / 3


def colour_at(picture: Image.Image, across: float, down: float) -> tuple[int, ...]:
    found = picture.getpixel((int(picture.width * across), int(picture.height * down)))
    assert isinstance(found, tuple)
    return tuple(int(level) for level in found)


def is_near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 14 for one, other in zip(found, wanted, strict=True))


def with_orientation(picture: Image.Image, orientation: int, kind: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(picture, kind, exif=exif)


# --- sizes -------------------------------------------------------------------------------------------------


def test_a_large_photo_becomes_a_master_a_print_and_a_thumbnail() -> None:
    photo = prepare_photo(saved(scene((4000, 3000))))
    assert [opened(tier).size for tier in three(photo)] == [(1600, 1200), (1087, 815), (256, 192)]
    assert (photo.width, photo.height) == (1600, 1200)
    assert all(opened(tier).mode == "RGB" for tier in three(photo))


def test_a_small_photo_is_never_enlarged() -> None:
    photo = prepare_photo(saved(scene((90, 60))))
    assert [opened(tier).size for tier in three(photo)] == [(90, 60)] * 3


def test_a_very_long_strip_keeps_at_least_one_pixel_of_height() -> None:
    photo = prepare_photo(saved(Image.new("RGB", (9000, 2), RED), "PNG"))
    assert (photo.width, photo.height) == (1600, 1)


# --- upright -----------------------------------------------------------------------------------------------

SIDES = {1: "TL", 2: "TR", 3: "BR", 4: "BL", 5: "LT", 6: "RT", 7: "RB", 8: "LB"}
"""The EXIF standard: the side of the scene that the first row and the first column of the file show."""


def stored_as(orientation: int) -> Image.Image:
    """The scene as a camera held in that way writes it, built from the words of the standard alone."""
    row, column = SIDES[orientation]
    opposite = {"T": "B", "B": "T", "L": "R", "R": "L"}
    at_corner = {"TL": RED, "TR": GREEN, "BL": BLUE, "BR": GREY}
    corners = [
        at_corner["".join(sorted(one + other, key="TBLR".index))]
        for one in (row, opposite[row])
        for other in (column, opposite[column])
    ]
    return quarters((320, 240) if row in "TB" else (240, 320), tuple(corners))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_however_the_camera_was_held_the_picture_stands_upright(orientation: int, kind: str) -> None:
    photo = prepare_photo(with_orientation(stored_as(orientation), orientation, kind))
    for tier in three(photo):
        upright = opened(tier)
        assert upright.width > upright.height
        assert is_near(colour_at(upright, 0.25, 0.25), RED)
        assert is_near(colour_at(upright, 0.75, 0.25), GREEN)
        assert is_near(colour_at(upright, 0.25, 0.75), BLUE)
        assert is_near(colour_at(upright, 0.75, 0.75), GREY)


def test_an_orientation_that_no_standard_knows_changes_nothing() -> None:
    assert prepare_photo(with_orientation(scene(), 77)).sha256 == prepare_photo(saved(scene())).sha256


@shared
@pytest.mark.parametrize("name", ["landscape_3", "landscape_6", "landscape_8"])
def test_the_waterfall_is_the_same_however_the_camera_lay(name: str) -> None:
    reference = opened(prepare_photo(PHOTOS / "orientation" / "landscape_1.jpg").master)
    upright = opened(prepare_photo(PHOTOS / "orientation" / f"{name}.jpg").master)
    assert upright.size == reference.size == (600, 450)
    assert difference(upright, reference) < 6
    for turn in (
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.FLIP_TOP_BOTTOM,
    ):
        assert difference(upright.transpose(turn), reference) > 30


@shared
def test_the_tall_waterfall_is_the_same_in_every_mirror() -> None:
    two, five, seven = (
        opened(prepare_photo(PHOTOS / "orientation" / f"portrait_{number}.jpg").master)
        for number in (2, 5, 7)
    )
    assert two.size == five.size == seven.size == (450, 600)
    assert difference(two, five) < 6
    assert difference(two, seven) < 6
    stored = opened((PHOTOS / "orientation" / "portrait_2.jpg").read_bytes())
    assert difference(two, stored.transpose(Image.Transpose.FLIP_LEFT_RIGHT)) < difference(two, stored) / 2
    sky, pond = two.crop((0, 0, 450, 100)), two.crop((0, 500, 450, 600))
    assert ImageStat.Stat(sky.convert("L")).mean[0] > ImageStat.Stat(pond.convert("L")).mean[0] + 40


# --- colours -----------------------------------------------------------------------------------------------


def test_a_profile_that_calls_blue_red_is_obeyed_and_then_left_out() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
    swapped = swapped.replace("sRGB".encode("utf-16-be"), "CAMé".encode("utf-16-be"))
    photo = prepare_photo(saved(Image.new("RGB", (300, 200), (250, 10, 10)), icc_profile=swapped))
    red, _green, blue = colour_at(opened(photo.master), 0.5, 0.5)
    assert blue > 200 > 120 > red
    assert all("icc_profile" not in opened(tier).info for tier in three(photo))


@shared
def test_a_photo_with_a_profile_looks_like_the_one_without() -> None:
    reference = opened(prepare_photo(PHOTOS / "orientation" / "landscape_1.jpg").master)
    path = PHOTOS / "orientation" / "landscape_3.jpg"
    converted = opened(prepare_photo(path).master)
    as_stored = opened(path.read_bytes()).transpose(Image.Transpose.ROTATE_180)
    assert difference(converted, reference) < difference(as_stored, reference) / 3


def test_a_profile_that_means_nothing_is_passed_over() -> None:
    photo = prepare_photo(saved(Image.new("RGB", (60, 40), RED), icc_profile=b"not a profile at all" * 20))
    assert is_near(colour_at(opened(photo.master), 0.5, 0.5), RED)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_made_for_a_press_keeps_its_colours(kind: str) -> None:
    photo = prepare_photo(saved(scene().convert("CMYK"), kind))
    assert difference(opened(photo.master), scene()) < 6


def test_a_sixteen_bit_scan_keeps_its_greys() -> None:
    levels = b"".join(struct.pack("<H", level * 257) for level in (0, 64, 128, 255))
    scan = Image.frombytes("I;16", (4, 1), levels).resize((400, 100), Image.Resampling.NEAREST)
    picture = opened(prepare_photo(saved(scan, "PNG")).master)
    found = [colour_at(picture, (column + 0.5) / 4, 0.5)[0] for column in range(4)]
    assert all(abs(one - other) < 4 for one, other in zip(found, (0, 64, 128, 255), strict=True))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_was_transparent_lies_on_white_paper(mode: str) -> None:
    drawing = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    drawing.paste((20, 20, 20, 255), (0, 0, 100, 100))
    picture = opened(prepare_photo(saved(drawing.convert(mode), "PNG")).master)
    assert is_near(colour_at(picture, 0.2, 0.5), (20, 20, 20))
    assert is_near(colour_at(picture, 0.8, 0.5), (255, 255, 255))


@pytest.mark.parametrize(
    ("kind", "mode"), [("GIF", "P"), ("BMP", "RGB"), ("PNG", "1"), ("PNG", "P"), ("WEBP", "RGB")]
)
def test_other_formats_that_people_have_are_read(kind: str, mode: str) -> None:
    black_and_white = quarters((320, 240), ((0, 0, 0), (255, 255, 255), (255, 255, 255), (0, 0, 0)))
    photo = prepare_photo(saved(black_and_white.convert(mode), kind))
    assert difference(opened(photo.master), black_and_white) < 6


def test_a_moving_picture_shows_its_first_image() -> None:
    film = saved(
        Image.new("RGB", (80, 60), RED),
        "GIF",
        save_all=True,
        append_images=[Image.new("RGB", (80, 60), BLUE)],
    )
    assert is_near(colour_at(opened(prepare_photo(film).master), 0.5, 0.5), RED)


# --- nothing but pixels ------------------------------------------------------------------------------------


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def talkative_jpeg() -> bytes:
    """A JPEG that tells who, where and with what in every place a JPEG has for it."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x0110] = exif[0x013B] = CANARY.decode()
    camera = exif.get_ifd(0x8769)
    camera[0x9003], camera[0x9286], camera[0x927C] = "2026:03:12 10:15:02", CANARY, CANARY
    exif.get_ifd(0x8825).update({1: "N", 2: (12.0, 22.0, 1.5), 3: "W", 4: (1.0, 31.0, 0.0), 0x1B: CANARY})
    plain = saved(scene(), exif=exif, comment=CANARY)
    thumbnail = b"JFXX\x00\x10" + saved(Image.new("RGB", (8, 8)), comment=CANARY)
    extra = (
        segment(0xE0, thumbnail)
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + CANARY + b"</x:xmpmeta>")
        + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x20\x1c\x02\x50\x00\x1a" + CANARY)
        + segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + CANARY * 8)
        + segment(0xEB, CANARY)
        + segment(0xFE, CANARY)
    )
    return plain[:2] + plain[2:20] + extra + plain[20:] + CANARY


def talkative_png() -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", CANARY.decode())
    notes.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    notes.add(b"prVt", CANARY)
    exif = Image.Exif()
    exif[0x013B] = CANARY.decode()
    return saved(scene(), "PNG", pnginfo=notes, exif=exif) + CANARY


def talkative_others() -> dict[str, bytes]:
    exif = Image.Exif()
    exif[0x013B] = CANARY.decode()
    return {
        "WebP": saved(scene(), "WEBP", exif=exif, xmp=CANARY),
        "GIF": saved(scene(), "GIF", comment=CANARY),
        "TIFF": saved(scene(), "TIFF", description=CANARY.decode(), exif=exif),
    }


def markers(jpeg: bytes) -> list[int]:
    """The segments of a JPEG up to its picture."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize(
    "source",
    [talkative_jpeg(), talkative_png(), *talkative_others().values()],
    ids=["JPEG", "PNG", "WebP", "GIF", "TIFF"],
)
def test_nothing_but_pixels_gets_through(source: bytes) -> None:
    assert CANARY in source
    for tier in three(prepare_photo(source)):
        assert CANARY not in tier
        # JFIF, quantisation, frame, Huffman tables, and the picture to the very end.
        assert set(markers(tier)) <= {0xE0, 0xDB, 0xC0, 0xC4}
        assert tier.index(b"\xff\xd9") == len(tier) - 2
        assert set(opened(tier).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


@shared
@pytest.mark.parametrize("path", sorted(PHOTOS.glob("journee/*")), ids=lambda path: path.name)
def test_every_photo_of_the_day_comes_in_clean(path: Path) -> None:
    photo = prepare_photo(path)
    assert max(photo.width, photo.height) <= 1600
    assert all(set(markers(tier)) <= {0xE0, 0xDB, 0xC0, 0xC4} for tier in three(photo))
    assert photo.taken is not None or path.name == "avec_xmp.jpg"


def test_that_a_position_was_there_is_told_but_not_which() -> None:
    photo = prepare_photo(talkative_jpeg())
    assert photo.had_position
    assert not prepare_photo(saved(scene())).had_position


@shared
def test_the_photo_of_a_telephone_of_the_other_brand_is_read() -> None:
    photo = prepare_photo(PHOTOS / "journee" / "IMG_5195.HEIC")
    assert (photo.width, photo.height) == (1239, 1600)
    assert photo.taken == datetime(2021, 4, 11, 15, 47, 53)
    assert photo.had_position


# --- when --------------------------------------------------------------------------------------------------


def dated(text: str) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = text
    return saved(scene((40, 30)), exif=exif)


def test_the_clock_of_the_camera_is_believed_before_the_name() -> None:
    photo = prepare_photo(dated("2026:03:12 10:15:02"), "IMG_20200101_000000.jpg")
    assert (photo.taken, photo.taken_from) == (datetime(2026, 3, 12, 10, 15, 2), MomentSource.CAMERA)


@pytest.mark.parametrize(
    "said", ["0000:00:00 00:00:00", "    :  :     :  :  ", "2026:02:31 10:00:00", "bientôt"]
)
def test_a_camera_whose_clock_was_never_set_is_not_believed(said: str) -> None:
    photo = prepare_photo(dated(said), "IMG_20260312_101502.jpg")
    assert (photo.taken, photo.taken_from) == (datetime(2026, 3, 12, 10, 15, 2), MomentSource.NAME)


@pytest.mark.parametrize(
    ("name", "moment", "source"),
    [
        ("IMG_20260312_101502.jpg", datetime(2026, 3, 12, 10, 15, 2), MomentSource.NAME),
        ("20260312_113010.jpg", datetime(2026, 3, 12, 11, 30, 10), MomentSource.NAME),
        ("Screenshot_20260312-101502.png", datetime(2026, 3, 12, 10, 15, 2), MomentSource.NAME),
        ("signal-2026-03-12-10-15-02-123.jpg", datetime(2026, 3, 12, 10, 15, 2), MomentSource.NAME),
        ("WhatsApp Image 2026-03-12 at 10.15.02.jpeg", datetime(2026, 3, 12, 10, 15, 2), MomentSource.NAME),
        ("IMG-20260312-WA0007 (1).jpg", datetime(2026, 3, 12), MomentSource.NAME_DAY),
        # This family of telephones writes universal time into the name: only the day is safe.
        ("PXL_20260312_101502123.jpg", datetime(2026, 3, 12), MomentSource.NAME_DAY),
        ("IMG_20261345_101502.jpg", None, MomentSource.NOBODY),
        ("DSCN0010.jpg", None, MomentSource.NOBODY),
        ("0022670123456.jpg", None, MomentSource.NOBODY),
    ],
)
def test_a_file_name_can_tell_the_moment(name: str, moment: datetime | None, source: MomentSource) -> None:
    photo = prepare_photo(saved(scene((40, 30))), name)
    assert (photo.taken, photo.taken_from) == (moment, source)


def test_the_date_of_the_file_itself_is_never_taken_for_the_moment(tmp_path: Path) -> None:
    path = tmp_path / "DSCN0010.jpg"
    path.write_bytes(saved(scene((40, 30))))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert prepare_photo(path).taken is None


# --- the same picture twice --------------------------------------------------------------------------------


def test_the_same_file_under_another_name_is_noticed(tmp_path: Path) -> None:
    first, again = tmp_path / "IMG_1.jpg", tmp_path / "IMG_1 (copie).jpg"
    for path in (first, again):
        path.write_bytes(talkative_jpeg())
    assert prepare_photo(first).source_sha256 == prepare_photo(again).source_sha256


def test_the_same_pixels_with_other_words_around_them_are_noticed() -> None:
    bare, told = prepare_photo(saved(scene())), prepare_photo(saved(scene(), comment=CANARY))
    assert bare.source_sha256 != told.source_sha256
    assert bare.sha256 == told.sha256


def test_two_different_pictures_are_not_taken_for_one() -> None:
    assert prepare_photo(saved(scene())).sha256 != prepare_photo(saved(scene((320, 242)))).sha256


# --- what is refused ---------------------------------------------------------------------------------------


def refusal(source: Path | bytes, name: str = "photo.jpg") -> AtelierError:
    with pytest.raises(AtelierError) as caught:
        prepare_photo(source, name)
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")
    return caught.value


@shared
@pytest.mark.parametrize(
    ("name", "said"), [("coupee_en_deux.jpg", "coupée"), ("renommee.jpg", "n’est pas une photo")]
)
def test_a_spoilt_file_is_refused_with_its_name_and_a_remedy(name: str, said: str) -> None:
    told = refusal(PHOTOS / "abimees" / name)
    assert said in told.what
    assert name in told.what


@shared
@pytest.mark.parametrize(("name", "size"), [("image00971.jpg", (636, 227)), ("image01551.jpg", (61, 58))])
def test_a_photo_whose_metadata_alone_is_spoilt_is_welcome(name: str, size: tuple[int, int]) -> None:
    photo = prepare_photo(PHOTOS / "abimees" / name)
    assert (photo.width, photo.height) == size


def noisy(kind: str, **options: object) -> bytes:
    grain = Image.frombytes("RGB", (200, 150), random.Random(5).randbytes(200 * 150 * 3))
    return saved(grain, kind, **options)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_photo_cut_short_is_refused_and_never_half_grey(kind: str, kept: float) -> None:
    whole = noisy(kind)
    assert "coupée" in refusal(whole[: int(len(whole) * kept)]).what


@shared
def test_a_telephone_photo_cut_short_is_refused() -> None:
    whole = (PHOTOS / "journee" / "IMG_5195.HEIC").read_bytes()
    assert "coupée" in refusal(whole[: len(whole) // 2]).what
    assert "coupée" in refusal(whole[: len(whole) // 2].ljust(len(whole), b"\x00")).what


@pytest.mark.parametrize("progressive", [False, True])
def test_a_card_pulled_out_too_early_leaves_zeros_and_is_noticed(progressive: bool) -> None:
    exif = Image.Exif()
    exif[0x010E] = "x"
    whole = noisy("JPEG", progressive=progressive, exif=exif)
    preview = segment(0xE0, b"JFXX\x00\x10" + saved(Image.new("RGB", (8, 8))))
    half = (whole[:2] + preview + whole[2:])[: len(whole) // 2].ljust(len(whole), b"\x00")
    assert "coupée" in refusal(half).what


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vide.jpg"
    path.touch()
    assert "« vide.jpg » est vide" in refusal(path).what.replace("\u00a0", " ")


def test_a_file_that_is_gone_is_refused_with_a_look_at_the_plug(tmp_path: Path) -> None:
    told = refusal(tmp_path / "partie.jpg")
    assert "introuvable" in told.what
    assert "branché" in told.advice


def test_a_folder_with_the_name_of_a_photo_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier.jpg").mkdir()
    assert "n’est pas une photo" in refusal(tmp_path / "dossier.jpg").what


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 " + bytes(300), "n’est pas une photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "n’est pas une photo"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(300), "vidéo"),
        (b"BMW est une marque de voitures", "n’est pas une photo"),
        (b"\xff\xd8\xff", "coupée"),
        (b"GIF89a" + bytes(40), "ne peut pas être ouverte"),
    ],
)
def test_something_else_under_the_name_of_a_photo_is_refused(content: bytes, said: str) -> None:
    assert said in refusal(content).what


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def no_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_self: object) -> None:
        pytest.fail("decoded before it was refused")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", load)


@pytest.mark.usefixtures("no_decoding")
@pytest.mark.parametrize("size", [(7100, 7100), (9500, 9500), (60_000, 60_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    assert "50 millions de pixels" in refusal(png_of(*size)).what


@pytest.mark.usefixtures("no_decoding")
@pytest.mark.filterwarnings("ignore")
def test_the_limit_holds_even_where_warnings_are_silenced() -> None:
    assert "50 millions de pixels" in refusal(png_of(7100, 7100)).what


@pytest.mark.usefixtures("no_decoding")
def test_a_photo_that_claims_a_huge_frame_is_refused_before_it_is_decoded() -> None:
    small = saved(scene())
    frame = small.index(b"\xff\xc0")
    huge = small[: frame + 5] + struct.pack(">HH", 60_000, 60_000) + small[frame + 9 :]
    assert "50 millions de pixels" in refusal(huge).what


@pytest.mark.usefixtures("no_decoding")
def test_a_photo_of_a_thousand_scans_is_refused_before_it_is_decoded() -> None:
    honest = saved(scene(), progressive=True)
    last = honest.rindex(b"\xff\xda")
    assert "ne peut pas être ouverte" in refusal(honest[:last] + honest[last:-2] * 1000 + b"\xff\xd9").what


def test_a_file_too_heavy_for_a_photo_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lourde.jpg"
    with path.open("wb") as out:
        out.truncate(61_000_000)

    def read_bytes(_self: Path) -> bytes:
        pytest.fail("read before it was refused")

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert "61 Mo" in refusal(path).what.replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "place"), [("BMP", 18), ("PNG", 16)])
def test_a_picture_without_surface_is_refused(kind: str, place: int) -> None:
    flat = bytearray(saved(Image.new("RGB", (20, 20), RED), kind))
    flat[place : place + 4] = bytes(4)
    assert "ne peut pas être ouverte" in refusal(bytes(flat)).what


@pytest.mark.filterwarnings("ignore::UserWarning")  # As in the program; here pytest has the last word.
def test_spoilt_exif_does_not_cost_the_picture() -> None:
    garbage = segment(0xE1, b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" + random.Random(7).randbytes(400))
    plain = saved(scene())
    assert prepare_photo(plain[:2] + garbage + plain[2:]).sha256 == prepare_photo(plain).sha256


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
def test_whatever_bytes_are_spoilt_the_answer_is_a_photo_or_a_sentence(kind: str) -> None:
    chance, whole = random.Random(kind), with_orientation(scene((60, 40)), 6, kind)
    for _ in range(60):
        spoilt = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            photo = prepare_photo(bytes(spoilt))
        except AtelierError:
            continue
        assert opened(photo.master).mode == "RGB"


def test_another_library_cannot_make_half_a_picture_acceptable(tmp_path, monkeypatch):
    from PIL import Image, ImageFile

    whole = tmp_path / "entiere.gif"
    Image.effect_noise((200, 150), 80).convert("P").save(whole)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data = whole.read_bytes()
    with pytest.raises(AtelierError):
        prepare_photo(data[: len(data) // 3], "photo.gif")
