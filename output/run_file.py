"""`run.json`: how the tables came about. All that differs from run to run stands here and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pandas

from models.agreement import Agreement
from models.finding import Finding
from models.settings import Settings
from models.values import Model


class RunInfo(Model):
    """What only the caller knows of a run. `timings` in seconds by stage, `archive` the folder or URL read.

    `findings` are those about the archive as a whole, which belong to no document.
    """

    archive: str
    versions: dict[str, str]
    started: datetime
    timings: dict[str, float]
    exit_status: int
    findings: tuple[Finding, ...] = ()


class _RunFile(RunInfo):
    settings: Settings
    counts: dict[str, int | dict[str, int]]


def write_run_file(
    path: Path,
    run: RunInfo,
    settings: Settings,
    agreements: Sequence[Agreement],
    frames: Mapping[str, pandas.DataFrame],
) -> None:
    content = _RunFile(**dict(run), settings=settings, counts=counts(agreements, frames))
    path.write_text(content.model_dump_json(indent=2) + "\n", encoding="utf-8")


def read_run_file(path: Path) -> tuple[RunInfo, Settings]:
    """What the caller of an earlier run told of it, and its settings. Raises ValueError for another file."""
    content = _RunFile.model_validate_json(path.read_bytes())
    run = RunInfo(**{name: value for name, value in content if name in RunInfo.model_fields})
    return run, content.settings


def counts(
    agreements: Sequence[Agreement], frames: Mapping[str, pandas.DataFrame]
) -> dict[str, int | dict[str, int]]:
    """How much there is. Files include duplicates; all other counts leave them out."""
    originals = [agreement for agreement in agreements if agreement.document.duplicate_of is None]
    severities = Counter(finding.severity for agreement in originals for finding in agreement.findings)
    return {
        "documents": len(agreements),
        "duplicates": len(agreements) - len(originals),
        "pages": sum(len(agreement.document.pages) for agreement in originals),
        "status": dict(sorted(Counter(agreement.status for agreement in originals).items())),
        "severity": dict(sorted(severities.items())),
        "rows": {name: len(frame) for name, frame in frames.items()},
    }
