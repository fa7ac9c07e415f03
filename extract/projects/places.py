"""Where a project might be named: each block and each cell of a document, with what it looks like and what
stands around it, as traits that a model knows (models/projects). Of a name they tell how it is written, its
small words and words of agreements, and how the words of a short one end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from extract.language.language import FINITE_VERB
from extract.language.passage import Passage
from extract.layout.blocks import Block
from extract.layout.layout import PlacedTable
from extract.layout.understand import Reading

# Words that say nothing of what is named, and so many that speak of agreements, by how they begin.
SMALL_WORDS = re.compile(
    r"\b(?:der|die|das|des|dem|den|und|oder|für|mit|von|vom|zur|zum|im|in|an|auf|aus|bei|durch|über|unter|nach|bis"
    r"|sowie|je|pro|eine?|eine[rsm]|zu|als|wird|werden|ist|sind|hat|haben|kann|können|soll|nicht|auch|sich"
    r"|dieser?|folgenden?|nachstehende|gefördert|förderung|umfass(?:t|en))\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\b(?:Projekt|Vorhaben|Träger|Anbieter|Maßnahme|Plätze|Platz|Teilnehm|Laufzeit|Land|Kreis|Stadt|Mittel"
    r"|Zuwendung|Bericht|Jahr|Summe|Gesamt|Ziel|Vereinbarung|Paragraf|Antrag|Nachweis|Personen|Durchführung"
    r"|Kosten|Betrag|Anlage|Seite|Datum|Unterschrift|Verwendung)\w*"
)
TALK_LETTERS = 6
# What such a word, or the heading of a column, has in common with others like it.
STEM, ENDING, TAIL = 5, 6, 4
SUM = re.compile(r"\d{1,3}(?:\.\d{3})+|€|\bEuro\b|EUR")
DAY = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?(?:19|20)\d\d")
CARRIES = re.compile(
    r"\bg?GmbH\b|\be\.\s?V\.|\bVerein\b|\bAG\b|Stiftung|[Ww]erk\b|\bVHS\b|schule\b|schaft\b|Caritas|Diakonie"
    r"|AWO\b|IHK\b|Kammer"
)
MEASURE = re.compile(
    r"Ma(?:ß|ss)nahmen?art|Ausbildungsvorbereitung|Qualifizierungsvorbereitung|Qualifizierungsprojekt"
    r"|Weiterbildungs?(?:maßnahmen|en für)|anerkannten Ausbildungsberufen|Ausbildungscoaching"
)
LABEL = re.compile(r"(?P<label>[\w.\- ]{2,30}?):\s")
LOOKS = {
    "sum": SUM,
    "digit": re.compile(r"\d"),
    "quote": re.compile(r"[„\"»“]"),
    "quoted": re.compile(r"[„\"»“].*[“\"«”]\W*$"),
    "bracket": re.compile(r"\("),
    "carrier": CARRIES,
    "measure": MEASURE,
    "day": DAY,
    "dash": re.compile(r"\s[–—-]\s"),
    "slash": re.compile(r"\s/\s"),
    "comma": re.compile(r","),
    "says": FINITE_VERB,
}
WORDLESS = re.compile(r"[\W\d_]*(?:[^\W\d_]{1,2}[\W\d_]+)*[^\W\d_]{0,2}[\W\d_]*")
LENGTHS = (1, 2, 3, 6, 11, 24)
"""Words: where one kind of text ends and another begins."""
BRIEF = 3
"""Words of a text that is known as a whole."""
FAR = 15
"""So many blocks back a lead or a heading is looked for."""
OPENS, ENDS, HEADS, FIRST = 5, 14, 10, 12
"""Words that are looked at: where a neighbour begins, where a lead and a head end, of a heading."""
SAME_LEFT, SAME_COLUMN = 3.0, 4.0
LARGER, LARGEST = 1.05, 1.07
MOST = 5
"""Columns, levels and lines beyond which it makes no difference how many there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A block or a cell, the block above it that is set otherwise, and what it shares with those that are set
    like it: items of a list, cells of a column."""

    passage: Passage
    head: Block | None
    set_as: tuple[object, ...]
    traits: frozenset[str]


def places_of(reading: Reading) -> Iterator[Place]:
    """All blocks in reading order, then the cells of all tables."""
    titles = {mark.number: mark.title.text if mark.title else "" for mark in reading.layout.sections}
    blocks = [block for block in reading.layout.blocks if block.text]
    size = median(block.lines[0].size for block in blocks) if blocks else 0.0
    for index, block in enumerate(blocks):
        head = _head(blocks, index)
        set_as = (block.section, block.kind, block.level, _bold(block), round(block.left / SAME_COLUMN))
        yield Place(block.passage, head, set_as, frozenset(_of_block(blocks, index, head, size, titles)))
    for placed in reading.layout.tables:
        before = reading.layout.blocks[placed.position - 1] if placed.position else None
        around = [f"section {word}" for word in _words(titles.get(placed.section or "", ""))[:FIRST]]
        around += [f"lead {word}" for word in _words(before.text if before else "")[-ENDS:]]
        yield from _cells(placed, before, around)


def _head(blocks: Sequence[Block], index: int) -> Block | None:
    block = blocks[index]
    return next((one for one in _before(blocks, index) if not _is_set_alike(one, block)), None)


def _before(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The nearest first."""
    return blocks[max(0, index - FAR) : index][::-1]


