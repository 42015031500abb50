// What is known of one party in, its fields out, each with what is understood of it while somebody types.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useWords } from '../../language/texts.tsx';
import { NameRead, NumberCheck } from './live-checks.tsx';
import { partRoles, partySchemata, type PartyFields } from './order-form.ts';

/** Where buyers mostly are, then the rest by name. */
const firstCountries = ['jp', 'id', 'cn', 'kr', 'tw', 'sg', 'us', 'gb', 'fr', 'de', 'ae', 'sa', 'eg'] as const;

export function PartyFieldset(props: {
  readonly party: PartyFields;
  readonly change: (fields: Partial<PartyFields>) => void;
  readonly remove?: () => void;
}) {
  const { t, country } = useWords();
  const { party, change, remove } = props;
  const isBuyer = party.role === 'buyer';
  const isPerson = party.schema === 'Person';
  const text = (name: keyof PartyFields) => ({
    value: party[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <fieldset className="party-fields">
      <legend>{isBuyer ? t('ui.role.buyer') : t('ui.apply.other-party')}</legend>
      {!isBuyer && (
        <NativeSelect
          label={t('ui.apply.role')}
          value={party.role}
          onChange={(event) => change({ role: event.currentTarget.value as PartyFields['role'] })}
          data={partRoles.map((value) => ({ value, label: t(`ui.role.${value}`) }))}
        />
      )}
      <NativeSelect
        label={t('ui.field.schema')}
        value={party.schema}
        onChange={(event) => change({ schema: event.currentTarget.value as PartyFields['schema'] })}
        data={partySchemata.map((value) => ({ value, label: t(`ui.schema.${value}`) }))}
      />
      <div>
        <TextInput label={t('ui.apply.name')} required {...text('name')} />
        <NameRead value={party.name} />
      </div>
      <TextInput label={t('ui.apply.other-name')} {...text('otherName')} />
      <NativeSelect
        label={t('ui.field.country')}
        value={party.country}
        onChange={(event) => change({ country: event.currentTarget.value })}
        data={[
          { value: '', label: t('ui.apply.no-country') },
          ...firstCountries.map((code) => ({ value: code, label: country(code) })),
        ]}
      />
      {isPerson ? (
        <TextInput label={t('ui.field.birth-date')} type="date" {...text('birthDate')} />
      ) : (
        <div>
          <TextInput label={t('ui.apply.number')} {...text('number')} />
          <NumberCheck value={party.number} country={party.country} />
        </div>
      )}
      <div className="wide">
        <TextInput label={t('ui.apply.address')} {...text('address')} />
      </div>
      <TextInput label={t('ui.apply.email')} type="email" {...text('email')} />
      <TextInput label={t('ui.apply.phone')} type="tel" {...text('phone')} />
      {isBuyer && !isPerson && <TextInput label={t('ui.apply.sector')} {...text('sector')} />}
      {remove && (
        <div className="wide">
          <Button variant="subtle" color="gray" size="xs" onClick={remove}>
            {t('ui.apply.remove-party')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
