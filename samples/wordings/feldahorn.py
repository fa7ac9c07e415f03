"""Another family: a county and towns share what a bus line costs; who pays what stands in an annex."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from samples.blocks import Align, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für den Umbau einer Haltestelle werden höchstens {cap} aus dem gemeinsamen Topf entnommen.",
    "Gezählt wurden zuletzt {persons} Fahrgäste am Werktag und {young} am Sonntagvormittag.",
    "Fahrplanauskünfte gibt der Verkehrsverbund unter {phone}.",
    "Für den gesamten Busverkehr wendet der Aufgabenträger {past} im Jahr auf.",
    "Der Anteil verspäteter Fahrten darf {rate} Prozent nicht überschreiten.",
)
LINES = ("Bürgerbuslinie", "Buslinie", "Regionalbuslinie", "Nachtbuslinie", "Schnellbuslinie")
OFFERS = (
    "Montags bis freitags verkehrt die Linie im Stundentakt, samstags alle zwei Stunden.",
    "Die Linie verkehrt täglich; an Sonn- und Feiertagen wird nur bei Voranmeldung gefahren.",
    "In der Hauptverkehrszeit wird der Takt auf dreißig Minuten verdichtet.",
)
LAST = (
    "Der Aufgabenträger bleibt für Bestellung, Tarif und Fahrplan allein zuständig.",
    "Wünscht ein Beteiligter zusätzliche Fahrten, trägt er deren Kosten selbst.",
    "Werden Haltestellen verlegt, ist der Verteilungsschlüssel neu zu berechnen.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date, long_date)))
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    line = f"{rng.choice(LINES)} {rng.randint(21, 893)}"
    _opening(w, line)
    page = _Page(w)
    page.open(rng.choice(("Verkehrsangebot", "Gegenstand")))
    page.say(
        f"Der Aufgabenträger lässt die {line} durch ein Verkehrsunternehmen betreiben. " + rng.choice(OFFERS)
    )
    ordered = date(s.year - rng.randint(1, 3), rng.randint(1, 12), rng.randint(1, 28))
    page.say(
        rng.choice(
            (
                "Grundlage ist der öffentliche Dienstleistungsauftrag vom {day}.",
                "Das Angebot entspricht dem Nahverkehrsplan, den der Kreistag am {day} beschlossen hat.",
            )
        ),
        day=w.date(ordered, "reference", rng.choice((None, full_figures(ordered)))),
    )
    annexed = s.listing == "table"
    _costs(page, annexed)
    _payment(page)
    page.open(rng.choice(("Qualität und Fahrplan", "Zusammenarbeit")))
    page.say(rng.choice(LAST))
    for text in aside_texts(w, OWN_ASIDES):
        page.say("{text}", text=text)
    _term(page)
    _sign(w)
    if annexed:
        _annex(w, line)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-sans")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.3, 1.4)),
        footer=rng.choice(("Seite {page} von {pages}", f"{line} - Seite {{page}}")),
        footer_align=rng.choice(("center", "right")),
        left=72,
        right=70,
    )


class _Page:
    """ "§ 1 Heading" in the middle; below it paragraphs without numbers."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def open(self, title: str) -> None:
        text = (Run("§ ", bold=True), self.w.next_section(), Run("  ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "center", before=12, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))


def _opening(w: Writer, line: str) -> None:
    """The title, the line in question, and the sides one below the other with "und" between them."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(f"zur gemeinsamen Finanzierung der {line}"), "center", scale=1.08, after=14),
        Paragraph(plain("zwischen"), "center", after=6),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        text = (*w.party(index, "dative", mark=True), *_organ(w, index))
        called = "Kostenbeteiligter" if s.parties[index].gender == "m" else "Kostenbeteiligte"
        behind = f" – {called if index else 'Aufgabenträger'} –"
        w.add(Paragraph((*text, Run(behind)), "center", after=5))
        if index < last:
            w.add(Paragraph(plain("und"), "center", after=5))
    w.add(Paragraph(plain("wird Folgendes geregelt:"), "center", before=3, after=4))


def _organ(w: Writer, index: int) -> Text:
    """The body that acts, in a clause behind the name; not in every agreement."""
    s = w.scenario
    if not s.represented:
        return ()
    party = s.parties[index]
    if party.official.startswith("Gemeinde "):
        body = "Gemeindevorstand"
    else:
        body = "Magistrat" if party.gender == "f" else "Kreisausschuss"
    w.gold["parties"][index]["representative"] = body
    return (
        Run(", dieser vertreten durch den " if party.gender == "m" else ", diese vertreten durch den "),
        Run(body, f"parties[{index}].representative"),
    )


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal("1")).quantize(Decimal("0.01"))


def _costs(page: _Page, annexed: bool) -> None:
    """What driving costs, what fares bring, and what is left to be shared."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Kosten und Verteilung", "Zuschussbedarf")))
    fares = _whole(s.total * rng.randint(18, 45) / 100)
    all_in, _ = w.amount(s.total + fares, "other")
    got, _ = w.amount(fares, "other")
    rest, _ = w.amount(s.total, "total", label="Zuschussbedarf")
    page.say(
        rng.choice(
            (
                "Je Fahrplanjahr entstehen Kosten von {all_in}. Nach Abzug der Fahrgeldeinnahmen von {got} "
                "bleibt "
                "ein Zuschussbedarf von {rest}, den die Beteiligten gemeinsam tragen.",
                "Die Beteiligten tragen gemeinsam den jährlichen Zuschussbedarf von {rest}. Er errechnet "
                "sich aus "
                "den Betriebskosten von {all_in} abzüglich erwarteter Fahrgelderlöse von {got}.",
            )
        ),
        all_in=all_in,
        got=got,
        rest=rest,
    )
    rate = (Decimal(rng.randint(280, 465)) / 100).quantize(Decimal("0.01"))
    price, _ = w.amount(rate, "other", style="euro_cents")
    page.say("Dem liegt ein Preis von {price} je Nutzwagenkilometer zugrunde.", price=price)
    if annexed:
        page.say(
            "Welcher Betrag auf wen entfällt, ergibt sich aus der Anlage, die Bestandteil der Vereinbarung "
            "ist."
        )
        return
    pieces: list[Text] = []
    for index, share in enumerate(s.shares):
        run, _ = w.amount(share, "component", label=s.parties[index].printed)
        pieces.append((*w.party(index, "nominative"), Run(" "), run))
    page.say("Es übernehmen {pieces}.", pieces=enumerated(pieces))


