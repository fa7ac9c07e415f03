"""Those who sign below a pen, and a note of who signed where and when: one signature, told in two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.signature_vocabulary import TITLE
from extract.language.spelling import nearest
from extract.signatures.units import Unit


def noted(rows: Sequence[Unit], signed: Sequence[Unit]) -> list[tuple[Unit, bool]]:
    """The signatures that the `rows` of a note tell, each with the office that stands beside the same name
    below a pen, and whether one of the two names was misread; none if somebody `signed` of whom the note does
    not tell."""
    told = {_called(unit): unit for unit in rows}
    pens: dict[str, tuple[Unit, bool]] = {}
    for unit in signed:
        name = _called(unit)
        near = nearest(name, told)
        if near is None or near.text in pens:
            return []
        pens[near.text] = unit, near.text != name
    return list(_with_offices(told, pens)) if len(told) == len(rows) else []


def _with_offices(told: dict[str, Unit], pens: dict[str, tuple[Unit, bool]]) -> Iterator[tuple[Unit, bool]]:
    for name, unit in told.items():
        pen, misread = pens.get(name, (unit, False))
        if unit.office:
            yield unit, misread
        else:
            yield replace(unit, office=pen.office, represented=pen.represented), misread


def _called(unit: Unit) -> str:
    """The name of a person without degrees, which a note may leave out."""
    words = unit.name.text.split() if unit.name else []
    return " ".join(word.strip("(),[]") for word in words if not TITLE.fullmatch(word.strip("(,[")))
