from datetime import date
from decimal import Decimal
from typing import Any

import pandas
import pytest
from output_records import agreement, amount, archive, read, rich_agreement

from models.agreement import Party
from models.finding import Finding
from output.tables import TABLES, tables


def rows(name: str) -> list[dict[str, Any]]:
    return tables(archive())[name].to_dict("records")


def rich(name: str) -> list[dict[str, Any]]:
    return tables([rich_agreement()])[name].to_dict("records")


def test_agreements_begin_with_the_columns_of_the_contract() -> None:
    first = [
        "document_id", "path", "status", "kind", "programme", "budget_year",
        "grantor", "recipient", "recipient_key", "total", "currency", "component_sum",
        "signed_first", "signed_last", "signatories", "projects", "findings",
    ]  # fmt: skip
    assert list(tables([])["agreements"].columns)[: len(first)] == first


def test_all_tables_of_the_contract_share_the_document_id() -> None:
    names = ["agreements", "parties", "amounts", "measures", "signatories", "dates", "findings", "documents"]
    assert list(tables([])) == names
    assert all(frame.columns[0] == "document_id" for frame in tables([]).values())


def test_column_names_and_german_titles_are_unique_in_each_table() -> None:
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert len({column.title for column in table.columns}) == len(table.columns)
        assert all(column.german and column.english for column in table.columns)


def test_every_file_has_a_row_in_documents_with_its_reason() -> None:
    documents = {row["path"]: row for row in rows("documents")}
    assert len(documents) == 4
    assert documents["zv-3.pdf"]["status"] == "failed"
    assert documents["zv-3.pdf"]["reason"] == "Die Datei ist leer."
    assert documents["zz-copy.pdf"]["duplicate_of"] == rich_agreement().document.path


def test_failed_files_and_duplicates_are_in_no_other_table() -> None:
    frames = tables(archive())
    assert len(frames["agreements"]) == 2
    alone = tables([rich_agreement()])
    for name in ("parties", "measures", "signatories", "dates", "findings"):
        pandas.testing.assert_frame_equal(frames[name], alone[name])


def test_findings_of_a_failed_file_are_kept() -> None:
    failed = rich_agreement().model_copy(update={"status": "failed"})
    assert len(tables([failed])["findings"]) == 2


def test_an_agreement_reads_like_a_sentence() -> None:
    [row] = rich("agreements")
    assert row["programme"] == "Ausbildungsbudget; Arbeitsmarktbudget"
    assert row["recipient"] == "Landkreis Größenwald"
    assert row["recipient_key"] == "06999000"
    assert row["total"] == Decimal("557900.50")
    assert (row["signed_first"], row["signed_last"]) == (date(2018, 2, 28), date(2018, 3, 9))
    assert (row["signatories"], row["projects"], row["findings"]) == (3, 2, 2)


def test_a_value_carries_its_text_page_and_confidence() -> None:
    [row] = rich("agreements")
    assert row["signed_first_text"] == "28.2.2018"
    assert row["signed_first_page"] == 2
    assert row["signed_first_confidence"] == 0.7


def test_a_cell_of_several_values_is_as_certain_as_the_least_certain() -> None:
    [row] = rich("agreements")
    assert row["total_text"] == "336700.00 Euro + 221200.50 Euro"
    assert row["total_page"] == 2
    assert row["total_confidence"] == 0.93


def test_two_recipients_are_both_named() -> None:
    both = [
        Party(role="recipient", name=read("Stadt Muster"), registry_key="06999001"),
        Party(role="recipient", name=read("Landkreis Muster"), registry_key="06999002"),
    ]
    [row] = tables([agreement(parties=tuple(both))])["agreements"].to_dict("records")
    assert row["recipient"] == "Stadt Muster; Landkreis Muster"
    assert row["recipient_key"] == "06999001; 06999002"


def test_a_measure_without_projects_still_has_a_row() -> None:
    assert [(row["measure"], row["project"]) for row in rich("measures")] == [
        (1, "@home – Coaching"),
        (1, "Zweite; Chance"),
        (2, None),
    ]


def test_what_was_not_found_is_empty() -> None:
    undated = rich("signatories")[1]
    assert undated["date"] is undated["date_text"] is undated["date_page"] is None
    bare = tables([agreement()])["agreements"].to_dict("records")[0]
    assert bare["total"] is bare["component_sum"] is bare["currency"] is bare["recipient"] is None


def test_an_amount_is_its_value_with_its_role() -> None:
    first = rich("amounts")[0]
    assert (first["amount"], first["role"], first["in_words"]) == (Decimal("336700.00"), "total", 336700)


def test_control_characters_that_no_spreadsheet_holds_are_replaced() -> None:
    [row] = tables([agreement(kind=read("Ziel\x00verein\x0bbarung\n"))])["agreements"].to_dict("records")
    assert row["kind"] == "Ziel\ufffdverein\ufffdbarung\n"


def test_rows_are_numbered_within_their_document() -> None:
    two = [agreement(n, amounts=(amount("1.00"), amount("2.00"))) for n in (1, 2)]
    assert list(tables(two)["amounts"]["amount_number"]) == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("difference", "number"),
    [("-10.000,00 €", Decimal(10_000)), ("10.000,00 DM", None), ("3 Tage", None), (None, None)],
)
def test_a_difference_in_euro_is_a_number_too(difference: str | None, number: Decimal | None) -> None:
    finding = Finding(
        rule="SUM001", severity="error", message="…", difference=difference, money=Decimal(10_000)
    )
    (cell,) = tables([agreement(findings=(finding,))])["findings"]["difference_euro"]
    assert cell == number
