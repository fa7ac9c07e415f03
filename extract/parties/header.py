"""What the document is: kind, title, programmes, budget year, and the authority that issues the Bescheid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from extract.certainty.confidence import EXACT_MATCH, repaired, weighed
from extract.language.language import MENTIONS, language_of, read_text
from extract.language.lines import Line
from extract.language.passage import Passage, join_lines
from extract.layout.near_names import near_mention
from extract.layout.understand import Mention, Reading
from extract.parties.issuing import issuing_office
from models.agreement import Programme
from models.german import find_dates
from models.german.dates import MONTH
from models.reference import Entry, Match
from models.values import Extracted

E = TypeVar("E", bound=Entry)

YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d{2}(?![\d/]|[.,-]\d)")
# A year that belongs to a date, a span of years or a law is not the year of the budget.
YEAR_OF_DATE = re.compile(
    rf"(?:\d\s?(?:\.|[-–/])\s?|{MONTH}"
    r"|[A-Za-zÄä]{3,4}\.|bis|/|Ende|Stand:?|vom)\s*$",
    re.IGNORECASE,
)
YEAR_SPAN = re.compile(r"\s*(?:bis|[-–]|/)\s*(?:20)?\d{2}\b")
YEAR_CUE = re.compile(
    r"(?:Jahr(?:es|e|en)?|Haushaltsjahr(?:es)?|Förderjahr(?:es)?|Budgets?|Kalenderjahr(?:es)?)\s*(?:\d{4}\s*(?:,|und)\s*)?$",
    re.IGNORECASE,
)
MONEY = re.compile(r"Euro|EUR|€")
# A sentence goes on with the sum that stands in a block of its own.
LEADS_ON = re.compile(r"(?:\bvon|\büber|:)\s*\Z")
# A year of what an agreement without a programme is about is none of a budget, unless it says so.
OF_BUDGET = re.compile(r"(?:haushalts|förder|rechnungs)jahr|budget|zuwendung|förder", re.IGNORECASE)
TABLE_YEAR = re.compile(r"jahr\b", re.IGNORECASE)
ISSUES = re.compile(r"Bescheid|bewillig|erlass|erlässt|Bewilligungsbehörde|Antrag", re.IGNORECASE)

# "zum Landesprogramm „Musterregionen“": in a title, quotes say what a programme of no list is called.
QUOTED_PROGRAMME = re.compile(
    r"\b(?:[A-ZÄÖÜ]\w*p|P)rogramm(?:e?s)?\s+[„“»\"‚](?P<name>[A-ZÄÖÜ0-9][^„“”»«\"‚‘]{2,80})[“”«\"‘]"
)
# What stands between two names of one list.
NAMES_MORE = re.compile(r"[\s,;/–-]*(?:(?:und|sowie|&)(?:\s+de[ms])?)?[\s–-]*")
# A line of the title that begins with a compound, or with several that share their end, "Leistungs-, Entgelt-
# und Prüfungsvereinbarung"; its head says what it is.
COMPOUND_KIND = re.compile(
    r"(?:^|\n)(?P<kind>(?:[A-ZÄÖÜ][\w-]*-(?:\s?/\s?|,\s+|,?\s+(?:und|oder|sowie|u\.)\s+))*(?P<whole>[A-ZÄÖÜ][\w-]*(?P<head>vertrag|vereinbarung|abkommen)))\b",
    re.IGNORECASE,
)
# "Ziel- und Leistungsvereinbarung", "Ziel-, Mittel- und …": what stands before the last half of a kind.
HALF_BEFORE = re.compile(
    r"\b(?P<words>(?:[A-ZÄÖÜ][\w-]+-,\s+)*[A-ZÄÖÜ][\w-]+)-\s+(?P<link>und|oder)\s+\Z", re.IGNORECASE
)
# "Nachstehend wird die Verwaltungsvereinbarung … bekannt gemacht": the note that publishes an agreement.
PUBLISHES = re.compile(
    r"\b(?:bekannt\s?(?:gemacht|gegeben)|veröffentlicht|Bekanntmachung\s+de[rs])\b", re.IGNORECASE
)
# "Entwurf_2018.docx / Vereinbarung": a line that names a file is printed by a program, and is no title.
NAMES_FILE = re.compile(r"\w\.(?:docx?|xlsx?|od[ts]|pdf|rtf)\b", re.IGNORECASE)
# "… treffen die nachstehende Vereinbarung:": no title, though a pen makes its line the largest.
ANNOUNCED = re.compile(r"\b(?:nachstehende|(?:nach)?folgende|vorliegende)[nrs]?\s+\Z", re.IGNORECASE)
# What may be called by another name: the keys of kinds that say but that something is agreed.
GENERIC = ("vereinbarung", "vertrag")
DEMONSTRATIVE = re.compile(r"\b[Dd]iese[nmrs]?\s+\Z")
# A title is printed larger than the text by this factor at least.
TITLE_SIZE = 1.15
# So many words at most has a cell of a form that names the programmes.
FORM_WORDS = 12
# Lines whose sizes differ by less than this factor are set alike: in a scan a size is an estimate.
AS_LARGE = 0.85
FRONT_WEIGHT, PROGRAMME_WEIGHT, CUE_WEIGHT, MONEY_WEIGHT, LONE_WEIGHT = 6, 2, 1, 2, 1


def find_kind(reading: Reading) -> tuple[Extracted[str], str] | None:
    """The kind of document and its key: what the largest print of the title part names first."""
    in_title = reading.mentioned("kind", 0, reading.front_end)
    in_title = [one for one in in_title if not NAMES_FILE.search(reading.block_at(one.start).text)]
    in_title = [one for one in in_title if not _is_published(reading, one.start)] or in_title
    called = [one for one in in_title if not ANNOUNCED.search(reading.text, 0, one.start)]
    if in_title and not called and _is_scanned(reading) and (near := _near_kind(reading)):
        return near
    if in_title := called or in_title:
        sizes = {mention: _size(reading.block_at(mention.start).lines[0]) for mention in in_title}
        largest = max(sizes.values())
        best = next(mention for mention in in_title if sizes[mention] >= AS_LARGE * largest)
        if best.key in GENERIC:
            best = next((one for one in in_title if _in_brackets(reading, one)), best)
        compound = _compound_kind(reading, best.start, AS_LARGE * sizes[best])
        if compound is not None:
            return compound
        kind, key = _as_kind(reading, best, float(_stands_out(reading, best)))
        # A noun without its capital is the end of a longer one: "vereinbarung" behind a stamp.
        beheaded = kind.text[:1].islower()
        # "Diese Vereinbarung" in the text, above which a stamp lies on the title.
        spoken = key in GENERIC and not _stands_out(reading, best)
        unsure = kind.provenance.origin == "ocr" and (beheaded or spoken)
        return repaired(kind, exact=not unsure), key
    if (compound := _compound_kind(reading, reading.front_end)) is not None:
        return compound
    if (tabled := _kind_in_cells(reading)) is not None:
        return tabled
    if near := _near_kind(reading):
        return near
    # "Diese Vereinbarung" says little of what the title says, which was not read.
    said = next((_as_kind(reading, mention, 0.0) for mention in reading.mentioned("kind")), None)
    return (repaired(said[0], exact=False), said[1]) if said else None


def _in_brackets(reading: Reading, mention: Mention) -> bool:
    """Does the title say in brackets what it is: "Vereinbarung über Ziele (Zielvereinbarung)"?"""
    around = reading.text[max(mention.start - 1, 0) : mention.end + 1]
    return around[:1] + around[-1:] == "()"


def _size(line: Line) -> float:
    """The letter size of most of a line: words behind a stamp are as large as the two together."""
    return sorted(word.size for word in line.words)[len(line.words) // 4]


def _near_kind(reading: Reading) -> tuple[Extracted[str], str] | None:
    """What is nearly the name of a kind in the title part, letters of which were misread."""
    reference = reading.reference
    near = near_mention(reading, "kind", reference.kinds, reference.match_kind, reading.front_end)
    if near is None or DEMONSTRATIVE.search(reading.text, 0, near[0].start):
        return None
    return _as_kind(reading, *near)


def _is_scanned(reading: Reading) -> bool:
    return any(piece.word.origin == "ocr" for piece in reading.passage.pieces[:1])


def _as_kind(reading: Reading, mention: Mention, score: float) -> tuple[Extracted[str], str]:
    entry = next(entry for entry in reading.reference.kinds if entry.key == mention.key)
    start, name = mention.start, _as_printed(entry, reading.text[mention.start : mention.end])
    if half := HALF_BEFORE.search(reading.text, 0, start):
        start = half.start()
        # Only where all is set in capitals those of the word say nothing: "IT- und Leistungsvereinbarung".
        capitals = reading.text[start : mention.end].isupper()
        words = " ".join(word.capitalize() if capitals else word for word in half["words"].split())
        name = f"{words}- {half['link'].lower()} {name}"
    return weighed(reading.passage.extract(start, mention.end, name), score), entry.key


def _as_printed(entry: Entry, printed: str) -> str:
    """What the list calls a kind, or the word for it that is printed: "Nachtragsvertrag", "Nachtrag zur
    Zielvereinbarung"."""
    said = " ".join(printed.casefold().split())
    words = {re.sub(r"e?s$", "", one) for one in (said, said.split(" zu")[0])}
    return next((form for form in entry.forms if form.casefold() in words and " " not in form), entry.name)


