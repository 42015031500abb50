// Words typed after Ctrl-K in, the screens and cases that fit them out; Enter goes to the first.
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { api } from '../api.ts';
import { useWords } from '../language/texts.tsx';
import { Icon } from '../parts/icons.tsx';
import { StateLabel } from '../parts/labels.tsx';
import { Data } from '../parts/words.tsx';
import type { Place } from './places.ts';

interface Choice {
  readonly id: string;
  readonly path: string;
  readonly face: React.ReactNode;
}

export function Palette(props: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly open: readonly Place[];
  readonly go: (path: string) => void;
}) {
  const { t } = useWords();
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.close}
      lockScroll={false}
      size="lg"
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('ui.palette.open')}>{props.isOpen && <Choices {...props} />}</Modal.Content>
    </Modal.Root>
  );
}

function Choices({ close, open, go }: Omit<Parameters<typeof Palette>[0], 'isOpen'>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const cases = useQuery({
    queryKey: ['found-cases', asked],
    queryFn: () => api.cases({ text: asked }),
    enabled: asked !== '',
  });
  const wanted = text.trim().toLowerCase();
  const choices: Choice[] = [
    ...open
      .filter((place) => t(place.text).toLowerCase().includes(wanted))
      .map(({ path, text: name, icon }) => ({
        id: path,
        path,
        face: (
          <>
            <Icon name={icon} /> <span>{t(name)}</span>
          </>
        ),
      })),
    ...(wanted === '' ? [] : (cases.data?.items ?? [])).slice(0, 8).map(({ id, buyer = '', state }) => ({
      id: `case-${id}`,
      path: `/cases/${encodeURIComponent(id)}`,
      face: (
        <>
          <Data className="code">{id}</Data> <Data className="grow">{buyer}</Data> <StateLabel state={state} />
        </>
      ),
    })),
  ];
  const chosen = Math.min(at, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    go(choice.path);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter') take(choices[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <TextInput
        autoFocus // at once: what is typed right after Ctrl-K goes nowhere else
        data-autofocus
        size="md"
        variant="unstyled"
        placeholder={t('ui.palette.placeholder')}
        aria-label={t('ui.palette.placeholder')}
        leftSection={<Icon name="screen" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded
        aria-controls="palette-choices"
        aria-activedescendant={choices[chosen] && `choice-${choices[chosen].id}`}
      />
      <ul id="palette-choices" role="listbox" aria-label={t('ui.palette.open')}>
        {choices.map((choice, place) => (
          <li
            key={choice.id}
            id={`choice-${choice.id}`}
            role="option"
            aria-selected={place === chosen}
            className="palette-choice"
            onMouseMove={() => setAt(place)}
            onClick={() => take(choice)}
          >
            {choice.face}
          </li>
        ))}
      </ul>
      {choices.length === 0 && !cases.isFetching && <p className="quiet palette-none">{t('ui.palette.none')}</p>}
    </div>
  );
}
