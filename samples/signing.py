"""The signature block in its many forms."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from samples.blocks import Align, Block, Line, Run, SignatureColumns, SignLine, plain
from samples.scenario import Case, Scenario, Signer
from samples.writer import Writer

STYLE_FAMILY = {"typed": None, "stamp": "courier", "hand": "hand"}


def sign(writer: Writer) -> list[Block]:
    """The block for all signers, each entered in the gold under its own party."""
    scenario = writer.scenario
    rng = writer.rng
    look = _Look(rng, scenario)
    align: Align = "center" if scenario.signing == "brackets" else "left"
    columns = [_lines(writer, signer, look) for signer in scenario.signers]
    if scenario.signature_form == "stacked":
        blocks: list[Block] = []
        for number, column in enumerate(columns):
            blocks.append(SignatureColumns((column,), align=align, before=26.0 if number == 0 else 18.0))
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
    return [SignatureColumns(tuple(tuple(side) for side in by_side), align=align)]


class _Look:
    """What all columns of one block share."""

    def __init__(self, rng: random.Random, scenario: Scenario) -> None:
        self.above = scenario.organisation_above
        self.form = scenario.signing
        self.pen = rng.random() < 0.85
        self.line: Line = rng.choice(("none", "none", "rule", "dots"))
        self.den = rng.choice(("den ", "den ", ""))
        self.genitive = rng.random() < 0.5
        self.date_below = rng.random() < 0.12 and self.line != "none"
        self.one_line = rng.random() < 0.15


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature as runs, entered in the gold. No name and no function: the line was left empty."""

    signer: Signer
    path: str
    place: Run
    date: Run
    name: Run | None
    function: Run | None

    @property
    def bare_organisation(self) -> Run:
        """Whom the signer stands for, without an article."""
        return Run(self.signer.organisation.printed, f"{self.path}.organisation")

    def organisation(self, case: Case) -> tuple[str, Run]:
        """Article and name of whom the signer stands for."""
        article, name = self.signer.organisation.case(case)
        return article, Run(name, f"{self.path}.organisation")


def enter(writer: Writer, signer: Signer, line_of: int | None = None) -> Signature:
    """Enter a signature in the gold. `line_of`: index of the one whose line of place and date it shares."""
    index = len(writer.gold["signatories"])
    path = f"signatories[{index}]"
    person = signer.person
    writer.gold["signatories"].append(
        {
            "party": signer.party + 1,
            "name": person.name if person else None,
            "function": signer.function if person else None,
            "organisation": signer.organisation.official,
            "place": signer.place,
            "date": signer.day.isoformat() if signer.day and signer.date_text else None,
            "date_text": signer.date_text,
        }
    )
    if line_of is not None:
        writer.shared |= {f"{path}.{part}": f"signatories[{line_of}].{part}" for part in ("place", "date")}
    elif signer.date_text:
        writer.gold["dates"].append(
            {
                "value": signer.day.isoformat() if signer.day else None,
                "role": "signature",
                "text": signer.date_text,
                "signatory": index + 1,
            }
        )
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
    return Signature(
        signer,
        path,
        Run(signer.place, f"{path}.place"),
        date_run,
        Run(person.name, f"{path}.name") if person else None,
        Run(signer.function, f"{path}.function") if person else None,
    )


def in_rows(
    columns: Sequence[tuple[SignLine, ...]], across: int = 2, then: float = 16.0, **look: Any
) -> list[SignatureColumns]:
    """Columns beside each other, so many in a row; `then`: the room above each row but the first."""
    rows = [columns[start : start + across] for start in range(0, len(columns), across)]
    return [
        SignatureColumns((*row, *[()] * (across - len(row))), **{"before": then if number else 24.0, **look})
        for number, row in enumerate(rows)
    ]


def enter_by_party(writer: Writer, named_once: bool = False) -> list[list[tuple[Signature, bool]]]:
    """All signatures, entered in the gold, those of one party together, each with whether it has its own
    line of place and date: who signs on the day of the first of the party stands under that one's.

    `named_once`: the first prints whom they stand for, and the others share that print.
    """
    found: list[list[tuple[Signature, bool]]] = []
    for signer in writer.scenario.signers:
        index = len(writer.gold["signatories"])
        if not found or found[-1][0][0].signer.party != signer.party:
            found.append([(enter(writer, signer), True)])
            continue
        first = found[-1][0][0].signer
        if named_once:
            path = f"signatories[{index - len(found[-1])}].organisation"
            writer.shared[f"signatories[{index}].organisation"] = path
        if signer.day is None or (signer.day, signer.place) != (first.day, first.place):
            found[-1].append((enter(writer, signer), True))
            continue
        same = replace(signer, date_text=first.date_text, date_style=first.date_style)
        found[-1].append((enter(writer, same, index - len(found[-1])), False))
    return found


def _lines(writer: Writer, signer: Signer, look: _Look) -> tuple[SignLine, ...]:
    signature = enter(writer, signer)
    person, path = signer.person, signature.path
    place_line = SignLine((signature.place, Run(", " + look.den), signature.date))
    above, below = _organisation(signer, look, f"{path}.organisation")
    lines: list[SignLine] = [*above]
    if look.form == "captions":
        lines += [place_line, SignLine(plain("(Ort, Datum)"))]
    elif not look.date_below:
        lines += [place_line, SignLine(height=8.0)]
    lines.append(
        SignLine(
            plain("i. V." if signer.deputising else ""),
            "rule" if look.form == "captions" else look.line,
            pen=look.pen and person is not None,
            height=30.0,
        )
    )
    if look.form == "captions":
        lines.append(SignLine(plain("(Unterschrift)")))
    name, function = signature.name, signature.function
    if name and function:
        if look.form == "brackets":
            lines += [SignLine((Run("("), name, Run(")"))), SignLine((function,))]
        elif look.one_line:
            lines.append(SignLine((name, Run(", "), function)))
        else:
            lines += [SignLine((name,)), SignLine((function,))]
    lines += below
    if look.date_below and look.form != "captions":
        lines.append(place_line)
    return tuple(lines)


def _organisation(signer: Signer, look: _Look, mark: str) -> tuple[list[SignLine], list[SignLine]]:
    """The organisation's lines above and below the signature; one of the two is empty."""
    party = signer.organisation
    if look.form == "organ" and party.gender != "n":
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        article, name = party.case("genitive")
        return [SignLine((Run(f"{organ} {article} "), Run(name, mark))), SignLine(height=10.0)], []
    if look.above or look.form == "organ":
        article, name = party.case("accusative")
        return [SignLine((Run(f"Für {article} "), Run(name, mark))), SignLine(height=10.0)], []
    if look.genitive and party.gender != "n":
        article, name = party.case("genitive")
        return [], [SignLine((Run(article + " "), Run(name, mark)))]
    return [], [SignLine((Run(party.printed, mark),))]
