"""Archives that lie in object storage or on a server: s3://, gs://, az://, ftp:// and what else fsspec knows.

Documents are copied to this machine one at a time, by the child that reads them, for as long as it reads.
Credentials come from the environment, as fsspec and the store's own library look for them.
"""

from __future__ import annotations

import errno
import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from extract.errors import DependencyMissing, LimitExceeded, NoScratchSpace, NotReadable
from extract.files.archive import EXTENSIONS, FIRST_BYTES, Ignored, Inventory, Source, why_aside
from models.settings import Limits
from models.system import pip_install

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl"})
"""What obstore serves; fsspec has implementations of its own for the others."""

ADVICE = pip_install("aktenlese[storage]")
LARGER_FILES = "Bitte batch.output_megabytes in der Konfiguration erhöhen."
MEGABYTE = 1_000_000
BLOCK = 4 * MEGABYTE
"""Bytes read from a store at once: few answers for a scan, little memory for a large file."""

Archive = Path | str
"""A folder, or the URL of what is none."""


class StorageFailed(NotReadable):
    """The store does not hand something out. `cause` is German and holds nothing the store has said, for that
    may be an address with a key in it."""

    def __init__(self, kind: str) -> None:
        self.cause = f"der Speicher meldet {kind}"
        super().__init__(self.cause)


@dataclass(frozen=True, slots=True)
class RemoteSource(Source):
    """A document at a URL; `path` leads nowhere. `etag`: the store's mark of the content, if it has one."""

    url: str = ""
    etag: str | None = None


def archive_at(address: Archive) -> Archive:
    """Where an archive lies, as the user says it."""
    if isinstance(address, Path) or "://" not in address:
        return Path(address)
    parts = urlsplit(address)
    return Path(unquote(parts.path)) if parts.scheme == "file" else address.rstrip("/")


def holds_secret(url: str) -> bool:
    """Whether a URL carries what should not be read in `run.json`: a password, a signature."""
    parts = urlsplit(url)
    return bool(parts.password or parts.query)


def source_in(archive: Archive, name: str) -> Source:
    """The document of that name."""
    if isinstance(archive, Path):
        return Source(archive / name, name)
    return RemoteSource(Path(name), name, url=f"{archive}/{name}")


def take_remote_inventory(url: str) -> Inventory:
    """As `extract.files.archive.take_inventory`. Raises StorageFailed, DependencyMissing."""
    documents: list[Source] = []
    ignored: list[Ignored] = []
    with _told():
        files, root = _file_system(url)
        found: Mapping[str, Mapping[str, Any]] = files.find(root, detail=True)
        for path, facts in sorted(found.items()):
            name = path.removeprefix(root).lstrip("/")
            if not name:
                continue
            if any(part.startswith(".") for part in PurePosixPath(name).parts):
                ignored.append(Ignored(name, "versteckt"))
            elif PurePosixPath(name).suffix.lower() in EXTENSIONS or _starts_like_a_document(files, path):
                size = int(facts.get("size") or 0)
                documents.append(RemoteSource(Path(name), name, size, url=f"{url}/{name}", etag=_etag(facts)))
            else:
                ignored.append(Ignored(name, why_aside(name)))
    return Inventory(tuple(documents), tuple(ignored))


def _starts_like_a_document(files: Any, path: str) -> bool:
    with files.open(path, "rb") as file:
        return bool(file.read(8).startswith(FIRST_BYTES))


def hash_remote(source: RemoteSource) -> tuple[str, bool]:
    """The SHA-256, and whether the content was all the time the one that `etag` stands for.

    Raises StorageFailed, DependencyMissing.
    """
    digest = hashlib.sha256()
    for block in _blocks(source):
        digest.update(block)
    with _told():
        files, path = _file_system(source.url)
        files.invalidate_cache()
        return digest.hexdigest(), source.etag is not None and _etag(files.info(path)) == source.etag


@contextmanager
def at_hand(source: Source, limits: Limits) -> Iterator[Source]:
    """The document as a file of this machine, fetched for as long as it is needed if it lies elsewhere.

    Raises StorageFailed, DependencyMissing, LimitExceeded, NoScratchSpace.
    """
    if not isinstance(source, RemoteSource):
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="aktenlese-") as folder:
        path = Path(folder) / "document"
        _fetch(source, path, limits)
        yield Source(path, source.name, source.size, source.same_as, source.sha256, source.watch)


def _fetch(source: RemoteSource, path: Path, limits: Limits) -> None:
    _check_size(source.size, limits)
    fetched = 0
    with path.open("wb") as file:
        for block in _blocks(source):
            fetched += len(block)
            _check_size(fetched, limits)
            try:
                file.write(block)
                file.flush()
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise NoScratchSpace from error
                # batch.output_megabytes holds for this file, too.
                raise NotReadable(
                    "sie ist größer, als temporäre Dateien sein dürfen", LARGER_FILES
                ) from error


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.file_megabytes * MEGABYTE:
        raise LimitExceeded("file_megabytes", size / MEGABYTE, limits.file_megabytes)


def _blocks(source: RemoteSource) -> Iterator[bytes]:
    with _told():
        files, path = _file_system(source.url)
        with files.open(path, "rb") as file:
            while block := file.read(BLOCK):
                yield block


def _etag(facts: Mapping[str, Any]) -> str | None:
    """Each store spells it in its own way. A time is no substitute: some count in whole seconds."""
    return next((str(facts[key]) for key in ("ETag", "etag", "e_tag") if facts.get(key)), None)


def _file_system(url: str) -> tuple[Any, str]:
    """The store of a URL, as fsspec sees it, and the path in it. One for each thread: fsspec sees to that."""
    try:
        from fsspec import get_filesystem_class
        from fsspec.core import url_to_fs
        from obstore.fsspec import register
    except ImportError as error:
        raise DependencyMissing("der Zugang zu Objektspeichern (fsspec)", ADVICE) from error
    protocol = urlsplit(url).scheme
    if protocol in OBJECT_STORES:
        register(protocol)
    try:
        get_filesystem_class(protocol)
    except ImportError as error:
        raise DependencyMissing(f"der Zugang zu {protocol}://", f"fsspec sagt: {error}") from error
    except ValueError as error:
        raise StorageFailed(f"„{protocol}://“ als unbekannt") from error
    files, path = url_to_fs(url)
    return files, str(path)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (DependencyMissing, StorageFailed):
        raise
    except Exception as error:
        # Every store has exceptions of its own, of which fsspec makes no common ones. Their messages may
        # hold addresses and keys: only their kind is passed on.
        raise StorageFailed(type(error).__name__) from None
