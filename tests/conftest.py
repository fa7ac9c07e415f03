"""What several test files share: one run over the samples, made once, and properties that no clock judges."""

from __future__ import annotations

import hypothesis
import pytest

from models.settings import Settings
from tests.runs import SAMPLES, SamplesRun, Witness

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def samples_run(tmp_path_factory: pytest.TempPathFactory) -> SamplesRun:
    import pipeline

    out = tmp_path_factory.mktemp("samples") / "out"
    witness = Witness()
    records = pipeline.run(SAMPLES, out, Settings(), witness)
    return SamplesRun(out, records, witness)
