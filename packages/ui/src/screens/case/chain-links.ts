// Evidence in, who stands behind the order out: its parties and listed entities, joined by what somebody says of them.
import type { Evidence } from '@sekisho/engine/model/evidence.ts';

export interface ChainNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'buyer' | 'party' | 'listed' | 'beyond';
}

export interface ChainEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly statedBy: string;
  readonly date?: string;
}

export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
}

/** Of two statements of one relation the first is kept. */
export function chainOf({ application, hits, paths }: Evidence): Chain {
  const nodes = new Map<string, ChainNode>();
  const edges = new Map<string, ChainEdge>();
  const addNode = (node: ChainNode) => nodes.has(node.id) || nodes.set(node.id, node);
  const addEdge = (edge: ChainEdge) => {
    const key = `${edge.from} ${edge.kind} ${edge.to}`;
    if (!edges.has(key)) edges.set(key, edge);
  };
  const buyer = application.parties.find(({ roles }) => roles.includes('buyer'))?.id;
  for (const { id, names } of application.parties)
    addNode({ id, name: names[0]?.text ?? id, kind: id === buyer ? 'buyer' : 'party' });
  for (const { id, roles } of application.parties)
    for (const role of roles)
      if (buyer !== undefined && id !== buyer && role !== 'related-person')
        addEdge({ from: buyer, to: id, kind: role, statedBy: 'application' });
  for (const { from, to, kind, statedBy = 'application', since } of application.links ?? [])
    addEdge({ from, to, kind, statedBy, ...(since !== undefined && { date: since }) });
  for (const { party, entity, listedName } of hits) {
    addNode({ id: entity.id, name: listedName, kind: 'listed' });
    addEdge({ from: party, to: entity.id, kind: 'resembles', statedBy: entity.source });
  }
  for (const { hops } of paths)
    for (const { from, to, kind, direction, statedBy, date } of hops) {
      for (const id of [from, to]) addNode({ id, name: id, kind: 'beyond' });
      const [start, end] = direction === 'forward' ? [from, to] : [to, from];
      addEdge({ from: start, to: end, kind, statedBy, ...(date !== undefined && { date }) });
    }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
