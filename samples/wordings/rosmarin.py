"""Drafted in the county's or city's own office: it comes first, with its own money beside the Land's."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

from samples.blocks import (
    Align,
    Divider,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Party, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import SPLIT, parts, project_sum, replaced, split_table, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Die Verpflegungspauschale der Träger wird nur bis {cap} im Quartal mitgerechnet.",
    "Der Ausschuss erwartet, dass {persons} Plätze besetzt werden; {young} Plätze hält das Jugendamt frei.",
    "Fragen zur Abrechnung nimmt die Kämmerei entgegen (Apparat {phone}).",
    "Zum Vergleich: Die Jugendberufshilfe insgesamt kostete im Vorjahr {past}.",
    "Vom Zuschuss dürfen {rate} % auf Leitung und Verwaltung entfallen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Nordkreis)",
    "Werkstatt „{name}“",
    "{name} – Aufbaustufe",
    "{name} + Sprachkurs",
)
REASONS = (
    "Der Anteil junger Menschen ohne Abschluss liegt hier noch immer über dem Durchschnitt des Landes.",
    "Die Jugendhilfeplanung hat den Bedarf ermittelt; der zuständige Ausschuss hat ihn gebilligt.",
    "Betriebe der Region suchen Nachwuchs, den sie ohne Vorbereitung und Begleitung nicht fänden.",
)
ROLES = {"m": "Kreis", "f": "Stadt", "n": "Land"}


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "helvetica", "open-sans")),
        size=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, "Fachbereich Jugend und Beschäftigung · Sachgebiet 51.4")),
        header_align="left",
        footer=rng.choice(("{page}/{pages}", "Ausfertigung für das Land – Seite {page}")),
        footer_align="right",
        left=80,
        right=62,
    )


def _role(w: Writer, index: int) -> str:
    parties = w.scenario.parties
    several = sum(party.gender == parties[index].gender for party in parties) > 1
    return ROLES[parties[index].gender] + (f" {index}" if several else "")


def _opening(w: Writer) -> None:
    """Register number, title, then who concludes it: the county or city before the Land."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph(plain(f"Vertragsregister {rng.randint(11, 480)}/{s.year}"), "right", scale=0.85, after=14),
        Paragraph((w.kind(),), "left", scale=1.7, after=2),
        Paragraph(
            (Run("Haushaltsjahr "), w.year(), Run(" · Mittel aus dem "), *programme_names(w)),
            "left",
            scale=1.1,
            after=2,
        ),
        Divider(after=12),
    )
    order = [*range(1, len(s.parties)), 0]
    for number, index in enumerate(order):
        short = abbreviation(w) if index == 0 else ()
        text: Text = w.party(index, "nominative", mark=True, capital=number == 0)
        text = (*text, Run(" "), *short[:2], Run(")")) if short else text
        inserted = represented(w, index)
        role = _role(w, index)
        w.add(
            Paragraph(
                (*text, *inserted, Run(f" (im Text: „{role}“)")),
                "left",
                after=3,
                indent=26,
                with_next=True,
            )
        )
        if index:
            w.add(Paragraph(plain("und"), "left", after=3, with_next=True))
    w.add(Paragraph(plain("schließen diese Vereinbarung:"), "left", after=8))


def _open(w: Writer, title: str) -> None:
    text = (w.next_section(), Run(") ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", scale=1.08, before=12, after=4, with_next=True))


