"""`python -m training.roles`: learn from passages what dates and sums are for; say how often it is right.

`passages/dates_*.tsv` and `amounts_*.tsv` are learned from, each another author's; `held_out_*.tsv` are not.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from models.roles import BUCKETS, RoleModel, buckets_of
from training.passage import PASSAGES, Passage, read_passages, share_right

OUT = Path(__file__).parent.parent / "models" / "roles"
KINDS = ("dates", "amounts")
STRENGTH = 30.0
"""The inverse of the regularisation: from 5 to 50 the share that is right moves by a hundredth."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.roles", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder")
    wanted = parser.parse_args()
    for kind in KINDS:
        authors = {file.stem: read_passages(file) for file in sorted(PASSAGES.glob(f"{kind}_*.tsv"))}
        for name, passages in authors.items():
            others = [one for other, theirs in authors.items() if other != name for one in theirs]
            print(f"{name}, learned from the others: {share_right(learned(others), passages):.3f}")
        model = learned([one for passages in authors.values() for one in passages])
        save(model, wanted.out / f"{kind}.npz")
        held_out = read_passages(PASSAGES / f"held_out_{kind}.tsv")
        print(f"{kind} held out, learned from all: {share_right(model, held_out):.3f}")


def learned(passages: Sequence[Passage]) -> RoleModel:
    """One against the rest for each role, so that none of them may be likely."""
    estimator = OneVsRestClassifier(LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0))
    estimator.fit(_matrix(passages), [passage.role for passage in passages])
    columns = [np.append(one.coef_[0], one.intercept_[0]) for one in estimator.estimators_]
    return RoleModel(tuple(estimator.classes_.tolist()), np.stack(columns, axis=1).astype(np.float32))


def save(model: RoleModel, file: Path) -> None:
    np.savez_compressed(file, roles=np.array(model.roles), weights=model.weights.astype(np.float16))


def _matrix(passages: Sequence[Passage]) -> csr_matrix:
    rows = [buckets_of(passage.before, passage.behind) for passage in passages]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row))) for row in rows])
    return csr_matrix((values, np.concatenate(rows), ends), shape=(len(rows), BUCKETS))


if __name__ == "__main__":
    main()
