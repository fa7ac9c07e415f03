"""A ministry's legal desk: articles with counted paragraphs, a plan of expenditure, instalments."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated
from samples.wordings.roles import takers, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Zuwendungsfähig sind Personalausgaben je Beratungskraft bis {cap} monatlich.",
    "Nachzuweisen sind {persons} Eintritte; {young} Abbrüche bleiben außer Betracht.",
    "Für Fragen zum Zuwendungsrecht steht Referat III 5 unter {phone} zur Verfügung.",
    "Im Kapitel 08 06 wurden landesweit zuletzt {past} verausgabt.",
    "Abweichungen von Einzelansätzen sind bis {rate} vom Hundert ohne Zustimmung zulässig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "BAE {name}",
    "Vorkurs {name}",
    "{name} (§ 13 SGB VIII)",
    "{name} – 2. Durchgang",
    "Verbundprojekt {name}",
)
GUIDELINES = (
    date(2011, 12, 12),
    date(2014, 11, 24),
    date(2016, 12, 5),
    date(2020, 11, 30),
    date(2023, 12, 11),
)


class _Articles:
    """ "§ 1" and its heading on one line in the middle, paragraphs counted "(1)" below."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0
        self.indent = w.rng.choice((0.0, 24.0))

    def open(self, title: str) -> None:
        self.count = 0
        text = (Run("§ ", bold=True), self.w.next_section(), Run(" ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "center", before=14, after=6, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **filled)
        number = f"({self.count})"
        if self.indent:
            self.w.add(
                Paragraph(
                    text,
                    after=5,
                    indent=self.indent,
                    hang=self.indent,
                    marker=plain(number),
                    with_next=with_next,
                )
            )
        else:
            self.w.add(Paragraph((Run(f"{number} "), *text), after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    articles = _Articles(w)
    if s.amendment:
        _amend(articles)
    else:
        articles.open(rng.choice(("Rechtsgrundlagen", "Grundlagen der Förderung")))
        guideline = max((day for day in GUIDELINES if day.year < s.year), default=GUIDELINES[0])
        articles.say(
            "Die Förderung richtet sich nach den Richtlinien vom {day}, den §§ 23 und 44 der "
            "Landeshaushaltsordnung und den hierzu erlassenen Verwaltungsvorschriften.",
            day=w.date(guideline, "reference"),
        )
        if s.reference:
            articles.say(
                "Die dem Antrag vom {day} beigefügte Projektübersicht ist Gegenstand dieser Vereinbarung, "
                "soweit nachstehend nichts anderes bestimmt ist.",
                day=w.date(s.reference, "reference", rng.choice((None, f"{s.reference:%d.%m.%Y}"))),
            )
        articles.say("Ein Anspruch auf Förderung wird durch diese Vereinbarung allein nicht begründet.")
        articles.open(rng.choice(("Art und Höhe der Förderung", "Umfang der Förderung")))
        _money(articles)
        articles.open(rng.choice(("Gegenstand der Förderung", "Geförderte Projekte")))
        _projects(articles)
        articles.open("Verfahren")
        _course(articles)
        articles.open("Wirksamkeit")
        articles.say("Diese Vereinbarung wird mit der letzten Unterschrift wirksam.")
        articles.say("Nebenabreden bestehen nicht; Änderungen bedürfen der Schriftform.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 12.0)),
        leading=rng.choice((1.25, 1.4)),
        header="– {page} –",
        header_align="center",
        footer=None,
        left=82,
        right=70,
        top=80,
    )


def _programmes(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))])


def _opening(w: Writer) -> None:
    """File mark at the right, the title over two lines, then the sides with what they are called behind."""
    s = w.scenario
    if s.file_mark:
        w.add(Paragraph(plain(f"Geschäftszeichen: {s.file_mark.removeprefix('Az. ')}"), "right", after=14))
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, before=8, after=4),
        Paragraph(
            w.fill("{progs} – Förderjahr {year}", progs=_programmes(w), year=w.year()), "center", after=20
        ),
        Paragraph(plain("zwischen"), "center", after=8),
    )
    count = len(s.parties)
    for index in range(count):
        names: Text = w.party(index, "dative", mark=True)
        if index == 0 and s.land:
            article, ministry = s.grantor.case("accusative")
            names = (
                *names,
                Run(f", vertreten durch {article} "),
                Run(ministry, "parties[0].representative"),
            )
        if index and s.represented:
            body = "Kreisausschuss" if s.recipients[index - 1].gender == "m" else "Magistrat"
            w.gold["parties"][index]["representative"] = body
            names = (*names, Run(", vertreten durch den "), Run(body, f"parties[{index}].representative"))
        w.add(Paragraph(names, "center", after=2, with_next=True))
        if index == 0:
            w.add(Paragraph(plain("(Zuwendungsgeber)"), "center", after=8))
        if index < count - 1:
            w.add(Paragraph(plain("und"), "center", after=8))
    w.add(Paragraph(plain("(Zuwendungsempfänger)"), "center", after=16))


