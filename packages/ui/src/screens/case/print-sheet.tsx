// A case in, a sheet of paper out (取引審査票): what was known, by which editions, who decided, and what in the record proves it.
import { Fragment, useEffect, type ReactNode } from 'react';
import type { Decision } from '@sekisho/engine/model/decision.ts';
import { standingOf, type Disposition } from '@sekisho/engine/model/case-note.ts';
import type { Evidence } from '@sekisho/engine/model/evidence.ts';
import type { CaseFile } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { useDocuments, useStatus } from '../../queries.ts';
import { usePerson } from '../../session.tsx';
import { buyerIn } from './buyer.ts';

/** Nobody sees it on a screen: only paper. */
export function PrintSheet({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const { evidence, decision } = file;
  useSheetName(t('ui.print.title'), file.case.id);
  return (
    <article className="print-sheet" aria-hidden>
      <SheetHead file={file} />
      {evidence && (
        <>
          <Registers evidence={evidence} />
          <Hits evidence={evidence} file={file} />
          <RaisedSignals evidence={evidence} />
          {decision && <Reasons decision={decision} />}
          <Gaps evidence={evidence} />
          <PartiesOf evidence={evidence} />
        </>
      )}
      <Documents caseId={file.case.id} />
      <Steps file={file} />
      {evidence && <Editions evidence={evidence} />}
      <Proof file={file} />
      <div className="print-signatures">
        {(['ui.print.prepared', 'ui.print.checked', 'ui.print.approved'] as const).map((text) => (
          <div key={text}>{t(text)}</div>
        ))}
      </div>
    </article>
  );
}

/** Every sheet of paper says whose it is at its foot; a file of it is named after the case. */
function useSheetName(title: string, id: string): void {
  useEffect(() => {
    document.documentElement.style.setProperty('--sheet-id', JSON.stringify(id));
    const name = document.title;
    const rename = () => (document.title = `${title} ${id}`);
    const restore = () => (document.title = name);
    window.addEventListener('beforeprint', rename);
    window.addEventListener('afterprint', restore);
    return () => {
      document.documentElement.style.removeProperty('--sheet-id');
      window.removeEventListener('beforeprint', rename);
      window.removeEventListener('afterprint', restore);
    };
  }, [title, id]);
}

function Part(props: { readonly title: string; readonly isWhole?: boolean; readonly children: ReactNode }) {
  const { title, isWhole = false, children } = props;
  return (
    <section className={isWhole ? 'print-whole' : ''}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Lines(props: { readonly rows: readonly (readonly ReactNode[])[]; readonly heads?: readonly string[] }) {
  const { rows, heads } = props;
  if (rows.length === 0) return null;
  return (
    <table>
      {heads && <Heads of={heads} />}
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, place) => (
              <td key={place}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heads({ of }: { readonly of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
    </thead>
  );
}

function SheetHead({ file }: { readonly file: CaseFile }) {
  const { t, day, list, country } = useWords();
  const today = useStatus().data?.today;
  const person = usePerson();
  const { application, decision, case: known, notes } = file;
  const buyer = application && buyerIn(application);
  const { assignee, dueOn } = standingOf(notes);
  const place = [buyer?.country === undefined ? '' : country(buyer.country), buyer?.addresses?.[0]?.full ?? ''];
  const facts: readonly (readonly [string, string])[] = [
    [t('ui.field.buyer'), buyer?.names[0]?.text ?? ''],
    [t('ui.field.addresses'), list(place.filter((word) => word !== ''))],
    [t('ui.field.product'), application?.product.name ?? application?.product.id ?? ''],
    [t('ui.field.received'), day(application?.receivedOn)],
    [t('ui.field.policy'), decision ? `${decision.policy.id} ${decision.policy.version}` : ''],
    [t('ui.case.proposes'), t(`ui.outcome.${known.proposed}`)],
    [t('ui.field.state'), t(`ui.case-state.${known.state}`)],
    [t('ui.field.assigned'), assignee ?? ''],
    [t('ui.field.due'), day(dueOn)],
  ];
  return (
    <>
      <header>
        <h1>{t('ui.print.title')}</h1>
        <p>
          <Code>{known.id}</Code> · {t('ui.print.printed', { day: day(today), name: person.name })}
        </p>
      </header>
      <dl className="print-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                <Data>{value}</Data>
              </dd>
            </Fragment>
          ))}
      </dl>
      {0 < file.withheld.length && <p className="print-note">{t('ui.print.withheld')}</p>}
      {file.evidence?.simulation === true && <p className="print-note">{t('ui.print.simulation')}</p>}
    </>
  );
}

function nameIn({ application }: Evidence, party: string): string {
  return application.parties.find(({ id }) => id === party)?.names[0]?.text ?? party;
}

function Registers({ evidence }: { readonly evidence: Evidence }) {
  const { t, say, source } = useWords();
  if (evidence.confirmations.length === 0) return null;
  return (
    <Part title={t('ui.case.confirmations')}>
      <Lines
        heads={[t('ui.hit.party'), t('ui.sources.source'), t('ui.hit.comparison'), '']}
        rows={evidence.confirmations.map(({ party, register, verdict, reason }) => [
          <Data>{nameIn(evidence, party)}</Data>,
          source(register),
          t(`ui.confirmation.${verdict}`),
          say(`confirmation.${reason}`),
        ])}
      />
    </Part>
  );
}

function Hits({ evidence, file }: { readonly evidence: Evidence; readonly file: CaseFile }) {
  const { t, source } = useWords();
  const said = (party: string, entityId: string) =>
    file.notes.findLast(
      (note): note is Disposition => note.kind === 'disposed' && note.party === party && note.entityId === entityId,
    );
  const all = [...evidence.hits, ...(evidence.clearedHits ?? [])];
  return (
    <Part title={t('ui.case.hits')}>
      {all.length === 0 && <p>{t('ui.case.no-hits')}</p>}
      <Lines
        heads={[t('ui.hit.party'), t('ui.hit.entry'), t('ui.sources.source'), t('ui.print.said')]}
        rows={all.map(({ party, partyName, listedName, entity }) => {
          const word = said(party, entity.id);
          return [
            <Data>{partyName}</Data>,
            <Data>{listedName}</Data>,
            <>
              {source(entity.source)} <Code>{entity.id}</Code>
            </>,
            word ? (
              <>
                {t(`ui.disposition.${word.verdict}`)}: <Data>{word.by}</Data>. <Data>{word.reason}</Data>
              </>
            ) : (
              t('ui.print.open')
            ),
          ];
        })}
      />
    </Part>
  );
}

function RaisedSignals({ evidence }: { readonly evidence: Evidence }) {
  const { t, say } = useWords();
  const raised = evidence.signals.filter(({ state }) => state === 'RAISED');
  return (
    <Part title={t('ui.case.signals')}>
      {raised.length === 0 && <p>{t('ui.case.no-signals')}</p>}
      <Lines
        rows={raised.map(({ id, severity, facts }) => [
          <Code>{id}</Code>,
          <span className="print-word">{t(`ui.severity.${severity}`)}</span>,
          say(`signal.${id}`),
          <Data>{facts.map(({ value }) => value).join(' / ')}</Data>,
        ])}
      />
    </Part>
  );
}

function Reasons({ decision }: { readonly decision: Decision }) {
  const { t, say } = useWords();
  return (
    <Part title={t('ui.case.findings')}>
      {decision.findings.length === 0 && <p>{t('ui.case.no-findings')}</p>}
      <Lines
        rows={decision.findings.map(({ outcome, message, facts, rule, reference = '' }) => [
          <span className="print-word">{t(`ui.outcome.${outcome}`)}</span>,
          say(`finding.${message}`, facts),
          <>
            <Code>{rule}</Code> <Data>{reference}</Data>
          </>,
        ])}
      />
    </Part>
  );
}

function Gaps({ evidence: { gaps } }: { readonly evidence: Evidence }) {
  const { t, say } = useWords();
  if (gaps.length === 0) return null;
  return (
    <Part title={t('ui.case.gaps')}>
      <Lines
        rows={gaps.map(({ kind, subject, detail = '' }) => [
          say(`gap.${kind}`),
          <Data>{subject}</Data>,
          <Data>{detail}</Data>,
        ])}
      />
    </Part>
  );
}

function PartiesOf({ evidence: { application } }: { readonly evidence: Evidence }) {
  const { t, say, list } = useWords();
  return (
    <Part title={t('ui.case.order')}>
      <Lines
        rows={application.parties.map(({ names, roles, identifiers = [], addresses = [] }) => [
          <Data>{names.map(({ text }) => text).join(' / ')}</Data>,
          list(roles.map((role) => t(`ui.role.${role}`))),
          <Data>{[...identifiers.map(({ value }) => value), ...addresses.map(({ full }) => full)].join(' / ')}</Data>,
        ])}
      />
      <Lines
        rows={(application.answers ?? []).map(({ question, answer }) => [
          say(`question.${question}`),
          answer === 'yes' || answer === 'no' ? t(`ui.apply.${answer}`) : <Data>{String(answer)}</Data>,
        ])}
      />
    </Part>
  );
}

function Documents({ caseId }: { readonly caseId: string }) {
  const { t, say } = useWords();
  const { data } = useDocuments(caseId);
  if (!data || data.items.length === 0) return null;
  return (
    <Part title={t('ui.documents.title')}>
      <Lines
        rows={data.items.map(({ file, documentKind, language = '', sha256 }) => [
          <Data>{file}</Data>,
          say(`document.${documentKind}`),
          <Code>{language}</Code>,
          <Code>{sha256}</Code>,
        ])}
      />
    </Part>
  );
}

function Steps({ file: { steps, proposal } }: { readonly file: CaseFile }) {
  const { t, moment } = useWords();
  return (
    <Part title={t('ui.case.decision')}>
      {steps.length === 0 && !proposal && <p>{t('ui.case.no-events')}</p>}
      <Lines
        rows={[
          ...steps.map(({ at, by, state, reason, proposedBy }) => {
            const moved = t('ui.event.moved', { state: t(`ui.case-state.${state}`) });
            return [
              moment(at),
              <Data>{by}</Data>,
              proposedBy === undefined ? moved : t('ui.event.moved-by-two', { moved, name: proposedBy }),
              <Data>{reason}</Data>,
            ];
          }),
          ...(proposal
            ? [
                [
                  moment(proposal.at),
                  <Data>{proposal.by}</Data>,
                  t('ui.event.proposed', { state: t(`ui.case-state.${proposal.state}`) }),
                  <Data>{proposal.reason}</Data>,
                ],
              ]
            : []),
        ]}
      />
    </Part>
  );
}

function Editions({ evidence: { sources } }: { readonly evidence: Evidence }) {
  const { t, say, source: name, day } = useWords();
  return (
    <Part title={t('ui.print.editions')}>
      <Lines
        heads={[
          t('ui.sources.source'),
          t('ui.sources.state'),
          t('ui.sources.published'),
          t('ui.sources.current'),
          t('ui.print.edition'),
        ]}
        rows={sources.map(({ source, state, publishedOn, confirmedCurrentOn, editionId = '' }) => [
          name(source),
          say(`source-state.${state}`),
          day(publishedOn),
          day(confirmedCurrentOn),
          <Code>{editionId.slice(0, SHOWN_OF_HASH)}</Code>,
        ])}
      />
    </Part>
  );
}

const SHOWN_OF_HASH = 24;

function Proof({ file }: { readonly file: CaseFile }) {
  const { t, moment } = useWords();
  const { proof, decisionId = '', decision, evidence } = file;
  if (!proof || !decision || !evidence) return null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('ui.print.decision'),
      <>
        <Code>{decisionId}</Code> · {moment(decision.decidedAt)}
      </>,
    ],
    [t('ui.print.entry'), <Code>{`${proof.sequence}: ${proof.hash}`}</Code>],
    [t('ui.print.policy-hash'), <Code>{decision.policy.sha256}</Code>],
    [t('ui.print.engine'), <Code>{decision.engineVersion}</Code>],
  ];
  return (
    <Part title={t('ui.print.proof')} isWhole>
      <dl className="print-facts">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="print-small">{t('ui.print.proof-hint')}</p>
    </Part>
  );
}
