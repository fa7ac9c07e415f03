"""The command line: exit codes, what goes to stdout, and what people are told."""

from __future__ import annotations

import csv
import io
import json
import re
import resource
import shutil
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import pipeline
from batch.outcome import Cause, Reading
from desk import doctor
from desk.commands import app
from desk.configuration import ConfigurationError, load_settings
from desk.journal import TextJournal, Told, details, summary
from extract.files.archive import Inventory
from models.agreement import Agreement, DocumentInfo
from models.exit import Exit
from models.settings import Settings
from models.values import Model
from tests.runs import SAMPLES, SamplesRun

ROOT = SAMPLES.parent.parent
DIGITAL = "wetterau_2024.pdf"
AKTENLESE = [sys.executable, "-c", "from desk.commands import main; main()"]


def aktenlese(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def small_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "archive"
    folder.mkdir()
    shutil.copy(SAMPLES / DIGITAL, folder)
    return folder


@pytest.fixture(scope="module")
def small_run(small_archive: Path) -> Path:
    out = small_archive.with_name("out")
    assert aktenlese("run", small_archive, "--out", out).exit_code == Exit.DONE
    return out


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    answer = aktenlese("--help")
    assert answer.exit_code == Exit.DONE
    for command in ("run", "check", "show", "split", "export", "doctor", "schema"):
        assert re.search(rf"^  {command} ", answer.stdout, re.MULTILINE)
    heavy = "cv2 numpy pandas pdfplumber pydantic rich spacy xlsxwriter"
    code = f"import sys, desk.commands; print(*(set('{heavy}'.split()) & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == ""


ENGLISH = re.compile(r"Usage|Options|Arguments|Commands|required|default|Show this|COMMAND|<\w+>")


@pytest.mark.parametrize("command", [[], *([one.callback.__name__] for one in app.registered_commands)])
def test_the_help_is_german(command: list[str]) -> None:
    answer = aktenlese(*command, "--help")
    assert answer.exit_code == Exit.DONE
    assert answer.stdout.startswith("Aufruf: ")
    assert "Diese Hilfe zeigen." in answer.stdout
    assert ENGLISH.findall(answer.stdout) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run"], "Es fehlt ARCHIV. Näheres sagt:"),
        (["rnu"], "Den Befehl „rnu“ gibt es nicht. Gemeint: run?"),
        (["run", "a", "--out"], "Zu --out fehlt der Wert."),
        (["run", "a", "--out", "b", "--jobs", "x"], "--jobs passt nicht: verlangt ist eine ganze Zahl."),
        (["run", "a", "--out", "b", "--timeout", "x"], "--timeout passt nicht: verlangt ist eine Zahl."),
        (["run", "a", "--out", "b", "--quiet=3"], "--quiet steht ohne Wert."),
        (["check", "a", "--format", "xml"], "--format passt nicht: 'xml' gibt es nicht, nur 'text', "),
        (["check", "a", "b"], "Zu viel: b."),
        (["show", "a", "--confg", "x"], "Die Option --confg gibt es nicht. Gemeint: --config?"),
    ],
)
def test_a_wrong_call_is_told_in_german(words: list[str], said: str) -> None:
    answer = aktenlese(*words)
    assert answer.exit_code == Exit.USAGE
    assert answer.stderr.startswith(said)
    assert re.search(r"Näheres sagt: .*--help$|\.$", answer.stderr)


def test_no_words_at_all_are_answered_with_the_help() -> None:
    answer = aktenlese()
    assert answer.exit_code == Exit.USAGE
    assert answer.stderr.startswith("Aufruf: ")


def test_a_run_says_where_to_look_on_stderr_and_nothing_on_stdout(
    small_archive: Path, tmp_path: Path
) -> None:
    answer = aktenlese("run", small_archive, "--out", tmp_path / "out")
    assert answer.exit_code == Exit.DONE
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert str(tmp_path / "out" / "agreements.xlsx") in answer.stderr.replace("\n", "")


def test_quiet_says_nothing(small_archive: Path, tmp_path: Path) -> None:
    answer = aktenlese("run", small_archive, "--out", tmp_path / "out", "--quiet")
    assert (answer.exit_code, answer.output) == (Exit.DONE, "")


def test_a_failed_document_is_named_and_gives_exit_code_4(small_archive: Path, tmp_path: Path) -> None:
    shutil.copytree(small_archive, tmp_path / "archive")
    (tmp_path / "archive" / "empty.pdf").touch()
    answer = aktenlese("run", tmp_path / "archive", "--out", tmp_path / "out")
    assert answer.exit_code == Exit.FAILED_DOCUMENTS
    assert "empty.pdf: Die Datei ist leer" in answer.stderr


