"""Who agrees with whom: from "zwischen … und …" and the reference data, with abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from extract.confidence import EXACT_MATCH, doubted, repaired, weighed
from extract.language import is_sentence
from extract.organisations import LONGEST_NAME, name_end
from extract.party_roles import is_somebody, with_roles
from extract.passage import Passage, join_lines, join_passages
from extract.understand import Mention, Reading
from models.agreement import Party
from models.reference import Body, Entry, Match, Ministry
from models.values import Extracted

# Whoever agrees is named within so many characters: sixteen Länder with their representatives take 3,000.
LONGEST_TITLE = 6000
# The name of a party runs over this many lines at most.
MOST_LINES = 4
ARTICLE = r"(?:dem|der|den|die|das)"
# As scans have it, too: "wertreter durch", "vertreten Uurch".
REPRESENTED_BY = r"(?:\w{0,2}ertrete[nr]\W+\w{0,2}urch|v\.\s?d\.)"
BETWEEN = re.compile(r"\bzwischen\b\s*:?", re.IGNORECASE)
# Where the list of parties ends.
AFTER_PARTIES = re.compile(
    r"(?:(?:^|[\n,)“\"–-])\s*(?:zur|zum|über|wegen|betreffend|gemäß|auf (?:der )?Grundlage|nach Maßgabe"
    r"|für (?:das|die)\b|für den Zeitraum|vom \d|in Ausführung|im Rahmen)\b"
    r"|\süber\s+(?:das|den|die|eine[nr]?)\b|\b(?:wird|werden|schließen|vereinbaren|haben|treffen)\b)",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\s(?=(?:zur|zum|für (?:das|die|den)|wegen|betreffend|gemäß|auf (?:der )?Grundlage|nach Maßgabe"
    r"|im Rahmen)\b)"
)
# No sentence begins in lower case: "Hansestadt Hamburg. das Land Hessen" has a comma there.
MISREAD_COMMA = r"(?<=[^\W\d_]{3})\.(?=\s)"
SEPARATOR = re.compile(
    rf"(?:\n|,|;|\s)\s*(?:und|sowie)\s*(?:zwischen\s+)?(?=\n|{ARTICLE}\s)"
    rf"|(?:\n|,|;|{MISREAD_COMMA})\s*(?=(?-i:dem|der|den)\s+(?!vertreten))",
    re.IGNORECASE,
)
# Where the name of a party ends.
AFTER_NAME = re.compile(
    r"\s*(?:[,;(–—\n-]|\s)\s*(?:(?:diese[rs]?\s+)?(?:gesetzlich\s+|endvertreten\s+)?\w{0,2}ertrete[nr]\b|v\.\s?d\.|(?:im\s+(?:Folgenden|Weiteren|Nachfolgenden))"
    r"|nachfolgend|nachstehend|kurz\b|mit (?:dem )?Sitz|als\s+(?-i:[A-ZÄÖÜ])|\(|[„\"]"
    r"|einerseits|andererseits|anderseits|vorbehaltlich"
    r"|(?-i:Der\s(?:Kreisausschuss|Magistrat|Gemeindevorstand|Landrat|(?:Ober)?[Bb]ürgermeister))\b)",
    re.IGNORECASE,
)
# "Das Land A, der Freistaat B und das Land C schließen …": who agrees is the subject of the title's sentence.
CONTRACTING = re.compile(
    r"\b(?:schließen|vereinbaren|treffen|kommen\s+überein|vertragen\s+sich|verständigen\s+sich|verabreden"
    r"|verpflichten\s+sich|einigen\s+sich|sind\s+sich\s+einig|erklären)\b"
)
SUBJECT_START = re.compile(r"(?:^|(?<=[\n.:] ))(?=(?:Das|Der|Die)\s+[^\W\d_])|(?<=\n)(?=(?:Das|Der|Die)\s)")
# The subject's names are parted so, each with its article in the nominative.
NOMINATIVE_SEPARATOR = re.compile(
    r"\s*(?:,|;|\n|\s)\s*(?:und|sowie)\s+(?=(?:der|die|das)\s+\S)"
    rf"|\s*(?:,|;|\n|{MISREAD_COMMA})\s*(?=(?:der|die|das)\s+[^\W\d_])"
)
# What introduces those who agree …
CONNECTS = re.compile(r"und|sowie|mit|einerseits|andererseits")
INTRODUCES = re.compile(
    r"Beteiligte|Partei|Partner|zusammen|schließen|vereinbaren|verpflichten|verabreden|zwischen|Unterzeichn|Vertrag|[Ss]eite\b|geber|nehmer"
    rf"|Empfänger|Träger|Gesellschafter|Mitglieder|^[Ff]ür\s(?:das|den|die)\s[\w\s-]+:$|^(?:{CONNECTS.pattern})$"
)
# … each of them: "Für die Landesseite:", "Partei 1:", "Auftraggeber".
ROLE_LABEL = re.compile(
    r"(?:(?:Für\s+(?:die|den|das)\s+)?[\w-]*(?:[Ss]eite|[Pp]artei|[Pp]artner(?:in)?|[Gg]eber(?:in)?|[Nn]ehmer(?:in)?"
    r"|[Bb]eteiligte[rs]?|[Ee]mpfänger(?:in)?|[Tt]räger|[Ee]rbringer(?:in)?)(?:\s+(?:\d|[A-H]|[IVX]{1,4}))?\s*[:–-]\s+)"
    # A compound that says nothing but the part somebody plays needs no colon; a scan may have lost it.
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?(?:\s+\d)?[^\w\s]?\s+(?=[A-ZÄÖÜ])"
)
# "[1] Landkreis Kassel", "(b) Land Hessen"
PARTY_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[)\].:]{1,2}\s+(?=\S)")
# The label of a field of a form, which is behind it or below: "Zuwendungsempfänger 2".
PARTY_LABEL = re.compile(
    r"^(?:(?:Zuwendungs|Fördermittel|Mittel|Förder|Auftrag)(?:geber|nehmer|empfänger)|(?:Vertrags|Vereinbarungs)"
    r"(?:partei|partner))(?:in)?(?:\s+(?:\d|[A-H]|[IVX]{1,4}))?(?:\s*:)?\s+(?=[A-ZÄÖÜ])",
    re.MULTILINE,
)
# The same in a title where lines were joined: "Auftraggeber: Stadt Kassel, … Auftragnehmer: Hilfswerk …".
ROLE_BEFORE = re.compile(
    r"(?<!\S)[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer|partner|partei)(?:in)?(?:\s+\d)?\s*:\s+"
    r"(?=[A-ZÄÖÜ])"
)
ADDRESS = re.compile(
    r"\s*[,\n]\s*(?:[\w.-]+(?:straße|str\.|platz|allee|weg|ring|gasse|ufer)\b|Postfach|\d{5}\s"
    r"|(?:Am|An\s+de[rn]|Im|In\s+de[rn]|Auf\s+de[rm]|Zum|Zur|Beim|(?:Alte|Neue|Große|Kleine|Obere|Untere)[rsn]?)"
    r"\s+[^\W\d_][\w.-]*\s+\d{1,3}\s?[a-z]?\b"
    # A number ends it, whatever the street is called: ", Lange Zeile 23, ".
    r"|(?:(?-i:[A-ZÄÖÜ][\w.-]*|an|am|in|im|de[rsmn])\s+){1,5}\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3})?\s*(?:[,;(\n]|$)).*"
    # Where the lines of an address are joined.
    r"|\s+(?-i:[A-ZÄÖÜ][\w.-]*\s)?[\w.-]*(?:straße|str\.|allee|platz|gasse|ufer)\s+\d{1,3}\b.*",
    re.IGNORECASE | re.DOTALL,
)
# The head of a column that names who acts for the party of its row.
ACTING = re.compile(rf"{REPRESENTED_BY}:?", re.IGNORECASE)
REPRESENTED = re.compile(
    rf"{REPRESENTED_BY}\s+(?P<who>.+?)(?=\s*(?:[)(–—]|,?\s*(?:im\s+Folgenden|nachfolgend|nachstehend|kurz\b)|$|\n\s*[-–(]))",
    re.IGNORECASE | re.DOTALL,
)
UNFINISHED = re.compile(rf"{REPRESENTED_BY}(?:\s+(?:de[nm]|das|die))?(?:\s+[A-ZÄÖÜ][\w-]*)?$")
# "…, vertreten durch das Ministerium für …, nachfolgend …" right behind a name.
REPRESENTED_NEXT = re.compile(
    rf",?\s*(?:\([^)]*\)\s*)?,?\s*{REPRESENTED_BY}\s+(?P<who>.+?)"
    r"(?=\s*(?:[)(–—\n]|,?\s*(?:im\s+Folgenden|nachfolgend|nachstehend|kurz\b|und\s+(?:der|die|das)\b)|,\s|$))",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"(?:im\s+(?:Folgenden|Weiteren)|nachfolgend|nachstehend|kurz)\s*(?:auch\s*)?(?:nur\s*)?(?::|[-–])?\s*[„\"»‚']?(?P<name>[^“”\"«()\n]{2,40}?)[“”\"«']?\s*(?:genannt|\)|$)",
    re.IGNORECASE,
)
# "(HMSI)" behind a name: two capitals at least.
ABBREVIATION = re.compile(
    r"\s*\(\s*(?:kurz:?\s*|im Folgenden:?\s*|nachfolgend:?\s*)?[„\"]?"
    r"(?P<abbreviation>[A-ZÄÖÜ][\w.-]*[A-ZÄÖÜ][\w.-]*)[“\"]?(?:\s+genannt)?\s*\)"
)
OFFICE_START = re.compile(rf"{ARTICLE}\s+", re.IGNORECASE)
NEUTER = re.compile(
    r"(?:ministerium|land|amt|zentrum|institut|werk|präsidium|jobcenter|unternehmen)$", re.IGNORECASE
)
# "Das Land …" heads what it does, and names nobody.
LEFT_OPEN = "…"
# An article and specks, before a name that stands alone in its line.
ALONE_BEFORE = re.compile(rf"[^\n]{{0,4}}?(?:{ARTICLE}\s+)?")
ALONE_BEHIND = re.compile(r"\s*(?:[,;(\n]|$)")
# "MRZ. 2016", "13. APR 20", "EINGEGANGEN": what a stamp leaves among the lines of a title.
STAMPED = re.compile(
    r"(?:\d{1,2}\.?\s?)?[A-ZÄÖÜ][A-ZÄÖÜa-zäöü]{2,8}\.?\s?(?:19|20)(?:\d\d)?|(?:EIN)?GE?GANGEN|EINGANG"
)
# Letters between a Land and the ministry that acts for it at most, and the confidence of a word below which
# it may be any other.
REPRESENTED_WITHIN, HARDLY_READ = 60, 0.85
STAMP_WORDS, SHORTEST_SCRAP = ("EINGANG", "EINGEGANGEN", "POSTEINGANG"), 3


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The part of the text that speaks of one party."""

    start: int
    end: int


