import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from output_records import agreement, amount, archive, archives, write

from models.agreement import Agreement
from output.records import read_records, write_records


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(archives)
def test_records_come_back_as_they_were(agreements: list[Agreement]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agreements.jsonl"
        write_records(agreements, path)
        assert list(read_records(path)) == agreements


def test_there_is_one_line_per_file_in_the_order_of_the_paths(tmp_path: Path) -> None:
    out = write(archive(), tmp_path / "out")
    paths = [record.document.path for record in read_records(out / "agreements.jsonl")]
    assert paths == sorted(record.document.path for record in archive())
    assert len((out / "agreements.jsonl").read_bytes().splitlines()) == 4


def test_amounts_are_strings_with_all_their_digits(tmp_path: Path) -> None:
    path = tmp_path / "agreements.jsonl"
    write_records([agreement(amounts=(amount("1617830.00"), amount("0.10")))], path)
    stored = json.loads(path.read_text("utf-8"))
    assert [found["value"] for found in stored["amounts"]] == ["1617830.00", "0.10"]
