"""How German writes numbers, money and dates: pure functions, no layout, no OCR engine."""

from models.german.amounts import FoundAmount, find_amounts, format_amount, format_number, parse_amount
from models.german.damaged import find_damaged_amounts, find_damaged_dates
from models.german.dates import DateReading, FoundDate, find_dates, format_date, read_date
from models.german.number_words import FoundWords, find_number_words, parse_number_words

__all__ = [
    "DateReading",
    "FoundAmount",
    "FoundDate",
    "FoundWords",
    "find_amounts",
    "find_damaged_amounts",
    "find_damaged_dates",
    "find_dates",
    "find_number_words",
    "format_amount",
    "format_date",
    "format_number",
    "parse_amount",
    "parse_number_words",
    "read_date",
]