def find_parties(reading: Reading, on: date | None = None) -> tuple[Party, ...]:
    """The parties in the order in which the title names them.

    `on` is a day of the agreement's time: several ministries bore one name. Without a "zwischen" the
    ministry and the body named most are taken, if there are such.
    """
    chunks = _chunks(reading)
    between = [party for chunk in chunks if (party := _party(reading, chunk, on)) is not None]
    between += _missed(reading, chunks, between)
    parties = between if len(between) >= 2 else _labelled(reading, on)
    if not parties:
        parties = _contracting(reading, on) or _more(
            _parties_by_mention(reading), _listed(reading, on), reading
        )
        # What a table calls by the names that lists know outweighs what only looks like names.
        if not any(party.registry_key for party in parties):
            parties = _parties_in_tables(reading, on) or parties or between
    found = [_doubted_if_cut(reading, party) for party in _distinct(parties)]
    return tuple(_with_abbreviation(reading, party) for party in with_roles(found, reading))


def _missed(reading: Reading, chunks: Sequence[_Chunk], found: Sequence[Party]) -> list[Party]:
    """Counties and cities that stand alone in their lines among the parties and of which none is one: what
    parts them from the one before was not read. They are flagged."""
    keys = {party.registry_key for party in found}
    missed = []
    for mention in reading.mentioned("body", chunks[0].start, chunks[-1].end) if chunks else ():
        body = reading.reference.body(mention.key)
        if (
            body is not None
            and body.municipal
            and mention.key not in keys
            and _is_alone(reading.text, mention)
        ):
            keys.add(mention.key)
            party = _mentioned(reading, mention)
            missed.append(party.model_copy(update={"name": repaired(party.name, exact=False)}))
    return missed


