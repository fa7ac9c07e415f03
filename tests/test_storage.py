"""An archive on a server is read as one on this machine. The server is a real one: FTP, with a password."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Thread

import pytest
from typer.testing import CliRunner

import pipeline
from batch import storage
from batch.all_documents import read_documents
from batch.cuts import Commission, cut_in_children
from batch.files import hash_files
from batch.intake import Refused, documents_of
from batch.storage import RemoteSource, StorageFailed, archive_at, at_hand, source_in, take_remote_inventory
from desk.commands import app
from extract.errors import DependencyMissing, LimitExceeded
from extract.files.archive import Source
from models.agreement import DocumentInfo
from models.exit import Exit
from models.settings import Batch, Limits, Settings
from models.values import Spot
from tests.runs import SAMPLES, Witness
from tests.test_bad_input_run import rows_of
from tests.test_resume import AKTENLESE, ROOT, tables

pytest.importorskip("obstore", reason="the extra [storage] is not installed")
servers = pytest.importorskip("pyftpdlib.servers", reason="a development requirement")

DIGITAL, SCAN = "wetterau_2024.pdf", "bergstrasse_2020_kurz.png"
USER, PASSWORD = "archivar", "Zwetschge-17"


@dataclass
class Server:
    url: str
    folder: Path
    environment: dict[str, str]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import FTPHandler

    folder = tmp_path_factory.mktemp("server")
    archive = folder / "Akten 2024"
    (archive / "Kreis #1").mkdir(parents=True)
    shutil.copy(SAMPLES / DIGITAL, archive / "Kreis #1" / "über 100%.pdf")
    shutil.copy(SAMPLES / DIGITAL, archive / "copy_without_extension")
    shutil.copy(SAMPLES / SCAN, archive / "scan.png")
    (archive / "empty.pdf").touch()
    (archive / "notes.txt").write_text("not a document", encoding="utf-8")
    (archive / ".hidden.pdf").write_bytes(b"%PDF-")
    authorizer = DummyAuthorizer()
    authorizer.add_user(USER, PASSWORD, str(folder))
    handler = type("Handler", (FTPHandler,), {"authorizer": authorizer})
    with servers.FTPServer(("127.0.0.1", 0), handler) as ftp:
        over = Event()

        def serve() -> None:
            while not over.is_set():
                ftp.serve_forever(timeout=0.05, blocking=False)

        thread = Thread(target=serve)
        thread.start()
        environment = {"FSSPEC_FTP_USERNAME": USER, "FSSPEC_FTP_PASSWORD": PASSWORD}
        yield Server(f"ftp://127.0.0.1:{ftp.address[1]}/Akten 2024", archive, environment)
        over.set()
        thread.join()
        ftp.close_all()


@dataclass
class RemoteRun:
    out: Path
    said: str


@pytest.fixture(scope="module")
def remote_run(server: Server) -> RemoteRun:
    out = server.folder.parent / "remote"
    done = subprocess.run(
        [*AKTENLESE, "run", server.url, "--out", str(out), "--log-format", "json"],
        cwd=ROOT,
        env=os.environ | server.environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == Exit.FAILED_DOCUMENTS, done.stderr
    return RemoteRun(out, done.stdout + done.stderr)


def test_the_tables_are_those_of_the_same_files_in_a_folder(server: Server, remote_run: RemoteRun) -> None:
    here = server.folder.parent / "here"
    pipeline.run(server.folder, here, Settings(), Witness())
    alike = {name for name in tables(here) if name.startswith("csv/") or name.endswith(".jsonl")}
    assert len(alike) > 5
    assert {name: tables(remote_run.out)[name] for name in alike} == {
        name: tables(here)[name] for name in alike
    }
    assert [row["path"] for row in rows_of(remote_run.out, "documents")] == [
        "Kreis #1/über 100%.pdf",
        "copy_without_extension",
        "empty.pdf",
        "scan.png",
    ]


def test_the_report_shows_pictures_and_leads_to_the_documents(server: Server, remote_run: RemoteRun) -> None:
    page = (remote_run.out / "report.html").read_text(encoding="utf-8")
    assert "data:image/png" in page
    assert f'href="{server.url.replace(" ", "%20")}/scan.png#page=1"' in page


def test_credentials_come_from_the_environment_and_are_written_nowhere(remote_run: RemoteRun) -> None:
    written = [path for path in remote_run.out.rglob("*") if path.is_file()]
    assert [path for path in written if PASSWORD.encode() in path.read_bytes()] == []
    assert PASSWORD not in remote_run.said


@pytest.mark.parametrize("url", [f"ftp://{USER}:{PASSWORD}@127.0.0.1/a", f"https://h/a?sig={PASSWORD}"])
def test_a_url_with_a_secret_is_refused_and_not_repeated(tmp_path: Path, url: str) -> None:
    said = CliRunner().invoke(app, ["run", url, "--out", str(tmp_path / "out")])
    assert said.exit_code == Exit.USAGE
    assert "Umgebung" in said.stderr
    assert PASSWORD not in said.stderr


def test_a_wrong_password_is_told_by_its_kind_alone(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fsspec

    wrong = {"username": USER, "password": "Wrong-and-Secret"}
    monkeypatch.setitem(fsspec.config.conf, "ftp", wrong)
    with pytest.raises(Refused, match="error_perm") as refused:
        documents_of(server.url, tmp_path)
    assert "Secret" not in str(refused.value)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ConnectionRefusedError"):
        documents_of("ftp://127.0.0.1:1/a", tmp_path)


@pytest.mark.parametrize(("module", "url"), [("fsspec", "s3://b/a"), ("paramiko", "sftp://h/a")])
def test_what_has_to_be_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, url: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DependencyMissing, match=r"aktenlese\[storage\]|paramiko"):
        documents_of(url, tmp_path)


def test_a_protocol_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="unbekannt"):
        documents_of("nonsense://a/b", tmp_path)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store with ETags: that of obstore on this machine, in the place of fsspec's own."""
    import fsspec

    monkeypatch.setattr(storage, "OBJECT_STORES", {"file"})
    (tmp_path / "archive").mkdir()
    yield tmp_path / "archive"
    fsspec.register_implementation("file", "fsspec.implementations.local.LocalFileSystem", clobber=True)


