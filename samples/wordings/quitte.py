from __future__ import annotations

import random
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.parts import Draft
from samples.writer import Writer

SUBJECTS = (
    ("zur Übertragung der Aufgaben der Adoptionsvermittlung", "die Adoptionsvermittlungsstelle"),
    ("über eine gemeinsame Rettungsleitstelle", "die Leitstelle"),
    ("über den gemeinsamen Betrieb eines Tierheims", "das Tierheim"),
    ("zur Zusammenarbeit in der Lebensmittelüberwachung", "das gemeinsame Labor"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject, office = rng.choice(SUBJECTS)
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.4, after=4),
        Paragraph(plain(subject), align, scale=1.1, after=14),
    )
    _parties(w)
    spaced = rng.random() < 0.5

    def section(title: str) -> None:
        number = (Run("§ ", bold=True), w.next_section())
        if spaced:
            w.add(
                Paragraph(number, "center", before=12, after=0, with_next=True),
                Paragraph((w.heading(title),), "center", after=5, with_next=True),
            )
            return
        w.add(
            Paragraph(
                (*number, Run(" ", bold=True), w.heading(title)), "left", before=12, after=4, with_next=True
            )
        )

    section("Aufgabenübergang")
    w.paragraph("(1) Die Aufgabe wird für das Gebiet aller Beteiligten von einer Stelle wahrgenommen.")
    w.paragraph(
        "(2) Für {office} stellt {first} Personal und Räume. Weisungsbefugt ist allein die dortige "
        "Verwaltungsspitze.",
        office=office,
        first=w.party(0, "nominative"),
    )
    section("Kostenausgleich")
    total, _ = w.amount(s.total, "total", label="Gesamtaufwand")
    w.paragraph(
        rng.choice(
            (
                "(1) Der jährliche Aufwand wird pauschal mit {total} veranschlagt.",
                "(1) Zu verteilen ist ein jährlicher Gesamtaufwand von {total}.",
            )
        ),
        total=total,
    )
    w.paragraph(
        "(2) Maßgeblich für die Verteilung ist die Einwohnerzahl. Danach ergeben sich diese Beiträge:"
    )
    _shares(w)
    w.paragraph("(3) Die Beiträge sind in zwei gleichen Raten zur Jahresmitte und zum Jahresende fällig.")
    section("Laufzeit und Kündigung")
    w.paragraph(
        "Die Vereinbarung läuft auf unbestimmte Zeit; erstmals zum {day} kann sie mit einer Frist von einem "
        "Jahr gekündigt werden.",
        day=w.date(s.deadline, "other"),
    )
    section("Genehmigung")
    w.paragraph("Sie bedarf der Genehmigung der Aufsichtsbehörde und der öffentlichen Bekanntmachung.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "caladea", "manrope")),
        size=rng.choice((10.8, 11.4)),
        header=s.file_mark,
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}")),
        left=76,
        right=76,
    )


def _parties(w: Writer) -> None:
    """In one sentence with "und", or below each other with what each is called from here on."""
    s = w.scenario
    last = len(s.parties) - 1
    if w.rng.random() < 0.5:
        runs: list[Run] = []
        for index in range(last + 1):
            runs += [Run(" und " if index == last else ", ")] if index else []
            runs += w.party(index, "nominative", mark=True, capital=index == 0)
        closing = Run(
            " schließen nach §§ 24 ff. des Gesetzes über kommunale Gemeinschaftsarbeit diese Vereinbarung:"
        )
        w.add(Paragraph((*runs, closing), "justify", after=6))
        return
    w.add(Paragraph(plain("Zwischen"), "left", after=3, with_next=True))
    for index in range(last + 1):
        lead = Run("und " if index == last else "")
        called = "Beteiligte" if s.parties[index].gender == "f" else "Beteiligter"
        tail = Run(f" ({called} zu {index + 1})" + ("," if index < last - 1 else ""))
        w.add(Paragraph((lead, *w.party(index, "dative", mark=True), tail), "left", after=3, indent=28))
    w.add(Paragraph(plain("wird nach Beschlussfassung der Vertretungsorgane vereinbart:"), "left", after=6))


def _shares(w: Writer) -> None:
    """The share in per cent and in money: in a table or in lines."""
    s = w.scenario
    tabled = w.rng.random() < 0.5
    rows: list[tuple[Text, ...]] = [
        (plain("Beteiligte", True), plain("Anteil", True), plain("Beitrag", True))
    ]
    w.tables += 1 if tabled else 0
    for row, (party, share) in enumerate(zip(s.parties, s.shares, strict=True), start=1):
        percent = f"{share / s.total * 100:.1f}".replace(".", ",") + " %"
        where: dict[str, Any] = {"table": w.tables, "row": row, "style": "sign"} if tabled else {}
        run, _ = w.amount(share, "component", label=party.printed, **where)
        if tabled:
            rows.append((plain(party.printed), plain(percent), (run,)))
        else:
            text = (Run(f"{party.printed}: "), run, Run(f" ({percent})"))
            w.add(Paragraph(text, "left", after=2, indent=40, hang=14, marker=plain("–")))
    if tabled:
        w.add(Table(tuple(rows), (3.0, 0.9, 1.5), ("left", "right", "right"), s.ruled))
    else:
        w.add(Gap(4))


def _sign(w: Writer) -> None:
    """For whom, when and where, then all who sign for it below each other; two sides in a row."""
    s = w.scenario
    columns: list[tuple[SignLine, ...]] = []
    one_line = w.rng.random() < 0.5
    for index in range(len(s.parties)):
        lines: list[SignLine] = []
        for signer in (one for one in s.signers if one.party == index):
            lines += [SignLine(height=10.0)] if lines else []
            lines += _one(enter(w, signer), one_line)
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=24.0 if start == 0 else 16.0))


def _one(one: Signature, one_line: bool) -> list[SignLine]:
    article, organisation = one.organisation("accusative")
    lines = [
        SignLine((Run(f"Für {article} "), organisation)),
        SignLine((one.place, Run(", den "), one.date)),
        SignLine(line="rule", pen=one.name is not None, height=36.0),
    ]
    if one.name and one.function:
        if one_line:
            lines.append(SignLine((one.name, Run(", "), one.function)))
        else:
            lines += [SignLine((one.function,)), SignLine((one.name,))]
    return lines
