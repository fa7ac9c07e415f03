"""Another family: a chamber, an association and a city; who they are in full, then who pays what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario, Signer
from samples.signing import Signature, in_rows
from samples.wordings.legal import Clauses, aside, decision, law, sides
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer

OWN_ASIDES = (
    "Von den Teilnehmenden kann ein Entgelt von höchstens {cap} erhoben werden.",
    "Angestrebt werden {persons} Kontakte im Jahr, daneben {young} Veranstaltungen an Schulen.",
    "Die Geschäftsstelle ist werktags unter {phone} besetzt.",
    "Mit dem Vorhaben sollen Investitionen von {past} angestoßen werden.",
    "Der Gemeinkostenzuschlag beträgt {rate} % der direkten Personalausgaben.",
)
SUBJECTS = (
    ("der Fachkräfteagentur am Bahnhof", "die Fachkräfteagentur"),
    ("einer Gründerberatung für Handwerk und Handel", "die Gründerberatung"),
    ("eines Willkommenszentrums für ausländische Fachkräfte", "das Willkommenszentrum"),
    ("der Berufsorientierungsmesse „Zukunft vor Ort“", "die Messe"),
    ("einer Anlaufstelle für Betriebsnachfolge", "die Anlaufstelle"),
)
STREETS = ("Musterstraße", "Beispielallee", "Am Probenmarkt", "Exempelgasse", "Platz der Vorlagen")
WEAK = {
    "Präsident": "Präsidenten",
    "Vorsitzender": "Vorsitzenden",
    "Vorstandsvorsitzender": "Vorstandsvorsitzenden",
    "Erster": "Ersten",
    "Prokurist": "Prokuristen",
}
DUTIES = (
    "stellt die Räume einschließlich der Büroausstattung unentgeltlich zur Verfügung",
    "stellt die fachliche Leitung und führt die Geschäfte",
    "wirbt in den eigenen Veröffentlichungen für das Vorhaben und vermittelt Kontakte zu Betrieben",
    "übernimmt die Abrechnung gegenüber Dritten und führt die Kasse",
)


def draft(s: Scenario, rng: Random) -> Draft:
    w = Writer(s, rng, numbering=rng.choice(("1", "1", "I")))
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, it = rng.choice(SUBJECTS)
    names = _names(w)
    _opening(w, subject, names)
    sign = "{}." if w.numbering == "I" else rng.choice(("§ {}", "{}.", "Ziffer {}"))
    page = Clauses(
        w,
        sign=sign,
        align=rng.choice(("left", "left", "center")) if sign == "§ {}" else "left",
        own_line=sign == "§ {}" and rng.random() < 0.4,
        count=rng.choice(("({})", None)),
    )
    page.open(rng.choice(("Ziele der Zusammenarbeit", "Gegenstand")))
    _aims(page, it)
    middle: list[Callable[[Clauses, list[str], str], None]] = [_duties, _money, _steering]
    rng.shuffle(middle)
    for clause in middle:
        clause(page, names, it)
    for clause in rng.sample((_report, _liability), 2):
        clause(page, names, it)
    page.open(rng.choice(("Laufzeit und Kündigung", "Dauer")))
    _term(page)
    page.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "open-sans", "helvetica-narrow", "times")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.34, 1.46)),
        header=rng.choice((None, f"Vereinbarung {it.split(' ', 1)[1]}", "abgestimmte Endfassung")),
        header_align="right",
        header_on_first=rng.random() < 0.5,
        footer=rng.choice(("Seite {page} von {pages}", "{page} | {pages}", None)),
        footer_align=rng.choice(("right", "center", "left")),
        left=rng.choice((68, 78)),
        right=68,
    )


def _names(w: Writer) -> list[str]:
    """What each is called from then on."""
    names = []
    for party in w.scenario.parties:
        name = party.official
        if "kammer" in name:
            names.append(name.split()[0] if name.startswith(("Hand", "Land")) else "IHK")
        elif party.key:
            names.append("Landkreis" if party.gender == "m" else "Stadt")
        else:
            names.append("Verein" if name.endswith("e. V.") else "Träger")
    return names


def _article(name: str, capital: bool = True) -> str:
    article = "der" if name in ("Landkreis", "Verein", "Träger") else "die"
    return article.capitalize() if capital else article


def _acting(w: Writer, index: int) -> tuple[str, Run]:
    """Article and who acts, by office and name as the deed bends them; entered as the representative."""
    own = [one for one in w.scenario.signers if one.party == index]
    told: list[str] = []
    for number, one in enumerate(own):
        woman = one.person is not None and one.person.woman
        article = "" if number == 0 else "die " if woman else "den "
        told.append(f"{article}{_weak(one)} {one.person.name if one.person else ''}")
    body = " und ".join(told)
    w.gold["parties"][index]["representative"] = body
    first = own[0].person
    return ("die" if first and first.woman else "den", Run(body, f"parties[{index}].representative"))


def _weak(one: Signer) -> str:
    """The office as it stands behind "durch den" or "durch die"."""
    if one.person is None or one.person.woman:
        return one.function
    first, blank, rest = one.function.partition(" ")
    bent = WEAK.get(first, first)
    return bent + blank + (f"{rest.removesuffix('r')}n" if rest.endswith("neter") else rest)


def _address(w: Writer, index: int) -> str:
    rng = w.rng
    street = rng.choice(STREETS)
    return (
        f"{street} {rng.randint(1, 90)}, {rng.choice((34, 35, 36, 61, 63, 64))}{rng.randint(100, 599)} "
        + (w.scenario.parties[index].seat)
    )


def _opening(w: Writer, subject: str, names: list[str]) -> None:
    """The title; each party with address and who acts for it: as a list, as a table, or in short lines."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=rng.choice((1.5, 1.9)), after=3),
        Paragraph(
            plain(
                rng.choice(
                    (f"zum Aufbau und zur Finanzierung {subject}", f"über Betrieb und Finanzierung {subject}")
                )
            ),
            align,
            scale=1.1,
            after=6,
        ),
    )
    if rng.random() < 0.4:
        w.add(Divider())
    form = rng.choice(("list", "table", "lines", "list"))
    if form == "table":
        heads = ("Partner", "Anschrift", "Vertretung", "Kurzname")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for index, name in enumerate(names):
            article, by = _acting(w, index)
            rows.append(
                (
                    (w.bare_party(index),),
                    plain(_address(w, index)),
                    (Run(f"durch {article} "), by),
                    plain(name),
                )
            )
        w.add(
            Paragraph(plain("Zwischen den Partnern"), "left", before=8, after=4, with_next=True),
            Table(tuple(rows), (1.8, 1.7, 2.0, 1.4), ("left",) * 4, s.ruled, together=True),
        )
    else:
        w.add(Paragraph(plain(rng.choice(("zwischen", "Zwischen"))), align, before=8, after=5))
        for index, name in enumerate(names):
            _party(w, index, name, form == "list")
    w.paragraph(
        rng.choice(
            (
                "– gemeinsam „die Partner“ genannt – wird Folgendes vereinbart:",
                "wird in dem Bewusstsein, dass der Mangel an Fachkräften nur gemeinsam zu bewältigen ist, "
                "die folgende Vereinbarung getroffen:",
            )
        )
    )


