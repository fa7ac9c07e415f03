"""A county's plain word processor file: "1. Heading", projects with carrier and places, own money."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, programme_genitives, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden werden bis {cap} je Quartal übernommen.",
    "Die Projekte bieten zusammen {persons} Plätze; {young} Plätze bleiben Jugendlichen ohne Abschluss.",
    "Ansprechstelle beim Kreisjobcenter: Zimmer 2.14, Telefon {phone}.",
    "Der Sozialhaushalt hat die Projekte im Vorjahr mit {past} verbucht.",
    "Gemeinkosten werden pauschal mit {rate} % anerkannt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} Kreis",
    "Werkstatt {name}",
    "{name} (Gruppe 1)",
    "Lernbüro „{name}“",
    "{name} - Fortführung",
)
CARRIERS = (
    "Bildungsverein Musterau e. V.",
    "Kreisvolkshochschule",
    "Diakonie Beispieltal",
    "Jugendwerkstatt Probestadt gGmbH",
    "AWO Exempelhausen",
    "Eigenbetrieb Arbeit",
)
AIMS = (
    "Schulabgänger ohne Ausbildungsplatz sollen binnen eines Jahres eine Ausbildung beginnen können.",
    "Wer lange ohne Arbeit war, soll eine Beschäftigung finden, von der er leben kann.",
    "Frauen mit kleinen Kindern sollen einen Beruf in Teilzeit erlernen können.",
    "Geflüchtete sollen Sprache und Beruf zugleich lernen.",
    "Ausbildungsabbrüche sollen seltener werden.",
)


class _Points:
    """ "1. Heading" in bold, flush left, and plain paragraphs under it: a word processor as it comes."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=13, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=6, with_next=with_next))

    def item(self, text: Text, marker: str = "•") -> None:
        self.w.add(Paragraph(text, "left", after=2, indent=36, hang=18, marker=plain(marker)))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        points.open(rng.choice(("Anlass", "Ausgangslage")))
        points.say(
            "{Takes} {has} im Rahmen der örtlichen Ausbildungs- und Arbeitsmarktstrategie Projekte "
            "ausgesucht, die im Jahr {y} laufen sollen. {G} unterstützt sie finanziell.",
            has=verb(w, "hat", "haben"),
        )
        if s.reference:
            points.say(
                "{council} am {day} über die Planung unterrichtet.",
                council=_council(s),
                day=w.date(s.reference, "reference"),
            )
        points.open("Ziele")
        for aim in rng.sample(AIMS, 3):
            points.item(plain(aim), "-")
        w.add(Gap(4))
        points.open(rng.choice(("Projekte", "Vorgesehene Projekte")))
        _projects(points)
        points.open(rng.choice(("Geld", "Mittel des Landes")))
        _money(points)
        points.open("Termine")
        _days(points)
        points.open(rng.choice(("Sonstiges", "Schlussbestimmungen")))
        points.say("Was hier nicht geregelt ist, richtet sich nach dem Zuwendungsbescheid.")
        for text in aside_texts(w, OWN_ASIDES):
            points.say("{text}", text=text)
        points.say("Jede Seite bekommt eine Ausfertigung.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "caladea")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.2, 1.3)),
        footer=rng.choice(("- {page} -", "{page}", None)),
        footer_align="center",
        left=71,
        right=62,
    )


