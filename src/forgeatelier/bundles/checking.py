# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a bundle that arrives, folder or zip, trusting nothing; nothing is unpacked and nothing is written."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forgeatelier.bundles import findings
from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.bundles.arriving.folder import folder_source
from forgeatelier.bundles.arriving.source import Damaged, Source
from forgeatelier.bundles.arriving.zip_file import zip_source
from forgeatelier.bundles.bag import DECLARATION, DECLARED, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST
from forgeatelier.bundles.manifests import Malformed, parse_info, parse_manifest
from forgeatelier.bundles.reading import Reading
from forgeatelier.bundles.report import BundleReport, Finding, Level
from forgeatelier.model.progress import Progress, silent

_FETCH = "fetch.txt"


def check_bundle(path: Path, progress: Progress = silent) -> BundleReport:
    """What is in the bundle at `path` and what is wrong with it.

    Raises AtelierError, one sentence and its remedy, for what is hostile or is no bundle at all.
    """
    with _opened(path) as source:
        return _report(source, progress)


@contextmanager
def _opened(path: Path) -> Iterator[Source]:
    try:
        if path.is_dir():
            yield folder_source(path)
        elif not path.is_file():
            raise refusals.not_a_bundle()
        else:
            with path.open("rb") as file:
                yield zip_source(file, path)
    except OSError as error:
        raise refusals.unreadable(error.strerror or type(error).__name__) from error


def _report(source: Source, progress: Progress) -> BundleReport:
    _check_declaration(source)
    tags = _tag_sums(source)
    sums = _sums(source, MANIFEST, payload=True)
    reading = Reading(sums)
    found: list[Finding] = [] if tags else [findings.no_tag_manifest()]
    bad: list[str] = []
    gone = sorted(path for path in {**tags, **sums} if path not in source.files)
    _check_tags(source, tags, reading, bad)
    present = [path for path in sums if path in source.files]
    for done, path in enumerate(present):
        progress(done, len(present), path)
        if not _check_one(source, path, sums[path], reading):
            bad.append(path)
    progress(len(present), len(present))
    listed = {DECLARATION, INFO, MANIFEST, TAG_MANIFEST, *tags, *sums}
    strange = sorted((*(path for path in source.files if path not in listed), *source.strange))
    found += [findings.damaged(path) for path in sorted(bad)]
    found += [findings.missing(path) for path in gone]
    if not bad and not gone and not reading.weighs(source.files):
        found.append(findings.wrong_size())
    found += reading.findings()
    found += [findings.unknown(path) for path in strange]
    return BundleReport(
        facts=reading.facts(source.files),
        findings=_the_worst(found),
        damaged=tuple(sorted(bad)),
        missing=tuple(gone),
        unknown=tuple(strange),
        withdrawals=reading.withdrawals,
    )


def _check_declaration(source: Source) -> None:
    if DECLARATION not in source.files:
        raise refusals.not_a_bundle()
    if _FETCH in source.files:
        raise refusals.partial_bundle()
    if _text(source, DECLARATION, limits.TAG_FILE).split() != DECLARED.split():
        raise refusals.malformed(DECLARATION)


def _tag_sums(source: Source) -> dict[str, str]:
    return _sums(source, TAG_MANIFEST, payload=False) if TAG_MANIFEST in source.files else {}


def _sums(source: Source, name: str, *, payload: bool) -> dict[str, str]:
    if name not in source.files:
        raise refusals.malformed(name)
    try:
        return parse_manifest(_text(source, name, limits.MANIFEST), payload=payload)
    except Malformed as error:
        raise refusals.malformed(name) from error


def _text(source: Source, path: str, most: int) -> str:
    try:
        return source.read(path, most).decode("utf-8")
    except (Damaged, UnicodeDecodeError) as error:
        raise refusals.malformed(path) from error


def _check_tags(source: Source, tags: dict[str, str], reading: Reading, bad: list[str]) -> None:
    """The files beside the payload; the description is read only when it is sound."""
    for path, sha256 in tags.items():
        if path in source.files and _hash(source, path) != sha256:
            bad.append(path)
    if INFO in source.files and INFO not in bad:
        try:
            reading.info = parse_info(_text(source, INFO, limits.TAG_FILE))
        except Malformed as error:
            raise refusals.malformed(INFO) from error


def _hash(source: Source, path: str) -> str:
    digest = hashlib.sha256()
    try:
        for chunk in source.chunks(path):
            digest.update(chunk)
    except Damaged:
        return ""
    return digest.hexdigest()


def _check_one(source: Source, path: str, sha256: str, reading: Reading) -> bool:
    """Whether a file is what was published; when it is, and is a text, it is looked into."""
    inner = path.removeprefix(PAYLOAD)
    most = reading.most(inner)
    if most is None:
        return _hash(source, path) == sha256
    try:
        data = source.read(path, most)
    except Damaged:
        return False
    if hashlib.sha256(data).hexdigest() != sha256:
        return False
    reading.look(inner, data)
    return True


def _the_worst(found: list[Finding]) -> tuple[Finding, ...]:
    ordered = sorted(found, key=lambda finding: finding.level is not Level.BLOCKING)
    if len(ordered) <= limits.FINDINGS:
        return tuple(ordered)
    return (*ordered[: limits.FINDINGS], findings.and_more(len(ordered) - limits.FINDINGS))
