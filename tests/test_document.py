"""A file becomes pages: formats, modes, rotation, crop, resolution."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.files.document import open_sheets
from extract.files.identity import identify
from extract.files.image import ImageSheet, resolution, to_grey
from extract.files.sheet import Picture
from extract.reading import read_document
from models.settings import Limits, Settings
from tests.paper import LETTER, photograph, read, save_scan, text_of, type_letter, write_lines

LIMITS = Limits()


def picture_of(path: Path, dpi: float = 200) -> Picture:
    with open_sheets(path, identify(path, LIMITS).media_type, LIMITS) as sheets:
        return next(sheets).picture(dpi)


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = type_letter(tmp_path / "brief.pdf")
    info, pages = read_document(path, Settings())
    assert info.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert info.id == info.sha256[:16]
    assert info.media_type == "application/pdf"
    assert [page.number for page in info.pages] == [page.number for page in pages] == [1]


def test_the_format_is_told_by_content_not_by_extension(tmp_path: Path) -> None:
    image = Image.new("L", (100, 100), 255)
    image.save(tmp_path / "a.pdf", format="PNG")
    image.save(tmp_path / "b.png", format="TIFF")
    assert identify(tmp_path / "a.pdf", LIMITS).media_type == "image/png"
    assert identify(tmp_path / "b.png", LIMITS).media_type == "image/tiff"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_stand_where_the_turned_and_cropped_page_shows_them(tmp_path: Path, turn: int) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(type_letter(tmp_path / "brief.pdf")))
    sheet = writer.pages[0]
    # The text is laid sideways into the page, and the page turned so that it shows upright.
    sheet.rotate(-turn)
    sheet.transfer_rotation_to_content()
    sheet.rotate(turn)
    left, bottom, right, top = (float(value) for value in sheet.mediabox)
    sheet.cropbox = RectangleObject((left + 20, bottom + 15, right - 10, top - 5))
    path = tmp_path / "gedreht.pdf"
    writer.write(path)
    page = read(path)[0]
    assert page.origin == "text_layer"
    margins = (30, 20) if turn % 180 == 0 else (20, 30)
    assert (page.width, page.height) == pytest.approx((A4[0] - margins[0], A4[1] - margins[1]), abs=0.5)
    picture = picture_of(path)
    word = next(word for word in page.words if word.text == "Zielvereinbarung")
    x0, top, x1, bottom = (round(value / picture.points) for value in word.bbox)
    ink = picture.grey < 128
    inside = ink[top:bottom, x0:x1].sum()
    assert inside > 200
    # Nothing else is printed within a few points around the heading.
    assert ink[max(0, top - 8) : bottom + 8, max(0, x0 - 8) : x1 + 8].sum() <= inside * 1.6


def test_a_digital_page_that_shows_sideways_is_read_upright(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(type_letter(tmp_path / "brief.pdf")))
    writer.pages[0].rotate(90)
    path = tmp_path / "quer.pdf"
    writer.write(path)
    page = read(path)[0]
    assert (page.origin, page.rotation) == ("ocr", 90)
    assert page.width < page.height
    assert "1.234.560 Euro" in text_of(page)


def test_an_image_is_not_blown_up_beyond_its_own_pixels(tmp_path: Path) -> None:
    source = photograph(type_letter(tmp_path / "brief.pdf"), 100)
    assert picture_of(save_scan(tmp_path / "scan.pdf", [source], 100)).grey.shape == pytest.approx(
        source.shape, abs=2
    )


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_ink_stays_dark_and_paper_white_in_every_mode(mode: str) -> None:
    grey = np.full((60, 80), 255, np.uint8)
    grey[20:40, 20:60] = 0
    if mode == "I;16":
        image = Image.fromarray(grey.astype(np.uint16) * 257)
    elif mode in ("RGBA", "LA"):
        # Black everywhere, but transparent where the paper is.
        image = Image.new(mode, (80, 60))
        image.putalpha(Image.fromarray(255 - grey))
    else:
        image = Image.fromarray(grey).convert(mode)
    values = np.array(to_grey(image))
    assert values[30, 40] < 30
    assert values[5, 5] > 225


@pytest.mark.parametrize(
    ("dpi", "expected"), [((300, 300), 300), (None, 200), ((1, 1), 200), ((72, 72), 200)]
)
def test_a_missing_or_absurd_resolution_is_taken_from_a4(
    tmp_path: Path, dpi: tuple[int, int] | None, expected: int
) -> None:
    path = tmp_path / "scan.png"
    image = Image.new("L", (1654, 2339), 255)
    image.save(path, **({"dpi": dpi} if dpi else {}))
    with Image.open(path) as opened:
        assert resolution(opened)[0] == pytest.approx(expected, abs=1)


def test_fax_pixels_become_square(tmp_path: Path) -> None:
    path = tmp_path / "fax.tif"
    Image.new("1", (1728, 1146), 1).save(path, dpi=(204, 98), compression="group4")
    picture = picture_of(path)
    assert picture.grey.shape[0] / picture.grey.shape[1] == pytest.approx(1146 / 98 / (1728 / 204), rel=0.01)


def test_a_jpeg_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    upright = photograph(type_letter(tmp_path / "brief.pdf"), 150)
    image = Image.fromarray(np.ascontiguousarray(np.rot90(upright)))
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "foto.jpg"
    image.save(path, dpi=(150, 150), exif=exif, quality=90)
    page = read(path)[0]
    assert page.rotation == 0
    assert page.width < page.height
    assert "Zielvereinbarung 2024" in text_of(page)


def test_pages_of_several_sizes_keep_their_order_and_size(tmp_path: Path) -> None:
    small = Image.new("L", (827, 1169), 255)
    large = Image.new("L", (1654, 1169), 255)
    path = tmp_path / "stapel.tif"
    small.save(path, save_all=True, append_images=[large, small], dpi=(100, 100))
    sizes = [(round(page.width), round(page.height)) for page in read(path)]
    assert sizes == [(595, 842), (1191, 842), (595, 842)]


def test_each_page_of_a_mixed_file_is_read_its_own_way(tmp_path: Path) -> None:
    digital = type_letter(tmp_path / "digital.pdf")
    scan = save_scan(tmp_path / "scan.pdf", [photograph(digital)])
    writer = PdfWriter()
    for source in (digital, scan, digital):
        writer.append(PdfReader(source))
    path = tmp_path / "gemischt.pdf"
    writer.write(path)
    pages = read(path)
    assert [page.origin for page in pages] == ["text_layer", "ocr", "text_layer"]
    assert all("1.234.560 Euro" in text_of(page) for page in pages)


def test_only_one_page_is_held_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "stapel.tif"
    pages = [Image.new("L", (200, 300), 255) for _ in range(3)]
    pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(30, 30))
    with open_sheets(path, "image/tiff", LIMITS) as sheets:
        first = next(sheets)
        assert isinstance(first, ImageSheet)
        assert [sheet.number for sheet in sheets] == [2, 3]


def test_rulings_of_a_digital_page_are_lines_and_boxes(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    write_lines(canvas, LETTER)
    canvas.line(72, 300, 500, 300)
    canvas.rect(100, 100, 200, 60)
    canvas.save()
    rulings = read(path)[0].rulings
    across = [line for line in rulings if line.horizontal]
    down = [line for line in rulings if not line.horizontal]
    assert [(round(line.x0), round(A4[1] - line.top)) for line in across] == [
        (72, 300),
        (100, 160),
        (100, 100),
    ]
    assert sorted(round(line.x0) for line in down) == [100, 300]
