# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What time and power cuts did to a library is put right, and the window says so when one comes back."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.actions.sample import FINISHED
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import media_round, scrubbing
from forgeatelier.store.opening import Recovery
from forgeatelier.store.trouble import damaged
from forgeatelier.window import caretaker
from forgeatelier.window.main_window import MainWindow


def said(window: MainWindow, notice: str) -> str:
    banner = window.frame._notices[notice]
    return f"{banner.accessibleName()} {banner.accessibleDescription()}"


def lose_photo(window: MainWindow, name: str = "") -> Capture:
    """The disk loses a photo in every form."""
    library = window.awake.atelier.library
    photo = next(one for one in library.all(Capture, workshop_id=FINISHED) if one.width)
    for path in library.folder.glob(f"*/*/{photo.media}.*"):
        path.unlink()
    for path in library.folder.glob(f"*/*/{photo.original}.*"):
        path.unlink()
    return photo


def rot(file: Path, table: str) -> None:
    """The disk spoils the first page of a table."""
    reader = sqlite.connect(str(file))
    (page,) = reader.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()
    reader.close()
    rotten = bytearray(file.read_bytes())
    rotten[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    file.write_bytes(rotten)


def test_a_photo_lost_by_the_disk_is_named_until_it_is_there_again(open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    library = window.awake.atelier.library
    photo = next(one for one in library.all(Capture, workshop_id=FINISHED) if one.width)
    copies = {path: path.read_bytes() for path in library.folder.glob(f"*/*/{photo.media}.*")}
    assert lose_photo(window) == photo
    window.awake.caretaker.visit()
    settle(window)
    assert photo.file_name in said(window, "media")
    assert "a disparu du disque" in said(window, "media")
    assert window.awake.toasted == ""
    for path, content in copies.items():
        path.write_bytes(content)
    window.awake.caretaker.visit()
    settle(window)
    assert "media" not in window.frame.notices()


def test_what_was_lost_stays_said_in_another_language_and_is_said_again_next_time(
    qtbot, open_window, settle, sample: Path, monkeypatch
) -> None:
    monkeypatch.setattr(caretaker, "SOON_MS", 0)
    monkeypatch.setattr(caretaker, "BUSY_MS", 10)
    window = open_window(sample)
    photo = lose_photo(window)
    window.awake.caretaker.visit()
    settle(window)
    window.choices.next_language()
    settle(window)
    assert photo.file_name in said(window, "media")
    window.choices.next_language()
    window.close()
    again = open_window(sample)
    qtbot.waitUntil(lambda: "media" in again.frame.notices())
    assert photo.file_name in said(again, "media")


def test_who_has_read_it_and_put_it_away_is_left_in_peace(open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    lose_photo(window)
    window.awake.caretaker.visit()
    settle(window)
    window.frame._notices["media"]._put_away()
    window.awake.caretaker.visit()
    settle(window)
    assert "media" not in window.frame.notices()


def test_the_look_at_the_media_waits_while_work_is_under_way_and_is_never_shown(
    qtbot, open_window, settle, sample: Path
) -> None:
    window = open_window(sample)
    settle(window)
    shown: list[object] = []
    window.awake.jobs.began.connect(shown.append)
    media_round._file().unlink(missing_ok=True)
    window.awake.backups.make()
    window.awake.caretaker._come_round()
    settle(window)
    assert not media_round._file().exists()
    window.awake.caretaker._come_round()
    job = window.awake.jobs._running[-1]
    job.started -= 60
    window.awake.jobs._look()
    settle(window)
    assert media_round.remembered(sample).ended
    assert shown == []


def test_closing_the_window_ends_the_look_at_the_media_at_once(
    open_window, settle, sample: Path, monkeypatch
) -> None:
    window = open_window(sample)
    settle(window)
    looked: list[Path] = []
    real = scrubbing.looked_at

    def one_then_close(path: Path, folder: Path, between: object):
        looked.append(path)
        window.awake.jobs._running[-1].cancel()
        return real(path, folder, between)

    monkeypatch.setattr("forgeatelier.actions.caretaking.looked_at", one_then_close)
    window.awake.caretaker.visit()
    window.close()
    assert len(looked) == 1


def test_damage_met_while_working_is_mended_when_the_library_is_opened_next(
    open_window, settle, sample: Path
) -> None:
    window = open_window(sample)
    settle(window)
    window.tell(damaged())
    window.close()
    rot(sample / "library.sqlite", "capture")
    again = open_window(sample)
    settle(again)
    assert "a été réparée" in said(again, "recovery")
    assert "refaites à partir du journal" in said(again, "recovery")
    assert len(again.awake.atelier.library.all(Workshop)) == 2


def test_a_copy_that_cannot_be_verified_has_the_library_looked_through_next_time(
    open_window, settle, sample: Path, monkeypatch
) -> None:
    window = open_window(sample)
    settle(window)
    monkeypatch.setattr("forgeatelier.store.backup.quick_check", lambda _file: False)
    window.awake.backups.make()
    settle(window)
    assert "semble abîmée" in said(window, "trouble")
    assert window.awake.atelier.library.in_doubt


def test_a_cut_that_took_files_being_added_says_to_add_them_again(open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    window.awake.atelier.library.recovery = Recovery("2026-03-12T10:40:00+00:00", 12, swept=3)
    window.awake.greet(window.frame)
    assert "l’ajouter de nouveau" in said(window, "recovery")
    assert "n’est perdu" in said(window, "recovery")
