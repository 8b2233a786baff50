# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: one function per command, the same tasks as the window's."""

import os
import sys
from collections.abc import Sequence

from forgeatelier.ground import preferences, words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.log import open_log


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when it is done, 1 when it was refused with a sentence, 2 for a wrong usage."""
    said = list(sys.argv[1:] if arguments is None else arguments)
    _speak(said)
    from forgeatelier.cli import output
    from forgeatelier.cli.parser import build

    parser = build()
    try:
        options = parser.parse_args(said)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    open_log(verbose=options.verbose)
    try:
        done = options.run(options)
    except AtelierError as refusal:
        return output.refuse(refusal, as_json=options.json)
    except BrokenPipeError:
        # The reader of a pipe left early (`| head`): not an error of anyone's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return int(done or 0)


def window() -> int:
    """Open the window: the entry of the desktop file."""
    return main(["window", *sys.argv[1:]])


def _speak(said: Sequence[str]) -> None:
    asked = ""
    for at, word in enumerate(said):
        if word == "--lang" and at + 1 < len(said):
            asked = said[at + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    chosen = (
        asked
        or os.environ.get("FORGEATELIER_LANG")
        or preferences.load().language
        or words.machine_language()
    )
    words.use(chosen)
    words.speak_to_argparse()
