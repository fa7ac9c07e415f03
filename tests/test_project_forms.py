"""Forms in which agreements list their projects, written by somebody who had not seen the program.

tests/data/project_forms.json: `text` is typed (tests/typed_pages.py) and stands between the usual front and
back unless it is a `whole` agreement; `measures` is what it says; what is not read yet is `missed`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.agreement import Project
from models.settings import Review
from tests.test_projects_around import BACK, FRONT
from tests.typed_pages import typed_agreement

FILE = Path(__file__).parent / "data" / "project_forms.json"
FORMS = {form["name"]: form for form in json.loads(FILE.read_text(encoding="utf-8"))}
READ = [name for name, form in FORMS.items() if not form["missed"]]


def projects_of(form: dict[str, Any]) -> list[tuple[int | None, Project]]:
    text = "\n".join(form["text"]) + "\n"
    record = typed_agreement(text if form["whole"] else FRONT + text + BACK)
    return [(measure.number, project) for measure in record.measures for project in measure.projects]


def names_in(form: dict[str, Any]) -> list[tuple[int | None, str]]:
    return [(measure["number"], name) for measure in form["measures"] for name in measure["projects"]]


@pytest.mark.parametrize("name", READ)
def test_a_form_is_read_that_nobody_wrote_for_the_program(name: str) -> None:
    found = [(number, project.name.value) for number, project in projects_of(FORMS[name])]
    assert sorted(found, key=str) == sorted(names_in(FORMS[name]), key=str)


@pytest.mark.parametrize("name", FORMS)
def test_no_wrong_name_is_delivered_in_silence(name: str) -> None:
    right = {printed for _, printed in names_in(FORMS[name])}
    wrong = [project for _, project in projects_of(FORMS[name]) if project.name.value not in right]
    assert all(project.name.provenance.confidence < Review().confidence for project in wrong)