def test_the_log_for_programs_holds_no_name_amount_or_path(small_archive: Path, tmp_path: Path) -> None:
    answer = aktenlese("run", small_archive, "--out", tmp_path / "out", "--log-format", "json")
    events = [json.loads(line) for line in answer.stderr.splitlines()]
    assert [event["event"] for event in events] == ["start", "document", "end"]
    (record,) = pipeline.finished_run(tmp_path / "out").records
    assert events[1]["id"] == record.document.id
    assert events[2]["pages"] == len(record.document.pages)
    assert events[2]["pages_per_second"] > 0
    assert [one["id"] for one in events[2]["slowest"]] == [record.document.id]
    assert (events[2]["failed_by_cause"], events[1]["cause"]) == ({}, None)
    assert sum(events[2]["findings"].values()) == len(record.findings)
    assert record.signatories
    assert record.amounts
    secrets = {DIGITAL, *(amount.text for amount in record.amounts)}
    secrets |= {party.name.value for party in record.parties}
    secrets |= {signatory.name.value for signatory in record.signatories if signatory.name}
    assert not [secret for secret in secrets if secret in answer.stderr]


def test_on_a_terminal_the_end_tells_causes_findings_and_the_slowest(samples_run: SamplesRun) -> None:
    bad = Agreement(document=DocumentInfo(id="b", path="a\nb\x1b.pdf", sha256=None, media_type=None))
    told = [Told("a", "a.pdf", 2.5, None), Told("b", bad.document.path, 7.25, Cause.TIMEOUT)]
    lines = list(details([*samples_run.records, bad], told))
    assert lines[0] == "  fehlgeschlagen: Zeitgrenze: 1"
    assert re.fullmatch(r"  Befunde: \d+ Fehler, \d+ Warnung(en)?, \d+ Hinweise?", lines[1])
    assert lines[2:] == ["      7,2 s  a\ufffdb\ufffd.pdf", "      2,5 s  a.pdf"]


def test_what_was_not_read_or_read_earlier_is_told_apart(tmp_path: Path) -> None:
    told = [
        Told("a", "a.pdf", 2.5, None),
        Told("b", "b.pdf", 9.0, None, remembered=True),
        Told("c", "c.pdf", 0.0, Cause.INTERRUPTED),
    ]
    records = [
        Agreement(
            document=DocumentInfo(id=one.id, path=one.path, sha256=None, media_type=None),
            status="failed" if one.cause else "ok",
        )
        for one in told
    ]
    line = summary(records, told, tmp_path, 3.0)
    assert line.startswith("Gelesen: 2 Dokumente mit 0 Seiten in 3 s, davon 1 schon in einem früheren Lauf (")
    assert "0 fehlgeschlagen). Abgebrochen: 1 Dokument ist noch nicht gelesen; derselbe Befehl" in line
    assert str(tmp_path / "report.html") in line
    assert list(details(records, told)) == ["      2,5 s  a.pdf"]


def test_a_dry_run_lists_the_documents_and_writes_nothing(tmp_path: Path) -> None:
    answer = aktenlese("run", SAMPLES, "--out", tmp_path / "out", "--dry-run")
    assert answer.exit_code == Exit.DONE
    listed = answer.stdout.splitlines()
    assert DIGITAL in listed
    assert not [name for name in listed if name.endswith(".json")]
    assert not (tmp_path / "out").exists()


def test_wrong_use_gives_exit_code_2_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "typo.toml").write_text("[limits]\npage = 3\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    out = tmp_path / "out"
    for words, said in (
        (["run", SAMPLES], "--out"),
        (["run", SAMPLES, "--out", SAMPLES / "out"], "ineinander"),
        (["run", tmp_path / "empty", "--out", out], "kein Dokument"),
        (["run", tmp_path / "gone", "--out", out], "öffnen: das gibt es nicht. Bitte Pfad und Leserecht"),
        (["run", SAMPLES / DIGITAL, "--out", out], "öffnen: das ist kein Ordner"),
        (["run", SAMPLES, "--out", out, "--config", tmp_path / "typo.toml"], "limits.pages"),
        (["run", SAMPLES, "--out", out, "--config", tmp_path / "gone.toml"], "nicht lesbar"),
        (["run", SAMPLES, "--out", out, "--jobs", "0"], "batch.jobs"),
        (["check", tmp_path / "empty"], "kein vollständiger Lauf"),
        (["export", tmp_path / "empty"], "Bitte den Ordner angeben"),
        (["status", tmp_path / "empty"], "Bitte den Ordner angeben"),
    ):
        answer = aktenlese(*words)
        assert answer.exit_code == Exit.USAGE, words
        assert said in answer.stderr
        assert answer.stdout == ""
    assert not out.exists()


def test_a_full_disk_is_told_in_plain_words_and_leaves_nothing_half_written(
    small_archive: Path, tmp_path: Path
) -> None:
    def no_file_over_4_kb() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))

    answer = subprocess.run(
        [*AKTENLESE, "run", small_archive, "--out", tmp_path / "out"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=no_file_over_4_kb,
    )
    assert answer.returncode == Exit.USAGE
    assert "kein Speicherplatz" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".aktenlese"]


