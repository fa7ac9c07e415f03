"""The stock of names, places and words that invented blocks are put together from."""

from __future__ import annotations

import random
from dataclasses import dataclass

LAENDER = (
    "Hessen", "Bayern", "Baden-Württemberg", "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz",
    "Saarland", "Sachsen", "Sachsen-Anhalt", "Thüringen", "Brandenburg", "Berlin", "Bremen", "Hamburg",
    "Mecklenburg-Vorpommern", "Schleswig-Holstein",
)  # fmt: skip
OF_THE_LAND = (
    "Hessisches", "Bayerisches", "Niedersächsisches", "Sächsisches", "Thüringer", "Saarländisches",
    "Brandenburgisches", "Rheinland-pfälzisches",
)  # fmt: skip
PORTFOLIOS = (
    "Arbeit", "Soziales", "Gesundheit", "Familie", "Jugend", "Integration", "Justiz", "Inneres", "Sport",
    "Finanzen", "Wirtschaft", "Verkehr", "Energie", "Umwelt", "Klimaschutz", "Landwirtschaft", "Kultus",
    "Wissenschaft", "Kunst", "Bildung", "Digitalisierung", "Wohnen", "Heimat", "Europaangelegenheiten",
    "Verbraucherschutz", "Gleichstellung", "Senioren", "Pflege", "Frauen", "Forschung", "Kultur", "Medien",
)  # fmt: skip
RIVERS = (
    "Lahn", "Eder", "Nidda", "Kinzig", "Fulda", "Werra", "Schwalm", "Aar", "Dill", "Rhein", "Main", "Neckar",
    "Leine", "Weser", "Saale", "Ilm", "Unstrut", "Spree", "Elbe", "Oder", "Ems", "Hunte", "Aller", "Mosel",
    "Saar", "Nahe", "Sieg", "Ruhr", "Lippe", "Enz", "Jagst", "Kocher", "Donau", "Isar", "Inn", "Altmühl",
)  # fmt: skip
HILLS = (
    "Taunus", "Vogelsberg", "Odenwald", "Spessart", "Rhön", "Knüll", "Meißner", "Westerwald", "Hunsrück",
    "Eifel", "Harz", "Solling", "Deister", "Erzgebirge", "Fläming", "Alb", "Kaiserstuhl", "Eichsfeld",
)  # fmt: skip
RANKS = (
    ("Landrat", "Landrätin"), ("Kreisbeigeordneter", "Kreisbeigeordnete"),
    ("Erster Kreisbeigeordneter", "Erste Kreisbeigeordnete"),
    ("Hauptamtlicher Kreisbeigeordneter", "Hauptamtliche Kreisbeigeordnete"),
    ("Oberbürgermeister", "Oberbürgermeisterin"), ("Bürgermeister", "Bürgermeisterin"),
    ("Erster Stadtrat", "Erste Stadträtin"), ("Stadtrat", "Stadträtin"), ("Stadtkämmerer", "Stadtkämmerin"),
    ("Sozialdezernent", "Sozialdezernentin"), ("Beigeordneter", "Beigeordnete"),
    ("Staatsminister", "Staatsministerin"), ("Minister", "Ministerin"),
    ("Staatssekretär", "Staatssekretärin"), ("Ministerpräsident", "Ministerpräsidentin"),
    ("Senator", "Senatorin"), ("Regierungspräsident", "Regierungspräsidentin"),
    ("Ministerialdirigent", "Ministerialdirigentin"), ("Ministerialrat", "Ministerialrätin"),
    ("Abteilungsleiter", "Abteilungsleiterin"), ("Referatsleiter", "Referatsleiterin"),
    ("Fachbereichsleiter", "Fachbereichsleiterin"), ("Amtsleiter", "Amtsleiterin"),
    ("Geschäftsführer", "Geschäftsführerin"), ("Vorstandsvorsitzender", "Vorstandsvorsitzende"),
    ("Vorstand", "Vorstand"), ("Prokurist", "Prokuristin"), ("Direktor", "Direktorin"),
    ("Präsident", "Präsidentin"), ("Vorsitzender", "Vorsitzende"), ("Amtsdirektor", "Amtsdirektorin"),
    ("Kreisdirektor", "Kreisdirektorin"), ("Stadtverordnetenvorsteher", "Stadtverordnetenvorsteherin"),
    ("Bevollmächtigter", "Bevollmächtigte"), ("Kanzler", "Kanzlerin"), ("Rektor", "Rektorin"),
    ("Verbandsvorsteher", "Verbandsvorsteherin"), ("Ortsvorsteher", "Ortsvorsteherin"),
    ("Betriebsleiter", "Betriebsleiterin"), ("Werkleiter", "Werkleiterin"),
)  # fmt: skip
FOREIGN_RANKS = (
    "Maire", "Conseillère départementale", "Préfet", "Burgemeester", "Wethouder", "Starosta", "Wojewoda",
    "Marszałek Województwa", "Hejtman", "Primátorka", "Sindaco", "Assessora", "Alcaldesa", "Presidente",
    "Landeshauptmann", "Landesrätin", "Regierungsrat", "Landammann", "Borgmester", "Belediye Başkanı",
    "Gradonačelnik", "Managing Director", "Chief Executive Officer", "Chairwoman", "General Manager",
)  # fmt: skip
AUTHORITIES = (
    "Regierungspräsidium", "Bezirksregierung", "Agentur für Arbeit", "Jobcenter", "Versorgungsamt",
    "Landgericht", "Handwerkskammer", "Kreishandwerkerschaft", "Staatliches Schulamt",
    "Industrie- und Handelskammer",
)  # fmt: skip
COMPANY_WORDS = (
    "Bildung", "Arbeit", "Werkstatt", "Jugendhilfe", "Beschäftigung", "Qualifizierung", "Wohnbau",
    "Stadtwerke", "Verkehrsbetriebe", "Wirtschaftsförderung", "Abfallwirtschaft", "Energieversorgung",
    "Regionalverbund", "Gesundheitsdienste", "Kliniken", "Datenverarbeitung", "Beteiligungen",
)  # fmt: skip
COMPANY_FORMS = ("GmbH", "gGmbH", "AG", "e. V.", "e.V.", "eG", "KG", "GmbH & Co. KG", "AöR", "mbH")


@dataclass(frozen=True, slots=True)
class Stock:
    """Given names, family names and places, of which one text takes one each."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    places: tuple[str, ...]

    def parted(self, share: float, seed: int) -> tuple[Stock, Stock]:
        """Two stocks that have no word in common; the second gets `share` of each kind."""
        rng = random.Random(seed)
        kept, held = [], []
        for words in (self.given, self.family, self.places):
            shuffled = rng.sample(words, len(words))
            cut = max(1, round(len(shuffled) * share))
            held.append(tuple(sorted(shuffled[:cut])))
            kept.append(tuple(sorted(shuffled[cut:])))
        return Stock(*kept), Stock(*held)