def _payment(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Abrechnung", "Zahlung")))
    first, second = date(s.year + 1, 2, 15), date(s.year + 1, 8, 15)
    page.say(
        "Die Kostenbeteiligten leisten im ersten Jahr Abschläge zum {first} und zum {second}; die "
        "Spitzabrechnung "
        "folgt bis zum {final}.",
        first=w.date(first, "deadline", full_figures(first)),
        second=w.date(second, "deadline", full_figures(second)),
        final=w.date(date(s.year + 2, 4, 30), "deadline", full_figures(date(s.year + 2, 4, 30))),
    )
    small, _ = w.amount(Decimal(rng.choice((25, 50, 200))).quantize(Decimal("0.01")), "other", style="euro")
    page.say("Unterschiede von weniger als {small} werden nicht ausgeglichen.", small=small)


def _term(page: _Page) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Geltung", "Inkrafttreten und Dauer")))
    start = date(s.year, 12, 15)
    start -= timedelta(days=(start.weekday() + 1) % 7)
    years = rng.choice((3, 4, 8))
    end = date(s.year + years, 12, 14)
    end -= timedelta(days=(end.weekday() + 2) % 7)
    page.say(
        rng.choice(
            (
                "Die Vereinbarung tritt zum Fahrplanwechsel am {start} in Kraft und endet am {end}.",
                "Die Vereinbarung gilt vom Fahrplanwechsel am {start} an bis zum Ablauf des {end}.",
            )
        ),
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
    )
    if rng.random() < 0.6:
        notice = date(s.year + years - 2, 12, 31)
        page.say(
            "Eine vorzeitige Kündigung muss bis zum {day} zugegangen sein.",
            day=w.date(notice, "other"),
        )


def _sign(w: Writer) -> None:
    """A column for each side, place and day above, then the hands, their offices, and whom they bind."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            lines += [SignLine((one.place, Run(", den "), one.date))] if dated else []
            lines += [SignLine(_body(one), height=16.0)] if number == 0 else []
            lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
            if one.name and one.function:
                lines.append(SignLine((one.function, Run(" "), one.name)))
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, then=20.0, gutter=32.0))


def _body(one: Signature) -> Text:
    """ "Für den Kreisausschuss des …": the organ in front of the name."""
    party = one.signer.organisation
    article, name = one.organisation("genitive")
    if party.official.startswith("Gemeinde "):
        organ = "Gemeindevorstand"
    else:
        organ = "Magistrat" if party.gender == "f" else "Kreisausschuss"
    return (Run(f"Der {organ} {article} "), name)


def _annex(w: Writer, line: str) -> None:
    """The sheet behind the signatures: stops, kilometres, per cent and money of each."""
    s, rng = w.scenario, w.rng
    w.tables += 1
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "left", scale=1.2, after=3),
        Paragraph(plain(f"Kostenverteilung {line} je Fahrplanjahr"), "left", after=6),
    )
    heads = ("Beteiligte", "Halte", "Wagen-km", "v. H.", "Betrag in Euro")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    distance = 0
    stops = 0
    for index, share in enumerate(s.shares):
        run, _ = w.amount(share, "component", label=s.parties[index].printed, row=len(rows), **entry)
        kilometres, halts = int(share) // 4 + rng.randint(1, 900), rng.randint(3, 19)
        distance, stops = distance + kilometres, stops + halts
        quota = f"{share / s.total * 100:.2f}".replace(".", ",")
        rows.append(
            (
                plain(s.parties[index].printed),
                plain(str(halts)),
                plain(f"{kilometres:,}".replace(",", ".")),
                plain(quota),
                (run,),
            )
        )
    run, _ = w.amount(s.total, "total", label="Zuschussbedarf", bold=True, row=len(rows), **entry)
    cells = (str(stops), f"{distance:,}".replace(",", "."), "100,00")
    rows.append((plain("Zuschussbedarf", True), *(plain(cell) for cell in cells), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right", "right")
    w.add(Table(tuple(rows), (2.6, 0.8, 1.2, 0.9, 1.6), aligns, s.ruled, padding=3.0, together=True))
