"""What the entity model is trained on: invented blocks whose names are marked, and damage that keeps them."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

from training.augment import augmented, damaged
from training.blocks import held_out, invented, templates
from training.card import table
from training.corpus import CorpusMissing, read_texts, write_texts
from training.measure import measured
from training.noise import CONFUSED, in_capitals, noised, wrapped
from training.slim import slim
from training.stock import Stock
from training.text import LABELS, LOC, ORG, PER, Span, Text, borders, joined, of_doc, to_doc
from training.train import prepare, train
from training.writer import Writer

STOCK = Stock(
    given=("Frieda", "Uwe", "Zoé", "Łukasz", "Aylin", "Heinz-Otto", "Ngoc"),
    family=("Muster", "Beispiel", "Çelik", "Probe-Groß", "van Vorlage", "Übungsmann", "Li"),
    places=("Musterstadt", "Probeheim am See", "Bad Beispiel", "Groß-Vorlage"),
)
BLOCKS = 400


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("de")


@pytest.fixture(scope="module")
def blocks() -> list[Text]:
    return [*invented(STOCK, BLOCKS, 7), *held_out(STOCK, BLOCKS, 7)]


def test_every_marked_name_begins_and_ends_with_a_token(blocks: list[Text], nlp: Language) -> None:
    off = [text for text in blocks if to_doc(text, nlp) is None]
    # A company before a full stop, or a place before a comma without a blank, may run into it.
    assert len(off) <= len(blocks) // 100


def test_a_marked_person_is_put_together_from_the_stock_without_a_degree(blocks: list[Text]) -> None:
    persons = [name for text in blocks for name, label in text.entities() if label == PER]
    assert len(persons) > BLOCKS
    known = {part.casefold() for word in (*STOCK.given, *STOCK.family) for part in word.split()}
    for person in persons:
        assert any(part in person.casefold() for part in known)
        assert not any(degree in person for degree in ("Dr.", "Prof.", "Dipl"))


def test_blocks_come_with_and_without_names(blocks: list[Text]) -> None:
    named = sum(any(span.label == PER for span in text.spans) for text in blocks)
    assert 0.5 < named / len(blocks) < 0.9


def test_all_slots_of_the_templates_can_be_written() -> None:
    forms = templates()
    lines = [form for one in forms.signature for line in one.lines for form in line]
    writer = Writer(STOCK, random.Random(1))
    for form in (*forms.titles, *forms.others, *forms.held_out, *lines):
        assert "{" not in writer.fill(form.replace("{scrawl}", "")).text


def test_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        Writer(STOCK, random.Random(1)).fill("{nobody}")


def test_held_out_forms_are_not_trained_on() -> None:
    forms = templates()
    assert not set(forms.held_out) & {*forms.titles, *forms.others}


def test_a_parted_stock_shares_no_word() -> None:
    kept, held = STOCK.parted(0.3, 5)
    for ours, theirs, both in zip(
        (kept.given, kept.family, kept.places),
        (held.given, held.family, held.places),
        (STOCK.given, STOCK.family, STOCK.places),
        strict=True,
    ):
        assert ours
        assert theirs
        assert sorted((*ours, *theirs)) == sorted(both)


def test_the_same_seed_writes_the_same_blocks_and_another_one_others() -> None:
    assert list(invented(STOCK, 50, 1)) == list(invented(STOCK, 50, 1))
    assert list(invented(STOCK, 50, 1)) != list(invented(STOCK, 50, 2))


@st.composite
def marked_texts(draw: st.DrawFn) -> Text:
    """Lines of words, some of which are marked."""
    words = st.text("abcßüöäIl1mrn.ŁéSO0fi-", min_size=1, max_size=8)
    text = ""
    spans = []
    for word in draw(st.lists(words, min_size=1, max_size=12)):
        text += draw(st.sampled_from([" ", "\n", "  "])) if text else ""
        if draw(st.booleans()):
            spans.append(Span(len(text), len(text) + len(word), draw(st.sampled_from(LABELS))))
        text += word
    return Text(text, tuple(spans))


@given(marked_texts(), st.integers(0, 10_000))
def test_damage_keeps_every_mark_on_what_became_of_its_word(text: Text, seed: int) -> None:
    after = noised(text, random.Random(seed))
    assert [span.label for span in after.spans] == [span.label for span in text.spans]
    assert all(0 <= one.start < one.end <= len(after.text) for one in after.spans)
    assert all(one.end <= two.start for one, two in zip(after.spans, after.spans[1:], strict=False))
    for span in after.spans:
        assert after.text[span.start : span.end].strip()


@given(marked_texts(), st.integers(0, 10_000))
def test_wrapping_moves_no_character(text: Text, seed: int) -> None:
    after = wrapped(text, random.Random(seed))
    assert after.text.replace("\n", " ") == text.text.replace("\n", " ")
    assert after.spans == text.spans


@given(st.lists(marked_texts(), min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n"]))
def test_joining_keeps_the_entities_in_their_order(texts: list[Text], seam: str) -> None:
    assert joined(texts, seam).entities() == tuple(one for text in texts for one in text.entities())


def test_capitals_keep_the_name_marked_though_a_letter_becomes_two() -> None:
    text = in_capitals(Text("Frau Groß, Uwe Strauß", (Span(5, 9, PER), Span(11, 21, PER))))
    assert text.entities() == (("GROSS", PER), ("UWE STRAUSS", PER))


def test_a_lost_space_never_glues_a_name_to_what_stands_beside_it() -> None:
    text = Text("a Uwe Muster b c d e f g", (Span(2, 12, PER),))
    seen = set()
    for seed in range(3000):
        after = noised(text, random.Random(seed))
        (name,) = after.spans
        if name.start:
            assert not after.text[name.start - 1].isalnum()
        assert after.text[name.end : name.end + 1] != "b"
        seen.add(after.text)
    assert any(" " not in text.strip("abcdefg ") for text in seen)


def test_umlauts_are_confused_as_tesseract_confuses_them() -> None:
    assert {"u", "ii"} <= set(CONFUSED["ü"])
    assert "B" in CONFUSED["ß"]
    assert {"l", "I"} <= set(CONFUSED["1"])
    texts = [Text("Jürgen Großmann")] * 400
    read = {one.text for one in damaged(texts, 3)}
    assert {"Jurgen", "Jiirgen"} <= {word for text in read for word in text.split()}
    assert any("GroB" in text for text in read)


def test_nearly_half_of_the_texts_have_a_damaged_copy_and_every_text_stays_clean_once() -> None:
    texts = list(invented(STOCK, 600, 3))
    after = list(augmented(texts, 4))
    entities = sum(len(text.spans) for text in texts)
    assert sum(len(text.spans) for text in after) / entities == pytest.approx(1.45, abs=0.12)
    lines = [" ".join(text.text.split()) for text in after]
    assert all(any(" ".join(text.text.split()) in line for line in lines) for text in texts)


def test_texts_survive_their_file(tmp_path: Path, nlp: Language) -> None:
    texts = [text for text in invented(STOCK, 50, 9) if to_doc(text, nlp) is not None]
    path = tmp_path / "texts.spacy"
    assert write_texts(texts, path, nlp) == (len(texts), 0)
    assert read_texts(path, nlp) == texts


def test_a_text_whose_mark_ends_within_a_token_is_left_out_and_counted(tmp_path: Path, nlp: Language) -> None:
    texts = [Text("Uwe Musterlandrat", (Span(0, 10, PER),)), Text("Uwe Muster", (Span(0, 10, PER),))]
    assert write_texts(texts, tmp_path / "texts.spacy", nlp) == (1, 1)


def test_a_missing_corpus_is_named(tmp_path: Path, nlp: Language) -> None:
    with pytest.raises(CorpusMissing, match=r"train\.spacy"):
        read_texts(tmp_path / "train.spacy", nlp)


def test_overlapping_marks_are_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="overlap"):
        to_doc(Text("Uwe Muster", (Span(0, 10, PER), Span(4, 10, PER))), nlp)


def test_borders_are_where_marks_begin_and_end() -> None:
    assert borders(Text("Uwe Muster", (Span(0, 3, PER), Span(4, 10, PER)))) == {0, 3, 4, 10}


def test_measuring_counts_only_what_fits_exactly() -> None:
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": PER, "pattern": "Uwe"}, {"label": LOC, "pattern": "Musterstadt"}])  # type: ignore[attr-defined]
    texts = [
        Text("Uwe in Musterstadt", (Span(0, 3, PER), Span(7, 18, LOC))),
        Text("Uwe Muster", (Span(0, 10, PER),)),
        Text("der Uwe", ()),
    ]
    result = measured("own", texts, nlp)
    person = result.scores[PER]
    assert (person.tp, person.fp, person.fn) == (1, 2, 1)
    assert result.scores[LOC].fscore == 1
    assert (result.without_person, result.strangers) == (2, 1)
    assert "| own | 3 | 33/50/40 | – | 100/100/100 | 50/67/57 | 5000 |" in table([result])


def test_the_recipe_runs_and_what_ships_finds_what_was_trained(tmp_path: Path, nlp: Language) -> None:
    corpus, work = tmp_path / "corpus", tmp_path / "work"
    corpus.mkdir()
    work.mkdir()
    sentence = to_doc(Text("Uwe Muster sprach.", (Span(0, 10, PER),)), nlp)
    assert sentence is not None
    for name in ("train.spacy", "dev.spacy"):
        DocBin(docs=[sentence] * 3).to_disk(corpus / name)
    files = prepare(corpus, STOCK, 5, work, blocks=30)
    prepared = read_texts(files[0], nlp)
    assert any("Uwe Muster sprach." in text.text for text in prepared)
    assert any(label == ORG for text in prepared for _, label in text.entities())
    best = train(*files, work / "out", 5, steps=2)
    out = tmp_path / "model"
    slim(best, out, "9.9.9", ["Uwe Muster"])
    kept = spacy.load(out)
    assert kept.meta["version"] == "9.9.9"
    assert set(kept.get_pipe("ner").labels) == set(LABELS)
    assert b"Muster" not in (out / "vocab" / "strings.json").read_bytes()
    assert of_doc(kept("Uwe Muster")) == of_doc(spacy.load(best)("Uwe Muster"))
    again = train(*files, work / "again", 5, steps=2)
    for weights in ("tok2vec/model", "ner/model"):
        assert (again / weights).read_bytes() == (best / weights).read_bytes()


def test_names_are_told_apart_by_letters_not_by_their_encoding(blocks: list[Text]) -> None:
    assert all(unicodedata.is_normalized("NFC", text.text) for text in blocks)
