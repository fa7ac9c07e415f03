"""When two printed names are one."""

from __future__ import annotations

from models.reference.normal_form import stem, tokens


def same_name(first: str, second: str) -> bool:
    """Equal but for case, inflection, blanks, hyphens and dashes."""
    return plain_name(first) == plain_name(second)


def plain_name(name: str) -> str:
    return "".join(stem(token) for token in tokens(name))
