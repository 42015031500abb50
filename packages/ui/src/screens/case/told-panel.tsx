// A case in, what its applicant is told out, with the letter; and a warning where nothing may be told.
import type { CaseFile } from '../../answers.ts';
import { useWords } from '../../language/texts.tsx';
import { LetterToApplicant } from '../letter.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFollowed } from '../../queries.ts';
import { standingOf } from '@sekisho/engine/model/case-note.ts';

export function ToldPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const { data } = useFollowed(file.case.id);
  return (
    <Panel title={t('ui.case.told')} id="told">
      {standingOf(file.notes).noTipOff && <Notice kind="bad">{t('ui.case.no-tip-off')}</Notice>}
      {data && <p className="told">{t(`ui.followed.${data.state}`)}</p>}
      <LetterToApplicant id={file.case.id} />
    </Panel>
  );
}
