"""Those who sign below a pen, and a note of who signed where and when: one signature, told in two places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.language.signature_vocabulary import TITLE
from extract.language.spelling import nearest
from extract.signatures.units import Unit


def noted(rows: Sequence[Unit], signed: Sequence[Unit]) -> list[tuple[Unit, bool]]:
    """The signatures that the `rows` of a note tell, each with the office that stands beside the same name
    below a pen, and whether it is doubtful: one of the two names was misread, or the note has one name
    several times, with the offices in their order. All are if somebody `signed` of whom the note does not
    tell; if it tells of nobody, it is none."""
    names = [_called(row) for row in rows]
    pens: dict[str, list[Unit]] = {name: [] for name in names}
    others = []
    for unit in signed:
        near = nearest(_called(unit), pens)
        if near is None or len(pens[near.text]) == names.count(near.text):
            others.append(unit)
        else:
            pens[near.text].append(unit)
    if others and not any(pens.values()):
        return []
    told = [_with_office(row, pens[name], names.count(name)) for row, name in zip(rows, names, strict=True)]
    return [(unit, True) for unit in (*(unit for unit, _ in told), *others)] if others else told


def _with_office(row: Unit, pens: list[Unit], times: int) -> tuple[Unit, bool]:
    """A row whose name the note has so many `times`, with the office of the first of the `pens` left."""
    pen = pens.pop(0) if pens else row
    doubtful = times > 1 or _called(pen) != _called(row)
    if row.office:
        return row, doubtful
    return replace(row, office=pen.office, represented=pen.represented), doubtful


def _called(unit: Unit) -> str:
    """The name of a person without degrees, which a note may leave out."""
    words = unit.name.text.split() if unit.name else []
    return " ".join(word.strip("(),[]") for word in words if not TITLE.fullmatch(word.strip("(,[")))
