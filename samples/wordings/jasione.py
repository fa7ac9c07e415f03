"""Another family: a legal office changes an old agreement word for word; old sums and new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, in_rows
from samples.wordings.legal import Clauses, acting, aside, decision, sides
from samples.wordings.parts import Draft, amended, aside_texts
from samples.writer import Writer

OWN_ASIDES = (
    "Die in der Anlage genannte Fallpauschale von {cap} bleibt unverändert.",
    "Im vergangenen Jahr wurden {persons} Beratungen und {young} Gruppenangebote durchgeführt.",
    "Ansprechstelle für alle Fragen der Abwicklung ist das Rechtsamt, Telefon {phone}.",
    "Seit Beginn der Zusammenarbeit sind Mittel von zusammen {past} geflossen.",
    "Die Tarifabschlüsse haben seither zu Mehrkosten von {rate} v. H. geführt.",
)
SUBJECTS = (
    ("den Betrieb der Erziehungs- und Familienberatungsstelle", "Erziehungsberatung"),
    ("die Mitbenutzung der Sporthalle an der Musterallee", "Sporthalle"),
    ("die Durchführung der Schulsozialarbeit an den Grundschulen", "Schulsozialarbeit"),
    ("den Betrieb des Tierheims und die Aufnahme von Fundtieren", "Fundtiere"),
    ("die Trägerschaft der Musikschule", "Musikschule"),
)
PURPOSES = ("Personalkosten", "Sach- und Betriebskosten", "Miete und Nebenkosten")
COUNTS = ("", "", "1. ", "2. ", "Erste ", "Zweite ", "Dritte ")
OTHER_CHANGES = (
    "In {place} wird nach dem Wort „Verwendungsnachweis“ ein Komma gesetzt und werden die Wörter "
    "„einschließlich eines Sachberichts“ eingefügt.",
    "{place} wird aufgehoben; die bisherigen Absätze rücken auf.",
    "{place} erhält folgende Fassung: „Der Beirat tritt mindestens einmal im Kalenderjahr zusammen; über die "
    "Sitzung ist eine Niederschrift zu fertigen, die den Beteiligten binnen vier Wochen zu übersenden ist.“",
    "In {place} wird die Angabe „sechs Monaten“ durch die Angabe „zwölf Monaten“ ersetzt.",
    "In {place} werden die Wörter „des Jugendamtes“ durch die Wörter „der zuständigen Fachverwaltung“ "
    "ersetzt.",
)


def draft(s: Scenario, rng: Random) -> Draft:
    w = Writer(s, rng, numbering=rng.choice(("1", "1", "I")))
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, short = rng.choice(SUBJECTS)
    names = _opening(w, subject)
    _before(w, subject)
    sign = rng.choice(("Artikel {}", "Artikel {}", "{}.", "§ {}"))
    page = Clauses(
        w,
        sign="{}." if w.numbering == "I" else sign,
        align=rng.choice(("center", "left")),
        own_line=rng.random() < 0.5 and sign != "{}." and w.numbering != "I",
        count=rng.choice(("{}.", "({})")),
        after=6.0,
    )
    page.open(rng.choice(("Änderung der Vereinbarung", "Änderungen", "Gegenstand der Änderung")))
    others = rng.sample(OTHER_CHANGES, rng.choice((1, 2, 2, 3)))
    at = rng.randint(0, len(others))
    for number in range(len(others) + 1):
        if number == at:
            _sums(page, names)
        else:
            clause = rng.choice(("", " Satz 1", " Satz 2"))
            place = f"§ {rng.randint(2, 12)} Abs. {rng.randint(1, 4)}{clause}"
            page.say(others.pop(), place=place)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    later = [_onward, _payment]
    rng.shuffle(later)
    for step in later:
        step(page)
    page.open("Inkrafttreten")
    start = date(s.year, rng.choice((1, 1, 7)), 1)
    page.say(
        rng.choice(
            (
                "Diese Vereinbarung tritt {back}am {start} in Kraft.",
                "Die Änderungen gelten {back}vom {start} an; im Übrigen wird auf die Bestimmungen über die "
                "Laufzeit in der geänderten Vereinbarung verwiesen.",
            )
        ),
        back=rng.choice(("", "rückwirkend ")) if s.signers[0].day and s.signers[0].day > start else "",
        start=w.date(start, "period_start"),
    )
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "courier", "source-sans")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.34, 1.48)),
        header=rng.choice((None, s.file_mark, f"Vereinbarung {short} – Änderung")),
        header_align=rng.choice(("right", "left")),
        header_on_first=rng.random() < 0.4,
        footer=rng.choice((None, "Seite {page} von {pages}", "- {page} -")),
        left=rng.choice((74, 85)),
        right=70,
    )


def _opening(w: Writer, subject: str) -> list[str]:
    """The count before the kind, the old agreement with its day, the parties and what they are called."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "left"))
    first = rng.random() < 0.6
    lead = "zur" if first else "zur Änderung der"
    form = rng.choice(("Vereinbarung vom {day} über {subject}", "Vereinbarung über {subject} vom {day}"))
    of_old = w.fill(f"{lead} {form}", day=amended(w), subject=subject)
    counted = (Run(rng.choice(COUNTS), bold=True), w.kind())
    between = rng.choice(("zwischen", "Zwischen"))
    names = [_called(w, index) for index in range(len(s.parties))]
    w.add(Paragraph(counted, align, scale=rng.choice((1.3, 1.5)), after=3))
    if first:
        w.add(Paragraph(of_old, align, scale=1.02, after=14))
    w.add(Paragraph(plain(between), align, after=6, with_next=True))
    quotes = rng.choice(("– nachfolgend „{}“ genannt –", "(nachstehend: {})", "– im Folgenden „{}“ –"))
    beside = rng.random() < 0.4
    told = rng.random() < 0.4
    for index, name in enumerate(names):
        text = (*w.party(index, "dative", mark=True), *(acting(w, index) if told else ()))
        behind = quotes.format(name)
        if beside:
            w.add(Paragraph((*text, Run(f" {behind}")), align, after=5))
        else:
            w.add(
                Paragraph(text, align, after=1, with_next=True),
                Paragraph(plain(behind), "right" if align == "left" else align, after=6),
            )
        if index < len(names) - 1:
            w.add(Paragraph(plain("und"), align, after=6, with_next=True))
    if not first:
        w.add(Paragraph(of_old, align, before=4, after=12))
    return names


