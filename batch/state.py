"""How far a run is, in a database: SQLite beside the results, or PostgreSQL by its URL.

Only the coordinating process writes; `aktenlese status` reads, from anywhere, at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypedDict

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    DateTime,
    Engine,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    create_engine,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from batch.files import Known, Stamp
from batch.outcome import Reading
from extract.files.archive import Source
from models.system import pip_install

METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("run", Integer, primary_key=True),
    Column("folder", String, nullable=False, index=True),
    Column("started", DateTime(timezone=True), nullable=False),
    Column("ended", DateTime(timezone=True)),
    Column("exit_status", Integer),
    Column("jobs", Integer, nullable=False),
)
DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("run", ForeignKey("runs.run"), primary_key=True),
    Column("path", String, primary_key=True),
    Column("stage", String, nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("document_id", String),
    Column("status", String),
    Column("cause", String),
    Column("pages", Integer),
    Column("seconds", Float),
)
FILES = Table(
    "files",
    METADATA,
    Column("folder", String, primary_key=True),
    Column("path", String, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("modified", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("inode", String, nullable=False),
    Column("sha256", String, nullable=False),
)


class Stage(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"


class Note(TypedDict):
    """What the database keeps of a reading."""

    name: str
    document_id: str
    status: str
    cause: str | None
    pages: int
    seconds: float


def note_of(reading: Reading) -> Note:
    record = reading.record
    return Note(
        name=record.document.path,
        document_id=record.document.id,
        status=record.status,
        cause=reading.cause,
        pages=0 if record.document.duplicate_of else len(record.document.pages),
        seconds=reading.seconds,
    )


class StateFailed(Exception):
    """The database cannot be used. The message is German, for the operator."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the last run is. `remaining` in seconds; None while nothing was read."""

    started: datetime
    ended: datetime | None
    exit_status: int | None
    waiting: int
    running: int
    done: int
    failed: dict[str, int]
    pages: int
    remaining: float | None


