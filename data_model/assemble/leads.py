"""Where the report on a page begins: below its title and its date line."""

from __future__ import annotations

from collections.abc import Sequence

from data_model.assemble.page_dates import is_of_page
from data_model.dating.scene import Scene
from data_model.spans import holding, within
from data_model.values import Sentence

# A line with a date and fewer blanks is a date line.
_CAPTION = 8


def report_of(scene: Scene) -> list[Sentence]:
    """The sentences of the report itself: those below its title and from its date line on."""
    body = [s for s in scene.sentences if not s.furniture and not s.headline and _tells(scene, s)]
    title = max((s.paragraph for s in scene.sentences if s.headline), default=-1)
    first = max(title, _date_line(scene, title, body))
    return [s for s in body if s.paragraph >= first] or body


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
