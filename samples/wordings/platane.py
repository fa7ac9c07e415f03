"""Another family: counties and cities end what they had together, and settle who gets what is left."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Geräte mit einem Restwert unter {cap} verbleiben am Standort.",
    "Von den {persons} Beschäftigten haben {young} einen befristeten Vertrag; ihr Übergang ist gesondert "
    "geregelt.",
    "Nachfragen beantwortet die Abwicklungsstelle unter {phone}.",
    "Nachträgliche Rechnungen werden bis zu {rate} v. H. der Summe vorweg einbehalten.",
)
SUBJECTS = (
    ("des gemeinsamen Rettungsdienst-Fuhrparks", "der gemeinsame Fuhrpark"),
    ("der gemeinsamen Gehaltsabrechnung", "die gemeinsame Abrechnungsstelle"),
    ("des gemeinsamen Medienzentrums", "das gemeinsame Medienzentrum"),
    ("der gemeinsamen Ausländerbehörde", "die gemeinsame Behörde"),
)


class _Points:
    """Letters or Roman numerals, centred or at the left."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("center", "left"))
        self.lead = w.rng.choice(("Abschnitt ", ""))

    def open(self, title: str) -> None:
        w = self.w
        number = (
            Run(self.lead, bold=True),
            w.next_section(),
            Run(". " if not self.lead else ": ", bold=True),
        )
        w.add(Paragraph((*number, w.heading(title)), self.align, before=13, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, it = rng.choice(SUBJECTS)
    _opening(w, subject)
    points = _Points(w)
    began = date(s.year - rng.randint(4, 14), rng.randint(1, 12), rng.randint(1, 28))
    points.open(rng.choice(("Beendigung", "Aufhebung")))
    points.say(
        f"Auf der Grundlage der Vereinbarung vom {{day}} wird {it} bis heute von allen getragen. "
        "Jene Vereinbarung wird einvernehmlich mit Ablauf des {end} aufgehoben.",
        day=w.date(began, "reference", rng.choice((long_date(began), f"{began:%d.%m.%Y}"))),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    points.open(rng.choice(("Vermögen", "Auseinandersetzung")))
    _settle(points)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))
    points.open("Fälligkeit")
    points.say(
        "Die Beträge sind bis zum {day} auszuzahlen; danach werden sie verzinst.",
        day=w.date(s.deadline, "deadline"),
    )
    points.open(rng.choice(("Akten und Personal", "Unterlagen")))
    points.say("Akten werden dorthin abgegeben, wo der Fall künftig bearbeitet wird. Fristen laufen weiter.")
    points.open("Erledigung")
    points.say("Mit der Zahlung sind alle wechselseitigen Ansprüche aus der Zusammenarbeit erledigt.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-serif", "courier")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, "Ausfertigung", s.file_mark)),
        header_on_first=True,
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}")),
        left=74,
        right=74,
    )


def _opening(w: Writer, subject: str) -> None:
    """The title; the parties one below the other under a lead, or each with a number in brackets."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "left", scale=1.45, after=2),
        Paragraph(plain(f"über die Auflösung {subject}"), "left", after=14),
        Paragraph(plain("geschlossen von"), "left", after=5),
    )
    numbered = rng.random() < 0.5
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = organ(w, index)
        tail = "." if index == last else " sowie" if index == last - 1 else ","
        comma = "," if inserted and index == last - 1 else ""
        marker = plain(f"({index + 1})") if numbered else plain("–")
        text = (*w.party(index, "dative", mark=True), *inserted, Run(comma + tail))
        w.add(Paragraph(text, "left", after=4, indent=44, hang=24, marker=marker))


def _settle(points: _Points) -> None:
    """What is left and who gets how much of it: a table, lines or a sentence."""
    w, s, rng = points.w, points.w.scenario, points.w.rng
    form = rng.choice(("table", "lines", "sentence"))
    cut = date(s.year - 1, 12, 31)
    day = w.date(cut, "other", rng.choice((long_date(cut), f"{cut:%d.%m.%Y}")))
    amount, words = w.amount(
        s.total, "total", label="Guthaben", year=None, words=s.total if form == "sentence" else None
    )
    points.say(
        "Zum Stichtag {day} weist das gemeinsame Konto ein Guthaben von {total}{words} aus. "
        "Es wird im Verhältnis der geleisteten Beiträge zurückgegeben.",
        day=day,
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for index, share in enumerate(s.shares):
        party = s.parties[index]
        run, _ = w.amount(share, "component", label=party.official, year=None)
        if form == "lines":
            line = (Run(f"{party.printed}: "), run)
            w.add(Paragraph(line, "left", after=2, indent=44, hang=14, marker=plain("–")))
        else:
            told.append((*w.party(index, "nominative"), Run(" "), run))
    if told:
        points.say("Es erhalten {told}.", told=enumerated(told))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Beteiligte", True), plain("Auszahlung (EUR)", True))]
    for index, share in enumerate(s.shares):
        party = s.parties[index]
        run, _ = w.amount(
            share, "component", style="cell", label=party.official, table=w.tables, row=len(rows)
        )
        rows.append((plain(party.printed), (run,)))
    whole, _ = w.amount(
        s.total, "total", style="cell", bold=True, label="Guthaben", table=w.tables, row=len(rows)
    )
    rows.append((plain("Guthaben", True), (whole,)))
    w.add(Table(tuple(rows), (3.0, 1.6), ("left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """One party below the other, a rule between none: the organ, both hands side by side, the day below."""
    for number, side in enumerate(enter_by_party(w, named_once=True)):
        first = side[0][0]
        article, name = first.organisation("genitive")
        organ_name = "Kreisausschuss" if first.signer.organisation.gender == "m" else "Magistrat"
        w.add(
            Paragraph(
                (Run(f"Der {organ_name} {article} "), name),
                "left",
                before=14 if number else 20,
                after=0,
                with_next=True,
            )
        )
        columns = [_hand(one, dated) for one, dated in side]
        columns += [()] * (2 - len(columns))
        w.add(SignatureColumns(tuple(columns), before=2.0, gutter=28.0))


def _hand(one: Signature, dated: bool) -> tuple[SignLine, ...]:
    lines = [SignLine((), "none", pen=one.name is not None, height=32.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    if dated:
        lines.append(SignLine((one.place, Run(", "), one.date)))
    return tuple(lines)
