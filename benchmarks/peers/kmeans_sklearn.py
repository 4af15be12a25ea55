#!/usr/bin/python3
"""K-means of scikit-learn on the numbers and from the centres of KMeansBenchmark.

Usage: kmeans_sklearn.py FOLDER [WORKLOAD ...], where KMeansData has written the files.
Both stop when no customer moves (tol=0), so the inertia must be that of KMeansBenchmark.
"""
import statistics
import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans

SHAPES = {"A": (3, 8), "B": (16, 8), "C": (3, 11), "D": (4, 5)}


def timed(work, times):
    work()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    millis = [1e3 * s for s in seconds]
    return result, statistics.median(millis), min(millis), max(millis)


print("scikit-learn", sklearn.__version__, "numpy", np.__version__)
for name in sys.argv[2:] or SHAPES:
    d, k = SHAPES[name]
    x = np.fromfile(f"{sys.argv[1]}/{name}.f64").reshape(-1, d)
    centres = np.fromfile(f"{sys.argv[1]}/{name}.centres.f64").reshape(k, d)
    plan = KMeans(k, init=centres, n_init=1, max_iter=1000, tol=0, algorithm="lloyd")
    model, fit, least, most = timed(lambda: plan.fit(x), 3 if name == "D" else 5)
    print(f"{name} fit {fit:.1f} ms ({least:.1f} .. {most:.1f}), "
          f"inertia {model.inertia_:.12g} after {model.n_iter_} iterations", flush=True)
    _, predict, least, most = timed(lambda: model.predict(x), 15)
    print(f"{name} predict {predict:.2f} ms ({least:.2f} .. {most:.2f})", flush=True)
