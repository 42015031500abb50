// What a text says otherwise than the policy in force in, part by part and field by field out.
import type { PolicyDifference } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Label } from '../../parts/labels.tsx';
import { Code } from '../../parts/words.tsx';

const colours = { added: 'teal', removed: 'red', changed: 'yellow' } as const;

export function PolicyDifferences({ differences }: { readonly differences: readonly PolicyDifference[] }) {
  const { t } = useWords();
  return (
    <section aria-label={t('ui.policies.differences')}>
      <h3 className="policy-part">{t('ui.policies.differences')}</h3>
      <ul className="policy-rules">
        {differences.map((difference) => (
          <li key={difference.part} className="policy-rule">
            <div className="policy-rule-head">
              <Label colour={colours[difference.change]}>{t(`ui.policies-change.${difference.change}`)}</Label>
              <Code>{difference.part}</Code>
            </div>
            {fieldsOf(difference).map(({ field, before, after }) => (
              <div key={field} className="policy-difference" dir="ltr">
                {field !== '' && <span className="quiet small">{field}</span>}
                {before !== undefined && <del aria-label={t('ui.policies.before', { value: before })}>{before}</del>}
                {after !== undefined && <ins aria-label={t('ui.policies.after', { value: after })}>{after}</ins>}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChangedField {
  /** Empty for a part that is one value. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

function fieldsOf({ before, after }: PolicyDifference): readonly ChangedField[] {
  const [was, is] = [valueOf(before), valueOf(after)];
  if (!isObject(was ?? is) || !isObject(is ?? was)) return [changed('', was, is)];
  const [old, now] = [isObject(was) ? was : {}, isObject(is) ? is : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => changed(field, old[field], now[field]));
}

function changed(field: string, was: unknown, is: unknown): ChangedField {
  return {
    field,
    ...(was !== undefined && { before: textOf(was) }),
    ...(is !== undefined && { after: textOf(is) }),
  };
}

function valueOf(json: string | undefined): unknown {
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