class State:
    """The runs of one output folder."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = str(folder.resolve())
        self._run = 0

    def starts(self, sources: Iterable[Source], jobs: int) -> None:
        """Begin a run. Of earlier ones only their line is kept."""
        rows = [{"path": source.name, "stage": Stage.WAITING, "size": source.size} for source in sources]
        with _told(), self._engine.begin() as connection:
            earlier = select(RUNS.c.run).where(RUNS.c.folder == self._folder)
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.run.in_(earlier)))
            begun = insert(RUNS).values(folder=self._folder, started=datetime.now(UTC), jobs=jobs)
            self._run = connection.execute(begun.returning(RUNS.c.run)).scalar_one()
            connection.execute(insert(DOCUMENTS), [{"run": self._run, **row} for row in rows])

    def begins(self, source: Source) -> None:
        self._set(source.name, stage=Stage.RUNNING)

    def has_read(self, notes: Sequence[Note]) -> None:
        """Note what came of documents: many at once cost little more than one."""
        if not notes:
            return
        row = update(DOCUMENTS).where(DOCUMENTS.c.run == self._run, DOCUMENTS.c.path == bindparam("name"))
        noted = (name for name in Note.__annotations__ if name != "name")
        values: dict[str, BindParameter[object]] = {name: bindparam(name) for name in noted}
        with _told(), self._engine.begin() as connection:
            connection.execute(row.values(stage=Stage.DONE, **values), [dict(note) for note in notes])

    def ends(self, exit_status: int) -> None:
        with _told(), self._engine.begin() as connection:
            connection.execute(
                update(RUNS)
                .where(RUNS.c.run == self._run)
                .values(ended=datetime.now(UTC), exit_status=exit_status)
            )

    def _set(self, path: str, **values: object) -> None:
        with _told(), self._engine.begin() as connection:
            connection.execute(
                update(DOCUMENTS)
                .where(DOCUMENTS.c.run == self._run, DOCUMENTS.c.path == path)
                .values(**values)
            )

    def standing(self) -> Standing | None:
        """How far the last run in this folder is; None if there was none."""
        with _told(), self._engine.connect() as connection:
            last = select(RUNS).where(RUNS.c.folder == self._folder).order_by(RUNS.c.run.desc()).limit(1)
            run = connection.execute(last).one_or_none()
            if run is None:
                return None

            def grouped(column: Column[str]) -> dict[str, tuple[int, int, float, int]]:
                query = select(
                    column,
                    func.count(),
                    func.coalesce(func.sum(DOCUMENTS.c.size), 0),
                    func.coalesce(func.sum(DOCUMENTS.c.seconds), 0.0),
                    func.coalesce(func.sum(DOCUMENTS.c.pages), 0),
                ).where(DOCUMENTS.c.run == run.run)
                rows = connection.execute(query.group_by(column)).all()
                return {row[0]: (row[1], int(row[2]), float(row[3]), int(row[4])) for row in rows}

            stages, causes = grouped(DOCUMENTS.c.stage), grouped(DOCUMENTS.c.cause)
            read = connection.execute(
                select(func.coalesce(func.sum(DOCUMENTS.c.size), 0)).where(
                    DOCUMENTS.c.run == run.run, DOCUMENTS.c.stage == Stage.DONE, DOCUMENTS.c.seconds > 0
                )
            ).scalar_one()
        nothing = (0, 0, 0.0, 0)
        waiting, running, done = (stages.get(stage, nothing) for stage in Stage)
        ahead = waiting[1] + running[1]
        return Standing(
            started=run.started,
            ended=run.ended,
            exit_status=run.exit_status,
            waiting=waiting[0],
            running=running[0],
            done=done[0],
            failed={cause: counted[0] for cause, counted in causes.items() if cause},
            pages=done[3],
            remaining=done[2] / int(read) * ahead / run.jobs if read else None,
        )

    def known_files(self) -> dict[str, tuple[Stamp, str]]:
        """The hash of each file that was seen before, with the stamp it had then."""
        with _told(), self._engine.connect() as connection:
            rows = connection.execute(select(FILES).where(FILES.c.folder == self._folder)).all()
        return {row.path: (Stamp(row.size, row.modified, row.changed, row.inode), row.sha256) for row in rows}

    def know_files(self, files: Known) -> None:
        """Put these in the place of all that were known."""
        rows = [
            {
                "folder": self._folder,
                "path": path,
                "size": stamp.size,
                "modified": stamp.modified,
                "changed": stamp.changed,
                "inode": stamp.inode,
                "sha256": sha256,
            }
            for path, (stamp, sha256) in files.items()
        ]
        with _told(), self._engine.begin() as connection:
            connection.execute(delete(FILES).where(FILES.c.folder == self._folder))
            if rows:
                connection.execute(insert(FILES), rows)


@contextmanager
def open_state(folder: Path, url: str | None, work: Path) -> Iterator[State]:
    """The state of the runs in `folder`, kept in `work` or in the database at `url`. Raises StateFailed."""
    try:
        address = make_url(url or f"sqlite:///{work / DATABASE}")
        if address.password:
            raise StateFailed(
                "batch.state enthält ein Passwort, das in run.json stünde. Es gehört in die "
                "Umgebungsvariable PGPASSWORD oder die Datei ~/.pgpass."
            )
        engine = create_engine(address)
    except (ArgumentError, ImportError) as error:
        raise StateFailed(
            "batch.state ist keine brauchbare Datenbank-URL (für PostgreSQL: postgresql+psycopg://… und "
            f"{pip_install('aktenlese[postgres]')})."
        ) from error
    try:
        with _told():
            METADATA.create_all(engine)
        yield State(engine, folder)
    finally:
        engine.dispose()


DATABASE = "state.sqlite"


@contextmanager
def _told() -> Iterator[None]:
    """The database's own message may hold paths and passwords: only its kind is passed on."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StateFailed(
            f"Der Stand des Laufs lässt sich nicht festhalten ({type(error).__name__}): kein Speicherplatz, "
            "kein Schreibrecht oder keine Verbindung zur Datenbank. Bitte den Ordner der Ergebnisse und "
            "batch.state prüfen."
        ) from None
