"""Who agrees with whom: from "zwischen … und …" and the reference data, with abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.certainty.confidence import EXACT_MATCH, doubted, repaired, with_repaired_name
from extract.language.lines import Line
from extract.layout.understand import Mention, Reading
from extract.parties.appearing import appearing_parties
from extract.parties.lists import labelled_parties, listed_parties, parties_in_tables
from extract.parties.mentions import mentioned_party, parties_by_mention
from extract.parties.names import Chunk, party_in, with_abbreviation
from extract.parties.nouns import whole_text, without_noun
from extract.parties.roles import is_state, with_roles
from extract.parties.titles import contracting_parties, title_chunks
from extract.parties.words import ARTICLE
from models.agreement import Party
from models.german.dates import MONTH_BEGINS
from models.values import Extracted

# An article and specks, before a name that stands alone in its line.
ALONE_BEFORE = re.compile(rf"[^\n]{{0,4}}?(?:{ARTICLE}\s+)?")
ALONE_BEHIND = re.compile(r"\s*(?:[,;(\n]|$)")
# "MRZ. 2016", "13. APR 20", "1 5. JUNI", "EINGEGANGEN", "01 Posteingang": what a stamp leaves among the
# lines of a title.
STAMPED = re.compile(
    rf"(?:\d{{1,2}}\.?\s?)?(?i:{MONTH_BEGINS})[A-Za-z]{{0,6}}\.?\s?(?:19|20)(?:\d\d)?"
    rf"|(?:\d\s)?\d{{1,2}}\.\s?(?i:{MONTH_BEGINS})[A-Za-z]{{0,6}}\.?"
    r"|(?:\d+\s)?(?i:(?:EIN)?GE?GANGEN|(?:POST)?EINGANG)(?:\s[A-Z]{2,3})?"
)
# A line begins so many letter sizes below the one that it goes on.
BELOW = 2.0
# "Werkhof Muster in Musterau"
SEAT = re.compile(r"\s+in\s+[A-ZÄÖÜ][\w-]+(?:\s\([A-ZÄÖÜ]\w+\)|\s(?:am|an\sder|a\.)\s[A-ZÄÖÜ]\w+)?$")
# A name ends before a mark, a line's end or what is said of it, not before what may be more of it.
ENDS = r"(?=\s*(?:[,;.:)(/\n]|$)|\s+(?!(?:in|für|und|zu[rm]?|[ad]\w{1,2}|bei|von|im)\b)[a-zäöü])"
NAME_WORDS = 2
"""No name of a body has fewer words: "Zentrum" alone is none."""
MANY = 3
"""Two who agree are not one."""
STEM = 4
"""Letters that the name of a Land shares with what is said of its ministry: "Hessen", "Hessisches"."""
STAMP_WORDS, SHORTEST_SCRAP = ("EINGANG", "EINGEGANGEN", "POSTEINGANG"), 3


def find_parties(reading: Reading, on: date | None = None) -> tuple[Party, ...]:
    """The parties in the order in which the title names them.

    `on` is a day of the agreement's time: several ministries bore one name. Without a "zwischen" the
    ministry and the body named most are taken, if there are such.
    """
    chunks = title_chunks(reading)
    told = [party for chunk in chunks if (party := party_in(reading, chunk, on)) is not None]
    between = [party for party in told if not _is_stamped(party.name.value)]
    between += _missed(reading, chunks, between, on)
    parties = between if len(between) >= 2 else labelled_parties(reading, on)
    if not parties:
        parties = (
            appearing_parties(reading, on)
            or contracting_parties(reading, on)
            or _more(parties_by_mention(reading, on), listed_parties(reading, on), reading)
        )
        # What a table calls by the names that lists know outweighs what only looks like names.
        if not any(party.registry_key for party in parties):
            parties = parties_in_tables(reading, on) or parties or between
    plain = [_without_seat(reading, without_noun(reading, party)) for party in _distinct(parties)]
    found = _without_own_ministry([_mended(reading, party) for party in plain], reading)
    return tuple(with_roles([with_abbreviation(reading, party) for party in found], reading))


def _missed(
    reading: Reading, chunks: Sequence[Chunk], found: Sequence[Party], on: date | None
) -> list[Party]:
    """Counties and cities that stand alone in their lines among the parties and of which none is one: what
    parts them from the one before was not read. They are flagged."""
    keys = {party.registry_key for party in found}
    missed = []
    for mention in reading.mentioned("body", chunks[0].start, chunks[-1].end) if chunks else ():
        body = reading.reference.body(mention.key)
        if (
            body is not None
            and body.municipal
            and mention.key not in keys
            and _is_alone(reading.text, mention)
        ):
            keys.add(mention.key)
            party = mentioned_party(reading, mention, on)
            missed.append(with_repaired_name(party))
    return missed


def _is_alone(text: str, mention: Mention) -> bool:
    """Does nothing else stand in its line, nor lead to it from the line above: "vertreten durch den"?"""
    above, _, lead = text[: mention.start].rpartition("\n")
    last = next(iter(above.rstrip(" ,;").split()[-1:]), "und")
    apart = not last.islower() or last in ("und", "sowie")
    return apart and bool(ALONE_BEFORE.fullmatch(lead) and ALONE_BEHIND.match(text, mention.end))


def _distinct(parties: Sequence[Party]) -> list[Party]:
    """Each party once: one that is named again in a sentence is no further party, nor is a stamp's date."""
    parties = [party for party in parties if not _is_stamped(party.name.value)]
    keys = [(party.registry_key or party.name.value, party.name.value) for party in parties]
    return [party for index, party in enumerate(parties) if keys[index] not in keys[:index]]


