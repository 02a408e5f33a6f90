"""A story as a page of its own: the writer's words, and beside them what the documents say and how sure it is.

It opens from disk, loads nothing and runs nothing. No word of a document or of the writer is markup.
"""

# ruff: noqa: E501 - the template is HTML
from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup

from dashboard import file_labels, ids, labels, sentences
from dashboard.callbacks.asked import Asked
from dashboard.publish.facts import Source
from dashboard.publish.paper import link_source, write_page
from dashboard.publish.picture import draw_chart
from dashboard.publish.story import Story, paragraphs_of
from dashboard.publish.story_events import Told, draw_story, tell_story
from dashboard.publish.views import tool_name
from dashboard.theme import theme_named

WIDTH = 896.0  # pixels

_TEMPLATE = """<main class="story">
<header>
<h1>{{ story.title }}</h1>
{% for line in lead %}<p class="lead">{{ line }}</p>
{% endfor %}<p class="by">{{ by }}</p>
</header>
{% if figure %}<section class="figure">{{ figure }}<p class="by">{{ words.STORY_KEY }}{% if unplaced %} {{ unplaced }}{% endif %}</p></section>
{% endif %}
{%- for one in told %}<article id="event-{{ loop.index }}">
<span class="number" aria-hidden="true">{{ loop.index }}</span>
<p class="when">{{ one.when }}{% if one.status %}<span class="status">{{ one.status }}</span>{% endif %}</p>
<h2>{{ one.heading }}</h2>
{% for line in one.step.paragraphs %}<p class="words">{{ line }}</p>
{% endfor %}
{%- if one.doubt %}<p class="doubt">{{ one.doubt }}</p>
{% endif %}
{%- for line in one.disagreements %}<p class="doubt">{{ line }}</p>
{% endfor %}
{%- for line in one.quotes %}<blockquote>{{ line }}</blockquote>
{% endfor -%}
<p class="sources">{% if one.where %}{{ one.where }} · {% endif %}{% if one.event.according_to %}{{ according(one.event.according_to) }} · {% endif %}{{ words.SOURCES }}: {% for source in one.sources %}{{ "" if loop.first else "; " }}{{ link(source) }}{% endfor %}</p>
{% if one.reasons %}<details><summary>{{ labels.WHY_DATE }}</summary><ol>{% for line in one.reasons %}<li>{{ line }}</li>{% endfor %}</ol></details>
{% endif -%}
</article>
{% endfor -%}
<section><h2>{{ words.SOURCES }} ({{ sources|length }})</h2><ol>{% for source in sources %}<li>{{ link(source) }}</li>{% endfor %}</ol></section>
<footer><p>{{ words.STORY_FOOT }}</p><p>{{ foot }}</p></footer>
</main>"""


@cache
def _template() -> Template:
    return Environment(autoescape=True).from_string(_TEMPLATE)


def write_story(asked: Asked, story: Story, theme: str = "light", home: str = "") -> str:
    """The page of a story.

    Args:
        asked: Whom the page asks.
        story: The story.
        theme: light or dark.
        home: The address of the page its view is of, "" where nobody but its reader can open it.

    Raises:
        NotPublishable: If the store has no event of one of its keys.
        StoreError: If the store cannot be read.
    """
    told = tell_story(asked, story)
    version = file_labels.DATA_VERSION.format(version=asked.open_store().version)
    body = _template().render(
        story=story,
        lead=paragraphs_of(story.lead),
        by=" · ".join(filter(None, (story.author, sentences.counted(len(told), "event")))),
        figure=_figure(told, theme, story.title),
        unplaced=_unplaced(told),
        told=told,
        sources=sources_of(told),
        foot=" · ".join(filter(None, (tool_name(), version, address_of(story, home)))),
        words=file_labels,
        labels=labels,
        link=lambda source: Markup(link_source(source)),  # noqa: S704 - escaped there
        according=sentences.according_to,
    )
    dark = theme == "dark"
    return write_page(story.title, body, tool_name(), dark=dark, sheets=("paper.css", "story.css"))


def sources_of(told: Sequence[Told]) -> list[Source]:
    """Every document behind a story, in the order it is told."""
    return list({source.id: source for one in told for source in one.sources}.values())


def address_of(story: Story, home: str) -> str:
    """Where the view stands that its events were picked from; "" where only its writer can open it."""
    query = story.link.partition("?")[2]
    return f"{home}{'?' if query else ''}{query}" if home else ""


def _unplaced(told: Sequence[Told]) -> str:
    """Which events stand on no axis."""
    numbers = [str(number) for number, one in enumerate(told, 1) if not one.placed]
    return file_labels.STORY_UNPLACED.format(numbers=", ".join(numbers)) if numbers else ""


def _figure(told: Sequence[Told], theme: str, title: str) -> Markup | None:
    """The events on one axis, None where none has a day on it."""
    if not any(one.placed for one in told):
        return None
    looks = theme_named(theme)
    figure = draw_story(told, WIDTH, looks)
    alternative = f"{file_labels.ALTERNATIVE[ids.TIMELINE]}: {title}"
    return Markup(draw_chart(ids.TIMELINE, figure, WIDTH, looks, alternative))  # noqa: S704 - our own drawing
