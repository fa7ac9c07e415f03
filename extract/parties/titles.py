"""Where the sentence of a title speaks of which party: "zwischen … und …", "… schließen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extract.certainty.confidence import with_repaired_name
from extract.language.language import is_sentence, says_something
from extract.language.signature_vocabulary import HOLDER, RANK
from extract.layout.understand import Reading
from extract.parties.groups import one_by_one
from extract.parties.names import Chunk, party_in
from extract.parties.organisations import LEGAL_FORM, is_organisation
from extract.parties.roles import is_somebody, may_be_somebody
from extract.parties.words import ARTICLE, CALLED_ASIDE, REPRESENTED_BY
from models.agreement import Party

# Whoever agrees is named within so many characters: sixteen Länder with their representatives take 3,000.
LONGEST_TITLE = 6000
BETWEEN = re.compile(r"\bzwischen\b\s*:?", re.IGNORECASE)
# Where the list of parties ends.
AFTER_PARTIES = re.compile(
    r"(?:(?:^|[\n,)“\"–-])\s*(?:zur|zum|über|wegen|betreffend|gemäß|auf (?:der )?Grundlage|nach Maßgabe"
    r"|für (?:das|die)\b|für den Zeitraum|vom \d|in Ausführung|im Rahmen)\b"
    r"|\süber\s+(?=(?-i:[a-zäöü]))"
    r"|\s(?:im Rahmen|gemäß|nach Maßgabe|auf (?:der )?Grundlage|betreffend|wegen)\s"
    r"|(?-i:\b(?:(?<!vertreten\s)(?:wird|werden)|schließen|vereinbaren|haben|treffen)\b))",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\s(?=(?:zur|zum|für (?:das|die|den)|wegen|betreffend|gemäß|auf (?:der )?Grundlage|nach Maßgabe"
    r"|im Rahmen)\b)"
)
# Behind a name that is whole, "der Gemeinde Linden", "der Lernhaus gGmbH", follows what is agreed.
WHOLE_NAME = re.compile(
    r"(?:\b(?:(?:Samt|Verbands|Markt)?[Gg]emeinde|\w*[Ss]tadt|(?:Land)?[Kk]reis|Land|Freistaat)\s+[A-ZÄÖÜ][\w-]+"
    rf"|{LEGAL_FORM.pattern})$"
)
# "… im Rahmen e. V.": the words are part of a name.
ON_TO_LEGAL_FORM = re.compile(rf"\s*(?:de[rsm]\s+)?(?:[A-ZÄÖÜ][\w-]*\s+){{0,3}}?{LEGAL_FORM.pattern}")
# "zwischen dem Bund und den Ländern", "den beteiligten Kommunen": who they are is told elsewhere.
NO_NAMES = re.compile(
    r"\W*den\s+(?:[a-zäöü]+\s+){0,2}(?:(?:Bundesl|L)ändern|Kommunen|Gemeinden|Städten|(?:Land)?[Kk]reisen"
    r"|(?:Gebiets)?[Kk]örperschaften|Trägern|Gesellschaftern|(?:Vertrags|Kooperations|Projekt)?[Pp]artnern"
    r"|Vertragsparteien|Beteiligten|Unterzeichnenden)[^\w\n]*(?:\n|$)"
)
# No sentence begins in lower case: "Hansestadt Hamburg. das Land Hessen" has a comma there.
MISREAD_COMMA = r"(?<=[^\W\d_]{3})\.(?=\s)"
# "dem Landkreis – … – dem Rechtsträger des Jobcenters"
ALSO_IS = r"\s*de[mr]\s+\w*träger(?:in)?\s+(?:de[rs]|von)\b"
SEPARATOR = re.compile(
    rf"(?:\n|,|;|\s)\s*(?:und|sowie)\s*(?:zwischen\s+)?(?=\n|{ARTICLE}\s)"
    rf"|(?:\n|,|;|{MISREAD_COMMA}|(?P<aside>{CALLED_ASIDE})\s(?!{ALSO_IS}))\s*"
    r"(?=(?-i:dem|der|den)\s+(?!vertreten|durch\b|d(?:ie|as|en)\b))",
    re.IGNORECASE,
)
# "Das Land A, der Freistaat B und das Land C schließen …": who agrees is the subject of the title's sentence.
# However they do it, what they agree on follows: "gehen folgende Abrede ein:", "kommen zu nachstehender …".
CONTRACTING = re.compile(
    r"\b(?:schließen|vereinbaren|treffen|kommen\s+überein|vertragen\s+sich|verständigen\s+sich|verabreden"
    r"|verpflichten\s+sich|einigen\s+sich|sind\s+sich\s+einig|erklären|bilden|gründen|errichten)\b"
    r"|(?<=[^,]\s)(?!den\b)[a-zäöü]{2,}e?n\s+(?=[^.]{0,60}\b(?:folgende|nachstehende|nachfolgende|hiermit|überein)[nmrs]?\b)"
)
# "Vertragspartner dieses Vertrages sind der Kreis A, die Stadt B und die Gemeinde C.": the sentence ends with
# the names; so does "Es haben sich verbunden der …", "Diese Vereinbarung schließen der …".
PARTNERS_ARE = re.compile(
    r"\b(?:(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Pp]artner|[Pp]arteien|[Bb]eteiligte)\s+(?:[^\W\d_]+\s+){0,3}sind"
    r"|(?:haben|sind|schließen|tun|vereinbaren|vereinigen|verbinden|treffen|bilden)\b"
    r"(?:\s+(?:sich|hiermit|einander|zusammen|verbunden|zusammengeschlossen|zusammengetan|zusammengefunden"
    r"|vereinigt|verständigt|geeinigt|beteiligt|übereingekommen))*):?\s+(?:der|die|das)\s+"
)
# A capital begins a sentence, also behind a title without a full stop; or a line begins with the first of
# those who agree, below the title: "der Kreis A, | die Stadt B und | der Verein C | verabreden".
SUBJECT_START = re.compile(
    r"(?:^|(?<=[\n.:] )|(?<=[^\W\d_] ))(?=(?:Das|Der|Die)\s+[^\W\d_])|(?<=\n)(?=(?:Das|Der|Die)\s)"
    r"|(?<=[^,;]\n)(?<!\bund\n)(?<!\bsowie\n)(?=(?:das|der|die)\s)"
)
# "Nach § 5 schließen der Landkreis A und die Stadt B …": the verb comes first.
VERB_FIRST = re.compile(r"\b(?:schließ(?:en|t)|vereinbar(?:en|t)|treffen|trifft)\s+(?=(?:das|der|die)\s)")
# "… vereinbaren mit der Stadt C …"
WITH = re.compile(
    r"(?:^|\s)mit\s+(?=(?:dem|der|den)\s)(?!\w+\s+(?:Ziel|Maßgabe|Absicht|Zweck|Inhalt|Wirkung)\w*\b)"
)
# What is agreed on begins here.
OBJECT = re.compile(
    r"[\s,]*(?:\b(?:folgend|nachfolgend|nachstehend|dies|ein)e[nsr]?\s|\bhiermit\b|\bauf\s+(?:der\s+)?Grundlage\b"
    r"|\b[Aa]ufgrund\b|\bgemäß\b|\bnach\s+(?:§|Maßgabe|Artikel)|:|(?<=\w\w)\.\s|$)"
)
# The subject's names are parted so, each with its article in the nominative.
NOMINATIVE_SEPARATOR = re.compile(
    r"\s*(?:,|;|\n|\s)\s*(?:und|sowie)\s+(?=(?:der|die|das)\s+\S)"
    rf"|\s*(?:,|;|\n|{MISREAD_COMMA})\s*(?=(?:der|die|das)\s+[^\W\d_])"
)
# "das Land Hessen, vertreten durch den Minister der Finanzen / das Land Bremen": where each begins a line of
# its own, nothing else may part them. "durch die Stadt" and "der Stadt" are other cases.
ON_ITS_LINE = re.compile(
    rf"(?P<before>{REPRESENTED_BY}[^,;]*?\s[A-ZÄÖÜ][\w-]+)\s+"
    r"(?=(?:das\s+(?:Saarl|L)and|der\s+(?:Freistaat|[A-ZÄÖÜ]?[a-zäöü]*[Kk]reis)"
    r"|die\s+(?:Freie|Hansestadt|Landeshauptstadt|Stadt|Gemeinde|Bundesrepublik))\b)"
)
SENTENCE_END = re.compile(r"(?<=\w\w)\.(?:\s|$)|\n")
CLAUSE_END = re.compile(r"(?<=\w\w)[.:](?:\s|$)")
# "…, der wiederum durch den Landrat vertreten wird": it says more of the one before.
RELATIVE_CLAUSE = re.compile(r"\b(?:wird|werden|ist)[\s,]*$")
# Who represents stands in the accusative.
IN_DATIVE = re.compile(r"\s*(?:dem|der)\s+(?!(?:Herrn|Frau)\b)")
OFFICE_START = re.compile(rf"{ARTICLE}\s+", re.IGNORECASE)


def title_chunks(reading: Reading) -> list[Chunk]:
    text = reading.text
    best: list[Chunk] = []
    limit = max(reading.front_end, 1)
    for between in BETWEEN.finditer(text, 0, limit):
        stop = AFTER_PARTIES.search(text, between.end(), limit)
        while stop and (_within_name(text, between.end(), stop.end()) or _goes_on(text, stop)):
            stop = AFTER_PARTIES.search(text, stop.end(), limit)
        chunks = _up_to_subject(reading, between.end(), stop.start() if stop else limit)
        named = not any(NO_NAMES.match(text, chunk.start, chunk.end) for chunk in chunks)
        if named and len(chunks) > len(best):
            best = chunks
    return best if len(best) >= 2 else []


def _up_to_subject(reading: Reading, start: int, end: int) -> list[Chunk]:
    """The chunks of start..end; what is agreed may follow a known or whole name without a sign."""
    for subject in SUBJECT.finditer(reading.text, start, end):
        chunks = _split(reading, start, subject.start())
        if len(chunks) >= 2 and not _within_name(reading.text, start, subject.start()):
            last = reading.text[chunks[-1].start : chunks[-1].end]
            known = reading.reference.match_body(last) or reading.reference.match_ministry(last)
            if known or WHOLE_NAME.search(last):
                return chunks
    return _split(reading, start, end)


def _within_name(text: str, start: int, stop: int) -> bool:
    """Is a bracket open at `stop`?"""
    return text.count("(", start, stop) > text.count(")", start, stop)


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Does a name go on, in the same line, behind what ends most?"""
    return "\n" not in stop[0] and ON_TO_LEGAL_FORM.match(text, stop.end()) is not None


