"""Plans together: the time of `yijian check FOLDER --store URL` for each object and plan."""
import os
import statistics
import subprocess
import time

OBJECTS = (1_000, 10_000, 100_000)
PLANS = (2, 10, 40)
COMMON = """department city
department county
registry firms {
    key code: Text
    tier: Int
}
"""
CAP = """use common
visit cap yearly {
    department city, county
    each 2 times / year
    sum 3 times / year
}
"""


def plan(number):
    return f"""use common
plan plan_{number} {{
    period 2026-01-01 to 2026-12-31
    lead {'city' if number % 2 else 'county'}
    over firms
    sample by tier {{ {number % 5} => 20%; otherwise => 5% }}
}}
"""


def quietly(*command, statuses=(0,)):
    status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    if status not in statuses:
        raise SystemExit(f"status {status}: {' '.join(command)}")


def prepared(tool, folder, objects, plans):
    """A folder of plans, every second of them drawn, and the URL of its store."""
    where = os.path.join(folder, f"across-{objects}-{plans}")
    os.makedirs(where)
    scripts = {"common": COMMON, "cap": CAP}
    scripts |= {f"plan{number}": plan(number) for number in range(plans)}
    for name, text in scripts.items():
        with open(os.path.join(where, name + ".yj"), "w") as file:
            file.write(text)
    rows = os.path.join(where, "firms.csv")
    with open(rows, "w") as file:
        file.write("code,tier\n")
        for number in range(objects):
            file.write(f"f{number:08d},{number * 7919 % 5}\n")
    store = "sqlite:" + os.path.join(where, "store.db")
    quietly(tool, "import", os.path.join(where, "common.yj"), "firms", rows, "--store", store)
    for number in range(0, plans, 2):
        quietly(tool, "draw", os.path.join(where, f"plan{number}.yj"), f"plan_{number}", "--on",
                "2026-01-05", "--seed", f"seed {number}", "--store", store)
    return where, store


def across(tool, folder, runs=5):
    """The limit is 3x the time for each of 10,000 objects and 2 plans."""
    base = None
    print(f"{'plans together':<44} {'time':>10} {'for each object and plan':>26} {'ratio':>7}")
    for objects in OBJECTS:
        for plans in PLANS:
            where, store = prepared(tool, folder, objects, plans)

            def run():
                start = time.perf_counter()
                # Objects above the cap are findings.
                quietly(tool, "check", where, "--store", store, statuses=(0, 1))
                return time.perf_counter() - start

            run()
            taken = statistics.median(run() for _ in range(runs))
            each = taken / (objects * plans)
            if (objects, plans) == (10_000, 2):
                base = each
            # Below that, the start of the process and the scripts are most of the time.
            ratio = "" if base is None else f"{each / base:7.2f}" + (
                "  ok" if each <= 3 * base else "  OVER THE LIMIT")
            print(f"{objects:>9,} objects x {plans:>2} plans{'':<16} {taken * 1e3:8.1f} ms"
                  f" {each * 1e9:>23.0f} ns {ratio}", flush=True)
