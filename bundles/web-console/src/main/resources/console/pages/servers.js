/** The virtual servers: what they listen on, what is wrong with them, starting and stopping them, and their settings. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, Confirm, State, Table, useAction, useData, useMay} from '/components.js';
import {NewObject} from '/form/create.js';
import {DeleteObject} from '/form/delete.js';
import {ObjectForm} from '/form/object.js';
import {go, href} from '/router.js';

const PERIOD = 5;
const STOP = 'Its sockets are closed, and the connections it has are asked to finish. What others depend on may be refused.';

function Actions({server, act, ask}) {
  return html`<div class="actions">
    ${server.state !== 'STARTED' && html`<button onClick=${() => act(server.name, 'start')}>Start</button>`}
    ${server.state === 'STARTED' && html`<button class="secondary" onClick=${() => act(server.name, 'pause')}>Pause</button>`}
    ${server.state !== 'STOPPED' && html`<button class="secondary" onClick=${() => ask(server.name)}>Stop …</button>`}</div>`;
}

const columns = (may, act, ask, place) => [
  {title: 'Virtual server', cell: server => place(server.name)
    ? html`<a href=${at(place(server.name))}>${server.name}</a>` : server.name},
  {title: 'State', cell: server => html`<${State} state=${server.state}/>`},
  {title: 'Listens on', cell: server => server.listening.join(', ') || 'nothing'},
  {title: 'Connections', cell: server => server.connections.toLocaleString()},
  {title: 'Problems', cell: server => server.problems.length ? html`<span class="bad reason">${server.problems.join('\n')}</span>` : 'None'},
  ...(may ? [{title: 'Change', cell: server => html`<${Actions} server=${server} act=${act} ask=${ask}/>`}] : [])];

const at = place => href('/servers', {parent: place.parent, name: place.name});

const organization = (may, ask) => [
  {title: 'Virtual server', cell: it => html`<a href=${at(it)}>${it.name}</a>`}, {title: 'Server', cell: it => it.parent},
  ...(may ? [{title: 'Change', cell: it => html`<div class="actions"><a href=${at(it)}>Edit</a>
    <button class="secondary" aria-label=${`Delete ${it.name} of ${it.parent} …`} onClick=${() => ask(it)}>Delete …</button></div>`}] : [])];

/** What the directory has, of all servers. @param {{objects: {data: ?Array}, changed: function(): void}} props */
function Settings({objects, changed}) {
  const [run, shown] = useAction(changed);
  const [asked, setAsked] = useState(null);
  const may = useMay('ADMINISTER');
  return html`${shown}<${Table} caption="Settings in the directory" rows=${objects.data} id=${it => it.parent + '/' + it.name}
      columns=${organization(may, setAsked)} empty="The directory has no virtual server."/>
    ${may && html`<p class="actions"><a role="button" href=${href('/servers', {create: 'VIRTUAL_SERVER'})}>New virtual server</a></p>`}
    ${asked && html`<${DeleteObject} key=${asked.parent + '/' + asked.name} kind="VIRTUAL_SERVER" place=${asked} run=${run}
      onClose=${() => setAsked(null)}><p>It goes from the directory with all its settings. Its sockets are closed, and the connections it has
      are asked to finish.</p><//>`}`;
}

function List() {
  const answer = useData('/servers', {}, PERIOD);
  const [run, shown] = useAction(answer.reload);
  const [asked, setAsked] = useState(null);
  const may = useMay('OPERATE');
  const objects = useData('/objects/VIRTUAL_SERVER');
  const own = useData('/directory').data?.server;
  const place = name => objects.data?.find(it => it.name === name && it.parent === own);
  const act = (name, verb) => run(() => change('POST', `/servers/${encodeURIComponent(name)}/${verb}`));
  return html`${shown}<${Asked} of=${answer}>${servers => html`<${Table} caption="Virtual servers" rows=${servers} id=${server => server.name}
      columns=${columns(may, act, setAsked, place)} empty="No virtual server is configured."/>`}<//>
    ${objects.data && html`<${Settings} objects=${objects} changed=${() => [answer, objects].forEach(each => each.reload())}/>`}
    <p>What mail leaves by is on the page <a href="/connectors">Connectors</a>.</p>
    ${asked && html`<${Confirm} title=${`Stop ${asked}?`} onClose=${() => setAsked(null)}
      choices=${[{label: 'Stop', act: () => act(asked, 'stop')}]}><p>${STOP}</p><//>`}`;
}

const Back = () => html`<p><a href="/servers">All virtual servers</a></p>`;

function New() {
  const own = useData('/directory');
  return html`<${Back}/><h2>New virtual server</h2><${Asked} of=${own}>${directory => html`<${NewObject} kind="VIRTUAL_SERVER"
    parentLabel="Server" preferred=${directory.server} done=${place => go(at(place))}/>`}<//>`;
}

export default function Servers({query}) {
  if (query.create) return html`<${New}/>`;
  if (!query.name || !query.parent) return html`<${List}/>`;
  return html`<${Back}/><h2>${query.name}</h2><p>Virtual server of ${query.parent}</p>
    <${ObjectForm} key=${query.parent + '/' + query.name} kind="VIRTUAL_SERVER" place=${{parent: query.parent, name: query.name}}/>`;
}
