"""What a user may set, with its default. The TOML file has the same shape; an unknown key is an error."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, PositiveFloat, PositiveInt

from models.values import Model


class Limits(Model):
    """What a file may ask of us. A file beyond a limit fails alone, with a reason."""

    file_megabytes: int = 500
    pages: int = 2_000
    page_side_points: float = 14_400 / 4
    page_megapixels: int = 120
    characters_per_page: int = 60_000


class Reading(Model):
    """How pages are read."""

    dpi: int = 200


class Review(Model):
    """When a value is sent to a person."""

    confidence: float = 0.80


class Batch(Model):
    """How an archive is worked through. `timeout` in seconds for one document."""

    jobs: PositiveInt | None = Field(default=None, description="documents read at once; None: one per core")
    timeout: PositiveFloat = 1_800


class Settings(Model):
    limits: Limits = Limits()
    reading: Reading = Reading()
    review: Review = Review()
    batch: Batch = Batch()
    csv_profile: Literal["excel-de", "rfc4180"] = "excel-de"
    disabled_rules: tuple[str, ...] = ()
