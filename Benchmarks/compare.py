#!/usr/bin/env python3
"""Runs each measurement beside its peer, in turn, and prints ratios of medians."""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from across import across
from imports import imports
from stores import stores
from timing import alternate, row, timed

FIELDS = ["uscc", "name", "district", "town", "industry", "credit_tier", "risk_score", "employees",
          "registered_on", "last_inspected", "violations_3y", "licences", "licence_mask",
          "complaints_12m"]


def startup(tool):
    ours, peer = alternate(21, lambda: timed([tool, "--version"]), lambda: timed(["/bin/true"]))
    row("yijian --version / /bin/true", ours, peer, 3 * peer + 0.010, "limit 3x + 10 ms")


def thousand_lines(folder):
    """A plan script and a Lua script of 1,000 lines each."""
    yj = os.path.join(folder, "long.yj")
    lines = ["enum Tier ordered { A, B, C, D }", "department health"]
    index = 0
    while len(lines) < 990:
        index += 1
        lines += [f"function f{index}(a: Int, b: Int, tier: Tier) -> Int {{",
                  f"    let x = a * {index} + b",
                  "    let y = if x > 10 and tier >= C then x - b else x + 2 * a",
                  "    match tier { A => x; B => y; C, D => x + y }", "}",
                  f"table t{index}(n: Int, tier: Tier) -> Int first {{", "    n | tier | result",
                  "    > 5 | A, B | 1", "    2..5 | _ | 2", "    _ | _ | 3", "}"]
    with open(yj, "w") as file:
        file.write("\n".join(lines) + "\n")
    lua = os.path.join(folder, "long.lua")
    with open(lua, "w") as file:
        for index in range(200):
            file.write(f"local t = {{}}\nt.f{index} = function(a, b)\n  local x = a * {index} + b\n"
                       "  if x > 10 and b >= 3 then return x - b else return x + 2 * a end\nend\n")
    return yj, lua


def check(tool, folder):
    yj, lua = thousand_lines(folder)
    luac = shutil.which("luac5.4") or shutil.which("luac")
    if not luac:
        print("check: skipped, no luac (apt-get install lua5.4)")
        return
    ours, peer = alternate(21, lambda: timed([tool, "check", yj]), lambda: timed([luac, "-p", lua]))
    row("yijian check, 1,000 lines / luac -p", ours, peer, 2 * peer + 0.020, "limit 2x + 20 ms")


def duck_draw(csv_path):
    import duckdb
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE reg AS SELECT * FROM read_csv('{csv_path}', header=true, all_varchar=true)")
    root = "0" * 64
    sql = f"""
      WITH t AS (SELECT uscc, district, credit_tier, sha256('{root}' || uscc) AS ticket FROM reg),
      r AS (SELECT *, row_number() OVER (PARTITION BY district, credit_tier ORDER BY ticket, uscc) AS n,
                   count(*) OVER (PARTITION BY district, credit_tier) AS total FROM t)
      SELECT uscc, ticket FROM r
      WHERE n <= ceil(total * CASE credit_tier WHEN 'A' THEN 0.01 WHEN 'B' THEN 0.03
                                   WHEN 'C' THEN 0.10 ELSE 0.30 END)
      ORDER BY ticket"""

    def run():
        start = time.perf_counter()
        connection.execute("CREATE OR REPLACE TEMP TABLE drawn AS " + sql)
        return time.perf_counter() - start
    return run


def polars_filter(csv_path):
    import polars as pl
    frame = pl.read_csv(csv_path, try_parse_dates=True)
    condition = ((pl.col("credit_tier") >= "B") & (pl.col("risk_score") >= 60) & (pl.col("employees") < 300)
                 & (pl.col("last_inspected") < pl.date(2025, 11, 1)) & (pl.col("complaints_12m") >= 1))

    def run():
        start = time.perf_counter()
        frame.lazy().filter(condition).select(pl.len()).collect()
        return time.perf_counter() - start
    return run


