"""Another family: a notary's articles of a municipal company, in Deutsche Mark, in Euro, or in both."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, in_rows
from samples.wordings.legal import Clauses, law, sides
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, figures

OWN_ASIDES = (
    "Das Sitzungsgeld der Mitglieder des Aufsichtsrates beträgt {cap}.",
    "Die Gesellschaft übernimmt zum Stichtag {persons} Beschäftigte und {young} Auszubildende.",
    "Bis zur Eintragung ist die Gesellschaft unter der Rufnummer {phone} zu erreichen.",
    "Die gesetzliche Rücklage ist mit {rate} v. H. des Jahresüberschusses zu dotieren.",
)
FIRMS = (
    (
        "Kreiswohnbau {} GmbH",
        "die Errichtung, Bewirtschaftung und Veräußerung von Wohnungen für breite Schichten",
    ),
    ("Entsorgungsbetriebe {} GmbH", "das Einsammeln, Befördern und Verwerten von Abfällen"),
    ("Nahverkehrsgesellschaft {} mbH", "die Planung und Bestellung des öffentlichen Personennahverkehrs"),
    (
        "Wirtschaftsförderung {} GmbH",
        "die Ansiedlung von Unternehmen und die Erschließung von Gewerbeflächen",
    ),
    ("Freizeitbad {} Betriebsgesellschaft mbH", "der Betrieb von Bädern, Saunen und Sporteinrichtungen"),
)
RATE = Decimal("1.95583")
CENT = Decimal("0.01")


class _Money:
    """How this deed writes sums: Deutsche Mark until 1998, then with Euro beside it, Euro from 2002."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        year = w.scenario.year
        self.mark = year < 2002
        self.both = 1998 < year < 2002
        self.first = w.rng.random() < 0.4
        self.currency = "DEM" if self.mark else "EUR"
        self.unit = "DM" if self.mark else w.rng.choice(("EUR", "Euro", "€"))

    def sum(self, value: Decimal, role: str, *, cell: bool = False, **more: Any) -> Run:
        if cell:
            return self.w.amount(value, role, style="cell", currency=self.currency, **more)[0]
        if self.mark:
            text = figures(value, "dm")
            text = f"DM {text.removesuffix(' DM')}" if self.first else text
            more["text"] = text
        return self.w.amount(value, role, currency=self.currency, **more)[0]

    def other(self, *values: int) -> Run:
        return self.sum(Decimal(self.w.rng.choice(values)).quantize(CENT), "other")

    def in_euro(self, value: Decimal) -> Run:
        euro = (value / RATE).quantize(CENT, ROUND_HALF_UP)
        return self.w.amount(euro, "other", style="euro_cents", label="Umrechnung")[0]


def draft(s: Scenario, rng: Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    form, purpose = rng.choice(FIRMS)
    firm = form.format(rng.choice(("Musterland", "Beispieltal", "Fiktivgau")))
    _opening(w, firm)
    align: Align = rng.choice(("center", "center", "left"))
    page = Clauses(
        w,
        sign="§ {}",
        after_sign=rng.choice(("  ", "   ")),
        align=align,
        own_line=align == "center" or rng.random() < 0.3,
        count=rng.choice(("({})", "{}.")),
        indent=28.0,
    )
    money = _Money(w)
    page.open(rng.choice(("Firma und Sitz", "Firma, Sitz, Geschäftsjahr")))
    page.put(plain(f"Die Firma der Gesellschaft lautet „{firm}“. Ihr Sitz ist {s.signers[0].place}."))
    page.put(
        plain("Geschäftsjahr ist das Kalenderjahr; das erste endet am 31. Dezember nach der Eintragung.")
    )
    page.open("Gegenstand des Unternehmens")
    page.put(plain(f"Gegenstand des Unternehmens ist {purpose}."))
    page.say(
        "Die Gesellschaft dient öffentlichen Zwecken im Sinne des § 121 {law}; sie kann sich zur Erfüllung "
        "ihrer Aufgaben anderer Unternehmen bedienen, sich an ihnen beteiligen oder Hilfs- und Nebenbetriebe "
        "errichten.",
        law=law(w, "hgo" if s.year > 2005 else "hgo93", short=True)
        if s.year > 1993
        else plain("der Hessischen Gemeindeordnung"),
    )
    page.open(rng.choice(("Stammkapital", "Stammkapital und Stammeinlagen")))
    _capital(page, money)
    middle: list[Callable[[Clauses, _Money], None]] = [_management, _board, _meeting, _transfer]
    rng.shuffle(middle)
    for clause in middle[: rng.choice((3, 4))]:
        clause(page, money)
    _accounts(page, money)
    page.open(rng.choice(("Bekanntmachungen, Kosten", "Schlussbestimmungen")))
    page.say(
        "Die mit der Errichtung verbundenen Kosten und Steuern trägt die Gesellschaft bis zum Betrag von "
        "{cost}; Bekanntmachungen erfolgen, soweit das Gesetz nichts anderes vorschreibt, im Bundesanzeiger.",
        cost=money.other(2_500, 5_000, 8_000),
    )
    for text in aside_texts(w, OWN_ASIDES) if not money.mark else []:
        page.put(text)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("courier", "times", "helvetica")) if money.mark else "times",
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.36, 1.5)),
        header=rng.choice((None, "- {page} -", f"UR-Nr. {rng.randint(100, 1900)}/{s.year}")),
        header_align="center",
        footer=rng.choice((None, None, "Blatt {page}")),
        left=rng.choice((84, 96)),
        right=66,
    )


