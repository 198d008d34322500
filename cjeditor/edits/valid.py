"""Values typed in by people, made fit for a record or refused with a sentence."""

from typing import Any, TypeVar

from pydantic import ValidationError

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.model.problems import problem_of

F = TypeVar("F", bound=Frozen)


def changed(record: F, field: str, value: object) -> F:
    """Return *record* with *value* in *field*, its text cleaned.

    Only fields with a title can be changed, those that people see; where a record stands
    is the matter of edits of its own.

    Raises:
        EditError: There is no such field or the value does not fit.
    """
    found = type(record).model_fields.get(field)
    if found is None or found.title is None:
        raise EditError(mark("There is no field “{name}” to change."), name=field)
    try:
        return record.replace(**{field: clean(value)})
    except ValidationError as error:
        raise refusal(error, found.title) from error


def made(record_type: type[F], /, **fields: Any) -> F:
    """Return a new record with its text cleaned.

    Raises:
        EditError: A value does not fit.
    """
    try:
        return record_type(**{name: clean(value) for name, value in fields.items()})
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise refusal(error, record_type.model_fields[field].title or field) from error


def refusal(error: ValidationError, title: str) -> EditError:
    """Return the refusal that says what is wrong with the field called *title*."""
    problem = problem_of(error.errors()[0])
    return EditError(problem.reason, field=title, **problem.values)


def clean(value: Any) -> Any:
    """Return *value* with line ends as LF and without halves of surrogate pairs in its text.

    Clipboards, workbooks and file names bring both; neither can be saved as UTF-8 as it is.
    """
    match value:
        case str():
            paired = value.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
            return paired.replace("\r\n", "\n").replace("\r", "\n")
        case tuple():
            return tuple(clean(each) for each in value)
        case Frozen():
            return value.replace(**{name: clean(each) for name, each in vars(value).items()})
        case _:
            return value
