"""How certain a value is, when more than one witness speaks for it."""

from __future__ import annotations

from models.values import Extracted, T

# A reading that equals a known name to the letter is almost never wrong, however faint the print.
EXACT_MATCH = 0.995
# Share of the doubt that remains when the whole name is in a list.
REMAINING_DOUBT = 0.2


def confirmed(extracted: Extracted[T], score: float) -> Extracted[T]:
    """The value with a match score in known names (0..1) as second witness."""
    if score < EXACT_MATCH:
        return extracted
    doubt = (1 - extracted.provenance.confidence) * REMAINING_DOUBT
    provenance = extracted.provenance.model_copy(update={"confidence": round(1 - doubt, 4)})
    return extracted.model_copy(update={"provenance": provenance})


# A value that could only be read by repairing the print is never more certain than this.
REPAIRED_CONFIDENCE = 0.5


def repaired(extracted: Extracted[T], exact: bool) -> Extracted[T]:
    """The value as it is if it was read exactly, else with little confidence."""
    if exact or extracted.provenance.confidence <= REPAIRED_CONFIDENCE:
        return extracted
    provenance = extracted.provenance.model_copy(update={"confidence": REPAIRED_CONFIDENCE})
    return extracted.model_copy(update={"provenance": provenance})
