from pathlib import Path

from output.dictionary import dictionary_page
from output.tables import TABLES

PAGE = Path(__file__).parent.parent / "docs/tables.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == dictionary_page(), "run: python -m output.dictionary > docs/tables.md"


def test_every_column_is_explained() -> None:
    page = dictionary_page()
    assert all(f"| `{column.name}` |" in page for table in TABLES for column in table.columns)
