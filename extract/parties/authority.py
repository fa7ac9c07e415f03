"""The authority that issues the Bescheid."""

from __future__ import annotations

import re

from extract.certainty.confidence import repaired, weighed
from extract.language.language import MENTIONS, language_of, read_text
from extract.layout.near_names import near_mention
from extract.layout.understand import Mention, Reading
from extract.parties.issuing import issuing_office
from extract.parties.programmes import in_cells
from models.values import Extracted

ISSUES = re.compile(r"Bescheid|bewillig|erlass|erlässt|Bewilligungsbehörde|Antrag", re.IGNORECASE)


def find_authority(reading: Reading) -> Extracted[str] | None:
    """The office that issues the Bescheid: the one named beside it, else the first one named."""
    mentions = reading.mentioned("authority")
    reference, score = reading.reference, 1.0
    if not mentions and (
        near := near_mention(reading, "authority", reference.authorities, reference.match_authority)
    ):
        mentions, score = [near[0]], near[1]
    if not mentions:
        named = in_cells(reading, "authority", reference.authorities, reference.match_authority)
        return next(named, None) or issuing_office(reading) or _authority_above_signatures(reading)

    def beside_bescheid(mention: Mention) -> bool:
        start, end = reading.sentence_at(mention.start)
        return bool(ISSUES.search(reading.text[start:end]))

    best = next(filter(beside_bescheid, mentions), mentions[0])
    entry = next(entry for entry in reference.authorities if entry.key == best.key)
    return weighed(reading.passage.extract(best.start, best.end, entry.name), score)


def _authority_above_signatures(reading: Reading) -> Extracted[str] | None:
    """An authority behind its label that was taken for a part of the signatures, with little certainty."""
    names = {entry.key: entry.name for entry in reading.reference.authorities}
    for line in reading.layout.signature_lines:
        passage = line.passage
        doc = read_text(language_of(reading.reference), passage.text)
        for span in doc.spans[MENTIONS]:
            if span.label_ == "authority" and passage.text[: span.start_char].rstrip().endswith(":"):
                found = passage.extract(span.start_char, span.end_char, names[span.kb_id_])
                return repaired(found, exact=False)
    return None
