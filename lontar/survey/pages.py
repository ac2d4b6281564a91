"""The endpoint's own HTML: results, confirm form and refusals, from three small templates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from lontar.survey.catalogue import Edition, Poll
from lontar.survey.results import Results
from lontar.survey.words import words_of

if TYPE_CHECKING:
    import jinja2


class Pages:
    """`path` is the base path of the endpoint's addresses; each page is made for an edition of the site."""

    def __init__(self, path: str) -> None:
        self._path = path

    def results(self, edition: Edition, results: Results, *, back: str, voted: bool, is_open: bool) -> str:
        poll = results.poll
        return self._render(
            "results.html",
            edition,
            poll=poll,
            other_lang=_other_language(poll, edition),
            results=results,
            back=back,
            voted=voted,
            is_open=is_open,
            action=self.address(poll.id, edition),
        )

    def confirm(
        self,
        edition: Edition,
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
            edition,
            poll=poll,
            other_lang=_other_language(poll, edition),
            answers=answers,
            label=labels[answers[0][1]] if poll.is_single else "",
            reason=reason,
            ticket=ticket,
            back=back,
            action=self.address(poll.id, edition),
        )

    def refusal(self, edition: Edition, code: str) -> str:
        return self._render("refusal.html", edition, code=code)

    def address(self, survey: str, edition: Edition, **query: str) -> str:
        """A survey's address, at which it is answered and told in the edition's language."""
        said = {name: value for name, value in {"lang": edition.asked_by, **query}.items() if value}
        return f"{self._path}/{survey}" + (f"?{urlencode(said, quote_via=quote, safe='/')}" if said else "")

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

    def _render(self, template: str, edition: Edition, **values: object) -> str:
        return self._templates.get_template(template).render(
            values, edition=edition, t=words_of(edition.language), style_url=self.style_url
        )


def _other_language(poll: Poll, edition: Edition) -> str:
    """The language of a survey that is not translated, to mark its texts with (WCAG 2.2, 3.1.2); else ""."""
    return poll.language if poll.language != edition.language else ""