def test_a_machine_that_starts_no_process_is_told_in_plain_words(small_archive: Path, tmp_path: Path) -> None:
    code = (
        "import sys, multiprocessing as m; m.set_executable('/nowhere/python');"
        "from desk.commands import app; app(sys.argv[1:])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, "run", small_archive, "--out", tmp_path / "out"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == Exit.DEPENDENCY
    assert "kein Prozess starten" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_interrupted_run_names_no_document_that_nobody_read(tmp_path: Path) -> None:
    document = DocumentInfo(id="a", path="a.pdf", sha256=None, media_type=None)
    unread = Agreement(document=document, status="failed", reason="Nicht gelesen")
    stream = io.StringIO()
    journal = TextJournal(stream)
    journal.starts(Inventory(documents=(), ignored=()))
    journal.has_read(Reading(record=unread, seconds=0.0, cause=Cause.INTERRUPTED))
    journal.ends([unread], tmp_path)
    assert "a.pdf" not in stream.getvalue()
    assert "1 Dokument ist noch nicht gelesen" in stream.getvalue()


def test_ctrl_c_ends_the_run_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*AKTENLESE, "run", str(SAMPLES), "--out", str(tmp_path / "out"), "--log-format", "json"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert '"start"' in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED
    assert "Traceback" not in rest


def test_check_prints_findings_like_a_linter_and_exits_with_1(samples_run: SamplesRun) -> None:
    answer = aktenlese("check", samples_run.out)
    assert answer.exit_code == Exit.FINDINGS
    found = [(record, finding) for record in samples_run.records for finding in record.findings]
    found.sort(key=lambda one: one[1].rank)
    lines = answer.stdout.splitlines()
    assert len(lines) == len(found)
    for line, (record, finding) in zip(lines, found, strict=True):
        assert line.startswith(record.document.path + ":")
        assert f"{finding.severity} {finding.rule} " in line
    assert lines[0].partition(": ")[2].startswith("error ")


def test_check_holds_the_archive_against_published_figures(small_run: Path, tmp_path: Path) -> None:
    figures = tmp_path / "figures.csv"
    figures.write_text("Jahr;Körperschaft;Betrag\n2024;;1,00\n", encoding="utf-8")
    answer = aktenlese("check", small_run, "--figures", figures)
    assert answer.stdout.startswith("Archiv: warning ARC008 ")
    assert answer.exit_code == Exit.DONE  # a warning is no error
    config = tmp_path / "strict.toml"
    config.write_text('severities = { ARC008 = "error" }\n', encoding="utf-8")
    answer = aktenlese("check", small_run, "--figures", figures, "--config", config)
    assert answer.exit_code == Exit.FINDINGS
    figures.write_text("Jahr;Betrag\n", encoding="utf-8")
    answer = aktenlese("check", small_run, "--figures", figures)
    assert (answer.exit_code, answer.stdout) == (Exit.USAGE, "")


def test_check_follows_the_configuration(samples_run: SamplesRun, tmp_path: Path) -> None:
    rules = sorted({finding.rule for record in samples_run.records for finding in record.findings})
    config = tmp_path / "quiet.toml"
    config.write_text(f"disabled_rules = {json.dumps(rules)}\n", encoding="utf-8")
    answer = aktenlese("check", samples_run.out, "--config", config)
    assert (answer.exit_code, answer.stdout) == (Exit.DONE, "")


def test_check_is_content_with_a_clean_run(small_run: Path) -> None:
    assert aktenlese("check", small_run).exit_code == Exit.DONE


def test_export_in_place_changes_no_byte(small_run: Path) -> None:
    before = {path: path.read_bytes() for path in small_run.rglob("*") if path.is_file()}
    assert aktenlese("export", small_run).exit_code == Exit.DONE
    assert {path: path.read_bytes() for path in small_run.rglob("*") if path.is_file()} == before


def test_export_writes_the_other_csv_profile(small_run: Path, tmp_path: Path) -> None:
    answer = aktenlese("export", small_run, "--out", tmp_path, "--csv-profile", "rfc4180")
    assert answer.exit_code == Exit.DONE
    with (tmp_path / "csv" / "amounts.csv").open(encoding="utf-8", newline="") as file:
        there = [row["amount"] for row in csv.DictReader(file)]
    with (small_run / "csv" / "amounts.csv").open(encoding="utf-8-sig", newline="") as file:
        here = [row["amount"] for row in csv.DictReader(file, delimiter=";")]
    assert there == [value.replace(",", ".") for value in here]
    assert there


def test_show_prints_the_values_with_page_and_certainty(small_run: Path) -> None:
    (record,) = pipeline.finished_run(small_run).records
    answer = aktenlese("show", SAMPLES / DIGITAL)
    assert answer.exit_code == Exit.DONE
    shown = re.sub(r"\s+", " ", answer.stdout)
    recipient = record.party("recipient")
    assert recipient is not None
    assert recipient.name.value in shown
    assert record.totals[0].text.split()[0] in shown
    assert "100 %" in shown


def test_show_of_a_bad_file_tells_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("no pdf", encoding="utf-8")
    answer = aktenlese("show", tmp_path / "a.pdf")
    assert answer.exit_code == Exit.FAILED_DOCUMENTS
    assert "weder PDF" in answer.stdout


def test_the_schema_describes_the_records(small_run: Path) -> None:
    schema = json.loads(aktenlese("schema").stdout)
    for line in (small_run / "agreements.jsonl").read_text(encoding="utf-8").splitlines():
        jsonschema.validate(json.loads(line), schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(json.loads(line) | {"unknown": 1}, schema)


def test_the_doctor_finds_engine_and_models() -> None:
    found = {diagnosis.what: diagnosis for diagnosis in doctor.examine()}
    assert found["Python"].ok
    assert found["Tesseract"].ok
    assert {"Modell deu", "Modell osd"} <= set(found)


def test_the_doctor_names_what_is_missing_and_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pillow = metadata.version("pillow")
    pins = ["gibt-es-nicht==1.0", "pillow==0.1", 'ruff==0.1; extra == "dev"']
    monkeypatch.setattr(metadata, "requires", lambda _: pins)
    monkeypatch.setattr(
        metadata, "version", lambda name, real=metadata.version: "1" if name == "aktenlese" else real(name)
    )
    answer = aktenlese("doctor")
    assert answer.exit_code == Exit.DEPENDENCY
    assert "pip install 'gibt-es-nicht==1.0'" in answer.stdout
    assert re.search(rf"FEHLT +pillow +{re.escape(pillow)}, geprüft ist 0\.1", answer.stdout)
    assert "ruff" not in answer.stdout


def test_the_documented_configuration_is_the_default(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "operation.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    (tmp_path / "all.toml").write_text(block, encoding="utf-8")
    assert load_settings(tmp_path / "all.toml") == Settings()
    keys = [key for section in Settings.model_fields.values() for key in _keys_of(section.annotation)]
    assert keys
    assert [key for key in (*Settings.model_fields, *keys) if key not in block] == []


def _keys_of(section: object) -> list[str]:
    return list(section.model_fields) if isinstance(section, type) and issubclass(section, Model) else []


def test_flags_overrule_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('csv_profile = "rfc4180"\n[batch]\njobs = 3\ntimeout = 9\n', encoding="utf-8")
    settings = load_settings(file, {"batch.jobs": 2, "batch.timeout": None, "csv_profile": None})
    assert (settings.batch.jobs, settings.batch.timeout, settings.csv_profile) == (2, 9, "rfc4180")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("limits = 3", "limits"),
        ("[limits]\npages = 'x'", "„limits.pages“: 'x' passt nicht, verlangt ist eine ganze Zahl"),
        ("csv_profil = 'x'", "Gemeint: „csv_profile“?"),
        ("[review]\nconfidense = 1", "Gemeint: „review.confidence“?"),
        ("pages = 3", "Gemeint: „limits.pages“?"),
        ("zzz = 3", "Unbekannter Schlüssel „zzz“."),
        ("= 3", "kein TOML"),
        ("disabled_rules = ['SUM999']", "Diese Regel gibt es nicht: SUM999"),
        ("[checks]\njump = -1", "„checks.jump“"),
    ],
)
def test_a_wrong_configuration_names_the_key(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(file)
    assert said in str(caught.value)
