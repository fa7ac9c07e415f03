"""What a page is made of before it is set: runs of text that know which gold value they print, and blocks."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import Literal

Line = Literal["none", "rule", "dots"]
Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. `mark` is the path of the gold value it prints, for example "amounts[0]"."""

    text: str
    mark: str | None = None
    bold: bool = False
    family: str | None = None


Text = tuple[Run, ...]
NEW_LINE = Run(" \n ")
"""What follows it begins a line of its own."""


def plain(text: str, bold: bool = False) -> Text:
    return (Run(text, bold=bold),)


def say(template: str, **parts: Run | Text | str) -> Text:
    """Fill a sentence: `{name}` becomes the part of that name, marks and all."""
    runs: list[Run] = []
    for literal, name, _, _ in string.Formatter().parse(template):
        if literal:
            runs.append(Run(literal))
        if name is not None:
            part = parts[name]
            runs.extend((Run(part),) if isinstance(part, str) else (part,) if isinstance(part, Run) else part)
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lengths in points, `scale` relative to the body size. The marker hangs at `indent - hang`."""

    text: Text
    align: Align = "justify"
    scale: float = 1.0
    before: float = 0.0
    after: float = 6.0
    indent: float = 0.0
    marker: Text = ()
    hang: float = 0.0
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows; the first row is the head. Column widths are shares of the text width.

    A row of one cell runs across all columns.
    """

    rows: tuple[tuple[Text, ...], ...]
    shares: tuple[float, ...]
    aligns: tuple[Align, ...]
    ruled: Literal["grid", "rows", "none"] = "grid"
    before: float = 4.0
    after: float = 10.0
    row_height: float = 0.0
    """The least height of a row in points."""
    padding: float = 4.0
    """Room above and below the text of a cell."""
    together: bool = False
    """Whether all rows stay on one page."""
    joined: int = 0
    """How many columns at the left have no rule between an empty cell and the one above it."""


@dataclass(frozen=True, slots=True)
class SignLine:
    """One line of a signature column: text, or a line to sign on, with or without a stroke of the pen."""

    text: Text = ()
    line: Line = "none"
    pen: bool = False
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class SignatureColumns:
    """Signature columns side by side, each in a frame if `boxed`; kept together on one page."""

    columns: tuple[tuple[SignLine, ...], ...]
    before: float = 30.0
    gutter: float = 24.0
    scale: float = 1.0
    align: Align = "left"
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line across `share` of the text width, from the left."""

    share: float = 1.0
    before: float = 2.0
    after: float = 6.0


@dataclass(frozen=True, slots=True)
class Footnote:
    """Small text above the foot of the page on which the next block stands; one a page."""

    text: Text


@dataclass(frozen=True, slots=True)
class Gap:
    points: float


@dataclass(frozen=True, slots=True)
class NewPage:
    pass


Block = Paragraph | Table | SignatureColumns | Divider | Footnote | Gap | NewPage


@dataclass(frozen=True, slots=True)
class Sheet:
    """The look of every page; lengths in points. Header and footer may use {page} and {pages}."""

    family: str = "helvetica"
    size: float = 11.0
    leading: float = 1.35
    width: float = 595.28
    height: float = 841.89
    left: float = 71.0
    right: float = 71.0
    top: float = 76.0
    bottom: float = 76.0
    footer: str | None = "Seite {page}"
    footer_align: Align = "center"
    footer_on_first: bool = True
    header: str | None = None
    header_align: Align = "right"
    header_on_first: bool = False
    hyphenate: bool = False
