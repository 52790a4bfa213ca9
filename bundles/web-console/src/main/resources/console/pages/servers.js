/** The virtual servers: what they listen on, what is wrong with them, and starting and stopping them. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, Confirm, State, Table, useAction, useData, useMay} from '/components.js';

const PERIOD = 5;
const STOP = 'Its sockets are closed, and the connections it has are asked to finish. What others depend on may be refused.';

function Actions({server, act, ask}) {
  return html`<div class="actions">
    ${server.state !== 'STARTED' && html`<button onClick=${() => act(server.name, 'start')}>Start</button>`}
    ${server.state === 'STARTED' && html`<button class="secondary" onClick=${() => act(server.name, 'pause')}>Pause</button>`}
    ${server.state !== 'STOPPED' && html`<button class="secondary" onClick=${() => ask(server.name)}>Stop …</button>`}</div>`;
}

const columns = (may, act, ask) => [
  {title: 'Virtual server', cell: server => server.name},
  {title: 'State', cell: server => html`<${State} state=${server.state}/>`},
  {title: 'Listens on', cell: server => server.listening.join(', ') || 'nothing'},
  {title: 'Connections', cell: server => server.connections.toLocaleString()},
  {title: 'Problems', cell: server => server.problems.length ? html`<span class="bad reason">${server.problems.join('\n')}</span>` : 'None'},
  ...(may ? [{title: 'Change', cell: server => html`<${Actions} server=${server} act=${act} ask=${ask}/>`}] : [])];

export default function Servers() {
  const answer = useData('/servers', {}, PERIOD);
  const [run, shown] = useAction(answer.reload);
  const [asked, setAsked] = useState(null);
  const may = useMay('OPERATE');
  const act = (name, verb) => run(() => change('POST', `/servers/${encodeURIComponent(name)}/${verb}`));
  return html`${shown}<${Asked} of=${answer}>${servers => html`<${Table} caption="Virtual servers" rows=${servers} id=${server => server.name}
      columns=${columns(may, act, setAsked)} empty="No virtual server is configured."/>`}<//>
    <p>The connectors are on the page <a href="/routing">Routing</a>.</p>
    ${asked && html`<${Confirm} title=${`Stop ${asked}?`} onClose=${() => setAsked(null)}
      choices=${[{label: 'Stop', act: () => act(asked, 'stop')}]}><p>${STOP}</p><//>`}`;
}
