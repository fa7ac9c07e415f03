"""Another family: a county's legal office; municipalities hand over a task and pay for it by years."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, in_rows
from samples.wordings.legal import Clauses, acting, aside, decision, law, organ_of, sides
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer

OWN_ASIDES = (
    "Für Leistungen außerhalb des Aufgabenkatalogs wird ein Stundensatz von {cap} in Rechnung gestellt.",
    "Nach dem Stellenplan sind {persons} Arbeitsplätze zu betreuen; {young} davon befinden sich in "
    "Außenstellen.",
    "Außerhalb der Servicezeiten ist eine Rufbereitschaft unter {phone} eingerichtet.",
    "Das Anlagevermögen, das der Landkreis einbringt, steht mit {past} zu Buche.",
    "Unterschreitet der Anteil der elektronisch eingereichten Anträge {rate} v. H., ist der Aufwand zu "
    "prüfen.",
)
TASKS = (
    (
        "die Wahrnehmung der Aufgaben der unteren Bauaufsicht und der Bauberatung",
        "die Erteilung von Baugenehmigungen nach § 74 HBO und die Bauüberwachung nach § 83 HBO "
        "einschließlich der Vollstreckung der hierbei ergehenden Verwaltungsakte",
        "Bauaufsicht",
    ),
    (
        "den gemeinsamen Betrieb der Informationstechnik",
        "die Bereitstellung der Server, Netze und Fachverfahren, die Sicherung der Daten und die Betreuung "
        "der Arbeitsplätze einschließlich der Beschaffung von Geräten und Lizenzen",
        "IT-Service",
    ),
    (
        "die Bildung eines gemeinsamen Ordnungsbehördenbezirks zur Verkehrsüberwachung",
        "die Überwachung des ruhenden und des fließenden Verkehrs, soweit sie nach § 26b StVG und den hierzu "
        "ergangenen Zuständigkeitsverordnungen den örtlichen Ordnungsbehörden obliegt",
        "Verkehrsüberwachung",
    ),
    (
        "die Errichtung einer zentralen Vergabestelle",
        "die Durchführung förmlicher Vergabeverfahren nach den Vorschriften der VOB/A, der UVgO und der VgV "
        "von der Veröffentlichung bis zum Vorschlag über den Zuschlag",
        "Vergabestelle",
    ),
)


def draft(s: Scenario, rng: Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, task, short = rng.choice(TASKS)
    _opening(w, subject)
    align: Align = rng.choice(("center", "center", "left"))
    page = Clauses(
        w,
        sign=rng.choice(("§ {}", "§ {}", "{}.")),
        align=align,
        own_line=align == "center" and rng.random() < 0.6,
        count=rng.choice(("({})", "({})", "{}.")),
    )
    page.open(rng.choice(("Gegenstand der Vereinbarung", "Übertragung der Aufgabe")))
    _transfer(page, task)
    middle: list[Callable[[Clauses, str], None]] = [_staff, _costs, _data]
    rng.shuffle(middle)
    for clause in (*middle, _payment):
        clause(page, short)
    page.open(rng.choice(("Laufzeit und Kündigung", "Geltungsdauer")))
    _term(page)
    page.open(rng.choice(("Schlussbestimmungen", "Inkrafttreten, Bekanntmachung")))
    _end(page)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "open-sans")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, s.file_mark, f"ÖRV {short} – Reinschrift")),
        header_align=rng.choice(("left", "right")),
        footer=rng.choice(("Seite {page} von {pages}", "{page}", "- {page} -")),
        footer_align=rng.choice(("center", "right")),
        left=rng.choice((71, 80)),
        right=70,
    )


def _opening(w: Writer, subject: str) -> None:
    """The title, and who agrees: one by one or the municipalities in a list; a preamble."""
    s, rng = w.scenario, w.rng
    cover = rng.random() < 0.25
    w.add(
        Gap(120 if cover else 0),
        Paragraph((w.kind(),), "center", scale=1.45, after=4),
        Paragraph(plain(f"über {subject}"), "center", scale=1.1, after=16),
        Paragraph(plain(rng.choice(("zwischen", "Zwischen"))), "center", after=6),
    )
    told = rng.random() < 0.75
    listed = rng.random() < 0.5
    for index in range(len(s.parties)):
        county = index == 0
        text = (*w.party(index, "dative", mark=True), *(acting(w, index) if told else ()))
        last = index == len(s.parties) - 1
        end = "" if last or county else " sowie" if index == len(s.parties) - 2 else ","
        marker = plain(f"{string.ascii_lowercase[index - 1]})") if listed and not county else ()
        w.add(
            Paragraph((*text, Run(end)), "left", after=3, indent=70, hang=22, marker=marker)
            if marker
            else Paragraph((*text, Run(end)), "center", after=3)
        )
        if county:
            w.add(
                Paragraph(plain("– nachfolgend „Landkreis“ genannt –"), "center", after=6),
                Paragraph(plain("und"), "center", after=6),
            )
    w.add(
        Paragraph(
            plain(rng.choice(("– nachfolgend „Kommunen“ genannt –", "(im Folgenden: die Kommunen)"))),
            "center",
            before=3,
            after=14,
        )
    )
    if cover:
        w.add(NewPage())
    decided = date(s.year, 1, 1) - timedelta(days=rng.randint(20, 200))
    w.paragraph(
        rng.choice(
            (
                "wird auf der Grundlage der §§ 24 ff. {law} nach Beschlussfassung des Kreistages vom {day} "
                "und der Vertretungskörperschaften der Kommunen die nachstehende öffentlich-rechtliche "
                "Vereinbarung geschlossen:",
                "wird gemäß § 24 Abs. 1, 2. Alternative, und § 25 {law} Folgendes vereinbart, nachdem der "
                "Kreistag in seiner Sitzung am {day} und die Gemeindevertretungen und "
                "Stadtverordnetenversammlungen jeweils mit der erforderlichen Mehrheit zugestimmt haben:",
            )
        ),
        law=law(w, "kgg"),
        day=decision(w, decided, numeric=rng.random() < 0.4),
    )


def _transfer(page: Clauses, task: str) -> None:
    page.put(
        plain(
            "Nach Maßgabe dieser Vereinbarung geht auf den Landkreis mit befreiender Wirkung folgende "
            f"Aufgabe über, die er in eigener Zuständigkeit und unter eigenem Namen wahrnimmt: {task}."
        )
    )
    page.say(
        page.w.rng.choice(
            (
                "Unberührt bleiben die Befugnisse der Gemeindeorgane nach {law}; insbesondere verbleibt das "
                "Satzungsrecht bei den Kommunen.",
                "Die Kommunen behalten sich, soweit nicht § 4 {law} entgegensteht, die Entscheidung über "
                "Angelegenheiten von grundsätzlicher Bedeutung vor.",
            )
        ),
        law=law(page.w, "hgo", short=page.w.rng.random() < 0.5),
    )


def _staff(page: Clauses, short: str) -> None:
    w, rng = page.w, page.w.rng
    page.open(rng.choice(("Personal und Ausstattung", "Organisation")))
    page.say(
        f"Der Landkreis richtet für die Aufgabe eine Organisationseinheit „{short}“ mit {{jobs}} Stellen "
        "(Vollzeitäquivalente) ein; bestehende Arbeitsverhältnisse der Kommunen gehen unter Wahrung des "
        "Besitzstandes nach § 613a BGB über, sofern die Beschäftigten nicht widersprechen.",
        jobs=f"{rng.randint(2, 14)},{rng.choice('05')}",
    )
    if rng.random() < 0.6:
        page.say(
            "Beschaffungen, deren Auftragswert {limit} ohne Umsatzsteuer übersteigt, bedürfen der vorherigen "
            "Abstimmung im Lenkungskreis, dem je eine von den Hauptverwaltungsbeamten benannte Person "
            "angehört.",
            limit=aside(w, 5_000, 10_000, 25_000),
        )


def _data(page: Clauses, short: str) -> None:
    page.open(page.w.rng.choice(("Datenschutz", "Datenschutz und Haftung")))
    page.say(
        "Die Beteiligten sind gemeinsam Verantwortliche im Sinne des Art. 26 der Verordnung (EU) 2016/679; "
        "das Nähere, namentlich die Wahrnehmung der Betroffenenrechte, regelt die Anlage."
        if page.w.scenario.year > 2017
        else "Der Landkreis verarbeitet personenbezogene Daten im Auftrag der Kommunen nach § 4 des "
        "Hessischen Datenschutzgesetzes und trifft die hierfür gebotenen technischen und organisatorischen "
        "Maßnahmen."
    )


def _costs(page: Clauses, short: str) -> None:
    """What all of it costs, then the shares: by years across or down, or in sentences by party."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Kosten und Kostenverteilung", "Kostenerstattung", "Finanzierung")))
    count = len(s.parties)
    years = [s.year + number for number in range(len(s.shares) // count)]
    span = f"das Jahr {years[0]}" if len(years) == 1 else f"die Jahre {years[0]} bis {years[-1]}"
    amount, words = w.amount(
        s.total,
        "total",
        label="Gesamtkosten",
        year=years[0] if len(years) == 1 else None,
        words=s.total if s.represented else None,
    )
    page.say(
        rng.choice(
            (
                f"Die nicht durch Gebühren und Zuweisungen gedeckten Kosten sind für {span} mit zusammen "
                "{total}{words} veranschlagt; sie werden, weil der Aufwand nach den Erfahrungen der Vorjahre "
                "von der Größe der Kommune abhängt, nach der Einwohnerzahl verteilt, die das Hessische "
                "Statistische Landesamt zum 30. Juni des Vorjahres ermittelt hat.",
                f"Zur Deckung der Personal-, Sach- und Gemeinkosten, die nach der Kalkulation für {span} "
                "insgesamt {total}{words} betragen, leisten die Beteiligten die nachstehenden Anteile.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("matrix", "matrix", "blocks") if len(years) > 1 else ("single", "single", "sentence"))
    if form == "matrix":
        page.put(_matrix(w, years))
    elif form == "single":
        page.put(_single(w, years[0]))
    else:
        _told(page, years)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    if rng.random() < 0.5:
        page.say(
            "Soweit die Leistungen der Umsatzsteuer unterliegen, tritt diese hinzu; die Beteiligten gehen "
            "davon aus, dass § 2b {law} Anwendung findet.",
            law=law(w, "ustg", short=True),
        )


def _share(w: Writer, index: int, year: int, **more: Any) -> Run:
    s = w.scenario
    value = s.shares[(year - s.year) * len(s.parties) + index]
    return w.amount(value, "component", label=s.parties[index].printed, year=year, **more)[0]


def _matrix(w: Writer, years: list[int]) -> Table:
    """Parties down, years across; a row with what each year costs, at times a column for each party's sum."""
    s, count = w.scenario, len(w.scenario.parties)
    w.tables += 1
    summed = w.rng.random() < 0.5
    style = w.rng.choice(("cell", "sign")) if len(years) + summed < 4 else "cell"
    entry: dict[str, Any] = {"style": style, "table": w.tables}
    heads = ["Beteiligte", *map(str, years), *(["zusammen"] if summed else [])]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, party in enumerate(s.parties):
        cells: list[Text] = [(_share(w, index, year, **entry, row=index + 1),) for year in years]
        if summed:
            value = sum(s.shares[index::count], Decimal("0.00"))
            cells.append((w.amount(value, "subtotal", label=party.printed, **entry, row=index + 1)[0],))
        rows.append((plain(party.printed), *cells))
    last: list[Text] = []
    for number, year in enumerate(years):
        value = sum(s.shares[number * count : (number + 1) * count], Decimal("0.00"))
        last.append((w.amount(value, "subtotal", label=str(year), year=year, **entry, row=len(rows))[0],))
    if summed:
        last.append((w.amount(s.total, "total", label="zusammen", bold=True, **entry, row=len(rows))[0],))
    rows.append((plain(w.rng.choice(("Summe", "Gesamt")), True), *last))
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *([right] * (len(heads) - 1)))
    shares = (2.3, *([1.25] * (len(heads) - 1)))
    return Table(tuple(rows), shares, aligns, s.ruled, padding=3.0, together=True)


def _single(w: Writer, year: int) -> Table:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Gebietskörperschaft", "Einwohner", "v. H.", "Anteil (Euro)"))
    ]
    for index, party in enumerate(s.parties):
        run = _share(w, index, year, style="cell", table=w.tables, row=len(rows))
        people = f"{w.rng.randint(4, 48)}.{w.rng.randint(0, 999):03d}"
        percent = f"{s.shares[index] * 100 / s.total:.2f}".replace(".", ",")
        rows.append((plain(party.printed), plain(people), plain(percent), (run,)))
    run, _ = w.amount(s.total, "total", style="cell", label="Summe", table=w.tables, row=len(rows), bold=True)
    rows.append((plain("Summe", True), (), plain("100,00"), (run,)))
    return Table(
        tuple(rows), (2.6, 1.1, 0.9, 1.4), ("left", "right", "right", "right"), s.ruled, together=True
    )


def _told(page: Clauses, years: list[int]) -> None:
    """A paragraph for each party with its sums by year, or one sentence for all."""
    w, s = page.w, page.w.scenario
    for index in range(len(s.parties)):
        sums = [(_share(w, index, year), Run(f" für {year}" if len(years) > 1 else "")) for year in years]
        text = (*w.party(index, "nominative", capital=True), Run(" trägt "), *enumerated(sums), Run("."))
        if len(years) > 1:
            page.item(text, marker=f"{index + 1}.")
        else:
            page.item((*text[1:2], Run(": "), *sums[0][:1]), marker="•")


def _payment(page: Clauses, short: str) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Abschläge und Abrechnung", "Fälligkeit, Verzug")))
    page.say(
        rng.choice(
            (
                "Auf die Kostenanteile sind zum 15. Februar, 15. Mai, 15. August und 15. November eines "
                "jeden Jahres Abschläge in Höhe von je einem Viertel zu entrichten. Die Spitzabrechnung für "
                "das erste Jahr übersendet der Landkreis bis zum {day}.",
                "Der Landkreis rechnet kalenderjährlich ab, erstmals bis {day}. Bis dahin werden monatliche "
                "Abschläge von einem Zwölftel, mindestens jedoch {least}, erhoben.",
            )
        ),
        day=w.date(s.deadline, "deadline"),
        least=aside(w, 250, 500),
    )
    page.put(
        plain(
            "Rückständige Beträge sind vom Tag der Fälligkeit an mit "
            f"{rng.choice(('fünf', 'drei', '3', '5'))} Prozentpunkten über dem Basiszinssatz nach § 247 BGB "
            f"zu "
            "verzinsen."
        )
    )


def _term(page: Clauses) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    start = date(s.year, 1, 1)
    earlier = date(s.year - rng.randint(6, 20), rng.randint(1, 12), rng.randint(1, 28))
    if rng.random() < 0.5:
        page.say(
            "Die Vereinbarung tritt mit Wirkung vom {start} an die Stelle der Verwaltungsvereinbarung vom "
            "{old}, die zugleich außer Kraft tritt.",
            start=w.date(start, "period_start"),
            old=w.date(earlier, "amended_agreement"),
        )
    else:
        page.say("Die Vereinbarung wird zum {start} wirksam.", start=w.date(start, "period_start"))
    said, role = rng.choice(
        (
            (
                "Sie ist auf unbestimmte Zeit geschlossen und kann mit einer Frist von {months} Monaten zum "
                "Schluss eines Kalenderjahres, frühestens zum {end}, schriftlich gekündigt werden.",
                "other",
            ),
            (
                "Sie endet am {end} und verlängert sich um jeweils zwei Jahre, wenn sie nicht spätestens "
                "{months} Monate vorher von einer der Beteiligten gekündigt wird.",
                "period_end",
            ),
        )
    )
    page.say(
        said,
        months=rng.choice(("zwölf", "18", "sechs")),
        end=w.date(date(s.year + rng.randint(4, 9), 12, 31), role),
    )


def _end(page: Clauses) -> None:
    page.put(
        plain(
            "Änderungen und Ergänzungen bedürfen der Schriftform; § 26 KGG bleibt unberührt. Sollte eine "
            "Bestimmung unwirksam sein, so verpflichten sich die Beteiligten, sie durch eine solche zu "
            "ersetzen, die dem wirtschaftlich Gewollten am nächsten kommt."
        )
    )
    page.put(
        plain(
            "Die Vereinbarung ist der Aufsichtsbehörde anzuzeigen und von jeder Beteiligten in der für ihre "
            "Satzungen vorgeschriebenen Form öffentlich bekannt zu machen. Sie wird in "
            f"{len(page.w.scenario.parties) + 1} Ausfertigungen erstellt."
        )
    )


def _sign(w: Writer) -> None:
    """Under the organ of each in columns, or in a table with place and day; at times one day for all."""
    s, rng = w.scenario, w.rng
    line, found = sides(w)
    if line:
        w.add(Gap(14), Paragraph(line, "left", after=0, with_next=True))
    elif len(found) == len(s.signers) and rng.random() < 0.35:
        rows: list[tuple[Text, ...]] = [
            tuple(plain(head, True) for head in ("Für", "Ort, Datum", "Unterschrift"))
        ]
        for (one,) in found:
            name = (one.name, Run(" \n "), one.function) if one.name and one.function else ()
            rows.append(((one.bare_organisation,), (one.place, Run(", "), one.date), (Run(" \n \n "), *name)))
        w.add(Table(tuple(rows), (2.0, 1.6, 2.4), ("left",) * 3, "grid", before=18, together=True))
        return
    organ = rng.random() < 0.6
    columns = [_column(side, organ, dated=line is None) for side in found]
    w.add(*in_rows(columns, 2 if len(columns) > 3 else rng.choice((1, 2)), gutter=30.0))


def _column(side: list[Signature], organ: bool, dated: bool) -> tuple[SignLine, ...]:
    first = side[0]
    _, body = organ_of(first.signer.organisation)
    article, name = first.organisation("genitive" if organ else "accusative")
    lead = f"Der {body} {article} " if organ else f"Für {article} "
    lines: list[SignLine] = [SignLine((first.place, Run(", den "), first.date))] if dated else []
    lines += [SignLine(height=4.0), SignLine((Run(lead), replace(name, bold=True)))]
    for one in side:
        lines.append(SignLine((), "rule", pen=one.name is not None, height=40.0))
        if one.name and one.function:
            lines += [SignLine((one.name,)), SignLine((one.function,))]
    return tuple(lines)
