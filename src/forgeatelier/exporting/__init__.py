# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a gathered sheet into Markdown, a web page and a PDF."""
