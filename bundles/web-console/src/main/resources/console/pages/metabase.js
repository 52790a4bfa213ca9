/** The metabase: its keys, the values in force with their origin, and the versions that can be gone back to. */
import {html, useEffect, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, Confirm, Table, useAction, useData, useMay, when, words} from '/components.js';
import {Property, origin, shown as text} from '/metabase/property.js';
import {Tree} from '/metabase/tree.js';

const ROOT = '/';

const columns = (may, edit, drop) => [
  {title: 'Property', cell: ([name]) => name},
  {title: 'Value', cell: ([, property]) => html`<span class="reason">${text(property)}</span>`},
  {title: 'Origin', cell: ([, property, key]) => html`<span class="reason">${origin(property, key)}</span>`},
  ...(may ? [{title: 'Change', cell: ([name, property, key]) => html`<div class="actions">
    <button class="secondary" aria-label=${`Set ${name}`} onClick=${() => edit(name)}>Set …</button>
    ${property.from === key && (property.override || !property.owner) && html`<button class="secondary" aria-label=${`Take away ${name}`}
      onClick=${() => drop(name, property)}>${property.override ? 'End override …' : 'Take away …'}</button>`}</div>`}] : [])];

function Key({path, onChange}) {
  const answer = useData('/metabase/key', {key: path});
  const [run, shown] = useAction(() => { answer.reload(); onChange(); });
  const [edited, setEdited] = useState(null);
  const [dropped, setDropped] = useState(null);
  const may = useMay('ADMINISTER');
  return html`<h2>${path}</h2>${shown}
    <${Asked} of=${answer}>${key => html`<${Table} caption="Properties in force" id=${([name]) => name}
      rows=${Object.entries(key.properties).map(([name, property]) => [name, property, path])} empty="The key has no properties."
      columns=${columns(may, setEdited, (name, property) => setDropped({name, property}))}/>
      ${edited !== null && html`<${Property} key=${edited} path=${path} name=${edited} property=${key.properties[edited]} run=${run} onClose=${() => setEdited(null)}/>`}`}<//>
    ${may && edited === null && html`<button class="secondary" onClick=${() => setEdited('')}>Set another property …</button>`}
    ${dropped && html`<${Confirm} title=${dropped.property.override ? `End the override of ${dropped.name}?` : `Take ${dropped.name} away?`}
      onClose=${() => setDropped(null)} choices=${[{label: dropped.property.override ? 'End it' : 'Take it away',
        act: () => run(() => change('DELETE', '/metabase/property', {key: path, property: dropped.name}))}]}>
      <p>${dropped.property.override ? 'The directory has the say again.' : 'It is inherited from then on, or its default holds.'}</p><//>`}
    <${AsText} path=${path}/>`;
}

function AsText({path}) {
  const [open, setOpen] = useState(false);
  const answer = useData(open ? '/metabase/export' : null, {key: path});
  return html`<details onToggle=${event => setOpen(event.target.open)}><summary>As text, with all keys below it and without secrets</summary>
    ${open && html`<${Asked} of=${answer}>${({text: all}) => html`<pre tabindex="0"><code>${all}</code></pre>`}<//>`}</details>`;
}

function History({turn, onChange}) {
  const answer = useData('/metabase/history', {});
  const [run, shown] = useAction(() => { answer.reload(); onChange(); });
  const [asked, setAsked] = useState(null);
  const may = useMay('ADMINISTER');
  const list = [
    {title: 'Version', cell: version => version.version},
    {title: 'Time', cell: version => html`<time datetime=${version.time}>${when(version.time)}</time>`},
    {title: 'Writer', cell: version => words(version.writer)},
    {title: 'Keys', cell: version => html`<span class="reason">${version.summary}</span>`},
    ...(may ? [{title: 'Change', cell: version => html`<button class="secondary" onClick=${() => setAsked(version)}
      aria-label=${`Roll back to version ${version.version}`}>Roll back …</button>`}] : [])];
  useEffect(() => answer.reload(), [turn]);
  return html`<details><summary>Versions</summary>${shown}<${Asked} of=${answer}>${versions => html`<${Table}
      caption="Versions that can be gone back to, newest first" rows=${versions} id=${version => version.version} columns=${list} empty="There are none yet."/>`}<//>
    ${asked && html`<${Confirm} title=${`Roll back to version ${asked.version}?`} onClose=${() => setAsked(null)} choices=${[{label: 'Roll back',
      act: () => run(() => change('POST', '/metabase/rollback', {}, {version: asked.version}))}]}>
      <p>All properties that were set here get what they were in that version. Those replicated from the directory stay.</p><//>`}</details>`;
}

export default function Metabase({query}) {
  const [turn, setTurn] = useState(0);
  const path = query.key || ROOT;
  const changed = () => setTurn(turn + 1);
  return html`<div class="split"><nav aria-label="Keys"><${Tree} path=${ROOT} selected=${path}/></nav>
    <div><${Key} key=${path} path=${path} onChange=${changed}/><${History} turn=${turn} onChange=${changed}/></div></div>`;
}
