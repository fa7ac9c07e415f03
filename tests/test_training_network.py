"""A network as PyTorch teaches it; needs requirements-training.txt and requirements-teaching.txt."""

from __future__ import annotations

import random

import numpy as np
import pytest

from extract.scans.letters import MODEL

onnx = pytest.importorskip("onnx", reason="requirements-training.txt is not installed")
torch = pytest.importorskip("torch", reason="requirements-teaching.txt is not installed")

from training.network import Network, learns, write_back  # noqa: E402
from training.teaching import RATE, WIDTHS, lessons, rate_at  # noqa: E402


def test_it_answers_as_the_file_does() -> None:
    from onnxruntime import InferenceSession

    strips = np.random.default_rng(1).normal(size=(2, 3, 48, 96)).astype(np.float32)
    with torch.no_grad():
        ours = torch.softmax(Network(onnx.load(MODEL))(torch.from_numpy(strips)), -1).numpy()
    session = InferenceSession(MODEL, providers=["CPUExecutionProvider"])
    theirs = np.concatenate([session.run(None, {"x": strip[None]})[0] for strip in strips])
    assert ours == pytest.approx(theirs, abs=1e-4)


def test_what_it_learned_goes_back_into_the_file_and_nothing_else() -> None:
    model, before = onnx.load(MODEL), onnx.load(MODEL)
    network = Network(model)
    write_back({name: values + 1 for name, values in network.weights.items()}, model)
    pairs = list(zip(before.graph.initializer, model.graph.initializer, strict=True))
    changed = {old.name for old, new in pairs if old != new}
    assert changed == set(network.weights) == {old.name for old, _ in pairs if learns(old)}
    assert 0.99 < sum(values.numel() for values in network.weights.values()) / 3_000_000 < 1.1


def test_strips_of_one_width_are_learned_together_and_dense_ones_left_out() -> None:
    strip = np.full((48, 100), 255, np.uint8)
    letters = {char: number for number, char in enumerate("abc", 1)}
    strips = [(strip, "abc")] * 80 + [(strip, "abcabcabcabcabc"), (strip, "aaaaaaaaaa"), (strip, "axb")]
    told = list(lessons(strips, letters, random.Random(1)))
    assert told
    for pictures, said in told:
        assert pictures.shape[0] == len(said)
        assert pictures.shape[3] in WIDTHS
        assert all(text == [1, 2, 3] for text in said)


def test_the_rate_rises_and_falls() -> None:
    rates = [rate_at(step, 1000) for step in (1, 200, 600, 1000)]
    assert rates[0] < rates[3] < rates[2] < rates[1] <= RATE
