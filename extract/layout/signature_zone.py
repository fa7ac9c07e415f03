"""Where the parties sign: the rows of the signature blocks, found by what they look like and say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.gutters import LIST_MARKER
from extract.language.letters import CLOSING, letterheads
from extract.language.lines import Line, Row
from extract.language.section_numbers import numbered
from extract.language.sentence_ends import SENTENCE_END
from extract.language.signature_places import BROKEN_AFTER_DAY, BROKEN_DATE
from extract.language.signature_vocabulary import OFFICE, RANK, is_label
from extract.language.signing_lines import (
    BELOW_DAY,
    BELOW_NAME,
    ORGANISATION,
    may_be_office,
    says_day,
    says_where,
)
from extract.language.signing_rows import (
    ANNOUNCES,
    ENOUGH_EVIDENCE,
    NAME_LIKE,
    begins_with_date,
    heads_others,
    names_signer,
)
from extract.layout.short_rows import in_signing_sentences, short_rows
from extract.layout.signature_tables import headings
from extract.layout.signing_clusters import Cluster, find_clusters
from extract.layout.unsigned import signed_only
from extract.tables.headed import ROOM_TO_SIGN
from models.german import find_amounts, find_dates

# Rows above the first evidence and below the last that belong to it: an organisation, a name.
ROWS_AROUND = 4
LABEL_WORDS = 3
ANNOUNCES_DAY = re.compile(r",\s+(?:den|dem|am)$")
# The name of a body, or for whom somebody signs, or an office and its body, and nothing else, however long.
NAMES_ONE = re.compile(
    rf"(?:(?:[Ff]ür\s+(?:den|die|das)\s+)?{ORGANISATION.pattern}"
    rf"|(?:(?:Der|Die)\s+)?(?i:(?:{RANK.pattern}\s+)?[\w-]*{OFFICE.pattern}))"
    r"(?:\s+(?:[^\sa-zäöüß]\S*|(?:für|und|de[srmn]|am|an|i[mn])))*(?<![.:;])"
)
# "3. …", "§ 4", "Anlage", "1.1.2024 – Beginn"
NUMBERED = re.compile(r"\d{1,2}(?:[.)]?|\.\d{1,2}\.\d{4})\s+(?:[–—-]\s+)?[^\W\d]|§|Anlage")


def find_signature_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of the signature blocks, in reading order; empty if nobody was meant to sign.

    Evidence is what only signature blocks say; where it stands close together, the parties sign. The last
    such place counts, with the names and organisations around it, and those before it where one who signs
    tells two of these: place and date, office, for whom; as under an offer above its acceptance. A letter
    is signed below the words that close it, not at its head.
    """
    short = short_rows(rows) - {id(row) for head in letterheads(rows) for row in head}
    told = in_signing_sentences(rows, short)
    short |= told
    found = signed_only(rows, find_clusters(rows, short, told), short, told)
    clusters = [cluster for cluster in found if cluster.weight >= ENOUGH_EVIDENCE]
    if not clusters:
        return [announced] if (announced := _announced(rows, short)) else []
    best = max(cluster.weight for cluster in clusters)
    last = max(number for number, cluster in enumerate(clusters) if cluster.weight >= best / 2)
    chosen = [clusters[last]]
    for cluster in reversed(clusters[:last]):
        if _signs_apart(rows, cluster, chosen[0], short):
            chosen.insert(0, cluster)
    ends = [0, *(cluster.last + 1 for cluster in chosen)]
    return [_block(rows, cluster, end, short) for cluster, end in zip(chosen, ends, strict=False)]


def _signs_apart(rows: Sequence[Row], cluster: Cluster, later: Cluster, short: set[int]) -> bool:
    """Does somebody sign for one side there, who does not sign again where the other does?"""
    inside, after = (
        [line for row in rows[one.first : one.last + 1] for line in row.lines] for one in (cluster, later)
    )
    dated = any(map(says_day, inside))
    officer = any(map(may_be_office, inside))
    closed = any(CLOSING.fullmatch(line.text) for line in inside)
    for_whom = any(ORGANISATION.match(line.text) for line in inside)
    text_before = any(id(row) not in short for row in rows[: cluster.first])
    again = {
        line.text
        for line in inside
        if not (is_label(line.text) or OFFICE.search(line.text) or CLOSING.fullmatch(line.text))
        and not says_where(line)
    }
    repeated = again & {line.text for line in after}
    near = rows[later.first].page - rows[cluster.last].page <= 1
    told = dated + officer + for_whom + closed > 1
    return told and text_before and (near or closed) and not repeated


