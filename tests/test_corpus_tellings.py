"""How printed dates are told of: the lines of tests/corpus/tellings.toml."""

from __future__ import annotations

import pytest

from data_model import Document
from data_model.dating.clues import Understood
from data_model.dating.tellings import read_telling
from data_model.find.dates import find_dates
from data_model.knowledge.load import load_knowledge
from data_model.knowledge.prose import load_prose
from data_model.read.languages import read_language
from data_model.read.sentences import cut_sentences
from data_model.spans import holding
from tests.corpus_lines import label, read_corpus

LINES = read_corpus("tellings")["accept"]


@pytest.mark.parametrize("line", LINES, ids=[label(text) for text, _, _ in LINES])
def test_tellings(line: list[str]) -> None:
    text, wording, telling = line
    language = read_language(text)
    prose, document = load_prose(language), Document("a", text)
    sentences, dates = cut_sentences(document, prose), find_dates(text, language)
    known = Understood(
        document, language, sentences, prose, dates, (), (), (), (), frozenset(), load_knowledge()
    )
    (mention,) = [one for one in dates if one.text == wording]
    sentence = holding(sentences, mention.start)
    assert sentence is not None
    assert read_telling(known, sentence, mention).value == telling
