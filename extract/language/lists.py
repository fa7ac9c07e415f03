"""List markers: "1.", "a)", "•", "–", and what Tesseract makes of a bullet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.language.lines import Line
from extract.page import Word
from models.german.dates import MONTH_NAMES
from models.german.roman import roman

MarkerStyle = Literal["number", "decimal", "paragraph", "letter", "code", "roman", "bullet", "dash"]

# A speck beside the number is read as a sign: "1)°".
NUMBER = re.compile(r"(?:Nr\.\s?)?\(?(\d{1,2}|[l|])[.):][°'’`´*.,]?")
# "(2)" counts the paragraphs of a section, or items.
PARAGRAPH = re.compile(r"\((\d{1,2}[a-z]?)\)")
# "2.1", "2.1.", "1.2.3": the last figure counts.
DECIMAL = re.compile(r"(?:[1-9]\d?\.){1,3}([1-9]\d?)[.):]?")
# "M1", "P2.1": a letter and numbers that count from line to line.
CODE = re.compile(r"([A-Z]{1,2})[.-]?(\d{1,2}(?:\.\d{1,2})*)[.:)]?")
# A quotation that a line does not close, and one that goes on with it: "„Lernhaus – Modul", "1: Start“".
OPEN_QUOTE = re.compile(r"„[^“”«‟‘’]*$")
CLOSES_QUOTE = re.compile(r"[^„“”«‟‘’]*[“”«‟‘’]")
BARE_NUMBER = re.compile(r"\d{1,2}")
MISREAD_ONE = str.maketrans("l|", "11")
LETTER = re.compile(r"\(?([A-Za-z])\1?\.?\)")
LETTER_AND_DOT = re.compile(r"([A-Za-z])\.")
ROMAN = re.compile(r"([IVX]{1,4})\.")
SMALL_ROMAN = re.compile(r"\(([ivx]{1,5})\)")
# How items are counted.
SEQUENCES = (
    tuple(map(str, range(1, 41))),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
# The deu model has no bullet in its character set and writes one of these instead.
BULLET = re.compile(r"[•·▪■●○◦‣*«»°¢¤+>◼❖➢✓®©›▸▹►▻→✔☑☐□◊]\.?|[eo¢]|°\.|«\.|[Vv√✓][-–•«]|[\ue000-\uf8ff]")
DASH = re.compile(r"[-–—]{1,2}")
# Behind these a number with a full stop counts no item: "15. März", "6. APR.2012", "1. Halbjahr"; but
# "3. Mainufer" is one.
COUNTED_BY = re.compile(
    rf"(?:{'|'.join(sorted(MONTH_NAMES))})(?:e?s)?\.?(?:(?:19|20)\d\d)?|Halbjahr|Quartal|Kreisbeigeordnete\w*",
    re.IGNORECASE,
)
# "Verein Brücke e.", "V. über …": a legal form that a line parts.
FORM_BEGUN, FORM_ENDED = re.compile(r"\s[ei]\.$"), re.compile(r"[VGKL]\.,?")
# Nor in a bracket that closes behind a word: "(2. Jahr)", "(3. Ausbildungsjahr);".
IN_BRACKET = re.compile(r"\(\d{1,2}\.\s[^()]*\)")
# In a line set to both margins as much white follows these as follows a marker.
SHORT_WORDS = frozenset(
    ("ab", "am", "an", "da", "er", "es", "im", "in", "ja", "je", "ob", "so", "um", "wo", "zu")
)
# White space after a marker, in letter sizes: more than a word space where letters serve as bullets.
MARKER_GAP = 0.45
# Bullets of a list stand above each other within this many points, and so do its texts.
SAME_COLUMN = 2.5
# So many lines that begin with a dash at one left edge are items of a list.
LISTED_DASHES = 3
# A line that ends no further before the right edge than this (letter sizes), with what comes next, is full.
FULL = 3.0
# A square read as letters comes with less confidence than this, and is no larger than this (letter sizes).
BLOT_CONFIDENCE, BLOT_SIZE = 0.7, 1.0


@dataclass(frozen=True, slots=True)
class Marker:
    """`words` words of the line are marker; the item's text begins at `text_x0` (points).

    `depth` is the number of figures in a decimal one ("2.1": 2), else 1.
    """

    style: MarkerStyle
    number: int | None
    words: int
    text_x0: float
    depth: int = 1


@dataclass(frozen=True, slots=True)
class MarkerColumns:
    """Where markers stand that their place gives away, as (left edge of marker, left edge of text)."""

    bullets: tuple[tuple[float, float], ...] = ()
    numbers: tuple[tuple[float, float], ...] = ()
    codes: frozenset[str] = frozenset()
    """The letters of codes ("P" of "P2.1") that begin several lines, each with another number."""
    decimals: frozenset[str] = frozenset()
    """Decimal numbers ("1.3") that begin a line, and whose neighbours ("1.2", "1.4") begin others."""
    dashes: tuple[float, ...] = ()
    """Left edges, in points, of lines that begin with a dash."""
    letters: tuple[float, ...] = ()
    """Where texts begin behind "a." and, elsewhere, "b.": left edges in points."""

    def lists_by_dash(self, line: Line) -> bool:
        """Do so many lines begin with a dash where this one does that these are the marks of a list? Of two
        dashes in a line the second may close what the first opened."""
        if any(DASH.fullmatch(word.text) for word in line.words[1:]):
            return False
        return sum(abs(one - line.bbox[0]) < SAME_COLUMN for one in self.dashes) >= LISTED_DASHES


def _is_blot(word: Word) -> bool:
    """A word of one or two signs that the reader is not sure of and that is as small as a bullet: a square is
    read as "EB", "HM" or "m"."""
    width, height = word.bbox[2] - word.bbox[0], word.bbox[3] - word.bbox[1]
    unsure = word.origin == "ocr" and word.confidence < BLOT_CONFIDENCE
    return (
        unsure
        and len(word.text) <= 2
        and not word.text[0].isdigit()
        and max(width, height) < BLOT_SIZE * word.size
    )


def marker_columns(lines: Sequence[Line]) -> MarkerColumns:
    """The columns of bullets and of numbers without a dot.

    A sign that stands like that at the head of several lines is their bullet, whatever it was read as: a
    hollow square becomes "0", "D" or "|". Figures that count from one line to a later one are their numbers.
    """
    bullets, numbers = [], []
    for line in lines:
        if len(line.words) < 2 or (line.words[1].bbox[0] - line.words[0].bbox[2]) / line.size < MARKER_GAP:
            continue
        first, column = line.words[0], (line.words[0].bbox[0], line.words[1].bbox[0])
        if BARE_NUMBER.fullmatch(first.text):
            numbers.append((int(first.text), column))
        symbol = len(first.text) == 1 and first.text.islower()  # a sign of a font that has no letters
        if _may_be_a_sign(first) and (first.origin == "ocr" or symbol):
            bullets.append(column)
    codes = {match[0]: match[1] for line in lines if (match := CODE.fullmatch(line.words[0].text))}
    return MarkerColumns(
        tuple(one for one in bullets if sum(_aligned(one, other) for other in bullets) > 1),
        tuple(
            one
            for number, one in numbers
            if any(abs(number - n) == 1 and _aligned(one, other) for n, other in numbers)
        ),
        frozenset(letters for letters, count in Counter(codes.values()).items() if count > 1),
        _in_sequence({line.words[0].text for line in lines}),
        tuple(line.bbox[0] for line in lines if DASH.fullmatch(line.words[0].text)),
        tuple(_behind_letters(lines)),
    )


def _may_be_a_sign(word: Word) -> bool:
    """May a bullet have been read so: as a letter or two that are neither a word nor the mark of an item?"""
    text = word.text
    return len(text) <= 2 and not text.endswith((".", ")")) and text.casefold() not in SHORT_WORDS


def _behind_letters(lines: Sequence[Line]) -> Iterator[float]:
    """Where the text behind "a." begins, if another line has it there behind "b."."""
    behind = {
        letter: [line.words[1].bbox[0] for line in lines if line.words[0].text == letter and line.words[1:]]
        for letter in ("a.", "b.")
    }
    return (x0 for x0 in behind["a."] if any(abs(x0 - other) < SAME_COLUMN for other in behind["b."]))


def _in_sequence(firsts: set[str]) -> frozenset[str]:
    """Of the words that begin lines the decimal numbers that count on from one to another."""
    counted = {
        word: tuple(map(int, word.strip(".:)").split("."))) for word in firsts if DECIMAL.fullmatch(word)
    }
    known = set(counted.values())
    return frozenset(word for word, number in counted.items() if known & _neighbours(number))


def _neighbours(number: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The numbers before and behind one, on any of its levels."""
    return {(*number[:i], number[i] + step, *number[i + 1 :]) for i in range(len(number)) for step in (-1, 1)}


