"""Another desk: the parties numbered with their seats, "1. Heading", one table of projects and places,
signatures in rows with place and date at the left."""

from __future__ import annotations

import random

from samples.blocks import (
    NEW_LINE,
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
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import redated, short_month, two_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Bei Praktika kann ein Taschengeld von monatlich {cap} gezahlt werden.",
    "Gerechnet wird mit {persons} Beratungsgesprächen und {young} Betriebsbesuchen.",
    "Die Fachaufsicht ist während der Dienstzeit unter {phone} zu erreichen.",
    "Der Durchschnitt der letzten fünf Jahre lag bei {past}.",
    "Umschichtungen zwischen den Maßnahmenarten sind bis zu {rate} v. H. ohne Rücksprache zulässig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} Plus",
    "Qualifizierung {name}",
    "{name} (Nachrücker)",
    "{name}, 2. Gruppe",
    "{name} im Quartier",
)


class _Parts:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.many = len(w.scenario.recipients) > 1
        self.words: dict[str, str] = {
            "Z": "Die Zuwendungsempfänger" if self.many else "Die Kommune",
            "z_dat": "den Zuwendungsempfängern" if self.many else "der Kommune",
            "z_gen": "der Zuwendungsempfänger" if self.many else "der Kommune",
        }

    def open(self, title: str) -> None:
        head = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(head, "left", scale=1.08, before=10, after=4, with_next=True))

    def verb(self, one: str, several: str) -> str:
        return several if self.many else one

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **{**self.words, **filled}), "left"))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((short_month, two_figures)))
    w = Writer(s, rng)
    part = _Parts(w)
    _opening(part)
    if s.amendment:
        _amend(part)
    else:
        _agree(part)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "vera", "helvetica-narrow")),
        size=rng.choice((10.4, 10.8)),
        leading=rng.choice((1.32, 1.42)),
        header=rng.choice((None, "Seite {page}")),
        header_align="center",
        footer=rng.choice((None, f"{s.kind} {s.recipients[0].printed} – {{page}}/{{pages}}")),
        footer_align="left",
        left=70,
        right=70,
        top=74,
        bottom=70,
    )


def _opening(part: _Parts) -> None:
    w, s = part.w, part.w.scenario
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.88, after=4))
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" / ")] if index else []
        names.append(w.programme(index))
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.7, after=2),
        Paragraph(tuple(names), "left", scale=1.12, after=3),
        Divider(after=10),
        Paragraph(plain("Vertragsparteien sind:"), "left", after=4, with_next=True),
    )
    for index, party in enumerate(s.parties):
        seat = party.seat if index else "Wiesbaden"
        behind: Text = (
            *represented(w, index),
            Run(f"{',' if _inserted(s, index) else ''} mit Sitz in {seat}"),
        )
        marker = plain(f"{index + 1}.")
        w.add(Paragraph((w.bare_party(index), *behind), "left", after=3, indent=20, hang=20, marker=marker))
    called = "2. und 3.: „Zuwendungsempfänger“" if part.many else "2.: „Kommune“"
    w.add(
        Paragraph(
            plain(f"(im weiteren Text zu 1.: „Land“, zu {called})"), "left", scale=0.92, before=3, after=6
        )
    )


def _inserted(s: Scenario, index: int) -> bool:
    return s.land if index == 0 else s.represented


def _amend(part: _Parts) -> None:
    w = part.w
    part.open("Vorgeschichte")
    part.say(
        "Die Beteiligten haben am {day} eine Vereinbarung unterschrieben, die fortbesteht.", day=amended(w)
    )
    part.open("Was sich ändert")
    old, new = replaced(w)
    part.say(
        w.rng.choice(
            (
                "Das Budget {z_gen} für {clause_year} wird neu festgesetzt: Es beträgt {new} (bisher {old}).",
                "Statt bisher {old} kann das Land für {clause_year} nun {new} ausgeben.",
            )
        ),
        old=old,
        new=new,
    )
    part.open("Bewilligende Stelle")
    part.say("Der Bescheid kommt vom {authority}.", authority=w.authority())


