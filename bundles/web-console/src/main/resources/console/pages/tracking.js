/** Message tracking: find a message, and see all that happened to it. */
import {html} from '/lib/htm/standalone.module.js';
import {go, href} from '/router.js';
import {Asked, Table, size, useData, when, words} from '/components.js';
import {Timeline} from '/tracking/timeline.js';

const LIMIT = 200;
const FIELDS = [['sender', 'Sender'], ['recipient', 'Recipient'], ['header', 'Message-ID'], ['remote', 'Remote host'], ['id', 'Queue id']];

/** Of a time in the reader's zone as the server reads it; empty if it is none. */
const instant = local => local ? new Date(local).toISOString() : '';

function Filter({query}) {
  const submit = event => {
    event.preventDefault();
    const {id, ...rest} = Object.fromEntries(new FormData(event.target));
    go(href('/tracking', id ? {message: id} : rest));
  };
  return html`<form class="bar" aria-label="Filter" onSubmit=${submit} key=${JSON.stringify(query)}>
    ${FIELDS.map(([name, title]) => html`<label>${title}<input name=${name} value=${query[name] || ''}/></label>`)}
    <label>Not before<input type="datetime-local" name="since" value=${query.since || ''}/></label>
    <label>Before<input type="datetime-local" name="until" value=${query.until || ''}/></label>
    <button type="submit">Find</button></form>`;
}

const COLUMNS = [
  {title: 'Message', cell: event => html`<a href=${href('/tracking', {message: event.message})}>${event.message}</a>`},
  {title: 'Time', cell: event => html`<time datetime=${event.time}>${when(event.time)}</time>`},
  {title: 'What happened', cell: event => words(event.kind)},
  {title: 'Sender', cell: event => event.sender || '<>'},
  {title: 'Recipients', cell: event => event.recipients.slice(0, 3).join(', ') + (event.recipients.length > 3 ? ' …' : '')},
  {title: 'Size', cell: event => size(event.size)},
  {title: 'Reply', cell: event => html`<span class="reason">${event.text || '–'}</span>`}];

function Found({query}) {
  const {sender, recipient, header, remote, since, until} = query;
  const answer = useData('/tracking', {sender, recipient, header, remote, since: instant(since), until: instant(until), limit: LIMIT});
  return html`<${Asked} of=${answer}>${events => html`<${Table} caption=${events.length === LIMIT ? `The last ${LIMIT}; say more to find others`
    : `${events.length} found, the last first`} rows=${events} id=${event => event.time + event.kind + event.message + event.recipients}
    columns=${COLUMNS} empty="Nothing that is kept is as the question says."/>`}<//>`;
}

export default function Tracking({query}) {
  return query.message ? html`<${Timeline} id=${query.message}/>` : html`<${Filter} query=${query}/><${Found} query=${query}/>`;
}
