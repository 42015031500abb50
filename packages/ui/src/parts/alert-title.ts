// An alert in, the line that says what became known of whom out.
import type { Alert } from '@sekisho/engine/model/decision.ts';
import type { Words } from '../language/texts.tsx';

export function alertTitle(
  { kind, change, source, listedName, partyName, entityId }: Alert,
  { t, source: sourceName }: Words,
): string {
  if (kind === undefined)
    return t(`ui.event.alert-${change}`, { source: sourceName(source), entry: listedName, party: partyName });
  return t(`ui.alert-kind.${kind}`, { entry: entityId, party: partyName });
}
