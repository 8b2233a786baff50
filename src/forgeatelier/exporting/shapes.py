# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Markdown of a bundle means beyond plain Markdown: callouts, tick boxes, figures, steps, known sections.

Each function rearranges the element tree of a page in place; the same text reads well anywhere else without them.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from forgeatelier.exporting import facts, sections
from forgeatelier.exporting.sections import Section
from forgeatelier.ground.words import _, marked

CLASSES = frozenset(
    {
        *("callout", "callout-title", "note", "tip", "important", "warning", "caution", "task", "tick"),
        *(
            "section",
            "other",
            "opening",
            "step",
            "step-head",
            "with-photo",
            "step-word",
            "step-number",
            "step-title",
        ),
        *("caption", "credit", "about", "label", "say", "colon", "fact"),
        *("footnote", "footnote-ref", "footnote-backref"),
        *(section.value for section in Section),
        *(f"fact-{fact}" for fact in facts.Fact),
        *(f"part-{place}" for place in range(1, 6)),
    }
)
"""Every class name these shapes give, which the cleaning keeps."""

_CALLOUT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?")
_CALLED = {
    "NOTE": marked("À noter"),
    "TIP": marked("Astuce"),
    "IMPORTANT": marked("À retenir"),
    "WARNING": marked("Attention"),
    "CAUTION": marked("À éviter"),
}

_BESIDE_PHOTO = 300  # letters that must stand beside a photo set 70 mm wide


def shape(root: Element) -> None:
    """Give the whole page its shapes."""
    for parent in list(root.iter()):
        _part_callouts(parent)
        _figures(parent)
    for element in list(root.iter()):
        if element.tag == "blockquote":
            _callout(element)
        elif element.tag == "li":
            _task(element)
        elif element.tag == "th":
            element.set("scope", "col")
        elif element.tag == "p":
            _paragraph(element)
    _sections(root)


def demote(root: Element, levels: int) -> None:
    """Lower every heading by so many levels, for a page that becomes part of another."""
    for element in root.iter():
        if levels and re.fullmatch(r"h[1-6]", element.tag):
            element.tag = f"h{min(6, int(element.tag[1]) + levels)}"


def _part_callouts(parent: Element) -> None:
    """Python-Markdown makes one quotation of two that follow each other; each callout gets its own again."""
    for quote in list(parent):
        if quote.tag != "blockquote":
            continue
        place, current = list(parent).index(quote), quote
        for block in list(quote)[1:]:
            if block.tag == "p" and _CALLOUT.match(block.text or ""):
                current = Element("blockquote")
                place += 1
                parent.insert(place, current)
            if current is not quote:
                quote.remove(block)
                current.append(block)


def _callout(quote: Element) -> None:
    first = next(iter(quote), None)
    found = _CALLOUT.match(first.text or "") if first is not None and first.tag == "p" else None
    if first is None or found is None:
        return
    first.text = (first.text or "")[found.end() :]
    if not first.text.strip() and not len(first):
        quote.remove(first)
    quote.tag = "div"
    quote.set("class", f"callout {found[1].lower()}")
    title = Element("p", {"class": "callout-title"})
    title.text = _(_CALLED[found[1]])
    quote.insert(0, title)


def _task(item: Element) -> None:
    holder = item
    first = next(iter(item), None)
    if not (item.text or "").strip() and first is not None and first.tag == "p":
        holder = first
    mark = (holder.text or "").lstrip()[:4]
    if mark not in ("[ ] ", "[x] ", "[X] "):
        return
    item.set("class", "task")
    tick = Element("span", {"class": "tick"})
    tick.text = "" if mark == "[ ] " else "×"
    tick.tail = (holder.text or "").lstrip()[4:]
    holder.text = ""
    holder.insert(0, tick)


def _paragraph(block: Element) -> None:
    """The line about a step, what is said aloud, and a label that stands alone."""
    first = next(iter(block), None)
    if first is None or (block.text or "").strip():
        return
    tail = (first.tail or "").strip()
    if first.tag == "em" and tail.startswith("· "):
        block.set("class", "about")
    elif first.tag == "strong" and not tail and len(block) == 1:
        block.set("class", "label")
    elif first.tag == "strong" and "".join(first.itertext()).startswith(_("Consigne")):
        block.set("class", "say")


