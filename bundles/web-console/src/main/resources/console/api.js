/** The HTTP interface of the server. Pages ask it by {@link get} and {@link change} only. */

const BASE = '/api/v1';

/** Shown in each changing request; kept nowhere but here. */
let csrf = '';

/**
 * @typedef {{user: string, role: 'READ'|'OPERATE'|'ADMINISTER', csrf: string}} Session
 */

/** Why there is no answer: a sentence for people. */
export class Problem extends Error {
  /** @param {number} status of HTTP; 0 if the server does not answer @param {Object} [told] all that it said */
  constructor(status, sentence, told = {}) {
    super(sentence);
    this.status = status;
    this.told = told;
  }
}

/**
 * @param {string} path below /api/v1
 * @param {Object<string, *>} [query] values that are undefined, null or empty are left out
 */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return BASE + path + (text ? '?' + text : '');
}

async function problem(response) {
  const told = await response.json().catch(() => ({}));
  return new Problem(response.status, told.detail || `The server answered ${response.status} without saying why.`, told);
}

async function ask(url, request) {
  let response;
  try {
    response = await fetch(url, request);
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Problem(0, 'The server does not answer. Its console may be stopped, or the network down.');
  }
  if (response.ok) return response.json();
  const why = await problem(response);
  if (why.status === 401) window.dispatchEvent(new CustomEvent('waypost-logged-out'));
  throw why;
}

/** @param {AbortSignal} [signal] */
export const get = (path, query, signal) => ask(address(path, query), {signal});

/** @param {'POST'|'PUT'|'DELETE'} method @param {Object|Blob} [body] sent as JSON, or a file as it is */
export function change(method, path, query, body) {
  const headers = {'X-CSRF-Token': csrf};
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
  return ask(address(path, query), {method, headers, body: isFile || body === undefined ? body : JSON.stringify(body)});
}

/** @returns {Session} */
function keep(session) {
  csrf = session.csrf;
  return session;
}

/** Who is logged in, also after the page was loaded anew. @returns {Promise<Session>} */
export const session = async () => keep(await get('/session'));

/** @returns {Promise<Session>} */
export const logIn = async (user, password) => keep(await change('POST', '/session', {}, {user, password}));

export const logOut = () => change('DELETE', '/session');
