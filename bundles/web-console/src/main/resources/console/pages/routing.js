/** The organization as this server knows it, and the ways of mail through it. */
import {html, useMemo} from '/lib/htm/standalone.module.js';
import {Age, Asked, State, Table, useData, words} from '/components.js';
import {OrganizationMap} from '/routing/map.js';
import {Explanation, PathForm} from '/routing/path.js';

const PERIOD = 10;

const SOURCE_ORDER = ['DOWN', 'NOT_MEASURED', 'UP'];
const worst = sources => sources.map(source => source.state).sort((a, b) => SOURCE_ORDER.indexOf(a) - SOURCE_ORDER.indexOf(b))[0];

const CONNECTORS = [
  {title: 'Connector', cell: it => it.name}, {title: 'Routing group', cell: it => it.group}, {title: 'Kind', cell: it => it.kind === 'SMTP' ? 'SMTP' : words(it.kind)},
  {title: 'Cost', cell: it => it.cost},
  {title: 'To', cell: it => [...it.targetGroups, ...it.spaces.map(space => `${space.pattern} (${space.cost})`)].join(', ') || '–'},
  {title: 'By', cell: it => it.targets.join(', ') || (it.kind === 'SMTP' ? 'MX' : 'any server')},
  {title: 'Open', cell: it => words(it.schedule.kind)},
  {title: 'State', cell: it => html`${it.sources.length > 0 && html`<${State} state=${worst(it.sources)}/>`}
    ${it.sources.filter(source => source.reason).map(source => html`<div class="reason">${source.server}: ${source.reason}</div>`)}`}];

const SERVERS = [
  {title: 'Server', cell: it => it.name}, {title: 'Routing group', cell: it => it.group},
  {title: 'Host', cell: it => `${it.host}:${it.smtpPort}`}, {title: 'Master', cell: it => it.isMaster ? 'Yes' : 'No'},
  {title: 'In contact with the master', cell: it => it.present ? 'Yes' : html`<strong class="bad">No</strong>`},
  {title: 'Joined', cell: it => it.joined ? 'Yes' : 'No'}];

const LINKS = [
  {title: 'Connector', cell: it => it.connector}, {title: 'State', cell: it => html`<${State} state=${it.state}/>`},
  {title: 'Since', cell: it => html`<${Age} time=${it.since}/>`}, {title: 'Next try', cell: it => html`<${Age} time=${it.nextTry}/>`},
  {title: 'Reason', cell: it => html`<span class="reason">${it.reason || '–'}</span>`}];

const serversOf = groups => groups.flatMap(group =>
  group.members.map(member => ({...member, group: group.name, isMaster: member.name === group.master})));

const Own = ({status}) => html`<h2>This server</h2>
  <dl><dt>Name</dt><dd>${status.server}</dd><dt>Routing group</dt><dd>${status.group || 'none'}</dd>
    <dt>Part</dt><dd><${State} state=${status.role}/></dd><dt>Master</dt><dd>${status.master || '–'}</dd></dl>
  <${Table} caption="Links that it measures" rows=${status.links} id=${it => it.connector} columns=${LINKS} empty="It measures no links."/>
  ${status.suppressed.length > 0 && html`<ul>${status.suppressed.map(sentence => html`<li>${sentence}</li>`)}</ul>`}`;

export default function Routing({query}) {
  const map = useData('/linkstate/map', {}, PERIOD);
  const connectors = useData('/routes/connectors', {}, PERIOD);
  const status = useData('/linkstate', {}, PERIOD);
  const asked = query.recipient ? {recipient: query.recipient, sender: query.sender} : {};
  const route = useData(query.recipient ? '/routes/explain' : null, asked);
  const path = useMemo(() => route.data?.path || [], [route.data]);
  return html`<${PathForm} query=${query}/>
    <${Asked} of=${map}>${it => html`<${OrganizationMap} groups=${it.groups} digest=${it.digest} path=${path}/>`}<//>
    ${query.recipient && html`<${Explanation} answer=${route}/>`}
    <${Asked} of=${connectors}>${all => html`<${Table} caption="Connectors" rows=${all} id=${it => it.group + it.name} columns=${CONNECTORS}
      empty="The organization has no connectors."/>`}<//>
    <${Asked} of=${map}>${it => html`<${Table} caption="Servers" rows=${serversOf(it.groups)} id=${member => member.name} columns=${SERVERS}
      empty="The organization has no servers."/>`}<//>
    <${Asked} of=${status}>${it => html`<${Own} status=${it}/>`}<//>`;
}
