"""Which of the sums of a change is the old one and which the new one: the words around them."""

from __future__ import annotations

import re

from models.german import find_amounts

_CHANGE = r"(?:Änderung|Anpassung|Erhöhung|Kürzung|Aufstockung|Anhebung|Absenkung|Minderung)"
# What no longer holds; what "entfällt auf" somebody is their share.
_LAPSES = r"entfällt(?!\s+(?:[^\s.;]+\s+){0,6}auf\b)"
# "Anstelle dieses Betrages", "an dessen Stelle": the old one was named before, the new one follows; but the
# old one itself follows "anstelle dieses Betrages von", "statt dieser".
_IN_PLACE = (
    r"(?:(?:an\s*)?statt|anstelle|(?:an\s+)?(?:die\s+)?Stelle)\s+(?:von\s+)?(?:dessen|deren"
    r"|diese[mnrs]?\b(?!\s+(?:(?-i:[A-ZÄÖÜ])[^\W\d_]+\s+)?(?:(?:in\s+Höhe\s+)?von\s+)?(?:\d|$)))"
    r"|an\s+(?:dessen|deren|seine|ihre)\s+Stelle|stattdessen"
)
# In a sentence that changes an amount: what leads to the new and to the old one; what is divided goes "auf
# das Jahr 2023" …
# Orders to an editor: "Gestrichen wird: 500 Euro. Gesetzt wird: 600 Euro."
_BY_ORDER = r"(?:\s+w(?:ird|erden))?\s*:"
# "Es entfallen: 500 Euro", but what falls "auf die Ausbildung" is its part.
_LAPSES_BY_ORDER = rf"(?:^|[.;:])(?:(?!\bauf\b)[^.;:])*\bentf(?:ällt|allen){_BY_ORDER}"
TO_NEW = re.compile(
    rf"\b(?:(?:ein|an)?(?:ge|zu)?setz(?:t|en|e)|ein(?:ge|zu)?(?:fügt?|fügen|trage?n)){_BY_ORDER}"
    r"|\b(?:(?<!\bmehr\s)(?<!\blänger\s)(?<!\bstatt\s)(?<!\bbisher\s)(?<!\bbislang\s)auf(?!\s+(?:das|die)\s+\w*[Jj]ahre?\b)(?!\b[^.;:]*\bentf(?:ällt|allen)\s*:)"
    r"|durch|tritt|treten|nun(?:mehr)?|neu\w*|künftig\w*|jetzt|fortan|ab sofort"
    rf"|nach\s+(?:der|dieser)\s+{_CHANGE}|{_IN_PLACE})\b",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:nun(?:mehr)?|künftig|jetzt|fortan|ab sofort|damit|somit)\b")
