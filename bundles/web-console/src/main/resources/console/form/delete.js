/** Asks before an object of the directory is deleted. */
import {html} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Confirm, Fault, useData} from '/components.js';
import {pathOf} from '/form/object.js';

/**
 * It is deleted only if it is still as it was when this began to ask.
 * @param {{kind: string, place: {parent: string, name: string}, run: function(function(): Promise), onClose: function(), children: *}} props
 */
export function DeleteObject({kind, place, run, onClose, children}) {
  const path = pathOf(kind, place);
  const form = useData(path);
  if (!form.data) return html`<${Fault} error=${form.error}/>`;
  const remove = () => run(() => change('DELETE', path, {revision: form.data.revision}));
  return html`<${Confirm} title=${`Delete ${place.name} of ${place.parent}?`} onClose=${onClose} choices=${[{label: 'Delete', act: remove}]}>
    ${children}<//>`;
}
