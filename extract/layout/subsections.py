"""Headings below those of sections: "4.2 Haushaltsmittel" in section 4.

Clauses are counted so too, "4.2 Der Kreis berichtet …", and the entries of lists. A document heads its
subsections or counts these: what most of its numbers do tells which. One that does both sets its headings in
bold, all those of a section, each above a text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.language.lines import Line
from extract.language.passage import join_lines
from extract.layout.section_setting import EXTRA_SPACE, SENTENCE_END, TITLE_WORDS, Setting
from extract.layout.sections import SectionMark
from models.german import find_amounts

NUMBER = re.compile(r"(?:§\s?)?(?P<section>\d{1,2})\.(?P<own>\d{1,2})\.?")
TITLE = re.compile(r"[A-ZÄÖÜ„\"]")
# One number of this many may begin a clause, where all others head a text.
CLAUSES = 4


@dataclass(frozen=True, slots=True)
class _Counted:
    """Line number `index` begins with the `own` number of those below a section; `words`: of the number."""

    index: int
    own: int
    words: int


def with_subsections(
    lines: Sequence[Line], sections: Sequence[SectionMark], beside: Collection[int] = ()
) -> list[SectionMark]:
    """The sections with the headings below them, in reading order. `lines` as of `find_sections`."""
    places = {id(line): index for index, line in enumerate(lines)}
    starts = [places[id(mark.lines[0])] for mark in sections]
    counted = [
        list(_counting(mark.number, lines, start + 1, end))
        for mark, start, end in zip(sections, starts, [*starts[1:], len(lines)], strict=False)
    ]
    counted = [some if len(some) > 1 else [] for some in counted]
    every = [one for some in counted for one in some]
    if not every:
        return list(sections)
    setting = Setting(lines, beside)
    heads = [one for one in every if _is_head(one, setting)]
    if CLAUSES * (len(every) - len(heads)) > len(every):
        heads = [one for some in counted if _stand_out(some, heads, setting) for one in some]
    told = []
    for mark, some in zip(sections, counted, strict=True):
        told += [mark, *(_mark(mark.number, one, lines) for one in some if one in heads)]
    return told


def _counting(section: str, lines: Sequence[Line], start: int, end: int) -> Iterator[_Counted]:
    """The lines of a section that count upwards below its number; of a number that is printed twice, as where
    a text refers to it, the first."""
    reached = 0
    for index in range(start, end):
        words = lines[index].words
        number = NUMBER.fullmatch(words[0].text)
        if number is None or len(words) < 2 or number["section"] != section:
            continue
        if reached < (own := int(number["own"])) <= reached + 2:
            yield _Counted(index, own, 1)
            reached = own


def _is_head(one: _Counted, setting: Setting) -> bool:
    """Is what stands behind a number a title: set off, brief, no sentence, no sum, with white behind it?"""
    line = setting.lines[one.index]
    title = " ".join(word.text for word in line.words[one.words :])
    leads = title.endswith(":")  # to what is listed below it, unless it is set as a heading
    set_off = setting.emphasised(one.index) or (setting.above(one.index) >= EXTRA_SPACE and not leads)
    goes_on = title.endswith(SENTENCE_END) or TITLE.match(title) is None or len(title.split()) > TITLE_WORDS
    return set_off and not goes_on and setting.ends_early(one.index) and not find_amounts(title)


def _stand_out(some: Sequence[_Counted], heads: Collection[_Counted], setting: Setting) -> bool:
    """Are all numbers of a section headings in bold, each with a text below that is set otherwise?"""
    return all(
        one in heads
        and setting.emphasised(one.index)
        and one.index + 1 < len(setting.lines)
        and not setting.emphasised(one.index + 1)
        for one in some
    )


def _mark(section: str, one: _Counted, lines: Sequence[Line]) -> SectionMark:
    line = lines[one.index]
    number = join_lines([Line(line.page, line.words[: one.words])])
    title = join_lines([Line(line.page, line.words[one.words :])])
    return SectionMark(f"{section}.{one.own}", (line,), number, title)