def _party(w: Writer, index: int, name: str, listed: bool) -> None:
    """Counted in one sentence, or on lines of its own with the short name at the right."""
    rng, last = w.rng, len(w.scenario.parties) - 1
    article, by = _acting(w, index)
    party = w.party(index, "dative", mark=True)
    party = (party[0], replace(party[1], bold=True))
    address = _address(w, index)
    if listed:
        text = (
            *party,
            Run(f", {address}, vertreten durch {article} "),
            by,
            Run(f" (nachfolgend „{name}“)" + ("," if index < last - 1 else " und" if index < last else "")),
        )
        w.add(Paragraph(text, "left", after=5, indent=30, hang=22, marker=plain(f"{index + 1}.")))
        return
    lead = rng.choice(("vertreten durch", "gesetzlich vertreten durch"))
    w.add(
        Paragraph(party, "left", after=0, indent=20, with_next=True),
        Paragraph(plain(address), "left", after=0, indent=20, with_next=True),
        Paragraph((Run(f"{lead} {article} "), by), "left", after=1, indent=20, with_next=True),
        Paragraph(plain(f"– im Weiteren „{name}“ –"), "right", after=4, with_next=index < last),
    )
    if index < last:
        w.add(Paragraph(plain("und"), "left", after=4, indent=20, with_next=True))


