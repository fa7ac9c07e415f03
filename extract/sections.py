"""Section headings: "§ 7", "Artikel 3", "4. Haushaltsmittel", "Baustein B", also where the § was misread.

A § or an article is a sign that cannot be anything else. Where there is none, the numbering is discovered: of
all numberings that are set in one style and count upwards, the outermost one that stands out most.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.geometry import center_x, overlap
from extract.lines import Line
from extract.passage import Passage, join_lines
from extract.section_numbers import NO_SECTIONS, as_counted, is_misread, numbered, readings
from models.german.roman import roman, to_roman

# A sign that cannot be anything else.
SIGNED = re.compile(
    r"(?P<sign>§+|Artikel|ARTIKEL|Art\.|Paragraph|Paragraf)\s*[.,]?(?P<number>(?!0)\d{1,2}\s?[a-z]?|[IVX]{1,5})"
    r"(?P<rest>[.:)·–—-]?(?:\s+.*|(?<=[\d·])[A-ZÄÖÜ][a-zäöüß].*)?)"
)
RUN_IN = re.compile(r"[.:)–—-]?\s*(?P<title>[A-ZÄÖÜ][^.:]*)[.:]\s+[A-ZÄÖÜ]\S*(?:\s+\S+){2,}")
# What the deu model, which does not know the sign, makes of "§ 7" when it stands alone: "87", "S7", "s 7".
MISREAD = re.compile(r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])[.:]?")
MISREAD_AND_TITLE = re.compile(
    r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])(?P<rest>(?:[.:]|\s?[–—-])?\s+[A-ZÄÖÜ].*)"
)
# Numbers missing between two misread headings may be this many: more, and it is some other number.
MISREAD_GAP = 2
# In a chain of numbered headings a missing number weighs as much against it as a heading for it.
MISSING = 1.5
# A heading that is flawed in a scan weighs so much against the chain: it is one where it fills a gap.
FLAWED = 1.0
HIGHEST_SECTION = 40
# Two headings are enough if both are set off from the text, as in a short amendment.
SHORTEST_CHAIN = 3
# Left edges of headings agree within this many letter sizes; list items are indented by more.
SAME_EDGE = 0.35
# … in a scan, whose pages are never quite straight, within this many.
SCANNED_EDGE = 0.8
# Longest title of a section, in words.
TITLE_WORDS = 14
# So few words behind a § on a line of its own are a title also where nothing sets them off.
BRIEF_TITLE = 5
# White space above a heading, in letter sizes beyond the usual line pitch.
EXTRA_SPACE = 0.25
# White space above that parts a heading from anything before it.
WIDE_SPACE = 0.6
# Of so many lines before a heading the one above it is one; the others stand beside it.
BESIDE = 6
# Counted paragraphs begin within this share of a document, and end as near to its end.
OPENS = 0.4
SENTENCE_END = (".", ";", ",")
# Specks before a sign.
SPECKS = "'‘’‚`´,.·"
# Signs, and specks read as such, between a number and its title.
BEFORE_TITLE = "([–— -'’‘`´•·"


@dataclass(frozen=True)
class SectionMark:
    """A section heading: its number as text, the lines it is printed in, and its title if it has one."""

    number: str
    lines: tuple[Line, ...]
    number_passage: Passage
    title: Passage | None
    run_in: bool = False
    """The text goes on in the same line: "Art. 1 Zweck. Jugendliche …"."""


@dataclass(frozen=True)
class _Candidate:
    index: int
    number: str
    certain: bool
    title_in_line: int | None
    run_in: str | None = None
    style: str = ""
    """What else is printed with the number: "Baustein #", "(#)"."""
    roman: bool = False
    flawed: bool = False
    """Its title ends in a stop, or begins small: a speck, and a letter that a scan has in one case only."""


_Chain = list[tuple[_Candidate, int]]
"""Headings with the numbers they are read as."""


def find_sections(lines: Sequence[Line], beside: Collection[int] = ()) -> list[SectionMark]:
    """Section headings of a document. `lines` is the body in reading order, without tables; those that stood
    `beside` their text (by identity) are set off from what is above them."""
    if not lines:
        return []
    geometry = _Geometry(lines, beside)
    chain = _signed_chain(lines, geometry)
    if len(chain) < 2:
        # One § alone is a section only where nothing counts upwards: a scan makes one of a speck or a stamp.
        chain = _numbered_chain(lines, geometry) or chain
    starts = {candidate.index for candidate in chain}
    return [_mark(lines, candidate, starts, geometry) for candidate in chain]


def headings_left_out(
    lines: Sequence[Line], marks: Sequence[SectionMark], beside: Collection[int] = ()
) -> list[Line]:
    """Lines that look like headings of the document and would go on counting, but were not taken for any:
    they follow the last heading, have its number, or stand alone where none was found."""
    if not lines:
        return []
    geometry = _Geometry(lines, beside)
    candidates = [one for index in range(len(lines)) if (one := _numbered(index, geometry))]
    if not marks:
        return [lines[one.index] for one in candidates if _stands_for_itself(one, geometry)]
    heads = {id(mark.lines[0]) for mark in marks}
    last = next(index for index, line in enumerate(lines) if line is marks[-1].lines[0])
    of_last = next((one for one in candidates if one.index == last), None)
    alike = [one for one in candidates if of_last and one.style == of_last.style] or _signed(lines, geometry)
    counted = readings(marks[-1].number, scanned=False)
    reached = min(counted, key=lambda number: counted[number], default=HIGHEST_SECTION)

    def goes_on(one: _Candidate) -> bool:
        numbers = readings(one.number, geometry.scanned)
        follows = one.index > last and any(0 < number - reached <= 1 + MISREAD_GAP for number in numbers)
        return (follows or reached in numbers) and geometry.set_alike(one, replace(one, index=last))

    return [lines[one.index] for one in alike if id(lines[one.index]) not in heads and goes_on(one)]


def _stands_for_itself(candidate: _Candidate, geometry: _Geometry) -> bool:
    """Is a line set off like the first heading or the second, number and title?"""
    first = any(number <= 2 for number in readings(candidate.number, geometry.scanned))
    set_off = geometry.emphasised(candidate.index) or geometry.above(candidate.index) >= WIDE_SPACE
    return first and set_off and candidate.title_in_line is not None and not candidate.flawed


class _Geometry:
    """How the lines of this document usually stand."""

    def __init__(self, lines: Sequence[Line], beside: Collection[int]) -> None:
        self.lines = lines
        self.beside = beside
        self.scanned = any(line.words[0].origin == "ocr" for line in lines)
        wide = [line for line in lines if len(line.words) >= 8] or list(lines)
        self.left = median(line.bbox[0] for line in wide)
        self.right = median(line.bbox[2] for line in wide)
        self.edge = max(line.bbox[2] for line in wide)
        self.size = median(line.size for line in wide)
        self.edges = {page: self._edge(page) for page in {line.page for line in lines}}
        # Where each line is a paragraph, full lines tell the pitch: what goes on stands right below them.
        full = (pair for index, pair in enumerate(itertools.pairwise(lines)) if not self.ends_early(index))
        usual = median(self._steps(itertools.pairwise(wide)) or [1.3 * self.size])
        least = self._steps(full) or [usual]
        self.pitch = min(usual, least[len(least) // 4])

    def _steps(self, pairs: Iterable[tuple[Line, Line]]) -> list[float]:
        """How far lines stand below each other (points), the least first."""
        steps = [b.bbox[3] - a.bbox[3] for a, b in pairs if a.page == b.page]
        return sorted(step for step in steps if 0 < step < 3 * self.size)

    def _edge(self, page: int) -> float:
        """The leftmost place at which lines of a page begin below each other: a scan shifts its pages."""
        lefts = sorted(line.bbox[0] for line in self.lines if line.page == page)
        reach = SAME_EDGE * self.size
        return next((a for a, b in itertools.pairwise(lefts) if b - a < reach), lefts[0])

    def before(self, index: int) -> int | None:
        """The line above this one on its page: not what stands right of it, as a stamp does."""
        line = self.lines[index]
        nearest = range(index - 1, max(-1, index - 1 - BESIDE), -1)
        on_page = [one for one in nearest if self.lines[one].page == line.page]
        for one in on_page:
            x0, _, x1, bottom = self.lines[one].bbox
            if overlap(x0, x1, line.bbox[0], line.bbox[2]) > 0 and bottom < line.bbox[3]:
                return one
        return on_page[0] if on_page else None

    def above(self, index: int) -> float:
        """White space above a line beyond the usual, in letter sizes; 9 at the top of a page or column."""
        line, before = self.lines[index], self.before(index)
        if before is None or id(line) in self.beside:
            return 9.0
        return (line.bbox[3] - self.lines[before].bbox[3] - self.pitch) / self.size

    def below(self, index: int) -> float:
        return self.above(index + 1) if index + 1 < len(self.lines) else 9.0

    def centred(self, index: int) -> bool:
        box = self.lines[index].bbox
        off = min(abs(center_x(box) - (self.left + right) / 2) for right in (self.right, self.edge))
        return off < 0.03 * (self.right - self.left) and box[0] > self.left + 2 * self.size

    def ends_early(self, index: int) -> bool:
        return self.lines[index].bbox[2] < self.right - 0.12 * (self.right - self.left)

    def previous_is_complete(self, index: int) -> bool:
        before = self.before(index)
        return (
            before is None
            or self.ends_early(before)
            or self.above(index) >= WIDE_SPACE
            or self.lines[before].text.endswith((".", ":", ";"))
        )

    def set_alike(self, one: _Candidate, other: _Candidate) -> bool:
        """Are two headings set alike: in weight, and at one left edge or centred?"""
        first, second = self.lines[one.index], self.lines[other.index]
        scanned = self.scanned
        apart = first.bbox[0] - second.bbox[0]
        shifted = apart - (self.edges[first.page] - self.edges[second.page]) if scanned else apart
        edge = min(abs(apart), abs(shifted)) < (SCANNED_EDGE if scanned else SAME_EDGE) * self.size
        # In a scan the weight of a line is an estimate.
        same_weight = first.bold == second.bold or scanned
        centred = self.centred(one.index) and self.centred(other.index)
        return same_weight and (edge or centred or self._on_one_axis(first, second))

    def _on_one_axis(self, first: Line, second: Line) -> bool:
        """Are two lines centred about one axis, wherever the text ends on the right?"""
        indented = min(first.bbox[0], second.bbox[0]) > self.left + 2 * self.size
        return indented and abs(center_x(first.bbox) - center_x(second.bbox)) < SAME_EDGE * self.size

    def emphasised(self, index: int) -> bool:
        line = self.lines[index]
        return line.bold or line.size > 1.12 * self.size


def _signed_chain(lines: Sequence[Line], geometry: _Geometry) -> list[_Candidate]:
    """Headings with a § or another sign, and those between them whose sign was misread, or lost in a scan."""
    candidates = _signed(lines, geometry)
    chain = _increasing(candidates)
    if geometry.scanned and chain:
        chain = _filled(chain, [one for i in range(len(lines)) if (one := _numbered(i, geometry))], geometry)
    romans = sum(candidate.roman for candidate in candidates)
    if 2 * romans < len(chain):
        return chain
    return [replace(one, number=to_roman(int(one.number))) if one.number.isdigit() else one for one in chain]


def _signed(lines: Sequence[Line], geometry: _Geometry) -> list[_Candidate]:
    """Lines that may be such headings."""
    candidates: list[_Candidate] = []
    for index, line in enumerate(lines):
        scanned = line.words[0].origin == "ocr"
        text = line.text.strip().lstrip(SPECKS if scanned else "")
        if match := SIGNED.fullmatch(text):
            number, title = _arabic(match["number"]), _title_start(line, match)
            run_in = RUN_IN.fullmatch(match["rest"].strip())
            candidate = _Candidate(index, number, True, title, roman=match["number"].isalpha())
            if run_in is not None and _runs_in(index, run_in["title"], geometry):
                candidates.append(replace(candidate, run_in=run_in["title"]))
            elif title is not None and _goes_on(index, match["rest"].strip(" .:)"), geometry):
                candidates.append(replace(candidate, certain=False, run_in=""))
            elif _is_heading(index, match["rest"].strip(" .:)"), geometry):
                candidates.append(candidate)
        elif (match := MISREAD.fullmatch(text)) and _stands_alone(index, geometry):
            number = "1" if match["number"] in "Iil|" else match["number"]
            candidates.append(_Candidate(index, number, False, None))
        elif scanned and (match := MISREAD_AND_TITLE.fullmatch(text)):
            if _is_heading(index, match["rest"].strip(" .:"), geometry):
                number = "1" if match["number"] in "Iil|" else match["number"]
                candidates.append(_Candidate(index, number, False, _title_start(line, match)))
        elif text.isdigit() and len(text) <= 2 and geometry.centred(index):
            # The sign was not read at all.
            candidates.append(_Candidate(index, text, False, None))
    return candidates


def _filled(
    chain: Sequence[_Candidate], unsigned: Sequence[_Candidate], geometry: _Geometry
) -> list[_Candidate]:
    """The headings, between two of them those without a sign that alone have a number missing there."""
    filled = [*chain[:1]]
    for before, behind in itertools.pairwise(chain):
        for number in range(_value(before.number) + 1, _value(behind.number)):
            fitting = [
                one
                for one in unsigned
                if before.index < one.index < behind.index
                and one.number == str(number)
                and geometry.set_alike(one, before)
            ]
            filled += fitting if len(fitting) == 1 else []
        filled.append(behind)
    return filled


def _is_heading(index: int, title: str, geometry: _Geometry) -> bool:
    """A line "§ 4 …" is a heading, not a sentence that happens to begin with a reference."""
    if not title:
        return geometry.previous_is_complete(index) or geometry.centred(index)
    if (
        len(title.split()) > TITLE_WORDS
        or title.endswith(SENTENCE_END)
        or not title.lstrip(BEFORE_TITLE)[:1].isupper()
    ):
        return False
    brief = len(title.split()) <= BRIEF_TITLE and geometry.ends_early(index)
    set_off = geometry.above(index) >= EXTRA_SPACE or geometry.centred(index) or geometry.emphasised(index)
    return geometry.previous_is_complete(index) and (set_off or brief)


def _runs_in(index: int, title: str, geometry: _Geometry) -> bool:
    """A brief title right before its text: at the beginning of a paragraph, bold or with room above."""
    set_off = geometry.lines[index].words[0].bold or geometry.above(index) >= EXTRA_SPACE
    return len(title.split()) <= BRIEF_TITLE and set_off and geometry.previous_is_complete(index)


def _goes_on(index: int, text: str, geometry: _Geometry) -> bool:
    """Is what stands behind a sign and a number the first line of a paragraph of its own?"""
    full = not (geometry.ends_early(index) or geometry.centred(index) or geometry.emphasised(index))
    opens = geometry.above(index) >= EXTRA_SPACE and geometry.previous_is_complete(index)
    refers = NO_SECTIONS.fullmatch(text.split()[0]) is not None
    return full and opens and geometry.below(index) < EXTRA_SPACE and text[:1].isupper() and not refers


def _stands_alone(index: int, geometry: _Geometry) -> bool:
    return (
        geometry.centred(index) or geometry.above(index) >= EXTRA_SPACE
    ) and geometry.previous_is_complete(index)


def _increasing(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Certain headings as they are; misread ones where their number fits between its neighbours."""
    chain: list[_Candidate] = []
    previous = 0
    for position, candidate in enumerate(candidates):
        if candidate.certain:
            chain.append(candidate)
            previous = _value(candidate.number)
            continue
        value = _value(candidate.number)
        following = next((_value(c.number) for c in candidates[position + 1 :] if c.certain), None)
        fits = previous < value <= previous + 1 + MISREAD_GAP
        if fits and (following is None or value < following):
            chain.append(candidate)
            previous = value
    return chain if len(chain) >= 2 or any(c.certain for c in chain) else []


