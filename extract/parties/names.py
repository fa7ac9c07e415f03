"""What a stretch of text says of one party: name, entry in the lists, who represents it, abbreviation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extract.certainty.confidence import repaired, weighed, with_repaired_name
from extract.language.passage import Passage
from extract.layout.understand import Reading
from extract.parties.organisations import (
    LEGAL_FORM,
    LONGEST_NAME,
    is_cut,
    joins_two,
    name_end,
    says_what_it_is,
)
from extract.parties.words import ARTICLE, BY_LETTERS, REPRESENTED
from models.agreement import Party
from models.german.dates import MONTH
from models.reference import Body, Entry, Match, Ministry
from models.values import Extracted

# The name of a party runs over this many lines at most.
MOST_LINES = 4
# Where the name of a party ends.
AFTER_NAME = re.compile(
    rf"(?<!\s)(?:\s*[,;(–—-]\s*|\s+)(?:(?-i:Inhalt(?:sverzeichnis|sübersicht)?)(?=\s*(?:\n|$))|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}\b|\d{{1,2}}\.\s?{MONTH}\s?\d{{4}}(?=\s*(?:\n|$))|(?:diese[rs]?\s+)?(?:gesetzlich\s+|endvertreten\s+)?\w{{0,2}}ertrete[nr]\b|{BY_LETTERS}|(?:im\s+(?:Folgenden|Weiteren|Nachfolgenden))"
    r"|nachfolgend|nachstehend|kurz\b|mit (?:dem )?Sitz|als\s+(?-i:[A-ZÄÖÜ])|\("
    # Not the name in quotes before its legal form: "Verein „Muster“ e. V.".
    rf"|[„\"](?![^„“”\"\n]{{2,60}}[“”\"]\s+{LEGAL_FORM.pattern})"
    # "…, Körperschaft des öffentlichen Rechts,": what it is, set apart.
    r"|(?<=[,;(–—-]\s)(?:(?:eine|rechtsfähige)\s+){0,2}(?:Körperschaft|Anstalt|Stiftung)\s+(?:des\s+öffentlichen|bürgerlichen)\s+Rechts\b"
    r"|einerseits|andererseits|anderseits|vorbehaltlich|Beteiligter?\s+zu\s+\d"
    r"|(?-i:Der\s(?:Kreisausschuss|Magistrat|Gemeindevorstand|Landrat|(?:Ober)?[Bb]ürgermeister))\b)",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\s*[,\n]\s*(?:[\w.-]+(?:straße|str\.|platz|allee|weg|ring|gasse|ufer)\b|Postfach|\d{5}\s"
    r"|(?:Am|An\s+de[rn]|Im|In\s+de[rn]|Auf\s+de[rm]|Zum|Zur|Beim|(?:Alte|Neue|Große|Kleine|Obere|Untere)[rsn]?)"
    r"\s+[^\W\d_][\w.-]*\s+\d{1,3}\s?[a-z]?\b"
    # A number ends it, whatever the street is called: ", Lange Zeile 23, ".
    r"|(?:(?-i:[A-ZÄÖÜ][\w.-]*|an|am|in|im|de[rsmn])\s+){1,5}\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3})?\s*(?:[,;(\n]|$)).*",
    re.IGNORECASE | re.DOTALL,
)
# Where the lines of an address are joined: what describes a street is of its name, "Lange Gasse 3", but
# "Musterstraße 3" is one word. It may be of the name: "Kulturverein Im Speicher 12".
JOINED_ADDRESS = re.compile(
    r"\s+(?:(?:[A-ZÄÖÜ][\w-]*e[rsnm]?\s)?(?:Straße|Str\.|Allee|Platz|Gasse|Ufer|Weg)|[A-ZÄÖÜ][\w.-]*(?:[Ss]traße|[Ss]tr\.|[Aa]llee|[Pp]latz|[Gg]asse|[Uu]fer|[Ww]eg)"
    r"|(?:Am|An\sde[rn]|Im|In\sde[rn]|Auf\sde[rm]|Zum|Zur|Beim|(?:Platz|Straße)\sde[rs])\s[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w-]*)?)"
    r"\s+\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3}\s?[a-z]?)?(?=\s*(?:[,;(\n]|$)|\s+(?:\d{5}\b|(?:gesetzlich\s+)?vertreten\b))"
)
# Whatever a street is called, before a postcode it is one: "Landkreis Musterland Mühlbreite 1, 34999 Linden".
# How many words its name has, nothing tells.
STREET = re.compile(r"\s+[A-ZÄÖÜ][\w.-]*\s+\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3})?,?\s+\d{5}\s+[A-ZÄÖÜ]")
POSTCODE = re.compile(r"[\s,]*\d{5}\s+[A-ZÄÖÜ]")
# The mark with which the sentence of a title, or the item, ends; but "Institut Muster Inc."
CLOSED = re.compile(r"(?<=[^\W\d_]{3})(?<!\sInc)(?<!\sLtd)[.;:]\s*$")
# "Landkreis Musterland – Kreisjugendamt –,": which of its offices it is, set apart.
OFFICE_ASIDE = re.compile(r"\s+[–—-]\s+[^–—,;\n]{3,60}?\s*[–—-](?=\s*(?:[,;(\n]|$))")
CALLED = re.compile(
    r"(?:im\s+(?:Folgenden|Weiteren)|nachfolgend|nachstehend|kurz)\s*(?:auch\s*)?(?:nur\s*)?(?::|[-–])?\s*[„\"»‚']?(?P<name>[^“”\"«()\n]{2,40}?)[“”\"«']?\s*(?:genannt|\)|$)",
    re.IGNORECASE,
)
# "(HMSI)" behind a name: two capitals at least.
ABBREVIATION = re.compile(
    r"\s*\(\s*(?:kurz:?\s*|im Folgenden:?\s*|nachfolgend:?\s*)?[„\"]?"
    r"(?P<abbreviation>[A-ZÄÖÜ][\w.-]*[A-ZÄÖÜ][\w.-]*)[“\"]?(?:\s+genannt)?\s*\)"
)
NEUTER = re.compile(
    r"(?:ministerium|land|amt|zentrum|institut|werk|präsidium|jobcenter|unternehmen)$", re.IGNORECASE
)
# "die amtsfreie Gemeinde …", "dem gemeinnützigen Verein …": what says of which kind somebody is, and is none
# of the name, as others may be: "dem staatlichen Schulamt".
_KIND = (
    r"(?:amts|kreis)(?:frei|angehörig)|kommunal|örtlich|zuständig|gemeinnützig|eingetragen|rechtsfähig|selbständig"
    r"|selbstständig|freigemeinnützig|mildtätig|anerkannt|beteiligt|benachbart|unterzeichnend|antragstellend"
    r"|frei|überörtlich|öffentlich|privat|kirchlich|regional"
    r"|(?:oben |nach|unten)?(?:stehend|genannt)"
)
DESCRIBED = re.compile(rf"\s*(?i:{ARTICLE})\s+(?:(?:{_KIND})e[nrs]?,?\s+)+(?=[A-ZÄÖÜ])")
# Where a place lies, as part of its name: "der Gemeinde Weimar (Lahn)".
WHEREABOUTS = re.compile(
    rf"\s*(?:(?i:{ARTICLE})\s+)?(?:\w*(?i:stadt|gemeinde)|Markt|Flecken)\s[^(),;\n]{{2,40}}\s\((?P<where>[A-ZÄÖÜ][a-zäöüß]+)\)"
)
# "der Deutsche Städtetag", "das Deutsche Rote Kreuz": as it is called behind its article.
WEAK = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:sch|lich|ig|ommunal|egional|ational|ozial)e"
    r"(?:\s(?:[A-ZÄÖÜ][\w-]*(?:sch|lich|ig)|Rot|Frei|Weiß|Blau|Grün|Neu|Alt|Jung|Groß)e)*(?=\s[A-ZÄÖÜ])"
)
COMPANY = re.compile(r"\b(?:g?GmbH|mbH|g?AG|g?UG|KG|OHG)\b")
# Nouns that end like an adjective behind its article: "der Hafen Musterau GmbH", "den Städten und Gemeinden".
LIKE_ADJECTIVES = re.compile(
    r"(?:hafen|garten|boden|laden|wagen|wesen|becken|unternehmen|städten|gemeinden|kreisen|universitäten)$",
    re.IGNORECASE,
)
# "Das Land …" heads what it does, and names nobody.
LEFT_OPEN = "…"
OWN_ARTICLE = re.compile(rf"^\s*{ARTICLE}\s", re.IGNORECASE)
# "Frauen stärken Musterau": what a name says; "Technischen und naturwissenschaftlichen" describes.
SAID = re.compile(r"[a-zäöüß]+(?<!lich)(?<!sch)(?<!ig)(?<!frei)(?<!ell)(?<!iv)(?<!al)en")
# What is said of a name between dashes may be lost behind the first.
LOOSE_DASH = re.compile(r"\s+[–—-]\s*$")
# "zwischen der" ends a line: the name stands below.
ARTICLE_ALONE = re.compile(rf"\s*{ARTICLE}\s*", re.IGNORECASE)
# Set apart beside a name stands what its bearer is called: "(Auftraggeberin)".
BRACKETED = re.compile(r"\([^()]*\)[\W_]*")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The part of the text that speaks of one party; `noun` is what it shares with those before it. One that
    is not `understood` may speak of several."""

    start: int
    end: int
    noun: str = ""
    understood: bool = True


