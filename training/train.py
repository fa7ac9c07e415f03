"""The recipe: corpora and invented blocks, augmented, into spaCy's own training."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.util import load_config

from training.augment import augmented, damaged
from training.blocks import held_out, invented
from training.corpus import DEV, TRAIN, read_texts, write_texts
from training.stock import Stock
from training.text import Text

CONFIG = Path(__file__).parent / "config.cfg"
SEED = 42
BLOCKS = 12_000
# Of the stock of names and places, kept back for blocks that are only measured.
HELD_BACK = 0.15
# Enough to choose the best step by, as heavy as the corpora's own development part.
DEV_BLOCKS = 200
MEASURED_BLOCKS = 1000


@dataclass(frozen=True, slots=True)
class Measured:
    """Held-out blocks: forms, names and places that the training has not seen; clean and damaged."""

    clean: tuple[Text, ...]
    noised: tuple[Text, ...]


def measured_blocks(stock: Stock, seed: int) -> Measured:
    _, unseen = stock.parted(HELD_BACK, seed)
    clean = tuple(held_out(unseen, MEASURED_BLOCKS, seed + 1))
    return Measured(clean, tuple(damaged(clean, seed + 2)))


def prepare(corpus: Path, stock: Stock, seed: int, work: Path, blocks: int = BLOCKS) -> tuple[Path, Path]:
    """The texts for training and for choosing the best step, as files in `work`. Raises CorpusMissing."""
    nlp = blank()
    seen, unseen = stock.parted(HELD_BACK, seed)
    texts = [*read_texts(corpus / TRAIN, nlp), *invented(seen, blocks, seed)]
    train, dev = work / "train.spacy", work / "dev.spacy"
    counts = write_texts(augmented(texts, seed), train, nlp)
    chosen = list(invented(unseen, DEV_BLOCKS, seed + 3))
    write_texts([*read_texts(corpus / DEV, nlp), *chosen, *damaged(chosen, seed + 4)], dev, nlp)
    print("{:,} texts to train on, {:,} left out".format(*counts))
    return train, dev


def train(train_file: Path, dev_file: Path, out: Path, seed: int, steps: int | None = None) -> Path:
    """The best model of the training, below `out`."""
    overrides = {"paths.train": str(train_file), "paths.dev": str(dev_file), "system.seed": seed}
    if steps is not None:
        overrides |= {"training.max_steps": steps}
    spacy_train(CONFIG, out, overrides=overrides)
    return out / "model-best"


def blank() -> Language:
    return spacy.blank("de")


def steps_of() -> int:
    return int(load_config(CONFIG, interpolate=False)["training"]["max_steps"])
