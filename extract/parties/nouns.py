"""Nouns that say what an organisation is and are not of its name: "der Verein Lernbrücke e. V."."""

from __future__ import annotations

import re

from extract.certainty.confidence import renamed
from extract.language.signature_vocabulary import LEGAL_FORM
from extract.layout.understand import Reading
from models.agreement import Party

# Not "Verein für Jugendhilfe e. V.".
NOUN = re.compile(
    r"(?P<noun>(?:(?:eingetragene|gemeinnützige)[rn]?\s+)?(?:Verein|Firma|Fa\.))\s+(?=[A-ZÄÖÜ0-9])"
)


def without_noun(reading: Reading, party: Party) -> Party:
    """A party of no list by its name alone, if the document names it so elsewhere."""
    name = party.name.value
    noun = NOUN.match(name)
    if party.registry_key is not None or noun is None or LEGAL_FORM.search(name) is None:
        return party
    bare = name[noun.end() :]
    before = rf"(?<!\w)(?<!{re.escape(noun['noun'])}\s)"
    if re.search(rf"{before}{re.escape(bare)}", whole_text(reading)) is None:
        return party
    return renamed(party, bare)


def whole_text(reading: Reading) -> str:
    """The running text and, a line each, what stands where the parties sign."""
    rows = "\n".join(line.text for line in reading.layout.signature_lines)
    return f"{reading.text}\n{rows}"
