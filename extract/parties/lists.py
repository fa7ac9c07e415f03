"""The parties of a title that is no sentence: behind labels, below each other, or in the cells of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

from extract.certainty.confidence import EXACT_MATCH, renamed, with_doubted_name
from extract.language.language import is_sentence
from extract.language.passage import Passage, join_passages
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.parties.groups import members
from extract.parties.names import Chunk, nominative, official_name, party_in, party_of
from extract.parties.roles import is_somebody, may_be_somebody
from extract.parties.words import REPRESENTED, REPRESENTED_BY, UNFINISHED
from models.agreement import Party

# What introduces those who agree …
CONNECTS = re.compile(r"und|sowie|mit|einerseits|andererseits")
INTRODUCES = re.compile(
    r"[Bb]eteiligt|[Vv]erb(?:unden|inden)|Partei|Partner|zusammen|schließen|vereinbaren|verpflichten|verabreden|zwischen|Unterzeichn|Vertrag|[Ss]eite\b|geber|nehmer"
    rf"|Empfänger|Träger|Gesellschafter|Mitglieder|^[Ff]ür\s(?:das|den|die)\s[\w\s-]+:$|^(?:{CONNECTS.pattern})$"
)
# The heading of a section that says who they are.
ABOUT = re.compile(r"Beteiligt|[Pp]artei|[Pp]artner|Unterzeichn")
# … or the sentence that leads to them.
ANNOUNCES = re.compile(
    r"\b(?:(?:Vertrags|Vereinbarungs)?(?:[Pp]artner(?:innen)?|[Pp]arteien|[Bb]eteiligte)|Vertragschließende|Unterzeichnende)"
    r"(?:\sdiese[rs]\s[A-ZÄÖÜ][a-zäöü]+)?(?:\ssind)?:$"
)
# What somebody is called, on a line of its own below the name: "Kurz: Ministerium".
CALLED_BELOW = re.compile(
    r"\W*(?:kurz(?:name|bezeichnung)?|im\s(?:folgenden|weiteren)|nachfolgend|nachstehend)\s?:\s+\S+",
    re.IGNORECASE,
)
# … each of them: "Für die Landesseite:", "Partei 1:", "Auftraggeber".
ROLE_LABEL = re.compile(
    r"(?:(?:Für\s+(?:die|den|das)\s+)?(?!Ansprech)[\w-]*(?:[Ss]eite|[Pp]artei|[Pp]artner(?:in)?|[Gg]eber(?:in)?|[Nn]ehmer(?:in)?"
    r"|[Bb]eteiligte[rs]?|[Ee]mpfänger(?:in)?|[Tt]räger|[Ee]rbringer(?:in)?)(?:\s+(?:\d|[A-H]|[IVX]{1,4}))?\s*[:–-]\s+)"
    # A compound that says nothing but the part somebody plays needs no colon; a scan may have lost it.
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer)(?:in)?(?:\s+\d)?[^\w\s]?\s+(?=[A-ZÄÖÜ])"
)
# "Für das Land", "Für die kommunale Seite:": whose field is beside it, or below; it names nobody. "Für den
# Landkreis Kassel" does.
FOR_WHOM = re.compile(
    r"Für\s+(?:das\s+(?:Land|Ministerium)|den\s+(?:Bund|(?:Land)?[Kk]reis|Träger)|die\s+(?:Stadt|Gemeinde|Kommunen?)"
    r"|die\s+(?:[a-zäöüß]+e\s+)?[\w-]*(?:[Ss]eite|[Pp]artei))\s*:?"
)
# "[1] Landkreis Kassel", "(b) Land Hessen"
PARTY_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[)\].:]{1,2}\s+(?=\S)")
# The label of a field of a form, which is behind it or below: "Zuwendungsempfänger 2".
PARTY_LABEL = re.compile(
    r"^(?:(?:Zuwendungs|Zuschuss|Förder(?:mittel|ungs)?|Mittel|Letzt|Auftrag)(?:geber|nehmer|empfänger)"
    r"|(?:Vertrags|Vereinbarungs)(?:partei|partner)|(?P<kind>Gebietskörperschaft|Kommune(?=\s*\d?[:\n])))(?:in)?"
    r"(?:\s+(?:\d|[A-H]|[IVX]{1,4}))?(?:\s*:)?\s+(?=[A-ZÄÖÜ])",
    re.MULTILINE,
)
RECEIVES = re.compile(r"empfänger|nehmer")
# What stands behind a label, with the field below that tells who acts for whom it names.
FIELD = re.compile(rf"[^\n]*(?:\n{REPRESENTED_BY}:?\s+[^\n]+)?", re.IGNORECASE)
# Labels in a title where lines were joined: "Auftraggeber: Stadt Kassel, … Auftragnehmer: Hilfswerk …".
ROLE_BEFORE = re.compile(
    r"(?<!\S)(?!Ansprech)[A-ZÄÖÜ][a-zäöüß]+(?:geber|nehmer|empfänger|träger|erbringer|partner|partei)(?:in)?"
    r"(?:\s+\d)?\s*:\s+"
    r"(?=[A-ZÄÖÜ])"
)
# The head of a column that names them, one below the other …
WHO_AGREES = re.compile(
    r"(?:(?:Vertrags|Vereinbarungs|Kooperations|Bündnis)?(?:[Pp]artner|[Pp]artei(?:en)?)|Beteiligte|Gesellschafter"
    r"|Gebietskörperschaft(?:en)?|Vertragschließende)(?:innen)?:?"
)
# … or of a line that names them one behind the other: "Gesellschafter: Landkreis A, Stadt B und Sparkasse C".
WHO_AGREES_BESIDE = re.compile(rf"(?:Die\s+)?{WHO_AGREES.pattern}(?<=:)\s+(?=\S)")
# The head of a column, or of a row, that names who acts for the parties beside it.
ACTING = re.compile(
    rf"(?:(?:gesetzlich\s+)?{REPRESENTED_BY}|(?:gesetzliche\s+)?Vertretung|handel(?:t|nd)\s+durch):?",
    re.IGNORECASE,
)

# "die Gemeinde Linden und", above the last of a list.
LEADS_TO_LAST = re.compile(r"[\s,;]+(?:und|sowie)\s*$")
# "… der" "Stadt Kassel" "und des" "Jobcenters Kassel"
OF = re.compile(r"\bdes\s*\Z")
BY = re.compile(r"durch\s+(?=\S)")


def labelled_parties(reading: Reading, on: date | None) -> list[Party]:
    """Those whom a form names behind or below its labels: "Zuwendungsgeber", "Zuwendungsempfänger 2". Who
    looks like nobody is doubted."""
    labels = [*PARTY_LABEL.finditer(reading.text), *ROLE_BEFORE.finditer(reading.text, 0, reading.front_end)]
    if any(RECEIVES.search(label[0]) for label in labels):
        # Where somebody is said to receive, the body in whose area that is has a field, too.
        labels = [label for label in labels if label.re is not PARTY_LABEL or not label["kind"]]
    starts = {label.end(): label.start() for label in labels}
    parties = []
    for start in sorted(starts):
        following = (begin for end, begin in starts.items() if end > start)
        chunk = Chunk(start, min(_end_of_field(reading.text, start), *following, len(reading.text)))
        party = party_in(reading, chunk, on) if reading.text[chunk.start : chunk.end].strip() else None
        if party is not None and may_be_somebody(party):
            parties.append(party if is_somebody(party) else with_doubted_name(party))
    several = len({party.name.value for party in parties}) >= 2
    return parties if several and any(map(is_somebody, parties)) else []


def _end_of_field(text: str, start: int) -> int:
    """Where the line ends, with the field below it that tells who acts for whom it names."""
    field = FIELD.match(text, start)
    return field.end() if field else len(text)


def listed_parties(reading: Reading, on: date | None) -> list[Party]:
    """The names that stand below each other, each a paragraph or an item of its own: in the title part, or
    in a section that is about those who agree.

    Where nothing introduces them and no list knows them, they are doubted.
    """
    blocks = reading.layout.blocks
    front = [index for index in range(len(blocks)) if reading.starts[index] < reading.front_end]
    if listed := _below_each_other(reading, front, on):
        return listed
    about = {mark.number for mark in reading.layout.sections if mark.title and ABOUT.search(mark.title.text)}
    about |= {one.section for one, below in pairwise(blocks) if one.section and _announces(one, below)}
    # A second document in the file has sections of the same numbers.
    sections = [
        list(run)
        for number, run in groupby(range(len(blocks)), key=lambda n: blocks[n].section)
        if number in about
    ]
    return next((found for one in sections if (found := _below_each_other(reading, one, on))), [])


def _announces(block: Block, below: Block) -> bool:
    """Does a line say that those who agree are listed below it: "Den Vertrag machen drei Partner:"?"""
    listed = below.kind == "item" and block.section == below.section
    return listed and block.text.endswith(":") and ANNOUNCES.search(block.text) is not None


def _below_each_other(reading: Reading, indices: Sequence[int], on: date | None) -> list[Party]:
    introduced = False
    awaited: list[Block] = []
    parties: list[Party] = []
    sure: list[bool] = []
    above: int | None = None
    for index in indices:
        block = reading.layout.blocks[index]
        start, end = reading.span_of(index)
        begun = next((one for one in awaited if _is_below(block, one)), None)
        if begun is not None and block.marker is None and not REPRESENTED.search(block.text):
            # The other half of "…, vertreten durch das Hessische": who represents is no party.
            awaited.remove(begun)
            continue
        if parties and CALLED_BELOW.match(block.text):
            continue
        if FOR_WHOM.fullmatch(block.text):
            introduced, above = True, len(parties) if above is None else above
            continue
        if UNFINISHED.search(block.text):
            awaited.append(block)
        if len(members := _members_beside(reading, start, end, on)) > 1:
            above = len(parties) if above is None else above
            parties += members
            sure += [True for _ in members]
            continue
        party, label = _party_of_line(reading, index, on)
        if party is not None and label is not None and may_be_somebody(party):
            party = party if is_somebody(party) else with_doubted_name(party)
        elif party is None or not is_somebody(party):
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
        party if certain else with_doubted_name(party) for party, certain in zip(parties, sure, strict=True)
    ]


def _party_of_line(
    reading: Reading, index: int, on: date | None
) -> tuple[Party | None, re.Match[str] | None]:
    """Whom a block names, and the number or the role before it."""
    block = reading.layout.blocks[index]
    start, end = reading.span_of(index)
    number = PARTY_NUMBER.match(block.text)
    label = ROLE_LABEL.match(block.text, number.end() if number else 0) or number
    leads = LEADS_TO_LAST.search(block.text) if block.kind == "item" else None
    chunk = Chunk(start + (label.end() if label else 0), start + leads.start() if leads else end)
    party = party_in(reading, chunk, on) if chunk.start < chunk.end else None
    if party is not None and party.registry_key is None and OF.search(reading.text, 0, chunk.start):
        party = renamed(party, nominative(f"des {party.name.value}"))
    return party, label


def _members_beside(reading: Reading, start: int, end: int, on: date | None) -> list[Party]:
    """Those whom a line lists behind what they are together, if each of them is somebody."""
    label = WHO_AGREES_BESIDE.match(reading.text, start, end)
    chunks = members(reading.text, Chunk(label.end(), end)) if label else []
    parties = [party_in(reading, chunk, on) for chunk in chunks if chunk.understood]
    found = [party for party in parties if party is not None and is_somebody(party)]
    return found if len(found) == len(chunks) else []


def _is_below(block: Block, other: Block) -> bool:
    """Does a block stand in the column of another?"""
    (x0, top, x1, _), (other_x0, other_top, other_x1, _) = block.lines[0].bbox, other.lines[-1].bbox
    return block.page > other.page or (top > other_top and x0 < other_x1 and other_x0 < x1)


def parties_in_tables(reading: Reading, on: date | None) -> list[Party]:
    """The parties that a table names, each alone in its cell, or in one cell that a label introduces; taken
    from the first table that names two."""
    lands = {body.key for body in reading.reference.bodies if body.kind == "state"}
    for placed in reading.layout.tables:
        parties: dict[str, Party] = {}
        above: dict[int, str] = {}
        heads = placed.table.headers if placed.section is None else ()
        named_below = {n for n, head in enumerate(heads) if WHO_AGREES.fullmatch(head)}
        acting = {n for n, head in enumerate(placed.table.rows[0]) if ACTING.fullmatch(head.text)}
        for row in placed.table.rows:
            if ACTING.fullmatch(row[0].text):
                for column, name in above.items():
                    if row[column].lines and parties[name].representative is None:
                        parties[name] = _represented(parties[name], row[column].passage)
                continue
            beside: set[str | None] = set()
            who = next((row[n].passage for n in acting if re.search(r"[^\W\d_]{3}", row[n].text)), None)
            for column, (label, cell) in enumerate(zip(("", *(one.text for one in row)), row, strict=False)):
                if column in acting:
                    continue
                beside_label = INTRODUCES.search(label) is not None and column not in named_below
                introduced = beside_label or column in named_below
                lines = join_passages([line.passage for line in cell.lines], seam="\n")
                for passage in _one_by_one(lines, reading, on) if beside_label else [cell.passage]:
                    party = party_of(passage, reading, on) if passage.pieces else None
                    if party and beside & lands and reading.reference.ministry(party.registry_key):
                        # The ministry in the row of its Land acts for it.
                        continue
                    if party is not None and (is_somebody(party) if introduced else _is_known(party)):
                        if who and party.representative is None:
                            party = _represented(party, who)
                        parties.setdefault(party.name.value, party)
                        above[column] = party.name.value
                        beside.add(party.registry_key)
        if len(parties) > 1:
            return list(parties.values())
    return []


def _represented(party: Party, who: Passage) -> Party:
    said = BY.match(who.text)
    who = who.part(said.end(), len(who.text)) if said else who
    return party.model_copy(update={"representative": who.whole(" ".join(who.text.split()))})


def _one_by_one(lines: Passage, reading: Reading, on: date | None) -> list[Passage]:
    """What stands in one cell, cut where the next party begins: with its article, or with a name of the
    lists that nothing before it leads to."""
    cuts = [0]
    for end in re.finditer(r"(?P<open>\b[a-zäöüß]{2,4})?[ ,;]*\n(?:(?:und|sowie)\s+)?", lines.text):
        rest = lines.text[end.end() :]
        begins = (
            re.match(r"(?:Der|Die|Das)\s", rest) or official_name(reading, rest.partition("\n")[0], on)[1]
        )
        if begins and not end["open"]:
            cuts.append(end.end())
    return [lines.part(*pair) for pair in pairwise([*cuts, len(lines.text)])]


def _is_known(party: Party) -> bool:
    return party.match_score is not None and party.match_score >= EXACT_MATCH
