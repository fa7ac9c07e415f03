"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.legal import aside
from samples.wordings.money import (
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Die Betreuungspauschale wird bis zu einem Betrag von {cap} je Platz anerkannt.",
    "Die Zielgröße beträgt {persons} abgeschlossene Teilnahmen; eine Unterschreitung um {young} ist "
    "unschädlich.",
    "Auskünfte erteilt die Bewilligungsbehörde unter der Durchwahl {phone}.",
    "Die Rechnungsprüfung hat für das Vorjahr landesweit {past} an Ausgaben bestätigt.",
    "Beträgt die Abweichung von einem Ansatz mehr als {rate} vom Hundert, ist sie zu begründen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Assistierte Ausbildung {name}",
    "{name} (Umschulung)",
    "{name} – Folgeprojekt",
    "Betriebspraktikum {name}",
    "{name}: Beratung und Vermittlung",
)
CARRIERS = (
    "Handwerkskammer",
    "Berufsbildungszentrum Probestadt",
    "Lernen und Arbeiten e. V.",
    "Evangelische Jugendhilfe",
    "eigene Trägerschaft",
    "Frauenberatung Exempelhausen",
)
PRINCIPLES = (date(2011, 2, 14), date(2013, 9, 30), date(2016, 6, 27), date(2019, 8, 5), date(2022, 10, 17))
LETTERS = "abcdefgh"


class _Articles:
    """ "Artikel 1" on a line of its own, the heading on the next; paragraphs counted "(1)"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0
        self.words = roles(w)
        self.align: Align = w.rng.choice(("center", "center", "left"))

    def open(self, title: str) -> None:
        self.count = 0
        number = (Run("Artikel ", bold=True), self.w.next_section())
        self.w.add(
            Paragraph(number, self.align, before=13, after=0, with_next=True),
            Paragraph((self.w.heading(title),), self.align, after=5, with_next=True),
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(f"({self.count})")
        self.w.add(Paragraph(text, after=4, indent=25, hang=25, marker=marker, with_next=with_next))

    def letters(self, items: Sequence[Text]) -> None:
        for index, item in enumerate(items):
            end = Run("." if index == len(items) - 1 else ",")
            marker = plain(f"{LETTERS[index]})")
            self.w.add(Paragraph((*item, end), "left", after=2, indent=45, hang=18, marker=marker))
        self.w.add(Gap(3))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    articles = _Articles(w)
    annexed = s.listing == "table"
    if s.amendment:
        _amend(articles)
    else:
        articles.open(rng.choice(("Zweck der Vereinbarung", "Gegenstand")))
        articles.say(
            "{G} und {r} legen fest, welche arbeitsmarktpolitischen Ziele im Jahr {y} verfolgt und welche "
            "Projekte dazu gefördert werden."
        )
        if s.reference:
            articles.say(
                "Sie knüpfen an die Ergebnisse der Zielkonferenz vom {day} an.",
                day=w.date(s.reference, "reference"),
            )
        articles.say("Ansprüche Dritter werden durch diese Vereinbarung nicht begründet.")
        articles.open(rng.choice(("Höhe der Förderung", "Zuwendung")))
        _money(articles)
        articles.open(rng.choice(("Projekte", "Verwendungszweck")))
        if annexed:
            articles.say(
                "Die geförderten Projekte sind in der Anlage aufgeführt. Sie ist Vertragsbestandteil."
            )
        else:
            _projects(articles)
        articles.say(
            "Ohne Zustimmung der Bewilligungsbehörde darf kein Projekt durch ein anderes ersetzt werden."
        )
        _proof(articles)
        _term(articles)
    _sign(w)
    if annexed and not s.amendment:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.25, 1.35)),
        header="- {page} -" if rng.random() < 0.5 else None,
        header_align="center",
        footer=rng.choice((None, "Aktenausfertigung")),
        footer_align="right",
        left=78,
        right=70,
    )


def _opening(w: Writer) -> None:
    """Title, what it rests on, and the sides, all centred; the short name of the ministry in a bracket."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", scale=0.9, after=10))
    principles = max((day for day in PRINCIPLES if day.year < s.year), default=PRINCIPLES[0])
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(_programmes(w), "center", after=2),
        Paragraph(
            w.fill(
                "im Haushaltsjahr {year} nach Nr. 4 der Fördergrundsätze vom {day}",
                year=w.year(),
                day=w.date(principles, "reference", rng.choice((None, f"{principles:%d.%m.%Y}"))),
            ),
            "center",
            after=14,
        ),
        Paragraph(plain("geschlossen zwischen"), "center", after=6),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        text: Text = (*w.party(index, "dative", mark=True), *represented(w, index))
        w.add(Paragraph(text, "center", after=2, with_next=True))
        if index == 0 and s.grantor.short and not s.land:
            w.gold["parties"][0]["abbreviation"] = s.grantor.short
            short = Run(s.grantor.short, "parties[0].abbreviation")
            w.add(Paragraph((Run("– kurz "), short, Run(" –")), "center", after=2, with_next=True))
        if index < last:
            w.add(Paragraph(plain("und"), "center", before=4, after=6))
    w.add(Gap(8))


