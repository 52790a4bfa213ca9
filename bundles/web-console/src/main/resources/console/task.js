/** Long tasks of the server: begun by a request, asked for until they end. */
import {html, useEffect, useState} from '/lib/htm/standalone.module.js';
import {change, get} from '/api.js';
import {Fault} from '/components.js';

const PAUSE = 1000;

/**
 * @returns {{begin: function(string, Object=, Object=): Promise<void>, busy: boolean, shown: *}} begin takes the path to POST to
 */
export function useTask(after = () => {}) {
  const [task, setTask] = useState({});
  useEffect(() => {
    if (task.state !== 'RUNNING') return undefined;
    const timer = setTimeout(() => get('/tasks/' + task.id).then(now => {
      setTask(now);
      if (now.state !== 'RUNNING') after();
    }, error => setTask({error})), PAUSE);
    return () => clearTimeout(timer);
  }, [task]);
  const begin = async (path, query, body) => {
    try {
      const {id} = await change('POST', path, query, body);
      setTask({id, state: 'RUNNING', progress: 'Begun.'});
    } catch (error) {
      setTask({error});
    }
  };
  const error = task.state === 'FAILED' ? new Error(task.result) : task.error;
  const shown = html`<div role="status" aria-live="polite">${task.state === 'RUNNING'
    && html`<p>${task.progress || 'Under way.'}<progress aria-label="The task runs"/></p>`}
    ${task.state === 'DONE' && html`<p class="done">${task.result}</p>`}</div><${Fault} error=${error}/>`;
  return {begin, busy: task.state === 'RUNNING', shown};
}
