"""What the name of an organisation looks like, where no list knows it, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.parties.words import ORGAN

# No name of an organisation has more words: the longest in the reference data has 8.
LONGEST_NAME = 14
LEGAL_FORM = re.compile(
    r"(?<!\w)(?:g?GmbH(?:\s?&\s?Co\.?\s?KGa?A?)?|g?UG(?:\s?\(haftungsbeschränkt\))?|mbH|g?AG|KG|OHG|GbR|SE|KGaA"
    r"|e\.\s?V\.|eV\b|e\.\s?G\.|eG\b|e\.\s?K\.|A\.?\s?ö\.?\s?R\.?|K\.?\s?d\.?\s?ö\.?\s?R\.?|i\.\s?L\."
    r"|(?:Anstalt|Körperschaft|Stiftung)\s+des\s+öffentlichen\s+Rechts)(?!\w)"
)
# The noun that says what somebody is: alone, or the end of a compound ("Zweckverband").
_NOUN = re.compile(
    r"(?:Land|Freistaat|\w*(?<!ver)bund|\w*(?:verkehrs|tarif|regional)verbund|(?:Bezirks|Landes|Staats|Bundes)?regierung|(?:Kreis|Stadt|Gemeinde|Senats)verwaltung|Bundesrepublik|Saarland|Hansestadt|Markt|Amt|Region|Bezirk|Flecken|Kloster|Bistum"
    r"|[\w-]*(?:kreis|stadt|gemeinde|ministerium|verband|verein|vereinigung|kammer|universität|hochschule|agentur"
    r"|jobcenter|stiftung|gesellschaft|(?<!wirt)(?<!wissen)schaft|(?<!hand)werke?|sparkasse|bank|kirche|zentrum|institut|präsidium"
    r"|direktion|behörde|anstalt|akademie|kanzlei|kasse|klinikum|innung|werkstatt|wohlfahrt|diakonie|caritas|kolleg"
    r"|schule|senat|dezernat|(?<!ehren)(?<!ges)(?<!neben)(?<!haupt)amt|kreisausschuss|magistrat|gemeindevorstand|bundesanstalt|bundesagentur|landesamt"
    r"|stadtwerke?|betriebe?|union|netzwerk|initiative|bündnis|fonds))(?:e?[sn])?",
    re.IGNORECASE,
)
# An office begins its name, but for what describes it: "Staatliches Schulamt"; "Kurs im Schulamt" is none.
_OFFICE = re.compile(r"[\w-]+(?<!landes)amt(?:e?s)?", re.IGNORECASE)
_DESCRIBES = re.compile(r"[A-ZÄÖÜ][\w-]*(?:es|(?:sch|lich|ig|al)e[ns]?)|(?:und|sowie|[Dd]as|[Dd]e[ms])")
# "Ilm-Kreis": a county that is called after a river.
_NAMED_COUNTY = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*-Kreis(?:es)?")
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][\w-]*(?:(?:isch|lich|ig)e[rs]?|ales)")
_BARE = re.compile(
    r"(?:(?:Förder|Trägers?)?[Vv]erein|Verband|Zweckverband|Bund|Land|Freistaat|(?:Land)?[Kk]reis|Stadt|Gemeinde|Stiftung"
    r"|Gesellschaft|Universität|Hochschule|Ministerium|Institut|Amt|Kammer|Agentur|Zentrum|Gruppe|Partner|Träger|Bündnis|Initiative|Vereinigung|Netzwerk)"
)
# The title of an agreement is no name, though it may hold one.
_TITLE = re.compile(r"[\w-]*(?:vertrag|vereinbarung|abkommen|nachtrag|erklärung|satzung)\b", re.IGNORECASE)
# Nor is a name whose end stands elsewhere, nor the organ that acts for somebody, who is named before.
_UNFINISHED = re.compile(r"\b(?:für|und|der|des|die|das|zur|zum|von|in|am)$|[,–—-]$")
_ORGAN = re.compile(rf"(?:den\s+)?(?:{ORGAN}|Senat|Landrat)")
# Nor what labels the field of a form.
_FIELD = re.compile(r"(?:(?:Gebiets)?[Kk]örperschaft|Behörde|Gesellschaft|Kommune|Dienststelle)")
# What a body is parted into bears no name of its own, whatever it is for: "Referat Stiftungen".
PART_OF_BODY = re.compile(
    r"(?:Dezernat|Referat|(?:Haupt|Unter)?[Aa]bteilung|(?:Fach|Geschäfts)bereich|Fachdienst|Sachgebiet|Stabs?stelle)\b"
)
# Nor is an address: "Am Neuen Markt 6".
_ADDRESS = re.compile(r"\s\d{1,3}\s?[a-z]?$|\b\d{5}\s[A-ZÄÖÜ]")
# A sentence is no name.
_VERB = re.compile(
    r"\b(?:ist|sind|wird|werden|hat|haben|kann|können|soll|sollen|gilt|gelten|beträgt|stellt|trägt|erhält|zahlt"
    r"|schließt|schließen|vereinbaren|verpflichtet|leistet|fördert|bestehen?|wollen|will|gibt|geben)\b"
)

# Nor is what says what somebody does: "Verein wirbt für das Vorhaben"; a name may say something, too: "Verein
# Alt hilft Jung".
_SAYS = re.compile(r"\s(?!(?:mit|statt|samt|seit|nebst)\b)[a-zäöüß]{2,}t\s(?=[a-zäöüß]{2})")
BRIEF = 4


def is_organisation(name: str) -> bool:
    """Does a text do nothing but name an organisation? The name is in the nominative, without its article.

    >>> is_organisation("Zweckverband Naherholung Probetal"), is_organisation("Laufzeit der Vereinbarung")
    (True, False)
    """
    words = name.split()
    if _ORGAN.fullmatch(name) or _FIELD.fullmatch(name):
        return False
    if not words or len(words) > LONGEST_NAME or not name[:1].isupper():
        return False
    if _VERB.search(name) or _TITLE.match(name) or _UNFINISHED.search(name):
        return False
    if LEGAL_FORM.search(name):
        return len(words) > 1
    head = next((index for index, word in enumerate(words) if _heads(word.strip(",.:"), words[:index])), None)
    if len(words) > BRIEF and _SAYS.search(name):
        return False
    # Before the noun stands only what describes it ("Freie und Hansestadt") or a name.
    long = len(words) > 1 or len(name) > len("Ministerium") or _NAMED_COUNTY.fullmatch(name) is not None
    return head is not None and head <= 3 and long and not _ADDRESS.search(name)


def _heads(word: str, before: Sequence[str]) -> bool:
    """Is a word the noun of a name that begins with the words `before`?"""
    office = _OFFICE.fullmatch(word) is not None
    return says_what_it_is(word) and (not office or all(_DESCRIBES.fullmatch(one) for one in before))


def says_what_it_is(word: str) -> bool:
    """Does a word say what an organisation is: "Stiftung", "Wohlfahrtsverband"?"""
    return _NOUN.fullmatch(word) is not None


def begins_body(name: str) -> bool:
    """Is it no person's name by its first word: "Verein Heike Muster", "Diakonisches Werk"?"""
    first = name.split()[0]
    return says_what_it_is(first) or (_ADJECTIVE.fullmatch(first) is not None and is_organisation(name))


