"""What looks like signatures of the parties and is none: titles, notices, the blocks of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.language.letters import CLOSING
from extract.language.lines import Row
from extract.language.section_numbers import numbered
from extract.language.sentence_ends import PERIOD
from extract.language.signature_vocabulary import OFFICE
from extract.language.signing_lines import ORGANISATION, PLACE_AND_DATE, says_day, says_where, signs
from extract.language.signing_rows import ANNOUNCES, ENOUGH_EVIDENCE, heads_others, is_of_all
from extract.layout.signing_clusters import Cluster

AGREEMENT = r"(?:[Vv]ereinbarung|[Vv]ertrag|[Aa]bkommen|[Nn]achtrag)"
PUBLIC = r"(?:genehmigt?\b|(?:bekannt\s?gemacht|bekanntgegeben|veröffentlicht)\b)"
# "Die vorstehende Vereinbarung wird genehmigt.", "Nachstehend wird der Vertrag bekannt gemacht."
NOTICE = re.compile(
    rf"\b(?:[Vv]orstehend|[Nn]achstehend|[Hh]iermit|[Oo]big)(?=.{{0,200}}{AGREEMENT}).{{0,300}}\s{PUBLIC}"
    rf"|{AGREEMENT}.{{0,60}}\s(?:vorstehend|hiermit|nachstehend)\s(?:.{{0,200}}\s)?{PUBLIC}"
)
FIRST_SECTION = re.compile(
    r"(?:(?:§|Art(?:ikel|\.)|Nr\.|Ziff(?:er|\.)|Abschnitt|Teil)\s?(?:1|I|A)\b|(?:1|I|A)[.:)])\s*[^\W\d_]"
)
# Where what is agreed begins: "schließen folgenden Vertrag:", "§ 1", "Präambel".
BODY_BEGINS = re.compile(
    r"(?:(?>.*?\b(?:schließ(?:en|t)|vereinbaren|treffen|ändern|fassen|wird|haben)\b)"
    r"(?>.*?\b(?:(?:nach)?folgende[nrs]?|nachstehende[nrs]?|wie\s+folgt)\b).*"
    r"|(?:§|Art(?:ikel|\.))\s?(?:1|I)(?:\W.*)?|(?:Präambel|Vorbemerkung(?:en)?|Vorwort)\W*)",
    re.IGNORECASE,
)
ANNEX = re.compile(r"Anlagen?\b|Anhang\b", re.IGNORECASE)


def signed_only(
    rows: Sequence[Row], clusters: Sequence[Cluster], short: set[int], told: set[int]
) -> list[Cluster]:
    """The clusters in which the parties sign. `told`: rows of sentences that tell who signs."""
    signed: list[Cluster] = []
    for c in clusters:
        between = (
            rows[signed[-1].last + 1 : c.first] if signed and signed[-1].weight >= ENOUGH_EVIDENCE else ()
        )
        if (
            _signed(rows[c.first : c.last + 1], told)
            and not _is_title(rows, c, short)
            and not _is_of_others(rows, c)
            and not _gives_notice(between)
        ):
            signed.append(c)
    return signed


def _signed(rows: Sequence[Row], told: set[int]) -> bool:
    """Offices alone are named in titles and letterheads too."""
    lines = [line for row in rows for line in row.lines]
    offices = sum(1 for line in lines if OFFICE.search(line.text))
    dated = any(map(says_where, lines))
    closed = offices and any(CLOSING.fullmatch(line.text) for line in lines)
    spoken = any(id(row) in told or is_of_all(row) for row in rows) or any(map(signs, lines))
    return offices + dated > 1 or bool(closed) or spoken


def _is_title(rows: Sequence[Row], cluster: Cluster, short: set[int]) -> bool:
    """What stands before all text is a title: it names ministries and offices too, and says who speaks "Für
    das Land". Only a place with a date is never in a title with text below, but for the first section."""
    text_before = any(id(row) not in short for row in rows[: cluster.first])
    behind = rows[cluster.last + 1 :]
    text_behind = any(id(row) not in short for row in behind)
    if not text_before and any(FIRST_SECTION.match(row.text) for row in behind):
        return True
    inside = [line for row in rows[cluster.first : cluster.last + 1] for line in row.lines]
    if _opens(rows, cluster) and (_gives_notice(rows[: cluster.first]) or not any(map(says_day, inside))):
        return True
    signed = any(
        PLACE_AND_DATE.fullmatch(line.text.strip()) if text_behind else signs(line) for line in inside
    )
    return not text_before and not signed


def _opens(rows: Sequence[Row], cluster: Cluster) -> bool:
    """Does what is agreed begin behind a cluster only? Then it tells who represents the parties. Behind
    sections that are counted in another way, "§ 1" begins what is bound in."""
    before, behind = rows[: cluster.first], rows[cluster.last + 1 :]
    own = takewhile(lambda row: not ANNEX.match(row.text), behind)
    begun = any(BODY_BEGINS.fullmatch(row.text) for row in before) or _has_section(before)
    return not begun and any(BODY_BEGINS.fullmatch(row.text) for row in own)


def _has_section(rows: Sequence[Row]) -> bool:
    """Does a sentence end below a counted heading? Parties are counted, too: "1. Landkreis Fulda"."""
    heading = next((index for index, row in enumerate(rows) if _heads_section(row)), len(rows))
    return any(PERIOD.search(row.text) for row in rows[heading + 1 :])


def _heads_section(row: Row) -> bool:
    found = numbered(row.text, scanned=False) if len(row.lines) == 1 else None
    return found is not None and found.title is not None and not ORGANISATION.match(row.text[found.title :])


def _is_of_others(rows: Sequence[Row], cluster: Cluster) -> bool:
    """Do those who certify or witness sign there, behind the parties?"""
    around = rows[max(cluster.first - 1, 0) : cluster.first + 1]
    return any(heads_others(row) and not ANNOUNCES.search(row.text) for row in around)


def _gives_notice(rows: Sequence[Row]) -> bool:
    """Does an authority say that it approves the agreement, or makes it public?"""
    return NOTICE.search(" ".join(row.text for row in rows)) is not None
