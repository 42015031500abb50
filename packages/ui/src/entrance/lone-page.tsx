// A form in, the page around it out for somebody who is not signed in.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../language/texts.tsx';
import mark from '../mark.svg';
import { LanguageMenu } from '../parts/language-menu.tsx';

export function LonePage(props: { readonly title: string; readonly lead: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const { catalogue } = useLanguage();
  return (
    <div className="lone-page">
      <div className="lone-page-head">
        <LanguageMenu />
      </div>
      <main className="lone-card">
        <img src={mark} alt="" width={44} height={44} />
        <Title order={1} size="h3">
          {props.title}
        </Title>
        <p className="quiet">{props.lead}</p>
        {props.children}
      </main>
      {catalogue.isMachineMade && <p className="machine-made">{t('ui.language.machine-made')}</p>}
    </div>
  );
}
