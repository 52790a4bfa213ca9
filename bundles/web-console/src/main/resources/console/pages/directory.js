/** The directory's servers, and its replication to the metabase (DS2MB). */
import {html} from '/lib/htm/standalone.module.js';
import {Age, Asked, State, Table, useData, useMay} from '/components.js';
import {useTask} from '/task.js';

const PERIOD = 5;

const SERVERS = [
  {title: 'Server', cell: it => html`${it.url}${it.inUse && html` <span class="quiet">in use</span>`}`},
  {title: 'State', cell: it => html`<${State} state=${it.state}/>`}, {title: 'Roles', cell: it => it.roles},
  {title: 'Kind', cell: it => it.kind}, {title: 'Connections', cell: it => it.connections},
  {title: 'Reason', cell: it => html`<span class="reason">${it.reason || '–'}</span>`}];

const FAULTS = [
  {title: 'Object', cell: it => it.dn}, {title: 'Since', cell: it => html`<${Age} time=${it.since}/>`},
  {title: 'Cause', cell: it => html`<span class="reason bad">${it.cause}</span>`}];

const share = ({hits, misses}) => hits + misses === 0 ? '–' : `${(100 * hits / (hits + misses)).toFixed(1)} %`;

const Servers = ({it}) => html`<dl><dt>This server</dt><dd>${it.server}</dd>
    <dt>Kept by</dt><dd>${it.foreign ? 'others (Waypost reads it)' : 'Waypost'}</dd>
    <dt>Configuration</dt><dd>${it.configurationBase}</dd><dt>Recipients</dt><dd>${it.recipientBase}</dd></dl>
  <${Table} caption="Directory servers" rows=${it.status.servers} id=${server => server.url + server.roles} columns=${SERVERS}
    empty="No directory server is configured."/>
  <dl><dt>Recipients held</dt><dd>${it.status.cache.entries.toLocaleString()} of at most ${it.status.cache.limit.toLocaleString()}, ${it.status.cache.negative.toLocaleString()} of them nobody; found there: ${share(it.status.cache)}</dd>
    <dt>Watched</dt><dd>${it.status.watches.map(watch => html`<div>${watch}</div>`)}${!it.status.watches.length && '–'}</dd></dl>`;

export default function Directory() {
  const directory = useData('/directory', {}, PERIOD);
  const replication = useData('/replication', {}, PERIOD);
  const task = useTask(replication.reload);
  const may = useMay('OPERATE');
  return html`<${Asked} of=${directory}>${it => html`<${Servers} it=${it}/>`}<//>
    <h2>Replication to the metabase</h2><${Asked} of=${replication}>${it => html`<dl><dt>State</dt><dd><${State} state=${it.state}/></dd>
      <dt>Changes learned by</dt><dd>${it.method}</dd><dt>Objects</dt><dd>${it.objects.toLocaleString()}</dd>
      <dt>Last change</dt><dd><${Age} time=${it.last}/></dd></dl>
    <${Table} caption="Objects that could not be replicated" rows=${it.faults} id=${fault => fault.dn} columns=${FAULTS}
      empty="All objects could be replicated."/>`}<//>
    ${may && html`<button disabled=${task.busy} onClick=${() => task.begin('/replication/resync')}>Compare everything again</button>`}${task.shown}`;
}