def _aligned(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < SAME_COLUMN for a, b in zip(one, other, strict=True))


def find_marker(
    line: Line, before: Line | None, in_list: bool, right: float, columns: MarkerColumns = MarkerColumns()
) -> Marker | None:
    """The list marker that begins `line`, if one does. `columns` are those of the document.

    `before` is the line above in the same block, `in_list` tells whether that block is a list item,
    `right` is the right edge of the text (points): a line that breaks off before it does not flow into
    the next one.
    """
    if len(line.words) < 2:
        return None
    if marker := _by_its_form(line, columns):
        return marker
    first, second = line.words[:2]
    flows_on = _flows_on(line, before, in_list, right)
    if DASH.fullmatch(first.text):
        listed = columns.lists_by_dash(line)
        return _dash(line, before, in_list, right, flows_on and not listed)
    if flows_on or COUNTED_BY.fullmatch(second.text) or IN_BRACKET.match(line.text):
        return None
    if before is not None and FORM_BEGUN.search(before.text) and FORM_ENDED.fullmatch(first.text):
        return None
    return _count(line, columns)


def _by_its_form(line: Line, columns: MarkerColumns) -> Marker | None:
    """A bullet, or a number in a column of such: marks wherever they stand."""
    first, second = line.words[:2]
    ticked = _is_blot(first) and len(line.words) > 2
    if ticked and (BULLET.fullmatch(second.text) or DASH.fullmatch(second.text)):
        # A mark of the pen before the bullet.
        return Marker("bullet", None, 2, line.words[2].bbox[0])
    wide = _gap(line) >= MARKER_GAP
    known = BULLET.fullmatch(first.text) and (wide or not first.text.isalpha())
    # "> 10 Personen": more than ten.
    known = known and not (first.text == ">" and second.text[:1].isdigit())
    place = (first.bbox[0], second.bbox[0])
    if BARE_NUMBER.fullmatch(first.text) and wide and any(_aligned(place, one) for one in columns.numbers):
        return Marker("number", int(first.text), 1, second.bbox[0])
    stands_like_one = _may_be_a_sign(first) and any(_aligned(place, one) for one in columns.bullets)
    if known or (_is_blot(first) and wide) or stands_like_one:
        return Marker("bullet", None, 1, second.bbox[0])
    return None