def party_in(reading: Reading, chunk: Chunk, on: date | None) -> Party | None:
    party = party_of(reading.passage.part(chunk.start, chunk.end), reading, on, chunk.noun)
    return party if party is None or chunk.understood else with_repaired_name(party)


def party_of(speaking: Passage, reading: Reading, on: date | None, noun: str = "") -> Party | None:
    """The party of which a stretch of text speaks; what it is may be told before: `noun`."""
    if described := DESCRIBED.match(speaking.text):
        speaking = speaking.part(described.end(), len(speaking.text))
    text = speaking.text
    name_end = len(text)
    whereabouts = _whereabouts_end(reading, text, noun)
    for pattern in (AFTER_NAME, ADDRESS, OFFICE_ASIDE):
        if (match := pattern.search(text, whereabouts)) and match.start() > 3:
            name_end = min(name_end, match.start())
    name_end, clear = _before_joined_address(reading, text, whereabouts, name_end)
    if closed := CLOSED.search(text, 0, name_end):
        name_end = closed.start()
    name_end = len(LOOSE_DASH.sub("", text[:name_end]))
    passage, name, entry, score = _named(reading, speaking.part(0, name_end), on, noun)
    if not passage.pieces or LEFT_OPEN in name or BRACKETED.fullmatch(name):
        return None
    if not re.search(r"[A-ZÄÖÜ]\w", name) or (entry is None and len(name.split()) > LONGEST_NAME):
        return None
    representative = None
    if represented := REPRESENTED.search(text):
        who = speaking.part(*represented.span("who"))
        if who.pieces:
            representative = who.whole(" ".join(who.text.strip(" ,;").split()))
    abbreviation = None
    if called := CALLED.search(text):
        part = speaking.part(*called.span("name"))
        if part.pieces and re.fullmatch(r"[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ][\w-]*", part.text):
            abbreviation = part.whole(part.text)
    whole = entry is not None or (clear and name[0].isupper() and not is_cut(name) and not joins_two(name))
    return Party(
        role="party",
        name=repaired(weighed(passage.whole(name), score), exact=whole),
        registry_key=entry.key if entry else None,
        match_score=round(score, 4) if entry else None,
        abbreviation=abbreviation,
        representative=representative,
    )


