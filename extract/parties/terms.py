"""What a document calls its parties: by name, by an abbreviation, by what they are, by what it introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.understand import Reading
from extract.parties.organisations import says_what_it_is
from models.agreement import Party

# "nachstehend Land genannt", "im Folgenden „Träger“", "(nachfolgend bezeichnet als MW)"
CALLED = re.compile(
    r"(?:im\s+(?:Folgenden|Weiteren|Nachfolgenden)|[Nn]achfolgend|[Nn]achstehend|[Kk]urz)\W+"
    r"(?:(?:auch|nur|jeweils|gemeinsam|bezeichnet|als|die|der|das)\s+)*[„\"»‚']?(?P<name>[A-ZÄÖÜ][\w-]+)"
)
# "– Zuwendungsgeber –", "(Auftragnehmerin)": the part that a party plays, set apart behind its name.
PLAYS = re.compile(
    r"(?:[\n–—-]\s*|\()[„\"»‚']?(?P<name>[A-ZÄÖÜ]\w+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?)[“”\"«']?(?:\s*[–—-]|\))"
)
# "(„Ministerium“)", "(Kreis)" behind a name and its address; "(Efze)" is of a name.
BRACKET = re.compile(r"\s*\(")
IN_BRACKETS = re.compile(
    r"[^;:()]*\(\s*(?:die\s|der\s|das\s)?(?:[„\"»‚'](?P<quoted>[A-ZÄÖÜ][\w-]+)[“”\"«‘']"
    r"|(?P<plain>\w*[Mm]inisterium|Land|(?:Land)?[Kk]reis|\w*[Ss]tadt|Gemeinde|Verein|Verband|Gesellschaft"
    r"|Stiftung|\w*[Hh]ochschule|Universität))\s*\)"
)
# How far behind its name a party is told what it will be called, in characters.
CALLED_WITHIN = 400
PLURALS = {
    "Stadt": "Städte",
    "Gemeinde": "Gemeinden",
    "Land": "Länder",
    "Landkreis": "Landkreise",
    "Kreis": "Kreise",
    "Träger": "Träger",
    "Verein": "Vereine",
    "Hochschule": "Hochschulen",
    "Universität": "Universitäten",
}
# "der Zuwendungsgeber", "die Zuwendungsgeber"
SAME_IN_PLURAL = re.compile(r"(?:geber|nehmer|empfänger|träger|erbringer)$")
# What a party is called by what it is: the beginning of its name, and the words for it.
KINDS = (
    (re.compile(r"Bundes(?:republik|ministerium|minister)"), ("Bund",)),
    (re.compile(r"(?:Freie\s.*)?(?:Land|Freistaat|Saarland|Hansestadt)\b"), ("Land", "Freistaat")),
    (re.compile(r"(?!Bund).*[Mm]inisterium\b"), ("Land", "Ministerium", "Freistaat")),
    (re.compile(r"(?:Land)?[Kk]reis\b|\S*kreis$"), ("Landkreis", "Kreis")),
    (re.compile(r"\w*[Ss]tadt\b"), ("Stadt",)),
    (re.compile(r"(?:Samt|Verbands|Markt)?[Gg]emeinde\b"), ("Gemeinde",)),
    (re.compile(r".*[Uu]niversität\b"), ("Universität", "Hochschule")),
    (re.compile(r".*[Hh]ochschule\b"), ("Hochschule",)),
    (re.compile(r".*(?:verein|e\.\s?V\.)"), ("Verein",)),
    (re.compile(r".*verband\b"), ("Verband",)),
    (re.compile(r".*(?:GmbH|gesellschaft)\b"), ("Gesellschaft",)),
    (re.compile(r".*[Ss]tiftung\b"), ("Stiftung",)),
)


def terms_of(parties: Sequence[Party], reading: Reading) -> dict[str, frozenset[int]]:
    """What the text calls the parties, each with the numbers of those it means."""
    found: dict[str, set[int]] = {}
    for number, (party, called) in enumerate(zip(parties, _called_together(parties, reading), strict=True)):
        for term in {*_own_terms(party, reading), *called}:
            found.setdefault(term, set()).add(number)
    alone = {term: frozenset(who) for term, who in found.items() if len(who) == 1}
    plurals = {term: term if SAME_IN_PLURAL.search(term) else PLURALS.get(term) for term in found}
    return alone | {
        plural: frozenset(found[term]) for term, plural in plurals.items() if plural and len(found[term]) > 1
    }


def _own_terms(party: Party, reading: Reading) -> Iterator[str]:
    name = party.name.value
    yield name
    if party.abbreviation is not None:
        yield party.abbreviation.value
    if (ministry := reading.reference.ministry(party.registry_key)) is not None:
        yield from ministry.abbreviations
    first = name.split()[0]
    if first != name and says_what_it_is(first):
        yield first
    yield from next((terms for kind, terms in KINDS if kind.match(name)), ())


def _called_together(parties: Sequence[Party], reading: Reading) -> list[list[str]]:
    """What the text calls each party. Behind the last of several stands what all are called, if others
    are called something else."""
    called = [list(_called(party, parties, reading)) for party in parties]
    # Set apart at the end of their lines, they may stand behind the next name in the text.
    parts = [plays["name"] for plays in PLAYS.finditer(reading.text, 0, reading.front_end)]
    if len(parts) == len(parties) == len({*parts}):
        called = [[part] for part in parts]
    several = len({tuple(terms) for terms in called if terms}) > 1
    for number in reversed(range(len(parties) - 1)):
        if several and not called[number]:
            called[number] = called[number + 1]
    return called


def _called(party: Party, parties: Sequence[Party], reading: Reading) -> Iterator[str]:
    """What the text says it will call a party, behind its name and before any other."""
    others = [one.name.value for one in parties if one is not party]
    printed = BRACKET.split(party.name.text)[0] or party.name.text
    name = r"\s+".join(map(re.escape, printed.split()))
    for named in re.finditer(name, reading.text):
        behind = reading.text[named.end() : named.end() + CALLED_WITHIN]
        end = min((behind.find(other) for other in others if other in behind), default=len(behind))
        if called := CALLED.search(behind, 0, end) or PLAYS.search(behind, 0, end):
            yield called["name"]
        if aside := IN_BRACKETS.match(behind, 0, end):
            yield aside["quoted"] or aside["plain"]
