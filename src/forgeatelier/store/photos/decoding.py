# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decoding a picture once, no larger than needed, with every limit looked at before."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO

from PIL import Image, ImageFile

from forgeatelier.ground.errors import AtelierError
from forgeatelier.store.photos import refusals
from forgeatelier.store.photos.renditions import fitted

MOST_PIXELS = 50_000_000
"""Larger pictures are refused before a single pixel is decoded."""

# Pillow's own guard, set to the same limit, and what it merely warns of is an error. What it has to say
# about odd metadata is of no use to anyone: all of that is thrown away.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def decode(data: bytes, kind: str, side: int, name: str) -> Image.Image:
    """The picture in `data`, with a longest side of at least `side` when it has as many pixels.

    `kind` is Pillow's name of the format; no other decoder gets to see the bytes. JPEG is decoded at a
    half, a quarter or an eighth when that is enough: a third of the time and a quarter of the memory.
    """
    if kind == "HEIF":
        _learn_heif()
    # WeasyPrint, once loaded in the same process, tells Pillow to show half a picture as grey: never here.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with _decoder_failures_told(name):
        picture = Image.open(BytesIO(data), formats=(kind,))
        _check_surface(picture, name)
        if kind == "JPEG":
            picture.draft(None, fitted(picture.size, side))
        picture.load()
    return picture


def _learn_heif() -> None:
    """Teach Pillow to read the photos of iPhones; loaded only when the first of them comes."""
    import_module("pillow_heif.HeifImagePlugin")


def _check_surface(picture: Image.Image, name: str) -> None:
    width, height = picture.size
    if width < 1 or height < 1:
        raise refusals.damaged(name)
    if width * height > MOST_PIXELS:
        raise refusals.too_many_pixels(name, MOST_PIXELS // 1_000_000)


@contextmanager
def _decoder_failures_told(name: str) -> Iterator[None]:
    """Say in one sentence what a decoder made of the bytes."""
    try:
        yield
    except AtelierError:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise refusals.too_many_pixels(name, MOST_PIXELS // 1_000_000) from error
    except Exception as error:
        # Hostile bytes make decoders fail in every way there is, and all of them mean the same.
        missing_end = "truncated" in str(error).lower()
        raise (refusals.cut_short if missing_end else refusals.damaged)(name) from error
