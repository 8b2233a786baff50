# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes tables away in slices: SQLite would keep all of a large one in memory, in case it has to take that back."""

from collections.abc import Callable, Iterable
from typing import Any

_SLICE = 200
_INDEXES = "SELECT name FROM sqlite_master WHERE type='index' AND tbl_name=? AND sql IS NOT NULL"
_KEY = "SELECT name FROM pragma_table_info(?) WHERE pk=1"
_IS_VIRTUAL = "SELECT 1 FROM sqlite_master WHERE name=? AND sql LIKE 'CREATE VIRTUAL%'"
_HOLD_WORDS = ("found_words_data", "found_words_docsize")


def drop(run: Any, names: Iterable[str], step: Callable[[], None]) -> None:
    """Drop these tables, those that exist; `step` is called between slices. The caller holds the transaction."""
    for name in names:
        if run(_IS_VIRTUAL, (name,)).fetchone():
            # The tables behind an index of words are ordinary ones; what is left of them goes with it.
            for behind in _HOLD_WORDS:
                _empty(run, behind, step)
        else:
            _empty(run, name, step)
        run(f"DROP TABLE IF EXISTS {name}")


def _empty(run: Any, name: str, step: Callable[[], None]) -> None:
    for (index,) in run(_INDEXES, (name,)).fetchall():
        run(f"DROP INDEX {index}")
    key = run(_KEY, (name,)).fetchone()
    if key is None:
        return
    slice_ = (
        f"DELETE FROM {name} WHERE {key[0]} IN (SELECT {key[0]} FROM {name} ORDER BY {key[0]} LIMIT {_SLICE})"
    )
    while run(slice_).rowcount:
        step()
