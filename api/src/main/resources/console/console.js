'use strict';
/* The console: rings by risk on the left, one ring on the right. Reads the same API as everybody else. */
const byId = id => document.getElementById(id);
const element = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};
const percent = probability => {
  if (probability > 0.99 && probability < 1) return '>\u202f99\u00a0%';
  return `${Math.round(probability * 100)}\u00a0%`;
};
const band = risk => risk >= 0.5 ? 'high' : risk >= 0.2 ? 'middle' : 'low';
const day = time => time ? time.slice(0, 10) : '';
const bits = value => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)} bits`;
const money = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

const state = { rings: [], cursor: null, chosen: null, asked: 0 };

async function ask(path) {
  const key = sessionStorage.getItem('ringsight-key');
  const response = await fetch(path, { headers: key ? { 'X-API-Key': key } : {} });
  const body = await response.json();
  if (response.ok) return body;
  if (response.status === 401 || response.status === 403) byId('key-form').hidden = false;
  throw new Error([body.detail || body.title, body.hint].filter(Boolean).join(' '));
}

async function attempt(work) {
  try {
    await work();
    byId('problem').hidden = true;
  } catch (error) {
    byId('problem').textContent = error.message;
    byId('problem').hidden = false;
  }
}

async function loadRings(append) {
  const query = new URLSearchParams({ min_risk: byId('min-risk').value / 100, sort: byId('sort').value, limit: 50 });
  if (append && state.cursor) query.set('cursor', state.cursor);
  const page = await ask(`/v1/rings?${query}`);
  state.rings = append ? state.rings.concat(page.rings) : page.rings;
  state.cursor = page.next_cursor || null;
  byId('snapshot').textContent = `${page.total} rings among ${page.accounts} accounts, as of ${day(page.as_of)}`
    + (page.calibrated ? '' : ' · risk rests on evidence alone, not calibrated by labels');
  showRings();
  if (!append && state.rings.length && !state.chosen) await choose(state.rings[0].ring_id);
}

function showRings() {
  byId('rings').replaceChildren(...state.rings.map(ring => {
    const item = element('li', '',
      element('span', `risk ${band(ring.risk)}`, percent(ring.risk)),
      element('span', 'name', ring.ring_id),
      element('span', 'what', `${ring.size} accounts · ${ring.reasons.map(reason => reason.label).slice(0, 2).join(', ')}`));
    item.id = `ring-${ring.ring_id}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(ring.ring_id === state.chosen));
    item.addEventListener('click', () => attempt(() => choose(ring.ring_id)));
    return item;
  }));
  byId('rings-empty').hidden = state.rings.length > 0;
  byId('more').hidden = !state.cursor;
}

async function choose(ringId) {
  state.chosen = ringId;
  const turn = ++state.asked;
  for (const item of byId('rings').children) item.setAttribute('aria-selected', String(item.id === `ring-${ringId}`));
  byId('rings').setAttribute('aria-activedescendant', `ring-${ringId}`);
  const at = `/v1/rings/${encodeURIComponent(ringId)}`;
  const [ring, graph, evidence] = await Promise.all([ask(at), ask(`${at}/graph`), ask(`${at}/evidence`)]);
  if (turn !== state.asked) return;
  history.replaceState(null, '', `#${encodeURIComponent(ringId)}`);
  showRing(ring);
  showMembers(ring.members);
  showEvidence(evidence);
  showGraph(graph);
}

const reasonRow = reason => element('li', '', element('span', '', reason.text), element('span', 'bits', bits(reason.bits)));

function showRing(ring) {
  byId('ring-hint').hidden = true;
  byId('ring-body').hidden = false;
  byId('ring-kind').textContent = ring.risk >= 0.5 ? 'Risky ring' : 'Ring of low risk, perhaps a household';
  byId('ring-id').textContent = ring.ring_id;
  byId('ring-facts').textContent = `${ring.size} accounts, seen ${day(ring.first_seen)} to ${day(ring.last_seen)}`;
  byId('ring-risk').textContent = percent(ring.risk);
  byId('ring-risk').className = `risk-large ${band(ring.risk)}`;
  byId('ring-risk').setAttribute('aria-label', `Risk ${percent(ring.risk)}`);
  byId('ring-reasons').replaceChildren(...ring.reasons.map(reasonRow));
}

function showMembers(members) {
  byId('members').replaceChildren(...members.map(member => element('tr', '',
    element('td', 'whole', member.account_id),
    element('td', `number ${band(member.risk)}`, percent(member.risk)),
    element('td', 'whole', day(member.created_at)),
    element('td', 'number', member.exposure === null || member.exposure === undefined ? '' : money.format(member.exposure)),
    element('td', '', member.reasons.slice(0, 3).map(reason => reason.label).join(', ')))));
}

function showEvidence(evidence) {
  byId('evidence').replaceChildren(...evidence.links.map(link => element('li', '',
    element('p', '', element('span', 'account', link.account_a), ' and ', element('span', 'account', link.account_b),
      ` are run by the same hands with probability ${percent(link.probability)}, because:`),
    element('ul', '', ...link.evidence.map(reasonRow)))));
  const left = evidence.total - evidence.links.length;
  byId('evidence-more').hidden = left <= 0;
  byId('evidence-more').textContent = `${left} weaker links are not shown.`;
}

function showGraph(graph) {
  const accounts = graph.nodes.filter(node => node.kind === 'account').length;
  const shared = graph.nodes.length - accounts;
  byId('graph-words').textContent = `${accounts} accounts and the ${shared} identifiers that at least two of them use`
    + (graph.edges.some(edge => edge.resemblance) ? ', or that resemble each other (dashed)' : '')
    + (graph.truncated.length ? ' (the largest ones; the picture is cut off).' : '.');
  Picture.draw(byId('graph'), byId('legend'), graph);
}

byId('rings').addEventListener('keydown', event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = state.rings.findIndex(ring => ring.ring_id === state.chosen);
  let next = step ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? state.rings.length - 1 : null;
  if (event.key === 'Enter') { byId('ring').focus(); event.preventDefault(); return; }
  if (next === null) return;
  event.preventDefault();
  next = Math.max(0, Math.min(state.rings.length - 1, next));
  if (state.rings[next]) {
    attempt(() => choose(state.rings[next].ring_id));
    byId('rings').children[next].scrollIntoView({ block: 'nearest' });
  }
});
byId('min-risk').addEventListener('input', () => { byId('min-risk-shown').textContent = `${byId('min-risk').value} %`; });
byId('min-risk').addEventListener('change', () => attempt(() => loadRings(false)));
byId('sort').addEventListener('change', () => attempt(() => loadRings(false)));
byId('filter').addEventListener('submit', event => event.preventDefault());
byId('more').addEventListener('click', () => attempt(() => loadRings(true)));
byId('key-form').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem('ringsight-key', byId('key').value);
  byId('key-form').hidden = true;
  attempt(() => loadRings(false));
});

attempt(async () => {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted) await choose(wanted);
  await loadRings(false);
});
