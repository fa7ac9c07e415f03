"""The parties by the names that the lists know, wherever the text has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from extract.certainty.confidence import EXACT_MATCH, weighed, with_repaired_name
from extract.language.language import is_sentence
from extract.layout.understand import Mention, Reading
from extract.parties.words import REPRESENTED_NEXT, UNFINISHED
from models.agreement import Party
from models.reference import Entry

# "Land Hessen", and right behind it, as in a letterhead, the ministry that acts for it.
HEADED = re.compile(r"[\s,–-]*")
# Letters between a Land and the ministry that acts for it at most, and the confidence of a word below which
# it may be any other.
REPRESENTED_WITHIN, HARDLY_READ = 60, 0.85


def parties_by_mention(reading: Reading, on: date | None) -> list[Party]:
    """Without a "zwischen": the Land or its ministry, and the counties and cities beside it. `on` tells which
    of several ministries an abbreviation means that they bore in turn.

    Those the title part names; where it names none, the one that the text names most.
    """
    bodies = {body.key: body for body in reading.reference.bodies}
    municipal = [m for m in reading.mentioned("body") if bodies[m.key].municipal]
    lands = [m for m in reading.mentioned("body") if not bodies[m.key].municipal]
    ministries = reading.mentioned("ministry")
    heads = [m.start for m in ministries if m.end <= reading.front_end]
    represented = [
        m
        for m in lands
        if REPRESENTED_NEXT.match(reading.text, m.end)
        or any(HEADED.fullmatch(reading.text, m.end, start) for start in heads if start > m.end)
    ][:1]
    # Several ministries in turn had one abbreviation; a whole name says which is meant.
    whole = [m for m in ministries if not reading.text[m.start : m.end].isupper()]
    giver = _named_first(reading, represented or whole or ministries)[:1]
    named = [*giver, *_named_first(reading, municipal)]
    if len(named) > 1 and all(mention.end <= reading.front_end for mention in named):
        named = _as_named_together(reading, named)
    parties = [mentioned_party(reading, mention, on) for mention in named]
    unfinished = giver and UNFINISHED.search(reading.text[: giver[0].start].rstrip())
    of_giver = [m for m in ministries if giver and m.key == giver[0].key and m.end <= reading.front_end]
    if unfinished or any(_may_represent(reading, mention, lands) for mention in of_giver):
        # It acts for somebody whose name, or the words that say so, were not recognised.
        acting = [one.key for one in named].index(giver[0].key)
        parties[acting] = with_repaired_name(parties[acting])
    return parties if len(parties) >= 2 else []


def _may_represent(reading: Reading, ministry: Mention, lands: Sequence[Mention]) -> bool:
    """Does a Land stand before a ministry, and between them what could hardly be read: "vertreten durch"?"""
    return any(
        0 < ministry.start - land.end <= REPRESENTED_WITHIN
        and any(
            piece.word.confidence < HARDLY_READ
            for piece in reading.passage.between(land.end + 1, ministry.start - 1)
        )
        for land in lands
    )


def _named_first(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """One mention of each that the title part names, in order; else the first of the most frequent."""
    front = {m.key: m for m in reversed(mentions) if m.end <= reading.front_end}
    if front:
        return sorted(front.values(), key=lambda mention: mention.start)
    most = Counter(m.key for m in mentions).most_common(1)
    return [next(m for m in mentions if m.key == most[0][0])] if most else []


def _as_named_together(reading: Reading, named: Sequence[Mention]) -> list[Mention]:
    """The mentions in the order in which the title part names all of them where they stand closest together:
    a letterhead above or a sentence below may name one of them once more."""
    keys = {one.key for one in named}
    front = [m for m in reading.mentions if m.key in keys and m.end <= reading.front_end]
    plain = [m for m in front if not is_sentence(reading.block_at(m.start).text)]
    titles = plain if {one.key for one in plain} == keys else front
    titles.sort(key=lambda mention: mention.start)
    runs = []
    for index, first in enumerate(titles):
        order = list(dict.fromkeys(mention.key for mention in titles[index:]))
        if len(order) == len(keys):
            last = next(mention for mention in titles[index:] if mention.key == order[-1])
            runs.append((last.end - first.start, order))
    _, order = min(runs, key=lambda run: run[0])
    return sorted(named, key=lambda mention: order.index(mention.key))


def mentioned_party(reading: Reading, mention: Mention, on: date | None) -> Party:
    meant = reading.reference.match_ministry(reading.text[mention.start : mention.end], on)
    key = meant.entry.key if meant and meant.score >= EXACT_MATCH else mention.key
    entry: Entry = next(
        entry for entry in (*reading.reference.bodies, *reading.reference.ministries) if entry.key == key
    )
    name = weighed(reading.passage.extract(mention.start, mention.end, entry.name), 1.0)
    representative = None
    if represented := REPRESENTED_NEXT.match(reading.text, mention.end):
        who = reading.passage.part(represented.start("who"), represented.end("who"))
        representative = who.whole(" ".join(who.text.split()))
    return Party(
        role="party", name=name, registry_key=entry.key, match_score=1.0, representative=representative
    )
