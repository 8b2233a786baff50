# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What we talk about: frozen values, their declarations, and pure arithmetic over them."""
