/** Tokens with which programs use the HTTP interface. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, Confirm, Table, useAction, useData, useMay, when, words} from '/components.js';

const ROLES = [['READ', 'sees everything'], ['OPERATE', 'also steers queues, messages and servers'], ['ADMINISTER', 'also changes settings']];

/** The secret is kept by nobody but the one who reads it here. */
const Secret = ({made, onClose}) => html`<section class="done" role="status"><h2>The token ${made.token.name} is made</h2>
  <p>This is its secret. It is shown this once; keep it where the program finds it.</p>
  <label>Secret<input class="secret" readonly value=${made.secret} onFocus=${event => event.target.select()}/></label>
  <p>A program shows it in the header <code>Authorization: Bearer …</code> of each request.</p>
  <button class="secondary" onClick=${onClose}>I have it</button></section>`;

function Making({run, onMade}) {
  const submit = event => {
    event.preventDefault();
    const form = event.target;
    const {name, role} = Object.fromEntries(new FormData(form));
    run(async () => {
      onMade(await change('POST', '/tokens', {}, {name, role}));
      form.reset();
    });
  };
  return html`<form class="bar" aria-label="New token" onSubmit=${submit}>
    <label>What it is for<input name="name" required maxlength="100"/></label>
    <label>What it may do<select name="role">${ROLES.map(([role, text]) => html`<option value=${role}>${words(role)}: ${text}</option>`)}</select></label>
    <button type="submit">Make a token</button></form>`;
}

const columns = ask => [
  {title: 'Token', cell: token => token.name},
  {title: 'Role', cell: token => words(token.role)},
  {title: 'Made by', cell: token => token.maker},
  {title: 'Made', cell: token => html`<time datetime=${token.made}>${when(token.made)}</time>`},
  {title: 'Change', cell: token => html`<button class="secondary" aria-label=${`Revoke ${token.name}`} onClick=${() => ask(token)}>Revoke …</button>`}];

function All() {
  const answer = useData('/tokens');
  const [run, shown] = useAction(answer.reload);
  const [made, setMade] = useState(null);
  const [asked, setAsked] = useState(null);
  return html`<${Making} run=${run} onMade=${setMade}/>${shown}
    ${made && html`<${Secret} made=${made} onClose=${() => setMade(null)}/>`}
    <${Asked} of=${answer}>${tokens => html`<${Table} caption="Tokens" rows=${tokens} id=${token => token.id} columns=${columns(setAsked)}
      empty="There are no tokens."/>`}<//>
    ${asked && html`<${Confirm} title=${`Revoke ${asked.name}?`} onClose=${() => setAsked(null)} choices=${[{label: 'Revoke',
      act: () => run(() => change('DELETE', `/tokens/${encodeURIComponent(asked.id)}`))}]}><p>Programs that use it are refused from then on.</p><//>`}`;
}

export default function Tokens() {
  return useMay('ADMINISTER') ? html`<${All}/>` : html`<p>Only those with the role Administer see and make tokens.</p>`;
}
