"""One document, read, understood and checked. The same in a child of this machine and on a cluster."""

from __future__ import annotations

import tempfile
import time
from functools import cache
from pathlib import Path

from batch.outcome import Cause, Reading, cause_of, failure, out_of_memory, unexpected
from checks.engine import check_agreement
from checks.status import judge
from extract.errors import ReadingError, ran_out_of_memory
from extract.files.archive import Source
from models.agreement import Agreement
from models.finding import Finding
from models.reference import Reference
from models.settings import Settings


def process_document(source: Source, settings: Settings) -> Reading:
    """Read, understand and check one document. Runs in a child; what goes wrong becomes a failed record."""
    # Half a second to load, which the coordinator, who reads nothing, need not wait for.
    from extract.agreement import read_agreement
    from extract.files.prints import Prints
    from extract.reading import read_document

    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="aktenlese-") as folder:
            prints = Prints(Path(folder), settings.batch.output_megabytes)
            document, pages = read_document(source.path, settings, source.watch, prints)
            document = document.model_copy(update={"path": source.name})
            read = [page for page in pages if page.error is None]
            agreement = read_agreement(document, read, reference(), source.watch)
        record = check_record(agreement, settings)
    except ReadingError as error:
        cause, reason = cause_of(error), str(error)
    except RecursionError:
        cause = Cause.FILE
        reason = "Der Aufbau der Datei ist zu tief verschachtelt. Bitte die Datei neu ausgeben oder scannen."
    except Exception as error:
        # The rim of the child: an exception that cannot be pickled would end the pool, so none leaves.
        if ran_out_of_memory(error):
            cause, reason = Cause.MEMORY, out_of_memory(settings)
        else:
            cause, reason = Cause.UNEXPECTED, unexpected(error)
    else:
        return Reading(record=record, seconds=time.monotonic() - start)
    return failure(source, cause, reason, settings, time.monotonic() - start)


def check_record(record: Agreement, settings: Settings) -> Agreement:
    """The record with what contradicts itself within it, and its status."""
    return with_findings(record, check_agreement(record, reference(), settings), settings)


def with_findings(record: Agreement, findings: tuple[Finding, ...], settings: Settings) -> Agreement:
    """A failed record and a second copy stay as they are."""
    if record.status == "failed" or record.document.duplicate_of:
        return record
    record = record.model_copy(update={"findings": findings})
    status, reason = judge(record, settings.review)
    return record.model_copy(update={"status": status, "reason": reason})


@cache
def reference() -> Reference:
    """The reference data, loaded once per process."""
    return Reference.load()