def _is_alone(text: str, mention: Mention) -> bool:
    """Does nothing else stand in its line, nor lead to it from the line above: "vertreten durch den"?"""
    above, _, lead = text[: mention.start].rpartition("\n")
    last = next(iter(above.rstrip(" ,;").split()[-1:]), "und")
    apart = not last.islower() or last in ("und", "sowie")
    return apart and bool(ALONE_BEFORE.fullmatch(lead) and ALONE_BEHIND.match(text, mention.end))


def _distinct(parties: Sequence[Party]) -> list[Party]:
    """Each party once: one that is named again in a sentence is no further party, nor is a stamp's date."""
    parties = [party for party in parties if not _is_stamped(party.name.value)]
    keys = [(party.registry_key or party.name.value, party.name.value) for party in parties]
    return [party for index, party in enumerate(parties) if keys[index] not in keys[:index]]


def _is_stamped(name: str) -> bool:
    """Is it a stamp's date, or a word of one, be it cut off: "EIN" of "EINGANG"?"""
    cut = len(name) >= SHORTEST_SCRAP and any(word.startswith(name) for word in STAMP_WORDS)
    return cut or STAMPED.fullmatch(name) is not None


def _doubted_if_cut(reading: Reading, party: Party) -> Party:
    """A name that is but the beginning of a ministry's is probably broken: the rest stands elsewhere."""
    name = party.name.value.casefold()
    spellings = [one.casefold() for ministry in reading.reference.ministries for one in ministry.spellings]
    if name in spellings or not any(re.match(rf"{re.escape(name)}[\s,]", one) for one in spellings):
        return party
    return party.model_copy(update={"name": repaired(party.name, exact=False)})


