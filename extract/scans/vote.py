"""Readings of one line vote by character: what several see is believed, the rest stays as alternatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extract.geometry import union
from extract.scans.ocr import Token
from models.values import BBox

AT_MOST = 0.79
"""Confidence of a word that all readings have: they are of one ink, and err alike. Of names behind pens one
in ten was wrong when one engine read them; both are asked for everything below 0.8, of the cleaned line."""

STROKES = "/\\|'’‘`´"
STRAY = STROKES + ".,:; "
"""What a pen between two words is read as, and the marks and the blank that may stand there."""
OPENING, HALF_OPENING = "„", "„‚,\"'’”"
"""The mark that only the first engine has, and what the second reads for it, if anything."""
SURE, BROAD = 0.9, frozenset("abcdeghkmnopquvwxyzäöüß")
"""Confidence from which a letter is read that the other engine may have dropped, and letters that no stroke
of a pen is read as."""
JOINED_CAPITAL = 0.5
"""What it weighs that readings have a capital behind a small letter within a word: few words have one."""


@dataclass(frozen=True, slots=True)
class Elected:
    """A word as the readings have it, with its box; the readings that lost, best first."""

    text: str
    box: BBox
    confidence: float
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character of a reading (a blank between words, too), its place, and how sure its word is."""

    char: str
    box: BBox
    weight: float


@dataclass(frozen=True, slots=True)
class _Ballot:
    """What one reading has for each character of the pivot, before which it may insert some."""

    chars: tuple[str, ...]
    weights: tuple[float, ...]


def elect(readings: Sequence[Sequence[Token]], placed: int | None = None) -> list[Elected]:
    """The words of a line from its readings, which are tokens on pictures of the same size.

    The surest reading is the pivot with which the others are aligned; each character goes to the heaviest
    vote. A word is as certain as the readings that have it whole, less the share of those that do not.
    `placed`: so many readings, the first, know „, and where their words stand to the pixel; one of them is
    the pivot unless they are empty.
    """
    spelled = [letters for tokens in readings if (letters := _spelled(tokens))]
    if not spelled:
        return []
    exact = [letters for tokens in readings[:placed] if (letters := _spelled(tokens))]
    pivot = max(exact or spelled, key=lambda letters: sum(one.weight for one in letters) / len(letters))
    ballots = [_ballot(pivot, letters) for letters in spelled]
    surely = [_is_sure(ballots[: len(exact)], slot) for slot in range(len(pivot))]
    ballots[len(exact) :] = [_abstaining(pivot, ballot, surely) for ballot in ballots[len(exact) :]]
    chosen = [_chosen(pivot, ballots, slot) for slot in range(len(pivot))]
    words: list[Elected] = []
    slots: list[int] = []
    for slot, text in [*enumerate(chosen), (len(pivot), " ")]:
        # A blank at either end of what was heard parts the word here.
        if text.lstrip() != text and slots:
            words += _word(pivot, ballots, chosen, slots)
            slots = []
        if text.strip():
            slots.append(slot)
        if text.rstrip() != text and slots:
            words += _word(pivot, ballots, chosen, slots)
            slots = []
    return words


def _is_sure(ballots: Sequence[_Ballot], slot: int) -> bool:
    """Have all of several readings the same broad letter there, and are they sure of it?"""
    heard = {ballot.chars[slot] for ballot in ballots}
    sure = min((ballot.weights[slot] for ballot in ballots), default=0.0) >= SURE
    return len(ballots) > 1 and len(heard) == 1 and sure and heard.pop() in BROAD


def _abstaining(pivot: Sequence[_Letter], ballot: _Ballot, surely: Sequence[bool]) -> _Ballot:
    """The ballot of an engine that has no „, and drops letters: of the mark it read as nothing it says
    nothing, nor of the blank before, which it loses with it, nor of a letter of which the other is sure
    (`surely`)."""
    chars, weights = list(ballot.chars), list(ballot.weights)
    for slot, letter in enumerate(pivot):
        if letter.char == OPENING and not chars[slot].strip(HALF_OPENING):
            begins = slot > 0 and pivot[slot - 1].char in STROKES + " " and not chars[slot - 1].strip()
            for place in range(slot - begins, slot + 1):
                chars[place], weights[place] = pivot[place].char, 0.0
        elif surely[slot] and not chars[slot]:
            chars[slot], weights[slot] = letter.char, 0.0
    return _Ballot(tuple(chars), tuple(weights))


