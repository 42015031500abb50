// A case's id in, everything somebody needs to decide it out: facts first, then what was compared, then what people said.
import { useParams } from 'react-router';
import '../../style/case.css';
import '../../style/files.css';
import '../../style/print.css';
import { useWords } from '../../language/texts.tsx';
import { Failure, Nothing, Waiting } from '../../parts/states.tsx';
import { useCaseFile } from '../../queries.ts';
import { CaseHead } from './case-head.tsx';
import { ChainPanel } from './chain.tsx';
import { Confirmations } from './confirmations.tsx';
import { DecidePanel } from './decide-panel.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { Findings } from './findings.tsx';
import { Hits } from './hits.tsx';
import { KeepingPanel } from './keeping-panel.tsx';
import { OrderPanel } from './order-panel.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { Signals } from './signals.tsx';
import { ThreeFacts } from './three-facts.tsx';
import { Timeline } from './timeline.tsx';
import { ToldPanel } from './told-panel.tsx';

export function CaseScreen() {
  const { t } = useWords();
  const { caseId = '' } = useParams();
  const { data: file, error, isPending, refetch } = useCaseFile(caseId);
  if (isPending) return <Waiting lines={12} />;
  if (!file) return <Failure error={error} retry={() => void refetch()} />;
  const { evidence, decision } = file;
  return (
    <div className="case" key={caseId}>
      <PrintSheet file={file} />
      <CaseHead file={file} />
      {evidence ? <ThreeFacts evidence={evidence} /> : <Nothing title={t('ui.case.erased')} />}
      <div className="case-columns">
        <div className="case-main">
          {evidence && (
            <>
              <Confirmations evidence={evidence} />
              <Hits file={file} evidence={evidence} />
              <Signals evidence={evidence} />
              {decision && <Findings decision={decision} evidence={evidence} />}
              <ChainPanel evidence={evidence} />
              <OrderPanel application={evidence.application} />
              <DocumentsPanel caseId={caseId} />
            </>
          )}
        </div>
        <div className="case-side">
          <DecidePanel file={file} />
          <ToldPanel file={file} />
          <KeepingPanel file={file} />
          <Timeline file={file} />
        </div>
      </div>
    </div>
  );
}