def _split(reading: Reading, start: int, end: int) -> list[Chunk]:
    """One chunk per party; what begins with an office belongs to the representation before it."""
    text = reading.text
    cuts = [(start, start)]
    for separator in SEPARATOR.finditer(text, start, end):
        if not _within_name(text, start, separator.start()):
            cuts.append(
                (separator.end("aside") if separator["aside"] else separator.start(), separator.end())
            )
    chunks: list[Chunk] = []
    for (_, begin), (stop, _) in zip(cuts, [*cuts[1:], (end, end)], strict=True):
        if not text[begin:stop].strip(" ,;\n–-"):
            continue
        before = text[chunks[-1].start : chunks[-1].end] if chunks else ""
        if chunks and (
            RELATIVE_CLAUSE.search(text, begin, stop)
            or _continues_representation(reading, before, text[begin:stop])
        ):
            chunks[-1] = Chunk(chunks[-1].start, stop)
        elif len(chunks) >= 2 and _is_said(text[begin:stop].partition("\n")[0]):
            # The list of those who agree has ended, unseen: a sentence goes on about others.
            break
        else:
            chunks.append(Chunk(begin, stop))
    return [one for chunk in chunks for one in one_by_one(text, chunk)]


def _is_said(line: str) -> bool:
    """Is it a sentence? A full stop may be that of "e. V."."""
    return says_something(line) or (is_sentence(line) and LEGAL_FORM.search(line) is None)


