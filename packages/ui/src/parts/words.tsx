// A name, a key or a value of data in, the same set apart from the text around it out: it is never read as HTML.
import { Kbd } from '@mantine/core';
import { Fragment } from 'react';

/** Text of data, whose direction is its own. */
export function Data({ children, className }: { readonly children: string; readonly className?: string }) {
  return <bdi className={className}>{children}</bdi>;
}

/** A number, an id, a hash. */
export function Code({ children }: { readonly children: string }) {
  return (
    <bdi className="code" dir="ltr">
      {children}
    </bdi>
  );
}

const signs: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  Enter: '↵',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** How a key is shown: `mod+k` as Ctrl + K. Beside a button it is left to the eye; where it is what is told, it is heard. */
export function KeySign({ of, isHeard = false }: { readonly of: string; readonly isHeard?: boolean }) {
  return (
    <span className="key-sign" dir="ltr" aria-hidden={!isHeard}>
      {of.split('+').map((key, place) => (
        <Fragment key={key}>
          {0 < place && ' '}
          <Kbd size="xs">{signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
