# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself: pages made when first visited, one library, and the keys that work everywhere."""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMainWindow, QWidget

from forgeatelier.ground import words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.store.whereabouts import whereabouts
from forgeatelier.window import heartbeat, remembered, theme
from forgeatelier.window.addresses import EARLY, PLACES, first_word
from forgeatelier.window.awakening import Awakening, Refused
from forgeatelier.window.choices import Choices
from forgeatelier.window.frame import Frame
from forgeatelier.window.glimpse import Glimpse
from forgeatelier.window.turns import Steps, at_once
from forgeatelier.window.typed import Typed

if TYPE_CHECKING:
    from forgeatelier.atelier import Atelier
    from forgeatelier.window.awake import Awake
    from forgeatelier.window.models.library_rows import LibraryRows

_USUAL_SIZE = (1180, 700)
_SMALLEST = (800, 480)
_SAME_DAY = timedelta(hours=12)


class MainWindow(QMainWindow):
    """One library in one window. Pages are built when first visited, and anew when looks or words change."""

    def __init__(
        self,
        folder: Path | None,
        choices: Choices,
        clock: Callable[[], datetime],
        *,
        page: str = "",
        in_steps: bool = False,
    ) -> None:
        """`folder` is the library to show, None when there is none yet; `page` an address to begin at.

        With `in_steps` the frame and its page are not there until `building` is through.
        """
        super().__init__()
        self.folder, self.choices, self.clock = folder, choices, clock
        self.awake: Awake | None = None
        self.address = ""
        self._refused: Refused | None = None
        self._glimpse: Glimpse | LibraryRows | None = None
        self._begin_at = page
        self._pages: dict[str, QWidget] = {}
        self.painted = False
        self.setWindowTitle("ForgeAtelier")
        self.setMinimumSize(*_SMALLEST)
        self.awakening = Awakening(self)
        self.awakening.opened.connect(self._live)
        self.awakening.refused.connect(self._refuse)
        self.awakening.updating.connect(self._updating)
        choices.changed.connect(self.rebuild)
        self._bind_keys()
        self._restore_size()
        if not in_steps:
            self._build()

    def _bind_keys(self) -> None:
        for keys, verb in (
            ("Ctrl+K", self._find),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+N", self._new_workshop),
            ("Ctrl+Alt+G", self._gallery),
            ("Ctrl++", self.choices.larger),
            ("Ctrl+=", self.choices.larger),
            ("Ctrl+-", self.choices.smaller),
            ("Ctrl+Q", self.quit_),
        ):
            QShortcut(QKeySequence(keys), self, verb)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        at_once(self.building())

    def building(self) -> Steps[None]:
        """Make the frame, and in it the page one is on."""
        self._pages = {}
        bare = self.folder is None or self._refused is not None
        self.frame = Frame(language=words.language(), theme_name=theme.worn().name, bare=bare)
        self.setCentralWidget(self.frame)
        self.frame.area_chosen.connect(self.go)
        self.frame.status.language_asked.connect(self.choices.next_language)
        self.frame.status.theme_asked.connect(self.choices.next_theme)
        yield
        if self.awake is not None:
            self.awake.dress(self.frame)
        if self._refused is not None:
            self._show_alone(_page_class("refusal", "RefusalPage")(self._refused, self))
        elif self.folder is None:
            self._show_alone(_page_class("welcome", "WelcomePage")(self))
        else:
            self._glimpse = self._glimpse or Glimpse(self.folder)
            yield
            self.go(self.address or self._first_address())

    def _show_alone(self, page: QWidget) -> None:
        """Show a page that needs no library; Enter does what it offers first."""
        self.frame.show_page(page)
        page.setFocus()

    def _first_address(self) -> str:
        last = remembered.load()
        wanted = (
            self._begin_at
            or self._cut_off()
            or (last.address if last.library == str(self.folder) else "")
            or "home"
        )
        return wanted if first_word(wanted) in PLACES else "home"

    def _cut_off(self) -> str:
        """The workshop that ran here a few hours ago and was not ended: one comes back to it."""
        beat = heartbeat.last(self.folder) if self.folder is not None else None
        recent = beat is not None and timedelta() <= self.clock() - beat.moment < _SAME_DAY
        return f"workshop/{beat.workshop_id}/run" if beat is not None and recent else ""

    def rebuild(self) -> None:
        """Build everything anew in the words and looks now chosen, keeping the place and what was typed."""
        old, page = self.frame, self.frame.page()
        typed = Typed.on(page) if page is not None else None
        self._leave()
        notices = self.frame.notices()
        self._build()
        old.deleteLater()
        if self.awake is not None and notices:
            self.awake.greet(self.frame, notices)
        page = self.frame.page()
        if typed is not None and page is not None:
            typed.into(page)

    # -- going places -------------------------------------------------------------------------------------------

    def go(self, address: str) -> None:
        """Open an address; one that needs the library waits until it is open."""
        name = first_word(address)
        if name not in PLACES:
            self.tell(AtelierError(_("Cette page n’existe pas : « {address} ».").format(address=address)))
            return
        if self._refused is not None or self.folder is None:
            return
        self._leave()
        if self.awake is None and name not in EARLY:
            self.address = address
            self.frame.set_area(PLACES[name].area)
            self.frame.show_waiting(_(PLACES[name].title))
            return
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._made(name, address)
        self.address = address
        self.frame.set_area(PLACES[name].area)
        if self.awake is not None:
            self.awake.visited(self.frame)
        self.frame.show_page(page)
        arrive: Callable[[str], None] | None = getattr(page, "arrive", None)
        if arrive is not None:
            arrive(address)
        self.frame.settle_focus(page)

    def _made(self, name: str, address: str) -> QWidget:
        """A page, given what it needs; most need only the desk."""
        place = PLACES[name]
        page_class = _page_class(place.module, place.page)
        desk = self.awake.desk if self.awake is not None else None
        if name in EARLY:
            made: QWidget = page_class(desk, address, glimpse=self._glimpse, go=self.go, clock=self.clock)
        elif name == "gallery":
            made = page_class(theme.worn())
        elif name == "settings":
            made = page_class(desk, address, choices=self.choices, ask_folder=self.ask_folder)
        elif name == "exchange":
            made = page_class(desk, address, restore=self.restore)
        else:
            made = page_class(desk, address)
        return made

    def take_typed(self, text: str) -> None:
        """What was typed before the window could take it goes to the filter of the page."""
        search = getattr(self.frame.page(), "search", None)
        if isinstance(search, QLineEdit):
            search.setText(text)

    def _leave(self) -> None:
        """Let the page one leaves keep what was typed."""
        leaving: Callable[[], None] | None = getattr(self.frame.page(), "leaving", None)
        if leaving is not None:
            leaving()

    @property
    def settled(self) -> bool:
        """Whether nothing is under way: the library is open, or said why not, and no job runs."""
        if self._refused is not None or self.folder is None:
            return True
        return self.awake is not None and not self.awake.jobs.busy

    def tell(self, error: AtelierError) -> None:
        """Show a sentence with its remedy above the page."""
        if self.awake is not None:
            self.awake.caretaker.hear(error)
        self.frame.tell(error)

    # -- opening and closing libraries --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first painting, wake the rest of the program."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.wake)

    def wake(self) -> None:
        """The window stands: Qt learns the language, and the library opens beside it."""
        self.choices.speak()
        # Someone may have been quicker and asked for a library between the first painting and this.
        if self.folder is not None and not self.awakening.begun:
            self._begin(self.folder)

    def _begin(self, folder: Path, *, make: bool = False, sample: bool = False) -> None:
        """Open the library beside the window; where only one may read it, the lists let go of it first."""
        if self._glimpse is not None and not whereabouts(folder).is_internal:
            self._glimpse.close()
        self.awakening.begin(folder, self.clock, make=make, sample=sample)

    def open_folder(self, folder: Path, *, make: bool = False, sample: bool = False) -> None:
        """Open another library, or make it first; what was open is closed properly before."""
        self._close_library()
        self.folder, self._refused, self.address, self._begin_at = folder, None, "", "home"
        self._build()
        self._begin(folder, make=make, sample=sample)

    def restore(self, chosen: Path) -> None:
        """Close the library, put a copy in its place and open it again."""
        folder = self.folder
        if folder is None:
            return
        from forgeatelier.actions.tidy import restore

        self._close_library()
        try:
            restore(folder, chosen, self.clock())
        except AtelierError as refusal:
            self._refuse(Refused(folder, refusal))
            return
        self.open_folder(folder)

    def ask_folder(self) -> None:
        """Ask which library to open."""
        chosen = QFileDialog.getExistingDirectory(
            self, _("Ouvrir une bibliothèque"), str(self.folder or Path.home())
        )
        if chosen:
            self.open_folder(Path(chosen))

    def _live(self, atelier: "Atelier") -> None:
        """The library is open: pages become live."""
        from forgeatelier.window.awake import Awake

        self.frame.progress.finish()
        self.awake = Awake(self, atelier)
        self.choices.remember_library(str(atelier.library.folder))
        self.setWindowTitle(_("{library} — ForgeAtelier").format(library=atelier.library.folder.name))
        self.awake.dress(self.frame)
        for page in self._pages.values():
            wake: Callable[[Any], None] | None = getattr(page, "wake", None)
            if wake is not None:
                wake(self.awake.desk)
        if not atelier.library.where.is_internal:
            self._read_through(atelier)
        if first_word(self.address) not in self._pages:
            self.go(self.address)
        self.awake.greet(self.frame)
        self.awakening.load_later()

    def _updating(self, done: int, total: int) -> None:
        """Opening takes long: say why, and how far it is."""
        strip = self.frame.progress
        if strip.isHidden():
            strip.begin(_("Mise à jour de la bibliothèque…"), can_stop=False)
        strip.set_progress(done, total)

    def _read_through(self, atelier: "Atelier") -> None:
        """Where the library keeps its file to itself, the lists are read through it."""
        from forgeatelier.window.models.library_rows import LibraryRows

        self._glimpse = LibraryRows(atelier)
        self.rebuild()

    def _refuse(self, refused: Refused) -> None:
        """The library did not open: say why, and what can be done."""
        self._refused = refused
        self._build()

    def _close_library(self) -> None:
        self._leave()
        self.awakening.wait()
        if self.awake is not None:
            self.awake.close()
            self.awake.deleteLater()
            self.awake = None
        if self._glimpse is not None:
            self._glimpse.close()
            self._glimpse = None

    # -- keys ---------------------------------------------------------------------------------------------------

    def _find(self) -> None:
        if self.awake is not None:
            self.awake.find()

    def _undo(self) -> None:
        if self.awake is not None:
            self.awake.undo()

    def _redo(self) -> None:
        if self.awake is not None:
            self.awake.redo()

    def _new_workshop(self) -> None:
        self.go("workshops/new")

    def _gallery(self) -> None:
        self.go("gallery")

    def quit_(self) -> None:
        """Close the window, and with it the program."""
        self.window().close()

    # -- the window's own memory --------------------------------------------------------------------------------

    def _restore_size(self) -> None:
        kept = remembered.load().geometry
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            self.resize(*_USUAL_SIZE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, wait for what is under way, close the library."""
        geometry = bytes(self.window().saveGeometry().toBase64().data()).decode("ascii")
        remembered.keep(remembered.Remembered(geometry, self.address, str(self.folder or "")))
        self._keep_face(geometry)
        self._close_library()
        event.accept()

    def _keep_face(self, geometry: str) -> None:
        """Keep what the window looks like, so that it can be shown at once the next time."""
        from forgeatelier.window import face_keeping

        if self.awake is None:
            face_keeping.forget()
        else:
            face_keeping.keep(self.frame, self.address, str(self.folder), geometry)


def _page_class(module: str, name: str) -> Any:
    return getattr(import_module(f"forgeatelier.window.pages.{module}.page"), name)
