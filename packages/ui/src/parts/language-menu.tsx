// Nothing in; a menu of the languages out, each by its own name.
import { Menu } from '@mantine/core';
import { languages } from '../language/languages.ts';
import { useLanguage, useWords } from '../language/texts.tsx';
import { Icon } from './icons.tsx';

export function LanguageMenu({ chosen }: { readonly chosen?: (tag: string) => void }) {
  const { t } = useWords();
  const { catalogue, choose } = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <button type="button" className="menu-opener" title={t('ui.shell.language')}>
          <Icon name="globe" />
          <span className="menu-opener-word" lang={catalogue.language.tag}>
            {catalogue.language.name}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ tag, name, dir }) => (
          <Menu.Item
            key={tag}
            lang={tag}
            dir={dir}
            aria-current={tag === catalogue.language.tag}
            onClick={() => {
              choose(tag);
              chosen?.(tag);
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
