"""The names that the entity model sees in the lines of a column, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.certainty.confidence import EXACT_MATCH
from extract.language.lines import Line
from extract.language.passage import Passage, join_lines, join_passages
from extract.language.signature_vocabulary import TITLE, TWO_LETTERS, names_a_body
from extract.page import Word
from extract.parties.organisations import begins_body
from extract.signatures.entities import Persons, Sighting
from extract.signatures.items import Item
from extract.signatures.words import SIGNED, STRAY, STROKE_CONFIDENCE, is_name, is_office
from models.reference import Reference

DEGREES = re.compile(rf"(?:(?:^|(?<=\s)){TITLE.pattern}(?:\s+|$))+$")
FRAGMENT = re.compile(r"[a-zäöüß]{1,4}[ ,.]*")


@dataclass(frozen=True, slots=True)
class Sighted:
    """Lines with a name that the entity model sees. `clear`: by the rules it can be one, too."""

    lines: int
    items: list[Item]
    clear: bool


def sighted_at(
    sighting: Sighting | None, column: Sequence[Line], index: int, reference: Reference
) -> Sighted | None:
    """What the lines say in which the entity model sees a name; None if that is more than name and office."""
    if sighting is None or names_a_body(sighting.name.text) or begins_body(sighting.name.text):
        return None
    words = _telling(sighting.name)
    if len(words) < 2 or not words.intersection(column[index].words):
        return None
    if sighting.lines > 1 and _is_scrawl_above(column[index], column[index + 1], reference):
        return None
    before = sighting.before.text
    degrees = match.start() if (match := DEGREES.search(before)) else len(before)
    name = join_passages([sighting.before.part(degrees, len(before)), sighting.name], seam=None)
    items = [Item("name", name)]
    clear = is_name(name.text, reference)
    if TWO_LETTERS.search(SIGNED.sub("", before[:degrees])):
        if reference.match_office(before[:degrees]) is None:
            return None
        items.insert(0, Item("office", sighting.before.part(0, degrees)))
    if not TWO_LETTERS.search(sighting.after.text):
        return Sighted(sighting.lines, items, clear)
    if FRAGMENT.fullmatch(sighting.after.text):
        # "Musterm er": a word that a scan has parted; the name is not whole without it.
        return Sighted(
            sighting.lines,
            [*items[:-1], Item("name", join_passages([name, sighting.after], seam=" "))],
            False,
        )
    if is_office(sighting.after.text, reference):
        return Sighted(sighting.lines, [*items, Item("office", sighting.after)], clear)
    following = column[index + sighting.lines : index + sighting.lines + 1]
    office = join_passages([sighting.after, join_lines(following)], seam=None)
    match_office = reference.match_office(office.text.strip(STRAY))
    if match_office is None or match_office.score < EXACT_MATCH:
        return None
    return Sighted(sighting.lines + len(following), [*items, Item("office", office)], clear)


def _is_scrawl_above(line: Line, following: Line, reference: Reference) -> bool:
    """Is it a signature read as a word, above a line that holds a whole name?"""
    alone = len(line.words) == 1 and line.words[0].origin == "ocr"
    return alone and is_name(following.text.partition(",")[0].strip(STRAY), reference)


def is_sighted(name: Passage, persons: Persons) -> bool:
    """Does the model see the same name, degrees and strokes aside?"""
    words = _telling(name)
    return any(_telling(sighted) == words for sighted in persons.names())


def _telling(passage: Passage) -> set[Word]:
    """The words of a name, without degrees, strokes of a pen and single letters."""
    return {
        piece.word
        for piece in passage.pieces
        if TWO_LETTERS.search(piece.word.text)
        and not TITLE.fullmatch(piece.word.text)
        and piece.word.confidence >= STROKE_CONFIDENCE
    }


def may_wrap(column: Sequence[Line], index: int) -> bool:
    """Would a word alone in the next line, perhaps an office of no list, have found no room in this one?"""
    line, following = column[index], column[index + 1]
    widest = max(other.bbox[2] - other.bbox[0] for other in column)
    word = following.words[0]
    full = line.bbox[2] - line.bbox[0] + word.bbox[2] - word.bbox[0] > widest - line.size
    return full or len(following.words) > 1
