// Nothing in; the record out: sought entry by entry, proven in the browser and by the server, taken out.
import { ScreenHead } from '../../parts/panel.tsx';
import { useWords } from '../../language/texts.tsx';
import { api } from '../../api.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { useMay } from '../../session.tsx';
import { Entries } from './entries.tsx';
import { ProofPanel } from './proof-panel.tsx';

export function RecordScreen() {
  const { t } = useWords();
  const mayExport = useMay('record.export');
  return (
    <div className="record">
      <ScreenHead
        title={t('ui.place.record')}
        lead={t('ui.record.lead')}
        actions={
          mayExport && (
            <ExportMenu title={t('ui.record.export')} hint={t('ui.record.export-hint')} make={api.exportRecord} />
          )
        }
      />
      <ProofPanel />
      <Entries />
    </div>
  );
}
