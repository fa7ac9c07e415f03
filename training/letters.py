"""`python -m training.letters WHEEL STRIPS`: the model of the second engine, made of a published one.

PP-OCRv6 small reads 18,708 characters, most of them Chinese. What German print needs is kept: the last layer,
two fifths of the file, shrinks, and what no German page has can no longer be read. Characters of German print
that it lacks are added. Then it goes on learning, on strips that `training.strips` made.
"""

from __future__ import annotations

import argparse
import hashlib
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from training.characters import ADDED, is_german

OUT = Path(__file__).parent.parent / "models" / "letters"
SHA256 = "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
"""Of PP-OCRv6_rec_small.onnx as the wheel of rapidocr 3.10.0 has it."""
STEPS = 2700
"""In so many two learners see about half of 223,148 strips."""
CHARACTERS = "character"
"""The entry of the model's description that lists its characters, one a line. Before them comes the blank
that parts letters, after them the space."""
WEIGHTS, OFFSETS = "linear_8.w_0", "linear_8.b_0"
"""Of the last layer, a column for each character."""
WHEEL = "rapidocr/models/PP-OCRv6_rec_small.onnx"
LICENCES = (
    "rapidocr-3.10.0.dist-info/licenses/LICENSE",
    "rapidocr-3.10.0.dist-info/licenses/MODEL_LICENSES.md",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.letters", description=__doc__)
    parser.add_argument("wheel", type=Path, help="rapidocr-3.10.0-py3-none-any.whl")
    parser.add_argument("strips", type=Path, help="folder that training.strips filled")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--learners", type=int, default=2, help="at once, one a core")
    parser.add_argument("--out", type=Path, default=OUT, help="folder")
    wanted = parser.parse_args()
    from training.teaching import teach  # PyTorch, which only teaching needs

    with zipfile.ZipFile(wanted.wheel) as wheel:
        content = wheel.read(WHEEL)
        licences = [wheel.read(name) for name in LICENCES]
    if hashlib.sha256(content).hexdigest() != SHA256:
        parser.error("this is another model than the one that was measured (docs/letters.md)")
    model = onnx.load_from_string(content)
    keep_german(model)
    add_characters(model)
    wanted.out.mkdir(parents=True, exist_ok=True)
    target = wanted.out / "german.onnx"
    target.write_bytes(model.SerializeToString())
    teach(target, wanted.strips, wanted.steps, wanted.seed, wanted.learners)
    for name, licence in zip(LICENCES, licences, strict=True):
        (wanted.out / Path(name).name).write_bytes(licence)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def keep_german(model: onnx.ModelProto) -> None:
    """Take all characters from a model that do not stand in German print."""
    (listed,) = (entry for entry in model.metadata_props if entry.key == CHARACTERS)
    characters = listed.value.split("\n")
    kept = [place for place, char in enumerate(characters) if is_german(char)]
    columns = [0, *(place + 1 for place in kept), len(characters) + 1]
    for layer in model.graph.initializer:
        if layer.name in (WEIGHTS, OFFSETS):
            values = np.ascontiguousarray(numpy_helper.to_array(layer)[..., columns])
            layer.CopyFrom(numpy_helper.from_array(values, layer.name))
    listed.value = "\n".join(characters[place] for place in kept)
    (answer,) = model.graph.output
    width = answer.type.tensor_type.shape.dim[-1]
    width.Clear()
    width.dim_value = len(columns)
    del model.graph.value_info[:]


def add_characters(model: onnx.ModelProto) -> None:
    """Room for characters that the model does not know, each taken for what it looks most like at first."""
    (listed,) = (entry for entry in model.metadata_props if entry.key == CHARACTERS)
    characters = listed.value.split("\n")
    alike = [1 + characters.index(other) for other in ADDED.values()]
    for layer in model.graph.initializer:
        if layer.name in (WEIGHTS, OFFSETS):
            values = numpy_helper.to_array(layer)
            grown = np.concatenate([values[..., :-1], values[..., alike], values[..., -1:]], axis=-1)
            layer.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(grown), layer.name))
    listed.value = "\n".join([*characters, *ADDED])
    (answer,) = model.graph.output
    answer.type.tensor_type.shape.dim[-1].dim_value += len(ADDED)


if __name__ == "__main__":
    main()
