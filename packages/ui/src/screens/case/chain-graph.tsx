// A chain in, its picture out: moved and enlarged by mouse and by keys; the table beside it says the same.
import cytoscape, { type LayoutOptions, type StylesheetJson } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import type { Chain } from './chain-links.ts';

cytoscape.use(fcose);

export function ChainGraph(props: {
  readonly chain: Chain;
  readonly label: string;
  readonly word: (kind: string) => string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<cytoscape.Core>(undefined);
  const scheme = useComputedColorScheme('light');
  const { chain, word } = props;
  useEffect(() => {
    if (!frame.current) return;
    const graph = cytoscape({
      container: frame.current,
      elements: [
        ...chain.nodes.map(({ id, name, kind }) => ({ data: { id, name, kind } })),
        ...[...Map.groupBy(chain.edges, ({ from, to }) => `${from} ${to}`)].map(([id, edges]) => {
          const [first] = edges;
          const words = edges.map(({ kind }) => word(kind)).join(' · ');
          return { data: { id, source: first?.from ?? '', target: first?.to ?? '', kind: first?.kind, word: words } };
        }),
      ],
      style: sheet(scheme),
      layout: layoutOf(chain),
      wheelSensitivity: 0.3,
      minZoom: 0.3,
      maxZoom: 3,
    });
    drawing.current = graph;
    return () => graph.destroy();
  }, [chain, scheme, word]);
  const press = (event: KeyboardEvent) => {
    const graph = drawing.current;
    const move = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    if (!graph) return;
    if (move) graph.panBy({ x: move[0] ?? 0, y: move[1] ?? 0 });
    else if (event.key === '+' || event.key === '-') graph.zoom(graph.zoom() * (event.key === '+' ? 1.2 : 1 / 1.2));
    else if (event.key === '0') graph.fit(undefined, 30);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return <div ref={frame} className="graph" role="img" tabIndex={0} aria-label={props.label} onKeyDown={press} />;
}

/** So many are laid out from the buyer on; more are spread by what pulls them together. */
const MOST_IN_ROWS = 40;

function layoutOf({ nodes }: Chain): LayoutOptions {
  if (MOST_IN_ROWS < nodes.length)
    return { name: 'fcose', animate: false, idealEdgeLength: 130, padding: 30 } as LayoutOptions;
  return {
    name: 'breadthfirst',
    roots: nodes.filter(({ kind }) => kind === 'buyer').map(({ id }) => id),
    padding: 40,
    spacingFactor: 1.6,
    transform: (_, { x, y }) => ({ x: y * 1.9, y: x }), // from left to right
  };
}

function sheet(scheme: 'light' | 'dark'): StylesheetJson {
  const [ink, line, paper] = scheme === 'light' ? ['#1d2534', '#9aa5b8', '#ffffff'] : ['#e6eaf2', '#6c7890', '#1b2130'];
  return [
    {
      selector: 'node',
      style: {
        label: 'data(name)',
        color: ink,
        'font-size': 12,
        'text-valign': 'bottom',
        'text-margin-y': 6,
        'text-wrap': 'wrap',
        'text-max-width': '150px',
        'text-background-color': paper,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        'background-color': '#718fc6',
        width: 26,
        height: 26,
      },
    },
    { selector: 'node[kind = "buyer"]', style: { 'background-color': '#34548f', width: 36, height: 36 } },
    {
      selector: 'node[kind = "listed"]',
      style: { 'background-color': '#c0392b', shape: 'diamond', width: 30, height: 30 },
    },
    { selector: 'node[kind = "beyond"]', style: { 'background-color': '#8a94a6' } },
    {
      selector: 'edge',
      style: {
        label: 'data(word)',
        color: ink,
        'font-size': 10,
        'text-background-color': paper,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'line-color': line,
        'target-arrow-color': line,
        'target-arrow-shape': 'triangle',
        'curve-style': 'bezier',
        width: 1.4,
      },
    },
    {
      selector: 'edge[kind = "resembles"]',
      style: { 'line-style': 'dashed', 'line-color': '#c0392b', 'target-arrow-shape': 'none' },
    },
  ];
}
