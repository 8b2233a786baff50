# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which photos a report may show, and why the others stay out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from forgeatelier.actions.consented import People, doubt_on
from forgeatelier.actions.reports_wording import Wording
from forgeatelier.exporting.reports.content import LeftOutPhotos, ReportContent, ReportPicture
from forgeatelier.exporting.reports.left_out import REASONS
from forgeatelier.exporting.wording import joined
from forgeatelier.model.people.consent import Use
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.capture import PUBLISHABLE_STATES, Capture, CaptureKind, CaptureState
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.media import Media

SET_ASIDE = (CaptureState.DISCARDED, CaptureState.HIDDEN)
SORTED_STATES = (CaptureState.SORTED, CaptureState.CHECKED, *PUBLISHABLE_STATES)
"""What someone has looked at and kept."""


def chosen(
    captures: Iterable[Capture],
    faces: Mapping[str, tuple[str, ...]],
    people: People,
    use: Use,
    states: tuple[CaptureState, ...],
) -> tuple[tuple[Capture, ...], tuple[LeftOutPhotos, ...]]:
    """The photos that may be shown for this use, in the order they were taken, and how many others for which reason."""
    shown, out = [], Counter[str]()
    for capture in captures:
        if capture.kind is not CaptureKind.PHOTO or not capture.media:
            continue
        reason = _why_not(capture, faces.get(capture.id, ()), people, use, states)
        if reason:
            out[reason] += 1
        else:
            shown.append(capture)
    ordered = tuple(sorted(shown, key=moment_of))
    return ordered, tuple(LeftOutPhotos(reason, out[reason]) for reason in REASONS if out[reason])


def _why_not(
    capture: Capture, faces: tuple[str, ...], people: People, use: Use, states: tuple[CaptureState, ...]
) -> str:
    if capture.state in SET_ASIDE:
        return "discarded"
    if capture.state not in states:
        return "unsorted"
    if capture.same_as:
        return "same"
    doubt = doubt_on(capture, faces, people, use)
    return doubt.reason if doubt else ""


def moment_of(capture: Capture) -> tuple[datetime, str]:
    """When it was caught, on the clock of the room: the camera's own hour, else the hour it was filed."""
    return _local(capture) or datetime.min, capture.id


def _local(capture: Capture) -> datetime | None:
    if capture.taken:
        return capture.taken.replace(tzinfo=None)
    return capture.moment.astimezone().replace(tzinfo=None) if capture.moment else None


def picture_of(capture: Capture, wording: Wording, workshop: Workshop) -> ReportPicture:
    """A photo with its words; its file is named by its content, never by anyone.

    An hour of another day than the workshop's is that of a camera gone wrong, or of filing: it is not told.
    """
    at = _local(capture)
    first, last = workshop.starts_on, workshop.ends_on or workshop.starts_on
    if at and first and last and not first <= at.date() <= last:
        at = None
    return ReportPicture(
        name=f"medias/{capture.media[:20]}.jpg",
        capture_id=capture.id,
        media=capture.media,
        alt=wording(capture.alt or capture.caption),
        caption=wording(capture.caption),
        at=f"{at:%H:%M}" if at else "",
        credit=joined((capture.credit_line, capture.source, capture.licence if capture.source else "")),
    )


def stage(media: Media, content: ReportContent, bench: Path, progress: Progress = silent) -> None:
    """Put the pictures where the page looks for them, in the size that paper needs."""
    folder = bench / "medias"
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {one.name: one for one in content.pictures}
    for done, one in enumerate(pictures.values()):
        progress(done, len(pictures))
        (bench / one.name).write_bytes(media.read(one.media, "print"))