def _kind_in_cells(reading: Reading) -> tuple[Extracted[str], str] | None:
    """The kind that a cell in the title part names and nothing else, as forms have it: "Dokumentart"."""
    for placed in reading.layout.tables:
        if placed.section is not None:
            break
        for cell in (cell for row in placed.table.rows for cell in row if cell.lines):
            match = reading.reference.match_kind(cell.text)
            if match is not None and match.score >= EXACT_MATCH:
                return weighed(cell.passage.whole(match.entry.name), match.score), match.entry.key
    return None


def _compound_kind(reading: Reading, end: int, size: float = 0.0) -> tuple[Extracted[str], str] | None:
    """A kind that no list knows, as it is printed: "Nutzungsvertrag" is a Vertrag. It stands before `end`,
    in print of `size` at least."""
    keys = {entry.name.casefold(): entry.key for entry in reading.reference.kinds}
    for match in COMPOUND_KIND.finditer(reading.text, 0, end):
        word = " ".join(match["kind"].split())
        name = word.title().replace(" Und ", " und ").replace(" Oder ", " oder ") if word.isupper() else word
        known = reading.reference.match_kind(match["whole"])
        key = known.entry.key if known else keys.get(match["head"].casefold())
        large = reading.block_at(match.start("kind")).lines[0].size >= size
        if key and large and (known is None or "/" in word):
            return weighed(reading.passage.extract(*match.span("kind"), name), 0.0), key
    return None