def in_process(bin_folder, csv_path):
    """Our loaded rows live in another process: it prints a time for every line it reads."""
    script = os.path.join(os.path.dirname(__file__), "registry.yj")
    process = subprocess.Popen([os.path.join(bin_folder, "measure"), script, csv_path],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    print(f"measure: {process.stdout.readline().strip()}", flush=True)

    def ask(what):
        process.stdin.write(what + "\n")
        process.stdin.flush()
        return float(process.stdout.readline())
    return ask


def loaded(bin_folder, csv_path):
    ask = in_process(bin_folder, csv_path)
    ours, peer = alternate(9, lambda: ask("draw"), duck_draw(csv_path))
    row("draw, 64 strata / DuckDB", ours, peer, 0.5 * peer, "limit 0.5x, target 0.2x")
    tickets = statistics.median(ask("tickets") for _ in range(9))
    print(f"{'':<52} of which SHA-256 {tickets * 1e3:.1f} ms = {100 * tickets / ours:.0f} %")
    ours, peer = alternate(21, lambda: ask("filter"), polars_filter(csv_path))
    row("filter, 5 conditions / polars", ours, peer, peer, "limit 1x")


def import_csv(tool, csv_path, folder, rows):
    script = os.path.join(os.path.dirname(__file__), "registry.yj")
    ours_db, peer_db = os.path.join(folder, "ours.sqlite"), os.path.join(folder, "peer.sqlite")
    columns = ", ".join(f"{name} TEXT" for name in FIELDS)

    def clean(path):
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)

    def ours():
        clean(ours_db)
        return timed([tool, "import", script, "enterprises", csv_path, "--store", "sqlite:" + ours_db])

    def peer():
        clean(peer_db)
        commands = f"CREATE TABLE reg({columns}, PRIMARY KEY(uscc)) WITHOUT ROWID;\n.import --csv --skip 1 {csv_path} reg\n"
        start = time.perf_counter()
        subprocess.run(["sqlite3", peer_db], input=commands, text=True, check=True)
        return time.perf_counter() - start

    a, b = alternate(3, ours, peer)
    clean(ours_db)
    probe = subprocess.run([sys.executable, "-c", (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,stdout=-3,stderr=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"),
        tool, "import", script, "enterprises", csv_path, "--store", "sqlite:" + ours_db],
        check=True, capture_output=True, text=True)
    row("import CSV into SQLite / sqlite3 .import", a, b, None,
        f"{rows / a:,.0f} rows/s beside {rows / b:,.0f}; peak {int(probe.stdout) / 1024:.0f} MB (limit 200)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--only", choices=["across", "imports", "stores"], help="one part without the others")
    arguments = parser.parse_args()
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "?")
    print(f"machine: {model}, {os.cpu_count()} cores; {arguments.rows:,} rows")
    with tempfile.TemporaryDirectory() as folder:
        csv_path = os.path.join(folder, "registry.csv")
        if arguments.only in (None, "imports"):
            with open(csv_path, "wb") as file:
                subprocess.run([os.path.join(arguments.bin, "generate-registry"), str(arguments.rows)],
                               stdout=file, check=True)
        if arguments.only is None:
            compare(arguments, folder, csv_path)
        if arguments.only in (None, "imports"):
            imports(arguments.tool, csv_path, folder, arguments.rows)
        if arguments.only in (None, "stores"):
            stores(arguments.bin, arguments.rows)
        if arguments.only in (None, "across"):
            across(arguments.tool, folder)


def compare(arguments, folder, csv_path):
    print(f"{'':<52} {'ours':>13} {'peer':>13} {'ratio':>7}")
    startup(arguments.tool)
    check(arguments.tool, folder)
    loaded(arguments.bin, csv_path)
    import_csv(arguments.tool, csv_path, folder, arguments.rows)


if __name__ == "__main__":
    main()
