"""A ministry's own form: "§ 1: Heading", counted paragraphs, each project with its first and last day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Honorare externer Lehrkräfte sind bis {cap} je Tag zuwendungsfähig.",
    "Als Zielgröße gelten {persons} Eintritte, darunter {young} in Teilzeitausbildung.",
    "Technische Fragen zum Fachverfahren beantwortet die Telefonnummer {phone}.",
    "Dem Zuwendungsempfänger wurden seit dem Jahr 2011 insgesamt {past} bewilligt.",
    "Der Anteil der Frauen an den Teilnehmenden soll {rate} Prozent nicht unterschreiten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "{name} – 1. Durchgang",
    "Betriebliche Einzelumschulung {name}",
    "{name} / Teilzeit",
    "Assistierte Ausbildung „{name}“",
    "{name} (Stadtgebiet)",
)
PROVIDERS = (
    "Lernstatt Musterau gGmbH",
    "Volkshochschule",
    "Beschäftigungsgesellschaft Probestadt mbH",
    "Diakonieverein Beispieltal",
    "Eigenmaßnahme",
)
GROUND = (
    "Landkreise und kreisfreie Städte gestalten den Übergang in Ausbildung und Arbeit in eigener "
    "Verantwortung; "
    "das Land steuert über Ziele und stellt dafür ein Budget bereit.",
    "Das Land überlässt die Wahl der Instrumente denen, die vor Ort handeln, und vereinbart mit ihnen, woran "
    "der Erfolg gemessen wird.",
    "Mit dem Budget werden Angebote ergänzt, die nach dem SGB II, dem SGB III oder dem SGB VIII nicht oder "
    "nicht in ausreichendem Umfang möglich sind.",
)
DUTIES = (
    "Der Zuwendungsempfänger führt die Vorhaben selbst durch oder gibt die Mittel an Dritte weiter.",
    "Der Zuwendungsempfänger erhebt die Daten der Teilnehmenden bei Eintritt und bei Austritt.",
    "Der Zuwendungsempfänger macht die Finanzierung der Vorhaben aus Landesmitteln kenntlich.",
    "Der Zuwendungsempfänger meldet dem Zuwendungsgeber unverzüglich, wenn ein Vorhaben ausfällt.",
)


class _Page:
    """ "§ 1: Heading" at the left, below it counted paragraphs "(1)" unless there is one alone."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.waiting: list[Text | Table | Paragraph] = []

    def open(self, title: str) -> None:
        self.close()
        text = (Run("§ ", bold=True), self.w.next_section(), Run(": ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=13, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.waiting.append(self.w.fill(sentence, **filled))

    def put(self, *blocks: Table | Paragraph) -> None:
        self.waiting.extend(blocks)

    def close(self) -> None:
        several = sum(isinstance(one, tuple) for one in self.waiting) > 1
        count = 0
        for index, one in enumerate(self.waiting):
            if not isinstance(one, tuple):
                self.w.add(one)
                continue
            count += 1
            leads = index + 1 < len(self.waiting) and not isinstance(self.waiting[index + 1], tuple)
            indent = 24.0 if several else 0.0
            marker = plain(f"({count})") if several else ()
            self.w.add(
                Paragraph(one, after=5, indent=indent, hang=indent, marker=marker, with_next=leads),
            )
        self.waiting = []


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    page = _Page(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((10.6, 11.0)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, f"{s.kind} {s.year}, Seite {{page}} von {{pages}}")),
        header_align="left",
        footer=rng.choice((None, "- {page} -", "Seite {page}")),
        footer_align="right",
        hyphenate=rng.random() < 0.3,
    )


def _opening(w: Writer) -> None:
    """The file mark, the title, and numbered sides with what they are called in the text."""
    s = w.scenario
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.9, after=22))
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph((Run("über Mittel des "), *programme_genitives(w)), "center", scale=1.08, after=2),
        Paragraph((Run("für das Haushaltsjahr "), w.year()), "center", scale=1.08, after=16),
        Paragraph(plain("Zwischen"), "left", after=4),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        short = abbreviation(w) if index == 0 else ()
        tail = (Run(" – "), short[1], Run(" –")) if short else ()
        called = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        text = (*w.party(index, "dative", mark=True), *tail, *represented(w, index), Run(f" ({called})"))
        if index == last:
            w.add(Paragraph(plain("und"), "left", after=4, indent=20))
        w.add(
            Paragraph(text, "left", after=4, indent=20, hang=20, marker=plain(f"{index + 1}.")),
        )
    w.add(Paragraph(plain("wird Folgendes vereinbart:"), "left", before=3, after=2))


