"""May the embedded text of a page be trusted? Decided from measured properties, with the reason."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any

from extract.files.characters import angle_of, is_lying
from extract.files.drawn_bullets import with_drawn_bullets
from extract.files.sheet import FULL_PAGE, ImageFacts, Layer, box_of
from extract.page import Word

MIN_LETTERS = 1
"""A page with no letter at all has no text layer worth the name."""
MAX_BROKEN = 0.1
"""Share of characters without meaning (U+FFFD, (cid:…), private use, control). The ligatures of a page in
Linux Libertine, a heading in its small capitals among them, are 1 to 3 %, and are read one by one; a font
without ToUnicode makes nearly all of them so."""
MAX_SPACED = 0.5
"""Share of letters that stand alone. German prose has under 2 %; a layer that spaces its letters has most."""
MIN_LETTER_SHARE = 0.35
"""Letters among the characters. Prose has 0.9, a page of figures 0.4."""
VOWELS = (0.22, 0.60)
"""Vowels among the letters: German and English lie at 0.36 to 0.42; a wrong encoding leaves the range."""
VOWEL_SAMPLE = 200
"""Letters needed before the share of vowels says anything."""
MAX_INVISIBLE = 0.5
MAX_LYING = 0.5
"""Share of the words that run up or down: a margin has some, a table that is printed across has all."""

MIN_WIDTH = 0.3
"""Width in font sizes of a glyph whose font states none: a bullet's."""
BULLET_CLEARANCE = 2.0
"""Line heights of white before a bullet: one in a second column has a gutter before it."""

CID = r"\(cid:\d+\)"
BROKEN_GLYPH = rf"{CID}|[\ufffd-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
BROKEN = re.compile(BROKEN_GLYPH)
NAMELESS = re.compile(rf"^(?:{BROKEN_GLYPH})$")
"""One glyph without a meaning: where it opens a line it is the bullet of a symbol font."""
SYMBOL_FONT = re.compile("Wingdings|Webdings|Dingbats", re.IGNORECASE)
"""Where a font of pictures has no names for them, its bullet is a "§" or "n", and its tick a "4" or "ü"."""
LETTER = r"[A-Za-zÄÖÜäöüß]"
STRANGE = r"[\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u02af\u0370-\u052f]"
"""Letters of no name in Latin script, Greek and Cyrillic ones among them: next to a Latin letter what some
fonts have for a ligature ("KraƟ")."""
UNNAMED = re.compile(rf"(?:{BROKEN_GLYPH}|(?<={LETTER}){STRANGE}|{STRANGE}(?={LETTER}))+")
"""What a layer does not say of a word."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SOFT_HYPHEN = "\u00ad"
NOT_PRINTED = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SET_OTHERWISE = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "}
PLAIN = str.maketrans(LIGATURES | SET_OTHERWISE | dict.fromkeys(NOT_PRINTED, ""))


@dataclass(frozen=True, slots=True)
class Measurements:
    """What the decision rests on; shares are 0..1."""

    characters: int
    words: int
    letters: float
    broken: float
    spaced: float
    vowels: float | None
    invisible: float
    lying: float
    unparsed: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the embedded text is used, and why, in German."""

    trusted: bool
    reason: str


def measure(layer: Layer) -> Measurements:
    """Count what is in the layer. Lone bullets count as meant, not as broken."""
    texts = [word["text"] for word in layer.words]
    running = [text for text in texts if not NAMELESS.match(text)]
    plain = "".join(BROKEN.sub("", text) for text in running)
    broken = sum(len(BROKEN.findall(text)) for text in running)
    characters = len(plain) + broken
    letters = [char.lower() for char in plain if char.isalpha()]
    alone = sum(1 for text in running if len(text) == 1 and text.isalpha())
    vowels = None
    if len(letters) >= VOWEL_SAMPLE:
        vowels = sum(unicodedata.normalize("NFD", char)[0] in "aeiouy" for char in letters) / len(letters)
    return Measurements(
        characters=characters,
        words=len(texts),
        letters=len(letters) / characters if characters else 0.0,
        broken=broken / characters if characters else 0.0,
        spaced=alone / len(letters) if letters else 0.0,
        vowels=vowels,
        invisible=layer.invisible,
        lying=sum(is_lying(word["chars"][0]) for word in layer.words) / len(texts) if texts else 0.0,
        unparsed=layer.broken,
    )


