"""The agreements that lie in agreements/, each there for a reason (see README.md).

`python -m samples.catalogue` makes them again. They use only typefaces that come with reportlab.
"""

from __future__ import annotations

from pathlib import Path

from samples.make import Order, make
from samples.scanner import CLEAN, OFFICE, Condition
from samples.scenario import Wishes

FOLDER = Path(__file__).parent / "agreements"

FLATBED = Condition("flatbed", dpi=200, mode="bilevel", skew=0.7, noise=6.0)
SIDEWAYS = Condition("sideways", dpi=200, mode="bilevel", skew=0.6, noise=6.0, turns=(90, 0, 270))
COPY = Condition("copy", dpi=150, mode="colour", quality=55, skew=0.5, noise=2.0, specks=20)

ORDERS = (
    Order(
        "wetterau_2024",
        11,
        Wishes(
            "paragraf",
            "Wetteraukreis",
            2024,
            "one_line",
            "two_columns",
            recipient_signers=1,
            figures="euro",
            land=False,
        ),
        family="helvetica",
    ),
    Order(
        "fulda_2023_massnahmen",
        12,
        Wishes(
            "artikel", "Landkreis Fulda", 2023, "by_measure", "two_columns", recipient_signers=1, ruled="grid"
        ),
        family="times",
    ),
    Order(
        "kassel_stadt_2019_jahre",
        13,
        Wishes("ziffer", "Stadt Kassel", 2019, "by_year", "stacked", recipient_signers=1, ruled="none"),
        family="helvetica-narrow",
    ),
    Order(
        "vogelsberg_2025_aenderung",
        14,
        Wishes("paragraf", "Vogelsbergkreis", 2025, "amendment", "two_columns", recipient_signers=1),
        family="times",
    ),
    Order(
        "lahn_dill_2022_summe",
        15,
        Wishes(
            "paragraf",
            "Lahn-Dill-Kreis",
            2022,
            "by_project",
            "two_columns",
            recipient_signers=1,
            ruled="rows",
        ),
        fault="wrong_sum",
        family="vera",
    ),
    Order(
        "odenwald_2021_ohne_datum",
        16,
        Wishes("artikel", "Odenwaldkreis", 2021, "running_text", "two_columns", recipient_signers=1),
        fault="missing_date",
        condition=OFFICE,
        family="times",
    ),
    Order(
        "main_taunus_2018_zwei_budgets",
        17,
        Wishes("paragraf", "Main-Taunus-Kreis", 2018, "two_programmes", "three_columns", recipient_signers=2),
        condition=CLEAN,
        family="helvetica",
    ),
    Order(
        "frankfurt_2026_drei",
        18,
        Wishes(
            "artikel",
            "Stadt Frankfurt am Main",
            2026,
            "in_words",
            "three_columns",
            recipients=2,
            recipient_signers=1,
        ),
        condition=CLEAN,
        suffix=".tif",
        family="vera",
    ),
    Order(
        "bergstrasse_2020_kurz",
        19,
        Wishes(
            "ziffer", "Kreis Bergstraße", 2020, "in_words", "two_columns", recipient_signers=1, figures="dash"
        ),
        condition=FLATBED,
        suffix=".png",
        family="helvetica",
    ),
    Order(
        "kassel_landkreis_2017_quer",
        20,
        Wishes(
            "paragraf",
            "Landkreis Kassel",
            2017,
            "by_measure",
            "stacked",
            recipient_signers=1,
            ruled="grid",
            land=False,
        ),
        condition=SIDEWAYS,
        family="times",
    ),
    Order(
        "marburg_2016_stempel",
        45,
        Wishes(
            "roemisch",
            "Landkreis Marburg-Biedenkopf",
            2016,
            "one_line",
            "two_columns",
            recipient_signers=2,
            land=True,
        ),
        condition=COPY,
        family="times",
        handled=True,
    ),
    Order(
        "giessen_2014_alte_ocr",
        22,
        Wishes("brief", "Landkreis Gießen", 2014, "in_words", "two_columns", recipient_signers=1),
        fault="figures_against_words",
        condition=FLATBED,
        family="helvetica",
        old_ocr=True,
    ),
    Order(
        "werra_meissner_2023_letzte_seite",
        23,
        Wishes(
            "paragraf",
            "Werra-Meißner-Kreis",
            2023,
            "by_year",
            "two_columns",
            recipient_signers=1,
            signing="captions",
            listing="list",
            asides=2,
        ),
        condition=OFFICE,
        family="helvetica",
        scanned_end=True,
    ),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for order in ORDERS:
        make(order).write(FOLDER)


if __name__ == "__main__":
    main()
