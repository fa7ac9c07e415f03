"""Blocks → pages on which the box of every gold value is known exactly, because we set it ourselves."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samples.blocks import (
    Align,
    Block,
    Divider,
    Footnote,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
)
from samples.fonts import FAMILIES, width
from samples.setting import Glyphs, SetPage, Setting, Stroke
from samples.strokes import pen_signature

SOFT_HYPHEN = "\u00ad"
CELL_PADDING = 4.0
SIGNING_ROOM = 34.0
"""Height in points of the empty room above a line to sign on."""
BOX_PADDING = 6.0
NOTE_SCALE = 0.76


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    run: Run
    divided: bool = False


_Word = tuple[_Piece, ...]


@dataclass
class _Pages:
    """The pages under construction; `y` is the top of the free room on the last one, which ends
    above its footnote, `noted` points high."""

    sheet: Sheet
    y: float = 0.0
    noted: float = 0.0
    glyphs: list[list[Glyphs]] = field(default_factory=list)
    strokes: list[list[Stroke]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.new_page()

    @property
    def floor(self) -> float:
        return self.sheet.height - self.sheet.bottom - self.noted

    @property
    def measure(self) -> float:
        return self.sheet.width - self.sheet.left - self.sheet.right

    def new_page(self) -> None:
        self.glyphs.append([])
        self.strokes.append([])
        self.y = self.sheet.top
        self.noted = 0.0

    @property
    def fresh(self) -> bool:
        return self.y == self.sheet.top

    def room(self, points: float) -> None:
        """Start a new page unless `points` of height are free."""
        if self.y + points > self.floor and not self.fresh:
            self.new_page()


def typeset(blocks: Iterable[Block], sheet: Sheet, rng: random.Random) -> Setting:
    """Set blocks on as many pages as they need; `rng` only shapes the strokes of the pen."""
    pages = _Pages(sheet)
    queue = list(blocks)
    for index, block in enumerate(queue):
        match block:
            case Gap(points):
                pages.y += points
            case NewPage():
                pages.new_page()
            case Paragraph():
                _keep_with_next(pages, queue[index:])
                _set_paragraph(pages, block)
            case Table():
                _set_table(pages, block)
            case SignatureColumns():
                _set_signatures(pages, block, rng)
            case Divider():
                _set_divider(pages, block)
            case Footnote(text):
                _set_footnote(pages, text)
    count = len(pages.glyphs)
    return Setting(
        sheet,
        tuple(
            SetPage(
                (
                    *_furniture(sheet, number, count, first=True),
                    *glyphs,
                    *_furniture(sheet, number, count, first=False),
                ),
                tuple(strokes),
            )
            for number, (glyphs, strokes) in enumerate(zip(pages.glyphs, pages.strokes, strict=True), start=1)
        ),
    )


def _furniture(sheet: Sheet, number: int, count: int, first: bool) -> list[Glyphs]:
    """The running head (first) or foot of a page."""
    text = sheet.header if first else sheet.footer
    shown = number > 1 or (sheet.header_on_first if first else sheet.footer_on_first)
    if text is None or not shown:
        return []
    size = sheet.size * 0.8
    baseline = sheet.top * 0.55 if first else sheet.height - sheet.bottom * 0.5
    align = sheet.header_align if first else sheet.footer_align
    line = _words((Run(text.format(page=number, pages=count)),))
    return _set_line(
        line, sheet, size, sheet.left, sheet.width - sheet.left - sheet.right, baseline, align, True
    )


def _keep_with_next(pages: _Pages, blocks: list[Block]) -> None:
    """A heading moves to the next page with the first lines of what it heads."""
    needed = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            needed += 130.0 if isinstance(block, SignatureColumns) else 60.0
            break
        line = pages.sheet.size * block.scale * pages.sheet.leading
        needed += block.before + line + block.after
        if not block.with_next:
            needed += line
            break
    if isinstance(blocks[0], Paragraph) and blocks[0].with_next:
        pages.room(needed)


def _words(text: Text, hyphenate: bool = False) -> list[_Word]:
    """Split at spaces; a word keeps the pieces that belong to different values apart."""
    words: list[list[_Piece]] = [[]]
    for run in text:
        content = run.text if hyphenate else run.text.replace(SOFT_HYPHEN, "")
        for number, part in enumerate(content.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append(_Piece(part, run))
    return [tuple(word) for word in words if word]


def _piece_width(piece: _Piece, sheet: Sheet, size: float) -> float:
    family = piece.run.family or sheet.family
    return width(piece.text.replace(SOFT_HYPHEN, ""), family, size * FAMILIES[family].magnify, piece.run.bold)


def _word_width(word: _Word, sheet: Sheet, size: float) -> float:
    return sum(_piece_width(piece, sheet, size) for piece in word)


def _break_word(word: _Word, room: float, sheet: Sheet, size: float) -> tuple[_Word, _Word] | None:
    """The longest start of the word, hyphen included, that fits; only at soft hyphens and real hyphens."""
    best: tuple[_Word, _Word] | None = None
    for index, piece in enumerate(word):
        for position, letter in enumerate(piece.text):
            if letter != SOFT_HYPHEN and not (letter == "-" and 2 < position < len(piece.text) - 4):
                continue
            soft = letter == SOFT_HYPHEN
            head = (*word[:index], _Piece(piece.text[:position] + "-", piece.run, divided=soft))
            if _word_width(head, sheet, size) > room:
                return best
            best = head, (_Piece(piece.text[position + 1 :], piece.run), *word[index + 1 :])
    return best


def _lines(text: Text, sheet: Sheet, size: float, measure: float) -> list[list[_Word]]:
    space = width(" ", sheet.family, size)
    lines: list[list[_Word]] = [[]]
    used = 0.0
    queue = _words(text, sheet.hyphenate)
    while queue:
        word = queue.pop(0)
        if word[0].text == "\n":
            lines.append([])
            used = 0.0
            continue
        wide = _word_width(word, sheet, size)
        if not lines[-1] or used + space + wide <= measure:
            used += wide + (space if lines[-1] else 0.0)
            lines[-1].append(word)
            continue
        broken = _break_word(word, measure - used - space, sheet, size) if sheet.hyphenate else None
        if broken:
            lines[-1].append(broken[0])
            word = broken[1]
        lines.append([])
        used = 0.0
        queue.insert(0, word)
    return lines


def _set_line(
    line: list[_Word],
    sheet: Sheet,
    size: float,
    x: float,
    measure: float,
    baseline: float,
    align: Align,
    final: bool,
) -> list[Glyphs]:
    space = width(" ", sheet.family, size)
    natural = sum(_word_width(word, sheet, size) for word in line) + space * (len(line) - 1)
    slack = measure - natural
    if align == "center":
        x += slack / 2
    elif align == "right":
        x += slack
    elif align == "justify" and not final and len(line) > 1:
        space += slack / (len(line) - 1)
    result = []
    for word in line:
        for number, piece in enumerate(word, start=1):
            family = piece.run.family or sheet.family
            result.append(
                Glyphs(
                    piece.text.replace(SOFT_HYPHEN, ""),
                    x,
                    baseline,
                    size * FAMILIES[family].magnify,
                    family,
                    piece.run.bold,
                    piece.run.mark,
                    last=number == len(word),
                    divided=piece.divided,
                )
            )
            x += _piece_width(piece, sheet, size)
        x += space
    return result


def _set_paragraph(pages: _Pages, block: Paragraph) -> None:
    sheet = pages.sheet
    size = sheet.size * block.scale
    leading = size * sheet.leading
    pages.y += 0.0 if pages.fresh else block.before
    left = sheet.left + block.indent
    lines = _lines(block.text, sheet, size, pages.measure - block.indent)
    for number, line in enumerate(lines, start=1):
        # A lone first line at the foot of a page would part a heading or list marker from its text.
        pages.room(leading * (2 if number == 1 and len(lines) > 2 else 1))
        baseline = pages.y + size
        if number == 1 and block.marker:
            pages.glyphs[-1] += _set_line(
                _words(block.marker), sheet, size, left - block.hang, block.hang, baseline, "left", True
            )
        pages.glyphs[-1] += _set_line(
            line, sheet, size, left, pages.measure - block.indent, baseline, block.align, number == len(lines)
        )
        pages.y += leading
    pages.y += block.after


def _set_divider(pages: _Pages, block: Divider) -> None:
    pages.y += block.before
    left = pages.sheet.left
    pages.strokes[-1].append(Stroke(((left, pages.y), (left + pages.measure * block.share, pages.y)), 0.6))
    pages.y += block.after


def _set_footnote(pages: _Pages, text: Text) -> None:
    sheet = pages.sheet
    size = sheet.size * NOTE_SCALE
    leading = size * 1.2
    lines = _lines(text, sheet, size, pages.measure)
    height = leading * len(lines) + 10.0
    pages.room(height + 4 * sheet.size * sheet.leading)
    top = pages.floor - height
    pages.strokes[-1].append(Stroke(((sheet.left, top + 4.0), (sheet.left + 110.0, top + 4.0)), 0.5))
    for number, line in enumerate(lines):
        baseline = top + 8.0 + size + number * leading
        pages.glyphs[-1] += _set_line(line, sheet, size, sheet.left, pages.measure, baseline, "left", True)
    pages.noted = height


def _set_table(pages: _Pages, block: Table) -> None:
    sheet = pages.sheet
    size = sheet.size * 0.92
    leading = size * 1.25
    pages.y += block.before
    widths = [share / sum(block.shares) * pages.measure for share in block.shares]
    edges = [sheet.left + sum(widths[:i]) for i in range(len(widths) + 1)]
    rows = [
        [
            _lines(
                cell, sheet, size, (pages.measure if _spans(row, widths) else widths[i]) - 2 * CELL_PADDING
            )
            if cell
            else []
            for i, cell in enumerate(row)
        ]
        for row in block.rows
    ]
    heights = [
        max(block.row_height, max(len(lines) for lines in cells) * leading + 2 * block.padding)
        for cells in rows
    ]
    if block.together:
        pages.room(sum(heights))
    top = pages.y
    for number, (cells, height) in enumerate(zip(rows, heights, strict=True)):
        spanning = _spans(cells, widths)
        if pages.y + height > pages.floor:
            _rule_columns(pages, block, edges, top)
            if block.joined and block.ruled != "none":
                _rule_row(pages, edges, pages.y)
            pages.new_page()
            top = pages.y
        if block.ruled != "none" and (number == 0 or pages.y == top):
            _rule_row(pages, edges, pages.y)
        if spanning:
            _rule_columns(pages, block, edges, top)
            top = pages.y
        for i, lines in enumerate(cells):
            for line_number, line in enumerate(lines, start=1):
                pages.glyphs[-1] += _set_line(
                    line,
                    sheet,
                    size,
                    edges[i] + CELL_PADDING,
                    widths[i] - 2 * CELL_PADDING,
                    pages.y + block.padding + size + (line_number - 1) * leading,
                    block.aligns[i],
                    True,
                )
        pages.y += height
        if block.ruled != "none":
            _rule_row(pages, edges[_open(block, number + 1) :], pages.y)
        if spanning:
            _rule_columns(pages, block, [edges[0], edges[-1]], top)
            top = pages.y
    _rule_columns(pages, block, edges, top)
    pages.y += block.after


def _spans(row: Sequence[object], widths: list[float]) -> bool:
    return len(row) == 1 < len(widths)


def _open(block: Table, number: int) -> int:
    """How many cells of a row are one with those above them."""
    row = block.rows[number] if number < len(block.rows) else ()
    return next((i for i, cell in enumerate(row[: block.joined]) if cell), min(block.joined, len(row)))


def _rule_row(pages: _Pages, edges: list[float], y: float) -> None:
    pages.strokes[-1].append(Stroke(((edges[0], y), (edges[-1], y)), 0.6))


def _rule_columns(pages: _Pages, block: Table, edges: list[float], top: float) -> None:
    if block.ruled == "grid" and top < pages.y:
        for x in edges:
            pages.strokes[-1].append(Stroke(((x, top), (x, pages.y)), 0.6))


def _set_signatures(pages: _Pages, block: SignatureColumns, rng: random.Random) -> None:
    sheet = pages.sheet
    size = sheet.size * block.scale
    leading = size * 1.3
    count = len(block.columns)
    padding = BOX_PADDING if block.boxed else 0.0
    wide = (pages.measure - block.gutter * (count - 1)) / count - 2 * padding

    def lines_of(line: SignLine) -> list[list[_Word]]:
        return _lines(line.text, sheet, size, wide) if line.text else []

    def height_of(line: SignLine) -> float:
        signing = SIGNING_ROOM if line.pen or line.line != "none" else 0.0
        return max(line.height, signing + len(lines_of(line)) * leading)

    # Lines of neighbouring columns share a baseline, as in a table without rules.
    depth = max(len(column) for column in block.columns)
    heights = [
        max((height_of(column[i]) for column in block.columns if i < len(column)), default=0.0)
        for i in range(depth)
    ]
    pages.room(block.before + sum(heights) + 2 * padding)
    pages.y += (0.0 if pages.fresh else block.before) + padding
    for number, column in enumerate(block.columns):
        x = sheet.left + number * (wide + 2 * padding + block.gutter) + padding
        y = pages.y
        if block.boxed and column:
            _box(pages, x - padding, y - padding, wide + 2 * padding, sum(heights) + 2 * padding)
        for line, height in zip(column, heights, strict=False):
            base = y + SIGNING_ROOM - 6.0
            if line.line != "none":
                pages.strokes[-1].append(
                    Stroke(((x, base + 4.0), (x + wide * 0.86, base + 4.0)), 0.5, dashed=line.line == "dots")
                )
            if line.pen:
                pages.strokes[-1].append(
                    pen_signature(
                        x + rng.uniform(0, wide * 0.2), base, rng.uniform(wide * 0.35, wide * 0.6), rng
                    )
                )
            text_top = y + (SIGNING_ROOM if line.pen or line.line != "none" else 0.0)
            for i, words in enumerate(lines_of(line), start=1):
                pages.glyphs[-1] += _set_line(
                    words, sheet, size, x, wide, text_top + size + (i - 1) * leading, block.align, True
                )
            y += height
    pages.y += sum(heights) + padding


def _box(pages: _Pages, x: float, y: float, wide: float, high: float) -> None:
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))
    pages.strokes[-1].append(Stroke(corners, 0.6))
