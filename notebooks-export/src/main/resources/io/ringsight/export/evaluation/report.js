// Draws the charts of the report from the data in the page. Everything it shows stands in the tables too.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colours = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#ff7f0e', '#17becf', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22'];

  // One colour a system, the same in every chart.
  const colour = new Map();
  data.systems.forEach((name, i) => colour.set(name, name === 'oracle' ? style('--soft') : colours[i % colours.length]));

  // Vertical pieces need x that rises, if by a hair.
  const rising = (points, least) => {
    const xs = [], ys = [];
    for (const [x, y] of points) {
      let at = Math.max(x, least);
      if (xs.length && at <= xs[xs.length - 1]) at = xs[xs.length - 1] + 1e-9;
      xs.push(at);
      ys.push(y);
    }
    return [xs, ys];
  };

  const draw = (id, curves, options) => {
    const box = document.getElementById(id);
    const names = data.systems.filter((name) => curves[name] && curves[name].length);
    if (!box || !names.length) {
      if (box) box.closest('figure').remove();
      return;
    }
    const tables = names.map((name) => rising(curves[name], options.least ?? 0));
    const series = names.map((name) => ({
      label: name,
      stroke: colour.get(name),
      width: name === data.product ? 3 : 1.5,
      dash: name === 'oracle' ? [6, 4] : undefined,
      spanGaps: true,
      points: { show: options.points ?? false, size: 6 },
      paths: options.stepped ? uPlot.paths.stepped({ align: -1 }) : undefined,
    }));
    if (options.diagonal) {
      tables.push([[0, 1], [0, 1]]);
      series.push({ label: 'as predicted', stroke: style('--soft'), width: 1, dash: [2, 4], spanGaps: true, points: { show: false } });
    }
    const axis = { stroke: style('--ink'), grid: { stroke: style('--line'), width: 1 }, ticks: { stroke: style('--line') } };
    new uPlot({
      width: Math.max(320, Math.min(box.clientWidth || 560, 620)),
      height: 300,
      cursor: { drag: { x: true, y: false } },
      legend: { live: false },
      scales: { x: { time: false, distr: options.log ? 3 : 1, range: options.x }, y: { range: options.y ?? [0, 1] } },
      axes: [{ ...axis, label: options.xLabel, values: options.values }, { ...axis, label: options.yLabel }],
      series: [{}, ...series],
    }, uPlot.join(tables), box);
  };

  draw('roc', data.roc, { log: true, least: 1e-4, x: [1e-4, 1], xLabel: 'false-positive rate (log scale)', yLabel: 'recall',
    values: (u, at) => at.map((v) => (v == null ? '' : Math.abs(Math.log10(v) - Math.round(Math.log10(v))) < 1e-9 ? String(v) : '')) });
  draw('precision-recall', data.precision_recall, { x: [0, 1], xLabel: 'recall', yLabel: 'precision', stepped: true });
  draw('reliability', data.reliability, { x: [0, 1], xLabel: 'predicted risk', yLabel: 'observed share of fraud', points: true, diagonal: true });
  draw('replay', data.replay, { x: [1.8, 8.2], xLabel: 'k', yLabel: 'rings flagged by the k-th member', points: true });
})();
