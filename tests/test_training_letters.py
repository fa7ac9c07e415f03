"""The second engine's model is a published one without the characters that German print does not have."""

from __future__ import annotations

import string
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.scans import letters
from training.characters import is_german, is_known

FOREIGN = "的中あαжع"


@pytest.mark.parametrize("char", [*string.printable[:94], *"ÄÖÜäöüß§€éčšłÇ–•☒"])
def test_what_stands_in_german_print_is_kept(char: str) -> None:
    assert is_german(char)


@pytest.mark.parametrize("char", [*FOREIGN, *"ıſ¨´", "", "ch", "\n"])
def test_what_does_not_is_left_out(char: str) -> None:
    assert not is_german(char)


@given(st.characters(min_codepoint=0x180, categories=["L"]))
def test_no_letter_of_another_script_is_kept(char: str) -> None:
    assert not is_german(char)


def test_the_model_in_use_knows_what_is_kept_and_nothing_else() -> None:
    # Before the characters comes the blank that parts letters, after them the space.
    listed = letters._network().characters[1:-1]
    assert [char for char in listed if not is_known(char)] == []
    assert set(string.ascii_letters + string.digits + "ÄÖÜäöüß§€„‚") <= set(listed)


def test_the_columns_of_the_last_layer_stay_with_their_characters() -> None:
    onnx = pytest.importorskip("onnx", reason="requirements-training.txt is not installed")
    from training.letters import keep_german

    known = [*"a的ßж9"]
    model = last_layer(onnx, known)
    keep_german(model)
    (listed,) = (entry.value for entry in model.metadata_props if entry.key == "character")
    assert listed.split("\n") == [*"aß9"]
    layers = {one.name: onnx.numpy_helper.to_array(one) for one in model.graph.initializer}
    # A column holds its own number: the blank, the three characters, the space.
    assert layers["linear_8.w_0"].tolist() == [[0, 1, 3, 5, 6]] * 2
    assert layers["linear_8.b_0"].tolist() == [0, 1, 3, 5, 6]
    assert layers["other"].shape == (2, len(known) + 2)
    assert model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value == 5
    onnx.checker.check_model(model)


def test_added_characters_begin_as_what_they_look_like() -> None:
    onnx = pytest.importorskip("onnx", reason="requirements-training.txt is not installed")
    from training.letters import add_characters

    known = [*"a”,<>"]
    model = last_layer(onnx, known)
    add_characters(model)
    (listed,) = (entry.value for entry in model.metadata_props if entry.key == "character")
    assert listed.split("\n") == [*known, *"„‚‹›"]
    layers = {one.name: onnx.numpy_helper.to_array(one) for one in model.graph.initializer}
    # The columns of ” , < and > once more, before that of the space.
    assert layers["linear_8.b_0"].tolist() == [0, 1, 2, 3, 4, 5, 2, 3, 4, 5, 6]
    assert model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value == 11


def last_layer(onnx: Any, known: list[str]) -> Any:
    """A model of one layer, which has a column for each character, named as in the published one."""
    width = len(known) + 2
    columns = np.tile(np.arange(width, dtype=np.float32), (2, 1))
    weights = {"linear_8.w_0": columns, "linear_8.b_0": columns[0], "other": columns}
    number = onnx.TensorProto.FLOAT
    graph = onnx.helper.make_graph(
        [
            onnx.helper.make_node("MatMul", ["x", "linear_8.w_0"], ["sum"]),
            onnx.helper.make_node("Add", ["sum", "linear_8.b_0"], ["y"]),
        ],
        "last",
        [onnx.helper.make_tensor_value_info("x", number, [None, 2])],
        [onnx.helper.make_tensor_value_info("y", number, [None, width])],
        [onnx.numpy_helper.from_array(values, name) for name, values in weights.items()],
    )
    model = onnx.helper.make_model(graph)
    onnx.helper.set_model_props(model, {"character": "\n".join(known)})
    return model
