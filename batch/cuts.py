"""Pictures of spots are cut from documents in children, as these are read: a bad file costs only itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from pebble import ProcessExpired
from pydantic import TypeAdapter

from batch.children import Children
from batch.storage import at_hand
from extract.errors import ReadingError
from extract.files.archive import Source
from extract.scans.snippets import cut
from models.agreement import DocumentInfo
from models.settings import Settings
from models.snippet import Snippet
from models.values import Spot

Spots = Sequence[tuple[Spot, ...]]
Cuts = list[tuple[Snippet, ...]]
_SPOTS, _CUTS = TypeAdapter(list[tuple[Spot, ...]]), TypeAdapter(Cuts)

NO_PICTURE = (TimeoutError, MemoryError, ProcessExpired, BrokenProcessPool)
"""A file that was read and cannot be drawn: the findings stand without a picture."""


@dataclass(frozen=True, slots=True)
class Commission:
    """A document as it was read, where it lies, and the spots that are to be seen, in groups."""

    source: Source
    document: DocumentInfo
    spots: Spots


def cut_in_children(commissions: Sequence[Commission], settings: Settings) -> Iterator[Cuts]:
    """The pictures of each group of spots, commission by commission; no group where there are none."""
    if not commissions:
        return
    with Children(min(settings.batch.jobs or os.cpu_count() or 1, len(commissions)), settings) as children:
        begun: list[Future[str] | None] = []
        for one in commissions:
            task = (one.source, one.document.model_dump_json(), _SPOTS.dump_json(list(one.spots)), settings)
            try:
                begun.append(children.begin(_cut, *task))
            except BrokenProcessPool:
                begun.append(None)
        for future in begun:
            try:
                yield _CUTS.validate_json(future.result()) if future else []
            except NO_PICTURE:
                yield []


def _cut(source: Source, document: str, spots: bytes, settings: Settings) -> str:
    """Between processes all goes as JSON: generic models cannot be pickled."""
    try:
        with at_hand(source, settings.limits) as here:
            cuts = cut(
                here.path, DocumentInfo.model_validate_json(document), _SPOTS.validate_json(spots), settings
            )
    except ReadingError:
        cuts = []
    return _CUTS.dump_json(cuts).decode()
