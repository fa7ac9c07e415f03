"""Another family: a county, others and a hospital keep a ward; "Art. 1", letters, a table of shares."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Party, Scenario
from samples.signing import enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für jeden verlegten Notfall trägt die Klinik Transportkosten bis {cap} selbst.",
    "Im abgelaufenen Jahr wurden {persons} Fälle behandelt, {young} davon von außerhalb.",
    "Der Stationsdienst ist rund um die Uhr unter {phone} erreichbar.",
    "Die Sanierung der Station hat {past} gekostet.",
    "Steigen die Personalkosten um mehr als {rate} %, wird neu verhandelt.",
)
WARDS = (
    ("Geburtshilfe", "eine geburtshilfliche Hauptabteilung mit Kreißsaal und Wochenstation"),
    ("Kinder- und Jugendmedizin", "eine Abteilung für Kinder- und Jugendmedizin mit Notaufnahme"),
    ("Palliativversorgung", "eine Palliativstation mit acht Betten"),
)


class _Articles:
    """ "Art. 1" and the heading in one line at the left; sentences with letters "a)"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        text = (Run("Art. ", bold=True), self.w.next_section(), Run("   "), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=11, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **filled)
        marker = plain(f"{'abcdefghij'[self.count]})")
        self.count += 1
        self.w.add(Paragraph(text, after=4, indent=38, hang=20, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    write = rng.choice((full_figures, long_date))
    s = redated(s, write)
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    ward, task = rng.choice(WARDS)
    _opening(w, ward)
    articles = _Articles(w)
    articles.open("Versorgungsauftrag")
    articles.say(f"Das Krankenhaus betreibt {task}.")
    advised = date(s.year - 1, rng.randint(4, 12), rng.randint(2, 27))
    articles.say(
        "Der Auftrag beruht auf dem Feststellungsbescheid vom {day}.",
        day=w.date(advised, "reference", write(advised)),
    )
    for text in aside_texts(w, OWN_ASIDES):
        articles.say("{text}", text=text)
    articles.open(rng.choice(("Verlustausgleich", "Ausgleich des Fehlbetrags")))
    _shares(articles)
    articles.open(rng.choice(("Abrechnung", "Rechnungslegung")))
    settled = s.deadline.replace(year=s.year + 2)
    articles.say(
        "Den geprüften Spartenabschluss legt das Krankenhaus den Trägern bis zum {day} vor.",
        day=w.date(settled, "deadline", write(settled)),
    )
    articles.say("Überzahlungen werden mit der nächsten Rate verrechnet.")
    articles.open("Geltung")
    start, end = date(s.year + 1, 1, 1), date(s.year + rng.choice((3, 5)), 12, 31)
    notice = date(end.year, 3, 31)
    articles.say("Die Regelungen gelten ab {day}.", day=w.date(start, "period_start", write(start)))
    articles.say(
        "Sie enden am {end}. Bis zum {notice} kann jede Seite erklären, dass sie eine Verlängerung ablehnt.",
        end=w.date(end, "period_end", write(end)),
        notice=w.date(notice, "other", write(notice)),
    )
    articles.say("Wird die Abteilung vorher geschlossen, entfällt die Pflicht zum Ausgleich.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-serif")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.3, 1.42)),
        footer=rng.choice(("{page}", "Seite {page} von {pages}", None)),
        footer_align=rng.choice(("left", "center")),
        hyphenate=rng.random() < 0.3,
        left=72,
        right=76,
    )


def _is_clinic(party: Party) -> bool:
    return party.official.startswith("Krankenhaus ")


