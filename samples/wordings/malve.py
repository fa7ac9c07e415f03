"""A contract of a legal office: paragraphs with counted clauses, letters, prose or an annex."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import (
    Align,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, aside_texts, enumerated, programme_genitives, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Vergaben ab einem Auftragswert von {cap} sind zu dokumentieren.",
    "Der Zielwert beläuft sich auf {persons} Personen; je Gruppe sind höchstens {young} zulässig.",
    "Ansprechpartner in Vertragsangelegenheiten ist das Rechtsamt (Durchwahl {phone}).",
    "Die Zuwendungen der Vorjahre erreichten zuletzt {past} und wurden bestimmungsgemäß verwendet.",
    "Rückforderungsbeträge sind mit {rate} Prozent über dem Basiszinssatz zu verzinsen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (dritte Staffel)",
    "Förderkette {name}",
    "Ausbildungsbegleitung {name}",
    "{name} – Standort Altstadt",
    "{name} / Handwerk",
)
CARRIERS = (
    "Internationaler Bund Muster",
    "Diakonie Beispieltal",
    "Kreishandwerkerschaft",
    "Werkstatt Probe e. V.",
    "Stadtjugendring",
    "ZAUG-Muster gGmbH",
)
SITES = ("Kernstadt", "Nordkreis", "Südkreis", "kreisweit", "Weststadt")
SUFFIXES = "abcdefgh"


class _Paragraphs:
    """ "§ 1" with its heading; clauses are counted where a paragraph has more than one of them."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.before, self.behind = w.rng.choice(((" ", ""), (" (", ")"), (": ", "")))
        self.align: Align = w.rng.choice(("left", "center"))
        self.clauses: list[tuple[Text, tuple[Paragraph | Table | Gap, ...]]] = []

    def open(self, title: str) -> None:
        self.close()
        number = (Run("§ ", bold=True), self.w.next_section(), Run(self.before, bold=True))
        text = (*number, self.w.heading(title), Run(self.behind, bold=True))
        self.w.add(Paragraph(text, self.align, before=12, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.clauses.append((text, ()))

    def below(self, *blocks: Paragraph | Table | Gap) -> None:
        """What belongs to the clause said last."""
        text, own = self.clauses[-1]
        self.clauses[-1] = (text, (*own, *blocks))

    def close(self) -> None:
        for number, (text, own) in enumerate(self.clauses, start=1):
            counted = len(self.clauses) > 1
            indent = 24.0 if counted else 0.0
            marker = plain(f"({number})") if counted else ()
            self.w.add(Paragraph(text, "justify", after=5, indent=indent, hang=indent, marker=marker), *own)
        self.clauses = []


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    form = rng.choice(("letters", "prose", "annex")) if not s.amendment else ""
    _opening(w)
    page = _Paragraphs(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page, form)
    page.close()
    _sign(w)
    if form == "annex":
        _annex(w)
    return w, Sheet(
        family=rng.choice(("times", "caladea", "open-sans")),
        size=rng.choice((10.8, 11.5)),
        leading=1.35,
        header=rng.choice((None, f"{s.kind} {s.recipients[0].printed} {s.year}")),
        header_align="center",
        footer=rng.choice(("- {page} -", "Seite {page} von {pages} Seiten", "{page}")),
        footer_align=rng.choice(("center", "right")),
        left=80,
        right=70,
    )


def _opening(w: Writer) -> None:
    """Who agrees with whom comes first and the title after it, or the other way round."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az.", "Unser Zeichen:")), "left", scale=0.9, after=14))
    first = rng.random() < 0.5
    title = [
        Paragraph((w.kind(),), "center", scale=1.6, before=6, after=4),
        Paragraph(
            (
                Run(rng.choice(("über die Mittel des ", "zur Ausführung des "))),
                *programme_genitives(w),
                Run(rng.choice((" im Haushaltsjahr ", " für "))),
                w.year(),
            ),
            "center",
            after=14,
        ),
    ]
    if first:
        w.add(*title)
    w.add(Paragraph(plain("Zwischen"), "left", after=5, with_next=True))
    last = len(s.parties) - 1
    for index, party in enumerate(s.parties):
        alias = "Land" if index == 0 else "Landkreis" if party.gender == "m" else "Stadt"
        alias += f" {index}" if index and last > 1 else ""
        text = (*w.party(index, "dative", mark=True), *represented(w, index))
        w.add(
            Paragraph(text, "left", after=1, indent=36, with_next=True),
            Paragraph(plain(f"– im Folgenden „{alias}“ –"), "right", after=5),
        )
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=5, with_next=True))
    if first:
        w.add(Paragraph(plain("wird Folgendes vereinbart:"), "left", after=6))
    else:
        w.add(Paragraph(plain("wird die nachstehende"), "left", after=6), *title)
        w.add(Paragraph(plain("abgeschlossen:"), "left", after=6))


def _amend(page: _Paragraphs) -> None:
    w, s = page.w, page.w.scenario
    if s.amended_day is None:
        raise ValueError("not an amendment")
    written = w.rng.choice((None, full_figures(s.amended_day)))
    page.open("Änderung")
    day = w.date(s.amended_day, "amended_agreement", written)
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        page.say("Die zwischen den Parteien geschlossene Vereinbarung vom {day} wird geändert.", day=day)
        page.say(
            "Die für {clause_year} ausgewiesene Zuwendung wird von {old} um den Aufstockungsbetrag auf {new} "
            "erhöht.",
            old=old,
            new=new,
        )
    else:
        page.say(
            "§ 3 Abs. 1 der Vereinbarung vom {day} ist mit der Maßgabe anzuwenden, dass an die Stelle der "
            "Zahl {old} die Zahl {new} tritt.",
            day=day,
            old=old,
            new=new,
        )
    page.open("Unveränderte Regelungen")
    page.say("Im Übrigen gilt die genannte Vereinbarung unverändert weiter.")
    page.say("Das {authority} erhält eine beglaubigte Abschrift.", authority=w.authority())


def _agree(page: _Paragraphs, form: str) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Vertragsgegenstand", "Vertragszweck")))
    page.say(
        "Die Parteien regeln mit diesem Vertrag, in welchem Umfang das Land örtliche Angebote der Ausbildung "
        "und Qualifizierung bezuschusst und welche Ergebnisse hierfür zu erbringen sind."
    )
    if rng.random() < 0.6:
        page.say("Ansprüche Dritter werden hierdurch nicht begründet.")
    page.open("Vertragsdauer")
    start = w.date(date(s.year, 1, 1), "period_start")
    end = w.date(date(s.year, 12, 31), "period_end")
    page.say("Dieser Vertrag beginnt am {start} und endet mit Ablauf des {end}.", start=start, end=end)
    page.open(rng.choice(("Zuwendung", "Finanzierung")))
    _funds(page)
    page.say("Die Auszahlung erfolgt auf Anforderung in zwei gleichen Raten.")
    page.open(rng.choice(("Maßnahmen", "Verwendungszweck")))
    if form == "annex":
        page.say(
            "Die zu fördernden Maßnahmen sind im Maßnahmenplan (Anlage) aufgeführt, der Vertragsbestandteil "
            "ist."
        )
    else:
        (_letters if form == "letters" else _prose)(page)
    page.open("Pflichten bei der Durchführung")
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.say(
        "Verwendungsnachweise sind dem {authority} bis zum Ablauf des {deadline} zu übersenden; die Vorlage "
        "in elektronischer Form genügt.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        page.say(
            "Der Beschluss der Vertretungskörperschaft vom {day} liegt vor.",
            day=w.date(s.reference, "reference"),
        )
    page.open("Schlussvorschriften")
    page.say("Mündliche Nebenabreden bestehen nicht. Änderungen bedürfen der Schriftform.")
    page.say(
        "Sollte eine Bestimmung unwirksam sein, so ist sie durch eine wirksame zu ersetzen, die dem "
        "Gewollten möglichst nahekommt."
    )


def _funds(page: _Paragraphs) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        page.say("Für die Laufzeit aller Maßnahmen beträgt die Zuwendung insgesamt {total}.", total=amount)
    elif s.budget == "one_line" and rng.random() < 0.6:
        page.say("Das Land bewilligt für {clause_year} als nicht rückzahlbaren Zuschuss einen Betrag von")
        page.below(Paragraph((replace(amount, bold=True),), "center", before=2, after=8))
    else:
        page.say(
            rng.choice(
                (
                    "Das Land gewährt für {clause_year} eine Zuwendung in Höhe von {total}{words} als "
                    "Festbetragsfinanzierung.",
                    "Zur Deckung der Ausgaben des Jahres {clause_year} gewährt das Land eine Zuwendung, die "
                    "auf {total}{words} begrenzt ist.",
                )
            ),
            total=amount,
            words=(Run(", in Worten: "), words, Run(",")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table":
        what = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Programm")
        page.say("Der Betrag ist wie folgt aufgeteilt:")
        money = rng.choice((("Zuwendung", "sign"), ("Zuwendung in EUR", "cell")))
        page.below(split_table(w, (what, money[0]), "Gesamtbetrag", style=money[1]))
        return
    lead = {"by_measure": "die Maßnahmenart „", "by_year": "das Haushaltsjahr "}.get(s.budget, "das ")
    tail = "“" if s.budget == "by_measure" else ""
    shares = [(part.amount, Run(f" auf {lead}"), *part.label, Run(tail)) for part in parts(w)]
    page.say("Davon entfallen {shares}.", shares=enumerated(shares))


def _letters(page: _Paragraphs) -> None:
    """ "a)" for a measure and "aa)", "bb)" for what is done in it."""
    w = page.w
    page.say("Die Zuwendung ist zweckgebunden für die Maßnahmenarten")
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number, numbered=False)
        marker = plain(f"{SUFFIXES[number]})")
        page.below(
            Paragraph(
                (title, Run(" mit")), "left", after=2, indent=46, hang=20, marker=marker, with_next=True
            )
        )
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money = project_money(w, measure, project, " in Höhe von ")
            own = plain(f"{SUFFIXES[i] * 2})")
            page.below(Paragraph((name, *money), "left", after=2, indent=74, hang=24, marker=own))
    page.below(Gap(4))
    page.say("Abweichungen sind nur mit vorheriger Zustimmung des Landes zulässig.")


def _prose(page: _Paragraphs) -> None:
    """A clause for each measure with its projects in the sentence."""
    w, rng = page.w, page.w.rng
    carried = rng.random() < 0.5
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            carrier = f" ({rng.choice(CARRIERS)})" if carried else ""
            money = project_money(w, measure, project, " mit ")
            items.append((Run("„"), name, Run(f"“{carrier}"), *money))
        count = "Maßnahme " if len(names) == 1 else "Maßnahmen "
        page.say(
            "In Maßnahmenart "
            + str(measure.number)
            + " ({title}) "
            + ("ist" if len(names) == 1 else "sind")
            + " die "
            + count
            + "{names} vorgesehen.",
            title=title,
            names=enumerated(items, " sowie "),
        )


def _annex(w: Writer) -> None:
    """The plan of all measures; the title of each runs across the whole table."""
    s = w.scenario
    by_project = s.budget == "by_project"
    w.tables += 1 if by_project else 0
    w.add(
        NewPage(),
        Paragraph(plain("Anlage zur Vereinbarung", True), "right", after=4, with_next=True),
        Paragraph(plain("Maßnahmenplan", True), "center", scale=1.2, after=8, with_next=True),
    )
    heads = ("Nr.", "Maßnahme", "Maßnahmenträger", "Ort", "Zuwendung" if by_project else "TN")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True)),))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            cells: list[Text] = [plain(f"{measure.number}.{i}"), (name,), plain(w.rng.choice(CARRIERS))]
            cells.append(plain(w.rng.choice(SITES)))
            money: Text = plain(str(w.rng.randint(5, 60)))
            if by_project:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((*cells, money))
        if by_project and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain("Zwischensumme"), (), (), (run,)))
    if by_project:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Zuwendung gesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "left", "right")
    w.add(Table(tuple(rows), (0.55, 2.3, 1.9, 1.0, 1.25), aligns, s.ruled, padding=3.5))


def _sign(w: Writer) -> None:
    """Side below side with those who sign for it next to each other, or a column for each side."""
    organ = w.rng.random() < 0.6
    seal = w.rng.choice(("", "(Dienstsiegel)", "(Siegel)"))
    stacked = w.rng.random() < 0.5
    whole: list[tuple[SignLine, ...]] = []
    for number, side in enumerate(enter_by_party(w, named_once=True)):
        columns = [_column(one, own, i == 0, organ, seal) for i, (one, own) in enumerate(side)]
        if stacked:
            w.add(*in_rows(columns, before=18.0 if number else 24.0, gutter=26.0))
        whole.append(tuple(line for column in columns for line in (*column, SignLine(height=8.0))))
    w.add(*([] if stacked else in_rows(whole)))


def _column(one: Signature, dated: bool, first: bool, organ: bool, seal: str) -> tuple[SignLine, ...]:
    """Place and date, the side with its organ, the pen, name in brackets and office."""
    party = one.signer.organisation
    acting = {"m": "– Der Kreisausschuss –", "f": "– Der Magistrat –"}.get(party.gender, "")
    sealed = seal if first and party.gender != "n" else ""
    deputy = "i. V." if one.signer.deputising else ""
    return (
        SignLine((one.place, Run(", den "), one.date)) if dated else SignLine(),
        SignLine((one.bare_organisation,)) if first else SignLine(),
        SignLine(plain(acting if first and organ else "")),
        SignLine(plain(deputy), pen=one.name is not None, height=40.0),
        SignLine((Run("("), one.name, Run(")")) if one.name else ()),
        SignLine((one.function,) if one.function else ()),
        SignLine(plain(sealed)),
    )
