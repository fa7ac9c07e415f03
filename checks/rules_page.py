"""Writes docs/rules.md: `python -m checks.rules_page > docs/rules.md`."""

from __future__ import annotations

from typing import Any

from checks.catalogue import AGREEMENT_RULES, ARCHIVE_RULES
from checks.rule import Rule
from models.words import SEVERITY

_GROUPS = {
    "SUM": "Summen und Beträge",
    "DAT": "Daten und Jahre",
    "PAR": "Parteien",
    "SIG": "Unterschriften",
    "PRJ": "Maßnahmenarten und Projekte",
    "DOC": "Vollständigkeit des Dokuments",
    "OCR": "Unsicher Gelesenes und nicht Gefundenes",
    "ARC": "Das Archiv im Ganzen",
}
_HEAD = """# Rules

What is held against what. This page is written from the code (`python -m checks.rules_page`); the
texts are German because the findings are. A rule is switched off by its code:

```toml
disabled_rules = ["SIG007"]
```

Severities and tolerances are set the same way, see [operation.md](operation.md#configuration):

```toml
[severities]
PAR005 = "warning"

[checks]
rounding = 0.05
```

A record with a finding of severity *Fehler* (error) or *Warnung* (warning) goes to review; a *Hinweis*
(info) does not. Nothing that is printed is ever corrected.
"""


def rules_page() -> str:
    """The page in Markdown."""
    lines = [_HEAD]
    rules: list[Rule[Any]] = [*AGREEMENT_RULES, *ARCHIVE_RULES]
    for group, title in _GROUPS.items():
        lines.append(f"## {group}: {title}\n")
        for rule in rules:
            if rule.code.startswith(group):
                lines += [
                    f"### {rule.code} ({SEVERITY[rule.severity]})\n",
                    f"{rule.german} *{rule.english}*\n",
                    f"Warum: {rule.why}\n",
                    f"Beispiel: {rule.example}\n",
                ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(rules_page(), end="")
