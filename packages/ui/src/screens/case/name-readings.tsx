// A name in, how it is read out: one line for each way of reading, asked when the name is shown.
import type { NameReading } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Data } from '../../parts/words.tsx';
import { useNameReading } from '../../queries.ts';

/** More would hide the name. */
const MOST_READINGS = 3;

export function NameReadings({ name }: { readonly name: string }) {
  const { t } = useWords();
  const { data } = useNameReading(name);
  const shown = data ? readingsOf(data).slice(0, MOST_READINGS) : [];
  if (shown.length === 0) return null;
  return (
    <p className="readings">
      <span className="value-kind">{t('ui.hit.readings')}</span>
      {shown.map((line) => (
        <Data key={line} className="reading">
          {line}
        </Data>
      ))}
    </p>
  );
}

/** Ways of reading that are written as people read them. */
const readable: readonly string[] = ['chinese', 'japanese'];

/** The whole name as each tradition says it; one that does not know every word is left out. */
function readingsOf({ original, words }: NameReading): readonly string[] {
  const lines = readable.flatMap((tradition) => {
    const parts = words.map(({ readings }) => readings.find((one) => one.tradition === tradition)?.text);
    return 0 < parts.length && parts.every((part) => part !== undefined) ? [parts.join(' ')] : [];
  });
  return [...new Set(lines)].filter((line) => line.toLowerCase() !== original.toLowerCase());
}
