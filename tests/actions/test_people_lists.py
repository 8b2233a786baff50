# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists that teams really keep are read, what is unsure is said and nothing on them is lost."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from forgeatelier.actions.people_lists.kinds import (
    AgeBand,
    Because,
    Consented,
    Half,
    Kind,
    Mark,
    Meaning,
    Sex,
    Subject,
    Use,
)
from forgeatelier.actions.people_lists.preview import read_pasted, read_people_list
from forgeatelier.actions.people_lists.understood import ListPreview, UnderstoodRow
from forgeatelier.ground.errors import AtelierError

TODAY = date(2026, 3, 20)
LISTS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "participants"


def real(name: str) -> ListPreview:
    if not (LISTS / name).exists():
        pytest.skip(f"the shared participant list {name} is not beside this checkout")
    return read_people_list(LISTS / name, today=TODAY)


def pasted(*lines: str, country: str | None = None) -> ListPreview:
    return read_pasted("\n".join(lines), today=TODAY, default_country=country)


def on_line(preview: ListPreview, line: int) -> UnderstoodRow:
    return next(row for row in preview.rows if row.line == line)


def doubts(preview: ListPreview, because: Because) -> list[int | None]:
    return [doubt.line for doubt in preview.doubtful if doubt.because is because]


def no_line_is_lost(preview: ListPreview, header_lines: int = 1) -> bool:
    return preview.counts.lines == header_lines + len(preview.rows) + len(preview.set_aside)


