"""What a report reports: its lead sentences, and the draft among them that is its news."""

from __future__ import annotations

from collections.abc import Sequence

from data_model.assemble.drafts import Draft, speaks_for_others
from data_model.assemble.event_dates import is_of_page
from data_model.dating.scene import Scene
from data_model.resolve.quotes import quote_at
from data_model.spans import holding, within
from data_model.values import Sentence

_LEAD_SENTENCES = 2
_OCCASIONS = ("meeting", "summit", "call", "visit")
_WORDS = ("statement", "other")
# A line with a date and fewer blanks is a date line.
_CAPTION = 8


def lead_of(scene: Scene, lead: Sequence[Sentence], drafts: Sequence[Draft]) -> Draft:
    """What the report reports: the first action of the lead sentence, else of the headline, else the first.

    The lead sentence comes before the headline: headlines leave out where and to whom it was said.
    """
    here = [draft for draft in drafts if draft.sentence in lead and not _inside_quote(scene, draft)]
    # Someone doing something tells more of the news than a noun that names an occasion, and what a
    # sentence says more than what it only says of somebody in passing.
    ranked = sorted(
        here,
        key=lambda draft: (
            _only_source(scene, draft, here) or _is_said_there(scene, draft, here),
            _is_opinion(scene, draft, lead),
            draft.mention.noun,
            lead.index(draft.sentence),
            *_standing(scene, draft),
        ),
    )
    head = [draft for draft in drafts if draft.sentence.headline]
    first = (ranked or head or drafts)[0]
    return _occasion_of(scene, first, head) or first


def _occasion_of(scene: Scene, draft: Draft, head: Sequence[Draft]) -> Draft | None:
    """The occasion the headline tells, where the lead only tells what was said there: "during the call".

    So it is, too, where the headline begins with the occasion's name: "Telephone conversation with X".
    """
    told = [one for one in head if one.action.type in _OCCASIONS]
    if draft.action.type not in _WORDS or not told:
        return None
    named = [one for one in told if one.mention.noun and one.mention.start == one.sentence.start]
    if named or draft.action.type != "statement":
        return named[0] if named else None
    actions = scene.knowledge.actions
    back = (one for one in within(scene.actions, draft.sentence.start, draft.mention.start) if one.anaphoric)
    kinds = {actions[key].type for one in back for key in one.actions}
    return told[0] if kinds.intersection(_OCCASIONS) else None


def _only_source(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether it only says who told the news: "X will meet Y, his spokesman said"."""
    if draft.action.type != "statement" or not speaks_for_others(scene, draft.subject):
        return False
    told = (one for one in drafts if one.action.type != "statement")
    return any(one.sentence.start <= draft.sentence.start for one in told)


def _is_said_there(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a statement was only made at what the same sentence tells: "said so as he met with X"."""
    return draft.action.type == "statement" and any(
        one.sentence == draft.sentence
        and one.action.type in _OCCASIONS
        and not one.mention.noun
        and scene.side_words.meanwhile.search(scene.text, draft.mention.stop, one.mention.start)
        for one in drafts
    )


def _is_opinion(scene: Scene, draft: Draft, body: Sequence[Sentence]) -> bool:
    """Whether a noun of quoted words tells it: "The summit will help. This opinion was expressed by X …"."""
    below = next((s for s in body if s.start > draft.sentence.start), None)
    said = below is not None and scene.prose.attribution.match(scene.text, below.start) is not None
    return said and (draft.mention.noun or draft.mention.mood == "planned")


def _standing(scene: Scene, draft: Draft) -> tuple[bool, int]:
    """Whether a clause about somebody tells it ("X, who is on a visit, has met"), and where."""
    start, at = draft.sentence.start, draft.mention.start
    verbs = [one.stop for one in within(scene.actions, start, at) if not one.noun]
    opened = scene.side_words.relative_open.search(scene.text, max([start, *verbs]), at)
    return opened is not None and not draft.mention.noun, at


def lead_sentences(scene: Scene) -> list[Sentence]:
    """The first two sentences of the report itself: those below its title and from its date line on."""
    body = [s for s in scene.sentences if not s.furniture and not s.headline and _tells(scene, s)]
    title = max((s.paragraph for s in scene.sentences if s.headline), default=-1)
    first = max(title, _date_line(scene, title, body))
    below = [s for s in body if s.paragraph >= first]
    return (below or body)[:_LEAD_SENTENCES]


def _date_line(scene: Scene, title: int, body: Sequence[Sentence]) -> int:
    """The paragraph of the page's date line, unless the report has begun between its title and that line.

    "Meeting with the minister / The President met with … . / 6 March 2024 / The President: Good afternoon":
    what stands between is prose without a date; of other pages it would be titles or have dates.
    """
    at = scene.when.reasons[0].start if scene.when.wording and scene.when.reasons else None
    line = holding(scene.sentences, at) if at is not None else None
    if line is None or not is_date_line(scene, line):
        return 0
    between = [s for s in body if title < s.paragraph < line.paragraph]
    told = all(scene.text[s.stop - 1] == "." and not within(scene.dates, s.start, s.stop) for s in between)
    return title if title >= 0 and between and told else line.paragraph


def _tells(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line is a sentence of the report, not a date line or a caption of a word or two."""
    words = scene.text.count(" ", sentence.start, sentence.stop)
    return words > len("date!") and not (words < _CAPTION and is_date_line(scene, sentence))


def is_date_line(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence holds the date of the page: a date line, a newswire's dateline."""
    here = within(scene.dates, sentence.start, sentence.stop)
    return any(is_of_page(scene, mention, sentence) for mention in here)


def _inside_quote(scene: Scene, draft: Draft) -> bool:
    return quote_at(scene.quotes, draft.mention.start) is not None
