"""The smallest unit of everything we hand over: a value with the place it was read from."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

BBox = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, origin at the top left of the upright page."""

Origin = Literal["text_layer", "ocr"]


class Model(BaseModel):
    """Base of all records: immutable, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Spot(Model):
    """A place on a page."""

    page: Annotated[int, Field(ge=1, description="page number, 1-based")]
    bbox: BBox


class Provenance(Spot):
    """Where a value was read, how, and how certain the reading is."""

    origin: Origin
    confidence: Annotated[float, Field(ge=0, le=1)]
    alternatives: tuple[str, ...] = Field(
        default=(),
        exclude_if=lambda others: not others,
        description="what else the print was read as, the likeliest first; absent where no reading differed",
    )


class Extracted(Model, Generic[T]):
    """A value as understood (`value`), as printed (`text`), and where (`provenance`)."""

    value: T
    text: str
    provenance: Provenance

    @property
    def unpacked(self) -> dict[str, Any]:
        """Its fields, for a record that tells more of the value."""
        return {"value": self.value, "text": self.text, "provenance": self.provenance}

    @property
    def spot(self) -> Spot:
        return Spot(page=self.provenance.page, bbox=self.provenance.bbox)
