"""`datapackage.json`: what stands in the CSV files, for programs (Data Package 2.0, https://datapackage.org)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from output.csv_files import LINE_END, CsvProfile, csv_path
from output.schema import Column, ColumnType, ForeignKey, Table
from output.tables import TABLES

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

FIELD_TYPES: dict[ColumnType, str] = {
    "text": "string",
    "integer": "integer",
    "page": "integer",
    "confidence": "number",
    "amount": "number",
    "date": "date",
}


def write_datapackage(path: Path, profile: CsvProfile) -> None:
    path.write_text(json.dumps(datapackage(profile), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def datapackage(profile: CsvProfile) -> dict[str, Any]:
    return {
        "$schema": PACKAGE_PROFILE,
        "name": "aktenlese",
        "title": "Aktenlese: Tabellen aus unterschriebenen Vereinbarungen",
        "resources": [_resource(table, profile) for table in TABLES],
    }


def _resource(table: Table[Any], profile: CsvProfile) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.german,
        "path": csv_path(table.name),
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": profile.delimiter, "lineTerminator": LINE_END},
        "schema": {
            "fields": [_field(column, profile) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [_foreign_key(key, table) for key in table.foreign_keys],
        },
    }


def _field(column: Column[Any], profile: CsvProfile) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "title": column.title,
        "description": column.german,
    }
    if field["type"] == "number":
        field["decimalChar"] = profile.decimal_mark
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(key: ForeignKey, table: Table[Any]) -> dict[str, Any]:
    # The specification wants a table that points to itself to leave the resource empty.
    resource = "" if key.table == table.name else key.table
    return {"fields": list(key.columns), "reference": {"resource": resource, "fields": list(key.key)}}
