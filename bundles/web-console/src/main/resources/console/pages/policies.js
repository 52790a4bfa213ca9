/** Recipient policies, what they make of a recipient, and the Recipient Update Service that stamps it. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {go, href} from '/router.js';
import {Age, Asked, Confirm, State, Table, useAction, useData, useMay} from '/components.js';
import {useTask} from '/task.js';

const PERIOD = 5;
const LAST = 2147483647;

const POLICIES = [
  {title: 'Policy', cell: policy => html`<a href=${href('/policies', {policy: policy.name})}>${policy.name}</a>`},
  {title: 'Order', cell: policy => policy.order === LAST ? 'last' : policy.order},
  {title: 'For', cell: policy => html`<code>${policy.filter}</code>`},
  {title: 'Addresses', cell: policy => policy.templates.join(', ')},
  {title: 'In force', cell: policy => policy.fault ? html`<span class="bad reason">No: ${policy.fault}</span>` : 'Yes'}];

function Policy({name}) {
  const answer = useData(`/policies/${encodeURIComponent(name)}`);
  const task = useTask();
  const [asks, setAsks] = useState(false);
  const may = useMay('ADMINISTER');
  return html`<nav class="back" aria-label="Way back"><a href="/policies">All policies</a></nav><h2>${name}</h2>
    <${Asked} of=${answer}>${policy => html`<dl><dt>DN</dt><dd>${policy.dn}</dd><dt>For</dt><dd><code>${policy.filter}</code></dd>
      <dt>Addresses</dt><dd>${policy.templates.map(template => html`<div>${template}</div>`)}</dd>
      <dt>Authoritative for</dt><dd>${policy.authoritativeDomains.join(', ') || '–'}</dd>
      <dt>Shared domains</dt><dd>${policy.sharedDomains.join(', ') || '–'}</dd>
      <dt>In force</dt><dd>${policy.fault ? html`<span class="bad">No: ${policy.fault}</span>` : 'Yes'}</dd></dl>
      ${may && html`<button disabled=${task.busy || policy.fault} onClick=${() => setAsks(true)}>Apply …</button>`}`}<//>${task.shown}
    ${asks && html`<${Confirm} title=${`Apply ${name}?`} onClose=${() => setAsks(false)}
      choices=${[{label: 'Apply', act: () => task.begin(`/policies/${encodeURIComponent(name)}/apply`)}]}>
      <p>The addresses of all whom the policy is for are written to the directory. Look at a preview of some of them before.</p><//>`}`;
}

function Preview({recipient}) {
  const answer = useData(recipient ? '/recipients/preview' : null, {recipient});
  const submit = event => {
    event.preventDefault();
    go(href('/policies', {recipient: new FormData(event.target).get('recipient')}));
  };
  const List = ({of}) => of.length ? of.map(line => html`<div>${line}</div>`) : '–';
  return html`<h2>Preview</h2><form class="bar" onSubmit=${submit} key=${recipient}><label>Recipient (DN, alias or address)
      <input name="recipient" required value=${recipient || ''}/></label><button type="submit">Show</button></form>
    ${recipient && html`<${Asked} of=${answer}>${it => html`<dl><dt>Recipient</dt><dd>${it.dn}</dd>
      <dt>Policy</dt><dd>${it.policy || 'none is in force for it'}</dd><dt>Addresses now</dt><dd><${List} of=${it.before}/></dd>
      <dt>Addresses by policy</dt><dd><${List} of=${it.after}/></dd><dt>Notes</dt><dd><${List} of=${it.notes}/></dd></dl>`}<//>`}`;
}

const ran = run => `${run.seen.toLocaleString()} seen, ${run.written.toLocaleString()} written, ${run.reported.toLocaleString()} reported, ${run.failed.toLocaleString()} failed`;

function UpdateService() {
  const answer = useData('/rus', {}, PERIOD);
  const task = useTask(answer.reload);
  const [run, shown] = useAction(answer.reload);
  const [operate, administer] = [useMay('OPERATE'), useMay('ADMINISTER')];
  const path = (it, verb) => `/rus/${encodeURIComponent(it.name)}/${verb}`;
  const stamp = it => run(() => change('PUT', path(it, 'stamping'), {}, {on: !it.stamping}));
  const columns = [
    {title: 'Instance', cell: it => it.name}, {title: 'State', cell: it => html`<${State} state=${it.state}/>`},
    {title: 'Stamps', cell: it => it.stamping ? 'Yes' : html`<span class="warning">Only reports</span>`},
    {title: 'Last run', cell: it => html`${ran(it.last)}, <${Age} time=${it.lastEnded}/>`},
    {title: 'Now', cell: it => it.running ? ran(it.running) : '–'},
    ...(operate ? [{title: 'Change', cell: it => html`<div class="actions">
      <button disabled=${task.busy} onClick=${() => task.begin(path(it, 'update'))}>Update now</button>
      <button class="secondary" disabled=${task.busy} onClick=${() => task.begin(path(it, 'rebuild'))}>Rebuild</button>
      ${administer && html`<button class="secondary" onClick=${() => stamp(it)}>${it.stamping ? 'Only report' : 'Stamp'}</button>`}</div>`}] : [])];
  return html`<h2>Recipient Update Service</h2>${task.shown}${shown}<${Asked} of=${answer}>${all => html`<${Table} caption="Instances" rows=${all}
    id=${it => it.name} columns=${columns} empty="It has no instance on this server."/>`}<//>`;
}

export default function Policies({query}) {
  const answer = useData('/policies');
  if (query.policy) return html`<${Policy} name=${query.policy}/>`;
  return html`<${Asked} of=${answer}>${all => html`<${Table} caption="In the order they are tried" rows=${all} id=${policy => policy.dn}
      columns=${POLICIES} empty="There is no recipient policy."/>`}<//>
    <${Preview} recipient=${query.recipient}/><${UpdateService}/>`;
}
