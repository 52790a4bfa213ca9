/** Where the server can be reached, closing what is not needed, and what the doctor finds. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change, get} from '/api.js';
import {Asked, Confirm, Fault, State, Table, useAction, useData, useMay} from '/components.js';

const DOORS = (may, ask) => [
  {title: 'Name', cell: it => it.name}, {title: 'Port', cell: it => it.port}, {title: 'Address', cell: it => it.address},
  {title: 'Reached from', cell: it => it.loopback ? 'This machine' : 'Others'}, {title: 'Whose', cell: it => it.whose},
  {title: 'Needed', cell: it => it.needed ? 'Yes' : html`<strong>No</strong>`},
  {title: 'Advice', cell: it => html`<span class="reason">${it.advice || '–'}</span>`},
  ...(may ? [{title: 'Change', cell: it => it.closable
    ? html`<button class="secondary" onClick=${() => ask([it.name])}>Close ${it.name} …</button>` : '–'}] : [])];

const FINDINGS = [
  {title: 'Check', cell: it => it.check}, {title: 'Verdict', cell: it => html`<${State} state=${it.verdict}/>`},
  {title: 'Found', cell: it => html`<span class="reason">${it.sentence}</span>`},
  {title: 'What to do', cell: it => html`<span class="reason">${it.remedy || '–'}</span>`}];

const RANKS = ['PROBLEM', 'WARNING', 'OK', 'SKIPPED'];

/** What the server says of each door becomes one message. */
const told = closings => ({message: closings.map(it => it.sentence).join(' ')});

function Lockdown() {
  const doors = useData('/lockdown');
  const may = useMay('ADMINISTER');
  const [plan, setPlan] = useState(null);
  const [run, shown] = useAction(doors.reload);
  const ask = names => run(async () => {
    setPlan({names, closings: await get(`/lockdown/plan?${names.map(name => 'name=' + encodeURIComponent(name)).join('&')}`)});
  });
  const close = names => run(async () => told(await change('POST', '/lockdown/close', {}, names.length ? {name: names} : {})));
  const undo = () => run(async () => told(await change('POST', '/lockdown/undo')));
  return html`<section aria-labelledby="doors"><h2 id="doors">What listens</h2>${shown}
    <${Asked} of=${doors}>${all => html`<${Table} caption="Sockets of this server that take connections" rows=${all}
      id=${it => it.name + it.address + it.port} columns=${DOORS(may, ask)} empty="Nothing listens."/>`}<//>
    ${may && html`<p><button onClick=${() => ask([])}>Close what is not needed …</button>
      ${' '}<button class="secondary" onClick=${undo}>Undo</button></p>`}
    ${plan && html`<${Confirm} title="Close?" onClose=${() => setPlan(null)}
      choices=${plan.closings.some(it => it.done) ? [{label: 'Close', act: () => close(plan.names)}] : []}>
      ${plan.closings.length ? html`<ul>${plan.closings.map(it => html`<li>${it.sentence}</li>`)}</ul>` : html`<p>Nothing listens that is better closed.</p>`}
      <p>It stays closed after a restart, until it is undone.</p><//>`}</section>`;
}

function Doctor() {
  const [findings, setFindings] = useState(null);
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const examine = async () => {
    setBusy(true);
    setError(null);
    try {
      setFindings((await change('POST', '/doctor')).sort((a, b) => RANKS.indexOf(a.verdict) - RANKS.indexOf(b.verdict)));
    } catch (fault) {
      setError(fault);
    }
    setBusy(false);
  };
  return html`<section aria-labelledby="doctor"><h2 id="doctor">What is wrong</h2>
    <p>Looks at DNS, certificates, disk, clock, secrets and relaying, which may take a minute.</p>
    <button aria-busy=${busy} disabled=${busy} onClick=${examine}>Examine</button><${Fault} error=${error}/>
    <div role="status" aria-live="polite">${findings && html`<${Table} caption="Findings, the worst first" rows=${findings}
      id=${it => it.check + it.sentence} columns=${FINDINGS} empty="Nothing was looked at."/>`}</div></section>`;
}

export default function Security() {
  return html`<${Lockdown}/><${Doctor}/>`;
}
