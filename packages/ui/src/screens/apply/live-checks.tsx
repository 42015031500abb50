// A number or a name as it is typed in, what is understood of it out: nothing here decides anything.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useWords } from '../../language/texts.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Data } from '../../parts/words.tsx';
import { NameReadings } from '../case/name-readings.tsx';
import { numberTypeOf } from './order-form.ts';

/** Asked when somebody has stopped typing for so long. */
const PAUSE_MS = 350;
/** Less is no number and no name. */
const LEAST_CHARS = 2;

export function NumberCheck({ value, country }: { readonly value: string; readonly country: string }) {
  const { t, source: sourceName } = useWords();
  const [asked] = useDebouncedValue(value.trim(), PAUSE_MS);
  const type = numberTypeOf(country);
  const { data } = useQuery({
    queryKey: ['check', type, asked],
    queryFn: () => api.checkNumber(asked, type),
    enabled: LEAST_CHARS < asked.length,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = asked === '' ? undefined : data?.items[0];
  if (!found) return null;
  const { state, fact } = found;
  const company = fact?.current;
  const isRight = state === 'CONFIRMED' || state === 'VALID_UNCONFIRMED';
  return (
    <p className={isRight ? 'live-check' : 'live-check warned'} role="status">
      <Icon name={state === 'CONFIRMED' ? 'check' : isRight ? 'gap' : 'warning'} size={15} />
      <span>
        {fact && company
          ? t('ui.check.company', { name: company.name, register: sourceName(fact.register) })
          : t(`ui.identifier-state.${state}`)}{' '}
        {company && <Data className="quiet">{[company.prefecture, company.city, company.street].join('')}</Data>}
      </span>
    </p>
  );
}

/** How a name is read, once somebody has stopped typing it. */
export function NameRead({ value }: { readonly value: string }) {
  const [asked] = useDebouncedValue(value.trim(), PAUSE_MS);
  return asked.length < LEAST_CHARS ? null : <NameReadings name={asked} />;
}
