"""Reads a report in every format with readers of other people's making, and compares each with the log in the file.

Usage: same.py WORKSPACE FOLDER. The folder holds events.* (the preset event-log) and effects.parquet, effects.ndjson.
"""

import csv
import datetime as dt
import html.parser
import json
import sqlite3
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl

UTC = dt.timezone.utc
EPOCH = dt.datetime(1970, 1, 1, tzinfo=UTC)
TITLES = ["Number", "Time", "Event", "Customer", "Session", "Effects", "State", "Total", "Discount", "Rejections", "Source"]
COLUMNS = "seq, at, kind, profile, session, effect_count, state, total, discount, rejection_count, source"
MONEY = {7, 8}
COUNTS = {0, 5, 9}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def log(workspace):
    """The journal as typed rows, newest first; what is empty is None."""
    for row in workspace.execute(f"SELECT {COLUMNS} FROM journal ORDER BY seq DESC"):
        yield tuple(
            (EPOCH + dt.timedelta(microseconds=cell)) if place == 1
            else Decimal(cell) if place in MONEY and cell
            else None if cell == ""
            else cell
            for place, cell in enumerate(row)
        )


def typed(cells):
    """Cells of a text format as typed ones."""
    def one(place, cell):
        if cell in ("", None):
            return None
        if place == 1:
            return dt.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        if place in MONEY:
            return Decimal(cell)
        if place in COUNTS:
            return int(cell)
        return cell
    return tuple(one(place, cell) for place, cell in enumerate(cells))


def plain(cell):
    """A CSV cell without the mark that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def check(name, found, expected):
    found, expected = list(found), list(expected)
    assert len(found) == len(expected), f"{name}: {len(found)} rows, {len(expected)} in the log"
    for number, (one, other) in enumerate(zip(found, expected)):
        assert one == other, f"{name}, row {number}: {one} is not {other}"
    print(f"{name}: {len(found)} rows are the log's")


def read_csv(path, **style):
    with open(path, encoding=style.pop("encoding", "utf-8"), newline="") as file:
        rows = list(csv.reader(file, **style))
    assert rows[0] == TITLES, rows[0]
    for row in rows[1:]:
        for place, cell in enumerate(row):
            if place not in MONEY | COUNTS:
                assert not cell.startswith(FORMULA), f"a formula: {cell!r}"
    return [typed([plain(cell) for cell in row]) for row in rows[1:]]


def objects(rows):
    for row in rows:
        assert list(row) == TITLES, row
        assert all(isinstance(list(row.values())[place], int) for place in COUNTS), row
        yield typed(list(row.values()))


def xlsx(path):
    book = openpyxl.load_workbook(path)
    sheet = book["Report"]
    assert sheet.freeze_panes == "A2", sheet.freeze_panes
    assert sheet.auto_filter.ref == f"A1:K{sheet.max_row}", sheet.auto_filter.ref
    made = {row[0].value: row[1].value for row in book["How this was made"].iter_rows()}
    assert made["Time zone"] == "UTC" and made["Rows"] == str(sheet.max_row - 1), made
    assert made["Made up"].endswith('(source "crowd").'), made
    rows = sheet.iter_rows()
    assert [cell.value for cell in next(rows)] == TITLES
    for row in rows:
        assert all(cell.data_type in ("s", "n", "d") for cell in row), [cell.data_type for cell in row]
        values = [cell.value for cell in row]
        # A spreadsheet keeps times as binary fractions of a day, and shows milliseconds.
        values[1] = values[1].replace(tzinfo=UTC)
        # openpyxl reads an amount as the nearest binary fraction, whose shortest writing is what was written; an amount
        # of more than 15 digits is text.
        yield tuple(None if cell is None else Decimal(str(cell)) if place in MONEY else cell for place, cell in enumerate(values))


def to_millis(rows):
    for row in rows:
        time = row[1] + dt.timedelta(microseconds=500)
        yield row[:1] + (time.replace(microsecond=time.microsecond // 1000 * 1000),) + row[2:]


class Table(html.parser.HTMLParser):
    """The cells of the first table of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.cell, self.tables = [], None, 0

    def handle_starttag(self, tag, attrs):
        assert tag in {"html", "meta", "title", "style", "h1", "h2", "table", "thead", "tbody", "tr", "th", "td"}, tag
        if tag == "table":
            self.tables += 1
        if tag == "tr" and self.tables == 1:
            self.rows.append([])
        if tag in ("th", "td"):
            self.cell = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            if self.tables == 1:
                self.rows[-1].append(self.cell)
            self.cell = None


def page(path):
    table = Table()
    table.feed(path.read_text(encoding="utf-8"))
    assert table.rows[0] == TITLES, table.rows[0]
    return [typed(row) for row in table.rows[1:]]


def parquet(path, columns):
    duckdb.sql("SET TimeZone='UTC'")
    return duckdb.sql(f"SELECT {columns} FROM read_parquet('{path}')").fetchall()


def main():
    workspace = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    folder = Path(sys.argv[2])
    expected = list(log(workspace))
    assert any(row[4] and row[4].startswith("=cmd") for row in expected), "no hostile text in the log"
    check("csv", read_csv(folder / "events.csv"), expected)
    check("csv for Excel", read_csv(folder / "excel.csv", encoding="utf-8-sig", delimiter=";"), expected)
    assert (folder / "excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    check("json", objects(json.loads((folder / "events.json").read_text("utf-8"))), expected)
    lines = (folder / "events.ndjson").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    check("ndjson", objects(json.loads(line) for line in lines), expected)
    check("xlsx", to_millis(xlsx(folder / "events.xlsx")), to_millis(expected))
    check("html", page(folder / "events.html"), expected)
    types = duckdb.sql(f"DESCRIBE SELECT * FROM read_parquet('{folder}/events.parquet')").fetchall()
    assert [(row[0], row[1]) for row in types][7] == ("Total", "DECIMAL(38,18)"), types
    check("parquet", parquet(folder / "events.parquet", "*"), expected)

    given = workspace.execute(
        "SELECT seq, place + 1, effect_type, value FROM effect ORDER BY seq DESC, place"
    ).fetchall()
    is_money = {"setDiscount": 1, "setDiscountPerItem": 1, "rollbackDiscount": -1}
    money = lambda kind, value: Decimal(value) * is_money[kind] if kind in is_money else None
    check(
        "effects in parquet",
        parquet(folder / "effects.parquet", "Number, Place, Effect, Amount"),
        [(seq, place, kind, money(kind, value)) for seq, place, kind, value in given],
    )

    grant = "kind = 'talon_session_closed' OR kind = 'talon_session_created' AND state = 'closed'"
    take = "kind IN ('talon_session_revoked', 'talon_session_partially_returned', 'talon_session_reopened')"
    days = {}
    for day, kind, value, is_grant, is_taken in workspace.execute(
        f"SELECT date(at / 1000000, 'unixepoch'), effect_type, value, {grant}, {take} FROM effect JOIN journal USING (seq)"
    ):
        given, back = days.get(day, (Decimal(0), Decimal(0)))
        if is_grant and kind in ("setDiscount", "setDiscountPerItem"):
            given += Decimal(value)
        if is_taken and kind == "rollbackDiscount":
            back += Decimal(value)
        days[day] = (given, back)
    assert any(given for given, _ in days.values()) and any(back for _, back in days.values()), days
    check(
        "discounts by day",
        [(str(day), given, back) for day, given, back in parquet(folder / "days.parquet", "*")],
        [(day, *days[day]) for day in sorted(days)],
    )


main()
