// A case in, the letter to its applicant out, in the language that somebody chooses; and a warning where nothing may be told.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CaseFile } from '../../answers.ts';
import { languages } from '../../language/languages.ts';
import { useLanguage, useWords } from '../../language/texts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFollowed, useLetter } from '../../queries.ts';
import { standingOf } from '@sekisho/engine/model/case-note.ts';

export function ToldPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useWords();
  const { catalogue } = useLanguage();
  const [language, setLanguage] = useState<string>(catalogue.language.tag);
  const { data } = useFollowed(file.case.id);
  const { data: letter } = useLetter(file.case.id, language);
  return (
    <Panel title={t('ui.case.told')} id="told">
      {standingOf(file.notes).noTipOff && <Notice kind="bad">{t('ui.case.no-tip-off')}</Notice>}
      {data && <p className="told">{t(`ui.followed.${data.state}`)}</p>}
      <NativeSelect
        size="xs"
        label={t('ui.case.letter-language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
      />
      {letter && (
        <div className="told letter" lang={letter.language} dir={letter.direction}>
          {letter.lines.map((line, place) => (
            // lines have no other name than their place
            <p key={place}>{line}</p>
          ))}
        </div>
      )}
    </Panel>
  );
}
