"""Whom a signature represents that names no body: the parties were introduced with who acts for them.

"… vertreten durch den Landrat, Herrn Joachim Mustermann": below signs "Joachim Mustermann", or "Landrat", and
beside him "1. Stellvertreter des Landrates", while the other county has a Landrätin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.agreement import Party, Signatory

NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{5,}")
GENITIVE = re.compile(r"(?<=[^aeious])e?s$")


def represented_by(signatory: Signatory, parties: Sequence[Party]) -> int | None:
    """The index of the one party whose representative is named or, if none is, holds that office."""
    named = [
        " ".join(party.representative.value.split()) if party.representative else "" for party in parties
    ]
    if signatory.name is not None:
        by_name = [index for index, who in enumerate(named) if signatory.name.value in who]
        if len(by_name) == 1:
            return by_name[0]
    if signatory.function is None:
        return None
    offices = _nouns(signatory.function.value)
    by_office = [index for index, who in enumerate(named) if offices & _nouns(who)]
    return by_office[0] if len(by_office) == 1 else None


def _nouns(text: str) -> set[str]:
    return {GENITIVE.sub("", noun) for noun in NOUN.findall(text)}
