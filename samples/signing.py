"""The signature block in its many forms."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Block, Line, Run, SignatureColumns, SignLine, plain
from samples.scenario import Signer
from samples.writer import Writer

STYLE_FAMILY = {"typed": None, "stamp": "courier", "hand": "hand"}


def sign(writer: Writer) -> list[Block]:
    """The block for all signers, each entered in the gold under its own party."""
    scenario = writer.scenario
    rng = writer.rng
    look = _Look(rng, scenario.organisation_above)
    columns = [_lines(writer, signer, look) for signer in scenario.signers]
    if scenario.signature_form == "stacked":
        blocks: list[Block] = []
        for number, column in enumerate(columns):
            blocks.append(SignatureColumns((column,), before=26.0 if number == 0 else 18.0))
        return blocks
    if scenario.signature_form == "three_columns" or len(columns) <= 2:
        count = len(columns)
        return [
            SignatureColumns(
                tuple(columns), gutter=18.0 if count > 2 else 30.0, scale=0.86 if count > 2 else 1.0
            )
        ]
    # Two columns, one per party; the signers of one party stand under each other.
    by_side: tuple[list[SignLine], list[SignLine]] = ([], [])
    for signer, column in zip(scenario.signers, columns, strict=True):
        side = by_side[0 if signer.party == 0 else 1]
        if side:
            side.append(SignLine(height=14.0))
        side.extend(column)
    return [SignatureColumns(tuple(tuple(side) for side in by_side))]


class _Look:
    """What all columns of one block share."""

    def __init__(self, rng: random.Random, organisation_above: bool) -> None:
        self.above = organisation_above
        self.pen = rng.random() < 0.85
        self.line: Line = rng.choice(("none", "none", "rule", "dots"))
        self.den = rng.choice(("den ", "den ", ""))
        self.genitive = rng.random() < 0.5
        self.date_below = rng.random() < 0.12 and self.line != "none"
        self.one_line = rng.random() < 0.15


def _lines(writer: Writer, signer: Signer, look: _Look) -> tuple[SignLine, ...]:
    index = len(writer.gold["signatories"])
    path = f"signatories[{index}]"
    person = signer.person
    organisation = signer.organisation
    writer.gold["signatories"].append(
        {
            "party": signer.party + 1,
            "name": person.name if person else None,
            "function": signer.function if person else None,
            "organisation": organisation.official,
            "place": signer.place,
            "date": signer.day.isoformat() if signer.day and signer.date_text else None,
            "date_text": signer.date_text,
        }
    )
    if signer.day and signer.date_text:
        writer.gold["dates"].append(
            {
                "value": signer.day.isoformat(),
                "role": "signature",
                "text": signer.date_text,
                "signatory": index + 1,
            }
        )
    place = Run(signer.place, f"{path}.place")
    date_run = (
        Run(
            signer.date_text,
            f"{path}.date",
            bold=signer.date_style == "stamp",
            family=STYLE_FAMILY[signer.date_style],
        )
        if signer.date_text
        else Run("_" * 14)
    )
    place_line = SignLine((place, Run(", " + look.den), date_run))
    lines: list[SignLine] = []
    name_case = organisation.case(
        "genitive" if look.genitive and organisation.gender != "n" else "nominative"
    )
    article = name_case[0] + " " if look.genitive and organisation.gender != "n" and not look.above else ""
    name_of_office = Run(name_case[1] if article else organisation.official, f"{path}.organisation")
    if look.above:
        party_name = organisation.case("accusative")
        lines += [
            SignLine((Run(f"Für {party_name[0]} "), replace(name_of_office, text=party_name[1]))),
            SignLine(height=10.0),
        ]
    if not look.date_below:
        lines += [place_line, SignLine(height=8.0)]
    lines.append(
        SignLine(
            plain("i. V." if signer.deputising else ""),
            look.line,
            pen=look.pen and person is not None,
            height=30.0,
        )
    )
    if person:
        name = Run(person.name, f"{path}.name")
        function = Run(signer.function, f"{path}.function")
        if look.one_line:
            lines.append(SignLine((name, Run(", "), function)))
        else:
            lines += [SignLine((name,)), SignLine((function,))]
    if not look.above:
        lines.append(SignLine((Run(article), name_of_office)))
    if look.date_below:
        lines.append(place_line)
    return tuple(lines)
