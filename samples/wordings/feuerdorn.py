"""Another family: municipalities pay an animal shelter so much for each inhabitant; "§ 1 Heading"."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.others import tier_rate
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import acting
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für dringende Operationen streckt der Verein bis zu {cap} vor.",
    "Aufgenommen wurden zuletzt {persons} Katzen und {young} Hunde im Monat.",
    "Der Notdienst ist außerhalb der Öffnungszeiten unter {phone} zu erreichen.",
    "Der Neubau des Tierheims hat {past} gekostet.",
    "Die Auslastung darf {rate} Prozent der Plätze nicht dauerhaft übersteigen.",
)


class _Clauses:
    """ "§ 1 Heading" at the left; paragraphs below with a bare figure and a bracket, "1)"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        text = (Run("§ ", bold=True), self.w.next_section(), Run("   ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **filled)
        self.w.add(
            Paragraph(text, after=4, indent=22, hang=22, marker=plain(f"{self.count})"), with_next=with_next)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    clauses.open(rng.choice(("Aufgabe", "Fundtiere")))
    clauses.say(
        "Fundtiere sind entlaufene Haustiere, für deren Verwahrung die Kommunen nach den §§ 965 bis 967 BGB "
        "zuständig sind. Herrenlose Wildtiere fallen nicht unter diesen Vertrag."
        if s.kind == "Vertrag"
        else "Die Kommunen sind als Fundbehörden verpflichtet, entlaufene Haustiere zu verwahren. Der Verein "
        "nimmt ihnen diese Aufgabe ab."
    )
    clauses.say(
        "Gehalten werden die Tiere nach dem Tierschutzgesetz in der Fassung der Bekanntmachung vom {day} "
        "(BGBl. I S. 1206, 1313).",
        day=w.date(date(2006, 5, 18), "reference"),
    )
    clauses.open("Pflichten des Vereins")
    clauses.say(
        "Der Verein nimmt Fundtiere zu jeder Tages- und Nachtzeit an und lässt sie tierärztlich ansehen."
    )
    clauses.say("Er meldet jeden Fund binnen dreier Werktage der Kommune, in der das Tier gefunden wurde.")
    for text in aside_texts(w, OWN_ASIDES):
        clauses.say("{text}", text=text)
    _money(clauses)
    _term(clauses)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.25, 1.4)),
        footer=rng.choice((None, "Seite {page}", "{page} / {pages}")),
        footer_align=rng.choice(("left", "center")),
        left=76,
        right=68,
    )


