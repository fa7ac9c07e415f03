"""What a command raises becomes a German line on stderr and the exit code that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from models.exit import Exit


@contextmanager
def exit_codes() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        _stop("Abgebrochen.", Exit.INTERRUPTED)
    except ImportError as error:
        _stop(f"Ein Programmteil fehlt ({error}). Näheres sagt: aktenlese doctor", Exit.DEPENDENCY)
    except _wrong_use() as error:
        _stop(str(error), Exit.USAGE)
    except _missing() as error:
        _stop(str(error), Exit.DEPENDENCY)
    except _no_children():
        _stop(
            "Es lässt sich kein Prozess starten, der Dokumente liest. Bitte prüfen, ob Arbeitsspeicher und "
            "Prozesse reichen und ob dieser Benutzer Python ausführen darf. Näheres sagt: aktenlese doctor",
            Exit.DEPENDENCY,
        )
    except OSError as error:
        from models.system import system_cause

        place = f"{error.filename}: " if error.filename else ""
        _stop(f"{place}{system_cause(error)}. Bitte Pfad, Rechte und Platz prüfen.", Exit.USAGE)


def _wrong_use() -> tuple[type[Exception], ...]:
    """Python asks only when something was raised, so the imports cost the help nothing."""
    from batch.intake import Refused
    from desk.configuration import ConfigurationError
    from evaluation.evaluate import GoldError
    from models.figures import FiguresError
    from output.write import OutputFailed

    return ConfigurationError, FiguresError, GoldError, Refused, OutputFailed


def _missing() -> type[Exception]:
    from extract.errors import DependencyMissing

    return DependencyMissing


def _no_children() -> type[Exception]:
    from concurrent.futures.process import BrokenProcessPool

    return BrokenProcessPool


def _stop(message: str, code: Exit) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(code) from None
