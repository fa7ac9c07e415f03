"""What was read is not read again, whatever happened in between, and never passes for something else."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

import pipeline
from batch.cache import Cache
from batch.children import INTERRUPTED, Children
from batch.intake import Refused
from batch.marks import reading_mark, tables_mark
from batch.outcome import Cause, Reading
from models.agreement import Agreement, DocumentInfo
from models.exit import Exit
from models.settings import Batch, Review, Settings
from models.settings import Reading as ReadingSettings
from output.run_file import RunInfo
from tests.runs import SAMPLES, Witness
from tests.test_bad_input_run import rows_of

ROOT = SAMPLES.parent.parent
AKTENLESE = [sys.executable, "-c", "from desk.commands import main; main()"]
DIGITAL = "wetterau_2024.pdf"
NAMES = (DIGITAL, "kassel_stadt_2019_jahre.pdf", "bergstrasse_2020_kurz.png")


@pytest.mark.parametrize("source", ["output/report.py", "pictures.py", "batch/cuts.py"])
def test_the_tables_are_made_anew_where_their_code_has_changed(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("batch.marks.ROOT", tmp_path)
    about = RunInfo(
        archive="archive", versions={}, started=datetime(2026, 1, 1, tzinfo=UTC), timings={}, exit_status=0
    )
    (tmp_path / source).parent.mkdir(exist_ok=True)
    marks = set()
    for code in ("old", "new"):
        (tmp_path / source).write_text(code)
        marks.add(tables_mark([], Settings(), about))
    assert len(marks) == 2


@pytest.mark.parametrize(
    "file",
    [
        *("models/projects/places.npz", "models/roles/dates.npz", "models/german/amounts.py"),
        "models/reference/families/hessen/bodies.toml",
        *("extract/certainty/certainty.toml", "extract/dates.py"),
    ],
)
def test_documents_are_read_anew_where_what_they_are_read_with_has_changed(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("batch.marks.ROOT", tmp_path)
    (tmp_path / file).parent.mkdir(parents=True)
    marks = set()
    for content in ("old", "new"):
        (tmp_path / file).write_text(content)
        marks.add(reading_mark({}, Settings()))
    assert len(marks) == 2


def archive_of(folder: Path, names: Sequence[str]) -> Path:
    folder.mkdir()
    for name in names:
        shutil.copy(SAMPLES / name, folder)
    return folder


def tables(out: Path) -> dict[str, bytes]:
    """All results but those that tell of the run itself."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".aktenlese" not in path.parts and path.name != "run.json"
    }


@pytest.fixture
def no_children(small_once: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a document is read")

    monkeypatch.setattr(Children, "begin_reading", refuse)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("resume") / "archive", NAMES)


@pytest.fixture(scope="module")
def undisturbed(archive: Path) -> Path:
    out = archive.with_name("undisturbed")
    pipeline.run(archive, out, Settings(), Witness())
    return out


@pytest.fixture(scope="module")
def small_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    pipeline.run(archive_of(folder / "archive", [DIGITAL]), folder / "out", Settings(), Witness())
    return folder


@pytest.fixture
def small(tmp_path: Path, small_once: Path) -> tuple[Path, Path]:
    """A read archive of one document, and the results."""
    shutil.copytree(small_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "archive", tmp_path / "out"


@pytest.mark.usefixtures("no_children")
def test_a_second_run_reads_nothing_and_writes_nothing(archive: Path, undisturbed: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in undisturbed.rglob("*.*sx")}
    records = pipeline.run(archive, undisturbed, Settings(), Witness())
    assert [record.document.path for record in records] == sorted(NAMES)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in before} == before
    assert before


def test_a_fresh_run_reads_everything(small: tuple[Path, Path], no_children: None) -> None:
    with pytest.raises(AssertionError, match="is read"):
        pipeline.run(*small, Settings(), Witness(), fresh=True)


@pytest.mark.usefixtures("no_children")
def test_a_file_is_known_by_its_content_wherever_it_lies(small: tuple[Path, Path]) -> None:
    archive, out = small
    (archive / "a").mkdir()
    (archive / DIGITAL).rename(archive / "a" / "moved.pdf")
    shutil.copy(archive / "a" / "moved.pdf", archive / "copy.pdf")
    records = pipeline.run(archive, out, Settings(), Witness())
    assert [record.document.path for record in records] == ["a/moved.pdf", "copy.pdf"]
    assert records[1].document.duplicate_of == "a/moved.pdf"
    assert records[0].amounts


