// An error that no screen expected in, a page out that says so and offers to load it again.
import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { useWords } from '../language/texts.tsx';
import { ScreenHead } from '../parts/panel.tsx';
import { Code } from '../parts/words.tsx';

export function Broken() {
  const { t } = useWords();
  const error = useRouteError();
  return (
    <div className="lone">
      <ScreenHead title={t('ui.broken.title')} lead={t('ui.broken.text')} />
      {error instanceof Error && <Code>{error.message}</Code>}
      <p>
        <Button onClick={() => window.location.reload()}>{t('ui.broken.reload')}</Button>
      </p>
    </div>
  );
}
