// Nothing in; the addresses that are told what happens out: made with a secret that is shown once, stopped, ended, what each was told.
import { Button, Checkbox, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedWebhook, Delivery, WebhookLine } from '../answers.ts';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Label } from '../parts/labels.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel, ScreenHead } from '../parts/panel.tsx';
import { Failure, Nothing, Waiting } from '../parts/states.tsx';
import { Code, Data } from '../parts/words.tsx';
import { useDeliveries, useWebhooks } from '../queries.ts';

type WebhookEvent = AskedWebhook['events'][number];

/** Of `webhookEvents` on the server: the type holds each word. */
const events = [
  'application.received',
  'decision.made',
  'case.moved',
  'proposal.waiting',
  'alert.raised',
  'edition.imported',
  'look-back.run',
] as const satisfies readonly WebhookEvent[];

export function WebhooksScreen() {
  const { t } = useWords();
  const { data, isPending, isError, error } = useWebhooks();
  return (
    <div className="webhooks">
      <ScreenHead title={t('ui.place.webhooks')} lead={t('ui.webhook.lead')} />
      {isPending && <Waiting lines={4} />}
      {isError && <Failure error={error} />}
      {data?.items.length === 0 && <Nothing title={t('ui.webhook.none')} />}
      {data?.items.map((webhook) => (
        <WebhookPanel key={webhook.id} webhook={webhook} />
      ))}
      <NewWebhook />
    </div>
  );
}

function useWebhooksAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['webhooks'] });
}

function WebhookPanel({ webhook: { id, name, url, events: told, isDisabled } }: { readonly webhook: WebhookLine }) {
  const { t, list } = useWords();
  const anew = useWebhooksAnew();
  const [isOpen, setOpen] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const change = useMutation({ mutationFn: () => api.enableWebhook(id, !isDisabled), onSuccess: anew });
  const remove = useMutation({ mutationFn: () => api.removeWebhook(id), onSuccess: anew });
  const failed = change.error ?? remove.error;
  return (
    <Panel
      title={name}
      aside={<Label colour={isDisabled ? 'gray' : 'teal'}>{t(isDisabled ? 'ui.webhook.off' : 'ui.webhook.on')}</Label>}
    >
      <p className="quiet-p">
        <Code>{url}</Code>
      </p>
      <p className="quiet quiet-p">
        {list(
          told
            .flatMap((event) => events.filter((known) => known === event))
            .map((event) => t(`ui.webhook.event.${event}`)),
        )}
      </p>
      <div className="form-foot">
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('ui.webhook.deliveries')}
        </Button>
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate()}>
          {t(isDisabled ? 'ui.webhook.enable' : 'ui.webhook.disable')}
        </Button>
        {isEnding ? (
          <Button size="xs" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('ui.webhook.end-surely')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setEnding(true)}>
            {t('ui.webhook.end')}
          </Button>
        )}
      </div>
      {failed && <Failure error={failed} />}
      {isOpen && <Deliveries id={id} />}
    </Panel>
  );
}

function Deliveries({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { data, isPending, isError, error } = useDeliveries(id);
  const anew = useWebhooksAnew();
  const again = useMutation({ mutationFn: (delivery: string) => api.redeliver(id, delivery), onSuccess: anew });
  if (isPending) return <Waiting lines={3} />;
  if (isError) return <Failure error={error} />;
  if (data.items.length === 0) return <Nothing title={t('ui.webhook.no-deliveries')} />;
  return (
    <div className="table-frame">
      <Table aria-label={t('ui.webhook.deliveries')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ui.record.at')}</Table.Th>
            <Table.Th>{t('ui.record.kind')}</Table.Th>
            <Table.Th>{t('ui.webhook.state')}</Table.Th>
            <Table.Th>{t('ui.webhook.tries')}</Table.Th>
            <Table.Th aria-label={t('ui.people.change')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} again={() => again.mutate(delivery.id)} />
          ))}
        </Table.Tbody>
      </Table>
      {again.isError && <Failure error={again.error} />}
    </div>
  );
}

const stateColours = { waiting: 'yellow', running: 'yellow', done: 'teal', dead: 'red' } as const;

function DeliveryRow({ delivery, again }: { readonly delivery: Delivery; readonly again: () => void }) {
  const { t, moment, number } = useWords();
  const { createdAt, state, tries, content } = delivery;
  const { event = '' } = content as { readonly event?: string };
  const known = events.find((word) => word === event);
  return (
    <Table.Tr>
      <Table.Td>{moment(createdAt)}</Table.Td>
      <Table.Td>{known === undefined ? <Data>{event}</Data> : t(`ui.webhook.event.${known}`)}</Table.Td>
      <Table.Td>
        <Label colour={stateColours[state]}>{t(`ui.webhook.state.${state}`)}</Label>
      </Table.Td>
      <Table.Td>{number(tries)}</Table.Td>
      <Table.Td>
        <Button size="compact-xs" variant="default" disabled={state === 'running'} onClick={again}>
          {t('ui.webhook.again')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function NewWebhook() {
  const { t } = useWords();
  const anew = useWebhooksAnew();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<readonly WebhookEvent[]>([]);
  const add = useMutation({
    mutationFn: api.addWebhook,
    onSuccess: async () => {
      setName('');
      setUrl('');
      setChosen([]);
      await anew();
    },
  });
  const isWhole = name.trim() !== '' && url.trim() !== '' && 0 < chosen.length;
  return (
    <Panel title={t('ui.webhook.new')}>
      <form
        className="ask-for"
        aria-label={t('ui.webhook.new')}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ name: name.trim(), url: url.trim(), events: [...chosen] });
        }}
      >
        <TextInput
          label={t('ui.sign-in.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="url"
          label={t('ui.webhook.url')}
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('ui.webhook.events')} value={[...chosen]} onChange={(words) => setChosen(words)}>
          <div className="role-choices">
            {events.map((event) => (
              <Checkbox key={event} value={event} label={t(`ui.webhook.event.${event}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <Button type="submit" disabled={!isWhole} loading={add.isPending}>
          {t('ui.webhook.add')}
        </Button>
      </form>
      {add.isError && <Failure error={add.error} />}
      {add.data && (
        <Notice kind="known" role="status" title={t('ui.webhook.secret')}>
          <p className="quiet-p">{t('ui.webhook.secret-hint')}</p>
          <Code>{add.data.secret}</Code>
        </Notice>
      )}
    </Panel>
  );
}