def _called(w: Writer, index: int) -> str:
    party = w.scenario.parties[index]
    if party.key:
        return "Landkreis" if party.gender == "m" else "Stadt"
    if party.official.startswith(("Gemeinde", "Stadt ")):
        return (
            party.official.split()[0] if index and party.official.startswith("Gemeinde") else "Nachbarstadt"
        )
    return "Verein" if party.official.endswith("e. V.") else "Träger"


def _before(w: Writer, subject: str) -> None:
    """What led to the change: the old agreement, whom it was changed by before, and who decided."""
    s, rng = w.scenario, w.rng
    if rng.random() < 0.7:
        title = rng.choice(("Vorbemerkung", "Präambel"))
        w.add(Paragraph(plain(title, True), "left", before=8, after=4, with_next=True))
    old = s.amended_day or date(s.year - 3, 1, 1)
    between = old + timedelta(days=rng.randint(60, 300))
    sentences = [
        w.fill(
            rng.choice(
                (
                    "Die Beteiligten haben die eingangs bezeichnete Vereinbarung in der Erwartung "
                    "geschlossen, dass die Kosten im Wesentlichen unverändert bleiben; diese Erwartung hat "
                    "sich nicht erfüllt.",
                    "Infolge gestiegener Vergütungen und Energiepreise reichen die seinerzeit vereinbarten "
                    "Mittel nicht mehr aus, um den Betrieb im bisherigen Umfang aufrechtzuerhalten.",
                )
            )
        )
    ]
    if rng.random() < 0.35 and between.year < s.year:
        sentences.append(
            w.fill(
                "Maßgebend ist die Fassung, die sie durch den Nachtrag vom {day} erhalten hat.",
                day=w.date(between, "reference"),
            )
        )
    if rng.random() < 0.6:
        day = (s.signers[0].day or date(s.year, 6, 1)) - timedelta(days=rng.randint(12, 90))
        body = "Kreistag" if s.grantor.gender == "m" else "Stadtverordnetenversammlung"
        article = "Der" if body == "Kreistag" else "Die"
        sentences.append(
            w.fill(
                f"{article} {body} hat der Anpassung am {{day}} zugestimmt.",
                day=decision(w, day, numeric=rng.random() < 0.4),
            )
        )
    if rng.random() < 0.5:
        for text in sentences:
            w.add(Paragraph(text, after=5))
    else:
        runs = [run for text in sentences for run in (*text, Run(" "))]
        w.add(Paragraph(tuple(runs), after=8))


