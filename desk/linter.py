"""The findings of a run as a linter prints them: for people, programs, and viewers of findings."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any, Literal
from urllib.parse import quote

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Rule
from desk.printable import printable
from models.finding import Finding, Severity

Format = Literal["text", "json", "sarif", "github"]

ARCHIVE = "Archiv"
"""The place of what concerns no single file."""

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
GITHUB_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the path of its document in the archive; None if it concerns none."""

    path: str | None
    finding: Finding


def render(placed: Sequence[Placed], form: Format) -> str:
    """The findings in one of the formats, each with its line end; empty where there is nothing to say."""
    return FORMATS[form](placed)


def as_text(placed: Sequence[Placed]) -> str:
    """`file:page: severity rule message`"""
    return "".join(f"{_place(one)}: {_one_line(_said(one.finding))}\n" for one in placed)


def as_json(placed: Sequence[Placed]) -> str:
    findings = [{"path": one.path, **one.finding.model_dump(mode="json")} for one in placed]
    return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"


def as_github(placed: Sequence[Placed]) -> str:
    """Workflow commands, from which GitHub makes annotations."""
    lines = []
    for one in placed:
        about = {"file": one.path, "title": one.finding.rule}
        options = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in about.items() if value)
        message = (
            f"{_details(one.finding)} (Seite {one.finding.page})"
            if one.finding.page
            else _details(one.finding)
        )
        lines.append(f"::{GITHUB_LEVEL[one.finding.severity]} {options}::{_escaped(message)}\n")
    return "".join(lines)


def as_sarif(placed: Sequence[Placed]) -> str:
    """SARIF 2.1.0. A page has no lines, so the place within a file is a logical location ("Seite 3")."""
    rules: list[Rule[Any]] = sorted([*AGREEMENT_RULES, *ARCHIVE_RULES], key=lambda rule: rule.code)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "aktenlese",
        "version": metadata.version("aktenlese"),
        "language": "de",
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.german},
                "fullDescription": {"text": rule.why},
                "help": {"text": f"Beispiel: {rule.example}"},
                "defaultConfiguration": {"level": SARIF_LEVEL[rule.severity]},
            }
            for rule in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {"ARCHIVE": {"description": {"text": "Der Ordner des Archivs"}}},
        "results": [_sarif_result(one, index[one.finding.rule]) for one in placed],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_result(placed: Placed, rule_index: int) -> dict[str, Any]:
    finding = placed.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": SARIF_LEVEL[finding.severity],
        "message": {"text": _details(finding)},
    }
    if placed.path is not None:
        location: dict[str, Any] = {
            "physicalLocation": {"artifactLocation": {"uri": quote(placed.path), "uriBaseId": "ARCHIVE"}}
        }
        if finding.page:
            location["logicalLocations"] = [{"name": f"Seite {finding.page}"}]
        result["locations"] = [location]
    facts = {"expected": finding.expected, "found": finding.found, "difference": finding.difference}
    result["properties"] = {
        **{key: value for key, value in facts.items() if value is not None},
        "fields": list(finding.fields),
        "spots": [spot.model_dump(mode="json") for spot in finding.spots],
    }
    return result


FORMATS: dict[Format, Callable[[Sequence[Placed]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def _place(placed: Placed) -> str:
    path = _one_line(placed.path or ARCHIVE)
    return f"{path}:{placed.finding.page}" if placed.finding.page and placed.path else path


def _said(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule} {_details(finding)}"


def _details(finding: Finding) -> str:
    """The message with what was expected, what was found and the difference."""
    facts = (("erwartet", finding.expected), ("gefunden", finding.found), ("Differenz", finding.difference))
    told = "; ".join(f"{name}: {value}" for name, value in facts if value)
    return f"{finding.message} [{told}]" if told else finding.message


def _one_line(text: str) -> str:
    """A document must not be able to begin a line or steer the terminal."""
    return printable(text, instead=" ")


def _escaped(text: str, more: str = "") -> str:
    """As GitHub's workflow commands want it: percent, line ends, and in options comma and colon."""
    for letter in f"%\r\n{more}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
