// A case in, its head out: whose it is, where it stands, who works on it until when.
import { Button } from '@mantine/core';
import type { CaseFile } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { OutcomeLabel, StateLabel } from '../../parts/labels.tsx';
import { ScreenHead } from '../../parts/panel.tsx';
import { Code, Data } from '../../parts/words.tsx';
import { buyerIn } from './buyer.ts';
import { standingOf } from '@sekisho/engine/model/case-note.ts';
import { NoteMenu } from './note-menu.tsx';
import { api } from '../../api.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { useMay } from '../../session.tsx';

export function CaseHead({ file }: { readonly file: CaseFile }) {
  const { t, day } = useWords();
  const { assignee, dueOn } = standingOf(file.notes);
  const buyer = file.application && buyerIn(file.application);
  const mayNote = useMay('case.work');
  const mayExport = useMay('record.export');
  return (
    <ScreenHead
      title={<Data>{buyer?.names[0]?.text ?? file.case.id}</Data>}
      lead={
        <span className="case-line">
          <Code>{file.case.id}</Code>
          <StateLabel state={file.case.state} />
          <span>{t('ui.case.proposes')}</span>
          <OutcomeLabel outcome={file.case.proposed} />
          <span>{assignee === undefined ? t('ui.case.unassigned') : t('ui.case.assigned', { name: assignee })}</span>
          {dueOn !== undefined && <span>{t('ui.case.due', { day: day(dueOn) })}</span>}
        </span>
      }
      actions={
        <>
          {mayNote && <NoteMenu file={file} />}
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {t('ui.print.print')}
          </Button>
          {mayExport && (
            <ExportMenu
              title={t('ui.case.export')}
              hint={t('ui.case.export-hint')}
              make={(reason) => api.exportCase(file.case.id, reason)}
            />
          )}
        </>
      }
    />
  );
}
