"""Marks of items that nobody read: page analysis leaves squares and discs out, or reads but some of a column.

One alone may be dirt. Several of one size below each other, each before the beginning of a line, are bullets,
whatever their shape: "»", too, and dots as small as "·". One that was read in the middle of a line, or of
nothing, is a speck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from extract.geometry import center_x, center_y, union
from extract.language.lists import BULLET
from extract.scans.blobs import Blobs, Boxes, sides
from extract.scans.opening_marks import BULLET_FILL, BULLET_ROUND
from extract.scans.witness import Heard
from models.values import BBox

SIZE = (0.2, 0.75)
"""Font sizes of a bullet, as high as a capital at most: less may be dirt."""
DOT_SIZE, DOT_BEFORE, DOT_APART, DOT_MIDDLE = (0.06, 0.23), 0.15, 0.5, 0.2
"""Font sizes of "·" and of the bullets of some fonts: 0.08 to 0.21; of white behind and before it at least;
and that its middle lies above or below that of the word at most: 0.09."""
SIGN_HEIGHT, SIGN_WIDTH, SPECK = (0.2, 0.62), (0.2, 0.9), 0.15
"""Font sizes of "»", "›" or "→": lower than any figure; pieces of ink that are smaller both ways are dirt."""
PIECES = 2
"""Of so many pieces such a sign is made at most."""
BEFORE = (0.3, 2.2)
"""Font sizes between a bullet and the word behind it."""
MIDDLE = 0.35
"""Font sizes that its middle lies above or below that of the word at most."""
READ_AS, UNSURE = 2, 0.7
"""Letters that a bullet is read as at most, with less confidence than this: "m", "EB"."""
SAME_PLACE = 0.3
"""Font sizes by which the places of bullets of one column differ at most."""
MARK = re.compile(r"[•°]")
SEPARATES = 1.0
"""Font sizes of white on either side of a bullet at most that stands between two words: "Teil 2 • Mittel"."""
CONFIDENCE = 0.9
DIRTY = 2
"""Specks read as bullets from which on a page is dirty."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """So many below each other are bullets; font sizes by which their places and sizes differ at most."""

    needed: int
    apart: float = SAME_PLACE
    unlike: float = 0.15


DISC, SIGN, DOT = _Kind(2), _Kind(3), _Kind(3, apart=0.15, unlike=0.08)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A bullet by its shape: its box, and before which word it stands; that of one that was read is None."""

    box: BBox
    before: int | None
    kind: _Kind = DISC


def with_seen_bullets(words: Sequence[Heard], blobs: Blobs) -> list[Heard]:
    """The words of a page with the bullets that only the ink shows."""
    if not words:
        return []
    seen = [*_read(words), *_unread(words, blobs)]
    boxes = _boxes_of(seen)
    new = {
        one.before: one
        for one in seen
        if one.before is not None and _count_alike(one, boxes, words[one.before].em) >= one.kind.needed
    }
    found: list[Heard] = []
    for index, word in enumerate(words):
        if one := new.get(index):
            found.append(Heard("•", one.box, CONFIDENCE, word.em))
        found.append(word)
    return found


def without_stray_bullets(words: Sequence[Heard]) -> list[Heard]:
    """The words of a page without the bullets that mark nothing: no item, no tick, and no blank between two
    words."""
    boxes = _boxes_of(words)
    bullets = [word for word in words if MARK.fullmatch(word.text)]
    unmarking = [word for word in bullets if not _marks(word, boxes)]
    # Where ticks stand below each other, one alone in its column is a tick, too; of specks two do by chance.
    columns = _boxes_of(unmarking)
    if 2 * sum(_in_column(one, columns) for one in unmarking) > len(unmarking):
        return list(words)
    columns = _boxes_of(bullets)
    alone = {id(word) for word in bullets if not _in_column(word, columns)}
    stray = alone & {id(word) for word in unmarking}
    # Where several specks were read as bullets, one alone before a line is a speck, too.
    stray = alone if len(stray) >= DIRTY else stray
    return [word for word in words if id(word) not in stray]


def _boxes_of(words: Sequence[Heard | _Seen]) -> Boxes:
    return np.array([word.box for word in words], dtype=np.float64).reshape(-1, 4)


def _in_column(bullet: Heard, bullets: Boxes) -> bool:
    """Does another of `bullets`, of which it is one, stand above or below it?"""
    away = np.abs((bullets[:, 0] + bullets[:, 2]) / 2 - center_x(bullet.box))
    return bool(np.count_nonzero(away <= SAME_PLACE * bullet.em) > 1)


