"""Dateline's data model: documents in, dated events out.

The front door: everything another package may use. `normalize` understands one document,
`import_documents` many, `Store` keeps them and answers an `EventFilter`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from data_model.budget import within_budget
from data_model.dates import EventDate, Likely, Reason
from data_model.errors import (
    DateError,
    DatelineError,
    FilterError,
    KnowledgeError,
    NotFound,
    ReaderMissing,
    ReadError,
    StoreError,
    StoreFull,
    StoreMissing,
    WorkersError,
    reason_of,
)
from data_model.export.json_lines import to_json_line
from data_model.latest import Latest
from data_model.link.linker import link_events
from data_model.naming import Names, names, organization_families, organization_members
from data_model.outcomes import ImportRun, Outcome, outcome_of, still_refused
from data_model.pipeline import pipeline_version
from data_model.read.columns import Columns
from data_model.read.files import read_paths
from data_model.read.published import ReadNote, TextNote
from data_model.silence import why_silent
from data_model.spellings import Spellings
from data_model.values import (
    ALL_READ,
    COUNTRY_LAYERS,
    EVENT_TYPES,
    PARTS,
    STATUSES,
    STRENGTHS,
    Document,
    Event,
    Evidence,
    Link,
    Mention,
    Normalized,
    Organization,
    Partial,
    Participant,
    Person,
    Place,
    Report,
    TopicScore,
)

if TYPE_CHECKING:
    from data_model.explainer import explain
    from data_model.expressions import TimeExpression, find_dates
    from data_model.find.readers import NameReader, load_readers
    from data_model.importer import ImportResult, import_documents
    from data_model.normalizer import normalize
    from data_model.relinking import link_store, mend_store
    from data_model.store.contents import Eventless, Unread
    from data_model.store.counts import Counts
    from data_model.store.filters import ORGANIZATION_LAYERS, EventFilter
    from data_model.store.lanes import Lanes, sort_into_lanes
    from data_model.store.lookup import EventView
    from data_model.store.rebuild import rebuild_store
    from data_model.store.spots import counted_within, having, ties_of, topics_by_document
    from data_model.store.store import Store
    from data_model.store.view import View
    from data_model.store.whole import Head
    from data_model.walk import Walk

# What needs the database or understands texts, by its module: loaded on first use, for who does the one often
# does not do the other, and each takes longer than all the rest.
_LATER = {
    "ORGANIZATION_LAYERS": "data_model.store.filters",
    "Counts": "data_model.store.counts",
    "EventFilter": "data_model.store.filters",
    "EventView": "data_model.store.lookup",
    "Head": "data_model.store.whole",
    "ImportResult": "data_model.importer",
    "Lanes": "data_model.store.lanes",
    "NameReader": "data_model.find.readers",
    "Store": "data_model.store.store",
    "Eventless": "data_model.store.contents",
    "TimeExpression": "data_model.expressions",
    "Unread": "data_model.store.contents",
    "View": "data_model.store.view",
    "Walk": "data_model.walk",
    "counted_within": "data_model.store.spots",
    "explain": "data_model.explainer",
    "find_dates": "data_model.expressions",
    "having": "data_model.store.spots",
    "import_documents": "data_model.importer",
    "link_store": "data_model.relinking",
    "load_readers": "data_model.find.readers",
    "mend_store": "data_model.relinking",
    "normalize": "data_model.normalizer",
    "rebuild_store": "data_model.store.rebuild",
    "sort_into_lanes": "data_model.store.lanes",
    "ties_of": "data_model.store.spots",
    "topics_by_document": "data_model.store.spots",
}

__all__ = [
    "ALL_READ",
    "COUNTRY_LAYERS",
    "EVENT_TYPES",
    "ORGANIZATION_LAYERS",
    "PARTS",
    "STATUSES",
    "STRENGTHS",
    "Columns",
    "Counts",
    "DateError",
    "DatelineError",
    "Document",
    "Event",
    "EventDate",
    "EventFilter",
    "EventView",
    "Eventless",
    "Evidence",
    "FilterError",
    "Head",
    "ImportResult",
    "ImportRun",
    "KnowledgeError",
    "Lanes",
    "Latest",
    "Likely",
    "Link",
    "Mention",
    "NameReader",
    "Names",
    "Normalized",
    "NotFound",
    "Organization",
    "Outcome",
    "Partial",
    "Participant",
    "Person",
    "Place",
    "ReadError",
    "ReadNote",
    "ReaderMissing",
    "Reason",
    "Report",
    "Spellings",
    "Store",
    "StoreError",
    "StoreFull",
    "StoreMissing",
    "TextNote",
    "TimeExpression",
    "TopicScore",
    "Unread",
    "View",
    "Walk",
    "WorkersError",
    "counted_within",
    "explain",
    "find_dates",
    "having",
    "import_documents",
    "link_events",
    "link_store",
    "load_readers",
    "mend_store",
    "names",
    "normalize",
    "organization_families",
    "organization_members",
    "outcome_of",
    "pipeline_version",
    "read_paths",
    "reason_of",
    "rebuild_store",
    "sort_into_lanes",
    "still_refused",
    "ties_of",
    "to_json_line",
    "topics_by_document",
    "why_silent",
    "within_budget",
]


if not TYPE_CHECKING:  # a checker is to know every name

    def __getattr__(name: str) -> object:
        """A name that is loaded on first use.

        Raises:
            AttributeError: If the front door has no such name.
        """
        if name not in _LATER:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        found = globals()[name] = getattr(import_module(_LATER[name]), name)
        return found
