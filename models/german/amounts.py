"""Sums of money as German writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

BLANKS = " \u00a0\u2009\u202f"
APOSTROPHES = "'’‘´"
CENT = Decimal("0.01")
LONGEST_REMEMBERED = 300
"""Letters of a text of which is kept what was found: lines and sentences are asked about again and again."""
DASH = r"(?:--|[-–—−]{1,2})"

CURRENCY = r"(?:Euros?|EURO|EURs?|Eur|€|D-Mark|Deutsche[rn]?\s+Mark|DM|DEM)"
# "3.173,289 TE": of thousands € is read as a letter.
MISREAD_CURRENCY = r"(?:[EF][uüúù]r[o0òó]|EUR0|FURO?|Eure|(?<=T)[EeC6G](?=\W|$))"
SCALE = r"(?:Mio\.?|Millionen|Million|Mrd\.?|Milliarden|Milliarde|Tsd\.?|Tausend|tausend|T)"
SCALES = {
    **dict.fromkeys(("mio", "million", "millionen"), 10**6),
    **dict.fromkeys(("mrd", "milliarde", "milliarden"), 10**9),
    **dict.fromkeys(("t", "tsd", "tausend"), 10**3),
}

# Thousands are grouped by one and the same sign throughout; cents have two digits.
_GROUPED = "|".join(
    rf"[0-9]{{1,3}}(?:{separator}[0-9]{{3}})+" for separator in (r"\.", f"[{BLANKS}]", f"[{APOSTROPHES}]")
)
_NUMBER = re.compile(
    rf"(?P<whole>{_GROUPED}|[0-9]+)(?:(?P<cents>[,.][0-9]+)|(?P<dash>[,.][{BLANKS}]?{DASH}))?"
)
_SIGN = r"(?P<sign>[-−+])?"
_BARE = re.compile(rf"{_SIGN}(?P<number>{_NUMBER.pattern})(?:\s{{0,2}}(?P<scale>{SCALE}))?")
_AFTER = re.compile(rf"{_BARE.pattern}\s{{0,2}}(?P<currency>{CURRENCY})")
_BEFORE = re.compile(rf"(?P<currency>{CURRENCY})\s{{0,2}}{_BARE.pattern}")

FOOTNOTE = "¹²³⁴-⁹"
# What may be an amount in running text, misread digits and stray blanks included: resolved afterwards.
# Longer runs of digits are no sums, and a page full of digits must not cost time by the square.
LONGEST_RUN = 20
_RUN_DIGIT = "[0-9OoIlSB]"
_RUN = rf"{_RUN_DIGIT}(?:[{BLANKS}.,{APOSTROPHES}]{{0,2}}{_RUN_DIGIT}){{0,{LONGEST_RUN}}}"
_RUN_DASH = rf"(?P<dash>[,.][{BLANKS}]?{DASH})"
_FIND_AFTER = re.compile(
    rf"(?<![\w])(?<![0-9][.,])(?P<run>{_RUN}){_RUN_DASH}?"
    rf"(?P<hyphen>-(?=Euro(?![\w-]))|(?<=\.[0-9]{{3}})[.,·](?=[^\S\n]?{CURRENCY}(?!\s?[0-9])))?[^\S\n]{{0,2}}"
    rf"(?:(?P<scale>{SCALE})(?P<speck>(?<=Mio|Mrd|Tsd)[,:;])?[^\S\n]{{0,2}})?"
    rf"(?P<currency>{CURRENCY}|{MISREAD_CURRENCY})(?![^\W{FOOTNOTE}])"
)
# "in Euro 2025" heads a column and is no amount; a currency between two numbers belongs to the first.
_FIND_BEFORE = re.compile(
    rf"(?<!\w)(?P<currency>{CURRENCY})\s{{0,2}}{_SIGN}(?P<number>{_NUMBER.pattern})"
    rf"(?![0-9])(?:\s{{0,2}}(?P<scale>{SCALE})(?!\w))?(?!\s{{0,2}}{CURRENCY})"
)
_FIND_DASH = re.compile(rf"(?<![\w.,{APOSTROPHES}])(?P<run>{_GROUPED}){_RUN_DASH}(?!\w)")
_MORE_DIGITS = re.compile(
    rf"[{BLANKS}]?[.,{APOSTROPHES}]?[{BLANKS}]?[0-9]{{3}}(?![0-9])|[.,{APOSTROPHES}][0-9]"
)

_GROUPED_BY_DOT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_REPAIR = str.maketrans("OoIlSB", "001158")
_NUMBERED = re.compile(
    r"(?:§§?|Nr\.|Nummer|Ziffer|Ziff\.|Abs\.|Absatz|Art\.|Artikel|Pos\.|Seite|Kapitel|Titel)\s*$|[0-9][/-]$"
)
_DAY_AND_MONTH = re.compile(
    r"[0-9]{1,2}\.\s*(?:[0-9]{1,2}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[^\W\d_]*\.?\s*$",
    re.IGNORECASE,
)
# "1 . 617 . 830 Euro": 830 is but the end of a number that is printed wide.
_CUT_OFF = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:\s?[.,]\s?[0-9]{3})*(?:\s[.,]\s?|[.,]\u00ad)$")
# "3,249.500,00 €": no sum has a comma before its last thousands, but a full stop.
_COMMA_FIRST = re.compile(r"[0-9]{1,3},[0-9]{3}\.[0-9]{3}(?:,[0-9]{2})?")
# "3678.700 Euro": no decimals are three.
_DOT_LOST = re.compile(r"[1-9][0-9]{3,5}(?:\.[0-9]{3})+(?:,[0-9]{2})?")
# "234,870,00 €", "1.421,522,00 €": only cents have two figures.
_COMMAS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+,[0-9]{2}")
# "41. 000,00 €": what begins with a nought is but the end of a sum.
_HEADLESS = re.compile(r"0[0-9]")
_WORD_IN = re.compile(r"\bin\s\Z")
_OF_A_YEAR = re.compile(
    r"(?:\b(?:\w*[Jj]ahr\w*|in|für|ab|seit|Anfang|Mitte|Ende)|[0-9]\."
    r"|\b(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\.?)\s*\Z"
)
_OF_MONEY = re.compile(r"\b(?:auf|über|mit|um|Höhe von)\s+\Z")
# "175:800 Euro", "700;00 Euro", "2.418: 500 Euro"
_MISREAD_DOT = re.compile(r"[0-9][:;°]\Z|[0-9]\.[0-9]{3}[:;°]\s\Z")
# "ein Anteil über 500 Euro" is one of 500 Euro.
_ABOUT = re.compile(
    r"(?:betrag|summe|budget|anteil|zuwendung|bescheid|kontingent|zuschuss|rahmen|einlage|zusage)\s+über\s*$",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:rund|circa|ca\.|etwa|knapp|fast|gut|über|ungefähr|annähernd|mehr als)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in running text; `start` and `end` are offsets into it.

    `value` is None where a sum of money is printed that cannot be read without guessing
    ("1.617.83 Euro"). `exact` is False where the reading had to be repaired. `rounded` is True
    where the print itself does not claim to be exact ("1,6 Mio. Euro", "rund 500 Euro").
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    currency: str
    exact: bool
    rounded: bool


def parse_amount(text: str, currency_required: bool = True) -> tuple[Decimal, str] | None:
    """One printed amount as (value, ISO currency), or None if `text` is anything else or ambiguous.

    Strict: nothing is repaired. ",-" counts as a currency sign; `currency_required=False` accepts
    plain numbers too, as they stand in table cells.
    """
    text = text.strip()
    match = _AFTER.fullmatch(text) or _BEFORE.fullmatch(text)
    if match is None:
        match = _BARE.fullmatch(text)
        if match is None or (currency_required and not match["dash"]):
            return None
    value = _value(match["number"], match["scale"])
    if value is None:
        return None
    return -value if match["sign"] in ("-", "−") else value, _currency(match.groupdict().get("currency"))


def format_amount(value: Decimal, currency: str = "EUR") -> str:
    """Decimal("1617830") → "1.617.830,00 €"."""
    sign = {"EUR": "€", "DEM": "DM"}.get(currency, currency)
    return f"{format_number(value)} {sign}"


def format_number(value: Decimal) -> str:
    """Decimal("1617830") → "1.617.830,00"."""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def find_amounts(text: str) -> list[FoundAmount]:
    """Every sum of money in running text, in order.

    A number needs a currency to be one, or ",-" after grouped digits. What looks like a damaged
    amount is found too, with `exact=False`, and with `value=None` where there is no safe reading.
    """
    return list(_remembered(text) if len(text) <= LONGEST_REMEMBERED else _amounts_in(text))


def _amounts_in(text: str) -> tuple[FoundAmount, ...]:
    found: list[FoundAmount] = []
    candidates = [*_after(text), *_before(text), *_dashed(text)]
    for amount in sorted(candidates, key=lambda item: (item.start, -item.end)):
        if not found or amount.start >= found[-1].end:
            found.append(amount)
    return tuple(found)


_remembered = lru_cache(maxsize=4096)(_amounts_in)


def _after(text: str) -> Iterator[FoundAmount]:
    for match in _FIND_AFTER.finditer(text):
        start, number, exact = _resolve(text, match.start("run"), match["run"])
        if not any(sign.isdigit() for sign in number):
            continue
        if _is_year(text, start, number, match.end()):
            continue
        damaged = match["hyphen"] or match["speck"]
        exact = exact and re.fullmatch(CURRENCY, match["currency"]) is not None and not damaged
        letter = len(match["currency"]) == 1 and match["currency"] != "€"
        if letter and "," not in number and not _GROUPED_BY_DOT.fullmatch(number):
            continue  # "20 TE": a count of somebody
        before = _words_before(text, start)
        cut_off = _CUT_OFF.search(before) and re.fullmatch(r"[0-9]{3}(?:[.,].*)?", number)
        if cut_off or _MISREAD_DOT.search(before):
            amount = _found(text, start, match.end(), number, None, match["currency"])
            yield replace(amount, value=None, exact=False)
            continue
        amount = _found(text, start, match.end(), number, match["scale"], match["currency"])
        yield replace(amount, exact=amount.exact and exact)


def _is_year(text: str, start: int, number: str, end: int) -> bool:
    """ "im Jahr 2025 EUR 500", "am 1.5.2025 EUR 500": no sum of 2025 Euro; "15. März 202€", the last figure
    misread: none of 202 Euro."""
    if re.fullmatch(r"(?:[0-9]{1,2}\.){0,2}(?:19|20)[0-9]{2}", number) and re.match(
        r"\s{0,2}[0-9]", text[end:]
    ):
        return True
    return (
        re.fullmatch(r"(?:19|20)[0-9]{1,2}", number) is not None
        and _DAY_AND_MONTH.search(_words_before(text, start)) is not None
    )


def _before(text: str) -> Iterator[FoundAmount]:
    for match in _FIND_BEFORE.finditer(text):
        number = match["number"]
        heads = match["currency"].startswith("Eur") or _WORD_IN.search(text, 0, match.start())
        if number.isdigit() and (heads or re.fullmatch(r"(?:19|20)\d\d", number)):
            continue  # "Euro 4 Plätze", "€ 2025": a word or a heading beside a number, not a price
        damaged = _MORE_DIGITS.match(text, match.end("number")) and not match["scale"]
        # More digits follow, apart: which of them belong to the sum cannot be known.
        readable = "" if damaged else number
        amount = _found(text, match.start(), match.end(), readable, match["scale"], match["currency"])
        if match["sign"] in ("-", "−") and amount.value is not None:
            amount = replace(amount, value=-amount.value)
        yield amount


def _dashed(text: str) -> Iterator[FoundAmount]:
    for match in _FIND_DASH.finditer(text):
        yield _found(text, match.start(), match.end(), match["run"], None, None)


def _found(
    text: str, start: int, end: int, number: str, scale: str | None, currency: str | None
) -> FoundAmount:
    digits = number.translate(_REPAIR)
    if _COMMA_FIRST.fullmatch(digits):
        digits = digits.replace(",", ".", 1)
    elif _DOT_LOST.fullmatch(digits):
        digits = digits.replace(".", "")
    elif _COMMAS.fullmatch(digits):
        digits = re.sub(r",(?=[0-9]{3})", ".", digits)
    value = None if _HEADLESS.match(digits) else _value(digits, scale)
    before = _words_before(text, start)
    # A minus touches its number and follows a blank; "500-600 Euro" is a range, "- 600 Euro" a bullet, and
    # one at the end of the line before is a speck.
    if re.search(r"(?:^|[\s(])[-−]\Z", before):
        start -= 1
        value = -value if value is not None else None
    about = _ROUNDED.search(before) is not None and _ABOUT.search(before) is None
    rounded = _is_rounded(number, scale) or about
    exact = value is not None and number == digits
    return FoundAmount(start, end, text[start:end], value, _currency(currency), exact, rounded)


def _is_rounded(number: str, scale: str | None) -> bool:
    """Millions are rounded but for as many decimals as it takes to the thousand; "822,5 T€" is a sum as it is
    agreed."""
    if scale is None or SCALES[scale.casefold().rstrip(".")] < 10**6:
        return False
    _, _, decimals = number.partition(",")
    return len(decimals) < 3


def _resolve(text: str, start: int, run: str) -> tuple[int, str, bool]:
    """Which part of a run of digits and blanks is the number before the currency.

    Returns its offset, its text without stray blanks, and whether it stood there undamaged.
    """
    pieces = [(start + piece.start(), piece[0]) for piece in re.finditer(rf"[^{BLANKS}]+", run)]
    offset, number = pieces.pop()
    exact = True
    grouped_by_blank = re.fullmatch(r"[0-9]{3}(?:,[0-9]+)?", number) is not None
    while pieces:
        before_offset, before = pieces[-1]
        if before.endswith((".", ",", *APOSTROPHES)) or number.startswith((".", ",", *APOSTROPHES)):
            joined = before + number
            if _is_enumerator(text, before_offset, before) and _value(number, None) is not None:
                return offset, number, False
            if _value(joined.translate(_REPAIR), None) is None and _value(number, None) is not None:
                break  # "im Jahr 2025. 500 Euro": a new sentence
            exact = False
        elif grouped_by_blank and re.fullmatch(r"[0-9]{1,3}", before):
            if _NUMBERED.search(_words_before(text, before_offset)):
                break  # "§ 4 250 000 Euro"
            joined = before + " " + number
            grouped_by_blank = len(before) == 3
        elif grouped_by_blank and re.fullmatch(r"[0-9]{4,6}", before):
            spoken = _OF_MONEY.search(_words_before(text, before_offset))
            if re.fullmatch(r"(?:19|20)[0-9]{2}", before) and not spoken:
                # "im Jahr 2025 500 Euro", but "auf 1957 346 Euro begrenzt"; "1973 300,00 €" may be either.
                return offset, number, _OF_A_YEAR.search(_words_before(text, before_offset)) is not None
            joined, grouped_by_blank, exact = before + number, False, False  # "2923 100": a lost blank
        elif _GROUPED_BY_DOT.fullmatch(before) and re.fullmatch(r"[0-9]{3}(?:[.,].*)?", number):
            joined, exact = before + "." + number, False  # a dot was lost: "1.617 830 Euro"
        else:
            break
        offset, number = before_offset, joined
        pieces.pop()
    return offset, number, exact


def _words_before(text: str, offset: int) -> str:
    """As much of the text before `offset` as a word that bears on the number there can take."""
    return text[max(0, offset - 24) : offset]


def _is_enumerator(text: str, offset: int, piece: str) -> bool:
    at_line_start = not text[text.rfind("\n", 0, offset) + 1 : offset].strip()
    return at_line_start and re.fullmatch(r"[0-9]{1,2}\.", piece) is not None


def _value(number: str, scale: str | None) -> Decimal | None:
    match = _NUMBER.fullmatch(number)
    if match is None:
        return None
    cents = match["cents"] or ""
    if cents:
        swiss = cents[0] == "." and any(sign in match["whole"] for sign in APOSTROPHES)
        if cents[0] == "." and not swiss:
            return None
        # Three decimals are either a thousands comma or a typing error: both need a person.
        if len(cents) != 3 and not (scale and len(cents) <= 4):
            return None
    value = Decimal(re.sub(r"[^0-9]", "", match["whole"]) + cents.replace(",", "."))
    if scale:
        value *= SCALES[scale.casefold().rstrip(".")]
    return value.quantize(CENT)


def _currency(printed: str | None) -> str:
    return "DEM" if printed and printed.startswith(("D", "d")) else "EUR"
