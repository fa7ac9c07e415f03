"""What texts by lawyers share: clauses with counted paragraphs, laws with their days, other sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Block, Paragraph, Run, Text, plain
from samples.scenario import Party
from samples.signing import Signature, enter
from samples.writer import Writer, long_date

LAWS: dict[str, tuple[str, date, str, tuple[tuple[date, str], ...]]] = {
    "kgg": (
        "des Gesetzes über kommunale Gemeinschaftsarbeit (KGG)",
        date(1969, 12, 16),
        "GVBl. I S. 307",
        ((date(2015, 12, 20), "GVBl. S. 618"), (date(2019, 12, 11), "GVBl. S. 416")),
    ),
    "hgo": (
        "der Hessischen Gemeindeordnung (HGO)",
        date(2005, 3, 7),
        "GVBl. I S. 142",
        ((date(2015, 12, 20), "GVBl. S. 618"), (date(2023, 2, 16), "GVBl. S. 83")),
    ),
    "hgo93": ("der Hessischen Gemeindeordnung", date(1993, 4, 1), "GVBl. 1992 I S. 534", ()),
    "ustg": (
        "des Umsatzsteuergesetzes (UStG)",
        date(2005, 2, 21),
        "BGBl. I S. 386",
        ((date(2015, 11, 2), "BGBl. I S. 1834"),),
    ),
    "lho": ("der Landeshaushaltsordnung", date(1999, 3, 15), "GVBl. I S. 248", ()),
    "bho": ("der Bundeshaushaltsordnung (BHO)", date(1969, 8, 19), "BGBl. I S. 1284", ()),
    "vwvfg": (
        "des Verwaltungsverfahrensgesetzes (VwVfG)",
        date(2003, 1, 23),
        "BGBl. I S. 102",
        ((date(2013, 7, 25), "BGBl. I S. 2749"),),
    ),
    "gmbhg": (
        "des Gesetzes betreffend die Gesellschaften mit beschränkter Haftung",
        date(1892, 4, 20),
        "RGBl. S. 477",
        ((date(1998, 6, 22), "BGBl. I S. 1474"), (date(2008, 10, 23), "BGBl. I S. 2026")),
    ),
    "ihkg": (
        "des Gesetzes zur vorläufigen Regelung des Rechts der Industrie- und Handelskammern",
        date(1956, 12, 18),
        "BGBl. I S. 920",
        (),
    ),
    "hwo": ("der Handwerksordnung", date(1998, 9, 24), "BGBl. I S. 3074", ()),
    "bbig": ("des Berufsbildungsgesetzes", date(2005, 3, 23), "BGBl. I S. 931", ()),
}
"""By key: the name in the genitive, its day and page, and days and pages of what changed it."""


def organ_of(party: Party) -> tuple[str, str]:
    """Article in the accusative and name of the body that acts for a party."""
    first, name = party.official.split()[0], party.official
    if name.endswith(("GmbH", "gGmbH")):
        return "die", "Geschäftsführung"
    if party.key is None and first in ("Stadt", "Gemeinde"):
        return "den", "Magistrat" if first == "Stadt" else "Gemeindevorstand"
    if party.key is None:
        return "den", "Vorstand"
    return "den", "Kreisausschuss" if party.gender == "m" else "Magistrat"


def acting(w: Writer, index: int) -> Text:
    """ ", vertreten durch …" with the body that acts, entered as the representative."""
    article, body = organ_of(w.scenario.parties[index])
    w.gold["parties"][index]["representative"] = body
    return (Run(f", vertreten durch {article} "), Run(body, f"parties[{index}].representative"))


def law(w: Writer, key: str, short: bool = False) -> Text:
    """A law with its day and page and, unless `short`, the last change before the agreement."""
    name, day, page, changes = LAWS[key]
    text: Text = (Run(f"{name} vom "), w.date(day, "reference"), Run(f" ({page})"))
    known = [change for change in changes if change[0].year < w.scenario.year]
    if not known or short:
        return text
    changed, where = known[-1]
    lead = w.rng.choice(
        (", zuletzt geändert durch Gesetz vom ", ", zuletzt geändert durch Artikel 2 des Gesetzes vom ")
    )
    return (*text, Run(lead), w.date(changed, "reference"), Run(f" ({where})"))


def decision(w: Writer, day: date, numeric: bool = False) -> Run:
    """The day on which a council decided something."""
    return w.date(day, "reference", f"{day:%d.%m.%Y}" if numeric else long_date(day))


def aside(w: Writer, *values: int | str, style: str | None = None) -> Run:
    """A sum that is none of the agreement's: a threshold, a rate, a fee."""
    value = Decimal(w.rng.choice(values)).quantize(Decimal("0.01"))
    cents = value != value.to_integral_value()
    return w.amount(value, "other", style=style or ("euro_cents" if cents else "euro"))[0]


def sides(w: Writer) -> tuple[Text | None, list[list[Signature]]]:
    """All signatures, entered, by party; and the line of place and day where one holds for them all."""
    s = w.scenario
    same = len({(one.place, one.date_text) for one in s.signers}) == 1
    line: Text | None = None
    found: list[list[Signature]] = []
    for index, signer in enumerate(s.signers):
        follows = bool(found) and found[-1][0].signer.party == signer.party
        first = 0 if same and index else index - len(found[-1]) if follows else None
        one = enter(w, signer, first)
        if follows:
            w.shared[f"{one.path}.organisation"] = f"{found[-1][0].path}.organisation"
            found[-1].append(one)
            continue
        found.append([one])
        if same and not index:
            line = (one.place, Run(w.rng.choice((", den ", ", "))), one.date)
    return line, found


@dataclass
class Clauses:
    """Headings in one way; the paragraphs below are counted, but one alone has no number."""

    w: Writer
    sign: str = "§ {}"
    after_sign: str = "  "
    align: Align = "left"
    own_line: bool = False
    count: str | None = "({})"
    indent: float = 26.0
    after: float = 5.0
    waiting: list[Text | Block] = field(default_factory=list)

    def open(self, title: str) -> None:
        self.close()
        before, behind = self.sign.split("{}")
        number = (Run(before, bold=True), self.w.next_section(), Run(behind, bold=True))
        heading = self.w.heading(title)
        if self.own_line:
            self.w.add(
                Paragraph(number, self.align, before=13, after=0, with_next=True),
                Paragraph((heading,), self.align, after=5, with_next=True),
            )
            return
        text = (*number, Run(self.after_sign, bold=True), heading)
        self.w.add(Paragraph(text, self.align, before=13, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, *parts: Text | Block) -> None:
        self.waiting.extend(parts)

    def item(self, text: Text, marker: str = "–", deep: float = 20.0) -> None:
        indent = (self.indent if self.count else 0.0) + deep
        self.put(Paragraph(text, "left", after=2.5, indent=indent, hang=deep - 2, marker=plain(marker)))

    def close(self) -> None:
        several = sum(isinstance(one, tuple) for one in self.waiting) > 1 and self.count is not None
        number = 0
        for index, one in enumerate(self.waiting):
            if not isinstance(one, tuple):
                self.w.add(one)
                continue
            number += 1
            leads = index + 1 < len(self.waiting) and not isinstance(self.waiting[index + 1], tuple)
            marker = plain((self.count or "").format(number)) if several else ()
            indent = self.indent if several else 0.0
            self.w.add(
                Paragraph(one, after=self.after, indent=indent, hang=indent, marker=marker, with_next=leads)
            )
        self.waiting = []
