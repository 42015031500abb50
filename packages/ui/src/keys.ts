// Keys and what they do in, listeners out; the help screen lists those that are listened to.
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { TextId } from './language/languages.ts';

export interface Key {
  /** `j`, `Enter`, `mod+k` (Ctrl, or Command on a Mac). */
  readonly key: string;
  readonly text: TextId;
  readonly run: () => void;
  /** Also while somebody types in a field. */
  readonly whileTyping?: boolean;
}

/** Listens to keys while the component is shown. Of two components with the same key, the one shown last has it. */
export function useKeys(keys: readonly Key[], isOn = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  // before it is painted: what can be seen can be used
  useLayoutEffect(() => {
    if (!isOn) return;
    const layer = { keys: () => latest.current };
    layers.unshift(layer);
    changed();
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      changed();
    };
  }, [isOn]);
}

/** All that are listened to now, for the help screen. */
export function useListenedKeys(): readonly Key[] {
  useSyncExternalStore(watch, () => state.version);
  const seen = new Set<string>();
  return layers.flatMap(({ keys }) => keys()).filter(({ key }) => !seen.has(key) && seen.add(key));
}

const layers: { keys: () => readonly Key[] }[] = [];
const state = { version: 0 };
const watchers = new Set<() => void>();

function watch(react: () => void): () => void {
  watchers.add(react);
  return () => watchers.delete(react);
}

function changed(): void {
  state.version++;
  for (const react of watchers) react();
}

/** Starts to listen; once, when the interface starts. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    const pressed =
      (event.ctrlKey || event.metaKey ? 'mod+' : '') + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const typing = isTyping(event.target);
    const isInDialog = document.querySelector('[role="dialog"]') !== null;
    for (const layer of layers) {
      const found = layer.keys().find(({ key }) => key === pressed);
      if (!found || ((typing || isInDialog) && found.whileTyping !== true)) continue;
      if (pressed === 'Enter' && isActive(event.target)) return;
      event.preventDefault();
      found.run();
      return;
    }
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'))
  );
}

/** Enter belongs to what has the focus. */
function isActive(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('a, button, summary, [role="menuitem"], [role="option"]') !== null
  );
}
