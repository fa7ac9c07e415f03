"""The first Ctrl-C lets finish what is running, the second ends at once."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

import typer

SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a service manager or scheduler sends."""

FINISHING = "Wird beendet: Begonnene Dokumente werden noch gelesen. Noch einmal Strg-C bricht sofort ab."


@contextmanager
def interruption(quiet: bool) -> Iterator[Event]:
    """An event that the first signal sets. Every further one raises KeyboardInterrupt."""
    stop = Event()

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        if not quiet:
            typer.echo(FINISHING, err=True)

    before = {number: signal.signal(number, handle) for number in SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
