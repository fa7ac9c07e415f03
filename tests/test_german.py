from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from models.german import (
    find_amounts,
    find_dates,
    find_number_words,
    format_amount,
    format_date,
    parse_amount,
    parse_number_words,
    read_date,
)

CENTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


def exactly_read(text: str) -> date | None:
    """A printed date that is read without repair and exists in the calendar."""
    reading = read_date(text)
    return reading.value if reading and reading.exact else None


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1.617.830 Euro", "1617830", "EUR"),
        ("1.617.830,50 €", "1617830.50", "EUR"),
        ("1617830,50 €", "1617830.50", "EUR"),
        ("EUR 1.617.830,-", "1617830", "EUR"),
        ("1 617 830,--", "1617830", "EUR"),
        ("1.617.830,– €", "1617830", "EUR"),
        ("1.617.830,-- Euro", "1617830", "EUR"),
        ("1.617.830\u00a0€", "1617830", "EUR"),
        ("1\u202f617\u202f830,00\u202f€", "1617830", "EUR"),
        ("1'617'830 €", "1617830", "EUR"),
        ("1’617’830.50 €", "1617830.50", "EUR"),
        ("1,6 Mio. Euro", "1600000", "EUR"),
        ("1,65 Mio €", "1650000", "EUR"),
        ("2,3 Millionen Euro", "2300000", "EUR"),
        ("1 Million Euro", "1000000", "EUR"),
        ("3,5 Milliarden Euro", "3500000000", "EUR"),
        ("1,25 Mrd. Euro", "1250000000", "EUR"),
        ("250 T€", "250000", "EUR"),
        ("250 TEUR", "250000", "EUR"),
        ("250 Tsd. Euro", "250000", "EUR"),
        ("0,50 €", "0.50", "EUR"),
        ("-500,00 €", "-500", "EUR"),
        ("30.000 DM", "30000", "DEM"),
    ],
)
def test_an_amount_is_read_in_all_its_forms(text: str, value: str, currency: str) -> None:
    assert parse_amount(text) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1.23.4 €",
            "1.617.83 €",
            "1.617,830 €",
            "1.61 €",
            "1.5 Mio. €",
            "1 617.830 €",
            "1,2,3 €",
            "16178.30 €",
        ),
        *(
            "",
            "Euro",
            "€",
            "1617830",
            "2025",
            "§ 4",
            "50 %",
            "7.8.2025",
            "rund 500 Euro",
            "500 Euro je Platz",
        ),
    ],
)
def test_anything_else_is_not_an_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(("text", "value"), [("1.617.830", 1617830), ("500", 500), ("12.345,67", "12345.67")])
def test_a_table_cell_needs_no_currency(text: str, value: int | str) -> None:
    assert parse_amount(text, currency_required=False) == (Decimal(value), "EUR")


@given(CENTS)
def test_a_formatted_amount_is_read_back(value: Decimal) -> None:
    assert parse_amount(format_amount(value)) == (value, "EUR")


