"""Blocks → pages on which the box of every gold value is known exactly, because we set it ourselves."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from models.values import BBox
from samples.blocks import (
    Align,
    Block,
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
from samples.fonts import FAMILIES, extent, face, width

SOFT_HYPHEN = "\u00ad"
CELL_PADDING = 4.0
SIGNING_ROOM = 34.0
"""Height in points of the empty room above a line to sign on."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A word, or the part of a word that prints one value. x and baseline in points from the top left.

    `last`: a blank follows. `divided`: the word was divided here, its hyphen belongs to no value.
    """

    text: str
    x: float
    baseline: float
    size: float
    family: str
    bold: bool = False
    mark: str | None = None
    last: bool = True
    divided: bool = False
    angle: float = 0.0
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)

    @property
    def bbox(self) -> BBox:
        """The box of upright letters, from the ascent and descent of the face."""
        above, below = extent(self.family, self.size, self.bold)
        return (self.x, self.baseline - above,
                self.x + width(self.text, self.family, self.size, self.bold), self.baseline + below)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline; points from the top left of the page."""

    points: tuple[tuple[float, float], ...]
    weight: float = 0.7
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class SetPage:
    glyphs: tuple[Glyphs, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a gold value is printed, and how. `page` is 1-based, bbox in points of the upright page."""

    text: str
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Setting:
    """A typeset document."""

    sheet: Sheet
    pages: tuple[SetPage, ...]

    def places(self) -> dict[str, list[Place]]:
        """Every printing of every marked value, in reading order. A value broken over two lines has
        the union of both boxes; one broken over two pages the part on its first page."""
        found: dict[str, list[Place]] = {}
        open_mark: str | None = None
        for number, page in enumerate(self.pages, start=1):
            parts: list[Glyphs] = []
            for glyphs in (*page.glyphs, None):
                mark = glyphs.mark if glyphs else None
                if parts and mark != open_mark:
                    self._close(found, parts, number)
                    parts = []
                open_mark = mark
                if glyphs and mark:
                    parts.append(glyphs)
        return found

    @staticmethod
    def _close(found: dict[str, list[Place]], parts: list[Glyphs], page: int) -> None:
        text = ""
        for part in parts:
            text += part.text[:-1] if part.divided else part.text + " " if part.last else part.text
        boxes = [part.bbox for part in parts]
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes),
               max(b[2] for b in boxes), max(b[3] for b in boxes))
        mark = parts[0].mark or ""
        found.setdefault(mark, []).append(Place(text.strip(" "), page, _rounded(box)))

    def texts(self) -> list[str]:
        """The printed text of each page, a line per printed line, from top to bottom."""
        result = []
        for page in self.pages:
            lines: dict[float, list[Glyphs]] = {}
            for glyphs in page.glyphs:
                lines.setdefault(round(glyphs.baseline, 1), []).append(glyphs)
            result.append("\n".join(
                "".join(g.text + (" " if g.last else "") for g in sorted(line, key=lambda g: g.x)).strip()
                for _, line in sorted(lines.items())))
        return result


def _rounded(box: BBox) -> BBox:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    run: Run
    divided: bool = False


_Word = tuple[_Piece, ...]


@dataclass
class _Pages:
    """The pages under construction; `y` is the top of the free room on the last one."""

    sheet: Sheet
    y: float = 0.0
    glyphs: list[list[Glyphs]] = field(default_factory=list)
    strokes: list[list[Stroke]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.new_page()

    @property
    def floor(self) -> float:
        return self.sheet.height - self.sheet.bottom

    @property
    def measure(self) -> float:
        return self.sheet.width - self.sheet.left - self.sheet.right

    def new_page(self) -> None:
        self.glyphs.append([])
        self.strokes.append([])
        self.y = self.sheet.top

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
    count = len(pages.glyphs)
    return Setting(sheet, tuple(
        SetPage((*_furniture(sheet, number, count, first=True), *glyphs,
                 *_furniture(sheet, number, count, first=False)), tuple(strokes))
        for number, (glyphs, strokes) in enumerate(zip(pages.glyphs, pages.strokes, strict=True), start=1)))


def _furniture(sheet: Sheet, number: int, count: int, first: bool) -> list[Glyphs]:
    """The running head (first) or foot of a page."""
    text = sheet.header if first else sheet.footer
    shown = number > 1 or (sheet.header_on_first if first else sheet.footer_on_first)
    if text is None or not shown:
        return []
    size = sheet.size * 0.8
    baseline = sheet.top * 0.55 if first else sheet.height - sheet.bottom * 0.5
    align = "right" if first else sheet.footer_align
    line = _words((Run(text.format(page=number, pages=count)),))
    return _set_line(line, sheet, size, sheet.left, sheet.width - sheet.left - sheet.right, baseline, align, True)


def _keep_with_next(pages: _Pages, blocks: list[Block]) -> None:
    """A heading moves to the next page with the first lines of what it heads."""
    needed = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            needed += 60.0
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
    return width(piece.text.replace(SOFT_HYPHEN, ""), piece.run.family or sheet.family, size, piece.run.bold)


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
            best = head, (_Piece(piece.text[position + 1:], piece.run), *word[index + 1:])
    return best


def _lines(text: Text, sheet: Sheet, size: float, measure: float) -> list[list[_Word]]:
    space = width(" ", sheet.family, size)
    lines: list[list[_Word]] = [[]]
    used = 0.0
    queue = _words(text, sheet.hyphenate)
    while queue:
        word = queue.pop(0)
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


def _set_line(line: list[_Word], sheet: Sheet, size: float, x: float, measure: float, baseline: float,
              align: Align, final: bool) -> list[Glyphs]:
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
            text = piece.text.replace(SOFT_HYPHEN, "")
            result.append(Glyphs(text, x, baseline, size, piece.run.family or sheet.family, piece.run.bold,
                                 piece.run.mark, last=number == len(word), divided=piece.divided))
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
            pages.glyphs[-1] += _set_line(_words(block.marker), sheet, size, left - block.hang, block.hang,
                                          baseline, "left", True)
        pages.glyphs[-1] += _set_line(line, sheet, size, left, pages.measure - block.indent, baseline,
                                      block.align, number == len(lines))
        pages.y += leading
    pages.y += block.after


def _set_table(pages: _Pages, block: Table) -> None:
    sheet = pages.sheet
    size = sheet.size * 0.92
    leading = size * 1.25
    pages.y += block.before
    widths = [share / sum(block.shares) * pages.measure for share in block.shares]
    edges = [sheet.left + sum(widths[:i]) for i in range(len(widths) + 1)]
    top = pages.y
    for number, row in enumerate(block.rows):
        cells = [_lines(cell, sheet, size, widths[i] - 2 * CELL_PADDING) if cell else []
                 for i, cell in enumerate(row)]
        height = max(len(lines) for lines in cells) * leading + 2 * CELL_PADDING
        if pages.y + height > pages.floor:
            _rule_columns(pages, block, edges, top)
            pages.new_page()
            top = pages.y
        if block.ruled != "none" and (number == 0 or pages.y == top):
            _rule_row(pages, edges, pages.y)
        for i, lines in enumerate(cells):
            for line_number, line in enumerate(lines, start=1):
                pages.glyphs[-1] += _set_line(
                    line, sheet, size, edges[i] + CELL_PADDING, widths[i] - 2 * CELL_PADDING,
                    pages.y + CELL_PADDING + size + (line_number - 1) * leading, block.aligns[i], True)
        pages.y += height
        if block.ruled != "none":
            _rule_row(pages, edges, pages.y)
    _rule_columns(pages, block, edges, top)
    pages.y += block.after


def _rule_row(pages: _Pages, edges: list[float], y: float) -> None:
    pages.strokes[-1].append(Stroke(((edges[0], y), (edges[-1], y)), 0.6))


def _rule_columns(pages: _Pages, block: Table, edges: list[float], top: float) -> None:
    if block.ruled == "grid":
        for x in edges:
            pages.strokes[-1].append(Stroke(((x, top), (x, pages.y)), 0.6))


def _set_signatures(pages: _Pages, block: SignatureColumns, rng: random.Random) -> None:
    sheet = pages.sheet
    size = sheet.size * block.scale
    leading = size * 1.3
    count = len(block.columns)
    wide = (pages.measure - block.gutter * (count - 1)) / count

    def lines_of(line: SignLine) -> list[list[_Word]]:
        return _lines(line.text, sheet, size, wide) if line.text else []

    def height_of(line: SignLine) -> float:
        signing = SIGNING_ROOM if line.pen or line.line != "none" else 0.0
        return max(line.height, signing + len(lines_of(line)) * leading)

    # Lines of neighbouring columns share a baseline, as in a table without rules.
    depth = max(len(column) for column in block.columns)
    heights = [max((height_of(column[i]) for column in block.columns if i < len(column)), default=0.0)
               for i in range(depth)]
    pages.room(block.before + sum(heights))
    pages.y += 0.0 if pages.fresh else block.before
    for number, column in enumerate(block.columns):
        x = sheet.left + number * (wide + block.gutter)
        y = pages.y
        for line, height in zip(column, heights, strict=False):
            base = y + SIGNING_ROOM - 6.0
            if line.line != "none":
                pages.strokes[-1].append(Stroke(((x, base + 4.0), (x + wide * 0.86, base + 4.0)), 0.5,
                                                dashed=line.line == "dots"))
            if line.pen:
                pages.strokes[-1].append(pen_signature(x + rng.uniform(0, wide * 0.2), base,
                                                       rng.uniform(wide * 0.35, wide * 0.6), rng))
            text_top = y + (SIGNING_ROOM if line.pen or line.line != "none" else 0.0)
            for i, words in enumerate(lines_of(line), start=1):
                pages.glyphs[-1] += _set_line(words, sheet, size, x, wide, text_top + size + (i - 1) * leading,
                                              block.align, True)
            y += height
    pages.y += sum(heights)


INK_BLUE = (0.08, 0.12, 0.45)


def pen_signature(x: float, base: float, length: float, rng: random.Random) -> Stroke:
    """A hand's quick wave around a baseline, like no letter in particular."""
    count = rng.randint(7, 12)
    knots = [(x + length * i / count + rng.uniform(-3, 3), base - rng.uniform(-3, 16) * (1 - 0.5 * i / count))
             for i in range(count + 1)]
    return Stroke(_smooth(knots), rng.uniform(0.8, 1.4), INK_BLUE)


def _smooth(knots: list[tuple[float, float]], steps: int = 8) -> tuple[tuple[float, float], ...]:
    """Catmull-Rom through the knots."""
    padded = [knots[0], *knots, knots[-1]]
    points = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            points.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return (*points, knots[-1])


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def add(setting: Setting, page: int, glyphs: Iterable[Glyphs] = (), strokes: Iterable[Stroke] = ()) -> Setting:
    """The same document with more ink on one page (1-based)."""
    pages = list(setting.pages)
    old = pages[page - 1]
    pages[page - 1] = replace(old, glyphs=(*old.glyphs, *glyphs), strokes=(*old.strokes, *strokes))
    return replace(setting, pages=tuple(pages))


def to_pdf(setting: Setting, title: str) -> bytes:
    """The PDF; the same setting gives the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(setting.sheet.width, setting.sheet.height), invariant=1, pageCompression=0)
    canvas.setTitle(title)
    height = setting.sheet.height
    for page in setting.pages:
        for stroke in page.strokes:
            _draw_stroke(canvas, stroke, height)
        for glyphs in page.glyphs:
            _draw_glyphs(canvas, glyphs, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_stroke(canvas: Canvas, stroke: Stroke, height: float) -> None:
    canvas.setStrokeColorRGB(*stroke.colour)
    canvas.setLineWidth(stroke.weight)
    canvas.setLineCap(1 if stroke.dashed else 0)
    canvas.setDash([0.1, 2.4] if stroke.dashed else [])
    path = canvas.beginPath()
    path.moveTo(stroke.points[0][0], height - stroke.points[0][1])
    for x, y in stroke.points[1:]:
        path.lineTo(x, height - y)
    canvas.drawPath(path, stroke=1, fill=0)


def _draw_glyphs(canvas: Canvas, glyphs: Glyphs, height: float) -> None:
    canvas.saveState()
    canvas.translate(glyphs.x, height - glyphs.baseline)
    if glyphs.angle:
        canvas.rotate(glyphs.angle)
    text = canvas.beginText(0, 0)
    text.setFont(face(glyphs.family, glyphs.bold), glyphs.size)
    stretch = FAMILIES[glyphs.family].stretch
    if stretch != 1.0:
        text.setHorizScale(stretch * 100)
    text.setFillColorRGB(*glyphs.colour)
    # The blank behind each word is printed too, as word processors do.
    text.textOut(glyphs.text + (" " if glyphs.last else ""))
    canvas.drawText(text)
    canvas.restoreState()
