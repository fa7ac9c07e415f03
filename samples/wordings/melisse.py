"""Minutes of a negotiation: who took part, the outcome item by item, a clerk's note of who signed when."""

from __future__ import annotations

import random
from datetime import date, timedelta

from samples.blocks import (
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_money, replaced, split_table, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Der Wunsch, Mietkosten über {cap} hinaus anzuerkennen, wurde zurückgestellt.",
    "Berichtet wurde von {persons} Beratungsgesprächen; {young} mündeten in einen Ausbildungsvertrag.",
    "Die Niederschrift führte die Geschäftsstelle (Telefon {phone}).",
    "Zur Kenntnis genommen wurde, dass aus Bundesmitteln zuletzt {past} in die Region gingen.",
    "Eine Quote von {rate} % für Overheadkosten fand Zustimmung.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} an beruflichen Schulen",
    "Treffpunkt {name}",
    "{name} (Neuantrag)",
    "Kurs {name}",
    "{name} – Außenstelle",
)
VIEWS = (
    "Beide Seiten halten den eingeschlagenen Weg für richtig und setzen ihn fort.",
    "Die kommunale Seite erläutert die Lage am Ausbildungsmarkt; die Bewertung wird geteilt.",
    "Vorrang sollen weiterhin Menschen haben, für die es keine anderen Hilfen gibt.",
    "Man ist sich einig, dass die Angebote Frauen und Männer gleichermaßen erreichen müssen.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), full_figures)
    w = Writer(s, rng)
    _opening(w)
    annexed = s.budget in SPLIT and s.listing == "table"
    if s.amendment:
        _amend(w)
    else:
        _agree(w, annexed)
    _sign(w)
    if annexed:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "times")),
        size=rng.choice((10.2, 11.0)),
        leading=rng.choice((1.35, 1.5)),
        header=rng.choice((None, f"Niederschrift – {s.file_mark}" if s.file_mark else None)),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("Blatt {page}", "- {page} -", None)),
        left=76,
        right=76,
    )


def _talk(w: Writer) -> Run:
    """The day of the negotiation, some time before anybody signs and after what is amended."""
    s = w.scenario
    day = date(s.year, 1, w.rng.randint(9, 28))
    if s.amended_day:
        day = s.amended_day + timedelta(days=w.rng.randint(20, 55))
    return w.date(day, "other")


def _side(w: Writer, index: int) -> str:
    s = w.scenario
    if index == 0:
        return "für das Land"
    body = "den Landkreis" if s.recipients[index - 1].gender == "m" else "die Stadt"
    return f"für {body}" + (f" ({index})" if len(s.recipients) > 1 else "")


