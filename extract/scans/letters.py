"""A second engine for strips of print: a small network, made and trained by others than Tesseract was.

It knows §, •, é and š beside the letters of German, but not „. What both read is right far more often than
what one alone is sure of (docs/letters.md).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from extract.errors import DependencyMissing, ran_out_of_memory
from extract.files.sheet import Grey
from models.system import pip_install

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = Path(str(files("models"))) / "letters" / "german.onnx"
MODEL_NAME, MODEL_ADVICE = "Modell für Buchstaben", "aktenlese neu installieren"
NO_TELEMETRY = {"ORT_DISABLE_TELEMETRY": "1"}
"""The runtime, left to itself, tells its maker of every session. It looks here when it is loaded."""
SILENT = 4
"""Of its own the runtime says nothing on the operator's terminal."""
HEIGHT = 48
"""Pixels to which a strip is scaled: the model reads no other height."""
WIDEST = 2400
"""Pixels that a strip scaled so has at most, a line across a page; what is wider is pressed together."""
NARROWEST = 16
STEP = 8
"""Pixels of a scaled strip for which the network gives one answer."""
BEFORE, BEHIND = 8, 16
"""Pixels of white that a scaled strip is given: a full stop at the very end is not seen. Without it 97.5 % of
the words of 20 good scans and 95.3 % of those of 20 poor ones were right, with it 99.2 and 97.4 %; with twice
as much 99.1 and 97.4 %."""
REMEMBERED = 256
"""Strips of which is kept what they say: those of some pages, 5 kB each."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a strip: where it begins and ends, as shares of the width, and how sure its least sure letter
    is."""

    text: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Strip:
    """What a strip of print says, word by word; not empty."""

    words: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        return min(word.confidence for word in self.words)


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely each letter is at each step along a strip (steps x letters); the first, "", parts them."""

    letters: tuple[str, ...]
    steps: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Network:
    session: InferenceSession
    characters: tuple[str, ...]


def read_strips(pictures: Sequence[Grey]) -> list[Strip | None]:
    """Read pictures of one line of print or less each; None where there is none. Raises DependencyMissing."""
    return [_read(picture.shape, picture.tobytes()) for picture in pictures]


def odds_of(picture: Grey) -> Odds:
    """What the network sees along a picture of one line of print. Raises DependencyMissing."""
    network = _network()
    return Odds(network.characters, _steps(network, picture))


def check_model() -> None:
    """Raises DependencyMissing where the engine or its model is missing or damaged."""
    _network()


def model_file() -> Path:
    """The file of the model. Raises DependencyMissing."""
    if not MODEL.is_file():
        raise DependencyMissing(MODEL_NAME, MODEL_ADVICE)
    return MODEL


@lru_cache(maxsize=1)
def _network() -> _Network:
    """Loaded once per process, when the first strip is read: 0.1 s. Raises DependencyMissing, MemoryError."""
    os.environ.update(NO_TELEMETRY)
    try:  # 0.1 s, and only who reads scans needs it
        from onnxruntime import InferenceSession, SessionOptions
        from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidProtobuf
    except ImportError as error:
        raise DependencyMissing("ONNX Runtime", pip_install("onnxruntime")) from error

    options = SessionOptions()
    options.log_severity_level = SILENT
    # Workers share the cores by document. Strips have all widths: memory kept for one is of no use to others.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = options.enable_cpu_mem_arena = False
    try:
        session = InferenceSession(model_file(), options, providers=["CPUExecutionProvider"])
    except (Fail, InvalidArgument, InvalidProtobuf) as error:
        if ran_out_of_memory(error):
            raise MemoryError from error
        raise DependencyMissing(f"ein lesbares {MODEL_NAME}", MODEL_ADVICE) from error
    listed = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    return _Network(session, ("", *listed, " "))


@lru_cache(maxsize=REMEMBERED)
def _read(shape: tuple[int, int], pixels: bytes) -> Strip | None:
    """Of the strips of a page one in twenty comes again, to the pixel."""
    picture: Grey = np.frombuffer(pixels, np.uint8).reshape(shape)
    if not picture.size:
        return None
    network = _network()
    width = _scaled_width(picture)
    steps = _steps(network, picture)
    best, sure = steps.argmax(axis=1), steps.max(axis=1)
    # A letter is told at several steps one after the other; the blank, 0, parts it from the next.
    first = (best != 0) & (best != np.append(0, best[:-1]))
    places = np.flatnonzero(first)
    words = [
        Piece(
            text="".join(network.characters[best[place]] for place in word),
            start=max(0.0, (word[0] * STEP - BEFORE) / width),
            end=min(1.0, ((word[-1] + 1) * STEP - BEFORE) / width),
            confidence=float(sure[word].min()),
        )
        for word in np.split(places, np.flatnonzero(best[places] == len(network.characters) - 1))
        for word in [word[best[word] != len(network.characters) - 1]]
        if len(word)
    ]
    return Strip(tuple(words)) if words else None


def _scaled_width(picture: Grey) -> int:
    high, wide = picture.shape
    width: int = round(wide * HEIGHT / high)
    return min(WIDEST, max(NARROWEST, width))


def _steps(network: _Network, picture: Grey) -> npt.NDArray[np.float32]:
    way = cv2.INTER_AREA if picture.shape[0] > HEIGHT else cv2.INTER_CUBIC
    scaled = cv2.resize(picture, (_scaled_width(picture), HEIGHT), interpolation=way)
    framed = cv2.copyMakeBorder(scaled, 0, 0, BEFORE, BEHIND, cv2.BORDER_CONSTANT, value=255)
    strip = framed.astype(np.float32) / 127.5 - 1
    (answer,) = network.session.run(None, {"x": np.repeat(strip[None, None], 3, axis=1)})
    steps: npt.NDArray[np.float32] = np.asarray(answer, dtype=np.float32)[0]
    return steps
