"""How long patterns take on what repeats without end, in a file that was damaged or built to hurt.

    python -m benchmarks.long_runs

One line a pattern: milliseconds for the run, and for one of twice the length. What takes four times as
long or more is worth another look: a page may have 60,000 characters (`limits.characters_per_page`).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from extract.language.other_agreements import APPOSITION, PERFECT
from extract.layout.unsigned import BODY_BEGINS
from extract.parties.groups import ASIDE, BETWEEN
from extract.parties.names import AFTER_NAME
from extract.projects.keys import BEHIND_CODE, OF_CODE
from extract.projects.marks import BEFORE
from extract.projects.names import PARTICULARS
from extract.signatures.dates import DATE_LEAD


def behind_codes(text: str) -> None:
    for code in OF_CODE.finditer(text):
        BEHIND_CODE.match(text, code.end())


LONG: tuple[tuple[str, Callable[[str], object], Callable[[int], str]], ...] = (
    ("AFTER_NAME", AFTER_NAME.search, lambda n: f"Musterau{n * ' '}x"),
    ("BODY_BEGINS", BODY_BEGINS.fullmatch, lambda n: n * "haben "),
    ("BODY_BEGINS", BODY_BEGINS.fullmatch, lambda n: n * "wird folgende " + "\n"),
    ("BEFORE", BEFORE.search, lambda n: n * "zu "),
    ("BEHIND_CODE", behind_codes, lambda n: n * " (MA 1"),
    ("BEHIND_CODE", behind_codes, lambda n: n * ", MA 1"),
    ("PERFECT", PERFECT.match, lambda n: n * "vertrag"),
    ("APPOSITION", APPOSITION.search, lambda n: n * "vertrag "),
    ("ASIDE", ASIDE.match, lambda n: f"{n * ' '}x"),
    ("BETWEEN", BETWEEN.match, lambda n: f"{n * ' '}x"),
    ("PARTICULARS", PARTICULARS.search, lambda n: f"Lernhaus{n * ' '}x"),
    ("DATE_LEAD", DATE_LEAD.search, lambda n: f"{n * '_'}x"),
)
LENGTH = 2000


def milliseconds(read: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    read(text)
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    for name, read, run in LONG:
        once, twice = (milliseconds(read, run(length)) for length in (LENGTH, 2 * LENGTH))
        print(f"{name:12} {run(2)!r:32} {once:8.1f} {twice:8.1f}", flush=True)


if __name__ == "__main__":
    main()
