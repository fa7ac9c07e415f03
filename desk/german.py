"""Help and errors of the command line in German: typer has no translations of its own."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer
from typer._click.core import Context
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperCommand, TyperGroup

Words = str | Callable[[re.Match[str]], str]

HELP: dict[str, Words] = {
    r"^Usage: ": "Aufruf: ",
    r"\[OPTIONS\]": "[OPTIONEN]",
    r"COMMAND \[ARGS\]\.\.\.": "BEFEHL …",
    r"\{([^{}\s]+)\}": r"\1",
    r" <(str|path|filename)>": lambda kind: " " * len(kind[0]),
    r"^Arguments:": "Angaben:",
    r"^Options:": "Optionen:",
    r"^Commands:": "Befehle:",
    r"\[required\]": "[nötig]",
    r"\[default: ": "[Vorgabe: ",
    r"Show this message and exit\.": "Diese Hilfe zeigen.",
}
ERRORS: dict[str, Words] = {
    r"^Missing command\.": "Es fehlt ein Befehl.",
    r"^Missing \w+ '(.+?)'\.": r"Es fehlt \1.",
    r"No such command '(.+?)'\.": r"Den Befehl „\1“ gibt es nicht.",
    r"No such option: (\S+)": r"Die Option \1 gibt es nicht.",
    r"\(Possible options: (.+)\)|Did you mean '?(.+?)'?\?": lambda said: f"Gemeint: {said[1] or said[2]}?",
    r"Option '(.+)' requires an argument\.": r"Zu \1 fehlt der Wert.",
    r"Option '(.+)' does not take a value\.": r"\1 steht ohne Wert.",
    r"Got unexpected extra argument\S* \((.+)\)": r"Zu viel: \1.",
    r"^Invalid value for '(.+?)': ": r"\1 passt nicht: ",
    r"Input should be a valid integer\b.*": "verlangt ist eine ganze Zahl.",
    r"Input should be a valid number\b.*": "verlangt ist eine Zahl.",
    r"Value error, ('.*') is not one of (.+)\.": r"\1 gibt es nicht, nur \2.",
}


class GermanCommand(TyperCommand):
    def get_help(self, ctx: Context) -> str:
        return _in_german(super().get_help(ctx), HELP)


class GermanGroup(TyperGroup):
    def get_help(self, ctx: Context) -> str:
        return _in_german(super().get_help(ctx), HELP)

    def main(self, *args: Any, **more: Any) -> None:
        """Ends the process, with exit code 2 where the call is wrong."""
        try:
            code = super().main(*args, **more | {"standalone_mode": False})
        except UsageError as error:
            typer.echo(_explained(error), err=True)
            code = error.exit_code
        sys.exit(code)


def _explained(error: UsageError) -> str:
    said = _in_german(error.format_message(), ERRORS)
    if error.ctx is None or isinstance(error, NoArgsIsHelpError):
        return said
    return f"{said} Näheres sagt: {error.ctx.command_path} --help"


def _in_german(text: str, words: Mapping[str, Words]) -> str:
    for english, german in words.items():
        text = re.sub(english, german, text, flags=re.MULTILINE)
    return text
