# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kept page list of pydyf gives the same file, and is left alone in releases nobody has tried."""

import io
import warnings

import pydyf
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where HarfBuzz-Subset is missing, WeasyPrint says so when it is loaded
    import weasyprint

    from forgeatelier.exporting import typesetting

PAGE = "<html lang=fr><title>t</title><h1>t</h1>" + "".join(
    f"<h2 id=a{n}>{n}</h2><p><a href=#a{n}>x</a>" for n in range(60)
)


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    known = pydyf.PDF.page_references
    rebuild = known.rebuild if isinstance(known, typesetting._KeptPageList) else known.fget
    monkeypatch.setattr(pydyf.PDF, "page_references", property(rebuild))


def made() -> bytes:
    out = io.BytesIO()
    weasyprint.HTML(string=PAGE).write_pdf(out, pdf_tags=True, pdf_variant="pdf/ua-1")
    return out.getvalue()


@pytest.mark.usefixtures("untouched")
def test_the_file_is_the_same_byte_for_byte() -> None:
    plain = made()
    typesetting.keep_page_list()
    assert isinstance(pydyf.PDF.page_references, typesetting._KeptPageList)
    assert made() == plain


@pytest.mark.usefixtures("untouched")
def test_a_release_nobody_tried_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pydyf, "__version__", "99.0")
    typesetting.keep_page_list()
    assert isinstance(pydyf.PDF.page_references, property)
