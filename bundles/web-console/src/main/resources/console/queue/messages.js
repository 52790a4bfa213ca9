/** A queue, the messages in it or those that were looked for, and one of them. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {go, href} from '/router.js';
import {Age, Asked, Choice, Confirm, State, Table, counted, size, useAction, useData, useMay, when} from '/components.js';
import {useBulk} from '/queue/bulk.js';
import {Everything, Matching, filterOf} from '/queue/matching.js';
import {Preview} from '/queue/preview.js';

const PERIOD = 5;
const PAGE = 100;

const deletion = (id, notifySender) => change('DELETE', `/messages/${encodeURIComponent(id)}`, {notifySender});

function Head({queue}) {
  const answer = useData(`/queues/${encodeURIComponent(queue)}`, {}, PERIOD);
  const [run, shown] = useAction(answer.reload);
  const may = useMay('OPERATE');
  const act = verb => () => run(() => change('POST', `/queues/${encodeURIComponent(queue)}/${verb}`));
  return html`<${Asked} of=${answer}>${it => html`<dl>
      <dt>State</dt><dd><${State} state=${it.state}/></dd>
      <dt>Messages</dt><dd>${it.messages.toLocaleString()}, ${size(it.octets)}</dd>
      <dt>Oldest</dt><dd><${Age} time=${it.oldest}/></dd>
      <dt>Next retry</dt><dd><${Age} time=${it.nextRetry}/></dd>
      <dt>Reason</dt><dd class="reason">${it.lastReason || '–'}</dd></dl>
    ${may && html`<div class="bar"><button onClick=${act('retry')}>Force</button>${it.state === 'FROZEN'
      ? html`<button onClick=${act('unfreeze')}>Unfreeze</button>` : html`<button onClick=${act('freeze')}>Freeze</button>`}
      ${it.state === 'DISABLED' ? html`<button onClick=${act('enable')}>Enable</button>`
      : html`<button onClick=${act('disable')}>Disable</button>`}</div>`}${shown}`}<//>`;
}

/** Asks with or without DSN, and deletes. @param {{ids: string[], onDelete: function(boolean): void, onClose: function(): void}} props */
const Deletion = ({ids, onDelete, onClose}) => html`<${Confirm} onClose=${onClose}
  title=${ids.length === 1 ? `Delete message ${ids[0]}?` : `Delete ${ids.length} messages?`}
  choices=${[{label: 'Delete, tell the sender', act: () => onDelete(true)}, {label: 'Delete silently', act: () => onDelete(false)}]}>
  <p>It is not delivered to any of its recipients, and cannot be had back.</p><//>`;

/** Of the recipients of a message, without doubles. */
const states = message => [...new Set(message.recipients.map(to => to.state))];

const columns = (query, chosen, choose, may) => [
  {title: 'Message', cell: message => html`<${Choice} name=${message.id} checked=${chosen.includes(message.id)}
    onChange=${may && (() => choose(message.id))}><a href=${href('/queues', {...query, after: '', message: message.id})}>${message.id}</a><//>`},
  {title: 'Sender', cell: message => message.sender || '<>'},
  {title: 'Recipients', cell: message => message.recipients.slice(0, 3).map(to => to.address).join(', ')
    + (message.recipients.length > 3 ? ` and ${message.recipients.length - 3} more` : '')},
  {title: 'State', cell: message => states(message).map(state => html`<${State} key=${state} state=${state}/> `)},
  {title: 'Size', cell: message => size(message.size)},
  {title: 'Came', cell: message => html`<${Age} time=${message.arrived}/>`}];

function Pages({query, next}) {
  return html`<nav class="back" aria-label="More messages">${query.after && html`<a href=${href('/queues', {...query, after: ''})}>First page</a>`}
    ${next && html`<a href=${href('/queues', {...query, after: next})} rel="next">Next page</a>`}</nav>`;
}

const count = ({messages, next}) => !next ? counted(messages.length, 'message') : messages.length ? `${counted(messages.length, 'message')}, and there may be more`
  : 'None so far; the search goes on with the next page';

