"""What is known about the field: bodies, ministries, programmes, measure types, offices, authorities, kinds.

The knowledge lies in data files (`families/`), one folder per family of agreements. A further
family is a further folder, given to `Reference.load`.
"""

from models.reference.entries import (
    Authority,
    Body,
    BodyKind,
    Entry,
    Kind,
    MeasureType,
    Minister,
    Ministry,
    Office,
    OfficeBody,
    ProgrammeEntry,
)
from models.reference.matching import Match
from models.reference.reference import Reference, ReferenceDataError

__all__ = [
    "Authority",
    "Body",
    "BodyKind",
    "Entry",
    "Kind",
    "Match",
    "MeasureType",
    "Minister",
    "Ministry",
    "Office",
    "OfficeBody",
    "ProgrammeEntry",
    "Reference",
    "ReferenceDataError",
]
