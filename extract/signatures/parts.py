"""Signature blocks of several parties below each other, each headed by what is said of all who sign in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.geometry import overlap
from extract.language.lines import Row
from extract.language.signature_places import is_place_line
from extract.language.signing_sentences import sentence_lines
from extract.signatures.items import Item
from extract.signatures.reading import ABOUT, PERSON, said_in
from extract.signatures.units import ORGAN
from extract.signatures.wraps import MOST_LINES, is_close
from models.reference import Reference


@dataclass(frozen=True, slots=True)
class Part:
    """`head` is said of all who sign in `rows`; empty if there is no line above columns that says it."""

    head: list[Item]
    rows: list[Row]


def find_parts(rows: Sequence[Row], reference: Reference) -> list[Part]:
    heads = _heads_beside(rows, reference) or _heads_above(rows, reference)
    parts = [Part([], list(rows[: min(heads, default=len(rows))]))]
    for start, end in pairwise([*heads, len(rows)]):
        count, items = heads[start]
        parts.append(Part(items, list(rows[start + count : end])))
    return [part for part in parts if part.rows]


def _heads_above(rows: Sequence[Row], reference: Reference) -> dict[int, tuple[int, list[Item]]]:
    """The heads that stand above those who sign side by side, by the number of their first row."""
    heads: dict[int, tuple[int, list[Item]]] = {}
    end = 0
    for number in range(len(rows)):
        if number >= end and (head := _head(rows, number, reference)):
            heads[number] = head
            end = number + head[0]
    return heads


def _heads_beside(rows: Sequence[Row], reference: Reference) -> dict[int, tuple[int, list[Item]]]:
    """The heads that are one row each, by its number: an organisation and, beside it, where and when those
    below sign, "Stadt Fulda    Fulda, 3.4.2024". Once alone it may be two columns in which others sign."""
    heads: dict[int, tuple[int, list[Item]]] = {}
    for number, (row, below) in enumerate(pairwise(rows)):
        head, under = row.lines[0].bbox, below.lines[0].bbox
        beneath = row.page == below.page and overlap(head[0], head[2], under[0], under[2]) > 0
        if len(row.lines) != 2 or not beneath:
            continue
        said = [said_in([line], reference) for line in row.lines]
        if sorted([item.role for item in items] for items in said) != [["organisation"], ["place"]]:
            continue
        persons = [{item.role for item in said_in([line], reference)} for line in below.lines]
        if all(one and one <= PERSON for one in persons):
            heads[number] = (1, [item for items in said for item in items])
    return heads if len(heads) > 1 else {}


def _head(rows: Sequence[Row], number: int, reference: Reference) -> tuple[int, list[Item]] | None:
    """How many rows from `number` on say for whom, and perhaps where and when, those below them sign who
    stand side by side; and what they say."""
    above = rows[number - 1] if number else None
    count = next((n for n, row in enumerate(rows[number:]) if len(row.lines) > 1), len(rows) - number)
    if not 0 < count < min(MOST_LINES, len(rows) - number):
        return None
    begins = sentence_lines([row.text for row in rows[number : number + count]]) > 0
    if above is not None and not begins:
        close = is_close([above, rows[number]])
        if close and not (is_place_line(above.text) or _are_persons(above, reference)):
            return None
        if is_place_line(rows[number].text) and _goes_with(rows, number):
            return None
    below = rows[number + count : number + count + 2]
    if below[0].page != rows[number].page or not any(_are_persons(row, reference) for row in below):
        return None
    items = said_in([row.lines[0] for row in rows[number : number + count]], reference)
    items = [item for item in items if not (item.role == "office" and ORGAN.fullmatch(item.passage.text))]
    roles = {item.role for item in items}
    return (count, items) if "organisation" in roles and roles <= ABOUT else None


def _goes_with(rows: Sequence[Row], number: int) -> bool:
    """Does a row stand close below the one above it, apart from the one below it?"""
    row, following = rows[number], rows[number + 1 : number + 2]
    return is_close([rows[number - 1], row]) and not any(is_close([row, one]) for one in following)


def _are_persons(row: Row, reference: Reference) -> bool:
    said = [{item.role for item in said_in([line], reference)} for line in row.lines]
    return sum(bool(roles & PERSON) for roles in said) > 1 and not any(roles & ABOUT for roles in said)