def judge(found: Measurements, images: ImageFacts) -> Verdict:
    """Decide for one page. The reason names the measure that decided."""
    if found.unparsed:
        return Verdict(False, "Textebene nicht lesbar: Inhalt der Seite ist fehlerhaft")
    if found.characters < MIN_LETTERS:
        return Verdict(False, "keine Textebene")
    if found.broken > MAX_BROKEN:
        return Verdict(False, f"Textebene verworfen: {found.broken:.0%} der Zeichen ohne Bedeutung")
    if found.spaced > MAX_SPACED:
        return Verdict(False, f"Textebene verworfen: {found.spaced:.0%} der Buchstaben stehen einzeln")
    if found.vowels is not None and not VOWELS[0] <= found.vowels <= VOWELS[1]:
        return Verdict(False, f"Textebene verworfen: {found.vowels:.0%} Vokale, falsche Zeichenzuordnung")
    if found.lying > MAX_LYING:
        return Verdict(False, "Textebene verworfen: die Schrift läuft nicht waagerecht")
    if images.share >= FULL_PAGE:
        if found.invisible > MAX_INVISIBLE:
            return Verdict(
                False, "Textebene verworfen: unsichtbarer Text über ganzseitigem Bild (fremde Texterkennung)"
            )
        if images.hides_text:
            return Verdict(False, "Textebene verworfen: Text liegt unter ganzseitigem Bild")
        return Verdict(
            False, "Textebene verworfen: ganzseitiges Bild, der sichtbare Text ist nur ein Teil der Seite"
        )
    if found.characters >= 20 and found.letters < MIN_LETTER_SHARE:
        return Verdict(False, f"Textebene verworfen: nur {found.letters:.0%} Buchstaben")
    if found.invisible > MAX_INVISIBLE:
        return Verdict(False, "Textebene verworfen: Text ist unsichtbar")
    return Verdict(True, f"Textebene: {found.characters} Zeichen, {found.words} Wörter")


def words_of(layer: Layer) -> tuple[Word, ...]:
    """The layer's words as plain text (NFC, no ligatures, no soft hyphens) with size and weight."""
    words = []
    for item in layer.words:
        text = plain_text(item["text"])
        if NAMELESS.match(text) or _is_symbol(text, item["chars"]):
            text = "•" if _opens_line(item, layer.words) else "\ufffd"
        if not text:
            continue
        box = box_of(item)
        size, bold = _type_of(item["chars"])
        if box[2] - box[0] < MIN_WIDTH * size:
            box = (box[0], box[1], box[0] + MIN_WIDTH * size, box[3])
        words.append(
            Word(
                text=text,
                bbox=box,
                spot=box,
                confidence=1.0,
                origin="text_layer",
                size=size,
                bold=bold,
                slant=round(angle_of(item["chars"][0]), 1),
            )
        )
    return with_drawn_bullets(words, layer.shapes)


def _is_symbol(text: str, chars: list[dict[str, Any]]) -> bool:
    letter = len(text) == 1 and (text.isalnum() or text == "§")
    return letter and SYMBOL_FONT.search(chars[0]["fontname"]) is not None


def _opens_line(item: dict[str, Any], words: list[dict[str, Any]]) -> bool:
    """Nothing stands close before the word on its line, and something follows."""
    middle, height = (item["top"] + item["bottom"]) / 2, item["bottom"] - item["top"]
    line = [other for other in words if other is not item and other["top"] < middle < other["bottom"]]
    before = any(0 <= item["x0"] - other["x1"] < BULLET_CLEARANCE * height for other in line)
    return not before and any(other["x0"] >= item["x1"] for other in line)


def plain_text(text: str) -> str:
    """NFC without ligatures; a soft hyphen at the end is printed and stays as "-", inside it is not."""
    text = unicodedata.normalize("NFC", text.translate(PLAIN))
    if text.endswith(SOFT_HYPHEN):
        text = text.rstrip(SOFT_HYPHEN) + "-"
    return text.replace(SOFT_HYPHEN, "").strip()


def _size_of(char: dict[str, Any]) -> float:
    """The font size; of writing that runs up or down pdfplumber has the width of a letter."""
    return float(char["x1"] - char["x0"] if is_lying(char) else char["size"])


def _type_of(chars: list[dict[str, Any]]) -> tuple[float, bool]:
    sizes = Counter(round(_size_of(char), 1) for char in chars)
    heavy = sum("bold" in char["fontname"].lower() or "black" in char["fontname"].lower() for char in chars)
    return sizes.most_common(1)[0][0], 2 * heavy > len(chars)
