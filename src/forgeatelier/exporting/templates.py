# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates and stylesheets: those of the library win over those shipped."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forgeatelier.ground.shipped import EXPORTS


class Templates:
    """The files of `exports/`; `own` is the folder of the same shape inside a library, if it has one."""

    def __init__(self, own: Path | None = None) -> None:
        """Look into `own` first, when it is a folder."""
        self.folders = tuple(folder for folder in (own, EXPORTS) if folder is not None and folder.is_dir())

    def path(self, name: str) -> Path:
        """Where the file called `name` (`pdf/sheet.css`) lies. Raises FileNotFoundError."""
        for folder in self.folders:
            found = (folder / name).resolve()
            if found.is_file() and found.is_relative_to(folder.resolve()):
                return found
        raise FileNotFoundError(name)

    def text(self, name: str) -> str:
        """The text of the file called `name`."""
        return self.path(name).read_text(encoding="utf-8")

    def fill(self, name: str, values: Mapping[str, Any]) -> str:
        """The template called `name` with its places filled; text is escaped in `.html` templates."""
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        environment = SandboxedEnvironment(
            loader=FileSystemLoader([str(folder) for folder in self.folders]),
            autoescape=lambda template: template is not None and template.endswith(".html"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        return environment.get_template(name).render(values)
