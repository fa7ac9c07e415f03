"""Pages as a typewriter sets them: a test writes what it wants to be read.

Every character is 6 pt wide, every line 13 pt below the one before, letters are 10 pt high: Courier 10. What
stands below each other in the source stands below each other on the page. `**bold**` sets words bold; the
stars take no room. A form feed begins a new page. Rules are typed too: `+-----+-----+` and `-----` are
horizontal lines, `|` is a piece of a vertical one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from textwrap import dedent

from extract.agreement import record_of
from extract.language.language import language_of
from extract.layout.layout import Layout, find_layout
from extract.layout.understand import Reading, understand
from extract.page import Page, Ruling, Word
from models.agreement import Agreement, DocumentInfo
from models.reference import Reference
from models.values import Origin

OPENING = """
                              Zielvereinbarung
                                  zwischen
           dem Hessischen Ministerium für Soziales und Integration
                                    und
                         dem Landkreis Groß-Gerau
        zur Umsetzung des Ausbildungs- und Qualifizierungsbudgets 2022

        § 1 Gegenstand

        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.

"""
"""How a typed agreement begins where it does not matter how."""

CHARACTER, PITCH, SIZE = 6.0, 13.0, 10.0
LEFT, TOP = 72.0, 90.0
WIDTH, HEIGHT = 595.0, 842.0
HEAD, FOOT = 40.0, 790.0
RULE = re.compile(r"[+-]{5,}")


def typed_pages(
    text: str,
    *,
    origin: Origin = "text_layer",
    confidence: float = 1.0,
    doubtful: Mapping[str, float] | None = None,
    head: Sequence[str] = (),
    foot: Sequence[str] = (),
) -> list[Page]:
    """The pages of a typed text. `doubtful` gives single words a confidence of their own; `head` and `foot`
    are set in the margins, one line for each page."""
    pages = []
    for index, sheet in enumerate(text.split("\f")):
        lines = dedent(sheet.removeprefix("\n")).split("\n")
        words = [
            word
            for row, line in enumerate(lines)
            if not RULE.fullmatch(line.strip())
            for word in _typed(line, LEFT, TOP + row * PITCH)
        ]
        for margin, top in ((head, HEAD), (foot, FOOT)):
            if index < len(margin):
                words += _typed(margin[index], LEFT, top)
        finished = tuple(
            Word(
                text=word,
                bbox=box,
                spot=box,
                confidence=(doubtful or {}).get(word, confidence),
                origin=origin,
                size=SIZE,
                bold=bold,
            )
            for word, box, bold in words
        )
        pages.append(Page(index + 1, WIDTH, HEIGHT, finished, tuple(_rules(lines)), origin=origin))
    return pages


DOCUMENT = DocumentInfo(id="0" * 16, path="typed.pdf", sha256=None, media_type="application/pdf")


def typed_layout(text: str) -> Layout:
    return find_layout(typed_pages(text))


@cache
def reference() -> Reference:
    """The reference data, loaded once for all tests."""
    return Reference.load()


def typed_reading(pages: str | Sequence[Page]) -> Reading:
    read = typed_pages(pages) if isinstance(pages, str) else pages
    return understand(read, language_of(reference()), reference())


def typed_agreement(pages: str | Sequence[Page]) -> Agreement:
    """The record of a typed agreement, each value with the confidence of its own reading."""
    return record_of(DOCUMENT, typed_reading(pages))


def _typed(line: str, left: float, top: float) -> list[tuple[str, tuple[float, float, float, float], bool]]:
    bold = False
    column = 0
    letters: list[tuple[int, str, bool]] = []
    for part in re.split(r"(\*\*)", line):
        if part == "**":
            bold = not bold
            continue
        letters += [(column + offset, letter, bold) for offset, letter in enumerate(part)]
        column += len(part)
    words = []
    for blank, group in groupby(letters, key=lambda letter: letter[1] in " |"):
        if blank:
            continue
        word = list(group)
        x0 = left + word[0][0] * CHARACTER
        x1 = left + (word[-1][0] + 1) * CHARACTER
        words.append(("".join(letter for _, letter, _ in word), (x0, top, x1, top + SIZE), word[0][2]))
    return words


def _rules(lines: Sequence[str]) -> list[Ruling]:
    """Horizontal rules run through the middle of their line, vertical ones along all lines that type them."""
    rules = []
    pieces: dict[int, list[int]] = {}
    for row, line in enumerate(lines):
        if RULE.fullmatch(line.strip()):
            middle = TOP + row * PITCH + SIZE / 2
            start = len(line) - len(line.lstrip())
            x0, x1 = (LEFT + (column + 0.5) * CHARACTER for column in (start, len(line.rstrip()) - 1))
            rules.append(Ruling(x0, middle, x1, middle))
        for column, letter in enumerate(line.replace("**", "")):
            if letter == "|":
                pieces.setdefault(column, []).append(row)
    for column, rows in pieces.items():
        x = LEFT + (column + 0.5) * CHARACTER
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            span = [row for _, row in run]
            top, bottom = (TOP + row * PITCH + SIZE / 2 for row in (span[0] - 1, span[-1] + 1))
            rules.append(Ruling(x, top, x, bottom))
    return rules
