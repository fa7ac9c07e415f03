"""What a stretch of a signature block says that says several things at once.

"(Landrätin Leyla Muster)", "Für den Landkreis Fulda, unterzeichnet in Fulda am 3.4.2024": the words are
parted into spans of one role each. A stretch is understood only if every word of it is, so that a guess never
leaves half a name or half an organisation behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.certainty.confidence import EXACT_MATCH
from extract.language.passage import Passage
from extract.language.signature_places import says_place, where_and_when
from extract.language.signature_vocabulary import (
    DEPUTISING,
    EXECUTED,
    LEGAL_FORM,
    OFFICE,
    RANK,
    SIGNS,
    names_a_body,
)
from extract.signatures.words import (
    FOR,
    is_name,
    is_office,
    is_own_place,
    match_organisation,
)
from models.reference import Reference

Said = Literal["place", "name", "office", "organisation"]
WORD = re.compile(r"\S+")
# What stands between the parts and says nothing of its own.
FILLER = re.compile(
    rf"(?:(?:(?:und|sowie)\s+)?gez|{SIGNS}|{EXECUTED.pattern}|sowie|ha(?:t|ben)|w[iu]rden?|vertretungsweise|[ij]\.\s?[VA]|ppa|in\s+Vertretung|im\s+Auftrag|Herrn?|Frau"
    r"|handelnd\s+durch|vertreten\s+durch|durch|dieser|diese|dieses|L\.\s?S|(?:Dienst)?[Ss]iegel|Unterschrift|Stempel)\b[.:,]*|[–—/|-]",
    re.IGNORECASE,
)
SIGNED_BY = re.compile(r"gez(?:\.|eichnet)\s*", re.IGNORECASE)
RIM = " ,;:()–—/|-"
MOST_WORDS = 40
"""A stretch with more words is text."""
LONGEST = {"place": 9, "name": 8, "office": 6, "organisation": 24}
"""Words of the longest span of a role."""
# "Hauptamtlicher Beigeordneter", "Leiterin des Fachbereichs"
UNKNOWN_OFFICE = re.compile(
    rf"(?:(?i:{RANK.pattern})\s+)*\w*(?i:{OFFICE.pattern})(?:\s+(?:des|der|für|im|in)\s(?!.*(?:\b(?:und|für|de[rs])$|\b(?:Prof|Dr|Dipl)\b))"
    r".*)?"
)
# "Minister des Innern und für": what the office is for has to follow.
LEADS_ON = re.compile(r"\s(?:und|sowie|für|de[rs]|im|von)$")
# "Neustadt in Holstein"; more likely is "Heike Neustadt" "in Holstein".
WITHIN = re.compile(r"[^\W\d_]\s+in\s+[A-ZÄÖÜ]")
# "Landkreis Fulda (Heike Muster)": who signs for it, and no name that it has beside this one.
WITH_SIGNER = re.compile(r".*\((?P<who>[^()]+)\)")
SURNAME = re.compile(r"[A-ZÄÖÜ][^\W\d_]{2,}(?:-[A-ZÄÖÜ][^\W\d_]+)*")
NO_SURNAME = re.compile(
    r".*(?:amts?|dienst|stelle|abteilung|referat|dezernat|bereich|rat|haus)", re.IGNORECASE
)
KNOWN, SURNAME_ALONE, GUESSED = 1.0, 1.6, 2.2
"""What a span costs: one that only looks like an organisation costs more than two that are known."""
SKIPPED = 0.1


@dataclass(frozen=True, slots=True)
class Span:
    """The characters start..end of the stretch, of one role; None: of no meaning."""

    role: Said | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """`spans` in order, those without meaning left out. `known`: none of them is but a guess."""

    spans: tuple[Span, ...]
    known: bool

    @property
    def roles(self) -> list[Said | None]:
        return [span.role for span in self.spans]


def statement(passage: Passage, reference: Reference) -> Statement | None:
    """What a stretch says; None if not all of it is understood."""
    words = [match.span() for match in WORD.finditer(passage.text)]
    if not 2 <= len(words) <= MOST_WORDS or passage.text.count("(") != passage.text.count(")"):
        return None
    best: list[tuple[float, list[Span]] | None] = [(0.0, []), *([None] * len(words))]
    for first in range(len(words)):
        reached = best[first]
        if reached is None:
            continue
        for last, span, cost in _spans(passage.text, words, first, reference):
            total = reached[0] + cost
            known = best[last]
            if known is None or total < known[0]:
                best[last] = (total, [*reached[1], span])
    if best[-1] is None:
        return None
    cost, spans = best[-1]
    telling = tuple(span for span in spans if span.role is not None)
    if not _names_whole(passage.text, telling) or _names_seat(passage.text, telling):
        return None
    return Statement(telling, cost < KNOWN * len(telling) + GUESSED - KNOWN) if telling else None


def _names_whole(text: str, spans: Sequence[Span]) -> bool:
    """A surname alone is a name only behind an office, or behind "gez.", and if nothing else is said."""
    surnames = [
        span for span in spans if span.role == "name" and SURNAME.fullmatch(text[span.start : span.end])
    ]
    roles = [span.role for span in spans]
    return not surnames or roles == ["office", "name"] or (roles == ["name"] and bool(SIGNED_BY.match(text)))


def _names_seat(text: str, spans: Sequence[Span]) -> bool:
    """ "Oberbürgermeister Kassel": what is behind an office and by nothing parted from it is part of it."""
    return any(
        office.role == "office" and place.role == "place" and not text[office.end : place.start].strip()
        for office, place in pairwise(spans)
    )


def _spans(
    text: str, words: Sequence[tuple[int, int]], first: int, reference: Reference
) -> Iterator[tuple[int, Span, float]]:
    """What can begin with a word: the number of the word behind it, the span, and what it costs."""
    for last in range(first + 1, len(words) + 1):
        start, end = words[first][0], words[last - 1][1]
        start += len(text[start:end]) - len(text[start:end].lstrip(RIM))
        printed = text[start:end].rstrip(RIM)
        closing = text[start:end][len(printed) :]
        if printed.count("(") > printed.count(")") and closing.startswith(")"):
            printed += ")"
        end = start + len(printed)
        count = last - first
        if count <= 3 and (
            FILLER.fullmatch(text[words[first][0] : words[last - 1][1]].strip("()")) or not printed
        ):
            yield last, Span(None, start, end), SKIPPED
        if not printed or not _is_cut(text, words, first, last):
            continue
        if SIGNED_BY.search(text[:start]) and _names_person_first(printed, reference):
            continue
        if (
            role := _role(printed, count, last == len(words) or closing.startswith((",", ":")), reference)
        ) is not None:
            yield last, Span(role[0], start, end), role[1]


def _names_person_first(printed: str, reference: Reference) -> bool:
    """Are what may be a place and its day the name of somebody and the day: "Heike Muster, 3.4.2024"?"""
    said = where_and_when(printed)
    named = printed[slice(*said.place)] if said is not None and said.place is not None else ""
    return is_name(named, reference) and not is_own_place(named, reference)


def _is_cut(text: str, words: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Brackets are not parted from what they hold."""
    held = text[words[first][0] : words[last - 1][1]]
    return held.count("(") == held.count(")") or held.startswith("(") or held.endswith(")")


