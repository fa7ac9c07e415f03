"""How lines end that end a sentence."""

from __future__ import annotations

import re

# "Er nimmt das Angebot an." ends with a part of its verb.
PARTICLE_END = r"\s(?:an|ab|auf|aus|bei|ein|mit|vor|zu|um)\.$"
PERIOD = re.compile(rf"[^\W\d_]{{4,}}\.$|{PARTICLE_END}")
SENTENCE_END = re.compile(
    rf"{PARTICLE_END}|(?:(?:[^\W\d_]{{4,}}|\d)\)?[.;:]|\s(?:[a-zäöüß]{{3,}}|[a-zäöüß]+\s[a-zäöüß]{{2}})"
    r"\s[a-zäöüß]{2,3}\.)$"
)
