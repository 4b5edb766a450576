"""The nouns as JSON Lines, both ways: one record a line, keys in the order of the fields, sorted as the result is.

ASCII only, no NaN, no clock, no absolute paths; scores and points rounded to 0.1, so that a diff is not noise.
Every field is described in docs/jsonl.md, with the rule by which `SCHEMA` changes.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from xref import model
from xref.errors import OutputError
from xref.model import CrossReference, Span

SCHEMA = 1
"""Changes when a field goes or changes its meaning; an added field does not change it."""


@attrs.frozen
class Run:
    """What a result was made with."""

    codebook: model.Codebook
    """what was looked for"""
    settings: model.Settings
    """limits in force"""
    versions: tuple[tuple[str, str], ...] = ()
    """name and version of what decides a result"""
    series: tuple[str, ...] = ()
    """ids of the calendars shown, in order"""


KINDS: dict[str, tuple[str, type]] = {
    "documents": ("document", model.Document),
    "blocks": ("block", model.Block),
    "claims": ("claim", model.Claim),
    "hits": ("hit", model.Hit),
    "matches": ("match", model.Match),
    "contradictions": ("contradiction", model.Contradiction),
    "actors": ("actor", model.Actor),
    "merges": ("merge", model.Merge),
    "problems": ("problem", model.Problem),
    "run": ("run", Run),
}
"""Kind (and name of the file) -> name of one record, type of its noun."""

_NAMES = {noun: name for name, noun in KINDS.values()}
_NOUNS = dict(KINDS.values())
_ROUNDED = {"score", "points"}


def to_record(noun: object) -> dict[str, Any]:
    """`noun` (one of the types in KINDS) as plain lists, dictionaries, strings and numbers; raises KeyError else."""
    return {"schema": SCHEMA, "record": _NAMES[type(noun)], **_CONVERTER.unstructure(noun)}


def to_terse(noun: object) -> dict[str, Any]:
    """As `to_record`, for what no other program reads: nothing is rounded, and what says nothing new is left out."""
    return {"record": _NAMES[type(noun)], **_TERSE.unstructure(noun)}


def from_terse(record: Any) -> object:
    """The noun of a record of `to_terse`; raises KeyError, TypeError or ValueError when it is none."""
    noun = _NOUNS[record["record"]]
    return _TERSE.get_structure_hook(noun)(record, noun)


def to_line(noun: object) -> str:
    """`noun` as one line of JSON, line end included."""
    return json.dumps(to_record(noun), ensure_ascii=True, allow_nan=False, separators=(", ", ": ")) + "\n"


def to_row(name: str, noun: object) -> str:
    """A record of an answer that only a command prints, of the name `name`, in the same form; line end included."""
    record = {"schema": SCHEMA, "record": name, **_CONVERTER.unstructure(noun)}
    return json.dumps(record, ensure_ascii=True, allow_nan=False, separators=(", ", ": ")) + "\n"


def lines(kind: str, result: CrossReference) -> Iterator[str]:
    """The records of `kind` (a key of KINDS) in `result`, each a line of JSON; raises KeyError for another kind."""
    if kind == "run":
        series = tuple(series.id for series in result.calendars.shown)
        yield to_line(Run(result.codebook, result.settings, result.versions, series))
        return
    KINDS[kind]
    for noun in getattr(result, kind):
        yield to_line(noun)


def read_lines(source: Iterable[str], where: str = "") -> Iterator[object]:
    """The nouns in lines of JSON, in order; empty lines are passed over and fields of a later xref are ignored.

    `where` is shown in messages. Raises OutputError with the line's number when a line is no record of schema 1, or a
    field is missing or of another type: nothing is converted.
    """
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        place = f"{where or 'input'}, line {number}"
        record = _parse(line, place)
        noun = _NOUNS[record["record"]]
        try:
            yield _CONVERTER.structure(record, noun)
        except cattrs.BaseValidationError as fault:
            faults = tuple(cattrs.transform_error(fault, path="", format_exception=_say))
            raise OutputError(f"{place}: not a {record['record']} as xref writes it", faults) from fault


def _parse(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:  # RecursionError: a thousand brackets
        raise OutputError(f"{place}: not JSON; write the file again with `xref report`") from fault
    if not isinstance(record, dict) or "schema" not in record:
        raise OutputError(f"{place}: not a record of xref")
    if record["schema"] != SCHEMA or isinstance(record["schema"], bool):
        raise OutputError(f"{place}: written by another version of xref (this one reads schema {SCHEMA})")
    if not isinstance(record.get("record"), str) or record["record"] not in _NOUNS:
        raise OutputError(f"{place}: unknown record; known are {', '.join(_NOUNS)}")
    return record


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _say(fault: BaseException, _: type | None) -> str:
    return "missing" if isinstance(fault, KeyError) else str(fault)


# -- one converter for both ways; its readers refuse what they would otherwise bend into shape --


def _strictly(expected: type) -> Callable[[object, type], Any]:
    def read(value: object, _: type) -> Any:
        if type(value) is expected:
            return value
        if expected is float and type(value) is int:
            return float(value)
        raise TypeError(f"expected {expected.__name__}, found {type(value).__name__}")

    return read


def _read_value(value: object, _: Any) -> Any:
    if type(value) not in (str, int, bool):
        raise TypeError(f"expected a word, a number or a yes or no, found {type(value).__name__}")
    return value


def _read_day(value: object, _: type) -> dt.date:
    # fromisoformat takes "20130515" and "2013-W20-3" too: only the form that is written is read.
    day = dt.date.fromisoformat(value) if isinstance(value, str) else None
    if day is None or day.isoformat() != value:
        raise TypeError("expected a day as 2013-05-15")
    return day


def _read_span(value: object, _: type) -> Span:
    # in full, since there are a million spans in a large corpus
    if not (type(value) is list and len(value) == 2 and type(value[0]) is int and type(value[1]) is int):
        raise TypeError("expected a span as [start, end]")
    return Span(*value)


def _is_tuple(shape: Any) -> bool:
    origin: object = typing.get_origin(shape)
    return origin is tuple


def _tuple_reader(shape: Any, converter: cattrs.Converter) -> Callable[[object, Any], tuple[Any, ...]]:
    parts = typing.get_args(shape)
    # looked up once, not for each item
    reads = [converter.get_structure_hook(part) for part in parts if part is not Ellipsis]

    def read_many(value: object, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise TypeError("expected a list")
        # as most lists of a claim are
        return tuple([reads[0](item, parts[0]) for item in value]) if value else ()

    def read(value: object, _: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(parts):
            raise TypeError(f"expected a list of {len(parts)}")
        return tuple(one(item, part) for one, item, part in zip(reads, value, parts, strict=True))

    return read_many if parts[-1] is Ellipsis else read


def _round(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError(f"not a score: {number}")
    return round(float(number), 1)


def _record_writer(noun: type, converter: cattrs.Converter) -> Callable[[Any], dict[str, Any]]:
    if not converter.detailed_validation:
        return make_dict_unstructure_fn(noun, converter, _cattrs_omit_if_default=True)
    rounded: dict[str, Any] = {f.name: override(unstruct_hook=_round) for f in attrs.fields(noun) if f.name in _ROUNDED}
    return make_dict_unstructure_fn(noun, converter, **rounded)


def _record_reader(noun: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    read: Callable[[Any, Any], Any] = make_dict_structure_fn(noun, converter)

    def read_checked(value: object, shape: Any) -> Any:
        if type(value) is not dict:
            raise TypeError(f"expected an object, found {type(value).__name__}")
        return read(value, shape)

    return read_checked


def _make_converter(*, detailed: bool) -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=False, detailed_validation=detailed)
    for plain in (str, int, float, bool):
        converter.register_structure_hook(plain, _strictly(plain))
    converter.register_structure_hook_func(lambda shape: shape == str | int | bool, _read_value)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(attrs.has, _record_reader)
    converter.register_unstructure_hook_factory(attrs.has, _record_writer)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(dt.date, _read_day)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    return converter


_CONVERTER = _make_converter(detailed=True)
_TERSE = _make_converter(detailed=False)
