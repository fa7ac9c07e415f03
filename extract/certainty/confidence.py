"""How certain a value is, when more than one witness speaks for it."""

from __future__ import annotations

from typing import Any, TypeVar

from models.agreement import Party, Project
from models.values import Extracted, T

AnyExtracted = TypeVar("AnyExtracted", bound=Extracted[Any])
Named = TypeVar("Named", Party, Project)

# A reading that equals a known name to the letter is almost never wrong, however faint the print.
EXACT_MATCH = 0.995
# Share of the doubt that remains when the whole name is in a list.
REMAINING_DOUBT = 0.2
# A scanned name that is in no list, or in none with these letters, has nothing but the ink to speak for it.
UNCONFIRMED = 0.75
# A value that could only be read by repairing the print is never more certain than this.
REPAIRED = 0.5


def weighed(extracted: Extracted[T], score: float) -> Extracted[T]:
    """The value with its likeness to known names (0..1) as second witness.

    A name of the text layer stands as it is printed; a scanned one that no list confirms is doubted.
    """
    confidence = extracted.provenance.confidence
    if score >= EXACT_MATCH:
        return _with(extracted, 1 - (1 - confidence) * REMAINING_DOUBT)
    if extracted.provenance.origin == "ocr":
        return _with(extracted, min(confidence, UNCONFIRMED))
    return extracted


def repaired(extracted: AnyExtracted, exact: bool) -> AnyExtracted:
    """The value as it is if it was read exactly, else with little confidence."""
    return extracted if exact else _with(extracted, min(extracted.provenance.confidence, REPAIRED))


def doubted(extracted: AnyExtracted) -> AnyExtracted:
    """The value as it is, below what is delivered unseen: only one weak sign says what it is."""
    return _with(extracted, min(extracted.provenance.confidence, UNCONFIRMED))


def with_repaired_name(named: Named) -> Named:
    return named.model_copy(update={"name": repaired(named.name, exact=False)})


def with_doubted_name(named: Named) -> Named:
    return named.model_copy(update={"name": doubted(named.name)})


def renamed(named: Named, name: str) -> Named:
    """The same with another name, as sure as the one it had."""
    return named.model_copy(update={"name": named.name.model_copy(update={"value": name})})


def heard(extracted: Extracted[T], rules: bool, model: bool) -> Extracted[T]:
    """A name with what two witnesses say, of which one at least sees a name: the rules of how names are
    written and where they stand, and the entity model. Agreement does not raise it: of 272 scanned names of
    the development archives on which both agreed, 34 had a wrong letter.
    """
    if rules and model:
        return extracted
    return _with(extracted, min(extracted.provenance.confidence, UNCONFIRMED if rules else REPAIRED))


def _with(extracted: AnyExtracted, confidence: float) -> AnyExtracted:
    provenance = extracted.provenance.model_copy(update={"confidence": round(confidence, 4)})
    return extracted.model_copy(update={"provenance": provenance})
