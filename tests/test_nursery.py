"""Children are forked from a process that has loaded what they use."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

import pytest

from batch.children import Children
from batch.confinement import HEAP
from batch.nursery import LOADED
from models.settings import Settings


def loaded() -> str:
    return " ".join(name for name in LOADED if name in sys.modules)


def setting() -> str:
    return os.environ.get("NURSERY_TEST", "")


def frozen() -> str:
    return str(gc.get_freeze_count())


def started_with() -> str:
    return Path("/proc/self/environ").read_bytes().decode()


def answer(future: Future[str]) -> str:
    return future.result(timeout=60)


def test_a_child_finds_everything_loaded() -> None:
    with Children(1, Settings()) as children:
        assert answer(children.begin(loaded)).split() == list(LOADED)


def test_a_child_keeps_the_memory_of_pictures_for_the_next_and_we_do_not() -> None:
    ours = dict(os.environ)
    with Children(1, Settings()) as children:
        given = answer(children.begin(started_with)).split("\0")
        assert {f"{name}={value}" for name, value in HEAP.items()} <= set(given)
    assert dict(os.environ) == ours


def test_what_a_child_finds_loaded_is_never_searched_for_garbage() -> None:
    with Children(1, Settings()) as children:
        assert int(answer(children.begin(frozen))) > 0


def test_a_child_has_the_environment_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("first", "second"):
        monkeypatch.setenv("NURSERY_TEST", value)
        with Children(1, Settings()) as children:
            assert answer(children.begin(setting)) == value


def test_a_package_of_the_same_name_in_the_working_directory_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("raise SystemExit('not ours')", encoding="utf-8")
    root = Path(__file__).parent.parent
    code = (
        "from tests.test_nursery import Children, Settings, answer, loaded\n"
        "if __name__ == '__main__':\n"
        "    with Children(1, Settings()) as children:\n"
        "        print(answer(children.begin(loaded)))\n"
    )
    script = tmp_path / "elsewhere" / "script.py"
    script.parent.mkdir()
    script.write_text(code, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == list(LOADED)
