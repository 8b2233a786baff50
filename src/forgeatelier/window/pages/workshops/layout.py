# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the list of workshops looks: its columns, its tags, its table."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.reference import label
from forgeatelier.store.glance import WorkshopRow
from forgeatelier.window import dates
from forgeatelier.window.models.workshop_list import DATE, PEOPLE, PHASE, ROW_ROLE, TITLE, TOWN
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Table,
    Tag,
)
from forgeatelier.window.widgets.drawing import width_of

PHASE_TAGS = {
    "idea": (marked("Idée"), "", "idea"),
    "planned": (marked("Préparer"), "", None),
    "confirmed": (marked("Préparer"), "", None),
    "running": (marked("Animer"), "accent", None),
    "held": (marked("Récolter"), "info", "harvest"),
    "documented": (marked("Publier"), "warn", "publish"),
    "closed": (marked("Publié"), "ok", None),
    "postponed": (marked("Reporté"), "paused", None),
    "cancelled": (marked("Annulé"), "paused", "close"),
}
"""What the tag of each state says, its tone and its shape."""


def titles() -> tuple[str, ...]:
    """The titles of the columns."""
    return _("Date"), _("Titre"), _("Ville"), _("Phase"), _("Personnes")


def cells(row: WorkshopRow) -> tuple[str, ...]:
    """The texts of one line."""
    town = row.town
    if row.country:
        town = ", ".join(filter(None, (row.town, label("pays", row.country, language()))))
    return (
        dates.short_day(row.starts_on) or no_date(),
        row.title,
        town,
        _(PHASE_TAGS.get(row.state, PHASE_TAGS["planned"])[0]),
        str(row.people_planned) if row.people_planned else "–",
    )


def no_date() -> str:
    """What stands in the place of a day that nobody has fixed."""
    return _("à fixer")


def tag_picture(state: str, ratio: float = 1.0) -> QPixmap:
    """The tag of a state as a picture, in the looks and the words of now."""
    theme = worn()
    return _picture(state, theme.name, theme.text_scale, language(), ratio)


def count_words(count: int) -> str:
    """« 10 000 ateliers »."""
    return ngettext("{n} atelier", "{n} ateliers", count).format(
        n=f"{count:n}" if count < 1000 else thousands(count)
    )


def thousands(count: int) -> str:
    """A number with its thousands apart, as the language writes it."""
    return f"{count:,}".replace(",", "," if language() == "en" else "\N{NARROW NO-BREAK SPACE}")


class PhaseDelegate(QStyledItemDelegate):
    """Draws the phase as the same tag as everywhere else."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground of the line, then the tag."""
        row: WorkshopRow | None = index.data(ROW_ROLE)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        table = ground.widget
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, table)
        if row is None:
            return
        picture = tag_picture(row.state, table.devicePixelRatioF())
        top = ground.rect.top() + (ground.rect.height() - picture.deviceIndependentSize().height()) / 2
        painter.drawPixmap(QPoint(ground.rect.left() + worn().space("s"), round(top)), picture)


@lru_cache(maxsize=128)
def _picture(state: str, _theme: str, _scale: float, _language: str, ratio: float) -> QPixmap:
    text, tone, shape = PHASE_TAGS.get(state, PHASE_TAGS["planned"])
    tag = Tag(_(text), tone, shape)
    tag.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    size = tag.sizeHint()
    tag.resize(size)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    tag.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


_LEAST_TITLE = 14
"""How many times the height of a letter a column of titles needs."""

_PHASES = {"running": "run", "held": "harvest", "documented": "publish", "closed": "publish"}


def phase_of(state: str) -> str:
    """The phase in which a workshop in this state opens."""
    return _PHASES.get(state, "prepare")


def set_up_before(table: Table) -> None:
    """Before the model comes: newest first, so that nothing is sorted at the start."""
    table.horizontalHeader().setSortIndicator(DATE, Qt.SortOrder.DescendingOrder)


def fit(table: Table) -> None:
    """When the titles have too little room, the number of people gives way, then the town."""
    header, least = table.horizontalHeader(), worn().size("body") * _LEAST_TITLE
    for hidden in ((), (PEOPLE,), (PEOPLE, TOWN)):
        for column in (TOWN, PEOPLE):
            table.setColumnHidden(column, column in hidden)
        others = sum(
            header.sectionSize(column) for column in (DATE, TOWN, PHASE, PEOPLE) if column not in hidden
        )
        if table.viewport().width() - others >= least:
            return


def set_up(table: Table) -> None:
    """Give every column its width: the title takes what is left."""
    theme, header = worn(), table.horizontalHeader()
    font, pad = theme.font(), 2 * theme.space("l")
    head = theme.font("note", weight=600)
    widths = {
        DATE: width_of("28 sept. 2026", font) + pad,
        TOWN: width_of("Saint-Louis, Sénégal", font) + pad,
        PHASE: width_of("Préparer", font) + 2 * pad,
        PEOPLE: width_of(_("Personnes"), head) + pad,
    }
    for column, wide in widths.items():
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(column, wide)
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setDefaultSectionSize(theme.measure("row"))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
