"""Several parties that share one noun: "die Städte Neustadt (Wied) und Linden"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.parties.names import Chunk
from extract.parties.words import ARTICLE, REPRESENTED_BY

SINGULAR = {
    "Städte": "Stadt",
    "Gemeinden": "Gemeinde",
    "Samtgemeinden": "Samtgemeinde",
    "Verbandsgemeinden": "Verbandsgemeinde",
    "Landkreise": "Landkreis",
    "Kreise": "Kreis",
    "Ämter": "Amt",
    "Märkte": "Markt",
    "Länder": "Land",
    "Universitäten": "Universität",
}
"""The nouns that several bodies share, and what each of them is."""
# In the dative, too: "den Städten"; what describes them stands between: "die amtsfreien Gemeinden".
SHARED = re.compile(
    rf"\s*(?:(?i:{ARTICLE})\s+)?(?:(?-i:[a-zäöüß]+)en?\s+)?(?P<noun>{'|'.join(SINGULAR)})n?\s+(?=[A-ZÄÖÜ])"
)
ACTING = re.compile(
    rf"\s*,?\s*(?:jeweils\s+)?{REPRESENTED_BY}\s+.+?(?=,|\s(?:und|sowie)\s|$)", re.IGNORECASE | re.DOTALL
)
BETWEEN = re.compile(r"\s*,?\s+(?:und|sowie)\s+|\s*,\s*")
# "Neustadt an der Weinstraße", "Weimar (Lahn)", "Bad Homburg v. d. Höhe"
PLACE = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:[ /](?:(?:an?|in|im|am|ob|bei|der|dem|v\.|d\.|i\.|a\.)|[A-ZÄÖÜ(][\w.)-]*)){0,5}"
)


def one_by_one(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """The chunk, or one for each name of the bodies that share its noun."""
    shared = SHARED.match(text, chunk.start, chunk.end)
    if shared is None:
        yield chunk
        return
    noun, start = SINGULAR[shared["noun"]], shared.end()
    while start < chunk.end and (place := PLACE.match(text, start, chunk.end)):
        yield Chunk(start, place.end(), noun)
        acting = ACTING.match(text, place.end(), chunk.end)
        between = BETWEEN.match(text, acting.end() if acting else place.end(), chunk.end)
        if between is None:
            return
        start = between.end()
