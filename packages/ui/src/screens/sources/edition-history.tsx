// The editions of a source in, how many entries each had by the day it was published out, as a small picture.
import type { EditionLine } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Data } from '../../parts/words.tsx';

const WIDTH = 640;
const HEIGHT = 120;
const MARGIN = 8;

/** Nothing for fewer than two editions. The list below says the same in words. */
export function EditionHistory({ editions }: { readonly editions: readonly EditionLine[] }) {
  const { t, day, number } = useWords();
  const points = editions
    .map((line) => ({ line, on: line.edition.publishedOn, count: sizeOf(line) }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const days = points.map(({ on }) => Date.parse(on));
  const [earliest, latest] = [Math.min(...days), Math.max(...days)];
  const most = Math.max(1, ...points.map(({ count }) => count));
  const placed = points.map((point, place) => ({
    ...point,
    x: MARGIN + ((days[place] ?? earliest) - earliest) * ((WIDTH - 2 * MARGIN) / Math.max(1, latest - earliest)),
    y: HEIGHT - MARGIN - point.count * ((HEIGHT - 2 * MARGIN) / most),
  }));
  const stairs = placed.map(({ x, y }, place) => (place === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  return (
    <figure className="edition-history" dir="ltr">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('ui.sources.history', {
          count: points.length,
          from: day(first.on),
          to: day(last.on),
          before: number(first.count),
          after: number(last.count),
        })}
      >
        <path className="history-ground" d={`M${MARGIN} ${HEIGHT - MARGIN}H${WIDTH - MARGIN}`} />
        <path className="history-line" d={stairs} />
        {placed.map(({ line, on, count, x, y }) => (
          <circle
            key={line.edition.id}
            className={line.isInUse ? 'history-in-use' : 'history-point'}
            cx={x}
            cy={y}
            r={4}
          >
            <title>{t('ui.sources.history-point', { day: day(on), entries: number(count) })}</title>
          </circle>
        ))}
      </svg>
      <figcaption>
        <Data>{day(first.on)}</Data>
        <Data>{day(last.on)}</Data>
      </figcaption>
    </figure>
  );
}

export function sizeOf({ edition: { counts } }: EditionLine): number {
  return counts['entities'] ?? counts['companies'] ?? counts['places'] ?? counts['rows'] ?? 0;
}
