"""The endpoint's own HTML: results, confirm form and refusals, from three small templates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from lontar.survey.catalogue import Catalogue, Poll
from lontar.survey.results import Results
from lontar.survey.words import words_of

if TYPE_CHECKING:
    import jinja2


class Pages:
    """`path` is the base path of the endpoint's addresses; `language` overrides the site's."""

    def __init__(self, path: str, language: str = "") -> None:
        self._path = path
        self._language = language

    def results(
        self, catalogue: Catalogue, results: Results, *, back: str, voted: bool, is_open: bool
    ) -> str:
        poll = results.poll
        return self._render(
            "results.html",
            catalogue,
            poll=poll,
            results=results,
            back=back or catalogue.site_url + poll.url,
            voted=voted,
            is_open=is_open,
            action=f"{self._path}/{poll.id}",
        )

    def confirm(
        self,
        catalogue: Catalogue,
        poll: Poll,
        answers: Sequence[tuple[str, str]],
        *,
        reason: str,
        ticket: str,
        back: str,
    ) -> str:
        labels = {choice.value: choice.label for choice in poll.choices}
        return self._render(
            "confirm.html",
            catalogue,
            poll=poll,
            answers=answers,
            label=labels[answers[0][1]] if poll.is_single else "",
            reason=reason,
            ticket=ticket,
            back=back,
            action=f"{self._path}/{poll.id}",
        )

    def refusal(self, catalogue: Catalogue, code: str) -> str:
        return self._render("refusal.html", catalogue, code=code)

    @cached_property
    def style(self) -> bytes:
        return files("lontar.survey").joinpath("templates/style.css").read_bytes()

    @cached_property
    def style_url(self) -> str:
        return f"{self._path}/assets/{hashlib.sha256(self.style).hexdigest()[:12]}.css"

    @cached_property
    def _templates(self) -> jinja2.Environment:
        import jinja2  # here, so that the endpoint takes votes again some 30 ms sooner after a crash

        return jinja2.Environment(
            loader=jinja2.PackageLoader("lontar.survey"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def _render(self, template: str, catalogue: Catalogue, **values: object) -> str:
        language = self._language or catalogue.language
        return self._templates.get_template(template).render(
            values, language=language, t=words_of(language), site=catalogue, style_url=self.style_url
        )
