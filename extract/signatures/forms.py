"""Forms to sign: labels beside what is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.language.lines import Line, Row
from extract.language.signature_vocabulary import LABEL_ALONE
from extract.page import Word

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
