"""Whom a signature represents that names no body: the parties were introduced with who acts for them.

"… vertreten durch den Landrat, Herrn Joachim Mustermann": below signs "Joachim Mustermann", or "Landrat", and
beside him "1. Stellvertreter des Landrates", while the other county has a Landrätin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.language.signature_vocabulary import OFFICE
from extract.layout.understand import Reading
from extract.parties.roles import MINISTER
from models.agreement import Party, Signatory
from models.reference import Entry

NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{5,}")
GENITIVE = re.compile(r"(?<=[^aeious])e?s$")


def represented_by_name(signatory: Signatory, parties: Sequence[Party]) -> int | None:
    """The index of the one party that the person was said to represent."""
    if signatory.name is None:
        return None
    person = re.compile(rf"(?<![\w-]){re.escape(signatory.name.value)}(?![\w-])")
    return _only(index for index, who in enumerate(_acting(parties)) if person.search(who))


def represented_by_office(signatory: Signatory, parties: Sequence[Party]) -> int | None:
    """The index of the one party that was said to be represented by who holds that office, where all are said
    to be represented by somebody who holds one."""
    held = [_offices(who) for who in _acting(parties)]
    if signatory.function is None or not all(held):
        return None
    own = _offices(signatory.function.value)
    return _only(index for index, offices in enumerate(held) if own & offices)


def for_ministry(
    signatory: Signatory, entry: Entry | None, reading: Reading
) -> tuple[Signatory, Entry | None]:
    """A minister of whom nothing else is said signs for the ministry of that name, if the title names it."""
    office = signatory.function
    head = MINISTER.fullmatch(office.value) if office and not signatory.organisation else None
    if office is None or head is None:
        return signatory, entry
    keys = {mention.key for mention in reading.mentioned("ministry", 0, reading.front_end)}
    field = re.sub(r"^.*?[Mm]inister(?:in)?\s", "Ministerium ", office.value)
    named = [one for one in reading.reference.ministries if one.key in keys and one.name.endswith(field)]
    if len(named) != 1:
        return signatory, entry
    organisation = office.model_copy(update={"value": named[0].name})
    return signatory.model_copy(update={"organisation": organisation}), named[0]


def _acting(parties: Sequence[Party]) -> list[str]:
    return [" ".join(one.representative.value.split()) if one.representative else "" for one in parties]


def _offices(text: str) -> set[str]:
    return {GENITIVE.sub("", noun) for noun in NOUN.findall(text) if OFFICE.match(noun)}


def _only(indices: Iterator[int]) -> int | None:
    found = list(indices)
    return found[0] if len(found) == 1 else None
