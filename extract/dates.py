"""Dates of the text and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.confidence import doubted, repaired
from extract.date_cues import NOT_BEFORE, PARTICIPLE, role_before
from extract.geometry import overlap
from extract.language import is_sentence
from extract.other_agreements import concludes_another
from extract.passage import Passage, join_lines
from extract.tables import Table
from extract.understand import Reading
from models.agreement import DateMention, DateRole, Signatory
from models.german import FoundDate, find_dates
from models.values import Extracted, Provenance

# The day to which notice may be given is none of these: "mit einer Frist von drei Monaten zum 31. Dezember".
NOTICE = re.compile(
    r"\bFrist\s+von\s+(?:\w+\s+){2,3}zum\W*$|\b(?:kündbar|kündigen)\b[^.;]{0,40}$", re.IGNORECASE
)
GIVES_NOTICE = re.compile(r"[^.;]{0,30}?\b(?:gekündigt|kündbar|kündigen|Kündigung)\b")
# What follows a date until the clause ends: "am 30. April vorliegen", "zum 30. April vorzulegen".
DUE = re.compile(
    r"[^.;]{0,60}?\b(?:vorliegen|vorzuliegen|vorzulegen|vorgelegt|einzureichen|eingereicht|eingehen|einzugehen"
    r"|abzurechnen|abgerechnet|nachzuweisen|nachgewiesen|abzugeben|abgegeben|zu stellen|gestellt|mitzuteilen"
    r"|zu übersenden|übersandt|zu berichten|beizubringen|anzuzeigen|abzurufen|abgerufen|fällig|zurückzuzahlen"
    r"|zu erstatten|vorzunehmen|zu erbringen|abzuschließen"
    r"|zu senden|zu melden|zu belegen|endet die Frist|läuft die Frist)\b"
)
# What is to be done by a day, in grammar: "zum 30. April … zu fertigen", "vorzubereiten".
BY_THE_DAY = re.compile(r"\b(?:zum|am|bis)\W*$")
TO_DO = re.compile(
    r"[^.;,]{0,60}?\b(?!anzuwenden|zu\s+beachten)(?:zu\s+[a-zäöüß]+e?n|[a-zäöüß]{2,}zu[a-zäöüß]{3,}n)\b"
)
# "am 15. November nicht abgerufen sind, verfallen"
FORFEIT = re.compile(
    r"[^.;]{0,60}?\bnicht\b[^.;]{0,60}?\b(?:verf[aä]ll\w*|erlisch\w*|erlösch\w*|entf[aä]ll\w*)"
)
STARTS = re.compile(
    r"[^.;,]{0,40}?\b(?:beginn(?:en|t)|begonnen|(?:ge)?starte[nt]|aufgenommen|an(?:ge)?laufen)\b"
)
# What was decided, told or referred to: "am 9. Februar zugestimmt", "stimmte … am 9. Februar zu".
TOLD = re.compile(
    r"[^.;]{0,60}?\b(?:zugestimmt|beschlossen|verabschiedet|gebilligt|genehmigt|beraten|erlassen|veröffentlicht"
    r"|bekannt\s?(?:gemacht|gegeben)|bewilligt|erteilt|verwiesen|Bezug\s+genommen)\b"
)
AGREED = re.compile(
    r"\b(?:stimmten?|beschloss(?:en)?|verabschiedeten?|billigten?|genehmigten?)\b[^.;]{0,80}$"
)
# "bis zum Ablauf des 30. Juni": of a period, or of the time to do something.
EXPIRY = re.compile(r"\bAblauf\s+de[sr]\W+$")
# What has been done is no deadline: "wurde am 3. Mai eingereicht", but "haben am 3. Mai … vorzulegen".
PAST = re.compile(r"\b(?:wurden?|hat|haben|hatten?)\b[^.;:]*$")
DONE = re.compile(rf"[^.;:]{{0,80}}?\b{PARTICIPLE}\b(?!\s+(?:werden|sein|haben)\b)")
TAKES_EFFECT = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?(?:in\s+Kraft|wirksam)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\s*(?!und\b|sowie\b)(?:[^\W\d_]+\s+){0,3}?(?:außer\s+Kraft|endet(?!\s+die\s+\w*[Ff]rist)|aus\b"
    r"|(?:ihre|seine)\s+(?:Gültigkeit|Geltung|Wirkung)\b)"
)
# Where and when somebody signed, below the text: "am 3. Mai 2023 in Kassel", "Kassel, den 3. Mai 2023".
PLACE = r"[A-ZÄÖÜ][\w.()-]+(?:[ -](?:[\w.()-]+)){0,4}"
BEFORE_SIGNING = re.compile(rf"(?:\bam\s|\bden\s|{PLACE}\s?,\s*)$")
BEHIND_SIGNING = re.compile(rf"(?:,?\s+(?:in\s+)?{PLACE})?\W*")
# What stands between the two dates of a period.
UNTIL = re.compile(r"\W*bis(?:\s+(?:zum|einschließlich))?\W*|\s*[-–—/]\s*", re.IGNORECASE)
# A label above a date has so many words at most.
LABEL_WORDS = 6
# So many characters before a date speak for it.
CLAUSE = 90


def find_date_mentions(
    reading: Reading, signatories: tuple[Signatory, ...], amends: bool
) -> tuple[DateMention, ...]:
    """Every full date: those of the text in order, then the dates of signature.

    `amends` tells whether the document changes an earlier agreement: only then the date of another
    agreement is that of the amended one.
    """
    found = find_dates(reading.text)
    running = [
        _signed_here(
            reading, one, _in_role(reading.passage, found, index, _said_from(reading, one), "", amends)
        )
        for index, one in enumerate(found)
    ]
    signed = [signatory.date.provenance for signatory in signatories if signatory.date is not None]
    loose = list(_among_signatures(reading, amends))
    told = [
        one
        for one in loose
        if one.role != "signature" and not any(_overlap(one, other.provenance) for other in running)
    ]
    mentions = sorted([*running, *told, *_tabled(reading, amends)], key=_reading_order)
    mentions = [one for one in mentions if not any(_overlap(one, place) for place in signed)]
    seen = set()
    for signatory in signatories:
        spot = (signatory.date.provenance.page, signatory.date.provenance.bbox) if signatory.date else None
        if signatory.date is not None and spot not in seen:
            seen.add(spot)
            mentions.append(_mention(signatory.date, "signature"))
    places = [mention.provenance for mention in mentions]
    mentions += [one for one in loose if not any(_overlap(one, place) for place in places)]
    return tuple(mentions)


def _among_signatures(reading: Reading, amends: bool) -> Iterator[DateMention]:
    """The dates of the signature block, as doubtful as a date is that belongs to nobody; but one of which
    something is said was only taken for a part of it."""
    for row in reading.layout.signature_rows:
        for number, line in enumerate(row.lines):
            passage, label = join_lines([line]), " ".join(one.text for one in row.lines[:number])
            found = find_dates(passage.text)
            for index in range(len(found)):
                mention = _in_role(passage, found, index, 0, f"{label} ", amends)
                signs = mention.role in ("other", "signature")
                yield _mention(doubted(mention), "signature") if signs else mention


def _overlap(mention: DateMention, place: Provenance) -> bool:
    own = mention.provenance
    (a0, a1, a2, a3), (b0, b1, b2, b3) = own.bbox, place.bbox
    return own.page == place.page and overlap(a0, a2, b0, b2) > 0 and overlap(a1, a3, b1, b3) > 0


def _said_from(reading: Reading, found: FoundDate) -> int:
    """Where what speaks for a date begins: its block; for a date on a line of its own, the label above it."""
    index = reading.block_index(found.start)
    start, end = reading.span_of(index)
    alone = end - start - (found.end - found.start) < 3
    above = reading.layout.blocks[index - 1].text if alone and index else ""
    return reading.span_of(index - 1)[0] if above and len(above.split()) <= LABEL_WORDS else start


def _signed_here(reading: Reading, found: FoundDate, mention: DateMention) -> DateMention:
    """A place and a date on a line of their own below the text, outside of any signature block that was
    understood: a signature, but for certain only if somebody looks."""
    start, end = reading.span_of(reading.block_index(found.start))
    placed = BEFORE_SIGNING.search(reading.text[start : found.start]) and BEHIND_SIGNING.fullmatch(
        reading.text, found.end, end
    )
    below = start >= reading.front_end and not is_sentence(reading.text[start:end])
    if mention.role != "other" or not placed or not below:
        return mention
    return _mention(doubted(mention), "signature")


def _tabled(reading: Reading, amends: bool) -> Iterator[DateMention]:
    """The dates in tables."""
    for placed in reading.layout.tables:
        table = placed.table
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                found = find_dates(cell.text) if cell.lines else []
                labels = _labels(table, number, column) if found else ()
                for index in range(len(found)):
                    mentions = [_in_role(cell.passage, found, index, 0, one, amends) for one in labels]
                    yield next((one for one in mentions if one.role != "other"), mentions[-1])


def _labels(table: Table, number: int, column: int) -> tuple[str, str]:
    """What speaks for a cell: the one to its left, as in a form, or the heading of its column and the first
    cell of its row."""
    row = table.rows[number]
    beside = row[column - 1].text if column else ""
    heading = table.headers[column] if number >= table.header_rows else ""
    return f"{beside} ", f"{heading} {row[0].text if column else ''} "


def _in_role(
    passage: Passage, found: Sequence[FoundDate], index: int, start: int, label: str, amends: bool
) -> DateMention:
    """Date number `index` of those found in a text, with the role that the words from `start` to it give it.
    `label` stands before them."""
    text, one = passage.text, found[index]
    before = label + text[max(start, one.start - CLAUSE) : one.start]
    role = role_before(before)
    done = PAST.search(before) is not None and DONE.match(text, one.end) is not None
    if TAKES_EFFECT.match(text, one.end):
        role = "period_start"
    elif ENDS.match(text, one.end):
        role = "period_end"
    elif concludes_another(before, text, one.end, PAST.search(before) is not None, amends):
        role = "amended_agreement"
    elif NOTICE.search(before) or (role == "other" and GIVES_NOTICE.match(text, one.end)):
        role = "other"
    elif (role == "other" or EXPIRY.search(before)) and not done and DUE.match(text, one.end):
        role = "deadline"
    elif role == "other" and not NOT_BEFORE.search(before):
        role = _role_behind(before, text, one.end)
        role = "reference" if role == "other" and done else role
    following = found[index + 1] if index + 1 < len(found) else None
    if following and UNTIL.fullmatch(text, one.end, following.start):
        role = "period_start"
    if index and UNTIL.fullmatch(text[found[index - 1].end : one.start]):
        role = "period_end"
    if role == "amended_agreement" and not amends:
        role = "reference"
    return _mention(repaired(passage.extract(one.start, one.end, one.value), one.exact), role)


def _role_behind(before: str, text: str, end: int) -> DateRole:
    """The role that words behind a date, which ends at `end`, give it where those before it are silent."""
    if (BY_THE_DAY.search(before) and TO_DO.match(text, end)) or FORFEIT.match(text, end):
        return "deadline"
    if STARTS.match(text, end):
        return "period_start"
    return "reference" if TOLD.match(text, end) or AGREED.search(before) else "other"


def _reading_order(mention: DateMention) -> tuple[int, float, float]:
    return mention.provenance.page, mention.provenance.bbox[1], mention.provenance.bbox[0]


def _mention(extracted: Extracted[date | None], role: DateRole) -> DateMention:
    return DateMention(value=extracted.value, text=extracted.text, provenance=extracted.provenance, role=role)
