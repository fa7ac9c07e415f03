"""Which bytes a file holds, without opening those that have not changed since they were hashed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from batch.storage import RemoteSource, hash_remote
from extract.errors import ReadingError
from extract.files.archive import Source

HASHED_AT_ONCE = 4
"""Files hashed side by side: a network file system answers several as fast as one."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a change would show in the time stamps: FAT counts in 2 s, others much finer."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file system, or a store, tells of a file without opening it. Times in nanoseconds.

    Who puts back the time of the last modification cannot put back that of the last change (`changed`).
    """

    size: int
    modified: int
    changed: int
    inode: str


Known = Mapping[str, tuple[Stamp, str]]
"""By the name of the file: its stamp when it was hashed, and its SHA-256."""


def hash_files(
    sources: Iterable[Source], known: Known
) -> tuple[dict[str, str], dict[str, tuple[Stamp, str]]]:
    """The SHA-256 of each file that can be read, by name, and what of it may be relied on the next time.

    A hash is taken over only if the stamp is the same as then. One is remembered only if the file did not
    change while it was hashed, and had not just before: else a later change might bear the same stamp.
    """
    hashes: dict[str, str] = {}
    lasting: dict[str, tuple[Stamp, str]] = {}
    with ThreadPoolExecutor(HASHED_AT_ONCE) as threads:
        for source, found in threads.map(
            lambda source: (source, _hash(source, known.get(source.name))), sources
        ):
            if found is None:
                continue
            stamp, sha256, settled = found
            hashes[source.name] = sha256
            if settled:
                lasting[source.name] = (stamp, sha256)
    return hashes, lasting


def _hash(source: Source, known: tuple[Stamp, str] | None) -> tuple[Stamp, str, bool] | None:
    if not source.size:
        return None  # nothing in it, or no file that can be hashed: the reading says what
    if isinstance(source, RemoteSource):
        return _hash_remote(source, known)
    try:
        now = time.time_ns()
        before = _stamp(source.path)
        if known and known[0] == before:
            return before, known[1], True
        with source.path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        settled = _stamp(source.path) == before and max(before.modified, before.changed) < now - SETTLED
    except OSError:
        return None  # the reading tells why
    return before, sha256, settled


def _hash_remote(source: RemoteSource, known: tuple[Stamp, str] | None) -> tuple[Stamp, str, bool] | None:
    stamp = Stamp(source.size, 0, 0, f"etag:{source.etag}")
    if known and source.etag and known[0] == stamp:
        return stamp, known[1], True
    try:
        return stamp, *hash_remote(source)
    except ReadingError:
        return None  # as above


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, f"{status.st_dev}:{status.st_ino}")
