"""Which reader reads which kind of value."""

from __future__ import annotations

from tui.files.format import Kind
from tui.files.kinds import (
    Reader,
    read_choice,
    read_count,
    read_denial,
    read_field_name,
    read_flag,
    read_id,
    read_identity,
    read_number,
    read_one_or_more,
    read_report_id,
    read_siglum,
    read_text,
    read_texts,
    read_time,
    read_zone,
)
from tui.files.kinds_nested import (
    read_claims,
    read_columns,
    read_figures,
    read_groups,
    read_narrower,
    read_ranges,
    read_roles,
    read_values,
)

READERS: dict[Kind, Reader] = {
    Kind.TEXT: read_text,
    Kind.ID: read_id,
    Kind.REPORT_ID: read_report_id,
    Kind.REFERENCE: read_text,
    Kind.TEXTS: read_texts,
    Kind.ONE_OR_MORE: read_one_or_more,
    Kind.TIME: read_time,
    Kind.FLAG: read_flag,
    Kind.NUMBER: read_number,
    Kind.COUNT: read_count,
    Kind.CHOICE: read_choice,
    Kind.SIGLUM: read_siglum,
    Kind.ZONE: read_zone,
    Kind.RANGES: read_ranges,
    Kind.GROUPS: read_groups,
    Kind.NARROWER: read_narrower,
    Kind.ROLES: read_roles,
    Kind.FIGURES: read_figures,
    Kind.CLAIMS: read_claims,
    Kind.DENIAL: read_denial,
    Kind.IDENTITY: read_identity,
    Kind.FIELD_NAME: read_field_name,
    Kind.VALUES: read_values,
    Kind.COLUMNS: read_columns,
}
"""The reader of every kind."""
