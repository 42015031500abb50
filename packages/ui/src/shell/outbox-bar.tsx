// Words that are not sent yet in, a bar out that says so and offers to take the last one back.
import { Button } from '@mantine/core';
import { useKeys } from '../keys.ts';
import { useWords } from '../language/texts.tsx';
import { useOutbox } from '../outbox.tsx';
import { Icon } from '../parts/icons.tsx';
import { useProblemText } from '../parts/states.tsx';
import { KeySign } from '../parts/words.tsx';

export function OutboxBar() {
  const { t } = useWords();
  const { letters, undo, retry, drop } = useOutbox();
  const problemText = useProblemText();
  const failed = letters.filter(({ state }) => state === 'failed');
  const waiting = letters.filter(({ state }) => state === 'waiting');
  useKeys([{ key: 'z', text: 'ui.key.undo', run: undo }], 0 < waiting.length);
  const last = waiting.at(-1) ?? letters.at(-1);
  return (
    <div className="outbox" role="status" aria-live="polite">
      {failed.map(({ key, label, error }) => (
        <div className="outbox-card outbox-failed" key={key}>
          <Icon name="warning" />
          <div className="grow">
            <strong>{t('ui.outbox.failed', { what: label })}</strong>
            <p className="quiet-p">{problemText(error)}</p>
          </div>
          <Button size="xs" variant="default" onClick={() => retry(key)}>
            {t('ui.state.retry')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => drop(key)}>
            {t('ui.outbox.drop')}
          </Button>
        </div>
      ))}
      {last && last.state !== 'failed' && (
        <div className="outbox-card">
          <span className="grow">
            {letters.length - failed.length === 1
              ? last.label
              : t('ui.outbox.several', { count: letters.length - failed.length })}
          </span>
          {0 < waiting.length && (
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="undo" size={14} />}
              rightSection={<KeySign of="z" />}
              onClick={undo}
            >
              {t('ui.outbox.undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
