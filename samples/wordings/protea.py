"""Another family: a budget division; the Bund with Länder or a Land with a house, money by years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Party, Scenario
from samples.signing import Signature, in_rows
from samples.wordings.legal import Clauses, aside, law, sides
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer

OWN_ASIDES = (
    "Reisekosten von Gremienmitgliedern werden bis zu {cap} je Sitzung erstattet.",
    "Der Stellenplan umfasst {persons} Stellen, davon {young} für wissenschaftlichen Nachwuchs.",
    "Auskünfte zum Verfahren erteilt das zuständige Referat unter {phone}.",
    "Für die Vorläufereinrichtung sind insgesamt {past} aufgewendet worden.",
    "Drittmittel sind mit einer Programmpauschale von mindestens {rate} v. H. zu beantragen.",
)
JOINT = (
    "die gemeinsame Förderung des Zentrums für Klimafolgenforschung",
    "die Errichtung und Finanzierung eines Verbundes für Hochleistungsrechnen",
    "die gemeinsame Förderung der Akademie für Meeres- und Küstenforschung",
    "das gemeinsame Programm zur Digitalisierung historischer Bestände",
)
OWN = (
    "die Finanzierung des Erweiterungsbaus der Bibliothek",
    "die Einrichtung eines Instituts für Nachhaltiges Bauen",
    "die Sicherung und Erschließung der Sammlungen",
    "den Aufbau eines Schülerforschungszentrums",
)
HOUSES = (
    "Ministerium für Wissenschaft und Kunst",
    "Ministerium für Bildung und Wissenschaft",
    "Wissenschaftsministerium",
)


def draft(s: Scenario, rng: Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    joint = s.grantor.official.startswith("Bundesrepublik")
    if not joint:
        w.gold["parties"][0]["role"], w.gold["parties"][1]["role"] = "grantor", "recipient"
    subject = rng.choice(JOINT if joint else OWN)
    called = _opening(w, subject, joint)
    page = Clauses(
        w,
        sign=rng.choice(("Artikel {}", "Artikel {}", "§ {}", "Art. {}")),
        align=rng.choice(("center", "left")),
        own_line=rng.random() < 0.55,
        count=rng.choice(("({})", "({})", "{}.")),
        indent=rng.choice((24.0, 28.0)),
    )
    page.open(rng.choice(("Zweck", "Gegenstand und Zweck")))
    page.say(
        rng.choice(
            (
                "{some} erstreben mit dieser Vereinbarung {subject}; sie tun dies unbeschadet der "
                "Zuständigkeiten, die ihnen nach dem Grundgesetz, den Landesverfassungen und den hierzu "
                "ergangenen Gesetzen zukommen, und vorbehaltlich der Bereitstellung der Mittel durch die "
                "gesetzgebenden Körperschaften.",
                "Gegenstand ist {it}. Ein Rechtsanspruch Dritter wird durch diese Vereinbarung nicht "
                "begründet; auch präjudiziert sie nicht künftige Entscheidungen der Haushaltsgesetzgeber.",
            )
        ),
        some="Bund und Länder" if joint else "Die Vertragschließenden",
        subject=subject,
        it=f"der {subject[4:]}" if subject.startswith("den ") else subject,
    )
    middle: list[Callable[[Clauses, Text], None]] = [_funds, _control, _property]
    rng.shuffle(middle)
    for clause in middle:
        clause(page, called)
    page.open(rng.choice(("Laufzeit", "Inkrafttreten, Laufzeit", "Geltungsdauer und Kündigung")))
    _term(page)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "vera")),
        size=rng.choice((10.6, 11.4)),
        leading=rng.choice((1.36, 1.5)),
        header=rng.choice((None, None, "– {page} –", "Bekanntmachungsfassung")),
        header_align="center",
        footer=rng.choice((None, "Seite {page} von {pages}")),
        footer_align="right",
        left=rng.choice((76, 90)),
        right=rng.choice((72, 84)),
    )


def _acting(w: Writer, index: int, joint: bool) -> Text:
    """ ", vertreten durch …": the house or the office that acts, entered as the representative."""
    party, rng = w.scenario.parties[index], w.rng
    own = next(one for one in w.scenario.signers if one.party == index)
    name = party.official
    article = "das"
    if name.startswith("Bundesrepublik"):
        body = rng.choice(("Bundesministerium für Bildung und Forschung", "Bundesministerium der Finanzen"))
    elif name == "Land Hessen":
        body = "Hessische Ministerium für Wissenschaft und Kunst"
    elif name.startswith(("Land", "Saarland", "Freistaat")):
        body = rng.choice(HOUSES[:2])
    else:
        weak = {"Präsident": "Präsidenten", "Vorstandsvorsitzender": "Vorstandsvorsitzenden"}
        body = weak.get(own.function, own.function)
        article = "die" if own.person and own.person.woman else "den"
    w.gold["parties"][index]["representative"] = body.replace("Hessische ", "Hessisches ")
    return (Run(f", vertreten durch {article} "), Run(body, f"parties[{index}].representative"))


def _opening(w: Writer, subject: str, joint: bool) -> Text:
    """Title and parties in lines or in one sentence; hands back what the one that pays is called."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "center", "left"))
    w.add(
        Gap(rng.choice((0, 0, 60))),
        Paragraph((w.kind(),), align, scale=rng.choice((1.4, 1.7)), after=4),
        Paragraph(plain(f"über {subject}"), align, scale=1.08, after=4),
    )
    shorts = [_short(party) for party in s.parties]
    texts: list[Text] = []
    for index in range(len(s.parties)):
        name = (*w.party(index, "nominative", mark=True), *_acting(w, index, joint))
        texts.append(name)
    names = "Länder" if joint and len(s.parties) > 2 else shorts[1]
    if rng.random() < 0.5:
        w.add(Gap(10))
        for index, text in enumerate(texts):
            if joint and index:
                behind = "," if index < len(texts) - 1 else f",  – nachstehend „{names}“ –"
            else:
                behind = f",  – nachstehend „{shorts[index]}“ –"
            lead = text[0].text if index else text[0].text.capitalize()
            shown = (Run(lead), *text[1:], Run(behind))
            w.add(Paragraph(shown, "left", after=3, indent=24))
            if index < len(texts) - 1:
                w.add(Paragraph(plain("und"), align, after=3))
        w.paragraph("schließen folgende Vereinbarung:")
    else:
        first = (Run(texts[0][0].text.capitalize()), *texts[0][1:], Run(f" (im Folgenden „{shorts[0]}“)"))
        rest = (*texts[1:-1], (*texts[-1], Run(f" (im Folgenden „{names}“)")))
        w.add(
            Paragraph(
                (*enumerated([first, *rest]), Run(", vereinbaren, gestützt auf "), *_ground(w, joint)),
                before=12,
                after=8,
            )
        )
    return plain("Der Bund" if joint else "Das Land" if s.grantor.gender == "n" else "Der Freistaat")


