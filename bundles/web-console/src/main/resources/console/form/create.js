/** The form of a new virtual server or connector: its name, what it stands below, and its settings. */
import {html, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, useData} from '/components.js';
import {FieldsForm} from '/form/object.js';

/**
 * @param {{kind: string, parentLabel: string, preferred: string=, done: function({parent: string, name: string}): void}} props
 *   preferred is the parent that is chosen at first
 */
export function NewObject({kind, parentLabel, preferred, done}) {
  const fields = useData(`/objects/${kind}/fields`);
  const parents = useData(`/objects/${kind}/parents`);
  const [place, setPlace] = useState({parent: '', name: ''});
  const create = async (values, parent) => {
    const made = {parent, name: place.name.trim()};
    await change('POST', `/objects/${kind}`, {}, {...made, values});
    done(made);
  };
  return html`<${Asked} of=${parents}>${names => html`<${Asked} of=${fields}>${own => {
    const parent = place.parent || names.find(name => name === preferred) || names[0];
    return html`<${FieldsForm} fields=${own} values=${{}} label="Create" save=${values => create(values, parent)}>
      <div class="field"><label for="field-name">Name</label><input id="field-name" required maxlength="64" value=${place.name}
        onInput=${event => setPlace({...place, name: event.target.value})}/></div>
      <div class="field"><label for="field-parent">${parentLabel}</label><select id="field-parent"
        onChange=${event => setPlace({...place, parent: event.target.value})}>${names.map(name => html`
          <option value=${name} selected=${name === parent}>${name}</option>`)}</select></div>
    <//>`;
  }}<//>`}<//>`;
}