def _chunks(reading: Reading) -> list[_Chunk]:
    text = reading.text
    best: list[_Chunk] = []
    limit = max(reading.front_end, 1)
    for between in BETWEEN.finditer(text, 0, limit):
        stop = AFTER_PARTIES.search(text, between.end(), limit)
        while stop and _within_name(text, between.end(), stop.start()):
            stop = AFTER_PARTIES.search(text, stop.end(), limit)
        chunks = _up_to_subject(reading, between.end(), stop.start() if stop else limit)
        if len(chunks) > len(best):
            best = chunks
    return best if len(best) >= 2 else []


def _up_to_subject(reading: Reading, start: int, end: int) -> list[_Chunk]:
    """The chunks of start..end; what the agreement is about may follow a known name without a sign."""
    for subject in SUBJECT.finditer(reading.text, start, end):
        chunks = _split(reading, start, subject.start())
        if len(chunks) >= 2 and not _within_name(reading.text, start, subject.start()):
            last = reading.text[chunks[-1].start : chunks[-1].end]
            if reading.reference.match_body(last) or reading.reference.match_ministry(last):
                return chunks
    return _split(reading, start, end)


def _within_name(text: str, start: int, stop: int) -> bool:
    """Is a bracket open at `stop`?"""
    return text.count("(", start, stop) > text.count(")", start, stop)


