/** The modules of the server: what runs, and replacing it while mail flows. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {Age, Asked, Confirm, State, Table, useData, useMay} from '/components.js';
import {useTask} from '/task.js';
import {Replacing} from '/module/replacing.js';

const PERIOD = 5;

const short = checksum => html`<code title=${checksum}>${checksum.slice(0, 12) || '–'}</code>`;

const columns = (may, busy, ask) => [
  {title: 'Module', cell: it => it.name}, {title: 'State', cell: it => html`<${State} state=${it.state}/>`},
  {title: 'Version', cell: it => html`${it.version} ${short(it.checksum)}`},
  {title: 'Since', cell: it => html`<${Age} time=${it.since}/>`},
  {title: 'In place of', cell: it => it.original ? html`${it.original.version} ${short(it.original.checksum)}` : '–'},
  {title: 'Problems', cell: it => it.problems.length ? html`<span class="bad reason">${it.problems.join('\n')}</span>` : 'None'},
  ...(may ? [{title: 'Change', cell: it => it.original
    ? html`<button class="secondary" disabled=${busy} onClick=${() => ask(it.name)}>Put back …</button>` : '–'}] : [])];

const HISTORY = [
  {title: 'Module', cell: it => it.name}, {title: 'Ended', cell: it => html`<${Age} time=${it.ended}/>`},
  {title: 'By', cell: it => it.who}, {title: 'From', cell: it => html`${it.fromVersion} ${short(it.fromChecksum)}`},
  {title: 'To', cell: it => html`${it.version} ${short(it.checksum)}`},
  {title: 'End', cell: it => html`<${State} state=${it.verdict}/>`},
  {title: 'Reason', cell: it => html`<span class="reason">${it.reason}</span>`}];

export default function Modules() {
  const modules = useData('/modules', {}, PERIOD);
  const history = useData('/modules/history', {}, PERIOD);
  const task = useTask(() => { modules.reload(); history.reload(); });
  const [asked, setAsked] = useState(null);
  const may = useMay('ADMINISTER');
  return html`${may && html`<${Replacing} task=${task}/>`}${task.shown}
    <${Asked} of=${modules}>${all => html`<${Table} caption="What is installed" rows=${all} id=${it => it.name} empty="No module is installed."
      columns=${columns(may, task.busy, setAsked)}/>`}<//>
    <${Asked} of=${history}>${all => html`<${Table} caption="Replacements that have ended" rows=${all} id=${it => it.number} columns=${HISTORY}
      empty="No module has been replaced."/>`}<//>
    ${asked && html`<${Confirm} title=${`Put back ${asked}?`} onClose=${() => setAsked(null)}
      choices=${[{label: 'Put back', act: () => task.begin(`/modules/${encodeURIComponent(asked)}/rollback`)}]}>
      <p>The jar that ran before runs again. Mail waits in the stage meanwhile.</p><//>`}`;
}
