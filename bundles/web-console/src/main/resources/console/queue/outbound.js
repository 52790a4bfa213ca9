/** Whether mail leaves for other servers: a banner while it does not, and the switch. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Confirm, useAction, useData, useMay, when} from '/components.js';

const PERIOD = 5;

const since = ({since: time, by}) => `${Date.parse(time) > 0 ? ` since ${when(time)}` : ''}${by ? ` by ${by}` : ''}`;

/** @param {{after: function(): void}} props after a change */
export function Outbound({after}) {
  const answer = useData('/outbound', {}, PERIOD);
  const [run, shown] = useAction(() => { answer.reload(); after(); });
  const [asks, setAsks] = useState(false);
  const may = useMay('OPERATE');
  const set = verb => run(() => change('POST', `/outbound/${verb}`));
  const it = answer.data;
  return html`${it?.disabled && html`<div role="alert" class="banner"><p><strong>All outbound mail is disabled${since(it.hold)}.</strong>
      ${' '}Mail waits here; local delivery goes on.</p>${may && html`<button onClick=${() => set('enable')}>Enable outbound mail</button>`}</div>`}
    ${it && !it.disabled && may && html`<div class="bar"><button class="secondary" onClick=${() => setAsks(true)}>Disable outbound mail …</button></div>`}
    ${shown}${asks && html`<${Confirm} title="Disable all outbound mail?" onClose=${() => setAsks(false)}
      choices=${[{label: 'Disable outbound mail', act: () => set('disable')}]}>
      <p>Nothing leaves for another server until it is enabled, also after a restart. Mail still comes, and local delivery goes on.</p><//>`}`;
}
