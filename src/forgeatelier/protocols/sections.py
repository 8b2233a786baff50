# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the tree of a file to the dataclasses of the model, guided by the vocabulary and the types."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin
from unicodedata import normalize

from forgeatelier.ground.words import _
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.protocols import values
from forgeatelier.protocols.draft import Draft, ModelPath
from forgeatelier.protocols.tree import Entries, Items, Node, Scalar
from forgeatelier.protocols.vocabulary import KEYS, Key, by_spelling, keys_of, words_of


@dataclass(slots=True)
class SectionReader:
    """Turns nodes into values of the model; what cannot be read becomes a complaint and an empty value."""

    draft: Draft
    language: str

    def section(self, cls: Any, node: Node, path: ModelPath, skip: tuple[str, ...] = ()) -> Any:
        """A dataclass of the model from its keys."""
        if not isinstance(node, Entries):
            self._not_entries(cls, node, path)
            return _empty(cls)
        spellings = by_spelling(cls)
        found: dict[str, Any] = {}
        for key_node, value_node in node.pairs:
            key = spellings.get(key_node.text)
            if key is None:
                if not (path == () and key_node.text in skip):
                    self._unknown_key(cls, key_node, path)
            elif key.field in found:
                self.draft.place((*path, key.field), key_node, key_node.text)
                self._twice(key, key_node, path)
            else:
                self.draft.place((*path, key.field), value_node, key_node.text)
                found[key.field] = self._value(key, value_node, (*path, key.field))
        self._twice_in_header(node, skip)
        return self._built(cls, node, path, found)

    def _built(self, cls: Any, node: Node, path: ModelPath, found: dict[str, Any]) -> Any:
        said = _unsaid(cls) | {name: value for name, value in found.items() if value is not None}
        for key in keys_of(cls):
            if key.field in said:
                continue
            if key.required and not self.draft.failed((*path, key.field)):
                self._missing(key, node, path)
            if key.default is MISSING and key.field not in said:
                said[key.field] = _nothing(key.hint)
        return cls(**said)

    def _value(self, key: Key, node: Node, path: ModelPath) -> Any:
        """The value of one key, or None when nothing was said or nothing could be read."""
        if isinstance(node, Scalar) and node.nothing:
            return None
        if key.hint == tuple[Objective, ...]:
            return self._objectives(node, path)
        read = values.NAMED.get(key.reads)
        value = self._read(_inner(key.hint), node, path, read)
        if key.required and value in ("", ()) and not self.draft.failed(path):
            return None
        return value

    def _read(self, hint: Any, node: Node, path: ModelPath, named: Callable[[str, str], Any] | None) -> Any:
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0], node, path, named)
        if is_dataclass(hint):
            return self.section(hint, node, path)
        if not isinstance(node, Scalar):
            self._not_scalar(hint, node, path)
            return None
        try:
            return named(node.text, self.language) if named else self._scalar(hint, node)
        except values.Unreadable as trouble:
            self.draft.complain(path, trouble.what, trouble.remedy)
            return None

    def _scalar(self, hint: Any, node: Scalar) -> Any:
        if hint is str:
            return _text(node)
        if hint is int:
            return values.whole(node.text)
        if hint is Decimal:
            return values.quantity(node.text)
        if hint is bool:
            return values.yes_or_no(node.text)
        return values.word(node.text, words_of(hint), self.language)

    def _list(self, hint: Any, node: Node, path: ModelPath, named: Callable[[str, str], Any] | None) -> Any:
        if not isinstance(node, Items):
            self.draft.complain(
                path,
                _("Une liste est attendue ici."),
                _("Écrire chaque élément sur sa ligne, précédé d’un tiret, même s’il est seul."),
            )
            return None
        found = []
        for index, item in enumerate(node.nodes):
            here = (*path, index)
            self.draft.place(here, item, index)
            if isinstance(item, Scalar) and item.nothing:
                self.draft.complain(
                    here, _("Cet élément de la liste est vide."), _("Le remplir ou supprimer la ligne.")
                )
                continue
            value = self._read(hint, item, here, named)
            if value is not None:
                found.append(value)
        return tuple(found)

    def _objectives(self, node: Node, path: ModelPath) -> Any:
        """In the file, objectives stand under their family; in the model each one knows its own."""
        families = words_of(Family)
        if not isinstance(node, Entries):
            self._not_entries(Protocol, node, path, [word.spelled(self.language) for word in families])
            return None
        known = {spelling: word.value for word in families for spelling in (word.en, word.fr)}
        found: list[Objective] = []
        seen: set[Family] = set()
        for key_node, items in node.pairs:
            family = known.get(key_node.text)
            here = (*path, key_node.text)
            self.draft.place(here, items, key_node.text)
            if family is None or family in seen:
                allowed = [word.spelled(self.language) for word in families]
                what = (
                    _("La clé « {key} » n’est pas connue ici.")
                    if family is None
                    else _("La clé « {key} » est écrite deux fois.")
                )
                remedy = _("Clés possibles : {keys}.").format(keys=", ".join(allowed))
                self.draft.complain(here, what.format(key=key_node.text), remedy)
                continue
            seen.add(family)
            if isinstance(items, Scalar) and items.nothing:
                continue
            for one in self._list(Objective, items, here, None) or ():
                found.append(replace(one, family=family))
        return tuple(found)

    def _unknown_key(self, cls: Any, key_node: Scalar, path: ModelPath) -> None:
        here = (*path, "?" + key_node.text)
        self.draft.place(here, key_node, key_node.text)
        spellings = by_spelling(cls)
        close = values.nearest(key_node.text, spellings)
        if homes := self._homes_of(key_node.text, path):
            remedy = _("Cette clé se range sous {sections}.").format(sections=_(" ou ").join(homes))
        elif close:
            remedy = _("Écrire {key}.").format(key=spellings[close].spelled(self.language))
        else:
            known = ", ".join(key.spelled(self.language) for key in keys_of(cls))
            remedy = _("Clés possibles : {keys}.").format(keys=known)
        what = _("La clé « {key} » n’est pas connue ici.").format(key=key_node.text)
        self.draft.complain(here, what, remedy)

    def _homes_of(self, spelling: str, path: ModelPath) -> list[str]:
        """The top-level keys under which a key belongs that was written beside them."""
        homes = []
        for key in () if path else keys_of(Protocol):
            inner = _inner(key.hint)
            inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
            if inner in KEYS and spelling in by_spelling(inner):
                homes.append(key.spelled(self.language))
        return homes

    def _twice(self, key: Key, key_node: Scalar, path: ModelPath) -> None:
        self.draft.complain(
            (*path, key.field),
            _("La clé « {key} » est écrite deux fois.").format(key=key_node.text),
            _("Garder une seule des deux lignes."),
        )

    def _twice_in_header(self, node: Entries, skip: tuple[str, ...]) -> None:
        for name in skip:
            again = [key for key, _value in node.pairs if key.text == name][1:]
            for key in again:
                what = _("La clé « {key} » est écrite deux fois.").format(key=name)
                self.draft.complain_at(key, name, what, _("Garder une seule des deux lignes."))

    def _missing(self, key: Key, node: Node, path: ModelPath) -> None:
        name = key.spelled(self.language)
        if self.draft.placed((*path, key.field)):
            self.draft.complain(
                (*path, key.field), _("Il n’y a rien ici."), _("Remplir « {key} ».").format(key=name)
            )
        else:
            what = _("Il manque « {key} ».").format(key=name)
            self.draft.complain_in(
                path, node, what, _("Ajouter une ligne {key}: suivie de sa valeur.").format(key=name)
            )

    def _not_entries(self, cls: Any, node: Node, path: ModelPath, known: list[str] | None = None) -> None:
        allowed = known or [key.spelled(self.language) for key in keys_of(cls)]
        self.draft.complain(
            path,
            _("Des clés avec leurs valeurs sont attendues ici."),
            _("Clés possibles : {keys}.").format(keys=", ".join(allowed)),
        )

    def _not_scalar(self, hint: Any, node: Node, path: ModelPath) -> None:
        if hint is str and isinstance(node, Entries):
            self.draft.complain(
                path,
                _("Ce texte contient « : », que YAML prend pour une clé."),
                _("Mettre tout le texte entre guillemets."),
            )
        else:
            self.draft.complain(
                path, _("Une seule valeur est attendue ici."), _("Supprimer la liste ou les clés en trop.")
            )


def _text(node: Scalar) -> str:
    # The line break that ends a block is how YAML is written, not what the person said.
    text = node.text.rstrip("\n") if node.style in ("|", ">") else node.text
    return normalize("NFC", text)


def _inner(hint: Any) -> Any:
    """The type inside `X | None`."""
    if NoneType in get_args(hint):
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _nothing(hint: Any) -> Any:
    """What stands in for a value that could not be read, until the complaints are raised."""
    inner = _inner(hint)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return next(iter(inner))
    return () if get_origin(inner) is tuple else inner()


def _empty(cls: Any) -> Any:
    return cls(
        **_unsaid(cls) | {key.field: _nothing(key.hint) for key in keys_of(cls) if key.default is MISSING}
    )


def _unsaid(cls: Any) -> dict[str, Any]:
    """The fields that no key of the section fills: an objective learns its family from where it stands."""
    return {"family": Family.SOFT_SKILLS} if cls is Objective else {}
