"""Who does what: two columns, one for what the Land does and one for what its partners do."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
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
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "bezahlt Kinderbetreuung während der Kurse bis zu {cap} je Familie und Monat.",
    "rechnet mit {persons} Geförderten, darunter {young} mit eigenem Betrieb als Ziel.",
    "hat eine Ansprechpartnerin für Eilfälle benannt (Telefon {phone}).",
    "hat in früheren Jahren im Schnitt {past} gegeben.",
    "duldet Überschreitungen einzelner Ansätze um {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Kurs {name}",
    "{name} – Gruppe Süd",
    "Initiative „{name}“",
    "{name} im Verbund",
    "{name} (Neustart)",
)
DUTIES = (
    (
        "legt landesweit fest, welche Gruppen vorrangig zu fördern sind.",
        "richtet die Angebote an diesen Gruppen aus und berichtet über die Wirkung.",
    ),
    (
        "berät fachlich und lädt einmal im Jahr zum Erfahrungsaustausch ein.",
        "nimmt am Austausch teil und bringt eigene Ergebnisse ein.",
    ),
    (
        "verzichtet auf Vorgaben zur Auswahl der Träger.",
        "wählt die Träger in einem offenen Verfahren aus.",
    ),
)

Row = tuple[Text, ...]


class _Columns:
    """The rows of one large table: a number and a heading across, below it left and right."""

    def __init__(self, w: Writer, partner: str) -> None:
        self.w = w
        self.head: Row = (plain("Das Land …", True), plain(f"{partner} …", True))
        self.rows: list[Row] = [self.head]

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.rows.append((text,))

    def say(self, left: str, right: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(left, **filled), self.w.fill(right, **filled))

    def put(self, left: Text, right: Text) -> None:
        self.rows.append((left, right))

    def close(self) -> None:
        ruled = self.w.scenario.ruled
        shares = (1.0, 1.0) if ruled == "grid" else (1.0, 1.08)
        table = Table(
            tuple(self.rows),
            shares,
            ("left", "left"),
            ruled if ruled != "none" else "rows",
            padding=5.0,
        )
        self.w.add(table)
        self.rows = [self.head]


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    w = Writer(s, rng)
    partner = _opening(w)
    columns = _Columns(w, partner)
    if s.amendment:
        _amend(columns)
    else:
        _agree(columns)
    _sign(w, partner)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        footer=rng.choice(("Seite {page}/{pages}", "{page}", f"Leistungen und Gegenleistungen {s.year}")),
        footer_align=rng.choice(("center", "right")),
        left=62,
        right=62,
        top=70,
        bottom=70,
    )


def _opening(w: Writer) -> str:
    """Kind, programme and year; then who the Land is and who its partner. Returns what that one is called."""
    s, rng = w.scenario, w.rng
    first = s.recipients[0]
    several = len(s.recipients) > 1
    partner = "Die Partner vor Ort" if several else "Der Landkreis" if first.gender == "m" else "Die Stadt"
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", scale=0.9, after=6))
    w.add(
        Paragraph((w.kind(),), "left", scale=1.75, after=2),
        Paragraph((*names, Run(" | "), w.year()), "left", scale=1.1, after=10),
    )
    for index in range(len(s.parties)):
        caption = "Das Land" if index == 0 else partner.removeprefix("Die Partner vor ") or partner
        if several and index:
            caption = f"Partner vor Ort ({index})"
        text = (*w.party(index, "nominative", mark=True), *represented(w, index))
        marker = plain(f"{caption}:", True)
        w.add(Paragraph(text, "left", after=3, indent=118, hang=118, marker=marker))
    w.add(
        Paragraph(
            plain(
                rng.choice(
                    (
                        "Beide Seiten sagen sich zu, was in ihrer Spalte steht.",
                        "Die Spalten nennen, was jede Seite übernimmt.",
                    )
                )
            ),
            "left",
            before=6,
            after=4,
            with_next=True,
        )
    )
    return partner


def _amend(columns: _Columns) -> None:
    w, s = columns.w, columns.w.scenario
    plural = len(s.recipients) > 1
    columns.open("Was bisher galt")
    columns.put(
        w.fill("hat sich mit der Gegenseite am {day} über Geld und Projekte geeinigt.", day=amended(w)),
        plain("haben mehr Anmeldungen als Plätze." if plural else "hat mehr Anmeldungen als Plätze."),
    )
    columns.open("Was geändert wird")
    old, new = replaced(w)
    columns.put(
        w.fill(
            w.rng.choice(
                (
                    "hatte für {clause_year} {old} zugesagt; diese Zusage wird durch eine über {new} "
                    "abgelöst.",
                    "stockt sein Geld für {clause_year} auf: vorher {old}, nachher {new}.",
                )
            ),
            old=old,
            new=new,
        ),
        plain("richten dafür weitere Plätze ein." if plural else "richtet dafür weitere Plätze ein."),
    )
    columns.open("Was zu tun ist")
    columns.put(
        w.fill("benachrichtigt das {authority}.", authority=w.authority()),
        plain("passen die Planung an." if plural else "passt die Planung an."),
    )
    columns.close()


def _agree(columns: _Columns) -> None:
    w, s, rng = columns.w, columns.w.scenario, columns.w.rng
    many = len(s.recipients) > 1
    columns.open(rng.choice(("Miteinander", "Grundsätze")))
    for left, right in rng.sample(DUTIES, 2):
        columns.put(plain(left), plain(_plural(right) if many else right))
    if s.reference:
        day = w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference))))
        verb = "haben" if many else "hat"
        columns.put(
            plain("hat die Planung geprüft und billigt sie."),
            (Run(f"{verb} die Planung mit Schreiben vom "), day, Run(" vorgelegt.")),
        )
    columns.open(rng.choice(("Geld", "Finanzielles")))
    apart = _funds(columns, many)
    for text in aside_texts(w, OWN_ASIDES):
        columns.put(text, plain("nehmen das zur Kenntnis." if many else "nimmt das zur Kenntnis."))
    if apart:
        columns.close()
        _split(w)
    columns.open("Projekte")
    if _projects(columns, many):
        columns.close()
        _sums(w)
    columns.open(rng.choice(("Auszahlung und Nachweis", "Abrechnung")))
    columns.put(
        w.fill("zahlt über das {authority} aus.", authority=w.authority()),
        w.fill(
            "{verb} dort bis zum {deadline} nach, wofür das Geld verwendet wurde.",
            verb="weisen" if many else "weist",
            deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
        ),
    )
    columns.open("Laufzeit")
    columns.rows.append((w.fill("Für beide Spalten gilt: Die Projekte laufen {period}.", period=period(w)),))
    columns.close()


def _plural(sentence: str) -> str:
    changed = {"richtet": "richten", "nimmt": "nehmen", "wählt": "wählen", "berichtet": "berichten"}
    changed["bringt"] = "bringen"
    return " ".join(changed.get(word, word) for word in sentence.split(" "))


def _funds(columns: _Columns, many: bool) -> bool:
    """Whether the parts follow in a table of their own."""
    w, s, rng = columns.w, columns.w.scenario, columns.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    if years:
        left = w.fill("gibt in mehreren Jahren zusammen {total}.", total=amount)
    elif s.budget == "one_line":
        left = (*w.fill("gibt für {clause_year}"), NEW_LINE, amount)
    else:
        left = w.fill(
            rng.choice(
                (
                    "gibt für {clause_year} höchstens {total}{words}.",
                    "zahlt für das Jahr {clause_year} bis zu {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
    split = s.budget in SPLIT and not (s.budget == "by_measure" and s.listing == "list")
    if split and s.listing == "list":
        for part in parts(w):
            left = (*left, NEW_LINE, Run("– "), *part.label, Run(": "), part.amount)
    verb = "setzen" if many else "setzt"
    columns.put(left, plain(f"{verb} das Geld ausschließlich für die unten genannten Projekte ein."))
    return split and s.listing == "table"


def _projects(columns: _Columns, many: bool) -> bool:
    """The measure at the left, its projects at the right. Whether a table with their sums follows."""
    w, s = columns.w, columns.w.scenario
    apart = s.budget == "by_project" and s.listing == "table"
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if apart:
        verb = "führen" if many else "führt"
        columns.put(
            plain("fördert die Projekte der folgenden Übersicht mit den dort genannten Beträgen."),
            plain(f"{verb} diese Projekte selbst oder durch Träger aus."),
        )
        return True
    verb = "führen" if many else "führt"
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" mit "), sums[number]) if sums else ()
        left = (Run(f"fördert Maßnahmenart {measure.number}: "), replace(title, bold=True), *money)
        right: list[Run] = [Run(f"{verb} durch:")]
        for name, project in zip(names, measure.projects, strict=True):
            right += [NEW_LINE, Run("– "), name]
            if project.amount is not None:
                right += [Run(" ("), project_sum(w, measure, project), Run(")")]
        columns.put(left, tuple(right))
    return False


def _split(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    w.add(Paragraph(plain("Übersicht: So teilt sich das Geld auf"), "left", before=4, with_next=True))
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "im Jahr"}.get(s.budget, "aus welchem Programm")
    rows: list[Row] = [(plain(what, True), plain("Geld vom Land", True))]
    for part in found:
        lead = f"{s.measures[part.index].number}: " if s.budget == "by_measure" else ""
        rows.append(((Run(lead), *part.label), (part.amount,)))
    run = total(
        w, style="sign", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append((plain("zusammengerechnet", True), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled, padding=3.5, together=True))


def _sums(w: Writer) -> None:
    s = w.scenario
    w.add(Paragraph(plain("Übersicht der Projekte"), "left", before=4, with_next=True))
    w.tables += 1
    rows: list[Row] = [(plain("Projekt", True), plain("Geld vom Land", True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), title),))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            rows.append(((name,), (run,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("zusammengerechnet", True), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled, padding=3.5))


def _sign(w: Writer, partner: str) -> None:
    """Both columns end with their signatures: by pen, or told of a signed original in cells."""
    s = w.scenario
    sides: tuple[list[Signature], list[Signature]] = ([], [])
    for signer in s.signers:
        sides[0 if signer.party == 0 else 1].append(enter(w, signer))
    heads = ("Unterschrift für das Land", "Unterschrift vor Ort" if " vor " in partner else "")
    if s.signing == "captions" or w.rng.random() < 0.5:
        columns = [_by_pen(side, s.signing) for side in sides]
        w.add(SignatureColumns(tuple(columns), before=22.0, gutter=30.0))
        return
    whom = {"Der Landkreis": "den Landkreis", "Die Stadt": "die Stadt"}.get(partner, "die Partner vor Ort")
    heads = (heads[0], f"Unterschrift für {whom}")
    rows: tuple[Row, ...] = (
        tuple(plain(head, True) for head in heads),
        tuple(_in_cell(side) for side in sides),
    )
    w.add(Gap(8), Table(rows, (1.0, 1.0), ("left", "left"), "grid", padding=6.0, together=True))


def _by_pen(side: list[Signature], form: str) -> tuple[SignLine, ...]:
    lines: list[SignLine] = []
    for number, one in enumerate(side):
        lines += [SignLine(height=14.0)] if number else []
        lines.append(SignLine((one.place, Run(", den "), one.date)))
        lines.append(SignLine((), "rule", pen=one.name is not None, height=42.0))
        if form == "captions":
            lines.append(SignLine(plain("(Unterschrift und Siegel)")))
        if one.name and one.function:
            deputy = "i. V. " if one.signer.deputising else ""
            lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)


def _in_cell(side: list[Signature]) -> Text:
    told: list[Run] = []
    for number, one in enumerate(side):
        told += [NEW_LINE, NEW_LINE] if number else []
        told += [one.bare_organisation, NEW_LINE, one.place, Run(", den "), one.date, NEW_LINE]
        if one.name and one.function:
            deputy = "i. V. " if one.signer.deputising else ""
            told += [Run(f"{deputy}gez. "), one.name, NEW_LINE, one.function]
    return tuple(told)
