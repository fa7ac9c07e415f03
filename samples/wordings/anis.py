"""A ministry that writes prose: the sides in the first sentence, lettered parts, projects in sentences."""

from __future__ import annotations

import random

from samples.blocks import (
    Align,
    Gap,
    Line,
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
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    capitals,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Arbeitskleidung ist bis zum Wert von {cap} je Person förderfähig.",
    "Für erreichbar halten die Seiten {persons} Eintritte; mit {young} Betrieben ist bereits gesprochen.",
    "Das Fachreferat des Ministeriums gibt telefonisch Auskunft ({phone}).",
    "In den zurückliegenden drei Jahren wurden der Region jährlich etwa {past} bewilligt.",
    "Bis zu {rate} v. H. der bewilligten Mittel können zwischen den Projekten verschoben werden.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} 25+",
    "Werkakademie {name}",
    "{name} im Betrieb",
    "Ausbildungsverbund {name}",
    "{name} (Teilzeit)",
)
CARRIERS = (
    "Bildungswerk Probestadt e. V.",
    "Lernhof Musterau gGmbH",
    "Kreisvolkshochschule",
    "Handwerksbildung Fiktiv",
    "Diakonieverein Beispieltal",
)
MOTIVES = (
    "Fachkräfte werden auch dort gebraucht, wo viele Menschen ohne Abschluss leben.",
    "Angebote sollen dort entstehen, wo andere Leistungsträger keine vorhalten.",
    "Ausbildung in Teilzeit hat sich als Weg für Alleinerziehende erwiesen und wird ausgebaut.",
)


class _Letters:
    """ "A. Heading" with paragraphs in brackets, counted anew in each part."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.loud = w.rng.random() < 0.35
        self.counted = w.rng.random() < 0.7
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        heading = self.w.heading(capitals(title) if self.loud else title)
        number = (self.w.next_section(), Run(". ", bold=True))
        self.w.add(Paragraph((*number, heading), "left", before=14, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.count += 1
        lead = plain(f"({self.count}) ") if self.counted else ()
        self.w.add(Paragraph((*lead, *text), "justify", after=6, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="A")
    _opening(w)
    page = _Letters(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.36, 1.5)),
        header=rng.choice((None, "– {page} –", s.file_mark)),
        header_align="center",
        footer=rng.choice((None, f"Zielvereinbarungen {s.year} / Referat III 6", "{page}")),
        footer_align="right",
        left=82,
        right=76,
        top=80,
    )


def _opening(w: Writer) -> None:
    """The kind alone above; who, what for and which year are told by the first sentence."""
    s, rng = w.scenario, w.rng
    mark = (s.file_mark or "").removeprefix("Az. ")
    w.add(
        Paragraph((w.kind(),), "center", scale=1.7, before=4, after=4),
        Paragraph(plain(f"– {mark} –" if mark else "– Original –"), "center", after=14),
    )
    last = len(s.parties) - 1
    named: list[Text] = []
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        inserted = represented(w, index)
        comma = Run("," if inserted and index >= last - 1 else "")
        named.append((*name, *behind, *inserted, comma))
    lead, end = rng.choice(
        (
            (" treffen zur Verwendung des ", " diese Absprachen:"),
            (" legen zum Einsatz des ", " gemeinsam fest:"),
        )
    )
    told = (*enumerated(named), Run(lead), *programme_genitives(w), Run(" im Jahr "), w.year(), Run(end))
    w.add(Paragraph(told, "justify", after=8))


def _amend(page: _Letters) -> None:
    w = page.w
    page.open("Anlass der Änderung")
    page.say(
        "Die Seiten haben sich am {day} auf Ziele, Mittel und Projekte verständigt. Der Zulauf ist größer "
        "als vorhergesehen.",
        day=amended(w),
    )
    page.open("Mittel")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Die Mittel des Landes für {clause_year}, bisher {old}, werden mit {new} neu bestimmt.",
                "Für {clause_year} bringt das Land nicht mehr {old}, sondern {new} auf.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Verbleibendes")
    page.say(
        "An den übrigen Absprachen halten die Seiten fest. Sie unterrichten das {authority}.",
        authority=w.authority(),
    )


def _agree(page: _Letters) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Beweggründe", "Gemeinsames Anliegen")))
    for sentence in rng.sample(MOTIVES, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Die örtliche Bedarfsanalyse wurde am {day} abgeschlossen und liegt beiden Seiten vor.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    page.open(rng.choice(("Mittel", "Mittel des Landes")))
    _funds(page)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open(rng.choice(("Projekte", "Auswahl der Projekte")))
    _projects(page)
    page.open(rng.choice(("Weiteres Vorgehen", "Verfahren")))
    page.say(
        "Mit der Bewilligung und der Überwachung ist das {authority} betraut. Ihm ist spätestens am "
        "{deadline} über Ausgaben und Ergebnisse zu berichten.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    page.say("Die Absprachen gelten {period}.", period=period(w))


def _funds(page: _Letters) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        page.say("Das Land bringt für alle Jahre zusammen {total} auf.", total=amount)
    elif s.budget == "one_line":
        page.put(w.fill("Das Land bringt für {clause_year} folgenden Betrag auf:"), with_next=True)
        w.add(Paragraph((amount,), "center", scale=1.15, before=3, after=9))
    else:
        page.say(
            rng.choice(
                (
                    "Das Land bringt für {clause_year} insgesamt {total}{words} auf. Mehr wird nicht "
                    "bewilligt.",
                    "Im Landeshaushalt {clause_year} sind für die Projekte {total}{words} vorgemerkt.",
                )
            ),
            total=amount,
            words=(Run(" – in Worten: "), words, Run(" –")) if words else "",
        )
    if s.budget not in SPLIT or (s.budget == "by_measure" and s.listing == "list"):
        return  # the sentences on the projects tell what each measure gets
    if s.listing == "list":
        told: list[Text] = [
            (part.amount, Run(" auf das Jahr " if years else " auf das "), *part.label) for part in parts(w)
        ]
        page.put((Run("Es entfallen "), *enumerated(told), Run(".")))
        return
    page.put(plain("Wie sich dieser Betrag verteilt, ergibt sich aus der Tabelle."), with_next=True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Programm")
    rows: list[tuple[Text, ...]] = [(plain(what, True), plain("Mittel (Euro)", True))]
    for part in found:
        lead = f"{s.measures[part.index].number} – " if s.budget == "by_measure" else ""
        rows.append(((Run(lead), *part.label), (part.amount,)))
    year = None if years else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Mittel zusammen", True), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.5), ("left", "right"), s.ruled, padding=3.5, together=True))


def _projects(page: _Letters) -> None:
    """A sentence for each measure; or the measures in a sentence and the projects in a table."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []
    if s.listing == "table" and not sums:
        _table(page)
        return
    quoted = rng.random() < 0.5
    carried = rng.random() < 0.4
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        items: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            named: Text = (name,) if not quoted or "„" in name.text else (Run("„"), name, Run("“"))
            money: Text = plain(f" (Träger: {rng.choice(CARRIERS)})") if carried else ()
            if project.amount is not None:
                money = (*money, Run(" mit "), project_sum(w, measure, project))
            items.append((*named, *money))
        head = (Run(f"Zur Maßnahmenart {measure.number} („"), title, Run("“)"))
        mean: Text = (Run(", für die "), sums[number], Run(" bestimmt sind,")) if sums else ()
        verb = " gehört das Projekt " if len(items) == 1 else " gehören die Projekte "
        # "e. V." closes the sentence too.
        stop = "" if items[-1][-1].text.endswith(".") else "."
        page.put((*head, *mean, Run(verb), *enumerated(items), Run(stop)))


