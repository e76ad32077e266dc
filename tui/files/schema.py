"""Dossier format 1 as a JSON Schema, so that editors can check and complete TOML. Says nothing `format` does not."""

from __future__ import annotations

from tui.files.format import (
    FIELD_FAMILIES,
    FIELD_NAMES,
    ID_PATTERN,
    REPORT_ID_PATTERN,
    ROLE_PATTERN,
    TABLES,
    Key,
    Kind,
    Shape,
    Table,
)

_Schema = dict[str, object]

_TEXT: _Schema = {"type": "string"}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}
_TEXT_OR_TEXTS: _Schema = {"anyOf": [_TEXT, _TEXTS]}
_NUMBER_PAIR: _Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
_FIELD_NAME: _Schema = {
    "type": "string",
    "pattern": "^("
    + "|".join([*FIELD_NAMES, *(family.replace(".", r"\.") + ".+" for family in FIELD_FAMILIES)])
    + ")$",
}
_FOUR: _Schema = {"type": "array", "items": {"type": "integer"}, "minItems": 4, "maxItems": 4}

_OF_KIND: dict[Kind, _Schema] = {
    Kind.TEXT: _TEXT,
    Kind.ID: {"type": "string", "pattern": f"^{ID_PATTERN}$"},
    Kind.REPORT_ID: {"type": "string", "pattern": f"^{REPORT_ID_PATTERN}$"},
    Kind.REFERENCE: _TEXT,
    Kind.TEXTS: _TEXTS,
    Kind.ONE_OR_MORE: _TEXT_OR_TEXTS,
    Kind.TIME: _TEXT,
    Kind.FLAG: {"type": "boolean"},
    Kind.NUMBER: {"type": "number"},
    Kind.COUNT: {"type": "integer"},
    Kind.CHOICE: _TEXT,
    Kind.SIGLUM: {"type": "string", "minLength": 2, "maxLength": 5},
    Kind.ZONE: {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]*$"},
    Kind.RANGES: {"type": "object", "additionalProperties": _FOUR},
    Kind.GROUPS: {"type": "array", "items": _TEXTS},
    Kind.NARROWER: {"type": "object", "additionalProperties": _TEXTS},
    Kind.ROLES: {
        "anyOf": [
            _TEXT,
            _TEXTS,
            {
                "type": "object",
                "propertyNames": {"pattern": f"^{ROLE_PATTERN}$"},
                "additionalProperties": _TEXT_OR_TEXTS,
            },
        ]
    },
    Kind.FIGURES: {
        "type": "object",
        "propertyNames": {"minLength": 1},
        "additionalProperties": {"anyOf": [_TEXT, {"type": "number"}, _NUMBER_PAIR]},
    },
    Kind.CLAIMS: {
        "type": "object",
        "propertyNames": {"minLength": 1},
        "additionalProperties": {"anyOf": [_TEXT, {"type": "boolean"}, _TEXTS]},
    },
    Kind.DENIAL: {"anyOf": [{"type": "boolean"}, {"type": "array", "items": _FIELD_NAME}]},
    Kind.IDENTITY: {"enum": [True, False, "disputed"]},
    Kind.FIELD_NAME: _FIELD_NAME,
    Kind.COLUMNS: {"type": "object", "additionalProperties": {"anyOf": [_TEXT, _TEXTS, {"type": "object"}]}},
    Kind.VALUES: {
        "type": "object",
        "additionalProperties": {"anyOf": [_TEXT, {"type": "number"}, {"type": "boolean"}, _NUMBER_PAIR]},
    },
}
"""The schema of every kind, before the limits of a key. A TOML date counts as text, as TOML editors have it."""


def schema() -> dict[str, object]:
    """The whole format as a JSON Schema (draft 2020-12) of one file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rashomon dossier, format 1",
        "description": "One file of a dossier: who says what about which event.",
        "type": "object",
        "properties": {table.name: _table_schema(table) for table in TABLES},
        "additionalProperties": False,
    }


def _table_schema(table: Table) -> _Schema:
    one: _Schema = {
        "type": "object",
        "description": table.about,
        "properties": {key.name: _key_schema(key) for key in table.keys},
        "additionalProperties": False,
    }
    required = [key.name for key in table.keys if key.required]
    if required:
        one["required"] = required
    if table.shape is Shape.ONE:
        return one
    many: _Schema = {"type": "array", "description": table.about, "items": one}
    return many if table.shape is Shape.MANY else {"anyOf": [one, many]}


def _key_schema(key: Key) -> _Schema:
    found = _OF_KIND[key.kind] | {"description": key.about}
    if key.choices:
        found["enum"] = list(key.choices)
    if key.low is not None:
        found["minimum"] = key.low
    if key.high is not None:
        found["maximum"] = key.high
    return found
