"""JSON Schema of each kind of file, for completion and hints in text editors.

pydantic writes it from the same classes that validate. Added are descriptions in both languages,
examples, and what Lontar's reading allows besides: a number where text is meant, and an empty value
where a field may be left out. Draft 7 of JSON Schema is what editors' YAML servers know best.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from lontar.editor.fields import Field, describe, fields_of
from lontar.errors import Problem
from lontar.load.kinds import WRITTEN
from lontar.load.written.config import WrittenConfig
from lontar.load.yaml_guard import read_mapping
from lontar.messages import LANGUAGES

TRANSLATION = ".translation"
"""What follows the kind in the name of the schema of its translations."""
DIALECT = "http://json-schema.org/draft-07/schema#"
_EMPTY = {"type": ["string", "null"], "maxLength": 0}


def json_schemas() -> dict[str, JsonSchemaValue]:
    """By the stem of its file: for each kind of record a schema, and one of its translations, which need
    say nothing; and one for site_config.yaml."""
    classes = {**WRITTEN, "site_config": WrittenConfig}
    schemas = {name: {"$schema": DIALECT, **_schema(cls)} for name, cls in classes.items()}
    for kind in WRITTEN:
        schemas[f"{kind}{TRANSLATION}"] = {
            key: value for key, value in schemas[kind].items() if key != "required"
        }
    return schemas


def _schema(cls: type[Any]) -> JsonSchemaValue:
    return TypeAdapter(cls).json_schema(schema_generator=_Generator, ref_template="#/definitions/{model}")


class _Generator(GenerateJsonSchema):
    def generate(self, schema: Any, mode: Any = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        if "$defs" in made:
            made["definitions"] = made.pop("$defs")
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False  # "Publish At" says no more than publish_at

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        made.pop("description", None)
        made.pop("title", None)
        fields = {one.name: one for one in fields_of(schema["cls"])}
        made["properties"] = {
            name: _property(inner, fields[name]) for name, inner in made["properties"].items()
        }
        return made


def _property(inner: JsonSchemaValue, field: Field) -> JsonSchemaValue:
    default = {"default": inner.pop("default")} if inner.get("default") else {}
    inner.pop("default", None)
    kinds = [one for one in inner.get("anyOf", [inner]) if one != {"type": "null"}]
    described: dict[str, Any] = {"description": "\n\n".join(describe(field, lang) for lang in LANGUAGES)}
    if field.example:
        described["examples"] = [_value(field.example)]
    if not field.required:
        kinds.append(_EMPTY)
    elif "$ref" not in kinds[0]:  # in draft 7, nothing beside a $ref counts
        return {**described, **kinds[0]}
    return {**described, **default, "anyOf": kinds}


def _value(example: str) -> Any:
    """An example as plain data, the way a file's reader sees it."""
    read = read_mapping("example", f"value: {example}")
    assert not isinstance(read, Problem)
    return read[0]["value"]