def _numbered_chain(lines: Sequence[Line], geometry: _Geometry) -> list[_Candidate]:
    """Headings where no sign is printed: of all numberings the outermost one that weighs most.

    A numbered list inside a section starts again at 1 and ends before the next heading; the chain of
    headings reaches over it.
    """
    styles: dict[str, list[_Candidate]] = {}
    for index in range(len(lines)):
        if candidate := _numbered(index, geometry):
            styles.setdefault(candidate.style, []).append(candidate)
    groups = [_as_printed(group, lines) for group in _by_style(styles, geometry)]
    chains = [chain for group in groups if (chain := _best_chain(group, geometry))]
    outer = [one for one in chains if not any(_within(one, other, geometry) for other in chains)]
    chain = max(outer, key=lambda one: _weight(one, geometry), default=[]) or _paragraphs(lines, geometry)
    printed = as_counted([(candidate.number, count) for candidate, count in chain])
    return [replace(candidate, number=number) for (candidate, _), number in zip(chain, printed, strict=True)]


def _by_style(styles: Mapping[str, list[_Candidate]], geometry: _Geometry) -> Iterator[Sequence[_Candidate]]:
    """The candidates of each style; in a scan with those whose word was misread: "Verabradung 1"."""
    for style, group in styles.items():
        alike = [
            one
            for other, few in styles.items()
            if geometry.scanned and len(few) < len(group) and is_misread(other, style)
            for one in few
        ]
        yield sorted([*group, *alike], key=lambda one: one.index)


