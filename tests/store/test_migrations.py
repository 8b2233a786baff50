# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Old libraries open; a migration is whole or has not happened."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import migrations, tables
from forgeatelier.store.library import Library
from forgeatelier.store.migrations.run import migrate, version_of

OLD = Path(__file__).parents[1] / "old_libraries"


def opened(path):
    return sqlite.connect(str(path), isolation_level=None)


def born(path):
    connection = opened(path)
    migrate(connection, lambda: None)
    return connection


def test_a_library_born_by_every_migration_has_the_declared_journal(tmp_path):
    connection = born(tmp_path / "x.sqlite")
    for table in tables.journal_data.sorted_tables:
        found = [(r[1], r[2]) for r in connection.execute(f"PRAGMA table_info({table.name})")]
        assert found == [
            (c.name, "INTEGER" if isinstance(c.type, sa.Integer) else "TEXT") for c in table.columns
        ]
    connection.close()


def add_a_column(connection):
    connection.execute("ALTER TABLE journal ADD COLUMN origine TEXT")


def lose_everything(connection):
    add_a_column(connection)
    connection.execute("DELETE FROM journal")


def filled(path):
    connection = born(path)
    connection.execute(
        'INSERT INTO journal(id, entity_type, entity_id, txn, lamport, "partition", body) '
        "VALUES ('a', 'note', 'b', 't', 1, 'team', '{}')"
    )
    return connection


def test_a_step_runs_once_after_a_copy_was_made(tmp_path):
    connection, copies = filled(tmp_path / "x.sqlite"), []
    steps = (*migrations.STEPS, add_a_column)
    assert migrate(connection, lambda: copies.append(1), steps)
    assert not migrate(connection, lambda: copies.append(1), steps)
    assert copies == [1]
    assert version_of(connection) == len(steps)
    connection.close()


def test_a_step_that_loses_rows_is_taken_back_whole(tmp_path):
    connection = filled(tmp_path / "x.sqlite")
    with pytest.raises(RuntimeError, match="lost rows"):
        migrate(connection, lambda: None, (*migrations.STEPS, lose_everything))
    assert version_of(connection) == len(migrations.STEPS)
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
    assert "origine" not in [r[1] for r in connection.execute("PRAGMA table_info(journal)")]
    connection.close()


@pytest.mark.parametrize("old", sorted(p.name for p in OLD.iterdir() if p.is_dir()))
def test_every_released_shape_still_opens_with_everything_in_it(old, tmp_path, now):
    folder = tmp_path / old
    shutil.copytree(OLD / old, folder)
    library = Library(folder, now)
    titles = {w.title for w in library.all(Workshop)}
    assert "Un four solaire au marché de Kaolack" in titles
    assert any("balle de riz" in c.text for c in library.all(Capture))
    assert library.check() == ()
    library.close()
