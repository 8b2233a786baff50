# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that check before publishing, publish, and check what was received."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from forgeatelier.actions.compose import gather
from forgeatelier.cli import output, session
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.commons.preflight import Finding, Level, may_leave
from forgeatelier.model.declare import kind, kind_names

_MARKS = {Level.BLOCKING: "⛔", Level.WARNING: "⚠"}


def preflight(options: Namespace) -> int:
    """Say what blocks and what is missing."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        found = gather(atelier.library, workshop.id, session.now().date()).findings
    ready = may_leave(found)
    verdict = _("Rien n’empêche de publier.") if ready else _("Cette fiche ne peut pas encore être publiée.")
    output.give(
        {"ready": ready, "findings": _data(found)},
        as_json=options.json,
        text="\n".join([*_lines(found), verdict]),
    )
    return 0 if ready else 1


def publish(options: Namespace) -> int:
    """Write the bundle and say where it lies."""
    from forgeatelier.actions.publish import NotReady, check_formats
    from forgeatelier.actions.publish import publish as publish_sheet

    formats = check_formats(tuple(f.strip() for f in options.format.split(",") if f.strip()))
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        try:
            done = publish_sheet(
                atelier.library,
                workshop.id,
                Path(options.to),
                formats,
                session.now().date(),
                output.progress,
                as_zip=options.zip,
            )
        except NotReady as refusal:
            return _refused(refusal.findings, str(refusal.what), options)
        atelier.keep(done.change)
    pages = done.report.pages if done.report else None
    said = _("Dossier publié : {path} ({size} Ko)").format(path=done.path, size=-(-done.size // 1000))
    output.give(
        {
            "path": str(done.path),
            "name": done.name,
            "bytes": done.size,
            "pages": pages,
            "findings": _data(done.findings),
        },
        as_json=options.json,
        text="\n".join([*_lines(done.findings), said]),
    )
    return 0


def _refused(found: tuple[Finding, ...], what: str, options: Namespace) -> int:
    if options.json:
        output.give({"refused": what, "findings": _data(found)}, as_json=True, text="")
    else:
        output.aside("\n".join([*_lines(found), what]))
    return 1


def _lines(found: tuple[Finding, ...]) -> list[str]:
    return [f"{_MARKS[f.level]} {f.what} {f.remedy}{_place(f)}" for f in found]


def _place(finding: Finding) -> str:
    if not finding.id:
        return ""
    called = _(kind(finding.kind).label) if finding.kind in kind_names() else finding.kind
    return f"  [{called} {finding.id}]"


def _data(found: tuple[Finding, ...]) -> list[dict[str, Any]]:
    return [
        {
            "level": f.level.value,
            "code": f.code,
            "what": f.what,
            "remedy": f.remedy,
            "kind": f.kind,
            "id": f.id,
            "field": f.field,
        }
        for f in found
    ]


def check_bundle(options: Namespace) -> int:
    """Check a bundle that was received, without importing anything."""
    from forgeatelier.bundles.checking import check_bundle as check

    report = check(Path(options.bundle), output.progress)
    lines = [f"{f.what} {f.advice}" for f in report.findings]
    if report.ok:
        lines.append(
            _("« {title} », version {version} : le dossier est entier et conforme.").format(
                title=report.facts.title, version=report.facts.version
            )
        )
    else:
        said = ngettext(
            "{count} point ne va pas dans ce dossier.",
            "{count} points ne vont pas dans ce dossier.",
            len(report.findings),
        )
        lines.append(said.format(count=len(report.findings)))
    output.give(
        {
            "sound": report.ok,
            "title": report.facts.title,
            "version": report.facts.version,
            "findings": [{"what": f.what, "advice": f.advice} for f in report.findings],
        },
        as_json=options.json,
        text="\n".join(lines),
    )
    return 0 if report.ok else 1
