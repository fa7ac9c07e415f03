"""What ships of a trained model: the weights and labels, without the words and figures of its training."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import spacy

from training.text import LABELS

# The vocabulary's strings are those of the training texts; the features are hashes and do not need them.
STRINGS = Path("vocab", "strings.json")
DESCRIPTION = "Persons, organisations and places in title and signature blocks of German agreements"


class NotTheSame(Exception):
    """The slim model does not find what the whole one finds."""


def slim(trained: Path, out: Path, version: str, samples: list[str]) -> None:
    """Write the model that ships to `out`. Raises NotTheSame if it reads one of `samples` differently."""
    whole = spacy.load(trained)
    about = {"name": "aktenlese_entities", "version": version, "description": DESCRIPTION}
    whole.meta.update(about, license="Apache-2.0", author="Aktenlese", performance={}, spacy_git_version="")
    shutil.rmtree(out, ignore_errors=True)
    whole.to_disk(out)
    (out / STRINGS).write_text(json.dumps(sorted(LABELS)), encoding="utf-8")
    kept = spacy.load(out)
    if [_found(kept, sample) for sample in samples] != [_found(spacy.load(trained), s) for s in samples]:
        raise NotTheSame


def _found(nlp: spacy.language.Language, text: str) -> list[tuple[int, int, str]]:
    return [(entity.start_char, entity.end_char, entity.label_) for entity in nlp(text).ents]