def _opening(w: Writer) -> None:
    """The title in the middle; below it who agrees, each with what it is called, in one column."""
    s = w.scenario
    names = roles(w, by_short_name=False)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.35, after=4),
        Paragraph(
            w.fill(
                "zur Verwendung des {progs} im Jahr {year}",
                progs=programme_genitives(w),
                year=w.year(),
            ),
            "center",
            after=18,
        ),
    )
    calls = (names["gives"], names["takes"])
    for index in range(len(s.parties)):
        text = (*w.party(index, "nominative", mark=True, capital=index == 0), *represented(w, index))
        w.add(Paragraph((*text, *((Run(","),) if len(text) > 2 else ())), "left", after=1, with_next=True))
        if index in (0, len(s.parties) - 1):
            noun = calls[min(index, 1)].partition(" ")[2]
            w.add(Paragraph(plain(f"- im Weiteren „{noun}“ -"), "left", after=6, with_next=True))
        if index < len(s.parties) - 1:
            w.add(Paragraph(plain("und"), "left", after=6, with_next=True))
    w.add(Paragraph(plain("vereinbaren Folgendes:"), "left", before=4, after=6))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Neuer Betrag")
    old, new = replaced(w)
    points.say(
        "In der Zielvereinbarung vom {day} wird unter „Mittel des Landes“ der Betrag „{old}“ gestrichen. An "
        "seine Stelle tritt der Betrag „{new}“.",
        day=amended(w),
        old=old,
        new=new,
    )
    points.open("Alles Übrige")
    points.say("Sonst bleibt die Zielvereinbarung, wie sie ist.")
    points.say("Der geänderte Bescheid kommt vom {authority}.", authority=w.authority())


def _council(s: Scenario) -> str:
    if len(s.recipients) > 1:
        return "Die Vertretungskörperschaften wurden"
    return f"{'Der Kreistag' if s.recipients[0].gender == 'm' else 'Die Stadtverordnetenversammlung'} wurde"


