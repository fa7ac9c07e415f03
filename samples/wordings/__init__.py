"""Families of wordings. Each turns a scenario into blocks, in its own words, order and numbering.

All sentences are our own. A family of the test split shares no sentence with the others.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from samples.blocks import Sheet
from samples.scenario import Scenario
from samples.wordings import (
    abschnitt,
    ahorn,
    amtlich,
    anemone,
    apfel,
    artikel,
    aster,
    begonie,
    birke,
    birne,
    brief,
    buche,
    dahlie,
    dezimal,
    distel,
    eibe,
    erle,
    formular,
    fuchsie,
    ginster,
    iris,
    kasten,
    kirsche,
    laerche,
    linde,
    lupine,
    malve,
    mohn,
    nelke,
    paragraf,
    pflaume,
    quitte,
    roemisch,
    rubrik,
    salbei,
    schreiben,
    staatsvertrag,
    tanne,
    tulpe,
    ulme,
    urkunde,
    urschrift,
    veilchen,
    vertrag,
    verwaltung,
    weide,
    ziffer,
)
from samples.writer import Writer

Wording = Callable[[Scenario, random.Random], tuple[Writer, Sheet]]

FAMILIES: dict[str, Wording] = {
    "paragraf": paragraf.draft,
    "ziffer": ziffer.draft,
    "artikel": artikel.draft,
    "roemisch": roemisch.draft,
    "brief": brief.draft,
    "abschnitt": abschnitt.draft,
    "rubrik": rubrik.draft,
    "schreiben": schreiben.draft,
    "urkunde": urkunde.draft,
    "dezimal": dezimal.draft,
    "formular": formular.draft,
    "vertrag": vertrag.draft,
    "amtlich": amtlich.draft,
    "kasten": kasten.draft,
    "urschrift": urschrift.draft,
    "ahorn": ahorn.draft,
    "birke": birke.draft,
    "buche": buche.draft,
    "erle": erle.draft,
    "laerche": laerche.draft,
    "linde": linde.draft,
    "tanne": tanne.draft,
    "ulme": ulme.draft,
    "weide": weide.draft,
    "anemone": anemone.draft,
    "begonie": begonie.draft,
    "dahlie": dahlie.draft,
    "fuchsie": fuchsie.draft,
    "apfel": apfel.draft,
    "birne": birne.draft,
    "kirsche": kirsche.draft,
    "pflaume": pflaume.draft,
    "mohn": mohn.draft,
    "nelke": nelke.draft,
    "tulpe": tulpe.draft,
    "veilchen": veilchen.draft,
    "aster": aster.draft,
    "malve": malve.draft,
    "salbei": salbei.draft,
    "lupine": lupine.draft,
}

OTHERS: dict[str, Wording] = {
    "staatsvertrag": staatsvertrag.draft,
    "verwaltung": verwaltung.draft,
    "eibe": eibe.draft,
    "iris": iris.draft,
    "quitte": quitte.draft,
    "distel": distel.draft,
    "ginster": ginster.draft,
}
"""Agreements that are no Zielvereinbarung at all."""

DEV_TEMPLATES = (
    "paragraf",
    "ziffer",
    "artikel",
    "roemisch",
    "brief",
    "abschnitt",
    "rubrik",
    "schreiben",
    "urkunde",
    "dezimal",
    "formular",
    "vertrag",
    "amtlich",
    "kasten",
    "urschrift",
    "erle",
    "linde",
    "weide",
    "ahorn",
    "birke",
    "buche",
    "laerche",
    "tanne",
    "ulme",
    "begonie",
    "anemone",
    "dahlie",
    "fuchsie",
    "birne",
    "pflaume",
    "apfel",
    "kirsche",
    "tulpe",
    "veilchen",
    "mohn",
    "nelke",
)
TEST_TEMPLATES: tuple[str, ...] = ("aster", "malve", "salbei", "lupine")
"""Never used for anything that is tuned: only the test split is written in them. Their names say nothing."""

DEV_OTHERS = ("staatsvertrag", "verwaltung", "eibe", "iris", "distel", "quitte")
TEST_OTHERS: tuple[str, ...] = ("ginster",)
