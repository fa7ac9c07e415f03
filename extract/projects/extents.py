"""Where in a place that names projects a name begins and ends: what stands at each edge of a word, as traits
that models know (models/projects). Of a name they tell how its words are written and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.passage import Passage, Piece
from extract.projects.places import SMALL_WORDS, TALK, TALK_LETTERS, Place, look
from models.projects import project_model

WORD = re.compile(r"[^\W_]+(?:[-.&+’'/:@·][^\W_]+)*-?")
# Signs that say the same, and how each is told.
ALIKE = {
    "–": re.compile(r"[–—-]"),
    '"': re.compile(r"[„»“”«\"’‘]"),
    "•": re.compile(r"[•·▪■●○◦‣]"),
    " ": re.compile(r"\s+"),
}
# "Jugendhilfe e. V."
ABBREVIATED = re.compile(r"\be\.\s?V$")
LIKELY = 0.5
NEXT_BEGINS = 0.7
"""So likely another name begins that the one before has ended."""
MOST_ALIKE, MOST_WORDS = 12, 6
"""Places set alike that are looked at; words beyond which it makes no difference how many there are."""
MOST_OF = 0.6
TAIL, SHORT = 4, 4
"""Letters that tell the kind of a word, and of one that is known as a whole."""
# What is set otherwise: smaller and larger letters, a line further down, a gap in the line (letter sizes).
SMALLER, LARGER, FURTHER_DOWN, WIDE = 0.93, 1.07, 0.6, 1.2


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a passage, and the print each begins with; how deep in brackets and quotes it stands."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]
    prints: tuple[Piece, ...]
    depths: tuple[str, ...]

    @classmethod
    def of(cls, passage: Passage) -> _Words:
        spans = tuple(match.span() for match in WORD.finditer(passage.text))
        prints = tuple(passage.between(start, start + 1)[0] for start, _ in spans)
        return cls(passage, spans, prints, tuple(_depths(passage.text, spans)))

    def between(self, left: int) -> str:
        """What stands behind a word, before the next one; `left` -1: before the first."""
        text = self.passage.text
        start = self.spans[left][1] if left >= 0 else 0
        end = self.spans[left + 1][0] if left + 1 < len(self.spans) else len(text)
        between = text[start:end]
        for sign, alike in ALIKE.items():
            between = alike.sub(sign, between)
        return f"^{between}" if left < 0 else f"{between}$" if left + 1 == len(self.spans) else between

    def word(self, index: int) -> str:
        return self.passage.text[slice(*self.spans[index])] if 0 <= index < len(self.spans) else ""

    def shape(self, index: int) -> str:
        word = self.word(index)
        if not word or word.isdigit():
            return "figure" if word else "edge"
        if SMALL_WORDS.fullmatch(word):
            return word.lower()
        if any(character.isdigit() for character in word):
            return "code"
        return "capitals" if word.isupper() and len(word) > 1 else "large" if word[0].isupper() else "small"

    def style(self, left: int) -> Iterator[str]:
        """How the print changes behind a word."""
        if left < 0 or left + 1 == len(self.spans):
            return
        one, other = self.prints[left], self.prints[left + 1]
        size = one.word.size
        if one.word.bold != other.word.bold:
            yield "bold ends" if one.word.bold else "bold begins"
        if other.word.size < SMALLER * size or other.word.size > LARGER * size:
            yield "smaller" if other.word.size < size else "larger"
        if one.page != other.page or other.word.bbox[1] - one.word.bbox[1] > FURTHER_DOWN * size:
            yield "line"
        elif other.word.bbox[0] - one.word.bbox[2] > WIDE * size:
            yield "wide"


def names_in(place: Place, alike: Sequence[Place]) -> list[tuple[int, int]]:
    """Where the names of a place that names some begin and end; `alike` are the others set like it."""
    text, edges = place.passage.text, list(edges_of(place, alike))
    starts = [project_model("starts").heard(edge.before) for edge in edges]
    ends = [project_model("ends").heard(edge.behind) for edge in edges]
    found, index = [], 0
    while index < len(edges):
        last = index
        if starts[index] >= LIKELY:
            last = _last(index, starts, ends)
            start = edges[index].start
            found.append((start, _closed(text, start, edges[last].end)))
        index = last + 1
    return found


def _last(first: int, starts: Sequence[float], ends: Sequence[float]) -> int:
    """The last word of the name that begins with the word `first`: where one is likely to end, or else
    likeliest, before the next begins."""
    following = (i for i in range(first + 1, len(starts)) if starts[i] > NEXT_BEGINS)
    stop = next(following, len(starts))
    likely = (i for i in range(first, stop) if ends[i] > LIKELY)
    return next(likely, max(range(first, stop), key=ends.__getitem__))


def _closed(text: str, start: int, end: int) -> int:
    """Where a name ends with the signs that belong to its last word, and with the bracket it opened."""
    end += len(text[end:]) - len(text[end:].lstrip("!?+"))
    if text.startswith(".", end) and ABBREVIATED.search(text, start, end):
        end += 1
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text.startswith(")", end) else end


@dataclass(frozen=True, slots=True)
class Edge:
    """A word, and the traits of its edges: `before` it, where a name may begin, and `behind` it."""

    start: int
    end: int
    before: frozenset[str]
    behind: frozenset[str]


def edges_of(place: Place, alike: Sequence[Place]) -> Iterator[Edge]:
    words = _Words.of(place.passage)
    others = [_Words.of(other.passage) for other in alike[:MOST_ALIKE]]
    shared = [{one.between(left) for left in range(len(one.spans) - 1)} for one in others]
    around = [trait for trait in place.traits if trait == "cell" or trait.startswith(("kind ", "header "))]
    for index, (start, end) in enumerate(words.spans):
        before = frozenset(_traits(words, index - 1, index, place.passage.text[:start], shared, around))
        behind = frozenset(_traits(words, index, index, place.passage.text[end:], shared, around))
        yield Edge(start, end, before, behind)


def _traits(
    words: _Words, left: int, index: int, rest: str, shared: Sequence[set[str]], around: Sequence[str]
) -> Iterator[str]:
    """What stands behind the word `left` and before the next, at an edge of the word `index`; `rest` is what
    the name would leave of the passage on this side."""
    between = words.between(left)
    shapes = [words.shape(at) for at in range(left - 1, left + 3)]
    yield from (f"sign {between}", f"pair {shapes[1]} {shapes[2]}")
    yield from (f"behind {shapes[1]}", f"before {shapes[2]}", f"behind {shapes[:2]}", f"before {shapes[2:]}")
    yield from (
        f"{between} behind {shapes[1]}",
        f"{between} before {shapes[2]}",
        f"{between} in {shapes[1:3]}",
    )
    for side, word in (("behind", words.word(left)), ("before", words.word(left + 1))):
        if talk := TALK.match(word):
            spoken = talk[0][:TALK_LETTERS].lower()
            yield from (f"{side} talk {spoken}", f"{between} {side} talk {spoken}")
        if word:
            yield f"{side} –{word[-TAIL:].lower()}" if len(word) > SHORT else f"{side} is {word.lower()}"
    known = [*words.style(left), words.depths[index], f"left {min(index, MOST_WORDS)}"]
    known += [_share(sum(between in one for one in shared), len(shared))]
    known += [f"rest {trait}" for trait in look(rest.strip()) if not trait.startswith("word ")]
    yield from (trait for one in known for trait in (one, f"{between} {one}"))
    yield f"right {min(len(words.spans) - 1 - index, MOST_WORDS)}"
    yield from (f"{between} {trait}" for trait in around)


def _share(count: int, of: int) -> str:
    """How many places set alike have the same signs somewhere."""
    if not of or not count:
        return "no other" if of else "alone"
    return "all others" if count == of else "most others" if count >= MOST_OF * of else "some others"


def _depths(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    depth, quoted, at = 0, False, 0
    for start, _ in spans:
        for character in text[at:start]:
            depth = max(0, depth + (character in "([") - (character in ")]"))
            if character in '„»“”«"':
                quoted = character in "„»" or (character == '"' and not quoted)
        at = start
        yield f"depth {min(depth, 2)} {quoted}"