def _aims(page: Clauses, it: str) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    chamber = next(party.official for party in s.parties if "kammer" in party.official)
    key = "ihkg" if chamber.startswith("Industrie") else "hwo" if chamber.startswith("Handwerk") else "bbig"
    page.say(
        rng.choice(
            (
                "Die Partner verfolgen das Ziel, {it} dauerhaft im Wirtschaftsraum zu verankern; die "
                "Aufgaben, die der Kammer nach den Vorschriften {law} obliegen, bleiben unberührt.",
                "Mit dieser Vereinbarung regeln die Partner, wie sie {it} gemeinsam tragen. Grundlage sind, "
                "soweit die Kammer betroffen ist, die Bestimmungen {law}.",
            )
        ),
        it=it,
        law=law(w, key),
    )
    if rng.random() < 0.5:
        day = date(s.year - 1, rng.randint(3, 12), rng.randint(1, 28))
        page.say(
            "Die Vollversammlung hat sich am {day} für eine Beteiligung ausgesprochen.",
            day=decision(w, day, numeric=rng.random() < 0.5),
        )


def _duties(page: Clauses, names: list[str], it: str) -> None:
    page.open(page.w.rng.choice(("Leistungen der Partner", "Aufgabenverteilung")))
    page.put(plain("Jeder Partner bringt sich nach seinen Möglichkeiten ein:"))
    bullet = page.w.rng.choice(("–", "–", "•"))
    for name, duty in zip(names, page.w.rng.sample(DUTIES, len(names)), strict=True):
        page.item(plain(f"{_article(name)} {name} {duty};"), bullet)


