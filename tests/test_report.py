"""`report.html`: safe to open, readable by everybody, and the same twice."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

import pictures
from models.agreement import Agreement, Party
from models.finding import Finding
from models.snippet import Snippet
from models.values import Spot
from output.report import INLINE_BYTES, REPORT, write_report
from output.report_findings import PICTURES, SHOWN, Evidence, RuleText
from pipeline import finished_run
from tests.browser import Browser, find_chromium, open_browser
from tests.output_records import agreement, amount, read, rich_agreement
from tests.runs import SAMPLES, SamplesRun

HOSTILE = "</style><script>alert('x')</script><img src=x onerror=alert(1)>\"'&"
RULES = (
    RuleText("SUM001", "Die Posten ergeben nicht die Summe.", "Ausgezahlt wird nach dem einen."),
    RuleText("ARC001", "Es gibt zwei.", "Eine davon gilt.", between=True),
    RuleText("SIG008", "Zwei haben dasselbe Amt.", "Einer hat es nicht.", between=True),
)


def snippet(shade: int = 255, size: tuple[int, int] = (40, 20)) -> Snippet:
    file = io.BytesIO()
    Image.new("L", size, shade).save(file, "png")
    return Snippet(page=3, png=file.getvalue(), width=size[0], height=size[1])


def found(rule: str = "SUM001", cost: int = 0, **fields: object) -> Finding:
    known = {
        "rule": rule,
        "severity": "error",
        "message": "Die 3 Posten ergeben nicht den angegebenen Betrag.",
        "difference": f"{cost},00 €",
        "money": Decimal(cost),
        "spots": (Spot(page=3, bbox=(1, 2, 3, 4)),),
    }
    return Finding.model_validate(known | fields)


def report(
    folder: Path, records: list[Agreement], evidence: Evidence | None = None, whole: tuple[Finding, ...] = ()
) -> str:
    folder.mkdir(exist_ok=True)
    write_report(records, whole, evidence or Evidence(rules=RULES), folder, "../archive", "archive")
    return (folder / REPORT).read_text(encoding="utf-8")


class Tags(HTMLParser):
    """What a browser would see of a page: its tags with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_nothing_a_document_says_becomes_part_of_the_page(tmp_path: Path) -> None:
    party = Party(role="recipient", name=read(HOSTILE), registry_key=None)
    finding = found(message=HOSTILE, expected=HOSTILE, found=HOSTILE, difference=HOSTILE)
    hostile = agreement(parties=(party,), findings=(finding,), budget_year=read(2024))
    broken = agreement(2, status="failed", reason=HOSTILE)
    page = report(tmp_path / "a", [hostile, broken], whole=(finding,))
    seen = Tags(page)
    assert not [tag for tag, _ in seen.tags if tag in ("script", "iframe", "object", "form", "link")]
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert seen.text.count(HOSTILE) >= 6