def _projects(points: _Points) -> None:
    """One table with a line across for each measure, or bullets with the carrier in brackets."""
    w, s = points.w, points.w.scenario
    if s.listing == "list" or s.ruled == "none":
        points.say("Umgesetzt werden, nach Maßnahmenarten geordnet:", with_next=True)
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            w.add(
                Paragraph(
                    (Run(f"Maßnahmenart {measure.number}: "), title),
                    "left",
                    before=3,
                    after=2,
                    with_next=True,
                )
            )
            for name, project in zip(names, measure.projects, strict=True):
                money: Text = ()
                if project.amount is not None:
                    money = (Run(", "), project_sum(w, measure, project))
                carrier, places = _carrier(s, project)
                points.item((name, Run(f" ({carrier}, {places} Plätze)"), *money))
        w.add(Gap(3))
        return
    points.say("Umgesetzt werden:", with_next=True)
    paid = s.budget == "by_project"
    if paid:
        w.tables += 1
    heads = ("Projekt", "Träger", "Plätze", *(("Euro",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        rows += _group(w, number, measure, len(rows), paid)
    if paid:
        whole = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Alle Projekte", True), (), (), (whole,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    shares = (2.8, 2.4, 0.8, 1.2)
    count = len(heads)
    w.add(Table(tuple(rows), shares[:count], aligns[:count], s.ruled, padding=2.5))


def _group(w: Writer, number: int, measure: Measure, first: int, paid: bool) -> list[tuple[Text, ...]]:
    title, names = w.measure(number)
    rows: list[tuple[Text, ...]] = [((Run(f"Maßnahmenart {measure.number}: "), title),)]
    for name, project in zip(names, measure.projects, strict=True):
        carrier, places = _carrier(w.scenario, project)
        cells: tuple[Text, ...] = ((name,), plain(carrier), plain(str(places)))
        if paid:
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=first + len(rows))
            cells = (*cells, (run,))
        rows.append(cells)
    if paid and len(names) > 1:
        run = subtotal(w, measure, style="cell", table=w.tables, row=first + len(rows))
        rows.append((plain(f"zusammen Maßnahmenart {measure.number}"), (), (), (run,)))
    return rows


def _carrier(s: Scenario, project: Project) -> tuple[str, int]:
    dice = random.Random(f"{s.deadline}/{project.name}")
    return dice.choice(CARRIERS), dice.randint(4, 32)


def _money(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        points.say(
            "{Gives} gibt {takes_dat} für die Projekte und die Ausbildungen, die sich anschließen, über die "
            "Jahre {total}:",
            with_next=True,
            total=amount,
        )
    else:
        points.say(
            rng.choice(
                (
                    "Für das Jahr {clause_year} kann {gives} {takes_dat} bis zu {total}{words} zuwenden.",
                    "{Gives} beteiligt sich {clause_year} mit höchstens {total}{words} an den Projekten.",
                )
            ),
            with_next=s.budget in ("by_measure", "two_programmes"),
            total=amount,
            words=(Run(" (in Buchstaben: "), words, Run(")")) if words else "",
        )
    if s.budget in ("by_measure", "two_programmes", "by_year"):
        _split(points, parts(w))
    if rng.random() < 0.6:
        own, _ = w.amount(_round(rng, 12, 190), "other")
        points.say(
            "{Takes} {puts} aus dem eigenen Haushalt {own} dazu.", puts=verb(w, "legt", "legen"), own=own
        )
    points.say("Einen Anspruch auf das Geld gibt erst der Bescheid.")


def _split(points: _Points, found: Sequence[Part]) -> None:
    """A line for each part: the sum behind a colon, or before what it is for."""
    w, s = points.w, points.w.scenario
    lead = "Maßnahmenart " if s.budget == "by_measure" else ""
    for part in found:
        number = (Run(f"{lead}{s.measures[part.index].number}, "),) if lead else ()
        if s.listing == "list":
            between = Run(" im Jahr ") if s.budget == "by_year" else Run(" für " if lead else " aus dem ")
            points.item((part.amount, between, *number, *part.label), "-")
        else:
            points.item((*number, *part.label, Run(": "), part.amount), "-")
    w.add(Gap(4))


def _round(rng: random.Random, low: int, high: int) -> Decimal:
    return Decimal(rng.randint(low, high) * 1000).quantize(Decimal("0.01"))


def _days(points: _Points) -> None:
    """Days before what is due on them, each on a line; or in sentences."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    interim = date(s.year, 7, 15)
    if any(one.day and one.day > interim for one in s.signers):
        interim = date(s.year, 11, rng.choice((1, 15)))
    if rng.random() < 0.5:
        lines: tuple[tuple[Run, str], ...] = (
            (w.date(start, "period_start", f"{start:%d.%m.%Y}"), "frühester Beginn der Projekte"),
            (w.date(interim, "deadline", f"{interim:%d.%m.%Y}"), "kurzer Zwischenbericht"),
            (w.date(end, "period_end", f"{end:%d.%m.%Y}"), "letzter Projekttag"),
            (w.date(s.deadline, "deadline", f"{s.deadline:%d.%m.%Y}"), "Abrechnung"),
        )
        rows = tuple(((day,), plain(what)) for day, what in lines)
        w.add(Table(rows, (1.0, 4.0), ("left", "left"), "none", padding=1.5, together=True))
        points.say(
            "Zwischenbericht und Abrechnung gehen an das {authority}, das auch den Bescheid erlässt.",
            authority=w.authority(),
        )
        return
    points.say(
        "Die Projekte dürfen am {start} beginnen und müssen am {end} beendet sein. Den Bescheid erlässt das "
        "{authority}.",
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
        authority=w.authority(),
    )
    points.say(
        "Ihm {report} {takes_name} kurz zum {interim}; abgerechnet wird bis {deadline}.",
        report=verb(w, "berichtet", "berichten"),
        takes_name=points.words["takes"],
        interim=w.date(interim, "deadline"),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, f"{s.deadline:%d.%m.%Y}"))),
    )


def _sign(w: Writer) -> None:
    """Whom for, a line for the hand, name and office; place and day below, as the clerk left room for "
    "them."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=14.0 if number else 26.0))
        return
    w.add(*in_rows(columns, 2, gutter=34.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("accusative")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whose: Text = (Run(f"Für {article} "), name, Run(f" - {body} -"))
    else:
        article, name = one.organisation("accusative")
        whose = (Run(f"Für {article} "), name)
    lines = [SignLine(whose), SignLine((), "rule", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        bracketed = form == "brackets"
        named = (Run("("), one.name, Run(")")) if bracketed else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    caption = "Ort, Datum: " if form == "captions" else ""
    lines += [SignLine(height=6.0), SignLine((Run(caption), one.place, Run(", "), one.date))]
    return tuple(lines)
