# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people typed can say anything and structure nothing but lists and breaks."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from forgeatelier.exporting.escaping import blocks, inline

HOSTILE = [
    "# pas un titre",
    "## Sécurité {#faux .class}",
    "> [!WARNING] pas un avertissement",
    "<script>alert(1)</script>",
    "<!-- caché --> visible",
    "![image](https://example.org/x.png)",
    "[lien](javascript:alert(1))",
    "[^1]: note",
    "[ref]: https://example.org",
    "*[HTML]: abréviation",
    "**gras** _souligné_ `code` ~~barré~~",
    "| a | b |",
    "```",
    "~~~",
    "---",
    "===",
    "1. pas une liste",
    "&lt;script&gt; &#60;b&#62;",
    "\\# déjà échappé",
    ": définition",
    "{: .classe onclick=x }",
    "\u202egauche à droite\u202c",
    "\x02wzxhzdk:0\x03",
    "https://example.org/a_b_c?x=1&copy=2",
]


def rendered_both_ways(text: str) -> tuple[str, str]:
    python = markdown.markdown(text, extensions=["extra", "sane_lists"])
    return python, MarkdownIt("commonmark").enable("table").render(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_that_looks_like_markup_is_shown_as_it_was_typed(text: str) -> None:
    for html in rendered_both_ways(f"Avant.\n\n{inline(text)}\n\nAprès."):
        for tag in (
            "<h1",
            "<h2",
            "<blockquote",
            "<script",
            "<img",
            "<a ",
            "<li",
            "<strong",
            "<em",
            "<table",
            "<hr",
            "<dl",
            "<pre",
        ):
            assert tag not in html, html
        assert html.count("<p>") == 3, html


@pytest.mark.parametrize("text", HOSTILE)
def test_the_same_line_harms_no_heading_cell_or_bullet(text: str) -> None:
    for html in rendered_both_ways(
        f"### {inline(text)}\n\n| a | b |\n| --- | --- |\n| {inline(text)} | fin |\n\n- {inline(text)}\n"
    ):
        assert html.count("<h3") == 1
        assert html.count("<td") == 2
        assert html.count("<li") == 1


@given(st.text(alphabet=st.sampled_from("ab #>*_-+`~[]()<>&|\\!:=1.{}\"'«é\n\t"), max_size=60))
def test_no_mix_of_signs_becomes_a_heading_a_link_or_a_quotation(text: str) -> None:
    for html in rendered_both_ways(blocks(text)):
        for tag in ("<h", "<blockquote", "<img", "<a ", "<strong", "<em", "<table", "<pre", "<dl", "<code"):
            assert tag not in html, (text, html)


def test_line_ends_and_lists_are_kept_the_way_people_typed_them() -> None:
    text = "Il faut :\n- du carton\n• de la colle\n\nPuis :\n1) couper\n2) coller\nFini.\nVraiment."
    assert blocks(text) == (
        "Il faut :\n\n- du carton\n- de la colle\n\nPuis :\n\n1. couper\n2. coller\n\nFini.  \nVraiment."
    )


def test_each_sentence_stands_on_its_own_line_so_that_versions_compare() -> None:
    assert blocks("On coupe. On colle ! M. Diop regarde. Puis 3,5 kg.") == (
        "On coupe.\nOn colle !\nM. Diop regarde.\nPuis 3,5 kg."
    )
