"""The words by which a sentence, or a label, says what the date in it is for.

Each pattern looks at what stands before the date, or behind it, or at all of its sentence; `date_roles.py`
asks them.
"""

from __future__ import annotations

import re

SOME = r"(?:[^\W\d_][\w.-]*\W+)"
"""A word between two others."""

# Prepositions.
BY = re.compile(
    rf"\b(?:bis|\w*spätestens|späteste[rns]?\s+\w+|letztm(?:als|alig)|nicht\s+später\s+als|längstens)\W+{SOME}{{0,3}}$"
    r"(?<!\bvom\s)|\bAblauf\s+de[sr]\W+$",
    re.IGNORECASE,
)
ON = re.compile(r"\b(?:am|zum|dem)\W*$", re.IGNORECASE)
AFTER = re.compile(r"\bnach\s+dem\W*$", re.IGNORECASE)
FROM = re.compile(
    rf"\b(?:ab|seit|von)\s+(?:de[mn]\s+|\w+tag,\s+dem\s+)?$"
    rf"|\b(?:in\s+Kraft|wirksam|Wirkung|rückwirkend|beginnt|beginnen|startet|\w*beginn)\W+{SOME}{{0,4}}$",
    re.IGNORECASE,
)
TO = re.compile(r"\b(?:zum|mit\s+Ablauf\s+des)\W+$", re.IGNORECASE)
BROUGHT_TO_END = re.compile(
    r"\b(?:aufgehoben|aufgelöst|beendet|beenden)\b|\b(?:heb|lös)(?:t|en)\b[^;]*\bauf\W*$"
)
# "Das Projekt entfällt mit Wirkung vom 3. Mai", "wird ab dem 3. Mai nicht mehr gefördert": nothing begins.
_WITH_EFFECT = r"\b(?:Wirkung\s+(?:vom|zum|ab)|ab)(?:\s+dem)?\W+$"
WITH_EFFECT = re.compile(_WITH_EFFECT)
CEASES_FROM = re.compile(
    r"\b(?:entf[aä]ll(?:t|en)|erlischt|erlöschen|(?:fällt|fallen)\s+weg|scheide[nt]\b[^,;:]*\baus)\b"
    rf"[^,;:]{{0,40}}{_WITH_EFFECT}"
)
CEASES = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,4}?(?:eingestellt|aufgegeben|gestrichen|herausgenommen"
    r"|nicht\s+(?:mehr|weiter|länger)\s+(?:[^\W\d_]+\s+){0,3}?\w*(?:gefördert|geführt|finanziert|betrieben))\b"
)
ONWARD = re.compile(r"\s+an\b(?!\s+(?:de[nrmi]|das|die|ein))")
# "Ausgaben, die bis zum 3. Mai angefallen sind"
INCURRED = re.compile(r"\s*(?:tatsächlich\s+)?(?:angefallen|anfallen|entstanden|entstehen|geleistet)\b")
# Verbs to which "an" belongs: "knüpft an die Strategie vom 3. Mai an".
AN = re.compile(
    r"\b(?:(?:knüpf|schließ|lehn|pass|gleich|erkenn|häng|wende|zeig|füg)(?:t|en|n)|nimmt|nehmen|gibt|geben)\b"
)
# "endet, ohne dass es einer Kündigung bedarf, am 3. Mai"; and behind a day, where a sentence may end so.
WITHOUT = re.compile(r",\s+ohne\b[^,;.]*,")
WITHOUT_BEHIND = re.compile(rf"{WITHOUT.pattern}?")
# "(bisher: 30. Juni 2025)", "statt am 30. Juni 2025": the day that another one takes the place of.
GIVES_WAY = re.compile(
    r"\b(?:bisher|bislang|vormals|(?:an)?statt|anstelle)\b\W*(?:(?:bis|am|zum|vom|ab|auf|de[rsmn]|bisher)\s+){0,3}$",
    re.IGNORECASE,
)
# "An die Stelle des genannten Termins, des 3. Mai, tritt der 4. Juni"; "An die Stelle des am 3. Mai
# beschlossenen Plans" is put something else.
IN_PLACE_OF = re.compile(r"\b[Aa]n\s+(?:die\s+)?Stelle\b[^;:]*\bdes\W*$")
TAKES_PLACE = re.compile(r"\s*,?\s*(?:tritt|treten|gilt|gelten)\b")
# "nicht bis zum 3. Mai, sondern bis zum 4. Juni", but "nicht nur zum 3. Mai, sondern auch …"; "wird das Datum
# 3. Mai durch das Datum 4. Juni ersetzt".
_NOT = r"\bnicht\b(?!\s+(?:nur|allein|bloß)\b)"
NOT_THEN = re.compile(rf"{_NOT}[^,;:]{{0,40}}\b(?:am|zum|mit|vom|ab|de[rsm])\W*$", re.IGNORECASE)
BUT_THEN = re.compile(r"[^,;:]{0,40},\s+sondern\b")
NOT_THEN_BUT = re.compile(rf"{_NOT}[^,;:]{{0,60}},\s+sondern\b(?=[^,;:]{{0,40}}$)")
# "konnte nicht wie geplant zum 3. Mai beginnen": it began on another day, if it did; but "ist nicht
# rückzahlbar und soll zum 3. Mai beginnen".
_OTHER_VERB = r"\b(?:und|aber|soll(?:en|te|ten)?|wird|werden|kann|können|muss|müssen)\b"
DID_NOT = re.compile(
    rf"\b(?:konnten?|wurden?|ha(?:t|ben)|ist|sind)\b[^;:]*{_NOT}(?:(?!{_OTHER_VERB})[^;:])*"
    r"\b(?:am|zum|ab(?:\s+dem)?)\W*$"
)
BEGUN = re.compile(
    r"\s*(?:(?:wie\s+)?(?:geplant|vorgesehen)\s+)?(?:beginnen|begonnen|(?:ge)?starte[nt]|anlaufen|angelaufen|stattfinden|stattgefunden)\b"
)
IN_ITS_PLACE = re.compile(r"\W*durch\s+(?:das\s+Datum|die\s+(?:Angabe|Wörter|Worte)|den\s+(?:Tag|Termin))\b")
OF = re.compile(r"\b(?:vom|v\.|Fassung|datiert\w*(?:\s+auf\s+den)?)\W*$", re.IGNORECASE)

