/** What goes on and what is wrong. */
import {html} from '/lib/htm/standalone.module.js';
import {href} from '/router.js';
import {Age, Asked, State, counted, noun, useData, when} from '/components.js';
import {Sparkline} from '/sparkline.js';

/** Seconds; the server measures as often. */
const PERIOD = 5;
const EVENTS = 10;
const PAGES = {queue: '/queues', spool: '/queues', servers: '/servers', directory: '/directory', replication: '/directory', links: '/routing',
  metrics: '/modules'};

/** A rate of the last seconds, and how it went. */
function Rate({traffic, of, what}) {
  const values = traffic.map(sample => sample[of]);
  const now = values.at(-1);
  return html`<li><strong>${now === undefined ? '–' : now.toLocaleString(undefined, {maximumFractionDigits: 1})}</strong>${what}
    <${Sparkline} values=${values} name=${what}/></li>`;
}

/** Rates, and the queues by state; the states that hold mail back come first. */
function Figures({overview}) {
  const {traffic, queues} = overview;
  const states = ['RETRY', 'FROZEN', 'REMOTE', 'DISABLED', 'SCHEDULED', 'ACTIVE', 'READY'];
  const rank = queue => (states.indexOf(queue.state) + states.length + 1) % (states.length + 1);
  const total = of => queues.reduce((sum, queue) => sum + queue[of], 0);
  return html`<ul class="tiles">
    <${Rate} traffic=${traffic} of="in" what="messages in per second"/>
    <${Rate} traffic=${traffic} of="out" what="recipients out per second"/>
    <${Rate} traffic=${traffic} of="sessions" what="sessions ended per second"/>
    <li><strong>${overview.connections.toLocaleString()}</strong>${noun(overview.connections, 'connection')} open,
      ${counted(overview.deliveries, 'delivery', 'deliveries')} under way</li>
    <li><strong>${total('messages').toLocaleString()}</strong>${noun(total('messages'), 'message')} in ${counted(total('count'), 'queue')}</li>
    <li><strong><${Age} time=${overview.oldest}/></strong>the oldest message came</li>
    ${[...queues].sort((a, b) => rank(a) - rank(b)).map(({state, count, messages}) => html`<li key=${state}><a href=${href('/queues', {state})}>
      <strong>${count.toLocaleString()}</strong><${State} state=${state}/></a> ${counted(messages, 'message')}</li>`)}
  </ul>`;
}

function Problems({health}) {
  return html`<h2>Health: <${State} state=${health.status}/></h2>
    ${!health.ready && html`<p class="fault">No mail is taken now.</p>`}
    ${health.problems.length ? html`<ul>${health.problems.map(({level, area, object, text}) => html`<li><${State} state=${level}/>${' '}
      <a href=${PAGES[area] || '/events'}>${object || area}</a>: <span class="reason">${text}</span></li>`)}</ul>` : html`<p>No problem is known.</p>`}`;
}

const Events = ({events}) => events.length === 0 ? html`<p>None are logged.</p>` : html`<ul>${events.map(event => html`<li>
  <${State} state=${event.severity}/> <time datetime=${event.time}>${when(event.time)}</time>: <span class="reason">${event.text}</span></li>`)}</ul>`;

export default function Overview() {
  const events = useData('/events', {atLeast: 'WARNING', limit: EVENTS}, PERIOD);
  const overview = useData('/overview', {}, PERIOD);
  return html`<${Asked} of=${overview}>${now => html`<${Figures} overview=${now}/><${Problems} health=${now.health}/>`}<//>
    <h2>Last <a href=${href('/events', {atLeast: 'WARNING'})}>warnings and errors</a></h2><${Asked} of=${events}>${all => html`<${Events} events=${all}/>`}<//>`;
}
