"""No stated date is lost: a date that no action took makes an event of its clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from data_model.assemble.attributions import attribution_of, only_says_so
from data_model.assemble.drafts import DATED, Draft
from data_model.assemble.event_dates import date_by
from data_model.assemble.moods import off_spans, with_mood
from data_model.assemble.page_dates import is_of_noun, is_of_page, is_said
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.find.date_readings import Relative
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_cue
from data_model.knowledge.entries import Action
from data_model.knowledge.folding import grammar_of
from data_model.resolve.quotes import quote_at
from data_model.spans import Stretch, holding, starting, within
from data_model.values import Sentence

# Of other verbs a clause that lacks their sides may tell anything ("floods destroyed houses").
_TOLD_BY_VERBS = ("meeting", "call", "visit", "agreement", "appointment")
_KINDS = ("absolute", "yearless", "relative", "weekday")
_SHARP = ("day", "range", "week", "month", "season", "quarter", "year")
_CALENDAR = ("day", "week", "weekend", "month", "quarter", "year")
# Where a clause may end; what stands in brackets or short quotation marks belongs to the word before it.
_CUT = re.compile(r"[,;:()\[\]“”«»\"]|\s[–—-]\s|\s(?:that|because|although|while|if|when|что|чтобы)\s")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“«\"][^“”«»\"]*[”»\"]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# So many words beside a date are an adverb ("on Monday evening"), not yet a clause.
_ADVERB = 3
# "the head of state said": an aside of so many words with a verb of saying.
_INQUIT = 7
# How far in front of a noun its article may stand.
_NEAR = 40
# What is cut into pieces, and the aside in it that is not left out.
_Place = tuple[int, int, Stretch | None]


def draft_dated(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """An event for every date of the report's prose that dates none of the drafts."""
    taken = {draft.dated.start for draft in drafts if draft.dated}
    days = {(draft.sentence.start, draft.when.edtf) for draft in drafts if draft.when}
    told: dict[int, list[Draft]] = defaultdict(list)
    for one in drafts:
        told[one.sentence.start].append(one)
    found: list[Draft] = []
    for sentence in scene.sentences:
        if sentence.furniture or sentence.headline:
            continue
        cut: dict[_Place, list[Stretch]] = {}
        here = [one for one in within(scene.dates, sentence.start, sentence.stop) if _is_sharp(scene, one)]
        said = attribution_of(scene, sentence) if here else None
        for mention in here:
            if mention.start in taken or mention.start in scene.life or is_of_page(scene, mention, sentence):
                continue
            clause = _clause(scene, sentence, mention, here, cut)
            if clause is None or scene.modality.question.match(scene.text, *clause):
                continue
            if only_says_so(scene, told[sentence.start], sentence, mention, said):
                continue
            draft = date_by(scene, _draft(scene, sentence, mention, clause, said), mention)
            if draft.when is None or (sentence.start, draft.when.edtf) in days:
                continue
            days.add((sentence.start, draft.when.edtf))
            found.append(_ahead(scene, draft))
    return found


def _ahead(scene: Scene, draft: Draft) -> Draft:
    """What is dated later than the report is planned, whatever the tense: "named its aims for 2020"."""
    first, report = draft.when.earliest if draft.when else None, scene.when.latest
    if first is None or report is None or first <= report or draft.mention.mood != "happened":
        return draft
    if draft.when and draft.when.precision == "day" and draft.mention.tense == "past":
        return draft  # told as past on a day still to come: a teaser of another page
    return replace(draft, mention=replace(draft.mention, mood="planned"))


def _is_sharp(scene: Scene, mention: DateMention) -> bool:
    """Whether a wording names days, a month or a year; "until", "over the next year" and lengths do not."""
    reading = mention.reading
    if mention.bound not in ("", "by", "at") or reading.kind not in _KINDS:
        return False
    if scene.text[mention.start - 1 : mention.start] in ("-", "‑", "–"):
        return False  # the year in a name: "Interaction-2013"
    if isinstance(reading, Relative):
        # "in three days" may as well be a length; "today" in somebody's mouth is a manner of speaking.
        if reading.loose or (_is_now(mention) and quote_at(scene.quotes, mention.start)):
            return False
        exact = reading.low == reading.high and not reading.lasting and reading.unit in _CALENDAR
        if not exact or (reading.high > 1 and not reading.whole and reading.unit != "day"):
            return False
    lead = scene.text[max(0, mention.start - len("throughout the ")) : mention.start]
    return getattr(reading, "precision", "day") in _SHARP and not scene.modality.throughout.search(lead)


