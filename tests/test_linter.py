"""`aktenlese check` in its formats: what a linter prints must be safe to parse, whatever a document says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from desk.linter import Placed, render
from models.finding import Finding
from models.values import Spot

HOSTILE = "1.000,00 €\r\n::error::x%\x1b[31m"
PLACED = [
    Placed(
        "2024/Ver einbarung, Nr: 1#2.pdf",
        Finding(
            rule="SUM001",
            severity="error",
            message="Die 3 Posten ergeben nicht den angegebenen Betrag.",
            expected="517.380,00 €",
            found=HOSTILE,
            difference="1.000,00 €",
            fields=("amounts[3]",),
            spots=(Spot(page=3, bbox=(1, 2, 3, 4)),),
        ),
    ),
    Placed("b.pdf", Finding(rule="SIG007", severity="info", message="Nur eine Person.")),
    Placed(None, Finding(rule="ARC003", severity="warning", message="Für 2024 fehlen Vereinbarungen.")),
]


def closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
MESSAGE = closed({"text": TEXT}, ["text"])
LEVEL = {"enum": ["none", "note", "warning", "error"]}
# The part of the schema of SARIF 2.1.0 (OASIS) that we use, with the properties it requires.
SARIF = closed(
    {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": closed(
                {
                    "tool": closed(
                        {
                            "driver": closed(
                                {
                                    "name": TEXT,
                                    "version": TEXT,
                                    "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": closed(
                                            {
                                                "id": TEXT,
                                                "shortDescription": MESSAGE,
                                                "fullDescription": MESSAGE,
                                                "help": MESSAGE,
                                                "defaultConfiguration": closed({"level": LEVEL}, []),
                                            },
                                            ["id"],
                                        ),
                                    },
                                },
                                ["name"],
                            )
                        },
                        ["driver"],
                    ),
                    "originalUriBaseIds": {
                        "type": "object",
                        "additionalProperties": closed({"description": MESSAGE}, []),
                    },
                    "results": {
                        "type": "array",
                        "items": closed(
                            {
                                "ruleId": TEXT,
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": LEVEL,
                                "message": MESSAGE,
                                "locations": {
                                    "type": "array",
                                    "items": closed(
                                        {
                                            "physicalLocation": closed(
                                                {
                                                    "artifactLocation": closed(
                                                        {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[A-Za-z0-9%/._~-]+$",
                                                            },
                                                            "uriBaseId": TEXT,
                                                        },
                                                        [],
                                                    )
                                                },
                                                ["artifactLocation"],
                                            ),
                                            "logicalLocations": {
                                                "type": "array",
                                                "items": closed({"name": TEXT}, []),
                                            },
                                        },
                                        [],
                                    ),
                                },
                                "properties": {"type": "object"},
                            },
                            ["message"],
                        ),
                    },
                },
                ["tool"],
            ),
        },
    },
    ["version", "runs"],
)


def test_text_is_one_line_for_each_finding() -> None:
    lines = render(PLACED, "text").splitlines()
    assert len(lines) == len(PLACED)
    assert lines[0].startswith("2024/Ver einbarung, Nr: 1#2.pdf:3: error SUM001 Die 3 Posten")
    assert "erwartet: 517.380,00 €" in lines[0]
    assert "\x1b" not in lines[0]
    assert lines[1] == "b.pdf: info SIG007 Nur eine Person."
    assert lines[2].startswith("Archiv: warning ARC003 ")


def test_json_gives_back_the_findings() -> None:
    findings = json.loads(render(PLACED, "json"))
    assert [one.pop("path") for one in findings] == [one.path for one in PLACED]
    assert [Finding.model_validate(one) for one in findings] == [one.finding for one in PLACED]


def test_sarif_follows_its_schema() -> None:
    log = json.loads(render(PLACED, "sarif"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(AGREEMENT_RULES) + len(ARCHIVE_RULES)
    for result, one in zip(run["results"], PLACED, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.finding.rule
        assert ("locations" in result) == (one.path is not None)
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]
    assert run["results"][0]["locations"][0]["logicalLocations"] == [{"name": "Seite 3"}]


def test_sarif_without_findings_is_a_run_without_results() -> None:
    log = json.loads(render([], "sarif"))
    jsonschema.validate(log, SARIF)
    assert log["runs"][0]["results"] == []


def test_a_document_cannot_slip_a_command_into_a_workflow() -> None:
    lines = render(PLACED, "github").splitlines()
    assert len(lines) == len(PLACED)
    assert lines[0].startswith("::error file=2024/Ver einbarung%2C Nr%3A 1#2.pdf,title=SUM001::")
    assert "%0D%0A::error::x%25" in lines[0]
    assert lines[1].startswith("::notice file=b.pdf,title=SIG007::")
    assert lines[2].startswith("::warning title=ARC003::")


def test_nothing_found_is_nothing_said() -> None:
    assert render([], "text") == render([], "github") == ""
    assert json.loads(render([], "json")) == []