def _opening(w: Writer) -> None:
    """What it is about below its kind; the municipalities lettered, the association after them."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=2),
        Paragraph(plain("über die Aufnahme und Pflege von Fundtieren"), "center", after=16),
        Paragraph(plain("zwischen"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(last):
        text = (*w.party(index, "dative", mark=True), *acting(w, index), Run("," if index < last - 1 else ""))
        w.add(
            Paragraph(
                text, "left", after=3, indent=40, hang=20, marker=plain(f"{'abcdef'[index]})"), with_next=True
            )
        )
    club = (*w.party(last, "dative", mark=True), *acting(w, last))
    w.add(
        Paragraph(plain("– nachstehend „Kommunen“ –"), "right", after=4, with_next=True),
        Paragraph(plain("und"), "left", after=4, with_next=True),
        Paragraph(club, "left", after=3, indent=40, with_next=True),
        Paragraph(plain("– nachstehend „Verein“ –"), "right", after=8),
    )


def _money(clauses: _Clauses) -> None:
    """So much for each inhabitant; what that makes for each stands in a table or in a sentence."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Vergütung", "Kostenpauschale")))
    rate = tier_rate(s.deadline)
    each, _ = w.amount(rate, "other", style=rng.choice(("euro_cents", "sign")))
    count = date(s.year - 1, rng.choice((6, 12)), 30)
    count = count + timedelta(days=1) if count.month == 12 else count
    clauses.say(
        "Jede Kommune zahlt dem Verein jährlich {each} je Einwohner. Maßgebend ist die amtliche "
        "Einwohnerzahl "
        "am {day}.",
        each=each,
        day=w.date(count, "other", rng.choice((None, f"{count:%d.%m.%Y}"))),
    )
    heads = [f"{int(share / rate):,}".replace(",", ".") for share in s.shares]
    if s.listing == "list":
        named: list[Text] = []
        for index, (share, people) in enumerate(zip(s.shares, heads, strict=True)):
            run, _ = w.amount(share, "component", style="sign", label=s.parties[index].printed)
            named.append((*w.party(index, "accusative"), Run(f" bei {people} Einwohnern "), run))
        run, _ = w.amount(s.total, "total", style="sign", label="Vergütung")
        clauses.say("Das sind für {named}, insgesamt also {total}.", named=enumerated(named), total=run)
    else:
        clauses.say("Danach ergeben sich diese Jahresbeträge:", with_next=True)
        w.tables += 1
        titles = ("Kommune", "Einwohner", "Satz", "Jahresbetrag")
        rows: list[tuple[Text, ...]] = [tuple(plain(title, True) for title in titles)]
        for index, (share, people) in enumerate(zip(s.shares, heads, strict=True)):
            row = index + 1
            unit, _ = w.amount(rate, "other", style="cell", table=w.tables, row=row)
            label = s.parties[index].printed
            run, _ = w.amount(share, "component", style="sign", label=label, table=w.tables, row=row)
            rows.append((plain(label), plain(people), (unit,), (run,)))
        run, _ = w.amount(
            s.total, "total", style="sign", bold=True, label="zusammen", table=w.tables, row=len(rows)
        )
        rows.append((plain("zusammen", True), (), (), (run,)))
        aligns: tuple[Align, ...] = ("left", "right", "right", "right")
        w.add(Table(tuple(rows), (2.8, 1.2, 0.8, 1.6), aligns, s.ruled, padding=3.0, together=True), Gap(2))
    limit, _ = w.amount(Decimal(rng.choice((150, 250, 400))).quantize(Decimal("0.01")), "other", style="euro")
    clauses.say(
        "Tierarztkosten von mehr als {limit} je Tier trägt die Kommune, in deren Gebiet es gefunden wurde, "
        "wenn sie der Behandlung zugestimmt hat.",
        limit=limit,
    )
    clauses.say(
        "Die Pauschale ist in einer Summe zu überweisen, erstmals bis zum {day}.",
        day=w.date(s.deadline, "deadline", rng.choice((None, f"{s.deadline:%d.%m.%Y}"))),
    )


def _term(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    clauses.open(rng.choice(("Laufzeit", "Dauer und Kündigung")))
    first = date(s.year + 1, 1, 1)
    last = date(s.year + rng.choice((2, 3, 5)), 12, 31)
    notice = date(last.year, rng.choice((6, 9)), 30)
    clauses.say(
        "Der Vertrag beginnt am {first} und läuft bis zum {last}. Kündigt ihn bis {notice} niemand "
        "schriftlich, so verlängert er sich um zwei Jahre."
        if s.kind == "Vertrag"
        else "Die Vereinbarung gilt vom {first} bis {last}; sie verlängert sich jeweils um ein Jahr, sofern "
        "sie nicht spätestens zum {notice} gekündigt worden ist.",
        first=w.date(first, "period_start"),
        last=w.date(last, "period_end"),
        notice=w.date(notice, "other"),
    )
    if rng.random() < 0.7:
        earlier = date(s.year - rng.randint(3, 9), rng.randint(1, 12), rng.randint(1, 28))
        clauses.say(
            "Die bisherige Abmachung vom {day} ist damit erledigt.",
            day=w.date(earlier, "reference", rng.choice((None, f"{earlier:%d.%m.%Y}"))),
        )
    clauses.open("Schriftform")
    clauses.say("Änderungen müssen alle Beteiligten unterschreiben.")
    clauses.say("Ist ein Satz hiervon unwirksam, bleibt das Übrige bestehen.")


def _sign(w: Writer) -> None:
    """Two sides in a row: whom for, where and when, and each hand over dots with name and office below."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = [SignLine(_whose(side[0][0]))]
        for one, dated in side:
            if dated:
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            lines.append(SignLine((), "dots", pen=one.name is not None, height=40.0))
            if one.name and one.function:
                lines.append(SignLine((one.name, Run(" – "), one.function)))
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, then=20.0, gutter=30.0))


def _whose(one: Signature) -> Text:
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)
