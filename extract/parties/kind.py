"""What kind of document it is: by the lists, by the compound in its title, or in a cell of its form."""

from __future__ import annotations

import re

from extract.certainty.confidence import EXACT_MATCH, repaired, weighed
from extract.language.lines import Line
from extract.language.other_agreements import tells_of_change
from extract.layout.near_names import near_mention
from extract.layout.understand import Mention, Reading
from models.reference import Entry
from models.values import Extracted

# A title is printed larger than the text by this factor at least.
TITLE_SIZE = 1.15
# "Entwurf_2018.docx / Vereinbarung": a line that names a file is printed by a program, and is no title.
NAMES_FILE = re.compile(r"\w\.(?:docx?|xlsx?|od[ts]|pdf|rtf)\b", re.IGNORECASE)
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
# "… treffen die nachstehende Vereinbarung:": no title, though a pen makes its line the largest.
ANNOUNCED = re.compile(r"\b(?:nachstehende|(?:nach)?folgende|vorliegende)[nrs]?\s+\Z", re.IGNORECASE)
# What may be called by another name: the keys of kinds that say but that something is agreed.
GENERIC = ("vereinbarung", "vertrag")
DEMONSTRATIVE = re.compile(r"\b[Dd]iese[nmrs]?\s+\Z")
# Lines whose sizes differ by less than this factor are set alike: in a scan a size is an estimate.
AS_LARGE = 0.85


def find_kind(reading: Reading) -> tuple[Extracted[str], str] | None:
    """The kind of document and its key, doubted where a scan has but the end of its word, and where what is
    called no change tells of one."""
    found = _find_kind(reading)
    if found is None:
        return None
    kind, key = found
    amends = any(entry.amends for entry in reading.reference.kinds if entry.key == key)
    sound = not _is_beheaded(kind) and (amends or not tells_of_change(reading.text))
    return repaired(kind, exact=sound), key


def _is_beheaded(kind: Extracted[str]) -> bool:
    """Is a noun printed without its capital the end of a longer one, "ngsvereinbarung" behind a stamp?"""
    return kind.provenance.origin == "ocr" and kind.text[:1].islower()


def _find_kind(reading: Reading) -> tuple[Extracted[str], str] | None:
    """The kind and its key: what the largest print of the title part names first."""
    in_title = reading.mentioned("kind", 0, reading.front_end)
    in_title = [one for one in in_title if not NAMES_FILE.search(reading.block_at(one.start).text)]
    in_title = [one for one in in_title if not is_published(reading, one.start)] or in_title
    called = [one for one in in_title if not ANNOUNCED.search(reading.text, 0, one.start)]
    if in_title and not called and is_scanned(reading) and (near := _near_kind(reading)):
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
        # "Diese Vereinbarung" in the text, above which a stamp lies on the title.
        spoken = key in GENERIC and not _stands_out(reading, best)
        return repaired(kind, exact=not (kind.provenance.origin == "ocr" and spoken)), key
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
    """What is nearly the name of a kind in the title part, letters of which were misread: disputed."""
    reference = reading.reference
    near = near_mention(reading, "kind", reference.kinds, reference.match_kind, reading.front_end)
    if near is None or DEMONSTRATIVE.search(reading.text, 0, near[0].start):
        return None
    kind, key = _as_kind(reading, *near)
    return repaired(kind, exact=near[1] >= EXACT_MATCH), key


def is_scanned(reading: Reading) -> bool:
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
        for cell in placed.table.cells:
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


def is_published(reading: Reading, offset: int) -> bool:
    """Does a note speak there of the agreement that follows it?"""
    return PUBLISHES.search(reading.block_at(offset).text) is not None


def _stands_out(reading: Reading, mention: Mention) -> bool:
    """Is the line of the mention larger than the text, or does it begin with the mention? A title is."""
    sizes = sorted(line.size for block in reading.layout.blocks for line in block.lines)
    line = reading.block_at(mention.start).lines[0]
    begins = reading.span_of(reading.block_index(mention.start))[0] == mention.start
    return begins or line.size > TITLE_SIZE * sizes[len(sizes) // 2]