def test_an_unchanged_object_is_known_without_being_read(store: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (store / name).write_bytes(name.encode())
    first = take_remote_inventory(f"file://{store}").documents
    hashes, known = hash_files(first, {})
    assert set(hashes) == set(known) == {"a.pdf", "b.pdf"}
    (store / "b.pdf").write_bytes(b"other")
    second = take_remote_inventory(f"file://{store}").documents
    (store / "a.pdf").unlink()
    again, _ = hash_files(second, known)
    assert again["a.pdf"] == hashes["a.pdf"]
    assert again["b.pdf"] != hashes["b.pdf"]


def test_an_object_that_changed_while_it_was_hashed_is_not_known_the_next_time(store: Path) -> None:
    (store / "a.pdf").write_bytes(b"old")
    sources = take_remote_inventory(f"file://{store}").documents
    (store / "a.pdf").write_bytes(b"newer")
    hashes, known = hash_files(sources, {})
    assert set(hashes) == {"a.pdf"}
    assert known == {}


@pytest.mark.parametrize("told", [3_000_000, 0])
def test_an_object_beyond_the_limit_is_not_fetched_whatever_the_store_says_of_its_size(
    store: Path, told: int
) -> None:
    (store / "a.pdf").write_bytes(bytes(3_000_000))
    source = RemoteSource(Path("a.pdf"), "a.pdf", told, url=f"file://{store}/a.pdf")
    with pytest.raises(LimitExceeded, match="file_megabytes"), at_hand(source, Limits(file_megabytes=2)):
        raise AssertionError("it was fetched")


def test_a_document_larger_than_temporary_files_may_be_names_the_setting(store: Path) -> None:
    (store / "a.pdf").write_bytes(bytes(3_000_000))
    source = source_in(f"file://{store}", "a.pdf")
    settings = Settings(batch=Batch(jobs=1, output_megabytes=2))
    witness = Witness()
    (record,) = read_documents([source], settings, witness)
    assert "batch.output_megabytes" in str(record.reason)
    assert not witness.readings[0].lasting


def test_a_fetched_document_is_gone_afterwards_and_the_archive_is_as_it_was(store: Path) -> None:
    (store / "a.pdf").write_bytes(b"content")
    source = source_in(f"file://{store}", "a.pdf")
    with at_hand(source, Limits()) as here:
        assert here.path.read_bytes() == b"content"
        assert store not in here.path.parents
    assert not here.path.exists()
    assert [path.name for path in store.iterdir()] == ["a.pdf"]


def test_an_object_that_is_gone_fails_alone(tmp_path: Path) -> None:
    source = RemoteSource(Path("a.pdf"), "a.pdf", 1, url="ftp://127.0.0.1:1/a.pdf", sha256="a" * 64)
    with pytest.raises(StorageFailed, match="ConnectionRefusedError"), at_hand(source, Limits()):
        raise AssertionError("it was fetched")
    witness = Witness()
    (record,) = read_documents([source], Settings(batch=Batch(jobs=1)), witness)
    assert record.status == "failed"
    assert record.document.sha256 == source.sha256
    assert not witness.readings[0].lasting


def test_the_address_of_a_folder_is_a_folder() -> None:
    assert archive_at("file:///a/b%20c") == Path("/a/b c")
    assert archive_at("a/b") == Path("a/b")
    assert archive_at("s3://bucket/a/") == "s3://bucket/a"


def test_a_document_that_cannot_be_drawn_has_no_picture_and_the_others_have_theirs(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / DIGITAL, tmp_path / "a.pdf")
    document = DocumentInfo(id="a", path="a.pdf", sha256=None, media_type=None)
    spots = [(Spot(page=1, bbox=(100, 100, 200, 120)),)]
    good = Commission(Source(tmp_path / "a.pdf", "a.pdf"), document, spots)
    gone = replace(good, source=Source(tmp_path / "gone.pdf", "gone.pdf"))
    cuts = list(cut_in_children([gone, good], Settings(batch=Batch(jobs=1))))
    assert cuts[0] == []
    assert cuts[1][0][0].png.startswith(b"\x89PNG")
    # A reader needs some 200 MB before it has opened anything.
    hungry = Settings(batch=Batch(jobs=1, memory_megabytes=50))
    assert list(cut_in_children([good], hungry)) == [[]]
