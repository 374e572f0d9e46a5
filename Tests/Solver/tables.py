#!/usr/bin/env python3
"""Random decision tables: what `yijian check` says against what the solver Z3 says.

For each table the solver decides, from the text of its cells alone, which rules can hold at all, whether some
value is left out, which rules of a unique table overlap and which of a first-match table are never used. The
verdicts must be the same, every witness that the check prints must really be left out (or taken twice), and the
rules it suggests must touch no other and, where it names all gaps, close the table.

Usage: tables.py YIJIAN [tables, 1200] [seed, 1]
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta

import z3

EPOCH = date(1970, 1, 1)
GRADES = ["甲", "乙", "丙", "丁"]
KINDS = ["食堂", "餐馆", "超市"]
TEXTS = ["七宝", "莘庄", "虹桥"]
OTHER = "别处"


class Column:
    """A parameter: its type, the constants that its cells use, and what the solver takes it for."""

    numbers = {"整数": "", "户": "户", "自然日": "自然日"}

    def __init__(self, name, rnd):
        self.name = name
        self.kind = rnd.choice(["整数", "整数", "小数", "百分比", "布尔", "级", "类", "文本", "日期", "户", "自然日"])
        self.optional = rnd.random() < 0.25
        sort = {"布尔": z3.Bool, "小数": z3.Real, "百分比": z3.Real, "文本": z3.String}.get(self.kind, z3.Int)
        self.value = sort(name)
        self.absent = z3.Bool(name + "?")

    @property
    def type(self):
        return self.kind + ("?" if self.optional else "")

    @property
    def ordered(self):
        return self.kind not in ("布尔", "类", "文本")

    def domain(self):
        """What values there are."""
        bounds = {"级": (0, len(GRADES) - 1), "类": (0, len(KINDS) - 1),
                  "日期": ((date(1, 1, 1) - EPOCH).days, (date(9999, 12, 31) - EPOCH).days)}
        parts = [] if self.optional else [z3.Not(self.absent)]
        if self.kind in bounds or self.kind in Column.numbers:
            low, high = bounds.get(self.kind, (-2**63, 2**63 - 1))
            parts.append(z3.And(self.value >= low, self.value <= high))
        return z3.And(parts) if parts else z3.BoolVal(True)

    def constant(self, rnd):
        if self.kind in Column.numbers:
            if rnd.random() < 0.05:
                return str(rnd.choice([2**63 - 1, 0, -1]))
            return str(rnd.randint(-2, 8))
        if self.kind == "小数":
            return rnd.choice(["0", "1", "1.5", "2", "2.25", "3", "-0.5"])
        if self.kind == "百分比":
            return rnd.choice(["0%", "2.5%", "5%", "20%", "2‰", "100%"])
        if self.kind == "日期":
            return str(date(2026, 1, 1) + timedelta(days=rnd.randint(-3, 6)))
        if self.kind == "布尔":
            return rnd.choice(["真", "假"])
        return {"级": GRADES, "类": KINDS}.get(self.kind) and rnd.choice({"级": GRADES, "类": KINDS}[self.kind]) \
            or '"' + rnd.choice(TEXTS) + '"'

    def literal(self, text):
        """The solver's value of a constant as the language writes it."""
        text = text.strip()
        if self.kind in Column.numbers:
            unit = Column.numbers[self.kind]
            return z3.IntVal(int(text.removesuffix(unit).strip()))
        if self.kind == "小数":
            return z3.RealVal(text)
        if self.kind == "百分比":
            hundredths = text.endswith("%")
            return z3.RealVal(text[:-1]) / (100 if hundredths else 1000)
        if self.kind == "日期":
            return z3.IntVal((date.fromisoformat(text) - EPOCH).days)
        if self.kind == "布尔":
            return z3.BoolVal({"真": True, "假": False}[text])
        if self.kind == "文本":
            return z3.StringVal(text.strip('"'))
        return z3.IntVal({"级": GRADES, "类": KINDS}[self.kind].index(text))

    # Cells: their texts, and what a text means. The meaning is read from the text, so that the
    # suggestions of the check are read by the same function.

    def cell(self, rnd, depth=2):
        roll = rnd.random()
        if depth == 2 and roll < 0.25:
            return "_"
        if self.optional and roll < 0.35:
            return rnd.choice(["无", "非 无"])
        if depth > 0 and roll < 0.45:
            return ", ".join(self.cell(rnd, 0) for _ in range(rnd.randint(2, 3)))
        if depth > 0 and roll < 0.5:
            return "非 " + self.cell(rnd, 0).removeprefix("非 ")
        if self.ordered and roll < 0.85:
            if rnd.random() < 0.5:
                return rnd.choice(["<", "<=", ">", ">=", "!="]) + " " + self.constant(rnd)
            ends = [self.constant(rnd), self.constant(rnd)]
            if rnd.random() < 0.9:
                ends.sort(key=lambda text: self.rank(text))
            return "..".join(ends)
        return self.constant(rnd)

    def rank(self, text):
        return float(z3.simplify(z3.ToReal(v) if z3.is_int(v := self.literal(text)) else v).as_fraction())

    def alternatives(self, text):
        return re.split(r"[,、]\s*", text.strip())

    def holds(self, text):
        text = text.strip()
        if text in ("_", "否则"):
            return z3.BoolVal(True)
        pieces = self.alternatives(text)
        if len(pieces) > 1:
            return z3.Or([self.holds(piece) for piece in pieces])
        if text.startswith("非"):
            return z3.Not(self.holds(text.removeprefix("非")))
        if text == "无":
            return self.absent
        present = z3.Not(self.absent)
        sign = re.match(r"(<=|>=|!=|==|<|>)(.*)", text)
        if sign:
            other = self.literal(sign[2])
            return z3.And(present, {
                "<": lambda: self.value < other, "<=": lambda: self.value <= other,
                ">": lambda: self.value > other, ">=": lambda: self.value >= other,
                "!=": lambda: self.value != other, "==": lambda: self.value == other}[sign[1]]())
        if ".." in text:
            low, high = text.split("..")
            return z3.And(present, self.value >= self.literal(low), self.value <= self.literal(high))
        return z3.And(present, self.value == self.literal(text))

    def example(self, text):
        """The one value that a witness names."""
        if text in ("无", "非 无"):
            return self.holds(text)
        other = re.match(r"(?:a text other than|any text)", text)
        if other:
            return z3.And(z3.Not(self.absent), self.value == z3.StringVal(OTHER))
        return z3.And(z3.Not(self.absent), self.value == self.literal(text))


