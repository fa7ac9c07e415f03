"""`python -m benchmarks.roles`: what dates are for, as the rules, the model and both together tell it.

Measured on passages that neither has seen (training/passages/held_out_dates.tsv), a date each: right, wrong
and certain, wrong and flagged, right and flagged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from extract.language.date_grammar import role_by_grammar
from extract.language.date_witness import agreed
from models.agreement import DateRole
from models.german import find_dates
from training.passage import PASSAGES, Passage, read_passages

Told = tuple[DateRole | None, bool]
"""A role, and whether it is certain."""


def main() -> None:
    passages = [one for one in read_passages(PASSAGES / "held_out_dates.tsv") if one.role != "signature"]
    for name, witness in (("rules", by_rules), ("both", by_both)):
        print(name, dict(Counter(judged(one, witness) for one in passages)))


def by_rules(passage: Passage) -> Told:
    """As they were believed before the model joined: what they tell is certain, where they do not the date is
    "other" and flagged."""
    text = f"{passage.before}{passage.value}{passage.behind}"
    found = find_dates(text)
    index = next((i for i, one in enumerate(found) if one.end > len(passage.before)), None)
    told = role_by_grammar(text, found, index, 0, "", _amends(passage)) if index is not None else None
    return told or "other", told is not None


def by_both(passage: Passage) -> Told:
    told, certain = by_rules(passage)
    return agreed(told if certain else None, passage.before, passage.behind)


def _amends(passage: Passage) -> bool:
    return passage.role == "amended_agreement"


def judged(passage: Passage, witness: Callable[[Passage], Told]) -> str:
    role, certain = witness(passage)
    right = role == passage.role or {role, passage.role} == {"reference", "amended_agreement"}
    return f"{'right' if right else 'wrong'}{'' if certain else ', flagged'}"


if __name__ == "__main__":
    main()
