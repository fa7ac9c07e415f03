"""Other agreements than this one, as sentences tell of them: when they were concluded, or end.

"die am 3. Mai geschlossene Vereinbarung", "haben am 3. Mai eine Vereinbarung geschlossen", "schlossen am 3.
Mai eine Vereinbarung", "die Vereinbarung, geschlossen am 3. Mai", "was am 3. Mai vereinbart wurde".
"""

from __future__ import annotations

import re

from extract.language.date_cues import ENDS

AGREEMENT = (
    r"(?<!diese )(?<!diese[mnrs] )(?<!vorliegende )(?<!vorliegende[mnrs] )(?<!folgende )(?<!folgende[mnrs] )"
    r"(?<!nachstehende )(?<!nachstehende[mnrs] )"
    r"(?<!-)\b(?:\w{1,20}-)?\w{0,40}(?:vereinbarung|vertrag\w{0,40}|abkommens?|abmachung|übereinkunft)\b"
)
CONCLUDED = (
    r"(?:(?:ab)?geschlossen|getroffen|(?:unter|ge)zeichnet|unterschrieben|vereinbart|vollzogen"
    r"|(?:aus)?gefertigt|errichtet|beurkundet|eingegangen|zu\s?stande\s?gekommen)"
)
# "eine Vereinbarung gemacht"; nothing else that was made is one.
_MADE = rf"(?:{CONCLUDED}|gemacht)"
FIXED = (
    rf"(?:{CONCLUDED}|(?:fest)?(?:gelegt|gesetzt|gehalten)|bestimmt|verabredet|verständigt|geeinigt|geregelt"
    r"|zugesagt|in\s+Aussicht\s+gestellt)"
)
"""What a change may say of the agreement that it changes."""
WITHIN = r"[^;:]{0,120}?"
"""Words of the same clause."""
# "am 3. Mai" "zwischen den Parteien geschlossene Vereinbarung"
ATTRIBUTE = re.compile(
    rf"\s*(?:\w+\s+){{0,5}}?{CONCLUDED}e[mnrs]?\s+(?:\w+\s+){{0,2}}?{AGREEMENT}", re.IGNORECASE
)
PERFECT = re.compile(rf"{WITHIN}{AGREEMENT}{WITHIN}\b{_MADE}\b", re.IGNORECASE)
# "am 3. Mai" "ist zwischen uns eine Vereinbarung zustande gekommen"; one "mit folgendem Inhalt"
# is this one.
CAME_ABOUT = re.compile(
    rf"\s*ist\b(?!{WITHIN}\bfolgende[mn]\b){WITHIN}{AGREEMENT}{WITHIN}\bzu\s?stande\s?gekommen\b",
    re.IGNORECASE,
)
# "was am 3. Mai" "zwischen ihnen vereinbart wurde"
WAS_CONCLUDED = re.compile(
    rf"\s*(?:\w+\s+){{0,5}}?{CONCLUDED}\s+(?:wurden?|worden|hat|haben|hatten?|waren?)\b", re.IGNORECASE
)
# "Die Parteien haben am 3. Mai" "diesen Vertrag geschlossen"
CONCLUDED_HERE = re.compile(
    r"\s*(?:diesen\s+\w*vertrag|diese\s+\w*vereinbarung|dieses\s+abkommen|(?:den|die|das)\s+vorliegenden?\s+"
    r"\w*(?:vertrag|vereinbarung|abkommen))\b",
    re.IGNORECASE,
)
# "Am 3. Mai" "ist zwischen ihnen die folgende Vereinbarung zustande gekommen"
FOLLOWS = re.compile(
    rf"\s*(?:ist|wurde|wird)\b{WITHIN}\b(?:nachstehend|folgend)\w*\b{WITHIN}\b(?:zu\s?stande\s?gekommen|geschlossen)\b"
)
CHANGE = re.compile(r"(?:änderung|ergänzung|nachtrag|zusatz)", re.IGNORECASE)
THIS_ONE = re.compile(
    r"\b(?:diese[mnrs]?|vorliegende[mnrs]?)\s+\w*(?:vereinbarung|vertrag|abkommen)", re.IGNORECASE
)
THEN_FIXED = re.compile(rf"{WITHIN}\b{FIXED}\b", re.IGNORECASE)
# "An die Stelle des am 3. Mai" "vereinbarten Budgets"
MONEY_FIXED = re.compile(
    rf"\s*(?:\w+\s+){{0,3}}?{FIXED}e[mnrs]?\s+(?:\w+\s+){{0,2}}?\w*(?:budget|betrag|beträge|mittel|summe|zuwendung)",
    re.IGNORECASE,
)
# "Geändert wird der Auftrag, der" "am 3. Mai freigegeben wurde": what is changed, whatever was done then.
CHANGED_HERE = re.compile(r"\b(?:Geändert|Ergänzt|Angepasst|Fortgeschrieben|Aufgehoben)\s+(?:wird|werden)\b")
PRETERITE = re.compile(r"\b(?:schlossen|vereinbarten|trafen|unterzeichneten)\b")
PARTS_CLAUSES = re.compile("[;:]")
# "Geänderte Vereinbarung: …"
LABEL = re.compile(r"(?<!\bdiese )(?:vereinbarung|vertrag\w*)\s*:\s*$", re.IGNORECASE)
NAMED = re.compile(rf"{WITHIN}{AGREEMENT}", re.IGNORECASE)
APPOSITION = re.compile(
    rf"{AGREEMENT}[^;:,]{{0,200}},\s+(?:\w+\s+){{0,4}}?{CONCLUDED}(?:\s+\w+){{0,4}}?\s+(?:am|den|vom)\W*$",
    re.IGNORECASE,
)