def _as_printed(group: Sequence[_Candidate], lines: Sequence[Line]) -> Sequence[_Candidate]:
    """Candidates of one style; where most have a flaw and text below, it is none: "1. Zweck.", "2. Geld."."""
    own = {candidate.index for candidate in group}
    flawed = [one for one in group if one.flawed and one.index + 1 < len(lines) and one.index + 1 not in own]
    return [replace(one, flawed=False) for one in group] if 2 * len(flawed) > len(group) else group


def _paragraphs(lines: Sequence[Line], geometry: _Geometry) -> _Chain:
    """Paragraphs that are counted from the beginning of a document to its end, where none is headed."""
    candidates = []
    for index, line in enumerate(lines):
        found = numbered(line.text.strip(), geometry.scanned)
        text = (
            line.text.strip()[found.title :]
            if found and found.title and (found.marked or found.label)
            else ""
        )
        flush = abs(line.bbox[0] - geometry.edges[line.page]) < SAME_EDGE * geometry.size
        if found and flush and len(text.split()) > BRIEF_TITLE and geometry.previous_is_complete(index):
            title = RUN_IN.fullmatch(text)
            in_line = len(line.words) - len(text.split())
            run_in = title["title"] if title and len(title["title"].split()) <= BRIEF_TITLE else ""
            candidates.append(_Candidate(index, found.number, False, in_line, run_in, found.style))
    chains = [
        _best_chain([one for one in candidates if one.style == style], geometry)
        for style in {one.style: None for one in candidates}
    ]
    reach = [
        chain
        for chain in chains
        if chain
        and chain[0][0].index <= OPENS * len(lines)
        and chain[-1][0].index >= (1 - OPENS) * len(lines)
    ]
    return max(reach, key=len, default=[])


