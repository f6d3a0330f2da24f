"""The library: articles, triage, notes and corrections in SQLite, over restarts. Start at `Library`."""

from tui.corrections import ArticleSet, Correction, FactSet, LinkSet, NamesSet, RoleSet, Standing, normalised, standing
from tui.library.adding import Outcome, Progress
from tui.library.article_triage import ARTICLE_STATES, ArticleMark, ArticleState
from tui.library.articles import Entry, Origin
from tui.library.by_story import by_story
from tui.library.fact_triage import FACT_STATES, FactMark, FactState, KeyedFact, keyed
from tui.library.going import Going, Stopped
from tui.library.journal import Act
from tui.library.keeping import Added
from tui.library.library import Library
from tui.library.listing import SORTS, Sort
from tui.library.passages import fact_key
from tui.library.problem import LibraryError
from tui.library.query import Query, QueryError, parse
from tui.library.stories import Story
from tui.library.transfer import Imported
from tui.library.writing import write_whole
from tui.place import library_folder

__all__ = [
    "ARTICLE_STATES",
    "FACT_STATES",
    "SORTS",
    "Act",
    "Added",
    "ArticleMark",
    "ArticleSet",
    "ArticleState",
    "Correction",
    "Entry",
    "FactMark",
    "FactSet",
    "FactState",
    "Going",
    "Imported",
    "KeyedFact",
    "Library",
    "LibraryError",
    "LinkSet",
    "NamesSet",
    "Origin",
    "Outcome",
    "Progress",
    "Query",
    "QueryError",
    "RoleSet",
    "Sort",
    "Standing",
    "Stopped",
    "Story",
    "by_story",
    "fact_key",
    "keyed",
    "library_folder",
    "normalised",
    "parse",
    "standing",
    "write_whole",
]
