"""Section headings: "§ 7", "Artikel 3", "4. Haushaltsmittel", "Baustein B", also where the § was misread.

A § or an article is a sign that cannot be anything else. Where there is none, the numbering is discovered: of
all numberings that are set in one style and count upwards, the outermost one that stands out most.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.geometry import center_x
from extract.lines import Line
from extract.passage import Passage, join_lines
from models.german.roman import roman, to_roman

# A sign that cannot be anything else.
SIGNED = re.compile(
    r"(?P<sign>§+|Artikel|ARTIKEL|Art\.|Paragraph|Paragraf)\s*(?P<number>(?!0)\d{1,2}\s?[a-z]?|[IVX]{1,5})"
    r"(?P<rest>[.:)–—-]?(?:\s+.*|(?<=\d)[A-ZÄÖÜ][a-zäöüß].*)?)"
)
RUN_IN = re.compile(r"[.:)–—-]?\s*(?P<title>[A-ZÄÖÜ][^.:]*)[.:]\s+[A-ZÄÖÜ]\S*(?:\s+\S+){2,}")
# What the deu model, which does not know the sign, makes of "§ 7" when it stands alone: "87", "S7", "s 7".
MISREAD = re.compile(r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])[.:]?")
MISREAD_AND_TITLE = re.compile(
    r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])(?P<rest>(?:[.:]|\s?[–—-])?\s+[A-ZÄÖÜ].*)"
)
# Any other numbering: a word or none, a number, and what may stand before and behind it. A scan reads "ziff."
# for "Ziff.": some letters look alike in both cases; and "il" for "II".
NUMBERED = re.compile(
    r"(?:(?P<label>[A-ZÄÖÜ][\w-]*\.?|[covwxz]\w+\.)\s)?(?P<open>[(\[]?)"
    r"(?P<number>\d{1,2}|[IVXl|1]{1,5}|i[Il|]{1,2}|[A-HJ-L](?=[.):/\]]|$|\s[–—-]|(?<=\w\s.)\s))"
    r"(?P<dot>(?:\.\)|[.:)\]]|\s?/|\s?\||\s[–—·•-])?)(?:(?:\s+|(?<=\.)\.?(?=\w{4}))(?P<title>[A-ZÄÖÜ„\"•].*))?"
)
# "Erster Abschnitt", "II. Teil": the number stands before the word.
ORDINALS = (
    "erst",
    "zweit",
    "dritt",
    "viert",
    "fünft",
    "sechst",
    "siebt",
    "acht",
    "neunt",
    "zehnt",
    "elft",
    "zwölft",
)
ORDINAL = re.compile(
    rf"(?P<number>{'|'.join(ORDINALS)})(?:ens\s?[.:,]?(?P<text>\s.*)?|e[rs]?\s+(?P<label>[A-ZÄÖÜ][\w-]*)[.:]?)",
    re.IGNORECASE,
)
# What is numbered so is no section: it is what the sections speak of, or a page.
NO_SECTIONS = re.compile(
    r"(?:\w*projekt|\w*maßnahmen?|\w*maßnahmen?art|vorhaben|angebot|schwerpunkt|förder\w+|los|lfd|anlage|anhang|beilage"
    r"|tabelle|abbildung|seite|blatt|partei|partner|vertragspartner|beteiligter|telefon|tel|zimmer|raum|postfach|stand"
    r"|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|euro|eur|absatz|abs|satz)\.?",
    re.IGNORECASE,
)
# Numbers missing between two misread headings may be this many: more, and it is some other number.
MISREAD_GAP = 2
# In a chain of numbered headings a missing number weighs as much against it as a heading for it.
MISSING = 1.5
# Reading a Roman number as another one costs a little more than a missing heading.
REREAD = 1.6
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
SENTENCE_END = (".", ";", ",")
# Signs, and specks read as such, between a number and its title.
BEFORE_TITLE = "(–— -'’‘`´•·"


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


_Chain = list[tuple[_Candidate, int]]
"""Headings with the numbers they are read as."""


def find_sections(lines: Sequence[Line]) -> list[SectionMark]:
    """Section headings of a document. `lines` is the body in reading order, without tables."""
    if not lines:
        return []
    geometry = _Geometry(lines)
    chain = _signed_chain(lines, geometry)
    if len(chain) < 2:
        # One § alone is a section only where nothing counts upwards: a scan makes one of a speck or a stamp.
        chain = _numbered_chain(lines, geometry) or chain
    starts = {candidate.index for candidate in chain}
    return [_mark(lines, candidate, starts, geometry) for candidate in chain]


class _Geometry:
    """How the lines of this document usually stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        wide = [line for line in lines if len(line.words) >= 8] or list(lines)
        self.left = median(line.bbox[0] for line in wide)
        self.right = median(line.bbox[2] for line in wide)
        self.edge = max(line.bbox[2] for line in wide)
        self.size = median(line.size for line in wide)
        # Where each line is a paragraph, full lines tell the pitch: what goes on stands right below them.
        full = (pair for index, pair in enumerate(itertools.pairwise(lines)) if not self.ends_early(index))
        usual = median(self._steps(itertools.pairwise(wide)) or [1.3 * self.size])
        least = self._steps(full) or [usual]
        self.pitch = min(usual, least[len(least) // 4])

    def _steps(self, pairs: Iterable[tuple[Line, Line]]) -> list[float]:
        """How far lines stand below each other (points), the least first."""
        steps = [b.bbox[3] - a.bbox[3] for a, b in pairs if a.page == b.page]
        return sorted(step for step in steps if 0 < step < 3 * self.size)

    def above(self, index: int) -> float:
        """White space above a line beyond the usual, in letter sizes; 9 at the top of a page."""
        if index == 0 or self.lines[index - 1].page != self.lines[index].page:
            return 9.0
        return (self.lines[index].bbox[3] - self.lines[index - 1].bbox[3] - self.pitch) / self.size

    def below(self, index: int) -> float:
        return self.above(index + 1) if index + 1 < len(self.lines) else 9.0

    def centred(self, index: int) -> bool:
        box = self.lines[index].bbox
        off = min(abs(center_x(box) - (self.left + right) / 2) for right in (self.right, self.edge))
        return off < 0.03 * (self.right - self.left) and box[0] > self.left + 2 * self.size

    def ends_early(self, index: int) -> bool:
        return self.lines[index].bbox[2] < self.right - 0.12 * (self.right - self.left)

    def previous_is_complete(self, index: int) -> bool:
        return (
            index == 0
            or self.lines[index - 1].page != self.lines[index].page
            or self.ends_early(index - 1)
            or self.above(index) >= WIDE_SPACE
            or self.lines[index - 1].text.endswith((".", ":", ";"))
        )

    def set_alike(self, one: _Candidate, other: _Candidate) -> bool:
        """Are two headings set alike: in weight, and at one left edge or centred?"""
        first, second = self.lines[one.index], self.lines[other.index]
        scanned = first.words[0].origin == "ocr"
        edge = abs(first.bbox[0] - second.bbox[0]) < (SCANNED_EDGE if scanned else SAME_EDGE) * self.size
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
    """Headings with a § or another sign, and those between them whose sign was misread."""
    candidates: list[_Candidate] = []
    romans = 0
    for index, line in enumerate(lines):
        text = line.text.strip()
        if match := SIGNED.fullmatch(text):
            romans += match["number"].isalpha()
            number, title = _arabic(match["number"]), _title_start(line, match)
            run_in = RUN_IN.fullmatch(match["rest"].strip())
            if run_in is not None and _runs_in(index, run_in["title"], geometry):
                candidates.append(_Candidate(index, number, True, title, run_in["title"]))
            elif _is_heading(index, match["rest"].strip(" .:)"), geometry):
                candidates.append(_Candidate(index, number, True, title))
        elif (match := MISREAD.fullmatch(text)) and _stands_alone(index, geometry):
            number = "1" if match["number"] in "Iil|" else match["number"]
            candidates.append(_Candidate(index, number, False, None))
        elif line.words[0].origin == "ocr" and (match := MISREAD_AND_TITLE.fullmatch(text)):
            if _is_heading(index, match["rest"].strip(" .:"), geometry):
                number = "1" if match["number"] in "Iil|" else match["number"]
                candidates.append(_Candidate(index, number, False, _title_start(line, match)))
        elif text.isdigit() and len(text) <= 2 and geometry.centred(index):
            # The sign was not read at all.
            candidates.append(_Candidate(index, text, False, None))
    chain = _increasing(candidates)
    if 2 * romans < len(chain):
        return chain
    return [replace(one, number=to_roman(int(one.number))) if one.number.isdigit() else one for one in chain]


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
    chains = [chain for group in styles.values() if (chain := _best_chain(group, geometry))]
    outer = [one for one in chains if not any(_within(one, other, geometry) for other in chains)]
    return _printed(max(outer, key=lambda chain: _weight(chain, geometry), default=[]))


def _numbered(index: int, geometry: _Geometry) -> _Candidate | None:
    """The line as a heading with a number, if it may be one."""
    line = geometry.lines[index]
    text = line.text.strip()
    if not geometry.previous_is_complete(index):
        return None
    if match := ORDINAL.fullmatch(text):
        number, label = str(ORDINALS.index(match["number"].casefold()) + 1), match["label"] or "tens"
        run_in = "" if match["text"] else None
        return _Candidate(index, number, False, 1 if run_in == "" else None, run_in, f"# {label.casefold()}")
    match = NUMBERED.fullmatch(text)
    if match is None or (match["label"] and NO_SECTIONS.fullmatch(match["label"])):
        return None
    label, title = match["label"] or "", match["title"] or ""
    dot = match["dot"].strip().replace(":", ".")
    if line.words[0].origin == "ocr":
        # A scan loses full stops, makes marks of specks and lines, and a dash of a dot between words.
        dot = dot.strip(".| –—·•-" if label else ".| ")
    style = f"{label.casefold()} {match['open']}#{dot}".strip()
    in_line = _words_until(line, match.start("title")) if title else None
    if title and (bold := _bold_title(line, in_line or 0)) is not None:
        return _Candidate(index, match["number"], False, in_line, bold, style)
    centred = geometry.centred(index)
    set_off = centred or geometry.emphasised(index) or geometry.above(index) >= EXTRA_SPACE
    # A word and a number before a few others say it themselves: "Ziff. 5 Nachweise".
    told = bool(label and title) and len(title.split()) <= BRIEF_TITLE
    if not (set_off or told) or not (centred or geometry.ends_early(index)):
        return None
    if not title:
        # A number on a line of its own; its title may stand below.
        alone = (
            bool(label)
            or geometry.centred(index)
            or geometry.emphasised(index)
            or match["dot"]
            or match["open"]
        )
        return _Candidate(index, match["number"], False, None, None, style) if alone else None
    if len(title.split()) > TITLE_WORDS or title.endswith(SENTENCE_END):
        return None
    return _Candidate(index, match["number"], False, in_line, None, style)


def _words_until(line: Line, offset: int) -> int:
    """How many words of a line stand before `offset` of its text."""
    return len(line.text.strip()[:offset].split())


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


def _printed(chain: _Chain) -> list[_Candidate]:
    """The headings with their numbers as they are counted: an I is easily read as 1; the others tell."""
    for pattern, printed in ((r"[A-HJ-L]", _letter), (r"[IVXil|]", to_roman)):
        if 2 * sum(1 for candidate, _ in chain if re.match(pattern, candidate.number)) >= len(chain):
            return [replace(candidate, number=printed(n)) for candidate, n in chain]
    return [replace(candidate, number=str(n)) for candidate, n in chain]


def _bold_title(line: Line, start: int) -> str | None:
    """The title from word `start` of a line that begins in bold type with its number and goes on in plain."""
    bold = list(itertools.takewhile(lambda word: word.bold, line.words))
    brief = start < len(bold) <= TITLE_WORDS and len(bold) < len(line.words)
    return " ".join(word.text for word in bold[start:]) if brief else None


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)


def _best_chain(candidates: Sequence[_Candidate], geometry: _Geometry) -> _Chain:
    """The ascending chain of most weight, each candidate with the number it is read as.

    Headings of one document are set alike and set off from the text; a missing number costs, but is
    possible: a gap in the numbering is worth reporting.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for position, candidate in enumerate(candidates):
        printed = candidate.number
        prominence = _stands_out(candidate, geometry)
        for number in range(1, HIGHEST_SECTION + 1):
            if not _reads(printed, number, geometry.lines[candidate.index].words[0].origin == "ocr"):
                continue
            exact = not re.match("[IVXil|]", printed) or roman(re.sub("[il|1]", "I", printed)) == number
            weight = prominence - (0 if exact else REREAD)
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


def _reads(number: str, expected: int, scanned: bool) -> bool:
    """May the printed number be `expected`? "I", "II" and "III" are hard to tell apart for OCR, and "11" may
    be one of them."""
    if number.isdigit() and not (scanned and re.fullmatch("11+", number)):
        return int(number) == expected
    if number.isdigit():
        return expected in (int(number), len(number))
    if re.fullmatch("[A-HJ-L]", number):
        return number == _letter(expected)
    if re.fullmatch(r"[Iil|1]+", number):
        return expected <= 3
    return re.fullmatch(r"[IVX]+", number) is not None and roman(number) == expected


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
