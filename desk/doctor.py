"""Is everything installed, as pinned, and where is it? What is missing comes with what mends it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec

from models.system import pip_install

PYTHON = (3, 11)
INSTALL = "make run (im Ordner von Aktenlese)"
MODELS = {
    "deu": "deutsche Texterkennung",
    "osd": "Lage der Seite",
}
NAMED = ("pypdfium2", "pdfplumber", "opencv-python-headless", "pillow", "pytesseract", "spacy", "pandas")
"""Packages worth a line of their own; the others are named when something is wrong with them."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at. `remedy` is the command that mends it, None if nothing is to be done."""

    what: str
    found: str
    remedy: str | None = None
    needed: bool = True

    @property
    def ok(self) -> bool:
        return self.remedy is None or not self.needed


def examine() -> list[Diagnosis]:
    """Look at Python, the packages, Tesseract with its models, and what is optional."""
    return [*_python(), *_packages(), *_tesseract(), *_entities(), *_letters(), *_optional()]


def report(diagnoses: list[Diagnosis]) -> str:
    """One German line per diagnosis, the remedy beneath where there is one."""
    width = max(len(diagnosis.what) for diagnosis in diagnoses)
    lines = []
    for diagnosis in diagnoses:
        mark = "ok   " if diagnosis.remedy is None else "FEHLT" if diagnosis.needed else "–    "
        lines.append(f"{mark}  {diagnosis.what:<{width}}  {diagnosis.found}")
        if diagnosis.remedy:
            lines.append(f"{'':<{width + 9}}→ {diagnosis.remedy}")
    return "\n".join(lines)


def _python() -> Iterator[Diagnosis]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    wanted = ".".join(str(part) for part in PYTHON)
    remedy = None if sys.version_info >= PYTHON else f"Python {wanted} oder neuer installieren"
    yield Diagnosis("Python", f"{version}, {sys.executable}", remedy)


def _packages() -> Iterator[Diagnosis]:
    """The pins stand in the metadata of our own distribution."""
    try:
        pins = dict(_pins())
    except metadata.PackageNotFoundError:
        yield Diagnosis("aktenlese", "nicht installiert", INSTALL)
        return
    yield Diagnosis("aktenlese", metadata.version("aktenlese"))
    as_pinned = 0
    for name, pinned in pins.items():
        installed = _version(name)
        remedy = pip_install(f"{name}=={pinned}")
        as_pinned += installed == pinned
        if installed is None:
            yield Diagnosis(name, f"nicht installiert, gebraucht wird {pinned}", remedy)
        elif installed != pinned:
            yield Diagnosis(name, f"{installed}, geprüft ist {pinned}", remedy)
        elif name in NAMED:
            yield Diagnosis(name, installed)
    yield Diagnosis("Pakete", f"{as_pinned} von {len(pins)} in der geprüften Fassung")


def _pins() -> Iterator[tuple[str, str]]:
    for line in metadata.requires("aktenlese") or []:
        requirement, _, marker = line.partition(";")
        if "extra" not in marker:
            name, _, version = requirement.partition("==")
            yield name.strip(), version.strip()


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _tesseract() -> Iterator[Diagnosis]:
    from extract.errors import DependencyMissing
    from extract.scans.ocr import MODEL_ADVICE, find_tesseract

    try:
        tesseract = find_tesseract()
    except DependencyMissing as error:
        yield Diagnosis("Tesseract", str(error.reason), error.advice)
        return
    yield Diagnosis("Tesseract", f"{tesseract.version}, {tesseract.command}")
    for model, purpose in MODELS.items():
        if model in tesseract.languages:
            yield Diagnosis(f"Modell {model}", f"{tesseract.tessdata / model}.traineddata ({purpose})")
        else:
            yield Diagnosis(f"Modell {model}", f"fehlt ({purpose})", MODEL_ADVICE)


def _letters() -> Iterator[Diagnosis]:
    from extract.errors import DependencyMissing
    from extract.scans.letters import MODEL, MODEL_NAME, check_model

    try:
        check_model()
    except DependencyMissing as error:
        yield Diagnosis(MODEL_NAME, str(error.reason), error.advice)
        return
    yield Diagnosis(MODEL_NAME, str(MODEL))


def _entities() -> Iterator[Diagnosis]:
    if find_spec("spacy") is None:
        return  # said above, among the packages
    from extract.errors import DependencyMissing
    from extract.signatures.entities import MODEL, model_version

    try:
        yield Diagnosis("Modell für Eigennamen", f"{model_version()}, {MODEL}")
    except DependencyMissing as error:
        yield Diagnosis("Modell für Eigennamen", str(error.reason), error.advice)


def _optional() -> Iterator[Diagnosis]:
    office = shutil.which("soffice")
    remedy = None if office else "LibreOffice installieren; gebraucht nur, um die Tabellen anzusehen"
    yield Diagnosis("LibreOffice", office or "nicht gefunden", remedy, needed=False)
