# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Only the window's thread may destroy parts of the window."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from forgeatelier.window.garbage import Collector


class Part(QObject):
    """A part of the window that nobody needs any more, in a circle with itself."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_work_beside_the_window_never_collects_and_the_window_does(qapp: QApplication) -> None:
    collector = Collector(qapp)
    collector.begin()
    part = Part()
    gone = weakref.ref(part)
    del part
    where: list[int] = []
    gc.callbacks.append(lambda _phase, _info: where.append(threading.get_ident()))
    try:
        work = threading.Thread(target=lambda: [[object()] for _ in range(200_000)])
        work.start()
        work.join()
        assert not where
        assert gone() is not None
        circles: list[list[object]] = [[] for _ in range(10_000)]
        for one in circles:
            one.append(one)
        collector.look()
    finally:
        gc.callbacks.pop()
    assert set(where) == {threading.get_ident()}
    assert gone() is None
