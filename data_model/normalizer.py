"""The walk of one document: text in, dated events out. READ THIS FIRST.

Pure: no clock, no files but the knowledge it is given, the same answer every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data_model.assemble.events import assemble_events
from data_model.dating.biographies import find_life_dates
from data_model.dating.clues import Understood
from data_model.dating.document_date import resolve_document_date
from data_model.dating.scene import Scene
from data_model.find.actions import find_actions
from data_model.find.captions import mark_captions
from data_model.find.dates import find_dates
from data_model.find.event_words import find_event_words
from data_model.find.foreign_countries import add_foreign_countries
from data_model.find.names import find_names
from data_model.find.offices import find_offices
from data_model.find.people import find_people
from data_model.find.readers import NameReader, read_names
from data_model.find.shapes import find_shapes
from data_model.find.topics import find_topics
from data_model.knowledge.date_words import load_date_words
from data_model.knowledge.load import Knowledge, load_knowledge
from data_model.knowledge.modality import load_modality
from data_model.knowledge.prose import load_prose
from data_model.knowledge.sides import load_sides
from data_model.read.languages import is_understood, read_of, reading_language
from data_model.read.sentences import cut_sentences
from data_model.ready import ReadyDocument, take_events
from data_model.resolve.countries import resolve_countries
from data_model.resolve.happenings import Surroundings, resolve_happenings
from data_model.resolve.narration import tell_dates
from data_model.resolve.organizations import resolve_organizations
from data_model.resolve.people import resolve_names, resolve_offices
from data_model.resolve.quotes import resolve_pronouns, resolve_quotes
from data_model.resolve.unregistered import join_unregistered
from data_model.summary import summarize
from data_model.values import Document, Normalized


def normalize(
    document: Document,
    knowledge: Knowledge | None = None,
    as_of: date | None = None,
    *,
    ignore_published: bool = False,
    readers: Sequence[NameReader] = (),
) -> Normalized:
    """Understand one document.

    Args:
        document: The text and what is known beside it.
        knowledge: The facts to read it with; those of the package when not given.
        as_of: The day it is read: an upper bound for a text without a year. None leaves it open.
        ignore_published: Whether `document.published` is only kept. Otherwise it is what it is: the text
            is no younger, and its "today" is that day unless the text prints another.
        readers: Models that find further names (`load_readers`); none when not given.
    """
    known = knowledge or load_knowledge()
    if isinstance(document, ReadyDocument):
        return take_events(
            document,
            lambda plain: normalize(plain, known, as_of, ignore_published=ignore_published, readers=readers),
            as_of,
        )
    scene = understand(document, known, as_of, ignore_published=ignore_published, readers=readers)
    return summarize(scene, assemble_events(scene))


def understand(
    document: Document,
    knowledge: Knowledge,
    as_of: date | None = None,
    *,
    ignore_published: bool = False,
    readers: Sequence[NameReader] = (),
) -> Scene:
    """Find what the text mentions, then give each mention its meaning."""
    text = document.text
    language = document.language or reading_language(text)
    prose, modality = load_prose(language), load_modality(language)
    sentences = cut_sentences(document, prose)

    names = add_foreign_countries(text, language, find_names(text))
    dates = find_dates(text, language)
    sentences = mark_captions(text, sentences, dates, prose)
    offices = find_offices(text, names, knowledge.roles)
    # Capitals and small words make a name in the languages we read: "Wegen der Krise" is none.
    shaped = find_shapes(text, names) if "names" in read_of(language) else ()
    shapes = read_names(text, language, shaped, readers)
    people = find_people(text, names, offices, dates, shapes)
    actions = tuple(
        mention
        for sentence in sentences
        if not sentence.furniture
        for mention in find_actions(text, sentence.start, sentence.stop, language, knowledge)
    )

    countries = resolve_countries(text, names, knowledge)
    registered = resolve_organizations(text, names, countries, knowledge)
    topics = find_topics(text, knowledge) if "names" in read_of(language) else ()
    bodies, knowledge = join_unregistered(text, shapes, names, registered, countries, knowledge)
    around = Surroundings(text, sentences, countries, bodies, dates)
    happenings = resolve_happenings(around, names, knowledge, load_date_words(language))
    named = resolve_names(people, offices, text, knowledge)
    life = find_life_dates(text, dates, named, prose)
    known = Understood(
        replace(document, published=None) if ignore_published else document,
        language,
        sentences,
        prose,
        dates,
        countries,
        named,
        bodies,
        happenings,
        life,
        knowledge,
    )
    dating = resolve_document_date(known, actions, as_of)
    when = dating.when

    tied = sorted(
        (*named, *resolve_offices(offices, named, when.spans, knowledge)), key=lambda one: one.start
    )
    quotes = resolve_quotes(text, sentences, tied, prose)
    pronouns = resolve_pronouns(text, sentences, tied, quotes, prose)
    references = sorted((*tied, *pronouns), key=lambda one: one.start)
    # A text whose own year is not known is no history of the years it mentions, but a chronology is.
    history = None if when.placed else bool(dating.entries)
    told = tell_dates(text, dates, when.spans, history=history, clock=dating.clock)
    return Scene(
        document=document,
        language=language,
        understood=is_understood(text, language),
        prose=prose,
        modality=modality,
        side_words=load_sides(language),
        knowledge=knowledge,
        sentences=sentences,
        dates=dates,
        countries=countries,
        organizations=bodies,
        bodies_named=frozenset(one.key for one in bodies),
        offices=offices,
        references=tuple(references),
        quotes=quotes,
        topics=topics,
        actions=actions,
        event_words=find_event_words(text, language, dates),
        happenings=happenings,
        readers={(one.start, one.stop): one.reader for one in shapes if one.reader},
        life=life,
        entries=dating.entries,
        when=when,
        clues=dating.clues,
        clock=dating.clock,
        told={one.mention.start: one for one in told},
    )
