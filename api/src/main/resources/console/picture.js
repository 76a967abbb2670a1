'use strict';
/* The picture of one ring: accounts as discs, what they share as shapes by type, dashed lines between what is alike. Needs cytoscape. */
const Picture = (() => {
  const shapes = {
    device: ['round-rectangle', '#4c78a8'], document: ['diamond', '#b07aa1'], biometric: ['star', '#d37295'],
    phone: ['triangle', '#59a14f'], email: ['hexagon', '#c98a1b'], address: ['pentagon', '#9c755f'],
    ip: ['tag', '#76a5af'], payment: ['octagon', '#499894'], tax_id: ['rhomboid', '#8c6bb1'], wallet: ['vee', '#8a8d2f'],
  };
  const paths = {
    'round-rectangle': 'M2 3h12v10H2z', diamond: 'M8 1l7 7-7 7-7-7z', star: 'M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z',
    triangle: 'M8 1l7 14H1z', hexagon: 'M4 1h8l4 7-4 7H4L0 8z', pentagon: 'M8 0l8 6-3 10H3L0 6z', tag: 'M1 3h9l5 5-5 5H1z',
    octagon: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z', rhomboid: 'M1 3h10l4 10H5z', vee: 'M1 1l7 4 7-4-7 14z', ellipse: 'M8 1a7 7 0 1 0 .01 0z',
  };
  const look = type => shapes[type] || ['barrel', '#7f7f7f'];
  const word = type => type.replaceAll('_', ' ');
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const riskColour = risk => colour(risk >= 0.5 ? '--high' : risk >= 0.2 ? '--middle' : '--low');
  let drawn = null;

  function elements(graph) {
    const nodes = graph.nodes.map(node => node.kind === 'account'
      ? { data: { id: node.id, label: node.account_id, colour: riskColour(node.risk), shape: 'ellipse', size: 26 } }
      : { data: { id: node.id, label: `${word(node.type)} ${node.token_prefix}`, colour: look(node.type)[1], shape: look(node.type)[0], size: 20 } });
    const edges = graph.edges.map((edge, i) => ({ data: { id: `edge${i}`, source: edge.account, target: edge.identifier },
      classes: edge.resemblance ? 'alike' : '' }));
    return nodes.concat(edges);
  }

  function style() {
    return [
      { selector: 'node', style: {
        'background-color': 'data(colour)', shape: 'data(shape)', width: 'data(size)', height: 'data(size)', label: 'data(label)',
        color: colour('--ink'), 'font-size': 11, 'text-valign': 'bottom', 'text-margin-y': 4, 'min-zoomed-font-size': 4 } },
      { selector: 'edge', style: { width: 1.2, 'line-color': colour('--quiet'), opacity: 0.55, 'curve-style': 'straight' } },
      { selector: '.alike', style: { 'line-style': 'dashed', opacity: 0.9 } },
      { selector: ':selected', style: { 'border-width': 3, 'border-color': colour('--accent') } },
    ];
  }

  function swatch(shape, fill) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', paths[shape] || 'M2 2h12v12H2z');
    path.setAttribute('fill', fill);
    svg.append(path);
    return svg;
  }

  function legend(list, graph) {
    const entries = [['account', 'ellipse', colour('--quiet')]];
    for (const type of new Set(graph.nodes.filter(n => n.kind === 'identifier').map(n => n.type))) {
      entries.push([word(type), ...look(type)]);
    }
    list.replaceChildren(...entries.map(([name, shape, fill]) => {
      const item = document.createElement('li');
      item.append(swatch(shape, fill), name);
      return item;
    }));
  }

  function draw(container, list, graph) {
    if (drawn) drawn.destroy();
    drawn = cytoscape({
      container, elements: elements(graph), style: style(), wheelSensitivity: 0.3, maxZoom: 2.5,
      layout: { name: 'cose', animate: false, randomize: false, nodeRepulsion: () => 9000, idealEdgeLength: () => 55, padding: 24 },
    });
    legend(list, graph);
    return drawn;
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (drawn) drawn.style(style()); });
  return { draw, word };
})();
