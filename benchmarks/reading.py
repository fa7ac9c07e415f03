"""How fast and how well scanned pages are read, beside plain Tesseract on the same pages at 300 dpi.

    python benchmarks/reading.py FOLDER [FOLDER ...]

A scan is every PDF or image that has gold text: a digital twin (scan `x_scan.pdf` or `x__y.pdf` beside the
digital `x.pdf`) or `x.txt` beside it. Times are processor seconds of one process and its children, one after
the other, so that other load on the machine does not count; Tesseract's time holds no rendering. CER is the
Levenshtein distance to the gold text, both in rows from top to bottom, by its length.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.probe import of_children
from extract.files.document import open_sheets
from extract.files.identity import identify
from extract.reading import read_document
from extract.scans.ocr import PICTURE, find_tesseract
from extract.scans.reader import read_pages
from models.settings import Settings
from models.values import BBox

BASELINE_DPI = 300
SAME_ROW = 0.5
"""Words whose middles are closer than this share of their height stand in one row."""


@dataclass(frozen=True)
class Case:
    scan: Path
    gold: Path


@dataclass
class Sum:
    """Seconds, wrong characters."""

    seconds: float = 0.0
    wrong: int = 0


def cpu_seconds() -> float:
    return time.process_time() + of_children()


def find_cases(folders: Sequence[Path]) -> Iterator[Case]:
    for folder in folders:
        for scan in sorted(folder.iterdir()):
            text = scan.with_suffix(".txt")
            twin = scan.with_name(re.sub(r"(_scan|__.+)$", "", scan.stem) + ".pdf")
            if scan.suffix.lower() not in {".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"}:
                continue
            if text.exists():
                yield Case(scan, text)
            elif twin != scan and twin.exists():
                yield Case(scan, twin)


def rows(words: Sequence[tuple[str, BBox]]) -> str:
    """The words of a page as rows from top to bottom, each from left to right."""
    lines: list[list[tuple[str, BBox]]] = []
    for word in sorted(words, key=lambda word: word[1][1] + word[1][3]):
        middle = (word[1][1] + word[1][3]) / 2
        if lines:
            top, bottom = lines[-1][-1][1][1], lines[-1][-1][1][3]
            if abs(middle - (top + bottom) / 2) < SAME_ROW * max(bottom - top, word[1][3] - word[1][1]):
                lines[-1].append(word)
                continue
        lines.append([word])
    return "\n".join(
        " ".join(text for text, _ in sorted(line, key=lambda word: word[1][0])) for line in lines
    )


def read_ours(path: Path, settings: Settings) -> tuple[str, int]:
    _, pages = read_document(path, settings)
    return "\n".join(rows([(word.text, word.bbox) for word in page.words]) for page in pages), len(pages)


def read_plainly(path: Path, settings: Settings) -> tuple[str, float]:
    """Text and seconds of `tesseract -l deu` over the pages rendered at 300 dpi, one process."""
    engine = find_tesseract()
    with tempfile.TemporaryDirectory() as folder:
        images = []
        with open_sheets(path, identify(path, settings.limits).media_type, settings.limits) as sheets:
            for sheet in sheets:
                image = Path(folder) / f"{sheet.number}{PICTURE}"
                grey = sheet.picture(BASELINE_DPI).grey
                factor = BASELINE_DPI / 72 * sheet.width / grey.shape[1]
                cv2.imwrite(
                    str(image), cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
                )
                images.append(image)
        start = cpu_seconds()
        pages = read_pages(engine, images)
        seconds = cpu_seconds() - start
    return "\n".join(rows([(token.text, token.box) for token in page]) for page in pages), seconds


def gold_of(case: Case, settings: Settings) -> str:
    if case.gold.suffix == ".txt":
        return case.gold.read_text(encoding="utf-8")
    return read_ours(case.gold, settings)[0]


def plain(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    settings = Settings()
    cases = list(find_cases(parser.parse_args().folders))
    if not cases:
        sys.exit("no scan with gold text found")
    ours, theirs, pages, length = Sum(), Sum(), 0, 0
    print(f"{'scan':40} {'pages':>5} {'s/page':>7} {'plain':>7} {'ratio':>6} {'CER':>8} {'plain':>8}")
    for case in cases:
        gold = plain(gold_of(case, settings))
        start = cpu_seconds()
        text, count = read_ours(case.scan, settings)
        seconds = cpu_seconds() - start
        plain_text, plain_seconds = read_plainly(case.scan, settings)
        wrong = Levenshtein.distance(gold, plain(text))
        plain_wrong = Levenshtein.distance(gold, plain(plain_text))
        print(
            f"{case.scan.stem[-40:]:40} {count:5} {seconds / count:7.2f} {plain_seconds / count:7.2f} "
            f"{seconds / plain_seconds:6.2f} {wrong / len(gold):8.3%} {plain_wrong / len(gold):8.3%}"
        )
        ours.seconds, ours.wrong = ours.seconds + seconds, ours.wrong + wrong
        theirs.seconds, theirs.wrong = theirs.seconds + plain_seconds, theirs.wrong + plain_wrong
        pages, length = pages + count, length + len(gold)
    print(
        f"{'all':40} {pages:5} {ours.seconds / pages:7.2f} {theirs.seconds / pages:7.2f} "
        f"{ours.seconds / theirs.seconds:6.2f} {ours.wrong / length:8.3%} {theirs.wrong / length:8.3%}"
    )
    print(f"{pages / ours.seconds:.2f} pages per second on one of {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
