/** The queues: which hold mail back, why, and until when; and what can be done about it. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {go, href} from '/router.js';
import {Age, Asked, Choice, State, Table, counted, size, useData, useMay, words} from '/components.js';
import {useBulk} from '/queue/bulk.js';
import {Messages} from '/queue/messages.js';
import {Outbound} from '/queue/outbound.js';
import {STATES} from '/queue/matching.js';

const PERIOD = 5;
const SHOWN = 50;
const VERBS = [['retry', 'Force'], ['freeze', 'Freeze'], ['unfreeze', 'Unfreeze'], ['disable', 'Disable'], ['enable', 'Enable']];

/** By a field; what has none comes last, whichever way it is sorted. */
function sorted(queues, order) {
  const way = order.startsWith('-') ? -1 : 1;
  const field = order.replace('-', '');
  const lacks = queue => queue[field] === null || queue[field] === '';
  return [...queues].sort((a, b) => lacks(a) - lacks(b) || (a[field] > b[field] ? way : a[field] < b[field] ? -way : 0)
    || (a.name > b.name ? 1 : -1));
}

function Filter({query}) {
  const set = part => go(href('/queues', {...query, ...part}), true);
  return html`<form class="bar" aria-label="Filter" onSubmit=${event => event.preventDefault()}>
    <label>Name contains<input type="search" value=${query.name || ''} onInput=${event => set({name: event.target.value})}/></label>
    <label>State<select value=${query.state || ''} onChange=${event => set({state: event.target.value})}>
      <option value="">Any</option>${STATES.map(state => html`<option value=${state}>${words(state)}</option>`)}</select></label>
    <a role="button" class="secondary" href=${href('/queues', {find: '1'})}>Find messages</a></form>`;
}

const columns = (chosen, choose, may) => [
  {title: 'Queue', sort: 'name', cell: queue => html`<${Choice} name=${queue.name} checked=${chosen.has(queue.name)}
    onChange=${may && (() => choose(queue.name))}><a href=${href('/queues', {queue: queue.name})}>${queue.name}</a><//>`},
  {title: 'State', sort: 'state', cell: queue => html`<${State} state=${queue.state}/>`},
  {title: 'Messages', sort: 'messages', cell: queue => html`${queue.messages.toLocaleString()} <span class="quiet">${size(queue.octets)}</span>`},
  {title: 'Oldest', sort: 'oldest', cell: queue => html`<${Age} time=${queue.oldest}/>`},
  {title: 'Next retry', sort: 'nextRetry', cell: queue => html`<${Age} time=${queue.nextRetry}/>`},
  {title: 'Reason', sort: 'lastReason', cell: queue => html`<span class="reason">${queue.lastReason || '–'}</span>`}];

function Actions({chosen, all, setChosen, bulk}) {
  const act = (verb, label) => bulk.begin([...chosen], label,
    name => change('POST', `/queues/${encodeURIComponent(name)}/${verb}`));
  return html`<div class="bar"><button class="secondary" onClick=${() => setChosen(new Set(chosen.size ? [] : all))}>
      ${chosen.size ? 'Choose none' : `Choose all ${all.length}`}</button>
    ${VERBS.map(([verb, label]) => html`<button disabled=${!chosen.size || bulk.busy} onClick=${() => act(verb, label)}>
      ${label}${chosen.size ? ` ${chosen.size}` : ''}</button>`)}</div>${bulk.shown}`;
}

function List({query}) {
  const [chosen, setChosen] = useState(new Set());
  const [shown, setShown] = useState(SHOWN);
  const answer = useData('/queues', {name: query.name, state: query.state}, PERIOD);
  const bulk = useBulk(answer.reload);
  const may = useMay('OPERATE');
  const choose = name => setChosen(old => new Set(old.has(name) ? [...old].filter(other => other !== name) : [...old, name]));
  const order = query.sort || '-messages';
  return html`<${Outbound} after=${answer.reload}/><${Filter} query=${query}/><${Asked} of=${answer}>${queues => {
    const there = new Set(queues.map(queue => queue.name).filter(name => chosen.has(name)));
    return html`${may && html`<${Actions} chosen=${there} all=${queues.map(queue => queue.name)} setChosen=${setChosen} bulk=${bulk}/>`}
      <${Table} caption=${counted(queues.length, 'queue')} rows=${sorted(queues, order).slice(0, shown)} id=${queue => queue.name}
        columns=${columns(there, choose, may)} empty="No queue is as the filter says." sorted=${order}
        onSort=${sort => go(href('/queues', {...query, sort}), true)}/>
      ${queues.length > shown && html`<button class="secondary" onClick=${() => setShown(shown + SHOWN)}>
        Show ${Math.min(SHOWN, queues.length - shown)} more</button>`}`;
  }}<//>`;
}

export default function Queues({query}) {
  return query.queue || query.find || query.message ? html`<${Messages} query=${query}/>` : html`<${List} query=${query}/>`;
}
