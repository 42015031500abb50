// A hit in, a card out on which it is compared and disposed of: facts, then what was said of it, then the score.
import { Button } from '@mantine/core';
import type { Party } from '@sekisho/engine/model/application.ts';
import type { Disposition, DispositionGround, DispositionVerdict } from '@sekisho/engine/model/case-note.ts';
import { dispositionVerdicts } from '@sekisho/engine/model/case-note.ts';
import type { Hit } from '@sekisho/engine/model/evidence.ts';
import { useEffect, useRef } from 'react';
import { useWords } from '../../language/texts.tsx';
import { VerdictLabel } from '../../parts/labels.tsx';
import { Data, KeySign } from '../../parts/words.tsx';
import { DisposeForm } from './dispose-form.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { verdictKeys } from './grounds.ts';
import { hitFields } from './hit-fields.ts';
import { Score } from './score.tsx';
import { SideBySide } from './side-by-side.tsx';

export interface HitCardProps {
  readonly hit: Hit;
  readonly party: Party;
  readonly isCurrent: boolean;
  /** Somebody went to it: it is brought into sight. */
  readonly isPointedAt: boolean;
  readonly isRevealed: boolean;
  /** Claims about a procedure were left out, and are shown when somebody asks. */
  readonly isWithheld: boolean;
  readonly said: Disposition | undefined;
  /** What is not sent yet. */
  readonly isSending: boolean;
  readonly verdict: DispositionVerdict | undefined;
  readonly mayDispose: boolean;
  readonly choose: (verdict: DispositionVerdict | undefined) => void;
  readonly send: (ground: DispositionGround, reason: string) => void;
  readonly point: () => void;
  readonly reveal: () => void;
}

export function HitCard(props: HitCardProps) {
  const { t } = useWords();
  const { hit, party, isCurrent, said, verdict } = props;
  const card = useRef<HTMLElement>(null);
  const fields = hitFields(party, hit.entity);
  useEffect(() => {
    if (props.isPointedAt) card.current?.scrollIntoView({ block: verdict === undefined ? 'start' : 'nearest' });
  }, [props.isPointedAt, verdict]);
  return (
    <article
      ref={card}
      className={isCurrent ? 'hit current' : 'hit'}
      data-hit={`${hit.party} ${hit.entity.id}`}
      aria-current={isCurrent}
      onClick={props.point}
    >
      <header className="hit-head">
        <h3>
          <Data>{hit.partyName}</Data> <span className="quiet">{t('ui.hit.beside')}</span> <Data>{hit.listedName}</Data>
        </h3>
        {said && <VerdictLabel verdict={said.verdict} />}
        {props.isSending && <span className="quiet">{t('ui.hit.sending')}</span>}
      </header>
      <SideBySide hit={hit} fields={fields} isRevealed={props.isRevealed} reveal={props.reveal} />
      <EntryFacts entity={hit.entity} reveal={props.isWithheld ? props.reveal : undefined} />
      {said && (
        <p className="said">
          <Data>{said.by}</Data> · {t(`ui.ground.${said.ground}`)} · <Data>{said.reason}</Data>
        </p>
      )}
      <Score hit={hit} />
      {props.mayDispose &&
        (verdict === undefined ? (
          <div className="hit-verdicts" role="group" aria-label={t('ui.dispose.verdict')}>
            {dispositionVerdicts.map((one) => (
              <Button
                key={one}
                size="xs"
                variant="default"
                rightSection={<KeySign of={verdictKeys[one]} />}
                onClick={(event) => {
                  event.stopPropagation();
                  props.point();
                  props.choose(one);
                }}
              >
                {t(`ui.disposition.${one}`)}
              </Button>
            ))}
          </div>
        ) : (
          <DisposeForm
            verdict={verdict}
            fields={fields}
            isRevealed={props.isRevealed}
            send={props.send}
            cancel={() => props.choose(undefined)}
          />
        ))}
    </article>
  );
}