def test_new_bytes_under_the_old_name_size_and_time_are_seen(small: tuple[Path, Path]) -> None:
    archive, out = small
    file = archive / DIGITAL
    os.utime(file, (1, 1))  # long settled
    time.sleep(2.1)  # as is the change of the inode
    before = pipeline.run(archive, out, Settings(), Witness())
    content = bytearray(file.read_bytes())
    content[-len(b"%%EOF\n") :] = b"%%EOF "
    file.write_bytes(content)
    os.utime(file, (1, 1))
    after = pipeline.run(archive, out, Settings(), Witness())
    assert after[0].document.sha256 != before[0].document.sha256


def test_settings_of_the_reading_read_again_those_of_the_review_judge_again(
    small: tuple[Path, Path], no_children: None
) -> None:
    strict = pipeline.run(*small, Settings(review=Review(confidence=1.01)), Witness())
    assert strict[0].status == "review"
    assert rows_of(small[1], "documents")[0]["status"] == "review"
    with pytest.raises(AssertionError, match="is read"):
        pipeline.run(*small, Settings(reading=ReadingSettings(dpi=150)), Witness())


@pytest.mark.usefixtures("no_children")
def test_tables_that_somebody_changed_are_written_again(small: tuple[Path, Path]) -> None:
    archive, out = small
    before = tables(out)
    (out / "csv" / "amounts.csv").write_text("gone", encoding="utf-8")
    (out / "agreements.xlsx").unlink()
    pipeline.run(archive, out, Settings(), Witness())
    assert tables(out) == before


def test_a_damaged_memory_is_no_result(small: tuple[Path, Path]) -> None:
    archive, out = small
    before = tables(out)
    (entry,) = (out / ".aktenlese" / "records").rglob("*.json")
    entry.write_bytes(entry.read_bytes()[:-100])
    witness = Witness()
    pipeline.run(archive, out, Settings(), witness)
    assert tables(out) == before
    assert json.loads(entry.read_bytes())["sha256"] == witness.readings[0].record.document.sha256


@pytest.mark.parametrize("cause", list(Cause))
def test_only_what_would_come_out_again_is_remembered(tmp_path: Path, cause: Cause) -> None:
    cache = Cache(tmp_path, "program", "rules")
    document = DocumentInfo(id="a", path="a.pdf", sha256="a" * 64, media_type=None)
    record = Agreement(document=document, status="failed")
    cache.keep(Reading(record=record, seconds=1, cause=cause))
    assert (cache.find("a" * 64) is not None) == (cause is Cause.FILE)
    assert Cache(tmp_path, "newer", "rules").find("a" * 64) is None


def test_one_run_at_a_time_works_in_a_folder(small: tuple[Path, Path]) -> None:
    archive, out = small
    with (out / ".aktenlese" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="anderer Lauf"):
            pipeline.run(archive, out, Settings(), Witness())


def start(archive: Path, out: Path) -> subprocess.Popen[str]:
    """A run with one child, in a process group of its own, that has read one document and is at the next."""
    process = subprocess.Popen(
        [*AKTENLESE, "run", str(archive), "--out", str(out), "--jobs", "1", "--log-format", "json"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    while '"document"' not in process.stderr.readline():
        pass
    return process


def offspring(mark: int) -> list[int]:
    """Processes that were started with the environment variable RESUME_TEST=`mark`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if f"RESUME_TEST={mark}".encode() in environment.split(b"\0"):
            found.append(int(folder.name))
    return found


def test_killed_in_the_middle_the_next_run_completes_as_if_nothing_had_been(
    archive: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = archive.with_name("killed")  # side by side: the workbook links to the archive
    monkeypatch.setenv("RESUME_TEST", str(os.getpid()))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = start(archive, out)
    children = offspring(os.getpid())
    process.kill()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()
    assert not (out / "run.json").exists()
    if Path("/proc").exists():
        assert len(children) >= 2
        deadline = time.monotonic() + 20
        while offspring(os.getpid()) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert offspring(os.getpid()) == []
    monkeypatch.delenv("RESUME_TEST")
    kept = len(list((out / ".aktenlese" / "records").rglob("*.json")))
    assert 0 < kept < len(NAMES)
    pipeline.run(archive, out, Settings(), Witness())
    assert tables(out) == tables(undisturbed)


def test_ctrl_c_finishes_what_is_running_and_writes_what_is_there(archive: Path, undisturbed: Path) -> None:
    out = archive.with_name("interrupted")
    process = start(archive, out)
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED
    assert "Traceback" not in rest
    rows = {row["path"]: row for row in rows_of(out, "documents")}
    assert set(rows) == set(NAMES)
    unread = [row for row in rows.values() if row["status"] == "failed"]
    assert 0 < len(unread) < len(NAMES)
    assert {row["reason"] for row in unread} == {INTERRUPTED}
    pipeline.run(archive, out, Settings(batch=Batch(jobs=1)), Witness())
    assert tables(out) == tables(undisturbed)
