// A heading and its content in, a framed part of a screen out; and the head of a screen.
import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export function Panel(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} id={props.id}>
      <header className="panel-head">
        <Title order={2} size="h5" id={heading}>
          {props.title}
        </Title>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}

export function ScreenHead(props: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="screen-head">
      <div className="screen-head-words">
        <Title order={1} size="h3">
          {props.title}
        </Title>
        {props.lead !== undefined && <p className="quiet">{props.lead}</p>}
      </div>
      {props.actions !== undefined && <div className="screen-head-actions">{props.actions}</div>}
    </header>
  );
}