def _gap(line: Line) -> float:
    """The white behind the first word of a line, in letter sizes."""
    return (line.words[1].bbox[0] - line.words[0].bbox[2]) / line.size


def _flows_on(line: Line, before: Line | None, in_list: bool, right: float) -> bool:
    """May a line go on with the one above it, so that what it begins with is no mark?"""
    return (
        before is not None
        and before.page == line.page
        and line.bbox[0] - before.bbox[0] < 0.5 * line.size
        and before.bbox[2] > right - 4 * line.size
        and not before.text.endswith((":", ".", ";"))
        and not in_list
    )


def _dash(line: Line, before: Line | None, in_list: bool, right: float, flows_on: bool) -> Marker | None:
    listed = before is not None and DASH.fullmatch(before.words[0].text) is not None
    goes_on = line.words[1].text[:1].islower()
    if before is not None and not listed and _is_full(before, line, right) and goes_on:
        return None  # a dash between two words of a line that was broken there
    indented = before is None or abs(line.bbox[0] - before.bbox[0]) > 0.5 * line.size or in_list
    marks = (indented or not flows_on) and _gap(line) > 0.2
    return Marker("dash", None, 1, line.words[1].bbox[0]) if marks else None


def _count(line: Line, columns: MarkerColumns) -> Marker | None:
    """A number or a letter that counts items: "(2)", "2.", "2.1", "II.", "b)"."""
    first, second = line.words[:2]
    text_x0, wide = second.bbox[0], _gap(line) >= MARKER_GAP
    if match := PARAGRAPH.fullmatch(first.text):
        return Marker("paragraph", int(match[1].rstrip("abcdefgh")), 1, text_x0)
    if (match := NUMBER.fullmatch(first.text)) and not second.text[0].isdigit():
        return Marker("number", int(match[1].translate(MISREAD_ONE)), 1, text_x0)
    if (match := CODE.fullmatch(first.text)) and match[1] in columns.codes:
        more = 1 + (len(line.words) > 2 and DASH.fullmatch(second.text) is not None)
        depth, last = match[2].count(".") + 1, match[2].rpartition(".")[2]
        return Marker("code", int(last), more, line.words[more].bbox[0], depth)
    counts = first.text in columns.decimals or _opens(second.text)
    if (match := DECIMAL.fullmatch(first.text)) and not second.text[0].isdigit() and counts:
        return Marker("decimal", int(match[1]), 1, text_x0, first.text.rstrip(".:)").count(".") + 1)
    if (match := ROMAN.fullmatch(first.text)) and wide:
        return Marker("roman", roman(match[1]), 1, text_x0)
    if (match := SMALL_ROMAN.fullmatch(first.text)) and (count := roman(match[1].upper())):
        return Marker("roman", count, 1, text_x0)
    lettered = wide or any(abs(text_x0 - x0) < SAME_COLUMN for x0 in columns.letters)
    match = LETTER.fullmatch(first.text) or (LETTER_AND_DOT.fullmatch(first.text) if lettered else None)
    return Marker("letter", ord(match[1].lower()) - ord("a") + 1, 1, text_x0) if match else None


