"""Projects in sentences around the names of their Maßnahmenarten: called so, quoted, or as the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.language.language import FINITE_VERB
from extract.language.passage import Passage
from extract.projects.entries import may_be, one_project
from extract.projects.enumerations import COUNTS, counted_parts, enumerated
from extract.projects.measure_anchors import Anchor, entry_at
from extract.projects.names import QUOTED
from extract.projects.sentences import DONE, OPENING, PARTICLE, named_in_sentences
from extract.projects.strips import MARKER, Strip
from models.agreement import Project

# Names in quotation marks, and what is told of one in a bracket behind it: "„Lernhaus“ (Volkshochschule)".
_QUOTED = r"[„»«\"][^“”»«\"]+[“”»«\"]"
_TOLD_OF = rf"{_QUOTED}(?:\s\([^()„»\"]*\))?"
# "„Lernhaus“ d „Werkstatt“": what a scan has of an "und", and no preposition.
_TORN_AND = r"(?:[a-zäöüß]?nd|u[a-zäöüß]?d|un|d)"
# "die Projekte „Lernhaus“, „Werkstatt“ und „Neustart“", "die Fortbildungsreihe „Lernhaus“"
CALLED = re.compile(
    rf"\b(?:Projekte?n?|Vorhaben|Angebote?n?"
    rf"|[A-ZÄÖÜ]\w*(?:projekt|vorhaben|angebot|reihe|kurs|lehrgang|seminar|training|werkstatt)[esn]{{0,2}})\s+(?P<names>{_TOLD_OF}(?:(?:\s*[,;]\s*|\s+)(?:(?:und|sowie)\s+)?{_TOLD_OF}"
    rf"|\s*{_TORN_AND}\s*{_TOLD_OF})*)"
)
# "das Projekt Lernhaus …", up to what no name has: a stop, a day, a count, a verb.
IN_WORDS = re.compile(
    r"\b(?:das|dem|(?P<several>die|den|der))\s+(?:Projekte?n?|Vorhaben|Angebote?n?)\s+(?=[A-ZÄÖÜ])"
)
END_OF_NAMES = re.compile(
    rf";|(?<!\b\w)\.(?=\s+[A-ZÄÖÜ(]|\s*$)|,\s(?=(?:d(?:er|ie|as)|ein|an|neu|sowie)\s)|(?:,|\s(?:und|sowie))\s\(?\d{{1,2}}[.)]"
    rf"|\s(?:zu[mr]?|ab|vo[mn]|bis|seit|mit|für|im|in)\s(?:\d|\w+\s(?:Plätzen|Teilnehm)|Höhe|Umfang|Jahr)|\s{FINITE_VERB.pattern}|$"
)
VERB_END = re.compile(rf"(?:\s+(?:{DONE}|{PARTICLE}|neu|werden|worden))*\s*$")
# What stands before a name in quotation marks that is no more than its quotation.
NAMED_NEXT = re.compile(
    r"(?:^|[,;:(]|\b(?:und|sowie|oder|mit|durch|das|die|den|dem|der|Projekte?n?|Vorhaben|Angebote?n?"
    r"|neu|erstmals|erneut|wieder|weiterhin|zusätzlich|zudem|ferner|außerdem|auch|künftig|nur|allein"
    rf"|{FINITE_VERB.pattern})|(?<=[“”»«\"])\s*{_TORN_AND})\s*$"
)
# A name in quotation marks that no article leads to: "Lernhaus, Vorhaben „Werkstatt“ und Neustart".
BARE_CALL = re.compile(
    r"(?<!\b(?:das|dem|den|der|des|die|vom|zum)\s)(?<!\bim\s)(?<!\bbeim\s)"
    rf"\b(?P<called>(?:Projekt|Vorhaben|Angebot)\s{_QUOTED})"
)
NAMED_ON = re.compile(
    r"\s*(?:,\s|(?:und|sowie)\s)(?!d(?:er|ie|as|en|em)\s|(?:Projekte?n?|Vorhaben|Angebote?n?)\s[„»\"])[A-ZÄÖÜ]"
)
# "Das Projekt Lernhaus gehört zur …", "„Lernhaus“ und „Werkstatt“ zählen zur …": names before their title.
BELONGS = r"(?:gehör|zähl|fall|fäll|entfall|entfäll)[a-z]*"
SUBJECT = re.compile(
    rf"(?:\b[Dd](?:as|ie)\s+(?:Projekte?|Vorhaben|Angebote?)\s+(?P<called>\S.*?)\s+(?:{BELONGS}|(?:wird|werd|ist|sind|dien|lauf|läuf)[a-z]*)"
    rf"|(?P<names>[A-ZÄÖÜ„»\"].*?)\s+{BELONGS})\b(?:\s+[a-zäöüß]+){{0,4}}\s*$"
)
# Where a sentence begins that may do so with a quotation.
SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-ZÄÖÜ„»\"])")


def projects_as_subject(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "Das Projekt Lernhaus gehört zur Ausbildungsvorbereitung": in a sentence that ends with the name."""
    anchor = anchors[index]
    begin = anchors[index - 1].behind if index else entry_at(strip, anchor.lead)[0]
    stops = list(SENTENCE.finditer(strip.passage.text, begin, anchor.lead))
    said = SUBJECT.search(strip.passage.text, stops[-1].end() if stops else begin, anchor.lead)
    if said is None or OPENING.match(said.group()):
        return []
    group = "called" if said["called"] else "names"
    names = strip.passage.part(said.start(group), said.end(group))
    return [project for project in enumerated(names) if may_be(project)]


