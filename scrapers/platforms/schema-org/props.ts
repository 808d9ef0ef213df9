/** Properties of nodes. */
import type { Node } from './nodes.ts';

/** The first text of a property; of a nested node its value or name. */
export function stringIn(node: Node, name: string): string | null {
  const [value] = node.props[name] ?? [];
  if (value === undefined) return null;
  if (typeof value !== 'string') return stringIn(value, 'value') ?? stringIn(value, 'name');
  return value.trim() === '' ? null : value.trim().slice(0, 20_000);
}

/** The nodes of a property. */
export function nodesIn(node: Node, name: string): readonly Node[] {
  return (node.props[name] ?? []).flatMap((value) => (typeof value === 'string' ? [] : [value]));
}
