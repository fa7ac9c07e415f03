"""Sentences about a date on which careful readers disagree.

"ist seit dem 3. Mai kreisfrei" refers to something past, or to nothing; in "die Vereinbarung, zuletzt
geändert am 3. Mai, wird geändert" the words of that day are changed, or those of the agreement.
"""

from __future__ import annotations

import re

from extract.language.date_cues import (
    AFTER,
    FROM,
    HANDED,
    IN_EFFECT,
    INCURRED,
    SINCE,
)
from extract.language.date_roles import Said, is_end_of_something
from extract.language.other_agreements import AT_ONCE, LAST_CHANGED, is_end_of_another

# "Die Fachstelle besteht seit dem 3. Mai", but "Die Vereinbarung besteht seit dem 3. Mai".
EXISTS = re.compile(r"\b(?:besteht|bestehen|existier(?:t|en))\b")
AGREED = re.compile(r"vereinbarung|vertrag|abkommen|laufzeit|regelung|förderung", re.IGNORECASE)
# "Das Angebot wird ab dem 3. Mai auf 36 Plätze erweitert": a part of it begins, or nothing.
ENLARGED = re.compile(r"[^;:,]*\b(?:erweitert|vergrößert|verkleinert|aufgestockt|ausgebaut)\b")
# "Die Vereinbarung vom 3. Mai über die Straße wird aufgehoben": by what changes it, or by what takes its
# place.
ABOLISHED = re.compile(
    r"(?:\s*über\s[^;:,]*?)?\s*\b(?:wird|werden|ist|sind)\s+(?:\w+\s+){0,3}?(?:aufgehoben|aufgelöst|beendet)\b"
)
# "Richtlinie, Stand 3. Mai 2024" refers to a text, "Vorläufige Ausgaben, Stand 3. Mai 2024" to none.
STATE = re.compile(r",\s*Stand:?\s+(?:vom\s+)?$")
# "Die Förderung beginnt nicht vor dem 3. Mai": on it, or later.
NOT_BEFORE = re.compile(r"\bbeginn(?:t|en)\b[^.;:]{0,30}\bnicht\s+vor(?:\s+dem)?\W*$")


def bears_two_roles(said: Said, amends: bool) -> bool:
    """Do the words around a date leave open what it is for? `amends`: the document changes an agreement."""
    exists = EXISTS.search(said.whole) and not AGREED.search(said.whole)
    state = SINCE.search(said.before) and (exists or not said.tells(IN_EFFECT))
    changed = amends and LAST_CHANGED.search(said.before)
    parts = AFTER.search(said.before) and not said.tells(HANDED)
    incurred = INCURRED.match(said.behind)
    drawn_up = STATE.search(said.before)
    later = NOT_BEFORE.search(said.before)
    ended = not amends and ABOLISHED.match(said.behind) and not AT_ONCE.search(said.whole)
    enlarged = FROM.search(said.before) and ENLARGED.match(said.behind)
    return (
        bool(enlarged or state or changed or parts or incurred or drawn_up or later or ended)
        or is_end_of_something(said)
        or is_end_of_another(said.before, said.behind)
    )
