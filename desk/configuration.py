"""The configuration file: TOML in the shape of `models.settings.Settings`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checks.engine import unknown_rules
from models.settings import Settings
from models.system import system_cause

WRONG_VALUE = {
    "int_type": "eine ganze Zahl",
    "int_parsing": "eine ganze Zahl",
    "int_from_float": "eine ganze Zahl",
    "float_type": "eine Zahl",
    "float_parsing": "eine Zahl",
    "string_type": "ein Text",
    "bool_type": "true oder false",
    "bool_parsing": "true oder false",
    "tuple_type": "eine Liste",
    "list_type": "eine Liste",
    "model_type": "ein Abschnitt",
    "greater_than": "mehr als {gt}",
    "greater_than_equal": "mindestens {ge}",
    "less_than": "weniger als {lt}",
    "less_than_equal": "höchstens {le}",
    "literal_error": "{expected}",
}


class ConfigurationError(Exception):
    """The configuration cannot be used. The message is German and names the key."""


def load_settings(file: Path | None = None, flags: Mapping[str, Any] | None = None) -> Settings:
    """The defaults, overruled by the file, overruled by the flags.

    `flags` has dotted keys ("batch.jobs"); a value of None means: not given. Raises ConfigurationError.
    """
    given = _read(file) if file else {}
    for key, value in (flags or {}).items():
        if value is not None:
            _put(given, key, value)
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        raise ConfigurationError("\n".join(_explain(detail) for detail in error.errors())) from None
    if unknown := unknown_rules(settings):
        raise ConfigurationError(f"Diese Regel gibt es nicht: {', '.join(unknown)} (siehe docs/rules.md).")
    return settings


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(
            f"{file} ist nicht lesbar: {system_cause(error)}. Bitte Pfad und Leserecht prüfen."
        ) from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file} ist kein UTF-8. Bitte in dieser Kodierung speichern.") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f" (Zeile {place[1]}, Spalte {place[2]})" if place else ""
        raise ConfigurationError(
            f"{file} ist kein TOML{where}. Ein Muster steht in docs/operation.md."
        ) from None


def _put(settings: dict[str, Any], key: str, value: Any) -> None:
    *sections, last = key.split(".")
    for section in sections:
        inner = settings.setdefault(section, {})
        if not isinstance(inner, dict):
            return  # the file has a value where a section belongs: validation says so
        settings = inner
    settings[last] = value


def _explain(detail: ErrorDetails) -> str:
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = _known_keys()
        close = get_close_matches(key, known, n=1) or [
            name for name in known if name.split(".")[-1] == key.split(".")[-1]
        ]
        return f"Unbekannter Schlüssel „{key}“." + (f" Gemeint: „{close[0]}“?" if close else "")
    if detail["type"] in WRONG_VALUE:
        wanted = WRONG_VALUE[detail["type"]].format(**detail.get("ctx", {})).replace(" or ", " oder ")
        return f"„{key}“: {detail['input']!r} passt nicht, verlangt ist {wanted}."
    return f"„{key}“: {detail['input']!r} passt nicht ({detail['msg']})."


def _known_keys(model: type[BaseModel] = Settings, prefix: str = "") -> list[str]:
    keys = []
    for name, field in model.model_fields.items():
        keys.append(prefix + name)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            keys += _known_keys(field.annotation, f"{prefix}{name}.")
    return keys
