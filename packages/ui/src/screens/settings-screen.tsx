// Nothing in; what is set and from where out, and what may be changed while the server runs, with a reason.
import { Button, NumberInput, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingInForce, ToldSetting } from '../answers.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useSettings } from '../queries.ts';
import { useMay } from '../session.tsx';

export function SettingsScreen() {
  const { t } = useWords();
  const { data, isPending, isError, error } = useSettings();
  return (
    <div className="settings">
      <ScreenHead title={t('ui.place.settings')} lead={t('ui.settings.lead')} />
      {isPending && <Waiting lines={8} />}
      {isError && <Failure error={error} />}
      {data && (
        <>
          <Changeable settings={data.changeable} />
          <StartedWith settings={data.startedWith} />
        </>
      )}
    </div>
  );
}

function Changeable({ settings }: { readonly settings: readonly SettingInForce[] }) {
  const { t } = useWords();
  const mayChange = useMay('settings.change');
  const [changing, setChanging] = useState<string>();
  const chosen = settings.find(({ name }) => name === changing);
  return (
    <Panel title={t('ui.settings.changeable')}>
      <div className="table-frame">
        <Table aria-label={t('ui.settings.changeable')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ui.settings.name')}</Table.Th>
              <Table.Th>{t('ui.settings.value')}</Table.Th>
              <Table.Th>{t('ui.settings.from')}</Table.Th>
              {mayChange && <Table.Th aria-label={t('ui.people.change')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {settings.map((setting) => (
              <SettingRow
                key={setting.name}
                setting={setting}
                {...(mayChange && { change: () => setChanging(setting.name) })}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {chosen && <ChangeForm key={chosen.name} setting={chosen} done={() => setChanging(undefined)} />}
    </Panel>
  );
}

function SettingRow({
  setting: { name, value, usual, changed },
  change,
}: {
  readonly setting: SettingInForce;
  readonly change?: () => void;
}) {
  const { t, number, moment } = useWords();
  return (
    <Table.Tr>
      <Table.Td>{t(`ui.settings.of.${name}`)}</Table.Td>
      <Table.Td>{number(value)}</Table.Td>
      <Table.Td>
        {changed === undefined ? (
          t('ui.settings.usual')
        ) : (
          <>
            <Data>{changed.by}</Data>, {moment(changed.at)}: <Data>{changed.reason}</Data>{' '}
            <span className="quiet">{t('ui.settings.usually', { value: number(usual) })}</span>
          </>
        )}
      </Table.Td>
      {change && (
        <Table.Td>
          <Button size="compact-xs" variant="default" onClick={change}>
            {t('ui.settings.change')}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function ChangeForm({
  setting: { name, value, least, most, changed },
  done,
}: {
  readonly setting: SettingInForce;
  readonly done: () => void;
}) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const [wanted, setWanted] = useState(value);
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: (to: number | null) => api.changeSetting({ name, value: to, reason: reason.trim() }),
    onSuccess: (settings) => {
      client.setQueryData(['settings'], settings);
      done();
    },
  });
  const title = t(`ui.settings.of.${name}`);
  return (
    <form
      className="ask-for"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(wanted);
      }}
    >
      <NumberInput
        label={title}
        description={t('ui.settings.between', { least: number(least), most: number(most) })}
        min={least}
        max={most}
        step={most <= 1 ? 0.01 : 1}
        allowDecimal={most <= 1}
        hideControls
        required
        value={wanted}
        onChange={(to) => setWanted(Number(to))}
      />
      <TextInput
        label={t('ui.decide.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.isError && <Failure error={change.error} />}
      <div className="form-foot">
        <Button type="submit" loading={change.isPending} disabled={reason.trim() === ''}>
          {t('ui.settings.change')}
        </Button>
        {changed && (
          <Button variant="default" disabled={reason.trim() === ''} onClick={() => change.mutate(null)}>
            {t('ui.settings.reset')}
          </Button>
        )}
      </div>
    </form>
  );
}

function StartedWith({ settings }: { readonly settings: readonly ToldSetting[] }) {
  const { t } = useWords();
  if (settings.length === 0) return null;
  return (
    <Panel title={t('ui.settings.started-with')}>
      <p className="quiet quiet-p">{t('ui.settings.started-with-hint')}</p>
      <div className="table-frame">
        <Table aria-label={t('ui.settings.started-with')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ui.settings.name')}</Table.Th>
              <Table.Th>{t('ui.settings.value')}</Table.Th>
              <Table.Th>{t('ui.settings.from')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {settings.map(({ name, value, from, by }) => (
              <Table.Tr key={name}>
                <Table.Td>{t(`ui.settings.of.${name}`)}</Table.Td>
                <Table.Td>
                  <SetTo value={value} />
                </Table.Td>
                <Table.Td>
                  {t(`ui.settings.from.${from}`)} {by !== undefined && <Code>{by}</Code>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
}

function SetTo({ value }: { readonly value: string }) {
  const { t } = useWords();
  if (value === '') return t('ui.settings.not-set');
  return value === 'yes' || value === 'no' ? t(`ui.apply.${value}`) : <Code>{value}</Code>;
}
