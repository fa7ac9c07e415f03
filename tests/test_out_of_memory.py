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
from batch.outcome import ran_out_of_memory
from extract.letters import read_strips
small, large = np.full((48, 100), 255, np.uint8), np.full((48, 2400), 255, np.uint8)
{work}(small)
pages = int(Path("/proc/self/statm").read_text().split()[5])
resource.setrlimit(resource.RLIMIT_DATA, (pages * resource.getpagesize() + 8_000_000, resource.RLIM_INFINITY))
try:
    {work}(large)
except Exception as error:
    sys.exit(0 if ran_out_of_memory(error) else 3)
sys.exit(4)
"""
NETWORK = "(lambda strip: read_strips([strip]))"
ENLARGE = "(lambda strip: cv2.resize(strip, None, fx=40, fy=40))"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit is one of Linux")
@pytest.mark.parametrize("work", [NETWORK, ENLARGE])
def test_a_library_that_gets_no_memory_is_told_from_one_that_fails(work: str) -> None:
    ended = subprocess.run([sys.executable, "-c", STARVED.format(work=work)], cwd=ROOT, check=False)
    assert ended.returncode == 0
