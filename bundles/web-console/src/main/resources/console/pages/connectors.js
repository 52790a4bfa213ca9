/** The connectors of the organization: how they are, and their settings. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {Asked, State, Table, useAction, useData, useMay} from '/components.js';
import {NewObject} from '/form/create.js';
import {DeleteObject} from '/form/delete.js';
import {ObjectForm} from '/form/object.js';
import {go, href} from '/router.js';

const PERIOD = 10;
const KINDS = {SMTP_CONNECTOR: 'SMTP connector', ROUTING_GROUP_CONNECTOR: 'Routing group connector'};
const STATES = ['DOWN', 'NOT_MEASURED', 'UP'];

const worst = sources => sources.map(source => source.state).sort((a, b) => STATES.indexOf(a) - STATES.indexOf(b))[0];
const at = (kind, place) => href('/connectors', {kind, parent: place.parent, name: place.name});
const idOf = (kind, place) => `${kind} ${place.parent}/${place.name}`;

/** Those of the directory, with what the routing of this server knows of them. */
function joined(kinds, known) {
  const views = new Map(known.map(view => [idOf(view.kind + '_CONNECTOR', {parent: view.group, name: view.name}), view]));
  return kinds.flatMap(({kind, places}) => places.map(place => ({kind, place, view: views.get(idOf(kind, place))})));
}

function Condition({view}) {
  if (!view) return html`<${State} state="BROKEN"/><div class="reason">The routing of this server does not know it; the event viewer tells why.</div>`;
  return html`${view.sources.length > 0 && html`<${State} state=${worst(view.sources)}/>`}${view.sources.filter(source => source.reason)
    .map(source => html`<div class="reason">${source.server}: ${source.reason}</div>`)}`;
}

const columns = (may, ask) => [
  {title: 'Connector', cell: it => html`<a href=${at(it.kind, it.place)}>${it.place.name}</a>`},
  {title: 'Routing group', cell: it => it.place.parent}, {title: 'Kind', cell: it => KINDS[it.kind]},
  {title: 'Cost', cell: it => it.view?.cost ?? '–'},
  {title: 'To', cell: it => it.view && [...it.view.targetGroups, ...it.view.spaces.map(space => `${space.pattern} (${space.cost})`)].join(', ') || '–'},
  {title: 'By', cell: it => it.view ? it.view.targets.join(', ') || 'MX' : '–'},
  {title: 'State', cell: it => html`<${Condition} view=${it.view}/>`},
  ...(may ? [{title: 'Change', cell: it => html`<div class="actions"><a href=${at(it.kind, it.place)}>Edit</a>
    <button class="secondary" aria-label=${`Delete ${it.place.name} …`} onClick=${() => ask(it)}>Delete …</button></div>`}] : [])];

function List() {
  const smtp = useData('/objects/SMTP_CONNECTOR', {}, PERIOD);
  const groups = useData('/objects/ROUTING_GROUP_CONNECTOR', {}, PERIOD);
  const known = useData('/routes/connectors', {}, PERIOD);
  const [run, shown] = useAction(() => [smtp, groups, known].forEach(answer => answer.reload()));
  const [asked, setAsked] = useState(null);
  const may = useMay('ADMINISTER');
  return html`${may && html`<p class="actions"><a role="button" href=${href('/connectors', {create: 'SMTP_CONNECTOR'})}>New SMTP connector</a>
      <a role="button" class="secondary" href=${href('/connectors', {create: 'ROUTING_GROUP_CONNECTOR'})}>New routing group connector</a></p>`}${shown}
    <${Asked} of=${smtp}>${smtps => html`<${Asked} of=${groups}>${betweens => html`<${Table} caption="Connectors" id=${it => idOf(it.kind, it.place)}
      rows=${joined([{kind: 'SMTP_CONNECTOR', places: smtps}, {kind: 'ROUTING_GROUP_CONNECTOR', places: betweens}], known.data || [])}
      columns=${columns(may, setAsked)} empty="The organization has no connectors."/>`}<//>`}<//>
    ${asked && html`<${DeleteObject} key=${idOf(asked.kind, asked.place)} kind=${asked.kind} place=${asked.place} run=${run}
      onClose=${() => setAsked(null)}><p>It goes from the directory, for all servers. What waits for it is routed
      again, or waits if there is no other way.</p><//>`}`;
}

const Back = () => html`<p><a href="/connectors">All connectors</a></p>`;

const New = ({kind}) => html`<${Back}/><h2>New ${KINDS[kind]}</h2>
  <${NewObject} kind=${kind} parentLabel="Routing group that it starts in" done=${place => go(at(kind, place))}/>`;

export default function Connectors({query}) {
  if (KINDS[query.create]) return html`<${New} key=${query.create} kind=${query.create}/>`;
  if (!KINDS[query.kind] || !query.name || !query.parent) return html`<${List}/>`;
  const place = {parent: query.parent, name: query.name};
  return html`<${Back}/><h2>${query.name}</h2><p>${KINDS[query.kind]} of the routing group ${query.parent}</p>
    <${ObjectForm} key=${idOf(query.kind, place)} kind=${query.kind} place=${place}/>`;
}
