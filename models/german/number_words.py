"""Numbers in words, as contracts repeat their sums."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

_UNITS = ("ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    *("zehn", "elf", "zwoelf", "dreizehn", "vierzehn"),
    *("fuenfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
_TENS = ("zwanzig", "dreissig", "vierzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig")


def _below_hundred() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate(_UNITS, 1)}
    numbers |= {"eins": 1, "eine": 1, "einen": 1, "einer": 1, "zwo": 2}
    numbers |= {word: value for value, word in enumerate(_TEENS, 10)}
    tens = [(word, value) for value, word in zip(range(20, 100, 10), _TENS, strict=True)]
    numbers |= dict(tens)
    units = [*((word, value) for value, word in enumerate(_UNITS, 1)), ("zwo", 2)]
    numbers |= {f"{unit}und{ten}": one + much for (unit, one), (ten, much) in product(units, tens)}
    return numbers


_BELOW_HUNDRED = _below_hundred()
# "sechzehnhundert" counts in hundreds up to nineteen.
_HUNDREDS = {word: _BELOW_HUNDRED[word] for word in (*_UNITS, "zwo", *_TEENS[1:])}
_SCALES = (("milliarden", "milliarde", 10**9), ("millionen", "million", 10**6), ("tausend", "tausend", 10**3))

_MORPHEMES = sorted(
    {*_UNITS, "eins", "eine", "einen", "zwo", *_TEENS, *_TENS, "hundert", "tausend", "und"}
    | {
        "million",
        "millionen",
        "milliarde",
        "milliarden",
        "null",
        "einer",
        "halbe",
        "halben",
        "halb",
        "anderthalb",
    },
    key=len,
    reverse=True,
)
_NUMBER_WORD = re.compile(f"(?:{'|'.join(_MORPHEMES)})+")
# "ein", "eine" and "und" alone are ordinary German; they count only beside a true number word.
_WEAK = {"ein", "eine", "einen", "einer", "eins", "und", "halb", "halbe", "halben"}
# "eine halbe Million", "zweieinhalb Millionen", "anderthalb Milliarden".
_AND_A_HALF = re.compile(
    r"(?:(?:eine?[nr]?)?halben?|(?P<one>anderthalb)|(?P<count>\w+?)einhalb)(?P<scale>milliarden?|million(?:en)?|tausend)"
)
# "18,48 Millionen Euro" is written in figures.
_SCALE_WORDS = {word for several, one, _ in _SCALES for word in (several, one)}
_AFTER_FIGURES = re.compile(r"\d\s*$")
# "neun hundert neun und neunzig Millionen …" with every blank there can be, Euro and Cent included.
LONGEST_RUN = 40
_CURRENCY_WORDS = {"euro": "EUR", "euros": "EUR", "eur": "EUR", "dm": "DEM"}


@dataclass(frozen=True, slots=True)
class FoundWords:
    """A sum of money in words in running text. `value` is None where the words make no number."""

    start: int
    end: int
    text: str
    value: Decimal | None


def parse_number_words(text: str) -> Decimal | None:
    """The number that `text` spells out, or None. Reads whole amounts too ("… Euro und fünfzig Cent").

    Strict but for what print varies freely: capitals, blanks, hyphens, line ends, "ss" or "B" for
    "ß", "ue" for "ü".
    """
    words = _plain(text)
    if match := re.fullmatch(r"(?P<euro>.+?)(?:euros?|eur|dm)(?P<cents>.*)", words):
        euro, cents = _whole(match["euro"]), _cents(match["cents"])
        return None if euro is None or cents is None else euro + cents
    if words.endswith("cents") or words.endswith("cent"):
        return _cents(words)
    if match := re.fullmatch(r"(?P<whole>.+?)komma(?P<digits>.+)", words):
        return _with_comma(match["whole"], match["digits"])
    value = _whole(words)
    return None if value is None else Decimal(value)


def find_number_words(text: str) -> list[FoundWords]:
    """Sums in words: number words followed by a currency, or introduced by "in Worten"."""
    found = []
    tokens = [(match.start(), match.end(), _plain(match[0])) for match in re.finditer(r"[^\W\d_]+", text)]
    position = 0
    while position < len(tokens):
        end = _run_end(text, tokens, position)
        if end is None:
            position += 1
            continue
        if tokens[position][2] in _SCALE_WORDS and _AFTER_FIGURES.search(text, 0, tokens[position][0]):
            position = end
            continue
        introduced = re.search(
            r"in\s+Worten\s*:?\s*[„\"»(]?\s*$",
            text[max(0, tokens[position][0] - 40) : tokens[position][0]],
            re.IGNORECASE,
        )
        if introduced or any(token in _CURRENCY_WORDS for _, _, token in tokens[position:end]):
            start, stop = tokens[position][0], tokens[end - 1][1]
            found.append(FoundWords(start, stop, text[start:stop], parse_number_words(text[start:stop])))
        position = end
    return found


def _run_end(text: str, tokens: list[tuple[int, int, str]], start: int) -> int | None:
    """The index after the longest run of number words from `start`, currency and cents included."""
    end, strong, strong_end = start, False, start
    while end < min(len(tokens), start + LONGEST_RUN):
        token = tokens[end][2]
        # Nothing but blanks and a hyphen at a line's end may stand between the words of one number.
        if end > start and not re.fullmatch(r"[-\u00ad]?\s*", text[tokens[end - 1][1] : tokens[end][0]]):
            break
        if token in _CURRENCY_WORDS or token in ("cent", "cents"):
            if not strong:
                return None
            strong_end = end + 1
        elif _NUMBER_WORD.fullmatch(token):
            if token not in _WEAK:
                strong, strong_end = True, end + 1
        elif _is_hyphenated_number(text, tokens, end):
            strong, strong_end = True, end + 1
        else:
            break
        end += 1
    return strong_end if strong else None


def _is_hyphenated_number(text: str, tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Whether the token is one part of a number word broken at a line's end ("sechshun-" + "dert")."""
    parts = [tokens[index]]
    for step in (-1, 1):
        neighbour = index + step
        if 0 <= neighbour < len(tokens):
            first, second = sorted((tokens[index], tokens[neighbour]))
            if re.fullmatch(r"-\s*\n\s*|\u00ad\s*", text[first[1] : second[0]]):
                parts.append(tokens[neighbour])
    return len(parts) > 1 and _NUMBER_WORD.fullmatch("".join(part[2] for part in sorted(parts))) is not None


