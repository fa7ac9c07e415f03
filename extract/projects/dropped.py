"""Projects that a change takes out: "Das Projekt „Lernhaus“ wird gestrichen" names one that is no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft, names_of

MARKS = "„“”»«\"'‚‘’"
_WORD = r"(?:Projekte?s?|Vorhabens?|Angebote?s?)"
# What is taken out itself: "im Projekt", "für das Projekt" something else is, and "die Stelle des Projekts".
CALLED = (
    r"(?:(?<!\b[IiAa]m\s)(?<!\b[Bb]eim\s)(?<!\b[VvZz][ou]m\s)(?<!\bde[mrs]\s)(?<!\b[Ff]ür\sdas\s)"
    rf"\b{_WORD}|\b(?:Förderung|Finanzierung)\s+des\s+{_WORD})\s+"
)
# Behind the name, in its clause; "entfällt auf" somebody tells of a share, "wird nicht gestrichen" of no end.
TAKEN_OUT = (
    r"(?:(?!\b(?:nicht(?!\s+(?:mehr|weiter)\b)|und\s+(?:das|die|der|ein\w*))\b)[^.;:,„»]|(?<=\d)\.)*?"
    r"\b(?:gestrichen|herausgenommen|entf(?:ällt|allen)(?!\s+auf\b)"
    r"|nicht\s+(?:mehr|weiter)\s+(?:durch|fort|aus)?ge(?:führt|fördert|setzt))\b"
)


def without_dropped(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the projects of which the text says so."""
    names = names_of(drafts)
    return [
        replace(
            draft,
            projects=[one for one in draft.projects if not is_dropped(one.name.value, names, reading.text)],
        )
        for draft in drafts
    ]


def is_dropped(name: str, names: Sequence[str], text: str) -> bool:
    """Is a project taken out? Others of these names may begin as its own does: "Werkstatt im Park"."""
    bare = name.strip(MARKS)
    for other in names:
        longer = other.strip(MARKS)
        if longer != bare and longer.startswith(bare):
            text = text.replace(longer, "…")
    written = re.escape(bare)
    itself = rf"(?:[{MARKS}]?{written}[{MARKS}]|{written}(?=\s+[a-zäöü]))"
    return bool(bare) and re.search(rf"{CALLED}{itself}(?!\w){TAKEN_OUT}", text) is not None
