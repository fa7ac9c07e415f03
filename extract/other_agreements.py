"""Dates on which another agreement than this one was concluded, as sentences tell them.

"die am 3. Mai geschlossene Vereinbarung", "haben am 3. Mai eine Vereinbarung geschlossen", "schlossen am 3.
Mai eine Vereinbarung", "die Vereinbarung, geschlossen am 3. Mai", "was am 3. Mai vereinbart wurde".
"""

from __future__ import annotations

import re

AGREEMENT = (
    r"(?<!diese )(?<!dieser )(?<!vorliegende )"
    r"\b\w*(?:vereinbarung|vertrag\w*|abkommens?|abmachung|übereinkunft)\b"
)
CONCLUDED = r"(?:(?:ab)?geschlossen|getroffen|unterzeichnet|unterschrieben|vereinbart|vollzogen|eingegangen)"
WITHIN = r"[^.;:]{0,120}?"
"""Words of the same clause."""
# "am 3. Mai" "zwischen den Parteien geschlossene Vereinbarung"
ATTRIBUTE = re.compile(
    rf"\s*(?:\w+\s+){{0,5}}?{CONCLUDED}e[mnrs]?\s+(?:\w+\s+){{0,2}}?{AGREEMENT}", re.IGNORECASE
)
PERFECT = re.compile(rf"{WITHIN}{AGREEMENT}{WITHIN}\b{CONCLUDED}\b", re.IGNORECASE)
# "was am 3. Mai" "zwischen ihnen vereinbart wurde"
WAS_CONCLUDED = re.compile(
    rf"\s*(?:\w+\s+){{0,5}}?{CONCLUDED}\s+(?:wurden?|worden|hat|haben|hatten?|waren?)\b", re.IGNORECASE
)
THIS_ONE = re.compile(
    r"\b(?:diese[rs]?|vorliegende[nrs]?)\s+\w*(?:vereinbarung|vertrag|abkommen)", re.IGNORECASE
)
PRETERITE = re.compile(r"\b(?:schlossen|vereinbarten|trafen|unterzeichneten)\b[^.;:]*$")
NAMED = re.compile(rf"{WITHIN}{AGREEMENT}", re.IGNORECASE)
APPOSITION = re.compile(
    rf"{AGREEMENT}[^.;:,]*,\s+(?:\w+\s+){{0,4}}?{CONCLUDED}(?:\s+\w+){{0,4}}?\s+(?:am|den|vom)\W*$",
    re.IGNORECASE,
)
# "seit am 3. Mai unterzeichnet wurde"
SINCE = re.compile(r"\bseit\b[^.;:]*$")
SIGNED_THEN = re.compile(rf"{WITHIN}\b{CONCLUDED}\s+(?:wurden?|worden)\b")
# "haben am 3. Mai Ziele vereinbart": what a Zielvereinbarung does.
TARGETS = re.compile(rf"{WITHIN}\bZiele?\b{WITHIN}\b{CONCLUDED}\b")


def concludes_another(before: str, text: str, end: int, told: bool, amends: bool) -> bool:
    """Is a date, which ends at `end` of a text, that of an agreement that was concluded earlier?

    `before`: the words of its clause before it; `told`: they tell of the past; `amends`: the document changes
    an agreement. Only then is one in apposition ("die Vereinbarung, geschlossen am …") another one.
    """
    if ATTRIBUTE.match(text, end) or (told and PERFECT.match(text, end)):
        return True
    if WAS_CONCLUDED.match(text, end) and not THIS_ONE.search(before):
        return True
    if PRETERITE.search(before) and NAMED.match(text, end):
        return True
    since = SINCE.search(before) is not None and SIGNED_THEN.match(text, end) is not None
    earlier = told and TARGETS.match(text, end) is not None
    return amends and (since or earlier or APPOSITION.search(before) is not None)
