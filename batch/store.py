"""What an output folder remembers of earlier runs: what was read, what was written, how far a run is."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from batch.cache import Cache, Entry
from batch.files import hash_files
from batch.outcome import Reading
from batch.state import State, open_state
from extract.files.archive import Source, mark_duplicates

WORK = ".aktenlese"
RECORDS = "records"
LOCK = "lock"
WRITTEN = "written.json"


class InUse(Exception):
    """Another run works in this output folder."""


class Store:
    """The memory of one output folder. With `fresh`, what was read before is not used again."""

    def __init__(self, out: Path, cache: Cache, state: State, fresh: bool) -> None:
        self._out = out
        self._cache = cache
        self._fresh = fresh
        self.state = state

    def look_at(self, documents: Sequence[Source]) -> tuple[Source, ...]:
        """The documents with their hashes; copies name the first file with the same bytes."""
        known = {} if self._fresh else self.state.known_files()
        hashes, lasting = hash_files(documents, known)
        if lasting != known:
            self.state.know_files(lasting)
        return mark_duplicates(documents, hashes)

    def find(self, source: Source) -> Entry | None:
        """What was read from these bytes before, under the name the file has now."""
        entry = None if self._fresh or source.sha256 is None else self._cache.find(source.sha256)
        if entry is None:
            return None
        record = entry.reading.record
        document = record.document.model_copy(update={"path": source.name})
        reading = entry.reading.model_copy(
            update={"record": record.model_copy(update={"document": document})}
        )
        return entry.model_copy(update={"reading": reading})

    def is_current(self, entry: Entry) -> bool:
        """Whether the findings of an entry were made with the rules of today."""
        return self._cache.is_current(entry)

    def keep(self, reading: Reading) -> None:
        """Raises OSError."""
        self._cache.keep(reading)

    def is_written(self, mark: str) -> bool:
        """Whether the tables of exactly these results lie in the output folder, byte by byte as written."""
        try:
            return bool(json.loads(self._note.read_bytes()) == {"mark": mark, "files": self._files()})
        except (OSError, ValueError):
            return False

    def has_written(self, mark: str) -> None:
        """Remember what the output folder holds now."""
        self._note.write_text(json.dumps({"mark": mark, "files": self._files()}), encoding="utf-8")

    @property
    def _note(self) -> Path:
        return self._out / WORK / WRITTEN

    def _files(self) -> dict[str, str]:
        files = {}
        for entry in sorted(self._out.iterdir()):
            if entry.name == WORK:
                continue  # thousands of records
            for path in [entry, *sorted(entry.rglob("*"))]:
                if path.is_file():
                    with path.open("rb") as file:
                        name = path.relative_to(self._out).as_posix()
                        files[name] = hashlib.file_digest(file, "sha256").hexdigest()
        return files


@contextmanager
def open_store(out: Path, url: str | None, program: str, rules: str, fresh: bool) -> Iterator[Store]:
    """The memory of `out`, for one run at a time. `url` is that of the database, if it is not to lie there.

    `program` and `rules` are marks (batch.cache). Raises InUse, StateFailed, OSError.
    """
    work = out / WORK
    work.mkdir(exist_ok=True)
    with (work / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse from None
        with open_state(out, url, work) as state:
            yield Store(out, Cache(work / RECORDS, program, rules), state, fresh)
