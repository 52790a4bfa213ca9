/** Which messages are meant: a form, and what can be done to all of them at once. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {go, href} from '/router.js';
import {Confirm, words} from '/components.js';
import {useTask} from '/task.js';

export const STATES = ['ACTIVE', 'READY', 'RETRY', 'SCHEDULED', 'REMOTE', 'FROZEN', 'DISABLED'];
const AGES = [['', 'Any age'], ['600', '10 minutes'], ['3600', '1 hour'], ['21600', '6 hours'], ['86400', '1 day']];

/** What of the address bar says which messages are meant. */
export const filterOf = ({queue, sender, recipient, state, olderThan}) => ({queue, sender, recipient, state, olderThan});

/** @param {{query: Object<string, string>}} props */
export function Matching({query}) {
  const submit = event => {
    event.preventDefault();
    const {sender, recipient, state, olderThan} = event.target.elements;
    go(href('/queues', {find: query.find, queue: query.queue, sender: sender.value.trim(), recipient: recipient.value.trim(),
      state: state.value, olderThan: olderThan.value}));
  };
  return html`<form class="bar" aria-label="Which messages" onSubmit=${submit} key=${JSON.stringify(filterOf(query))}>
    <label>Sender contains<input type="search" name="sender" value=${query.sender || ''} placeholder="<> for notifications"/></label>
    <label>Recipient contains<input type="search" name="recipient" value=${query.recipient || ''}/></label>
    <label>State<select name="state" value=${query.state || ''}><option value="">Any</option>
      ${STATES.map(state => html`<option value=${state} selected=${state === query.state}>${words(state)}</option>`)}</select></label>
    <label>Older than<select name="olderThan">${AGES.map(([seconds, label]) => html`<option value=${seconds}
      selected=${seconds === (query.olderThan || '')}>${label}</option>`)}</select></label>
    <button type="submit">Find</button></form>`;
}

/** @param {{query: Object<string, string>, after: function(): void}} props */
export function Everything({query, after}) {
  const task = useTask(after);
  const [asks, setAsks] = useState(false);
  const filter = filterOf(query);
  if (!Object.values(filter).some(Boolean)) return null;
  const remove = notifySender => task.begin('/messages/delete', {...filter, notifySender});
  return html`<div class="bar"><button class="secondary" disabled=${task.busy} onClick=${() => task.begin('/messages/retry', filter)}>Try all of these</button>
      <button class="secondary" disabled=${task.busy} onClick=${() => setAsks(true)}>Delete all of these …</button></div>${task.shown}
    ${asks && html`<${Confirm} title="Delete all that is meant here?" onClose=${() => setAsks(false)}
      choices=${[{label: 'Delete, tell the senders', act: () => remove(true)}, {label: 'Delete silently', act: () => remove(false)}]}>
      <p>On this and all other pages. It is not delivered to the recipients that are meant, and cannot be had back.</p><//>`}`;
}
