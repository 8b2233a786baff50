# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand in a page made from Markdown: an allow-list, because an imported guide is a stranger's."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

TAGS = frozenset(
    {
        *("p", "br", "hr", "blockquote", "div", "section", "span", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "pre", "code"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "del",
            "dfn",
            "em",
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
            "s",
            "small",
        ),
        *("strong", "sub", "sup", "var"),
    }
)
_ANYWHERE = {"id", "class", "lang", "dir"}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "h3": {"data-label"},
    "h4": {"data-label"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "abbr": {"title"},
}
_DROPPED_WHOLE = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "template",
    "noscript",
    "title",
    "textarea",
    "svg",
    "math",
}
_NAME = re.compile(r"[\w-]{1,120}")
_IMAGE = re.compile(r"medias/[\w.-]{1,110}\.(?:jpe?g|png|webp|gif)", re.IGNORECASE | re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
OWN_IDS = "forge-"
"""Ids that begin like this belong to the templates; text may not use them."""


def cleaned(html: str, at: str, classes: frozenset[str]) -> str:
    """`html`, made from the file at path `at` of the bundle, with nothing in it that acts or reaches out.

    Links stay when they are https, mailto or inside the bundle; images only from `medias/`. Relative addresses
    come out relative to the bundle's root. Of the class names only `classes` are kept.
    """
    import nh3

    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=_DROPPED_WHOLE,
        attributes={"*": _ANYWHERE, **_ATTRIBUTES},
        attribute_filter=_filter(at, classes),
        url_schemes={"https", "mailto"},
        link_rel=None,
    )


def inside(address: str, at: str) -> str | None:
    """`address`, written in the file at path `at`, relative to the bundle's root; None when it points outside."""
    path = unquote(address)
    if _SCHEME.match(path) or path.startswith("/") or "\\" in path or any(ord(c) < 32 for c in path):
        return None
    found = posixpath.normpath(
        posixpath.join(posixpath.dirname(at), path.partition("#")[0].partition("?")[0])
    )
    return None if found.startswith(("..", "/")) else found


def _filter(at: str, classes: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "class":
            return " ".join(name for name in value.split() if name in classes) or None
        if attribute == "id":
            return value if _NAME.fullmatch(value) and not value.startswith(OWN_IDS) else None
        if attribute == "href":
            return _link(value, at)
        if tag == "img" and attribute == "src":
            found = inside(value, at)
            return found if found and _IMAGE.fullmatch(found) else None
        return value

    return keep


def _link(value: str, at: str) -> str | None:
    if value.startswith(("https://", "mailto:")):
        return value
    if value.startswith("#"):
        return value if _NAME.fullmatch(value[1:]) else None
    return inside(value, at)
