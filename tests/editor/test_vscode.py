"""What VS Code is told: settings that leave others alone, and snippets of every field."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from lontar.editor.fields import fields_of
from lontar.editor.vscode import NotPlain, extensions, settings, snippets
from lontar.load.written.article import WrittenArticle
from tests.building import ROOT


def test_every_yaml_file_of_the_sample_has_one_schema() -> None:
    wired = json.loads(settings(""))["yaml.schemas"]
    files = [ROOT / "site_config.yaml", *(ROOT / "content").rglob("*.yaml")]
    assert len(files) > 25
    for file in files:
        path = PurePosixPath(file.relative_to(ROOT).as_posix())
        schemas = [schema for schema, globs in wired.items() if _is_meant(path, globs)]
        assert len(schemas) == 1, path
        assert schemas[0].endswith(".translation.json") is (path.name.count(".") > 1)
    assert all((ROOT / schema).is_file() for schema in wired)


def _is_meant(path: PurePosixPath, globs: list[str]) -> bool:
    """As yaml-language-server has it: some pattern fits, and none of those behind "!"."""
    taken = [glob for glob in globs if not glob.startswith("!")]
    left = [glob.removeprefix("!") for glob in globs if glob.startswith("!")]
    return any(_fits(path, glob) for glob in taken) and not any(_fits(path, glob) for glob in left)


def _fits(path: PurePosixPath, glob: str) -> bool:
    return path.match(glob.replace("/**/*", "/*")) or _below(path, glob)


def _below(path: PurePosixPath, glob: str) -> bool:
    folder, stars, end = glob.partition("/**/*")
    return bool(stars) and path.as_posix().startswith(f"{folder}/") and path.name.endswith(end)


def test_other_settings_stay() -> None:
    before = {"editor.tabSize": 3, "yaml.schemas": {"./own.json": ["own/*.yaml"]}}
    after = json.loads(settings(json.dumps(before)))
    assert after["editor.tabSize"] == 3
    assert after["yaml.schemas"]["./own.json"] == ["own/*.yaml"]
    assert "./docs/schema/product.json" in after["yaml.schemas"]
    assert settings(json.dumps(after)) == settings(json.dumps(before))


def test_the_yaml_extension_is_recommended_once() -> None:
    first = extensions('{"recommendations": ["own.extension"]}')
    assert json.loads(first)["recommendations"] == ["own.extension", "redhat.vscode-yaml"]
    assert extensions(first) == first


@pytest.mark.parametrize("text", ["{ // mine\n}", "[1]", "{"])
def test_what_is_not_plain_json_is_left_alone(text: str) -> None:
    with pytest.raises(NotPlain):
        settings(text)


def test_fields_and_embeds_have_snippets() -> None:
    made = json.loads(snippets())
    wanted = {f"{one.name}:" for one in fields_of(WrittenArticle) if one.example}
    assert wanted | {"menu:", "order:", "[[produk", "[[galeri", "[[survei", "[[video"} <= set(made)
    assert made["menu:"]["body"] == ["menu: ${1|utama,kaki|}"]
    assert made["cover:"]["body"] == [
        "cover: ${1:{file: /media/siswa.jpg, alt: Tiga siswa memegang canting\\}}"
    ]
    assert made["[[galeri"]["body"] == ["[[galeri]]"]
    assert {one["scope"] for one in made.values()} == {"markdown"}
