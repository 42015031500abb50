// The hits of a case in, cards to compare them out, worked through by keys: a verdict, a ground, Enter, and the next stands there.
import type { Disposition, DispositionGround, DispositionVerdict } from '@sekisho/engine/model/case-note.ts';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Evidence, Hit } from '@sekisho/engine/model/evidence.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile } from '../../answers.ts';
import { api } from '../../api.ts';
import { useKeys } from '../../keys.ts';
import { useWords } from '../../language/texts.tsx';
import { useOutbox } from '../../outbox.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Failure, Nothing } from '../../parts/states.tsx';
import { Data } from '../../parts/words.tsx';
import { useMay } from '../../session.tsx';
import { verdictKeys } from './grounds.ts';
import { HitCard } from './hit-card.tsx';

export function Hits({ file, evidence }: { readonly file: CaseFile; readonly evidence: Evidence }) {
  const { t, day } = useWords();
  const { letters, post } = useOutbox();
  const mayDispose = useMay('case.work');
  const caseId = file.case.id;
  const [at, setAt] = useState<string>();
  const [verdict, setVerdict] = useState<DispositionVerdict>();
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const isPosted = (hit: Hit) => letters.some(({ key }) => key === letterKey(caseId, hit));
  const hits = evidence.hits;
  const open = hits.filter((hit) => !isPosted(hit) && saidOf(file, hit) === undefined);
  const current = hits.find((hit) => keyOf(hit) === at) ?? open[0] ?? hits[0];
  const step = (by: number) => {
    const place = current ? hits.indexOf(current) : 0;
    const next = hits[Math.min(Math.max(0, place + by), hits.length - 1)];
    if (next) setAt(keyOf(next));
    setVerdict(undefined);
  };
  const choose = (wanted: DispositionVerdict | undefined) => {
    if (current) setAt(keyOf(current));
    setVerdict(wanted);
  };
  const send = (hit: Hit, chosen: DispositionVerdict, ground: DispositionGround, reason: string) => {
    post({
      key: letterKey(caseId, hit),
      caseId,
      label: t('ui.outbox.disposed', { verdict: t(`ui.disposition.${chosen}`), name: hit.listedName }),
      send: () => api.dispose(caseId, { party: hit.party, entityId: hit.entity.id, verdict: chosen, ground, reason }),
    });
    const place = open.indexOf(hit);
    const next = open[place + 1] ?? open.find((one) => one !== hit);
    setVerdict(undefined);
    setAt(next && keyOf(next));
    document.getElementById('screen')?.focus({ preventScroll: true });
  };
  const [claims, setClaims] = useState<ReadonlyMap<string, Entity['legalStatus']>>();
  const view = useMutation({
    mutationFn: (hit: Hit) =>
      api.viewProtected(caseId, t('ui.case.view-reason', { party: hit.partyName, entry: hit.listedName })),
    onSuccess: ({ evidence: whole }) =>
      setClaims(new Map(whole?.hits.map(({ entity }) => [entity.id, entity.legalStatus]))),
  });
  const reveal = (hit: Hit) => {
    setRevealed((before) => new Set([...before, keyOf(hit)]));
    if (file.withheld.includes(hit.entity.id) && !claims && !view.isPending) view.mutate(hit);
  };
  const isWithheld = (hit: Hit) => file.withheld.includes(hit.entity.id) && !(claims && revealed.has(keyOf(hit)));
  /** With the claims that were asked for. */
  const shown = (hit: Hit): Hit => {
    const legalStatus = isWithheld(hit) ? undefined : claims?.get(hit.entity.id);
    return legalStatus ? { ...hit, entity: { ...hit.entity, legalStatus } } : hit;
  };
  useKeys(
    [
      { key: 'j', text: 'ui.key.next', run: () => step(1) },
      { key: 'k', text: 'ui.key.previous', run: () => step(-1) },
      { key: 'v', text: 'ui.key.reveal', run: () => current && reveal(current) },
      ...(mayDispose
        ? (Object.entries(verdictKeys) as [DispositionVerdict, string][]).map(([one, key]) => ({
            key,
            text: `ui.disposition.${one}` as const,
            run: () => choose(one),
          }))
        : []),
    ],
    0 < hits.length,
  );
  const partyOf = (hit: Hit) => evidence.application.parties.find(({ id }) => id === hit.party);
  return (
    <Panel
      id="hits"
      title={t('ui.case.hits')}
      aside={
        0 < hits.length && (
          <span className="quiet">{t('ui.case.hits-open', { open: open.length, count: hits.length })}</span>
        )
      }
    >
      {view.isError && <Failure error={view.error} />}
      {hits.length === 0 && <Nothing title={t('ui.case.no-hits')} />}
      {hits.map((hit) => {
        const party = partyOf(hit);
        const isCurrent = hit === current;
        return (
          party && (
            <HitCard
              key={keyOf(hit)}
              hit={shown(hit)}
              party={party}
              isCurrent={isCurrent}
              isPointedAt={isCurrent && at !== undefined}
              isRevealed={revealed.has(keyOf(hit))}
              isWithheld={isWithheld(hit)}
              said={saidOf(file, hit)}
              isSending={isPosted(hit)}
              verdict={isCurrent ? verdict : undefined}
              mayDispose={mayDispose && !isPosted(hit)}
              choose={choose}
              send={(ground, reason) => verdict && send(hit, verdict, ground, reason)}
              point={() => setAt(keyOf(hit))}
              reveal={() => reveal(hit)}
            />
          )
        );
      })}
      {0 < (evidence.clearedHits?.length ?? 0) && (
        <details className="cleared">
          <summary>{t('ui.case.cleared', { count: evidence.clearedHits?.length ?? 0 })}</summary>
          <ul>
            {evidence.clearedHits?.map((hit) => (
              <li key={keyOf(hit)}>
                <Data>{hit.partyName}</Data> · <Data>{hit.listedName}</Data> · {t(`ui.ground.${hit.clearance.ground}`)}{' '}
                · {t('ui.case.cleared-by', { name: hit.clearance.by, until: day(hit.clearance.until) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {0 < (evidence.formerHits?.length ?? 0) && (
        <details className="cleared">
          <summary>{t('ui.case.former', { count: evidence.formerHits?.length ?? 0 })}</summary>
          <ul>
            {evidence.formerHits?.map((hit) => (
              <li key={keyOf(hit)}>
                <Data>{hit.partyName}</Data> · <Data>{hit.listedName}</Data>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function keyOf({ party, entity }: Hit): string {
  return `${party} ${entity.id}`;
}

function letterKey(caseId: string, hit: Hit): string {
  return `${caseId} ${keyOf(hit)}`;
}

function saidOf({ notes }: CaseFile, hit: Hit): Disposition | undefined {
  return notes.findLast(
    (note): note is Disposition =>
      note.kind === 'disposed' && note.party === hit.party && note.entityId === hit.entity.id,
  );
}
