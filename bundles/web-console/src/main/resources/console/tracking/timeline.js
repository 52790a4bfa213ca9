/** What happened to one message and those related to it, step by step. */
import {html} from '/lib/htm/standalone.module.js';
import {href} from '/router.js';
import {Asked, size, useData, when, words} from '/components.js';

const PERIOD = 5;
const TONES = {DELIVERED: 'good', TRANSFERRED: 'good', FAILED: 'bad', BAD_MAIL: 'bad', DELETED: 'bad', DEFERRED: 'warning',
  LOCAL_DEFERRED: 'warning', ROUTE_DEFERRED: 'warning', CATEGORIZE_DEFERRED: 'warning', DSN: 'warning'};

const DETAILS = [['remoteHost', 'Host'], ['remoteAddress', 'Address'], ['tls', 'TLS'], ['queue', 'Queue'], ['connector', 'Connector'],
  ['virtualServer', 'Virtual server'], ['text', 'Reply']];

const Details = ({event}) => html`<dl>
  ${event.recipients.length > 0 && html`<dt>Recipients</dt><dd>${event.recipients.join(', ')}</dd>`}
  ${DETAILS.filter(([name]) => event[name]).map(([name, title]) => html`<dt>${title}</dt><dd class="reason">${event[name]}</dd>`)}
  ${event.related && html`<dt>Related</dt><dd><a href=${href('/tracking', {message: event.related})}>${event.related}</a></dd>`}</dl>`;

/** How long after the step before. */
function later(event, before) {
  if (!before) return '';
  const seconds = (Date.parse(event.time) - Date.parse(before.time)) / 1000;
  return seconds < 1 ? `+${Math.round(seconds * 1000)} ms` : `+${seconds < 120 ? seconds.toFixed(1) + ' s' : (seconds / 60).toFixed(1) + ' min'}`;
}

const Step = ({event, before, id}) => html`<li class=${TONES[event.kind] || ''}><h3>${words(event.kind)}
    ${event.message !== id && html` <span class="quiet">of ${event.message}</span>`}</h3>
  <p><time datetime=${event.time}>${when(event.time)}</time> <span class="quiet">${later(event, before)}</span></p>
  <${Details} event=${event}/></li>`;

export function Timeline({id}) {
  const answer = useData(`/tracking/messages/${encodeURIComponent(id)}`, {}, PERIOD);
  return html`<nav class="back" aria-label="Way back"><a href="/tracking">Find another</a></nav><h2>Message ${id}</h2>
    <${Asked} of=${answer}>${events => html`<dl><dt>Sender</dt><dd>${events[0].sender || '<> (a notification)'}</dd>
      <dt>Message-ID</dt><dd>${events.find(event => event.header)?.header || '–'}</dd><dt>Size</dt><dd>${size(events[0].size)}</dd></dl>
      <ol class="timeline">${events.map((event, i) => html`<${Step} event=${event} before=${events[i - 1]} id=${id}/>`)}</ol>`}<//>`;
}