def _clause(
    scene: Scene,
    sentence: Sentence,
    mention: DateMention,
    dates: Sequence[DateMention],
    cut: dict[_Place, list[Stretch]],
) -> tuple[int, int] | None:
    """The words a date belongs to: its piece between stops, with what it leans on; of an entry its line."""
    if mention.start in scene.entries:
        return mention.start, sentence.stop
    if is_of_noun(scene, mention):
        return None if _is_now(mention) else _noun_phrase(scene, sentence, mention)
    pieces = _pieces(scene, sentence, mention, dates, cut)
    own = next((i for i, (start, stop) in enumerate(pieces) if start <= mention.start < stop), None)
    if own is None:
        return None
    start, stop = pieces[own]
    while own and not starting(dates, *pieces[own - 1]) and _leans(scene, start, mention):
        own -= 1
        start = pieces[own][0]
    if (
        not own
        and len(pieces) > 1
        and not starting(dates, *pieces[1])
        and _leans(scene, start, mention, stop)
    ):
        stop = pieces[1][1]
    told = scene.text[start : mention.start] + scene.text[mention.stop : stop]
    if _is_adverb(scene, _WORD.findall(told)) or not _happens(scene, mention, told):
        return None
    return start, stop


def _pieces(
    scene: Scene,
    sentence: Sentence,
    mention: DateMention,
    dates: Sequence[DateMention],
    cut: dict[_Place, list[Stretch]],
) -> list[Stretch]:
    """The sentence (or its quotation) cut at its stops, without empty pieces and asides of a speaker."""
    quote = quote_at(scene.quotes, mention.start)
    first = max(sentence.start, quote.start + 1) if quote else sentence.start
    last = min(sentence.stop, quote.stop) if quote else sentence.stop
    asides = [Stretch(*hit.span()) for hit in _ASIDE.finditer(scene.text, first, last)]
    own = holding(asides, mention.start)
    place = (first, last, own)
    if place not in cut:
        cut[place] = _cut(scene, first, last, [one for one in asides if one != own], dates)
    return cut[place]


def _cut(
    scene: Scene, first: int, last: int, asides: Sequence[Stretch], dates: Sequence[DateMention]
) -> list[Stretch]:
    cuts = [
        hit
        for hit in _CUT.finditer(scene.text, first, last)
        if holding(asides, hit.start()) is None and holding(dates, hit.start()) is None
    ]
    edges = [first, *(hit.end() for hit in cuts)]
    ends = [*(hit.start() for hit in cuts), last]
    pieces = [Stretch(start, stop) for start, stop in zip(edges, ends, strict=True) if start < stop]
    return [piece for piece in pieces if _says_something(scene, *piece)]


def _says_something(scene: Scene, start: int, stop: int) -> bool:
    """Whether a piece is more than a mark or an aside ("the head of state said")."""
    words = [word.lower() for word in _WORD.findall(scene.text[start:stop])]
    aside = len(words) <= _INQUIT and any(word in scene.prose.speech for word in words)
    return bool(words) and (bool(starting(scene.dates, start, stop)) or not aside)


def _leans(scene: Scene, start: int, mention: DateMention, stop: int | None = None) -> bool:
    """Whether a piece needs its neighbour: a mere adverb, a name of a list, "signed in …", "which was …"."""
    before = scene.text[start : mention.start]
    behind = scene.text[mention.stop : stop] if stop else ""
    words = _WORD.findall(before + " " + behind)
    if _is_adverb(scene, words) or not any(word.islower() and len(word) > _ADVERB for word in words):
        return True
    head = words[0]
    return head[:1].islower() and (
        head.endswith(scene.prose.past_endings) or scene.modality.leaning.match(head) is not None
    )


def _is_adverb(scene: Scene, words: Sequence[str]) -> bool:
    """Whether the words beside a date tell nothing: few, none a verb of the past ("the bridge opened")."""
    return len(words) <= _ADVERB and not any(_is_past(scene, word.lower()) for word in words)


def _happens(scene: Scene, mention: DateMention, told: str) -> bool:
    """Whether the clause tells of something sure; today and this year need a verb of the past."""
    if scene.modality.doubtful.search(told.lower()) or scene.modality.nobody.search(told):
        return False
    return not _is_now(mention) or any(_is_past(scene, word.lower()) for word in _WORD.findall(told))


def _is_now(mention: DateMention) -> bool:
    reading = mention.reading
    return isinstance(reading, Relative) and reading.low == reading.high == 0