def _chosen(pivot: Sequence[_Letter], ballots: Sequence[_Ballot], slot: int) -> str:
    """What the readings have at a character of the pivot. Where a pen runs between two words some see a blank
    there, some a stroke, some another: a blank is what they have in common."""
    votes = [(ballot.chars[slot], ballot.weights[slot]) for ballot in ballots]
    if pivot[slot].char in STROKES and slot + 1 < len(pivot) and pivot[slot + 1].char == OPENING:
        return " "  # an „ begins a word
    before, behind = (
        pivot[place].char if 0 <= place < len(pivot) else " "
        for place in (slot if pivot[slot].char.isalpha() else slot - 1, slot + 1)
    )
    letters = [(text.rstrip(STRAY), weight) for text, weight in votes]
    marks = [
        (text[len(letter) :], weight) for (text, weight), (letter, _) in zip(votes, letters, strict=True)
    ]
    strays = {mark for mark, _ in marks if mark}
    if not (before.isalpha() and behind.isalpha()) or (len(strays) < 2 and strays != {" "}):
        return _heaviest(votes)
    apart = sum(weight for mark, weight in marks if mark)
    joined = sum(weight for mark, weight in marks if not mark)
    begins = before.islower() and behind.isupper()
    if apart <= joined * (JOINED_CAPITAL if begins else 1.0):
        return _heaviest(letters)
    blanks = [(mark.strip(STROKES + " ") + " ", weight) for mark, weight in marks if " " in mark]
    return _heaviest(letters) + (_heaviest(blanks) if blanks else " ")


def _heaviest(votes: Sequence[tuple[str, float]]) -> str:
    """The string with the most weight; of equals the first."""
    weights: dict[str, float] = defaultdict(float)
    for text, weight in votes:
        weights[text] += weight
    return max(weights, key=lambda text: weights[text])


def _word(
    pivot: Sequence[_Letter], ballots: Sequence[_Ballot], chosen: Sequence[str], slots: Sequence[int]
) -> list[Elected]:
    text = "".join(chosen[slot] for slot in slots).strip()
    doubt, agreeing, total = 1.0, 0.0, 0.0
    others: dict[str, float] = {}
    for ballot in ballots:
        heard = "".join(ballot.chars[slot] for slot in slots).strip()
        weight = sum(ballot.weights[slot] for slot in slots) / len(slots)
        total += weight
        if heard == text:
            doubt *= 1 - weight
            agreeing += weight
        elif heard:
            others[heard] = max(others.get(heard, 0.0), weight)
    sure = (1 - doubt) * agreeing / total if total else 0.0
    ranked = sorted(others, key=lambda other: -others[other])
    box = union(pivot[slot].box for slot in slots)
    pieces = text.split()
    if len(pieces) == 1:
        return [Elected(text, box, min(AT_MOST, sure), tuple(ranked))]
    # Where the others have words that the pivot lacks, they share its place by their length.
    x0, top, x1, bottom = box
    letter = (x1 - x0) / len(text)
    words, start = [], 0
    for piece in pieces:
        place = (x0 + start * letter, top, x0 + (start + len(piece)) * letter, bottom)
        words.append(Elected(piece, place, min(AT_MOST, sure)))
        start += len(piece) + 1
    return words


def _spelled(tokens: Sequence[Token]) -> list[_Letter]:
    letters: list[_Letter] = []
    for token in tokens:
        x0, top, x1, bottom = token.box
        if letters:
            before = letters[-1]
            blank = (before.box[2], top, max(before.box[2], x0), bottom)
            letters.append(_Letter(" ", blank, min(before.weight, token.confidence)))
        width = (x1 - x0) / len(token.text)
        letters += [
            _Letter(char, (x0 + place * width, top, x0 + (place + 1) * width, bottom), token.confidence)
            for place, char in enumerate(token.text)
        ]
    return letters


def _ballot(pivot: Sequence[_Letter], letters: Sequence[_Letter]) -> _Ballot:
    chars = [""] * len(pivot)
    weights = [0.0] * len(pivot)
    texts = ["".join(one.char for one in side) for side in (pivot, letters)]
    for step in Levenshtein.opcodes(texts[0], texts[1]):
        if step.tag in ("equal", "replace"):
            for offset in range(step.src_end - step.src_start):
                letter = letters[step.dest_start + offset]
                chars[step.src_start + offset] += letter.char
                weights[step.src_start + offset] = letter.weight
        elif step.tag == "insert":
            # What stands between two characters of the pivot is heard with the one before it.
            slot = max(0, step.src_start - 1)
            extra = "".join(letter.char for letter in letters[step.dest_start : step.dest_end])
            chars[slot] = chars[slot] + extra if step.src_start else extra + chars[slot]
            weights[slot] = weights[slot] or letters[step.dest_start].weight
        else:
            beside = letters[min(step.dest_start, len(letters) - 1)]
            for slot in range(step.src_start, step.src_end):
                weights[slot] = beside.weight
    return _Ballot(tuple(chars), tuple(weights))
