"""Section headings: "§ 7", "Artikel 3", "4. Haushaltsmittel", "Baustein B", also where the § was misread.

A § or an article is a sign that cannot be anything else. Where there is none, the numbering is discovered: of
all numberings that are set in one style and count upwards, the outermost one that stands out most.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.language.lines import Line
from extract.language.passage import Passage, join_lines
from extract.language.section_numbers import as_counted, is_misread, numbered, readings
from extract.layout.section_setting import (
    BRIEF_TITLE,
    EXTRA_SPACE,
    RIGHT_OF_EDGE,
    SAME_EDGE,
    SENTENCE_END,
    TITLE_WORDS,
    WIDE_SPACE,
    Candidate,
    Setting,
    begins_with_speck,
)
from extract.layout.signed_sections import MISREAD_GAP, RUN_IN, signed_candidates, signed_chain
from models.german import find_amounts

# In a chain of numbered headings a missing number weighs as much against it as a heading for it.
MISSING = 1.5
# A figure among Roman numbers, or one of these among figures, weighs as much against it.
OF_ANOTHER_KIND = 1.5
# A heading that is flawed in a scan weighs so much against the chain: it is one where it fills a gap.
FLAWED = 1.0
HIGHEST_SECTION = 40
# Two headings are enough if both are set off from the text, as in a short amendment.
SHORTEST_CHAIN = 3
# "Finanzierung: Das Land zahlt …": in a scan, where bold type is an estimate, a colon tells a title, too, if
# so many headings of a document have one before their text.
COLON_TITLE = re.compile(r"[A-ZÄÖÜ][\w-]*(?:\s[\w-]+){0,4}:(?=\s\w)")
FEWEST_RUN_IN = 3
# "12 Plätze": so many different numbers before the same words count these.
BARE_NUMBER = re.compile(r"(?P<number>\d{1,4})\s+(?P<what>[^\W\d].*)")
FEWEST_COUNTS = 3
# Counted paragraphs begin within this share of a document, and end as near to its end.
OPENS = 0.4
# So many headings without numbers tell that what is counted below them is no section.
FEWEST_BARE = 2


@dataclass(frozen=True)
class SectionMark:
    """A section heading: its number as text, the lines it is printed in, and its title if it has one."""

    number: str
    lines: tuple[Line, ...]
    number_passage: Passage
    title: Passage | None
    run_in: bool = False
    """The text goes on in the same line: "Art. 1 Zweck. Jugendliche …"."""


_Chain = list[tuple[Candidate, int]]
"""Headings with the numbers they are read as."""


def find_sections(lines: Sequence[Line], beside: Collection[int] = ()) -> list[SectionMark]:
    """Section headings of a document. `lines` is the body in reading order, without tables; those that stood
    `beside` their text (by identity) are set off from what is above them."""
    if not lines:
        return []
    setting = Setting(lines, beside)
    candidates = _candidates(lines, setting)
    chain = signed_chain(lines, candidates, setting)
    if len(chain) < 2:
        # One § alone is a section only where nothing counts upwards: a scan makes one of a speck or a stamp.
        chain = _numbered_chain(lines, candidates, setting) or chain
    starts = {candidate.index for candidate in chain}
    return [_mark(lines, candidate, starts, setting) for candidate in chain]


def headings_left_out(
    lines: Sequence[Line], marks: Sequence[SectionMark], beside: Collection[int] = ()
) -> list[Line]:
    """Lines that look like headings of the document and would go on counting, but were not taken for any:
    they follow the last heading, have its number, or stand alone where none was found."""
    if not lines:
        return []
    setting = Setting(lines, beside)
    candidates = _candidates(lines, setting)
    if not marks:
        return [lines[one.index] for one in candidates if _stands_for_itself(one, setting)]
    heads = {id(mark.lines[0]) for mark in marks}
    last = next(index for index, line in enumerate(lines) if line is marks[-1].lines[0])
    of_last = next((one for one in candidates if one.index == last), None)
    alike = [one for one in candidates if of_last and one.style == of_last.style] or signed_candidates(
        lines, setting
    )
    counted = readings(marks[-1].number, scanned=False)
    reached = min(counted, key=lambda number: counted[number], default=HIGHEST_SECTION)

    def goes_on(one: Candidate) -> bool:
        numbers = readings(one.number, setting.scanned)
        follows = one.index > last and any(0 < number - reached <= 1 + MISREAD_GAP for number in numbers)
        return (follows or reached in numbers) and setting.set_alike(one, replace(one, index=last))

    return [lines[one.index] for one in alike if id(lines[one.index]) not in heads and goes_on(one)]


def _stands_for_itself(candidate: Candidate, setting: Setting) -> bool:
    """Is a line set off like the first heading or the second, number and title?"""
    first = any(number <= 2 for number in readings(candidate.number, setting.scanned))
    set_off = setting.emphasised(candidate.index) or setting.above(candidate.index) >= WIDE_SPACE
    return first and set_off and candidate.title_in_line is not None and not candidate.flawed


def _candidates(lines: Sequence[Line], setting: Setting) -> list[Candidate]:
    counts = _counts(lines)
    return [
        one
        for index, line in enumerate(lines)
        if id(line) not in counts and (one := _numbered(index, setting))
    ]


def _counts(lines: Sequence[Line]) -> set[int]:
    """The lines, by identity, that say how many of something there are: "12 Plätze", "21 Plätze",
    "8 Plätze". No title stands behind several numbers."""
    found: dict[str, dict[int, str]] = {}
    for line in lines:
        if counted := BARE_NUMBER.fullmatch(line.text.strip()):
            found.setdefault(counted["what"], {})[id(line)] = counted["number"]
    told = (numbers for numbers in found.values() if len(set(numbers.values())) >= FEWEST_COUNTS)
    return {line for numbers in told for line in numbers}


def _numbered_chain(
    lines: Sequence[Line], candidates: Sequence[Candidate], setting: Setting
) -> list[Candidate]:
    """Headings where no sign is printed: of all numberings the outermost one that weighs most.

    A numbered list inside a section starts again at 1 and ends before the next heading; the chain of
    headings reaches over it.
    """
    styles: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        styles.setdefault(candidate.style, []).append(candidate)
    groups = [_as_printed(group, lines) for group in _by_style(styles, setting)]
    chains = [
        chain
        for group in groups
        if (chain := _best_chain(group, setting))
        and not _lists_sums(chain, lines)
        and not _counts_things(chain, lines)
    ]
    outer = [one for one in chains if not any(_within(one, other, setting) for other in chains)]
    chain = max(outer, key=lambda one: _weight(one, setting), default=[]) or _paragraphs(lines, setting)
    printed = as_counted([(candidate.number, count) for candidate, count in chain])
    return [replace(candidate, number=number) for (candidate, _), number in zip(chain, printed, strict=True)]


def _lists_sums(chain: _Chain, lines: Sequence[Line]) -> bool:
    """ "1. Bau: 300 Euro", "2. Wege: 200 Euro": a list, and no headings."""
    return 2 * sum(bool(find_amounts(lines[one.index].text)) for one, _ in chain) > len(chain)


def _counts_things(chain: _Chain, lines: Sequence[Line]) -> bool:
    """ "12 Plätze", "13 Plätze": how many, and no headings."""
    told = [lines[one.index].text.split(maxsplit=1) for one, _ in chain]
    return all(len(words) == 2 and words[0].isdecimal() for words in told) and len({t for _, t in told}) == 1


def _by_style(styles: Mapping[str, list[Candidate]], setting: Setting) -> Iterator[Sequence[Candidate]]:
    """The candidates of each style; in a scan with those whose word was misread: "Verabradung 1"."""
    for style, group in styles.items():
        alike = [
            one
            for other, few in styles.items()
            if setting.scanned and len(few) < len(group) and is_misread(other, style)
            for one in few
        ]
        run_in = sum(one.run_in is not None for one in group) >= FEWEST_RUN_IN
        yield sorted((one for one in (*group, *alike) if run_in or not one.led), key=lambda one: one.index)


def _as_printed(group: Sequence[Candidate], lines: Sequence[Line]) -> Sequence[Candidate]:
    """Candidates of one style; where most have a flaw and text below, it is none: "1. Zweck.", "2. Geld."."""
    own = {candidate.index for candidate in group}
    flawed = [one for one in group if one.flawed and one.index + 1 < len(lines) and one.index + 1 not in own]
    return [replace(one, flawed=False) for one in group] if 2 * len(flawed) > len(group) else group


def _paragraphs(lines: Sequence[Line], setting: Setting) -> _Chain:
    """Paragraphs that are counted from the beginning of a document to its end, where none is headed: counted
    below headings without numbers they are no sections."""
    candidates = []
    for index, line in enumerate(lines):
        found = numbered(line.text.strip(), setting.scanned)
        text = (
            line.text.strip()[found.title :]
            if found and found.title and (found.marked or found.label)
            else ""
        )
        flush = abs(line.bbox[0] - setting.edges[line.page]) < SAME_EDGE * setting.size
        if found and flush and len(text.split()) > BRIEF_TITLE and setting.previous_is_complete(index):
            title = RUN_IN.fullmatch(text)
            in_line = len(line.words) - len(text.split())
            run_in = title["title"] if title and len(title["title"].split()) <= BRIEF_TITLE else ""
            candidates.append(Candidate(index, found.number, False, in_line, run_in, found.style))
    chains = [
        _best_chain([one for one in candidates if one.style == style], setting)
        for style in {one.style: None for one in candidates}
    ]
    reach = [
        chain
        for chain in chains
        if chain
        and chain[0][0].index <= OPENS * len(lines)
        and chain[-1][0].index >= (1 - OPENS) * len(lines)
        and sum(_is_bare_heading(candidate.index - 1, setting) for candidate, _ in chain) < FEWEST_BARE
    ]
    return max(reach, key=len, default=[])


def _is_bare_heading(index: int, setting: Setting) -> bool:
    """Is a line set like a heading, though it has no number?"""
    if index < 0 or not setting.ends_early(index):
        return False
    text = setting.lines[index].text
    set_off = setting.emphasised(index) or setting.above(index) >= EXTRA_SPACE
    title = text[:1].isupper() and not text.endswith((*SENTENCE_END, ":")) and not find_amounts(text)
    return set_off and title and len(text.split()) <= TITLE_WORDS


def _numbered(index: int, setting: Setting) -> Candidate | None:
    """The line as a heading with a number, if it may be one."""
    line = setting.lines[index]
    if not setting.previous_is_complete(index):
        return None
    scanned = setting.scanned
    text, specks, found = next(
        ((text, specks, one) for text, specks in _as_read(line) if (one := numbered(text, scanned))),
        ("", 0, None),
    )
    if found is None:
        return None
    candidate = Candidate(index, found.number, False, None, style=found.style, specks=specks)
    if found.runs_in:
        return replace(candidate, title_in_line=1, run_in="")
    centred, free = setting.centred(index), setting.stands_free(index)
    set_off = centred or setting.emphasised(index) or setting.above(index) >= EXTRA_SPACE
    if found.title is None:
        # A number on a line of its own; its title may stand below.
        alone = found.label or found.marked or centred or setting.emphasised(index)
        return candidate if alone and set_off and free else None
    title, in_line = text[found.title :], specks + len(text[: found.title].split())
    candidate = replace(candidate, title_in_line=in_line)
    if id(line) not in setting.beside and (bold := _bold_title(line, in_line)) is not None:
        return replace(candidate, run_in=bold)
    if scanned and set_off and (before_colon := COLON_TITLE.match(title)):
        return replace(candidate, run_in=before_colon[0], led=True)
    # A word and a number before a few others say it themselves: "Ziff. 5 Nachweise".
    brief = len(title.split()) <= BRIEF_TITLE
    if not (set_off or (found.label and brief)) or not free:
        return None
    flawed = title.endswith(SENTENCE_END) or title[0].islower()
    if len(title.split()) > TITLE_WORDS or (flawed and not (brief and set_off)):
        return None
    return replace(candidate, flawed=flawed and not found.label)


def _as_read(line: Line) -> Iterator[tuple[str, int]]:
    """The text of a line; then with what else was read of its first word, or the second; then, with the count
    of the words left out, without a speck before it that a scan took for a mark."""
    words = [word.text for word in line.words]
    yield " ".join(words), 0
    for place, word in enumerate(line.words[:2]):
        yield from (
            (" ".join([*words[:place], other, *words[place + 1 :]]), 0) for other in word.alternatives
        )
    if begins_with_speck(line):
        yield " ".join(words[1:]), 1


def _within(inner: _Chain, outer: _Chain, setting: Setting) -> bool:
    """Does one numbering count what stands below a single number of another? Below the last number, where a
    list of parties would hold all that follows, only if it stands out no more than the other."""
    if inner is outer:
        return False
    heads = [candidate.index for candidate, _ in outer]
    first, last = inner[0][0].index, inner[-1][0].index
    if any(a < first and last < b for a, b in itertools.pairwise(heads)):
        return True
    return heads[-1] < first and _prominence(inner, setting) <= _prominence(outer, setting)


def _prominence(chain: _Chain, setting: Setting) -> float:
    return _weight(chain, setting) / len(chain)


def _weight(chain: _Chain, setting: Setting) -> float:
    return sum(_stands_out(candidate, setting) for candidate, _ in chain)


def _stands_out(candidate: Candidate, setting: Setting) -> float:
    return 1 + min(setting.above(candidate.index), 1.5) + setting.emphasised(candidate.index)


def _bold_title(line: Line, start: int) -> str | None:
    """The title from word `start` of a line that begins in bold type with its number and goes on in plain."""
    bold = list(itertools.takewhile(lambda word: word.bold, line.words))
    brief = start < len(bold) <= TITLE_WORDS and len(bold) < len(line.words)
    return " ".join(word.text for word in bold[start:]) if brief else None


def _best_chain(candidates: Sequence[Candidate], setting: Setting) -> _Chain:
    """The ascending chain of most weight, each candidate with the number it is read as.

    Headings of one document are set alike and set off from the text; a missing number costs, but is
    possible: a gap in the numbering is worth reporting.
    """
    # 1 may be a misread I.
    figures = Counter(one.number.isdecimal() for one in candidates if one.number.strip("1"))
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for position, candidate in enumerate(candidates):
        prominence = -FLAWED if candidate.flawed else _stands_out(candidate, setting)
        for number, cost in readings(candidate.number, setting.scanned).items():
            if number > HIGHEST_SECTION:
                continue
            decimal = candidate.number.isdecimal()
            odd = bool(candidate.number.strip("1")) and figures[decimal] < figures[not decimal]
            weight = prominence - cost - OF_ANOTHER_KIND * odd
            score, before = weight - MISSING * (number - 1), None
            for (earlier, reached), (earned, _) in best.items():
                if (
                    earlier < position
                    and reached < number <= reached + 1 + MISREAD_GAP
                    and setting.set_alike(candidates[earlier], candidates[position])
                ):
                    total = earned + weight - MISSING * (number - reached - 1)
                    if total > score:
                        score, before = total, (earlier, reached)
            best[(position, number)] = (score, before)
    at = max(best, key=lambda key: best[key][0], default=None)
    chain: _Chain = []
    while at is not None:
        chain.append((candidates[at[0]], at[1]))
        at = best[at][1]
    set_off = all(setting.above(candidate.index) >= WIDE_SPACE for candidate, _ in chain)
    return chain[::-1] if len(chain) >= (2 if set_off else SHORTEST_CHAIN) else []


def _mark(lines: Sequence[Line], candidate: Candidate, starts: set[int], setting: Setting) -> SectionMark:
    line = lines[candidate.index]
    heading = [line]
    if candidate.title_in_line is None:
        for index in range(candidate.index + 1, min(candidate.index + 4, len(lines))):
            if index in starts or not _is_title_line(index, candidate.index, setting):
                break
            heading.append(lines[index])
        title = join_lines(heading[1:]) if len(heading) > 1 else None
        number = line.passage
    else:
        number = join_lines([Line(line.page, line.words[: candidate.title_in_line])])
        rest = Line(line.page, line.words[candidate.title_in_line :])
        title = rest.passage if rest.words else None
    if title is not None and candidate.run_in is not None:
        title = title.part(0, len(candidate.run_in.strip())) if candidate.run_in else None
    return SectionMark(candidate.number, tuple(heading), number, title, candidate.run_in is not None)


def _is_title_line(index: int, start: int, setting: Setting) -> bool:
    line, first = setting.lines[index], setting.lines[start]
    if line.page != first.page or len(line.words) > TITLE_WORDS or line.text.endswith((".", ";", ":")):
        return False
    if setting.right_set(start):
        return setting.right_set(index, RIGHT_OF_EDGE) and line.text[:1].isupper()
    if not setting.ends_early(index) and not setting.emphasised(index):
        return False
    if setting.centred(start):
        return setting.centred(index) and not setting.lines[index].text[:1].isdigit()
    if setting.emphasised(start) or setting.emphasised(index):
        return setting.emphasised(index)
    return index == start + 1 and setting.below(index) >= EXTRA_SPACE and line.text[:1].isupper()
