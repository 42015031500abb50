// The states of something that is asked for: it is awaited, it failed, there is nothing.
import { Button, Loader, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refusal } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';

export function Waiting({ lines = 0 }: { readonly lines?: number }) {
  const { t } = useWords();
  return (
    <div className="waiting" role="status" aria-label={t('ui.state.loading')}>
      {lines === 0 ? (
        <Loader type="dots" size="sm" />
      ) : (
        <Stack gap="sm">
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} height={18} width={`${90 - (line % 3) * 18}%`} radius="sm" />
          ))}
        </Stack>
      )}
    </div>
  );
}

export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useWords();
  return (
    <Notice kind="bad" title={t('ui.state.failed')} role="alert">
      <p className="quiet-p">{useProblemText()(error)}</p>
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {t('ui.state.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** What went wrong, as a sentence. */
export function useProblemText(): (error: unknown) => string {
  const { t, say } = useWords();
  return (error) => {
    if (!(error instanceof Refusal)) return say('problem.internal');
    return error.code === 'offline' ? t('ui.state.offline') : say(`problem.${error.code}`, error.facts);
  };
}

export function Nothing({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="nothing">
      <span className="nothing-mark" aria-hidden>
        <Icon name="check" size={26} />
      </span>
      <p className="nothing-title">{title}</p>
      {children !== undefined && <p className="quiet">{children}</p>}
    </div>
  );
}