def test_amounts_are_formatted_as_in_germany() -> None:
    assert format_amount(Decimal("1617830")) == "1.617.830,00 €"
    assert format_amount(Decimal("-0.5")) == "-0,50 €"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Höhe von insgesamt\n\n1.617.830 Euro\naus dem", [("1.617.830 Euro", "1617830", True)]),
        ("1.000 Euro 2.000 Euro", [("1.000 Euro", "1000", True), ("2.000 Euro", "2000", True)]),
        ("im Jahr 2025 500 Euro", [("500 Euro", "500", True)]),
        ("im Jahr 2025. 500 Euro", [("500 Euro", "500", True)]),
        ("nach § 4 250 000 Euro", [("250 000 Euro", "250000", True)]),
        ("Tel. 0611/12 500 Euro", [("500 Euro", "500", True)]),
        ("500-600 €", [("600 €", "600", True)]),
        ("- 600 €", [("600 €", "600", True)]),
        ("gliedert sich in: -\n600 €", [("600 €", "600", True)]),
        ("eine Kürzung um -600 €", [("-600 €", "-600", True)]),
        ("Summe 1.617.830,--.", [("1.617.830,--", "1617830", True)]),
        ("(EUR 1.500,00)", [("EUR 1.500,00", "1500", True)]),
        # damage: found, and not in silence
        ("1.617. 830 Euro", [("1.617. 830 Euro", "1617830", False)]),
        ("1.617 830 Euro", [("1.617 830 Euro", "1617830", False)]),
        ("1.617.83O Euro", [("1.617.83O Euro", "1617830", False)]),
        ("3,249.500,00 Euro", [("3,249.500,00 Euro", "3249500", False)]),
        ("3678.700 Euro", [("3678.700 Euro", "3678700", False)]),
        ("bei 1,8 Mio, Euro.", [("1,8 Mio, Euro", "1800000", False)]),
        ("1.337.100, EUR", [("1.337.100, EUR", "1337100", False)]),
        ("474.500. Euro (wörtlich", [("474.500. Euro", "474500", False)]),
        ("der Kreis 27.000-Euro.", [("27.000-Euro", "27000", False)]),
        ("1973 300,00 €", [("300,00 €", "300", False)]),
        ("im Jahr 2025 300 Euro", [("300 Euro", "300", True)]),
        ("am 1. Mai 2025 300 Euro", [("300 Euro", "300", True)]),
        ("die 2.000-Euro-Grenze", []),
        ("kostet 1.234.500. EUR 500 davon", [("EUR 500", "500", True)]),
        ("234,870,00 Euro", [("234,870,00 Euro", "234870", False)]),
        ("1.421,522,00 €", [("1.421,522,00 €", "1421522", False)]),
        ("3,249.500,-- EUR", [("3,249.500,-- EUR", "3249500", False)]),
        ("1.617.830 Furo", [("1.617.830 Furo", "1617830", False)]),
        ("1.617.83 Euro", [("1.617.83 Euro", None, False)]),
        ("bis zu 2.418: 500 Euro", [("500 Euro", None, False)]),
        ("Maßnahme 1: 500 Euro", [("500 Euro", Decimal(500), True)]),
        ("617:830 Euro", [("830 Euro", None, False)]),
        ("auf 067 830,00 € begrenzt", [("067 830,00 €", None, False)]),
        ("Er gliedert sich in EUR 617.830", [("EUR 617.830", "617830", True)]),
        ("Budget 2025:\n1.617.830,00 Euro", [("1.617.830,00 Euro", "1617830.00", True)]),
        ("auf 1957 346,00 Euro begrenzt", [("1957 346,00 Euro", "1957346.00", False)]),
        ("EUR 1.617. 830", [("EUR 1.617", None, False)]),
    ],
)
def test_amounts_are_found_in_running_text(text: str, found: list[tuple[str, str | None, bool]]) -> None:
    expected = [(printed, Decimal(value) if value else None, exact) for printed, value, exact in found]
    assert [(amount.text, amount.value, amount.exact) for amount in find_amounts(text)] == expected
    assert all(text[amount.start : amount.end] == amount.text for amount in find_amounts(text))


@pytest.mark.parametrize(
    "text",
    [
        "§ 1.617.830",
        "im Jahr 2025",
        "Beträge in Euro 2025 2026",
        "Beträge in € 2025",
        "Euro 4 Plätze",
        "Telefon 0611 32190",
        "Az. 57-2.1.617",
        "34117 Kassel",
        "50 % der Kosten",
        "27 Europaschulen",
        "am 7.8.2025",
        "104 Bildungsmaßnahmen",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "rounded"), [("1,6 Mio. Euro", True), ("rund 500 Euro", True), ("genau 500 Euro", False)]
)
def test_a_rounded_amount_says_so(text: str, rounded: bool) -> None:
    assert [amount.rounded for amount in find_amounts(text)] == [rounded]


@given(st.text(alphabet="0123456789., '§-€EuroMi\n", max_size=30))
def test_the_finder_never_contradicts_the_parser(text: str) -> None:
    for amount in find_amounts(text):
        assert text[amount.start : amount.end] == amount.text
        if amount.exact and (read := parse_amount(amount.text)):
            assert amount.value == read[0]


@pytest.mark.parametrize("sign", ["", " ", "-"])
@pytest.mark.parametrize("numbers", [range(2100), range(990_000, 1_002_000, 7), range(0, 10**9, 6_543_217)])
def test_generated_number_words_are_read(numbers: range, sign: str) -> None:
    for number in numbers:
        words = num2words(number, lang="de").replace(" ", sign)
        assert parse_number_words(words) == number, words