TO_OLD = re.compile(
    rf"\b(?:gestrichen|(?:zu\s+)?streichen?|aufgehoben|weg(?:ge|zu)?(?:fallen|lassen)){_BY_ORDER}|"
    rf"{_LAPSES_BY_ORDER}|"
    rf"\b(?!{_IN_PLACE})(?:statt|anstatt|anstelle|(?<!seine\s)(?<!ihre\s)(?<!dessen\s)(?<!deren\s)Stelle|bisher\w*|bislang|vormals|(?:früher|ehemalig|vormalig)e[nrms]?|seither|ursprünglich\w*|zuvor|vorher\w*|alte[rns]?|damals"
    r"|nicht\s+(?:mehr|länger)|war(?:en)?|betrug(?:en)?|belief(?:en)?|lag(?:en)?|sah(?:en)?"
    rf"|vor\s+(?:der|dieser)\s+{_CHANGE})\b"
    # "lautete auf 500 Euro", "belief sich zuletzt auf 500 Euro": what was, whatever "auf" leads to else.
    r"|\b(?:lautete|belief|stand)(?:e?n)?\s(?:[^\W\d_]+\s){0,3}auf\s*",
    re.IGNORECASE,
)
OLD_NAME = re.compile(r"\balt\b", re.IGNORECASE)
# "bis 2024", "ab 1.1.2025": what heads the old figures and the new ones.
UNTIL_YEAR = re.compile(
    r"\W*(?:bis(?:\s+(?:zum|einschließlich|Ende))?|vor)\s[^\W\d_]*\W*[\d.]*(?:19|20)\d{2}\W*$"
)
FROM_YEAR = re.compile(r"\W*(?:ab(?:\s+dem)?|seit(?:\s+dem)?|nach)\s[^\W\d_]*\W*[\d.]*(?:19|20)\d{2}\W*$")
FROM_OLD = re.compile(r"\bvon\s*$")
# "bewilligt waren 500 Euro, bewilligt werden 600 Euro"
PRESENT = re.compile(r"\b(?:werden|wird|beträgt|betragen|stellen|stellt)\b")
# … and what is said behind one that no longer holds.
DROPPED = re.compile(
    rf"gestrichen|überholt|{_LAPSES}|aufgehoben|gegenstandslos|hinfällig|ersetzt|gilt nicht", re.IGNORECASE
)
# "…, die auf 500 Euro begrenzt wurde, wird um 100 Euro erhöht"
WAS_SO = re.compile(r"\s(?:[^\W\d_]+\s){1,3}(?:wurden?|war(?:en)?)(?:\s*,|\s*$)")
# "wird mit 600 Euro neu gefasst"
RENEWED = re.compile(r"\W*neu\s?(?:gefasst|(?:fest|an)gesetzt|festgelegt|bemessen|bestimmt)\b")
# "500 Euro" durch den Betrag "600 Euro" ersetzt
GIVES_WAY = re.compile(r"\W*durch(?:\s+[^\W\d_]+){0,4}\W*")
# "500 Euro (bislang)", "600 Euro (nunmehr)"
ASIDE = re.compile(r"\s*\([^()]*\)")
# "an die Stelle von 500 Euro der Betrag von 600 Euro": behind the old one stands what takes its place.
ITS_PLACE = re.compile(r"\bStelle\s+(?:de[rs]\s+[^\W\d_]+\s+)?(?:von|in\s+Höhe\s+von)?\W*$")
TAKES_IT = re.compile(
    r"\W*(?:tritt\s+)?(?:nunmehr\s+)?(?:der|die|das|eine?r?)\s+[^\W\d_]+\s+(?:von|über|in\s+Höhe\s+von)\W*"
)
AMENDS = re.compile(
    r"ersetzt|ersetzen|geändert|erhöht|verringert|gekürzt|herabgesetzt|aufgestockt|angehoben|vermindert"
    rf"|angepasst|{_LAPSES}|neu (?:an|fest)gesetzt|an die Stelle|gestrichen"
    r"|\b(?:anstelle|(?:an)?statt|tritt|treten)\b",
    re.IGNORECASE,
)
# A paragraph that is given new words: what it grants holds now.
RESTATED = re.compile(
    r"\bfolgende\w*\s+(?:\w+\s+)?(?:Fassung|Wortlaut)|\bneu\w*\s+(?:Fassung|Wortlaut)|neu\s?gefasst|wie\s+folgt\s+gefasst"
    r"|\blaute[tn]\s+(?:nun(?:mehr)?|jetzt|künftig|fortan|neu|wie\s+folgt|folgendermaßen)",
    re.IGNORECASE,
)
# "Bei unverändertem Gesamtbetrag von 600 Euro": neither old nor new.
UNCHANGED = re.compile(r"\bunverändert\w*|\bgleich\s?bleibend\w*|\bbleibt\b|\bbleiben\b", re.IGNORECASE)
# The weight of a word right before an amount, and of one behind it that speaks of it or of the next.
LEADS, TRAILS = 2, 1


def newness(before_all: str, after_all: str) -> int:
    """Is an amount of a change the new one (positive) or the old one (negative)?"""
    earlier, later = find_amounts(before_all), find_amounts(after_all)
    before = before_all[earlier[-1].end :] if earlier else before_all
    after = after_all[: later[0].start] if later else after_all
    new, old = last(TO_NEW, before), last(TO_OLD, before)
    score = 0 if new == old else LEADS if new > old else -LEADS
    if earlier and ITS_PLACE.search(before_all[: earlier[-1].start]) and TAKES_IT.fullmatch(before):
        score = LEADS
    elif score == 0:
        score = -TRAILS if FROM_OLD.search(before) else TRAILS * bool(earlier and PRESENT.search(before))
    if later:
        score += (bool(TO_OLD.search(after)) - bool(TO_NEW.search(after))) * TRAILS
    if DROPPED.search(after):
        score -= TRAILS
    if later and WAS_SO.match(after):
        score = -LEADS
    if RENEWED.match(after):
        score += LEADS
    if later and GIVES_WAY.fullmatch(after):
        score -= LEADS
    if aside := ASIDE.match(after_all):
        score += LEADS * (bool(TO_NEW.search(aside[0])) - bool(TO_OLD.search(aside[0])))
    return score


def newness_of_name(name: str) -> int:
    """Does a heading or a label name the new (positive) or the old one (negative)?"""
    told = last(TO_NEW, name) - max(last(TO_OLD, name), last(OLD_NAME, name))
    return told or bool(FROM_YEAR.match(name)) - bool(UNTIL_YEAR.match(name))


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends, -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
