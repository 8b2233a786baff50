# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker process: loads WeasyPrint once, then sets one request after another until the pipe closes."""

import os
import tempfile
import traceback
from multiprocessing.connection import Connection


def serve(pipe: Connection, scratch: str) -> None:
    """Answer requests on `pipe`; whatever is written on the way goes into the folder `scratch`.

    It sends ("ready", None), ("progress", line), ("done", Typeset), ("unwritable", why) and
    ("failed", trace).
    """
    tempfile.tempdir = scratch
    # Subset fonts carry the date of their making; with this one, the same sheet gives the same bytes on any day.
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        from forgeatelier.exporting.typesetting import typeset

        pipe.send(("ready", None))
        while True:
            request, to = pipe.recv()
            answer: tuple[str, object]
            try:
                answer = ("done", typeset(request, to, lambda line: pipe.send(("progress", line))))
            except BrokenPipeError:
                raise
            except OSError as error:
                answer = ("unwritable", str(error))
            except Exception:
                # Whatever goes wrong is the parent's to tell; this process stays ready for the next request.
                answer = ("failed", traceback.format_exc())
            pipe.send(answer)
    except (EOFError, OSError, KeyboardInterrupt):
        return  # the parent has gone or has asked to stop