def test_the_policy_allows_nothing_but_the_pages_own_style_and_pictures(tmp_path: Path) -> None:
    page = report(tmp_path / "a", [rich_agreement()])
    seen = Tags(page)
    (policy,) = [one["content"] for tag, one in seen.tags if one.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in policy
    # the policy would not let them work
    assert not [tag for tag, attributes in seen.tags if "style" in attributes]
    loaded = [one for _, one in seen.tags if "src" in one or "srcset" in one]
    assert all(one["src"].startswith("data:image/png;base64,") for one in loaded)
    assert "url(" not in style
    assert "@import" not in style


def test_the_costliest_finding_comes_first_with_its_evidence_and_the_way_to_its_page(tmp_path: Path) -> None:
    record = agreement(findings=(found(cost=5), found(cost=900)))
    picture = snippet()
    evidence = Evidence({("zv-1.pdf", 1): (picture,)}, RULES)
    page = report(tmp_path / "a", [record], evidence, whole=(found("ARC003", severity="info", spots=()),))
    page_of_findings = page[page.index("Befunde nach Dokument</h2>") :]
    places = [page_of_findings.index(one) for one in ("900,00 €", ">5,00 €", "ARC003")]
    assert places == sorted(places)
    seen = Tags(page)
    (image,) = [one for tag, one in seen.tags if tag == "img"]
    assert base64.b64decode(image["src"].partition(",")[2]) == picture.png
    assert (image["loading"], image["decoding"], image["width"]) == ("lazy", "async", "40")
    assert "Seite 3" in image["alt"]
    links = [one["href"] for tag, one in seen.tags if tag == "a"]
    assert links.count("../archive/zv-1.pdf#page=3") == 2
    assert RULES[0].why in seen.text


def test_a_name_with_odd_letters_is_linked_to_its_file(tmp_path: Path) -> None:
    seen = Tags(report(tmp_path / "a", [rich_agreement().model_copy(update={"findings": (found(),)})]))
    links = [one["href"] for tag, one in seen.tags if tag == "a"]
    assert "../archive/2018/Vereinbarung%20Nr.%207%20%232%20%28Entwurf%20100%25%29.pdf#page=3" in links


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    evidence = Evidence({("zv-1.pdf", 0): (snippet(),)}, RULES)
    records = [agreement(findings=(found(),)), rich_agreement()]
    assert report(tmp_path / "a", records, evidence) == report(tmp_path / "b", records, evidence)


def test_what_is_filed_twice_counts_once(tmp_path: Path) -> None:
    def of(number: int, value: str) -> Agreement:
        party = Party(role="recipient", name=read("Landkreis Kassel"), registry_key="06633000")
        total = amount(value, role="total")
        return agreement(number, parties=(party,), budget_year=read(2024), amounts=(total,))

    text = Tags(report(tmp_path / "a", [of(1, "1000000.00"), of(2, "1000000.00"), of(3, "500.00")])).text
    assert "1.000.500,00\u00a0€" in text
    assert "2024: 1,00 Mio. €" in text


def test_the_cover_shows_what_is_missing_and_what_did_not_exist(tmp_path: Path) -> None:
    party = Party(role="recipient", name=read("Landkreis Kassel"), registry_key="06633000")
    records = [agreement(year, parties=(party,), budget_year=read(year)) for year in (2025, 2026)]
    page = report(tmp_path / "a", records)
    cells = dict(re.findall(r'<tr><th scope="row">([^<]+)</th><td class="(ok|review|missing|absent)">', page))
    assert cells["Landkreis Kassel"] == "ok"
    assert cells["Landkreis Fulda"] == "missing"
    assert cells["Stadt Hanau"] == "absent"
    assert len(cells) == 27


def test_many_pictures_lie_in_a_folder_beside_the_page(tmp_path: Path) -> None:
    noise = Snippet(page=3, png=bytes(INLINE_BYTES), width=1, height=1)
    record = agreement(findings=(found(), found(cost=1)))
    page = report(tmp_path / "a", [record], Evidence({("zv-1.pdf", 0): (noise,), ("zv-1.pdf", 1): (noise,)}))
    assert f'src="{PICTURES}/0001.png"' in page
    assert sorted(path.name for path in (tmp_path / "a" / PICTURES).iterdir()) == ["0001.png", "0002.png"]
    assert len(page) < 100_000


def test_findings_stand_with_their_document_the_worst_first(tmp_path: Path) -> None:
    mild = agreement(1, findings=(found(cost=5), found(cost=900)))
    grave = agreement(2, findings=(found(cost=1), found(cost=1000)))
    page = report(tmp_path / "a", [mild, grave, agreement(3)])
    order = [page.index(f">{one},00 €") for one in (1000, 1, 900, 5)]
    assert order == sorted(order)
    assert page.index(">zv-2.pdf<") < order[0] < order[1] < page.index(">zv-1.pdf<") < order[2]
    assert "zv-3.pdf" not in page


def test_a_rule_leads_to_its_findings(tmp_path: Path) -> None:
    seen = Tags(report(tmp_path / "a", [agreement(findings=(found(cost=5), found(cost=900)))]))
    places = {one["id"] for _, one in seen.tags if "id" in one}
    links = [one["href"][1:] for tag, one in seen.tags if tag == "a" and one["href"].startswith("#")]
    assert {"f1", "f2", "SUM001"} <= set(links) <= places


@pytest.mark.parametrize("rule", ["ARC001", "SIG008"])
def test_a_finding_between_documents_counts_once(rule: str, tmp_path: Path) -> None:
    between = found(rule, found="5 €")
    elsewhere = between.model_copy(update={"spots": ()})
    without_a_place = found("SIG003", spots=())
    page = report(
        tmp_path / "a",
        [
            agreement(1, findings=(elsewhere, without_a_place)),
            agreement(2, findings=(between, without_a_place)),
        ],
    )
    assert page.count("<article") == 4
    assert "<dt>Fehler</dt><dd>3</dd>" in page


def test_more_findings_than_anybody_reads_are_counted_not_shown(tmp_path: Path) -> None:
    record = agreement(findings=tuple(found(cost=cost) for cost in range(SHOWN + 7)))
    page = report(tmp_path / "a", [record])
    assert page.count("<article") == SHOWN
    assert "7 weitere stehen in agreements.xlsx" in page
    assert ">7,00 €" in page
    assert ">6,00 €" not in page


@pytest.mark.parametrize("year", [0, 20244, 99999])
def test_a_misread_year_has_a_line_but_no_place_on_a_scale(year: int, tmp_path: Path) -> None:
    party = Party(role="recipient", name=read("Landkreis Kassel"), registry_key="06633000")

    def of(number: int, in_year: int) -> Agreement:
        total = amount("1000000.00", role="total")
        return agreement(number, parties=(party,), budget_year=read(in_year), amounts=(total,))

    page = report(tmp_path / "a", [of(1, year), of(2, 2024), of(3, 2026)])
    assert page.count("<rect") == 2
    assert '<th scope="col">2026</th>' in page
    assert f'<th scope="col">{year}</th>' not in page


def test_an_archive_without_findings_says_so(tmp_path: Path) -> None:
    assert "Es gibt keine Befunde." in report(tmp_path / "a", [agreement()])
    assert "Es gibt keine Befunde." in report(tmp_path / "b", [])


def test_the_samples_have_a_picture_for_every_finding_with_a_place(samples_run: SamplesRun) -> None:
    records = finished_run(samples_run.out).records
    evidence = pictures.evidence_of(records, SAMPLES, finished_run(samples_run.out).settings)
    placed = {
        (record.document.path, index)
        for record in records
        for index, finding in enumerate(record.findings)
        if finding.spots
    }
    assert placed
    assert set(evidence.pictures) == placed
    for snippets in evidence.pictures.values():
        for one in snippets:
            with Image.open(io.BytesIO(one.png)) as image:
                assert image.size == (one.width, one.height)
                # the frame around the value
                assert (178, 34, 34) in {
                    colour for _, colour in image.convert("RGB").getcolors(1 << 24) or ()
                }


def test_a_file_that_is_gone_or_another_one_now_has_no_picture(
    samples_run: SamplesRun, tmp_path: Path
) -> None:
    run = finished_run(samples_run.out)
    record = next(one for one in run.records if one.findings and one.document.path.endswith(".pdf"))
    evidence = pictures.evidence_of([record], tmp_path, run.settings)
    assert not evidence.pictures
    assert {"ARC001", "SIG007", "SIG008"} <= {rule.code for rule in evidence.rules if rule.between}
    (tmp_path / record.document.path).write_bytes((SAMPLES / record.document.path).read_bytes() + b"\n")
    assert not pictures.evidence_of([record], tmp_path, run.settings).pictures


CHROMIUM = find_chromium()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with open_browser(CHROMIUM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def sample_report(samples_run: SamplesRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = finished_run(samples_run.out)
    folder = tmp_path_factory.mktemp("report")
    broken = agreement(2, status="failed", reason="Die Datei ist leer.")
    evidence = pictures.evidence_of(run.records, SAMPLES, run.settings)
    whole = (found("ARC003", severity="warning", spots=()),)
    write_report([*run.records, broken], whole, evidence, folder, SAMPLES.as_posix(), "samples")
    return folder / REPORT


def test_the_page_opens_without_a_word_on_the_console_and_asks_nothing_of_the_network(
    browser: Browser, sample_report: Path
) -> None:
    browser.console.clear()
    browser.requests.clear()
    browser.open(sample_report)
    shown = "[...document.images].map(image => (image.loading = 'eager', image.decode()))"
    count = browser.evaluate(f"Promise.all({shown}).then(images => images.length)")
    assert count > 10
    assert browser.console == []
    assert {url.partition(":")[0] for url in browser.requests} <= {"file", "data"}
    # the style is let in by the policy
    assert browser.evaluate("getComputedStyle(document.querySelector('.sheet')).maxWidth") == "992px"


def test_pictures_beside_the_page_are_shown(browser: Browser, tmp_path: Path) -> None:
    heavy = snippet(size=(400, 200)).model_copy(update={"png": snippet().png + bytes(INLINE_BYTES)})
    report(tmp_path / "a", [agreement(findings=(found(),))], Evidence({("zv-1.pdf", 0): (heavy,)}, RULES))
    browser.console.clear()
    browser.open(tmp_path / "a" / REPORT)
    assert browser.evaluate("document.images[0].decode().then(() => document.images[0].naturalWidth)") == 40
    assert browser.console == []


@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core is not installed")
def test_axe_finds_nothing_to_complain_of(browser: Browser, sample_report: Path) -> None:
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    browser.open(sample_report)
    browser.evaluate(f"{axe}; 0")
    broken = browser.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map("
        "one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' | ')))"
    )
    assert broken == []