# A duty: "ist vorzulegen", "muss vorliegen", "wird fällig", "reicht … ein".
TO_DO = re.compile(
    r"\b(?:zu\s+(?!beachten|entnehmen|finden|de[nr]\b|(?:ein|all|dies|ihr|sein|unser)\w*\b)[a-zäöüß]+e?n\b(?!\s+[A-ZÄÖÜ])"
    r"|(?!anzuwenden)[a-zäöüß]{2,}zu[a-zäöüß]{3,}n\b)|^\W*Zu\s+[a-zäöüß]+e?n\s+(?:ist|sind)\b|^\W*[A-ZÄÖÜ][a-zäöüß]+zu[a-zäöüß]{3,}n\b"
)
HANDED = re.compile(
    r"\b(?:(?:ein|vor|ab|mit|bei|nach|hoch)?ge(?:reicht|legt|rechnet|geben|teilt|bracht|wiesen|zeigt|meldet|rufen"
    r"|sandt|schickt|führt|stellt|laden)|eingehen|eingegangen|vorliegen|übersandt|übermittelt|berichtet|zugeleitet)\b"
)
ASKED = re.compile(r"\b(?:angemeldet|angezeigt|beantragt)\b")
HANDS = re.compile(
    r"\b(?:reich|leg|geh|lieg|rechne|weis|gib|geb|teil|zeig|ruf|führ|leite|stell)(?:t|en|n)\b"
    r"[^;:]*\b(?:ein|vor|ab|zu|nach|mit|fertig)\b\W*$"
)
DELIVERS = re.compile(
    r"\b(?:berichte[tn]|übermittel[tn]|übersende[tn]|erstatte[tn]|melde[tn]|erhält|erhalten|bekomm(?:t|en)|folg(?:t|en)(?!\s+aus\b)|erwartet|leg(?:t|en)"
    r"|rechne[tn]|weis(?:t|en))\b"
)
MUST = re.compile(r"\b(?:muss|müssen|sollt?e?n?|bitten?|[Ff]ällig\w*)\b")
FRIST = re.compile(r"\b(?:Frist|\w+(?<!be)frist)\b")
# What is to be done by a day, as a noun: "Frist für den Nachweis: …", "Verwendungsnachweis: …".
DUE = re.compile(
    r"\b(?:\w*(?<!be)frist|\w*termin|(?<!zum )\w*stichtag"
    r"|letzte[rs]?\s+(?:Tag|\w*(?:an|ab)forderung|\w*abruf)|\w{3,}(?:(?<!b)e|s)schluss"
    rf"|Abgabe(?!n?(?:ordnung|gesetz|pflicht|satzung))|Vorlage(?!n\w)|Einreichung|fällig(?:keit)?)\w*\W+{SOME}{{0,7}}$"
    r"|\w(?:nachweis|bericht|rechnung|abruf|meldung)\w{0,2}(?:\s+\([^)]+\))?"
    # … and to whom: "Verwendungsnachweis bei der Bewilligungsstelle", "Sachbericht an: Landratsamt Muster".
    r"(?:\s+(?:beim?|an):?\s+(?:(?:de[mnr]|die|das)\s+)?\w{4,}(?:\s+(?-i:[A-ZÄÖÜ])[\w-]+)?)?\s*:?\s*$",
    re.IGNORECASE,
)
# "Bericht (Stichtag 1.3.2022) bis 1.4.2022": how things stand on the one is told on the other.
COUNTED_ON = re.compile(r"\(\s*(?:zum\s+)?(?:Stichtag|Stand)\W*$")
TOLD_ON = re.compile(
    r"\s*\)\s*(?:ist\s+|sind\s+|wird\s+)?(?:bis|zum|am|spätestens)\b[^,;.]{0,30}?(?:\d|\bTag\b)"
)
# Where somebody signs, whatever the name of the place begins with: "Vorlagenrod, den 3. Mai 2023"; but
# "Vorlage des Nachweises, den 8. März 2023".
PLACE_AND_DAY = re.compile(
    r"\W*(?i:(?!\w*(?:frist|termin|stichtag|nachweis|bericht|abgabe|vorlage|einreichung|abruf|ende|beginn)\b))"
    r"[A-ZÄÖÜ][\w-]+(?:[ .](?!bis\b)[\w.()-]+){0,4},\s+den\s*"
)
# Who meets whom, in a calendar: "Vor-Ort-Termin bei einem Träger", "M3 Gesprächstermin".
OCCASION = re.compile(
    r"(?:^|\|)\W*(?:[A-Z]{0,2}\d{1,2}\W+)?(?:[a-zäöüß]+e[rs]?\s+)?"
    r"(?:(?:vor[ -])?ort(?:s|[ -])?termin|\w*(?:besuchs|besprechungs|gesprächs)termin)s?"
    r"(?:\s+(?:beim?|mit|im|in|auf|zur?|vo[nmr]|de[rs])\s[^|:]*)?\W*$",
    re.IGNORECASE,
)
# What was decided, in a calendar: "Bedarfsplanung beschlossen".
DECIDED = re.compile(r"(?:^|\|)\W*(?:[\w-]+\s+){1,4}(?:beschlossen|verabschiedet|gebilligt)\s*:?\s*$")
BEFORE_DAY = re.compile(r"\bvor\s+dem\W*$", re.IGNORECASE)
# The first of several days: "jeweils zum Quartalsende, erstmals zum 30. Juni".
FIRST = re.compile(r"\berstmal(?:s|ig)\s+(?:zum|am)\W*$")
# What happens unless something is done before: "Wird bis zum 3. Mai nichts verlangt, …", "Falls bis zum …".
CONDITION = re.compile(
    r"(?:^\W*(?:Wird|Werden|Wurden?|Erfolgt|Erfolgen|Liegt|Liegen|Geht|Gehen|Kommt|Kommen|Ist|Sind|Hat|Haben|Sollten?)"
    r"|\b(?:[Ww]enn|[Ss]ofern|[Ff]alls|[Ss]oweit))\b[^,;:]*$"
)
# "Laufzeitende", but "der abschließende Nachweis", "Studierende".
_END = (
    r"(?:\w*(?:jahre?s|monats|quartals|semester|zeit|raums|projekt|maßnahmen?|förder(?:ungs)?|programm|vertrags"
    r"|ausbildungs|kurs))?ende"
)
# What lasts.
LASTS = re.compile(
    r"\b(?:gilt|gelten|gültig|Geltung\w*|Gültigkeit\w*|läuft|laufen|\w*laufzeit\w*|befriste\w+|\w*verlänger\w+|Bestand"
    r"|besteh(?:t|en)|\w*dauer|dauer[nt]|währ(?:t|en)|\w*zeitraum\w*|fortgeführt|fortgesetzt|erstreck(?:t|en)"
    rf"|reich(?:t|en)|endet|enden|{_END}|gefördert|zur\s+Verfügung|bleib(?:t|en)|außer\s+Kraft)\b",
    re.IGNORECASE,
)
# Years of books and of schools begin and end without any agreement: "das erste Geschäftsjahr endet am"; a
# short one, "Rumpfgeschäftsjahr", has the end that the agreement gives it.
YEAR_OF_BOOKS = re.compile(
    r"\b(?:das|jedes|ein|dieses)\s+(?:[a-zäöüß]+\s+)?"
    r"(?!rumpf)\w*(?:geschäfts|wirtschafts|rechnungs|haushalts|schul|kindergarten)jahr\b(?:(?!\brumpf)[^,;])*\b(?:beginnt|endet|läuft)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
# "unterhält seit dem 3. Mai eine Stelle": how long there has been what the sentence speaks of.
SINCE = re.compile(r"\bseit\s+(?:de[mn]\s+)?$", re.IGNORECASE)
IN_EFFECT = re.compile(
    r"\b(?:gilt|gelten|läuft|laufen|gefördert|fördert|Laufzeit|Geltung\w*|gültig|in\s+Kraft|wirksam|befristet"
    r"|besteht|bereit|zur\s+Verfügung)\b"
)
# What somebody decides, or speaks about: "Über eine Verlängerung verständigen sich …".
ABOUT = re.compile(
    r"\b[Üü]ber\s+(?:\w+\s+){0,3}?\w*(?:[Vv]erlänger|[Ff]ortsetz|[Ff]ortführ|[Ll]aufzeit|[Dd]auer\b)\w*"
)
LASTS_FROM = re.compile(
    r"\b(?:(?:gilt|gelten|läuft|laufen|Wirkung)|\w*(?:zeit|zeitraum|dauer)"
    r"(?:\s+(?:ist|reicht|geht|läuft|umfasst|dauert|erstreckt\s+sich)(?:\s+die\s+Zeit)?)?)\s*:?\s+vom\W*$",
    re.IGNORECASE,
)
# A label right before the day, whatever heads its column: "Projektstart: 1.1.2024".
_SPAN = r"\b(?:Projekt|Maßnahmen?|Laufzeit|Förder(?:ung)?|Vorhabens?|Programm)"
STARTS_LABEL = re.compile(rf"{_SPAN}(?:start|beginn|anfang)\s*:?\s*$")
ENDS_LABEL = re.compile(rf"{_SPAN}ende\s*:?\s*$")
# "Antrag abgeben:" what a calendar tells to do; but "Antrag abgegeben:", "Konzept vorhanden:".
TO_DO_LABEL = re.compile(
    r"(?:^|\|)\W*(?:[^\W\d_][\w-]*\s+){1,6}?(?!vorhanden)"
    r"(?:(?:ab|an|auf|aus|ein|vor|nach|zurück|mit|weiter)(?!ge(?!ben\b|hen\b))[a-zäöü]{3,}"
    r"|(?:stell|meld|send|zahl|prüf|beantrag|erstatt|übersend|übermittel|liefer|führ|bericht)e?)n\s*:\s*$"
)
ENDS_ON = re.compile(
    rf"\b(?:endet|enden|erlischt|erlöschen|schließt|{_END}|außer\s+Kraft)\W+{SOME}{{0,4}}$", re.IGNORECASE
)
TAKES_EFFECT = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?(?:in\s+Kraft|wirksam)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\s*(?!und\b|sowie\b)(?:[^\W\d_]+\s+){0,3}?(?:außer\s+Kraft|endet(?!\s+die\s+\w*[Ff]rist)|nicht\s+mehr"
    r"|(?:ihre|seine)\s+(?:Gültigkeit|Geltung|Wirkung)\b)"
)
RUNS, OUT = re.compile(r"\b(?:läuft|laufen)\b"), re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?aus\b")
# "Die Projekte hören am 3. Mai auf".
STOPS, STOPPING = re.compile(r"\b(?:hört|hören)\b"), re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?auf\W*$")
# "stellen die Träger bei einer Fachtagung am 3. Mai vor": when people meet.
MEETING = re.compile(
    r"\b(?:bei|auf|in|während)\s+(?:(?:eine[rm]|de[rmn]|ihre[rm]|unsere[rm])\s+)?(?:[a-zäöüß]+(?:en|er|m)\s+)?"
    r"\w*(?:veranstaltung|tagung|konferenz|messe|treffen|(?<!\w)fest|fachtag|forum)\s+am\W*$",
    re.IGNORECASE,
)
# What is to be done all the time, "muss offenstehen", "ist vorzuhalten", lasts.
STAYS = re.compile(
    r"\b(?:offen|vor|bereit|aufrecht|instand|frei)(?:zu|ge)?(?:halten|steh(?:en|t))\b|\bzugänglich\b(?!\s+(?:zu\s+|ge)?mach)|\bgeöffnet\b"
    r"|\b(?:genutzt|betrieben|(?:zu\s+)?(?:nutzen|betreiben))\b"
    # "Zweckbindung", "Belegungsbindung", but "Verbindung", "Anbindung".
    r"|\b(?!\w*(?:[Vv]er|[Aa]n|[Ee]in)bindung)\w*[Bb]indung\b"
)
# When a payment is made.
PAID = re.compile(
    r"\b(?:zahlbar|(?:[Aa]us|[Aa]n)?[Gg]ezahlt|zahl(?:t|en)|[Üü]berw(?:iesen|eist|eisen)|angewiesen"
    r"|\w*(?:[Rr]aten?|[Aa]bschl[aä]ge?|[Aa]uszahlung(?:en)?|[Zz]ahlung(?:en)?))\b"
)
BEGINS = re.compile(
    r"\b(?:beginn(?:en|t)|starte[nt]|aufgenommen|an(?:ge)?laufen|errichte[nt]|gründe[nt]|gegründet|bilde[nt]|gebildet"
    r"|eröffne[nt]|eingerichtet|Anfang|übernehmen|übernimmt|übertragen)\b"
)

# The past.
PARTICIPLE = r"(?:\w*ge|be|er|ver|ent|über|unter)[a-zäöüß]{2,}(?:t|en)"
PERFECT = re.compile(r"\b(?:wurden?|hat|haben|hatten?|war|waren)\b")
# "am 3. Mai wurde … beschlossen", "das am 3. Mai vorgelegt wurde", "… beschlossen worden ist"
PERFECT_BEHIND = re.compile(
    r"\s*(?:(?:[^;:,.]|(?<=\d)\.(?=\d))*?\b[a-zäöüß]+(?:t|en)\s+)?(?:wurden?|worden|hat|haben|hatten?|war|waren)\b"
)
DONE = re.compile(rf"[^;:]*?\b{PARTICIPLE}\b(?!\s+(?:werden|sein|haben)\b)")
# "Mit Wirkung vom 1. Mai ist … ausgeschieden", "wurde … übertragen": it happened then.
HAPPENED = re.compile(
    r"\s*(?:(?:ist|sind)\b[^;:.]*\b(?:\w*ge(?:worden|treten|gangen|schieden|wechselt|laufen)|entstanden|hervorgegangen)\b"
    r"|(?:wurden?|ha(?:t|ben))\b(?![^;:.]*\b(?:vereinbart|verlängert|\w*geschlossen)\b)"
    rf"[^;:.]*\b{PARTICIPLE}\b)"
)
LAST_AUXILIARY = re.compile(r"\b(?:ist|sind|wurden?|hat|haben)\b(?!.*\b(?:ist|sind|wurden?|hat|haben)\b)")
# How things stood on a day.
AS_OF = re.compile(r"\bzum\s+\w*stichtag\W*$", re.IGNORECASE)
# A label: "Bedarf angemeldet am".
DONE_ON = re.compile(rf"\W*(?:[^\W\d_]+\s+){{0,3}}{PARTICIPLE}\s+am\W*$")
# What there has been since that day refers to no paper of it.
CAME_INTO_BEING = re.compile(
    r"[^;:]*?\b(?:eröffnet|gegründet|eingeweiht|geboren|ins\s+Leben\s+gerufen|in\s+Betrieb\s+(?:genommen|gegangen))\b"
)
PRETERITE = re.compile(
    r"\b(?:war|fand|ging|lag|kam|trat|trafe?|tagte|beschloss|beriet|erließ|hielt|stimmte|billigte|genehmigte"
    r"|verabschiedete|einigte|erteilte|bewilligte|beantragte|reichte|legte|übersandte|informierte|meldete|berichtete"
    r"|bestätigte|erklärte)(?:e?n)?\b"
)
APPOSITION = re.compile(
    rf"[,(]\s*(?:\w+\s+){{0,4}}?{PARTICIPLE}\s+(?:am|zum)\W*$|\b[Zz]uletzt\s+\w+\s*(?:am|:)\W*$"
)
PAPER = re.compile(
    r"(?:antrag|beschluss|bescheid|schreiben|erlass|sitzung|gespräch|besprechung|anhörung|konferenz|angebot)\w*"
    rf"\W+(?:(?!ist\b|sind\b|wird\b|findet\b){SOME}){{0,3}}(?:am|vom|v\.)\W*$",
    re.IGNORECASE,
)
# The meeting that the paper itself tells of: "Niederschrift über die Besprechung am 3. Mai".
MINUTES = re.compile(
    rf"^\W*(?:\w*niederschrift|\w*protokoll|\w*vermerk|niedergelegt|aufgezeichnet)\s+{SOME}{{0,3}}"
    r"\b\w*(?:verhandlung|besprechung|sitzung|gespräch|unterredung|beratung|treffen|termin)(?:e?s|en|e)?"
    rf"\W+{SOME}{{0,3}}(?:am|vom|v\.)\W*$",
    re.IGNORECASE,
)
STATE_OF = re.compile(
    r"(?:[(,]|\b(?:mit|nach\s+dem|zum|im))\s*(?:Stand|Fassung):?\s+(?:vom\s+)?$|\bStand\s+de[rs]\s+(?:[a-zäöüß]+\s+)?\w+\W*$"
)
# "Arbeitsmarktstrategie: Stand", the field of a form; not the state of this paper: "Vordruck, Stand".
STATE_OF_FIELD = re.compile(
    r"^\W*(?!(?:Letzter|Aktueller|Neuester|\w*(?:[Vv]ordruck|[Ff]ormular|[Dd]okument|[Ff]assung|[Vv]ersion|[Vv]ereinbarung"
    r"|[Vv]ertrag|[Dd]ruck|[Dd]atei|[Ee]ntwurf|[Mm]uster|[Bb]earbeitung))\b)[A-ZÄÖÜ][\w-]{3,}(?:\s[\w-]+){0,3}[,:]?\s+"
    r"Stand:?\s+(?:vom\s+)?$"
)

# "Nach dem Stand vom 3. Mai sind 12 Plätze belegt": a day on which was counted.
COUNT_OF_DAY = re.compile(r"\bStand\s+(?:vom\s+)?$")
COUNTED = re.compile(r"(?:\s+[a-zäöü]+){0,4}\s+\d")
# "die am 3. Mai beschlossene Strategie"
THE_ON = re.compile(r"\b[Dd](?:ie|er|as|en|em|es)\s+(?:(?:vo[mn]|durch)\s+(?:\w+\s+){1,3}|\w+\s+)?am\W*$")
ATTRIBUTE = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?\w*{PARTICIPLE}e[mnrs]?\s+(?:\w+\s+)?[A-ZÄÖÜ]")

# "Abschlagszahlungen erfolgen frühestens ab dem 3. Mai": money is paid then, and nothing begins.
PAYMENTS_FROM = re.compile(
    r"\b(?:\w*[Zz]ahlung(?:en)?|\w*[Rr]aten?|\w*[Aa]bschl[aä]ge?)\s+(?:erfolg\w+|wird|werden|beginn\w+)\b[^;:]*$"
)

# The paper itself: when it was printed or sent, when it came in.
_PAPER = (
    r"(?:\w*datum(?:\s+de[rs]\s+\w+)?|Stand|\w*druck|\w*gedruckt|erstellt|Entwurf|Version|\w*fassung|\w*eingang(?:s\w+)?"
    r"|\w*eingegangen)"
)
# What is done with the paper itself. Behind a colon a version may be that of a rule: "Es gilt der Text der
# Richtlinie: Fassung vom".
_PRINTED_OR_RECEIVED = r"(?:\w*druck|\w*gedruckt|erstellt|\w*eingang(?:s\w+)?|\w*eingegangen)"
OF_THE_PAPER = re.compile(
    rf"(?:\b{_PAPER}\s*:|(?:^\W*{_PAPER}|:\W*{_PRINTED_OR_RECEIVED}|\b{_PRINTED_OR_RECEIVED}\s*:\W*{_PAPER})(?:\s+[A-Z]+)?)\W*(?:am\W*|vom\W*)?$|\b(?:Text|Druck|Entwurfs|Arbeits)fassung\s+vom\s+$|\b\w*eingang(?:\s+[A-Z]+)?\s+$|\bEINGEGANGEN\s+$",
    re.IGNORECASE,
)
# "wird mit der Bekanntmachung wirksam, nicht jedoch vor dem 3. Mai": the earliest first day.
EFFECT_NOT_BEFORE = re.compile(
    r"\b(?:wirksam|in\s+Kraft|beginn(?:t|en))\W+(?:(?:jedoch|aber|allerdings)\s+)?"
    r"(?:nicht\s+(?:(?:jedoch|aber|allerdings)\s+)?vor(?:\s+dem)?|frühestens\s+(?:(?:jedoch|aber)\s+)?(?:am|zum|ab(?:\s+dem)?))\W*$"
)
NOT_BEFORE = re.compile(r"\bnicht\s+(?:schon\s+)?vor(?:\s+dem)?\W*$", re.IGNORECASE)
# The day to which notice may be given is nothing that ends, or is due, for certain.
NOTICE = re.compile(
    r"kündig|\bkündbar|\b(?:austreten|auszutreten|Austritt(?!e)|ausscheiden|Rücktritt)", re.IGNORECASE
)
# "Bis zum 3. Mai kann jede Seite erklären, dass sie eine Verlängerung ablehnt": so, too.
DECLINES = re.compile(
    r"\bVerlängerung\b[^.;]{0,40}\b(?:ablehn|widersp[rcohei]+ch|verweiger)\w*|\b(?:abgelehnt|widersprochen)\b[^.;]{0,20}\bVerlängerung",
)
# "Sie gilt bis zum 3. Mai, sofern niemand der Verlängerung widerspricht"
RUNS = re.compile(r"\b(?:gilt|gelten|läuft|laufen|endet|enden|besteht|bestehen|reicht|dauert|befristet)\b")
NOTICE_DAY = re.compile(r"(?<!\bbis\s)\bzum\W*$|\b(?:frühestens|erstmals)\s+(?:am|mit)\W*$", re.IGNORECASE)
_ENDING = r"(?:wirksam|in\s+Kraft|beginnt|endet|gilt)"
SIGNED = re.compile(
    rf"\b(?:unterzeichnet|unterschrieben|gezeichnet|Unterschrift)\b(?:(?!\b{_ENDING}\b)[^.;]){{0,60}}\b(?:am|den)\W*$"
    # How a deed begins or ends: "Verhandelt zu Fulda am …", "Geschehen zu Berlin, den …".
    r"|^\W*(?:So\s+)?(?:Verhandelt|Geschehen|Beurkundet|Ausgefertigt)\s+(?:zu|in)\s[^.;]{0,60}\b(?:am|den)\W*$"
)
