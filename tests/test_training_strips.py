"""Strips that the second engine learns from: what they say, how they are cut and what befalls them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from extract.files.sheet import Grey, Picture
from extract.scans.straighten import straighten
from samples.scanner import Geometry
from training.characters import is_known
from training.strip_pages import Said
from training.strip_texts import KINDS, Texts
from training.strips import cut_line, on_picture
from training.wear import WAYS, worn

OWN = Texts(
    sentences=[["Die", "Mittel", "werden", "bis", "zum", "30.06.2025", "abgerufen."]],
    words=["auswahl", "betrieb", "chance", "dienst", "einstieg", "form", "garten", "haus", "insel"],
    given=["Anna", "Zoé"],
    family=["Muster", "Beispiel"],
    places=["Bad Beispiel", "Musterau"],
)


@pytest.mark.parametrize("kind", KINDS[0])
def test_every_kind_of_line_has_words(kind: Callable[[Texts, random.Random], list[str]]) -> None:
    rng = random.Random(7)
    lines = [kind(OWN, rng) for _ in range(40)]
    assert all(line and all(word and " " not in word for word in line) for line in lines)
    assert len({" ".join(line) for line in lines}) > 1


def test_lines_hold_only_what_the_engine_can_learn() -> None:
    rng = random.Random(8)
    words = [word for _ in range(500) for word in OWN.line(rng)]
    assert words
    assert all(is_known(char) for word in words for char in word)


def test_texts_have_no_project_of_the_samples() -> None:
    # What the strips say is made up: the samples measure the reading, and must not be what it learned.
    source = Path("training/strip_texts.py").read_text()
    assert "AufWärts" not in source
    assert "samples" not in [
        line.split(".")[0].split()[-1] for line in source.splitlines() if "import" in line
    ]


def striped_page() -> Grey:
    """Print-like bars on lines, enough of them to see how the page lies."""
    page = np.full((1169, 827), 255, np.uint8)
    for top in range(80, 1100, 30):
        for left in range(60, 760, 14):
            high = 18 if (left // 14 + top) % 3 == 0 else 12
            page[top + 18 - high : top + 18, left : left + 8] = 0
    return page


def test_a_box_of_the_page_lies_where_its_ink_is_on_the_picture() -> None:
    points = 72 / 100
    straight = straighten(Picture(striped_page(), points, 595.0, 842.0), rotation=0)
    geometry = Geometry(595.0, 842.0, 0.0, (0.0, 0.0), 0.0)
    box = (60 * points, 80 * points, 754 * points, 98 * points)
    x0, top, x1, bottom = on_picture(box, straight.frame, geometry)
    inside = straight.grey[round(top) : round(bottom), round(x0) : round(x1)]
    above = straight.grey[round(top) - 6 : round(top) - 2, round(x0) : round(x1)]
    assert (inside < 128).mean() > 0.3
    assert (above < 128).mean() == 0


def test_a_line_is_cut_into_strips_that_say_its_words() -> None:
    points = 72 / 100
    straight = straighten(Picture(striped_page(), points, 595.0, 842.0), rotation=0)
    geometry = Geometry(595.0, 842.0, 0.0, (0.0, 0.0), 0.0)
    line = [
        Said(text, (left * points, 80 * points, (left + 90) * points, 98 * points), 12.0)
        for text, left in (("eins", 60), ("zwei", 200), ("drei", 340))
    ]
    strips = cut_line(straight.grey, straight.frame, geometry, line, random.Random(1))
    assert " ".join(said for _, said in strips) == "eins zwei drei"
    assert all(picture.shape[0] == 48 and picture.min() < 128 for picture, _ in strips)


def test_where_nothing_is_printed_nothing_is_cut() -> None:
    points = 72 / 100
    straight = straighten(Picture(striped_page(), points, 595.0, 842.0), rotation=0)
    geometry = Geometry(595.0, 842.0, 0.0, (0.0, 0.0), 0.0)
    line = [Said("leer", (60 * points, 10 * points, 150 * points, 24 * points), 12.0)]
    assert cut_line(straight.grey, straight.frame, geometry, line, random.Random(1)) == []


@pytest.mark.parametrize("way", WAYS)
def test_wear_leaves_a_strip_of_its_size_and_with_ink(way: Callable[[Grey, random.Random], Grey]) -> None:
    strip = striped_page()[80:128, 60:300]
    for seed in range(20):
        left = way(strip, random.Random(seed))
        assert left.shape == strip.shape
        assert left.min() < 250


def test_wear_is_the_same_for_the_same_seed_and_spares_most_strips() -> None:
    strip = striped_page()[80:128, 60:300]
    once, twice = ([worn(strip, random.Random(seed)) for seed in range(100)] for _ in range(2))
    assert all((one == other).all() for one, other in zip(once, twice, strict=True))
    assert 40 < sum((one == strip).all() for one in once) < 80
