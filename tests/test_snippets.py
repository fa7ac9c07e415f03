"""Pictures of spots: the right place of the right page, however the page lies."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extract.scans.snippets import DPI, FRAME, MARGIN, STRIPS, TALLEST, cut
from models.agreement import DocumentInfo, PageInfo
from models.settings import Settings
from models.snippet import Snippet
from models.values import BBox, Spot

WIDTH, HEIGHT = 595.0, 842.0
SCALE = 150 / 72


def scan(folder: Path, *ink: BBox, turn: int = 0) -> tuple[Path, DocumentInfo]:
    """A page with black boxes (PDF points of the upright page), fed `turn` degrees clockwise."""
    page = Image.new("L", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), 255)
    for box in ink:
        ImageDraw.Draw(page).rectangle(tuple(value * SCALE for value in box), fill=0)
    file = folder / "a.png"
    page.rotate(-turn, expand=True).save(file, dpi=(150, 150))
    info = PageInfo(number=1, origin="ocr", reason="", rotation=turn, width=WIDTH, height=HEIGHT)
    return file, DocumentInfo(id="a", path="a.png", sha256=None, media_type=None, pages=(info,))


def pictures(folder: Path, *boxes: BBox, turn: int = 0, page: int = 1) -> tuple[Snippet, ...]:
    file, document = scan(folder, *boxes, turn=turn)
    (snippets,) = cut(file, document, [[Spot(page=page, bbox=box) for box in boxes]], Settings())
    return snippets


def frames(snippet: Snippet) -> np.ndarray[tuple[int, ...], np.dtype[np.bool]]:
    with Image.open(io.BytesIO(snippet.png)) as image:
        assert image.size == (snippet.width, snippet.height)
        return np.asarray((np.array(image.convert("RGB")) == FRAME).all(axis=2))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_frame_stands_around_the_value_whichever_way_the_page_was_fed(tmp_path: Path, turn: int) -> None:
    (snippet,) = pictures(tmp_path, (200, 400, 300, 412), turn=turn)
    frame = frames(snippet)
    rows, columns = np.flatnonzero(frame.any(axis=1)), np.flatnonzero(frame.any(axis=0))
    inside = frame[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    with Image.open(io.BytesIO(snippet.png)) as image:
        grey = np.array(image.convert("L"))[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    middle = grey[6:-6, 6:-6]
    assert (middle < 60).mean() > 0.9
    assert not inside[6:-6, 6:-6].any()
    assert snippet.height == pytest.approx((12 + 2 * MARGIN) * DPI / 72, abs=3)


def test_values_of_one_place_are_seen_together_and_distant_ones_apart(tmp_path: Path) -> None:
    near = pictures(tmp_path, (100, 100, 200, 112), (400, 130, 480, 142))
    assert len(near) == 1
    apart = pictures(tmp_path, (100, 700, 200, 712), (400, 130, 480, 142))
    assert len(apart) == 2
    assert all(frames(one).any() for one in apart)


def test_a_long_table_is_cut_before_it_fills_the_page(tmp_path: Path) -> None:
    rows = [(400.0, 60.0 + 25 * row, 480.0, 72.0 + 25 * row) for row in range(30)]
    snippets = pictures(tmp_path, *rows)
    assert 1 < len(snippets) <= STRIPS
    assert max(one.height for one in snippets) <= (TALLEST + 2 * MARGIN) * DPI / 72 + 2


def test_the_place_that_is_named_first_is_shown_first(tmp_path: Path) -> None:
    low, high = (100.0, 700.0, 200.0, 730.0), (100.0, 100.0, 200.0, 112.0)
    first, second = pictures(tmp_path, low, high)
    assert first.height > second.height


@pytest.mark.parametrize(
    "box", [(590, 838, 640, 900), (700, 900, 800, 950), (-20, -20, -5, -5), (5, 5, 5, 5)]
)
def test_a_place_at_or_beyond_the_edge_does_no_harm(tmp_path: Path, box: BBox) -> None:
    file, document = scan(tmp_path)
    ((snippet,),) = cut(file, document, [[Spot(page=1, bbox=box)]], Settings())
    assert snippet.width > 0
    assert snippet.height > 0


def test_a_page_that_does_not_exist_has_no_picture(tmp_path: Path) -> None:
    assert pictures(tmp_path, (10, 10, 20, 20), page=7) == ()


def test_groups_keep_their_order_and_may_be_empty(tmp_path: Path) -> None:
    file, document = scan(tmp_path)
    tall, flat = Spot(page=1, bbox=(9, 9, 90, 90)), Spot(page=1, bbox=(9, 9, 90, 20))
    made = cut(file, document, [[flat], [], [tall]], Settings())
    assert [len(snippets) for snippets in made] == [1, 0, 1]
    assert made[0][0].height < made[2][0].height