def _is_published(reading: Reading, offset: int) -> bool:
    """Does a note speak there of the agreement that follows it?"""
    return PUBLISHES.search(reading.block_at(offset).text) is not None


def _stands_out(reading: Reading, mention: Mention) -> bool:
    """Is the line of the mention larger than the text, or does it begin with the mention? A title is."""
    sizes = sorted(line.size for block in reading.layout.blocks for line in block.lines)
    line = reading.block_at(mention.start).lines[0]
    begins = reading.span_of(reading.block_index(mention.start))[0] == mention.start
    return begins or line.size > TITLE_SIZE * sizes[len(sizes) // 2]


def find_title(reading: Reading, kind: Extracted[str] | None) -> Extracted[str] | None:
    """The title: from the kind of document to where the parties are named."""
    if kind is None:
        return None
    printed = re.finditer(r"\s+".join(map(re.escape, kind.text.split())), reading.text)
    starts = [one.start() for one in printed]
    if not starts:
        return None
    start = next((one for one in starts if not _is_published(reading, one)), starts[0])
    block = reading.block_index(start)
    begin, end = reading.span_of(block)
    stop = re.search(r"\bzwischen\b", reading.text[start:], re.IGNORECASE)
    limit = start + stop.start() if stop else end
    while block + 1 < len(reading.starts) and reading.span_of(block + 1)[1] <= limit:
        following = reading.layout.blocks[block + 1]
        if following.section is not None or len(following.text.split()) > 25:
            break
        block += 1
        end = reading.span_of(block)[1]
    part = reading.passage.part(begin, max(min(end, limit), start + len(kind.text)))
    return part.whole(" ".join(part.text.split()))


def find_programmes(reading: Reading) -> tuple[Programme, ...]:
    """The programmes the title names; if it names none, the one the body names most."""
    found = reading.mentioned("programme", 0, reading.front_end)
    if not found:
        counted = Counter(mention.key for mention in reading.mentioned("programme"))
        if counted:
            found = _in_one_breath(reading, counted.most_common(1)[0][0])
    reference = reading.reference
    names = {entry.key: entry.name for entry in reference.programmes}
    if not found and (tabled := tuple(_programmes_in_cells(reading))):
        return tabled
    if not found and (
        near := near_mention(reading, "programme", reference.programmes, reference.match_programme)
    ):
        mention, score = near
        name = reading.passage.extract(mention.start, mention.end, names[mention.key])
        return (Programme(**_fields(weighed(name, score)), key=mention.key),)
    if not found and (quoted := QUOTED_PROGRAMME.search(reading.text, 0, reading.front_end)):
        name = reading.passage.extract(*quoted.span("name"), " ".join(quoted["name"].split()))
        return (Programme(**_fields(weighed(name, 0.0))),)
    first = {mention.key: mention for mention in reversed(found)}
    named = [
        Programme(**_fields(weighed(reading.passage.extract(m.start, m.end, names[m.key]), 1.0)), key=m.key)
        for m in sorted(first.values(), key=lambda mention: mention.start)
    ]
    return (*named, *(_torn_programmes(reading, {one.key for one in named}) if named else ()))


def _torn_programmes(reading: Reading, known: Collection[str | None]) -> Iterator[Programme]:
    """The other programmes of the title, or of a form in its place, in a name of which a scan has blanks."""
    if not _is_scanned(reading):
        return
    cells = [
        cell.passage
        for placed in reading.layout.tables
        if placed.table.page == 1
        for row in placed.table.rows
        for cell in row
        if len(cell.text.split()) <= FORM_WORDS
    ]
    for entry in reading.reference.programmes:
        found = (_torn(one, entry) for one in (reading.passage.part(0, reading.front_end), *cells))
        if entry.key not in known and (name := next(filter(None, found), None)):
            yield Programme(**_fields(repaired(name, exact=False)), key=entry.key)


def _torn(passage: Passage, entry: Entry) -> Extracted[str] | None:
    """The name of an entry in a passage, however its letters are parted there."""
    places = [place for place, char in enumerate(passage.text) if char.isalnum()]
    letters = "".join(passage.text[place] for place in places)
    name = "".join(filter(str.isalnum, entry.name))
    at = letters.find(name)
    if at < 0:
        return None
    start, end = places[at], places[at + len(name) - 1] + 1
    whole = " ".join(passage.text[start:end].split()) == entry.name  # known, and of no account here
    return None if whole else passage.extract(start, end, entry.name)


def _in_one_breath(reading: Reading, key: str) -> list[Mention]:
    """The first mention of a programme, with those of others named right behind it or before it."""
    mentions = reading.mentioned("programme")
    first = next(index for index, mention in enumerate(mentions) if mention.key == key)
    low = high = first
    while low and NAMES_MORE.fullmatch(reading.text[mentions[low - 1].end : mentions[low].start]):
        low -= 1
    while high + 1 < len(mentions) and NAMES_MORE.fullmatch(
        reading.text[mentions[high].end : mentions[high + 1].start]
    ):
        high += 1
    return mentions[low : high + 1]


def _programmes_in_cells(reading: Reading) -> Iterator[Programme]:
    seen = set()
    programmes = reading.reference.programmes
    for name in _in_cells(reading, "programme", programmes, reading.reference.match_programme):
        key = next(entry.key for entry in reading.reference.programmes if entry.name == name.value)
        if key not in seen:
            seen.add(key)
            yield Programme(**_fields(name), key=key)


def _in_cells(
    reading: Reading, group: str, entries: Sequence[E], match: Callable[[str], Match[E] | None]
) -> Iterator[Extracted[str]]:
    """The names of the reference data that stand in cells of tables, each alone or among other words."""
    names = {entry.key: entry.name for entry in entries}
    for placed in reading.layout.tables:
        for cell in (cell for row in placed.table.rows for cell in row if cell.lines):
            if (found := match(cell.text)) is not None:
                yield weighed(cell.passage.whole(found.entry.name), found.score)
                continue
            doc = read_text(language_of(reading.reference), cell.text)
            for span in (span for span in doc.spans[MENTIONS] if span.label_ == group):
                yield weighed(cell.passage.extract(span.start_char, span.end_char, names[span.kb_id_]), 1.0)


def find_budget_year(reading: Reading) -> Extracted[int] | None:
    """The year the money is for: years in the title, after the programme and beside money vote."""
    votes: Counter[int] = Counter()
    places: dict[int, tuple[int, int, int]] = {}
    programmes = {mention.end for mention in reading.mentioned("programme")}
    other = not find_programmes(reading)
    dates = [range(one.start, one.end) for one in find_dates(reading.text)]
    for match in YEAR.finditer(reading.text):
        before = reading.text[max(0, match.start() - 40) : match.start()]
        if YEAR_OF_DATE.search(before) or YEAR_SPAN.match(reading.text, match.end()):
            continue
        if any(match.start() in span for span in dates):
            continue
        weight = FRONT_WEIGHT if match.start() < reading.front_end else 0
        if any(0 < match.start() - end <= 2 for end in programmes):
            weight += PROGRAMME_WEIGHT
        start, end = reading.sentence_at(match.start())
        if LEADS_ON.search(reading.text, start, end):
            end = reading.span_of(min(reading.block_index(end - 1) + 1, len(reading.starts) - 1))[1]
        beside_money = MONEY.search(reading.text, start, end)
        if other and not (OF_BUDGET.search(reading.text, start, end) and (weight or beside_money)):
            continue
        if YEAR_CUE.search(before):
            weight += CUE_WEIGHT + (MONEY_WEIGHT if beside_money else 0)
        elif beside_money:
            weight += LONE_WEIGHT
        if weight:
            year = int(match[0])
            votes[year] += weight
            if year not in places or weight > places[year][0]:
                places[year] = (weight, match.start(), match.end())
    tabled = _year_in_tables(reading)
    if tabled is not None and (not votes or max(votes.values()) < FRONT_WEIGHT):
        return tabled
    if not votes:
        return None
    most = max(votes.values())
    if other and most < FRONT_WEIGHT and list(votes.values()).count(most) > 1:
        return None  # money by years, all of them told alike, has no one year
    year = max(votes, key=lambda y: (votes[y], -places[y][1]))
    _, start, end = places[year]
    found: Extracted[int] = reading.passage.extract(start, end, year)
    # Alone in its place, and nowhere else, it may be what was read of a stamp.
    alone = not re.search(r"[^\W\d_]", reading.block_at(start).text) and votes[year] <= FRONT_WEIGHT
    return repaired(found, exact=not alone or found.provenance.origin != "ocr")


def _year_in_tables(reading: Reading) -> Extracted[int] | None:
    """The year that a table names under or beside "Jahr", if it names one alone."""
    found: dict[int, Extracted[int]] = {}
    for table in (placed.table for placed in reading.layout.tables):
        for row in table.rows[table.header_rows :]:
            for before, header, cell in zip(("", *(c.text for c in row)), table.headers, row, strict=False):
                said = TABLE_YEAR.search(header) or TABLE_YEAR.search(before)
                if cell.lines and said and YEAR.fullmatch(cell.text.strip()):
                    year = int(cell.text)
                    found.setdefault(year, cell.passage.whole(year))
    return next(iter(found.values())) if len(found) == 1 else None


def find_authority(reading: Reading) -> Extracted[str] | None:
    """The office that issues the Bescheid: the one named beside it, else the first one named."""
    mentions = reading.mentioned("authority")
    reference, score = reading.reference, 1.0
    if not mentions and (
        near := near_mention(reading, "authority", reference.authorities, reference.match_authority)
    ):
        mentions, score = [near[0]], near[1]
    if not mentions:
        in_cells = _in_cells(reading, "authority", reference.authorities, reference.match_authority)
        return next(in_cells, None) or issuing_office(reading) or _authority_above_signatures(reading)

    def beside_bescheid(mention: Mention) -> bool:
        start, end = reading.sentence_at(mention.start)
        return bool(ISSUES.search(reading.text[start:end]))

    best = next(filter(beside_bescheid, mentions), mentions[0])
    entry = next(entry for entry in reference.authorities if entry.key == best.key)
    return weighed(reading.passage.extract(best.start, best.end, entry.name), score)


def _authority_above_signatures(reading: Reading) -> Extracted[str] | None:
    """An authority behind its label that was taken for a part of the signatures, with little certainty."""
    names = {entry.key: entry.name for entry in reading.reference.authorities}
    for line in (line for row in reading.layout.signature_rows for line in row.lines):
        passage = join_lines([line])
        doc = read_text(language_of(reading.reference), passage.text)
        for span in doc.spans[MENTIONS]:
            if span.label_ == "authority" and passage.text[: span.start_char].rstrip().endswith(":"):
                found = passage.extract(span.start_char, span.end_char, names[span.kb_id_])
                return repaired(found, exact=False)
    return None


def _fields(extracted: Extracted[str]) -> dict[str, object]:
    return {"value": extracted.value, "text": extracted.text, "provenance": extracted.provenance}
