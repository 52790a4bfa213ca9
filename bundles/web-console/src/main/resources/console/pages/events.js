/** The event viewer: what was logged, newest first, also while it happens. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {go, href} from '/router.js';
import {Asked, State, Table, counted, useAction, useData, useMay, when, words} from '/components.js';

const LIVE = 2;
const STEP = 100;
const MOST = 1000;
const FILTERS = ['source', 'category', 'id', 'object', 'text'];

/** What is being typed stays while new events come: it is only begun with. */
function Filter({query}) {
  const submit = event => {
    event.preventDefault();
    go(href('/events', Object.fromEntries(new FormData(event.target))), true);
  };
  return html`<form class="bar" aria-label="Filter" onSubmit=${submit} key=${JSON.stringify(query)}>
    <label>At least<select name="atLeast" onChange=${event => event.target.form.requestSubmit()}>
      ${['', 'WARNING', 'ERROR'].map(severity => html`<option value=${severity} selected=${severity === (query.atLeast || '')}>
        ${severity ? words(severity) : 'Information'}</option>`)}</select></label>
    ${FILTERS.map(name => html`<label>${words(name)}<input name=${name} defaultValue=${query[name] || ''}/></label>`)}
    <button type="submit">Filter</button></form>`;
}

const COLUMNS = [
  {title: 'Time', cell: event => html`<time datetime=${event.time}>${when(event.time)}</time>`},
  {title: 'Severity', cell: event => html`<${State} state=${event.severity}/>`},
  {title: 'Source', cell: event => html`<a href=${href('/events', {source: event.source})}>${event.source}</a> ${event.id}`},
  {title: 'Category', cell: event => event.category},
  {title: 'Event', cell: event => html`<span class="reason">${event.text}</span>`}];

/** What is logged of a source or a category, for those who may change it. */
function Levels() {
  const answer = useData('/events/levels');
  const [run, shown] = useAction(answer.reload);
  const submit = event => {
    event.preventDefault();
    const form = new FormData(event.target);
    run(() => change('PUT', '/events/levels', {}, {place: form.get('place'), value: form.get('value')}));
  };
  return html`<details><summary>Diagnostic levels</summary>
    <p>Where nothing is set, all severities up to level 1 are logged.</p>
    <${Asked} of=${answer}>${levels => levels.length > 0 && html`<ul>${levels.map(({place, value}) => html`<li>${place}: ${value}</li>`)}</ul>`}<//>
    ${useMay('ADMINISTER') && html`<form class="bar" onSubmit=${submit}>
      <label>Source, or source/category<input name="place" required/></label>
      <label>Level<select name="value">${['0', '1', '2', '3', '4', '5', 'ERROR', 'WARNING', 'INFORMATION', 'default'].map(value =>
        html`<option value=${value}>${value}</option>`)}</select></label><button type="submit">Set</button></form>`}${shown}</details>`;
}

export default function Events({query}) {
  const [live, setLive] = useState(true);
  const [limit, setLimit] = useState(STEP);
  const {atLeast, source, category, id, object, text} = query;
  const answer = useData('/events', {atLeast, source, category, id, object, text, limit}, live ? LIVE : 0);
  return html`<${Filter} query=${query}/>
    <label><input type="checkbox" checked=${live} onChange=${() => setLive(!live)}/>Show new events as they come</label>
    <${Asked} of=${answer}>${events => html`<${Table} caption=${`The newest ${counted(events.length, 'event')}`}
      rows=${events} id=${event => event.time + event.source + event.id + event.text} columns=${COLUMNS} empty="No event is as the filter says."/>
      ${events.length === limit && limit < MOST && html`<button class="secondary" onClick=${() => setLimit(limit + STEP)}>Show more</button>`}`}<//>
    <${Levels}/>`;
}