def _split(reading: Reading, start: int, end: int) -> list[_Chunk]:
    """One chunk per party; what begins with an office belongs to the representation before it."""
    text = reading.text
    cuts = [(start, start)]
    for separator in SEPARATOR.finditer(text, start, end):
        if not _within_name(text, start, separator.start()):
            cuts.append((separator.start(), separator.end()))
    chunks: list[_Chunk] = []
    for (_, begin), (stop, _) in zip(cuts, [*cuts[1:], (end, end)], strict=True):
        if not text[begin:stop].strip(" ,;\n–-"):
            continue
        if chunks and _continues_representation(
            reading, text[chunks[-1].start : chunks[-1].end], text[begin:stop]
        ):
            chunks[-1] = _Chunk(chunks[-1].start, stop)
        elif len(chunks) >= 2 and is_sentence(text[begin:stop].partition("\n")[0]):
            # The list of those who agree has ended, unseen: a sentence goes on about others.
            break
        else:
            chunks.append(_Chunk(begin, stop))
    return chunks


def _continues_representation(reading: Reading, before: str, chunk: str) -> bool:
    if not re.search(REPRESENTED_BY, before, re.IGNORECASE):
        return False
    name = OFFICE_START.sub("", chunk.strip(), count=1)
    return reading.reference.match_body(chunk.strip()) is None and bool(
        re.match(r"(?:Erste|(?:Herrn?|Frau)\b|Kreisausschuss|Magistrat|Vorstand|Gemeindevorstand)", name)
        or reading.reference.match_office(" ".join(name.split()[:2])) is not None
        or reading.reference.match_office(name.split()[0] if name.split() else "") is not None
    )


def _party(reading: Reading, chunk: _Chunk, on: date | None) -> Party | None:
    return _party_of(reading.passage.part(chunk.start, chunk.end), reading, on)


def _party_of(speaking: Passage, reading: Reading, on: date | None) -> Party | None:
    """The party of which a stretch of text speaks."""
    text = speaking.text
    name_end = len(text)
    for pattern in (AFTER_NAME, ADDRESS):
        if (match := pattern.search(text)) and match.start() > 3:
            name_end = min(name_end, match.start())
    passage, name, entry, score = _named(reading, speaking.part(0, name_end), on)
    if not passage.pieces or LEFT_OPEN in name:
        return None
    if not re.search(r"[A-ZÄÖÜ]\w", name) or (entry is None and len(name.split()) > LONGEST_NAME):
        return None
    representative = None
    if represented := REPRESENTED.search(text):
        who = speaking.part(*represented.span("who"))
        if who.pieces:
            representative = who.whole(" ".join(who.text.strip(" ,").split()))
    abbreviation = None
    if called := CALLED.search(text):
        part = speaking.part(*called.span("name"))
        if part.pieces and re.fullmatch(r"[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ][\w-]*", part.text):
            abbreviation = part.whole(part.text)
    return Party(
        role="party",
        name=weighed(passage.whole(name), score),
        registry_key=entry.key if entry else None,
        match_score=round(score, 4) if entry else None,
        abbreviation=abbreviation,
        representative=representative,
    )


def _named(reading: Reading, naming: Passage, on: date | None) -> tuple[Passage, str, Entry | None, float]:
    """The first lines that name a party: as many as the best match needs, else the first block."""
    ends = [match.start() for match in re.finditer(r"\n", naming.text)][:MOST_LINES]
    candidates = []
    for end in [*ends, len(naming.text)]:
        passage = naming.part(0, end)
        if passage.pieces:
            candidates.append((passage, *_name(reading, passage.text, on)))
    if not candidates:
        return Passage("", ()), "", None, 0.0
    return max(candidates, key=lambda candidate: candidate[3])