def _continues_representation(reading: Reading, before: str, chunk: str) -> bool:
    if not re.search(REPRESENTED_BY, before, re.IGNORECASE):
        return False
    name = OFFICE_START.sub("", chunk.strip(), count=1)
    office = next(iter(RANK.sub("", name, count=1).split()), "").strip(",;.:()")
    if name == chunk.strip() and not reading.reference.match_body(name):
        # "für Forschung und" at the end of a line: what goes on names nobody.
        return not is_organisation(re.split(r"[,;\n]", name)[0])
    if IN_DATIVE.match(chunk) and re.search(REPRESENTED_BY, chunk, re.IGNORECASE):
        return False
    return reading.reference.match_body(chunk.strip()) is None and bool(
        re.match(
            r"(?:Herrn?|Frau|Erste[nr]?|Kreisausschuss|Magistrat|(?:Gemeinde)?[Vv]orstand)(?:e?s)?\b", name
        )
        or (HOLDER.fullmatch(office) is not None and not is_organisation(name))
        or reading.reference.match_office(" ".join(name.split()[:2])) is not None
        or reading.reference.match_office(name.split()[0] if name.split() else "") is not None
    )


def contracting_parties(reading: Reading, on: date | None) -> list[Party]:
    """The subject of "… schließen", or what "Partner sind …" tells, if it is a list of nothing but names; one
    among them that looks like nobody's is doubted."""
    likely: list[Party] = []
    for spans in _lists_of_names(reading.text, min(_end_of_first_section(reading), LONGEST_TITLE)):
        chunks = [chunk for start, end in spans for chunk in _parted(reading, start, end)]
        parties = [party for chunk in chunks if (party := party_in(reading, chunk, on)) is not None]
        known = [party for party in parties if is_somebody(party)]
        if len(known) == len(chunks) >= 2:
            return known
        named = [party for party in parties if party in known or may_be_somebody(party)]
        if not likely and len(named) == len(chunks) and len(known) == len(chunks) - 1 >= 2:
            likely = [party if party in known else with_repaired_name(party) for party in parties]
    return likely


