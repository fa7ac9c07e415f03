"""Lines of print behind a signature or a stamp are read a second time, from pictures of the line alone.

Each line is cut out and enlarged: as it is, with the lighter ink taken off, with the strokes taken off. The
readings vote. What they agree on takes the place of what the page reading had there, and the picture that
shows it best takes the place of the line on the page, so that all who look at the ink see it without the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import cv2
import numpy as np

from extract.files.sheet import Grey
from extract.geometry import union
from extract.scans.blobs import Blobs
from extract.scans.crossings import Crossing, find_crossings
from extract.scans.cuttings import framed
from extract.scans.ink import Inked, usual_size
from extract.scans.letters import read_strips
from extract.scans.lift import fade, tone_cut, without_strokes
from extract.scans.likeness import without_marks
from extract.scans.ocr import LARGEST, PICTURE, VOTED, Tesseract, Token, save_image
from extract.scans.reader import read_lines
from extract.scans.vote import Elected, elect
from models.values import BBox

ENLARGED = 50.0
"""Font size in pixels at which a line is read again, twice that of the page."""
TRACED = 80.0
"""Font size in pixels at which strokes are followed: a thin pen keeps four pixels, a letter seven or more."""
BORDER = 16
"""Pixels of white around it: Tesseract finds no line that touches the edge."""
ROOM = 0.3
"""Font sizes of paper kept before and behind the line."""
CERTAIN = 0.9
"""Words read so on the page show how dark its print is."""
UNSURE = 0.5
LETTERS, TALLEST = 3, 2.0
"""A word read worse than this, of so many letters and so many font sizes high at most, is looked at again."""
SAMPLES = 60
"""Such words are enough."""
KEPT = 0.80
"""A word beside the mark that was read so needs no second look."""
CLEAR = 0.25
"""Font sizes from the mark to a word that it does not touch: a blank."""
WHOLE = 0.8
"""Share of the width of a new reading that the old one must have to be as good."""
NOT_PEN = 0.2
"""A word that the second look has not at all stays if it was read no worse than this."""
OVERLAP = 0.3
"""Share of a word's width that must lie in another's for both to be readings of one word."""
TICK = "✓"
"""What the second engine reads of a pen before or behind a line is the pen's."""
DISPUTED = 0.5
"""Confidence at most of a word that two looks at the page read differently."""


@dataclass(frozen=True, slots=True)
class Look:
    """A line to be read again and its pictures: the whole, and pieces to be put in place of the line."""

    line: Crossing
    left: int
    images: tuple[Path, ...]
    lifted: tuple[Grey, ...]


def second_looks(grey: Grey, words: Sequence[Inked], blobs: Blobs, stem: Path) -> list[Look]:
    """Find the crossed lines of a page and write their pictures beside `stem`."""
    if not words:
        return []
    unsure = [word.token.box for word in words if is_unsure(word)]
    lines = find_crossings(grey, blobs, usual_size(words), unsure)
    certain = [word.token.box for word in words if word.token.confidence >= CERTAIN][:SAMPLES]
    looks = []
    for number, line in enumerate(lines):
        cut = tone_cut(grey, [other for other in lines if other.mark == line.mark], certain)
        left = max(0, round(line.x0 - ROOM * line.em))
        piece = grey[line.top : line.bottom, left : round(line.x1 + ROOM * line.em)]
        if piece.shape[1] * ENLARGED / line.em > LARGEST:
            continue
        lifted = [piece, *([fade(piece, cut)] if cut is not None else [])]
        lifted.append(_scaled(without_strokes(_scaled(lifted[-1], TRACED / line.em), TRACED), like=piece))
        images = []
        for way, picture in enumerate(lifted):
            images.append(stem.with_name(f"{stem.name}-again-{number}-{way}{PICTURE}"))
            enlarged = _scaled(picture, ENLARGED / line.em)
            save_image(images[-1], framed(enlarged, BORDER))
        looks.append(Look(line, left, tuple(images), tuple(lifted)))
    return looks


def is_unsure(word: Inked) -> bool:
    """A word of letters, no taller than a line, that was hardly read."""
    token = word.token
    letters = sum(char.isalpha() for char in token.text)
    low = token.box[3] - token.box[1] <= TALLEST * word.em
    return token.confidence < UNSURE and letters >= LETTERS and low