def _name(reading: Reading, text: str, on: date | None) -> tuple[str, Entry | None, float]:
    """Official name, entry and score of a printed party; the name in the nominative if it is in no list.

    If the whole text names nobody, its first words may: more than the name was taken along.
    """
    words = text.split()
    for count in [len(words), *range(min(len(words) - 1, LONGEST_NAME), 1, -1)]:
        printed = " ".join(words[:count])
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
    printed = " ".join(words)
    return nominative(printed[: name_end(printed)]), None, 0.0


def nominative(printed: str) -> str:
    """A name as it stands alone: "dem Hessischen Ministerium" → "Hessisches Ministerium"."""
    article, _, name = printed.partition(" ")
    if not re.fullmatch(rf"{ARTICLE}|des", article, re.IGNORECASE) or not name:
        return printed
    words = name.split()
    article = article.casefold()
    noun = next((i for i, word in enumerate(words) if word[0].isupper() and not word.endswith("en")), 0)
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


def _more(known: list[Party], listed: list[Party], reading: Reading) -> list[Party]:
    """The parties that lists know, unless the document lists the same, or whom they represent, and perhaps
    others beside them."""
    names = {party.name.value for party in listed}
    for who in (party.representative for party in listed if party.representative):
        body = reading.reference.match_ministry(who.value)
        names |= {body.entry.name} if body else set()
    return listed if listed and all(party.name.value in names for party in known) else known


def _labelled(reading: Reading, on: date | None) -> list[Party]:
    """Those whom a form names behind or below its labels: "Zuwendungsgeber", "Zuwendungsempfänger 2"."""
    labels = [*PARTY_LABEL.finditer(reading.text), *ROLE_BEFORE.finditer(reading.text, 0, reading.front_end)]
    starts = {label.end(): label.start() for label in labels}
    parties = []
    for start in sorted(starts):
        line_end = reading.text.find("\n", start)
        following = (begin for end, begin in starts.items() if end > start)
        chunk = _Chunk(
            start, min(line_end if line_end >= 0 else len(reading.text), *following, len(reading.text))
        )
        party = _party(reading, chunk, on) if reading.text[chunk.start : chunk.end].strip() else None
        if party is not None and is_somebody(party):
            parties.append(party)
    return parties if len({party.name.value for party in parties}) >= 2 else []


def _contracting(reading: Reading, on: date | None) -> list[Party]:
    """The subject of "… schließen", if it is a list of nothing but names."""
    limit = _end_of_first_section(reading)
    for verb in CONTRACTING.finditer(reading.text, 0, min(limit, LONGEST_TITLE)):
        for begin in SUBJECT_START.finditer(reading.text, 0, verb.start()):
            chunks = _parted(reading.text, begin.end(), verb.start())
            parties = [_party(reading, chunk, on) for chunk in chunks]
            known = [party for party in parties if party is not None and is_somebody(party)]
            if len(known) == len(chunks) >= 2:
                return known
    return []


def _end_of_first_section(reading: Reading) -> int:
    """Who agrees is told before the first section or in it."""
    blocks = reading.layout.blocks
    first = next((block.section for block in blocks if block.section is not None), None)
    second = next((i for i, block in enumerate(blocks) if block.section not in (None, first)), None)
    return reading.starts[second] if second else len(reading.text)


def _parted(text: str, start: int, end: int) -> list[_Chunk]:
    cuts = [
        (cut.start(), cut.end())
        for cut in NOMINATIVE_SEPARATOR.finditer(text, start, end)
        if not _within_name(text, start, cut.start())
    ]
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    return [_Chunk(*pair) for pair in zip(starts, ends, strict=True)]


