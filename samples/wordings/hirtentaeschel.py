"""A clerk's paper, typed in an afternoon: "1) Heading", hyphens for projects, sums in sentences."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures
from samples.wordings.money import SPLIT, parts, project_money, replaced, subtotal, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.wordings.roles import giver, roles, takers, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Pro Platz und Monat werden nicht mehr als {cap} anerkannt.",
    "Geplant sind {persons} Plätze; {young} davon können in Teilzeit besetzt werden.",
    "Ansprechpartnerin im Fachdienst ist Frau Muster, Durchwahl {phone}.",
    "Aus anderen Töpfen fließen im selben Zeitraum {past} in die Region.",
    "Overheadkosten sind bis {rate} % der direkten Kosten abrechenbar.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Werkstatt {name}",
    "{name} (9 Monate)",
    "Kurs „{name}“",
    "{name} – Neuaufnahme",
    "Einzelcoaching {name}",
)
CARRIERS = ("vhs", "Diakonie Musterau", "Lernwerk Beispieltal", "Eigenbetrieb", "Caritas", "noch offen")


class _Points:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(") ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=9, after=3, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))

    def item(self, text: Text, indent: float = 18.0) -> None:
        self.w.add(Paragraph(text, "left", after=1, indent=indent, hang=10, marker=plain("-")))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _head(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.22, 1.34)),
        footer=rng.choice((None, "{page}", "- {page} -")),
        left=70,
        right=70,
    )


def _head(w: Writer) -> None:
    """Title and programme in two lines, then the sides in one paragraph each."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.35, after=2),
        Paragraph((*_programmes(w), Run(" "), w.year()), "center", scale=1.1, after=14),
        Paragraph(plain("Zwischen"), "left", after=4),
    )
    own = takers(w)["nominative"].partition(" ")[2]
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        given = short[1] if short else Run(giver(w)["nominative"].partition(" ")[2])
        called = Run(own if len(s.recipients) == 1 else f"Kommune {index}") if index else given
        name = w.party(index, "dative", mark=True)
        inserted = represented(w, index)
        tail = plain("," if inserted else "")
        lead = plain("und ") if index else ()
        bracket = (Run(" (nachfolgend: "), called, Run(")"))
        w.add(Paragraph((*lead, *name, *inserted, *tail, *bracket), "left", after=4))
    w.add(Paragraph(plain("wird Folgendes vereinbart:"), "left", before=2, after=4))


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _amend(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    points.open("Grund der Änderung")
    asked = (s.amended_day or s.deadline) + timedelta(days=21)
    points.say(
        "Mit Schreiben vom {asked} {has} {takes} mitgeteilt, dass die Mittel aus der Zielvereinbarung vom "
        "{day} voraussichtlich nicht ausreichen oder anders gebraucht werden.",
        asked=w.date(asked, "reference", full_figures(asked)),
        has=verb(w, "hat", "haben"),
        day=amended(w),
    )
    points.open("Neuer Betrag")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Der Betrag für {clause_year} lautet künftig {new} (alt: {old}).",
                "Statt {old} stehen für {clause_year} jetzt {new} zur Verfügung.",
            )
        ),
        old=old,
        new=new,
    )
    points.open("Rest")
    points.say("Sonst ändert sich nichts. Das {authority} erhält eine Kopie.", authority=w.authority())


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Worum es geht", "Anlass")))
    points.say(
        "Etliche Jugendliche und Erwachsene im Gebiet {takes_gen} kommen ohne Hilfe nicht in Ausbildung "
        "oder Arbeit. Mit dem {prog} {y} soll ihnen geholfen werden."
    )
    if s.reference:
        points.say(
            "Der Sozialausschuss hat dem Vorgehen in seiner Sitzung am {day} zugestimmt.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    points.open(rng.choice(("Was gemacht wird", "Projekte")))
    _projects(points)
    points.open("Geld")
    _money(points)
    for text in aside_texts(w, OWN_ASIDES):
        points.say("{text}", text=text)
    points.open("Abruf und Nachweis")
    last = date(s.year, 12, rng.choice((5, 10, 12)))
    count = date(s.year, 10, 31)
    half = date(s.year, 11, 30)
    points.say(
        "Abgerufen wird beim {authority}, für {y} letztmals bis {last}.",
        authority=w.authority(),
        last=w.date(last, "deadline", full_figures(last)),
    )
    points.say(
        "Bis {half} wird eine Übersicht der besetzten Plätze (Stand {count}) geschickt, der "
        "Verwendungsnachweis mit Belegliste bis {deadline}.",
        half=w.date(half, "deadline", full_figures(half)),
        count=w.date(count, "other", full_figures(count)),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    points.open("Dauer")
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    first, end = date(s.year, 1, 1), date(s.year + later, 12, 31)
    points.say(
        "Gefördert wird ab {first}, Schluss ist am {end}. Wer früher aufhören will, sagt es der anderen "
        "Seite schriftlich.",
        first=w.date(first, "period_start", full_figures(first)),
        end=w.date(end, "period_end", full_figures(end)),
    )


def _projects(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    sums = parts(w) if s.budget == "by_measure" and s.listing == "list" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" = "), sums[number].amount) if sums else ()
        if s.budget == "by_project" and len(names) > 1:
            money = (Run(" (zusammen "), subtotal(w, measure), Run(")"))
        text = (Run(f"Maßnahmenart {measure.number}: "), title, *money)
        w.add(Paragraph(text, "left", before=4, after=2, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            dice = random.Random(f"{s.deadline}{project.name}{s.year}")
            carrier = plain(f", Träger: {dice.choice(CARRIERS)}")
            points.item((name, *carrier, *project_money(w, measure, project, ", ")))
    w.add(Gap(4))


def _money(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    spelled: Text | str = (Run(", in Worten "), words, Run(",")) if words else ""
    if years:
        last = s.clause_year + len(s.shares) - 1
        points.say(
            f"{{Takes}} {{gets}} von {s.clause_year} bis {last} zusammen {{total}}.",
            gets=verb(w, "bekommt", "bekommen"),
            total=amount,
        )
    else:
        points.say(
            rng.choice(
                (
                    "Für {clause_year} gibt {gives} {total}{words} dazu; mehr wird nicht gezahlt.",
                    "{Takes} {gets} für {clause_year} {total}{words} als Festbetrag.",
                )
            ),
            gets=verb(w, "bekommt", "bekommen"),
            total=amount,
            words=spelled,
        )
    if s.budget in SPLIT and not (s.budget == "by_measure" and s.listing == "list"):
        _split(points)
    if not years:
        first = (s.total * 7 / 10).quantize(Decimal("0.01"))
        due = date(s.year, 12, 1)
        points.say(
            "Davon wird ein Abschlag von {part} zum {due} überwiesen, der Rest nach Prüfung des Nachweises.",
            part=w.amount(first, "other")[0],
            due=w.date(due, "deadline", rng.choice((None, full_figures(due)))),
        )
    points.say("Nicht verbrauchtes Geld ist ohne Aufforderung zurückzuzahlen.")


def _split(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    if s.listing == "list":
        points.say("Aufteilung:", with_next=True)
        for part in parts(w):
            later = s.budget == "by_year" and part.index
            note = plain(" (Verpflichtungsermächtigung)" if later else "")
            points.item((*part.label, Run(": "), part.amount, *note))
        w.add(Gap(4))
        return
    w.tables += 1
    head = {"by_year": "Jahr", "by_measure": "Art", "two_programmes": "Topf"}[s.budget]
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    rows: list[tuple[Text, ...]] = [(plain(head, True), plain("EUR", True))]
    for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1)):
        rows.append((part.label, (part.amount,)))
    w.add(Table(tuple(rows), (3.0, 1.2), ("left", "right"), s.ruled, padding=2.5, together=True))


def _sign(w: Writer) -> None:
    """One beside the other: whom for, place and day, a line, name and office behind one another."""
    s = w.scenario
    w.add(Gap(6))
    columns = [_column(w, enter(w, signer)) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column], 1, then=12.0)])
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, scale=0.88 if across == 3 else 1.0))


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    party = one.signer.organisation
    lines: list[SignLine] = []
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine((Run(f"Für den {body} {article} "), name)))
    else:
        article, name = one.organisation("accusative")
        lines.append(SignLine((Run(f"Für {article} "), replace(name, bold=True))))
    lines.append(SignLine((one.place, Run(", "), one.date)))
    if form == "captions":
        lines.append(SignLine(plain("Ort, Datum")))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        if form == "brackets":
            lines.append(SignLine((*deputy, Run("("), one.name, Run(", "), one.function, Run(")"))))
        else:
            lines.append(SignLine((*deputy, one.name, Run(", "), one.function)))
    return tuple(lines)