def _money(page: Clauses, names: list[str], it: str) -> None:
    """The budget and who pays how much: a table with what is paid in kind, items, or a sentence."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Finanzierung", "Finanzierung und Beiträge", "Kosten")))
    amount, words = w.amount(s.total, "total", label="Gesamtbudget", words=s.total if s.represented else None)
    page.say(
        rng.choice(
            (
                "Der jährliche Finanzbedarf ist im Wirtschaftsplan mit {total}{words} beziffert. Er wird "
                "durch Beiträge der Partner gedeckt, die zum 1. April eines jeden Jahres fällig sind.",
                "Die Partner bringen jährlich zusammen {total}{words} auf; Überschüsse werden auf neue "
                "Rechnung vorgetragen, Fehlbeträge sind im Verhältnis der Beiträge auszugleichen.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "items", "sentence"))
    if form == "table":
        page.put(plain("Die Beiträge verteilen sich wie folgt:"), _table(w, names))
    else:
        told: list[Text] = []
        for party, name, share in zip(s.parties, names, s.shares, strict=True):
            run = w.amount(share, "component", label=party.printed)[0]
            told.append((Run(f"{_article(name, form == 'items')} {name} mit "), run))
        if form == "items":
            page.put(plain("Es beteiligen sich"))
            for number, text in enumerate(told):
                end = "." if number == len(told) - 1 else ","
                lead = replace(text[0], text=text[0].text[0].lower() + text[0].text[1:])
                page.item((lead, text[1], Run(end)), f"{'abc'[number]})")
        else:
            page.put((Run("Hieran beteiligen sich "), *enumerated(told), Run(".")))
    if rng.random() < 0.7:
        page.say(
            "Auf Anforderung werden Abschläge bis zu {part} geleistet. Gerät ein Partner in Verzug, so ist "
            "der rückständige Beitrag mit {rate} zu verzinsen; daneben wird für jede Mahnung ein Betrag von "
            "{fee} erhoben.",
            part=rng.choice(("50 v. H. des Beitrags", "einem Viertel des Beitrags")),
            rate=rng.choice(("5 v. H. über dem Basiszinssatz", "neun Prozentpunkten über dem Basiszinssatz")),
            fee=aside(w, "5", "2.50", "10"),
        )
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)


def _table(w: Writer, names: list[str]) -> Table:
    s, rng = w.scenario, w.rng
    w.tables += 1
    kind = rng.random() < 0.5
    official = rng.random() < 0.5
    style = rng.choice(("cell", "sign"))
    heads = [
        "Partner",
        *(["Sachleistung"] if kind else []),
        "Geldbetrag" + (" (EUR)" if style == "cell" else ""),
    ]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    goods = rng.sample(("Räume", "Personal", "Werbung", "EDV"), len(names))
    for index, (party, share) in enumerate(zip(s.parties, s.shares, strict=True)):
        entry: dict[str, Any] = {"style": style, "table": w.tables, "row": index + 1}
        run = w.amount(share, "component", label=party.printed, **entry)[0]
        label = party.printed if official else names[index]
        rows.append((plain(label), *([plain(goods[index])] if kind else []), (run,)))
    last: dict[str, Any] = {"style": style, "table": w.tables, "row": len(rows), "bold": True}
    run = w.amount(s.total, "total", label="Gesamt", **last)[0]
    rows.append((plain("Gesamt", True), *([()] if kind else []), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right") if kind else ("left", "right")
    return Table(
        tuple(rows), (2.8, 1.2, 1.4) if kind else (3.0, 1.5), aligns, s.ruled, padding=3.0, together=True
    )


def _steering(page: Clauses, names: list[str], it: str) -> None:
    w, rng = page.w, page.w.rng
    page.open(rng.choice(("Lenkungsausschuss", "Steuerung")))
    page.say(
        "Ein Lenkungsausschuss, in den jeder Partner zwei Personen entsendet, beschließt über den "
        "Wirtschaftsplan und über Ausgaben, die im Einzelfall {limit} übersteigen; den Vorsitz führt {who}.",
        limit=aside(w, 1_000, 2_500, 5_000),
        who=f"{_article(names[0], False)} {names[0]}",
    )


def _report(page: Clauses, names: list[str], it: str) -> None:
    w, rng = page.w, page.w.rng
    page.open(rng.choice(("Berichte und Nachweis", "Rechnungslegung")))
    page.say(
        rng.choice(
            (
                "Bis zum {day} ist den Partnern ein zahlenmäßiger Nachweis nebst Sachbericht vorzulegen.",
                "Die Jahresrechnung wird, erstmals bis {day}, von zwei Kassenprüfern geprüft, die der "
                "Ausschuss bestellt; Belege sind zehn Jahre aufzubewahren.",
            )
        ),
        day=w.date(w.scenario.deadline, "deadline"),
    )


def _liability(page: Clauses, names: list[str], it: str) -> None:
    w, rng = page.w, page.w.rng
    page.open(rng.choice(("Haftung", "Haftung und Vertraulichkeit")))
    page.say(
        "Die Partner haften einander nur für Vorsatz und grobe Fahrlässigkeit, der Höhe nach je Schadensfall "
        "begrenzt auf {limit}. Eine Gesellschaft bürgerlichen Rechts soll nicht begründet werden.",
        limit=aside(w, 25_000, 50_000, 100_000),
    )


def _term(page: Clauses) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.say(
        rng.choice(
            (
                "Die Vereinbarung gilt vom {start} bis zum {end}.",
                "Die Zusammenarbeit beginnt am {start}. Sie endet am {end}, ohne dass es einer Kündigung "
                "bedarf.",
            )
        ),
        start=w.date(date(s.year + 1, 1, 1), "period_start"),
        end=w.date(date(s.year + rng.randint(2, 5), 12, 31), "period_end"),
    )
    page.put(
        plain(
            f"Jeder Partner kann mit einer Frist von {rng.choice(('drei', 'sechs'))} Monaten zum Jahresende "
            "schriftlich kündigen; die übrigen entscheiden sodann, ob sie das Vorhaben fortführen."
        )
    )
    if rng.random() < 0.4:
        old = date(s.year - rng.randint(2, 6), rng.randint(1, 12), rng.randint(1, 28))
        page.say("Die Absichtserklärung vom {old} ist damit gegenstandslos.", old=w.date(old, "reference"))


def _sign(w: Writer) -> None:
    """A frame for each, columns, or a table with a row for each who signs."""
    line, found = sides(w)
    s, rng = w.scenario, w.rng
    if line:
        w.add(Gap(12), Paragraph(line, "left", after=0, with_next=True))
    elif len(found) == len(s.signers) and rng.random() < 0.4:
        rows: list[tuple[Text, ...]] = []
        for (one,) in found:
            name = (one.name, Run(" \n "), one.function) if one.name and one.function else ()
            where = (one.place, Run(", "), one.date)
            rows.append(((one.bare_organisation,), (*where, Run(" \n \n \n "), *name)))
        w.add(Gap(14), Table(tuple(rows), (2.0, 3.2), ("left", "left"), "grid", together=True))
        return
    columns = [_column(side, line is None) for side in found]
    across = 3 if rng.random() < 0.35 else 2
    w.add(
        *in_rows(columns, across, gutter=20.0, scale=0.9 if across == 3 else 1.0, boxed=rng.random() < 0.25)
    )


def _column(side: list[Signature], dated: bool) -> tuple[SignLine, ...]:
    first = side[0]
    lines: list[SignLine] = [SignLine((replace(first.bare_organisation, bold=True),)), SignLine(height=4.0)]
    if dated:
        lines.append(SignLine((first.place, Run(", den "), first.date)))
    for one in side:
        lines.append(SignLine((), "rule", pen=one.name is not None, height=38.0))
        if one.name and one.function:
            lines += [SignLine((one.name,)), SignLine((one.function,))]
    return tuple(lines)