class Table:
    def __init__(self, number, rnd):
        self.name = f"表{number}"
        self.policy = rnd.choice(["唯一", "首个"])
        self.columns = [Column(f"列{index}", rnd) for index in range(rnd.randint(1, 4))]
        large = rnd.random() < 0.05
        count = rnd.randint(10, 24) if large else rnd.randint(1, 7)
        self.rows = [[column.cell(rnd) for column in self.columns] for _ in range(count)]
        if rnd.random() < 0.35:
            self.split(rnd)
        if rnd.random() < 0.35:
            self.rows.append(["_"] * len(self.columns))

    def split(self, rnd):
        """Puts a row and its complement in one column: a table that is often nearly complete."""
        index = rnd.randrange(len(self.columns))
        cell = self.columns[index].constant(rnd)
        for text in (cell, "非 " + cell):
            row = ["_"] * len(self.columns)
            row[index] = text
            self.rows.append(row)

    def lines(self):
        parameters = ", ".join(f"{column.name}: {column.type}" for column in self.columns)
        yield f"判定 {self.name}({parameters}) -> 整数 {self.policy} {{"
        yield "  " + " | ".join(column.name for column in self.columns) + " | 结论"
        for number, row in enumerate(self.rows):
            yield "  " + " | ".join(row) + f" | {number}"
        yield "}"

    # What the solver says.

    def solve(self):
        self.solver = z3.Solver()
        self.solver.add([column.domain() for column in self.columns])
        self.conditions = [self.condition(row) for row in self.rows]

    def condition(self, row):
        return z3.And([column.holds(cell) for column, cell in zip(self.columns, row)])

    def possible(self, *conditions):
        self.solver.push()
        self.solver.add(*conditions)
        answer = self.solver.check()
        self.solver.pop()
        assert answer != z3.unknown, self.solver.reason_unknown()
        return answer == z3.sat

    def impossible_cells(self):
        found = set()
        for number, row in enumerate(self.rows):
            for index, (column, cell) in enumerate(zip(self.columns, row)):
                pieces = [cell] if cell == "_" else column.alternatives(cell)
                if any(not self.possible(column.holds(piece)) for piece in pieces):
                    found.add((number, index))
        return found

    def has_gap(self):
        return self.possible(z3.Not(z3.Or(self.conditions)))

    def overlaps(self):
        return {(first, second) for second in range(len(self.rows)) for first in range(second)
                if self.possible(self.conditions[first], self.conditions[second])}

    def unused(self):
        return {row for row, condition in enumerate(self.conditions)
                if self.possible(condition)
                and not self.possible(condition, z3.Not(z3.Or(self.conditions[:row])))}

    def point(self, witness):
        """The values that a witness names, as a condition; columns that it leaves out may have any."""
        parts = []
        names = "|".join(column.name for column in self.columns)
        for name, text in re.findall(rf"({names}) = (.*?)(?=, (?:{names}) = |$)", witness):
            column = next(column for column in self.columns if column.name == name)
            parts.append(column.example(text))
        return z3.And(parts) if parts else z3.BoolVal(True)


