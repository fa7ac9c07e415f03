"""`python -m training --corpus DIR`: train the entity model that ships, measure it, write its card."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import spacy

from training.blocks import templates
from training.card import table, write_card
from training.corpus import TESTS, CorpusMissing, read_texts
from training.measure import Result, measured
from training.names import gather
from training.noise import in_capitals
from training.slim import slim
from training.train import BLOCKS, DEV_BLOCKS, SEED, Measured, blank, measured_blocks, prepare, steps_of
from training.train import train as trained

ROOT = Path(__file__).parent.parent
VERSION = "1.0.0"
MEGABYTE = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="train.spacy, dev.spacy, test_*.spacy")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / "entities")
    parser.add_argument("--card", type=Path, default=ROOT / "docs" / "entities.md")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--blocks", type=int, default=BLOCKS, help="invented blocks to train on")
    parser.add_argument("--steps", type=int, help="end earlier: to try things out")
    wanted = parser.parse_args()
    stock = gather(wanted.seed)
    blocks = measured_blocks(stock, wanted.seed)
    try:
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            files = prepare(wanted.corpus, stock, wanted.seed, work, wanted.blocks)
            best = trained(*files, work / "trained", wanted.seed, wanted.steps)
            slim(best, wanted.out, VERSION, [text.text for text in blocks.clean[: len(templates().held_out)]])
    except CorpusMissing as error:
        parser.error(str(error))
    results = measure(wanted.out, wanted.corpus, blocks)
    size = sum(file.stat().st_size for file in wanted.out.rglob("*") if file.is_file())
    facts = {
        "version": VERSION,
        "size": f"{size / MEGABYTE:.1f}",
        "blocks": f"{wanted.blocks:,}",
        "dev_blocks": str(DEV_BLOCKS),
        "steps": f"{wanted.steps or steps_of():,}",
        "seed": str(wanted.seed),
    }
    write_card(wanted.card, results, facts)
    print(table(results))


def measure(model: Path, corpus: Path, blocks: Measured) -> list[Result]:
    """The model on each test file of the corpora and on the blocks it has not seen."""
    nlp = spacy.load(model)
    return [
        measured("held-out blocks, clean", blocks.clean, nlp),
        measured("held-out blocks, damaged", blocks.noised, nlp),
        measured("held-out blocks, in capitals", [in_capitals(text) for text in blocks.clean], nlp),
        *(
            measured(path.stem.removeprefix("test_"), read_texts(path, blank()), nlp)
            for path in sorted(corpus.glob(TESTS))
        ),
    ]


if __name__ == "__main__":
    main()
