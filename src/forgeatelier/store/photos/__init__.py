# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From whatever a camera, a telephone or a messenger left behind to three clean pictures."""

from forgeatelier.store.photos.intake import PreparedPhoto, prepare_photo
from forgeatelier.store.photos.moments import MomentSource

__all__ = ["MomentSource", "PreparedPhoto", "prepare_photo"]
