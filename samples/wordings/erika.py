"""Another family: counties and cities share a task and its levy, as a gazette prints it with "gez."."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Einsätze außerhalb der Dienstzeit wird ein Zuschlag von {cap} je Einsatz verrechnet.",
    "Im Durchschnitt der letzten Jahre fielen {persons} Fälle an, davon {young} mit Auslandsbezug.",
    "Die Stelle ist unter {phone} erreichbar.",
    "Zuvor gaben die Beteiligten für dieselbe Aufgabe einzeln zusammen {past} aus.",
    "Versorgungslasten werden mit {rate} v. H. der Bezüge angesetzt.",
)
TASKS = (
    ("über die gemeinsame Adoptionsvermittlungsstelle", "der Adoptionsvermittlung", "Vermittlungsstelle"),
    ("zur Bildung einer Zentralen Vergabestelle", "der Vergabe öffentlicher Aufträge", "Vergabestelle"),
    ("über eine Tierkörperbeseitigung im Verbund", "der Tierkörperbeseitigung", "Annahmestelle"),
    (
        "zur Führung eines gemeinsamen Fahrpersonal- und Gefahrgutdienstes",
        "der Überwachung des Fahrpersonals und der Gefahrguttransporte",
        "Dienststelle",
    ),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = _printed(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, task, office = rng.choice(TASKS)
    _opening(w, subject)
    page = _Sections(w)
    page.open("Aufgabe")
    page.say(
        "{First} übernimmt für alle Beteiligten die Aufgabe {task} und richtet dazu eine {office} ein. Die "
        "Zuständigkeit geht insoweit auf die übernehmende Körperschaft über.",
        First=w.party(0, "nominative", capital=True),
        task=task,
        office=office,
    )
    page.say("Satzungen werden für das gesamte Gebiet einheitlich erlassen.")
    page.open("Personal und Räume")
    page.say(f"Die {office} wird mit {rng.randint(3, 14)},5 Stellen ausgestattet.")
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.open(rng.choice(("Umlage", "Kostenumlage")))
    _levy(page, office)
    page.open("Beirat")
    page.say("Jede Körperschaft entsendet ein Mitglied; der Beirat tritt zweimal im Jahr zusammen.")
    page.open("Inkrafttreten, Kündigung")
    page.say(
        "Die Vereinbarung bedarf der Genehmigung durch die Aufsichtsbehörde. Sie wird am {day} wirksam und "
        "kann mit einer Frist von 18 Monaten zum Jahresende gekündigt werden.",
        day=w.date(s.deadline, "period_start", rng.choice((None, full_figures(s.deadline)))),
    )
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica-narrow")),
        size=rng.choice((10.0, 10.6)),
        leading=rng.choice((1.22, 1.3)),
        header=f"Amtliche Bekanntmachungen                         Nr. {rng.randint(4, 48)}",
        header_align="center",
        header_on_first=True,
        footer="{page}",
        footer_align=rng.choice(("center", "right")),
        hyphenate=rng.random() < 0.5,
        left=82,
        right=82,
    )


def _printed(s: Scenario, write: Callable[[date], str]) -> Scenario:
    """A gazette prints every day in one way, whoever stamped or wrote it."""
    return replace(
        s,
        signers=tuple(
            replace(one, date_text=write(one.day), date_style="typed") if one.day else one
            for one in s.signers
        ),
    )


class _Sections:
    """ "§ 1" and below it the heading, both in the middle; paragraphs counted where there are several."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.waiting: list[Text] = []

    def open(self, title: str) -> None:
        self.close()
        self.w.add(
            Paragraph(
                (Run("§ ", bold=True), self.w.next_section()), "center", before=9, after=0, with_next=True
            ),
            Paragraph((self.w.heading(title),), "center", after=4, with_next=True),
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.waiting.append(text)

    def close(self) -> None:
        several = len(self.waiting) > 1
        for number, text in enumerate(self.waiting, start=1):
            lead = plain(f"({number}) ") if several else ()
            self.w.add(Paragraph((*lead, *text), after=4))
        self.waiting = []


def _opening(w: Writer, subject: str) -> None:
    """Title over a line; who concludes it, in one sentence that ends with the law."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.45, after=3),
        Paragraph(plain(subject, True), "center", scale=1.1, after=4),
        Divider(1.0, 0.0, 8.0),
    )
    named: list[Text] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = organ(w, index)
        party = w.party(index, "nominative", mark=True, capital=index == 0)
        named.append((*party, *inserted, *(plain(",") if inserted and index >= last - 1 else ())))
    w.add(
        Paragraph(
            (
                *enumerated(named),
                Run(" vereinbaren als Beteiligte nach dem Gesetz über kommunale Gemeinschaftsarbeit:"),
            ),
            after=4,
        )
    )


def _levy(page: _Sections, office: str) -> None:
    """The need of the first full year, and who bears what: by inhabitants in a table, or in the sentence."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    amount, words = w.amount(s.total, "total", label="Umlagebedarf", words=s.total if s.represented else None)
    page.say(
        rng.choice(
            (
                f"Der durch Gebühren nicht gedeckte Aufwand der {office} wird umgelegt. Für das erste volle "
                "Jahr ist er mit {total}{words} veranschlagt.",
                f"Die Beteiligten tragen den Aufwand der {office} als Umlage. Der Umlagebedarf beträgt "
                "zunächst {total}{words} jährlich.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    if s.listing == "list":
        pieces: list[Text] = []
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            pieces.append((*w.party(index, "accusative"), Run(" "), run))
        page.say("Davon entfallen auf {pieces}.", pieces=enumerated(pieces))
        page.say("Abschläge sind vierteljährlich zu leisten.")
        return
    page.say("Maßstab ist die Zahl der Einwohner am 30. Juni des Vorjahres. Es ergibt sich folgende Umlage:")
    page.close()
    w.tables += 1
    heads = ("Körperschaft", "Einwohner", "v. H.", "Umlage")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    per_head = s.total / rng.randint(310_000, 820_000)
    people = 0
    for index, share in enumerate(s.shares):
        run, _ = w.amount(
            share,
            "component",
            style="sign",
            label=s.parties[index].printed,
            table=w.tables,
            row=len(rows),
        )
        count = int(share / per_head)
        people += count
        percent = f"{share / s.total * 100:.2f}".replace(".", ",")
        rows.append((plain(s.parties[index].printed), plain(_dotted(count)), plain(percent), (run,)))
    run, _ = w.amount(s.total, "total", style="sign", bold=True, label="Summe", table=w.tables, row=len(rows))
    rows.append((plain("Summe", True), plain(_dotted(people), True), plain("100,00", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table(tuple(rows), (2.8, 1.1, 0.9, 1.5), aligns, s.ruled, padding=3, together=True))


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _sign(w: Writer) -> None:
    """As a gazette prints it: place and day, for whom, then "gez." with the name, and the office below."""
    w.add(Gap(8))
    for side in enter_by_party(w, named_once=True):
        for number, (one, own_line) in enumerate(side):
            if own_line:
                w.add(
                    Paragraph((one.place, Run(", den "), one.date), "left", before=9, after=1, with_next=True)
                )
            if number == 0:
                w.add(Paragraph(_whose(w, one), "left", after=2, with_next=True))
            if one.name and one.function:
                deputy = "In Vertretung " if one.signer.deputising else ""
                name = replace(one.name, bold=w.scenario.signing == "brackets")
                w.add(
                    Paragraph((Run(f"{deputy}gez. "), name), "left", after=0, indent=22, with_next=True),
                    Paragraph((one.function,), "left", after=2, indent=22),
                )


def _whose(w: Writer, one: Signature) -> Text:
    party = one.signer.organisation
    if w.scenario.signing == "organ":
        article, name = one.organisation("genitive")
        return (Run(f"Der {'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name, Run(" (L. S.)"))
