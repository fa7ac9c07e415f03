from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from output_records import agreement, amount

from models.agreement import Agreement, Amount
from output.summary import component_sum, document_total, total_currency


def with_amounts(*amounts: Amount) -> Agreement:
    return agreement(amounts=amounts)


def total(*amounts: Amount) -> Decimal | None:
    found = document_total(with_amounts(*amounts))
    return found.value if found else None


def test_no_total_is_empty() -> None:
    assert total() is None
    assert total(amount("5.00", role="component")) is None


def test_a_total_printed_twice_counts_once_with_the_better_reading() -> None:
    weak, strong = (
        amount("5.00", role="total", page=1, confidence=0.6),
        amount("5.00", role="total", page=3, confidence=0.9),
    )
    found = document_total(with_amounts(weak, strong))
    assert found is not None
    assert (found.value, found.provenance.page, found.provenance.confidence) == (Decimal("5.00"), 3, 0.9)


def test_totals_of_different_programmes_are_added_up() -> None:
    assert total(
        amount("336700", role="total", programme_key="ab"),
        amount("221200", role="total", programme_key="amb"),
    ) == Decimal(557900)


def test_two_different_totals_of_one_programme_are_in_doubt() -> None:
    assert total(amount("5", role="total"), amount("6", role="total")) is None
    assert (
        total(
            amount("5", role="total", programme_key="ab"),
            amount("6", role="total", programme_key="ab"),
            amount("7", role="total", programme_key="amb"),
        )
        is None
    )


def test_equal_totals_of_different_years_are_in_doubt() -> None:
    assert total(amount("5", role="total", year=2025), amount("5", role="total", year=2026)) is None
    assert total(amount("5", role="total", year=2025), amount("5", role="total")) == Decimal(5)


def test_an_overall_total_must_be_the_sum_of_the_programmes() -> None:
    parts = (amount("3", role="total", programme_key="ab"), amount("4", role="total", programme_key="amb"))
    assert total(amount("7", role="total", text="sieben"), *parts) == Decimal(7)
    assert total(amount("8", role="total"), *parts) is None
    found = document_total(with_amounts(amount("7", role="total", text="sieben"), *parts))
    assert found is not None
    assert found.text == "sieben"


def test_mixed_currencies_are_in_doubt() -> None:
    mixed = with_amounts(
        amount("3", role="total", programme_key="ab", currency="DEM"),
        amount("4", role="total", programme_key="amb"),
    )
    assert document_total(mixed) is None
    assert total_currency(mixed) is None


def test_the_currency_is_that_of_the_components_where_no_total_is_printed() -> None:
    assert total_currency(with_amounts(amount("3", role="component", currency="DEM"))) == "DEM"


def test_components_of_one_table_are_added_up() -> None:
    table = with_amounts(amount("0.10", role="component", table=1), amount("0.20", role="component", table=1))
    assert component_sum(table) == Decimal("0.30")


def test_two_breakdowns_of_the_same_money_count_once() -> None:
    by_year = [amount(value, role="component", table=1) for value in ("3", "4")]
    by_measure = [amount(value, role="component", table=2) for value in ("5", "2")]
    assert component_sum(with_amounts(*by_year, *by_measure)) == Decimal(7)
    assert component_sum(with_amounts(*by_year, *by_measure[:1])) is None


def test_components_of_two_programmes_are_added_up() -> None:
    assert component_sum(
        with_amounts(
            amount("3", role="component", table=1, programme_key="ab"),
            amount("4", role="component", table=2, programme_key="amb"),
        )
    ) == Decimal(7)


def test_without_components_there_is_no_sum() -> None:
    assert component_sum(with_amounts(amount("3", role="total"))) is None


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=40))
def test_the_sum_is_exact_to_the_cent(values: list[Decimal]) -> None:
    cents = sum(int(value * 100) for value in values)
    found = component_sum(with_amounts(*(amount(str(value), role="component") for value in values)))
    assert found is not None
    assert found * 100 == cents