def _listed(reading: Reading, on: date | None) -> list[Party]:
    """The names that stand below each other in the title part, each a paragraph or an item of its own.

    Where nothing introduces them and no list knows them, they are doubted.
    """
    introduced = False
    awaited = 0
    parties: list[Party] = []
    sure: list[bool] = []
    above: int | None = None
    for index, block in enumerate(reading.layout.blocks):
        start, end = reading.span_of(index)
        if start >= reading.front_end:
            break
        if awaited and not REPRESENTED.search(block.text):
            # The other half of "…, vertreten durch das Hessische": who represents is no party.
            awaited -= 1
            continue
        awaited += UNFINISHED.search(block.text) is not None
        number = PARTY_NUMBER.match(block.text)
        label = ROLE_LABEL.match(block.text, number.end() if number else 0) or number
        chunk = _Chunk(start + (label.end() if label else 0), end)
        party = _party(reading, chunk, on) if chunk.start < end else None
        if party is None or not is_somebody(party):
            if parties and is_sentence(block.text) and not block.text.endswith(":"):
                break
            introduces = INTRODUCES.search(block.text) is not None
            introduced = introduced or introduces
            heads = introduces and not CONNECTS.fullmatch(block.text)
            if above is None and (heads or reading.mentioned("kind", start, end)):
                above = len(parties)
            continue
        if party.name.value not in [one.name.value for one in parties[above:]]:
            parties.append(party)
            sure.append(introduced or label is not None or party.registry_key is not None)
    if above is not None and len(parties) - above > 1:
        # What stands above the title, or the words that introduce the parties, is a letterhead.
        parties, sure = parties[above:], sure[above:]
    if len(parties) < 2 or (not introduced and all(party.registry_key for party in parties)):
        return []
    return [
        party if certain else party.model_copy(update={"name": doubted(party.name)})
        for party, certain in zip(parties, sure, strict=True)
    ]


def _parties_by_mention(reading: Reading) -> list[Party]:
    """Without a "zwischen": the Land or its ministry, and the counties and cities beside it.

    Those the title part names; where it names none, the one that the text names most.
    """
    bodies = {body.key: body for body in reading.reference.bodies}
    municipal = [m for m in reading.mentioned("body") if bodies[m.key].municipal]
    lands = [m for m in reading.mentioned("body") if not bodies[m.key].municipal]
    represented = [m for m in lands if REPRESENTED_NEXT.match(reading.text, m.end)][:1]
    ministries = reading.mentioned("ministry")
    # Several ministries in turn had one abbreviation; a whole name says which is meant.
    whole = [m for m in ministries if not reading.text[m.start : m.end].isupper()]
    giver = _named_first(reading, represented or whole or ministries)[:1]
    named = [*giver, *_named_first(reading, municipal)]
    if len(named) > 1 and all(mention.end <= reading.front_end for mention in named):
        named = _as_named_together(reading, named)
    parties = [_mentioned(reading, mention) for mention in named]
    unfinished = giver and UNFINISHED.search(reading.text[: giver[0].start].rstrip())
    of_giver = [m for m in ministries if giver and m.key == giver[0].key and m.end <= reading.front_end]
    if unfinished or any(_may_represent(reading, mention, lands) for mention in of_giver):
        # It acts for somebody whose name, or the words that say so, were not recognised.
        acting = [one.key for one in named].index(giver[0].key)
        parties[acting] = parties[acting].model_copy(
            update={"name": repaired(parties[acting].name, exact=False)}
        )
    return parties if len(parties) >= 2 else []


def _may_represent(reading: Reading, ministry: Mention, lands: Sequence[Mention]) -> bool:
    """Does a Land stand before a ministry, and between them what could hardly be read: "vertreten durch"?"""
    return any(
        0 < ministry.start - land.end <= REPRESENTED_WITHIN
        and any(
            piece.word.confidence < HARDLY_READ
            for piece in reading.passage.between(land.end + 1, ministry.start - 1)
        )
        for land in lands
    )


