/** The keys of the metabase as a tree; a branch is asked for when it is opened. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {href} from '/router.js';
import {Fault, useData} from '/components.js';

const below = (path, child) => path === '/' ? `/${child}` : `${path}/${child}`;

const leadsTo = (path, selected) => path === '/' || selected === path || selected.startsWith(path + '/');

/** @param {{path: string, selected: string}} props keys, such as /LM/SmtpSvc */
export function Tree({path, selected}) {
  const [open, setOpen] = useState(leadsTo(path, selected));
  const answer = useData(open ? '/metabase/key' : null, {key: path});
  const children = answer.data?.children ?? [];
  const isLeaf = answer.data !== null && children.length === 0;
  const link = html`<a href=${href('/metabase', {key: path})} aria-current=${path === selected ? 'true' : undefined}>
    ${path === '/' ? 'Metabase' : path.slice(path.lastIndexOf('/') + 1)}</a>`;
  return html`<div class="branch"><div class="key"><button class="outline secondary" aria-expanded=${open} disabled=${isLeaf}
      aria-label=${`${open ? 'Close' : 'Open'} ${path}`} onClick=${() => setOpen(!open)}>${isLeaf ? '·' : open ? '−' : '+'}</button>${link}</div>
    <${Fault} error=${answer.error}/>
    ${open && children.length > 0 && html`<ul>${children.map(child => html`<li key=${child}>
      <${Tree} path=${below(path, child)} selected=${selected}/></li>`)}</ul>`}</div>`;
}
