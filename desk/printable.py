"""What documents and files say, on the terminal of a person."""

from __future__ import annotations


def printable(text: str, instead: str = "\ufffd") -> str:
    """On one line, and without steering the terminal."""
    return "".join(letter if letter.isprintable() else instead for letter in text)
