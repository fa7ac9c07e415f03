"""Forms to sign: labels beside what is filled in, and tables with a signature in each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.lines import Line, Row
from extract.page import Word
from extract.signature_zone import LABEL_ALONE, heads_signatures

# What the labels of a form stand for.
FORM_LABELS = {"place": "Ort:", "name": "Name:", "office": "Amt:", "organisation": "Für:"}
KINDS_OF_A_FORM = 2


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


def below_headings(rows: Sequence[Row]) -> list[Row]:
    """What stands below the row that heads the columns of a table of signatures, if there is one."""
    headings = [number for number, row in enumerate(rows) if heads_signatures(row)]
    return list(rows[headings[-1] + 1 if headings else 0 :])
