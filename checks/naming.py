"""When two printed names are one."""

from __future__ import annotations

from functools import lru_cache

from models.reference.normal_form import stem, tokens


def same_name(first: str, second: str) -> bool:
    """Equal but for case, inflection, blanks, hyphens and dashes."""
    return plain_name(first) == plain_name(second)


# The names of an archive come again and again: a few thousand people, bodies and projects.
@lru_cache(maxsize=50_000)
def plain_name(name: str) -> str:
    return "".join(stem(token) for token in tokens(name))