def _numbered(index: int, geometry: _Geometry) -> _Candidate | None:
    """The line as a heading with a number, if it may be one."""
    line = geometry.lines[index]
    if not geometry.previous_is_complete(index):
        return None
    scanned = geometry.scanned
    text, found = next(
        ((text, one) for text in _as_read(line) if (one := numbered(text, scanned))), ("", None)
    )
    if found is None:
        return None
    candidate = _Candidate(index, found.number, False, None, style=found.style)
    if found.runs_in:
        return replace(candidate, title_in_line=1, run_in="")
    centred = geometry.centred(index)
    set_off = centred or geometry.emphasised(index) or geometry.above(index) >= EXTRA_SPACE
    if found.title is None:
        # A number on a line of its own; its title may stand below.
        alone = found.label or found.marked or centred or geometry.emphasised(index)
        return candidate if alone and set_off and (centred or geometry.ends_early(index)) else None
    title, in_line = text[found.title :], len(text[: found.title].split())
    candidate = replace(candidate, title_in_line=in_line)
    if id(line) not in geometry.beside and (bold := _bold_title(line, in_line)) is not None:
        return replace(candidate, run_in=bold)
    # A word and a number before a few others say it themselves: "Ziff. 5 Nachweise".
    brief = len(title.split()) <= BRIEF_TITLE
    if not (set_off or (found.label and brief)) or not (centred or geometry.ends_early(index)):
        return None
    flawed = title.endswith(SENTENCE_END) or title[0].islower()
    if len(title.split()) > TITLE_WORDS or (flawed and not (brief and set_off)):
        return None
    return replace(candidate, flawed=flawed and not found.label)


