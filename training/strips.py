"""`python -m training.strips FONTS OUT`: strips of print as the second engine meets them, with what they say.

Pages are set in many typefaces, written and stamped on, scanned by the scanner of the samples in ways drawn
by chance, made ready by the program itself, and cut as it cuts them. The typefaces of the test split are not
among them, nor are its projects, people and sentences.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import cv2
import numpy as np

from extract.files.sheet import Grey, Picture
from extract.geometry import union
from extract.scans.letters import HEIGHT as STRIP
from extract.scans.rulings import from_image
from extract.scans.straighten import Frame, straighten
from models.values import BBox
from samples.scanner import Condition, Geometry, as_seen
from training.strip_pages import HEIGHT, WIDTH, Families, Said, printed_page, typefaces, written_on
from training.strip_texts import Texts, texts

READ_AT = 200
"""Pixels per inch at which the program renders pages."""
SEED_OF_TEXTS = 42
WIDEST, NARROWEST, LEAST = 1280, 12, 6
"""Pixels of a strip, and of a cutting, that are worth learning from."""
PALEST = 200
"""Brightness above which there is no ink in a strip."""
PIECES, OFTEN = (1, 2, 3, 5, 20), (52, 16, 12, 8, 12)
"""Words that are cut out together, and how often."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.strips", description=__doc__)
    parser.add_argument("fonts", type=Path, help="folder with typefaces (docs/letters.md)")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=1800)
    parser.add_argument("--seed", type=int, default=100_000, help="of the first page")
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    families = typefaces(wanted.fonts)
    if not families:
        parser.error(f"no typeface for German print in {wanted.fonts}")
    wanted.out.mkdir(parents=True, exist_ok=True)
    save = partial(_save_page, families, wanted.out)
    with ProcessPoolExecutor(wanted.jobs) as pool:
        made = sum(pool.map(save, range(wanted.seed, wanted.seed + wanted.pages)))
    print(f"{made} strips of {sum(map(len, families))} typefaces")


def _save_page(families: Families, out: Path, seed: int) -> int:
    strips = strips_of_page(families, _texts(), seed)
    if strips:
        pictures, said = zip(*strips, strict=True)
        widths = np.array([picture.shape[1] for picture in pictures])
        pixels = np.concatenate(pictures, axis=1)
        np.savez(out / f"{seed}.npz", pixels=pixels, widths=widths, texts=np.array(said))
    return len(strips)


@cache
def _texts() -> Texts:
    return texts(SEED_OF_TEXTS)


def strips_of_page(families: Families, own: Texts, seed: int) -> list[tuple[Grey, str]]:
    """The strips of one page; none if the program cannot tell how it lies."""
    rng = random.Random(seed)
    condition = some_condition(rng)
    scale = condition.dpi / 72
    page, lines = printed_page(families, own, scale, rng)
    page = written_on(page, lines, scale, rng)
    shift = (rng.uniform(-1, 1) * condition.shift, rng.uniform(-1, 1) * condition.shift)
    angle, curl = rng.uniform(-1, 1) * condition.skew, rng.uniform(0.5, 1) * condition.curl
    geometry = Geometry(WIDTH, HEIGHT, angle, shift, curl, condition.tilt)
    image = as_seen(page, geometry, condition, np.random.default_rng(seed))
    straight = straighten(Picture(_as_filed(image, condition), 72 / READ_AT, WIDTH, HEIGHT))
    if straight.frame.rotation:
        return []
    _, _, clean = from_image(straight.grey, straight.frame.points)
    return [strip for line in lines for strip in cut_line(clean, straight.frame, geometry, line, rng)]