def _lists_of_names(text: str, limit: int) -> Iterator[list[tuple[int, int]]]:
    """Where the text up to `limit` may list those who agree: the subject, and those with whom it does."""
    for verb in CONTRACTING.finditer(text, 0, limit):
        others = [_partners(text, found, limit) for found in WITH.finditer(text, verb.end(), limit)]
        right_behind = [one for one in others if one[0] - verb.end() <= len(" mit ")]
        end = verb.end() + len(CLAUSE_END.split(text[verb.end() : limit])[0])
        for begin in SUBJECT_START.finditer(text, 0, verb.start()):
            subject = (begin.end(), verb.start())
            yield from ([subject, one] for one in others if one[0] < end)
            if not right_behind:
                yield [subject]
    for verb in VERB_FIRST.finditer(text, 0, limit):
        start, end = _partners(text, verb, limit)
        if partners := WITH.search(text, start, end):
            yield [(start, partners.start()), (partners.end(), end)]
        else:
            yield [(start, end)]
    for told in PARTNERS_ARE.finditer(text, 0, limit):
        yield [(told.end(), told.end() + len(SENTENCE_END.split(text[told.end() : limit])[0]))]


def _partners(text: str, lead: re.Match[str], limit: int) -> tuple[int, int]:
    """Where those are named to whom a word leads, up to what they agree on."""
    behind = OBJECT.search(text, lead.end(), limit)
    return lead.end(), behind.start() if behind else limit


def _end_of_first_section(reading: Reading) -> int:
    """Who agrees is told before the first section or in it."""
    blocks = reading.layout.blocks
    first = next((block.section for block in blocks if block.section is not None), None)
    second = next((i for i, block in enumerate(blocks) if block.section not in (None, first)), None)
    return reading.starts[second] if second else len(reading.text)


def _parted(reading: Reading, start: int, end: int) -> list[Chunk]:
    """One chunk per party, as `_split` has them."""
    text = reading.text
    cuts = [
        (cut.start(), cut.end())
        for cut in NOMINATIVE_SEPARATOR.finditer(text, start, end)
        if not _within_name(text, start, cut.start())
    ]
    cuts += [(cut.end("before"), cut.end()) for cut in ON_ITS_LINE.finditer(text, start, end)]
    cuts.sort()
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    chunks: list[Chunk] = []
    for begin, stop in zip(starts, ends, strict=True):
        before = text[chunks[-1].start : chunks[-1].end] if chunks else ""
        if _continues_representation(reading, before, text[begin:stop]):
            chunks[-1] = Chunk(chunks[-1].start, stop)
        else:
            chunks.append(Chunk(begin, stop))
    return [one for chunk in chunks for one in one_by_one(text, chunk)]