def _amend(w: Writer) -> None:
    _open(w, "Bisheriger Stand")
    w.paragraph(
        "Grundlage ist die Zielvereinbarung, die beide Seiten am {day} geschlossen haben.", day=amended(w)
    )
    _open(w, "Was sich ändert")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Das Land erhöht seinen Beitrag für {clause_year}: Er beträgt jetzt {new} (vorher {old}).",
                "Der Landesbeitrag für {clause_year} lautet nicht mehr auf {old}, sondern auf {new}.",
            )
        ),
        old=old,
        new=new,
    )
    w.paragraph("Die Eigenmittel werden aus dem laufenden Haushalt in gleichem Verhältnis aufgestockt.")
    _open(w, "Was bleibt")
    w.paragraph("Im Übrigen wird am Wortlaut nichts geändert.")
    w.paragraph("Das {authority} wird von uns unterrichtet.", authority=w.authority())


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _open(w, rng.choice(("Ausgangslage", "Warum wir zusammenarbeiten")))
    for sentence in rng.sample(REASONS, 2):
        w.paragraph(sentence)
    if s.reference:
        w.paragraph(
            "Maßgeblich ist die Beschäftigungsstrategie, die am {day} fortgeschrieben wurde.",
            day=w.date(s.reference, "reference"),
        )
    _open(w, rng.choice(("Was angeboten wird", "Angebote")))
    _projects(w)
    _open(w, rng.choice(("Wer was bezahlt", "Kosten und Deckung")))
    _funds(w)
    _open(w, "Zeitraum und Abwicklung")
    w.paragraph("Die Angebote laufen {period}.", period=period(w))
    w.paragraph(
        "Anträge und Abrufe gehen an das {authority}.",
        authority=w.authority(),
    )
    w.paragraph("Rechnung legen wir dort bis zum {deadline}.", deadline=w.date(s.deadline, "deadline"))
    _open(w, "Inkrafttreten")
    w.paragraph("Die Vereinbarung wirkt, sobald die letzte Unterschrift geleistet ist.")


def _hundreds(value: Decimal) -> Decimal:
    return (round(value / 100) * Decimal(100)).quantize(Decimal("0.01"))


def _other(w: Writer, value: Decimal, **more: Any) -> Run:
    return w.amount(value, "other", **more)[0]


