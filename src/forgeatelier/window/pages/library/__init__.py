# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library: every protocol at hand, to read, to run, to make one's own."""

from forgeatelier.window.pages.library.page import LibraryPage

__all__ = ["LibraryPage"]