function List({query}) {
  const [chosen, setChosen] = useState([]);
  const [asks, setAsks] = useState(false);
  const answer = useData('/messages', {...filterOf(query), after: query.after, limit: PAGE});
  const bulk = useBulk(() => { setChosen([]); answer.reload(); });
  const may = useMay('OPERATE');
  const choose = id => setChosen(old => old.includes(id) ? old.filter(other => other !== id) : [...old, id]);
  return html`<h2>Messages</h2><${Matching} query=${query}/>${may && html`<${Everything} query=${query} after=${answer.reload}/>`}
    <div class="bar"><button class="secondary" onClick=${answer.reload}>Look again</button>
      ${may && html`<button disabled=${!chosen.length || bulk.busy} onClick=${() => setAsks(true)}>Delete ${chosen.length || ''} …</button>`}</div>
    ${bulk.shown}${asks && html`<${Deletion} ids=${chosen} onClose=${() => setAsks(false)}
      onDelete=${tell => bulk.begin(chosen, 'Delete', id => deletion(id, tell))}/>`}
    <${Asked} of=${answer}>${page => html`<${Table} caption=${count(page)} rows=${page.messages} id=${message => message.id}
        columns=${columns(query, chosen, choose, may)} empty=${page.next ? count(page) : 'There are none.'}/>
      <${Pages} query=${query} next=${page.next}/>`}<//>`;
}

const RECIPIENT = [
  {title: 'Recipient', cell: to => to.address},
  {title: 'Queue', cell: to => html`<a href=${href('/queues', {queue: to.queue})}>${to.queue}</a>`},
  {title: 'State', cell: to => html`<${State} state=${to.frozen ? 'FROZEN' : to.state}/>`},
  {title: 'Attempts', cell: to => to.attempts},
  {title: 'Next try', cell: to => html`<${Age} time=${to.due}/>`},
  {title: 'Reason', cell: to => html`<span class="reason">${to.lastReason || '–'}</span>`}];

function Details({back, id}) {
  const answer = useData(`/messages/${encodeURIComponent(id)}`, {}, PERIOD);
  const [asks, setAsks] = useState(false);
  const [run, shown] = useAction();
  const may = useMay('OPERATE');
  const remove = async tell => await run(() => deletion(id, tell)) && go(back);
  return html`<h2>Message ${id}</h2>${shown}<${Asked} of=${answer}>${message => html`<dl>
      <dt>Sender</dt><dd>${message.sender || '<> (a notification)'}</dd><dt>Size</dt><dd>${size(message.size)}</dd>
      <dt>Came</dt><dd>${when(message.arrived)}</dd>
      <dt>From</dt><dd>${message.origin.remoteAddress || 'this server'} ${message.origin.protocol} ${message.origin.user}</dd>
      <dt>Envelope id</dt><dd>${message.envelopeId || '–'}</dd>
      <dt>Until now</dt><dd><a href=${href('/tracking', {message: id})}>What happened to it</a></dd></dl>
    <${Table} caption="Recipients" rows=${message.recipients} id=${to => to.address + to.queue} columns=${RECIPIENT} empty="All are done."/>
    ${may && html`<div class="bar"><button onClick=${() => setAsks(true)}>Delete …</button></div>`}<${Preview} key=${id} id=${id}/>`}<//>
    ${asks && html`<${Deletion} ids=${[id]} onDelete=${remove} onClose=${() => setAsks(false)}/>`}`;
}

/** @param {{query: Object<string, string>}} props of the address bar: a queue or what is looked for, and perhaps a message */
export function Messages({query}) {
  const {message: id, ...rest} = query;
  const back = href('/queues', rest);
  return html`<nav class="back" aria-label="Way back"><a href="/queues">All queues</a>${id
    && html` › <a href=${back}>${query.queue || 'Messages'}</a>`}</nav>
    ${id ? html`<${Details} back=${back} id=${id}/>` : html`${query.queue && html`<h2>${query.queue}</h2><${Head} queue=${query.queue}/>`}
      <${List} key=${JSON.stringify(query)} query=${query}/>`}`;
}