def _amend(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    page.open("Änderung des Zuwendungsbetrages")
    old, new = replaced(w)
    page.say(
        "In § 3 Absatz 1 der Zielvereinbarung vom {day} wird die Angabe „{old}“ durch die Angabe „{new}“ "
        "ersetzt.",
        day=amended(w),
        old=old,
        new=new,
    )
    page.say(
        "Die Änderung gilt für das Haushaltsjahr {clause_year} und wirkt auf den {start} zurück.",
        start=w.date(date(s.year, 1, 1), "period_start"),
    )
    page.open("Bewilligung")
    page.say(
        "Das {authority} passt den Zuwendungsbescheid vom {day} an.",
        authority=w.authority(),
        day=w.date((s.amended_day or date(s.year, 1, 1)) + timedelta(days=17), "reference"),
    )
    page.open("Im Übrigen")
    page.say("Alle sonstigen Abreden der Beteiligten bleiben von dieser Vereinbarung unberührt.")


def _agree(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Grundlagen", "Zweck der Zuwendung")))
    page.say(rng.choice(GROUND))
    decided = w.date(date(s.year - rng.randint(1, 3), rng.randint(1, 12), rng.randint(1, 28)), "reference")
    page.say(
        "Maßgebend sind die Fördergrundsätze in der Bekanntmachung vom {day} sowie die Vorläufigen "
        "Verwaltungsvorschriften zu § 44 der Landeshaushaltsordnung.",
        day=decided,
    )
    if s.reference:
        page.say(
            "Die Vorhaben wurden im Planungsgespräch vom {day} abgestimmt.",
            day=w.date(s.reference, "reference"),
        )
    _projects(page)
    _funds(page)
    page.open("Pflichten des Zuwendungsempfängers")
    for sentence in rng.sample(DUTIES, 2):
        page.say(sentence)
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)
    _procedure(page)


def _days(w: Writer) -> tuple[Run, Run]:
    """First and last day of one project."""
    s, rng = w.scenario, w.rng
    start = date(s.year, rng.choice((1, 1, 2, 3, 5, 8, 9)), rng.choice((1, 1, 15)))
    end = rng.choice((date(s.year, 12, 31), date(s.year, 12, 31), date(s.year, 11, 30)))
    return (
        w.date(start, "period_start", full_figures(start)),
        w.date(end, "period_end", full_figures(end)),
    )


def _projects(page: _Page) -> None:
    """Rows with first and last day below a row for the measure; or a clause for each measure."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Vorhaben", "Gegenstand der Zuwendung")))
    if s.listing == "list":
        page.say("Zuwendungsfähig sind die nachstehend genannten Vorhaben.")
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            pieces: list[Text] = []
            for name, project in zip(names, measure.projects, strict=True):
                pieces.append((name, *project_money(w, measure, project, " mit ")))
            head = (Run(f"Maßnahmenart {measure.number} – "), title, Run(": "))
            page.put(
                Paragraph((*head, *enumerated(pieces, "; ", "; "), Run(".")), "left", after=4, indent=24)
            )
        start, end = date(s.year, 1, 1), date(s.year, 12, 31)
        page.say(
            "Der Bewilligungszeitraum läuft vom {start} bis {end}.",
            start=w.date(start, "period_start", full_figures(start)),
            end=w.date(end, "period_end", full_figures(end)),
        )
        return
    page.say("Zuwendungsfähig sind die in der Übersicht genannten Vorhaben.")
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Vorhaben (Träger)", "Beginn", "Ende", *(("Zuwendung in Euro",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Maßnahmenart {measure.number}: ", bold=True), title),))
        for name, project in zip(names, measure.projects, strict=True):
            start_run, end_run = _days(w)
            cells: tuple[Text, ...] = ()
            if paid:
                cells = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
            rows.append(((name, Run(f" ({rng.choice(PROVIDERS)})")), (start_run,), (end_run,), *cells))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe der Zuwendungen", True), (), (), (run,)))
    shares = (3.6, 1.1, 1.1, 1.4)[: len(heads)]
    aligns: tuple[Align, ...] = ("left", "center", "center", "right")
    page.put(Table(tuple(rows), shares, aligns[: len(heads)], s.ruled, padding=2.8))


def _funds(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Art und Höhe der Zuwendung", "Zuwendungsbetrag")))
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        page.say("Der Zuwendungsgeber stellt im Haushaltsjahr {clause_year} als Festbetrag bereit:")
        page.put(Paragraph((amount,), "center", scale=1.05, before=2, after=7))
    else:
        when = "über die Laufzeit" if years else "im Haushaltsjahr {clause_year}"
        page.say(
            f"Der Zuwendungsgeber stellt {when} als Projektförderung einen Festbetrag von {{total}}{{words}} "
            "bereit.",
            total=amount,
            words=(Run(" – in Worten: "), words, Run(" –")) if words else "",
        )
    if s.budget in SPLIT:
        _split(page)
    page.say(
        "Bei Gesamtausgaben von voraussichtlich {cost} verbleibt ein Anteil von {own}, den der "
        "Zuwendungsempfänger aus eigenen Mitteln oder aus Mitteln Dritter deckt."
        if len(s.recipients) == 1
        else "Bei Gesamtausgaben von voraussichtlich {cost} verbleibt ein Anteil von {own}, den die "
        "Zuwendungsempfänger gemeinsam decken.",
        **_costs(w),
    )
    page.say("Ein Rechtsanspruch auf weitere Förderung entsteht hieraus nicht.")


def _costs(w: Writer) -> dict[str, Run | Text | str]:
    s = w.scenario
    own = Decimal(w.rng.randint(40, 480) * 500).quantize(Decimal("0.01"))
    return {"cost": w.amount(s.total + own, "other")[0], "own": w.amount(own, "other")[0]}


def _split(page: _Page) -> None:
    w, s = page.w, page.w.scenario
    if s.listing == "table" and s.budget != "two_programmes":
        first = "Maßnahmenart" if s.budget == "by_measure" else "Haushaltsjahr"
        page.say("Die Aufteilung ergibt sich aus folgender Übersicht:")
        page.put(split_table(w, (first, "Zuwendung (Euro)"), "Festbetrag", shares=(3.4, 1.3)))
        return
    lead = {"by_measure": "auf ", "by_year": "auf das Jahr ", "two_programmes": "auf das "}[s.budget]
    pieces = [(Run(lead), *part.label, Run(" "), part.amount) for part in parts(w)]
    page.say(
        "Vom Festbetrag entfallen {pieces}.", pieces=enumerated([tuple(one) for one in pieces], " sowie ")
    )


def _procedure(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Abruf und Nachweis", "Zahlung und Verwendungsnachweis")))
    call = date(s.year, 11, rng.choice((15, 30)))
    page.say(
        "Die Mittel werden bei dem {authority} abgerufen, letztmals am {call}.",
        authority=w.authority(),
        call=w.date(call, "deadline"),
    )
    count = date(s.year, rng.choice((6, 9)), 30)
    page.say(
        "Zum Stand {count} übersendet der Zuwendungsempfänger einen kurzen Zwischenbericht. Der "
        "Verwendungsnachweis ist spätestens am {deadline} zu führen.",
        count=w.date(count, "other"),
        deadline=w.date(s.deadline, "deadline"),
    )
    page.say("Bagatellbeträge unter {least} werden nicht zurückgefordert.", least=_least(w))
    page.open("Schlussvorschrift")
    page.say("Diese Vereinbarung wird mit der letzten Unterschrift wirksam und nur schriftlich geändert.")


def _least(w: Writer) -> Run:
    return w.amount(Decimal(w.rng.choice((100, 250, 500))).quantize(Decimal("0.01")), "other", style="euro")[
        0
    ]


def _sign(w: Writer) -> None:
    """Down the page: the day at the left; hand, name, office and whom for at the right."""
    s = w.scenario
    for number, signer in enumerate(s.signers):
        one = enter(w, signer)
        w.add(
            SignatureColumns(
                ((SignLine((one.place, Run(", den "), one.date)), *_caption(s.signing)), _hand(w, one)),
                before=14.0 if number else 24.0,
                gutter=26.0,
            )
        )
    w.add(Gap(2))


def _caption(form: str) -> tuple[SignLine, ...]:
    return (SignLine(plain("(Ort und Datum)")),) if form == "captions" else ()


def _hand(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    party = one.signer.organisation
    lines = [SignLine((), "dots" if form == "captions" else "rule", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        deputy = "In Vertretung " if one.signer.deputising else ""
        named: Text = (
            (Run(f"{deputy}("), one.name, Run(")")) if form == "brackets" else (Run(deputy), one.name)
        )
        lines += [SignLine(named), SignLine((one.function,))]
    article, name = one.organisation("genitive")
    if form == "organ" and party.gender != "n":
        organ = "für den Kreisausschuss" if party.gender == "m" else "für den Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
