"""Who agrees with whom: from "zwischen … und …" and the reference data, with abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.confidence import repaired
from extract.party_lists import labelled_parties, listed_parties, parties_in_tables
from extract.party_mentions import mentioned_party, parties_by_mention
from extract.party_names import Chunk, party_in, with_abbreviation
from extract.party_roles import with_roles
from extract.party_titles import contracting_parties, title_chunks
from extract.party_words import ARTICLE
from extract.understand import Mention, Reading
from models.agreement import Party

# An article and specks, before a name that stands alone in its line.
ALONE_BEFORE = re.compile(rf"[^\n]{{0,4}}?(?:{ARTICLE}\s+)?")
ALONE_BEHIND = re.compile(r"\s*(?:[,;(\n]|$)")
# "MRZ. 2016", "13. APR 20", "EINGEGANGEN": what a stamp leaves among the lines of a title.
STAMPED = re.compile(
    r"(?:\d{1,2}\.?\s?)?[A-ZÄÖÜ][A-ZÄÖÜa-zäöü]{2,8}\.?\s?(?:19|20)(?:\d\d)?|(?:EIN)?GE?GANGEN|EINGANG"
)
STAMP_WORDS, SHORTEST_SCRAP = ("EINGANG", "EINGEGANGEN", "POSTEINGANG"), 3


def find_parties(reading: Reading, on: date | None = None) -> tuple[Party, ...]:
    """The parties in the order in which the title names them.

    `on` is a day of the agreement's time: several ministries bore one name. Without a "zwischen" the
    ministry and the body named most are taken, if there are such.
    """
    chunks = title_chunks(reading)
    between = [party for chunk in chunks if (party := party_in(reading, chunk, on)) is not None]
    between += _missed(reading, chunks, between)
    parties = between if len(between) >= 2 else labelled_parties(reading, on)
    if not parties:
        parties = contracting_parties(reading, on) or _more(
            parties_by_mention(reading), listed_parties(reading, on), reading
        )
        # What a table calls by the names that lists know outweighs what only looks like names.
        if not any(party.registry_key for party in parties):
            parties = parties_in_tables(reading, on) or parties or between
    found = [_doubted_if_cut(reading, party) for party in _distinct(parties)]
    return tuple(with_abbreviation(reading, party) for party in with_roles(found, reading))


def _missed(reading: Reading, chunks: Sequence[Chunk], found: Sequence[Party]) -> list[Party]:
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
            party = mentioned_party(reading, mention)
            missed.append(party.model_copy(update={"name": repaired(party.name, exact=False)}))
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


def _is_stamped(name: str) -> bool:
    """Is it a stamp's date, or a word of one, be it cut off: "EIN" of "EINGANG"?"""
    cut = len(name) >= SHORTEST_SCRAP and any(word.startswith(name) for word in STAMP_WORDS)
    return cut or STAMPED.fullmatch(name) is not None


def _doubted_if_cut(reading: Reading, party: Party) -> Party:
    """A name that is but the beginning of a ministry's is probably broken: the rest stands elsewhere."""
    name = party.name.value.casefold()
    spellings = [one.casefold() for ministry in reading.reference.ministries for one in ministry.spellings]
    if name in spellings or not any(re.match(rf"{re.escape(name)}[\s,]", one) for one in spellings):
        return party
    return party.model_copy(update={"name": repaired(party.name, exact=False)})


def _more(known: list[Party], listed: list[Party], reading: Reading) -> list[Party]:
    """The parties that lists know, unless the document lists the same, or whom they represent, and perhaps
    others beside them."""
    names = {party.name.value for party in listed}
    for who in (party.representative for party in listed if party.representative):
        body = reading.reference.match_ministry(who.value)
        names |= {body.entry.name} if body else set()
    return listed if listed and all(party.name.value in names for party in known) else known
