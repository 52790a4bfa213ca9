/** Asks who one is. */
import {html, useEffect, useRef, useState} from '/lib/htm/standalone.module.js';
import {logIn} from '/api.js';
import {Fault} from '/components.js';

/** @param {{onSession: function(import('/api.js').Session): void}} props */
export function Login({onSession}) {
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const user = useRef();
  useEffect(() => user.current.focus(), []);
  const submit = async event => {
    event.preventDefault();
    const form = new FormData(event.target);
    setBusy(true);
    try {
      onSession(await logIn(form.get('user'), form.get('password')));
    } catch (fault) {
      setError(fault);
      setBusy(false);
      user.current.form.password.select();
    }
  };
  return html`<main class="login"><article>
    <h1><img src="/waypost.svg" alt=""/> Waypost</h1>
    <form onSubmit=${submit}>
      <label>User<input name="user" ref=${user} autocomplete="username" required maxlength="200"/></label>
      <label>Password<input name="password" type="password" autocomplete="current-password" required/></label>
      <${Fault} error=${error}/>
      <button type="submit" aria-busy=${busy} disabled=${busy}>Log in</button>
    </form>
  </article></main>`;
}