def _figures(parent: Element) -> None:
    """An image alone in its paragraph is a figure; an italic paragraph after it is its caption."""
    for block in list(parent):
        if block.tag != "p" or len(block) != 1 or block[0].tag != "img" or (block.text or "").strip():
            continue
        if (block[0].tail or "").strip():
            continue
        place = list(parent).index(block)
        following = parent[place + 1] if place + 1 < len(parent) else None
        block.tag = "figure"
        if following is not None and _is_caption(following):
            parent.remove(following)
            block.append(_caption(following))


def _is_caption(block: Element) -> bool:
    return (
        block.tag == "p"
        and len(block) == 1
        and block[0].tag == "em"
        and not (block.text or "").strip()
        and "·" not in (block[0].tail or "")
    )


def _caption(words: Element) -> Element:
    caption = Element("figcaption")
    said, credit = words[0], (words[0].tail or "").strip()
    said.tag, said.tail = "span", None
    only_credit = not credit and "".join(said.itertext()).startswith(_("Photo"))
    said.set("class", "credit" if only_credit else "caption")
    caption.append(said)
    if credit:
        line = Element("span", {"class": "credit"})
        line.text = credit
        said.tail = " "
        caption.append(line)
    return caption


def _sections(root: Element) -> None:
    """Wrap each second-level heading with what follows, and each step inside."""
    known = sections.recognised()
    blocks = list(root)
    for block in blocks:
        root.remove(block)
    for group in _split(blocks, "h2"):
        section = known.get("".join(group[0].itertext()))
        names = f"section {section or 'other'}" + (f" part-{sections.part(section)[0]}" if section else "")
        if group[0].tag != "h2":
            root.append(_wrapped(names if section else "opening", group))
            continue
        whole = _wrapped(names, [])
        for part in _split(group, "h3"):
            _add_part(whole, part)
        if section is Section.FACTS:
            _mark_facts(whole)
        root.append(whole)


def _add_part(whole: Element, part: list[Element]) -> None:
    heading = part[0]
    step = sections.step_heading(heading.text or "") if heading.tag == "h3" else None
    if step is None:
        whole.extend(part)
        return
    heading.set("data-label", "".join(heading.itertext()))
    number = Element("span", {"class": "step-number"})
    number.text, number.tail = step.number, " "
    word = Element("span", {"class": "step-word"})
    word.text, word.tail = step.word, " "
    title = Element("span", {"class": "step-title"})
    title.text = step.title
    for child in list(heading):
        heading.remove(child)
        title.append(child)
    heading.text = ""
    heading.extend([word, number, title])
    head = _head(part)
    whole.append(_wrapped("step", [head, *part[len(head) :]]))


def _head(part: list[Element]) -> Element:
    """The beginning of a step that stays on one page: its number, its photo and the words that stand beside it."""
    with_photo = any(block.tag == "figure" for block in part[1:2])
    head = Element("div", {"class": "step-head with-photo" if with_photo else "step-head"})
    room = _BESIDE_PHOTO if with_photo else 1
    for block in part:
        head.append(block)
        if block.tag not in ("h3", "figure") and block.get("class") != "about":
            room -= len("".join(block.itertext()))
        if room <= 0:
            break
    return head


def _mark_facts(whole: Element) -> None:
    known = facts.recognised()
    for item in whole.iter("li"):
        strong = next(item.iter("strong"), None)
        label = "".join(strong.itertext()).rstrip("\u00a0 :") if strong is not None else ""
        if label in known:
            item.set("class", f"fact fact-{known[label]}")
            _colon_apart(strong, label)


def _colon_apart(strong: Element | None, label: str) -> None:
    """The colon of a label in an element of its own, for where the label stands above and needs none."""
    if strong is None or len(strong):
        return
    mark = Element("span", {"class": "colon"})
    mark.text = (strong.text or "")[len(label) :]
    strong.text = label
    strong.append(mark)


def _wrapped(names: str, blocks: list[Element]) -> Element:
    whole = Element("section", {"class": names})
    whole.extend(blocks)
    return whole


def _split(blocks: list[Element], tag: str) -> Iterator[list[Element]]:
    """The blocks in groups that begin at each heading `tag`; headings above it end a group too."""
    group: list[Element] = []
    for block in blocks:
        if block.tag == tag and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group
