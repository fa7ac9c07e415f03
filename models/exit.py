"""What a command tells the script that started it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes; 1 comes from `aktenlese check` alone."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    DEPENDENCY = 3
    FAILED_DOCUMENTS = 4
    INTERRUPTED = 130