def projects_called(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "Im Projekt „Lernhaus“ werden …": names in quotation marks that are said to be those of projects."""
    anchor, text = anchors[index], strip.passage.text
    first = CALLED.search(text)
    if first is None or first.start() < anchors[0].lead:
        return []
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    if _among_others(strip.passage.part(anchor.behind, stop)):
        return []
    called = [
        strip.passage.part(one.start("name"), one.end("name"))
        for names in CALLED.finditer(text, anchor.behind, stop)
        for one in QUOTED.finditer(text, names.start("names"), names.end("names"))
    ]
    if len(called) < len(QUOTED.findall(text, anchor.behind, stop)):
        return []
    return [project for name in called for project in one_project(name)]


def _among_others(passage: Passage) -> bool:
    """Do names without quotation marks stand beside those that have some?"""
    called = list(BARE_CALL.finditer(passage.text))
    counted = COUNTS.search(passage.text) is not None
    return any(counted or NAMED_ON.match(passage.text, one.end()) for one in called)


def projects_in_words(strip: Strip, anchors: Sequence[Anchor], index: int) -> list[Project]:
    """ "… wird das Projekt Lernhaus fortgesetzt": in a sentence, by what calls it a project."""
    anchor, text = anchors[index], strip.passage.text
    stop = anchors[index + 1].lead if index + 1 < len(anchors) else len(text)
    if any(anchor.behind <= start < stop and MARKER.match(text, start) for start in strip.starts):
        return []  # a list
    projects: list[Project] = []
    for called in IN_WORDS.finditer(text, anchor.behind, stop):
        said = END_OF_NAMES.split(text[called.end() : stop], maxsplit=1)[0]
        names = strip.passage.part(called.end(), called.end() + len(VERB_END.sub("", said)))
        projects += enumerated(names) if called["several"] else one_project(names)
    return [one for one in projects if may_be(one)]


def told_in(passage: Passage) -> list[Project]:
    """The names in the sentences behind a Maßnahmenart; where all are quoted, no verb has to tell them."""
    if all_quoted(passage):
        return []
    told = [project for names in named_in_sentences(passage) for project in enumerated(names)]
    return [project for project in told if may_be(project)]


def all_quoted(passage: Passage) -> list[Passage]:
    """The quoted names of a sentence, if each stands where the name of a project does and none other."""
    quoted = list(QUOTED.finditer(passage.text))
    others = counted_parts(passage) or (quoted and NAMED_ON.match(passage.text, quoted[-1].end()))
    if others or not all(NAMED_NEXT.search(passage.text, 0, one.start()) for one in quoted):
        return []
    called = {match.end(): match.start("called") for match in BARE_CALL.finditer(passage.text)}
    if not all(one.end() in called for one in quoted):
        called = {}  # "Vorhaben „Lernhaus“ und „Werkstatt“": both are
    return [
        passage.part(called[one.end()], one.end())
        if one.end() in called
        else passage.part(one.start("name"), one.end("name"))
        for one in quoted
    ]