def _amend(articles: _Articles) -> None:
    w, s = articles.w, articles.w.scenario
    articles.open("Änderung der Förderhöhe")
    old, new = replaced(w)
    articles.say(
        "§ 2 Abs. 1 der Zielvereinbarung vom {day} wird wie folgt geändert: Die Angabe „{old}“ wird durch "
        "die "
        "Angabe „{new}“ ersetzt.",
        day=amended(w),
        old=old,
        new=new,
    )
    change = s.total - (s.replaced or Decimal(0))
    if w.rng.random() < 0.5:
        more, _ = w.amount(change, "other")
        articles.say("Der Unterschiedsbetrag von {more} wird mit der nächsten Rate ausgezahlt.", more=more)
    articles.say(
        "Das {authority} ändert den ergangenen Zuwendungsbescheid entsprechend.", authority=w.authority()
    )
    articles.open("Fortgeltung")
    articles.say("Die übrigen Bestimmungen gelten unverändert fort.")


def _money(articles: _Articles) -> None:
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    spelled: Text = (Run(" ("), words, Run(")")) if words else ()
    if years:
        articles.say(
            "Der Zuwendungsgeber beabsichtigt, {takes} eine Zuwendung in Höhe von insgesamt {total} im Wege "
            "der Festbetragsfinanzierung zu gewähren.",
            takes=takers(w)["dative"],
            total=amount,
        )
    else:
        articles.say(
            rng.choice(
                (
                    "Der Zuwendungsgeber beabsichtigt, {takes} im Haushaltsjahr {clause_year} eine "
                    "zweckgebundene Zuwendung bis zur Höhe von {total}{words} zu gewähren.",
                    "Die Zuwendung an {takes_acc} beläuft sich für das Haushaltsjahr {clause_year} auf "
                    "bis zu "
                    "{total}{words}. Sie wird als nicht rückzahlbarer Zuschuss gewährt.",
                )
            ),
            takes=takers(w)["dative"],
            takes_acc=takers(w)["accusative"],
            total=amount,
            words=spelled,
        )
    if years:
        _years(articles)
    elif s.budget == "by_measure" and s.listing == "table":
        _plan(articles)
    elif s.budget in ("by_measure", "two_programmes"):
        lead = "auf die Maßnahmenart „" if s.budget == "by_measure" else "auf das "
        close = "“ " if s.budget == "by_measure" else " "
        named: list[Text] = [(Run(lead), *part.label, Run(close), part.amount) for part in parts(w)]
        articles.say("Hiervon entfallen {named}.", named=enumerated(named))
    if s.budget not in ("by_measure", "by_project") and rng.random() < 0.7:
        own = Decimal(int(s.total) // 400 * 100).quantize(Decimal("0.01"))
        whole, _ = w.amount(s.total + own, "other")
        part, _ = w.amount(own, "other")
        articles.say(
            "Dem liegen voraussichtliche Gesamtausgaben von {whole} zugrunde, an denen sich {takes} mit "
            "{part} {joins}.",
            whole=whole,
            takes=takers(w)["nominative"],
            part=part,
            joins=verb(w, "beteiligt", "beteiligen"),
        )
    articles.say("Zuwendungen Dritter, die demselben Zweck dienen, werden auf die Landesmittel angerechnet.")


def _years(articles: _Articles) -> None:
    """Money of the first year, commitments for the next: in a table or in lines."""
    w, s = articles.w, articles.w.scenario
    if s.listing == "list":
        articles.say("Die Mittel werden wie folgt fällig:", with_next=True)
        for part in parts(w):
            kind = "Verpflichtungsermächtigung" if part.index else "Haushaltsmittel"
            text = (part.amount, Run(" "), *plain(f"({kind} "), *part.label, Run(")"))
            w.add(Paragraph(text, "left", after=2, indent=48))
        w.add(Gap(4))
        return
    articles.say("Haushaltsmittel und Verpflichtungsermächtigungen verteilen sich so:", with_next=True)
    w.tables += 1
    count = len(s.shares)
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Art der Mittel", "Jahr", "EUR"))]
    for part in parts(w, style="cell", table=w.tables, rows=range(1, count + 1)):
        kind = "Verpflichtungsermächtigung" if part.index else "Haushaltsmittel"
        rows.append((plain(kind), part.label, (part.amount,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=count + 1, year=None)
    rows.append((plain("Zuwendung", True), (), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.0, 1.5), ("left", "center", "right"), s.ruled, together=True))


def _plan(articles: _Articles) -> None:
    """What each measure costs, what others carry of it, and what is granted."""
    w, s = articles.w, articles.w.scenario
    articles.say("Es gilt der folgende Ausgaben- und Finanzierungsplan (Beträge in EUR):", with_next=True)
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Maßnahmenart", "Gesamtausgaben", "Eigen- und Drittmittel", "Zuwendung")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    sums = [Decimal("0.00"), Decimal("0.00")]
    for row, measure in enumerate(s.measures, start=1):
        granted = measure.amount or Decimal(0)
        own = _own(granted)
        sums = [sums[0] + granted + own, sums[1] + own]
        costs, _ = w.amount(granted + own, "other", row=row, **entry)
        others, _ = w.amount(own, "other", row=row, **entry)
        run, _ = w.amount(
            granted,
            "component",
            label=measure.title,
            measure=measure.number,
            year=s.clause_year,
            row=row,
            **entry,
        )
        rows.append((plain(measure.title), (costs,), (others,), (run,)))
    row = len(rows)
    last = [(w.amount(value, "other", row=row, **entry)[0],) for value in sums]
    whole = total(w, bold=True, row=row, **entry)
    rows.append((plain("Summe", True), *last, (whole,)))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table(tuple(rows), (2.7, 1.5, 1.5, 1.4), aligns, s.ruled, padding=3.0))


def _own(granted: Decimal) -> Decimal:
    return Decimal(int(granted) // 700 * 100 + 500).quantize(Decimal("0.01"))


def _projects(articles: _Articles) -> None:
    """A paragraph with figures for the measures, their projects in a row; or a table of what each costs."""
    w, s = articles.w, articles.w.scenario
    if s.budget == "by_project" and s.listing == "table":
        articles.say("Gefördert werden mit den in der letzten Spalte genannten Beträgen:", with_next=True)
        w.tables += 1
        entry: dict[str, Any] = {"style": "cell", "table": w.tables}
        heads = ("Maßnahmenart", "Projekt", "Ausgaben", "davon Zuwendung")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                granted = project.amount or Decimal(0)
                costs, _ = w.amount(granted + _own(granted), "other", row=len(rows), **entry)
                run = project_sum(w, measure, project, row=len(rows), **entry)
                first: Text = () if index else (Run(f"{measure.number}. "), title)
                rows.append((first, (name,), (costs,), (run,)))
        run = total(w, bold=True, row=len(rows), **entry)
        rows.append((plain("Zuwendung gesamt", True), (), (), (run,)))
        aligns: tuple[Align, ...] = ("left", "left", "right", "right")
        w.add(Table(tuple(rows), (2.3, 2.2, 1.2, 1.3), aligns, s.ruled, padding=3.0, joined=1))
        return
    articles.say("Die Zuwendung ist ausschließlich für folgende Projekte zu verwenden:", with_next=True)
    listed: list[tuple[Text, ...]] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        items: list[Text] = [
            (name, *project_money(w, measure, project, " mit bis zu "))
            for name, project in zip(names, measure.projects, strict=True)
        ]
        end = "." if number == len(s.measures) - 1 else ";"
        text = (Run("Maßnahmenart „"), title, Run("“ mit "), *_counted(items), Run(end))
        listed.append((plain(f"{measure.number}."), text))
    w.add(Table(tuple(listed), (0.9, 11.0), ("right", "left"), "none", before=0.0, after=4.0, padding=2.0))
    articles.say(
        "Andere Projekte dürfen nur gefördert werden, wenn der Zuwendungsgeber zuvor schriftlich "
        "eingewilligt hat."
    )


def _counted(items: list[Text]) -> Text:
    lead = "dem Projekt " if len(items) == 1 else "den Projekten "
    return (Run(lead), *enumerated(items))


def _course(articles: _Articles) -> None:
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    first, last = date(s.year, 1, 1), date(s.year, 12, 31)
    articles.say(
        "Der Bewilligungszeitraum beginnt am {first} und endet am {last}.",
        first=w.date(first, "period_start"),
        last=w.date(last, "period_end"),
    )
    if rng.random() < 0.6:
        half = _after_signing(s)
        rate = Decimal(int(s.total) // 200 * 100).quantize(Decimal("0.01"))
        run, _ = w.amount(rate, "other", style=None if s.figures != "blanks" else "sign")
        articles.say(
            "Bis {half} können höchstens {rate} abgerufen werden, der Rest nach Vorlage des "
            "Zwischennachweises.",
            half=w.date(half, "deadline"),
            rate=run,
        )
    articles.say(
        "Bewilligungsbehörde ist das {authority}, Dezernat 57. Ihr ist der Verwendungsnachweis spätestens am "
        "{deadline} vorzulegen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", long_date(s.deadline)),
    )
    if rng.random() < 0.5:
        limit, _ = w.amount(Decimal(rng.choice((5_000, 10_000, 25_000))).quantize(Decimal("0.01")), "other")
        articles.say(
            "Aufträge mit einem Wert ab {limit} sind nach den vergaberechtlichen Bestimmungen zu vergeben.",
            limit=limit,
        )
    for text in aside_texts(w, OWN_ASIDES):
        articles.say("{text}", text=text)


def _after_signing(s: Scenario) -> date:
    """A day of the year by which all have signed, so far as the year has one."""
    signed = max((one.day for one in s.signers if one.day), default=date(s.year, 1, 1))
    days = (date(s.year, 6, 30), date(s.year, 9, 15), date(s.year, 10, 31))
    return next((day for day in days if day > signed), date(s.year, 12, 1))


def _sign(w: Writer) -> None:
    """One row for each side: place and day over dots, then the pen; name, office and whom for in brackets."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked" or len(columns) > 3:
        for number, column in enumerate(columns):
            w.add(SignatureColumns(((), column), before=12.0 if number else 24.0))
        return
    three = len(columns) > 2
    w.add(
        SignatureColumns(
            tuple(columns),
            before=28.0,
            gutter=14.0 if three else 40.0,
            scale=0.84 if three else 1.0,
            align="center",
        )
    )


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("(Ort, Tag)")))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=42.0))
    if form == "captions":
        lines.append(SignLine(plain("(rechtsverbindliche Unterschrift)")))
    if one.name and one.function:
        deputy = plain("in Vertretung ") if one.signer.deputising else ()
        lines += [SignLine((*deputy, one.name)), SignLine((one.function,))]
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine((Run(f"für den {body} {article} "), name)))
    elif form == "brackets":
        lines.append(SignLine((Run("("), one.bare_organisation, Run(")"))))
    else:
        article, name = one.organisation("accusative")
        lines.append(SignLine((Run(f"für {article} "), name)))
    return tuple(lines)
