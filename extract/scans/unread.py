"""Ink that looks like print but was not read: Tesseract leaves out short words that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.files.sheet import Grey
from extract.language.section_numbers import STROKES
from extract.scans.blobs import Blobs
from extract.scans.cuttings import ENLARGED, cut, spot_of
from extract.scans.ink import Inked, usual_size
from extract.scans.letters import Strip, read_strips
from extract.scans.likeness import RIM
from extract.scans.ocr import PICTURE, Tesseract, Token, save_image
from extract.scans.pen import find_strokes
from extract.scans.reader import read_lines
from models.values import BBox

LETTER_HEIGHT = (0.4, 1.3)
"""Font sizes of the page between which a blob may be a letter, a figure or a §."""
LETTER_WIDTH = (0.05, 1.2)
WITHIN_WORD = 0.5
"""Font sizes between two blobs of one word at most, with the room of a full stop between them."""
TALLEST = 2.0
"""Font sizes that the box of a word is high at most, if it is one: what is dropped and higher was made of a
column of figures, or of a line that stands upright, and none of it was read."""
WORD_WIDTH = 0.3
"""Font sizes a word is wide at least: a lone stroke is no figure."""
MAX_PER_PAGE = 40
"""Places on a page: print that was left out is little; a drawing or a page of dirt is much, and no print."""
TOUCHING = 0.2
"""Font sizes of white between letters of one word at most."""
CERTAIN = 0.75
"""A reading below this is a pen's stroke or dirt, unless the second engine reads the same."""
AGREED = 0.5
"""What both read alike with less is no print either. On the scans looked at, figures and names that Tesseract
read with 0.67 to 0.75 and the second engine alike were right; what that alone was sure of, strokes read as E
and 9 with 0.97, was not."""

HINTED = 0.4
"""From here on the second engine's Roman numeral is one, if the ink has strokes like that: of "III." it read
"II." with 0.46."""
NUMERAL = re.compile(r"[IVX]{1,5}[.)]")
"""With its mark: a stroke alone is a pen's."""


def find_unread(words: Sequence[Inked], tokens: Sequence[Token], blobs: Blobs) -> list[BBox]:
    """Boxes in pixels of what may be words and lies in no box that was read, be the word kept or dropped for
    what it is."""
    if not words:
        return []
    em = usual_size(words)
    width = blobs.boxes[:, 2] - blobs.boxes[:, 0]
    height = blobs.boxes[:, 3] - blobs.boxes[:, 1]
    letters = (height >= LETTER_HEIGHT[0] * em) & (height <= LETTER_HEIGHT[1] * em)
    letters &= (width >= LETTER_WIDTH[0] * em) & (width <= LETTER_WIDTH[1] * em)
    letters &= ~find_strokes(blobs, em)
    read = [token.box for token in tokens if token.box[3] - token.box[1] <= TALLEST * em]
    for box in [*(word.token.box for word in words), *read]:
        letters[blobs.within(box)] = False
    spots: list[BBox] = []
    for x0, top, x1, bottom in sorted(blobs.boxes[letters].tolist(), key=lambda box: box[0]):
        for index, spot in enumerate(spots):
            level = min(bottom, spot[3]) - max(top, spot[1]) >= 0.5 * min(bottom - top, spot[3] - spot[1])
            if level and x0 - spot[2] <= WITHIN_WORD * em:
                spots[index] = (spot[0], min(top, spot[1]), max(x1, spot[2]), max(bottom, spot[3]))
                break
        else:
            spots.append((x0, top, x1, bottom))
    # A full stop or comma after the last letter is too small to be a letter itself.
    spots = [_with_mark(spot, blobs, em) for spot in spots]
    spots = [spot for spot in spots if spot[2] - spot[0] >= WORD_WIDTH * em]
    return spots if len(spots) <= MAX_PER_PAGE else []


def _with_mark(spot: BBox, blobs: Blobs, em: float) -> BBox:
    beside = blobs.within((spot[2], spot[3] - 0.2 * em, spot[2] + 0.3 * em, spot[3] + 0.2 * em))
    marks = [
        blobs.boxes[index] for index in beside if blobs.boxes[index, 3] - blobs.boxes[index, 1] < 0.35 * em
    ]
    right = max([spot[2], *(float(mark[2]) for mark in marks)])
    bottom = max([spot[3], *(float(mark[3]) for mark in marks)])
    return (spot[0], spot[1], right, bottom)


def cut_unread(grey: Grey, spots: Sequence[BBox], em: float, stem: Path) -> list[Path]:
    """Write the spots beside `stem` as images to be read."""
    images = []
    for number, spot in enumerate(spots):
        images.append(stem.with_name(f"{stem.name}-unread-{number}{PICTURE}"))
        save_image(images[-1], cut(grey, spot, em, ENLARGED))
    return images


def read_unread(
    engine: Tesseract, grey: Grey, spots: Sequence[BBox], em: float, images: Sequence[Path]
) -> list[Token]:
    """The words of the spots that hold print, read by both engines. `images`: files of their cuttings."""
    found = read_lines(engine, images)
    strips = read_strips([spot_of(grey, spot, em) for spot in spots])
    return [
        word
        for number, (spot, tokens, strip) in enumerate(zip(spots, found, strips, strict=True))
        for word in words_at(spot, _numeral(strip, tokens) or tokens, strip.text if strip else "", number)
    ]


def _numeral(strip: Strip | None, tokens: Sequence[Token]) -> list[Token]:
    """A Roman numeral that Tesseract has nothing of, or other letters of the same strokes: "III." alone is no
    print to it, "II." is "ll.". What counts its strokes is the ink."""
    if strip is None or strip.confidence < HINTED or not NUMERAL.fullmatch(strip.text):
        return []
    said = "".join(token.text for token in tokens)
    if said and (said == strip.text or said.translate(STROKES) != strip.text):
        return []
    return [Token(strip.text, (0.0, 0.0, 0.0, 0.0), AGREED, (-1, 0, 0))]


def is_rest(token: Token, words: Sequence[Inked]) -> bool:
    """Is it a word that was read already, its end or its beginning: was the box too short for its letters?"""
    x0, top, x1, bottom = token.box
    middle, text = (top + bottom) / 2, token.text.strip(RIM).casefold()
    for word in words:
        left, above, right, below = word.token.box
        if not above <= middle <= below:
            continue
        room = TOUCHING * word.em
        ends = word.token.text.casefold().endswith(text) and left < x0 <= right + room
        begins = word.token.text.casefold().startswith(text) and left - room <= x1 < right
        whole = word.token.text.casefold().strip(RIM) == text and min(x1, right) > max(x0, left)
        if ends or begins or whole:
            return True
    return False


def words_at(spot: BBox, tokens: Sequence[Token], other: str, number: int) -> Iterator[Token]:
    """What Tesseract has of a spot, if it is sure of it or the `other` engine reads the same; several words,
    as of a line that a pen goes through, only if the other has as many."""
    text = " ".join(token.text for token in tokens)
    least = min((token.confidence for token in tokens), default=0.0)
    alone = least >= CERTAIN and (len(tokens) == 1 or len(other.split()) == len(tokens))
    if not (alone or (least >= AGREED and text == other)):
        return
    if not any(char.isalnum() or char in "§$" for char in text):
        return
    x0, top, x1, bottom = spot
    letter, start = (x1 - x0) / len(text), 0
    for token in tokens:
        left = x0 + start * letter
        box = (left, top, left + len(token.text) * letter, bottom)
        # A line of its own: no block of the page analysis has it.
        yield Token(token.text, box, token.confidence, (-1, 0, number))
        start += len(token.text) + 1
