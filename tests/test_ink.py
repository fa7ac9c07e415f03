"""Monospaced type is read as it is set: narrow letters part no word, and dashes are told by the pitch."""

from __future__ import annotations

import pytest

from extract.page import Page
from tests.paper import photograph, read, save_scan, type_letter

LINES = (
    "Vollzieht die Stelle den Plan, teilt sie alle Ziele mit.",
    "a) Haus im Tal - Grundkurs",
    "b) Werkstatt live – Orientierung",
    "Die Mittel fliegen nicht weit (integrativ); sie liegen still.",
    "Die Landesmittel-Zusage gilt; der Main-Kreis zahlt.",
)


@pytest.fixture(scope="module", params=["Courier", "Helvetica", "Times-Roman"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("ink")
    image = photograph(type_letter(folder / "brief.pdf", LINES, font=request.param, size=10.5))
    return read(save_scan(folder / "scan.pdf", [image]))[0]


@pytest.mark.parametrize("line", range(len(LINES)))
def test_words_are_parted_and_dashes_told_in_any_type(page: Page, line: int) -> None:
    top = 72 + 20 * line - 12
    words = [word for word in page.words if top <= (word.bbox[1] + word.bbox[3]) / 2 <= top + 16]
    words.sort(key=lambda word: word.bbox[0])
    assert [word.text for word in words] == LINES[line].split()
