"""The entity model as a witness: where in a column of a signature block it sees persons' names.

The model is trained on public corpora and invented blocks, see docs/entities.md. It reads words, not ink: it
can tell that something is a name, not that its letters are right. So it is heard beside geometry, lists and
offices, and never believed alone.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import DependencyMissing
from extract.language.lines import Line
from extract.language.passage import Passage, join_passages

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(str(files("models"))) / "entities"
PERSON = "PER"
# Names are parted over two lines in narrow columns, never over three on the samples.
MOST_LINES = 2


def model_files() -> list[Path]:
    """All files that make up the model. Raises DependencyMissing."""
    found = sorted(path for path in MODEL.rglob("*") if path.is_file())
    if not found:
        raise DependencyMissing("das Modell für Eigennamen", "aktenlese neu installieren")
    return found


def model_version() -> str:
    """The version that the model's own description gives. Raises DependencyMissing."""
    (about,) = (path for path in model_files() if path.name == "meta.json")
    return str(json.loads(about.read_bytes())["version"])


@lru_cache(maxsize=1)
def entity_model() -> Language:
    """Loaded once per process, when the first signature block is read: 0.2 s. Raises DependencyMissing."""
    model_files()
    from spacy import load  # half a second, and only who reads needs it

    return load(MODEL)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as the model sees it, without degrees; `before` and `after` stand in the lines it runs over."""

    before: Passage
    name: Passage
    after: Passage
    lines: int


@lru_cache(maxsize=256)
def _persons_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where the model sees names. The same columns are read for several purposes, and twice."""
    return tuple((e.start_char, e.end_char) for e in entity_model()(text).ents if e.label_ == PERSON)


class Persons:
    """What the model says about lines that stand below each other."""

    def __init__(self, column: Sequence[Line]) -> None:
        lines = [line.passage for line in column]
        self._whole = join_passages(lines, seam="\n")
        self._ends = list(accumulate(len(line.text) + 1 for line in lines))
        self._spans = [span for span in _persons_in(self._whole.text) if self._whole.between(*span)]

    def begins_at(self, index: int) -> Sighting | None:
        """The first name that begins in line number `index`."""
        for start, end in self._spans:
            first, last = self._line_at(start), self._line_at(end - 1)
            if first == index and last - first < MOST_LINES:
                return self._sighting(first, last, start, end)
        return None

    def names(self) -> list[Passage]:
        return [self._whole.part(*span) for span in self._spans]

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._ends, offset)

    def _sighting(self, first: int, last: int, start: int, end: int) -> Sighting:
        begin = self._ends[first - 1] if first else 0
        cuts = [start, *self._ends[first:last], end]
        name = join_passages([self._whole.part(*cut) for cut in pairwise(cuts)], seam=None)
        return Sighting(
            self._whole.part(begin, start), name, self._whole.part(end, self._ends[last]), last - first + 1
        )
