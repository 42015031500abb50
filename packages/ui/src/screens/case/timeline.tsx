// A case in, what people said and what became known of it out, the newest first; with a field to add a word.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseFile } from '../../answers.ts';
import { api } from '../../api.ts';
import { useDraft } from '../../drafts.ts';
import { useWords, type Words } from '../../language/texts.tsx';
import { alertTitle } from '../../parts/alert-title.ts';
import { Panel } from '../../parts/panel.tsx';
import { Failure } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { useMay } from '../../session.tsx';
import { timelineEvents, type CaseEvent } from './timeline-events.ts';

export function Timeline({ file }: { readonly file: CaseFile }) {
  const words = useWords();
  const { t, moment } = words;
  const events = timelineEvents(file);
  return (
    <Panel title={t('ui.case.timeline')} id="timeline">
      {useMay('case.work') && <Comment caseId={file.case.id} />}
      <ol className="timeline">
        {events.map((event, place) => {
          const { title, by, text } = told(event, words);
          return (
            <li key={`${event.at} ${place}`} className={`event event-${event.what}`}>
              <p className="event-title">{title}</p>
              {text !== undefined && text !== '' && (
                <p className="event-text">
                  <Data>{text}</Data>
                </p>
              )}
              <p className="quiet small">
                {by !== undefined && <Data>{by}</Data>} <time dateTime={event.at}>{moment(event.at)}</time>
              </p>
            </li>
          );
        })}
        {events.length === 0 && <li className="quiet">{t('ui.case.no-events')}</li>}
      </ol>
    </Panel>
  );
}

interface Told {
  readonly title: string;
  readonly by?: string;
  readonly text?: string;
}

function told(event: CaseEvent, words: Words): Told {
  const { t, day } = words;
  if (event.what === 'alert') return { title: alertTitle(event.alert, words) };
  if (event.what === 'step') {
    const { state, by, reason, proposedBy } = event.step;
    const moved = t('ui.event.moved', { state: t(`ui.case-state.${state}`) });
    return {
      title: proposedBy === undefined ? moved : t('ui.event.moved-by-two', { moved, name: proposedBy }),
      by,
      text: reason,
    };
  }
  const { note } = event;
  switch (note.kind) {
    case 'proposed':
      return {
        title: t('ui.event.proposed', { state: t(`ui.case-state.${note.state}`) }),
        by: note.by,
        text: note.reason,
      };
    case 'settled':
      return { title: t(`ui.event.proposal-${note.how}`), by: note.by, text: note.reason };
    case 'disposed':
      return {
        title: t('ui.event.disposed', { verdict: t(`ui.disposition.${note.verdict}`), entry: note.entityId }),
        by: note.by,
        text: note.reason,
      };
    case 'assigned':
      return {
        title: note.to === '' ? t('ui.event.unassigned') : t('ui.event.assigned', { name: note.to }),
        by: note.by,
      };
    case 'commented':
      return { title: t('ui.event.commented'), by: note.by, text: note.text };
    case 'due':
      return { title: t('ui.event.due', { day: day(note.on) }), by: note.by, text: note.reason };
    case 'attached':
      return { title: t('ui.event.attached', { file: note.file }), by: note.by };
    case 'escalated':
      return { title: t('ui.event.escalated', { day: day(note.dueOn), name: note.to }), by: note.by };
    case 'legal-hold':
      return { title: t(note.isSet ? 'ui.event.legal-hold' : 'ui.event.hold-lifted'), by: note.by, text: note.reason };
    case 'restriction':
      return { title: t(`ui.event.restriction-${note.step}`), by: note.by, text: note.reason };
    case 'erasure-requested':
      return { title: t('ui.event.erasure-requested'), by: note.by, text: note.reason };
    case 'no-tip-off':
      return {
        title: t(note.isSet ? 'ui.event.no-tip-off' : 'ui.event.tip-off-lifted'),
        by: note.by,
        text: note.reason,
      };
  }
}

function Comment({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [text, setText, forget] = useDraft(`comment:${caseId}`, '');
  const send = useMutation({
    mutationFn: () => api.note(caseId, { kind: 'commented', text: text.trim() }),
    onSuccess: async () => {
      forget();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  return (
    <form
      className="comment"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Textarea
        aria-label={t('ui.case.comment')}
        placeholder={t('ui.case.comment')}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {send.isError && <Failure error={send.error} />}
      {text.trim() !== '' && (
        <Button type="submit" size="xs" loading={send.isPending}>
          {t('ui.case.comment-send')}
        </Button>
      )}
    </form>
  );
}
