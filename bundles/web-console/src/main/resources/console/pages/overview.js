/** What goes on and what is wrong. */
import {html} from '/lib/htm/standalone.module.js';
import {href} from '/router.js';
import {Age, Asked, Fault, State, useData, when} from '/components.js';

const PERIOD = 5;
const EVENTS = 10;

/** The queues counted by state; the states that hold mail back come first. */
function Queues({queues}) {
  const states = ['RETRY', 'FROZEN', 'REMOTE', 'SCHEDULED', 'ACTIVE', 'READY'];
  const of = state => queues.filter(queue => queue.state === state);
  const messages = list => list.reduce((sum, queue) => sum + queue.messages, 0);
  const oldest = queues.map(queue => queue.oldest).filter(Boolean).sort()[0];
  return html`<ul class="tiles">
    <li><strong>${messages(queues).toLocaleString()}</strong>messages in ${queues.length} queues</li>
    <li><strong><${Age} time=${oldest}/></strong>the oldest message came</li>
    ${states.filter(state => of(state).length).map(state => html`<li key=${state}><a href=${href('/queues', {state})}>
      <strong>${of(state).length}</strong><${State} state=${state}/></a> ${messages(of(state)).toLocaleString()} messages</li>`)}
  </ul>`;
}

const problemsOfServers = servers => servers.flatMap(server => [
  ...(server.state === 'STARTED' ? [] : [{where: server.name, at: '/servers', text: `The virtual server is ${server.state.toLowerCase()}.`}]),
  ...server.problems.map(text => ({where: server.name, at: '/servers', text}))]);

const problemsOfDirectory = ({status}) => status.servers.filter(server => server.state === 'DOWN')
  .map(server => ({where: server.url, at: '/directory', text: `The directory server is down. ${server.reason}`}));

const problemsOfLinks = ({links, role, group}) => [
  ...(role === 'SEARCHING' ? [{where: group, at: '/routing', text: 'The master of the routing group is not in contact.'}] : []),
  ...links.filter(link => link.state !== 'UP').map(link => ({where: link.connector, at: '/routing',
    text: `The connector is ${link.state.toLowerCase()}. ${link.reason}`}))];

const problemsOfReplication = ({faults}) => faults.map(fault => ({where: fault.dn, at: '/directory', text: fault.cause}));

/** From those subjects that answer; one that does not is a problem itself. */
function Problems() {
  const sources = [[useData('/servers', {}, PERIOD), problemsOfServers], [useData('/directory', {}, PERIOD), problemsOfDirectory],
    [useData('/linkstate', {}, PERIOD), problemsOfLinks], [useData('/replication', {}, PERIOD), problemsOfReplication]];
  const problems = sources.flatMap(([answer, read]) => answer.data === null ? [] : read(answer.data));
  const waits = sources.some(([answer]) => answer.data === null && !answer.error);
  return html`<h2>Problems</h2>${sources.map(([answer], i) => html`<${Fault} key=${i} error=${answer.error}/>`)}
    ${problems.length ? html`<ul>${problems.map(problem => html`<li><a href=${problem.at}>${problem.where}</a>: ${problem.text}</li>`)}</ul>`
      : html`<p>${waits ? 'Asking the server …' : 'None are known.'}</p>`}`;
}

const Events = ({events}) => events.length === 0 ? html`<p>None are logged.</p>` : html`<ul>${events.map(event => html`<li>
  <${State} state=${event.severity}/> <time datetime=${event.time}>${when(event.time)}</time>: <span class="reason">${event.text}</span></li>`)}</ul>`;

export default function Overview() {
  const events = useData('/events', {atLeast: 'WARNING', limit: EVENTS}, PERIOD);
  const queues = useData('/queues', {}, PERIOD);
  return html`<${Asked} of=${queues}>${all => html`<${Queues} queues=${all}/>`}<//>
    <${Problems}/>
    <h2>Last <a href=${href('/events', {atLeast: 'WARNING'})}>warnings and errors</a></h2><${Asked} of=${events}>${all => html`<${Events} events=${all}/>`}<//>`;
}
