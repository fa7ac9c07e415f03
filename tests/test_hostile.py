"""Files that are built to hurt: every one gets a row and a reason, within its limits, and the run goes on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pipeline
from batch.children import Children
from batch.one_document import process_document
from batch.outcome import Cause, Reading
from extract.files.archive import Source
from models.settings import Batch, Settings
from tests.hostile import make_hostile_archive
from tests.runs import SAMPLES, Witness
from tests.test_bad_input_run import rows_of

LIMITS = Settings(batch=Batch(jobs=2, timeout=60, memory_megabytes=700))

SAID = {
    "bomb_content.pdf": "Arbeitsspeicher",
    "bomb_image.pdf": "page_megapixels",
    "bomb.tif": "page_megapixels",
    "bomb.jpg": "page_megapixels",
    "bomb.png": "page_megapixels",
    "box_huge.pdf": "page_side_points",
    "pages_many.pdf": "Grenze „pages“",
    "circle_page_tree.pdf": "beschädigt",
    "extension_zip.pdf": "weder PDF noch",
    "extension_gif.png": "weder PDF noch",
    "extension_postscript.tif": "weder PDF noch",
    "pipe.pdf": "keine gewöhnliche Datei",
    "name_\n_line\r.pdf": "beschädigt",
    "name_..\\..\\up.pdf": "beschädigt",
}


@dataclass
class HostileRun:
    archive: Path
    out: Path
    readings: dict[str, Reading]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileRun:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "elsewhere").mkdir()
    outside = folder / "elsewhere" / "secret.pdf"
    outside.write_bytes((SAMPLES / "wetterau_2024.pdf").read_bytes())
    archive = make_hostile_archive(folder / "archive", outside)
    witness = Witness()
    pipeline.run(archive, folder / "out", LIMITS, witness)
    return HostileRun(
        archive, folder / "out", {reading.record.document.path: reading for reading in witness.readings}
    )


def test_every_file_has_a_row_and_a_reason(hostile: HostileRun) -> None:
    rows = {row["path"]: row for row in rows_of(hostile.out, "documents")}
    assert set(rows) == {path.name for path in hostile.archive.iterdir() if not path.is_symlink()}
    assert [name for name, row in rows.items() if row["status"] == "ok" or not row["reason"]] == []
    for name, said in SAID.items():
        assert rows[name]["status"] == "failed", name
        assert said in rows[name]["reason"], name


def test_none_of_them_is_a_crash_a_hang_or_a_surprise(hostile: HostileRun) -> None:
    bad = {Cause.CRASH, Cause.TIMEOUT, Cause.UNEXPECTED, Cause.OCR}
    assert {name: reading.cause for name, reading in hostile.readings.items() if reading.cause in bad} == {}


def test_links_lead_nowhere_and_names_make_no_files(hostile: HostileRun) -> None:
    assert "secret" not in (hostile.out / "agreements.jsonl").read_text(encoding="utf-8")
    assert not rows_of(hostile.out, "amounts")
    written = {path.name for path in hostile.out.parent.rglob("*") if hostile.archive not in path.parents}
    assert not [name for name in written if name.startswith("name_") or "up.pdf" in name]


@pytest.fixture(scope="module")
def child() -> Iterator[Children]:
    with Children(1, LIMITS) as children:
        yield children


@settings(
    max_examples=12,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
@given(data=st.data())
def test_a_good_file_with_random_damage_gives_a_record_or_a_reason(
    child: Children, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(["wetterau_2024.pdf", "bergstrasse_2020_kurz.png"]))
    content = bytearray((SAMPLES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=8))
        content[place : place + data.draw(st.integers(0, 8))] = piece
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        reading = child.read(process_document, Source(file, name, len(content)))
    assert reading.record.status in ("ok", "review", "failed")
    assert (reading.record.status == "failed") == (reading.cause is not None)
    assert reading.record.reason or reading.record.status == "ok"
