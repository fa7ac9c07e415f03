"""The state of a run: what is done, running and failed, in SQLite and, where there is one, PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from batch.files import Stamp
from batch.outcome import Cause, Reading
from batch.state import State, StateFailed, note_of, open_state
from desk.commands import app
from desk.standing import duration, report
from extract.files.archive import Source
from models.agreement import Agreement, DocumentInfo, PageInfo
from models.exit import Exit
from tests.runs import SamplesRun


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real server: that of AKTENLESE_TEST_POSTGRES, or one started for the test."""
    pytest.importorskip("psycopg", reason="the extra [postgres] is not installed")
    if url := os.environ.get("AKTENLESE_TEST_POSTGRES"):
        yield url
        return
    initdb, control = shutil.which("initdb"), shutil.which("pg_ctl")
    if not (initdb and control):
        pytest.skip("no PostgreSQL is installed and AKTENLESE_TEST_POSTGRES is not set")
    # The server refuses to run as root, and its socket's path must be short.
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    try:
        if user:
            shutil.chown(folder, user)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run = {"check": True, "stdout": subprocess.DEVNULL, "user": user, "cwd": folder}
        subprocess.run([initdb, "-D", folder / "data", "-U", "test", "-A", "trust"], **run)  # type: ignore[call-overload]
        subprocess.run([control, "-D", folder / "data", "-o", options, "-w", "start"], **run)  # type: ignore[call-overload]
        yield f"postgresql+psycopg://test@/postgres?host={folder}"
        subprocess.run([control, "-D", folder / "data", "-m", "immediate", "stop"], **run)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def state(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[State]:
    url = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    with open_state(tmp_path / "out", url, tmp_path) as opened:
        yield opened


def sources(*sizes: int) -> list[Source]:
    return [Source(Path(f"{number}.pdf"), f"{number}.pdf", size) for number, size in enumerate(sizes)]


def reading(source: Source, seconds: float, cause: Cause | None = None) -> Reading:
    page = PageInfo(number=1, origin="ocr", reason="", width=595, height=842)
    document = DocumentInfo(id="a", path=source.name, sha256=None, media_type=None, pages=(page,))
    record = Agreement(document=document, status="failed" if cause else "ok")
    return Reading(record=record, seconds=seconds, cause=cause)


def test_a_run_is_followed_from_its_start_to_its_end(state: State) -> None:
    assert state.standing() is None
    first, second, third, fourth = sources(1_000, 1_000, 3_000, 1_000)
    state.starts([first, second, third, fourth], jobs=2)
    state.begins(first)
    standing = state.standing()
    assert standing is not None
    assert (standing.waiting, standing.running, standing.done) == (3, 1, 0)
    assert standing.remaining is None
    state.has_read([note_of(reading(first, 4.0)), note_of(reading(second, 6.0, Cause.CRASH))])
    standing = state.standing()
    assert standing is not None
    assert (standing.waiting, standing.running, standing.done) == (2, 0, 2)
    assert standing.failed == {"crash": 1}
    assert standing.pages == 2
    # 10 s for 2,000 bytes: 20 s for the 4,000 ahead, by two at once.
    assert standing.remaining == pytest.approx(10)
    state.ends(Exit.INTERRUPTED)
    standing = state.standing()
    assert standing is not None
    assert standing.ended is not None
    assert standing.exit_status == Exit.INTERRUPTED


def test_what_nobody_read_is_neither_read_nor_failed(state: State) -> None:
    first, second = sources(1, 1)
    state.starts([first, second], jobs=1)
    state.has_read([note_of(reading(first, 4.0)), note_of(reading(second, 0.0, Cause.INTERRUPTED))])
    state.ends(Exit.INTERRUPTED)
    standing = state.standing()
    assert standing is not None
    lines = report(standing).splitlines()
    assert "Gelesen:         1 von 2 Dokumenten, 2 Seiten" in lines
    assert "Fehlgeschlagen:  0" in lines
    assert lines[-1] == "Stand:           abgebrochen; derselbe Befehl setzt den Lauf fort"


def test_a_new_run_takes_the_place_of_the_last(state: State) -> None:
    state.starts(sources(1, 2, 3), jobs=1)
    state.starts(sources(1), jobs=1)
    standing = state.standing()
    assert standing is not None
    assert standing.waiting == 1
    assert standing.ended is None


def test_hashes_are_kept_with_the_stamps_of_their_files(state: State) -> None:
    files = {"ä\n.pdf": (Stamp(2**40, 10**18, 10**18 + 1, "1:2"), "a" * 64)}
    state.know_files(files)
    assert state.known_files() == files
    state.know_files({})
    assert state.known_files() == {}


def test_a_database_that_does_not_answer_is_told_without_its_address(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(StateFailed) as caught, open_state(tmp_path, None, tmp_path):
        pass
    assert str(tmp_path) not in str(caught.value)
    with pytest.raises(StateFailed, match="keine brauchbare"), open_state(tmp_path, "no url", tmp_path):
        pass
    url = "postgresql+psycopg://user:secret@host/db"
    with pytest.raises(StateFailed, match="PGPASSWORD"), open_state(tmp_path, url, tmp_path):
        pass


def test_status_tells_how_a_run_went(samples_run: SamplesRun, tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["status", str(samples_run.out)])
    assert answer.exit_code == Exit.DONE
    count = len(samples_run.records)
    assert f"{count} von {count} Dokumenten" in answer.stdout
    assert "fertig" in answer.stdout
    nothing = CliRunner().invoke(app, ["status", str(tmp_path)])
    assert nothing.exit_code == Exit.USAGE
    assert "noch kein Lauf" in nothing.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("seconds", "said"), [(42.9, "42 s"), (420, "7 min"), (7_500, "2 h 5 min"), (273_600, "3 Tage 4 h")]
)
def test_durations_are_told_in_two_units_at_most(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_pages_of_a_second_copy_are_not_counted_again() -> None:
    once = reading(Source(Path("a"), "a"), 1.0)
    document = once.record.document.model_copy(update={"duplicate_of": "b"})
    copy = once.model_copy(update={"record": once.record.model_copy(update={"document": document})})
    assert (note_of(once)["pages"], note_of(copy)["pages"]) == (1, 0)
