// A hit in, the party left and the entry right out, field by field, with what differs marked in words and colour.
import { Button, Table } from '@mantine/core';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import type { TextId } from '../../language/languages.ts';
import { useWords } from '../../language/texts.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Data } from '../../parts/words.tsx';
import type { FieldValue, HitField } from './hit-fields.ts';
import { NameReadings } from './name-readings.tsx';

const fieldTexts: Readonly<Record<HitField['field'], TextId>> = {
  names: 'ui.field.names',
  schema: 'ui.field.schema',
  'birth-date': 'ui.field.birth-date',
  gender: 'ui.field.gender',
  nationality: 'ui.field.nationality',
  country: 'ui.field.country',
  identifiers: 'ui.field.identifiers',
  documents: 'ui.field.documents',
  addresses: 'ui.field.addresses',
  contact: 'ui.field.contact',
};

export function SideBySide(props: {
  readonly hit: Omit<Hit, 'party'>;
  readonly fields: readonly HitField[];
  readonly isRevealed: boolean;
  readonly reveal: () => void;
}) {
  const { t, source: sourceName } = useWords();
  const { hit, fields } = props;
  return (
    <Table className="side-by-side" withRowBorders verticalSpacing={6} aria-label={t('ui.hit.compared')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="field-name" />
          <Table.Th>{t('ui.hit.party')}</Table.Th>
          <Table.Th>
            {t('ui.hit.entry')} <span className="quiet">{sourceName(hit.entity.source)}</span>
          </Table.Th>
          <Table.Th className="field-verdict">{t('ui.hit.comparison')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field.field} className={`row-${field.verdict}`}>
            <Table.Th scope="row" className="field-name">
              {t(fieldTexts[field.field])}
            </Table.Th>
            <Table.Td>
              <Values values={field.party} field={field.field} />
              {field.field === 'names' && <NameReadings name={hit.partyName} />}
            </Table.Td>
            <Table.Td>
              {field.isSpecialCare && !props.isRevealed && 0 < field.entry.length ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<Icon name="eye" size={14} />}
                  onClick={props.reveal}
                >
                  {t('ui.hit.reveal')}
                </Button>
              ) : (
                <Values values={field.entry} field={field.field} />
              )}
              {field.field === 'names' && <NameReadings name={hit.listedName} />}
            </Table.Td>
            <Table.Td className="field-verdict">{t(`ui.side.${field.verdict}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Values({ values, field }: { readonly values: readonly FieldValue[]; readonly field: HitField['field'] }) {
  const { t, say, day, country } = useWords();
  if (values.length === 0) return <span className="quiet">{t('ui.side.not-stated')}</span>;
  const word = ({ text, isCountry }: FieldValue) => {
    if (isCountry === true) return country(text);
    if (field === 'birth-date') return day(text);
    if (field === 'gender') return text === 'male' || text === 'female' ? t(`ui.gender.${text}`) : text;
    return field === 'schema' ? schemaWord(text, t) : text;
  };
  return (
    <ul className="values">
      {values.map((value) => (
        <li key={`${value.kind ?? ''} ${value.text}`}>
          <Data>{word(value)}</Data>
          {value.kind !== undefined && (
            <span className="value-kind">
              {field === 'names' ? nameKindWord(value.kind, t) : say(`identifier-type.${value.kind}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const schemaTexts: Readonly<Record<string, TextId>> = {
  Person: 'ui.schema.Person',
  Company: 'ui.schema.Company',
  Organization: 'ui.schema.Organization',
  PublicBody: 'ui.schema.PublicBody',
  LegalEntity: 'ui.schema.LegalEntity',
  Vessel: 'ui.schema.Vessel',
  Airplane: 'ui.schema.Airplane',
};

const nameKindTexts: Readonly<Record<string, TextId>> = {
  alias: 'ui.name-kind.alias',
  former: 'ui.name-kind.former',
  weak: 'ui.name-kind.weak',
  'original-script': 'ui.name-kind.original-script',
  reading: 'ui.name-kind.reading',
};

function wordFrom(texts: Readonly<Record<string, TextId>>) {
  return (word: string, t: (id: TextId) => string): string => {
    const id = texts[word];
    return id === undefined ? word : t(id);
  };
}

export const schemaWord = wordFrom(schemaTexts);
const nameKindWord = wordFrom(nameKindTexts);
