"""The YAML of a survey."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field

from lontar.load.written.values import STRICT, Line, Moment, Slug, Title
from lontar.model.survey import SurveyKind, Unsur


@dataclass(frozen=True, slots=True)
class WrittenChoice:
    __pydantic_config__ = STRICT

    value: Slug
    label: Line
    score: Annotated[int, Field(ge=1, le=4)]
    icon: Slug | None = None


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    __pydantic_config__ = STRICT

    unsur: Unsur
    text: Title
    id: Slug | None = None


@dataclass(frozen=True, slots=True)
class WrittenSurvey:
    __pydantic_config__ = STRICT

    question: Title
    choices: Annotated[list[WrittenChoice], Field(min_length=2, max_length=6)]
    id: Slug | None = None
    kind: SurveyKind = "satisfaction"
    questions: list[WrittenQuestion] = field(default_factory=list)
    intro: Line | None = None
    opens: Moment | None = None
    closes: Moment | None = None
    show_results: bool = True
    lang: Line | None = None
    extra: dict[str, Any] = field(default_factory=dict)
