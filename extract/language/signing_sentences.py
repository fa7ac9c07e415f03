"""Sentences that tell who signs for whom, and where and when: "Unterzeichnet für den Landkreis Fulda in Fulda
am 3. Mai 2024 durch".

They stand above the names, in place of the lines that say one thing each, and may wrap anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.signature_vocabulary import EXECUTED, SIGNS, SMALL_WORD
from models.german import find_dates

MOST_LINES = 5
"""A sentence runs over so many lines at most."""
LONGEST = 600
"""Characters of such a sentence at most."""
VERB = re.compile(rf"(?:{EXECUTED.pattern}|\b{SIGNS}\b)", re.IGNORECASE)
# Within the sentence in small letters: in capitals another line begins.
WHOM = re.compile(
    r"(?:(?:^F|\sf)ür|\sdurch|\svon)\s+(?:das|den|die|dem|der)\s+[A-ZÄÖÜ]"
    r"|(?:(?:^N|\sn)amens|(?:^I|\si)m\s+Namen|(?:^S|\ss)eitens)\s+(?:des|der)\s+[A-ZÄÖÜ]"
)
# What stands in small letters beside the names of bodies and places, and the verb.
BESIDE = re.compile(
    rf"(?:{SMALL_WORD}|namens|seitens|im|sowie|hat|haben|w[iu]rde|ist|bei|ob|vor|zum|h\.|c\.|{VERB.pattern})\W*"
)
NAMED = re.compile(r"[^\sa-zäöüß]\S*")
# Those who sign stand below it, or the day is not filled in.
ANNOUNCES = re.compile(r"(?:\b(?:durch|von)|:)\s*:?$")
UNDATED = re.compile(r"\b(?:am|den)[\s_.…]*(?:durch|von|:|$)")
ENDS = re.compile(r"(?<=[^\W\d_]{4})\.$")
GOES_ON = re.compile(r"(?:[,&-]|\b(?:und|für|de[srmn]|die|das|zur?|i[mn]|am))$")


def sentence_lines(texts: Sequence[str]) -> int:
    """Over how many of the lines, which follow each other, the sentence runs with which they begin; 0 if they
    begin with none."""
    told = [count for count in range(1, min(MOST_LINES, len(texts)) + 1) if _tells(" ".join(texts[:count]))]
    whole = next((count for count in told if ANNOUNCES.search(texts[count - 1])), None)
    if whole is not None:
        return whole
    for count in told:
        goes_on = GOES_ON.search(texts[count - 1]) or "".join(texts[count : count + 1])[:1].islower()
        if not goes_on or count + 1 not in told:
            return count
    return 0


def _tells(text: str) -> bool:
    """Are a verb of signing, a body, and where and when all that small letters say?"""
    if len(text) > LONGEST:
        return False
    words = text.split()
    plain = all(NAMED.fullmatch(word) or BESIDE.fullmatch(word) for word in words)
    if not plain or not text[:1].isupper() or ENDS.search(text) or not VERB.search(text):
        return False
    dated = UNDATED.search(text) is not None or len(find_dates(text)) == 1
    return dated and WHOM.search(text) is not None
