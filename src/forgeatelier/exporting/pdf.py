# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF made in a process of its own: it can be watched, stopped at once, and never freezes or fails the program."""

import multiprocessing
import os
import re
import shutil
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from forgeatelier.exporting import pdf_worker
from forgeatelier.exporting.pdf_request import PdfReport, PdfRequest, Typeset
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress, silent

__all__ = ["PdfReport", "PdfRequest", "PdfWorker", "render_pdf"]

_POLL = 0.1
_RETIRES_AFTER = 40  # WeasyPrint does not give all its memory back
_LEAST_DPI = 100
_STAGES = 7
_PAGE = re.compile(r"Page (\d+)")
_STAGE = re.compile(r"Step (\d)")


class PdfWorker:
    """A warm worker: `with PdfWorker() as worker:` loads WeasyPrint once for many PDFs; for one thread at a time."""

    def __init__(self) -> None:
        """Start nothing yet; `warm()` or the first PDF does."""
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._scratch = ""
        self._made = 0

    def __enter__(self) -> Self:
        """Start loading WeasyPrint at once, without waiting for it."""
        self.warm()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the worker process."""
        self.close()

    @property
    def pid(self) -> int | None:
        """The id of the worker process while there is one."""
        return self._process.pid if self._process else None

    def warm(self) -> None:
        """Have a worker process running; it loads WeasyPrint while the program goes on."""
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._scratch = tempfile.mkdtemp(prefix="forgeatelier-pdf-")
        process = context.Process(
            target=pdf_worker.serve, args=(there, self._scratch), daemon=True, name="forgeatelier-pdf"
        )
        process.start()
        there.close()
        self._process, self._pipe, self._made = process, here, 0

    def close(self) -> None:
        """End the worker process and remove what it left on the way."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)
        self._process, self._pipe, self._scratch = None, None, ""

    def typeset(self, request: PdfRequest, to: Path, progress: Progress) -> Typeset:
        """Have `request` written to `to` as it is. When `progress` raises, the worker is ended at once."""
        self.warm()
        try:
            answer = self._ask(request, to, progress)
        except BaseException:
            self.close()
            raise
        self._made += 1
        if self._made >= _RETIRES_AFTER:
            self.close()
        return answer

    def _ask(self, request: PdfRequest, to: Path, progress: Progress) -> Typeset:
        pipe = self._pipe
        if pipe is None:
            message = "the worker was not started"
            raise RuntimeError(message)
        stage = (0, _("Préparation de la mise en page"))
        try:
            pipe.send((request, to))
            while True:
                progress(stage[0], _STAGES, stage[1])
                if not pipe.poll(_POLL):
                    continue
                kind, said = pipe.recv()
                if kind == "done":
                    return _typeset(said)
                if kind == "unwritable":
                    raise OSError(said)
                if kind == "failed":
                    message = f"the PDF worker failed:\n{said}"
                    raise RuntimeError(message)
                stage = _told(said, stage) if kind == "progress" else stage
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            raise AtelierError(
                what=_("La mise en page s’est arrêtée en route."),
                advice=_("Fermez d’autres programmes pour libérer de la mémoire, puis recommencez."),
            ) from error


def render_pdf(
    request: PdfRequest, to: Path, progress: Progress = silent, worker: PdfWorker | None = None
) -> PdfReport:
    """Write the PDF of `request` to `to`, whole or not at all, and say what stands in it.

    With no `worker`, one is started for this PDF only. `progress` may raise Cancelled: the process is ended and
    nothing is left. Raises AtelierError when the file cannot be written or lacks part of its text.
    """
    began = time.perf_counter()
    partial = to.with_name(f"{to.name}.partial")
    own = None if worker else PdfWorker()
    try:
        made = (worker or own or PdfWorker()).typeset(request, partial, progress)
        _refuse_incomplete(request, made)
        partial.replace(to)
        _flush_folder(to.parent)
    except OSError as error:
        raise AtelierError(
            what=_("Le PDF n’a pas pu être écrit dans « {folder} ».").format(folder=to.parent.name),
            advice=_("Vérifiez qu’il reste de la place et que le fichier n’est pas ouvert ailleurs."),
        ) from error
    finally:
        partial.unlink(missing_ok=True)
        if own:
            own.close()
    return PdfReport(
        pages=made.pages,
        headings=len(made.outline),
        pictures=made.pictures,
        warnings=_warnings(request, made),
        seconds=time.perf_counter() - began,
    )


def _typeset(said: Any) -> Typeset:
    if not isinstance(said, Typeset):
        message = "the PDF worker answered something else"
        raise TypeError(message)
    return said


def _told(line: str, before: tuple[int, str]) -> tuple[int, str]:
    """The engine's progress line in words; lines that mean nothing to people leave the stage as it was."""
    stage, page = _STAGE.search(line), _PAGE.search(line)
    number = int(stage[1]) if stage else before[0]
    if page:
        return number, _("Mise en page, page {n}").format(n=page[1])
    if number >= _STAGES - 1:
        return number, _("Écriture du PDF")
    return number, before[1]


def _refuse_incomplete(request: PdfRequest, made: Typeset) -> None:
    """A very long text can lose its end without a word from the engine; such a file must not leave."""
    left = Counter(map(_key, made.outline))
    for heading in request.headings:
        key = _key(heading)
        left[key] -= 1
        if left[key] >= 0:
            continue
        raise AtelierError(
            what=_("Le PDF est incomplet : il y manque « {heading} ».").format(heading=heading),
            advice=_("Rien n’a été gardé. Recommencez ; si cela se répète, publiez en plusieurs fiches."),
        )


def _key(heading: str) -> str:
    """Its letters and figures only: spaces, dashes and quotes change when text is set in type."""
    return "".join(letter for letter in heading if letter.isalnum())


def _warnings(request: PdfRequest, made: Typeset) -> tuple[str, ...]:
    shown = {one.name for one in made.printed}
    coarse = {one.name: one.dots_per_inch for one in made.printed if one.dots_per_inch < _LEAST_DPI}
    missing = [name for name in dict.fromkeys(request.pictures) if name not in shown]
    said = [
        _("L’image « {name} » n’a pas pu être lue : elle manque dans le PDF.").format(name=n) for n in missing
    ]
    said += [_("L’image « {name} » n’a pas de description.").format(name=n) for n in request.undescribed]
    said += [
        _("L’image « {name} » sera floue sur papier ({dpi} points par pouce).").format(
            name=name, dpi=round(dots)
        )
        for name, dots in coarse.items()
    ]
    return tuple(said)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; Windows needs and allows no such thing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
