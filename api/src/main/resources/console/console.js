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

async function ask(path, message) {
  const key = sessionStorage.getItem('ringsight-key');
  const headers = key ? { 'X-API-Key': key } : {};
  if (message) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, message ? { method: 'POST', headers, body: JSON.stringify(message) } : { headers });
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

/* What the service lacks at the moment, by the words that checks answer with. Who looks at rings must know that they are not those of now. */
const LOOK_EVERY = 10_000; // milliseconds
const lacks = {
  store_down: () => 'The store does not answer: history and judgements of rings cannot be read, and none can be made.',
  stale_index: health => `Nothing new has been heard of for ${duration(health.index_age_seconds)}: what is shown is as of then.`,
  model_missing: () => 'The promoted model has not judged these rings yet: their risk is what another model, or none, made of them.'
};
const duration = seconds => seconds < 120 ? `${Math.round(seconds)} seconds`
  : seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;

async function lookAfterService() {
  let words;
  try {
    const health = (await (await fetch('/health')).json()).details.ringsight.details;
    words = health.degraded.map(word => lacks[word] ? lacks[word](health) : word);
  } catch {
    words = ['The service does not answer: what is shown is as of when it last did.'];
  }
  const text = words.join(' ');
  if (byId('degraded').textContent !== text) byId('degraded').textContent = text;
  byId('degraded').hidden = !text;
}

async function loadRings(append) {
  const query = new URLSearchParams({ min_risk: byId('min-risk').value / 100, sort: byId('sort').value, limit: 50 });
  if (byId('status').value) query.set('status', byId('status').value);
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
      element('span', 'what', [`${ring.size} accounts`, ring.status === 'open' ? '' : ring.status, ...ring.changes.filter(change => change.kind !== 'born' || change.causes.length)
          .map(change => change.kind === 'born' ? 'new' : change.kind),
        ring.reasons.map(reason => reason.label).slice(0, 2).join(', ')].filter(Boolean).join(' · ')));
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
  byId('judge').hidden = true;
  byId('lineage').replaceChildren();
  for (const item of byId('rings').children) item.setAttribute('aria-selected', String(item.id === `ring-${ringId}`));
  byId('rings').setAttribute('aria-activedescendant', `ring-${ringId}`);
  const at = `/v1/rings/${encodeURIComponent(ringId)}`;
  const stored = Promise.all([ask(`${at}/lineage`), ask(`/v1/dispositions?standing=true&ring_id=${encodeURIComponent(ringId)}`)]);
  stored.catch(() => {}); // it is heard of below
  const [ring, graph, evidence] = await Promise.all([ask(at), ask(`${at}/graph`), ask(`${at}/evidence`)]);
  if (turn !== state.asked) return;
  history.replaceState(null, '', `#${encodeURIComponent(ringId)}`);
  showRing(ring);
  showMembers(ring.members);
  showEvidence(evidence);
  showGraph(graph);
  const [lineage, judged] = await stored; // the store is asked for these: without it the rest is there all the same
  if (turn !== state.asked) return;
  showJudgement(ring, judged.dispositions.find(one => one.ring_id === ringId));
  showLineage(lineage);
}

const reasonRow = reason => element('li', '', element('span', '', reason.text), element('span', 'bits', bits(reason.bits)));

function showRing(ring) {
  byId('ring-hint').hidden = true;
  byId('ring-body').hidden = false;
  byId('ring-kind').textContent = ring.risk >= 0.5 ? 'Risky ring' : 'Ring of low risk, perhaps a household';
  byId('ring-id').textContent = ring.ring_id;
  byId('ring-facts').textContent = `${ring.size} accounts, seen ${day(ring.first_seen)} to ${day(ring.last_seen)}, version ${ring.version}`;
  byId('ring-risk').textContent = percent(ring.risk);
  byId('ring-risk').className = `risk-large ${band(ring.risk)}`;
  byId('ring-risk').setAttribute('aria-label', `Risk ${percent(ring.risk)}`);
  byId('narrative').textContent = ring.narrative.text;
  const { bridges, articulation_accounts: articulations } = ring.structure;
  byId('weak-spots').textContent = bridges.length || articulations.length
    ? `Perhaps two rings: it falls apart without ${[
      ...bridges.slice(0, 3).map(link => `the link of ${link.account_a} and ${link.account_b}`),
      ...articulations.slice(0, 3)].join(', or without ')}.`
    : 'It stays in one piece whichever single account or link is left out.';
  byId('ring-reasons').replaceChildren(...ring.reasons.map(reasonRow));
}

function showJudgement(ring, judgement) {
  state.shown = ring.ring_id;
  state.judgement = judgement;
  byId('judge').hidden = false;
  byId('undo').hidden = !judgement;
  byId('judged').textContent = judgement
    ? `${judgement.kind === 'clear' ? 'Cleared' : 'Confirmed'} by ${judgement.user} on ${day(judgement.at)}: ${judgement.reason}`
      + (ring.status === 'reopened' ? ' · It has changed since and is open again.' : '')
    : 'Nobody has judged this ring yet.';
}

const eventWords = {
  born: event => event.others.length ? `It broke off ${event.others.join(', ')}.` : 'It was first seen.',
  grew: event => `${event.joined.join(', ')} joined.`,
  shrank: event => `${event.left.join(', ')} left.`,
  merged: event => event.joined.length ? `It took up accounts of ${event.others.join(', ')}.` : `It went into ${event.others.join(', ')}.`,
  split: event => `Accounts went to ${event.others.join(', ')}.`,
  dissolved: () => 'Nothing holds its accounts together any more.'
};
const causeWords = cause => cause.kind === 'epoch' ? 'all parameters were estimated again' : `${cause.kind} ${cause.of}`;

function showLineage(lineage) {
  byId('lineage').replaceChildren(...lineage.events.map(event => element('li', '',
    element('span', 'account', `${day(event.at)}, version ${event.version}: `), eventWords[event.kind](event),
    event.causes.length ? element('span', 'quiet', ` Because of ${event.causes.slice(0, 5).map(causeWords).join(', ')}.`) : null)));
}

async function judge(kind) {
  const message = { kind, user: byId('user').value.trim(), reason: byId('reason').value.trim() };
  if (kind === 'undo') message.undoes = state.judgement.number; else message.ring_id = state.shown;
  await ask('/v1/dispositions', message);
  byId('reason').value = '';
  await choose(state.shown);
  await loadRings(false);
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
byId('status').addEventListener('change', () => attempt(() => loadRings(false)));
byId('judge').addEventListener('submit', event => event.preventDefault());
for (const button of byId('judge').querySelectorAll('button')) {
  button.addEventListener('click', () => { if (byId('judge').reportValidity()) attempt(() => judge(button.value)); });
}
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
  state.chosen = wanted || null;
  await loadRings(false); // also where the wanted one is no more
  if (wanted) await choose(wanted);
});
lookAfterService();
setInterval(() => { if (!document.hidden) lookAfterService(); }, LOOK_EVERY);
document.addEventListener('visibilitychange', () => { if (!document.hidden) lookAfterService(); });
