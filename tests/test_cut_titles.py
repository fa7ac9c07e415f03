"""A title that is only the beginning of what is printed is known by the words with which the page goes on."""

from __future__ import annotations

import pytest

from extract.language.lines import find_rows
from extract.language.passage import join_lines
from extract.projects.cut_titles import is_cut
from tests.typed_pages import typed_pages, typed_reading


@pytest.mark.parametrize(
    ("printed", "cut"),
    [
        ("Qualifizierungsprojekte            zur Arbeitsmarktintegration", True),
        ("Qualifizierungsprojekte            Träger\nzur Arbeitsmarktintegration", True),
        (
            "Qualifizierungsprojekte            12.000 Euro\nLernhaus                           4.000 Euro",
            False,
        ),
        ("Qualifizierungsprojekte            Träger\n\n\nzur Arbeitsmarktintegration", False),
        ("Ausbildung und Ausbildungscoaching          in anerkannten", True),
        ("Ausbildungsvorbereitung            in anerkannten Ausbildungsberufen", False),
        ("Lernhaus                           zur Arbeitsmarktintegration", False),
    ],
)
def test_a_title_is_cut_where_a_longer_one_goes_on(printed: str, cut: bool) -> None:
    (page,) = typed_pages(printed)
    title = find_rows(page.number, page.words)[0].lines[0]
    assert is_cut(join_lines([title]), typed_reading(printed)) is cut