def _opening(w: Writer, firm: str) -> None:
    """Title and firm; who holds it: counted, in one sentence, or with their offices."""
    s, rng = w.scenario, w.rng
    cover = rng.random() < 0.3
    w.add(
        Gap(100 if cover else 0),
        Paragraph((w.kind(),), "center", scale=rng.choice((1.5, 1.8)), after=4),
        Paragraph(
            plain(
                rng.choice(
                    (
                        f"über die Errichtung der {firm}",
                        f"über die Gesellschaft „{firm}“",
                        f"über die Satzung der {firm}",
                    )
                )
            ),
            "center",
            scale=1.1,
            after=16,
        ),
    )
    texts: list[Text] = []
    told = rng.random() < 0.5
    for index in range(len(s.parties)):
        by: Text = ()
        if told:
            head = next(one for one in s.signers if one.party == index)
            article = "die" if head.person and head.person.woman else "den"
            w.gold["parties"][index]["representative"] = head.function
            by = (
                Run(f", vertreten durch {article} "),
                Run(head.function, f"parties[{index}].representative"),
            )
        texts.append((*w.party(index, "nominative", mark=True), *by))
    if rng.random() < 0.6:
        lead = rng.choice(
            (
                "Es errichten als Gesellschafter",
                "Folgende Gebietskörperschaften schließen sich zu einer Gesellschaft mit beschränkter "
                "Haftung zusammen:",
            )
        )
        w.add(Paragraph(plain(lead), "left", after=5, with_next=True))
        for index, text in enumerate(texts):
            marker = plain(rng.choice(("{}.", "{}.")).format(index + 1))
            end = "," if index < len(texts) - 1 else "."
            w.add(Paragraph((*text, Run(end)), "left", after=3, indent=48, hang=22, marker=marker))
    else:
        first = texts[0]
        head_text = (Run(first[0].text.capitalize()), *first[1:])
        w.add(
            Paragraph(
                (
                    *enumerated([head_text, *texts[1:]], last=" sowie "),
                    Run(
                        " – nachstehend auch „Gesellschafter“ genannt – schließen nach Zustimmung ihrer "
                        "Vertretungskörperschaften den folgenden Gesellschaftsvertrag:"
                    ),
                ),
                after=8,
            )
        )
    if cover:
        w.add(NewPage())