# "die Vereinbarung zwischen den Parteien vom"
OF_AGREEMENT = re.compile(
    r"(?:vereinbarung|vertrag\w*|abkommens?|abmachung|absprache|übereinkunft)\W+(?:\w+\W+){0,12}?"
    r"(?:(?:vom|von)|(?:unter\s+dem|das|ein|mit(?:\s+dem)?)\s+\w*Datum(?:\s+(?:des|vom))?)\W*$",
    re.IGNORECASE,
)
# "die Vereinbarung vom 3. Mai endet", "…, die am 4. Juni ergänzt wurde, endet", "wird aufgehoben": this one
# changes it, whatever it is called; but not "diese Vereinbarung vom 3. Mai endet".
_RELATIVE = r",\s+(?:[a-zäöü]{2,5}\s+)?(?:de[rmn]|die|das|denen|deren|dessen|welche[rmns]?)\b"
_CLAUSE = r"(?:[^;:.]|(?<=\d)\.)*?"
CHANGES = re.compile(
    rf"(?:\s*{_RELATIVE}{_CLAUSE},)?\s*endet\b|{_CLAUSE}\b(?:aufgehoben|aufgelöst|beendet)\b"
    rf"|{_CLAUSE}\b(?:wie\s+folgt\s+(?:neu|geändert|abgeändert|ergänzt)|neu\s+gefa(?:ss|ß)t)\b"
)
# "Die Vereinbarung vom 3. Mai über die Amtshilfe wird aufgehoben": what has to be told its matter is another
# one.
TELLS_MATTER = re.compile(rf"{AGREEMENT}\s+über\s[^.;:]*$", re.IGNORECASE)
OF_MATTER = re.compile(r"\s+über\s")
IN_CLAUSE, CHANGES_BEHIND = re.compile(rf"{_RELATIVE}[^,;:]*$"), re.compile(rf"{_CLAUSE},\s*endet\b")
# "Die Vereinbarung vom 3. Mai tritt gleichzeitig außer Kraft": this one takes its place.
AT_ONCE = re.compile(
    r"\b(?:gleichzeitig|zeitgleich|zugleich|mit\s+(?:dem\s+)?(?:Inkrafttreten|Wirksamwerden|Beginn)\s+dieser)\b",
    re.IGNORECASE,
)
ENDS_ANOTHER = re.compile(
    r"(?:vereinbarung|vertrag\w*|abkommens?|absprache)\s+(?:\w+\s+){0,8}?vom\s+\S+\s+"
    r"(?:tritt|treten|verliert|verlieren)\b[^,;:]*$",
    re.IGNORECASE,
)
ITSELF = re.compile(
    r"\b(?:diese[mnrs]?|(?:de[rmn]|die|das)\s+vorliegenden?)\s+\w*(?:vereinbarung|vertrag\w*|abkommens?)"
    rf"(?:\W+vom\W*|{_RELATIVE}(?:(?!\b\w*(?:vereinbarung|vertrag(?:e?s)?|abkommens?)\b)[^,;:])*)$",
    re.IGNORECASE,
)
# "seit der Unterzeichnung am 3. Mai", "seit dem 3. Mai gilt eine Vereinbarung"
SIGNING = re.compile(r"\b(?:Unterzeichnung|Abschluss(?:es)?|Vertragsschluss(?:es)?)\s+(?:am|vom)\W*$")
HOLDS_SINCE = re.compile(
    r"\s*(?:gilt|besteht)\b(?![^;:.]*\b(?:diese|vorliegende))[^;:.]*\b\w*(?:vereinbarung|vertrag|abkommen)\b",
    re.IGNORECASE,
)
# "die am 3. Mai geschlossene Vereinbarung, zuletzt geändert am 4. Juni"
LAST_CHANGED = re.compile(
    r"\b\w*(?:vereinbarung|vertrag\w*|abkommens?)\b[^.;:]{0,60}(?:[,(]\s*(?:(?:die|der|das)\s+)?"
    r"(?:zuletzt\s+(?:\w+\s+)?)?(?:geändert|ergänzt|fortgeschrieben|verlängert|angepasst)\s+(?:am|durch)"
    r"|\bin\s+der\s+Fassung\s+(?:de[rs]|vom))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# What only a change says of itself: "§ 1 Gegenstand der Änderung", "Die Angabe „1“ wird durch die Angabe „2“
# ersetzt", "Der Änderungsbescheid ergeht …"; but "Die Änderung dieser Vereinbarung bedarf der Schriftform".
TELLS_OF_CHANGE = re.compile(
    r"\b(?:Gegenstand|Inhalt|Grund|Anlass|Umfang)\s+der\s+(?:Änderung|Ergänzung)\b"
    r"|\bD(?:ie|iese)\s+(?:Änderung|Ergänzung)\s+(?:tritt|gilt|ist\s+ab|wird\s+mit|hat\s+Bestand)\b"
    r"|\bwie\s+folgt\s+(?:neu\s+gefasst|geändert|ergänzt|zu\s+(?:ändern|ergänzen))\b"
    r"|\bw(?:ird|erden)\b[^.;]{0,60}\bneu\s+gefasst\b|\berhält\s+folgende\s+Fassung\b"
    r"|\b(?:Angaben?|Worte?|Wörter|Betrag|Zahl)\b[^.;]{0,80}\bdurch\b[^;]{0,80}\bersetz(?:t|en)\b"
    r"|\bÄnderungsbescheid|\b[Gg]eänderter?\s+(?:Betrag|Mittel|Berechnung|Ansatz)\b"
    r"|\b(?:Warum|Was)\s+(?:sich\s+ändert|geändert\s+wird)\b"
)


def tells_of_change(text: str) -> bool:
    """Does a document say, whatever it is called, that it changes another? Half of 106 changes do, and of 792
    other agreements none."""
    return TELLS_OF_CHANGE.search(text) is not None


def last_clause(text: str) -> str:
    """What stands behind the last sign that parts clauses."""
    return PARTS_CLAUSES.split(text)[-1]


def concludes_this(before: str, behind: str, told: bool, amends: bool) -> bool:
    """Is a date the one on which this agreement was concluded? The words of its sentence as below; where it
    changes another, "dieser Vertrag" is the other, if it is no "Änderungsvertrag"."""
    if FOLLOWS.match(behind):
        return True
    here = CONCLUDED_HERE.match(behind)
    if here is None or (amends and not CHANGE.search(here[0])):
        return False
    return bool(
        PRETERITE.search(last_clause(before))
        or (told and re.match(rf"{WITHIN}\b{_MADE}\b", behind[here.end() :]))
    )


def concludes_another(before: str, behind: str, told: bool, amends: bool) -> bool:
    """Is a date that of an agreement that was concluded earlier?

    `before` and `behind`: the words of its sentence around it; `told`: they tell of the past; `amends`: the
    document changes an agreement. Only then is one in apposition ("die Vereinbarung, geschlossen am …"), or
    one without that name ("haben am … Ziele festgelegt"), another one.
    """
    if ATTRIBUTE.match(behind) or (told and PERFECT.match(behind)) or CAME_ABOUT.match(behind):
        return True
    if WAS_CONCLUDED.match(behind) and not THIS_ONE.search(before):
        return True
    clause = last_clause(before)
    if PRETERITE.search(clause) and NAMED.match(behind):
        return True
    return amends and bool(
        LABEL.search(before)
        or APPOSITION.search(before)
        or MONEY_FIXED.match(behind)
        or (told and (THEN_FIXED.match(behind) or CHANGED_HERE.search(clause)))
    )


def is_changed(before: str, behind: str) -> bool:
    """Is it said of another agreement, which a date in this sentence is of, that it ends?"""
    within = IN_CLAUSE.search(before) and CHANGES_BEHIND.match(behind)
    if TELLS_MATTER.search(before) or OF_MATTER.match(behind):
        return False
    at_once = AT_ONCE.search(last_clause(before)) or AT_ONCE.search(behind)
    return bool(within or CHANGES.match(behind)) and not at_once and not ITSELF.search(before)


def is_end_of_another(before: str, behind: str) -> bool:
    """Is it the day on which an agreement ends that is no longer this one: "Die Vereinbarung vom 3. Mai tritt
    mit Ablauf des 4. Juni außer Kraft"?"""
    return ENDS_ANOTHER.search(before) is not None and ENDS.match(behind) is not None
