"""Reference values of the ring metrics, by scikit-learn 1.2.1: python3 reference.py

Writes cases.csv (one row an account) and expected.csv (one row a value) beside itself. -1 is in no ring: an account of its own.
"""

import csv
import pathlib

import numpy as np
import sklearn
from sklearn.metrics import adjusted_rand_score
from sklearn.metrics.cluster import contingency_matrix, pair_confusion_matrix

assert sklearn.__version__ == "1.2.1", sklearn.__version__
HERE = pathlib.Path(__file__).parent


def cases():
    random = np.random.default_rng(5)
    n = 300
    truth = np.where(random.random(n) < 0.4, random.integers(0, 20, n), -1)
    predicted = np.where(random.random(n) < 0.8, truth, random.integers(-1, 25, n))
    yield "noisy", predicted, truth
    yield "independent", random.integers(-1, 6, n), random.integers(-1, 6, n)
    yield "equal", truth, truth
    yield "one-cluster", np.zeros(n, int), truth
    yield "two-giants", np.where(np.arange(n) < 150, 0, 1), np.where(np.arange(n) < 140, 3, 1)


def b_cubed(predicted, truth):
    """Over all items, from the contingency table: Amigo and others 2009, as sums of squares over sizes."""
    table = contingency_matrix(alone(truth), alone(predicted)).astype(float)
    squares = table**2
    return (squares / table.sum(axis=0)).sum() / len(truth), (squares / table.sum(axis=1)[:, None]).sum() / len(truth)


def alone(cluster):
    return np.where(cluster < 0, 1000 + np.arange(len(cluster)), cluster)


with open(HERE / "cases.csv", "w", newline="") as rows, open(HERE / "expected.csv", "w", newline="") as values:
    accounts = csv.writer(rows, lineterminator="\n")
    measures = csv.writer(values, lineterminator="\n")
    accounts.writerow(["case", "predicted", "truth"])
    measures.writerow(["case", "metric", "value"])
    for name, predicted, truth in cases():
        accounts.writerows([name, int(p), int(t)] for p, t in zip(predicted, truth))
        (_, false), (missed, right) = pair_confusion_matrix(alone(truth), alone(predicted)).astype(float)
        measures.writerow([name, "adjusted-rand-index", repr(adjusted_rand_score(alone(truth), alone(predicted)))])
        measures.writerow([name, "pair-precision", repr(right / (right + false))])
        measures.writerow([name, "pair-recall", repr(right / (right + missed))])
        precision, recall = b_cubed(predicted, truth)
        measures.writerow([name, "b-cubed-precision-of-all", repr(precision)])
        measures.writerow([name, "b-cubed-recall-of-all", repr(recall)])
