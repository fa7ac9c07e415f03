"""A network of the ONNX format as one that PyTorch can teach: the same sums, its weights as parameters.

What it has learned is written back into the file it came from; nothing is converted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

Told = dict[str, Any]
Operator = Callable[[Sequence[Any], Told], Any]


@dataclass(frozen=True, slots=True)
class Node:
    """One sum of a network."""

    kind: str
    given: tuple[str, ...]
    told: Told
    result: str


class Network:
    """A network as its file has it, up to what goes into the last softmax."""

    def __init__(self, model: onnx.ModelProto) -> None:
        *before, last = model.graph.node
        if last.op_type != "Softmax":
            raise ValueError("the network does not end in a softmax")
        self._nodes = _fused(before)
        self._start, self._end = model.graph.input[0].name, last.input[0]
        self._fixed: dict[str, torch.Tensor] = {}
        self.weights: dict[str, torch.Tensor] = {}
        for entry in model.graph.initializer:
            values = torch.from_numpy(numpy_helper.to_array(entry).copy())
            if learns(entry):
                self.weights[entry.name] = values.requires_grad_()
            else:
                self._fixed[entry.name] = values

    def __call__(self, strips: torch.Tensor) -> torch.Tensor:
        """Strips x steps x letters, before the softmax."""
        known: dict[str, Any] = {self._start: strips, **self._fixed, **self.weights}
        for node in self._nodes:
            known[node.result] = OPERATORS[node.kind]([known[name] for name in node.given], node.told)
        result: torch.Tensor = known[self._end]
        return result


GELU = ["Div", "Erf", "Add", "Mul", "Mul"]


def _fused(nodes: Sequence[onnx.NodeProto]) -> list[Node]:
    """The sums of a network, those that PyTorch knows as one in one."""
    fused: list[Node] = []
    place = 0
    while place < len(nodes):
        node = nodes[place]
        following = [other.op_type for other in nodes[place : place + len(GELU)]]
        told = {entry.name: onnx.helper.get_attribute_value(entry) for entry in node.attribute}
        given, last, kind = tuple(node.input), node, node.op_type
        if following == GELU:
            given, last, kind = given[:1], nodes[place + len(GELU) - 1], "Gelu"
            place += len(GELU) - 1
        elif (
            following[:2] == ["Conv", "Add"]
            and len(given) == 2
            and nodes[place + 1].input[0] == node.output[0]
        ):
            given, last = (*given, nodes[place + 1].input[1]), nodes[place + 1]
            place += 1
        fused.append(Node(kind, given, told, last.output[0]))
        place += 1
    return fused


def write_back(learned: Mapping[str, torch.Tensor], model: onnx.ModelProto) -> None:
    """What a network has learned, under the names of `Network.weights`, takes its place in the model."""
    for entry in model.graph.initializer:
        if learns(entry):
            values = learned[entry.name].detach().numpy()
            entry.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(values), entry.name))


def learns(entry: onnx.TensorProto) -> bool:
    """Weights of layers do; what a norm was measured to be, and constants, do not."""
    name = entry.name
    measured = name.endswith((".w_1", ".w_2"))
    constant = name.startswith("helper.") or "full" in name or not entry.dims
    return entry.data_type == onnx.TensorProto.FLOAT and not (measured or constant)


def _same(strips: torch.Tensor, kernel: Sequence[int]) -> torch.Tensor:
    """Padded below and at the right so that a kernel of stride 1 keeps its size."""
    return functional.pad(strips, (0, kernel[1] - 1, 0, kernel[0] - 1))


def _conv(given: Sequence[Any], told: Told) -> torch.Tensor:
    strips, weights, *offsets = given
    if told.get("auto_pad") == b"SAME_UPPER":
        strips, pads = _same(strips, told["kernel_shape"]), [0, 0]
    else:
        pads = list(told["pads"][:2])
        if told["pads"][:2] != told["pads"][2:]:
            raise ValueError("pads differ")
    return functional.conv2d(
        strips,
        weights,
        offsets[0].flatten() if offsets else None,
        told["strides"],
        pads,
        told["dilations"],
        told["group"],
    )


def _norm(given: Sequence[Any], told: Told) -> torch.Tensor:
    strips, scale, offset, mean, spread = given
    return functional.batch_norm(strips, mean, spread, scale, offset, False, 0.0, told["epsilon"])


def _slice(given: Sequence[Any], told: Told) -> Any:
    values, starts, ends, *rest = given
    axes = rest[0].tolist() if rest else list(range(len(starts)))
    for axis, start, end in zip(
        axes, torch.as_tensor(starts).tolist(), torch.as_tensor(ends).tolist(), strict=True
    ):
        size = values.shape[axis]
        first, last = (start if start >= 0 else size + start), min(end if end >= 0 else size + end, size)
        values = values.narrow(axis, first, last - first)
    return values


def _squeeze(given: Sequence[Any], told: Told) -> Any:
    values = given[0]
    for axis in sorted(told["axes"], reverse=True):
        values = values.squeeze(axis)
    return values


def _unsqueeze(given: Sequence[Any], told: Told) -> Any:
    values = given[0]
    for axis in told["axes"]:
        values = values.unsqueeze(axis)
    return values


def _reshape(given: Sequence[Any], told: Told) -> torch.Tensor:
    values, shape = given[0], given[1].tolist()
    return values.reshape([values.shape[axis] if side == 0 else side for axis, side in enumerate(shape)])


OPERATORS: dict[str, Operator] = {
    "Identity": lambda given, told: given[0],
    "Add": lambda given, told: given[0] + given[1],
    "Sub": lambda given, told: given[0] - given[1],
    "Mul": lambda given, told: given[0] * given[1],
    "Div": lambda given, told: given[0] / given[1],
    "Pow": lambda given, told: given[0] ** given[1],
    "Sqrt": lambda given, told: torch.sqrt(given[0]),
    "Erf": lambda given, told: torch.erf(given[0]),
    "Gelu": lambda given, told: functional.gelu(given[0]),
    "MatMul": lambda given, told: given[0] @ given[1],
    "Relu": lambda given, told: functional.relu(given[0]),
    "Sigmoid": lambda given, told: torch.sigmoid(given[0]),
    "HardSigmoid": lambda given, told: torch.clamp(told["alpha"] * given[0] + told["beta"], 0, 1),
    "Softmax": lambda given, told: torch.softmax(given[0], told["axis"]),
    "Transpose": lambda given, told: given[0].permute(*told["perm"]),
    "ReduceMean": lambda given, told: given[0].mean(
        dim=list(told["axes"]), keepdim=bool(told.get("keepdims", 1))
    ),
    "Concat": lambda given, told: torch.cat(list(given), dim=told["axis"]),
    "Conv": _conv,
    "BatchNormalization": _norm,
    "MaxPool": lambda given, told: functional.max_pool2d(
        _same(given[0], told["kernel_shape"]), told["kernel_shape"], told["strides"]
    ),
    "AveragePool": lambda given, told: functional.avg_pool2d(given[0], told["kernel_shape"], told["strides"]),
    "Slice": _slice,
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Reshape": _reshape,
    "Shape": lambda given, told: torch.tensor(given[0].shape),
}
