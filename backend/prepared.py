"""Statements of the busiest ways: written once for each database, then handed straight to its driver.

A push runs some ten statements, and SQLAlchemy's own work on each costs ten times what SQLite's does. Here
that work is done once: the text, the order of its values, and how each is turned on the way in and out.
The statement itself stays SQLAlchemy's, and so do the connection, its transaction and its errors.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles

from backend.extensions import db

Turn = Callable[[Any], Any]
# Where a session keeps the connection of its transaction; to be asked for it costs more than a statement.
CURRENT = "limber_connection"


@sa.event.listens_for(db.session, "after_begin")
def _begun(session: Any, _transaction: Any, connection: sa.Connection) -> None:
    session.info[CURRENT] = connection


@sa.event.listens_for(db.session, "after_transaction_end")
def _ended(session: Any, _transaction: Any) -> None:
    session.info.pop(CURRENT, None)


class AnyOf(sa.ColumnElement[bool]):
    """Whether a column holds one of the values of a list, which is one parameter however long it is."""

    inherit_cache = False
    type: sa.types.TypeEngine[Any] = sa.types.NULLTYPE

    def __init__(self, column: sa.ColumnElement[Any], name: str) -> None:
        self.column, self.values = column, sa.bindparam(name, type_=_List())


class _List(sa.types.TypeEngine[list[Any]]):
    """A list as each database takes one: SQLite as JSON, PostgreSQL as an array."""

    def bind_processor(self, dialect: sa.Dialect) -> Turn | None:
        """How a list goes in."""
        return _as_text if dialect.name == "sqlite" else None


@compiles(AnyOf, "sqlite")
def _any_of_json(element: AnyOf, compiler: Any, **words: Any) -> str:
    column, values = (compiler.process(part, **words) for part in (element.column, element.values))
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608  a placeholder


@compiles(AnyOf)
def _any_of_array(element: AnyOf, compiler: Any, **words: Any) -> str:
    column, values = (compiler.process(part, **words) for part in (element.column, element.values))
    return f"{column} = ANY({values})"


class _Form(NamedTuple):
    """A statement as one driver takes it. ins: place and turn of a value; outs: of a column."""

    text: str
    pick: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    constants: Mapping[str, Any]
    ins: tuple[tuple[int, Turn], ...]
    outs: tuple[tuple[int, Turn], ...]

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """Values in the driver's order and form."""
        found = list(self.pick({**self.constants, **values} if self.constants else values))
        for place, turn in self.ins:
            if found[place] is not None:
                found[place] = turn(found[place])
        return found

    def read(self, row: Iterable[Any]) -> tuple[Any, ...]:
        """A row with its columns as Python has them."""
        found = list(row)
        for place, turn in self.outs:
            found[place] = turn(found[place])
        return tuple(found)


class Prepared:
    """A statement with named parameters. names: those an INSERT fills."""

    def __init__(self, statement: Any, names: Iterable[str] | None = None) -> None:
        self.statement, self.names = statement, list(names) if names else None
        self._forms: dict[str, _Form] = {}

    def rows(self, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """What a SELECT finds, in the session's transaction."""
        form, found = self._run("execute", lambda form: form.bound(values), lambda cursor: cursor.fetchall())
        return list(map(form.read, found)) if form.outs else found

    def run(self, values: Mapping[str, Any]) -> int:
        """Write once; answers how many rows it touched."""
        touched: int
        _, touched = self._run("execute", lambda form: form.bound(values), lambda cursor: cursor.rowcount)
        return touched

    def run_many(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write for each row."""
        rows = list(rows)
        if len(rows) == 1:  # PostgreSQL's driver makes much ado of many
            self.run(rows[0])
        else:
            self._run("executemany", lambda form: list(map(form.bound, rows)), lambda cursor: None)

    def _run(self, how: str, values: Callable[[_Form], list[Any]], told: Turn) -> tuple[_Form, Any]:
        """values: what goes in. told: what is taken from the cursor; a driver may fail there too."""
        session = db.session()
        connection = session.info.get(CURRENT) or session.connection()
        form = self._forms.get(connection.dialect.name) or self._formed(connection.dialect)
        given = values(form)
        cursor: Any = None
        try:
            cursor = connection.connection.cursor()
            getattr(cursor, how)(form.text, given)
            answer = told(cursor)
            cursor.close()
        except Exception as error:
            # SQLAlchemy's own way to tell: its classes and hooks, and a lost connection let go.
            connection._handle_dbapi_exception(error, form.text, None, cursor, None)
            raise  # it has raised already
        return form, answer

    def _formed(self, dialect: sa.Dialect) -> _Form:
        # The drivers of both take values by place; what a statement may use rests on the driver's version.
        by_place = {"paramstyle": "qmark" if dialect.name == "sqlite" else "format"}
        made_by: Callable[..., sa.Dialect] = type(dialect)
        positional = made_by(dbapi=dialect.loaded_dbapi, **by_place)
        made = self.statement.compile(dialect=positional, column_keys=self.names)
        order = made.positiontup
        columns = list(self.statement.selected_columns) if self.statement.is_select else []
        form = self._forms[dialect.name] = _Form(
            str(made),
            _in_order(order),
            {name: made.binds[name].value for name in order if not made.binds[name].required},
            _turns(_way_in(made.binds[name].type, dialect) for name in order),
            _turns(_way_out(column.type, dialect) for column in columns),
        )
        return form


def _in_order(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)


def _turns(ways: Iterable[Turn | None]) -> tuple[tuple[int, Turn], ...]:
    return tuple((place, turn) for place, turn in enumerate(ways) if turn is not None)


def _way_in(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Turn | None:
    if isinstance(kind, sa.JSON):
        return _as_text
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _way_out(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Turn | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _as_text(value: Any) -> str:
    return orjson.dumps(value).decode()