def write(folder: Path, content: str | bytes, name: str = "liste.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def workbook(folder: Path, sheets: dict[str, Iterable[Iterable[object]]]) -> tuple[Workbook, Path]:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(folder / "liste.xlsx")
    return book, folder / "liste.xlsx"


# --- the three real lists ----------------------------------------------------------------------------------


def test_the_signed_sheet_from_bobo_is_read_with_all_its_people() -> None:
    preview = real("emargement_cp1252.csv")
    assert (preview.encoding, preview.delimiter, preview.header_line) == ("cp1252", ";", 3)
    assert preview.titles == ("Atelier four solaire - Bobo-Dioulasso - 12 mars 2026",)
    assert preview.title_date == date(2026, 3, 12)
    counts = preview.counts
    assert (counts.people, counts.women, counts.men, counts.unstated_sex) == (34, 21, 12, 1)
    assert counts.minors == 10
    assert counts.set_aside == {Kind.TITLE: 1, Kind.BLANK: 2, Kind.DUPLICATE: 1, Kind.TOTAL: 1}
    assert no_line_is_lost(preview)


def test_every_column_of_the_signed_sheet_has_its_meaning() -> None:
    preview = real("emargement_cp1252.csv")
    assert {column.header: column.meaning for column in preview.columns} == {
        "N°": Meaning.NUMBER,
        "Nom": Meaning.FAMILY_NAME,
        "Prénom(s)": Meaning.GIVEN_NAMES,
        "Sexe": Meaning.SEX,
        "Âge": Meaning.AGE,
        "Structure / village": Meaning.ORGANISATION,
        "Téléphone": Meaning.PHONE,
        "E-mail": Meaning.EMAIL,
        "Accord photo": Meaning.CONSENT,
        "12/03 matin": Meaning.PRESENCE,
        "12/03 après-midi": Meaning.PRESENCE,
    }


def test_the_half_days_of_the_signed_sheet_have_dates_and_marks() -> None:
    preview = real("emargement_cp1252.csv")
    assert [(half.on, half.half) for half in preview.half_days] == [
        (date(2026, 3, 12), Half.MORNING),
        (date(2026, 3, 12), Half.AFTERNOON),
    ]
    morning = Counter(row.presence[0].mark for row in preview.rows)
    assert morning == {Mark.PRESENT: 24, Mark.ABSENT: 5, Mark.UNSTATED: 5}


def test_names_in_capitals_become_readable_and_stay_as_written_beside() -> None:
    preview = real("emargement_cp1252.csv")
    fatoumata = on_line(preview, 7)
    assert (fatoumata.family_name, fatoumata.given_names) == ("N’Guessan", "Fatoumata")
    assert fatoumata.as_written == "N’GUESSAN Fatoumata"
    assert on_line(preview, 27).family_name == "Houngbédji"


def test_names_damaged_by_a_bad_copy_are_kept_as_read_and_told() -> None:
    preview = real("emargement_cp1252.csv")
    assert doubts(preview, Because.DAMAGED) == [17, 18, 19, 25, 26]
    assert on_line(preview, 17).family_name == "?OOLO"
    assert on_line(preview, 18).given_names == "?rn?sti"


def test_ages_said_in_four_ways_are_kept_as_they_were_said() -> None:
    preview = real("emargement_cp1252.csv")
    said = {line: on_line(preview, line) for line in (5, 29, 26, 7, 15)}
    assert [(row.birth_year, row.age, row.age_band) for row in said.values()] == [
        (None, None, AgeBand.UNDER_15),
        (None, 31, AgeBand.FROM_25),
        (1998, None, AgeBand.FROM_25),
        (None, None, AgeBand.FROM_60),
        (None, None, None),
    ]
    assert [row.minor for row in said.values()] == [True, False, False, False, False]


def test_a_yes_grants_internal_use_only_and_internet_is_refused_when_she_said_so() -> None:
    preview = real("emargement_cp1252.csv")
    assert on_line(preview, 4).image_uses == {
        Use.INTERNE: Consented.GRANTED,
        Use.PUBLICATION: Consented.UNSTATED,
        Use.PRESSE: Consented.UNSTATED,
        Use.RESEAUX: Consented.UNSTATED,
        Use.BAILLEUR: Consented.UNSTATED,
    }
    except_internet = on_line(preview, 10)
    assert except_internet.consents[0].raw == "oui (sauf internet)"
    assert except_internet.image_uses[Use.INTERNE] is Consented.GRANTED
    assert except_internet.image_uses[Use.PUBLICATION] is Consented.REFUSED
    assert except_internet.image_uses[Use.RESEAUX] is Consented.REFUSED
    assert set(on_line(preview, 22).image_uses.values()) == {Consented.REFUSED}
    assert set(on_line(preview, 5).image_uses.values()) == {Consented.UNSTATED}
    assert doubts(preview, Because.CONSENT) == [None], "told once for the column, not eighteen times"


def test_the_line_pasted_twice_is_set_aside_and_its_number_is_noted() -> None:
    preview = real("emargement_cp1252.csv")
    again = next(one for one in preview.set_aside if one.kind is Kind.DUPLICATE)
    assert (again.line, again.same_as) == (24, 8)
    assert again.row is not None
    assert again.row.given_names == "Bénédicte"
    number = next(doubt for doubt in preview.doubtful if doubt.because is Because.NUMBER)
    assert (number.line, number.other_line, number.read) == (25, 24, "21")


def test_two_awa_ouedraogo_may_be_two_people() -> None:
    preview = real("emargement_cp1252.csv")
    same = [(one.line, one.other_line) for one in preview.doubtful if one.because is Because.SAME_PERSON]
    assert same == [(11, 4), (29, 20), (31, 12)]
    assert {4, 11} <= {row.line for row in preview.rows}, "nobody is merged"


def test_accented_addresses_are_kept_and_doubted() -> None:
    preview = real("emargement_cp1252.csv")
    assert doubts(preview, Because.EMAIL) == [16, 17, 27, 28, 35]
    assert on_line(preview, 16).email == "sékou@exemple.org"


def test_numbers_become_international_only_when_the_country_is_said() -> None:
    preview = real("emargement_cp1252.csv")
    assert on_line(preview, 5).phone_e164 == "+22676554433"
    assert on_line(preview, 7).phone_e164 == "+22997001122"
    assert on_line(preview, 23).phone_e164 == "+2250708091011"
    assert (on_line(preview, 6).phone, on_line(preview, 6).phone_e164) == ("70 12 34 56", None)
    at_home = read_people_list(LISTS / "emargement_cp1252.csv", today=TODAY, default_country="BF")
    assert on_line(at_home, 6).phone_e164 == "+22670123456"


def test_the_kobo_registrations_are_read_without_a_doubt() -> None:
    preview = real("kobo_inscriptions.csv")
    assert (preview.encoding, preview.delimiter) == ("utf-8-sig", ",")
    assert (preview.counts.people, preview.counts.women, preview.counts.men) == (18, 10, 8)
    assert preview.counts.minors == 1
    assert preview.doubtful == ()
    assert preview.set_aside == ()
    boolo = on_line(preview, 14)
    assert (boolo.family_name, boolo.given_names, boolo.birth_year) == ("Ɓoolo", "Sékou", 1998)
    assert (boolo.village, boolo.source_id) == ("Kua", "f2cc5f4c03b7e18d5524deeb8e34974f")


def test_the_split_answers_of_kobo_become_one_state_per_use() -> None:
    preview = real("kobo_inscriptions.csv")
    published = Counter(row.image_uses[Use.PUBLICATION] for row in preview.rows)
    assert published == {Consented.GRANTED: 12, Consented.REFUSED: 6}
    assert {row.image_uses[Use.INTERNE] for row in preview.rows} == {Consented.GRANTED}
    assert {row.image_uses[Use.PRESSE] for row in preview.rows} == {Consented.UNSTATED}


def test_the_presence_workbook_is_read_with_its_african_letters() -> None:
    preview = real("presence.xlsx")
    assert (preview.sheet, preview.header_line, preview.titles) == ("Présence", 3, ("LISTE DE PRÉSENCE",))
    counts = preview.counts
    assert (counts.people, counts.women, counts.men, counts.unstated_sex, counts.minors) == (24, 18, 5, 1, 7)
    assert counts.set_aside == {Kind.TITLE: 1, Kind.BLANK: 1, Kind.DUPLICATE: 1}
    assert no_line_is_lost(preview)
    assert (on_line(preview, 17).family_name, on_line(preview, 17).given_names) == ("Ɓoolo", "Ndèye")
    assert on_line(preview, 18).given_names == "Ɛrnɛsti"
    assert on_line(preview, 5).phone_e164 == "+22676554433"
    assert [half.day for half in preview.half_days] == [1, 2]
    assert Counter(row.presence[0].mark for row in preview.rows)[Mark.PRESENT] == 18


# --- encodings and delimiters ------------------------------------------------------------------------------

LIST = "Nom;Prénom;Sexe\nOUÉDRAOGO;Bénédicte;F\nN’Guessan;Théophile;H\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_accents_survive_every_encoding_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    preview = read_people_list(write(tmp_path, LIST, encoding=encoding), today=TODAY)
    assert [row.as_written for row in preview.rows] == ["OUÉDRAOGO Bénédicte", "N’Guessan Théophile"]
    assert preview.encoding == encoding


def test_a_file_saved_for_dos_is_read_too(tmp_path: Path) -> None:
    path = write(tmp_path, LIST.replace("’", "'"), encoding="cp850")
    assert read_people_list(path, today=TODAY).rows[0].given_names == "Bénédicte"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = write(tmp_path, LIST.replace(";", delimiter))
    preview = read_people_list(path, today=TODAY)
    assert preview.delimiter == delimiter
    assert [row.sex for row in preview.rows] == [Sex.F, Sex.M]


def test_one_stray_control_character_damages_a_name_and_not_the_list(tmp_path: Path) -> None:
    path = write(tmp_path, LIST.replace("OUÉDRAOGO", "OU\x07DRAOGO") + "Sow;Issa;H\n" * 20)
    preview = read_people_list(path, today=TODAY)
    assert preview.rows[0].family_name == "OU\x07DRAOGO"
    assert doubts(preview, Because.DAMAGED) == [2]


def test_commas_in_a_semicolon_list_do_not_cut_it() -> None:
    preview = pasted("Nom;Prénom;Structure", "Diop;Awa;Coop, groupe A, village 2", "Sow;Issa;Mairie, bureau")
    assert preview.rows[0].organisation == "Coop, groupe A, village 2"


def test_a_quotation_mark_never_closed_does_not_swallow_the_list() -> None:
    rows = [f'Diop;Awa{letter};"Le Fab' for letter in "bcdefghijk"]
    assert len(pasted("Nom;Prénom;Structure", *rows).rows) == 10


def test_lines_pasted_from_a_spreadsheet_are_read_like_a_file() -> None:
    preview = pasted("Nom\tPrénom\tÂge", "DIOP\tKoffi\t12", "Sow\tAïssatou\t40")
    assert [(row.family_name, row.age, row.minor) for row in preview.rows] == [
        ("Diop", 12, True),
        ("Sow", 40, False),
    ]


# --- headers -----------------------------------------------------------------------------------------------


def test_english_headers_are_understood_and_am_is_then_the_morning() -> None:
    preview = pasted("First name,Last name,Gender,Phone number,12/03 AM,12/03 PM", "Awa,Diop,Female,,x,")
    assert preview.rows[0].family_name == "Diop"
    assert preview.rows[0].sex is Sex.F
    assert [half.half for half in preview.half_days] == [Half.MORNING, Half.AFTERNOON]


def test_am_alone_is_taken_as_afternoon_and_told() -> None:
    preview = pasted("Nom;Prénom;J1 AM", "Diop;Awa;x")
    assert preview.half_days[0].half is Half.AFTERNOON
    assert [doubt.column for doubt in preview.doubtful] == ["J1 AM"]


def test_a_column_nobody_understands_is_shown_and_its_words_kept() -> None:
    preview = pasted("Nom;Prénom;Pointure", "Diop;Awa;38")
    assert [column.header for column in preview.columns if column.meaning is None] == ["Pointure"]
    assert preview.rows[0].others == (("Pointure", "38"),)


def test_a_column_without_header_is_told() -> None:
    preview = pasted("Nom;Prénom;;Sexe", "Diop;Awa;vient à vélo;F")
    assert preview.rows[0].others == (("", "vient à vélo"),)
    assert doubts(preview, Because.COLUMN) == [None]


def test_boxes_to_tick_for_sex_and_age_groups_are_understood() -> None:
    preview = pasted("Nom et prénoms;H;F;15-17;18-24;60+", "DIOP Awa;;x;x;;", "SOW Issa;x;;;;x")
    assert [(row.sex, row.age_band, row.minor) for row in preview.rows] == [
        (Sex.F, AgeBand.FROM_15, True),
        (Sex.M, AgeBand.FROM_60, False),
    ]


def test_the_header_printed_again_on_page_two_and_the_notes_are_set_aside() -> None:
    preview = pasted(
        "N°;Nom;Prénom;Sexe",
        "1;Diop;Awa;F",
        "N°;Nom;Prénom;Sexe",
        "2;Sow;Issa;H",
        "3;;;",
        "Total : 2;;;",
        ";Fait à Bobo, le 12 mars;;",
    )
    assert [one.kind for one in preview.set_aside] == [Kind.HEADER, Kind.BLANK, Kind.TOTAL, Kind.NOTE]
    assert no_line_is_lost(preview)


def test_somebody_without_a_name_is_counted_and_told() -> None:
    preview = pasted("Nom;Prénom;Sexe;Âge", ";;F;25-35", ";;F;25-35", "Diop;Awa;F;12")
    assert preview.counts.people == 3, "two women without names may be two women"
    assert doubts(preview, Because.NAME) == [2, 3]


def test_whole_names_without_order_or_capitals_are_not_parted() -> None:
    preview = pasted("Nom complet;Sexe", "Awa Ouédraogo;F", "DIOP Koffi;H")
    assert [(row.family_name, row.given_names) for row in preview.rows] == [
        ("Awa Ouédraogo", ""),
        ("Diop", "Koffi"),
    ]
    assert doubts(preview, Because.NAME) == [None]


def test_given_names_first_is_followed() -> None:
    preview = pasted("Prénoms et nom;Sexe", "Awa Marie Diop;F")
    assert (preview.rows[0].family_name, preview.rows[0].given_names) == ("Diop", "Awa Marie")


def test_kobo_answers_that_contradict_each_other_leave_the_refusal() -> None:
    preview = pasted(
        "grp/nom,grp/prenom,consent_photo,consent_photo/publication", "Diop,Awa,interne publication,0"
    )
    assert preview.rows[0].image_uses[Use.PUBLICATION] is Consented.REFUSED
    assert doubts(preview, Because.CONSENT) == [2]


def test_a_consent_about_nothing_in_particular_grants_no_picture() -> None:
    preview = pasted("Nom;Prénom;Consentement", "Diop;Awa;oui")
    assert preview.rows[0].consents[0].subject is Subject.UNSAID
    assert set(preview.rows[0].image_uses.values()) == {Consented.UNSTATED}
    assert doubts(preview, Because.COLUMN) == [None]


def test_the_same_submission_twice_is_doubted() -> None:
    preview = pasted("nom,prenom,village,_uuid", "Diop,Awa,Sya,u1", "Diop,Awa,Kua,u1")
    assert doubts(preview, Because.SAME_PERSON) == [3]


def test_cells_that_look_like_formulas_stay_plain_text() -> None:
    preview = pasted("Nom;Prénom;Structure", "=1+1;@Awa;+cmd|' /C calc'!A0", "Diop;-Awa;Mairie")
    assert preview.rows[0].as_written == "=1+1 @Awa"
    assert preview.rows[0].organisation == "+cmd|' /C calc'!A0"
    assert doubts(preview, Because.FORMULA) == [2, 2, 2, 3]


# --- workbooks ---------------------------------------------------------------------------------------------


def test_the_sheet_that_looks_like_a_list_is_chosen_and_said(tmp_path: Path) -> None:
    _book, path = workbook(
        tmp_path,
        {
            "Budget": [["Poste", "Montant"], ["Repas", 1200], ["Bois", 300]],
            "Présents": [["Nom", "Prénom", "Sexe"], ["DIOP", "Awa", "F"]],
        },
    )
    preview = read_people_list(path, today=TODAY)
    assert (preview.sheet, preview.other_sheets) == ("Présents", ("Budget",))
    assert "Présents" in preview.notes[0]
    assert "Budget" in preview.notes[0]


def test_another_sheet_can_be_asked_for(tmp_path: Path) -> None:
    day = [["Nom", "Prénom"], ["DIOP", "Awa"]]
    _book, path = workbook(tmp_path, {"Jour 1": [*day, ["SOW", "Issa"]], "Jour 2": day})
    assert read_people_list(path, today=TODAY).counts.people == 2
    assert read_people_list(path, today=TODAY, sheet="Jour 2").counts.people == 1


def merged_list(sheet: Worksheet) -> None:
    """A list as people lay it out: a wide title, days above half-days, one structure for two people."""
    sheet["A1"] = "Atelier pompe - 4 mai 2025"
    sheet.merge_cells("A1:G1")
    for cell, words in {"A2": "Nom", "B2": "Prénom", "C2": "Structure", "D2": "04/05", "F2": "05/05"}.items():
        sheet[cell] = words
    for span in ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"):
        sheet.merge_cells(span)
    for column, words in zip("DEFG", ["matin", "soir", "matin", "soir"], strict=True):
        sheet[f"{column}3"] = words
    sheet["A4"], sheet["B4"], sheet["C4"], sheet["D4"] = "DIOP", "Awa", "Fab'Nord", "x"
    sheet["A5"], sheet["B5"], sheet["G5"] = "SOW", "Issa", 1
    sheet.merge_cells("C4:C5")


def test_merged_cells_are_understood_as_people_see_them(tmp_path: Path) -> None:
    book, path = workbook(tmp_path, {"Liste": []})
    merged_list(book.worksheets[0])
    book.save(path)
    preview = read_people_list(path, today=TODAY)
    assert preview.titles == ("Atelier pompe - 4 mai 2025",)
    assert [row.organisation for row in preview.rows] == ["Fab'Nord", "Fab'Nord"]
    assert [(half.on, half.half) for half in preview.half_days] == [
        (date(2025, 5, 4), Half.MORNING),
        (date(2025, 5, 4), Half.AFTERNOON),
        (date(2025, 5, 5), Half.MORNING),
        (date(2025, 5, 5), Half.AFTERNOON),
    ]
    assert [one.mark for one in preview.rows[1].presence] == [Mark.UNSTATED] * 3 + [Mark.PRESENT]
    assert no_line_is_lost(preview, header_lines=2)


def test_numbers_and_dates_of_a_workbook_read_as_people_saw_them(tmp_path: Path) -> None:
    _book, path = workbook(
        tmp_path,
        {
            "L": [
                ["Nom", "Prénom", "Tél", "Année de naissance", date(2026, 3, 12)],
                ["Diop", "Awa", 70123456.0, 1998, True],
            ]
        },
    )
    row = read_people_list(path, today=TODAY, default_country="BF").rows[0]
    assert (row.phone, row.phone_e164, row.birth_year) == ("70123456", "+22670123456", 1998)
    assert (row.presence[0].half_day.on, row.presence[0].mark) == (date(2026, 3, 12), Mark.PRESENT)


def test_a_workbook_that_pretends_to_be_csv_is_still_read(tmp_path: Path) -> None:
    _book, path = workbook(tmp_path, {"L": [["Nom", "Prénom"], ["Diop", "Awa"]]})
    assert read_people_list(path.rename(tmp_path / "liste.csv"), today=TODAY).counts.people == 1


# --- what is refused, with a sentence and an advice --------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
REFUSED = {
    "a photo renamed": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "n’est pas une liste"),
    "a program": (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(200)) * 9, "n’est pas une liste"),
    "an empty file": (b"", "est vide"),
    "blank lines only": (b"\r\n\r\n  \r\n", "est vide"),
    "only a title": (b"Atelier four solaire\n", "qu’un titre"),
    "headers only": (b"Nom;Prenom;Sexe\n", "aucune personne"),
    "nobody below the headers": (b"Nom;Prenom;Sexe\n;;\nTotal;0;0\n", "aucune personne"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ancien fichier Excel"),
    "another office file": (zipped({"word/document.xml": b"<a/>"}), "pas un classeur"),
    "a zip bomb": (
        zipped({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": bytes(6_000_000)}),
        "démesuré",
    ),
    "XML entities": (zipped({"xl/workbook.xml": ENTITIES}), "piégé"),
    "a torn workbook": (zipped({"xl/workbook.xml": b"<a/>"})[:-30], "abîmé"),
    "an empty shell": (zipped({"xl/workbook.xml": b"<a/>"}), "abîmé"),
    "too wide": (";".join(["Nom"] * 201).encode() + b"\nDiop\n", "trop grand"),
    "too long": (b"Nom;Prenom\n" + b"Diop;Awa\n" * 20_001, "trop grand"),
    "too heavy": (b"x" * (20 * 1024 * 1024 + 1), "dépasse 20"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_list_is_refused_in_a_sentence_with_advice(tmp_path: Path, case: str) -> None:
    content, words = REFUSED[case]
    with pytest.raises(AtelierError) as refused:
        read_people_list(write(tmp_path, content), today=TODAY)
    assert words in refused.value.what
    assert refused.value.advice


def test_a_list_without_names_says_which_headers_it_has_and_what_to_write() -> None:
    with pytest.raises(AtelierError) as refused:
        pasted("Village;Montant;Sexe", "Sya;1200;F", "Kua;300;H")
    assert "Village" in refused.value.what
    assert "Montant" in refused.value.what
    assert "Nom" in refused.value.advice


def test_a_missing_file_and_an_empty_paste_are_told(tmp_path: Path) -> None:
    with pytest.raises(AtelierError):
        read_people_list(tmp_path / "nulle-part.csv", today=TODAY)
    with pytest.raises(AtelierError):
        pasted("  ", "")


# --- whatever the names ------------------------------------------------------------------------------------

LETTERS = "aeiouéèɓɗŋɛɔƁƊŊƐƆABÉ’ʼ'- "
NAMES = st.text(LETTERS, min_size=1, max_size=20).filter(
    lambda name: any(map(str.isalpha, name.replace("ʼ", "")))
)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=8), st.sampled_from(";,\t|"))
def test_names_in_african_letters_come_back_as_they_were_written(
    people: list[tuple[str, str]], delimiter: str
) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerows([("N°", "Nom", "Prénom"), *((number, *names) for number, names in enumerate(people, 1))])
    preview = read_pasted(written.getvalue(), today=TODAY)
    expected = list(dict.fromkeys(" ".join(" ".join(names).split()) for names in people))
    assert list(dict.fromkeys(row.as_written for row in preview.rows)) == expected
    for row in preview.rows:
        assert f"{row.family_name} {row.given_names}".casefold() == row.as_written.casefold()
