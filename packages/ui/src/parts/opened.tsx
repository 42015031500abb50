// A title and what is worth a look now and then in, the title alone out until somebody opens it: nothing is asked for before.
import { Suspense, useState, type ReactNode } from 'react';
import { Waiting } from './states.tsx';

export function Opened({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="opened" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <Suspense fallback={<Waiting lines={6} />}>{children}</Suspense>}
    </details>
  );
}