def _as_read(line: Line) -> Iterator[str]:
    """The text of a line; then with what else was read of its first word, or the second."""
    words = [word.text for word in line.words]
    yield " ".join(words)
    for place, word in enumerate(line.words[:2]):
        yield from (" ".join([*words[:place], other, *words[place + 1 :]]) for other in word.alternatives)


def _within(inner: _Chain, outer: _Chain, geometry: _Geometry) -> bool:
    """Does one numbering count what stands below a single number of another? Below the last number, where a
    list of parties would hold all that follows, only if it stands out no more than the other."""
    if inner is outer:
        return False
    heads = [candidate.index for candidate, _ in outer]
    first, last = inner[0][0].index, inner[-1][0].index
    if any(a < first and last < b for a, b in itertools.pairwise(heads)):
        return True
    return heads[-1] < first and _prominence(inner, geometry) <= _prominence(outer, geometry)


def _prominence(chain: _Chain, geometry: _Geometry) -> float:
    return _weight(chain, geometry) / len(chain)


def _weight(chain: _Chain, geometry: _Geometry) -> float:
    return sum(_stands_out(candidate, geometry) for candidate, _ in chain)


def _stands_out(candidate: _Candidate, geometry: _Geometry) -> float:
    return 1 + min(geometry.above(candidate.index), 1.5) + geometry.emphasised(candidate.index)


