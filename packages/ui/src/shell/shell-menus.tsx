// Nothing in; the menus of the shell's head out: language, light or dark, help, who is signed in.
import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link } from 'react-router';
import { api } from '../api.ts';
import { forgetDrafts } from '../drafts.ts';
import { useWords } from '../language/texts.tsx';
import { Icon } from '../parts/icons.tsx';
import { LanguageMenu } from '../parts/language-menu.tsx';
import { usePerson } from '../session.tsx';

export function ShellMenus(props: { readonly openHelp: () => void; readonly openTour: () => void }) {
  const { openHelp, openTour } = props;
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <div className="shell-menus">
      <LanguageMenu
        chosen={(tag) => {
          void api.chooseLanguage(tag);
        }}
      />
      <Tooltip label={t(`ui.shell.${other}`)}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t(`ui.shell.${other}`)}
          onClick={() => setColorScheme(other)}
        >
          <Icon name={other === 'dark' ? 'moon' : 'sun'} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('ui.key.help')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('ui.key.help')} onClick={openHelp}>
          <Icon name="help" />
        </ActionIcon>
      </Tooltip>
      <PersonMenu openTour={openTour} />
    </div>
  );
}

function PersonMenu({ openTour }: { readonly openTour: () => void }) {
  const { t, list } = useWords();
  const person = usePerson();
  const signOut = async () => {
    await api.signOut();
    forgetDrafts();
    window.location.reload(); // nothing of this person stays in memory
  };
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <button type="button" className="menu-opener" title={t('ui.shell.person', { name: person.name })}>
          <span className="person-mark" aria-hidden>
            {Array.from(person.name)[0]}
          </span>
          <bdi className="menu-opener-word">{person.name}</bdi>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{list(person.duties.map((role) => t(`ui.duty.${role}`)))}</Menu.Label>
        <Menu.Item onClick={openTour}>{t('ui.tour.name')}</Menu.Item>
        <Menu.Item component={Link} to="/account">
          {t('ui.account.title')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('ui.shell.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