def _of_block(
    blocks: Sequence[Block], index: int, head: Block | None, size: float, titles: dict[str, str]
) -> Iterator[str]:
    block = blocks[index]
    kind = f"{block.kind}{block.level}"
    yield from look(block.text)
    numbered = block.marker is not None and block.marker.number is not None
    yield from (f"kind {kind}", f"marked {block.marker is not None} {numbered}", f"bold {_bold(block)}")
    yield from (f"lines {min(len(block.lines), MOST)}", f"size {_larger(block.lines[0].size, size)}")
    section = _words(titles.get(block.section, ""))[:FIRST] if block.section else ["–"]
    yield from (trait for word in section for trait in (f"section {word}", f"{kind} section {word}"))
    before = enumerate(_before(blocks, index), 1)
    lead = next(((back, one) for back, one in before if one.text.rstrip().endswith(":")), None)
    if lead is not None:
        yield from (f"lead {min(lead[0], MOST)}", f"{kind} lead")
        words = _words(lead[1].text)[-ENDS:]
        yield from (trait for word in words for trait in (f"lead {word}", f"{kind} lead {word}"))
    if head is not None:
        yield from (f"head {trait}" for trait in look(head.text))
        yield from (f"head word {word}" for word in _words(head.text)[-HEADS:])
    for step in (-2, -1, 1, 2):
        if 0 <= index + step < len(blocks):
            yield from _beside(block, blocks[index + step], step)


def _beside(block: Block, other: Block, step: int) -> Iterator[str]:
    """What stands `step` blocks further on."""
    in_line = abs(other.left - block.left) < SAME_LEFT
    yield f"{step} alike {(other.kind, other.level) == (block.kind, block.level) and in_line}"
    yield f"{step} larger {other.lines[0].size > LARGER * block.lines[0].size}"
    yield f"{step} bold {_bold(other)} {_bold(block)}"
    yield from (f"{step} {trait}" for trait in look(other.text))
    words = _words(other.text)
    yield from (f"{step} word {word}" for word in words[:OPENS])
    if len(words) <= BRIEF:
        yield f"{step} is {' '.join(words)}"


def _cells(placed: PlacedTable, head: Block | None, around: Sequence[str]) -> Iterator[Place]:
    table = placed.table
    headers = [_words(header) for header in table.headers]
    all_headers = [word for words in headers for word in words][:20]
    for number, row in enumerate(table.rows):
        texts = [cell.text for cell in row]
        for column, cell in enumerate(row):
            if not cell.lines:
                continue
            traits = [*around, *(f"any header {word}" for word in all_headers)]
            traits += [f"{min(column, MOST)} any header {word}" for word in all_headers]
            if number < table.header_rows:
                traits.append("header")
            else:
                traits += _headed(headers[column])
            traits += _in_row(texts, column)
            yield Place(cell.passage, head, (id(table), column), frozenset(traits))


def _headed(words: Sequence[str]) -> Iterator[str]:
    yield f"header is {' '.join(words)}"
    for word in words:
        yield from (f"header {word}", f"header {word[:STEM]}–", f"header –{word[-ENDING:]}")


def _in_row(texts: Sequence[str], column: int) -> Iterator[str]:
    seen = look(texts[column])
    yield from ("cell", *seen, *(f"cell {trait}" for trait in seen))
    yield from (f"column {min(column, MOST)}", f"column {min(column, MOST)} of {min(len(texts), MOST)}")
    yield f"filled {min(sum(map(bool, texts)), MOST)}"
    if any(SUM.search(text) for other, text in enumerate(texts) if other != column):
        yield "sum in row"
    near = {"first": 0, "left": column - 1, "right": column + 1}
    for name, other in near.items():
        if 0 <= other < len(texts) and other != column and texts[other]:
            yield from (f"{name} {trait}" for trait in look(texts[other]))


@lru_cache(maxsize=1024)
def look(text: str) -> tuple[str, ...]:
    """What a text looks like."""
    words = text.split()
    if not words:
        return ("empty",)
    length = next((most for most in LENGTHS if len(words) <= most), LENGTHS[-1] + 1)
    large = sum(word[0].isupper() for word in words) * 4 // len(words)
    traits = [f"length {length}", f"large {large}", f"ends {_sign(text[-1])}", f"begins {_shape(words[0])}"]
    traits += [name for name, pattern in LOOKS.items() if pattern.search(text)]
    if WORDLESS.fullmatch(text):
        traits.append("wordless")
    if label := LABEL.match(text):
        traits += ["labelled", *(f"label {word}" for word in _words(label["label"]))]
    traits += [f"word {word.lower()}" for word in SMALL_WORDS.findall(text)]
    traits += [f"talk {word[:TALK_LETTERS].lower()}" for word in TALK.findall(text)]
    if len(words) < BRIEF:
        traits += [f"tail {word[-TAIL:]}" for word in _words(text)]
    return tuple(traits)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _sign(character: str) -> str:
    return "letter" if character.isalpha() else "figure" if character.isdigit() else character


def _shape(word: str) -> str:
    bare = re.sub(r"^\W+", "", word) or "."
    if bare.isdigit():
        return "figure"
    if bare[0].isupper():
        return "capitals" if bare.isupper() and len(bare) > 1 else "large"
    return bare.lower() if SMALL_WORDS.fullmatch(bare) else "small"


def _bold(block: Block) -> bool:
    words = [word for line in block.lines for word in line.words]
    return 2 * sum(word.bold for word in words) > len(words)


def _larger(size: float, usual: float) -> int:
    return (size > LARGEST * usual) - (size * LARGEST < usual)


def _is_set_alike(one: Block, other: Block) -> bool:
    """A line in bold above one that is not is set otherwise, and is its head."""
    same = (one.kind, one.level) == (other.kind, other.level) and not (_bold(one) and not _bold(other))
    return same and abs(one.left - other.left) <= SAME_COLUMN
