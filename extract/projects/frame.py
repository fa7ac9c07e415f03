"""How a list writes its projects: what is alike around all names of a document belongs to none of them.

Quotation marks around one name are its own; around all names they are the clerk's. A bracket behind one name
may be part of it; a carrier in brackets behind each is what the list tells of every project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.certainty.confidence import renamed, with_doubted_name, with_repaired_name
from extract.projects.carriers import is_carrier
from extract.projects.names import COUNT_IN_BRACKETS
from models.agreement import Project

QUOTED = re.compile(r"[„»«\"‚](?P<name>.+)[“”»«\"‘]")
WITHIN = re.compile(r"[„»«\"][^„“”»«\"]+[“”»«\"]")
ENDS_QUOTED = re.compile(r"[^„“”»«\"]+\s[„»«\"][^„“”»«\"]+[“”»«\"]")
# "Lernhaus“": a name that lost one of its marks on a scan.
HALF_QUOTED = re.compile(r"[„»«\"‚][^„“”»«\"]+|[^„“”»«\"]+[“”»«\"‘]")
# "Vorhaben „Lernhaus“", said of each.
CALLED = re.compile(r"(?:Projekt|Vorhaben|Angebot)\s[„»«\"](?P<name>[^“”»«\"]+)[“”»«\"]")
# "1.1 Lernhaus", "1/1 Lernhaus", "1a Lernhaus", "b) Werkstatt": each with a number.
COUNTED = re.compile(
    r"\(?(?:\d{1,2}(?:[./]\d{1,2})*[.)]?|\d{1,2}[a-h]|[a-z]\)|[A-Z]{1,5}(?:[-./]?\d{1,4}){1,3}[.:)]?)\s+(?P<name>[^\W_].*|[„»«\"(].*)"
)
# "2.1 Lernhaus", "2a Lernhaus": the number of the Maßnahmenart, and of the project in it.
OWN_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})(?:[./-]\d{1,2}|[a-h])[.)]?\s+(?P<name>.*\w.*)")
# "Kurse: Lernhaus", where one is alone "Kurs: Werkstatt": a word that has so many letters alike.
LED = re.compile(r"(?P<word>[^\W\d_]{4,}):\s+(?P<name>.+)")
STEM = 4
# "Lernhaus (vhs Musterau)", "Lernhaus [vhs Musterau]", "Lernhaus, vhs Musterau", "Lernhaus – vhs Musterau";
# "vhs Musterau: Lernhaus", "vhs Musterau – Lernhaus". A bracket with more letters tells something else.
BRACKETED = re.compile(r"(?P<name>.+?)\s*(?:\((?P<carrier>[^()]{3,90})\)?|\[(?P<other>[^\[\]]{3,90})\]?)")
CARRIED = (
    BRACKETED,
    re.compile(r"(?P<name>.+?)\s*[,;/|·]\s+(?P<carrier>[^,;/|·]+)"),
    re.compile(r"(?P<name>.+)\s[–—-]\s(?P<carrier>.+)"),
    re.compile(r"(?P<carrier>.+?)(?::|\s[–—-]|\s/|,)\s+(?P<name>.+)"),
)
# "Lernhaus (vhs, 12)": who runs it, and for how many.
WITH_COUNT = re.compile(
    r"(?P<name>.+?)\s*\((?P<carrier>[^()]*[^\W\d_]{2}[^()]*),\s*\d{1,3}(?:\s?(?:Pl[aä]tze?|TN|Personen))?\)"
)
# "Lernhaus / Bauhof": what a stroke alone parts from a name, be it known for who runs it or not.
STROKE = re.compile(r"(?P<name>.*[^\s/|·])(?:\s+[/|·]\s*|/\s+)(?P<carrier>[^\s/|·][^/|·]*)")
PLACE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:[ -].+)?")
# "Lernhaus, Landesmittel", "Lernhaus – Anteil": what is said of all.
TOLD_OF_ALL = re.compile(r"(?P<name>.+)(?:\s*[,;]|\s[–—-])\s+(?P<same>[^\W\d_]+)")
# Of "(12 Plätze)" it is certain that it is told of a project; "(3 Wege)" may be what it is called.
FOR_PEOPLE = re.compile(r"[Pp]l[aä]tz|Teiln|TN\b|Person|Jugendliche|Auszubildende|Eintritt")
# A list has the same form in so many entries at least; a share of the carriers are known by their name.
ENTRIES, MOST = 2, 0.5
# On a scan single signs are lost or misread: there so many names of a list tell its form.
TELLING, HURT = 4, 0.7
MARKS = "„“”\"»«‚‘’' "
# So many names that all end, or begin, alike are doubted: what is alike may be no part of them.
ALIKE = 3


def without_number(projects: Sequence[Project], number: int | None) -> list[Project]:
    """The projects of the Maßnahmenart of a `number`, without that and their own: "2.1 Lernhaus"."""
    found = [OWN_NUMBER.fullmatch(project.name.value) for project in projects]
    return [
        _named(project, own) if own and int(own["number"]) == number else project
        for project, own in zip(projects, found, strict=True)
    ]


def without_label(listed: Sequence[Sequence[Project]]) -> list[Project]:
    """The projects of each Maßnahmenart, without the word that leads to the first of each: "Kurse: Lernhaus;
    Werkstatt". It may be what these are called, too: they are disputed."""
    lists = [list(projects) for projects in listed if projects]
    led = [LED.fullmatch(one.name.value) for projects in lists for one in projects[:1]]
    others = [LED.fullmatch(one.name.value) for projects in lists for one in projects[1:]]
    words = {match["word"][:STEM] for match in led if match}
    again = any(match["word"][:STEM] in words for match in others if match)
    if len(led) < ENTRIES or not all(led) or len(words) > 1 or again:
        return [one for projects in lists for one in projects]
    firsts = [
        with_repaired_name(_named(projects[0], match))
        for projects, match in zip(lists, led, strict=True)
        if match
    ]
    return [one for first, projects in zip(firsts, lists, strict=True) for one in (first, *projects[1:])]