def is_cut(name: str) -> bool:
    """Is it but the noun that says what somebody is, "Verein", without what this one is called?"""
    return _BARE.fullmatch(name) is not None


def joins_two(name: str) -> bool:
    """May it be the names of two, "Probestiftung und Verein Brücke e. V."?"""
    halves = re.split(r"\s(?:und|sowie)\s", name)
    return len(halves) == 2 and is_organisation(halves[0]) and says_what_it_is(halves[1].split()[0])


def name_end(text: str) -> int:
    """Where the name ends at the beginning of `text`: behind its legal form, or before a place, an address or
    a part of the body ("Stadt A, Amt für Jugend und Familie") that a comma parts from it. A comma in a list
    ("für Arbeit, Integration und Soziales") parts nothing."""
    if form := LEGAL_FORM.search(text):
        return form.end()
    for comma in re.finditer(r",", text):
        rest = text[comma.end() :]
        if not re.search(r"\b(?:und|sowie)\b", rest) or _is_part(rest.lstrip()):
            return comma.start()
    return len(text)


def _is_part(text: str) -> bool:
    """Does a text begin with what a body is parted into?"""
    word = next(iter(re.findall(r"[\w-]+", text)), "")
    return PART_OF_BODY.match(text) is not None or (word.casefold().endswith("amt") and says_what_it_is(word))