def look_again(engine: Tesseract, looks: Sequence[Look]) -> list[list[list[Token]]]:
    """The readings of each line, one for each of its pictures, in pixels of the page."""
    images = [image for look in looks for image in look.images]
    answers = iter(read_lines(engine, images))
    readings = [[_on_page(look, next(answers)) for _ in look.images] for look in looks]
    for image in images:
        image.unlink()
    return [[*own, *_other_engine(look)] for own, look in zip(readings, looks, strict=True)]


def _other_engine(look: Look) -> list[list[Token]]:
    """What the second engine reads on each picture of a line."""
    return [
        [
            Token(
                word.text,
                (
                    look.left + word.start * picture.shape[1],
                    look.line.top,
                    look.left + word.end * picture.shape[1],
                    look.line.top + picture.shape[0],
                ),
                word.confidence,
                (VOTED, 0, 0),
            )
            for word in (strip.words if strip else ())
            if word.text != TICK
        ]
        for picture, strip in zip(look.lifted, read_strips(look.lifted), strict=True)
    ]


def _on_page(look: Look, tokens: Sequence[Token]) -> list[Token]:
    k = look.line.em / ENLARGED
    moved = []
    for token in tokens:
        x0, top, x1, bottom = ((value - BORDER) * k for value in token.box)
        box = (x0 + look.left, top + look.line.top, x1 + look.left, bottom + look.line.top)
        moved.append(replace(token, box=box))
    return moved


def amend(
    grey: Grey, tokens: Sequence[Token], looks: Sequence[Look], readings: Sequence[Sequence[Sequence[Token]]]
) -> tuple[Grey, list[Token]]:
    """The page and its words with what the second look at some of its lines came to."""
    grey = grey.copy()
    kept = list(tokens)
    for number, (look, heard) in enumerate(zip(looks, readings, strict=True)):
        ways = len(look.lifted)
        first, second = heard[:ways], heard[ways:]
        elected = elect([*heard, *map(_without_marks, second[:1])], placed=ways)
        before = [token for token in kept if _on_line(token, look.line)]
        after = _settle(before, elected, look.line, number)
        if after == before:
            continue
        kept = _in_place(kept, before, after)
        said = [
            sum(_agreement(one, elected) for one in both) for both in zip_longest(first, second, fillvalue=())
        ]
        best = said.index(max(said))
        shown = look.lifted[best]
        grey[look.line.top : look.line.bottom, look.left : look.left + shown.shape[1]] = shown
    return grey, kept


def _in_place(tokens: Sequence[Token], old: Sequence[Token], new: Sequence[Token]) -> list[Token]:
    """The words of a page with those of a line where its old ones were: who comes next reads on in a line."""
    if not old:
        return [*tokens, *new]
    place = tokens.index(old[0])
    left = [token for token in tokens[place:] if token not in old]
    return [*tokens[:place], *sorted(new, key=lambda token: token.box[0]), *left]


def _without_marks(tokens: Sequence[Token]) -> list[Token]:
    """What the second engine reads of the line as it is counts twice, as it hardly minds a pen; but for marks
    over letters, which a pen makes too."""
    return [replace(token, text=without_marks(token.text)) for token in tokens]


def _on_line(token: Token, line: Crossing) -> bool:
    """True if the word reaches over half of the height of the line's small letters, or a dash lies there."""
    x0, top, x1, bottom = token.box
    zone = 0.5 * line.em
    shared = min(bottom, line.baseline) - max(top, line.baseline - zone)
    return shared >= min(zone, bottom - top) / 2 and x0 < line.x1 and x1 > line.x0