def _before_joined_address(reading: Reading, text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the name in start..end ends if an address follows in its line, and whether that is clear. Behind
    the kind of a body alone it may be the name, "Verein Neuer Weg 21", and is, where another follows; not
    behind a body that one word names, "Vogelsbergkreis Goldhelg 20"."""
    address = JOINED_ADDRESS.search(text, start, end)
    if address is None or address.start() <= 3:
        street = STREET.search(text, start)
        cut = street is not None and 3 < street.start() < end and "," not in text[: street.start()]
        return (street.start(), False) if street and cut else (end, True)
    placed = POSTCODE.match(text, address.end()) is not None
    if not placed and ADDRESS.match(text, address.end()):
        return end, True
    words = OWN_ARTICLE.sub("", text[: address.start()]).split()
    if len(words) == 1 and reading.reference.match_body(words[0]) is not None:
        return address.start(), True
    if len(words) < 2:
        return end, False
    return address.start(), placed or LEGAL_FORM.search(text, 0, address.start()) is not None


def _whereabouts_end(reading: Reading, text: str, noun: str) -> int:
    """Where a bracket ends that is part of the name of a place, "Stadt Wetter (Hessen)"; 0 without one.

    How a party is called from then on stands in brackets, too: "(Stadt)", "(Träger)". It is what others say
    of it, with an article.
    """
    found = WHEREABOUTS.match(f"{noun} {text}" if noun else text)
    if found is None or says_what_it_is(found["where"]):
        return 0
    called = re.search(rf"\b[Dd](?:er|ie|as|e[mns])\s+{found['where']}\b", reading.text)
    return 0 if called else found.end() - (len(noun) + 1 if noun else 0)


def _named(
    reading: Reading, naming: Passage, on: date | None, noun: str
) -> tuple[Passage, str, Entry | None, float]:
    """The first lines that name a party: as many as the best match needs, else the first block."""
    ends = [match.start() for match in re.finditer(r"\n", naming.text)][:MOST_LINES]
    candidates = []
    for end in [*ends, len(naming.text)]:
        passage = naming.part(0, end)
        if passage.pieces and not ARTICLE_ALONE.fullmatch(passage.text):
            candidates.append((passage, *official_name(reading, f"{noun} {passage.text}".strip(), on)))
    if not candidates:
        return Passage("", ()), "", None, 0.0
    return max(candidates, key=lambda candidate: candidate[3])


def official_name(reading: Reading, text: str, on: date | None) -> tuple[str, Entry | None, float]:
    """Official name, entry and score of a printed party; the name in the nominative if it is in no list.

    If the whole text names nobody, its first words may: more than the name was taken along.
    """
    words = text.split()
    whole = " ".join(words)
    first = [" ".join(words[:count]) for count in range(min(len(words) - 1, LONGEST_NAME), 1, -1)]
    # "Musterkreis, Musterau": the seat behind a comma is no part of the name.
    named = whole[: name_end(whole)]
    for printed in (whole, *first, named):
        matches: list[Match[Body] | Match[Ministry]] = [
            match
            for match in (
                reading.reference.match_body(printed, on),
                reading.reference.match_ministry(printed, on),
            )
            if match is not None
        ]
        if matches:
            best = max(matches, key=lambda match: match.score)
            return best.entry.name, best.entry, best.score
    return nominative(named), None, 0.0


def nominative(printed: str) -> str:
    """A name as it stands alone: "dem Hessischen Ministerium" → "Hessisches Ministerium"."""
    article, _, name = printed.partition(" ")
    if not re.fullmatch(rf"{ARTICLE}|des", article, re.IGNORECASE) or not name:
        return printed
    words = name.split()
    article = article.casefold()
    # "der Soziale Dienste Musterau gGmbH": a company is feminine, and its name is left as it is.
    company = COMPANY.search(name) is not None
    if not company and (ending := {"der": "r", "das": "s"}.get(article)) and (weak := WEAK.match(name)):
        return re.sub(r"e\b", f"e{ending}", weak[0]) + name[weak.end() :]
    form = LEGAL_FORM.search(name)
    before = len(name[: form.start()].split()) if form else len(words)
    noun = next((i for i, word in enumerate(words[:before]) if word[0].isupper() and _is_noun(word)), None)
    said = words[0][0].isupper() and any(map(SAID.fullmatch, words[1:noun]))
    if noun is None or said:
        # "dem Frauen stärken Musterau e. V.": nothing in it is declined.
        return name
    if article == "des" and len(words) > noun:
        words[noun] = re.sub(r"(?<=\w{3}s)es$|(?<=[^s])(?<=kreis)es$|(?<=[^s])s$", "", words[noun])
    for index in range(noun):
        if words[index].endswith("en"):
            stem = words[index][:-2]
            if article in ("dem", "des", "den"):
                words[index] = stem + ("es" if NEUTER.search(words[noun]) else "er")
            else:
                words[index] = stem + "e"
    return " ".join(words)


def _is_noun(word: str) -> bool:
    return not word.endswith("en") or LIKE_ADJECTIVES.search(word) is not None


def with_abbreviation(reading: Reading, party: Party) -> Party:
    """The abbreviation that is introduced behind the party's name, anywhere in the document."""
    if party.abbreviation is not None:
        return party
    words = [re.escape(word) for word in re.split(r"[\s-]+", party.name.value)]
    inflected = r"[\s-]+".join(f"{_inflectable(word)}(?:e?s|e[nmr]?)?" for word in words)
    for match in re.finditer(inflected, reading.text):
        if found := ABBREVIATION.match(reading.text, match.end()):
            start, end = found.span("abbreviation")
            abbreviation: Extracted[str] = reading.passage.extract(start, end, found["abbreviation"])
            return party.model_copy(update={"abbreviation": abbreviation})
    return party


def _inflectable(word: str) -> str:
    return re.sub(r"(?:es|er|e)$", "", word) if len(word) > 6 else word