def check(tool, tables, counts):
    lines = ["枚举 级 有序 { %s }" % ", ".join(GRADES), "枚举 类 { %s }" % ", ".join(KINDS)]
    place = {}
    for table in tables:
        for index, line in enumerate(table.lines()):
            lines.append(line)
            place[len(lines)] = (table, index - 2)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tables.yj")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        run = subprocess.run([tool, "check", path, "--format", "json", "--lang", "en"], capture_output=True)
    report = json.loads(run.stdout)
    found = {table: [] for table in tables}
    for diagnostic in report["diagnostics"]:
        line = diagnostic["location"]["start"]["line"]
        table, row = place[line]
        if not diagnostic["code"].startswith("YJ040"):
            raise SystemExit(f"{diagnostic['code']} {diagnostic['message']}: {lines[line - 1]}")
        found[table].append((diagnostic, row))
    for table in tables:
        problem = compare(table, found[table], place, counts)
        if problem:
            text = "\n".join(table.lines())
            reports = "\n".join(diagnostic["message"] for diagnostic, _ in found[table])
            raise SystemExit(f"the check and the solver disagree: {problem}\n\n{text}\n\n{reports}")


def compare(table, found, place, counts):
    table.solve()
    counts["tables"] += 1
    counts["rules"] += len(table.rows)

    def rows(code, others):
        result = set()
        for diagnostic, row in found:
            if diagnostic["code"] == code:
                result.add(row)
                result |= {place[label["location"]["start"]["line"]][1] for label in diagnostic["related"]
                           if others in label["message"]}
        return result

    impossible = table.impossible_cells()
    told = [row for diagnostic, row in found if diagnostic["code"] == "YJ0404"]
    if sorted(told) != sorted(row for row, _ in impossible):
        return f"impossible cells {impossible}"
    counts["impossible cells"] += len(impossible)
    gaps = [diagnostic for diagnostic, _ in found if diagnostic["code"] == "YJ0401"]
    has_gap = table.has_gap()
    # A pattern that nothing satisfies is the likely cause of a gap, and told alone.
    if not impossible and bool(gaps) != has_gap:
        return f"gap: {has_gap}"
    counts["complete" if not has_gap else "with a gap"] += 1
    for gap in gaps:
        witness = gap["message"].split(" has no rule for: ", 1)[1]
        if table.possible(z3.Or(table.conditions), table.point(witness)) or not table.possible(table.point(witness)):
            return f"witness {witness}"
        counts["witnesses"] += 1
        problem = suggestions(table, gap, counts)
        if problem:
            return problem
    if table.policy == "唯一":
        pairs = set()
        for diagnostic, row in found:
            if diagnostic["code"] != "YJ0402":
                continue
            for label in diagnostic["related"]:
                other = place[label["location"]["start"]["line"]][1]
                pairs.add((min(row, other), max(row, other)))
            first, second = map(int, re.match(r"rules (\d+) and (\d+)", diagnostic["message"]).groups())
            witness = diagnostic["message"].split(" overlap: ", 1)[1]
            both = [table.conditions[first - 1], table.conditions[second - 1]]
            if table.possible(table.point(witness), z3.Not(z3.And(both))):
                return f"witness {witness}"
            counts["witnesses"] += 1
        expected = table.overlaps()
        # A diagnostic names five of the others at most.
        if pairs - expected or (len(table.rows) <= 6 and pairs != expected):
            return f"overlaps {expected}, not {pairs}"
        if bool(pairs) != bool(expected):
            return f"overlaps {expected}"
        counts["overlapping pairs"] += len(pairs)
    else:
        unused = rows("YJ0403", "for the same reason") | rows("YJ0407", "for the same reason")
        expected = table.unused()
        if unused - expected or (len(table.rows) <= 6 and unused != expected):
            return f"rules never used {expected}, not {unused}"
        if bool(unused) != bool(expected):
            return f"rules never used {expected}"
        counts["rules never used"] += len(unused)
    return None


def suggestions(table, gap, counts):
    """The rules that the fix adds take only what was left out; all of it, where all gaps are told."""
    added = []
    for fix in gap["fixes"]:
        for line in fix["edits"][0]["replacement"].strip("\n").split("\n"):
            added.append([cell.strip() for cell in line.split("|")[:-1]])
    conditions = [table.condition(row) for row in added]
    taken = z3.Or(table.conditions)
    for row, condition in zip(added, conditions):
        if table.possible(condition, taken) or not table.possible(condition):
            return f"suggested rule {row}"
        counts["suggested rules"] += 1
    told = 1 + sum(note.startswith("another gap") for note in gap["notes"])
    if len(added) == told and "and there are more gaps" not in gap["notes"]:
        if table.possible(z3.Not(z3.Or(conditions + [taken]))):
            return "the suggested rules leave a gap"
        counts["tables closed by their fix"] += 1
    return None


def main():
    tool = os.path.abspath(sys.argv[1])
    total = int(sys.argv[2]) if len(sys.argv) > 2 else 1200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rnd = random.Random(seed)
    counts = dict.fromkeys([
        "tables", "rules", "complete", "with a gap", "impossible cells", "overlapping pairs",
        "rules never used", "witnesses", "suggested rules", "tables closed by their fix"], 0)
    number = 0
    while number < total:
        batch = [Table(number + index, rnd) for index in range(min(100, total - number))]
        check(tool, batch, counts)
        number += len(batch)
    print(f"tables checked against Z3 {z3.get_version_string()}, seed {seed}, no difference:")
    for name, count in counts.items():
        print(f"  {count:6} {name}")


if __name__ == "__main__":
    main()
