/** What several pages are made of. All texts go into the page as text. */
import {html, createContext, useCallback, useContext, useEffect, useRef, useState} from '/lib/htm/standalone.module.js';
import {get} from '/api.js';

const RANKS = ['READ', 'OPERATE', 'ADMINISTER'];
const BAD = ['DOWN', 'STOPPED', 'DISABLED', 'FAILED', 'ERROR', 'BROKEN', 'ROLLED_BACK', 'RED', 'PROBLEM'];
const WARNING = ['RETRY', 'TRYING', 'FROZEN', 'PAUSED', 'WARNING', 'ALONE', 'SEARCHING', 'YELLOW', 'PENDING'];
const GOOD = ['ACTIVE', 'STARTED', 'UP', 'RUNNING', 'DONE', 'KEPT', 'MASTER', 'MEMBER', 'GREEN', 'OK', 'IN_FORCE'];

/** Of the one who is logged in. @type {import('preact').Context<import('/api.js').Session>} */
export const SessionContext = createContext(null);

/** Whether the one who is logged in may do what needs a role. @param {'OPERATE'|'ADMINISTER'} role */
export const useMay = role => RANKS.indexOf(useContext(SessionContext).role) >= RANKS.indexOf(role);

/**
 * Asks the server now, when the question changes, and each so many seconds while the page is seen. What was answered stays
 * until the next answer to the same path.
 * @param {?string} path null for nothing to ask
 * @returns {{data: *, error: ?Error, reload: function(): void}}
 */
export function useData(path, query = {}, seconds = 0) {
  const [answer, setAnswer] = useState({data: null, error: null, path: null});
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn(old => old + 1), []);
  const question = JSON.stringify([path, query]);
  useEffect(() => {
    if (!path) return undefined;
    const stop = new AbortController();
    get(path, query, stop.signal).then(data => setAnswer({data, error: null, path, question}), error => {
      if (error.name !== 'AbortError') setAnswer(old => ({...old, data: old.question === question ? old.data : null, error, path, question}));
    });
    return () => stop.abort();
  }, [question, turn]);
  useEffect(() => {
    if (!seconds) return undefined;
    const timer = setInterval(() => document.hidden || reload(), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  const isMeant = answer.path === path;
  return {data: isMeant ? answer.data : null, error: isMeant ? answer.error : null, reload};
}

/**
 * Does what is asked for and keeps what came of it.
 * @returns {[function(function(): Promise): Promise<boolean>, *]} runs an action; shows its end
 */
export function useAction(after = () => {}) {
  const [end, setEnd] = useState({});
  const run = async action => {
    setEnd({busy: true});
    try {
      setEnd({sentence: (await action())?.message});
      after();
      return true;
    } catch (error) {
      setEnd({error});
      return false;
    }
  };
  const shown = html`<div role="status" aria-live="polite">${end.sentence && html`<p class="done">${end.sentence}</p>`}
    ${end.busy && html`<progress aria-label="Working"/>`}</div><${Fault} error=${end.error}/>`;
  return [run, shown];
}

/** @param {{error: ?Error}} props */
export const Fault = ({error}) => error ? html`<p role="alert" class="fault">${error.message}</p>` : null;

/** What is asked for, once it is there; until then, or instead, why not. */
export const Asked = ({of, children}) => html`<div><${Fault} error=${of.error}/>
  ${of.data === null && !of.error ? html`<p aria-busy="true">Asking the server …</p>` : of.data !== null && children(of.data)}</div>`;

/** @param {{state: string}} props as the server calls it */
export function State({state}) {
  const tone = WARNING.includes(state) ? 'warning' : BAD.includes(state) ? 'bad' : GOOD.includes(state) ? 'good' : '';
  return html`<span class=${'state ' + tone}>${words(state)}</span>`;
}

/** NOT_MEASURED as "Not measured". */
export const words = name => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase().replaceAll('_', ' ');

/** The word for so many. @param {number} number @param {string} one @param {string} more */
export const noun = (number, one, more = one + 's') => number === 1 ? one : more;

/** "1 message", "1,200 messages". @param {number} number @param {string} one @param {string} more */
export const counted = (number, one, more = one + 's') => `${number.toLocaleString()} ${noun(number, one, more)}`;

/** @param {number} seconds */
function span(seconds) {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds % 3600 / 60)} min`;
  return `${Math.floor(seconds / 86400)} d ${Math.floor(seconds % 86400 / 3600)} h`;
}

/** How long ago or ahead. @param {{time: ?string}} props ISO 8601 */
export function Age({time}) {
  if (!time) return '–';
  const seconds = (Date.now() - Date.parse(time)) / 1000;
  return html`<time datetime=${time} title=${when(time)}>${seconds < 0 ? `in ${span(-seconds)}` : `${span(seconds)} ago`}</time>`;
}

/** In the reader's own time zone. */
export const when = time => new Date(time).toLocaleString(undefined, {dateStyle: 'short', timeStyle: 'medium'});

/** Number and unit stay on one line. */
export const size = octets => octets < 1024 ? `${octets}\u00a0B` : octets < 1048576 ? `${(octets / 1024).toFixed(0)}\u00a0KiB`
  : `${(octets / 1048576).toFixed(1)}\u00a0MiB`;

/**
 * A table that becomes cards on a narrow screen.
 * @param {{caption: string, columns: Array<{title: string, cell: function(*): *, sort?: string}>, rows: Array, id: function(*): string,
 *     empty: string, sorted?: string, onSort?: function(string): void}} props
 */
export function Table({caption, columns, rows, id, empty, sorted, onSort}) {
  if (!rows.length) return html`<p>${empty}</p>`;
  const order = column => sorted === column.sort ? 'ascending' : sorted === '-' + column.sort ? 'descending' : undefined;
  return html`<div class="table" role="region" aria-label=${caption} tabindex="0"><table class="striped">
    <caption>${caption}</caption>
    <thead><tr>${columns.map(column => html`<th scope="col" aria-sort=${column.sort && order(column)}>${column.sort
      ? html`<button class="sort" onClick=${() => onSort(sorted === column.sort ? '-' + column.sort : column.sort)}>${column.title}</button>`
      : column.title}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr key=${id(row)}>${columns.map((column, i) => i === 0
      ? html`<th scope="row">${column.cell(row)}</th>` : html`<td data-title=${column.title}><div>${column.cell(row)}</div></td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** Something in a table with a box to choose it. @param {{name: string, checked: boolean, onChange: ?function(): void}} props */
export const Choice = ({name, checked, onChange, children}) => html`<span class="choice">${onChange
  && html`<input type="checkbox" aria-label=${`Choose ${name}`} checked=${checked} onChange=${onChange}/>`}<span>${children}</span></span>`;

/** Asks before something is done that cannot be undone. The choices are buttons; Escape is no. */
export function Confirm({title, children, choices, onClose}) {
  const dialog = useRef();
  useEffect(() => dialog.current.showModal(), []);
  return html`<dialog ref=${dialog} onClose=${onClose} aria-labelledby="confirm-title"><article>
    <h2 id="confirm-title">${title}</h2>${children}
    <footer><button class="secondary" onClick=${() => dialog.current.close()}>Cancel</button>
      ${choices.map(({label, act}) => html`<button onClick=${() => { dialog.current.close(); act(); }}>${label}</button>`)}</footer>
  </article></dialog>`;
}
