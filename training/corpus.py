"""The corpora the user gives: spaCy DocBins with PER, ORG and LOC, and what is written from them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import DocBin

from training.text import Text, of_doc, to_doc

TRAIN, DEV = "train.spacy", "dev.spacy"
TESTS = "test_*.spacy"


class CorpusMissing(Exception):
    """The corpus folder lacks a file."""


def read_texts(path: Path, nlp: Language) -> list[Text]:
    """Raises CorpusMissing."""
    if not path.is_file():
        raise CorpusMissing(f"{path} is missing")
    return [of_doc(doc) for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]


def write_texts(texts: Iterable[Text], path: Path, nlp: Language) -> tuple[int, int]:
    """How many texts were written, and how many left out because an entity ends within a token."""
    written = DocBin()
    left_out = 0
    for text in texts:
        doc = to_doc(text, nlp)
        if doc is None:
            left_out += 1
        else:
            written.add(doc)
    path.write_bytes(written.to_bytes())
    return len(written), left_out
