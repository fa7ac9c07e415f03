"""`python -m training.projects`: learn what names of projects look like, and what stands around them.

From made agreements of all layouts that may be learned from, from the papers and from pages of projects
(pages/), all digital. It says how well it hears what authors wrote that it has not learned from.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from models.projects import BUCKETS, ModelName, TraitModel
from samples.fonts import DEV_FAMILIES
from samples.make import Order, make
from samples.scenario import BUDGET_FORMS, Listing, Wishes
from samples.wordings import DEV_TEMPLATES
from training.named import Sample, Taught, taught_by

OUT = Path(__file__).parent.parent / "models" / "projects"
PAPERS = Path(__file__).parent.parent / "samples" / "papers"
PAGES = Path(__file__).parent / "pages"
OF_A_LAYOUT, SEED = 4, 2026
STRENGTH = 0.5
"""The inverse of the regularisation: of 0.1 and 0.5, at which more places of other authors are found."""
PAPER_WEIGHT = 3.0
"""What one made by another author counts: the made agreements are more, and of one scenario."""
MODELS: tuple[ModelName, ...] = ("titles", "places", "starts", "ends")
SURE = (0.5, 0.67, 0.8)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.projects", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aktenlese-") as folder:
        made = [_made(Path(folder), layout, copy) for layout in DEV_TEMPLATES for copy in range(OF_A_LAYOUT)]
        files = [*made, *sorted(PAPERS.glob("*.pdf")), *sorted(PAGES.glob("*.pdf"))]
        with ProcessPoolExecutor() as workers:
            taught = list(workers.map(taught_by, files, chunksize=8))
    for author in sorted({one.author for one in taught} - {""}):
        others = [one for one in taught if one.author != author]
        theirs = [one for one in taught if one.author == author]
        for name in MODELS:
            told = _told(learned(name, others), [one for each in theirs for one in each.samples[name]])
            print(f"{author} {name}, learned from the others: {told}")
    for name in MODELS:
        weights = learned(name, taught).weights.astype(np.float16)
        np.savez_compressed(wanted.out / f"{name}.npz", weights=weights)


def learned(name: ModelName, taught: Sequence[Taught]) -> TraitModel:
    samples = [one for each in taught for one in each.samples[name]]
    weights = [PAPER_WEIGHT if each.author else 1.0 for each in taught for _ in each.samples[name]]
    estimator = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0)
    estimator.fit(_matrix(samples), [true for _, true in samples], sample_weight=weights)
    return TraitModel(np.append(estimator.coef_[0], estimator.intercept_[0]).astype(np.float32))


def _made(folder: Path, layout: str, copy: int) -> Path:
    listing: Listing = "list" if copy % 2 else "table"
    wishes = Wishes(template=layout, budget=BUDGET_FORMS[copy % len(BUDGET_FORMS)], listing=listing)
    family = DEV_FAMILIES[copy % len(DEV_FAMILIES)]
    name = f"{layout}_{copy}"
    make(Order(name=name, seed=SEED, wishes=wishes, family=family)).write(folder)
    return folder / f"{name}.pdf"


def _told(model: TraitModel, samples: Sequence[Sample]) -> str:
    """Which share of what is heard is true, and which of what is true is heard."""
    shares = np.array([model.share(buckets) for buckets, _ in samples])
    true = np.array([true for _, true in samples])
    heard = [(sure, shares >= sure) for sure in SURE]
    return ", ".join(f"at {sure} {true[at].mean():.2f} / {at[true].mean():.2f}" for sure, at in heard)


def _matrix(samples: Sequence[Sample]) -> csr_matrix:
    ends = np.cumsum([0, *(len(buckets) for buckets, _ in samples)])
    rows = np.concatenate([buckets for buckets, _ in samples])
    return csr_matrix((np.ones(ends[-1]), rows, ends), shape=(len(samples), BUCKETS))


if __name__ == "__main__":
    main()
