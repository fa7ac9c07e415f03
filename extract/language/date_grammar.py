"""What the text around a date says it is for: the grammar of its sentence, the other end of its period, the
event behind it in a calendar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extract.language.date_cues import PRETERITE
from extract.language.date_doubts import bears_two_roles
from extract.language.date_roles import Said, role_told
from extract.language.language import is_sentence
from models.agreement import DateRole
from models.german import FoundDate
from models.german.dates import MONTH_BEGINS

# What stands between the two dates of a period; behind a full stop "Bis zum" begins a sentence of its own.
UNTIL = re.compile(r"[^\w.;!?]*bis(?:\s+(?:zum|einschließlich))?\W*|\s*[-–—]\s*", re.IGNORECASE)
# … but not where the first is told in brackets: "Bericht (Stichtag 1.3.2022) bis 1.4.2022".
ASIDE_CLOSES = re.compile(r"[^(\w]*\)(?![^(]*\()")
# … or between two days of which the same is said: "Laufzeit 1.1.2022 / 31.12.2022", "die Vereinbarung vom
# 3. Mai / 4. Juni 2022", which each party signed on a day of its own.
SLASH = re.compile(r"\s*/\s*")
FROM_TO = re.compile(r"\bvon\s*/\s*bis\b", re.IGNORECASE)
# What stands between those of two columns.
SIDE_BY_SIDE = re.compile(r"[^\S\n]+")
# A date that cannot be read: "01 01.2023", "31.12 2023", "3l. Dezmber 2023"; no sum, and no year alone.
_FIGURE = r"[\dOoIl|SBZ?]"
_UNREAD = (
    rf"(?<![\w.,]){_FIGURE}{{1,2}}[.,\s]{{1,2}}"
    rf"(?:{_FIGURE}{{1,2}}[.,\s]{{1,2}}|{MONTH_BEGINS}[a-zäöü]*[.,\s]{{1,2}}){_FIGURE}{{2,4}}(?!\w)"
)
UNREAD_START = re.compile(rf"{_UNREAD}\s*(?:bis(?:\s+zum)?|[-–—])\s*$")
UNREAD_END = re.compile(rf"\s*(?:bis|[-–—])\s+(?:zum\s+)?{_UNREAD}")
BETWEEN, AND = re.compile(r"\bzwischen(?:\s+dem)?\s+$"), re.compile(r"\s+und(?:\s+dem)?\s+")
# A second date, of which is said what is said of the first.
ALSO = re.compile(r"(?:\W*(?:und|sowie|oder|bzw)\W+|,\s|\s*/\s*)(?:(?:zum|am|de[rmn]|bis|vom|ab)\W+){0,2}")
# What stands before the first day of a calendar, and what behind each.
LEADS, EVENT = re.compile(r"[\W_]*"), re.compile(r"\s*[–—:|·-]?\s*(?P<what>[^\W\d_][^.;]*)")
# "Beginn der Laufzeit", "Konzept lag vor"; "vom:" is but a piece of a label.
NOUN = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}")
# So many characters before a date, and behind it, speak for it.
CLAUSE = 160
# Stands for another date.
DAY = "Tag"
SENTENCE_END = re.compile(r"(?:^|(?<=\w\w\w))[.!?]\s+(?=[A-ZÄÖÜ§„(])")


def role_by_grammar(
    text: str, found: Sequence[FoundDate], index: int, start: int, label: str, amends: bool
) -> DateRole | None:
    """The role of date number `index` of a text by the words from `start` on, and `label` before them; None
    if they do not tell. `amends`: the document changes an agreement."""
    if role := role_of_period(text, found, index, start, label, amends):
        return role
    if role := _of_calendar(text, found, index, start, amends):
        return role
    role = role_told(_said(text, found, index, start, label), amends)
    if role is None and index and ALSO.fullmatch(text, found[index - 1].end, found[index].start):
        return role_by_grammar(text, found, index - 1, start, label, amends)
    return role


def is_open(text: str, found: Sequence[FoundDate], index: int, start: int, label: str, amends: bool) -> bool:
    """Does the sentence around date number `index`, told as above, bear another role, too?"""
    return bears_two_roles(_said(text, found, index, start, label), amends)


def around(text: str, found: Sequence[FoundDate], index: int, start: int, label: str) -> tuple[str, str]:
    """The words of a sentence before a date and behind it, with other dates as they stand there; in a
    calendar those behind only."""
    if event := _event(text, found, index, start):
        return "", event
    one = found[index]
    before, behind = (
        f"{label}{text[max(start, one.start - CLAUSE) : one.start]}",
        text[one.end : one.end + CLAUSE],
    )
    return SENTENCE_END.split(before)[-1], SENTENCE_END.split(behind.split("\n")[0])[0]


def _of_calendar(
    text: str, found: Sequence[FoundDate], index: int, start: int, amends: bool
) -> DateRole | None:
    event = _event(text, found, index, start)
    if PRETERITE.search(event):
        return "reference"
    if is_sentence(event) or not NOUN.search(event):
        return None
    return role_told(Said(f"{event}: "), amends)


def _event(text: str, found: Sequence[FoundDate], index: int, start: int) -> str:
    """ "01.01.2022 – Beginn der Laufzeit, 31.12.2022 – …": behind each day stands what it is."""
    first = next(one for one in found if one.start >= start)
    end = found[index + 1].start if index + 1 < len(found) else len(text)
    event = EVENT.match(text[found[index].end : end].split("\n")[0])
    return event["what"] if event and LEADS.fullmatch(text, start, first.start) else ""


def role_of_period(
    text: str, found: Sequence[FoundDate], index: int, start: int, label: str, amends: bool
) -> DateRole | None:
    """The role of a date that bounds a period with the one behind or before it. Of two with a slash between
    them the words before may tell something else, and three bound none."""

    def is_slashed(number: int) -> bool:
        pair = found[number : number + 2] if number >= 0 else ()
        return len(pair) > 1 and SLASH.fullmatch(text, pair[0].end, pair[1].start) is not None

    def is_period(number: int) -> bool:
        first, second = found[number : number + 2]
        if is_slashed(number):
            if is_slashed(number - 1) or is_slashed(number + 1):
                return False
            said = _said(text, found, number, start, label)
            told = role_told(said, amends)
            return told in (None, "period_start", "period_end") or FROM_TO.search(said.before) is not None
        if ASIDE_CLOSES.match(text, first.end, second.start):
            return False
        reach = max(0, first.start - CLAUSE)
        between = BETWEEN.search(text, reach, first.start) and AND.fullmatch(text, first.end, second.start)
        return bool(between or UNTIL.fullmatch(text, first.end, second.start))

    if index + 1 < len(found) and is_period(index):
        return "period_start"
    return "period_end" if index and is_period(index - 1) else None


def role_of_columns(text: str, found: Sequence[FoundDate], index: int) -> DateRole | None:
    """The role of a date beside a later or earlier one, with nothing but a blank between them, as in columns
    of first and last days."""

    def are_columns(first: FoundDate, second: FoundDate) -> bool:
        in_order = first.value is not None and second.value is not None and first.value < second.value
        return in_order and SIDE_BY_SIDE.fullmatch(text, first.end, second.start) is not None

    if index + 1 < len(found) and are_columns(found[index], found[index + 1]):
        return "period_start"
    return "period_end" if index and are_columns(found[index - 1], found[index]) else None


def role_of_half_period(text: str, one: FoundDate) -> DateRole | None:
    """The role of a date beside which another one stands that cannot be read: "01 01.2023 bis 31.12.2023"."""
    if UNREAD_END.match(text, one.end):
        return "period_start"
    return "period_end" if UNREAD_START.search(text, max(0, one.start - CLAUSE), one.start) else None


def _said(text: str, found: Sequence[FoundDate], index: int, start: int, label: str) -> Said:
    """The sentence around a date; other dates in it are but that."""
    one = found[index]
    begin, end = max(start, one.start - CLAUSE), one.end + CLAUSE
    before, behind = text[begin : one.start], text[one.end : end]
    first, last = (bisect_left(found, place, key=attrgetter("start")) for place in (begin, end))
    for other in found[first:last]:
        day = DAY.rjust(other.end - other.start)
        if begin <= other.start < one.start:
            before = before[: other.start - begin] + day + before[other.end - begin :]
        elif one.end < other.end <= end:
            behind = behind[: other.start - one.end] + day + behind[other.end - one.end :]
    return Said(SENTENCE_END.split(label + before)[-1], SENTENCE_END.split(behind.split("\n")[0])[0])
