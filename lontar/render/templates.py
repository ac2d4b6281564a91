"""Strict Jinja, and for each template the digest of everything it extends, includes and imports.

Autoescape is on, undefined names are errors, and a template is given plain values only. A dynamic
include would hide what a template uses, so it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateNotFound, UndefinedError
from markupsafe import escape

from lontar.digest import digest, digest_bytes
from lontar.errors import Place, Problem, problem


class TemplateFault(Exception):
    """A template is wrong; `problem` says where."""

    def __init__(self, found: Problem) -> None:
        self.problem = found
        super().__init__(found.code)


class _Compiled(BytecodeCache):
    """Compiled templates of this process: one that builds again and again compiles only what changed. Jinja
    gives each source's checksum with its name, so that an old one never stands for a new one."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if code is not None and checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)


@cache
def _compiled(folder: Path) -> _Compiled:  # noqa: ARG001
    return _Compiled()


class _Code(CodeGenerator):
    """Text without a sign of HTML is put out as it is: Jinja would make a Markup of it first, only to join it
    with all others. Most of what pages say is such text."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Values(Environment):
    """Contexts are dictionaries: `card.title` is looked up there before Jinja tries an attribute, whose
    exception costs more than all the rest; so is a key that is named like a method of dictionaries."""

    code_generator_class = _Code

    @staticmethod
    def escaped(value: Any) -> str:
        if type(value) is str and not (
            "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        ):
            return value
        return escape(value)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Plain, for they are copied and compared with every page: Jinja's ChainMap follows changes, and
        there are none once a template is loaded."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Templates:
    """The templates of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = _Values(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            keep_trailing_newline=True,
            bytecode_cache=_compiled(folder),
        )

        self._environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "default": _plain}
        del self._environment.filters["safe"]  # what is safe arrives as such; nothing else is

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """TemplateFault with the template's line when it is wrong or asks for what it is not given."""
        try:
            return self._environment.get_template(name).render(context)
        except TemplateSyntaxError as error:
            where = Place(f"templates/{error.name or name}", error.lineno)
            raise TemplateFault(problem(where, "template-syntax", reason=error.message)) from error
        except TemplateNotFound as error:
            raise TemplateFault(_not_found(name, error)) from error
        except (TemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError) as error:
            raise TemplateFault(self._runtime_problem(name, error)) from error

    def closures(self, names: Mapping[str, object]) -> dict[str, str]:
        """For each template its digest and that of all it reaches, as one fingerprint."""
        uses: dict[str, tuple[str, tuple[str, ...]]] = {}

        def read(name: str, wanted: Place) -> None:
            if name in uses:
                return
            uses[name] = ("", ())
            path = self.folder / name
            if not path.is_file():
                raise TemplateFault(problem(wanted, "template-missing", found=name))
            data = path.read_bytes()
            try:
                tree = self._environment.parse(data.decode(), name, str(path))
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                found = f"0x{data[error.start]:02X}"
                raise TemplateFault(
                    problem(Place(f"templates/{name}", line), "encoding", found=found)
                ) from None
            except TemplateSyntaxError as error:
                where = Place(f"templates/{error.name or name}", error.lineno)
                raise TemplateFault(problem(where, "template-syntax", reason=error.message)) from error
            used: list[str] = []
            for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
                target = node.template  # type: ignore[attr-defined]
                where = Place(f"templates/{name}", node.lineno)
                if not isinstance(target, nodes.Const) or not isinstance(target.value, str):
                    raise TemplateFault(problem(where, "template-dynamic"))
                used.append(target.value)
                read(target.value, where)
            uses[name] = (digest_bytes(data), tuple(used))

        for name in names:
            read(name, Place(f"templates/{name}"))
        return {name: _closure(name, uses) for name in names}

    def _runtime_problem(self, name: str, error: Exception) -> Problem:
        """The innermost line of a template that the error passed through."""
        place = Place(f"templates/{name}")
        frame = error.__traceback__
        root = str(self.folder)
        while frame is not None:
            file = frame.tb_frame.f_code.co_filename
            if file.startswith(root):
                place = Place(f"templates/{Path(file).relative_to(root).as_posix()}", frame.tb_lineno)
            frame = frame.tb_next
        code = "template-undefined" if isinstance(error, UndefinedError) else "template-fails"
        return problem(place, code, reason=str(error)[:200])


def _plain(value: object) -> object:
    """Sequences that are no lists of their own, for `tojson`."""
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON")


def _not_found(name: str, error: TemplateNotFound) -> Problem:
    return problem(Place(f"templates/{name}"), "template-missing", found=error.name or name)


def _closure(name: str, uses: Mapping[str, tuple[str, tuple[str, ...]]]) -> str:
    reached: dict[str, str] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached[one] = uses[one][0]
            waiting.extend(uses[one][1])
    return digest(name, reached)
