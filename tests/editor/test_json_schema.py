"""JSON Schema, judged by a validator of its own: what Lontar accepts is valid, what it refuses is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from lontar.editor.json_schema import TRANSLATION, json_schemas
from lontar.errors import Problem
from lontar.load.documents import Document, parse_document
from lontar.load.kinds import WRITTEN
from lontar.load.yaml_guard import Plain, read_mapping
from lontar.model.urls import KINDS, SUFFIXES
from tests.building import ROOT

SCHEMAS = json_schemas()
RECORDS = sorted(
    path
    for folder, kind in KINDS.items()
    for path in (ROOT / "content" / folder).rglob("*")
    if path.name.endswith(SUFFIXES[kind])
)
GOOD: dict[str, dict[str, Any]] = {
    "article": {"title": "Judul", "date": "2025-11-26", "category": "kunjungan"},
    "product": {"name": "Kain", "category": "batik", "maker": "jono"},
    "maker": {"name": "Jono"},
    "page": {"title": "Tentang"},
    "site_config": {"site": {"title": "T", "url": "https://a.example"}},
}


def plain(value: Plain) -> Any:
    """As an editor's YAML reader sees it: numbers are just numbers."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return float(value) if isinstance(value, float) else value


def is_valid(kind: str, data: Any) -> bool:
    return bool(Draft7Validator(SCHEMAS[kind]).is_valid(data))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_sample_content_is_valid(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    kind = KINDS[name.split("/")[1]]
    document = parse_document(name, kind, path.read_bytes())
    assert isinstance(document, Document)
    schema = f"{kind}{TRANSLATION}" if document.lang else kind
    assert list(Draft7Validator(SCHEMAS[schema]).iter_errors(plain(dict(document.data)))) == []


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_translation_may_leave_out_everything_but_say_nothing_unknown(kind: str) -> None:
    assert not is_valid(kind, {})
    assert is_valid(f"{kind}{TRANSLATION}", {})
    assert not is_valid(f"{kind}{TRANSLATION}", {"nama": "Kain"})


def test_the_sample_configuration_is_valid() -> None:
    read = read_mapping("site_config.yaml", (ROOT / "site_config.yaml").read_text("utf-8"))
    assert not isinstance(read, Problem)
    assert list(Draft7Validator(SCHEMAS["site_config"]).iter_errors(plain(read[0]))) == []


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("article", {"title": None}),
        ("article", {"title": ""}),
        ("article", {"title": "a\nb"}),
        ("article", {"title": "j" * 201}),
        ("article", {"titel": "Judul"}),
        ("article", {"date": "26-11-2025"}),
        ("article", {"date": "besok"}),
        ("article", {"category": "Kunjungan Kerja"}),
        ("article", {"tags": "batik"}),
        ("article", {"tags": ["batik"] * 21}),
        ("article", {"draft": "ya"}),
        ("article", {"cover": "foto.jpg"}),
        ("article", {"cover": {"alt": "tanpa berkas"}}),
        ("article", {"photos": [{"file": "a.jpg", "teks": "x"}]}),
        ("article", {"aliases": ["tanpa-garis-miring"]}),
        ("product", {"price": "Rp175.000"}),
        ("product", {"price": -1}),
        ("product", {"price": 0}),
        ("product", {"availability": "ada"}),
        ("product", {"dimensions": {"panjang": 2}}),
        ("product", {"maker": None}),
        ("maker", {"kind": "toko"}),
        ("maker", {"coordinates": {"lat": -91, "lon": 111}}),
        ("maker", {"contact": {"email": "bukan surel"}}),
        ("maker", {"contact": {"website": "contoh.id"}}),
        ("maker", {"curated": {"status": "lulus"}}),
        ("page", {"menu": "atas"}),
        ("page", {"order": "satu"}),
        ("site_config", {"checks": {"links": "ya"}}),
        ("site_config", {"menus": []}),
        ("site_config", {"site": {"title": "T"}}),
    ],
)
def test_what_is_refused_is_invalid(kind: str, more: dict[str, Any]) -> None:
    assert is_valid(kind, GOOD[kind])
    assert not is_valid(kind, {**GOOD[kind], **more})


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("article", {"title": 2025}),
        ("article", {"summary": "", "cover": None, "tags": "", "expires_at": ""}),
        ("article", {"date": "2026-11-24T02:11:00.000Z"}),
        ("article", {"date": "2026-11-24 02:11:00+07:00"}),
        ("article", {"extra": {"bebas": [1, {"a": True}]}}),
        ("maker", {"contact": {"whatsapp": 6281200000000}}),
        ("product", {"attributes": {"Motif": "Sekar Jati", "Nomor": 12}}),
    ],
)
def test_what_is_accepted_is_valid(kind: str, more: dict[str, Any]) -> None:
    assert is_valid(kind, {**GOOD[kind], **more})


def test_fields_are_explained_in_both_languages() -> None:
    described = SCHEMAS["article"]["properties"]["location"]
    assert described["description"] == "Tempat kejadian.\n\nWhere it happened."
    assert described["examples"] == ["Temayang"]
    assert (
        "Nama berkas foto"
        in SCHEMAS["article"]["definitions"]["WrittenPhoto"]["properties"]["file"]["description"]
    )


def test_nothing_beside_a_reference_is_lost() -> None:
    """In draft 7 whatever stands beside a $ref is ignored."""

    def lonely(node: Any) -> bool:
        if isinstance(node, dict):
            return ("$ref" not in node or len(node) == 1) and all(map(lonely, node.values()))
        return not isinstance(node, list) or all(map(lonely, node))

    assert all(map(lonely, SCHEMAS.values()))
    assert not lonely({"a": [{"$ref": "#/x", "description": "lost"}]})
