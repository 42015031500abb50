// The keys that are listened to now in, a list of them out.
import { Modal } from '@mantine/core';
import { useListenedKeys } from '../keys.ts';
import { useWords } from '../language/texts.tsx';
import { KeySign } from '../parts/words.tsx';

export function KeyHelp({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { t } = useWords();
  const keys = useListenedKeys();
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('ui.key.help')}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('ui.state.close') }}
      transitionProps={{ duration: 0 }}
    >
      <dl className="key-list">
        {keys.map(({ key, text }) => (
          <div key={key}>
            <dt>{t(text)}</dt>
            <dd>
              <KeySign of={key} isHeard />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
