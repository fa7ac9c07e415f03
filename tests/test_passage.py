"""Running text from printed lines: hyphens undone the German way, every character with its word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.lines import Line, find_rows
from extract.language.passage import Passage, join_lines, join_passages
from extract.page import Word
from tests.typed_pages import typed_pages


def lines_of(text: str) -> list[Line]:
    return [
        line for page in typed_pages(text) for row in find_rows(page.number, page.words) for line in row.lines
    ]


def joined(text: str) -> str:
    return join_lines(lines_of(text)).text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("des regionalen Arbeits-\nmarkts", "des regionalen Arbeitsmarkts"),
        ("das Ausbildungs-\nund Qualifizierungsbudget", "das Ausbildungs- und Qualifizierungsbudget"),
        ("Ausbildungs-\noder Praktikumsplatz", "Ausbildungs- oder Praktikumsplatz"),
        ("Kreis-\nsowie Stadtverwaltung", "Kreis- sowie Stadtverwaltung"),
        ("Schul-\nbzw. Ausbildungsjahr", "Schul- bzw. Ausbildungsjahr"),
        ("im Landkreis Groß-\nGerau", "im Landkreis Groß-Gerau"),
        ("Main-Kinzig-\nKreis", "Main-Kinzig-Kreis"),
        ("Frau Muster-\nBeispiel", "Frau Muster-Beispiel"),
        ("in den Jahren 2024-\n2026", "in den Jahren 2024-2026"),
        ("Ü25-\nGruppe", "Ü25-Gruppe"),
        ("Förde\u00ad\nrung", "Förderung"),
        ("Förde¬\nrung", "Förderung"),
        ("vom Land –\nfachlich", "vom Land – fachlich"),
        ("die Mittel\nsind zweckgebunden", "die Mittel sind zweckgebunden"),
        ("sechshundertsiebzehn-\ntausend Euro", "sechshundertsiebzehntausend Euro"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_where_it_parted_a_word(printed: str, text: str) -> None:
    assert joined(printed) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Unter-\nund Überdeckung", "Unter- und Überdeckung"),
        ("Hinter-\nunderlassung", "Hinterunderlassung"),
        ("Verbands-\noderland", "Verbandsoderland"),
    ],
)
def test_only_the_whole_word_und_keeps_the_hyphen(printed: str, text: str) -> None:
    assert joined(printed) == text


def test_a_word_parted_over_a_page_break_is_put_together_and_located_on_its_first_page() -> None:
    passage = join_lines(lines_of("die Qualifizie-\frung der Fachkräfte"))
    assert passage.text == "die Qualifizierung der Fachkräfte"
    start = passage.text.index("Qualifizierung")
    provenance = passage.provenance(start, start + len("Qualifizierung"))
    assert provenance.page == 1
    assert provenance.bbox == lines_of("die Qualifizie-")[0].words[1].spot


def test_where_nothing_is_printed_there_is_no_place() -> None:
    passage = join_lines(lines_of("ein Wort"))
    with pytest.raises(ValueError, match="no printed word"):
        passage.provenance(len(passage.text) + 1, len(passage.text) + 5)


def test_the_text_of_a_value_is_as_printed_without_line_ends() -> None:
    passage = join_passages(
        [join_lines(lines_of("Hessisches Ministerium")), join_lines(lines_of("für Soziales"))], seam="\n"
    )
    extracted = passage.whole("Ministerium")
    assert passage.text == "Hessisches Ministerium\nfür Soziales"
    assert extracted.text == "Hessisches Ministerium für Soziales"


def test_a_value_is_as_certain_as_its_most_doubtful_word() -> None:
    (page,) = typed_pages("Summe 250.000 Euro", origin="ocr", confidence=0.97, doubtful={"250.000": 0.61})
    passage = join_lines([line for row in find_rows(1, page.words) for line in row.lines])
    assert passage.extract(6, 18, None).provenance.confidence == 0.61
    assert passage.extract(0, 5, None).provenance.confidence == 0.97
    assert passage.extract(0, 5, None).provenance.origin == "ocr"


words = st.from_regex(r"[A-Za-zÄÖÜäöüß0-9]{1,9}[-.,\u00ad¬]?", fullmatch=True)
typed = st.lists(st.lists(words, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6).map("\n".join)


@given(typed)
def test_every_character_of_a_passage_belongs_to_the_word_it_is_printed_in(text: str) -> None:
    passage = join_lines(lines_of(text))
    end = 0
    for piece in passage.pieces:
        between = passage.text[end : piece.start]
        assert between in ("", " ")
        assert piece.word.text.startswith(passage.text[piece.start : piece.end])
        end = piece.end
    assert end == len(passage.text)
    assert [piece.word.text for piece in passage.pieces] == text.split()


@given(typed)
def test_joining_lines_loses_no_letter_and_no_digit(text: str) -> None:
    assert re.findall(r"[^\W_]", joined(text)) == re.findall(r"[^\W_]", text)


@given(typed, st.data())
def test_the_box_of_a_span_covers_the_words_of_the_span_and_no_others(text: str, data: st.DataObject) -> None:
    passage = join_lines(lines_of(text))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    touched = [piece.word for piece in passage.pieces if piece.start < end and start < piece.end]
    if not touched:
        return
    provenance = passage.provenance(start, end)
    x0, top, x1, bottom = provenance.bbox
    for word in touched:
        assert x0 <= word.spot[0]
        assert word.spot[2] <= x1
        assert top <= word.spot[1]
        assert word.spot[3] <= bottom
    assert x0 == min(word.spot[0] for word in touched)
    assert bottom == max(word.spot[3] for word in touched)
    assert provenance.confidence == min(word.confidence for word in touched)


@given(typed, st.data())
def test_a_part_of_a_passage_knows_the_same_words(text: str, data: st.DataObject) -> None:
    passage = join_lines(lines_of(text))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    part = passage.part(start, end)
    assert part.text == passage.text[start:end].strip()
    for piece in part.pieces:
        offset = part.text[piece.start : piece.end]
        assert offset
        assert piece.word.text.startswith(offset) or offset in piece.word.text
    assert _words(part) == [
        piece.word for piece in passage.pieces if max(piece.start, start) < min(piece.end, end)
    ]


@given(st.lists(typed, min_size=1, max_size=4))
def test_blocks_keep_their_seam(texts: list[str]) -> None:
    passages = [join_lines(lines_of(text)) for text in texts]
    assert join_passages(passages, seam="\n").text.split("\n") == [passage.text for passage in passages]


def _words(passage: Passage) -> list[Word]:
    return [piece.word for piece in passage.pieces]


def test_other_readings_of_a_word_come_along_with_its_value() -> None:
    line = lines_of("am 14.8.2024, in Fulda")[0]
    words = [replace(line.words[1], alternatives=("14.3.2024,", "14.9.2024"))]
    passage = join_lines([replace(line, words=(line.words[0], *words, *line.words[2:]))])
    found = passage.extract(3, 12, "2024-08-14")
    assert found.text == "14.8.2024"
    assert found.provenance.alternatives == ("14.3.2024", "14.9.2024")
    assert passage.extract(0, 12, "").provenance.alternatives == ("am 14.3.2024", "am 14.9.2024")
    assert passage.extract(14, 22, "").provenance.alternatives == ()


def test_another_mark_behind_the_last_word_is_no_other_reading() -> None:
    line = lines_of("Kurs Neustart Werkhof")[0]
    words = (line.words[0], *(replace(word, alternatives=(f"{word.text},",)) for word in line.words[1:]))
    passage = join_lines([replace(line, words=words)])
    assert passage.extract(0, 13, "").provenance.alternatives == ()
    assert passage.extract(0, 21, "").provenance.alternatives == ("Kurs Neustart, Werkhof",)


def test_a_value_without_other_readings_is_stored_as_before() -> None:
    found = join_lines(lines_of("Landkreis Fulda")).whole("Fulda")
    assert set(found.model_dump()["provenance"]) == {"page", "bbox", "origin", "confidence"}
