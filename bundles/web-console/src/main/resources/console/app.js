/** The frame of the console: who is logged in, where one can go, and the page. */
import {html, render, useEffect, useRef, useState} from '/lib/htm/standalone.module.js';
import {logOut, session} from '/api.js';
import {followLinks, usePlace} from '/router.js';
import {Fault, SessionContext, words} from '/components.js';
import {Login} from '/login.js';

/** Each page is the module of its name below /pages. */
const PAGES = [['/', 'overview', 'Overview'], ['/queues', 'queues', 'Queues'], ['/tracking', 'tracking', 'Message tracking'],
  ['/routing', 'routing', 'Routing'],
  ['/servers', 'servers', 'Virtual servers'], ['/connectors', 'connectors', 'Connectors'], ['/policies', 'policies', 'Recipient policies'],
  ['/directory', 'directory', 'Directory'], ['/events', 'events', 'Event viewer'], ['/modules', 'modules', 'Modules'],
  ['/metabase', 'metabase', 'Metabase'], ['/certificates', 'certificates', 'Certificates'], ['/tokens', 'tokens', 'Tokens'],
  ['/security', 'security', 'Security']];

const pageAt = path => PAGES.find(([at]) => at === path) || PAGES[0];

/** A page's module is loaded when the page is first seen. */
const load = name => import(`/pages/${name}.js`);

function Page({name, title, query}) {
  const [page, setPage] = useState({});
  const heading = useRef();
  useEffect(() => {
    document.title = `${title} – Waypost`;
    load(name).then(module => setPage({name, Content: module.default}),
      () => setPage({error: new Error('The page could not be loaded. Load it again; the console may just be replaced.')}));
  }, [name]);
  useEffect(() => heading.current.focus(), [name]);
  return html`<h1 tabindex="-1" ref=${heading}>${title}</h1><${Fault} error=${page.error}/>
    ${page.name === name && html`<${page.Content} query=${query}/>`}`;
}

function Navigation({path}) {
  const current = useRef();
  useEffect(() => current.current?.scrollIntoView({block: 'nearest', inline: 'nearest'}), [path]);
  return html`<nav aria-label="Pages"><ul>${PAGES.map(([at, , title]) => html`<li><a href=${at}
    ref=${at === path ? current : undefined} aria-current=${at === path ? 'page' : undefined}>${title}</a></li>`)}</ul></nav>`;
}

function Frame({who, onLogOut}) {
  const {path, query} = usePlace();
  const [, name, title] = pageAt(path);
  return html`<${SessionContext.Provider} value=${who}>
    <a class="skip" href="#content">Skip to the content</a>
    <header><a class="brand" href="/"><img src="/waypost.svg" alt=""/> Waypost</a>
      <p>${who.user} <span class="role">${words(who.role)}</span></p>
      <button class="outline secondary" onClick=${onLogOut}>Log out</button></header>
    <${Navigation} path=${path}/>
    <main id="content" tabindex="-1"><${Page} name=${name} title=${title} query=${query}/></main>
  <//>`;
}

function App() {
  const [who, setWho] = useState(undefined);
  const [error, setError] = useState(null);
  useEffect(() => {
    const loggedOut = () => setWho(null);
    window.addEventListener('waypost-logged-out', loggedOut);
    session().then(setWho, fault => fault.status === 401 ? setWho(null) : setError(fault));
    return () => window.removeEventListener('waypost-logged-out', loggedOut);
  }, []);
  const leave = () => logOut().catch(() => {}).then(() => setWho(null));
  if (error) return html`<main class="login"><${Fault} error=${error}/><button onClick=${() => location.reload()}>Try again</button></main>`;
  if (who === undefined) return html`<main class="login" aria-busy="true"/>`;
  return who ? html`<${Frame} who=${who} onLogOut=${leave}/>` : html`<${Login} onSession=${setWho}/>`;
}

// While the server is asked who is logged in; the page says it if it cannot be loaded.
load(pageAt(location.pathname)[1]).catch(() => {});
document.addEventListener('click', followLinks);
render(html`<${App}/>`, document.getElementById('app'));
