"""The part that a sum plays, by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.amounts.heard import Context, Heard
from extract.amounts.old_and_new import last
from extract.amounts.other_money import THE_LAND, given_by_others, is_carried_over, is_own_share
from extract.amounts.table_roles import LONE_TOTAL, SUBTOTAL_LABEL
from extract.language.language import is_sentence
from models.agreement import AmountRole

TOTAL_CUE = re.compile(
    r"\b(?:insgesamt|Stammkapital|[Gg]esamt\w*|in Höhe von|zur Verfügung|stellt|bewilligt|Budget\w*"
    r"|Höchstbetrag|maximal|bis zu|fördert|gewährt|zugewiesen|zugeteilt|Mittel\w*|Haushaltsmittel"
    r"|(?:Finanz|Finanzierungs|Förder|Budget|Kosten)rahmen\w*)\b"
)
STRONG_TOTAL_CUE = re.compile(r"\b(?:insgesamt|Gesamt\w*|gesamten?|Höchstbetrag|Summe)\b", re.IGNORECASE)
COMPONENT_CUE = re.compile(
    r"\b(?:davon|hiervon|darunter|darin|daraus(?!\s+(?:er(?:geb|gib|rechn)|folg|result))"
    r"|entfallen|entfällt|aufgeteilt|verteilt|gliedert|unterteilt|aufgeschlüsselt"
    r"|(?:teilt|setzt|setzen|verteilen)\s+sich|im Einzelnen|je(?:weils)?|und zwar|nämlich|bestehend aus"
    r"|Teilbetr\w+)\b",
    re.IGNORECASE,
)
# "… A aus dem einen sowie B aus dem anderen Budget, mithin C"
RESULT_CUE = re.compile(
    r"\b(?:mithin|zusammen|somit|insgesamt also|macht|ergibt|in Summe)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
# An entry of a list by years: "2026 ........ 500 Euro", the dots often misread as letters.
YEAR_ENTRY = re.compile(
    r"(?:^|\n|Euro|EUR|€)\s*(?:(?:[Ii]m\s+)?(?:Haushalts)?[Jj]ahr\s+)?(?:19|20)\d{2}\b[.:]?\s*(?:[^\s\d]{0,40}\s*){0,2}$"
)
ALL_OF_A_YEAR = re.compile(r"\b(?:insgesamt|gesamt\w*|Höchstbetrag|Summe)\b", re.IGNORECASE)
# What something costs is the total only where nothing is granted.
# "Alle Projekte zusammen kosten …" is told with a verb.
COST_TOGETHER = (
    r"\b(?:[Zz]usammen|[Ii]nsgesamt)\s+kosten\s+(?:\w+\s+){0,3}$"
    r"|\bkosten\s+(?:\w+\s+){0,4}(?:zusammen|insgesamt)\s+(?:\w+\s+){0,2}$"
)
COSTS = re.compile(rf"\bGesamt(?:kosten|ausgaben|aufw\w+|volumen)\b|{COST_TOGETHER}")
# "Die Zuwendung beträgt für 2019 höchstens": however much all costs, it is the sum that is granted; not what
# others than the Land give, "der Zuschuss der Stadt", nor what one of several gets.
GRANT_IS = re.compile(
    r"\b(?:[Zz]uwendung|[Zz]uschuss|[Zz]uweisung|[Ff]inanzhilfe|(?:Landesf|F)örder(?:ung|betrag|summe))\b"
    rf"(?!\s+(?:des|der|eine[rs]|aus)\b(?!\s+{THE_LAND}))"
    r"(?:(?!\b(?:[Jj]e|[Pp]ro|für\s+jede[ns]?)\b)[^.;:]){0,80}?\b(?:beträgt|beläuft\s+sich\s+auf)\b[^.;:\d]{0,30}(?:(?:19|20)\d\d\s[^.;:\d]{0,30})?$"
)
# "Die Landeszuwendung ist auf 500 Euro begrenzt", "Aus Landesmitteln fließen dem Kreis 2019 bis zu 500 Euro
# zu", but "vom Land kommen 2019 500 Euro und 2020 400 Euro".
_IN_YEARS = r"[^.;:\d]{0,40}(?:(?:19|20)\d\d\s[^.;:\d]{0,30}){0,2}$"
GRANT_IS_LIMITED = re.compile(
    rf"\b(?:Landes)?(?:[Zz]uwendung|[Zz]uschuss|[Ff]örderung)\s(?!(?:des|der|eine[rs]|aus)\b){_IN_YEARS}"
)
LIMITED = re.compile(r"\s*(?:begrenzt|beschränkt|gedeckelt)\b")
LAND_GIVES = re.compile(
    r"\b(?:[Vv]om\s+Land|[Aa]us\s+(?:Landesmitteln|Mitteln\s+des\s+Landes))\s+(?:fließen|kommen)\b"
    rf"(?![^.;:]*\b(?:[Jj]e|[Pp]ro|jede[ns]?)\b){_IN_YEARS}"
)
GOES_ON_WITH_MORE = re.compile(r"\s*(?:,|und\b|sowie\b|/)[^.;]*?\d")
# A grant that is not all there is, or was.
LEAST_OR_EARLIER = re.compile(
    r"\b(?:\w*mindest\w*|wenigstens|(?:bis|vor)herig\w*|früher\w*|einzeln\w*)\b", re.IGNORECASE
)
ON_TOP = re.compile(
    r"\bkomm(?:t|en)\b[^.;]*\bhinzu\b|\b(?:[Hh]inzu\s+(?:komm|tret|tritt)\w*|[Dd]aneben|[Dd]arüber\s+hinaus|[Ee]rgänzend|[Zz]usätzlich)\b"
)


def by_words(heard: Heard, listed: bool) -> AmountRole | None:
    """`listed`: are several years told of?"""
    context = heard.context
    given = given_by_others(context.own)
    if (_is_result(context) and not given) or context.below_table:
        return "total"
    if listed and _is_year_entry(context):
        return "component"
    near = context.before[-90:]
    if context.is_of_another:
        return "other"
    if heard.is_payment:
        return None
    if heard.part and not STRONG_TOTAL_CUE.search(near):
        return "component"
    if LONE_TOTAL.search(context.label) and not SUBTOTAL_LABEL.search(context.label):
        return "total"
    if context.lead.endswith(":") and COMPONENT_CUE.search(context.lead):
        return "component"
    if COMPONENT_CUE.match(context.after.lstrip(" ,;:–(")) or (
        last(COMPONENT_CUE, context.before) > last(STRONG_TOTAL_CUE, context.before)
    ):
        return "component"
    if context.item is not None and not is_sentence(context.item):
        if SUBTOTAL_LABEL.search(near):
            return "subtotal"
        return "total" if STRONG_TOTAL_CUE.search(near) else "component"
    if is_the_grant(context):
        return "total"
    costs = COSTS.search(context.own_before)
    return (
        "total"
        if not costs and (TOTAL_CUE.search(context.before) or TOTAL_CUE.search(context.after))
        else None
    )


def _is_result(context: Context) -> bool:
    """Is it what several come to? What they cost is no more than that."""
    before = context.before
    return RESULT_CUE.search(before) is not None and re.search(COST_TOGETHER, before) is None


def _is_year_entry(context: Context) -> bool:
    entry = YEAR_ENTRY.search(context.before)
    return entry is not None and not ALL_OF_A_YEAR.search(entry[0])


def is_the_grant(context: Context) -> bool:
    before, after = context.before, context.after
    limited = GRANT_IS_LIMITED.search(before) and LIMITED.match(after)
    given = LAND_GIVES.search(before) and not GOES_ON_WITH_MORE.match(after)
    said = GRANT_IS.search(before) or limited or given
    return bool(said) and not LEAST_OR_EARLIER.search(context.own_before)


def called_alike(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> list[AmountRole | None]:
    """ "…, zusammen 300 Euro", said of one group after the other, sums up each of them and not all; "Mittel",
    beside one sum after the other, is none of them all there is."""
    results = {one.amount.value for one in heard if _is_result(one.context)}
    labelled = Counter(label for label, _ in {(one.context.label, one.amount.value) for one in heard})
    return [
        "subtotal"
        if len(results) > 1 and _is_result(one.context)
        else "component"
        if role == "total" and one.context.label and labelled[one.context.label] > 1
        else role
        for one, role in zip(heard, roles, strict=True)
    ]


def costs_beside_grant(heard: Sequence[Heard], roles: Sequence[AmountRole | None]) -> set[int]:
    """What all costs (by index), where one other sum is said to be what is granted."""
    granted = {
        one.amount.value
        for one, role in zip(heard, roles, strict=True)
        if role == "total" and is_the_grant(one.context)
    }
    if len(granted) != 1:
        return set()
    return {
        index
        for index, one in enumerate(heard)
        if COSTS.search(one.context.own_before) and one.amount.value not in granted
    }


def is_added(context: Context) -> bool:
    """Is it, whatever else it is called, added to what is granted: "kommen einmalig 500 Euro hinzu"? What
    "Eigenmittel" come to on top of that is what all costs."""
    on_top = ON_TOP.search(context.own) is not None and not is_own_share(context.own_before)
    return is_carried_over(context.before) or on_top