def _opening(w: Writer, ward: str) -> None:
    """The title with what it is about; the sides in the nominative, each with a letter for a name."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(f"zur Sicherung der {ward} in der Region"), "center", scale=1.1, after=14),
    )
    last = len(s.parties) - 1
    payers = [index for index, party in enumerate(s.parties) if not _is_clinic(party)]
    for index, party in enumerate(s.parties):
        role = "Krankenhaus" if _is_clinic(party) else f"Träger {payers.index(index) + 1}"
        tail = "," if index < last - 1 else " und" if index < last else ""
        text = (*w.party(index, "nominative", mark=True), *_organ(w, index), Run(f" („{role}“){tail}"))
        w.add(Paragraph(text, "left", after=4, indent=24))
    decided = date(s.year, 1, 14 + last)
    w.add(
        Paragraph(
            w.fill(
                "verabreden, gestützt auf die Beschlüsse ihrer Gremien, zuletzt vom {day}, was folgt:",
                day=w.date(decided, "reference"),
            ),
            "left",
            before=6,
            after=4,
        )
    )


def _organ(w: Writer, index: int) -> Text:
    party = w.scenario.parties[index]
    if not w.scenario.represented or _is_clinic(party):
        return ()
    if party.official.startswith("Gemeinde "):
        body = "Gemeindevorstand"
    else:
        body = "Magistrat" if party.gender == "f" else "Kreisausschuss"
    w.gold["parties"][index]["representative"] = body
    return (Run(", vertreten durch den "), Run(body, f"parties[{index}].representative"))


def _shares(articles: _Articles) -> None:
    """What each that carries the ward pays in a year, in a table with its key or in one sentence."""
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    payers = [index for index, party in enumerate(s.parties) if not _is_clinic(party)]
    if s.listing == "list":
        amount, words = w.amount(
            s.total, "total", label="Ausgleich", words=s.total if rng.random() < 0.4 else None
        )
        articles.say(
            "Zum Fehlbetrag der Abteilung steuern die Träger jährlich {total}{words} bei.",
            total=amount,
            words=(Run(" ("), words, Run(")")) if words else "",
        )
        pieces: list[Text] = []
        for index, share in zip(payers, s.shares, strict=True):
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            pieces.append((*w.party(index, "nominative"), Run(" "), run))
        articles.say("Davon übernehmen {pieces}.", pieces=enumerated(pieces))
    else:
        articles.say("Die Träger gleichen den Fehlbetrag jährlich wie folgt aus:", with_next=True)
        w.tables += 1
        heads = ("Träger", "Anteil", "Ausgleich in Euro", "je Quartal")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for row, (index, share) in enumerate(zip(payers, s.shares, strict=True), start=1):
            name = s.parties[index].printed
            place: dict[str, Any] = {"label": name, "table": w.tables, "row": row}
            rate = f"{share * 100 / s.total:.1f} %".replace(".", ",")
            run, _ = w.amount(share, "component", style="cell", **place)
            quarter = (share / 4).quantize(Decimal("0.01"))
            rows.append(
                (plain(name), plain(rate), (run,), (w.amount(quarter, "other", style="cell", **place)[0],))
            )
        place = {"label": "Zusammen", "table": w.tables, "row": len(rows)}
        run, _ = w.amount(s.total, "total", style="cell", bold=True, **place)
        rows.append((plain("Zusammen", True), plain("100,0 %"), (run,), ()))
        aligns: tuple[Align, ...] = ("left", "right", "right", "right")
        w.add(Table(tuple(rows), (2.8, 0.9, 1.5, 1.3), aligns, s.ruled, padding=3, together=True), Gap(2))
    cap = (s.total * 12 / 10).quantize(Decimal("0.01"))
    articles.say(
        "Übersteigt der Fehlbetrag {cap}, trägt das Krankenhaus den übersteigenden Teil.",
        cap=w.amount(cap, "other")[0],
    )
    articles.say("Gezahlt wird in vier gleichen Teilen zu Quartalsbeginn.")


def _sign(w: Writer) -> None:
    """Three in a row if there is room: whom for, place and day, each hand over its name and office."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines = [SignLine((side[0][0].bare_organisation,))]
        for one, dated in side:
            if dated:
                lines.append(SignLine((one.place, Run(", "), one.date)))
            lines.append(SignLine((), "dots", pen=one.name is not None, height=38.0))
            if one.name and one.function:
                lines += [SignLine((one.name,)), SignLine((one.function,))]
        columns.append(tuple(lines))
    across = 3 if w.scenario.signature_form == "three_columns" else 2
    w.add(*in_rows(columns, across, then=16.0, gutter=18.0 if across == 3 else 32.0, scale=0.9))
