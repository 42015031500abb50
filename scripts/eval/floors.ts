// scripts/eval/floors.yml in, what is below its floor out; or figures in, a new floors.yml out.
import { readFileSync, writeFileSync } from 'node:fs';
import { readYaml } from '@sekisho/engine/reference/data-table.ts';
import type { SetFigures } from './set-figures.ts';

interface Floor {
  /** Recall at 1 % false positives. */
  readonly recallAtRate?: number;
  /** At the shipped threshold. */
  readonly f1?: number;
}

const file = new URL('./floors.yml', import.meta.url);
const HEAD = `# The least that each set must reach: recall at 1 % false positives, and F1 at the shipped threshold. Held by
# \`npm run eval -- --check\` and by tests/accuracy*.test.ts. Raised with \`npm run eval -- --raise-floors\`.
`;
/** Floors are rounded down, so that a change elsewhere does not break them by a hair. */
const STEP = 0.005;

/** One sentence for every figure that is below its floor; sets that were not evaluated are passed over. */
export function belowFloors(figures: readonly SetFigures[]): string[] {
  const floors = readFloors();
  return figures.flatMap(({ name, recallAtRate, at }) =>
    Object.entries({ recallAtRate, f1: at.f1 }).flatMap(([measure, reached]) => {
      const floor = floors[name]?.[measure as keyof Floor];
      return floor !== undefined && (reached === undefined || reached < floor)
        ? `${name}: ${measure} is ${reached?.toFixed(3) ?? 'unknown'}, at least ${floor} was reached`
        : [];
    }),
  );
}

/** Raises the floors to what is reached, and lowers none. */
export function raiseFloors(figures: readonly SetFigures[]): void {
  const floors: Record<string, Floor> = { ...readFloors() };
  for (const { name, recallAtRate, at } of figures)
    floors[name] = raised(floors[name] ?? {}, { recallAtRate, f1: at.f1 });
  const lines = Object.entries(floors).map(([name, floor]) => {
    const measures = Object.entries(floor).map(([measure, value]) => `${measure}: ${String(value)}`);
    return `${name}: { ${measures.join(', ')} }\n`;
  });
  writeFileSync(file, HEAD + lines.join(''));
}

function raised(floor: Floor, reached: { readonly [measure in keyof Floor]-?: number | undefined }): Floor {
  const highest = (known: number | undefined, value: number | undefined) =>
    value === undefined ? known : Math.max(known ?? 0, Math.floor(value / STEP) / (1 / STEP));
  const [recallAtRate, f1] = [highest(floor.recallAtRate, reached.recallAtRate), highest(floor.f1, reached.f1)];
  return { ...(recallAtRate !== undefined && { recallAtRate }), ...(f1 !== undefined && { f1 }) };
}

function readFloors(): Readonly<Record<string, Floor>> {
  return readYaml(new Map([['floors.yml', readFileSync(file, 'utf8')]]), 'floors.yml') as Readonly<
    Record<string, Floor>
  >;
}
