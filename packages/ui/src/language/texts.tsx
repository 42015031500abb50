// A text's id and what it speaks of in, the words in the reader's language out; with dates and numbers as it writes them.
import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createIntl, createIntlCache, RawIntlProvider, type IntlShape } from 'react-intl';
import { sentence, type MessageCatalogue, type SentenceFacts } from '@sekisho/engine/messages/sentence.ts';
import {
  languages,
  loadCatalogue,
  loadEnglishSentences,
  preferredLanguage,
  rememberLanguage,
  type Catalogue,
  type TextId,
} from './languages.ts';

type Values = Readonly<Record<string, string | number>>;

interface LanguageChoice {
  readonly catalogue: Catalogue;
  readonly choose: (tag: string) => void;
  /** A sentence is missing: English ones are to stand in. */
  readonly miss: () => void;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);
const cache = createIntlCache();

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [tag, setTag] = useState<string>(() => preferredLanguage().tag);
  const [loaded, setLoaded] = useState<Catalogue>();
  const [english, setEnglish] = useState<MessageCatalogue>();
  const isMissed = useRef(false);
  useEffect(() => {
    let isWanted = true;
    const language = languages.find((one) => one.tag === tag) ?? languages[0];
    void loadCatalogue(language).then((catalogue) => {
      if (isWanted) setLoaded(catalogue);
    });
    return () => {
      isWanted = false;
    };
  }, [tag]);
  const choose = useCallback((chosen: string) => {
    rememberLanguage(chosen);
    setTag(chosen);
  }, []);
  const miss = useCallback(() => {
    if (isMissed.current) return;
    isMissed.current = true;
    void loadEnglishSentences().then(setEnglish, () => (isMissed.current = false));
  }, []);
  const catalogue = useMemo(
    () => loaded && { ...loaded, sentences: { ...english, ...loaded.sentences } },
    [loaded, english],
  );
  if (!catalogue) return null;
  return (
    <LanguageContext value={{ catalogue, choose, miss }}>
      <DirectionProvider initialDirection={catalogue.language.dir} detectDirection={false}>
        <Direction dir={catalogue.language.dir} tag={catalogue.language.tag} />
        <Texts catalogue={catalogue} miss={miss}>
          {children}
        </Texts>
      </DirectionProvider>
    </LanguageContext>
  );
}

function Direction({ dir, tag }: { readonly dir: 'ltr' | 'rtl'; readonly tag: string }) {
  const { setDirection } = useDirection();
  useEffect(() => {
    setDirection(dir);
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
  }, [dir, tag, setDirection]);
  return null;
}

function Texts(props: { readonly catalogue: Catalogue; readonly miss: () => void; readonly children: ReactNode }) {
  const { catalogue, miss, children } = props;
  const intl = useMemo(
    () =>
      createIntl({ locale: catalogue.language.locale, messages: { ...catalogue.texts }, onError: reportText }, cache),
    [catalogue],
  );
  const words = useMemo(() => wordsIn(intl, catalogue, miss), [intl, catalogue, miss]);
  return (
    <RawIntlProvider value={intl}>
      <WordsContext value={words}>{children}</WordsContext>
    </RawIntlProvider>
  );
}

/** A text that cannot be formatted is shown by its id; whoever develops sees why. */
function reportText(error: Error): void {
  if (import.meta.env.DEV) throw error;
}

export interface Words {
  /** The text of an id. Each word given is set apart, so that its direction does not turn the sentence around. */
  readonly t: (id: TextId, values?: Values) => string;
  /** The engine's sentence for a code: a finding, a signal, a problem. */
  readonly say: (code: string, facts?: SentenceFacts) => string;
  /** A list or register by its id; one of your own, for which there is no name, by the id itself. */
  readonly source: (id: string) => string;
  /** A calendar day, `YYYY-MM-DD`, or a part of one. */
  readonly day: (date: string | undefined) => string;
  /** A moment, in the reader's time zone. */
  readonly moment: (instant: string | undefined) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A country by its code, in the reader's language. */
  readonly country: (code: string) => string;
  /** Words in a row, with the language's comma between them. */
  readonly list: (words: readonly string[]) => string;
}

/** Made once for all that speak: a formatter costs more than what it formats. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('a text stands outside of LanguageProvider');
  return words;
}

const WordsContext = createContext<Words | undefined>(undefined);

function wordsIn(intl: IntlShape, { sentences, language }: Catalogue, miss: () => void): Words {
  const countries = new Intl.DisplayNames([intl.locale], { type: 'region', fallback: 'code' });
  const days = new Intl.DateTimeFormat(intl.locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const months = new Intl.DateTimeFormat(intl.locale, { timeZone: 'UTC', year: 'numeric', month: 'short' });
  return {
    t: (id, values) => intl.formatMessage({ id }, values && isolated(values)),
    say: (code, facts) => {
      if (!(code in sentences)) miss();
      return sentence(sentences, code, facts);
    },
    source: (id) => sentences[`source.${id}`] ?? id,
    day: (date) => (date === undefined ? '' : dayText(date, days, months)),
    moment: (instant) =>
      instant === undefined ? '' : intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' }),
    number: (value) => intl.formatNumber(value),
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    country: (code) => (/^[a-z]{2}$/i.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code),
    list: (words) => words.join(language.comma),
  };
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('a text stands outside of LanguageProvider');
  return choice;
}

/** First strong isolate … pop directional isolate (Unicode Bidirectional Algorithm, UAX #9). */
function isolated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /[^\u0000-\u024f]/.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}

function dayText(date: string, days: Intl.DateTimeFormat, months: Intl.DateTimeFormat): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? [];
  if (year === '' || month === undefined) return date;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return (day === undefined ? months : days).format(moment);
}
