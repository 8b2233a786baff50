# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the text of a protocol file to the Protocol, with every complaint at once."""

from pathlib import Path
from typing import NamedTuple

from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.protocols.checking import check
from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.draft import Draft
from forgeatelier.protocols.sections import SectionReader
from forgeatelier.protocols.source import text_of
from forgeatelier.protocols.tree import Entries, Scalar, grow
from forgeatelier.protocols.vocabulary import FORMAT, FORMAT_VERSION, HEADER, keys_of


class Reading(NamedTuple):
    """A protocol that could be read, and what its author may want to know about the file."""

    protocol: Protocol
    notices: tuple[Complaint, ...]


def read_protocol(path: Path) -> Protocol:
    """The protocol in a file. Raises ProtocolComplaints with everything to put right."""
    return read_with_notices(path).protocol


def read_protocol_text(text: str, name: str) -> Protocol:
    """The protocol in a text called `name` in complaints. Raises ProtocolComplaints."""
    return read_text_with_notices(text, name).protocol


def read_with_notices(path: Path) -> Reading:
    """The protocol in a file, and what is understood but deserves a look. Raises ProtocolComplaints."""
    text, notices = text_of(path)
    protocol, more = read_text_with_notices(text, path.name)
    return Reading(protocol, notices + more)


def read_text_with_notices(text: str, name: str) -> Reading:
    """The protocol in a text, and the notices. Raises ProtocolComplaints."""
    root = grow(text.removeprefix("\ufeff"), name)
    draft = Draft(name)
    reader = SectionReader(draft, _language_of(root))
    _read_header(reader, root)
    protocol = reader.section(Protocol, root, (), skip=HEADER)
    protocol = check(protocol, draft)
    if draft.complaints:
        raise ProtocolComplaints(draft.complaints)
    return Reading(protocol, tuple(draft.notices))


def _language_of(root: Entries) -> str:
    """The language of most keys, so that remedies speak it."""
    written = {key.text for key, _node in root.pairs}
    french = {key.fr for key in keys_of(Protocol)} & written
    english = {key.en for key in keys_of(Protocol)} & written
    return "en" if len(english) > len(french) else "fr"


def _read_header(reader: SectionReader, root: Entries) -> None:
    said = {key.text: node for key, node in root.pairs}
    found = said.get("format")
    if not (isinstance(found, Scalar) and found.text.strip() == FORMAT):
        at = found or root
        reader.draft.complain_at(
            at,
            "format",
            _("Le fichier ne dit pas qu’il est un protocole."),
            _("Écrire format: {format}.").format(format=FORMAT),
        )
    version = said.get("format_version")
    if not (isinstance(version, Scalar) and version.text.strip() == str(FORMAT_VERSION)):
        newer = isinstance(version, Scalar) and version.text.strip().isdecimal()
        what = (
            _("Ce protocole est écrit dans un format que cette version du programme ne connaît pas.")
            if newer
            else _("Le fichier ne dit pas la version de son format.")
        )
        remedy = _("Mettre le programme à jour, ou écrire format_version: {version}.")
        reader.draft.complain_at(
            version or root, "format_version", what, remedy.format(version=FORMAT_VERSION)
        )
