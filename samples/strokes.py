"""Lines that no machine drew: signatures, ticks, underlining."""

from __future__ import annotations

import random

from models.values import BBox
from samples.setting import Stroke

INK_BLUE = (0.08, 0.12, 0.45)
INK_PALE = (0.3, 0.36, 0.7)
INK_BLACK = (0.1, 0.1, 0.1)
INK_RED = (0.7, 0.1, 0.1)


def pen_signature(x: float, base: float, length: float, rng: random.Random) -> Stroke:
    """A hand's quick wave around a baseline, like no letter in particular; one tall loop to begin with."""
    count = rng.randint(9, 16)
    step = length / count
    height = rng.uniform(7, 13)
    knots = [(x, base), (x + step * 0.6, base - height * rng.uniform(1.4, 2.0)), (x + step * 0.3, base + 2)]
    for i in range(1, count):
        fading = 1 - 0.7 * i / count
        rise = -height * fading * rng.uniform(0.4, 1.0) if i % 2 else rng.uniform(-1, 3)
        knots.append((x + step * i + rng.uniform(-0.45, 0.25) * step, base + rise))
    knots.append((x + length * rng.uniform(1.0, 1.15), base - rng.uniform(0, 8)))
    return Stroke(_smooth(knots), rng.uniform(0.8, 1.5), rng.choice((INK_BLUE, INK_BLACK)))


def sweep(x: float, base: float, length: float, rng: random.Random) -> Stroke:
    """A large, quick flourish with a thin pen: what it crosses stays readable."""
    count = rng.randint(4, 6)
    step = length / count
    knots = [(x, base + rng.uniform(0, 6))]
    for i in range(1, count + 1):
        rise = -rng.uniform(10, 22) if i % 2 else rng.uniform(0, 8)
        knots.append((x + step * i + rng.uniform(-0.3, 0.3) * step, base + rise))
    return Stroke(_smooth(knots), rng.uniform(0.5, 0.8), INK_PALE)


def tick(x: float, y: float, rng: random.Random) -> Stroke:
    """A check mark that a reader made; (x, y) is its foot."""
    size = rng.uniform(6, 11)
    knots = [(x - size * 0.4, y - size * 0.4), (x, y), (x + size, y - size * rng.uniform(1.0, 1.4))]
    return Stroke(_smooth(knots, steps=4), rng.uniform(0.8, 1.3), rng.choice((INK_BLUE, INK_RED)))


def underline(box: BBox, rng: random.Random) -> Stroke:
    """A line drawn under words by hand."""
    x0, _, x1, bottom = box
    count = 6
    knots = [(x0 + (x1 - x0) * i / count, bottom + rng.uniform(0.2, 1.8)) for i in range(count + 1)]
    return Stroke(_smooth(knots), rng.uniform(0.7, 1.1), rng.choice((INK_BLUE, INK_RED)))


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
