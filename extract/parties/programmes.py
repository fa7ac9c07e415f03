"""The programmes that an agreement is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from extract.certainty.confidence import repaired, weighed
from extract.language.language import MENTIONS, language_of, read_text
from extract.language.passage import Passage
from extract.layout.near_names import near_mention
from extract.layout.understand import Mention, Reading
from extract.parties.kind import is_scanned
from models.agreement import Programme
from models.reference import Entry, Match
from models.values import Extracted

E = TypeVar("E", bound=Entry)
# "zum Landesprogramm „Musterregionen“": in a title, quotes say what a programme of no list is called.
QUOTED_PROGRAMME = re.compile(
    r"\b(?:[A-ZÄÖÜ]\w*p|P)rogramm(?:e?s)?\s+[„“»\"‚](?P<name>[A-ZÄÖÜ0-9][^„“”»«\"‚‘]{2,80})[“”«\"‘]"
)
# What stands between two names of one list.
NAMES_MORE = re.compile(r"[\s,;/–-]*(?:(?:und|sowie|&)(?:\s+de[ms])?)?[\s–-]*")
# So many words at most has a cell of a form that names the programmes.
FORM_WORDS = 12


def find_programmes(reading: Reading) -> tuple[Programme, ...]:
    """The programmes the title names; if it names none, the one the body names most."""
    found = reading.mentioned("programme", 0, reading.front_end)
    if not found:
        counted = Counter(mention.key for mention in reading.mentioned("programme"))
        if counted:
            found = _in_one_breath(reading, counted.most_common(1)[0][0])
    reference = reading.reference
    names = {entry.key: entry.name for entry in reference.programmes}
    if not found and (tabled := tuple(_programmes_in_cells(reading))):
        return tabled
    if not found and (
        near := near_mention(reading, "programme", reference.programmes, reference.match_programme)
    ):
        mention, score = near
        name = reading.passage.extract(mention.start, mention.end, names[mention.key])
        return (Programme(**weighed(name, score).unpacked, key=mention.key),)
    if not found and (quoted := QUOTED_PROGRAMME.search(reading.text, 0, reading.front_end)):
        name = reading.passage.extract(*quoted.span("name"), " ".join(quoted["name"].split()))
        return (Programme(**weighed(name, 0.0).unpacked),)
    first = {mention.key: mention for mention in reversed(found)}
    named = [
        Programme(**weighed(reading.passage.extract(m.start, m.end, names[m.key]), 1.0).unpacked, key=m.key)
        for m in sorted(first.values(), key=lambda mention: mention.start)
    ]
    more = list(_torn_programmes(reading, {one.key for one in named})) if named else []
    lost = _is_one_lost(reading, {one.key for one in (*named, *more)})
    return (*(repaired(one, exact=not lost) for one in named), *more)


def _is_one_lost(reading: Reading, known: Collection[str | None]) -> bool:
    """Does the text of a scan name a programme that its title does not? There it was not read: so it was in
    both of 400 scans."""
    named = {mention.key for mention in reading.mentioned("programme")}
    return is_scanned(reading) and not named <= set(known)


def _torn_programmes(reading: Reading, known: Collection[str | None]) -> Iterator[Programme]:
    """The other programmes of the title, or of a form in its place, in a name of which a scan has blanks."""
    if not is_scanned(reading):
        return
    cells = [
        cell.passage
        for placed in reading.layout.tables
        if placed.table.page == 1
        for cell in placed.table.cells
        if len(cell.text.split()) <= FORM_WORDS
    ]
    for entry in reading.reference.programmes:
        found = (_torn(one, entry) for one in (reading.passage.part(0, reading.front_end), *cells))
        if entry.key not in known and (name := next(filter(None, found), None)):
            yield Programme(**repaired(name, exact=False).unpacked, key=entry.key)


def _torn(passage: Passage, entry: Entry) -> Extracted[str] | None:
    """The name of an entry in a passage, however its letters are parted there."""
    places = [place for place, char in enumerate(passage.text) if char.isalnum()]
    letters = "".join(passage.text[place] for place in places)
    name = "".join(filter(str.isalnum, entry.name))
    at = letters.find(name)
    if at < 0:
        return None
    start, end = places[at], places[at + len(name) - 1] + 1
    whole = " ".join(passage.text[start:end].split()) == entry.name  # known, and of no account here
    return None if whole else passage.extract(start, end, entry.name)


def _in_one_breath(reading: Reading, key: str) -> list[Mention]:
    """The first mention of a programme, with those of others named right behind it or before it."""
    mentions = reading.mentioned("programme")
    first = next(index for index, mention in enumerate(mentions) if mention.key == key)
    low = high = first
    while low and NAMES_MORE.fullmatch(reading.text[mentions[low - 1].end : mentions[low].start]):
        low -= 1
    while high + 1 < len(mentions) and NAMES_MORE.fullmatch(
        reading.text[mentions[high].end : mentions[high + 1].start]
    ):
        high += 1
    return mentions[low : high + 1]


def _programmes_in_cells(reading: Reading) -> Iterator[Programme]:
    seen = set()
    programmes = reading.reference.programmes
    for name in in_cells(reading, "programme", programmes, reading.reference.match_programme):
        key = next(entry.key for entry in reading.reference.programmes if entry.name == name.value)
        if key not in seen:
            seen.add(key)
            yield Programme(**name.unpacked, key=key)


def in_cells(
    reading: Reading, group: str, entries: Sequence[E], match: Callable[[str], Match[E] | None]
) -> Iterator[Extracted[str]]:
    """The names of the reference data that stand in cells of tables, each alone or among other words."""
    names = {entry.key: entry.name for entry in entries}
    for cell in reading.layout.cells:
        if (found := match(cell.text)) is not None:
            yield weighed(cell.passage.whole(found.entry.name), found.score)
            continue
        doc = read_text(language_of(reading.reference), cell.text)
        for span in (span for span in doc.spans[MENTIONS] if span.label_ == group):
            yield weighed(cell.passage.extract(span.start_char, span.end_char, names[span.kb_id_]), 1.0)
