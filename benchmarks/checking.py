"""How long it takes to check a finished run of 10,000 agreements, and how much memory: `aktenlese check`.

    python benchmarks/checking.py [COUNT]

The records are a perfect reading of 200 generated agreements with their planted faults, multiplied over
invented bodies, so that each body has one agreement a year. They are written as a run folder; the command is
then started on it as a person would. Goals: under 20 s of wall time, under 1 GB (issue 5).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402
from models.agreement import Agreement
from models.settings import Settings
from output.records import write_records
from output.run_file import RunInfo, write_run_file
from output.write import RECORDS, RUN_FILE
from samples.make import make
from samples.record import perfect_record
from samples.synth import orders

PATTERNS = 200
COMMAND = """
import resource, sys
from desk.commands import app
try:
    app()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def records(count: int) -> Iterator[Agreement]:
    patterns = [perfect_record(make(replace(order, condition=None)).gold) for order in orders(PATTERNS, 5)]
    for number in range(count):
        pattern = patterns[number % PATTERNS]
        body = f"99{number // PATTERNS:03}{number % PATTERNS:03}"
        parties = tuple(
            party.model_copy(update={"registry_key": body}) if party.role == "recipient" else party
            for party in pattern.parties
        )
        document = pattern.document.model_copy(
            update={"id": f"{number:016x}", "path": f"{number:05}.pdf", "sha256": f"{number:064x}"}
        )
        yield pattern.model_copy(update={"document": document, "parties": parties})


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        made = sorted(records(count), key=lambda record: record.document.path)
        write_records(made, out / RECORDS)
        about = RunInfo(
            archive=str(out), versions={}, started=datetime.now(UTC), timings={}, exit_status=0, findings=()
        )
        write_run_file(out / RUN_FILE, about, Settings(), made, {})
        size = (out / RECORDS).stat().st_size / 1e6
        del made
        start, before = time.monotonic(), os.times()
        done = subprocess.run(
            [sys.executable, "-c", COMMAND, "check", str(out), "--format", "json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        wall, after = time.monotonic() - start, os.times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
    memory = int(done.stderr.splitlines()[-1]) / 1e3
    found = done.stdout.count('"rule": ')
    print(f"{count} records ({size:.0f} MB), {found} findings, exit {done.returncode}")
    print(f"{wall:.1f} s wall, {spent:.1f} s processor, {memory:.0f} MB at most")


if __name__ == "__main__":
    main()
