"""Records for the output tests: one rich agreement by hand, and any record at all by hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from models.agreement import (
    Agreement,
    Amount,
    DateMention,
    DocumentInfo,
    Measure,
    PageInfo,
    Party,
    Programme,
    Project,
    Signatory,
)
from models.finding import Finding
from models.settings import Settings
from models.values import Extracted, Provenance, Spot
from output.run_file import RunInfo
from output.write import write_outputs

PLACE = Provenance(page=1, bbox=(70.0, 100.0, 300.0, 112.0), origin="text_layer", confidence=1.0)


def place(page: int = 1, confidence: float = 1.0) -> Provenance:
    return PLACE.model_copy(update={"page": page, "confidence": confidence})


def read(value: Any, text: str | None = None, page: int = 1, confidence: float = 1.0) -> Extracted[Any]:
    return Extracted[Any](value=value, text=text or str(value), provenance=place(page, confidence))


def amount(value: str, **fields: Any) -> Amount:
    text = fields.pop("text", f"{value} Euro")
    provenance = place(fields.pop("page", 1), fields.pop("confidence", 1.0))
    return Amount(value=Decimal(value), text=text, provenance=provenance, **fields)


def agreement(number: int = 1, **fields: Any) -> Agreement:
    """A bare record, only its document known, of the file `zv-<number>.pdf`."""
    document = DocumentInfo(
        id=f"{number:016x}", path=f"zv-{number}.pdf", sha256=f"{number:064x}", media_type="application/pdf"
    )
    return Agreement(**({"document": document, "status": "ok"} | fields))


def rich_agreement() -> Agreement:
    """Something in every table: two programmes, a measure without projects, an undated signature."""
    pages = (
        PageInfo(number=1, origin="text_layer", reason="", confidence=1.0, width=595.0, height=842.0),
        PageInfo(number=2, origin="ocr", reason="kein Text", confidence=0.91, width=595.0, height=842.0),
    )
    return agreement(
        document=DocumentInfo(
            id="00ab12cd34ef5678",
            path="2018/Vereinbarung Nr. 7 #2 (Entwurf 100%).pdf",
            sha256="00ab12cd34ef5678" + "0" * 48,
            media_type="application/pdf",
            pages=pages,
        ),
        status="review",
        reason="Die Teilbeträge ergeben nicht den Gesamtbetrag.",
        kind=read("Zielvereinbarung"),
        kind_key="target_agreement",
        title=read("Zielvereinbarung über das Ausbildungsbudget"),
        programme=(
            Programme(value="Ausbildungsbudget", text="Ausbildungsbudget", provenance=PLACE, key="ab"),
            Programme(value="Arbeitsmarktbudget", text="Arbeitsmarkt-\nbudget", provenance=PLACE, key="amb"),
        ),
        budget_year=read(2018),
        parties=(
            Party(role="grantor", name=read("Ministerium für Muster"), abbreviation=read("MfM")),
            Party(
                role="recipient", name=read("Landkreis Größenwald"), registry_key="06999000", match_score=0.98
            ),
        ),
        amounts=(
            amount(
                "336700.00",
                role="total",
                programme_key="ab",
                page=2,
                confidence=0.93,
                in_words=read(Decimal("336700"), "dreihundert…"),
            ),
            amount("221200.50", role="total", programme_key="amb", page=2, confidence=0.97, year=2018),
            amount("336700.00", role="component", programme_key="ab", table=1, row=1, label="=Summe(A1)"),
            amount("-0.5", role="other", text="-0,50 €"),
        ),
        measures=(
            Measure(
                number=1,
                title=read("Ausbildungsvorbereitung"),
                projects=(
                    Project(name=read("@home – Coaching"), amount=read(Decimal("1234.56"))),
                    Project(name=read("Zweite; Chance")),
                ),
            ),
            Measure(number=2, title=read('Ausbildung "vor Ort"')),
        ),
        signatories=(
            Signatory(
                name=read("Amalia Beispiel"), party=1, place=read("Musterstadt"), date=read(date(2018, 3, 9))
            ),
            Signatory(name=read("Bruno Muster"), function=read("Landrat"), party=2),
            Signatory(date=read(date(2018, 2, 28), "28.2.2018", page=2, confidence=0.7)),
        ),
        dates=(DateMention(value=date(2018, 3, 9), text="9.3.2018", provenance=PLACE, role="signature"),),
        findings=(
            Finding(
                rule="SUM001",
                severity="error",
                message="Die Teilbeträge ergeben nicht den Gesamtbetrag.",
                expected="557.900,50 €",
                found="336.700,00 €",
                difference="-221.200,50 €",
                fields=("amounts[0]", "amounts[2]"),
                spots=(Spot(page=2, bbox=PLACE.bbox),),
            ),
            Finding(rule="SIG003", severity="warning", message="Eine Unterschrift trägt kein Datum."),
        ),
    )


def archive() -> list[Agreement]:
    """Four files out of order: read, read without trouble, failed, and a second copy of the first."""
    rich = rich_agreement()
    copy = rich.document.model_copy(update={"path": "zz-copy.pdf", "duplicate_of": rich.document.path})
    failed = agreement(3, status="failed", reason="Die Datei ist leer.")
    return [
        rich.model_copy(update={"document": copy}),
        failed,
        agreement(2, amounts=(amount("100000.10", role="total"),)),
        rich,
    ]


def write(agreements: list[Agreement], out: Path, settings: Settings | None = None) -> Path:
    run = RunInfo(
        archive=str(out.parent / "archive"),
        versions={"aktenlese": "0.1.0"},
        started=datetime(2026, 1, 1, 12, tzinfo=UTC),
        timings={"extract": 1.5},
        exit_status=4,
    )
    write_outputs(agreements, out, settings or Settings(), run)
    return out


# Any text that a record can hold: pydantic refuses lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["=1+1", "+49 611", "-", "@x", "\tx", "\r\n", "＝1", "1.2", "06433000", "http://x", 'a"b;c,d', "_x0041_"]
)
numbers = st.integers(1, 400)
places = st.builds(
    Provenance,
    page=numbers,
    bbox=st.tuples(*[st.floats(0, 5000)] * 4),
    origin=st.sampled_from(["text_layer", "ocr"]),
    confidence=st.floats(0, 1),
)
amounts_of_money = st.decimals(-(10**18), 10**18, places=2, allow_nan=False) | st.decimals(
    0, 10**6, allow_nan=False, allow_infinity=False
)


def extracted(values: st.SearchStrategy[Any], kind: Any) -> st.SearchStrategy[Any]:
    return st.builds(Extracted[kind], value=values, text=texts, provenance=places)


def optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


read_texts = extracted(texts, str)
read_dates = extracted(st.dates(), date)
roles_of_amounts = st.sampled_from(["total", "component", "subtotal", "replaced", "replacement", "other"])

parties = st.builds(
    Party,
    role=st.sampled_from(["grantor", "recipient", "party"]),
    name=read_texts,
    registry_key=optional(texts),
    match_score=optional(st.floats(0, 1)),
    abbreviation=optional(read_texts),
    representative=optional(read_texts),
)
amounts = st.builds(
    Amount,
    value=amounts_of_money,
    text=texts,
    provenance=places,
    currency=st.sampled_from(["EUR", "DEM"]),
    role=roles_of_amounts,
    label=optional(texts),
    year=optional(numbers),
    programme_key=optional(st.sampled_from(["ab", "amb"])),
    in_words=optional(extracted(optional(amounts_of_money), Decimal | None)),
    table=optional(numbers),
)
measures = st.builds(
    Measure,
    number=optional(numbers),
    title=read_texts,
    projects=some(st.builds(Project, name=read_texts, amount=optional(extracted(amounts_of_money, Decimal)))),
)
findings = st.builds(
    Finding,
    rule=texts.filter(bool),
    severity=st.sampled_from(["error", "warning", "info"]),
    message=texts,
    difference=optional(texts),
    spots=some(st.builds(Spot, page=numbers, bbox=st.tuples(*[st.floats(0, 5000)] * 4))),
)
signatories = st.builds(
    Signatory, name=optional(read_texts), place=optional(read_texts), date=optional(read_dates)
)
dates = st.builds(DateMention, value=st.dates(), text=texts, provenance=places, role=st.just("other"))


@st.composite
def any_agreement(draw: st.DrawFn, number: int) -> Agreement:
    bare = agreement(number)
    return bare.model_copy(
        update={
            "document": bare.document.model_copy(update={"path": f"{draw(texts)}-{number}.pdf"}),
            "kind": draw(optional(read_texts)),
            "budget_year": draw(optional(extracted(st.integers(0, 99999), int))),
            "parties": draw(some(parties)),
            "amounts": draw(some(amounts)),
            "measures": draw(some(measures)),
            "signatories": draw(some(signatories)),
            "dates": draw(some(dates)),
            "findings": draw(some(findings)),
            "status": draw(st.sampled_from(["ok", "review", "failed"])),
            "reason": draw(optional(texts)),
        }
    )


archives = st.integers(0, 3).flatmap(
    lambda size: st.tuples(*[any_agreement(number) for number in range(1, size + 1)]).map(list)
)
