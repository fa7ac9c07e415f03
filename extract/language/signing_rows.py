"""Rows by which signature blocks are known: both sides beside each other, labels, a date beside an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.letters import CLOSING
from extract.language.lines import Row
from extract.language.signature_vocabulary import (
    DEPUTISING,
    LABEL_ALONE,
    OFFICE,
    OTHERS,
    SMALL_WORD,
    is_label,
)
from extract.language.signing_lines import DATE_ALONE, ORGANISATION, may_be_office, may_sign, signs
from models.german import find_amounts

# A place line or a heading "Für …" weighs 2, an office 1.
ENOUGH_EVIDENCE = 2
NAME_LIKE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.'’-]*|(?:von|van)(?:\sder)?|de|zu|h\.|c\.)(?:\s(?:[A-ZÄÖÜ][\w.'’-]*|(?:von|van)(?:\sder)?|de|zu|h\.|c\.)){1,6}"
)
INK = re.compile(r"Unterschrift|unterschrieben|Siegel|Datum|zeichn|wann\b", re.IGNORECASE)
LONG_ROW_WORDS = 11
# What announces that those below have signed.
ANNOUNCES = re.compile(r"\b(?:unterschrieben|unterzeichnet|gezeichnet|vollzogen)\s?:$", re.IGNORECASE)


def evidence(row: Row) -> int:
    """How much of a row only a signature block says."""
    if is_of_all(row):
        return ENOUGH_EVIDENCE
    if find_amounts(row.text):
        return 0
    spoken = sum(ENOUGH_EVIDENCE for line in row.lines if signs(line) or CLOSING.fullmatch(line.text))
    dated = begins_with_date(row)
    return spoken + sum(1 for line in row.lines if may_sign(line)) + dated + is_labelled(row)


def is_of_all(row: Row) -> bool:
    """Does a row say several columns of a signature block at once?"""
    return names_both_sides(row) or heads_signatures(row)


def names_both_sides(row: Row) -> bool:
    """Organisations side by side: "Hessisches Ministerium …   Landkreis …"."""
    return sum(1 for line in row.lines if ORGANISATION.match(line.text)) > 1


def heads_signatures(row: Row) -> bool:
    """Is it the row that heads a table of signatures: "für | Ort, Datum | Name und Amt"?"""
    texts = [line.text for line in row.lines]
    apart = len({*texts}) == len(texts) > 2 and not any(text.startswith("(") for text in texts)
    return apart and heads_signing(texts)


def heads_signing(headers: Sequence[str]) -> bool:
    """Are all headings labels, one of them of a signature?"""
    return all(is_label(header) for header in headers) and any(INK.search(header) for header in headers)


def heads_others(row: Row) -> bool:
    return len(row.lines) == 1 and OTHERS.match(row.text) is not None


def begins_with_date(row: Row) -> bool:
    """A date, alone or beside what a signature says: not "3.4.2024   Beginn der Arbeit"."""
    date, *beside = (line.text for line in row.lines)
    return DATE_ALONE.fullmatch(date) is not None and all(map(_stands_beside_date, beside))


def _stands_beside_date(text: str) -> bool:
    text = text.rstrip(" .")
    told = DATE_ALONE.fullmatch(text) or NAME_LIKE.fullmatch(text) or ORGANISATION.match(text)
    return bool(told or OFFICE.search(text) or is_label(text))


def is_labelled(row: Row) -> bool:
    """Does a label of a form stand before what is filled in?"""
    return len(row.lines) > 1 and LABEL_ALONE.fullmatch(row.lines[0].text) is not None


def names_officer(row: Row) -> bool:
    """ "(i. V. Heike Muster, Landrätin)", "Landkreis Fulda, Heike Muster, Landrätin": names alone, and at
    the end an office."""
    text = row.text.strip("() ")
    deputising = DEPUTISING.match(text)
    before, comma, office = text[deputising.end() if deputising else 0 :].rpartition(", ")
    words = before.split()
    named = all(word[:1].isupper() or re.fullmatch(SMALL_WORD, word) for word in words)
    return bool(comma) and named and len(words) <= LONG_ROW_WORDS and OFFICE.search(office) is not None


def names_signer(row: Row) -> bool:
    """ "Landrätin Heike Muster    Staatssekretär Uwe Muster": each line an office, with a name behind it or
    below."""
    return all(map(may_be_office, row.lines))
