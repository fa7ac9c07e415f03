"""Another family: a special-purpose association does computing for counties and towns; plain "1. Heading"."""

from __future__ import annotations

import random

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für jeden weiteren Arbeitsplatz werden {cap} im Jahr berechnet.",
    "Im Vorjahr wurden {persons} Störungen gemeldet, {young} davon schwere.",
    "Störungen sind unter {phone} zu melden.",
    "Der Zweckverband hat in sein Rechenzentrum {past} investiert.",
    "Die Verfügbarkeit darf im Jahr um höchstens {rate} Promille unterschritten werden.",
)
SERVICES = (
    ("die Betreuung der Arbeitsplatzrechner", "Beschaffung, Einrichtung, Wartung und Entsorgung der Geräte"),
    ("das Verfahren für das Einwohnermeldewesen", "Betrieb, Pflege und Schulung der Anwender"),
    ("die elektronische Akte", "Bereitstellung, Datensicherung und Hilfe bei der Einführung"),
    ("die Lohn- und Gehaltsabrechnung", "Abrechnung, Meldungen an Dritte und Druck der Nachweise"),
)


class _Points:
    """ "1. Heading" in bold, below it sentences counted "1.1", "1.2"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.number = ""
        self.count = 0

    def open(self, title: str) -> None:
        number = self.w.next_section()
        self.number, self.count = number.text, 0
        heading = (self.w.heading(title),)
        marker = (number, Run(".", bold=True))
        self.w.add(
            Paragraph(heading, "left", before=11, after=4, indent=30, hang=30, marker=marker, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **filled)
        marker = plain(f"{self.number}.{self.count}")
        self.w.add(Paragraph(text, "left", after=5, indent=30, hang=30, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    service, scope = rng.choice(SERVICES)
    _opening(w, service)
    points = _Points(w)
    points.open("Leistungen des Zweckverbands")
    points.say(f"Der Zweckverband übernimmt für die Auftraggeber {service}.")
    points.say(f"Dazu gehören {scope}.")
    for text in aside_texts(w, OWN_ASIDES):
        points.say("{text}", text=text)
    points.open(rng.choice(("Mitwirkung der Auftraggeber", "Pflichten der Auftraggeber")))
    points.say("Jeder Auftraggeber benennt eine Person, die Aufträge erteilen und Leistungen abnehmen darf.")
    points.say("Räume und Leitungen stellen die Auftraggeber kostenfrei.")
    _costs(points)
    points.open("Beginn und Kündigung")
    points.say(
        "Die Leistungen beginnen am {day}.",
        day=w.date(s.deadline, "period_start", rng.choice((None, full_figures(s.deadline)))),
    )
    points.say("Gekündigt werden kann mit einer Frist von zwölf Monaten zum Jahresende.")
    points.open("Datenschutz")
    points.say("Die Auftragsverarbeitung regelt ein gesonderter Vertrag.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, s.grantor.printed)),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "{page}/{pages}")),
        footer_align=rng.choice(("left", "center", "right")),
        left=72,
        right=72,
    )


def _opening(w: Writer, service: str) -> None:
    """The title at the left; the association, then all for whom it works as a counted list."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.4, after=3),
        Paragraph(plain(f"über {service}"), "left", scale=1.1, after=14),
        Paragraph(plain("Zwischen"), "left", after=4, with_next=True),
        Paragraph(
            (*w.party(0, "dative", mark=True), *_organ(w, 0), Run(" – Zweckverband –")), "left", after=6
        ),
        Paragraph(plain("und"), "left", after=4, with_next=True),
    )
    several = len(s.parties) > 2
    for index in range(1, len(s.parties)):
        text = (*w.party(index, "dative", mark=True), *_organ(w, index))
        marker = plain(f"{index}.") if several else ()
        indent = 22.0 if several else 0.0
        w.add(Paragraph(text, "left", after=3, indent=indent, hang=indent, marker=marker))
    w.add(
        Paragraph(plain("– Auftraggeber –"), "left", after=8),
        Paragraph(plain("wird vereinbart:"), "left", after=4),
    )


def _organ(w: Writer, index: int) -> Text:
    """Who acts for the side, if the agreement says so."""
    s = w.scenario
    if not s.represented:
        return ()
    party = s.parties[index]
    name = party.official
    if index == 0:
        body = "Verbandsvorstand"
    elif name.startswith("Gemeinde "):
        body = "Gemeindevorstand"
    else:
        body = "Magistrat" if party.gender == "f" else "Kreisausschuss"
    w.gold["parties"][index]["representative"] = body
    return (Run(", vertreten durch den "), Run(body, f"parties[{index}].representative"), Run(","))


def _costs(points: _Points) -> None:
    """What each pays in a year: in a table with the number of places, or in one sentence."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Entgelt", "Kosten")))
    if s.listing == "list":
        pieces: list[Text] = []
        for index, share in enumerate(s.shares, start=1):
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            pieces.append((*w.party(index, "accusative"), Run(" "), run))
        label = "Entgelt"
        run, _ = w.amount(s.total, "total", label=label)
        points.say("Das Entgelt beträgt {total} im Jahr.", total=run)
        points.say("Davon entfallen auf {pieces}.", pieces=enumerated(pieces))
    else:
        points.say("Im Jahr sind folgende Entgelte zu zahlen:", with_next=True)
        w.tables += 1
        heads = ("Auftraggeber", "Arbeitsplätze", "Entgelt in Euro")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for index, share in enumerate(s.shares, start=1):
            run, _ = w.amount(
                share,
                "component",
                style="cell",
                label=s.parties[index].printed,
                table=w.tables,
                row=index,
            )
            rows.append((plain(s.parties[index].printed), plain(str(int(share) // 1_150 + 3)), (run,)))
        run, _ = w.amount(
            s.total, "total", style="cell", bold=True, label="Summe", table=w.tables, row=len(rows)
        )
        rows.append((plain("Summe", True), (), (run,)))
        aligns: tuple[Align, ...] = ("left", "right", "right")
        w.add(Table(tuple(rows), (3.0, 1.2, 1.4), aligns, s.ruled, padding=3, together=True), Gap(2))
    points.say("Die Rechnung wird je zur Hälfte im Mai und im November gestellt.")
    points.say("Eine Anpassung ist einmal jährlich nach Beschluss der Verbandsversammlung möglich.")


def _sign(w: Writer) -> None:
    """A column for each side, two beside each other: place and day, whom for, and each hand over its name."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            if dated:
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            if number == 0:
                lines.append(SignLine(_whose(one)))
            lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
            if one.name and one.function:
                lines += [SignLine((one.name,)), SignLine((one.function,))]
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, then=18.0, gutter=34.0))


def _whose(one: Signature) -> Text:
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)