@given(st.integers(0, 10**9))
def test_every_number_in_words_is_read(number: int) -> None:
    words = num2words(number, lang="de")
    assert parse_number_words(words) == number
    assert parse_number_words(words.upper()) == number
    assert parse_number_words(words.replace("ß", "ss").replace("ü", "ue").replace("ö", "oe")) == number


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_different_numbers_never_read_the_same(first: int, second: int) -> None:
    if first != second:
        assert parse_number_words(num2words(first, lang="de")) != parse_number_words(
            num2words(second, lang="de")
        )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eintausendsechshundertsiebzehn", "1617"),
        ("Einemillion", "1000000"),
        ("eine Million sechshundertsiebzehntausendachthundertdreißig", "1617830"),
        ("eine Million sechshundertsiebzehn-\ntausendachthundertdreissig", "1617830"),
        ("hundert", "100"),
        ("einhundert", "100"),
        ("zwei Millionen dreihundert", "2000300"),
        ("fünfhundertundeins", "501"),
        ("tausendundeins", "1001"),
        ("sechzehnhundert", "1600"),
        ("eine Million Euro und fünfzig Cent", "1000000.50"),
        ("zehntausend Euro 50/100", "10000.50"),
        ("eins Komma sechs Millionen", "1600000"),
        ("einer Million", "1000000"),
        ("eine halbe Million", "500000"),
        ("einer halben Milliarde", "500000000"),
        ("anderthalb Millionen", "1500000"),
        ("zweieinhalb Millionen", "2500000"),
    ],
)
def test_number_words_in_all_their_forms(text: str, value: str) -> None:
    assert parse_number_words(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Hund", "Euro", "zwei drei", "tausendtausend", "Millionen", "einundhundert", "zwanzigeinund"),
        *("tausendsechzehnhundert", "eine Million eine Million", "fünfhundertt", "und", "1617"),
    ],
)
def test_what_is_no_number_in_words_is_none(text: str) -> None:
    assert parse_number_words(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.000 € (in Worten: eine Million zweihundert-\ntausend Euro) und", ["1200000"]),
        ("in Worten: sechshun-\ndert", ["600"]),
        ("eine Million zweihunderttausend Euro und zehn Cent", ["1200000.10"]),
        ("zwei drei Euro", [None]),
        ("eine Million Menschen", []),
        ("Musterau 18,48 Millionen Euro, Probetal 3 Tausend Euro", []),
        ("ein Euro", []),
        ("eine Vereinbarung und ein Budget", []),
        ("bis zu einer halben Million Euro je Fall", ["500000"]),
        ("in einer halben Stunde", []),
    ],
)
def test_sums_in_words_are_found(text: str, found: list[str | None]) -> None:
    assert [words.value for words in find_number_words(text)] == [one and Decimal(one) for one in found]
    assert all(text[words.start : words.end] == words.text for words in find_number_words(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7.8.2025", date(2025, 8, 7)),
        ("07.08.2025", date(2025, 8, 7)),
        ("7.8.25", date(2025, 8, 7)),
        ("7.8.98", date(1998, 8, 7)),
        ("7. August 2025", date(2025, 8, 7)),
        ("den 3. Febr. 2023", date(2023, 2, 3)),
        ("09. SEP. 2025", date(2025, 9, 9)),
        ("09 SEP 2025", date(2025, 9, 9)),
        ("1. Jänner 2020", date(2020, 1, 1)),
        ("2025-08-07", date(2025, 8, 7)),
        ("7 . 8 . 2025", date(2025, 8, 7)),
        ("7.\nAugust 2025", date(2025, 8, 7)),
        ("Montag, den 7.8.2025", date(2025, 8, 7)),
        ("29. Februar 2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_in_all_its_forms(text: str, day: date) -> None:
    assert exactly_read(text) == day


@pytest.mark.parametrize(
    "text", ["im September 2025", "2025", "5 Mal 2025", "1.617.830", "7/8/2025", "", "7,8,2025", "Juli"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["31.2.2025", "29. Februar 2025", "32.1.2025", "1.13.2025"])
def test_a_day_that_the_calendar_lacks_is_told_apart_from_no_date(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert reading.impossible
    assert exactly_read(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7. Aprıl 2025", date(2025, 4, 7)),
        ("1. Marz 2020", date(2020, 3, 1)),
        ("1. Mârz 2020", date(2020, 3, 1)),
        ("3. 0kt. 2020", date(2020, 10, 3)),
        ("3. Augusl 2025", date(2025, 8, 3)),
        ("O7.08.2025", date(2025, 8, 7)),
        ("7,8.2025", date(2025, 8, 7)),
        ("31: Dezember 2019", date(2019, 12, 31)),
        ("31. Dezember: 2019", date(2019, 12, 31)),
    ],
)
def test_a_misread_date_is_repaired_and_says_so(text: str, day: date) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.value, reading.exact) == (day, False)
    assert exactly_read(text) is None


def test_a_month_one_letter_from_two_months_is_not_guessed() -> None:
    assert read_date("1. Juhi 2025") is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_formatted_date_is_read_back(day: date) -> None:
    assert exactly_read(format_date(day)) == day
    assert [found.value for found in find_dates(f"Kassel, den {format_date(day)}.")] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Wiesbaden, den 7.8.2025 Groß-Gerau, den 09. SEP. 2025", [date(2025, 8, 7), date(2025, 9, 9)]),
        ("vom 1.1.2025-31.12.2025", [date(2025, 1, 1), date(2025, 12, 31)]),
        ("Dauer 01.01.2025 /31.12.2025", [date(2025, 1, 1), date(2025, 12, 31)]),
        ("Az. 2025 /31.12.2025", []),
        ("bis 31.2.2025 und", [None]),
        ("nach Abschnitt 1.2.10", []),
        ("Tel. 0611.12.3456", []),
        ("Nummer 1.1.1.2025", []),
        ("im September 2025", []),
        ("Sie endet am 31: Dezember 2019.", [date(2019, 12, 31)]),
        ("Sie endet am 31. Dezember: 2019.", [date(2019, 12, 31)]),
        ("Termine 3. Mai: 2019 folgen zwei.", []),
        ("zum 1. Oktober: 2000 Euro", []),
        ("Sie endet am 30. Juni• 2019.", [date(2019, 6, 30)]),
        ("18. MAI-2026", [date(2026, 5, 18)]),
        ("Ende 31. Dez, 2021", [date(2021, 12, 31)]),
        ("zum 1. Oktober, 2000 Euro", []),
        ("bis zum 1. Juli, 2000 Plätze", []),
        ("Fulda, 13, MAI 2021", [date(2021, 5, 13)]),
        ("Tabelle 3, Mai 2021", []),
        ("18. Mai - 31. Juli 2026", [date(2026, 7, 31)]),
        ("18. Mai-31. Juli 2026", [date(2026, 7, 31)]),
        ("Tabelle 3: Mai 2020", []),
        ("Az. 57-2025-08-07-3", []),
        ("Musterau, den ____7.8.2025____", [date(2025, 8, 7)]),
        ("Musterau, den ____.____.2025", []),
    ],
)
def test_dates_are_found_in_running_text(text: str, days: list[date | None]) -> None:
    assert [found.value for found in find_dates(text)] == days
    assert all(text[found.start : found.end] == found.text for found in find_dates(text))


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)), st.integers(0, 400))
def test_a_period_has_two_dates(start: date, days: int) -> None:
    end = start + timedelta(days)
    text = f"Laufzeit {format_date(start)} - {format_date(end)}"
    assert [found.value for found in find_dates(text)] == [start, end]


def test_a_date_at_the_beginning_of_a_line_is_found() -> None:
    assert [found.value for found in find_dates("Eingang\n04. AUG. 2025\nAnl.:")] == [date(2025, 8, 4)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("umfasst für das Jahr 2012 EUR 418.920, das andere EUR 567.700", [418920, 567700]),
        ("Spätestens am 15. März 202€ liegt der Bericht vor.", []),
        ("Es fehlen 2012 Euro.", [2012]),
    ],
)
def test_a_year_is_no_sum_of_money(text: str, values: list[int]) -> None:
    assert [found.value for found in find_amounts(text)] == values
