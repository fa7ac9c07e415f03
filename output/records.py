"""The complete records, one JSON object per line: nothing is lost, and they can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic_core import from_json

from models.agreement import Agreement


def write_records(agreements: Iterable[Agreement], path: Path) -> None:
    """One line per record. Amounts are strings: most readers take a JSON number for a binary fraction."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for agreement in agreements:
            file.write(agreement.model_dump_json() + "\n")


def read_records(path: Path) -> Iterator[Agreement]:
    """The records as they were written. Raises pydantic.ValidationError for a line that is no record."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            fields = from_json(line)
            for computed in Agreement.model_computed_fields:
                fields.pop(computed, None)
            yield Agreement.model_validate(fields)
