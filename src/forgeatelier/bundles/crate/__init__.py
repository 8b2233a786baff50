# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The RO-Crate of a bundle: what each file is, by whom, under which licence, in words machines read."""