def _funds(w: Writer) -> None:
    """What the Land gives; without a split a plan with the own money follows, or a sentence about it."""
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    spelled: Text = (Run(" – "), words, Run(" –")) if words else ()
    if years:
        w.paragraph("Der Beitrag des Landes summiert sich über alle Jahre auf {total}.", total=amount)
    elif s.budget == "one_line":
        w.add(
            Paragraph(w.fill("Landesbeitrag {clause_year}:"), "left", after=1, indent=26, with_next=True),
            Paragraph((amount,), "left", scale=1.2, after=8, indent=26),
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Das Land beteiligt sich im Jahr {clause_year} mit {total}{words}.",
                    "Vom Land kommen für das Jahr {clause_year} bis zu {total}{words}.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if s.budget in SPLIT:
        _split(w)
    elif s.budget != "by_project":
        _own_money(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    w.paragraph("Mehrkosten trägt, wer sie veranlasst hat.")


def _own_money(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    own = _hundreds(s.total * rng.randint(12, 31) / 100)
    if s.listing == "list":
        w.paragraph(
            "Aus dem eigenen Haushalt fließen {own} hinzu; alles zusammen kostet {whole}.",
            own=_other(w, own),
            whole=_other(w, s.total + own),
        )
        return
    third = _hundreds(s.total * rng.randint(2, 9) / 100)
    w.add(Paragraph(plain("Das ergibt den folgenden Plan:"), "left", with_next=True))
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    rows: list[tuple[Text, ...]] = [(plain("Kosten und Deckung", True), plain("EUR", True))]
    for label, value in (
        ("Kosten aller Angebote", s.total + own + third),
        ("gedeckt durch eigene Haushaltsmittel", own),
        ("gedeckt durch Beiträge von Betrieben", third),
    ):
        rows.append((plain(label), (_other(w, value, row=len(rows), **entry),)))
    rows.append((plain("gedeckt durch das Land", True), (total(w, row=len(rows), bold=True, **entry),)))
    w.add(Table(tuple(rows), (3.4, 1.3), ("left", "right"), s.ruled, padding=3.0, together=True))


def _split(w: Writer) -> None:
    s = w.scenario
    by_measure, years = s.budget == "by_measure", s.budget == "by_year"
    if s.listing == "list":
        items: list[Text] = []
        for part in parts(w):
            label = plain(f"Maßnahmenart {s.measures[part.index].number}") if by_measure else part.label
            lead = " im Jahr " if years else " für die " if by_measure else " aus dem "
            items.append((part.amount, Run(lead), *label))
        w.add(Paragraph((Run("Es sind dies "), *enumerated(items, " sowie "), Run("."))))
        return
    if not by_measure:
        heads = ("Jahr" if years else "Herkunft", "Landesbeitrag in EUR")
        w.add(split_table(w, heads, "alles zusammen", shares=(2.0, 1.6)))
        return
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    rows = [tuple(plain(head, True) for head in ("Maßnahmenart", "Landesbeitrag", "Eigenmittel"))]
    own_sum = Decimal("0.00")
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(s.measures) + 1))
    for part in found:
        own = _hundreds((s.measures[part.index].amount or Decimal(0)) * w.rng.randint(8, 26) / 100)
        own_sum += own
        number = f"{s.measures[part.index].number} – "
        rows.append(((Run(number), *part.label), (part.amount,), (_other(w, own, row=len(rows), **entry),)))
    whole = total(w, row=len(rows), bold=True, **entry)
    rows.append((plain("alles zusammen", True), (whole,), (_other(w, own_sum, row=len(rows), **entry),)))
    w.add(Table(tuple(rows), (3.2, 1.3, 1.2), ("left", "right", "right"), s.ruled, padding=3.0))


def _projects(w: Writer) -> None:
    """A line for each measure; its projects below, counted "1.1", in a table where there is money."""
    s = w.scenario
    paid = s.budget == "by_project"
    if paid and s.listing == "table":
        _paid_table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        lead = plain(f"Maßnahmenart {measure.number}: ")
        w.add(Paragraph((*lead, replace(title, bold=True)), "left", before=3, after=2, with_next=True))
        for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money: Text = ()
            if paid:
                money = (Run(" – vom Land "), project_sum(w, measure, project))
            marker = plain(f"{measure.number}.{count}")
            w.add(Paragraph((name, *money), "left", after=2, indent=54, hang=28, marker=marker))
    w.add(Gap(3))


def _paid_table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Nr.", "Angebot", "Landesbeitrag", "Eigenmittel")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    own_sum = Decimal("0.00")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True)),))
        for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            row = len(rows)
            own = _hundreds((project.amount or Decimal(0)) * w.rng.randint(8, 26) / 100)
            own_sum += own
            code = plain(f"{measure.number}.{count}")
            money = project_sum(w, measure, project, row=row, **entry)
            rows.append((code, (name,), (money,), (_other(w, own, row=row, **entry),)))
    whole = total(w, row=len(rows), bold=True, **entry)
    own_run = _other(w, own_sum, row=len(rows), **entry)
    rows.append(((), plain("alles zusammen (EUR)", True), (whole,), (own_run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (0.6, 3.3, 1.4, 1.2), aligns, s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """The county or city at the left; below the pen name and office, and only then where and when."""
    s = w.scenario
    ordered = sorted(s.signers, key=lambda signer: signer.party == 0)
    columns = [_column(enter(w, signer), s.signing) for signer in ordered]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=10.0 if number else 22.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=20.0, scale=0.86 if across == 3 else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party: Party = one.signer.organisation
    lines = [SignLine((), "rule", pen=one.name is not None, height=40.0)]
    if one.name and one.function:
        if form == "brackets":
            lines += [SignLine((Run("("), one.name, Run(")"))), SignLine((one.function,))]
        else:
            deputy = "in Vertretung: " if one.signer.deputising else ""
            lines.append(SignLine((Run(deputy), one.name, Run(" · "), one.function)))
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    lines.append(SignLine((Run("Ort: "), one.place)))
    lines.append(SignLine((Run("Tag: "), one.date)))
    if form == "captions":
        lines.append(SignLine(plain("(Dienstsiegel)"), height=20.0))
    return tuple(lines)
