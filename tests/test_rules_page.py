from collections import Counter
from pathlib import Path

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rules_page import rules_page

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def test_the_page_of_rules_is_written_from_the_code() -> None:
    """Otherwise: python -m checks.rules_page > docs/rules.md"""
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_codes_are_unique() -> None:
    codes = Counter([rule.code for rule in AGREEMENT_RULES] + [rule.code for rule in ARCHIVE_RULES])
    assert max(codes.values()) == 1