def _sums(page: Clauses, names: list[str]) -> None:
    """The clause that changes the sums: the old figure for the new one, a table, or the sentence anew."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    pairs = [s.shares[at : at + 2] for at in range(0, len(s.shares), 2)]
    yearly = rng.random() < 0.6
    labels = [str(s.year + number) if yearly else PURPOSES[number] for number in range(len(pairs))]
    place = f"§ {rng.randint(3, 8)} Abs. {rng.randint(1, 3)}"
    payer = names[0]
    forms = ("exchange", "exchange", "anew", "instead") if len(pairs) == 1 else ("exchange", "table", "list")
    form = rng.choice(forms)
    if form == "table":
        w.tables += 1
    runs: list[tuple[Run, Run]] = []
    for number, (old, new) in enumerate(pairs):
        entry: dict[str, Any] = {"label": labels[number], "year": s.year + number if yearly else None}
        entry = entry if len(pairs) > 1 else {}
        if form == "table":
            entry |= {"style": "cell", "table": w.tables, "row": number + 1}
        runs.append((w.amount(old, "replaced", **entry)[0], w.amount(new, "replacement", **entry)[0]))
    article = "Der" if payer in ("Landkreis", "Verein", "Träger") else "Die"
    if form == "exchange":
        for number, (before, after) in enumerate(runs):
            behind = ""
            if len(runs) > 1:
                behind = f"für das Jahr {labels[number]} " if yearly else f"für {labels[number]} "
            page.say(
                rng.choice(
                    (
                        "In {place} wird {behind}der Betrag „{old}“ durch den Betrag „{new}“ ersetzt.",
                        "In {place} tritt {behind}an die Stelle des Betrages von {old} der Betrag von {new}.",
                    )
                ),
                place=f"{place} Nr. {number + 1}" if len(runs) > 1 else place,
                behind=behind,
                old=before,
                new=after,
            )
    elif form == "anew":
        ((before, after),) = runs
        page.say(
            "{place} Satz 1, der einen Betrag von {old} vorsieht, erhält folgende Fassung: „{art} {payer} "
            "beteiligt sich an den ungedeckten Kosten vom {start} an mit jährlich {new}.“",
            place=place,
            old=before,
            new=after,
            art=article,
            payer=payer,
            start=w.date(date(s.year, 1, 1), "period_start"),
        )
    elif form == "instead":
        ((before, after),) = runs
        verb = "herabgesetzt" if pairs[0][1] < pairs[0][0] else "erhöht"
        page.say(
            f"Der von {{who}} nach {{place}} zu leistende Jahresbetrag wird von bislang {{old}} auf {{new}} "
            f"{verb}.",
            who=w.party(0, "dative"),
            place=place,
            old=before,
            new=after,
        )
    elif form == "list":
        page.put(plain(f"Die Beträge in {place} werden wie folgt neu festgesetzt:"))
        for label, (before, after) in zip(labels, runs, strict=True):
            page.item((Run(f"{label}: statt "), before, Run(" nunmehr "), after), "–")
    else:
        page.put(plain(f"Die Übersicht in {place} wird durch die nachstehende ersetzt:"))
        page.put(_table(w, labels, runs, yearly))
    if len(runs) > 1 and rng.random() < 0.4 and s.replaced is not None:
        page.say(
            "Der Gesamtbetrag ändert sich damit von {old} auf {new}.",
            old=w.amount(s.replaced, "replaced", label="Gesamtbetrag")[0],
            new=w.amount(s.total, "replacement", label="Gesamtbetrag")[0],
        )


def _table(w: Writer, labels: list[str], runs: list[tuple[Run, Run]], yearly: bool) -> Table:
    """Old and new beside each other; at times what there is more or less."""
    s = w.scenario
    more = w.rng.random() < 0.4
    heads = [
        "Jahr" if yearly else "Kostenart",
        "bisher (EUR)",
        "neu (EUR)",
        *(["Unterschied"] if more else []),
    ]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, (label, (before, after)) in enumerate(zip(labels, runs, strict=True)):
        difference = s.shares[2 * number + 1] - s.shares[2 * number]
        cells: list[Text] = [(before,), (after,)]
        if more:
            sign = "+ " if difference > 0 else "- " if difference < 0 else ""
            run, _ = w.amount(abs(difference), "other", style="cell", table=w.tables, row=number + 1)
            cells.append((Run(sign), run))
        rows.append((plain(label), *cells))
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *([right] * (len(heads) - 1)))
    return Table(tuple(rows), (1.9, *([1.2] * (len(heads) - 1))), aligns, s.ruled, padding=3.0, together=True)


def _onward(page: Clauses) -> None:
    page.open(page.w.rng.choice(("Fortgeltung", "Übrige Bestimmungen")))
    page.put(
        plain(
            page.w.rng.choice(
                (
                    "Alle übrigen Bestimmungen der Vereinbarung bleiben unberührt und gelten unverändert "
                    "fort.",
                    "Soweit in dieser Vereinbarung nichts Abweichendes bestimmt ist, verbleibt es bei den "
                    "bisherigen Regelungen; Nebenabreden sind nicht getroffen worden.",
                )
            )
        )
    )


def _payment(page: Clauses) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Ausgleich und Abrechnung", "Nachzahlung", "Übergangsregelung")))
    page.say(
        rng.choice(
            (
                "Bereits geleistete Abschläge werden angerechnet. Der Unterschiedsbetrag ist bis zum {day} "
                "auszugleichen; danach ist er mit fünf Prozentpunkten über dem Basiszinssatz zu verzinsen.",
                "Die Abrechnung für das laufende Jahr ist abweichend von der bisherigen Regelung erst zum "
                "{day} vorzulegen. Beträge unter {least} werden nicht nacherhoben.",
            )
        ),
        day=w.date(s.deadline, "deadline"),
        least=aside(w, 20, 50, 100),
    )


def _sign(w: Writer) -> None:
    """Name and office over or under whom they stand for; the place and day above each or once for all."""
    line, found = sides(w)
    rng = w.rng
    if line:
        w.add(Gap(12), Paragraph(line, "left", after=0, with_next=True))
    look = rng.choice(("for", "for", "bracket", "below"))
    columns = [_column(side, line is None, look) for side in found]
    if rng.random() < 0.25:
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=12.0 if number else 22.0))
        return
    w.add(*in_rows(columns, 3 if len(columns) == 3 and rng.random() < 0.4 else 2, gutter=26.0))


def _column(side: list[Signature], dated: bool, look: str) -> tuple[SignLine, ...]:
    first = side[0]
    article, name = first.organisation("accusative")
    lines: list[SignLine] = [SignLine((first.place, Run(", "), first.date))] if dated else []
    if look != "below":
        lines.append(SignLine((Run(f"Für {article} "), replace(name, bold=True))))
    for one in side:
        lines.append(SignLine((), "dots", pen=one.name is not None, height=40.0))
        if one.name and one.function:
            bracket = look == "bracket"
            text: Text = (Run("("), one.name, Run(")")) if bracket else (one.name,)
            lines += [SignLine(text), SignLine((one.function,))]
    if look == "below":
        lines.append(SignLine((first.bare_organisation,)))
    return tuple(lines)
