# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small reusable parts of the window, each drawn once; the gallery page shows all of them.

Everything takes its looks from `theme.worn()`; pages name roles, never colours or sizes. Qt's own QLineEdit,
QListView, QTreeView, QMenu, QSlider and QSplitter are dressed by `ui/themes/base.qss` and may be used as they
are. Signals stand after `->`. Icons are named after files of `ui/icons`; spaces and measures after
`ui/themes/measures.yaml`. `*w` means any number of widgets.

Theme
    theme.load("day" | "night" | "high-contrast"), theme.apply(app, theme, 1.0 .. 2.0), theme.worn()
    a theme has .colour(role) .kind(name) .size(type) .space(role) .measure(role)
        .font(type, weight=, family="interface" | "book" | "learner")
    icons.icon(role, colour="text", size="icon"): a QIcon for menus; icons.paint(painter, role, area, colour)
Words
    Label(text, type_="body", tone="", wrap=None) .set_tone
        types: note label body strong lead card-title title heading display projector
        tones: muted text accent ok warn danger paused
    ElidedLabel(text, type_, tone=)   Glyph(icon, colour="muted", size="icon") .set_role   Rule(upright=False)
    reveal(widget, wanted): show or hide a part; never call setVisible(True) on a part without a parent
Buttons
    Button(text, kind="quiet", icon="") .set_kind .set_icon -> clicked
        kinds: primary quiet plain soft danger
    IconButton(icon, words, key="", colour="text") .say(words, key) .set_icon -> clicked
Layouts
    stack(*things, gap="m", margin=""), row(*things, gap="s", margin=""): layouts; None is slack
    holding(layout, ground="none"): a QWidget   grounds: none surface raised sunken
    Flow(*w, gap="s"): a row that wraps   ScrollColumn(*w, widest="column", gap="xl", margin="xl") .add .body
Fields
    Field(label, editor, help_="", optional=False) .set_error(what, remedy) .clear_error() .error() .editor
    SearchBox(hint) -> textChanged, down   TextEdit(text, lines=3, most=12, hint="") -> textChanged, left
    Combo(((value, words), ...), value) .value() .choose(value) .set_choices -> chosen(value)
    Check(text, checked=False), Radio(text, checked=False) -> toggled   their words wrap
    Number(value, least=0, most=9999, unit="") -> valueChanged
    DateEdit(date) .day() -> dateChanged   TimeEdit(time) .hour() -> timeChanged
    Tabs(((name, words), ...), current="") .current() .show_tab(name) -> chosen(name)
    matches(typed, *texts), fold(text): finding without accents
Cards
    Card(title, note="", icon="", shape="card" | "well") .add(*w) .act(*buttons) .body .set_title
    PressCard(title, note="", icon="", selected=False) .body .side .set_selected -> pressed
    Figure(value, says, note="") .set_value
Marks
    Tag(text, tone="", icon=None, removable=False) .set_text -> removed
        tones: ok warn danger paused accent info
    ConsentMark("yes" | "no" | "unknown" | "anonymous" | "nobody") .set_consent   Badge(count, says) .set_count
Frame
    Rail((Area(name, text, icon, key="", below=False), ...), current="")
        .set_current .set_badge(name, n, says) -> chosen(name)
    PhaseStrip(current="prepare", done=()) .show_state(current, done) -> chosen(name)
        phases: prepare run harvest publish
    PageHeader(title, note="", middle=None, primary=None, others=(), back_to="")
        .set_title .add_action -> back
    Inspector(title, closable=False) .add(*w) .section(title) .act(*buttons) .clear() .set_title -> closed
    StatusLine(language, theme) .set_saved(datetime | None) .say(text) .add(w) .set_language .set_theme
        -> language_asked, theme_asked
Tables
    Column(title, text, sort=None, figures=False, tone=None, icon=None, wide=False): functions of the value
    DataTable(columns, hint="", count=None, empty=None, extras=()) .show_rows(values) .put(values) .current()
        .chosen_values() .choose(id) .set_keep(function) .search .view
        -> opened(value), current_changed(value), chosen, delete_asked(values)
    RowsModel(columns) .show_rows   TypedFilter .set_typed .set_keep   roles VALUE_ROLE, SORT_ROLE
Steps
    StepRow(start, title, minutes, kind, note="", state="", locked=False, essential=False)
        states: now done late paused skipped   kinds: KIND_WORDS (translate with _)
    TimelineStep(step) .set_step -> pressed   StepDelegate(parent): for a model giving StepRow under STEP_ROLE