def _short(party: Party) -> str:
    first = party.official.split()[0]
    return {"Bundesrepublik": "Bund", "Saarland": "Land"}.get(first, first)


def _ground(w: Writer, joint: bool) -> Text:
    if joint:
        return plain("Artikel 91b Abs. 1 des Grundgesetzes, was folgt:")
    return (Run("§ 44 "), *law(w, "lho"), Run(", Folgendes:"))


def _money(w: Writer, value: Decimal, role: str, **more: Any) -> Run:
    return w.amount(value, role, **more)[0]


def _funds(page: Clauses, called: Text) -> None:
    """The whole sum, the years, and how they are called."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    joint = s.grantor.official.startswith("Bundesrepublik")
    years = len(s.shares) // (2 if joint else 1)
    page.open(rng.choice(("Finanzierung", "Höhe und Aufteilung der Mittel", "Zuwendungen")))
    amount, words = w.amount(
        s.total, "total", label="Gesamtbetrag", words=s.total if s.represented and not joint else None
    )
    spelled = (Run(" (in Worten: "), words, Run(")")) if words else ""
    until = f"{s.year} bis {s.year + years - 1}"
    if joint:
        ratio = int(s.shares[0] / s.shares[1])
        key = {1: "je zur Hälfte", 3: "im Verhältnis 75 : 25", 9: "im Verhältnis 90 : 10"}[ratio]
        page.say(
            rng.choice(
                (
                    f"Bund und Länder stellen für die Jahre {until} gemeinsam bis zu {{total}} bereit; sie "
                    f"tragen diesen Betrag {key}, wobei die Länder ihren Anteil unter sich nach dem "
                    f"Königsteiner "
                    "Schlüssel in der jeweils geltenden Fassung aufbringen.",
                    f"Der Finanzbedarf der Jahre {until} wird einvernehmlich auf {{total}} festgestellt und "
                    f"von Bund und Ländern {key} aufgebracht.",
                )
            ),
            total=amount,
        )
    else:
        page.say(
            rng.choice(
                (
                    f"{{g}} gewährt nach Maßgabe des Landeshaushalts für die Jahre {until} einen Zuschuss "
                    f"von "
                    "insgesamt {total}{words}, der in Jahresraten ausgezahlt wird.",
                    f"Zur Erfüllung der in dieser Vereinbarung übernommenen Verpflichtungen erhält die "
                    f"Zuwendungsempfängerin in den Haushaltsjahren {until} zusammen höchstens "
                    "{total}{words} als Festbetrag.",
                )
            ),
            g=called,
            total=amount,
            words=spelled,
        )
    if joint:
        page.put(_joint_table(w, years))
    else:
        _instalments(page, years)
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    if rng.random() < 0.6:
        page.say(
            "Nicht verbrauchte Mittel dürfen bis zur Höhe von {limit} in das folgende Haushaltsjahr "
            "übertragen werden; § 45 {law} bleibt im Übrigen unberührt.",
            limit=aside(w, 25_000, 50_000, 100_000),
            law=law(w, "bho" if joint else "lho", short=True),
        )


def _joint_table(w: Writer, years: int) -> Table:
    """A row for each year: the Bund, the Länder, both; the sums in the last one; at times in thousands."""
    s = w.scenario
    w.tables += 1
    thousands = w.rng.random() < 0.3
    entry: dict[str, Any] = {"style": "thousands_cell" if thousands else "cell", "table": w.tables}
    unit = " (T€)" if thousands else " (EUR)"
    heads = ("Jahr", f"Bund{unit}", f"Länder{unit}", f"zusammen{unit}")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number in range(years):
        row: dict[str, Any] = {**entry, "row": number + 1, "year": s.year + number}
        bund, land = s.shares[2 * number : 2 * number + 2]
        cells = (
            _money(w, bund, "component", label="Bund", **row),
            _money(w, land, "component", label="Länder", **row),
            _money(w, bund + land, "subtotal", label=str(s.year + number), **row),
        )
        rows.append((plain(str(s.year + number)), *((cell,) for cell in cells)))
    last = {**entry, "row": len(rows)}
    sums = (
        _money(w, sum(s.shares[::2], Decimal("0.00")), "subtotal", label="Bund", **last),
        _money(w, sum(s.shares[1::2], Decimal("0.00")), "subtotal", label="Länder", **last),
        _money(w, s.total, "total", label="zusammen", **last),
    )
    rows.append((plain("Summe", True), *((cell,) for cell in sums)))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    return Table(tuple(rows), (0.9, 1.4, 1.4, 1.5), aligns, s.ruled, padding=3.0, together=True)


def _instalments(page: Clauses, years: int) -> None:
    """One sum a year: in a table with the day it is due, in items, or in the sentence."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    form = rng.choice(("table", "items", "sentence"))
    due = rng.choice(("1. März", "15. Mai", "1. Juli"))
    if form == "table":
        w.tables += 1
    entry: dict[str, Any] = {"table": w.tables} if form == "table" else {}
    runs: list[Run] = []
    for number, share in enumerate(s.shares):
        row = {**entry, "style": "cell", "row": number + 1} if entry else {}
        year = s.year + number
        runs.append(_money(w, share, "component", label=str(year), year=year, **row))
    if form == "sentence":
        parts = [(run, Run(f" im Jahr {s.year + number}")) for number, run in enumerate(runs)]
        page.put(
            (Run("Hiervon entfallen "), *enumerated(parts), Run(f"; die Raten sind jeweils am {due} fällig."))
        )
        return
    if form == "items":
        page.put(plain(f"Die Raten werden jeweils zum {due} angewiesen, und zwar"))
        for number, run in enumerate(runs):
            end = "." if number == years - 1 else ","
            page.item(
                (Run(f"für das Haushaltsjahr {s.year + number}  "), run, Run(end)), f"{'abcde'[number]})"
            )
        return
    rows: list[tuple[Text, ...]] = [
        (
            plain("Rate", True),
            plain("Haushaltsjahr", True),
            plain("fällig zum", True),
            plain("Betrag in EUR", True),
        )
    ]
    for number, run in enumerate(runs):
        rows.append((plain(f"{number + 1}."), plain(str(s.year + number)), plain(due), (run,)))
    total = _money(w, s.total, "total", label="Summe", style="cell", row=len(rows), **entry)
    rows.append((plain("Summe", True), (), (), (replace(total, bold=True),)))
    page.put(plain("Im Einzelnen:"))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    page.put(Table(tuple(rows), (0.7, 1.2, 1.2, 1.4), aligns, s.ruled, padding=3.0, together=True))