def unframed(names: Sequence[Project], carried: bool = False) -> list[Project]:
    """The projects of a document, each name without what is alike around all of them: one frame may stand
    within another, "„Lernhaus“ (vhs Musterau)". `carried`: does a heading say that who runs them is named?"""
    names = _without_stroke(names, carried)
    while (bare := _without_frame(names)) != list(names):
        names = bare
    return list(names)


def _without_stroke(names: Sequence[Project], carried: bool) -> list[Project]:
    """ "Lernhaus / Bauhof", "Werkstatt / IB Südwest", "Tandem / Bauhof": what a stroke parts from each name,
    or from most and from several the same, tells who runs it, unless this stands before the stroke. It is
    certain where some are known for such, or one comes again, and a heading or both say so."""
    parted = [STROKE.fullmatch(project.name.value) for project in names]
    fronts = [match["name"] for match in parted if match]
    carriers = [match["carrier"] for match in parted if match]
    known = sum(map(is_carrier, carriers))
    again = len(set(fronts)) > len(set(carriers)) > 1
    whole = len(carriers) == len(names)
    told = known or carried or len(names) >= ALIKE
    first = sum(map(is_carrier, fronts)) > max(known, MOST * len(names))
    first = first or len(set(fronts)) < len(set(carriers))
    if len(carriers) <= HURT * len(names) or first or not told or not (whole or again or carried):
        return list(names)
    expected = carried and (known or again)
    named = len(names) >= ENTRIES and (expected or (again and known >= ENTRIES) or known > MOST * len(names))
    bare = [
        _named(one, match) if match else renamed(one, _without_end(one.name.value, carriers))
        for one, match in zip(names, parted, strict=True)
    ]
    return bare if whole and named else list(map(with_repaired_name, bare))


def _without_end(name: str, carriers: Sequence[str]) -> str:
    """A name without one of those who run the others, where a scan lost the stroke before it."""
    return next((name.removesuffix(f" {one}") for one in carriers if name.endswith(f" {one}")), name)


def _without_frame(names: Sequence[Project]) -> list[Project]:
    names = _without_counts(names)
    counted = [COUNTED.fullmatch(project.name.value) for project in names]
    if len(names) >= ENTRIES and all(counted):
        names = [_named(project, match) for project, match in zip(names, counted, strict=True) if match]
    names = _without_carriers_and_counts(names) or names
    return _unquoted(names) or _without_what_is_told(names) or _without_carriers(names) or list(names)


def _without_carriers_and_counts(names: Sequence[Project]) -> list[Project]:
    """The names without a bracket that tells of each who runs it and for how many; none if one has no such.
    Of two it may be what they are called; a comma within a name may part two that have it together."""
    parted = [WITH_COUNT.fullmatch(project.name.value) for project in names]
    if len(names) < ENTRIES or not all(parted):
        return []
    bare = [_named(project, match) for project, match in zip(names, parted, strict=True) if match]
    return [
        one if len(names) >= ALIKE and ", " not in one.name.value else with_repaired_name(one) for one in bare
    ]


def _unquoted(names: Sequence[Project]) -> list[Project]:
    """The names without the quotation marks around all of them; none if there are none."""
    if _set_in_quotes([project.name.value for project in names]):
        quoted = [QUOTED.fullmatch(project.name.value) for project in names]
        return [_named(one, match) if match else one for one, match in zip(names, quoted, strict=True)]
    for form in (CALLED, QUOTED):
        quoted = [form.fullmatch(project.name.value) for project in names]
        if names and all(quoted):
            return [_named(project, match) for project, match in zip(names, quoted, strict=True) if match]
        if _hurt(names, quoted):
            return [
                with_repaired_name(_named(project, match) if match else _without_marks(project))
                for project, match in zip(names, quoted, strict=True)
            ]
    if _half_quoted(names, quoted):
        return [
            _named(project, match) if match else with_repaired_name(_without_marks(project))
            for project, match in zip(names, quoted, strict=True)
        ]
    return []