def _settle(before: list[Token], elected: Sequence[Elected], line: Crossing, number: int) -> list[Token]:
    """The words of a line after the second look: in each place the reading with the greater weight."""
    if not elected:
        return before
    safe = [token for token in before if _is_safe(token, elected, line)]
    new = [word for word in elected if not any(_meet(token, word) for token in safe)]
    after = list(safe)
    for old, words in _places([token for token in before if token not in safe], new):
        if len(old) == len(words) == 1 and old[0].text == words[0].text:
            after.append(_agreed(old[0], words[0], number))
        elif not words:
            # Print that was lifted with the mark is the stamp's own; what a pen was read as is mostly worse.
            after += [token for token in old if token.confidence >= NOT_PEN]
        elif _is_better(words, old):
            said = " ".join(token.text for token in old)
            after += [_token(word, number, said if len(words) == 1 else "") for word in words]
        else:
            said = " ".join(word.text for word in words)
            box = union([token.box for token in old] + [word.box for word in words])
            after += [_disputed(token, said, box if len(old) == 1 else token.box) for token in old]
    return after


def _is_safe(token: Token, elected: Sequence[Elected], line: Crossing) -> bool:
    """A word clear of the mark that was read with certainty, and whole."""
    gap = CLEAR * line.em
    clear = token.box[2] < line.mark[0] - gap or token.box[0] > line.mark[2] + gap
    return (
        clear
        and token.confidence >= KEPT
        and all(_covers([token], [word]) for word in elected if _meet(token, word))
    )


def _is_better(words: Sequence[Elected], old: Sequence[Token]) -> bool:
    """Unless the old words were read with certainty, whole, and weigh more. Where none was, anything is."""
    sure = all(token.confidence >= KEPT for token in old) and _covers(old, words)
    return not sure or _weight(words) >= _weight(old)


def _covers(old: Sequence[Token], words: Sequence[Elected]) -> bool:
    """False for the pieces that a pen leaves of a word: they may be read well, but are not the word."""
    left, right = min(word.box[0] for word in words), max(word.box[2] for word in words)
    covered = sum(max(0.0, min(token.box[2], right) - max(token.box[0], left)) for token in old)
    return covered >= WHOLE * (right - left)


def _places(old: Sequence[Token], new: Sequence[Elected]) -> list[tuple[list[Token], list[Elected]]]:
    """Old and new words that lie over one another, together."""
    places: list[tuple[list[Token], list[Elected]]] = []
    for word in new:
        over = [token for token in old if _meet(token, word)]
        joined = [place for place in places if any(token in place[0] for token in over)]
        fresh = [token for token in over if not any(token in place[0] for place in joined)]
        merged = (
            [token for place in joined for token in place[0]] + fresh,
            [*(one for place in joined for one in place[1]), word],
        )
        places = [place for place in places if place not in joined] + [merged]
    placed = [token for place in places for token in place[0]]
    return places + [([token], []) for token in old if token not in placed]


def _meet(token: Token, word: Elected) -> bool:
    shared = min(token.box[2], word.box[2]) - max(token.box[0], word.box[0])
    return shared >= OVERLAP * min(token.box[2] - token.box[0], word.box[2] - word.box[0])


def _weight(words: Sequence[Token] | Sequence[Elected]) -> float:
    return sum(word.confidence * len(word.text) for word in words)


def _token(word: Elected, number: int, before: str) -> Token:
    others = [*word.alternatives, before]
    return Token(
        text=word.text,
        box=word.box,
        confidence=word.confidence,
        line=(VOTED, 0, number),
        alternatives=tuple(dict.fromkeys(other for other in others if other and other != word.text)),
    )


def _agreed(token: Token, word: Elected, number: int) -> Token:
    """A word that both looks read alike. The first may have had but a part of its ink in the box."""
    return replace(_token(word, number, ""), box=union((token.box, word.box)))


def _disputed(token: Token, other: str, box: BBox) -> Token:
    others = tuple(dict.fromkeys((*token.alternatives, other)))
    return replace(token, box=box, confidence=min(token.confidence, DISPUTED), alternatives=others)


def _agreement(heard: Sequence[Token], elected: Sequence[Elected]) -> float:
    """How much of the outcome this reading has said."""
    said = {token.text for token in heard}
    return sum(len(word.text) for word in elected if word.text in said) + sum(
        token.confidence for token in heard
    ) / max(1, len(heard))


def _scaled(picture: Grey, factor: float = 1.0, like: Grey | None = None) -> Grey:
    size = like.shape[::-1] if like is not None else None
    if size is None:
        size = (max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor)))
    way = cv2.INTER_AREA if size[0] < picture.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=way), dtype=np.uint8)
