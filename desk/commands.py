"""The command line. Help must come at once, so a command imports what it needs when it runs."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk.exit_codes import exit_codes
from desk.german import GermanCommand, GermanGroup
from models.exit import Exit

if TYPE_CHECKING:
    from models.settings import Settings


class CsvProfile(StrEnum):
    EXCEL_DE = "excel-de"
    RFC4180 = "rfc4180"


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class CheckFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


app = typer.Typer(
    name="aktenlese",
    help="Liest ein Archiv unterzeichneter Vereinbarungen in geprüfte Tabellen. Nichts verlässt den Rechner.",
    epilog="Rückgabewerte: 0 erledigt, 1 Befunde (nur check), 2 Aufruf oder Konfiguration, 3 es fehlt ein "
    "Programmteil (aktenlese doctor), 4 Dokumente sind fehlgeschlagen, 130 abgebrochen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # typer's rich help costs 0.15 s
    cls=GermanGroup,
)
command = partial(app.command, cls=GermanCommand)

Config = Annotated[Path | None, typer.Option("--config", metavar="DATEI", help="Einstellungen als TOML.")]
Profile = Annotated[
    CsvProfile | None,
    typer.Option("--csv-profile", help="Für deutsche Tabellenprogramme (Vorgabe) oder für Programme."),
]
Figures = Annotated[
    Path | None,
    typer.Option(
        "--figures", metavar="DATEI", help="Veröffentlichte Zahlen als CSV: Jahr, Körperschaft, Betrag."
    ),
]
RunFolder = Annotated[Path, typer.Argument(metavar="ORDNER", help="Ausgabeordner eines Laufs.")]


@command()
def run(
    archive: Annotated[
        str, typer.Argument(metavar="ARCHIV", help="Ordner mit PDF, TIFF, PNG und JPEG, oder s3://… u. a.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="ORDNER", help="Hierhin kommen die Tabellen.")],
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", help="Dokumente zugleich (Vorgabe: je Kern eines).")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", metavar="SEKUNDEN", help="Zeitgrenze je Dokument (1800).")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADRESSE", help="Dask: tcp://Rechner:8786 oder local:Anzahl."),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Alles neu lesen, auch was schon gelesen ist.")
    ] = False,
    config: Config = None,
    figures: Figures = None,
    csv_profile: Profile = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Nur Fehler ausgeben.")] = False,
    log_format: Annotated[
        LogFormat, typer.Option("--log-format", help="json: je Ereignis eine Zeile auf stderr.")
    ] = LogFormat.TEXT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Nur auflisten, was gelesen würde.")] = False,
) -> None:
    """Ein ganzes Archiv lesen und die Tabellen schreiben."""
    with exit_codes():
        flags: dict[str, object] = {
            "batch.jobs": jobs,
            "batch.timeout": timeout,
            "batch.cluster": cluster,
            "checks.figures": figures,
        }
        settings = _settings(config, csv_profile, flags)
        if not (dry_run or settings.batch.cluster):
            from batch.nursery import open_nursery

            open_nursery()  # it loads while we do
        import pipeline
        from batch.intake import documents_of
        from desk.interruption import interruption
        from desk.journal import open_journal

        if dry_run:
            for source in documents_of(archive, out).documents:
                typer.echo(source.name)
            return
        silent = quiet or log_format is LogFormat.JSON
        with open_journal(log_format.value, quiet) as journal, interruption(silent) as stop:
            records = pipeline.run(archive, out, settings, journal, fresh, stop)
            journal.ends(records, out)
        raise typer.Exit(Exit.INTERRUPTED if stop.is_set() else pipeline.exit_status(records))


@command()
def check(
    folder: RunFolder,
    config: Config = None,
    figures: Figures = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="Für Menschen, für Programme, für Anzeigen von Befunden.")
    ] = CheckFormat.TEXT,
) -> None:
    """Die Regeln erneut auf einen Lauf anwenden. Rückgabewert 1, wenn es Fehler gibt."""
    with exit_codes():
        import pipeline
        from desk.linter import Placed, render

        settings = _settings(config) if config else pipeline.settings_of(folder)
        if figures:
            checks = settings.checks.model_copy(update={"figures": figures})
            settings = settings.model_copy(update={"checks": checks})
        placed = [Placed(path, finding) for path, finding in pipeline.check_run(folder, settings)]
        placed.sort(key=lambda one: one.finding.rank)
        typer.echo(render(placed, form.value), nl=False)
        if any(one.finding.severity == "error" for one in placed):
            raise typer.Exit(Exit.FINDINGS)


@command()
def show(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="Eine Vereinbarung (PDF, TIFF, PNG, JPEG).")],
    config: Config = None,
) -> None:
    """Ein Dokument lesen und zeigen, was darin steht. Jeder Wert mit Seite und Sicherheit."""
    with exit_codes():
        settings = _settings(config)
        from rich.console import Console

        import pipeline
        from desk.show import show as shown

        record = pipeline.read_file(file, settings)
        Console().print(shown(record))
        raise typer.Exit(pipeline.exit_status([record]))


@command()
def split(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="Eine Datei mit mehreren Vereinbarungen.")],
    out: Annotated[Path, typer.Option("--out", metavar="ORDNER", help="Hierhin kommen die Teile.")],
    config: Config = None,
) -> None:
    """Eine Datei mit mehreren Vereinbarungen zerlegen. Sie selbst bleibt, wie sie ist."""
    with exit_codes():
        import pipeline

        parts = pipeline.split(file, out, _settings(config))
        if not parts:
            typer.echo("In dieser Datei liegt nur ein Dokument; es gibt nichts zu trennen.", err=True)
        for part in parts:
            typer.echo(f"{part.file}\t{part.first}-{part.last}")


@command()
def export(
    folder: RunFolder,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="ORDNER", help="Ziel (Vorgabe: derselbe Ordner).")
    ] = None,
    csv_profile: Profile = None,
) -> None:
    """Die Tabellen eines Laufs neu schreiben. Etwa mit anderem CSV-Profil."""
    with exit_codes():
        import pipeline

        pipeline.export(folder, out or folder, csv_profile.value if csv_profile else None)


@command()
def evaluate(
    folder: RunFolder,
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Ordner mit den Dateien *.gold.json.")],
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="DATEI", help="Alle Zahlen als JSON.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="DATEI", help="Die Seite docs/accuracy.md mit Bildern.")
    ] = None,
) -> None:
    """Einen Lauf an bekannten Ergebnissen messen. Treffer, stille Fehler, unnötige Warnungen."""
    with exit_codes():
        import pipeline
        from evaluation import report
        from evaluation.evaluate import evaluate as judge

        finished = pipeline.finished_run(folder)
        judged = judge(finished.records, gold, finished.settings.review.confidence)
        typer.echo(report.summary(judged))
        if json_file:
            report.write_json(judged, json_file)
        if page:
            pictures = page.with_suffix("")
            archive = Path(finished.about.archive)
            text = report.accuracy_page(judged, archive, pictures, finished.settings)
            page.write_text(text, encoding="utf-8")


@command()
def status(folder: RunFolder, config: Config = None) -> None:
    """Sagen, wie weit ein Lauf ist, und wie lange er noch braucht."""
    with exit_codes():
        import pipeline
        from desk.standing import report

        typer.echo(report(pipeline.standing_of(folder, _settings(config))))


@command()
def doctor() -> None:
    """Prüfen, ob alles installiert ist. Nennt den Befehl, der Fehlendes nachholt."""
    with exit_codes():
        from desk.doctor import examine, report

        diagnoses = examine()
        typer.echo(report(diagnoses))
        if not all(diagnosis.ok for diagnosis in diagnoses):
            raise typer.Exit(Exit.DEPENDENCY)


@command()
def schema() -> None:
    """Das JSON-Schema eines Datensatzes ausgeben."""
    with exit_codes():
        import json

        from models.agreement import Agreement

        form = Agreement.model_json_schema(mode="serialization")
        typer.echo(json.dumps(form, ensure_ascii=False, indent=2))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(metadata.version("aktenlese"))
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Fassung ausgeben.")
    ] = False,
) -> None:
    pass


def _settings(
    config: Path | None, csv_profile: CsvProfile | None = None, flags: dict[str, object] | None = None
) -> Settings:
    from desk.configuration import load_settings

    profile = csv_profile.value if csv_profile else None
    return load_settings(config, {"csv_profile": profile, **(flags or {})})


def main() -> None:
    """The console command."""
    app()
