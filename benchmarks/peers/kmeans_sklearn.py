#!/usr/bin/python3
"""K-means of scikit-learn on the numbers and from the centres of the K-means benchmarks.

Usage: kmeans_sklearn.py FOLDER [WORKLOAD ...], where KMeansData has written the files, and JMH its
results, if the ratios are to be printed. Both sides stop when no customer moves (tol=0), so the
inertia must be that of KMeansBenchmark, which its log tells.

Compared are KMeans.fit and predict on a ready float64 matrix with fit and assign on ready
CustomerFeatures. In E each k from 2 to 10 is fitted once from a k-means++ draw; then the silhouette
of squared distances, which scikit-learn does not have, is worked out from the centres with numpy,
or silhouette_score is taken on a sample of 10,000.
"""
import json
import os
import statistics
import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

SHAPES = {"A": (3, 8), "B": (16, 8), "C": (3, 11), "D": (4, 5), "E": (3, 6)}


def timed(work, times, warm=1):
    for _ in range(warm):
        work()
    millis = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        millis.append(1e3 * (time.perf_counter() - start))
    return result, millis


def ours(folder, workload, benchmark):
    """The times of JMH's iterations, or of its samples, or nothing."""
    path = f"{folder}/{workload}.json"
    if not os.path.exists(path):
        return []
    with open(path) as file:
        for run in json.load(file):
            name = run["benchmark"].rsplit(".", 1)[1]
            silhouette = run["params"].get("silhouette", "")
            if benchmark in (name, silhouette):
                metric = run["primaryMetric"]
                if run["mode"] == "sample":
                    forks = metric["rawDataHistogram"]
                    return [t for f in forks for i in f for t, count in i for _ in range(count)]
                return [t for fork in metric["rawData"] for t in fork]
    return []


def told(millis):
    return f"{statistics.median(millis):8.2f} ms ({min(millis):.2f} .. {max(millis):.2f})"


def show(folder, workload, benchmark, theirs, note=""):
    mine = ours(folder, workload, benchmark)
    line = f"{workload} {benchmark:<17} scikit-learn {told(theirs)}"
    if mine:
        ratio = statistics.median(theirs) / statistics.median(mine)
        line += f"  churnseg {told(mine)}  ratio {ratio:.1f}"
    print(line + note, flush=True)


def squared_silhouette(x, labels, k):
    counts = np.bincount(labels, minlength=k)
    means = np.stack([x[labels == c].mean(axis=0) for c in range(k)])
    squares = (x * x).sum(1)[:, None] - 2 * x @ means.T + (means * means).sum(1)
    own = squares[np.arange(len(x)), labels]
    variance = np.bincount(labels, weights=own, minlength=k) / counts
    mean = squares + variance
    inside = mean[np.arange(len(x)), labels] * counts[labels] / np.maximum(counts[labels] - 1, 1)
    mean[np.arange(len(x)), labels] = np.inf
    other = mean.min(axis=1)
    return ((other - inside) / np.maximum(inside, other)).mean()


def scan(x, silhouette):
    best = []
    for k in range(2, 11):
        model = KMeans(k, n_init=1, max_iter=1000, tol=0, algorithm="lloyd", random_state=k).fit(x)
        if silhouette == "SQUARED_EUCLIDEAN":
            best.append(squared_silhouette(x, model.labels_, k))
        else:
            best.append(silhouette_score(x, model.labels_, sample_size=10_000, random_state=k))
    return best


folder = sys.argv[1]
print("scikit-learn", sklearn.__version__, "numpy", np.__version__)
for name in sys.argv[2:] or SHAPES:
    d, k = SHAPES[name]
    x = np.fromfile(f"{folder}/{name}.f64").reshape(-1, d)
    if name == "E":
        _, millis = timed(lambda: scan(x, "SQUARED_EUCLIDEAN"), 5)
        show(folder, name, "SQUARED_EUCLIDEAN", millis)
        _, millis = timed(lambda: scan(x, "EUCLIDEAN"), 1, warm=0)
        show(folder, name, "EUCLIDEAN", millis)
        continue
    centres = np.fromfile(f"{folder}/{name}.centres.f64").reshape(k, d)
    plan = KMeans(k, init=centres, n_init=1, max_iter=1000, tol=0, algorithm="lloyd")
    model, millis = timed(lambda: plan.fit(x), 3 if name == "D" else 7)
    note = f"  inertia {model.inertia_:.12g} after {model.n_iter_} iterations"
    show(folder, name, "fit", millis, note)
    _, millis = timed(lambda: model.predict(x), 101, warm=20)
    show(folder, name, "assign", millis)
