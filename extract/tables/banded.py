"""Tables with rules above and below only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.language.lines import Row
from extract.page import Page, Ruling
from extract.tables.free import unruled_tables
from extract.tables.headings import HEADER_WORDS, SENTENCE_WORDS, counts_up, heads_columns
from extract.tables.rows import ROW_DISTANCE
from extract.tables.table import RULING_TOLERANCE, SAME_EDGE, Table, is_figure

# Between the rules of a table there is no more white (letter sizes) around a row.
SET_APART = 2.5
# Nor is a row set so much larger than the rows of several cells: that is the title of what stands below.
AS_TITLE = 1.3
# Rules above and below a table begin and end together, within this many points.
SAME_RULE = 6.0


def banded_tables(page: Page, rows: Sequence[Row]) -> list[Table]:
    """Tables with rules above and below only: what stands between rules of the same extent."""
    bands: list[list[Ruling]] = []
    for rule in sorted((r for r in page.rulings if r.horizontal), key=lambda r: r.top):
        band = next(
            (b for b in bands if abs(b[0].x0 - rule.x0) < SAME_RULE and abs(b[0].x1 - rule.x1) < SAME_RULE),
            None,
        )
        if band is None:
            bands.append([rule])
        else:
            band.append(rule)
    tables = []
    for band in (part for whole in bands for part in _without_text_between(whole, rows)):
        top, bottom = band[0].top, band[-1].bottom
        between = [row for row in rows if top <= row.bbox[1] and row.bbox[3] <= bottom + RULING_TOLERANCE]
        if len(band) >= 2 and sum(1 for row in between if len(row.lines) > 1) >= 2:
            between = [*_rows_before(between, rows), *between]
            whole = [*_head_of(between, rows), *between, *_foot_of(between, rows)]
            tables += unruled_tables(whole, [rule.top for rule in band])
    return tables


def _rows_before(between: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The rows with a figure at their end that stand right above the first rule in the columns below it: only
    sums are set off by rules."""
    found: list[Row] = []
    for row in sorted(
        (row for row in rows if row.bbox[3] <= between[0].bbox[1]), key=lambda row: -row.bbox[1]
    ):
        first = found[-1] if found else between[0]
        near = first.bbox[1] - row.bbox[3] < ROW_DISTANCE * row.size
        begins = abs(row.bbox[0] - between[0].bbox[0]) < SAME_EDGE * row.size
        figured = len(row.lines) > 1 and is_figure(row.lines[-1].text) and _ends_with_figures(row, between)
        if not (near and begins and figured):
            break
        found.append(row)
    return found[::-1]


def _head_of(between: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The headings of columns above the first rule, where the row below it is one of figures already; a
    heading within the table may stand between them."""
    above = [row for row in rows if row.bbox[3] <= between[0].bbox[1]]
    last = max(above, key=lambda row: row.bbox[3], default=None)
    first = next((row for row in between if len(row.lines) > 1), between[0])
    if last is None or not any(is_figure(line.text) for line in first.lines[1:]):
        return []
    near = between[0].bbox[1] - last.bbox[3] < SET_APART * last.size
    brief = all(len(line.words) <= HEADER_WORDS and not is_figure(line.text) for line in last.lines)
    return [last] if near and brief and (len(last.lines) > 1 or _ends_with_figures(last, between)) else []


def _foot_of(between: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """The row of sums below the last rule: its figures end where those above the rule do."""
    below = [row for row in rows if row.bbox[1] >= between[-1].bbox[3]]
    first, second = [*sorted(below, key=lambda row: row.bbox[1])[:2], None, None][:2]
    if first is None or len(first.lines) < 2 or not is_figure(first.lines[-1].text):
        return []
    near = first.bbox[1] - between[-1].bbox[3] < SET_APART * first.size
    if not near or not _ends_with_figures(first, between):
        return []
    return [first, second] if second is not None and _counts_on(second, first, between) else [first]


def _counts_on(row: Row, above: Row, between: Sequence[Row]) -> bool:
    """Is a row a heading within the table, "Feld 2: …", that counts on from those above it, "Feld 1: …"? What
    it heads stands on the next page."""
    heads = [one for one in (*between, row) if len(one.lines) == 1]
    return (
        row in heads
        and counts_up([one.text for one in heads])
        and (row.bbox[1] - above.bbox[3] < ROW_DISTANCE * row.size)
    )


def _ends_with_figures(row: Row, others: Sequence[Row]) -> bool:
    """Does the row end at the right edge of a column of figures?"""
    ends = [other.bbox[2] for other in others if is_figure(other.lines[-1].text)]
    return any(abs(end - row.bbox[2]) <= SAME_EDGE * row.size for end in ends)


def _without_text_between(band: Sequence[Ruling], rows: Sequence[Row]) -> list[list[Ruling]]:
    """Rules of one extent, parted where sentences or headings of their own stand between two of them: there
    one table ends and another begins."""
    parts = [[band[0]]]
    inside = _inside(band[0], band[-1], rows)
    starts = [line.bbox[0] for row in inside for line in row.lines[1:]]
    sizes = [row.size for row in inside if len(row.lines) > 1]
    usual = median(sizes) if sizes else 0.0
    for above, below in pairwise(band):
        between = _inside(above, below, rows)
        alone = [row for row in between if len(row.lines) == 1]
        only_text = bool(alone) and len(alone) == len(between)
        height = alone[-1].bbox[3] - alone[0].bbox[1] if only_text else 0.0
        apart = only_text and below.top - above.bottom - height > SET_APART * alone[0].size
        apart |= only_text and usual > 0 and max(row.size for row in alone) >= AS_TITLE * usual
        title = only_text and not apart and not any(row.text.endswith((".", ":")) for row in alone)
        sentence = any(len(row.words) >= SENTENCE_WORDS and not _goes_on(row, between) for row in alone)
        new = above is not band[0] and _begins_anew(between, _inside(band[0], above, rows))
        crosses = only_text and any(_crosses(row, starts) for row in alone)
        if new or apart or (sentence and not title) or crosses:
            parts.append([below])
        else:
            parts[-1].append(below)
    return parts


def _begins_anew(between: Sequence[Row], before: Sequence[Row]) -> bool:
    """Do a title and headings of columns stand between two rules, below rows of a table? Its columns are
    others, though they be called the same."""
    heads = [index for index, row in enumerate(between) if len(row.lines) > 1 and heads_columns(row)]
    titled = bool(heads) and heads[0] > 0 and all(len(row.lines) == 1 for row in between[: heads[0]])
    return titled and heads[0] == len(between) - 1 and any(len(row.lines) > 1 for row in before)


def _inside(above: Ruling, below: Ruling, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if above.bottom <= row.bbox[1] and row.bbox[3] <= below.top]


def _goes_on(row: Row, between: Sequence[Row]) -> bool:
    """Does a lone line stand below one of a row of several, in its column: the next line of a long cell?"""
    above = [line for other in between if len(other.lines) > 1 for line in other.lines]
    return any(
        line.bbox[3] <= row.bbox[3]
        and abs(line.bbox[0] - row.bbox[0]) < SAME_EDGE * row.size
        and not row.words[-1].text.endswith((".", ":"))
        and all(row.bbox[2] < other.bbox[0] for other in above if other.bbox[0] > line.bbox[2])
        for line in above
    )


def _crosses(row: Row, starts: Sequence[float]) -> bool:
    """Is it a sentence that runs over where columns begin?"""
    whole = len(row.words) >= SENTENCE_WORDS and row.words[-1].text.endswith(".")
    return whole and any(
        row.bbox[0] < start - row.size and start + row.size < row.bbox[2] for start in starts
    )
