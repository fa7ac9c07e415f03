"""Projects that a change takes out: "Das Projekt „Lernhaus“ wird gestrichen" names one that is no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.understand import Reading
from extract.projects.measure_drafts import Draft

MARKS = "„“”»«\"'‚‘’"
CALLED = r"\b(?:Projekte?[ns]?|Vorhabens?|Angebote?[ns]?)\s+"
# Behind the name, in its clause; "entfällt auf" somebody tells of a share.
TAKEN_OUT = (
    r"(?:[^.;:,„»]|(?<=\d)\.)*?\b(?:gestrichen|herausgenommen|entf(?:ällt|allen)(?!\s+auf\b)"
    r"|nicht\s+(?:mehr|weiter)\s+(?:durch|fort|aus)?ge(?:führt|fördert|setzt))\b"
)


def without_dropped(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the projects of which the text says so."""
    return [
        replace(
            draft, projects=[one for one in draft.projects if not _is_dropped(one.name.value, reading.text)]
        )
        for draft in drafts
    ]


def _is_dropped(name: str, text: str) -> bool:
    bare = re.escape(name.strip(MARKS))
    return re.search(rf"{CALLED}[{MARKS}]?{bare}[{MARKS}]?(?!\w){TAKEN_OUT}", text) is not None
