/** The form of a virtual server or a connector: read from the directory, saved there, and followed until it is in force. */
import {html, useEffect, useRef, useState} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {Asked, Fault, State, useData, useMay} from '/components.js';
import {FormField} from '/form/fields.js';

const PERIOD = 2;
/** Fields that most forms are opened for stand first; the rest can be opened. */
const SHOWN = 8;

/** @param {{parent: string, name: string}} place */
export const pathOf = (kind, place) => `/objects/${kind}/${encodeURIComponent(place.parent)}/${encodeURIComponent(place.name)}`;

const cleaned = edits => Object.fromEntries(Object.entries(edits)
  .map(([key, values]) => [key, values.map(value => value.trim()).filter(value => value)]));

/** Whether this server has taken it over; asked again until that is so. */
function Standing({path}) {
  const [seconds, setSeconds] = useState(PERIOD);
  const answer = useData(path + '/standing', {}, seconds);
  useEffect(() => setSeconds(!answer.data || answer.data.state === 'PENDING' ? PERIOD : 0), [answer.data]);
  return html`<div role="status" aria-live="polite">${answer.data && html`<p><${State} state=${answer.data.state}/> ${' '}
    ${answer.data.state === 'IN_FORCE' ? 'at this server, as the directory has it.' : answer.data.reason}</p>`}</div><${Fault} error=${answer.error}/>`;
}

/** What another one changed, compared with what this form began with. */
function differences(before, now) {
  const text = values => (values || []).join(', ') || 'its default';
  return now.fields.filter(field => text(before.values[field.key]) !== text(now.values[field.key]))
    .map(field => `${field.label}: ${text(before.values[field.key])} is now ${text(now.values[field.key])}.`);
}

/**
 * @param {{fields: Array, values: Object, label: string, save: function(Object): Promise, children: *, disabled: boolean}} props
 *   save takes the changed values by key; a problem it is refused by may have a sentence for each field
 */
export function FieldsForm({fields, values, label, save, children, disabled}) {
  const [edits, setEdits] = useState({});
  const [end, setEnd] = useState({});
  const form = useRef();
  const faults = end.error?.told?.fields || {};
  const submit = async event => {
    event.preventDefault();
    setEnd({busy: true});
    try {
      setEnd({sentence: await save(cleaned(edits))});
      setEdits({});
    } catch (error) {
      setEnd({error});
      const key = fields.map(field => field.key).find(each => error.told?.fields?.[each]);
      const field = key && form.current.querySelector(`#field-${key}`);
      field?.closest('details')?.setAttribute('open', '');
      field?.focus();
    }
  };
  const shown = field => html`<${FormField} key=${field.key} field=${field} values=${edits[field.key] || values[field.key] || []}
    fault=${faults[field.key]} disabled=${disabled} onInput=${given => setEdits(old => ({...old, [field.key]: given}))}/>`;
  return html`<form ref=${form} onSubmit=${submit} noValidate class="fields">${children}
    ${fields.slice(0, SHOWN).map(shown)}
    ${fields.length > SHOWN && html`<details><summary>More settings (${fields.length - SHOWN})</summary>${fields.slice(SHOWN).map(shown)}</details>`}
    <div role="status" aria-live="polite">${end.sentence && html`<p class="done">${end.sentence}</p>`}</div><${Fault} error=${end.error}/>
    ${!disabled && html`<div class="actions"><button type="submit" disabled=${end.busy || !Object.keys(edits).length && !children}>${label}</button>
      <button type="button" class="secondary" disabled=${!Object.keys(edits).length} onClick=${() => { setEdits({}); setEnd({}); }}>Discard changes</button></div>`}
  </form>`;
}

function Loaded({kind, place, first}) {
  const [base, setBase] = useState(first);
  const [others, setOthers] = useState([]);
  const [turn, setTurn] = useState(0);
  const may = useMay('ADMINISTER');
  const path = pathOf(kind, place);
  const save = async values => {
    try {
      const done = await change('PUT', path, {}, {revision: base.revision, values});
      setBase(old => ({...old, revision: done.revision, values: {...old.values, ...values}}));
      setOthers([]);
      setTurn(old => old + 1);
      return done.message;
    } catch (error) {
      if (error.told?.now) {
        setOthers(differences(base, error.told.now));
        setBase(error.told.now);
      }
      throw error;
    }
  };
  return html`<p class="quiet"><code>${base.dn}</code></p><${Standing} key=${turn} path=${path}/>
    <${FieldsForm} fields=${base.fields} values=${base.values} label="Save" save=${save} disabled=${!may}/>
    ${others.length > 0 && html`<div class="warning" role="alert"><p>What somebody else changed is shown now; your own changes are kept, and
      are saved when you save again.</p><ul>${others.map(line => html`<li>${line}</li>`)}</ul></div>`}`;
}

/** @param {{kind: string, place: {parent: string, name: string}}} props */
export function ObjectForm({kind, place}) {
  const answer = useData(pathOf(kind, place));
  return html`<${Asked} of=${answer}>${form => html`<${Loaded} key=${form.dn} kind=${kind} place=${place} first=${form}/>`}<//>`;
}
