"""The words that say who acts for a party, and how it is called from then on, as scans have them, too."""

from __future__ import annotations

import re

ARTICLE = r"(?:dem|der|den|die|das)"
# As scans have it, too: "wertreter durch", "vertreten Uurch"; but "v. d. Höhe" says where a place lies.
BY_LETTERS = r"v\.\s?d\.(?!\s?(?:Höhe|H\.|Rhön))"
REPRESENTED_BY = rf"(?:\w{{0,2}}ertrete[nr]\W+\w{{0,2}}urch|{BY_LETTERS})"
REPRESENTED = re.compile(
    rf"{REPRESENTED_BY}\s+(?P<who>.+?)(?=\s*(?:[)(–—]|,?\s*(?:im\s+(?:Folgenden|Weiteren|Nachfolgenden)|nachfolgend|nachstehend|kurz\b)|$|\n\s*[-–(]))",
    re.IGNORECASE | re.DOTALL,
)
ORGAN = r"(?:Kreisausschuss|Magistrat|Gemeindevorstand|Vorstand)"
"""What acts for a body, and is none."""
# Who acts for a body and needs no other half, as "das Hessische" does.
ACTS_ALONE = rf"(?:{ORGAN}|Landr[aä]t(?:in)?|(?:Oberb|B)ürgermeister(?:in)?|Geschäftsführ(?:er(?:in)?|ung))"
UNFINISHED = re.compile(
    rf"{REPRESENTED_BY}(?:\s+(?:de[nm]|das|die))?(?:\s+(?!{ACTS_ALONE}$)[A-ZÄÖÜ][\w-]*)?$"
)
# "…, vertreten durch das Ministerium für …, nachfolgend …" right behind a name.
REPRESENTED_NEXT = re.compile(
    rf",?\s*(?:\([^)]*\)\s*)?,?\s*{REPRESENTED_BY}\s+(?P<who>.+?)"
    r"(?=\s*(?:[)(–—\n]|,?\s*(?:im\s+Folgenden|nachfolgend|nachstehend|kurz\b|und\s+(?:der|die|das)\b)|,\s|$))",
    re.IGNORECASE,
)
# "– Beteiligter zu 1 –", "– nachstehend „Land“ genannt –": how one is called from then on. Partner of another
# is what one is, too.
CALLED_ASIDE = (
    r"\s[–—-]\s[^–—\n]{0,60}?(?:Beteiligte|Partei|(?:geb|nehm)er|träger|empfänger|genannt|nachstehend"
    r"|Partner(?:in)?(?:\s+zu)?\s\d)"
    r"[^–—\n]{0,40}?\s[–—-]"
)