def some_condition(rng: random.Random) -> Condition:
    """A way of scanning: from clean to hardly readable."""
    bilevel = rng.random() < 0.5
    return Condition(
        name="drawn",
        dpi=rng.choice((150, 150, 170, 200, 200, 200, 204, 250, 300, 300, 400)),
        mode="bilevel" if bilevel else "grey",
        quality=rng.randint(18, 80),
        skew=rng.choice((0.3, 0.8, 1.5, 2.5)),
        shift=rng.uniform(0, 8),
        curl=rng.choice((0, 0, 0, 2, 4, 7)),
        tilt=rng.choice((0, 0, 0, 0, 0.05)),
        lamp=rng.choice((0, 0, 0, 0.3)),
        noise=rng.uniform(6, 16) if bilevel else rng.uniform(2, 8),
        blur=rng.choice((0, 0, 0.1, 0.15, 0.2, 0.25)),
        specks=rng.choice((0, 20, 60, 120, 250, 350)),
        contrast=1.0 if bilevel else rng.choice((1.0, 1.0, 0.8, 0.55, 0.42)),
        fold=rng.random() < 0.1,
        bleed=rng.choice((0, 0, 0.08, 0.15)),
        fax_lines=bilevel and rng.random() < 0.4,
    )


def _as_filed(image: Grey, condition: Condition) -> Grey:
    """What the program renders of the image as it lies in a file."""
    if condition.mode == "grey":
        _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, condition.quality])
        image = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    if condition.dpi == READ_AT:
        return image
    size = (round(WIDTH * READ_AT / 72), round(HEIGHT * READ_AT / 72))
    way = cv2.INTER_AREA if condition.dpi > READ_AT else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, size, interpolation=way), np.uint8)


def cut_line(
    clean: Grey, frame: Frame, geometry: Geometry, line: Sequence[Said], rng: random.Random
) -> list[tuple[Grey, str]]:
    """A line in pieces of one word or several, each cut as the program cuts words and lines."""
    strips, start = [], 0
    while start < len(line):
        words = line[start : start + rng.choices(PIECES, OFTEN)[0]]
        start += len(words)
        box = union([on_picture(word.box, frame, geometry) for word in words])
        strip = _strip(_cutting(clean, box, words[0].size / frame.points, rng))
        if strip is not None:
            strips.append((strip, " ".join(word.text for word in words)))
    return strips


def _cutting(clean: Grey, box: BBox, em: float, rng: random.Random) -> Grey:
    """The spot with more or less around it: Tesseract's boxes are not exact, and lines are cut with room."""
    pad = rng.choice((0.05, 0.12, 0.12, 0.12, 0.2, 0.35)) * em
    side = rng.choice((1, 1, 1, 2, 0.3 * em))
    x0, x1 = box[0] - side + rng.uniform(-1.5, 1), box[2] + side + rng.uniform(-1, 1.5)
    top, bottom = box[1] - pad + rng.uniform(-1.5, 1.5), box[3] + pad + rng.uniform(-1.5, 1.5)
    return clean[max(0, round(top)) : max(0, round(bottom)), max(0, round(x0)) : max(0, round(x1))]


def _strip(cutting: Grey) -> Grey | None:
    """The cutting as the network reads it; None if there is nothing to learn from it."""
    high, wide = cutting.shape
    if min(high, wide) < LEAST or cutting.min() > PALEST:
        return None
    width = round(wide * STRIP / high)
    if not NARROWEST <= width <= WIDEST:
        return None
    way = cv2.INTER_AREA if high > STRIP else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(cutting, (width, STRIP), interpolation=way), np.uint8)


def on_picture(box: BBox, frame: Frame, geometry: Geometry) -> BBox:
    """A box of the page in pixels of the picture that was made ready: what `Frame.spot` does, undone."""
    x, y = geometry.forward(np.array([box[0], box[2]] * 2), np.array([box[1]] * 2 + [box[3]] * 2))
    angle = np.deg2rad(frame.skew)
    dx, dy = x - frame.width / 2, y - frame.height / 2
    across = dx * np.cos(angle) + dy * np.sin(angle)
    down = dy * np.cos(angle) - dx * np.sin(angle) + frame.bow * (2 * across / frame.width) ** 2
    px, py = across / frame.points + frame.pixels[0] / 2, down / frame.points + frame.pixels[1] / 2
    return float(px.min()), float(py.min()), float(px.max()), float(py.max())


if __name__ == "__main__":
    main()
