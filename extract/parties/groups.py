"""Several parties that share one noun: "die Städte Neustadt (Wied) und Linden"."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.parties.names import CLOSED, Chunk, nominative
from extract.parties.organisations import is_organisation
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
# In the dative, too; what describes them stands between: "die amtsfreien Gemeinden".
SHARED = re.compile(
    rf"\s*(?:(?i:{ARTICLE})\s+)?(?:(?-i:[a-zäöüß]+)en?\s+)?(?P<noun>{'|'.join(SINGULAR)})n?:?\s+(?=[A-ZÄÖÜ\d(])"
)
# "den Städten und Gemeinden Neustadt, Linden": which of them is what, nothing tells.
_NOUNS = rf"(?:{'|'.join(SINGULAR)})n?"
MIXED = re.compile(
    rf"\s*(?:(?i:{ARTICLE})\s+)?(?:(?-i:[a-zäöüß]+en?)\s+)?{_NOUNS}(?:,\s+{_NOUNS})*\s+(?:und|sowie)\s+"
    rf"(?:(?-i:[a-zäöüß]+en?)\s+)?{_NOUNS}:?\s+(?=[A-ZÄÖÜ\d(])"
)
# "den Trägern Hilfswerk Muster e. V. und Beispiel Bildung gGmbH": what they are together is of no name.
_GROUP_NOUN = (
    r"(?:\w*[Tt]rägern|Gesellschaftern|\w*[Pp]artnern|Vereinen|Beteiligten|\w*[Vv]erbänden|\w*[Mm]itgliedern"
    r"|\w*[Kk]ammern|\w*[Kk]irchen|\w*[Kk]assen|\w*[Hh]ochschulen)"
)
# Behind a colon they are named, whatever is said of them before: "den in der Liga zusammengeschlossenen
# Verbänden der Wohlfahrtspflege:".
GROUP = re.compile(
    rf"\s*den\s+(?:(?:[a-zäöüß]+n\s+){{0,2}}{_GROUP_NOUN}:?|[^:;,]{{0,160}}?\b{_GROUP_NOUN}\b[^:;,]{{0,80}}:)\s+(?=[A-ZÄÖÜ])"
)
# What is said of one of them: who acts for it, how it is called from here on, its address.
_NEXT = r"(?=,|\s(?:und|sowie)\s|$)"
ASIDE = re.compile(
    rf"\s*+(?:,\s*+)?(?:jeweils\s+)?{REPRESENTED_BY}\s+[^,]+?(?:\s(?:und|sowie)\s+{ARTICLE}\s[^,]+?)?{_NEXT}"
    r"|\s*\([^()]*(?:\)|$)"
    r"|\s*[–—-]\s(?-i:[a-zäöüß])[^–—]*\s[–—-](?!\w)"
    rf"|\s*,\s*(?!(?:und|sowie|{ARTICLE})\s)(?-i:[a-zäöüß])[^,]*?{_NEXT}"
    rf"|\s*,\s*(?:\d{{5}}\s\S+|(?:(?!und\s|sowie\s)[^\s,()]+\s+){{1,4}}\d{{1,3}}\s?[a-z]?){_NEXT}",
    re.IGNORECASE | re.DOTALL,
)
BETWEEN = re.compile(r"(?:\s*,)?\s+(?:und|sowie)\s+|\s*,\s*")
# Members that have names of their own stand below each other, too.
BETWEEN_MEMBERS = re.compile(rf"{BETWEEN.pattern}|\s*\n\s*(?=[A-ZÄÖÜ])")
# "Neustadt an der Weinstraße", "Weimar (Lahn)", "Homburg v. d. Höhe", "St. Ingbert", "Neustadt a.d. Aisch"
_BY_LETTERS = r"(?:[a-z]\.\s?){1,3}(?=[A-ZÄÖÜ])(?:[A-ZÄÖÜ]\.)?[\w-]*"
_LIES = r"(?:an?|in|im|am|ob|unter|vor|bei|der|dem|den)(?= )"
PLACE = re.compile(
    rf"(?:St\.\s)?[A-ZÄÖÜ][\w-]*(?:[ /](?:{_LIES}|{_BY_LETTERS}|\([A-ZÄÖÜ][\w. -]*\)|[A-ZÄÖÜ][\w-]*))*"
)


def one_by_one(text: str, chunk: Chunk) -> list[Chunk]:
    """The chunk, or one for each name of the bodies that share its noun. A list that is not understood to its
    end stays whole: who is in it, a person has to say."""
    if MIXED.match(text, chunk.start, chunk.end):
        return [replace(chunk, understood=False)]
    if group := GROUP.match(text, chunk.start, chunk.end):
        return members(text, replace(chunk, start=group.end()))
    shared = SHARED.match(text, chunk.start, chunk.end)
    if shared is None:
        return [chunk]
    noun, start = SINGULAR[shared["noun"]], shared.end()
    found: list[Chunk] = []
    while place := PLACE.match(text, start, chunk.end):
        found.append(Chunk(start, place.end(), noun))
        start = place.end()
        while aside := ASIDE.match(text, start, chunk.end):
            start = aside.end()
        if len(found) > 1 and not re.search(r"\w", text[start : chunk.end]):
            return found
        between = BETWEEN.match(text, start, chunk.end)
        if between is None:
            break
        start = between.end()
    return [replace(chunk, understood=False)]


def members(text: str, chunk: Chunk) -> list[Chunk]:
    """Each of those who are named whole behind what they are together, else all in one."""
    cuts = [cut.span() for cut in BETWEEN_MEMBERS.finditer(text, chunk.start, chunk.end)]
    starts, ends = [chunk.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), chunk.end]
    found = [replace(chunk, start=start, end=end) for start, end in zip(starts, ends, strict=True)]
    said = (CLOSED.sub("", text[one.start : one.end].strip(" ,;\n")) for one in found)
    named = all(is_organisation(nominative(one)) for one in said)
    return found if named else [replace(chunk, understood=False)]