def _control(page: Clauses, called: Text) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Nachweis und Prüfung", "Bewirtschaftung, Verwendungsnachweis")))
    page.say(
        rng.choice(
            (
                "Für die Bewirtschaftung gelten die Allgemeinen Nebenbestimmungen zur institutionellen "
                "Förderung (ANBest-I). Der Verwendungsnachweis ist jährlich, erstmals bis zum {day}, "
                "vorzulegen.",
                "Über die Verwendung wird bis {day} und danach jeweils binnen sechs Monaten nach Ablauf "
                "eines Haushaltsjahres Rechnung gelegt; die Rechnungshöfe haben das Recht zur örtlichen "
                "Erhebung.",
            )
        ),
        day=w.date(s.deadline, "deadline"),
    )
    page.say(
        "Werden Mittel nicht innerhalb von zwei Monaten nach Auszahlung verwendet oder entgegen dem Zweck "
        "eingesetzt, so sind sie zu erstatten und nach § 49a Abs. 3 {law} zu verzinsen; Beträge unter "
        "{least} bleiben außer Ansatz.",
        law=law(w, "vwvfg"),
        least=aside(w, 50, 100, 500),
    )


def _property(page: Clauses, called: Text) -> None:
    w, rng = page.w, page.w.rng
    page.open(rng.choice(("Eigentum und Nutzungsrechte", "Vermögen", "Beschaffte Gegenstände")))
    page.say(
        "Gegenstände, deren Anschaffungswert {limit} übersteigt, sind zu inventarisieren und dürfen vor "
        "Ablauf von {years} Jahren nicht veräußert werden.",
        limit=aside(w, "800", "410", "5000"),
        years=rng.choice(("zehn", "fünf", "15")),
    )
    if rng.random() < 0.5:
        page.put(
            plain(
                "Im Beirat, der mindestens einmal im Jahr zusammentritt, ist jede Seite mit zwei Stimmen "
                "vertreten; Beschlüsse mit finanziellen Auswirkungen bedürfen der Zustimmung aller."
            )
        )


