"""Libraries written in C++ say in exceptions of their own that memory ran out; the run tells them apart."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

STARVED = """
import resource, sys
from pathlib import Path
import cv2
import numpy as np
from extract.errors import ran_out_of_memory
from extract.scans.letters import read_strips
small, large = np.full((48, 100), 255, np.uint8), np.full((48, 2400), 255, np.uint8)
{first}
pages = int(Path("/proc/self/statm").read_text().split()[5])
resource.setrlimit(resource.RLIMIT_DATA, (pages * resource.getpagesize() + {more}, resource.RLIM_INFINITY))
try:
    {work}(large)
except Exception as error:
    sys.exit(0 if ran_out_of_memory(error) else 3)
sys.exit(4)
"""
NETWORK = "(lambda strip: read_strips([strip]))"
ENLARGE = "(lambda strip: cv2.resize(strip, None, fx=40, fy=40))"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit is one of Linux")
@pytest.mark.parametrize(
    ("first", "work", "more"),
    [
        (f"{NETWORK}(small)", NETWORK, 8_000_000),
        (f"{ENLARGE}(small)", ENLARGE, 8_000_000),
        ("import onnxruntime", NETWORK, 8_000_000),
        ("import onnxruntime", NETWORK, 24_000_000),
    ],
)
def test_a_library_that_gets_no_memory_is_told_from_one_that_fails(first: str, work: str, more: int) -> None:
    """The network may starve while it reads and, from the third on, while its model is loaded."""
    script = STARVED.format(first=first, work=work, more=more)
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert ended.returncode == 0
