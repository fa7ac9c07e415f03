"""Forms to sign: labels beside what is filled in, and tables with a signature in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.lines import Line, Row
from extract.language.signature_vocabulary import LABEL_ALONE, OFFICE
from extract.layout.signature_zone import signs
from extract.page import Word
from extract.signatures.words import SIGNED
from extract.tables.table import Table

# What the labels of a form stand for.
FORM_LABELS = {"place": "Ort:", "name": "Name:", "office": "Amt:", "organisation": "Für:"}
KINDS_OF_A_FORM = 2
# What the headings of a table of signatures stand for, and the order in which a block says it.
COLUMNS = {
    "place": re.compile(r"Ort(?:\s*(?:,|und|/)\s*(?:Datum|Tag))?", re.IGNORECASE),
    "date": re.compile(r"Datum|Tag", re.IGNORECASE),
    "name": re.compile(r"(?:Vor-\s+und\s+(?:Nach|Zu))?Name", re.IGNORECASE),
    "office": re.compile(r"als|Funktion|Amt|Amtsbezeichnung|Dienststellung|Stellung", re.IGNORECASE),
    "organisation": re.compile(
        r"für(?:\s+(?:das|die|den))?|Partei|Vertragspartner(?:in)?|Stelle|Behörde", re.IGNORECASE
    ),
    "": re.compile(r"Unterschrift|(?:Dienst)?[Ss]iegel|Stempel|Nr\.|lfd\.\s?Nr\.|", re.IGNORECASE),
}
DATED, INK = re.compile(r"Datum|\bTag\b", re.IGNORECASE), re.compile(r"Unterschrift", re.IGNORECASE)
STACK = ("organisation", "place", "date", "name", "office")
STACK_PITCH = 1.4


def with_labels(rows: Sequence[Row]) -> list[Row]:
    """The rows of a form whose first column says what stands beside it: every line behind its label."""
    labels = [LABEL_ALONE.fullmatch(row.lines[0].text) if len(row.lines) > 1 else None for row in rows]
    kinds = {label.lastgroup for label in labels if label is not None}
    if len(kinds & FORM_LABELS.keys()) < KINDS_OF_A_FORM:
        return list(rows)
    labelled = []
    for row, label in zip(rows, labels, strict=True):
        lines = row.lines
        if label is not None:
            said = label.lastgroup
            head = row.lines[0].words[0]
            lines = tuple(
                _with_label(line, head, FORM_LABELS[said]) for line in lines[1:] if said in FORM_LABELS
            )
        if lines:
            labelled.append(Row(lines))
    return labelled


def _with_label(line: Line, head: Word, label: str) -> Line:
    x0, top, _, bottom = line.bbox
    return Line(line.page, (replace(head, text=label, bbox=(x0, top, x0, bottom)), *line.words))


def one_below_the_other(rows: Sequence[Row], table: Table | None) -> list[Row]:
    """The rows of a table of signatures whose every column has a heading of its own, set as labelled lines
    below each other, one signature after the other; else the rows as they are."""
    heads = _of_columns(table) if table else []
    kinds = [kind for kind in heads if kind]
    if table is None or None in heads or len(set(kinds)) < len(kinds) or not {"name", "place"} <= {*kinds}:
        return list(rows)
    beside = [row for row in rows if not table.words.intersection(map(id, row.words))]
    if any(signs(line) or OFFICE.search(line.text) for row in beside for line in row.lines):
        return list(rows)
    stacked: list[Row] = []
    for cells in table.rows[table.header_rows :]:
        said = {kind: cell for kind, cell in zip(heads, cells, strict=True) if kind and cell.lines}
        for kind in (kind for kind in STACK if kind in said):
            words = [
                word for line in said[kind].lines for word in line.words if not SIGNED.fullmatch(word.text)
            ]
            line = Line(table.page, tuple(_moved(words, len(stacked))))
            stacked.append(
                Row((_with_label(line, line.words[0], FORM_LABELS[kind]) if kind in FORM_LABELS else line,))
            )
    return stacked


def _of_columns(table: Table) -> list[str | None]:
    """What the columns hold; where none holds names, those who have signed are where others sign: "gez. …".
    None for all where no column tells the day."""
    heads = [_of_column(header) for header in table.headers]
    dated = any(DATED.search(header) for header in table.headers)
    names = [
        number
        for number, header in enumerate(table.headers)
        if INK.match(header)
        and any(len(row[number].text.split()) > 1 for row in table.rows[table.header_rows :])
    ]
    if "name" not in heads and "office" in heads and len(names) == 1:
        heads[names[0]] = "name"
    return heads if dated else [None] * len(heads)


def _of_column(header: str) -> str | None:
    """What a column of signatures holds, "" for what nobody reads; None if it holds several things."""
    return next((kind for kind, pattern in COLUMNS.items() if pattern.fullmatch(header.strip())), None)


def _moved(words: Sequence[Word], number: int) -> Iterator[Word]:
    """The words in a row, in line `number` of a column of their own; their spots on the page stay."""
    x = 0.0
    for word in words:
        size = word.size
        width = word.bbox[2] - word.bbox[0]
        top = STACK_PITCH * size * number
        yield replace(word, bbox=(x, top, x + width, top + size))
        x += width + 0.3 * size
