# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: one function per command, the same tasks as the window's."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from forgeatelier.ground import places, preferences, words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.log import open_log
from forgeatelier.ground.words import _

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when it is done, 1 when it was refused with a sentence, 2 for a wrong usage."""
    said = list(sys.argv[1:] if arguments is None else arguments)
    _speak(said)
    from forgeatelier.cli import output
    from forgeatelier.cli.parser import parse

    output.prepare_terminal()
    try:
        try:
            options = parse(said)
        except SystemExit as leaving:
            sys.stdout.flush()
            return leaving.code if isinstance(leaving.code, int) else 2
        open_log(verbose=options.verbose)
        return _run(options)
    except BrokenPipeError:
        # The reader of a pipe left early (`| head`): not an error of anyone's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(options: Namespace) -> int:
    from forgeatelier.cli import output

    try:
        done = int(options.run(options) or 0)
        sys.stdout.flush()
    except AtelierError as refusal:
        return output.refuse(refusal, as_json=options.json)
    except BrokenPipeError:
        raise
    except Exception as trouble:
        return output.refuse(_in_words(trouble), as_json=options.json)
    return done


def _in_words(trouble: Exception) -> AtelierError:
    """What the world did, or a fault of the program: it goes to the log, and a sentence to the person."""
    from forgeatelier.store.trouble import in_words

    known = in_words(trouble)
    if known is not None:
        return known
    _log.error("a command failed", exc_info=trouble)
    return AtelierError(
        _("ForgeAtelier s’est trompé : {trouble}.").format(trouble=type(trouble).__name__),
        _(
            "Ce qui était enregistré l’est toujours. Le détail est dans « {file} » : le joindre au signalement."
        ).format(file=places.log_folder() / "forgeatelier.log"),
    )


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
