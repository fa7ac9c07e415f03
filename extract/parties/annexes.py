"""Annexes (Anlagen): where the text speaks of one, and where one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.layout.understand import Reading
from models.agreement import Annex
from models.values import Extracted

_NUMBER = r"(?:[0-9]{1,2}|[IVX]{1,4}|[A-H])"
_WORD = r"(?:Anlage|Anhang)"
# A heading is "Anlage 2", "Anlage 2: Projekte", "Anlage zur Zielvereinbarung": short, and nothing before it.
HEADING = re.compile(
    rf"(?P<word>{_WORD})(?:\s+(?P<number>{_NUMBER}))?(?=\s*$|\s*[:–-]|\s+zu[rm]?\s|\s+[A-ZÄÖÜ])"
)
HEADING_WORDS = 14
# "Anlage 2 der Richtlinie" belongs to something else, "Anlage 2 dieser Vereinbarung" does not.
MENTION = re.compile(
    rf"\b(?:{_WORD}|Anlagen|Anhänge[n]?)\s+(?P<first>{_NUMBER})(?:\s*(?:,|und|sowie)\s*(?P<second>{_NUMBER}))?\b"
    r"(?!\s+(?:der|des|zu[rm]?)\s+(?!vorliegenden|Ziel|Vereinbarung))"
)
UNNUMBERED = re.compile(
    rf"\b(?:siehe|als|beigefügte[nr]?|folgende[nr]?)\s+(?P<word>{_WORD})\b(?!\s+{_NUMBER}\b)"
)


def find_annexes(reading: Reading) -> tuple[Annex, ...]:
    """The annexes by name, in the order in which they are first met."""
    headings = dict(reversed(list(_headings(reading))))
    mentions = dict(reversed(list(_mentions(reading))))
    if headings.keys() == {"Anlage"} and len(mentions) == 1:
        headings = dict(zip(mentions, headings.values(), strict=True))  # the only one needs no number
    names = sorted(
        {**headings, **mentions},
        key=lambda name: min(one.spot.page for one in (headings.get(name), mentions.get(name)) if one),
    )
    return tuple(Annex(name=name, mention=mentions.get(name), heading=headings.get(name)) for name in names)


def _headings(reading: Reading) -> Iterator[tuple[str, Extracted[str]]]:
    for block in reading.layout.blocks:
        match = HEADING.match(block.text)
        if match and len(block.text.split()) <= HEADING_WORDS and not block.text.rstrip().endswith("."):
            yield _name(match["number"]), block.passage.extract(0, match.end(), block.text)


def _mentions(reading: Reading) -> Iterator[tuple[str, Extracted[str]]]:
    heads = {start for index, start in enumerate(reading.starts) if _is_heading(reading, index)}
    for match in MENTION.finditer(reading.text):
        if match.start() in heads:
            continue
        for group in ("first", "second"):
            if match[group]:
                found = reading.passage.extract(match.start(), match.end(), match[0])
                yield _name(match[group]), found
    for match in UNNUMBERED.finditer(reading.text):
        yield _name(None), reading.passage.extract(match.start("word"), match.end(), match["word"])


def _is_heading(reading: Reading, index: int) -> bool:
    text = reading.layout.blocks[index].text
    return HEADING.match(text) is not None and len(text.split()) <= HEADING_WORDS


def _name(number: str | None) -> str:
    return f"Anlage {number}" if number else "Anlage"