def _marks(bullet: Heard, words: Boxes) -> bool:
    """Does a bullet open a line of print, or part two words of one?"""
    middle, place = center_y(bullet.box), center_x(bullet.box)
    level = words[(words[:, 1] < middle) & (middle < words[:, 3])]
    centers = (level[:, 0] + level[:, 2]) / 2
    before = bullet.box[0] - level[centers < place, 2]
    behind = level[centers > place, 0] - bullet.box[2]
    if not behind.size:
        return False
    if not before.size:
        return bool(behind.min() <= BEFORE[1] * bullet.em)
    return bool(max(before.min(), behind.min()) <= SEPARATES * bullet.em)


def _read(words: Sequence[Heard]) -> Iterator[_Seen]:
    for word in words:
        unsure = len(word.text) <= READ_AS and word.confidence < UNSURE
        if unsure or BULLET.fullmatch(word.text):
            yield _Seen(word.box, None)


def _unread(words: Sequence[Heard], blobs: Blobs) -> Iterator[_Seen]:
    boxes = _boxes_of(words)
    for index, word in enumerate(words):
        x0, middle, em = word.box[0], center_y(word.box), word.em
        place = (x0 - BEFORE[1] * em, middle - em, x0 - BEFORE[0] * em, middle + em)
        large = [*_large(blobs, place, em)]
        if large and not _is_taken(place, boxes):
            yield from (_Seen(box, index, kind) for box, kind in large)
        for box in _dots(blobs, (*place[:2], x0 - DOT_BEFORE * em, place[3]), em):
            if not _is_taken((box[0] - DOT_APART * em, box[1], x0, box[3]), boxes):
                yield _Seen(box, index, DOT)


def _large(blobs: Blobs, place: BBox, em: float) -> Iterator[tuple[BBox, _Kind]]:
    """The disc, square or sign that alone lies in some place."""
    found = blobs.within(place)
    pieces = [*zip(blobs.boxes[found].tolist(), blobs.areas[found].tolist(), strict=True)]
    discs = [box for box, area in pieces if _is_round(box, area, em)]
    signs = [box for box, _ in pieces if max(sides(box)) >= SPECK * em]
    for chosen, most, kind in ((discs, 1, DISC), (signs, PIECES, SIGN)):
        if 1 <= len(chosen) <= most:
            box = union(map(tuple, chosen))
            if abs(center_y(box) - center_y(place)) <= MIDDLE * em and (kind is DISC or _is_sign(box, em)):
                yield box, kind
            return


def _dots(blobs: Blobs, place: BBox, em: float) -> Iterator[BBox]:
    """The dots in some place that may be bullets: of so few pixels that one more or less is half of them."""
    found = blobs.within(place)
    for box, area in zip(blobs.boxes[found].tolist(), blobs.areas[found].tolist(), strict=True):
        least, most = sorted(sides(box))
        if (
            abs(center_y(box) - center_y(place)) <= DOT_MIDDLE * em
            and DOT_SIZE[0] * em <= least <= most <= min(DOT_SIZE[1] * em, 2 * least)
            and area >= BULLET_FILL * least * most
        ):
            yield union([box])


def _is_sign(box: BBox, em: float) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    high = SIGN_HEIGHT[0] * em <= height <= SIGN_HEIGHT[1] * em
    return high and SIGN_WIDTH[0] * em <= width <= SIGN_WIDTH[1] * em


def _is_taken(place: BBox, words: Boxes) -> bool:
    """Does a word lie in some place, if only with its end?"""
    middle = center_y(place)
    level = (words[:, 1] < middle) & (middle < words[:, 3])
    return bool(np.any(level & (words[:, 2] > place[0]) & (words[:, 0] < place[2])))


def _is_round(box: Sequence[float], area: float, em: float) -> bool:
    width, height = sides(box)
    least, most = min(width, height), max(width, height)
    fits = SIZE[0] * em <= least and most <= SIZE[1] * em
    return fits and most - 1 <= BULLET_ROUND * least and area >= BULLET_FILL * width * height


def _count_alike(one: _Seen, seen: Boxes, em: float) -> int:
    """How many bullets, itself among them, stand below each other and are of one size?"""
    unlike = np.abs(seen[:, 2:] - seen[:, :2] - sides(one.box)).max(axis=1)
    away = np.abs((seen[:, 0] + seen[:, 2]) / 2 - center_x(one.box))
    return int(np.count_nonzero((away <= one.kind.apart * em) & (unlike <= one.kind.unlike * em)))
