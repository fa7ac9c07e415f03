"""What matters is read twice; where that fails, the record stays as it was read first."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import second_opinion
from extract.errors import OcrFailed
from models.settings import Settings
from pipeline import read_file

SAMPLE = Path(__file__).parent.parent / "samples" / "agreements" / "bergstrasse_2020_kurz.png"


def test_a_second_reading_that_fails_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OcrFailed("keine Antwort")

    monkeypatch.setattr(second_opinion, "ask", fails)
    record = read_file(SAMPLE, Settings())
    assert record.status != "failed"
    assert record.amounts
    assert record.signatories
