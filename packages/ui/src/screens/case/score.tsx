// A hit in, its score as the sum it is out: shown after the facts, when somebody asks for it.
import type { Contribution, Hit } from '@sekisho/engine/model/evidence.ts';
import type { TextId } from '../../language/languages.ts';
import { useWords } from '../../language/texts.tsx';
import { Data } from '../../parts/words.tsx';

const factorTexts: Readonly<Record<string, TextId>> = {
  name: 'ui.factor.name',
  'birth-date': 'ui.factor.birth-date',
  gender: 'ui.factor.gender',
  country: 'ui.factor.country',
  identifier: 'ui.factor.identifier',
  address: 'ui.factor.address',
  schema: 'ui.factor.schema',
  'legal-form': 'ui.factor.legal-form',
  spelling: 'ui.factor.spelling',
  romanisation: 'ui.factor.romanisation',
  reading: 'ui.factor.reading',
  'same-words': 'ui.factor.same-words',
  'extra-words': 'ui.factor.extra-words',
  'contradicted-words': 'ui.factor.contradicted-words',
  rarity: 'ui.factor.rarity',
};

export function Score({ hit }: { readonly hit: Omit<Hit, 'party'> }) {
  const { t, percent, say } = useWords();
  const shown = hit.contributions.filter(({ points }) => points !== 0);
  const most = Math.max(1, ...shown.map(({ points }) => Math.abs(points)));
  return (
    <details className="score">
      <summary>{t('ui.hit.score-why')}</summary>
      <p className="quiet">{t('ui.hit.score', { score: percent(hit.score) })}</p>
      {hit.nameOnly && <p className="warned">{t('ui.hit.name-only')}</p>}
      <ul className="pairs" aria-label={t('ui.hit.pairs')}>
        {hit.pairs.map((pair, place) => (
          <li key={place} className={`pair pair-${pair.because}`}>
            <Data>{say(`pair-reason.${pair.because}`, { query: pair.query, listed: pair.listed })}</Data>
          </li>
        ))}
      </ul>
      <dl className="bars">
        {shown.map((contribution, place) => (
          <Bar key={place} contribution={contribution} most={most} />
        ))}
      </dl>
    </details>
  );
}

function Bar({
  contribution: { factor, points, detail },
  most,
}: {
  readonly contribution: Contribution;
  readonly most: number;
}) {
  const { t, number } = useWords();
  const id = factorTexts[factor];
  return (
    <div className="bar-line">
      <dt>
        {id === undefined ? <Data>{factor}</Data> : t(id)}{' '}
        {detail !== undefined && <Data className="quiet">{detail}</Data>}
      </dt>
      <dd>
        <span className="bar-track" aria-hidden>
          <span
            className={points < 0 ? 'bar bar-against' : 'bar bar-for'}
            style={{ width: `${(Math.abs(points) / most) * 50}%` }}
          />
        </span>
        <span className="bar-number" dir="ltr">
          {0 < points ? '+' : ''}
          {number(Math.round(points * 100) / 100)}
        </span>
      </dd>
    </div>
  );
}
