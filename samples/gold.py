"""The gold of one agreement: the values that stand on its pages, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from samples.setting import Setting

Gold = dict[str, Any]
LISTS = (
    "programmes",
    "parties",
    "amounts",
    "measures",
    "signatories",
    "dates",
    "sections",
    "section_headings",
)
_PATH = re.compile(r"^(\w+)\[(\d+)\](.*)$")


def places_of(setting: Setting, values: Gold, shared: Mapping[str, str]) -> dict[str, list[Gold]]:
    """Path of a value → all its printings, in reading order.

    `shared`: path of a value → path of the one whose printing is also its own, as where one line of
    place and date holds for all who signed.
    """
    places = {
        path: [{"page": place.page, "bbox": list(place.bbox), "text": place.text} for place in found]
        for path, found in setting.places().items()
    }
    for path, printed in shared.items():
        if printed in places:
            places[path] = [dict(place) for place in places[printed]]
    for index, entry in enumerate(values["dates"]):
        signed = places.get(f"signatories[{entry.get('signatory', 0) - 1}].date")
        if signed:
            places[f"dates[{index}]"] = [dict(place) for place in signed]
    return places


def keep_printed(values: Gold, places: dict[str, list[Gold]]) -> tuple[Gold, dict[str, list[Gold]]]:
    """Drop what stands on no page (any more): the gold is what is printed, not what was meant."""
    paths = {path: path for path in places}
    result = dict(values)
    for name in LISTS:
        kept = [i for i in range(len(values[name])) if any(p.startswith(f"{name}[{i}]") for p in places)]
        result[name] = [_entry(name, i, values[name][i], places, paths) for i in kept]
        moved = {old: new for new, old in enumerate(kept)}
        for path in places:
            match = _PATH.match(path)
            if match and match[1] == name:
                rest = paths[path][len(match[0]) - len(match[3]) :]
                paths[path] = f"{name}[{moved[int(match[2])]}]{rest}"
    for name in ("kind", "budget_year", "authority"):
        if name not in places:
            result[name] = None
    result["programme"] = result["programmes"][0]["name"] if result["programmes"] else None
    return result, {paths[path]: found for path, found in places.items()}


def in_printed_order(
    values: Gold, places: dict[str, list[Gold]], said: Sequence[str]
) -> tuple[Gold, dict[str, list[Gold]]]:
    """The parties in the order in which the text names them: so they are counted, and who signs for them.

    `said`: the paths of all values in the order of the text, which that of pages in a file may not be.
    """
    order = sorted(range(len(values["parties"])), key=lambda index: said.index(f"parties[{index}].name"))
    moved = {old: new for new, old in enumerate(order)}
    result = dict(values)
    result["parties"] = [values["parties"][old] for old in order]
    result["signatories"] = [
        {**one, "party": moved[one["party"] - 1] + 1} if one["party"] else one
        for one in values["signatories"]
    ]
    paths = {
        path: f"parties[{moved[int(match[2])]}]{match[3]}"
        if (match := _PATH.match(path)) and match[1] == "parties"
        else path
        for path in places
    }
    return result, {paths[path]: found for path, found in places.items()}


def _entry(name: str, index: int, entry: Any, places: dict[str, list[Gold]], paths: dict[str, str]) -> Any:
    """One entry of a list without its unprinted parts; notes in `paths` how projects move up."""
    path = f"{name}[{index}]"
    if name == "measures":
        kept = [i for i in range(len(entry["projects"])) if f"{path}.projects[{i}]" in places]
        for new, old in enumerate(kept):
            paths[f"{path}.projects[{old}]"] = f"{path}.projects[{new}]"
        title = entry["title"] if f"{path}.title" in places else None
        return {**entry, "title": title, "projects": [entry["projects"][i] for i in kept]}
    if name == "signatories":
        printed = {key: value for key, value in entry.items() if f"{path}.{key}" in places or key == "party"}
        gone = {key: None for key in entry if key not in printed}
        has_date = f"{path}.date" in places
        dated = {key: entry[key] for key in ("date", "date_text")} if has_date else {}
        return {**entry, **gone, **dated}
    if name == "parties":
        optional = ("abbreviation", "representative")
        return {k: v for k, v in entry.items() if k not in optional or f"{path}.{k}" in places}
    return entry