def _term(page: Clauses) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    joint = s.grantor.official.startswith("Bundesrepublik")
    end = date(s.year + len(s.shares) // (2 if joint else 1) - 1, 12, 31)
    page.say(
        rng.choice(
            (
                "Diese Vereinbarung tritt am {start} in Kraft und am {end} außer Kraft.",
                "Diese Vereinbarung gilt vom {start} bis zum {end}. Spätestens ein Jahr vor ihrem Ablauf "
                "verhandeln die Beteiligten über eine Fortsetzung.",
            )
        ),
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(end, "period_end"),
    )
    if rng.random() < 0.6:
        old = date(s.year - rng.randint(3, 9), rng.randint(1, 12), 1) + timedelta(days=rng.randint(0, 27))
        page.say(
            "Die Vereinbarung vom {old} über denselben Gegenstand gilt für die bis dahin bewilligten Mittel "
            "fort.",
            old=w.date(old, "reference"),
        )
    page.put(plain("Eine Kündigung aus wichtigem Grund bedarf der Schriftform und der Angabe der Gründe."))


def _sign(w: Writer) -> None:
    """ "Für die …" over place, pen and name; in rows or down the page; the office above or below."""
    line, found = sides(w)
    rng = w.rng
    if line:
        w.add(Gap(12), Paragraph(line, rng.choice(("left", "right")), after=0, with_next=True))
    name_first = rng.random() < 0.5
    columns = [_column(side[0], line is None, name_first) for side in found]
    if rng.random() < 0.3:
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=12.0 if number else 22.0))
        return
    w.add(*in_rows(columns, 2, gutter=34.0))


def _column(one: Signature, dated: bool, name_first: bool) -> tuple[SignLine, ...]:
    article, name = one.organisation("accusative")
    lines = [SignLine((Run(f"Für {article} "), name))]
    if dated:
        lines.append(SignLine((one.place, Run(", den "), one.date)))
    lines.append(SignLine((), "none", pen=one.name is not None, height=44.0))
    if one.name and one.function:
        article = "Die" if one.signer.person and one.signer.person.woman else "Der"
        if name_first:
            lines += [SignLine((one.name,)), SignLine((one.function,))]
        else:
            lines += [SignLine((Run(f"{article} "), one.function)), SignLine((one.name,))]
    return tuple(lines)
