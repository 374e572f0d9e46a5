#!/usr/bin/env python3
"""Holds the PostgreSQL store against psql on the same server, in turn, and prints ratios of medians.
Usage: scripts/postgres Benchmarks/postgresql.py MEASURE-POSTGRESQL [ROWS]"""
import os
import subprocess
import sys
import time

from compare import alternate, row


def main():
    program, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    address = os.environ["YIJIAN_POSTGRES"]
    process = subprocess.Popen([program, address, str(rows)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True, bufsize=1)
    print(f"PostgreSQL, {rows:,} rows x 8: {process.stdout.readline().strip()}", flush=True)
    found = {}

    def ask(what):
        process.stdin.write(what + "\n")
        process.stdin.flush()
        seconds, count = process.stdout.readline().split()
        found[what] = int(count)
        return float(seconds)

    def psql(sql):
        start = time.perf_counter()
        subprocess.run(["psql", "-X", "-q", "-A", "-t", address, "-c", sql], check=True,
                       stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    # Rows as they stand in the table, without any order: the store reads them by their keys.
    copy = "COPY yijian.rows_1 TO STDOUT (FORMAT binary)"
    root = "".join(f"{byte:02x}" for byte in range(32))
    draw = f"""
      SELECT ticket, district, tier, key FROM (
        SELECT *, row_number() OVER (PARTITION BY district, tier ORDER BY ticket, key) AS place FROM (
          SELECT c0 AS key, c2 AS district, c3 AS tier,
                 sha256('\\x{root}'::bytea || convert_to(c0, 'UTF8')) AS ticket FROM yijian.rows_1
        ) AS hashed
      ) AS numbered
      WHERE place <= {rows // 64} * (ARRAY[1, 3, 10, 30])[tier + 1] / 100 ORDER BY ticket, key"""
    ours, peer = alternate(5, lambda: ask("scan"), lambda: psql(copy))
    row("PostgreSQL: scan / COPY TO STDOUT (FORMAT binary)", ours, peer, 1.5 * peer, "limit 1.5x")
    ours, peer = alternate(5, lambda: ask("select"), lambda: psql(draw))
    row("PostgreSQL: draw, 64 strata / the same SQL in psql", ours, peer, peer, "limit 1x")
    count = subprocess.run(["psql", "-X", "-q", "-A", "-t", address, "-c", f"SELECT count(*) FROM ({draw}) d"],
                           check=True, capture_output=True, text=True).stdout.strip()
    assert found == {"scan": rows, "select": int(count)}, (found, count)
    process.stdin.close()


if __name__ == "__main__":
    main()
