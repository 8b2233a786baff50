# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any way a picture can keep its colours, brought to sRGB."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

_MOST_PROFILE_BYTES = 4_000_000
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def resizable(picture: Image.Image) -> Image.Image:
    """`picture` in a mode whose pixels may be averaged: L, RGB, CMYK, or RGBA when it has transparency.

    ValueError when the mode has no faithful way there.
    """
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    if picture.mode.startswith("I;16"):
        # Sixteen bits a pixel: convert() alone would turn everything above 255 white.
        return picture.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if picture.mode in {"1", "P", "YCbCr"}:
        return picture.convert("RGB")
    raise ValueError(picture.mode)


def as_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """`picture`, in a mode that `resizable` gives, as opaque sRGB; transparent parts show white paper."""
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture).convert("RGB")
    transform = _transform(profile, picture.mode) if profile else None
    if transform is not None:
        return ImageCms.applyTransform(picture, transform) or picture
    return picture if picture.mode == "RGB" else picture.convert("RGB")


@lru_cache(maxsize=4)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From an embedded profile to sRGB; None when it is sRGB already or makes no sense for the mode."""
    if len(profile) > _MOST_PROFILE_BYTES:
        return None
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if mode == "RGB" and ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
