"""Where an agreement names projects, as what a place looks like and what is around it tells: linear models
of traits. Two hear whether a place is the title of a Maßnahmenart, and whether it names projects
(extract/projects/places.py), two where in it a name begins and ends (extract/projects/extents.py).

They were learned from agreements whose projects are known (training/projects.py; docs/projects.md says how
well) and know no catalogue, nor more of a name than how its words are written and end: one witness beside
the rules, never the only one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np

BUCKETS = 2**16
"""Traits that fall into one bucket share a weight."""
ModelName = Literal["titles", "places", "starts", "ends"]


@dataclass(frozen=True, slots=True)
class TraitModel:
    """`weights`: one for each bucket, the last for whatever has no trait."""

    weights: np.ndarray[Any, np.dtype[np.float32]]

    def heard(self, traits: Iterable[str]) -> float:
        """How likely what has these traits is what the model listens for."""
        return self.share(buckets_of(traits))

    def share(self, buckets: Sequence[int]) -> float:
        score = self.weights[list(buckets)].sum() + self.weights[-1]
        return float(1 / (1 + np.exp(-np.float64(score))))


@cache
def project_model(name: ModelName) -> TraitModel:
    with np.load(Path(__file__).parent / f"{name}.npz") as stored:
        return TraitModel(stored["weights"].astype(np.float32))


def buckets_of(traits: Iterable[str]) -> list[int]:
    """Traits as rows of the weights."""
    return sorted({zlib.crc32(trait.encode()) % BUCKETS for trait in traits})
