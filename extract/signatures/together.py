"""Lines that say several things together, or one beside a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.lines import Line
from extract.language.passage import Passage, join_lines
from extract.language.signature_places import says_place
from extract.language.signature_vocabulary import ACTS_THROUGH, LEGAL_FORM, SIGNS, TITLE, TWO_LETTERS
from extract.language.signing_sentences import ANNOUNCES, sentence_lines
from extract.language.signing_sentences import MOST_LINES as LINES_OF_SENTENCE
from extract.signatures.items import Item
from extract.signatures.statements import Statement, statement
from extract.signatures.words import STRAY
from extract.signatures.wraps import (
    MOST_LINES,
    OPEN_END,
    PARTED_WORD,
    introduced_lines,
    is_close,
    legal_lines,
    stretch,
)
from models.reference import Reference

# "Dr. Heike" may go on in the next line.
TITLED = re.compile(rf"(?:{TITLE.pattern}\s+)+[^\W\d_]+")
VERB_BEHIND = re.compile(rf"\s{SIGNS}\b")
IN = re.compile(r"(?:in|zu)\s")


def said_in_sentence(
    column: Sequence[Line], index: int, reference: Reference
) -> tuple[int, list[Item]] | None:
    """Lines from `index` on that are a sentence which tells who signs: how many, and what they say."""
    close = [column[index]]
    for line in column[index + 1 : index + LINES_OF_SENTENCE]:
        if not is_close([close[-1], line]):
            break
        close.append(line)
    count = sentence_lines([line.text for line in close])
    if not count:
        return None
    passage = join_lines(close[:count])
    announced = ANNOUNCES.search(passage.text)
    passage = passage.part(0, announced.start()) if announced else passage
    said = statement(passage, reference)
    return (count, _items(passage, said)) if said else None


def said_together(column: Sequence[Line], index: int, reference: Reference) -> tuple[int, list[Item]] | None:
    """Lines from `index` on that say several things, or one beside a note: how many, and what they say."""
    guess: tuple[int, list[Item]] | None = None
    for count in range(1, MOST_LINES + 1):
        passage = stretch(column, index, count)
        last = index + count - 1
        if passage is None or _begins_organisation(column, last, reference):
            break
        said = None if PARTED_WORD.search(passage.text) else statement(passage, reference)
        if said is None or _takes_place(passage, said, column[index + count - 1]):
            continue
        items = _items(passage, said)
        noted = said.spans[0].start > len(passage.text) - len(passage.text.lstrip(STRAY))
        # "Erster Beigeordneter (in" "Vertretung)"
        noted = noted or VERB_BEHIND.match(passage.text, said.spans[-1].end) is not None
        noted = noted or (count > 1 and TWO_LETTERS.search(passage.text[said.spans[-1].end :]) is not None)
        # What says place and date by itself goes on with nothing that stands above it.
        whole = says_place(column[last].text) and column[last].text[:1].isupper()
        wraps = count > 1 and said.roles == ["place"] and not whole
        if said.roles[-1] == "name" and TITLED.fullmatch(items[-1].passage.text):
            guess = guess or ((count, items) if noted or len(items) > 1 else None)
        elif len(items) > 1 or noted or wraps:
            if said.known and not _goes_on(column, index, count, said, reference):
                return count, items
            guess = guess or (count, items)
        elif said.known or _says_all(column, index + count, reference):
            break
    return guess


def _items(passage: Passage, said: Statement) -> list[Item]:
    """What a stretch says; an office with the words that say that another one acts through it."""
    items: list[Item] = []
    end = 0
    for span in said.spans:
        through = ACTS_THROUGH.search(passage.text, end, span.end) if span.role == "office" else None
        start, end = through.start() if through else span.start, span.end
        items += [Item(span.role, passage.part(start, end))] if span.role else []
    return items


def _begins_organisation(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does the name of an organisation begin in a line and go on in the next: "Hilfswerk" "e. V."?"""
    return legal_lines(column, index, reference) > 1 or introduced_lines(column, index, reference) > 1


def _takes_place(passage: Passage, said: Statement, last: Line) -> bool:
    """Does something else take the place from the date that the last line says as a whole?"""
    start = len(passage.text) - len(last.text)
    others = [one for one in said.spans if one.role != "place"]
    if any(IN.match(passage.text, one.start) and one.start >= start for one in said.spans):
        # "… Landrat Uwe" "Muster in Fulda am 3.4.2024"
        return False
    return start > 0 and says_place(last.text) and any(one.start < start < one.end for one in others)


def _says_all(column: Sequence[Line], index: int, reference: Reference) -> bool:
    """Does a line say several things without the one before it?"""
    said = statement(column[index].passage, reference) if index < len(column) else None
    return said is not None and said.known and len(said.spans) > 1


def _goes_on(column: Sequence[Line], index: int, count: int, said: Statement, reference: Reference) -> bool:
    """Does the last thing said go on: "Landrat René Muster" "Probe", "Ministerium für Bau" "und Verkehr"?"""
    longer = stretch(column, index, count + 1)
    if longer is None or count == MOST_LINES:
        return False
    following = column[index + count]
    if LEGAL_FORM.match(f" {following.text}"):
        return True
    open_end = following.text[:1].islower() or OPEN_END.search(column[index + count - 1].text)
    if len(following.words) > 1 and not (open_end and said.roles[-1] == "organisation"):
        return False
    after = statement(longer, reference)
    return after is not None and after.known and after.roles == said.roles
