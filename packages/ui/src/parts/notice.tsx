// Something to be noticed in, a framed word out: good, to be careful of, bad, or to be known.
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

const icons = { good: 'check', warn: 'warning', bad: 'warning', known: 'gap' } as const;

export function Notice(props: {
  readonly kind: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` for what somebody must hear at once, `status` for what happened. */
  readonly role?: 'alert' | 'status' | 'note';
}) {
  return (
    <div className={`notice notice-${props.kind}`} role={props.role ?? 'note'}>
      <Icon name={icons[props.kind]} />
      <div className="grow">
        {props.title !== undefined && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
