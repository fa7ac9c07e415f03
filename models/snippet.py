"""A picture of a place on a page: the evidence a person looks at."""

from __future__ import annotations

from pydantic import ConfigDict

from models.values import Model


class Snippet(Model):
    """A strip of a page with the values boxed, as PNG; width and height in pixels."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")

    page: int
    png: bytes
    width: int
    height: int
