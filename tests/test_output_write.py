from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from output_records import archive, rich_agreement, write

from models.settings import Settings
from output.records import read_records
from output.run_file import read_run_file
from output.write import (
    NO_FOLDER,
    NO_PERMISSION,
    NO_SPACE,
    RECORDS,
    RUN_FILE,
    OutputFailed,
    write_outputs,
)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_files_of_the_contract_come_out(tmp_path: Path) -> None:
    names = ["agreements", "parties", "amounts", "measures", "signatories", "dates", "findings", "documents"]
    others = {"agreements.xlsx", "agreements.jsonl", "datapackage.json", "report.html", "run.json"}
    assert set(contents(write(archive(), tmp_path / "out"))) == {f"csv/{name}.csv" for name in names} | others


def test_two_runs_are_byte_identical_whatever_the_order(tmp_path: Path) -> None:
    first = contents(write(archive(), tmp_path / "a"))
    assert contents(write(list(reversed(archive())), tmp_path / "b")) == first


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    write(archive(), tmp_path / "out")
    again = contents(write([rich_agreement()], tmp_path / "out"))
    assert again == contents(write([rich_agreement()], tmp_path / "fresh"))


def test_the_run_file_counts_what_was_read(tmp_path: Path) -> None:
    run = json.loads((write(archive(), tmp_path / "out") / "run.json").read_text("utf-8"))
    assert run["exit_status"] == 4
    assert run["settings"]["csv_profile"] == Settings().csv_profile
    counts = run["counts"]
    assert (counts["documents"], counts["duplicates"]) == (4, 1)
    assert counts["status"] == {"failed": 1, "ok": 1, "review": 1}
    assert counts["severity"] == {"error": 1, "warning": 1}
    assert counts["rows"]["agreements"] == 2


def test_an_earlier_run_can_be_written_again_from_its_own_files(tmp_path: Path) -> None:
    first = write(archive(), tmp_path / "out", Settings(csv_profile="rfc4180", disabled_rules=("SUM001",)))
    run, settings = read_run_file(first / RUN_FILE)
    again = tmp_path / "again"
    write_outputs(list(read_records(first / RECORDS)), again, settings, run)
    assert contents(again) == contents(first)


def test_another_file_is_no_run_file(tmp_path: Path) -> None:
    (tmp_path / RUN_FILE).write_text('{"settings": {}}')
    with pytest.raises(ValueError, match="validation error"):
        read_run_file(tmp_path / RUN_FILE)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """The system refuses to let a file of this process grow beyond `size` bytes."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.mark.parametrize("size", [100, 1_000, 6_000, 14_000, 30_000])
def test_a_failing_write_leaves_the_earlier_results_untouched(tmp_path: Path, size: int) -> None:
    out = write([rich_agreement()], tmp_path / "out")
    before = contents(out)
    with largest_file(size), pytest.raises(OutputFailed) as failure:
        write(archive(), out)
    assert (failure.value.cause, failure.value.advice) == NO_SPACE
    assert contents(out) == before
    assert sorted(path.name for path in out.iterdir()) == sorted({name.split("/")[0] for name in before})


def namespaces() -> bool:
    tool = shutil.which("unshare")
    return tool is not None and subprocess.run([tool, "-Urm", "true"], capture_output=True).returncode == 0


@pytest.mark.skipif(not namespaces(), reason="this system lets us mount no small disk")
def test_a_full_disk_is_named_as_such(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
sys.path[:0] = {sys.path!r}
from output_records import archive, write
from output.write import OutputFailed
out = Path(sys.argv[1])
try:
    write(archive(), out / "results")
except OutputFailed as failure:
    print(failure)
    print([path for path in (out / "results").rglob("*")])
"""
    script = tmp_path / "program.py"
    script.write_text(program, encoding="utf-8")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        [
            "unshare", "-Urm", "sh", "-c",
            'mount -t tmpfs -o size=64k small "$1" && exec "$2" "$3" "$1"',
            "sh", str(disk), sys.executable, str(script),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert "kein Speicherplatz" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_without_permission_is_named_as_such(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    with ordinary_user(), pytest.raises(OutputFailed) as failure:
        write(archive(), locked / "out")
    assert (failure.value.cause, failure.value.advice) == NO_PERMISSION


def test_a_file_in_place_of_the_folder_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputFailed) as failure:
        write(archive(), tmp_path / "out")
    assert (failure.value.cause, failure.value.advice) == NO_FOLDER
    assert "Ordner" in str(failure.value)


def test_what_a_killed_run_left_behind_is_cleared(tmp_path: Path) -> None:
    leftover = tmp_path / "out/.unfinished/csv"
    leftover.mkdir(parents=True)
    (leftover / "old.csv").write_text("x")
    assert "csv/old.csv" not in contents(write(archive(), tmp_path / "out"))
    assert not (tmp_path / "out/.unfinished").exists()
