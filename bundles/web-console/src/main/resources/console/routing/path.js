/** Where a message would go: asked for by sender and recipient, told hop by hop and with what was looked at. */
import {html} from '/lib/htm/standalone.module.js';
import {go, href} from '/router.js';
import {Asked, Table} from '/components.js';

/** What is being typed stays when the page is drawn anew: it is only begun with. */
export function PathForm({query}) {
  const submit = event => {
    event.preventDefault();
    const form = new FormData(event.target);
    go(href('/routing', {sender: form.get('sender'), recipient: form.get('recipient')}));
  };
  return html`<form class="bar" onSubmit=${submit} key=${query.recipient}>
    <label>From<input name="sender" placeholder="nobody in particular" defaultValue=${query.sender || ''}/></label>
    <label>To<input name="recipient" required placeholder="user@example.org" defaultValue=${query.recipient || ''}/></label>
    <button type="submit">Show the path</button></form>`;
}

const OUTCOMES = {VIA: 'It goes on', UNREACHABLE: 'There is no way now', REJECT: 'It is refused'};

const HOPS = [
  {title: 'From', cell: hop => hop.from}, {title: 'Connector', cell: hop => hop.connector}, {title: 'To', cell: hop => hop.to},
  {title: 'Cost up to there', cell: hop => hop.total}];

const CONSIDERED = [
  {title: 'Connector', cell: it => it.connector}, {title: 'Routing group', cell: it => it.group},
  {title: 'Cost', cell: it => it.cost < 0 ? '–' : it.cost},
  {title: 'Taken', cell: it => it.taken ? html`<strong class="good">Yes</strong>` : 'No'},
  {title: 'Why', cell: it => html`<span class="reason">${it.reason}</span>`}];

export const Explanation = ({answer}) => html`<${Asked} of=${answer}>${route => html`
  <p class=${route.outcome === 'VIA' ? 'done' : 'fault'} role="status">${OUTCOMES[route.outcome]}: ${route.reason}.
    ${route.queue && html` Queue: <a href=${href('/queues', {queue: route.queue})}>${route.queue}</a>`}</p>
  <${Table} caption="The path" rows=${route.path} id=${hop => hop.from + hop.connector} columns=${HOPS} empty="It needs no connector."/>
  <${Table} caption="Connectors looked at" rows=${route.considered} id=${it => it.group + it.connector} columns=${CONSIDERED}
    empty="No connector was looked at."/>`}<//>`;
