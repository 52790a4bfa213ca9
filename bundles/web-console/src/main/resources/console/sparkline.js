/** How a figure went in the last minutes, as a small drawing. */
import {html} from '/lib/htm/standalone.module.js';

const WIDTH = 120;
const HEIGHT = 24;

/**
 * Its greatest value is at the top, 0 at the bottom. For those who do not see it its end and its greatest value are said.
 * @param {{values: number[], name: string}} props oldest first
 */
export function Sparkline({values, name}) {
  if (values.length < 2) return null;
  const most = Math.max(...values);
  const round = value => value.toLocaleString(undefined, {maximumFractionDigits: 1});
  const points = values.map((value, i) => `${(i * WIDTH / (values.length - 1)).toFixed(1)},${(HEIGHT - 1 - (most ? value / most : 0) * (HEIGHT - 2)).toFixed(1)}`);
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"
    aria-label=${`${name}: ${round(values.at(-1))} now, at most ${round(most)} in the last minutes`}><polyline points=${points.join(' ')}/></svg>
    <small class="quiet">at most ${round(most)}</small>`;
}
