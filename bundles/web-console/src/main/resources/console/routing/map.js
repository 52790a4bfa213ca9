/** The organization drawn: routing groups with their servers, connectors with cost and state, and a path over them. */
import {html, useEffect, useRef} from '/lib/htm/standalone.module.js';
import cytoscape from '/lib/cytoscape/cytoscape.esm.min.mjs';

const DISTANCE = 190;
/** Between the ways out of one group, in the angle between groups. */
const OUT_TURN = .3;
/** More groups than this do not fit in with names that can be read: the map can be moved and zoomed. */
const FEW = 8;

const edgeId = (group, connector) => `connector ${group} ${connector}`;
const groupId = name => `group ${name}`;

/** On an ellipse around the centre, from the top on; two lie side by side. @param {number} far in the distance between groups @param {number} wide by its height */
function place(index, of, far, wide) {
  const turn = 2 * Math.PI * index / of - (of === 2 ? Math.PI : Math.PI / 2);
  const radius = far * DISTANCE * Math.max(1, of / 5);
  return {x: radius * Math.cos(turn) * wide, y: radius * Math.sin(turn)};
}

function groupParts(group, index, of, wide) {
  const middle = place(index, of, of === 1 ? 0 : 1, wide);
  const servers = group.members.map((member, i) => ({
    data: {id: `server ${member.name}`, parent: groupId(group.name), label: member.name + (member.name === group.master ? ' ★' : '')},
    position: {x: middle.x, y: middle.y + (i - (group.members.length - 1) / 2) * 44}, classes: 'server' + (member.present ? '' : ' down')}));
  return [{data: {id: groupId(group.name), label: group.name}, position: middle, classes: 'group'}, ...servers];
}

const down = way => way.down.length > 0 ? 'down' : '';

/** A connector goes to groups, or out of the organization. */
function wayParts(group, way, index, of, wide) {
  const label = `${way.name} (${way.cost})`;
  const toGroups = way.to.map(to => ({data: {id: `${edgeId(group.name, way.name)} ${to}`, source: groupId(group.name), target: groupId(to), label},
    classes: `way ${down(way)}`}));
  if (!way.spaces.length) return toGroups;
  const outs = group.connectors.filter(other => other.spaces.length).map(other => other.name);
  const out = `out ${group.name} ${way.name}`;
  return [...toGroups, {data: {id: out, label: way.spaces.map(space => space.pattern).slice(0, 3).join('\n')}, classes: 'out',
    position: place(index + OUT_TURN * (1 + outs.indexOf(way.name)), of, 1.6, wide)},
    {data: {id: edgeId(group.name, way.name), source: groupId(group.name), target: out, label}, classes: `way ${down(way)}`}];
}

function parts(groups, wide) {
  const known = new Set(groups.map(group => group.name));
  const all = groups.flatMap((group, i) => groupParts(group, i, groups.length, wide));
  const ways = groups.flatMap((group, i) => group.connectors.flatMap(way =>
    wayParts(group, {...way, to: way.to.filter(to => known.has(to))}, i, groups.length, wide)));
  return [...all, ...ways];
}

/** The colours of the page, light or dark. */
function style(element) {
  const colours = getComputedStyle(element);
  const [text, line, ground, main] = [colours.color, '#8891a4', colours.backgroundColor, colours.accentColor];
  const bad = colours.outlineColor;
  return [
    {selector: 'node', style: {label: 'data(label)', color: text, 'font-size': 13, 'text-wrap': 'wrap', 'background-color': ground}},
    {selector: '.group', style: {shape: 'round-rectangle', 'border-color': line, 'border-width': 1, 'text-valign': 'top', 'font-weight': 600,
      'font-size': 15, 'background-opacity': 1, padding: 16}},
    {selector: '.server', style: {shape: 'round-rectangle', width: 84, height: 28, 'text-valign': 'center', 'border-color': line, 'border-width': 1}},
    {selector: '.out', style: {shape: 'round-tag', width: 120, height: 34, 'text-valign': 'center', 'border-color': line, 'border-width': 1}},
    {selector: 'edge', style: {label: 'data(label)', color: text, 'font-size': 11, width: 1.5, 'line-color': line, 'target-arrow-color': line,
      'target-arrow-shape': 'triangle', 'curve-style': 'bezier', 'control-point-step-size': 55, 'text-background-color': ground,
      'text-background-opacity': 1, 'text-background-padding': 2}},
    {selector: 'edge.down', style: {'line-style': 'dashed', 'line-color': bad, 'target-arrow-color': bad, color: bad}},
    {selector: 'node.down', style: {'border-style': 'dashed', 'border-color': bad, color: bad}},
    {selector: 'edge.path', style: {width: 5, 'line-color': main, 'target-arrow-color': main, 'font-weight': 600, 'font-size': 13, 'z-index': 9}}];
}

function markPath(cy, path) {
  cy.edges().removeClass('path');
  for (const hop of path) {
    const id = edgeId(hop.from, hop.connector);
    const toGroup = cy.getElementById(`${id} ${hop.to}`);
    (toGroup.length ? toGroup : cy.getElementById(id)).addClass('path');
  }
}

/**
 * @param {{groups: Array, digest: string, path: Array<{from: string, connector: string, to: string}>}} props
 */
export function OrganizationMap({groups, digest, path}) {
  const element = useRef();
  const map = useRef();
  useEffect(() => {
    const {clientWidth, clientHeight} = element.current;
    const wide = Math.min(2.4, Math.max(.6, clientWidth / clientHeight));
    const many = groups.length > FEW;
    const cy = map.current = cytoscape({container: element.current, elements: parts(groups, wide), style: style(element.current),
      layout: {name: 'preset', fit: true, padding: 16}, autoungrabify: true, userPanningEnabled: many, userZoomingEnabled: many,
      boxSelectionEnabled: false});
    const colours = matchMedia('(prefers-color-scheme: dark)');
    const restyle = () => cy.style(style(element.current));
    const refit = new ResizeObserver(() => cy.resize().fit(undefined, 16));
    colours.addEventListener('change', restyle);
    refit.observe(element.current);
    return () => {
      colours.removeEventListener('change', restyle);
      refit.disconnect();
      cy.destroy();
    };
  }, [digest]);
  useEffect(() => markPath(map.current, path), [digest, path]);
  return html`<div id="map" ref=${element} role="img" aria-label="Map of the routing groups, servers and connectors; the tables below say the same"/>`;
}
