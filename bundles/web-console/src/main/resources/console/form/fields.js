/** The fields of a form, as the server describes them. Each has its label, its help, and beside it what is wrong with it. */
import {html} from '/lib/htm/standalone.module.js';

/** @typedef {{key: string, label: string, help: string, type: string, least: ?number, most: ?number, options: Array<{value: string, label: string}>,
 *     standard: string, required: boolean, many: boolean}} Field */

const FLAGS = [{value: 'true', label: 'Yes'}, {value: 'false', label: 'No'}];

const standardOf = (field, options) => options.find(option => option.value === field.standard)?.label || field.standard;

function Select({field, value, attributes, onInput, options}) {
  const standard = standardOf(field, options);
  return html`<select ...${attributes} onChange=${event => onInput(event.target.value ? [event.target.value] : [])}>
    <option value="" selected=${!value}>${field.required ? 'Choose …' : standard ? `Default (${standard})` : 'Default'}</option>
    ${options.map(option => html`<option value=${option.value} selected=${option.value === value}>${option.label}</option>`)}</select>`;
}

function Boxes({field, values, onInput, id}) {
  const toggle = value => onInput(values.includes(value) ? values.filter(other => other !== value) : [...values, value]);
  return field.options.map((option, i) => html`<label key=${option.value}><input type="checkbox" id=${i ? `${id}-${i}` : id} name=${field.key}
    checked=${values.includes(option.value)} onChange=${() => toggle(option.value)}/>${option.label}</label>`);
}

function Control({field, values, attributes, onInput}) {
  const first = values[0] || '';
  const options = field.type === 'FLAG' ? FLAGS : field.options;
  if (options.length) return html`<${Select} field=${field} value=${first} options=${options} attributes=${attributes} onInput=${onInput}/>`;
  if (field.many) {
    return html`<textarea ...${attributes} rows=${Math.max(2, values.length + 1)} placeholder=${field.standard} value=${values.join('\n')}
      onInput=${event => onInput(event.target.value.split('\n'))}/>`;
  }
  const isNumber = field.type === 'NUMBER';
  return html`<input ...${attributes} type=${isNumber ? 'number' : 'text'} min=${isNumber ? field.least : undefined}
    max=${isNumber ? field.most : undefined} value=${first} placeholder=${field.standard}
    onInput=${event => onInput(event.target.value === '' ? [] : [event.target.value])}/>`;
}

/** @param {{field: Field, values: string[], fault: string=, onInput: function(string[]): void, disabled: boolean}} props */
export function FormField({field, values, fault, onInput, disabled}) {
  const id = `field-${field.key}`;
  const described = `${id}-help${fault ? ` ${id}-fault` : ''}`;
  const notes = html`<small id=${`${id}-help`}>${field.help}${field.many && !field.options.length ? ' One a line.' : ''}</small>
    ${fault && html`<small id=${`${id}-fault`} class="fault">${fault}</small>`}`;
  if (field.many && field.options.length) {
    return html`<fieldset class="field" disabled=${disabled} aria-describedby=${described}><legend>${field.label}</legend>
      <${Boxes} field=${field} values=${values} onInput=${onInput} id=${id}/>${notes}</fieldset>`;
  }
  const attributes = {id, name: field.key, disabled, required: field.required, 'aria-describedby': described, 'aria-invalid': fault ? 'true' : undefined};
  return html`<div class="field"><label for=${id}>${field.label}</label>
    <${Control} field=${field} values=${values} attributes=${attributes} onInput=${onInput}/>${notes}</div>`;
}
