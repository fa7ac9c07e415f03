"""Before a run begins: is there something to read, and somewhere to write."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from batch.storage import Archive, StorageFailed, archive_at, holds_secret, take_remote_inventory
from extract.files.archive import Inventory, take_inventory
from models.system import system_cause


class Refused(Exception):
    """The run cannot start. The message is German, for the operator."""


def documents_of(archive: Archive, out: Path) -> Inventory:
    """What the archive holds. Raises Refused if that is nothing, or if `out` and the archive overlap."""
    archive = archive_at(archive)
    inventory = _folder_inventory(archive, out) if isinstance(archive, Path) else _remote_inventory(archive)
    if not inventory.documents:
        raise Refused(f"In {archive} liegt kein Dokument (PDF, TIFF, PNG oder JPEG). Bitte den Pfad prüfen.")
    return inventory


def _remote_inventory(url: str) -> Inventory:
    if holds_secret(url):
        raise Refused(
            "Die Adresse des Archivs enthält ein Passwort oder eine Signatur, die in run.json stünde. "
            "Zugangsdaten gehören in die Umgebung (docs/operation.md, „Object storage“)."
        )
    try:
        return take_remote_inventory(url)
    except StorageFailed as error:
        raise Refused(
            f"Das Archiv {url} lässt sich nicht öffnen: {error.cause}. "
            "Bitte Adresse, Netz und Zugangsdaten prüfen."
        ) from error


def _folder_inventory(archive: Path, out: Path) -> Inventory:
    try:
        os.scandir(archive).close()
    except OSError as error:
        raise Refused(
            f"Das Archiv {archive} lässt sich nicht öffnen: {system_cause(error)}. "
            "Bitte Pfad und Leserecht prüfen."
        ) from error
    source, target = archive.resolve(), out.resolve()
    if source.is_relative_to(target) or target.is_relative_to(source):
        raise Refused(
            f"Ausgabe ({out}) und Archiv ({archive}) dürfen nicht ineinander liegen: "
            "Die Originale bleiben unberührt. Bitte mit --out einen anderen Ordner angeben."
        )
    return take_inventory(archive)


def make_room(out: Path) -> None:
    """Make the output folder, before hours of reading. Raises Refused if nothing can be written there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=out).close()
    except OSError as error:
        raise Refused(
            f"In {out} lässt sich nicht schreiben: {system_cause(error)}. "
            "Bitte Schreibrecht und Platz prüfen oder mit --out einen anderen Ordner angeben."
        ) from error
