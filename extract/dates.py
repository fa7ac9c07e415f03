"""Dates of the text and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.confidence import repaired
from extract.passage import Passage
from extract.understand import Reading
from models.agreement import DateMention, DateRole, Signatory
from models.german import FoundDate, find_dates
from models.values import Extracted

ROLE_CUES: tuple[tuple[DateRole, re.Pattern[str]], ...] = (
    (
        "amended_agreement",
        re.compile(
            r"(?:vereinbarung|vertrag\w*|abkommens?)\W+(?:\w+\W+){0,12}?(?:vom|von)\W*$", re.IGNORECASE
        ),
    ),
    (
        "period_end",
        re.compile(
            r"\b(?:endet|enden|läuft|befristet|Laufzeit(?:ende)?|Ende)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
        ),
    ),
    (
        "deadline",
        re.compile(
            r"\b(?:(?:bis|spätestens)\W+(?:\w+\W+){0,3}|(?:Frist|Stichtag)\w*\W+(?:\w+\W+){0,5})$"
            r"(?<!\bvom\s)",
            re.IGNORECASE,
        ),
    ),
    (
        "period_start",
        re.compile(
            r"\b(?:ab|seit|von|in Kraft|mit Wirkung|beginnt|Beginn)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
        ),
    ),
    ("reference", re.compile(r"\bvom\W*$", re.IGNORECASE)),
)
# What follows a date until the clause ends: "am 30. April vorliegen", "zum 30. April vorzulegen".
DUE = re.compile(
    r"[^.;]{0,60}?\b(?:vorliegen|vorzuliegen|vorzulegen|vorgelegt|einzureichen|eingereicht|eingehen|einzugehen"
    r"|abzurechnen|abgerechnet|nachzuweisen|nachgewiesen|abzugeben|abgegeben|zu stellen|gestellt|mitzuteilen"
    r"|zu übersenden|übersandt|zu berichten|beizubringen|anzuzeigen|abzurufen|abgerufen|fällig|zurückzuzahlen"
    r"|zu erstatten|vorzunehmen|zu erbringen|abzuschließen"
    r"|zu senden|zu melden|zu belegen|endet die Frist|läuft die Frist)\b"
)
CONCLUDED = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:geschlossen|abgeschlossen|getroffen|unterzeichnet|vereinbart)e[mnrs]?\s+"
    r"(?:\w+\s+){0,2}?\w*(?:vereinbarung|vertrag|abkommen)",
    re.IGNORECASE,
)
TAKES_EFFECT = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?in\s+Kraft\b", re.IGNORECASE)
PERIOD_START = re.compile(
    r"\b(?:(?:vom|von|ab)|(?:Laufzeit|Zeitraum|Dauer)\b(?:\W+\w+){0,3})\W*$", re.IGNORECASE
)
# What stands between the two dates of a period.
UNTIL = re.compile(r"\W*bis(?:\s+(?:zum|einschließlich))?\W*|\s*[-–—]\s*", re.IGNORECASE)
# So many characters before a date speak for it.
CLAUSE = 90


def find_date_mentions(
    reading: Reading, signatories: tuple[Signatory, ...], amends: bool
) -> tuple[DateMention, ...]:
    """Every full date: those of the text in order, then the dates of signature.

    `amends` tells whether the document changes an earlier agreement: only then the date of another
    agreement is that of the amended one.
    """
    found = find_dates(reading.text)
    running = [
        _in_role(reading.passage, found, index, _block_start(reading, one.start), "", amends)
        for index, one in enumerate(found)
    ]
    mentions = sorted([*running, *_tabled(reading, amends)], key=_reading_order)
    seen = set()
    for signatory in signatories:
        if signatory.date is not None and signatory.date.provenance not in seen:
            seen.add(signatory.date.provenance)
            mentions.append(_mention(signatory.date, "signature"))
    return tuple(mentions)


def _block_start(reading: Reading, offset: int) -> int:
    return reading.span_of(reading.block_index(offset))[0]


def _tabled(reading: Reading, amends: bool) -> Iterator[DateMention]:
    """The dates in tables; the heading of the column speaks for them."""
    for placed in reading.layout.tables:
        table = placed.table
        for row in table.rows[table.header_rows :]:
            for header, cell in zip(table.headers, row, strict=True):
                if not cell.lines:
                    continue
                label = f"{header} {row[0].text if cell is not row[0] else ''} "
                found = find_dates(cell.text)
                for index in range(len(found)):
                    yield _in_role(cell.passage, found, index, 0, label, amends)


def _in_role(
    passage: Passage, found: Sequence[FoundDate], index: int, start: int, label: str, amends: bool
) -> DateMention:
    """Date number `index` of those found in a text, with the role that the words from `start` to it give it.
    `label` stands before them."""
    text, one = passage.text, found[index]
    before = label + text[max(start, one.start - CLAUSE) : one.start]
    role = _role(before)
    if TAKES_EFFECT.match(text, one.end):
        role = "period_start"
    elif CONCLUDED.match(text, one.end):
        role = "amended_agreement"
    elif role == "other" and DUE.match(text, one.end):
        role = "deadline"
    following = found[index + 1] if index + 1 < len(found) else None
    if following and _spans(before, text[one.end : following.start]):
        role = "period_start"
    if index and UNTIL.fullmatch(text[found[index - 1].end : one.start]):
        role = "period_end"
    if role == "amended_agreement" and not amends:
        role = "reference"
    return _mention(repaired(passage.extract(one.start, one.end, one.value), one.exact), role)


def _spans(before: str, between: str) -> bool:
    """Do two dates bound a period: "vom … bis …", "1.1.2025 – 31.12.2025"?"""
    if not UNTIL.fullmatch(between):
        return False
    return PERIOD_START.search(before) is not None or not re.search(r"[^\W\d_]", between)


def _reading_order(mention: DateMention) -> tuple[int, float, float]:
    return mention.provenance.page, mention.provenance.bbox[1], mention.provenance.bbox[0]


def _role(before: str) -> DateRole:
    return next((role for role, cue in ROLE_CUES if cue.search(before)), "other")


def _mention(extracted: Extracted[date | None], role: DateRole) -> DateMention:
    return DateMention(value=extracted.value, text=extracted.text, provenance=extracted.provenance, role=role)