def _programmes(w: Writer) -> Text:
    count = len(w.scenario.programmes)
    return enumerated(
        [(Run("für das " if index == 0 else "das "), w.programme(index)) for index in range(count)]
    )


def _amend(articles: _Articles) -> None:
    w, s = articles.w, articles.w.scenario
    articles.open("Neufassung von Artikel 2 Absatz 1")
    old, new = replaced(w)
    articles.say(
        w.rng.choice(
            (
                "Die Zuwendung nach Artikel 2 Absatz 1 der Zielvereinbarung vom {day} beträgt im "
                "Haushaltsjahr "
                "{clause_year} statt {old} nunmehr {new}.",
                "In Artikel 2 Absatz 1 der Zielvereinbarung vom {day} sind die Worte „bis zu {old}“ durch "
                "die "
                "Worte „bis zu {new}“ zu ersetzen.",
            )
        ),
        day=amended(w),
        old=old,
        new=new,
    )
    articles.say("Der Zuwendungsbescheid wird durch das {authority} angepasst.", authority=w.authority())
    articles.open("Fortbestand")
    articles.say(f"Im Übrigen gilt die Zielvereinbarung {s.year} weiter.")
    articles.say("Diese Änderung ist ab dem Tag der letzten Unterschrift verbindlich.")


def _money(articles: _Articles) -> None:
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    split = s.budget in ("by_year", "by_measure", "two_programmes")
    articles.say(
        "{Gives} stellt {takes_dat} im Rahmen der verfügbaren Haushaltsmittel und der erteilten "
        "Ermächtigungen "
        "{total} in Aussicht, und zwar"
        if years
        else rng.choice(
            (
                "Aus Kapitel 08 05, Förderprodukt 21, werden {takes_dat} im Haushaltsjahr {clause_year} "
                "bis zu "
                "{total}{words} bewilligt",
                "{Gives} gewährt {takes_dat} für das Haushaltsjahr {clause_year} eine Zuwendung von "
                "{total}{words}",
            )
        )
        + (", und zwar" if split else "."),
        with_next=split,
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if split:
        articles.letters([_part(w, part.label, part.amount, part.index) for part in parts(w)])
    if not years and rng.random() < 0.6:
        _instalments(articles)
    articles.say(
        "Rückforderungen unterbleiben, wenn der Betrag {limit} nicht übersteigt.",
        limit=aside(w, 250, 500, 1_000),
    )
    for text in aside_texts(w, OWN_ASIDES):
        articles.say("{text}", text=text)


def _part(w: Writer, label: Text, amount: Run, index: int) -> Text:
    budget = w.scenario.budget
    if budget == "by_year":
        return (amount, Run(" im Haushaltsjahr "), *label)
    if budget == "two_programmes":
        return (amount, Run(" aus dem "), *label)
    return (amount, Run(f" für die Maßnahmenart {w.scenario.measures[index].number} („"), *label, Run("“)"))


def _instalments(articles: _Articles) -> None:
    """Two payments, the first after all have signed."""
    w, s = articles.w, articles.w.scenario
    signed = max((one.day for one in s.signers if one.day), default=date(s.year, 1, 1))
    days = (date(s.year, 6, 30), date(s.year, 9, 30), date(s.year, 11, 15))
    first = next((day for day in days if day > signed), days[-1])
    half = Decimal(int(s.total) // 2000 * 1000).quantize(Decimal("0.01"))
    one, _ = w.amount(half, "other")
    two, _ = w.amount(s.total - half, "other")
    second = date(s.year, 12, 15)
    articles.say(
        "Die Auszahlung erfolgt in zwei Raten, nämlich {one} zum {first} und {two} zum {second}.",
        one=one,
        first=w.date(first, "deadline", f"{first:%d.%m.%Y}"),
        two=two,
        second=w.date(second, "deadline", f"{second:%d.%m.%Y}"),
    )


def _projects(articles: _Articles) -> None:
    """A paragraph for each measure, its projects lettered."""
    w, s = articles.w, articles.w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        named: list[Text] = [
            (
                Run("das Projekt „"),
                name,
                Run(f"“ ({_carrier(s, project)})"),
                *project_money(w, measure, project, " mit "),
            )
            for name, project in zip(names, measure.projects, strict=True)
        ]
        lead = f"In der Maßnahmenart {measure.number} ({{title}}) "
        if len(named) == 1:
            articles.say(lead + "wird {project} gefördert.", title=title, project=named[0])
            continue
        articles.say(lead + "werden gefördert", with_next=True, title=title)
        articles.letters(named)


def _carrier(s: Scenario, project: Project) -> str:
    return random.Random(f"{s.deadline}/{project.name}").choice(CARRIERS)


def _proof(articles: _Articles) -> None:
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    articles.open(rng.choice(("Nachweis der Verwendung", "Nachweispflichten")))
    articles.say(
        "{Takes} {puts} dem {authority} innerhalb der Nachweisfrist, die am {deadline} abläuft, einen "
        "zahlenmäßigen Nachweis und einen Sachbericht vor.",
        puts=verb(w, "legt", "legen"),
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, f"{s.deadline:%d.%m.%Y}"))),
    )
    articles.say(
        "Der Hessische Rechnungshof darf bei {takes_dat} und bei den Trägern prüfen (§ 91 der "
        "Landeshaushaltsordnung)."
    )