def _agree(part: _Parts) -> None:
    w, s, rng = part.w, part.w.scenario, part.w.rng
    part.open(rng.choice(("Ausgangslage", "Hintergrund")))
    part.say(
        "In vielen Betrieben fehlen Fachkräfte, und zugleich suchen Menschen mit brüchigem Lebenslauf einen "
        "Einstieg. Beides will das Land zusammen mit {z_dat} verbinden."
    )
    if s.reference:
        part.say(
            "Vorausgegangen ist die Bedarfsmeldung vom {day}.",
            day=w.date(s.reference, "reference", rng.choice((None, short_month(s.reference)))),
        )
    part.open("Finanzrahmen")
    _funds(part)
    part.open(rng.choice(("Vorhaben", "Geplante Vorhaben")))
    _projects(part)
    if s.asides:
        part.open("Einzelheiten")
        for text in aside_texts(w, OWN_ASIDES):
            w.add(Paragraph(text, "left", after=3, indent=14, hang=14, marker=plain("–")))
    part.open("Antrag, Auszahlung, Nachweis")
    part.say(
        "{Z} {apply} die Auszahlung beim {authority}. Der Nachweis ist dort bis {deadline} fällig.",
        apply=part.verb("beantragt", "beantragen"),
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    part.open("Zeitraum")
    part.say("Die Vorhaben werden {period} gefördert.", period=period(w))


def _funds(part: _Parts) -> None:
    w, s, rng = part.w, part.w.scenario, part.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    filled: dict[str, Run | Text | str] = {
        "total": amount,
        "words": (Run(" – "), words, Run(" –")) if words else "",
    }
    if s.budget == "one_line":
        part.say("Das Budget {z_gen} für {clause_year}:")
        w.add(Paragraph((Run(amount.text, amount.mark, bold=True),), "left", indent=40, after=8))
    elif years:
        part.say("Das Land hat über die Jahre gerechnet {total} eingeplant, und zwar:", **filled)
    else:
        part.say(
            rng.choice(
                (
                    "Im Landeshaushalt {clause_year} sind für {z_acc} {total}{words} reserviert.",
                    "Das Budget {z_gen} für {clause_year} beläuft sich auf {total}{words}.",
                )
            ),
            z_acc="die Zuwendungsempfänger" if part.many else "die Kommune",
            **filled,
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "list":
        for item in parts(w):
            number = f"Maßnahmenart {s.measures[item.index].number}, " if s.budget == "by_measure" else ""
            line = (item.amount, Run(" für "), Run(number), *item.label)
            w.add(Paragraph(line, "left", after=2, indent=30, hang=14, marker=plain("•")))
        w.add(Gap(4))
    elif years:
        w.add(years_across(w, "Jahr", "Euro", "gesamt"))
    else:
        what = "Maßnahmenart" if s.budget == "by_measure" else "Programm"
        w.add(split_table(w, (what, "Ansatz in Euro"), "Budget gesamt"))


def _projects(part: _Parts) -> None:
    """One table for all, the places of each project at the right; or a line for each."""
    w, s, rng = part.w, part.w.scenario, part.w.rng
    part.say(
        "{Z} {start} diese Vorhaben:", start=part.verb("setzt um oder vergibt", "setzen um oder vergeben")
    )
    paid = s.budget == "by_project"
    if s.listing == "list":
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            lead = (Run(f"Zu Maßnahmenart {measure.number} ("), title, Run("):"))
            w.add(Paragraph(lead, "left", before=2, after=2, with_next=True))
            for name, project in zip(names, measure.projects, strict=True):
                money = (Run(" | "), project_sum(w, measure, project)) if project.amount is not None else ()
                w.add(Paragraph((name, *money), "left", after=1.5, indent=34, hang=12, marker=plain(">")))
        w.add(Gap(4))
        return
    if paid:
        w.tables += 1
    heads = ("Maßnahmenart", "Vorhaben", "Plätze", *(("Ansatz",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    places = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for order, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            seats = rng.randint(4, 40)
            places += seats
            first: Text = () if order else (Run(f"{measure.number} "), title)
            row: list[Text] = [first, (name,), plain(str(seats))]
            if paid:
                row.append((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows)),))
            rows.append(tuple(row))
    last: list[Text] = [plain("Alle Vorhaben", True), (), plain(str(places), True)]
    if paid:
        last.append((total(w, style="sign", bold=True, table=w.tables, row=len(rows)),))
    rows.append(tuple(last))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right") if paid else ("left", "left", "right")
    shares = (2.6, 2.6, 0.9, 1.6) if paid else (2.8, 3.0, 0.9)
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=3.5, joined=1))


def _sign(w: Writer) -> None:
    """A row for each: place and date at the left, the pen and who it is at the right."""
    s = w.scenario
    for number, signer in enumerate(s.signers):
        one = enter(w, signer)
        w.add(
            SignatureColumns(
                (_left(one, s), _right(one, s)), before=26.0 if number == 0 else 14.0, gutter=28.0
            )
        )


def _left(one: Signature, s: Scenario) -> tuple[SignLine, ...]:
    lines = [SignLine((NEW_LINE, one.place, Run(", "), one.date), height=40.0)]
    if s.signing == "captions":
        lines.append(SignLine(plain("(Ort, Datum)")))
    return tuple(lines)


def _right(one: Signature, s: Scenario) -> tuple[SignLine, ...]:
    lines = [
        SignLine((), "dots" if s.signing == "captions" else "rule", pen=one.name is not None, height=40.0)
    ]
    if s.signing == "captions":
        lines.append(SignLine(plain("(Unterschrift)")))
    if one.name and one.function:
        deputy = Run("i. V. " if one.signer.deputising else "")
        name: Text = (deputy, Run("("), one.name, Run(")")) if s.signing == "brackets" else (deputy, one.name)
        lines.append(SignLine((*name, Run(" – "), one.function)))
    if s.signing == "organ" and one.signer.organisation.gender != "n":
        organ = "Kreisausschuss" if one.signer.organisation.gender == "m" else "Magistrat"
        article, organisation = one.organisation("genitive")
        lines.append(SignLine((Run(f"{organ} {article} "), organisation)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
