"""Children are forked from a process that has loaded all that they use.

Loading takes 1.5 s: too long for each child, of which a run has one for each core, then others to cut the
pictures of the report, and a new one after so many documents. This process loads while the coordinator does,
and takes no document in hand.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver, spawn
from pathlib import Path

from batch.confinement import HEAP, THREADS

LOADED = ("batch.one_document", "extract.reading", "extract.agreement", "batch.cuts")
"""The modules that a child finds loaded. One that cannot be found is left to the child."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(list(LOADED))


def open_nursery() -> None:
    """Start the process, if it does not run yet. It ends with us, however we end.

    Raises BrokenProcessPool.
    """
    executable = os.fsdecode(spawn.get_executable())
    if not os.access(
        executable, os.X_OK
    ):  # else helpers of multiprocessing would die unseen, and be missed later
        raise BrokenProcessPool(executable)
    # What is found in the working directory is ours only where we found it there. And a process with
    # threads of its own must not be forked.
    path = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    ours = dict(os.environ)
    os.environ.update(dict.fromkeys(THREADS, "1") | HEAP, PYTHONPATH=path, PYTHONSAFEPATH="1")
    try:
        forkserver.ensure_running()
    except OSError as error:  # it died at once
        raise BrokenProcessPool(str(error)) from error
    finally:
        os.environ.clear()
        os.environ.update(ours)
