"""The pictures of what was found, cut from the documents in processes that may be ended at any moment."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool
from pydantic import TypeAdapter

from batch.confinement import confine
from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Rule
from extract.errors import ReadingError
from extract.snippets import cut
from models.agreement import Agreement, DocumentInfo
from models.settings import Settings
from models.snippet import Snippet
from models.values import Spot
from output.report import Evidence, Place, RuleText, most_urgent

Cuts = list[tuple[Snippet, ...]]
_JSON = TypeAdapter(Cuts)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The findings of a record whose spots are to be seen, by their index."""

    record: Agreement
    findings: tuple[int, ...]


def evidence_of(records: Sequence[Agreement], archive: Path, settings: Settings) -> Evidence:
    """What the report shows beside the records: pictures of the gravest findings, and what the rules mean."""
    by_path: dict[str, list[int]] = defaultdict(list)
    for path, index in most_urgent(records):
        by_path[path].append(index)
    wanted = [
        Wanted(record, tuple(by_path[record.document.path]))
        for record in records
        if record.document.path in by_path
    ]
    rules: list[Rule[Any]] = [*AGREEMENT_RULES, *ARCHIVE_RULES]
    return Evidence(
        pictures=take_pictures(archive, wanted, settings),
        rules=[RuleText(rule.code, rule.german, rule.why) for rule in rules],
    )


def take_pictures(
    archive: Path, wanted: Sequence[Wanted], settings: Settings
) -> Mapping[Place, tuple[Snippet, ...]]:
    """The pictures of each finding, by the path of its document and its index.

    A file that cannot be opened any more, or is another one now, has none.
    """
    jobs = [(one, [one.record.findings[index].spots for index in one.findings]) for one in wanted]
    jobs = [(one, spots) for one, spots in jobs if any(spots)]
    return {
        (one.record.document.path, index): snippets
        for one, cuts in _in_processes(archive, jobs, settings)
        for index, snippets in zip(one.findings, cuts, strict=True)
        if snippets
    }


def _in_processes(
    archive: Path, jobs: Sequence[tuple[Wanted, list[tuple[Spot, ...]]]], settings: Settings
) -> Iterator[tuple[Wanted, Cuts]]:
    if not jobs:
        return
    scratch = tempfile.TemporaryDirectory(prefix="aktenlese-", ignore_cleanup_errors=True)
    pool = ProcessPool(
        max_workers=min(settings.batch.jobs or os.cpu_count() or 1, len(jobs)),
        initializer=confine,
        initargs=[scratch.name, settings.batch.memory_megabytes, settings.batch.output_megabytes],
        context=multiprocessing.get_context("spawn"),
    )
    try:
        waiting: list[tuple[Wanted, Future[str]]] = []
        for one, spots in jobs:
            document = one.record.document
            task = (archive / document.path, document.model_dump_json(), _SPOTS.dump_json(spots), settings)
            waiting.append((one, pool.schedule(_cut, args=task, timeout=settings.batch.timeout)))
        for one, future in waiting:
            try:
                yield one, _JSON.validate_json(future.result())
            except (TimeoutError, ProcessExpired):
                continue  # it was read but cannot be drawn: the findings stand without a picture
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
        scratch.cleanup()


_SPOTS = TypeAdapter(list[tuple[Spot, ...]])


def _cut(path: Path, document: str, spots: bytes, settings: Settings) -> str:
    """Between processes all goes as JSON: generic models cannot be pickled."""
    groups = _SPOTS.validate_json(spots)
    try:
        cuts = cut(path, DocumentInfo.model_validate_json(document), groups, settings)
    except ReadingError:
        cuts = [() for _ in groups]
    return _JSON.dump_json(cuts).decode()
