"""What tests of whole runs share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from models.agreement import Agreement

if TYPE_CHECKING:
    from batch.outcome import Reading
    from extract.files.archive import Inventory

SAMPLES = Path(__file__).parent.parent / "samples" / "agreements"


@dataclass
class Witness:
    """An observer that remembers."""

    inventories: list[Inventory] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def starts(self, inventory: Inventory) -> None:
        self.inventories.append(inventory)

    def has_read(self, reading: Reading) -> None:
        self.readings.append(reading)


@dataclass
class SamplesRun:
    out: Path
    records: list[Agreement]
    witness: Witness
