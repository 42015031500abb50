// A wish for files in, those that somebody dropped or chose out; reached by keys like any field.
import { useId } from 'react';
import { useWords } from '../language/texts.tsx';
import { Icon } from './icons.tsx';
import { Data } from './words.tsx';

const KILOBYTE = 1024;

/** The field lies over the whole zone, unseen: what is dropped on it is chosen. */
export function DropZone(props: {
  readonly label: string;
  readonly hint?: string;
  readonly files: readonly File[];
  readonly isMultiple?: boolean;
  /** Endings of files, as a browser takes them: `.csv,.json`. */
  readonly accept?: string;
  readonly choose: (files: readonly File[]) => void;
}) {
  const { t, number } = useWords();
  const { label, hint, files, isMultiple = false, accept, choose } = props;
  const id = useId();
  return (
    <div className="drop">
      <div className="drop-zone">
        <Icon name="plus" />
        <label htmlFor={id}>
          {label}
          {hint !== undefined && <span className="drop-hint">{hint}</span>}
        </label>
        <input
          id={id}
          type="file"
          multiple={isMultiple}
          {...(accept !== undefined && { accept })}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = ''; // the same file can be chosen again
            if (chosen.length === 0) return;
            const names = new Set(chosen.map(({ name }) => name));
            choose(isMultiple ? [...files.filter(({ name }) => !names.has(name)), ...chosen] : chosen.slice(0, 1));
          }}
        />
      </div>
      {0 < files.length && (
        <ul className="drop-files">
          {files.map((file) => (
            <li key={file.name}>
              <Data>{file.name}</Data>{' '}
              <span className="quiet small">
                {t('ui.files.size', { size: number(Math.max(1, Math.round(file.size / KILOBYTE))) })}
              </span>{' '}
              <button
                type="button"
                className="link-button small"
                aria-label={t('ui.files.remove-one', { name: file.name })}
                onClick={() => choose(files.filter((other) => other !== file))}
              >
                {t('ui.files.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