def _block(rows: Sequence[Row], cluster: Cluster, start: int, short: set[int]) -> list[Row]:
    """The rows of a cluster, with those around it that belong to it, from `start` on."""
    first, last = cluster.first, cluster.last
    while (
        first > start
        and cluster.first - first < ROWS_AROUND
        and _belongs(rows[first - 1], rows[first], short)
        and not _is_item(rows[first - 1])
    ):
        first -= 1
    while (
        last + 1 < len(rows)
        and last - cluster.last < ROWS_AROUND
        and _belongs(rows[last + 1], rows[last], short)
    ):
        last += 1
    signed = _without_notes(rows[first : last + 1])
    # Of what stands above the headings of a table of signatures nothing is signed but where and when, and by
    # whom if the table notes it below their pens.
    head = next(iter(headings(signed)), 0)
    named = signed[:head] if any(map(names_signer, signed[:head])) else []
    above = [row for row in signed[:head] if row in named or all(map(says_day, row.lines))]
    signed = [*above, *signed[head:]]
    others = (index for index, row in enumerate(signed) if index and heads_others(row))
    return signed[: next(others, len(signed))]


def _without_notes(rows: Sequence[Row]) -> list[Row]:
    """Without the note on money at the foot of a page behind which the parties go on signing."""
    kept: list[Row] = []
    for row in reversed(rows):
        goes_on = not kept or kept[-1].page == row.page
        if goes_on or not find_amounts(row.text):
            kept.append(row)
    return kept[::-1]


def _is_item(row: Row) -> bool:
    """Does a mark begin the row? A dash that ends it, too, does not: "– Kreisausschuss –"."""
    first, last = row.words[0].text, row.words[-1].text
    return LIST_MARKER.fullmatch(first) is not None and first != last


def _announced(rows: Sequence[Row], short: set[int]) -> list[Row]:
    """The names below the last line that announces nothing else: "… genehmigt und unterschrieben:"."""
    start = next((n for n in range(len(rows), 0, -1) if ANNOUNCES.search(rows[n - 1].text)), len(rows))
    end = start
    while end < len(rows) and _belongs(rows[end], rows[end - 1], short):
        end += 1
    named = [row for row in rows[start:end] if all(NAME_LIKE.fullmatch(line.text) for line in row.lines)]
    return list(rows[start:end]) if named else []


def _belongs(row: Row, beside: Row, short: set[int]) -> bool:
    """Does a row belong to the signature block that ends or begins with `beside`?"""
    distance = max(row.bbox[1], beside.bbox[1]) - min(row.bbox[3], beside.bbox[3])
    says_day = _says_day_of(beside, row)
    names_one = any(one.fullmatch(row.text) for one in (NAMES_ONE, BELOW_NAME, BELOW_DAY))
    goes_on = says_day or BROKEN_DATE.search(beside.text) is not None
    return (
        (says_day or id(row) in short or names_one)
        and row.page == beside.page
        and distance < ROOM_TO_SIGN * row.size
        and (goes_on or not any(_ends_sentence(line, row) for line in row.lines))
        and (goes_on or begins_with_date(row) or not _is_numbered(row))
        and not find_amounts(row.text)
    )


def _says_day_of(above: Row, row: Row) -> bool:
    """Does a row begin with the day that the one above it announces: "(Fulda, den" "9. Mai 2024)"?"""
    found = find_dates(row.text) if ANNOUNCES_DAY.search(above.text) else []
    return bool(found) and found[0].start == 0


def _is_numbered(row: Row) -> bool:
    """An item, or a heading: "7. Unterschriften", "Feld 7: Unterschriften"."""
    found = numbered(row.text, scanned=False) if len(row.lines) == 1 else None
    headed = found is not None and found.title is not None and (found.label or found.number.isdigit())
    return bool(headed or NUMBERED.match(row.text))


def _ends_sentence(line: Line, row: Row) -> bool:
    """Neither does a label of a form, at which nothing is filled in, nor "Saarbrücken, 23."."""
    beside = len(row.lines) > 1 and line.text.endswith(":") and len(line.words) <= LABEL_WORDS
    if beside or is_label(line.text) or BROKEN_AFTER_DAY.fullmatch(line.text):
        return False
    return SENTENCE_END.search(line.text) is not None
