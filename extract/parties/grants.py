"""Who gives and who receives where sentences tell it: "Der Bund zahlt den Ländern einen Betrag …".

Nobody's kind decides: the parties are told by what the text calls them, the sides by the verb and the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.understand import Reading
from extract.parties.terms import PLURALS, terms_of
from models.agreement import Party
from models.german import find_amounts

GIVER = re.compile(r"(?:(?:Zuwendungs|Zuschuss|Förder(?:mittel)?|Mittel)geber(?:in)?)$")
RECEIVER = re.compile(
    r"(?:(?:Zuwendungs|Zuschuss|Förder(?:mittel)?|Mittel|Letzt)(?:empfänger|nehmer)(?:in)?)$"
)
FEMININE = re.compile(
    r"(?:stadt|gemeinde|schule|universität|gesellschaft|stiftung|gmbh|agentur|kammer|kasse|bank|republik|region"
    r"|behörde|anstalt|kirche|akademie|direktion|regierung|erin)$",
    re.IGNORECASE,
)
# Between the two parts of a verb, in characters.
_CLAMPED = r".{0,600}?"
GIVES = re.compile(
    r"(?<![Zz]u\s)\b(?:gewähr|bewillig|zahl)(?:t|en)\b"
    rf"|\bstell(?:t|en)\b(?={_CLAMPED}(?:\bbereit\b|\bzur\s+Verfügung\b))|\bw(?:eist|eisen)\b(?={_CLAMPED}\bzu\b)",
)
# "wird … gewährt", "die … gewährt werden": who is spoken of does not give.
GIVEN = re.compile(
    r"\bw(?:ird|erden|urden?)\b[^,;]{0,300}?\b(?:gewähr|bewillig)t\b"
    r"|\b(?:gewähr|bewillig)t\s+(?:w(?:ird|erden|urden?|orden)|ist|sind|hat|haben)\b"
)
# What these do is done to somebody in the accusative.
PROMOTES = re.compile(rf"(?<![Zz]u\s)\b(?:förder(?:t|n)\b|unterstütz(?:t|en)\b(?={_CLAMPED}\bmit\b))")
# Whoever pays may pay for something that all share.
PAYS = re.compile(r"\bzahl(?:t|en)\b")
RECEIVES = re.compile(r"\b(?:erhält|erhalten|bekommt|bekommen)\b")
MONEY = re.compile(
    r"Zuwendung|Zuschuss|Zuschüsse|Zuweisung|Finanzhilfe|[Mm]ittel\b|[Bb]udget|Betrag|Beträge|Fördersumme|Förderung"
)
CLAUSE_END = re.compile(r"[;:]\s|(?<=\w\w)\.\s+(?=D(?:er|ie|as)\s)")
_PAPERS = r"(?:nachweis|bericht|unterlagen|beleg(?!ung))"
# On what condition, how long or to what end money is given: "…, wenn die Stadt dem Land nachweist, …",
# "nach Vorlage der Belege".
CONDITION = re.compile(
    r"(?:^|,\s+)(?:wenn|sobald|sofern|soweit|falls|dass|damit|nachdem|bis(?!\s+zu))\b(?:[^,]|,(?=\d))*"
    r"|\b(?:nach|gegen|auf|bei)\s+(?:(?:Vorlage|Eingang|Prüfung)\s+(?:(?:de[rs]|eine[rs]|aller|von)\s+)?)?"
    rf"(?-i:[a-zäöüß]+en\s+)?\w*{_PAPERS}\w*",
    re.IGNORECASE,
)
# Who hands back what is left, or papers that tell of the money, received it.
ACCOUNTS = re.compile(rf"zurück|nachzuweis|{_PAPERS}", re.IGNORECASE)
# What is paid for a service, or out of one's own means, is no grant.
PRICE = re.compile(
    r"entgelt|vergüt|erstatt|miete|pacht|preis|honorar|umlage|gebühr|rechnung|je Stunde"
    r"|\beine[nm]\s+(?:\w+\s+)?(?:Wert)?Ausgleich\b|ablöse"
    r"|ihrerseits|seinerseits|Eigen(?:anteil|mittel)|\b(?:sein|ihr)en\s+(?:\w+\s+)?\w*anteil"
    r"|\bfür\s+(?:den|ihren|seinen|diesen|dessen|deren)\s+\w*aufwand\b"
    r"|\bfür\s+(?:die|deren|ihre|seine|diese)\s+(?:\w+\s+)?\w*(?:erledigung|wahrnehmung|erfüllung|übernahme|leistung(?:en)?)\b",
    re.IGNORECASE,
)
# "vom Land", "von der Europäischen Union": whose money it is.
FROM = re.compile(r"\bv(?:om|on\s+(?:de[rnm]\s+)?)\s*[A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class _Named:
    """A party, or several, named in a sentence: the numbers of the parties and the case it stands in."""

    parties: frozenset[int]
    case: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The numbers of the parties that give and of those that receive, and whose side is `doubted`."""

    givers: frozenset[int] = frozenset()
    receivers: frozenset[int] = frozenset()
    doubted: frozenset[int] = frozenset()


