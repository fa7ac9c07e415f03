"""Which page is in work, so that a crash can be traced to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.errors import DamagedFile

NO_PAGE = 0
"""Pages are counted from 1."""


@dataclass(frozen=True, slots=True)
class Watch:
    """The file `note` holds the number of the page in work, once all were
    read `NO_PAGE`; `skip` are the pages at which a reader ended before."""

    note: Path | None = None
    skip: frozenset[int] = frozenset()

    def begins(self, number: int) -> None:
        """Raises DamagedFile for a page that is to be skipped."""
        if number in self.skip:
            raise DamagedFile(f"Seite {number} bringt das Lesen zum Absturz")
        if self.note:
            self.note.write_text(str(number), encoding="ascii")

    def leaves_pages(self) -> None:
        """What crashes from here on is the fault of none."""
        if self.note:
            self.note.write_text(str(NO_PAGE), encoding="ascii")

    def forget(self) -> None:
        """Begin anew with a document."""
        if self.note:
            self.note.unlink(missing_ok=True)

    def page(self) -> int | None:
        """The page in work, for who reads the note of another: `NO_PAGE` where all were read, None before the
        first."""
        try:
            return int(self.note.read_text(encoding="ascii")) if self.note else None
        except (OSError, ValueError):
            return None


UNWATCHED = Watch()
