"""What stands above the columns of a table, and what is a sentence and none of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.lines import Row
from models.german.roman import roman

# What stands above the columns of a table of words.
HEADING = re.compile(
    r"(?:lfd\.?|Nr\.?|Projekt|Vorhaben|Bezeichnung|Maßnahme|Träger|Ort\b|Standort|Laufzeit|Zeitraum|Inhalt"
    r"|Beschreibung|Zielgruppe|Plätze|Titel|Betrag|Zuwendung(?!s[ge])|Mittel|Förder(?!g)|Kosten|Teilnehm|Durchführ"
    r"|Partner\b|Anschrift|Vertretung|Kurzname|Kurzbezeichnung"
    # … and what is one only if nothing else stands there
    r"|(?:Beginn|Ende|Start|Dauer|von|bis|Anbieter|Umfang|Wer|Was|Wo|Wann)$)",
    re.IGNORECASE,
)
# A cell of a header row has no more words than this.
HEADER_WORDS = 4
# A heading within a table has fewer words than this, or does not end like a sentence.
SENTENCE_WORDS = 8
# "Ort: Wiesbaden" is a label with its value and heads no column.
LABELLED = re.compile(r":\s")
# "1. Ausbildungsvorbereitung   2. Qualifizierungsprojekte": columns that are counted.
COUNTED = re.compile(r"(?:[^\W\d_]+\.?\s)?\(?(?P<number>[1-9])[.):]?(?:\s|$)")

# "Handlungsfeld 2: Qualifizierung", "Baustein 1 – Ausbildung", "Paket A: Arbeit"; "2. Arbeit"
COUNTED_PART = re.compile(
    r"(?:(?P<label>[A-ZÄÖÜ][a-zäöüß-]{3,}|MA)\s(?P<number>\d{1,2}|[A-H]|[IVX]{1,4})(?:\s?[:.)–—-]\s?)"
    r"|(?P<alone>\d{1,2})[.)]\s)(?=\S)"
)


def heads_columns(row: Row) -> bool:
    """Is this row the headings of a table? They count from 1, or are brief, and two are known at least."""
    if len(row.lines) > 1 and count_from_one([line.text for line in row.lines]):
        return True
    brief = all(len(line.words) <= HEADER_WORDS for line in row.lines)
    known = [line for line in row.lines if HEADING.match(line.text) and not LABELLED.search(line.text)]
    return brief and len(known) > 1


def count_from_one(heads: Sequence[str]) -> bool:
    """ "1. Ausbildungsvorbereitung", "2. Qualifizierungsprojekte": a number before each, from 1 on."""
    counted = [COUNTED.match(head) for head in heads]
    return all(match and int(match["number"]) == place for place, match in enumerate(counted, start=1))


def counts_up(heads: Sequence[str]) -> bool:
    """ "Baustein 1: Ausbildung", "Baustein 2: Arbeit": one word, and numbers that follow each other."""
    counted = [COUNTED_PART.match(head) for head in heads]
    if len(heads) < 2 or not all(counted):
        return False
    labels = {match["label"] for match in counted if match}
    numbers = [_value(match["number"] or match["alone"]) for match in counted if match]
    return len(labels) == 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return roman(number) if set(number) <= set("IVX") else ord(number) - ord("A") + 1


def is_sentence(rows: Sequence[Row]) -> bool:
    """Text between two tables, not a heading within one."""
    words = [word.text for row in rows for word in row.words]
    return len(words) >= SENTENCE_WORDS and words[-1].endswith((".", ":"))
