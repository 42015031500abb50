// The founding case in, a walk through the screens along it out: one calm card, by keys or by hand, offered once to each person.
import { Button } from '@mantine/core';
import { mayAct } from '@sekisho/engine/model/person.ts';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useKeys } from '../keys.ts';
import { useLanguage, useWords } from '../language/texts.tsx';
import { KeySign } from '../parts/words.tsx';
import { usePerson } from '../session.tsx';
import { places } from './places.ts';

/** Each part of the story, and the screen it is seen on. */
const steps = [
  { id: 'order', path: '/apply' },
  { id: 'register', path: '/sources' },
  { id: 'chain', path: '/' },
  { id: 'two-people', path: '/' },
  { id: 'servers', path: '/policies' },
  { id: 'look-back', path: '/alerts' },
  { id: 'legal-status', path: '/screen' },
  { id: 'record', path: '/record' },
] as const;

export interface Tour {
  /** Undefined while nobody walks it. */
  readonly step: number | undefined;
  /** Whether it is offered: to whoever has neither begun nor declined it. */
  readonly isOffered: boolean;
  readonly goTo: (step: number) => void;
  readonly end: () => void;
}

export function useTour(): Tour {
  const person = usePerson();
  const navigate = useNavigate();
  const place = `sekisho-tour:${person.id}`;
  const [step, setStep] = useState<number>();
  const [isKnown, setKnown] = useState(() => localStorage.getItem(place) !== null);
  const remember = () => {
    localStorage.setItem(place, 'seen');
    setKnown(true);
  };
  return {
    step,
    isOffered: !isKnown && step === undefined,
    goTo: (next) => {
      const path = steps[next]?.path;
      if (path === undefined) return;
      remember();
      setStep(next);
      if (places.some((one) => one.path === path && mayAct(person, one.act))) void navigate(path);
    },
    end: () => {
      remember();
      setStep(undefined);
    },
  };
}

/** On the screens that somebody comes to first. */
export function TourOffer({ tour }: { readonly tour: Tour }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  if (!tour.isOffered || !['/', '/orders'].includes(pathname)) return null;
  return (
    <section className="tour-offer" aria-label={t('ui.tour.name')}>
      <p>{t('ui.tour.offer')}</p>
      <Button size="xs" onClick={() => tour.goTo(0)}>
        {t('ui.tour.begin')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={tour.end}>
        {t('ui.tour.not-now')}
      </Button>
    </section>
  );
}

export function TourCard({ tour }: { readonly tour: Tour }) {
  const { t } = useWords();
  const { step = 0, goTo, end } = tour;
  const isMirrored = useLanguage().catalogue.language.dir === 'rtl';
  const [forward, backward] = isMirrored
    ? (['ArrowLeft', 'ArrowRight'] as const)
    : (['ArrowRight', 'ArrowLeft'] as const);
  const isLast = step === steps.length - 1;
  const next = () => (isLast ? end() : goTo(step + 1));
  useKeys([
    { key: forward, text: 'ui.tour.next', run: next },
    { key: backward, text: 'ui.tour.back', run: () => goTo(step - 1) },
    { key: 'Escape', text: 'ui.tour.end', run: end },
  ]);
  const { id } = steps[step] ?? steps[0];
  return (
    <section className="tour" aria-label={t('ui.tour.name')}>
      <div aria-live="polite">
        <p className="quiet small">{t('ui.tour.step', { step: step + 1, of: steps.length })}</p>
        <h2>{t(`ui.tour-title.${id}`)}</h2>
        <p>{t(`ui.tour-text.${id}`)}</p>
      </div>
      <div className="tour-dots" aria-hidden>
        {steps.map((one, place) => (
          <span key={one.id} className={place === step ? 'now' : ''} />
        ))}
      </div>
      <div className="tour-foot">
        <Button size="xs" onClick={next} rightSection={<KeySign of={forward} />}>
          {t(isLast ? 'ui.tour.finish' : 'ui.tour.next')}
        </Button>
        <Button size="xs" variant="default" disabled={step === 0} onClick={() => goTo(step - 1)}>
          {t('ui.tour.back')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={end}>
          {t('ui.tour.end')}
        </Button>
      </div>
    </section>
  );
}
