/** Where in the console we are: the path names the page, the query what of it is shown. */
import {useEffect, useState} from '/lib/htm/standalone.module.js';

const MOVED = 'waypost-moved';

const here = () => ({path: location.pathname, query: Object.fromEntries(new URLSearchParams(location.search))});

/** @param {Object<string, string>} [query] empty values are left out */
export function href(path, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return path + (text ? '?' + text : '');
}

/** @param {boolean} [replace] for filters: going back leaves the page, not the filter */
export function go(url, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  window.dispatchEvent(new Event(MOVED));
}

/** @returns {{path: string, query: Object<string, string>}} */
export function usePlace() {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const moved = () => setPlace(here());
    window.addEventListener(MOVED, moved);
    window.addEventListener('popstate', moved);
    return () => {
      window.removeEventListener(MOVED, moved);
      window.removeEventListener('popstate', moved);
    };
  }, []);
  return place;
}

/** Lets links within the console change the page without loading it anew; keys for new tabs and windows work as ever. */
export function followLinks(event) {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || link.target || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.getAttribute('href').startsWith('/api') || link.getAttribute('href').startsWith('/system')) return;
  event.preventDefault();
  go(link.getAttribute('href'));
}
