"""What happens to the paper after printing: received-stamps, ticks, underlining, a pen through a name."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from samples.scenario import date_text
from samples.setting import Glyphs, Setting, Stroke, add
from samples.strokes import sweep, tick, underline

STAMP_BLUE = (0.2, 0.25, 0.6)
STAMP_RED = (0.7, 0.15, 0.2)
STAMP_WIDTH = 128.0
STAMP_HEIGHT = 50.0


def handle(setting: Setting, gold: dict[str, Any], rng: random.Random) -> Setting:
    """Let readers and clerks at the paper. A stamped date is a printed date: it enters the gold."""
    if rng.random() < 0.6:
        setting = _receive(setting, gold, rng)
    if rng.random() < 0.25:
        setting = _pen_through_name(setting, rng)
    if rng.random() < 0.5:
        setting = _tick_projects(setting, rng)
    if rng.random() < 0.5:
        setting = _underline_amount(setting, rng)
    return setting


def _receive(setting: Setting, gold: dict[str, Any], rng: random.Random) -> Setting:
    """A frame with a word, a date and a line for initials, put down askew on the first page."""
    signed = [
        date.fromisoformat(one["value"])
        for one in gold["dates"]
        if one["role"] == "signature" and one["value"]
    ]
    day = max(signed, default=date(gold["budget_year"], 10, 1)) + timedelta(days=rng.randint(2, 20))
    text = date_text(day, "stamp", rng)
    mark = f"dates[{len(gold['dates'])}]"
    gold["dates"].append({"value": day.isoformat(), "role": "other", "text": text})
    colour = rng.choice((STAMP_BLUE, STAMP_RED))
    angle = rng.choice((-1, 1)) * rng.uniform(1.5, 7.0)
    x = rng.uniform(setting.sheet.left, setting.sheet.width - setting.sheet.right - STAMP_WIDTH)
    corner = Glyphs(
        "", x, rng.uniform(60.0, setting.sheet.height * 0.5), 1.0, "courier", angle=angle, colour=colour
    )
    word = rng.choice(("EINGEGANGEN", "Eingang", "Posteingang", "EINGANG RP"))
    glyphs = []
    for line, size, down in ((word, 9.0, 14.0), (text, 12.0, 31.0), ("Anl.: ____  Hz.: ____", 7.0, 44.0)):
        px, py = corner.along(8.0, down)
        bold, marked = (True, mark) if line == text else (False, None)
        glyphs.append(replace(corner, text=line, x=px, baseline=py, size=size, bold=bold, mark=marked))
    edge = ((0.0, 0.0), (STAMP_WIDTH, 0.0), (STAMP_WIDTH, STAMP_HEIGHT), (0.0, STAMP_HEIGHT), (0.0, 0.0))
    frame = Stroke(tuple(corner.along(*point) for point in edge), 1.2, colour)
    return add(setting, 1, glyphs, (frame,))


def _pen_through_name(setting: Setting, rng: random.Random) -> Setting:
    """A signature so large that it runs through the printed name."""
    for path, places in setting.places().items():
        if path.startswith("signatories[") and path.endswith("].name"):
            x0, _, x1, bottom = places[0].bbox
            wide = (x1 - x0) * rng.uniform(0.6, 1.0)
            stroke = sweep(x0 + rng.uniform(-4, 10), bottom - 3.0, wide, rng)
            setting = add(setting, places[0].page, strokes=(stroke,))
    return setting


def _tick_projects(setting: Setting, rng: random.Random) -> Setting:
    for path, places in setting.places().items():
        if ".projects[" in path and rng.random() < 0.7:
            x0, _, _, bottom = places[0].bbox
            setting = add(setting, places[0].page, strokes=(tick(x0 - rng.uniform(22, 34), bottom - 2, rng),))
    return setting


def _underline_amount(setting: Setting, rng: random.Random) -> Setting:
    for path, places in setting.places().items():
        one_line = places[0].bbox[3] - places[0].bbox[1] < 2 * setting.sheet.size
        if path.startswith("amounts[") and one_line and rng.random() < 0.6:
            setting = add(setting, places[0].page, strokes=(underline(places[0].bbox, rng),))
    return setting
