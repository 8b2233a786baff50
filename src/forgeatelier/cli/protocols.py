# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands about protocols."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from forgeatelier.actions import prepare
from forgeatelier.actions.at_hand import AtHand, matching
from forgeatelier.cli import output, session
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.plain import to_plain
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import read_with_notices
from forgeatelier.protocols.shelf import Shelf, ShelfEntry
from forgeatelier.protocols.writing import write_protocol
from forgeatelier.store.passport import is_library


def check(options: Namespace) -> int:
    """Read protocol files again and say everything that is wrong."""
    reports = [(name, *_read(Path(name))) for name in options.files]
    lines: list[str] = []
    for name, title, complaints, notices in reports:
        lines += [str(complaint) for complaint in (*complaints, *notices)]
        if title is not None and not complaints:
            lines.append(_("{file} : « {title} » se lit bien.").format(file=name, title=title))
    output.give(
        [
            {
                "file": name,
                "title": title,
                "complaints": [to_plain(c) for c in complaints],
                "notices": [to_plain(n) for n in notices],
            }
            for name, title, complaints, notices in reports
        ],
        as_json=options.json,
        text="\n".join(lines),
    )
    return 1 if any(complaints for _name, _title, complaints, _notices in reports) else 0


def _read(path: Path) -> tuple[str | None, tuple[Complaint, ...], tuple[Complaint, ...]]:
    try:
        reading = read_with_notices(path)
    except ProtocolComplaints as trouble:
        return None, tuple(trouble.complaints), ()
    return reading.protocol.title, (), tuple(reading.notices)


def add(options: Namespace) -> int:
    """Put a protocol into the library."""
    protocol = read_with_notices(Path(options.file)).protocol
    with session.opened(options) as atelier:
        atelier.keep(prepare.add_protocol(protocol, atelier.library.get(Protocol, protocol.id)))
    output.give(
        {"id": protocol.id, "title": protocol.title},
        as_json=options.json,
        text=_("Protocole ajouté : {title} ({id})").format(title=protocol.title, id=protocol.id),
    )
    return 0


def listing(options: Namespace) -> int:
    """List the protocols; without a library, those that ship."""
    entries = _entries(options)
    shown = matching((e for e in entries if options.language in ("", e.language)), options.find)
    broken = [e for e in shown if e.broken]
    lines = [output.table((_("Nom court"), _("Langue"), _("Durée"), _("Titre")), _rows(shown))]
    if broken:
        said = ngettext("{count} fichier illisible :", "{count} fichiers illisibles :", len(broken))
        lines += ["", said.format(count=len(broken)), *(str(c) for e in broken for c in e.complaints)]
    output.give(
        [
            {
                "slug": e.slug,
                "id": e.id,
                "title": e.title,
                "language": e.language,
                "minutes": e.minutes,
                "own": e.own,
            }
            for e in shown
        ],
        as_json=options.json,
        text="\n".join(lines),
    )
    return 0


def _rows(entries: Iterable[ShelfEntry]) -> list[tuple[str, str, str, str]]:
    """One line for each protocol: its translations are told by their language, its title in that of the reader."""
    together: dict[str, list[ShelfEntry]] = {}
    for entry in entries:
        if not entry.broken:
            together.setdefault(entry.slug, []).append(entry)
    rows = []
    for slug, versions in together.items():
        shown = next((e for e in versions if e.language == language()), versions[0])
        spoken = ", ".join(sorted(e.language for e in versions))
        rows.append((slug, spoken, duration(shown.minutes), shown.title))
    return sorted(rows, key=lambda row: folded(row[3]))


def duration(minutes: int) -> str:
    """Minutes as people say them: 45 min, 7 h 55."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    return (
        _("{hours} h {minutes:02}").format(hours=hours, minutes=left)
        if left
        else _("{hours} h").format(hours=hours)
    )


def _entries(options: Namespace) -> tuple[ShelfEntry, ...]:
    if not is_library(session.folder_of(options)):
        return Shelf().entries()
    with session.opened(options) as atelier:
        return AtHand(atelier.library).entries()


def show(options: Namespace) -> int:
    """Show a protocol, as a card or as its YAML file."""
    spoken = session.spoken(options.protocol, options.language)
    if is_library(session.folder_of(options)):
        with session.opened(options) as atelier:
            protocol = AtHand(atelier.library).get(options.protocol, spoken)
    else:
        protocol = Shelf().get(options.protocol, spoken)
    if options.yaml:
        written = write_protocol(protocol, "en" if protocol.language == "en" else "fr")
        output.give({"yaml": written}, as_json=options.json, text=written.rstrip())
        return 0
    output.give(output.data_of(protocol), as_json=options.json, text=_card(protocol))
    return 0


def _card(protocol: Protocol) -> str:
    group = protocol.group
    lines = [
        protocol.title,
        protocol.pitch,
        "",
        _("Durée : {duration} ; groupe : de {least} à {most} personnes, idéal {best}").format(
            duration=duration(protocol.minutes), least=group.min, most=group.max, best=group.ideal
        ),
        _("Version {version}, licence {licence}, langue {language}").format(
            version=protocol.version, licence=protocol.licence, language=protocol.language
        ),
        "",
    ]
    for phase, steps in protocol.phases:
        lines.append(phase)
        lines += [f"  {step.minutes:>4} min  {step.title}  [{step.id}]" for step in steps]
    return "\n".join(lines)
