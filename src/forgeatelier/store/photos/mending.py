# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the smaller pictures again from a master, and telling whether one is still whole."""

from forgeatelier.ground.errors import AtelierError
from forgeatelier.store.photos.decoding import decode
from forgeatelier.store.photos.renditions import MASTER_SIDE, print_and_thumb
from forgeatelier.store.photos.sniffing import check_whole, recognised


def remade(master: bytes, name: str) -> tuple[bytes, bytes]:
    """The print rendition and the thumbnail of a master; AtelierError when it is not a whole JPEG."""
    check_whole(master, "JPEG", name)
    return print_and_thumb(decode(master, "JPEG", MASTER_SIDE, name).convert("RGB"))


def is_whole(jpeg: bytes) -> bool:
    """Whether the bytes are a JPEG that decodes to its last line."""
    try:
        if recognised(jpeg, "") != "JPEG":
            return False
        check_whole(jpeg, "JPEG", "")
        decode(jpeg, "JPEG", MASTER_SIDE, "")
    except AtelierError:
        return False
    return True
