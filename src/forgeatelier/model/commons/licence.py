# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed list of licences, and which may enter which."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its SPDX id; `open` ones may be published, `into` names what its works may be adapted into."""

    spdx: str
    name: str
    url: str = ""
    open: bool = True
    into: tuple[str, ...] = ()
    adaptable: bool = True


_BY_SA, _BY_SA_3 = "CC-BY-SA-4.0", "CC-BY-SA-3.0"
_DEED = "https://creativecommons.org/licenses"

# Sources: CC BY-SA 4.0 legal code section 3(b) and Creative Commons' list of compatible licences (Free Art
# License 1.3 both ways, GPL-3.0 one way towards the GPL); CC BY and CC0 may enter a BY-SA work.
_ALL = (
    Licence(_BY_SA, "CC BY-SA 4.0", f"{_DEED}/by-sa/4.0/", into=("GPL-3.0-or-later", "LAL-1.3")),
    Licence("CC-BY-4.0", "CC BY 4.0", f"{_DEED}/by/4.0/", into=(_BY_SA, "LAL-1.3", "GPL-3.0-or-later")),
    Licence(
        "CC0-1.0",
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        into=(_BY_SA, "CC-BY-4.0", "LAL-1.3", "GPL-3.0-or-later"),
    ),
    Licence(_BY_SA_3, "CC BY-SA 3.0", f"{_DEED}/by-sa/3.0/", into=(_BY_SA,)),
    Licence("CC-BY-3.0", "CC BY 3.0", f"{_DEED}/by/3.0/", into=(_BY_SA, "CC-BY-4.0")),
    Licence("LAL-1.3", "Licence Art Libre 1.3", "https://artlibre.org/licence/lal/", into=(_BY_SA,)),
    Licence(
        "etalab-2.0",
        "Licence Ouverte 2.0 (Etalab)",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        into=("CC-BY-4.0", _BY_SA),
    ),
    Licence("GPL-3.0-or-later", "GNU GPL 3.0 ou ultérieure", "https://www.gnu.org/licenses/gpl-3.0.html"),
    Licence("AGPL-3.0-or-later", "GNU AGPL 3.0 ou ultérieure", "https://www.gnu.org/licenses/agpl-3.0.html"),
    Licence("MIT", "MIT", "https://opensource.org/license/mit", into=(_BY_SA, "GPL-3.0-or-later")),
    Licence(
        "Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0", into=("GPL-3.0-or-later",)
    ),
    Licence("CERN-OHL-S-2.0", "CERN OHL 2.0 S", "https://ohwr.org/cern_ohl_s_v2.txt"),
    Licence("CERN-OHL-W-2.0", "CERN OHL 2.0 W", "https://ohwr.org/cern_ohl_w_v2.txt"),
    Licence("CERN-OHL-P-2.0", "CERN OHL 2.0 P", "https://ohwr.org/cern_ohl_p_v2.txt"),
    Licence("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence("OFL-1.1", "SIL OFL 1.1", "https://openfontlicense.org/"),
    Licence("CC-BY-NC-4.0", "CC BY-NC 4.0", f"{_DEED}/by-nc/4.0/", open=False),
    Licence("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", f"{_DEED}/by-nc-sa/4.0/", open=False),
    Licence("CC-BY-ND-4.0", "CC BY-ND 4.0", f"{_DEED}/by-nd/4.0/", open=False, adaptable=False),
    Licence("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", f"{_DEED}/by-nc-nd/4.0/", open=False, adaptable=False),
    Licence("LicenseRef-All-Rights-Reserved", "Tous droits réservés", open=False, adaptable=False),
)

LICENCES = {licence.spdx: licence for licence in _ALL}
"""Every licence the program knows, by SPDX id; there is no other way to name one."""

DEFAULT = _BY_SA


def may_publish(spdx: str) -> bool:
    """Whether a work under this licence may be published beside others (a collection)."""
    licence = LICENCES.get(spdx)
    return licence is not None and licence.open


def may_enter(part: str, whole: str) -> bool:
    """Whether a work under `part` may be adapted into a work under `whole`."""
    if not (may_publish(part) and may_publish(whole)):
        return False
    return part == whole or whole in LICENCES[part].into
