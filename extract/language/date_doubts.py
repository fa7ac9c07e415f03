"""Sentences about a date on which careful readers disagree.

"ist seit dem 3. Mai kreisfrei" refers to something past, or to nothing; in "die Vereinbarung, zuletzt
geändert am 3. Mai, wird geändert" the words of that day are changed, or those of the agreement.
"""

from __future__ import annotations

from extract.language.date_cues import (
    CEASES_FROM,
    IN_EFFECT,
    LAST_CHANGED,
    SINCE,
    Said,
    is_end_of_another,
)


def bears_two_roles(said: Said, amends: bool) -> bool:
    """Do the words around a date leave open what it is for? `amends`: the document changes an agreement."""
    state = SINCE.search(said.before) and not said.tells(IN_EFFECT)
    changed = amends and LAST_CHANGED.search(said.before)
    return bool(state or changed or CEASES_FROM.search(said.before)) or is_end_of_another(said)