def _parties_in_tables(reading: Reading, on: date | None) -> list[Party]:
    """The parties that a table names, each alone in its cell, or in one cell that a label introduces; taken
    from the first table that names two."""
    for placed in reading.layout.tables:
        parties: dict[str, Party] = {}
        acting = {n for n, head in enumerate(placed.table.rows[0]) if ACTING.fullmatch(head.text)}
        for row in placed.table.rows:
            who = next((row[n].passage for n in acting if re.search(r"[^\W\d_]{3}", row[n].text)), None)
            for column, (label, cell) in enumerate(zip(("", *(one.text for one in row)), row, strict=False)):
                if column in acting:
                    continue
                introduced = INTRODUCES.search(label) is not None
                lines = join_passages([join_lines([line]) for line in cell.lines], seam="\n")
                for passage in _one_by_one(lines, reading, on) if introduced else [cell.passage]:
                    party = _party_of(passage, reading, on) if passage.pieces else None
                    if party is not None and (is_somebody(party) if introduced else _is_known(party)):
                        if who and party.representative is None:
                            represented = {"representative": who.whole(" ".join(who.text.split()))}
                            party = party.model_copy(update=represented)
                        parties.setdefault(party.name.value, party)
        if len(parties) > 1:
            return list(parties.values())
    return []


def _one_by_one(lines: Passage, reading: Reading, on: date | None) -> list[Passage]:
    """What stands in one cell, cut where the next party begins: with its article, or with a name of the
    lists that nothing before it leads to."""
    cuts = [0]
    for end in re.finditer(r"(?P<open>\b[a-zäöüß]{2,4})?[ ,;]*\n(?:(?:und|sowie)\s+)?", lines.text):
        rest = lines.text[end.end() :]
        begins = re.match(r"(?:Der|Die|Das)\s", rest) or _name(reading, rest.partition("\n")[0], on)[1]
        if begins and not end["open"]:
            cuts.append(end.end())
    return [lines.part(*pair) for pair in pairwise([*cuts, len(lines.text)])]


def _is_known(party: Party) -> bool:
    return party.match_score is not None and party.match_score >= EXACT_MATCH


def _named_first(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """One mention of each that the title part names, in order; else the first of the most frequent."""
    front = {m.key: m for m in reversed(mentions) if m.end <= reading.front_end}
    if front:
        return sorted(front.values(), key=lambda mention: mention.start)
    most = Counter(m.key for m in mentions).most_common(1)
    return [next(m for m in mentions if m.key == most[0][0])] if most else []


def _as_named_together(reading: Reading, named: Sequence[Mention]) -> list[Mention]:
    """The mentions in the order in which the title part names all of them where they stand closest together:
    a letterhead above or a sentence below may name one of them once more."""
    keys = {one.key for one in named}
    front = [m for m in reading.mentions if m.key in keys and m.end <= reading.front_end]
    plain = [m for m in front if not is_sentence(reading.block_at(m.start).text)]
    titles = plain if {one.key for one in plain} == keys else front
    titles.sort(key=lambda mention: mention.start)
    runs = []
    for index, first in enumerate(titles):
        order = list(dict.fromkeys(mention.key for mention in titles[index:]))
        if len(order) == len(keys):
            last = next(mention for mention in titles[index:] if mention.key == order[-1])
            runs.append((last.end - first.start, order))
    _, order = min(runs, key=lambda run: run[0])
    return sorted(named, key=lambda mention: order.index(mention.key))


def _mentioned(reading: Reading, mention: Mention) -> Party:
    entry: Entry = next(
        entry
        for entry in (*reading.reference.bodies, *reading.reference.ministries)
        if entry.key == mention.key
    )
    name = weighed(reading.passage.extract(mention.start, mention.end, entry.name), 1.0)
    representative = None
    if represented := REPRESENTED_NEXT.match(reading.text, mention.end):
        who = reading.passage.part(represented.start("who"), represented.end("who"))
        representative = who.whole(" ".join(who.text.split()))
    return Party(
        role="party", name=name, registry_key=entry.key, match_score=1.0, representative=representative
    )


def _with_abbreviation(reading: Reading, party: Party) -> Party:
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