def _without_what_is_told(names: Sequence[Project]) -> list[Project]:
    """The names without what is told of all of them with the same words; none if nothing is."""
    told = [TOLD_OF_ALL.fullmatch(project.name.value) for project in names]
    # Before the sum of each stands what the sum is called.
    summed = len(names) >= ENTRIES and all(project.amount for project in names)
    if (summed or len(names) >= ALIKE) and all(told) and len({match["same"] for match in told if match}) == 1:
        return [
            with_doubted_name(_named(project, match))
            for project, match in zip(names, told, strict=True)
            if match
        ]
    return []


def _without_carriers(names: Sequence[Project]) -> list[Project]:
    """The names without who runs them, as all or most are written; none if no form says so."""
    for form in CARRIED:
        parted = [form.fullmatch(project.name.value) for project in names]
        carriers = [match["carrier"] or match.groupdict().get("other") or "" for match in parted if match]
        known = sum(map(is_carrier, carriers))
        if len(names) < ENTRIES or not (all(parted) or _hurt(names, parted)):
            if known >= ALIKE and known > MOST * len(names):
                return [_without_known_carrier(one, match) for one, match in zip(names, parted, strict=True)]
            continue
        if known > MOST * len(names) or (all(parted) and _are_codes(carriers)):
            return [
                _named(project, match) if match else with_repaired_name(project)
                for project, match in zip(names, parted, strict=True)
            ]
        if all(parted) and (known or len(names) >= ALIKE):
            # A name in brackets behind each, now this and now that, is told of it: a place, or a carrier
            # where some are known for such.
            places = sum(PLACE.fullmatch(carrier) is not None for carrier in carriers) > MOST * len(names)
            several = len(set(carriers)) >= ALIKE and (places or known >= ENTRIES)
            placed = form is BRACKETED and several
            return [
                with_repaired_name(_named(project, match) if placed else project)
                for project, match in zip(names, parted, strict=True)
                if match
            ]
    return []


def _without_known_carrier(project: Project, match: re.Match[str] | None) -> Project:
    """The project without who runs it, as most of a list are written; one that is not, or may end with
    another bracket, is doubted."""
    if match and is_carrier(match["carrier"] or match.groupdict().get("other") or ""):
        return _named(project, match)
    return with_repaired_name(project)


def _set_in_quotes(names: Sequence[str]) -> bool:
    """Do all names end with a quotation mark, of which most stand within such? „Lernhaus“, Kurs „Werkstatt“:
    one that holds a quotation is not set in another."""
    whole = [WITHIN.fullmatch(name) is not None for name in names]
    return sum(whole) > MOST * len(names) and all(
        one or ENDS_QUOTED.fullmatch(name) for one, name in zip(whole, names, strict=True)
    )


def _without_counts(names: Sequence[Project]) -> list[Project]:
    """ "Lernhaus (12 Plätze)": a count that all names have, or that differs from one to the other, is told of
    the projects. One that only some have may be part of their names, and of which others it is none; one
    without which two names are the same tells them apart."""
    found = [COUNT_IN_BRACKETS.search(project.name.value) for project in names]
    counts = [match["count"] for match in found if match]
    told = len(set(counts)) > 1 or (len(counts) == len(names) and len(counts) >= ENTRIES)
    sure = told and len(counts) == len(names) and len(set(counts)) > 1
    printed = {one.name.value: match for one, match in zip(names, found, strict=True)}
    bare = Counter(name[: match.start()] if match else name for name, match in printed.items())
    kept: list[Project] = []
    for project, match in zip(names, found, strict=True):
        if match is None:
            kept.append(project)
            continue
        name = project.name.value[: match.start()]
        cut = told and bare[name] == 1
        named = renamed(project, name) if cut else project
        kept.append(named if sure and cut and FOR_PEOPLE.search(match["count"]) else with_doubted_name(named))
    return kept


def _are_codes(texts: Sequence[str]) -> bool:
    """Are these numbers of files or projects? They differ, but with other figures or letters alone."""
    shapes = {re.sub(r"[A-ZÄÖÜ]", "A", re.sub(r"\d", "0", text)) for text in texts}
    return len(shapes) == 1 and len(set(texts)) == len(texts) and "0" in shapes.pop()


def _named(project: Project, match: re.Match[str]) -> Project:
    return renamed(project, match["name"].strip())


def _hurt(names: Sequence[Project], found: Sequence[re.Match[str] | None]) -> bool:
    """Have most names of a scan this form, and may the others have lost it?"""
    scanned = any(project.name.provenance.origin == "ocr" for project in names)
    return scanned and len(names) >= TELLING and sum(map(bool, found)) > HURT * len(names)


def _half_quoted(names: Sequence[Project], quoted: Sequence[re.Match[str] | None]) -> bool:
    """Are most names of a scan quoted, and have the others one of two marks?"""
    scanned = any(project.name.provenance.origin == "ocr" for project in names)
    return (
        scanned
        and sum(map(bool, quoted)) > MOST * len(names)
        and all(
            match or HALF_QUOTED.fullmatch(one.name.value) or HALF_QUOTED.fullmatch(one.name.text)
            for one, match in zip(names, quoted, strict=True)
        )
    )


def _without_marks(project: Project) -> Project:
    return renamed(project, project.name.value.strip(MARKS))
