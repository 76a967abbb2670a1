"""Reference values of the node metrics, by scikit-learn 1.2.1, scipy 1.10.1 and numpy 1.24.2: python3 reference.py

Writes cases.csv (one row an account) and expected.csv (one row a value) beside itself. Logistic lines are solved by Newton's
method in numpy, without the penalty that scikit-learn applies.
"""

import csv
import pathlib

import numpy as np
import sklearn
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score, roc_curve

assert sklearn.__version__ == "1.2.1", sklearn.__version__
HERE = pathlib.Path(__file__).parent
RATES = (0.001, 0.005, 0.01, 0.1)
CAPACITIES = (5, 40)


def cases():
    random = np.random.default_rng(3)
    n = 400
    truth = (random.random(n) < 0.2).astype(int)
    score = 1 / (1 + np.exp(-(-1.5 + 2 * truth + random.normal(size=n))))
    yield "plain", score, truth, np.ones(n)
    yield "ties", np.clip(np.round(score, 1), 0.05, 0.95), truth, np.ones(n)
    yield "weights", score, truth, random.integers(0, 4, n).astype(float)
    yield "ties-and-weights", np.clip(np.round(score, 1), 0.05, 0.95), truth, random.random(n)
    rare = np.zeros(n, int)
    rare[[17, 230]] = 1
    yield "rare", score, rare, np.ones(n)
    yield "common", score, 1 - rare, np.ones(n)
    yield "all-tied", np.full(n, 0.25), truth, np.ones(n)


def logistic(x, y, w, slope_fixed=False):
    """(intercept, slope) that maximise the weighted likelihood."""
    at = np.array([0.0, 1.0])
    free = slice(0, 1) if slope_fixed else slice(0, 2)
    design = np.stack([np.ones_like(x), x], axis=1)
    for _ in range(100):
        p = 1 / (1 + np.exp(-design @ at))
        gradient = design.T @ (w * (y - p))
        hessian = design.T @ (design * (w * p * (1 - p))[:, None])
        at[free] += np.linalg.solve(hessian[free, free], gradient[free])
    return at


def expected(score, truth, weight):
    yield "auroc", roc_auc_score(truth, score, sample_weight=weight)
    yield "average-precision", average_precision_score(truth, score, sample_weight=weight)
    yield "brier", brier_score_loss(truth, score, sample_weight=weight)
    fpr, tpr, _ = roc_curve(truth, score, sample_weight=weight, drop_intermediate=False)
    last = np.r_[np.diff(fpr) > 0, True]  # of points above each other the highest
    first = np.r_[True, np.diff(fpr) > 0]  # and the lowest, where the next segment ends
    for rate in RATES:
        at = np.flatnonzero(last & (fpr <= rate))[-1]
        end = np.flatnonzero(first & (fpr > rate))
        share = 0 if end.size == 0 else (rate - fpr[at]) / (fpr[end[0]] - fpr[at])
        yield f"recall-at-{rate}", tpr[at] + (0 if end.size == 0 else share * (tpr[end[0]] - tpr[at]))
    for capacity in CAPACITIES:
        yield f"precision-at-{capacity}", precision_at(score, truth, weight, capacity)
    logit = np.log(score / (1 - score))
    if np.ptp(score) > 0:
        intercept, slope = logistic(logit, truth, weight)
        yield "calibration-slope", slope
        yield "calibration-intercept", intercept
    yield "calibration-in-the-large", logistic(logit, truth, weight, slope_fixed=True)[0]
    bins = np.minimum((score * 10).astype(int), 9)
    error = 0
    for b in range(10):
        inside = bins == b
        if weight[inside].sum() > 0:
            error += abs((weight * (truth - score))[inside].sum())
    yield "expected-calibration-error", error / weight.sum()


def precision_at(score, truth, weight, capacity):
    """Mean over all orders of equals is linear within a tie: take the tied block in proportion."""
    found, room = 0.0, float(capacity)
    for value in sorted(set(score), reverse=True):
        tied = score == value
        block = weight[tied].sum()
        hits = (weight * truth)[tied].sum()
        if block >= room:
            return (found + hits * room / block) / capacity
        found, room = found + hits, room - block
    raise ValueError("capacity")


with open(HERE / "cases.csv", "w", newline="") as rows, open(HERE / "expected.csv", "w", newline="") as values:
    accounts = csv.writer(rows, lineterminator="\n")
    measures = csv.writer(values, lineterminator="\n")
    accounts.writerow(["case", "score", "truth", "weight"])
    measures.writerow(["case", "metric", "value"])
    for some, all in ((0, 7), (3, 40), (500, 1000), (99_999, 100_000), (5, 5)):
        interval = binomtest(some, all).proportion_ci(0.9, "wilson")
        measures.writerow([f"{some} of {all}", "wilson-low", repr(float(interval.low))])
        measures.writerow([f"{some} of {all}", "wilson-high", repr(float(interval.high))])
    for name, score, truth, weight in cases():
        accounts.writerows([name, repr(float(s)), int(t), repr(float(w))] for s, t, w in zip(score, truth, weight))
        measures.writerows([name, metric, repr(float(value))] for metric, value in expected(score, truth, weight))
