import json
from pathlib import Path
from tempfile import TemporaryDirectory

import frictionless
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from output_records import archive, archives, write

from models.agreement import Agreement
from models.settings import Settings
from output.csv_files import PROFILES
from output.tables import TABLES


def complaints(out: Path) -> list[str]:
    report = frictionless.validate(str(out / "datapackage.json"))
    return [row[0] for row in report.flatten(["message"])]


@pytest.mark.parametrize("profile", PROFILES)
def test_frictionless_accepts_the_package(tmp_path: Path, profile: str) -> None:
    assert complaints(write(archive(), tmp_path / "out", Settings(csv_profile=profile))) == []


def test_frictionless_accepts_an_empty_archive(tmp_path: Path) -> None:
    assert complaints(write([], tmp_path / "out")) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(archives, st.sampled_from(sorted(PROFILES)))
def test_frictionless_accepts_any_archive(agreements: list[Agreement], profile: str) -> None:
    with TemporaryDirectory() as folder:
        assert complaints(write(agreements, Path(folder) / "out", Settings(csv_profile=profile))) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("amounts", ";336700,00;", ";viel;"),
        ("parties", "00ab12cd34ef5678", "ffffffffffffffff"),
        ("documents", ";failed;", ";kaputt;"),
        ("documents", "zv-2.pdf", "zv-3.pdf"),
    ],
)
def test_the_package_lets_damage_be_noticed(tmp_path: Path, table: str, old: str, new: str) -> None:
    out = write(archive(), tmp_path / "out")
    path = out / f"csv/{table}.csv"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    assert complaints(out) != []


def test_every_column_has_a_german_title_and_description(tmp_path: Path) -> None:
    package = json.loads((write([], tmp_path / "out") / "datapackage.json").read_text("utf-8"))
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for resource in package["resources"]:
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])
