"""What a user may set, with its default. The TOML file has the same shape; an unknown key is an error."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PositiveFloat, PositiveInt

from models.finding import Severity
from models.values import Model

NotNegative = Annotated[Decimal, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


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

    # Of 9,592 values of 260 made agreements, each judged without what was learned from its own layout, 36 in
    # 1,000 were wrong and at least as certain as this, 114 right and less so (benchmarks/certainty.py).
    confidence: float = 0.85
    # Of 1,560 parts of them 90 in 1,000 were incomplete and passed, 97 were whole and did not; 0.85 sends
    # 352 whole ones to a person.
    completeness: float = Field(
        default=0.7, description="below this it is reported that something was probably overlooked"
    )


class Batch(Model):
    """How an archive is worked through. The limits hold for one document and stop it alone."""

    jobs: PositiveInt | None = Field(default=None, description="documents read at once; None: one per core")
    timeout: PositiveFloat = Field(default=1_800, description="seconds")
    # The largest page the limits allow takes some 1,000 MB while it is straightened; an A4 page takes 250.
    memory_megabytes: PositiveInt = Field(default=2_000, description="resident memory of the reading process")
    # The largest page image the limits allow is 120 MB; a record of 100 pages is less than 1 MB, the pictures
    # of 100 pages of print are 30 MB.
    output_megabytes: PositiveInt = Field(
        default=500, description="largest temporary file, largest record, pictures kept to be looked at again"
    )
    cluster: str | None = Field(
        default=None, description="tcp://scheduler:8786, tls://… or local:N (Dask); None: this machine alone"
    )
    state: str | None = Field(
        default=None, description="URL of a database for the state of runs; None: SQLite beside the results"
    )


class Checks(Model):
    """What the rules tolerate. Money in the currency of the agreement, lengths of time in days."""

    today: date | None = Field(
        default=None, description="the day from which the future is counted; None: the day of the run"
    )
    figures: Path | None = Field(default=None, description="published figures as CSV: year, body, amount")
    figures_tolerance: NotNegative = Decimal("0")
    rounding: NotNegative = Field(
        default=Decimal("0.01"), description="a difference up to this, or half of it a part, is information"
    )
    share_tolerance: NotNegative = Field(
        default=Decimal("0.5"), description="percentage points by which a printed share may be off"
    )
    # In the published figures the state's whole budget was cut by 40 % once (2011) and else moves by less
    # than 10 %.
    jump: PositiveFloat = Field(default=0.5, description="share by which an amount may change in a year")
    # Below this share of the bodies of a year an archive does not claim to be complete.
    nearly_complete: Share = Field(
        default=0.5, description="share of a year's bodies from which on some miss"
    )
    # Yearly agreements are signed in the months around the start of their year; the longest delay seen in
    # the sources between year's begin and signature is nine months, the longest lead a few weeks.
    earliest_signature: PositiveInt = Field(default=366, description="days before the budget year")
    # Letters between ministry and county take weeks; half a year apart somebody has forgotten a date.
    longest_round: PositiveInt = Field(default=183, description="days between the signatures")
    # Commitments reach four years ahead, accounts are closed in the year after.
    deadline_years: PositiveInt = Field(default=6, description="years from the budget year to a deadline")


class Settings(Model):
    limits: Limits = Limits()
    reading: Reading = Reading()
    review: Review = Review()
    batch: Batch = Batch()
    checks: Checks = Checks()
    csv_profile: Literal["excel-de", "rfc4180"] = "excel-de"
    disabled_rules: tuple[str, ...] = ()
    severities: dict[str, Severity] = Field(default={}, description="by rule, where not its own")
