/** Gives the server a jar, shows what putting it in would do, and does it. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Confirm, Fault} from '/components.js';

/** What would happen. @param {{plan: Object, onReplace: function(): void, onClose: function(): void}} props */
const Plan = ({plan, onReplace, onClose}) => html`<${Confirm} title=${`Replace ${plan.name}?`} onClose=${onClose}
  choices=${[{label: plan.platform ? 'Replace it all the same' : 'Replace', act: onReplace}]}>
  <dl><dt>Now</dt><dd>${plan.fromVersion} <code>${plan.fromChecksum}</code></dd>
    <dt>Then</dt><dd>${plan.version} <code>${plan.checksum}</code></dd>
    <dt>Start anew with it</dt><dd>${plan.refreshed.join(', ') || 'no others'}</dd></dl>
  ${plan.platform && html`<p class="fault">It is a module of the platform: mail pauses, or connections end, while it is replaced.</p>`}
  <p>It is watched, and put back by itself if it does worse.</p><//>`;

/** @param {{task: {begin: function, busy: boolean}}} props */
export function Replacing({task}) {
  const [state, setState] = useState({});
  const stage = async event => {
    event.preventDefault();
    const {jar, checksum} = event.target.elements;
    setState({busy: true});
    try {
      setState({plan: await change('POST', '/modules/staged', {checksum: checksum.value.trim(), name: jar.files[0].name}, jar.files[0])});
    } catch (error) {
      setState({error});
    }
  };
  const replace = plan => task.begin('/modules/replace', {}, {checksum: plan.checksum, force: plan.platform});
  return html`<form class="bar" onSubmit=${stage}>
      <label>Jar that replaces a module<input type="file" name="jar" accept=".jar" required/></label>
      <label>SHA-256 (if you know it)<input name="checksum" pattern="\\s*[0-9a-fA-F]{64}\\s*" title="64 hexadecimal digits"/></label>
      <button type="submit" disabled=${state.busy || task.busy} aria-busy=${Boolean(state.busy)}>Look at it …</button></form>
    <${Fault} error=${state.error}/>
    ${state.plan && html`<${Plan} plan=${state.plan} onReplace=${() => replace(state.plan)} onClose=${() => setState({})}/>`}`;
}
