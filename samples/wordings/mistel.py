"""Another family: a lawyer's articles of a company of a county or city and firms; numbered shares."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import (
    Align,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.parts import Draft, aside_texts, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Aufsichtsratsmitglieder erhalten je Sitzung {cap} als Entschädigung.",
    "Die Gesellschaft soll binnen drei Jahren {persons} Gebäude versorgen, darunter {young} Schulen.",
    "Post ist an die vorläufige Geschäftsstelle zu richten (Fernruf {phone}).",
    "Der Wirtschaftsplan geht für die Anlaufphase von Investitionen in der Größenordnung von {past} aus.",
    "Rücklagen sind zu bilden, bis {rate} % des Stammkapitals erreicht sind.",
)
FIRMS = (
    ("Nahwärme Beispieltal GmbH", "die Erzeugung und Lieferung von Wärme aus erneuerbaren Quellen"),
    ("Glasfaser Musterau GmbH", "Bau und Verpachtung von Leitungsnetzen für schnelles Internet"),
    ("Regionalmarkt Probestadt GmbH", "die Förderung von Erzeugung und Absatz regionaler Lebensmittel"),
    ("Bus & Rad Exempelhausen GmbH", "der Betrieb von Bürgerbussen und Leihrädern"),
)
UNIT = Decimal(500)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    firm, purpose = rng.choice(FIRMS)
    _opening(w, firm)
    articles = _Articles(w)
    articles.open(rng.choice(("Firma und Sitz", "Firma, Sitz, Dauer")))
    articles.say(f"Die Gesellschaft führt die Firma „{firm}“.")
    articles.say(f"Sitz der Gesellschaft ist {s.signers[0].place}. Sie besteht auf unbestimmte Zeit.")
    articles.open("Unternehmensgegenstand")
    articles.say(f"Gegenstand des Unternehmens ist {purpose}.")
    articles.say("Die Gesellschaft darf alle Geschäfte betreiben, die diesem Zweck unmittelbar dienen.")
    articles.open(rng.choice(("Stammkapital", "Stammkapital und Geschäftsanteile")))
    _capital(articles)
    articles.open("Geschäftsführung und Vertretung")
    articles.say("Ein Geschäftsführer vertritt allein; sind mehrere bestellt, handeln je zwei gemeinsam.")
    for text in aside_texts(w, OWN_ASIDES):
        articles.put(text)
    articles.open("Jahresabschluss")
    articles.say(
        "Das erste Geschäftsjahr ist ein Rumpfgeschäftsjahr. Der Abschluss ist erstmals bis zum {day} "
        "aufzustellen und nach den Vorschriften für große Kapitalgesellschaften zu prüfen.",
        day=w.date(s.deadline, "deadline"),
    )
    articles.open("Gründungsaufwand")
    cost, _ = w.amount(Decimal(rng.choice((1_500, 2_500, 3_000))).quantize(Decimal("0.01")), "other")
    articles.say("Kosten der Beurkundung und Eintragung trägt die Gesellschaft bis {cost}.", cost=cost)
    articles.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "times", "vera")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.4, 1.5)),
        header="Rechtsanwälte am Marktplatz · Gesellschaftsrecht",
        header_align="left",
        footer=rng.choice(("Blatt {page} von {pages}", "- {page} -")),
        footer_on_first=False,
        left=90,
        right=72,
    )


class _Articles:
    """ "§ 1   Heading" at the left; its paragraphs are counted "1.", "2."; one alone has no number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.waiting: list[Text] = []

    def open(self, title: str) -> None:
        self.close()
        text = (Run("§ ", bold=True), self.w.next_section(), Run("    ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.waiting.append(text)

    def close(self) -> None:
        several = len(self.waiting) > 1
        for number, text in enumerate(self.waiting, start=1):
            marker = plain(f"{number}.") if several else ()
            self.w.add(Paragraph(text, after=4, indent=26, hang=22, marker=marker))
        self.waiting = []


def _opening(w: Writer, firm: str) -> None:
    """Title and firm, then each partner counted, with its seat; at times on a page of its own."""
    s, rng = w.scenario, w.rng
    cover = rng.random() < 0.4
    w.add(
        Gap(90 if cover else 0),
        Paragraph((w.kind(),), "center", scale=1.9, after=4),
        Paragraph(plain("über die Errichtung der"), "center", after=2),
        Paragraph(plain(firm, True), "center", scale=1.25, after=18),
        Paragraph(plain("Gesellschafter dieses Unternehmens sind"), "left", after=5, with_next=True),
    )
    for index, party in enumerate(s.parties):
        inserted = organ(w, index) if party.key else ()
        seat = f", mit Sitz in {party.seat}"
        text = (*w.party(index, "nominative", mark=True), Run(seat), *inserted)
        end = "." if index == len(s.parties) - 1 else ","
        w.add(
            Paragraph((*text, Run(end)), "left", after=4, indent=44, hang=20, marker=plain(f"{index + 1}."))
        )
    if cover:
        w.add(NewPage())


def _capital(articles: _Articles) -> None:
    """The capital in figures and words; the shares with their running numbers in a table or one by one."""
    w, s, rng = articles.w, articles.w.scenario, articles.w.rng
    amount, words = w.amount(
        s.total, "total", label="Stammkapital", words=s.total if rng.random() < 0.6 else None
    )
    unit, _ = w.amount(UNIT.quantize(Decimal("0.01")), "other")
    articles.say(
        "Das Stammkapital der Gesellschaft beträgt {total}{words} und ist in Geschäftsanteile zu je {unit} "
        "eingeteilt.",
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        unit=unit,
    )
    first = 1
    if s.listing == "list":
        articles.say("Hierauf übernehmen als Einlage:")
        articles.close()
        for index, share in enumerate(s.shares):
            last = first + int(share / UNIT) - 1
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            text = (*w.party(index, "nominative"), Run(f" die Anteile Nr. {first} bis {last} mit "), run)
            w.add(
                Paragraph(
                    (*text, Run("." if index == len(s.shares) - 1 else ";")),
                    "left",
                    after=2,
                    indent=48,
                    hang=20,
                    marker=plain("abcde"[index] + ")"),
                )
            )
            first = last + 1
        return
    articles.say("Die Einlagen sind sofort und in bar zu leisten. Es werden übernommen:")
    articles.close()
    w.tables += 1
    heads = ("Gesellschafter", "Anteile Nr.", "Nennbetrag", "Quote")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, share in enumerate(s.shares):
        last = first + int(share / UNIT) - 1
        run, _ = w.amount(
            share, "component", style="sign", label=s.parties[index].printed, table=w.tables, row=len(rows)
        )
        quota = f"{share / s.total * 100:.1f} %".replace(".", ",")
        rows.append((plain(s.parties[index].printed), plain(f"{first} – {last}"), (run,), plain(quota)))
        first = last + 1
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Stammkapital", table=w.tables, row=len(rows)
    )
    rows.append((plain("Stammkapital", True), plain(f"1 – {first - 1}"), (run,), plain("100,0 %")))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    w.add(Table(tuple(rows), (2.9, 1.3, 1.5, 0.9), aligns, s.ruled, padding=3.5, together=True))


def _sign(w: Writer) -> None:
    """One sentence with place and day for all; then each hand over name, office and whom it binds."""
    s = w.scenario
    signatures = [enter(w, signer, 0 if number else None) for number, signer in enumerate(s.signers)]
    first = signatures[0]
    w.add(
        Paragraph(
            (
                Run("Unterzeichnet in "),
                first.place,
                Run(" am "),
                first.date,
                Run(" von allen Beteiligten:"),
            ),
            "left",
            before=20,
            after=0,
            with_next=True,
        )
    )
    for start in range(0, len(signatures), 2):
        pair = [_hand(w, one) for one in signatures[start : start + 2]]
        pair += [()] * (2 - len(pair))
        w.add(SignatureColumns(tuple(pair), before=8.0, gutter=30.0))


def _hand(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    lines = [SignLine((), "dots", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
    article, name = one.organisation("accusative")
    lines.append(SignLine((Run(f"zu {one.signer.party + 1}. für {article} "), name)))
    return tuple(lines)
