"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import acting, aside
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Ein nachträglicher Hausanschluss kostet den Eigentümer {cap}.",
    "Unterversorgt sind {persons} Adressen, darunter {young} Schulen.",
    "Das Projektbüro ist werktags unter {phone} erreichbar.",
    "In den Nachbarkreisen sind bisher {past} verbaut worden.",
    "Tiefbaukosten dürfen um bis zu {rate} Prozent steigen, ehe neu zu verhandeln ist.",
)


class _Heads:
    """Bold headings without a number; the paragraphs are counted from the first to the last."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def open(self, title: str) -> None:
        self.w.add(Paragraph((self.w.heading(title),), "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **filled)
        marker = plain(f"{self.count}.")
        self.w.add(Paragraph(text, after=4, indent=26, hang=26, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    heads = _Heads(w)
    heads.open(rng.choice(("Anlass", "Ausgangslage")))
    heads.say(
        "Weite Teile des Kreisgebiets sind mit weniger als 100 Mbit/s versorgt. Die Beteiligten lassen dort "
        "gemeinsam ein Glasfasernetz bauen."
    )
    survey = date(s.year - 1, rng.randint(2, 11), rng.randint(1, 28))
    heads.say(
        "Das Markterkundungsverfahren ist am {day} abgeschlossen worden.",
        day=w.date(survey, "reference", rng.choice((None, f"{survey:%d.%m.%Y}"))),
    )
    for text in aside_texts(w, OWN_ASIDES):
        heads.say("{text}", text=text)
    heads.open("Aufgaben")
    heads.say(
        "Der Kreis schreibt die Bauleistungen aus, beantragt die Zuwendungen und vertritt alle Beteiligten "
        "gegenüber dem Netzbetreiber."
    )
    heads.say("Die übrigen Beteiligten gestatten unentgeltlich, ihre Straßen und Wege aufzugraben.")
    _costs(heads)
    _term(heads)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "open-sans")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.25, 1.36)),
        header=rng.choice((None, "Glasfaserausbau")),
        header_align="right",
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("center", "right")),
        left=72,
        right=72,
    )


def _opening(w: Writer) -> None:
    """The title at the left; all who take part one below the other with dashes, none before another."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.45, after=2),
        Paragraph(
            plain("zum gemeinsamen Ausbau von Glasfaseranschlüssen („Weiße-Flecken-Ausbau“)"),
            "left",
            scale=1.05,
            after=12,
        ),
        Paragraph(plain("Beteiligt sind"), "left", after=3, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        article, name = w.party(index, "nominative", mark=True)
        body = acting(w, index) if s.represented else ()
        end = " und" if index == last - 1 else "," if index < last else "."
        end = "," + end if body and index == last - 1 else end
        w.add(
            Paragraph(
                (article, name, *body, Run(end)), "left", after=2, indent=30, hang=14, marker=plain("–")
            )
        )
    w.add(Gap(4))


def _tens(value: Decimal, step: int) -> Decimal:
    return Decimal(int(value) // step * step).quantize(Decimal("0.01"))


def _costs(heads: _Heads) -> None:
    """What it all costs, what Bund and Land pay, and what is left to be shared by connections."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Kosten und Finanzierung", "Finanzierung")))
    federal = _tens(s.total * rng.choice((4, 5)), 1_000)
    state = _tens(s.total * rng.choice((2, 3)), 1_000)
    decided = date(s.year, 1, rng.randint(6, 29))
    if s.listing == "list":
        sums = [w.amount(value, "other")[0] for value in (s.total + federal + state, federal, state)]
        heads.say(
            "Die Baukosten werden auf {costs} geschätzt. Der Bund hat mit Bescheid vom {day} {federal} "
            "bewilligt, "
            "die Kofinanzierung des Landes beträgt {state}.",
            costs=sums[0],
            federal=sums[1],
            state=sums[2],
            day=w.date(decided, "reference", rng.choice((None, f"{decided:%d.%m.%Y}"))),
        )
        whole, _ = w.amount(s.total, "total", label="Eigenanteil")
        heads.say(
            "Der verbleibende Eigenanteil von {whole} wird nach der Zahl der Hausanschlüsse umgelegt:",
            with_next=True,
            whole=whole,
        )
        for index, share in enumerate(s.shares):
            label = s.parties[index].printed
            run, _ = w.amount(share, "component", label=label)
            text = (run, Run(f" {_owner(s, index)} ({_connections(share)} Anschlüsse)"))
            w.add(Paragraph(text, "left", after=1.5, indent=44, hang=14, marker=plain("–")))
        w.add(Gap(4))
    else:
        _table(heads, federal, state, decided)
    _rates(heads)
    heads.say(
        "Weicht die Schlussabrechnung um mehr als {limit} ab, ist der Verteilungsschlüssel zu überprüfen.",
        limit=aside(w, 25_000, 50_000, 100_000),
    )


def _owner(s: Scenario, index: int) -> str:
    article, name = s.parties[index].case("accusative")
    return f"für {article} {name}"


def _connections(share: Decimal) -> str:
    return f"{int(share) // 340 + 11:,}".replace(",", ".")


def _table(heads: _Heads, federal: Decimal, state: Decimal, decided: date) -> None:
    """Two tables: where the money comes from, and who bears what of the last line."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.say(
        "Grundlage ist der Zuwendungsbescheid des Bundes vom {day}. Danach gilt folgender Finanzierungsplan:",
        with_next=True,
        day=w.date(decided, "reference", rng.choice((None, f"{decided:%d.%m.%Y}"))),
    )
    w.tables += 1
    entry: dict[str, Any] = {"style": "sign", "table": w.tables}
    lines: Sequence[tuple[str, Decimal]] = (
        ("Gesamtausgaben", s.total + federal + state),
        ("abzüglich Bundesförderung", federal),
        ("abzüglich Landesförderung", state),
    )
    rows: list[tuple[Text, ...]] = []
    for what, value in lines:
        rows.append((plain(what), (w.amount(value, "other", row=len(rows) + 1, label=what, **entry)[0],)))
    run, _ = w.amount(s.total, "total", bold=True, label="Eigenanteil", row=len(rows) + 1, **entry)
    rows.append((plain("kommunaler Eigenanteil", True), (run,)))
    w.add(Table(tuple(rows), (3.0, 1.5), ("left", "right"), s.ruled, padding=3.0, together=True))
    heads.say("Den Eigenanteil tragen die Beteiligten im Verhältnis der Hausanschlüsse:", with_next=True)
    w.tables += 1
    entry = {"style": "cell", "table": w.tables}
    names = ("Beteiligte", "Anschlüsse", "Anteil in Euro")
    rows = [tuple(plain(name, True) for name in names)]
    for index, share in enumerate(s.shares):
        label = s.parties[index].printed
        run, _ = w.amount(share, "component", label=label, row=len(rows), **entry)
        rows.append((plain(label), plain(_connections(share)), (run,)))
    run, _ = w.amount(s.total, "total", bold=True, label="Eigenanteil", row=len(rows), **entry)
    rows.append((plain("Summe", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(rows), (3.0, 1.1, 1.5), aligns, s.ruled, padding=3.0, together=True))


def _rates(heads: _Heads) -> None:
    """When the shares are to be paid."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    days = (date(s.year + 1, 3, 15), date(s.year + 1, 9, 15), date(s.year + 2, 3, 15))
    count = rng.choice((2, 3))
    named: list[Text] = [
        (w.date(day, "deadline", rng.choice((None, f"{day:%d.%m.%Y}"))),) for day in days[:count]
    ]
    heads.say(
        f"Die Anteile sind in {('zwei', 'drei')[count - 2]} gleichen Raten bis {{days}} an die Kreiskasse zu "
        "zahlen.",
        days=enumerated(named),
    )


def _term(heads: _Heads) -> None:
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Dauer", "Laufzeit und Kündigung")))
    first = date(s.year + 1, 1, 1)
    last = date(s.year + rng.choice((4, 6, 8)), 12, 31)
    heads.say(
        "Die Zusammenarbeit beginnt am {first} und endet mit Ablauf der Zweckbindung am {last}.",
        first=w.date(first, "period_start", rng.choice((None, f"{first:%d.%m.%Y}"))),
        last=w.date(last, "period_end", rng.choice((None, f"{last:%d.%m.%Y}"))),
    )
    if rng.random() < 0.6:
        done = date(last.year - 2, 6, 30)
        heads.say(
            "Das Netz soll bis {done} in Betrieb sein.",
            done=w.date(done, "deadline", rng.choice((None, f"{done:%d.%m.%Y}"))),
        )
    heads.say("Vorher kann nur gekündigt werden, wer seinen Anteil trotz Mahnung nicht zahlt.")
    heads.open("Wirksamkeit")
    heads.say("Die Vereinbarung bedarf der Zustimmung aller Vertretungskörperschaften.")
    heads.say("Sollte eine Regelung nichtig sein, ersetzen die Beteiligten sie durch eine gültige.")


def _sign(w: Writer) -> None:
    """A block for each side: its name, place and day at the left; the hands beside each other at the "
    "right."""
    for number, side in enumerate(enter_by_party(w, named_once=True)):
        dated = [one for one, has_line in side if has_line]
        head = [SignLine((side[0][0].bare_organisation,))]
        head += [SignLine((one.place, Run(", den "), one.date)) for one in dated]
        columns = [tuple(head), *(_hand(one) for one, _ in side)]
        w.add(
            SignatureColumns(
                (*columns, *[()] * (3 - len(columns))),
                before=12.0 if number else 22.0,
                gutter=16.0,
                scale=0.92,
            )
        )


def _hand(one: Signature) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        lines += [SignLine((one.name,)), SignLine((one.function,))]
    return tuple(lines)