def _capital(page: Clauses, money: _Money) -> None:
    """The capital and who takes how much of it; with Euro behind it in the years between."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    whole = money.sum(s.total, "total", label="Stammkapital")
    page.say(
        rng.choice(
            (
                "Das Stammkapital der Gesellschaft beträgt {capital}{euro}.",
                "Die Gesellschaft ist mit einem Stammkapital von {capital}{euro} ausgestattet.",
            )
        ),
        capital=whole,
        euro=(Run(" (dies entspricht "), money.in_euro(s.total), Run(")")) if money.both else "",
    )
    form = rng.choice(("table", "table", "items", "sentence"))
    if form == "table":
        page.put(plain("Hierauf übernehmen:"), _table(w, money))
    else:
        _taken(page, money, form == "items")
    page.put(
        plain(
            "Die Einlagen sind in Geld zu leisten und bei Abschluss dieses Vertrages "
            f"{rng.choice(('zur Hälfte', 'zu einem Viertel', 'zu zwei Dritteln'))} einzuzahlen; der Rest ist "
            f"auf "
            "Anforderung der Geschäftsführung binnen eines Monats fällig und danach mit 4 v. H. zu verzinsen."
        )
    )
    if not money.mark and rng.random() < 0.6:
        old = Decimal(rng.choice((50_000, 60_000, 100_000))).quantize(CENT)
        page.say(
            "Das Stammkapital der aufgelösten Vorgängergesellschaft, das zuletzt {old} betrug und durch "
            "Beschluss vom {day} auf Euro umgestellt worden war, ist den Gesellschaftern zurückgezahlt "
            "worden.",
            old=w.amount(old, "other", style="dm", currency="DEM", label="früheres Stammkapital")[0],
            day=w.date(date(rng.randint(2000, 2001), rng.randint(1, 12), rng.randint(1, 28)), "reference"),
        )


def _taken(page: Clauses, money: _Money, items: bool) -> None:
    """Share by share, in items or in a sentence."""
    w, s = page.w, page.w.scenario
    said: list[Text] = []
    for index, (party, share) in enumerate(zip(s.parties, s.shares, strict=True)):
        run = money.sum(share, "component", label=party.printed)
        said.append((*w.party(index, "nominative"), Run(" eine Stammeinlage von "), run))
    if not items:
        page.put((Run("Hiervon übernimmt "), *enumerated(said), Run(".")))
        return
    page.put(plain("Auf das Stammkapital übernehmen"))
    for index, text in enumerate(said):
        end = "." if index == len(said) - 1 else ","
        page.item((*text, Run(end)), f"{string.ascii_lowercase[index]})", deep=22.0)


def _table(w: Writer, money: _Money) -> Table:
    """Who holds what: counted or not, in per cent or not, at times with a column for the Euro."""
    s, rng = w.scenario, w.rng
    w.tables += 1
    counted, percents = rng.random() < 0.5, rng.random() < 0.6
    euro = money.both and rng.random() < 0.6
    heads = [
        *(["Nr."] if counted else []),
        "Gesellschafter",
        f"Stammeinlage ({money.unit})",
        *(["in Euro"] if euro else []),
        *(["v. H."] if percents else []),
    ]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    lines = [*zip((one.printed for one in s.parties), s.shares, strict=True), ("insgesamt", s.total)]
    for row, (label, share) in enumerate(lines, start=1):
        last = row == len(lines)
        entry: dict[str, Any] = {"table": w.tables, "row": row, "label": label}
        run = money.sum(share, "total" if last else "component", cell=True, **entry)
        cells: list[Text] = [plain("" if last else f"{row}.")] if counted else []
        cells += [plain(label, last), (replace(run, bold=last),)]
        if euro:
            value = (share / RATE).quantize(CENT, ROUND_HALF_UP)
            cells.append((w.amount(value, "other", style="cell", **entry)[0],))
        if percents:
            cells.append(plain(f"{share * 100 / s.total:.2f}".replace(".", ",")))
        rows.append(tuple(cells))
    shares = (*([0.5] if counted else []), 2.7, 1.7, *([1.3] if euro else []), *([0.9] if percents else []))
    right: Align = "right"
    aligns: list[Align] = ["left"] * (2 if counted else 1)
    aligns += [right] * (len(heads) - len(aligns))
    return Table(tuple(rows), shares, tuple(aligns), s.ruled, padding=3.0, together=True)


def _management(page: Clauses, money: _Money) -> None:
    page.open(page.w.rng.choice(("Geschäftsführung und Vertretung", "Geschäftsführung")))
    page.put(
        plain(
            "Die Gesellschaft hat einen oder mehrere Geschäftsführer. Ist nur einer bestellt, so vertritt er "
            "allein; sind mehrere bestellt, so wird sie durch zwei gemeinschaftlich oder durch einen mit "
            "einem Prokuristen vertreten."
        )
    )
    page.say(
        "Der vorherigen Zustimmung bedürfen der Erwerb und die Belastung von Grundstücken, ferner "
        "Rechtsgeschäfte, deren Wert im Einzelfall {limit} übersteigt, und Darlehen von mehr als {loan}.",
        limit=money.other(10_000, 20_000, 50_000),
        loan=money.other(100_000, 250_000),
    )


def _board(page: Clauses, money: _Money) -> None:
    page.open("Aufsichtsrat")
    page.say(
        "Der Aufsichtsrat besteht aus {count} Mitgliedern, die von den Gesellschaftern im Verhältnis ihrer "
        "Anteile entsandt werden; {g} stellt den Vorsitz. § 52 des Gesetzes betreffend die Gesellschaften "
        "mit beschränkter Haftung findet insoweit keine Anwendung.",
        count=page.w.rng.choice(("sieben", "neun", "elf")),
    )


def _meeting(page: Clauses, money: _Money) -> None:
    page.open("Gesellschafterversammlung")
    page.say(
        "In der Gesellschafterversammlung gewähren je {unit} eines Geschäftsanteils eine Stimme; sie "
        "beschließt mit einfacher Mehrheit, soweit nicht {law} oder dieser Vertrag eine größere vorschreibt.",
        unit=money.other(100, 500, 50),
        law=(Run("nach Maßgabe "), *law(page.w, "gmbhg")),
    )


def _transfer(page: Clauses, money: _Money) -> None:
    page.open(page.w.rng.choice(("Verfügung über Geschäftsanteile", "Abtretung, Kündigung")))
    page.put(
        plain(
            "Geschäftsanteile können nur mit Zustimmung aller Gesellschafter abgetreten oder verpfändet "
            "werden. Die Kündigung ist mit einer Frist von zwölf Monaten zum Schluss eines Geschäftsjahres "
            "zulässig, erstmals jedoch nach Ablauf von fünf Jahren; das Auseinandersetzungsguthaben bestimmt "
            "sich nach dem Buchwert."
        )
    )


def _accounts(page: Clauses, money: _Money) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Jahresabschluss und Prüfung", "Rechnungslegung, Verlustausgleich")))
    page.say(
        "Der Jahresabschluss nebst Lagebericht wird nach den für große Kapitalgesellschaften geltenden "
        "Vorschriften aufgestellt und geprüft, erstmals bis zum {day}. Den Gesellschaftern stehen die Rechte "
        "aus § 53 und, soweit zulässig, § 54 HGrG zu.",
        day=w.date(s.deadline, "deadline"),
    )
    if rng.random() < 0.5:
        page.say(
            "Ein Jahresfehlbetrag wird, soweit er nicht vorgetragen werden kann, von den Gesellschaftern im "
            "Verhältnis ihrer Anteile bis zu insgesamt {limit} im Jahr ausgeglichen; eine Nachschusspflicht "
            "besteht nicht.",
            limit=money.other(150_000, 300_000, 600_000),
        )


def _sign(w: Writer) -> None:
    """ "Geschehen zu …" once, or place and day above each; for whom above the pen, below it or not."""
    line, found = sides(w)
    rng = w.rng
    if line:
        told = rng.random() < 0.5
        shown = (Run("Geschehen zu "), line[0], Run(" am "), line[2]) if told else line
        w.add(Gap(14), Paragraph(shown, "left", after=0, with_next=True))
    look = rng.choice(("for", "bare", "of"))
    columns = [_column(side[0], line is None, look) for side in found]
    w.add(*in_rows(columns, 1 if len(columns) < 4 and rng.random() < 0.4 else 2, gutter=28.0))


def _column(one: Signature, dated: bool, look: str) -> tuple[SignLine, ...]:
    lines: list[SignLine] = [SignLine((one.place, Run(", den "), one.date))] if dated else []
    if look == "for":
        article, name = one.organisation("accusative")
        lines.append(SignLine((Run(f"Für {article} "), name, Run(":"))))
    lines.append(SignLine((), "dots" if look == "bare" else "rule", pen=one.name is not None, height=42.0))
    if one.name and one.function:
        if look == "of":
            article, name = one.organisation("genitive")
            return (*lines, SignLine((one.name,)), SignLine((one.function, Run(f" {article} "), name)))
        lines.append(SignLine((one.name, Run(", "), one.function)))
    if look == "bare":
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