def _term(articles: _Articles) -> None:
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    articles.open("Geltung")
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    articles.say(
        rng.choice(
            (
                "Die Vereinbarung tritt rückwirkend am {start} in Kraft und gilt bis zum {end}.",
                "Förderzeitraum ist die Zeit vom {start} bis zum {end}.",
            )
        ),
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
    )
    if rng.random() < 0.5:
        notice = date(s.year, 11, 30)
        articles.say(
            "Sie kann von jeder Seite bis zum {notice} aus wichtigem Grund gekündigt werden.",
            notice=w.date(notice, "other", long_date(notice)),
        )
    articles.say("Mündlich Abgesprochenes gilt nicht, bis es schriftlich niedergelegt ist.")


def _sign(w: Writer) -> None:
    """Whom for, the pen, name and office, and last the place and day; in columns or one below the other."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column], 1, before=20.0, align="center")])
        return
    w.add(*in_rows(columns, 2, before=28.0, then=18.0, gutter=30.0, align="center"))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines = [SignLine((Run(f"{organ} {article} "), name))]
    else:
        lines = [SignLine((replace(one.bare_organisation, bold=True),))]
    lined = form == "captions"
    lines.append(SignLine((), "rule" if lined else "none", pen=one.name is not None, height=42.0))
    if lined:
        lines.append(SignLine(plain("(Unterschrift und Siegel)")))
    if one.name and one.function:
        deputy = plain("in Vertretung ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    lines += [SignLine(height=8.0), SignLine((one.place, Run(", "), one.date))]
    return tuple(lines)


def _annex(w: Writer) -> None:
    """All projects in one table on a leaf of its own, counted 1.1, 1.2, a line across for each measure."""
    s = w.scenario
    progs = enumerated([plain(programme.short) for programme in s.programmes])
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "right", after=4),
        Paragraph((Run("Projekte "), *progs, Run(f" {s.year}")), "left", scale=1.15, after=8),
    )
    paid = s.budget == "by_project"
    if paid:
        w.tables += 1
    heads = ("Nr.", "Projekt", "Träger", *(("Zuwendung in €",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number} – ", bold=True), replace(title, bold=True)),))
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            cells: tuple[Text, ...] = (
                plain(f"{measure.number}.{index}"),
                (name,),
                plain(_carrier(s, project)),
            )
            if paid:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                cells = (*cells, (run,))
            rows.append(cells)
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain(f"Summe {measure.number}"), (), (run,)))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Zuwendung insgesamt", True), (), (run,)))
    shares = (0.6, 3.0, 2.2, 1.5)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    count = len(heads)
    w.add(Table(tuple(rows), shares[:count], aligns[:count], s.ruled, padding=3.0))