def _opening(w: Writer) -> None:
    """Title; when and where they met; who took part, each with a dash."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=3),
        Paragraph((Run("zum "), *programme_names(w), Run(", Jahr "), w.year()), "left", scale=1.1, after=12),
    )
    talk = _talk(w)
    hour = rng.randint(9, 13)
    w.paragraph(
        "Niedergelegt nach der Verhandlung vom {day} in {place}, {hour}.00 bis {end}.15 Uhr.",
        day=talk,
        place=s.signers[0].place,
        hour=str(hour),
        end=str(hour + 2),
    )
    w.add(Paragraph(plain("Verhandelt haben", True), "left", before=4, after=4, with_next=True))
    for index in range(len(s.parties)):
        text = (
            Run(_side(w, index) + ": "),
            *w.party(index, "nominative", mark=True),
            *represented(w, index),
        )
        w.add(Paragraph(text, "left", after=3, indent=22, hang=14, marker=plain("–")))
    w.add(Gap(4))


def _open(w: Writer, title: str) -> None:
    text = (Run("Zu ", bold=True), w.next_section(), Run(":  ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", before=11, after=4, with_next=True))


def _amend(w: Writer) -> None:
    _open(w, "Sachstand")
    w.paragraph("Verhandelt wird über die Zielvereinbarung, die das Datum {day} trägt.", day=amended(w))
    w.paragraph("Die Träger haben mehr Plätze besetzt als geplant.")
    _open(w, "Ergebnis zum Geld")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Das Land ist bereit, den Ansatz für {clause_year} anzuheben. Er steigt von {old} auf {new}.",
                "Man verständigt sich für {clause_year} auf {new}; der alte Ansatz von {old} entfällt.",
            )
        ),
        old=old,
        new=new,
    )
    _open(w, "Weiteres Vorgehen")
    w.paragraph("Das {authority} passt seine Bewilligung an.", authority=w.authority())
    w.paragraph("Weitere Punkte der früheren Vereinbarung wurden nicht aufgerufen.")


def _agree(w: Writer, annexed: bool) -> None:
    s, rng = w.scenario, w.rng
    _open(w, rng.choice(("Lage und Ziele", "Gemeinsame Einschätzung")))
    for sentence in rng.sample(VIEWS, 2):
        w.paragraph(sentence)
    if s.reference:
        w.paragraph(
            "Die Strategie der Region vom {day} liegt allen vor.", day=w.date(s.reference, "reference")
        )
    _open(w, rng.choice(("Beitrag des Landes", "Geld")))
    _funds(w, annexed)
    _open(w, rng.choice(("Einsatz der Mittel", "Projekte")))
    _projects(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    _open(w, "Verfahren und Fristen")
    w.paragraph(
        "Den Bescheid erlässt das {authority}. Die Schlussabrechnung soll dort am {deadline} vorliegen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    w.paragraph("Alle Zusagen beziehen sich auf die Zeit {period}.", period=period(w))
    _open(w, "Verbindlichkeit")
    w.paragraph("Mit den Unterschriften wird das vorstehende Ergebnis für beide Seiten bindend.")


def _funds(w: Writer, annexed: bool) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        w.paragraph("Das Land sagt über mehrere Jahre hinweg Mittel zu, im Ganzen {total}.", total=amount)
    elif s.budget == "one_line":
        w.add(
            Paragraph(w.fill("Zugesagt werden für das Jahr {clause_year}"), "left", with_next=True),
            Paragraph((Run("==>  "), amount), "left", scale=1.1, indent=40, after=8),
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Das Land bietet für {clause_year} {total}{words} an. Das Angebot wird angenommen.",
                    "Nach Aussprache wird der Beitrag für das Jahr {clause_year} auf {total}{words} "
                    "festgesetzt.",
                )
            ),
            total=amount,
            words=(Run(", das sind "), words, Run(",")) if words else "",
        )
    if annexed:
        w.paragraph("Die Verteilung ist dieser Niederschrift als Anlage beigefügt.")
    elif s.budget in SPLIT:
        lead = {"by_measure": "auf die ", "by_year": "auf das Jahr "}.get(s.budget, "auf das ")
        items: list[Text] = []
        for part in parts(w):
            label: Text = part.label
            if s.budget == "by_measure":
                label = (Run(f"Maßnahmenart {s.measures[part.index].number} („"), *label)
                label = (*label, Run("“)"))
            items.append((Run(lead), *label, Run(" "), part.amount))
        w.add(Paragraph((Run("Davon entfallen "), *enumerated(items), Run("."))))
    w.paragraph("Die kommunale Seite weist darauf hin, dass sie selbst keine höheren Lasten tragen kann.")


def _projects(w: Writer) -> None:
    """A sentence for each measure with its projects in quotation marks."""
    s, rng = w.scenario, w.rng
    w.paragraph(
        rng.choice(
            (
                "Die Verwaltung trägt vor, welche Projekte mit dem Geld finanziert werden:",
                "Gegen die vorgelegte Projektliste bestehen keine Bedenken. Sie umfasst:",
            )
        )
    )
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            quoted = "„" in name.text
            behind = project_money(w, measure, project, " (", ")")
            items.append((name, *behind) if quoted else (Run("„"), name, Run("“"), *behind))
        word = "das Projekt " if len(items) == 1 else "die Projekte "
        lead = (Run(f"Maßnahmenart {measure.number}, "), title, Run(f": {word}"))
        text = (*lead, *enumerated(items, " und ", "; "), Run("."))
        w.add(Paragraph(text, "left", after=4, indent=22))


def _annex(w: Writer) -> None:
    s = w.scenario
    w.add(
        NewPage() if w.rng.random() < 0.5 else Gap(26),
        Paragraph(plain("Anlage zur Niederschrift", True), "left", after=2, with_next=True),
        Paragraph(plain("Verteilung des Landesbeitrags"), "left", after=4, with_next=True),
    )
    first = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Budget")
    shares = (1.2, 1.5) if s.budget == "by_year" else (3.6, 1.5)
    w.add(split_table(w, (first, "Euro"), "zusammen", shares=shares))


def _sign(w: Writer) -> None:
    """Name and office below the pen; where and when each signed follows in a note, line by line."""
    s = w.scenario
    signed = [enter(w, signer) for signer in s.signers]
    w.add(Paragraph(plain("Gelesen und genehmigt"), "left", before=18, after=0, with_next=True))
    columns = [_column(w, one) for one in signed]
    if s.signature_form == "stacked":
        w.add(*(SignatureColumns((column, ()), before=6.0) for column in columns))
    else:
        across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
        w.add(*in_rows(columns, across, 8.0, before=6.0, scale=0.86 if across == 3 else 1.0))
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Unterschrift für", "Ort", "Datum")),
    ]
    for one in signed:
        name: Text = (Run(" ("), one.name, Run(")")) if one.name else ()
        rows.append(((one.bare_organisation, *name), (one.place,), (one.date,)))
    w.add(
        Paragraph(plain("Vermerk der Geschäftsstelle:"), "left", before=16, after=2, with_next=True),
        Table(tuple(rows), (3.4, 1.5, 1.5), ("left", "left", "left"), s.ruled, padding=3.0, together=True),
    )


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    lines = [SignLine((), "dots", pen=one.name is not None, height=40.0)]
    if w.scenario.signing == "captions":
        lines.append(SignLine(plain("(Unterschrift)")))
    if one.name and one.function:
        deputy = "in Vertretung " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.function, Run(" "), one.name)))
    else:
        lines.append(SignLine(plain(_side(w, one.signer.party))))
    return tuple(lines)
