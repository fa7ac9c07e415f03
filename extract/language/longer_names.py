"""Known names of which only the beginning was read to the letter: "Ausbildung in. anerkannten Berufen".

A speck is read as a comma or a full stop, a lost blank joins two words. Where a list has a longer name that
begins like the one found, the text behind it tells which of the two is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz
from spacy.tokens import Doc, Span

ALIKE = 88.0
"""Likeness in 100 of the rest of a name and what is printed behind the beginning: one letter in eight may be
wrong, marks and blanks count for nothing."""
TELLING = 8
"""Letters of a rest that do not stand behind a shorter name by chance."""


class LongerNames:
    """How the names of one list go on that begin with another of it."""

    def __init__(self, names: Iterable[tuple[str, Doc]]) -> None:
        """`names`: each with its key, as tokens whose norms are those of the text."""
        known = list(names)
        whole = {_norms(name) for _, name in known}
        self._rests: dict[str, dict[str, str]] = {}
        for key, name in known:
            for count in range(1, len(name)):
                rest = letters_of(name[count:].text)
                if len(rest) >= TELLING and (begins := _norms(name[:count])) in whole:
                    self._rests.setdefault(begins, {})[rest] = key

    def whole(self, found: Span) -> Span:
        """The name that begins with the name `found`, as far as it is printed; `found` if none does."""
        rests = self._rests.get(_norms(found), {})
        for rest in sorted(rests, key=len, reverse=True):
            alike, end = max((fuzz.ratio(rest, read), -stop) for stop, read in _behind(found, len(rest)))
            if alike >= ALIKE:
                return Span(found.doc, found.start, -int(end), label=found.label, kb_id=rests[rest])
        return found


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """The letters and figures of a name, without the blanks and marks that a scan adds or loses."""
    return "".join(char for char in text if char.isalnum()).casefold()


def _norms(name: Doc | Span) -> str:
    return " ".join(token.norm_ for token in name)


def _behind(found: Span, letters: int) -> Iterator[tuple[int, str]]:
    """The letters behind a span up to the end of each token, until they are clearly more."""
    read = ""
    yield found.end, read
    for token in found.doc[found.end :]:
        read += letters_of(token.text)
        yield token.i + 1, read
        if len(read) > letters + TELLING:
            return