def _without_own_ministry(parties: list[Party], reading: Reading) -> list[Party]:
    """The parties; a ministry beside its Land is none, but acts for it, however they stand."""
    bodies = [(party, reading.reference.body(party.registry_key)) for party in parties]
    lands = [party for party, body in bodies if body is not None and body.kind == "state"]
    acting = [party for party in parties if reading.reference.ministry(party.registry_key) is not None]
    if len(lands) != 1 or len(acting) != 1 or len(parties) < MANY:
        return parties
    (land,), (ministry,) = lands, acting
    called = land.name.value.split()[-1][:STEM].casefold()
    if not ministry.name.value.casefold().startswith(called):
        return parties
    who = land.representative or ministry.name
    land = land.model_copy(update={"representative": who})
    return [land if party is lands[0] else party for party in parties if party is not ministry]


def _is_stamped(name: str) -> bool:
    """Is it a stamp's date, or a word of one, be it cut off: "EIN" of "EINGANG"?"""
    cut = len(name) >= SHORTEST_SCRAP and any(word.startswith(name) for word in STAMP_WORDS)
    return cut or STAMPED.fullmatch(name) is not None


def _without_seat(reading: Reading, party: Party) -> Party:
    """A party of no list without its seat, "Werkhof Muster in Musterau", where the document names it so, too;
    where nothing tells whether the place is of the name, or both are told, it is doubted."""
    cut = SEAT.search(party.name.value)
    if party.registry_key is not None or cut is None or len(cut.string[: cut.start()].split()) < NAME_WORDS:
        return party
    name = party.name.value[: cut.start()]
    elsewhere = whole_text(reading)
    again = elsewhere.count(party.name.value) > 1
    bare = re.search(rf"(?<!\w){re.escape(name)}(?!\w){ENDS}", elsewhere)
    told = party.name.model_copy(update={"value": name}) if bare else party.name
    return party.model_copy(update={"name": told if again != bool(bare) else doubted(told)})


def _mended(reading: Reading, party: Party) -> Party:
    """The name of a ministry that was torn, doubted: its rest stands below, or another column within it."""
    if party.registry_key is not None or not is_state(party, reading):
        return party
    name = party.name.value
    below = next((line.text for line in _lines_below(reading, party.name)), "")
    words = name.split()
    tries = [f"{name} {below}", *(" ".join(words[:n] + words[n + 1 :]) for n in range(1, len(words) - 1))]
    for printed in tries:
        match = reading.reference.match_ministry(printed)
        if match is not None and match.score >= EXACT_MATCH:
            whole = repaired(party.name.model_copy(update={"value": match.entry.name}), exact=False)
            return party.model_copy(
                update={"name": whole, "registry_key": match.entry.key, "match_score": match.score}
            )
    cut = any(
        re.match(rf"{re.escape(name)}[\s,]", spelling, re.IGNORECASE)
        for ministry in reading.reference.ministries
        for spelling in ministry.spellings
    )
    return with_repaired_name(party) if cut else party


def _lines_below(reading: Reading, name: Extracted[str]) -> Iterator[Line]:
    """The lines right below a name, that begin where it begins."""
    where = name.provenance
    for block in reading.layout.blocks:
        for line in block.lines:
            below = line.page == where.page and 0 < line.bbox[1] - where.bbox[1] < BELOW * line.size
            if below and abs(line.bbox[0] - where.bbox[0]) < line.size:
                yield line


def _more(known: list[Party], listed: list[Party], reading: Reading) -> list[Party]:
    """The parties that lists know, unless the document lists the same, or whom they represent, and perhaps
    others beside them."""
    names = {party.name.value for party in listed}
    for who in (party.representative for party in listed if party.representative):
        body = reading.reference.match_ministry(who.value)
        names |= {body.entry.name} if body else set()
    return listed if listed and all(party.name.value in names for party in known) else known