def _plain(text: str) -> str:
    text = re.sub(r"(?<=[a-zäöü])B(?=[a-zäöü])", "ß", unicodedata.normalize("NFC", text))
    folded = text.casefold()  # casefold writes ß as ss
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        folded = folded.replace(umlaut, letters)
    return re.sub(r"[\s\u00ad-]+", "", folded)


def _whole(words: str) -> int | None:
    if words == "null":
        return 0
    if half := _AND_A_HALF.fullmatch(words):
        return _halves(half)
    total = 0
    for plural, singular, scale in _SCALES:
        head, found, rest = words.partition(plural)
        if not found:
            head, found, rest = words.partition(singular)
        if not found:
            continue
        count = _below_thousand(head.removeprefix("und")) if head else 1
        if count is None or (not head and scale > 1000):
            return None
        total += count * scale
        words = rest
        if not words:
            return total
    rest_value = _below_thousand(words.removeprefix("und") if total else words)
    if rest_value is None or (total and rest_value >= 1000):
        return None
    return total + rest_value


def _halves(half: re.Match[str]) -> int | None:
    scale = next(scale for plural, singular, scale in _SCALES if half["scale"] in (plural, singular))
    whole = 1 if half["one"] else _below_thousand(half["count"]) if half["count"] else 0
    return None if whole is None else (2 * whole + 1) * scale // 2


def _below_thousand(words: str) -> int | None:
    """0 < n < 1000, and 1100 to 1999 counted in hundreds."""
    if words in _BELOW_HUNDRED:
        return _BELOW_HUNDRED[words]
    head, found, rest = words.partition("hundert")
    if not found or (head and head not in _HUNDREDS):
        return None
    hundreds = 100 * (_HUNDREDS[head] if head else 1)
    if not rest:
        return hundreds
    tail = _BELOW_HUNDRED.get(rest) or _BELOW_HUNDRED.get(rest.removeprefix("und"))
    return None if tail is None else hundreds + tail


def _cents(words: str) -> Decimal | None:
    """What follows "Euro": nothing, "und fünfzig Cent", "fünfzig", "50/100"."""
    words = re.sub(r"cents?$", "", words.removeprefix("und"))
    if not words:
        return Decimal(0)
    if match := re.fullmatch(r"([0-9]{2})/100", words):
        return Decimal(match[1]) / 100
    value = 0 if words == "null" else _BELOW_HUNDRED.get(words)
    return None if value is None else Decimal(value) / 100


def _with_comma(whole: str, digits: str) -> Decimal | None:
    """Reads "eins Komma sechs Millionen" and "zwölf Komma fünf null"."""
    scale = 1
    for plural, singular, factor in _SCALES:
        for word in (plural, singular):
            if digits.endswith(word):
                digits, scale = digits.removesuffix(word), factor
    read = ""
    while digits:
        for value, word in enumerate(("null", *_UNITS)):
            if digits.startswith(word):
                read += str(value)
                digits = digits.removeprefix(word)
                if word == "ein":
                    digits = digits.removeprefix("s")
                break
        else:
            return None
    value_before = _whole(whole)
    return None if value_before is None else Decimal(f"{value_before}.{read}") * scale