def sides_told(parties: Sequence[Party], reading: Reading) -> Sides:
    """Who gives and who receives; nobody where no sentence tells it, or sentences contradict each other.

    Doubted are those who are on a side because all others are on the other, those that one sentence alone
    tells, which names no amount, and all where somebody hands on what was received.
    """
    terms = terms_of(parties, reading)
    givers = {n for term, who in terms.items() if GIVER.search(term) for n in who}
    receivers = {n for term, who in terms.items() if RECEIVER.search(term) for n in who}
    sure = bool(givers | receivers)
    telling = []
    for sentence in _sentences(reading):
        give, receive = _told_by(sentence, terms)
        givers |= give
        receivers |= receive
        telling += [sentence] if give | receive else []
    sure = sure or len(telling) > 1 or any(map(find_amounts, telling))
    everybody = set(range(len(parties)))
    between = givers & receivers
    givers, receivers = givers - between, receivers - between
    if (between and not (givers and receivers)) or everybody in (givers, receivers):
        return Sides()
    rest = everybody - givers - receivers
    alone = givers or receivers
    if not alone or (not (givers and receivers) and len(parties) > 2 and alone not in terms.values()):
        return Sides()  # some are told one by one: the rest may have been told by a name that is not known
    doubted = rest if sure and not between else everybody - between
    return Sides(frozenset(givers or rest), frozenset(receivers or rest), frozenset(doubted))


def gives_together(parties: Sequence[Party]) -> bool:
    """Do several give?"""
    return sum(party.role == "grantor" for party in parties) > 1


def _told_by(sentence: str, terms: dict[str, frozenset[int]]) -> tuple[set[int], set[int]]:
    """Who gives and who receives as one sentence tells it."""
    if not (find_amounts(sentence) or MONEY.search(sentence)) or ACCOUNTS.search(sentence):
        return set(), set()
    if PRICE.search(sentence):
        return set(), set()
    subject, partners, whose, objects = (
        {n for one in _named_in(sentence, terms) if one.case == case for n in one.parties}
        for case in ("nominative", "dative", "from", "accusative")
    )
    if PROMOTES.search(sentence):
        return subject, (objects | partners) - subject
    if objects:
        return set(), set()
    if GIVES.search(GIVEN.sub("", sentence)):
        if partners or (find_amounts(sentence) and not PAYS.search(sentence)):
            return subject, partners if subject else set()
    elif RECEIVES.search(sentence) and (whose or not FROM.search(sentence)):
        return whose - subject, subject
    return set(), set()


def _sentences(reading: Reading) -> Iterator[str]:
    """What the text says, each clause that a semicolon or a colon parts for itself, without conditions; and
    what leads to a table, with the first sum in it."""
    for placed in reading.layout.tables:
        above = reading.layout.blocks[placed.position - 1].text if placed.position else ""
        sums = (cell.text for cell in placed.table.cells if find_amounts(cell.text))
        if above.endswith(":") and (first := next(sums, None)):
            yield f"{above.rstrip(':')} {first}"
    for sentence in reading.doc.sents:
        for block in reading.text[sentence.start_char : sentence.end_char].split("\n"):
            yield from (CONDITION.sub("", clause) for clause in CLAUSE_END.split(block))


def _named_in(sentence: str, terms: dict[str, frozenset[int]]) -> list[_Named]:
    """The parties that a sentence names, each with its case; a nominative that is spelled like an accusative
    is one where no other stands before it that is not joined to it."""
    if not terms:
        return []
    words = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<before>\S{{1,60}}\s)?\b(?P<article>[Dd](?:er|ie|as|em|en)|[Vv]om|[Vv]on\s+de[rnm])\s+(?P<term>{words})(?:e?s|n)?(?![\w-])"
    )
    found: list[tuple[_Named, bool, int, int]] = []
    for match in pattern.finditer(sentence):
        case, sure = _case(match["article"].casefold(), match["term"], (match["before"] or "").strip())
        found.append((_Named(terms[match["term"]], case), sure, match.start("article"), match.end()))
    certainly = any(certain and one.case == "nominative" for one, certain, *_ in found)
    subjects: list[_Named] = []
    end = 0
    for one, certain, start, stop in found:
        joined = subjects and re.fullmatch(r"[\s,]*(?:und|sowie)?\s*", sentence[end:start])
        if one.case == "nominative" and (certain or joined or (not certainly and not subjects)):
            subjects.append(one)
            end = stop
    return [
        one if one.case != "nominative" or one in subjects else _Named(one.parties, "accusative")
        for one, *_ in found
    ]


def _case(article: str, term: str, before: str) -> tuple[str, bool]:
    """The case of a noun behind an article, and whether nothing else is spelled like it."""
    if article.startswith("vo"):
        return "from", True
    if article in ("dem", "den"):
        return "dative", True
    if article != "der":
        return "nominative", False
    if term in PLURALS.values() and term not in PLURALS:
        return "genitive", True
    if not FEMININE.search(term.split()[0]):
        return "nominative", True
    # "der Rat der Stadt"
    return ("genitive" if before[:1].isupper() else "dative"), True