def _role(printed: str, count: int, ends: bool, reference: Reference) -> tuple[Said, float] | None:
    """What a span says, and what it costs to believe it."""
    if count <= LONGEST["place"] and (says_place(printed) or is_own_place(printed, reference)):
        return "place", SURNAME_ALONE if WITHIN.search(printed) else KNOWN
    if (
        count <= LONGEST["office"]
        and not re.search(r"[,;:]|\([A-ZÄÖÜ]|[Ff]ür\s+d", printed)
        and OFFICE.search(printed)
    ):
        if DEPUTISING.search(printed) or LEADS_ON.search(printed):
            return None
        match = reference.match_office(printed)
        if (match is not None and match.score >= EXACT_MATCH) or UNKNOWN_OFFICE.fullmatch(printed):
            return "office", KNOWN if match is not None else GUESSED
    if count <= LONGEST["name"] and not re.search(r"[,;:]\s", printed) and is_name(printed, reference):
        return "name", KNOWN
    if (
        count == 1
        and SURNAME.fullmatch(printed)
        and not (NO_SURNAME.fullmatch(printed) or names_a_body(printed) or is_office(printed, reference))
    ):
        return "name", SURNAME_ALONE
    if re.search(r"vertreten\s+durch", printed):
        return None
    if count <= LONGEST["organisation"] and (FOR.match(printed) or names_a_body(printed)):
        signer = WITH_SIGNER.fullmatch(printed)
        if signer and is_name(signer["who"], reference):
            return None
        match_body = match_organisation(printed, reference)
        if match_body is not None and match_body.score >= EXACT_MATCH:
            return "organisation", KNOWN
        named = FOR.match(printed) or LEGAL_FORM.search(printed)
        if named and ends and not OFFICE.search(printed) and not re.search(r":|\d", printed):
            return "organisation", GUESSED
    return None
