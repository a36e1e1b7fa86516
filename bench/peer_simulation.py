"""What the simulation's steps take in numpy: naive draws, sums over stored events, quantiles.

usage: peer_simulation.py TASK

TASK is JSON: cells of each process to draw naively, number of stored events, cells and trials of the quantiles, rounds.
Prints processor times in milliseconds as JSON.
"""

import json
import sys
import time

import numpy as np


def timed(rounds, work):
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return times[1:]


def draws(generator, naive):
    found = 0
    for cells in naive:
        # in pieces that fit the cache
        for start in range(0, cells, 1 << 16):
            size = min(1 << 16, cells - start)
            found += np.count_nonzero(generator.random(size) < 0.004)
    return found


def main():
    task = json.loads(sys.argv[1])
    generator = np.random.default_rng(1)
    rounds, trials = task["rounds"], task["trials"]
    events = task["events"]
    cell = generator.integers(0, 1000 * 6, events)
    amount = generator.integers(0, 10**8, events).astype(float)
    matrix = np.round(generator.random((task["cells"], trials)) ** 4 * 1e9)
    levels = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
    print(
        json.dumps(
            {
                "draws": timed(rounds, lambda: draws(generator, task["naive"])),
                "bincount": timed(rounds, lambda: np.bincount(cell, weights=amount, minlength=6000)),
                "quantile": timed(rounds, lambda: np.quantile(matrix, levels, axis=1)),
            }
        )
    )


main()
