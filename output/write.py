"""All results of a run into one folder: all of them, or none."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from models.agreement import Agreement
from models.settings import Settings
from output.csv_files import csv_profile, write_csv_files
from output.datapackage import write_datapackage
from output.records import write_records
from output.report import write_report
from output.report_findings import NO_EVIDENCE, PICTURES, Evidence
from output.run_file import RunInfo, write_run_file
from output.tables import tables
from output.workbook import write_workbook

# In the output folder itself: a rename is only atomic within one file system.
STAGING = ".unfinished"

WORKBOOK = "agreements.xlsx"
RECORDS = "agreements.jsonl"
PACKAGE = "datapackage.json"
RUN_FILE = "run.json"

NO_SPACE = ("Es ist kein Speicherplatz mehr frei.", "Platz schaffen oder einen anderen Ausgabeordner wählen.")
NO_PERMISSION = (
    "Die Schreibberechtigung fehlt, oder eine Datei ist noch in einem anderen Programm geöffnet.",
    "Berechtigung prüfen, die Datei schließen oder einen anderen Ausgabeordner wählen.",
)
NO_FOLDER = ("Der Pfad ist kein Ordner.", "Einen Ordner angeben, keine Datei.")
OTHER = ("Das Speichermedium meldet einen Fehler.", "Medium prüfen oder einen anderen Ausgabeordner wählen.")

CAUSES = {
    errno.ENOSPC: NO_SPACE,
    errno.EDQUOT: NO_SPACE,
    errno.EFBIG: NO_SPACE,
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: NO_PERMISSION,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
}


class OutputFailed(Exception):
    """The results could not be written; those of an earlier run are untouched. `cause`, `advice`: German."""

    def __init__(self, cause: str, advice: str) -> None:
        super().__init__(f"Die Ergebnisse konnten nicht geschrieben werden. {cause} {advice}")
        self.cause = cause
        self.advice = advice

    @classmethod
    def because_of(cls, error: OSError) -> OutputFailed:
        return cls(*CAUSES.get(error.errno or 0, OTHER))


def write_outputs(
    agreements: Sequence[Agreement],
    out: Path,
    settings: Settings,
    run: RunInfo,
    evidence: Evidence = NO_EVIDENCE,
) -> None:
    """Write tables, workbook, records, data package, report and run file into `out`; it is made if missing.

    Files of an earlier run are replaced only when all new ones are complete. Raises OutputFailed.
    """
    ordered = sorted(agreements, key=lambda agreement: agreement.document.path)
    frames = tables(ordered)
    profile = csv_profile(settings)
    base = _link_base(run.archive, out)
    with _all_or_none(out) as folder:
        write_csv_files(frames, folder, profile)
        write_workbook(frames, folder / WORKBOOK, base)
        write_records(ordered, folder / RECORDS)
        write_datapackage(folder / PACKAGE, profile)
        write_report(ordered, run.findings, evidence, folder, base, PurePosixPath(run.archive).name)
        write_run_file(folder / RUN_FILE, run, settings, ordered, frames)


def _link_base(archive: str, out: Path) -> str:
    """The way from the output folder to the archive: links hold as long as the two stay side by side.

    To an archive that is no folder, its URL.
    """
    if "://" in archive:
        return archive
    return Path(os.path.relpath(Path(archive).resolve(), out.resolve())).as_posix()


@contextmanager
def _all_or_none(out: Path) -> Iterator[Path]:
    """A folder to write into, whose files move to `out` at the end, the run file last."""
    folder = out / STAGING
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        yield folder
        files = [path for path in folder.rglob("*") if path.is_file()]
        for path in files:
            _to_disk(path)
        for path in sorted(files, key=lambda path: (path.name == RUN_FILE, path)):
            target = out / path.relative_to(folder)
            target.parent.mkdir(exist_ok=True)
            path.replace(target)
        _forget_pictures(out / PICTURES, {path.name for path in files if path.parent.name == PICTURES})
    except OSError as error:
        raise OutputFailed.because_of(error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _forget_pictures(folder: Path, kept: set[str]) -> None:
    """An earlier report may have had more of them, or kept them beside itself."""
    if not folder.is_dir():
        return
    for picture in folder.glob("*.png"):
        if picture.name not in kept:
            picture.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def _to_disk(path: Path) -> None:
    """Some file systems report a full disk only now."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
