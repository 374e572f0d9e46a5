"""Holds the stores against the engines underneath them, on the same data, in turn: ratios of medians."""
import os
import subprocess
import tempfile
import time

from timing import alternate, row


class Asked:
    """A program that answers each line with seconds and a count."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.found = {}

    def line(self):
        return self.process.stdout.readline().strip()

    def __call__(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        seconds, count = self.line().split()
        self.found[what] = int(count)
        return float(seconds)


def sqlite(bin_folder, folder, rows):
    path = os.path.join(folder, "scan.db")
    store = Asked(os.path.join(bin_folder, "measure-store"), "sqlite:" + path, str(rows))
    print(f"SQLite, {rows:,} rows x 8: {store.line()}", flush=True)
    engine = Asked(os.path.join(bin_folder, "sqlite-peer"), path, str(rows))
    ours, peer = alternate(5, lambda: store("scan"), lambda: engine("scan"))
    row("SQLite: scan / stepping by the C interface", ours, peer, 1.5 * peer, "limit 1.5x")
    ours, peer = alternate(3, lambda: store("select"), lambda: engine("draw"))
    row("SQLite: draw, 64 strata / SQL with a function sha256", ours, peer, 0.2 * peer, "limit 0.2x")
    assert store.found == {"scan": rows, "select": engine.found["draw"]}, (store.found, engine.found)


def postgresql(bin_folder, address, rows):
    store = Asked(os.path.join(bin_folder, "measure-store"), address, str(rows))
    print(f"PostgreSQL, {rows:,} rows x 8: {store.line()}", flush=True)

    def psql(sql, output=subprocess.DEVNULL):
        start = time.perf_counter()
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", address, "-c", sql], check=True, stdout=output, text=True)
        return done.stdout.strip() if output == subprocess.PIPE else time.perf_counter() - start

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
    ours, peer = alternate(5, lambda: store("scan"), lambda: psql(copy))
    row("PostgreSQL: scan / COPY TO STDOUT (FORMAT binary)", ours, peer, 1.5 * peer, "limit 1.5x")
    ours, peer = alternate(5, lambda: store("select"), lambda: psql(draw))
    row("PostgreSQL: draw, 64 strata / the same SQL in psql", ours, peer, peer, "limit 1x")
    count = int(psql(f"SELECT count(*) FROM ({draw}) d", subprocess.PIPE))
    assert store.found == {"scan": rows, "select": count}, (store.found, count)


def stores(bin_folder, rows):
    """Those that can be measured here; PostgreSQL beside `scripts/postgres`."""
    with tempfile.TemporaryDirectory() as folder:
        sqlite(bin_folder, folder, rows)
    address = os.environ.get("YIJIAN_POSTGRES")
    if address:
        postgresql(bin_folder, address, rows)
    else:
        print("PostgreSQL: skipped, no server")