def counts_on(text: str, mark: str) -> bool:
    """Does a mark go on counting what a text counts within it: "… gehören (i) Lernhaus und" before "(ii)"?"""
    core = mark.strip("().:")
    for sequence in SEQUENCES:
        if core in sequence[1:]:
            last = sequence[sequence.index(core) - 1]
            led = r"\S" if mark.startswith("(") else "[:;]"
            if re.search(rf"{led}\s{re.escape(mark.replace(core, last))}\s", text):
                return True
    return False


def goes_on_counting(text: str) -> bool:
    """Does a text begin with the first mark of a sequence and have the second within: "a) Lernhaus, b) …"?"""
    mark = text.split()[0]
    core = mark.strip("().:")
    second = next((sequence[1] for sequence in SEQUENCES if core == sequence[0] != mark), None)
    if second is None:
        return False
    following = re.escape(mark.replace(core, second))
    return re.search(rf"(?:[,;]|\s(?:und|sowie))\s{following}\s", text) is not None


def _is_full(before: Line, line: Line, right: float) -> bool:
    """Was `before` broken only because its right edge was reached, so that `line` goes on with it?"""
    end = before.bbox[2] + line.words[0].bbox[2] - line.words[0].bbox[0]
    return (
        before.page == line.page
        and end > right - FULL * line.size
        and not before.text.endswith((":", ".", ";"))
    )


def _opens(word: str) -> bool:
    """May a heading or an item begin with this word? "4.1 oder höher" goes on with a sentence."""
    return not word[:1].islower()