def _is_past(scene: Scene, word: str) -> bool:
    if scene.language == "ru" and grammar_of(word) >= {"VERB", "past"}:
        return True
    return word in scene.prose.past or (len(word) > len("need") and word.endswith(scene.prose.past_endings))


def _noun_phrase(scene: Scene, sentence: Sentence, mention: DateMention) -> tuple[int, int] | None:
    """The words from the last article to the date: "the agreement on trade of 6 October"."""
    lead = scene.text[sentence.start : mention.start]
    cut = max((hit.end() for hit in _CUT.finditer(lead)), default=0)
    article = max((hit.start() for hit in scene.modality.article.finditer(lead, cut)), default=None)
    return None if article is None else (sentence.start + article, mention.stop)


def _draft(
    scene: Scene, sentence: Sentence, mention: DateMention, clause: tuple[int, int], said: int | None
) -> Draft:
    start, stop = _from_its_noun(scene, mention, *clause)
    words = scene.text[start:stop].lower()
    modality, done, date = scene.modality, _first_deed(scene, words), mention.start - start
    plans = [hit for one in (modality.planned, modality.due) for hit in one.finditer(words)]
    # "tabled a motion, which will be debated on Wednesday"
    cue = find_tense_cue(scene.text, mention)
    ahead = cue is not None and cue.tense == "future" and cue.start < mention.start
    ahead = ahead or any(_is_plan(scene, hit, words, done, date) for hit in plans)
    ahead = ahead or modality.announced.search(words) is not None
    past = any(_is_past(scene, word) for word in _WORD.findall(words))
    told = ActionMention(
        mention.start,
        mention.stop,
        mention.text,
        ("dated",),
        "future" if ahead else "past" if past else "none",
        "planned" if ahead else "happened",
    )
    people = [one for one in within(scene.references, start, stop) if one.named]
    draft = Draft(
        _kind(scene, start, stop),
        told,
        sentence,
        start,
        stop,
        people=tuple({one.name: one for one in people}.values()),
        bodies=tuple({one.key: one for one in within(scene.organizations, start, stop)}.values()),
        states=tuple(one for one in within(scene.countries, start, stop) if one.named),
    )
    if not is_said(scene, mention, cue):
        return with_mood(scene, draft)
    if said is None or within(scene.dates, sentence.start, said):  # what is off has a day of its own
        return draft
    # "… has been called off, the ministry said on Sunday": what was said is off, however late that was said.
    off = next((mood for mood, *_ in off_spans(scene, sentence.start, said)), "")
    return replace(draft, mention=replace(told, mood=off)) if off else draft


def _first_deed(scene: Scene, words: str) -> int:
    """Where the first verb of a clause stands that tells what was done, not that it was said."""
    found = (hit.start() for hit in _WORD.finditer(words) if _is_past(scene, hit[0]))
    return next((at for at in found if not words.startswith(scene.prose.speech, at)), len(words))


def _is_plan(scene: Scene, plan: re.Match[str], words: str, done: int, date: int) -> bool:
    """Whether words of a plan tell what the date is of: not "left on Friday as scheduled"."""
    if plan.start() > done:
        return False
    verb = plan[0].split()[0]
    agreed = verb.endswith(scene.prose.past_endings) and not scene.modality.passive_before(
        words[: plan.start()]
    )
    return not agreed or plan.end() <= date


def _from_its_noun(scene: Scene, mention: DateMention, start: int, stop: int) -> tuple[int, int]:
    """Only the words round the occasion a date stands behind: "results of [the talks on Monday]"."""
    nouns = [one for one in within(scene.actions, start, mention.start) if one.noun]
    if not nouns:
        return start, stop
    before = scene.text[max(start, nouns[-1].start - _NEAR) : nouns[-1].start]
    articles = [hit.start() for hit in scene.modality.article.finditer(before)]
    return (nouns[-1].start - len(before) + articles[-1], stop) if articles else (start, stop)


def _kind(scene: Scene, start: int, stop: int) -> Action:
    """An event of the kind of the first action named in the clause, else of no known kind."""
    actions = scene.knowledge.actions
    for mention in within(scene.actions, start, stop):
        if mention.mood in ("hypothetical", "denied"):
            continue
        for action in (actions[key] for key in mention.actions):
            if action.needs != "object" and (mention.noun or action.type in _TOLD_BY_VERBS):
                return replace(DATED, type=action.type, plover=action.plover, cameo=action.cameo)
    return DATED
