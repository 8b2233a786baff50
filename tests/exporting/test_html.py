# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown becomes pages that look like a field guide and do nothing behind anyone's back."""

import pytest

from forgeatelier.exporting.html import to_page
from forgeatelier.exporting.markdown import SHEET, sheet_files
from forgeatelier.model.commons.document import SheetDocument

AT = "contenu/01-fiche.md"

HOSTILE = [
    "<script>fetch('https://evil.example')</script>",
    "<a rel=attachment href='file:///etc/passwd'>plan</a>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import url(https://evil.example/x.css); body{background:url(file:///etc/passwd)}</style>",
    "<p style='background:url(https://evil.example/x)'>texte</p>",
    "<img src=https://evil.example/pixel.png>",
    "<img src='file:///etc/passwd'>",
    "![plan](../../secret.png)",
    "![plan](/etc/passwd.png)",
    "![plan](../medias/../../secret.png)",
    "![plan](..%2f..%2fsecret.png)",
    "![plan](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "![plan](../medias/dessin.svg)",
    "[suite](javascript:alert(1))",
    "[suite](http://evil.example)",
    "[suite](../../../ailleurs.md)",
    "<iframe src=https://evil.example></iframe><object data=x></object><embed src=x>",
    "<svg onload=alert(1)><use href='https://evil.example#x'/></svg>",
    "<form action=https://evil.example><input name=x><button>ok</button></form>",
    "<p onclick=alert(1) onmouseover=alert(1)>texte</p>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=https://evil.example>",
    "texte\n{: onclick=alert(1) style=x src=https://evil.example }",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_a_stranger_wrote_acts_or_reaches_out(text: str) -> None:
    html = to_page(f"# Titre\n\n{text}\n", AT).html
    for sign in (
        "evil.example",
        "passwd",
        "secret",
        "script",
        "javascript",
        "onclick",
        "onload",
        "style",
        "data:",
        "rel=",
        "ailleurs",
        "<form",
        "<iframe",
    ):
        assert sign not in html, html


def test_links_that_open_are_kept_and_those_inside_are_told_from_the_root() -> None:
    html = to_page(
        "[a](https://example.org/x) [b](mailto:nous@example.org) [c](../CREDITS.md) [d](#suite)", AT
    ).html
    for href in ("https://example.org/x", "mailto:nous@example.org", "CREDITS.md", "#suite"):
        assert f'href="{href}"' in html
    assert 'src="medias/four.jpg"' in to_page("![four](../medias/four.jpg)", AT).html


def test_text_cannot_dress_up_as_the_program() -> None:
    html = to_page('<p id="forge-body" class="cover callout">x</p>', AT).html
    assert 'class="callout"' in html
    assert "forge-body" not in html
    assert "cover" not in html


def test_a_callout_is_told_by_a_word_and_two_stay_two() -> None:
    html = to_page("> [!WARNING]\n>\n> Gants.\n\n> [!TIP]\n> Huile.\n\n> Une citation.\n", AT).html
    assert html.count('<div class="callout') == 2
    assert '<p class="callout-title">Attention</p><p>Gants.</p>' in html
    assert '<p class="callout-title">Astuce</p><p>Huile.' in html
    assert "[!" not in html


def test_steps_are_sections_with_their_number_apart(document: SheetDocument) -> None:
    html = to_page(sheet_files(document)[SHEET], SHEET).html
    assert html.count('<section class="step">') == len(document.protocol.steps)
    assert '<span class="step-word">Étape</span> <span class="step-number">6</span>' in html
    assert html.count("<section") == html.count("</section>")


def test_a_photo_a_caption_and_a_credit_make_one_figure() -> None:
    html = to_page(
        "![Un four](../medias/four.jpg)\n\n*À midi.* Photo : Ndella F., CC BY-SA 4.0.\n\nSuite.", AT
    ).html
    assert "<figcaption>" in html
    assert '<span class="caption">À midi.</span> <span class="credit">Photo' in html
    assert "<p>Suite.</p>" in html


def test_things_to_tick_have_a_box_and_table_heads_say_so() -> None:
    html = to_page("- [ ] Colle\n- [x] Carton\n- Rien\n\n| a |\n| --- |\n| b |\n", AT).html
    assert html.count('<li class="task"><span class="tick">') == 2
    assert '<th scope="col">' in html


def test_headings_go_down_when_a_file_becomes_part_of_a_page() -> None:
    page = to_page("# Crédits\n\n## Avec\n", "CREDITS.md", demoted=1, prefix="c-")
    assert [(h.level, h.id, h.text) for h in page.headings] == [
        (2, "c-crédits", "Crédits"),
        (3, "c-avec", "Avec"),
    ]
    assert "<h2" in page.html
    assert "<h1" not in page.html


def test_a_page_speaks_the_language_of_its_file() -> None:
    english = to_page("---\nlang: en\n---\n\nReally ! A point : b\n", AT)
    assert english.language == "en"
    assert "Really ! A point : b" in english.html
