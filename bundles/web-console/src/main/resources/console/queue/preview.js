/** The beginning of a message, once an administrator asks to see it: it is other people's mail. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {get} from '/api.js';
import {Fault, size, useMay} from '/components.js';

/** @param {{id: string}} props */
export function Preview({id}) {
  const [state, setState] = useState({});
  if (!useMay('ADMINISTER')) return null;
  const load = async () => {
    setState({busy: true});
    setState(await get(`/messages/${encodeURIComponent(id)}/content`).then(content => ({content}), error => ({error})));
  };
  const it = state.content;
  return html`<h2>Content</h2><${Fault} error=${state.error}/>
    ${!it && html`<p><button class="secondary" disabled=${state.busy} onClick=${load}>Show header and first text</button>
      <span class="quiet"> That you read it is logged.</span></p>`}
    ${it && html`<dl class="fields">${it.fields.map((field, i) => html`<dt key=${'n' + i}>${field.name}</dt><dd key=${'v' + i}>${field.value}</dd>`)}</dl>
      ${it.part ? html`<pre class="content" tabindex="0" aria-label=${`Text, ${it.part}`}>${it.text}</pre>` : html`<p>No text was found in it.</p>`}
      ${it.cut && html`<p class="quiet">Only the beginning of ${size(it.size)} was read.</p>`}`}`;
}
