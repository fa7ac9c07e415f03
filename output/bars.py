"""A bar chart of sums by year as SVG, without style or script: it stands in a page that allows neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH, HEIGHT = 720, 250
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 26, 28
INK, BAR, GRID = "#1d1d1b", "#1f4e79", "#c9c5bb"
MILLION = Decimal(1_000_000)
WIDEST = 64


class Bar(NamedTuple):
    """A year and its sum; none where the archive has nothing."""

    name: str
    value: Decimal


def bars(values: Sequence[Bar]) -> Markup:
    """The chart, with a description for those who do not see it; empty without a sum above zero."""
    highest = max((bar.value for bar in values), default=Decimal())
    if highest <= 0:
        return Markup()
    return Markup("\n").join(_svg(values, highest))


def _svg(values: Sequence[Bar], highest: Decimal) -> Iterator[Markup]:
    base = HEIGHT - BOTTOM
    step = (WIDTH - LEFT - RIGHT) / len(values)
    width = min(WIDEST, step * 0.62)
    said = "; ".join(f"{bar.name}: {_millions(bar.value)} Mio. €" for bar in values if bar.value)
    yield Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-labelledby="chart-title chart-desc" font-size="12"'
        ' font-family="inherit" fill="{}">'
    ).format(WIDTH, HEIGHT, INK)
    yield Markup('<title id="chart-title">{}</title>').format("Summe der Gesamtbeträge nach Haushaltsjahr")
    yield Markup('<desc id="chart-desc">{}</desc>').format(said)
    for number, bar in enumerate(values):
        middle = LEFT + step * (number + 0.5)
        height = float(bar.value / highest) * (base - TOP)
        if bar.value > 0:
            yield Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"/>').format(
                middle - width / 2, base - height, width, height, BAR
            )
        label = _millions(bar.value) if bar.value else "–"
        yield _text(middle, base - height - 7, label)
        yield _text(middle, base + 19, bar.name)
    yield Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>').format(
        LEFT, base, WIDTH - RIGHT, base, GRID
    )
    yield Markup("</svg>")


def _text(x: float, y: float, text: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(x, y, escape(text))


def _millions(value: Decimal) -> str:
    return f"{value / MILLION:.2f}".replace(".", ",")
