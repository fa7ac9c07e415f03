"""Evidence of signatures that stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.language.lines import Row
from extract.language.sentence_ends import PERIOD
from extract.language.signing_rows import ENOUGH_EVIDENCE, NAME_LIKE, evidence
from extract.layout.short_rows import ends_paragraph

# So many rows without evidence (a name, an organisation over three lines) may stand within a signature block,
# and so many of them may be wide (a long name of a ministry).
ROWS_INSIDE, WIDE_ROWS_INSIDE = 6, 2
# Confidence of a signature that was read as a word.
SCRAWL = 0.35


@dataclass(frozen=True, slots=True)
class Cluster:
    """Evidence that stands together: the numbers of its rows, first and last, and its weight."""

    first: int
    last: int
    weight: int


def find_clusters(rows: Sequence[Row], short: set[int], told: set[int]) -> list[Cluster]:
    """`told`: rows of sentences that tell who signs."""
    clusters: list[Cluster] = []
    for number, row in enumerate(rows):
        weight = ENOUGH_EVIDENCE if id(row) in told else evidence(row) if id(row) in short else 0
        if not weight or (number and ends_paragraph(row, rows[number - 1], short)):
            continue
        last = clusters[-1] if clusters else None
        if last is not None and _near(rows, last.last, number, short):
            clusters[-1] = Cluster(last.first, number, last.weight + weight)
        else:
            clusters.append(Cluster(number, number, weight))
    return clusters


def _near(rows: Sequence[Row], one: int, other: int, short: set[int]) -> bool:
    between = rows[one + 1 : other]
    wide = [row for row in between if id(row) not in short]
    return (
        len(between) <= ROWS_INSIDE
        and len(wide) <= WIDE_ROWS_INSIDE
        and not any(row.text.endswith((".", ":")) for row in wide)
        and not any(_ends_text(rows, number, short) for number in range(one + 1, other))
        and rows[other].page - rows[one].page <= 1
    )


def _ends_text(rows: Sequence[Row], number: int, short: set[int]) -> bool:
    """Does a sentence end with a row? Behind names that do not end a paragraph it is a speck, and a word
    alone that was hardly read is a pen's."""
    row = rows[number]
    if len(row.words) == 1 and row.words[0].confidence < SCRAWL:
        return False
    named = all(NAME_LIKE.fullmatch(line.text) for line in row.lines)
    alone = number > 0 and not ends_paragraph(row, rows[number - 1], short)
    return PERIOD.search(row.text) is not None and not (named and alone)
