"""Another family: counties and cities amend an older agreement; articles with new words for old ones."""

from __future__ import annotations

import random

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, organ
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Im neuen § 3 Abs. 2 wird eine Bagatellgrenze von {cap} je Vorgang eingefügt.",
    "Anlass sind zuletzt {persons} Einsätze mit bis zu {young} Fahrzeugen.",
    "In der Anlage wird die Rufnummer durch {phone} ersetzt.",
    "Bisher wurden im Verbund {past} investiert.",
    "Der Zinssatz in § 9 wird auf {rate} Prozent herabgesetzt.",
)
SUBJECTS = (
    ("über die gemeinsame Leitstelle für Brandschutz und Rettungsdienst", "Leitstelle"),
    ("zur Übertragung der Lebensmittelüberwachung", "Lebensmittelüberwachung"),
    ("über den Betrieb des Medienzentrums", "Medienzentrum"),
    ("zur Zusammenarbeit bei der Beihilfeabrechnung", "Beihilfestelle"),
    ("über eine gemeinsame Ausländerbehörde", "Ausländerbehörde"),
)


class _Articles:
    """ "Artikel 1" in the middle and the heading below it; what is amended as "1.", "2."."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.apart = w.rng.random() < 0.6
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        number = (Run("Artikel ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.apart:
            self.w.add(
                Paragraph(number, "center", before=12, after=0, with_next=True),
                Paragraph((heading,), "center", after=5, with_next=True),
            )
            return
        text = (*number, Run(": ", bold=True), heading)
        self.w.add(Paragraph(text, "left", before=12, after=5, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))

    def order(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        """One of the changes."""
        self.count += 1
        text = self.w.fill(sentence, **filled)
        marker = plain(f"{self.count}.")
        self.w.add(Paragraph(text, after=5, indent=22, hang=22, marker=marker, with_next=with_next))

    def quoted(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, after=5, indent=44, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, task = rng.choice(SUBJECTS)
    _opening(w, subject)
    articles = _Articles(w)
    articles.open("Änderungen")
    articles.say(f"Die Vereinbarung {subject} wird wie folgt geändert:", with_next=True)
    articles.order("In § 1 Satz 2 werden nach dem Wort „Aufgabe“ die Wörter „und deren Planung“ eingefügt.")
    _costs(articles, task)
    for text in aside_texts(w, OWN_ASIDES):
        articles.order("{text}", text=text)
    articles.order("Der bisherige § 8 wird § 9.")
    articles.open("Neufassung")
    articles.say(
        "{First} wird ermächtigt, den Wortlaut der Vereinbarung in der nun geltenden Fassung bekannt "
        "zu machen.",
        First=w.party(0, "nominative", capital=True),
    )
    articles.open("Inkrafttreten")
    articles.say(
        "Die Änderungen treten nach Genehmigung der Aufsichtsbehörde am {day} in Kraft.",
        day=w.date(s.deadline, "period_start", rng.choice((None, full_figures(s.deadline)))),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.6)),
        leading=rng.choice((1.28, 1.4)),
        header=rng.choice((None, "Rechtsamt", s.file_mark)),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("- {page} -", "Seite {page}", None)),
        left=82,
        right=78,
    )


def _opening(w: Writer, subject: str) -> None:
    """The title with the day of what is amended; the parties between "zwischen" and a full sentence."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph(
            (Run("zur öffentlich-rechtlichen Vereinbarung vom "), amended(w)), "center", scale=1.05, after=2
        ),
        Paragraph(plain(subject, True), "center", scale=1.05, after=14),
    )
    named: list[Text] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        inserted = organ(w, index)
        comma = plain(",") if inserted and index >= last - 1 else ()
        named.append((*w.party(index, "nominative", mark=True, capital=index == 0), *inserted, *comma))
    between = " sowie "
    w.add(
        Paragraph(
            (
                *enumerated(named, between),
                Run(" kommen auf Grund der Beschlüsse ihrer Vertretungskörperschaften überein:"),
            ),
            after=4,
        )
    )


def _costs(articles: _Articles, task: str) -> None:
    """The old sum gives way to a new one, and the shares are put anew: in a sentence or a table."""
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    label = "Kostenansatz"
    old, _ = w.amount(s.replaced or s.total, "replaced", label=label)
    new, _ = w.amount(s.total, "replacement", label=label)
    articles.order(
        rng.choice(
            (
                "In § 5 Abs. 1 wird der Betrag „{old}“ durch den Betrag „{new}“ ersetzt.",
                "Der Ansatz für die Aufgabe „{task}“ in § 5 Abs. 1 wird von {old} auf {new} geändert.",
            )
        ),
        old=old,
        new=new,
        task=task,
    )
    articles.order("§ 5 Abs. 2 erhält folgende Fassung:", with_next=True)
    if s.listing == "list":
        pieces: list[Text] = []
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            pieces.append((*w.party(index, "nominative"), Run(" "), run))
        total, _ = w.amount(s.total, "total", label=label)
        quoted = w.fill(
            "„(2) Von den Kosten tragen {pieces}, zusammen {total}. Die Anteile sind zum 1. Juli zu zahlen.“",
            pieces=enumerated(pieces),
            total=total,
        )
        articles.quoted(quoted)
        return
    articles.quoted(plain("„(2) Die Kosten werden so verteilt:"), with_next=True)
    w.tables += 1
    heads = ("Gebietskörperschaft", "Anteil bisher", "Anteil neu")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    moved = rng.choice((-2, -1, 1, 2))
    for index, share in enumerate(s.shares):
        run, _ = w.amount(
            share,
            "component",
            style="sign",
            label=s.parties[index].printed,
            table=w.tables,
            row=len(rows),
        )
        before = share / s.total * 100 + (moved, -moved, 0, 0)[index]
        percent = f"{before:.1f} v. H.".replace(".", ",", 1)
        rows.append((plain(s.parties[index].printed), plain(percent), (run,)))
    run, _ = w.amount(s.total, "total", style="sign", bold=True, label=label, table=w.tables, row=len(rows))
    rows.append((plain("Insgesamt", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    w.add(Table(tuple(rows), (2.8, 1.2, 1.6), aligns, s.ruled, padding=3, together=True, after=4))
    articles.quoted(plain("Überzahlungen werden im Folgejahr verrechnet.“"))


def _sign(w: Writer) -> None:
    """A column for each party: place and day, whom for, the hand, office over name."""
    w.add(Gap(6))
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            if dated:
                lines.append(SignLine((one.place, Run(", "), one.date)))
            if number == 0:
                lines.append(SignLine(_whose(w, one)))
            lines.append(SignLine((), "none", pen=one.name is not None, height=42.0))
            if one.name and one.function:
                deputy = "i. V. " if one.signer.deputising else ""
                lines += [SignLine((Run(deputy), one.function)), SignLine((one.name,))]
        columns.append(tuple(lines))
    across = 3 if len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=18.0 if across == 3 else 34.0, scale=0.9 if across == 3 else 1.0))


def _whose(w: Writer, one: Signature) -> Text:
    party = one.signer.organisation
    article, name = one.organisation("genitive")
    if w.scenario.signing == "organ":
        return (Run(f"Der {'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    return (one.bare_organisation,)
