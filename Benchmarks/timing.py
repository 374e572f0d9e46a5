"""Times of what is held against each other."""
import statistics
import subprocess
import time


def timed(command, **kwargs):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **kwargs)
    return time.perf_counter() - start


def alternate(runs, *functions):
    """Medians of functions called in turn, so that a machine that drifts drifts for all."""
    for function in functions:
        function()
    samples = [[] for _ in functions]
    for _ in range(runs):
        for index, function in enumerate(functions):
            samples[index].append(function())
    return [statistics.median(s) for s in samples]


def row(name, ours, peer, limit, note=""):
    ratio = ours / peer if peer else float("nan")
    verdict = "" if limit is None else ("  ok" if ours <= limit else "  OVER THE LIMIT")
    print(f"{name:<52} {ours * 1e3:10.1f} ms {peer * 1e3:10.1f} ms {ratio:7.2f}{verdict}  {note}", flush=True)
