# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one error that is meant for people."""


class AtelierError(Exception):
    """Something a person can understand and act upon; anything else that is raised is a bug.

    `what` says in one sentence what happened, `advice` what to do now; both in the person's language.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        """Keep the two sentences; `str()` of the error is both, one after the other."""
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice

    def __reduce__(self) -> tuple[type["AtelierError"], tuple[str, str]]:
        """Let the error travel whole from a child process."""
        return type(self), (self.what, self.advice)