def _table(page: _Letters) -> None:
    w, s = page.w, page.w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    entered = [w.measure(number) for number in range(len(s.measures))]
    kinds: list[Text] = [
        (Run(f"{measure.number} "), title) for measure, (title, _) in zip(s.measures, entered, strict=True)
    ]
    page.put(
        (
            Run("Die Projekte verteilen sich auf die Maßnahmenarten "),
            *enumerated(kinds, "; ", "; "),
            Run("."),
        ),
        with_next=True,
    )
    heads = ("Projekt", "Träger", "Maßnahmenart", *(("Mittel (Euro)",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for measure, (_, names) in zip(s.measures, entered, strict=True):
        for name, project in zip(names, measure.projects, strict=True):
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
            rows.append(((name,), plain(w.rng.choice(CARRIERS)), plain(str(measure.number)), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Mittel zusammen", True), (), (), (run,)))
    width = len(heads)
    aligns: tuple[Align, ...] = ("left", "left", "center", "right")
    w.add(
        Table(
            tuple(rows),
            (2.4, 2.2, 1.15, 1.3)[:width],
            aligns[:width],
            s.ruled,
            padding=3.0,
        )
    )


def _sign(w: Writer) -> None:
    """One below the other: at the left whom for, where and when; at the right the pen, name and office."""
    s = w.scenario
    w.add(Gap(10))
    for number, signer in enumerate(s.signers):
        left, right = _columns(enter(w, signer), s.signing)
        w.add(SignatureColumns((left, right), before=14.0 if number else 18.0, gutter=26.0))


def _columns(one: Signature, form: str) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        whom: Text = (Run(f"{organ} {article} "), name)
    else:
        article, name = one.organisation("accusative")
        whom = (Run(f"Für {article} "), name)
    left = [SignLine(whom), SignLine((one.place, Run(", "), one.date))]
    line: Line = "rule" if form == "captions" or one.name is None else "none"
    right = [SignLine((), line, pen=one.name is not None, height=40.0)]
    if form == "captions":
        left.append(SignLine(plain("(Ort, Tag)")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        name_text: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        right += [SignLine((Run(deputy), *name_text)), SignLine((one.function,))]
    return tuple(left), tuple(right)
