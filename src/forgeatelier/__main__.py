# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m forgeatelier`."""

import multiprocessing
import sys

from forgeatelier.cli import main

if __name__ == "__main__":
    # The PDF worker is spawned from this program; once frozen, only this call tells it that it is the worker.
    multiprocessing.freeze_support()
    sys.exit(main())
