/** A property of a key: how it is shown, and setting it. */
import {html, useEffect, useRef} from '/lib/htm/standalone.module.js';
import {change} from '/api.js';
import {when} from '/components.js';

const HOUR = 3600;

/** The value as a text; a secret is never told by the server. */
export const shown = ({type, value}) => type === 'SECRET' ? '***' : type === 'TEXTS' ? value.join('\n') : String(value);

/** Where the value in force comes from. */
export function origin(property, key) {
  if (property.override) return `Set here until ${when(property.override)}, instead of what ${property.owner} says`;
  if (property.owner) return `Replicated from ${property.owner}` + (property.from === key ? '' : ` to ${property.from}`);
  return property.from === key ? 'Set here' : `Inherited from ${property.from}`;
}

/**
 * Sets a property; one that the directory has the say of only for a time.
 * @param {{path: string, name: string, property: ?Object, run: function, onClose: function}} props name is empty for another one
 */
export function Property({path, name, property, run, onClose}) {
  const form = useRef();
  useEffect(() => form.current.elements[0].focus(), []);
  const isList = property?.type === 'TEXTS';
  const isForATime = Boolean(property?.owner) && property.from === path;
  const submit = async event => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    const body = {key: path, property: name || given.property, values: isList ? given.value.split('\n').filter(line => line.trim()) : [given.value]};
    if (isForATime) body.overrideSeconds = Number(given.hours) * HOUR;
    if (await run(() => change('PUT', '/metabase/property', {}, body))) onClose();
  };
  const value = property && property.type !== 'SECRET' ? shown(property) : '';
  return html`<form ref=${form} aria-label=${name ? `Set ${name}` : 'Set a property'} onSubmit=${submit}>
    ${!name && html`<label>Property<input name="property" required/></label>`}
    <label>${name || 'Value'}${isList && ', one to a line'}${isList ? html`<textarea name="value" rows="4">${value}</textarea>`
      : html`<input name="value" value=${value} type=${property?.type === 'SECRET' ? 'password' : 'text'} autocomplete="off"/>`}</label>
    ${isForATime && html`<label>Hours, after which the directory has the say again<input name="hours" type="number" min="1" max="8784" value="24" required/></label>`}
    <div class="actions"><button type="submit">Set</button><button type="button" class="secondary" onClick=${onClose}>Cancel</button></div></form>`;
}
