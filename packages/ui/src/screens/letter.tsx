// An order in, the letter to its applicant out, in the language that somebody chooses.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { languages } from '../language/languages.ts';
import { useLanguage, useWords } from '../language/texts.tsx';
import { useLetter } from '../queries.ts';

export function LetterToApplicant({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { catalogue } = useLanguage();
  const [language, setLanguage] = useState<string>(catalogue.language.tag);
  const { data: letter } = useLetter(id, language);
  return (
    <>
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
    </>
  );
}
