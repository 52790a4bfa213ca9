/** One action on many objects, one after the other, with how far it is and what failed. */
import {html, useRef, useState} from '/lib/htm/standalone.module.js';

const SHOWN = 10;

/**
 * @param {function(): void} after when all is done
 * @returns {{begin: function(string[], string, function(string): Promise): Promise<void>, busy: boolean, shown: *}}
 */
export function useBulk(after) {
  const [run, setRun] = useState(null);
  const stopped = useRef(false);
  const begin = async (names, label, act) => {
    stopped.current = false;
    const faults = [];
    let done = 0;
    for (const name of names) {
      if (stopped.current) break;
      setRun({label, done, of: names.length, faults, busy: true});
      await act(name).catch(error => faults.push(`${name}: ${error.message}`));
      done++;
    }
    setRun({label, done, of: names.length, faults, busy: false});
    after();
  };
  const shown = run && html`<div role="status" aria-live="polite">
    ${run.busy ? html`<p>${run.label}: ${run.done} of ${run.of} <progress value=${run.done} max=${run.of} aria-label=${run.label}/>
        <button class="secondary" onClick=${() => { stopped.current = true; }}>Stop</button></p>`
      : html`<p class="done">${run.label}: ${run.done - run.faults.length} of ${run.of} done.</p>`}</div>
    ${run.faults.length > 0 && html`<div role="alert" class="fault">${run.faults.slice(0, SHOWN).join('\n')}
      ${run.faults.length > SHOWN && html`\nand ${run.faults.length - SHOWN} more.`}</div>`}`;
  return {begin, busy: Boolean(run?.busy), shown};
}
