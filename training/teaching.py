"""The second engine learns German print: the published network goes on learning, on strips of `strips`."""

from __future__ import annotations

import math
import os
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import torch
import torch.distributed
from torch.nn import functional

from training.network import Network, write_back
from training.wear import worn

STEP = 8
"""Pixels of a strip for which the network gives one answer."""
WIDTHS = (32, 48, 64, 80, 96, 128, 160, 192, 240, 288, 352, 432, 512, 640, 768, 960, 1280)
"""Pixels: strips as wide as one of these are learned from together, others with white behind them. Each width
is a calculation of its own that is made once."""
AT_ONCE, FEWEST = 5120, 4
"""Pixels of strips, end to end, that are learned from together, and how many strips at least."""
RATE, LAST, WARM, DECAY = 1e-4, 0.02, 200, 0.01
"""With three times this rate it forgot more than it learned: its norms are part of its weights."""
STEEPEST = 2.0
SMOOTH = 0.998
"""Share of what was learned before in the mean over the last steps, which is what is kept."""
ROOM = 0.95
"""Letters per answer at most: what lies denser cannot be told."""
MEET, TOLD = 20, 100
"""Steps after which learners share what they learned, and after which they tell of it."""

Strip = npt.NDArray[np.uint8]
Lesson = tuple[torch.Tensor, list[list[int]]]


def teach(model: Path, strips: Path, steps: int, seed: int, learners: int) -> None:
    """Let a network go on learning: so many learners at once, each from strips of its own."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "20000")
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT="29511")
    torch.multiprocessing.spawn(_learn, (learners, model, strips, steps, seed), nprocs=learners)


def _learn(learner: int, learners: int, file: Path, folder: Path, steps: int, seed: int) -> None:
    torch.set_num_threads(1)
    torch.distributed.init_process_group("gloo", rank=learner, world_size=learners)
    torch.manual_seed(seed)
    model = onnx.load(file)
    (listed,) = (entry.value for entry in model.metadata_props if entry.key == "character")
    letters = {char: number for number, char in enumerate([*listed.split("\n"), " "], 1)}
    strips = load_strips(sorted(folder.glob("*.npz"))[learner::learners])
    network = Network(model)
    kept = {name: values.detach().clone() for name, values in network.weights.items()}
    teacher = torch.optim.AdamW([*network.weights.values()], RATE, weight_decay=DECAY)
    heard = 0.0
    for step, (pictures, said) in zip(
        range(1, steps + 1), _lessons(strips, letters, seed + learner), strict=False
    ):
        for group in teacher.param_groups:
            group["lr"] = rate_at(step, steps)
        loss = _loss(network(pictures), said)
        teacher.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.weights.values(), STEEPEST)
        teacher.step()
        heard += loss.item()
        if step % MEET == 0 or step == steps:
            _share(network, learners)
        smooth = min(SMOOTH, step / (step + 10))
        with torch.no_grad():
            for name, values in network.weights.items():
                kept[name].mul_(smooth).add_(values, alpha=1 - smooth)
        if step % TOLD == 0:
            print(f"learner {learner}, step {step}: loss {heard / TOLD:.4f}", flush=True)
            heard = 0.0
    if learner == 0:
        write_back(kept, model)
        file.write_bytes(model.SerializeToString())
    torch.distributed.destroy_process_group()


def rate_at(step: int, steps: int) -> float:
    """It rises at first, and falls to a fiftieth at the end."""
    return RATE * min(1.0, step / WARM) * (LAST + (1 - LAST) * (1 + math.cos(math.pi * step / steps)) / 2)


def _loss(answers: torch.Tensor, said: list[list[int]]) -> torch.Tensor:
    steps = answers.log_softmax(-1).permute(1, 0, 2)
    letters = torch.tensor([letter for text in said for letter in text])
    lengths = torch.tensor([len(text) for text in said])
    return functional.ctc_loss(
        steps, letters, torch.full((len(said),), steps.shape[0]), lengths, zero_infinity=True
    )


def _share(network: Network, learners: int) -> None:
    """What all have learned, on the mean."""
    with torch.no_grad():
        for values in network.weights.values():
            torch.distributed.all_reduce(values)
            values /= learners


def load_strips(files: Sequence[Path]) -> list[tuple[Strip, str]]:
    strips = []
    for file in files:
        with np.load(file) as page:
            ends = np.cumsum(page["widths"])[:-1]
            strips += list(zip(np.split(page["pixels"], ends, axis=1), map(str, page["texts"]), strict=True))
    return strips


def _lessons(strips: Sequence[tuple[Strip, str]], letters: dict[str, int], seed: int) -> Iterator[Lesson]:
    """All strips by chance, those of one width together, over and over."""
    rng = random.Random(seed)
    while True:
        yield from lessons(rng.sample(strips, len(strips)), letters, rng)


def lessons(
    strips: Sequence[tuple[Strip, str]], letters: dict[str, int], rng: random.Random
) -> Iterator[Lesson]:
    """Strips in order, those of one width together; without those that say what cannot be told."""
    open_: dict[int, list[tuple[Strip, list[int]]]] = defaultdict(list)
    for picture, text in strips:
        printed = round(picture.shape[1] * rng.uniform(0.93, 1.08))
        width = next((width for width in WIDTHS if width >= printed), WIDTHS[-1])
        printed = min(printed, width)
        said = [letters[char] for char in text if char in letters]
        needed = len(said) + sum(one == other for one, other in pairwise(said))
        if len(said) < len(text) or needed > ROOM * printed / STEP:
            continue
        group = open_[width]
        group.append((_fitted(worn(picture, rng), printed, width), said))
        if len(group) >= max(FEWEST, AT_ONCE // width):
            pictures = torch.from_numpy(np.stack([strip for strip, _ in group])[:, None].astype(np.float32))
            yield (pictures / 127.5 - 1).expand(-1, 3, -1, -1), [said for _, said in group]
            open_[width] = []


def _fitted(picture: Strip, printed: int, width: int) -> Strip:
    """A strip pressed or drawn out to so many pixels, and white behind it."""
    strip = cv2.resize(picture, (printed, picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(
        cv2.copyMakeBorder(strip, 0, 0, 0, width - printed, cv2.BORDER_CONSTANT, value=255), np.uint8
    )
