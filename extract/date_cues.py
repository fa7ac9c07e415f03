"""What the words before a date say it is for."""

from __future__ import annotations

import re

from models.agreement import DateRole

# "vorgelegt", "beschlossen", "erteilt": what has been done.
PARTICIPLE = r"(?:\w*ge|be|er|ver|ent|über|unter)[a-zäöüß]{2,}(?:t|en)"
# Neither the end of anything nor a day by which something is due: "nicht vor dem 15. März".
NOT_BEFORE = re.compile(r"\bnicht\s+(?:schon\s+)?vor(?:\s+dem)?\W*$", re.IGNORECASE)
ROLE_CUES: tuple[tuple[DateRole, re.Pattern[str]], ...] = (
    (
        "amended_agreement",
        re.compile(
            r"(?:vereinbarung|vertrag\w*|abkommens?|abmachung|absprache|übereinkunft)\W+(?:\w+\W+){0,12}?(?:vom|von)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "signature",
        re.compile(
            r"\b(?:unterzeichnet|unterschrieben|gezeichnet|Unterschrift)\b[^.;]{0,60}\b(?:am|den)\W*$"
        ),
    ),
    (
        "deadline",
        re.compile(
            r"\b(?:Frist|Termin|Stichtag|letzter\s+Tag|Abgabe|Vorlage|Einreichung|[Ff]ällig(?:keit)?)\w*"
            r"\W+(?:\w+\W+){0,5}$",
            re.IGNORECASE,
        ),
    ),
    # "Die Laufzeit reicht vom 1. Mai 2023 an", but "Es gilt die Richtlinie vom 1. Mai 2023"
    (
        "period_start",
        re.compile(
            r"\b(?:(?:gilt|gelten|läuft|laufen)|\w*(?:laufzeit|zeitraum|dauer)"
            r"(?:\s+(?:ist|reicht|geht|läuft|umfasst|dauert|erstreckt\s+sich)(?:\s+die\s+Zeit)?)?)\s*:?\s+vom\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "period_end",
        re.compile(
            r"\b(?:(?:endet|enden|läuft|laufen|befristet|Laufzeit(?:ende)?|Ende|außer Kraft)"
            r"\W+(?:\w+\W+){0,3}"
            r"|(?:gilt|gelten|gültig|\w*verlänger(?:t|ung)|\w*Dauer|\w*zeitraum|Bestand|besteh\w+|fortgeführt|dauert|währt"
            r"|Geltung|Gültigkeit)\b[^.;,]{0,40}\bbis\W+(?:\w+\W+){0,3}"
            r"|(?<!Frist )(?:mit|bei|zum|vor|vor dem|bis zum)\s+Ablauf\s+de[sr]\W+)$",
            re.IGNORECASE,
        ),
    ),
    (
        "deadline",
        re.compile(
            r"\b(?:bis|spätestens|späteste[rns]?\s+\w+|letztm(?:als|alig)|nicht\s+später\s+als|längstens)\W+(?:\w+\W+){0,3}$(?<!\bvom\s)",
            re.IGNORECASE,
        ),
    ),
    # What somebody does by a day: "legt dem Land zum 30. Juni … vor".
    (
        "deadline",
        re.compile(
            r"\b(?:berichte[tn]|leg(?:t|en)|übermittel[tn]|erstatte[tn]|melde[tn]|rechne[tn]|weis(?:t|en)|übersende[tn])"
            r"\b[^.;]{0,60}\bzum\W*$"
        ),
    ),
    (
        "deadline",
        re.compile(
            r"\b(?:\w*[Bb]eginn\w*|\w*[Aa]bschluss|Antrag\w*|Anträge\w*)\W+(?:\w+\W+){0,3}vor\s+dem\W*$"
        ),
    ),
    (
        "period_start",
        re.compile(
            r"\b(?:ab|seit|von|in Kraft|wirksam|Wirkung|rückwirkend|beginnt|beginnen|startet|\w*beginn)"
            r"\W+(?:\w+\W+){0,3}$",
            re.IGNORECASE,
        ),
    ),
    (
        "reference",
        re.compile(
            r"\b(?:Antrag\w*|Beschluss\w*|Bescheid\w*|Schreiben|Erlass\w*|Sitzung|Angebot\w*)"
            r"\W+(?:\w+\W+){0,3}(?:am|vom|v\.)\W*$"
        ),
    ),
    ("reference", re.compile(r"\b(?:vom|v\.|Stand:?|Fassung|datiert\w*)\W*$", re.IGNORECASE)),
    # In apposition: "die Richtlinie, im Staatsanzeiger veröffentlicht am …".
    (
        "reference",
        re.compile(rf",\s+(?:\w+\s+){{0,3}}?{PARTICIPLE}\s+(?:am|zum)\W*$"),
    ),
    # When the paper itself was made: "Druckdatum: …", "erstellt am …", "Stand der Daten: …".
    (
        "reference",
        re.compile(
            r"\b(?:\w*(?:druck|stand|erstellungs)(?:datum|stand)?|gedruckt|ausgedruckt|erstellt|Entwurf|Version)"
            r"(?:\s+de[rs]\s+\w+)?\W+(?:am\W*)?$",
            re.IGNORECASE,
        ),
    ),
)


def role_before(text: str) -> DateRole:
    """The role that a text gives the date that follows it; "other" if it says nothing.

    >>> role_before("Frist für den Nachweis: "), role_before("Kassel, den ")
    ('deadline', 'other')
    """
    if NOT_BEFORE.search(text):
        return "other"
    return next((role for role, cue in ROLE_CUES if cue.search(text)), "other")