def _bold_title(line: Line, start: int) -> str | None:
    """The title from word `start` of a line that begins in bold type with its number and goes on in plain."""
    bold = list(itertools.takewhile(lambda word: word.bold, line.words))
    brief = start < len(bold) <= TITLE_WORDS and len(bold) < len(line.words)
    return " ".join(word.text for word in bold[start:]) if brief else None


def _best_chain(candidates: Sequence[_Candidate], geometry: _Geometry) -> _Chain:
    """The ascending chain of most weight, each candidate with the number it is read as.

    Headings of one document are set alike and set off from the text; a missing number costs, but is
    possible: a gap in the numbering is worth reporting.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for position, candidate in enumerate(candidates):
        prominence = -FLAWED if candidate.flawed else _stands_out(candidate, geometry)
        for number, cost in readings(candidate.number, geometry.scanned).items():
            if number > HIGHEST_SECTION:
                continue
            weight = prominence - cost
            score, before = weight - MISSING * (number - 1), None
            for (earlier, reached), (earned, _) in best.items():
                if (
                    earlier < position
                    and reached < number <= reached + 1 + MISREAD_GAP
                    and geometry.set_alike(candidates[earlier], candidates[position])
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
    set_off = all(geometry.above(candidate.index) >= WIDE_SPACE for candidate, _ in chain)
    return chain[::-1] if len(chain) >= (2 if set_off else SHORTEST_CHAIN) else []


def _mark(lines: Sequence[Line], candidate: _Candidate, starts: set[int], geometry: _Geometry) -> SectionMark:
    line = lines[candidate.index]
    heading = [line]
    if candidate.title_in_line is None:
        for index in range(candidate.index + 1, min(candidate.index + 4, len(lines))):
            if index in starts or not _is_title_line(index, candidate.index, geometry):
                break
            heading.append(lines[index])
        title = join_lines(heading[1:]) if len(heading) > 1 else None
        number = join_lines([line])
    else:
        number = join_lines([Line(line.page, line.words[: candidate.title_in_line])])
        rest = Line(line.page, line.words[candidate.title_in_line :])
        title = join_lines([rest]) if rest.words else None
    if title is not None and candidate.run_in is not None:
        title = title.part(0, len(candidate.run_in.strip())) if candidate.run_in else None
    return SectionMark(candidate.number, tuple(heading), number, title, candidate.run_in is not None)


def _is_title_line(index: int, start: int, geometry: _Geometry) -> bool:
    line, first = geometry.lines[index], geometry.lines[start]
    if line.page != first.page or len(line.words) > TITLE_WORDS or line.text.endswith((".", ";", ":")):
        return False
    if not geometry.ends_early(index) and not geometry.emphasised(index):
        return False
    if geometry.centred(start):
        return geometry.centred(index) and not geometry.lines[index].text[:1].isdigit()
    if geometry.emphasised(start) or geometry.emphasised(index):
        return geometry.emphasised(index)
    return index == start + 1 and geometry.below(index) >= EXTRA_SPACE and line.text[:1].isupper()


def _title_start(line: Line, match: re.Match[str]) -> int | None:
    """Index of the first title word in a line "§ 4 Haushaltsmittel"; None when the number stands alone."""
    rest = match["rest"].strip(" .:)–—-")
    if not rest:
        return None
    offset, start = 0, len(line.text) - len(match["rest"].lstrip(" .:)–—-"))
    for index, word in enumerate(line.words):
        if offset >= start - 1 and word.text.strip(".:)–—-"):
            return index
        offset += len(word.text) + 1
    return None


def _arabic(number: str) -> str:
    number = number.replace(" ", "")
    return str(roman(number)) if re.fullmatch(r"[IVX]+", number) else number


def _value(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0