Photos
    Photo(key, file, caption="", consent="unknown", excluded=False, group="")
    PhotoGrid() .show_photos(photos) .chosen_keys() .current_key() -> opened(key), chosen
Messages
    Banner(kind, what, advice="", ((name, verb), ...), closable=True) .say .button(name)
        -> acted(name), closed   kinds: info ok warn danger
    EmptyState(sentence, action="", note="", drawing="notebook", icon="") -> acted
        drawings: notebook photos people guide stick plant nothing-found
    Toast(window) .say(text, undo=None, tone="ok")
    ProgressStrip() .begin(label) .set_progress(done, total, label="") .finish() -> cancelled
Dialogs and commands
    Dialog(title, accept, note="", cancel="", parent=None) .add(*w) .body .accept_button .exec()
    Command(title, run, synonyms="", key="", icon="arrow-right", group="")
    CommandPalette(window) .open_with(commands)
Reading
    SheetPreview() .set_pages(images) .set_source(sizes, render) .go_to(page) .page() -> page_changed(n)
    ReadingCard(family="book", picture=None) .set_markdown(text) .set_html(html) -> followed(address)

Traps: keep a Python reference to delegates, models and parents; connect methods, not lambdas holding `self`.
"""

from forgeatelier.window.widgets.banner import Banner
from forgeatelier.window.widgets.buttons import Button, IconButton
from forgeatelier.window.widgets.card import Card, Figure, PressCard
from forgeatelier.window.widgets.choices import Combo, Tabs
from forgeatelier.window.widgets.data_table import DataTable, Table
from forgeatelier.window.widgets.dialog import Dialog
from forgeatelier.window.widgets.edits import DateEdit, Number, SearchBox, TextEdit, TimeEdit
from forgeatelier.window.widgets.empty_state import Drawing, EmptyState
from forgeatelier.window.widgets.field import Field
from forgeatelier.window.widgets.inspector import Inspector
from forgeatelier.window.widgets.layouts import Flow, ScrollColumn, holding, row, stack
from forgeatelier.window.widgets.matching import fold, matches
from forgeatelier.window.widgets.page_header import PageHeader
from forgeatelier.window.widgets.palette import Command, CommandPalette
from forgeatelier.window.widgets.phase_strip import PHASES, PhaseStrip
from forgeatelier.window.widgets.photo_grid import PhotoGrid
from forgeatelier.window.widgets.photo_tile import Photo
from forgeatelier.window.widgets.progress_strip import ProgressStrip
from forgeatelier.window.widgets.rail import Area, Rail
from forgeatelier.window.widgets.reading_card import ReadingCard
from forgeatelier.window.widgets.rows_model import VALUE_ROLE, Column, RowsModel, TypedFilter
from forgeatelier.window.widgets.sheet_preview import SheetPreview
from forgeatelier.window.widgets.status_line import StatusLine
from forgeatelier.window.widgets.step_kinds import KIND_WORDS
from forgeatelier.window.widgets.tag import CONSENTS, Badge, ConsentMark, Tag
from forgeatelier.window.widgets.text import ElidedLabel, Glyph, Label, Rule, reveal
from forgeatelier.window.widgets.ticks import Check, Radio
from forgeatelier.window.widgets.timeline_step import (
    STEP_ROLE,
    StepDelegate,
    StepRow,
    TimelineStep,
)
from forgeatelier.window.widgets.toast import Toast

__all__ = [
    "CONSENTS",
    "KIND_WORDS",
    "PHASES",
    "STEP_ROLE",
    "VALUE_ROLE",
    "Area",
    "Badge",
    "Banner",
    "Button",
    "Card",
    "Check",
    "Column",
    "Combo",
    "Command",
    "CommandPalette",
    "ConsentMark",
    "DataTable",
    "DateEdit",
    "Dialog",
    "Drawing",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "Figure",
    "Flow",
    "Glyph",
    "IconButton",
    "Inspector",
    "Label",
    "Number",
    "PageHeader",
    "PhaseStrip",
    "Photo",
    "PhotoGrid",
    "PressCard",
    "ProgressStrip",
    "Radio",
    "Rail",
    "ReadingCard",
    "RowsModel",
    "Rule",
    "ScrollColumn",
    "SearchBox",
    "SheetPreview",
    "StatusLine",
    "StepDelegate",
    "StepRow",
    "Table",
    "Tabs",
    "Tag",
    "TextEdit",
    "TimeEdit",
    "TimelineStep",
    "Toast",
    "TypedFilter",
    "fold",
    "holding",
    "matches",
    "reveal",
    "row",
    "stack",
]
