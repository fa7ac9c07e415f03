"""Another family: Länder share a central office by a key, in the copy that went round to sign."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

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
from samples.wordings.days import redated
from samples.wordings.parts import Draft, aside_texts
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Gutachten bis {cap} genügt die Freigabe durch die Leitung der Stelle.",
    "Der Stellenplan umfasst {persons} Stellen, davon {young} für Beamtinnen und Beamte.",
    "Die Vorläufereinrichtung ist bis zum Umzug unter {phone} erreichbar.",
    "Der Bund hat für die Ersteinrichtung {past} in Aussicht gestellt.",
    "Rücklagen dürfen {rate} vom Hundert des Wirtschaftsplans nicht übersteigen.",
)
OFFICES = (
    ("Gemeinsame Prüfstelle für Badegewässer", "die Beprobung und Bewertung von Badegewässern"),
    ("Zentralstelle für digitale Lehrbücher", "Auswahl, Prüfung und Bereitstellung digitaler Lehrbücher"),
    ("Koordinierungsstelle Hochwasservorhersage", "den Betrieb gemeinsamer Vorhersagemodelle"),
    ("Länderarchiv für historische Baupläne", "Sicherung und Erschließung historischer Baupläne"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, long_date)
    w = Writer(s, rng, numbering="I")
    office, task = rng.choice(OFFICES)
    _opening(w, office)
    _open(w, "Errichtung und Aufgabe")
    _say(w, f"Die Länder unterhalten gemeinsam die Einrichtung „{office}“ (im Folgenden: Stelle).")
    _say(w, f"Ihr obliegt {task}." if task.startswith("die ") else f"Ihre Aufgabe: {task}.")
    _open(w, "Aufsicht und Beirat")
    _say(w, f"Die Dienstaufsicht führt {_named(w, 0)}. Jedes Land entsendet ein Mitglied in den Beirat.")
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))
    _open(w, rng.choice(("Deckung des Bedarfs", "Finanzbedarf")))
    annexed = _costs(w)
    _open(w, "Haushaltsjahr und Rechnung")
    _say(
        w,
        "Haushaltsjahr ist das Kalenderjahr. Rechnung wird den Ländern erstmals bis {day} gelegt.",
        day=w.date(s.deadline, "deadline"),
    )
    _open(w, "Laufzeit, Austritt")
    _say(w, "Das Abkommen gilt auf unbestimmte Zeit. Ein Land kann mit zweijähriger Frist austreten.")
    _say(w, "Hinterlegt wird das Abkommen bei der Staatskanzlei des zuerst genannten Landes.")
    _sign(w)
    if annexed:
        _annex(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica-narrow")),
        size=rng.choice((10.0, 10.8)),
        leading=rng.choice((1.2, 1.28)),
        header=f"Umlaufausfertigung {s.year}, Stück {rng.randint(2, 9)} von 17",
        header_align=rng.choice(("left", "center")),
        header_on_first=True,
        footer=rng.choice(("– {page} –", "{page}")),
        footer_align="center",
        left=88,
        right=88,
        hyphenate=True,
    )


def _named(w: Writer, index: int) -> str:
    article, name = w.scenario.parties[index].case("nominative")
    return f"{article} {name}"


def _opening(w: Writer, office: str) -> None:
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=2),
        Paragraph(
            plain(f"über die {office}" if "archiv" not in office else f"über das {office}", True), "center"
        ),
        Gap(6),
    )
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        text = w.party(index, "nominative", mark=True, capital=index == 0)
        end = " und" if index == last - 1 else "," if index < last else ""
        w.add(Paragraph((*text, Run(end)), "left", after=1.5, indent=18))
    w.add(
        Paragraph(
            plain("– im Folgenden „Länder“ – kommen vorbehaltlich der Zustimmung ihrer Parlamente überein:"),
            after=6,
            before=4,
        )
    )


def _open(w: Writer, title: str) -> None:
    w.add(
        Paragraph(
            (Run("Artikel ", bold=True), w.next_section()), "center", before=10, after=0, with_next=True
        ),
        Paragraph((w.heading(title),), "center", after=4, with_next=True),
    )


def _say(w: Writer, sentence: str, **filled: Run | Text | str) -> None:
    w.add(Paragraph(w.fill(sentence, **filled), after=5))


def _costs(w: Writer) -> bool:
    """The sum of a year; the shares by one in a table, in items or in an annex. Whether there is one."""
    s, rng = w.scenario, w.rng
    spelled = rng.random() < 0.3
    amount, words = w.amount(s.total, "total", label="Jahresbedarf", words=s.total if spelled else None)
    _say(
        w,
        rng.choice(
            (
                "Der Bedarf der Stelle wird für das erste volle Haushaltsjahr mit {total}{words} angesetzt.",
                "Zur Deckung ihrer Ausgaben erhält die Stelle von den Ländern jährlich {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if s.listing == "table" and rng.random() < 0.5:
        _say(w, "Die Anteile richten sich nach dem vereinbarten Schlüssel; die Anlage führt sie auf.")
        return True
    _say(w, "Nach dem Schlüssel, auf den sich die Fachministerkonferenz geeinigt hat, leisten hierzu")
    if s.listing == "table":
        w.add(_key(w))
        return False
    last = len(s.shares) - 1
    for index, share in enumerate(s.shares):
        run, _ = w.amount(share, "component", label=s.parties[index].printed)
        text: Text = (*w.party(index, "nominative"), Run(f" {_quota(w, share)} vom Hundert, mithin "), run)
        w.add(
            Paragraph(
                (*text, Run("." if index == last else ",")),
                "left",
                after=2,
                indent=36,
                hang=16,
                marker=plain(f"{index + 1}."),
            )
        )
    return False


def _quota(w: Writer, share: Decimal) -> str:
    return f"{share / w.scenario.total * 100:.5f}".replace(".", ",")


def _key(w: Writer) -> Table:
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Land", "Schlüssel (v. H.)", "Anteil (Euro)"))
    ]
    for index, share in enumerate(s.shares):
        name = s.parties[index].printed
        run, _ = w.amount(share, "component", label=name, row=len(rows), **entry)
        short = name.removeprefix("Land ")
        rows.append((plain(short), plain(_quota(w, share)), (run,)))
    run, _ = w.amount(s.total, "total", label="Jahresbedarf", bold=True, row=len(rows), **entry)
    rows.append((plain("Summe", True), plain("100,00000", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right")
    return Table(tuple(rows), (2.6, 1.5, 1.6), aligns, s.ruled, padding=2.5, together=True)


def _annex(w: Writer) -> None:
    w.add(
        NewPage() if w.rng.random() < 0.6 else Gap(20),
        Paragraph(plain("Anlage"), "right", after=2, with_next=True),
        Paragraph(plain("Anteile der Länder", True), "center", after=6, with_next=True),
        _key(w),
    )


def _sign(w: Writer) -> None:
    """A row for each Land: for whom, where and when at the left; pen, name and office at the right."""
    for number, signer in enumerate(w.scenario.signers):
        left, right = _row(w, enter(w, signer))
        w.add(SignatureColumns((left, right), before=10.0 if number else 20.0, gutter=22.0))


def _row(w: Writer, one: Signature) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    article, name = one.organisation("accusative")
    left = (
        SignLine((Run(f"Für {article} "), name)),
        SignLine((one.place, Run(", den "), one.date)),
    )
    woman = bool(one.signer.person and one.signer.person.woman)
    right: tuple[SignLine, ...] = (SignLine((), "none", pen=one.name is not None, height=34.0),)
    if one.name and one.function:
        title = (Run("Die " if woman else "Der "), one.function)
        lines = (SignLine(title), SignLine((one.name,)))
        right = (*lines, *right) if w.scenario.signing == "organ" else (*right, *lines[::-1])
    return left, right
