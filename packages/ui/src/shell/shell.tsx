// A screen in, the frame around it out: where one can go, who is signed in, what is not sent yet.
import { mayAct } from '@sekisho/engine/model/person.ts';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { useKeys } from '../keys.ts';
import { useLanguage, useWords } from '../language/texts.tsx';
import { Icon } from '../parts/icons.tsx';
import { KeySign } from '../parts/words.tsx';
import { useLiveUpdates } from '../live/live-updates.ts';
import { useStatus } from '../queries.ts';
import { useMay, usePerson } from '../session.tsx';
import mark from '../mark.svg';
import { KeyHelp } from './key-help.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { Palette } from './palette.tsx';
import { places } from './places.ts';
import { ShellMenus } from './shell-menus.tsx';
import { TourCard, TourOffer, useTour } from './tour.tsx';

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { catalogue } = useLanguage();
  const person = usePerson();
  const navigate = useNavigate();
  const location = useLocation();
  const isLive = useLiveUpdates(useMay('case.read'));
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const tour = useTour();
  const open = places.filter(({ act }) => mayAct(person, act));
  useKeys([
    { key: 'mod+k', text: 'ui.key.palette', run: () => setPaletteOpen(true), whileTyping: true },
    { key: '?', text: 'ui.key.help', run: () => setHelpOpen(true) },
  ]);
  useLayoutEffect(() => {
    document.getElementById('screen')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    document.querySelector('.shell-nav a.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [location.pathname]);
  return (
    <div className="shell">
      <a
        className="skip"
        href="#screen"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('screen')?.focus();
        }}
      >
        {t('ui.shell.skip')}
      </a>
      <header className="shell-head">
        <Link to="/" className="brand">
          <img src={mark} alt="" width={26} height={26} />
          <span className="brand-latin">{t('ui.shell.name')}</span>
          <span className="brand-han" lang="ja" aria-hidden>
            {t('ui.shell.name-han')}
          </span>
        </Link>
        <button type="button" className="palette-opener" onClick={() => setPaletteOpen(true)}>
          <Icon name="screen" size={16} />
          <span>{t('ui.palette.open')}</span>
          <KeySign of="mod+k" />
        </button>
        <ShellMenus openHelp={() => setHelpOpen(true)} openTour={() => tour.goTo(0)} />
      </header>
      <nav className="shell-nav" aria-label={t('ui.shell.navigation')}>
        <ul>
          {open.map(({ path, text, icon }) => (
            <li key={path}>
              <NavLink
                to={path}
                end={path === '/'}
                className={path === '/' && location.pathname.startsWith('/cases/') ? 'active' : ''}
              >
                <Icon name={icon} />
                <span>{t(text)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="shell-nav-foot">
          {catalogue.isMachineMade && <p className="machine-made">{t('ui.language.machine-made')}</p>}
        </div>
      </nav>
      <div className="shell-body">
        <SimulationNote />
        {!isLive && (
          <p className="line-note" role="status">
            <Icon name="warning" size={16} /> {t('ui.shell.offline')}
          </p>
        )}
        <TourOffer tour={tour} />
        <main id="screen" tabIndex={-1}>
          {children}
        </main>
      </div>
      {tour.step !== undefined && <TourCard tour={tour} />}
      <OutboxBar />
      <Palette
        isOpen={isPaletteOpen}
        close={() => setPaletteOpen(false)}
        open={open}
        go={(path) => void navigate(path)}
      />
      <KeyHelp isOpen={isHelpOpen} close={() => setHelpOpen(false)} />
    </div>
  );
}

/** In a folder in which dates are played, every screen says so. */
function SimulationNote() {
  const { t, day } = useWords();
  const { data } = useStatus();
  if (data?.folder.simulation !== true) return null;
  return (
    <p className="line-note" role="note">
      <Icon name="warning" size={16} /> {t('ui.shell.simulation', { today: day(data.today) })}
    </p>
  );
}
