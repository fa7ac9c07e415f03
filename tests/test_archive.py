"""What of a folder is a document, what is left aside, and what is there twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from batch.files import hash_files
from extract.files.archive import NO_DOCUMENT, Inventory, mark_duplicates, take_inventory

PDF = b"%PDF-1.7 and so on"


def names(inventory: Inventory) -> list[str]:
    return [source.name for source in inventory.documents]


def reasons(inventory: Inventory) -> dict[str, str]:
    return {entry.name: entry.reason for entry in inventory.ignored}


def put(folder: Path, name: str, content: bytes = PDF) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_documents_of_all_folders_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/2.tif", "b/1.PDF", "a.jpeg", "c/d/e.Png", "b.pdf"):
        put(tmp_path, name, name.encode())
    assert names(take_inventory(tmp_path)) == ["a.jpeg", "b.pdf", "b/1.PDF", "b/2.tif", "c/d/e.Png"]


def test_a_name_says_document_whatever_the_content_and_content_says_so_whatever_the_name(
    tmp_path: Path,
) -> None:
    put(tmp_path, "text.pdf", b"plain text")
    put(tmp_path, "empty.tif", b"")
    put(tmp_path, "scan_without_extension", PDF)
    put(tmp_path, "photo.dat", b"\xff\xd8\xff\xe0")
    put(tmp_path, "notes.txt", b"about a %PDF- file")
    put(tmp_path, "a.gold.json", b"{}")
    inventory = take_inventory(tmp_path)
    assert names(inventory) == ["empty.tif", "photo.dat", "scan_without_extension", "text.pdf"]
    assert set(reasons(inventory)) == {"a.gold.json", "notes.txt"}


def test_hidden_files_and_folders_are_left_aside(tmp_path: Path) -> None:
    put(tmp_path, ".trash/old.pdf")
    put(tmp_path, ".~lock.pdf")
    inventory = take_inventory(tmp_path)
    assert not inventory.documents
    assert reasons(inventory) == {".trash": "versteckt", ".~lock.pdf": "versteckt"}


def test_a_link_is_not_followed_out_of_the_archive_nor_into_a_folder(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside/secret.pdf")
    archive = tmp_path / "archive"
    inside = put(archive, "real/inside.pdf")
    (archive / "out.pdf").symlink_to(outside)
    (archive / "again.pdf").symlink_to(inside)
    (archive / "loop").symlink_to(archive)
    (archive / "nowhere.pdf").symlink_to(tmp_path / "gone.pdf")
    (archive / "self.pdf").symlink_to(archive / "self.pdf")
    inventory = take_inventory(archive)
    assert names(inventory) == ["again.pdf", "real/inside.pdf"]
    assert set(reasons(inventory)) == {"loop", "nowhere.pdf", "out.pdf", "self.pdf"}


def test_equal_bytes_are_read_once_and_empty_files_are_not_called_equal(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", b"%PDF one")
    put(tmp_path, "b.pdf", b"%PDF two")
    put(tmp_path, "c/a.pdf", b"%PDF one")
    put(tmp_path, "d.pdf", b"%PDF one")
    put(tmp_path, "x.pdf", b"")
    put(tmp_path, "y.pdf", b"")
    documents = take_inventory(tmp_path).documents
    hashes, _ = hash_files(documents, {})
    same = {source.name: source.same_as for source in mark_duplicates(documents, hashes)}
    assert same == {
        "a.pdf": None, "b.pdf": None, "c/a.pdf": "a.pdf", "d.pdf": "a.pdf", "x.pdf": None, "y.pdf": None,
    }  # fmt: skip


def test_a_pipe_is_listed_but_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    os.mkfifo(tmp_path / "pipe")
    inventory = take_inventory(tmp_path)
    assert names(inventory) == ["pipe.pdf"]
    assert set(reasons(inventory)) == {"pipe"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_not_lost_in_silence(tmp_path: Path) -> None:
    put(tmp_path, "closed/a.pdf")
    (tmp_path / "closed").chmod(0)
    try:
        assert names(take_inventory(tmp_path)) == ["closed"]
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_names_that_are_no_utf8_become_printable_and_stay_apart(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"stra\xdfe.pdf"), b"one")
    put(tmp_path, os.fsdecode(b"stra\xdee.pdf"), b"two")
    inventory = take_inventory(tmp_path)
    assert names(inventory) == ["stra\\xdee.pdf", "stra\\xdfe.pdf"]
    assert all(source.path.exists() for source in inventory.documents)


def test_a_file_that_may_hold_an_agreement_is_not_left_aside_like_others(tmp_path: Path) -> None:
    for name in ("Brief.DOCX", "notes.txt"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    told = reasons(take_inventory(tmp_path))
    assert "als PDF" in told["Brief.DOCX"]
    assert told["notes.txt"] == NO_DOCUMENT
