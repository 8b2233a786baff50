# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m forgeatelier`."""

import sys

from forgeatelier.cli import main

if __name__ == "__main__":
    sys.exit(main())
