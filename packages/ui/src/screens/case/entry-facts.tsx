// An entry of a list in, what the list says of it besides its name out: what being listed brings, claims as claims, remarks.
import { Anchor, Button } from '@mantine/core';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { displacedBy, type LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { useWords } from '../../language/texts.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Code, Data } from '../../parts/words.tsx';

export function EntryFacts(props: {
  readonly entity: Entity;
  /** Shows what was left out: claims about a procedure, which are nobody's to read without a reason. */
  readonly reveal?: (() => void) | undefined;
}) {
  const { entity, reveal } = props;
  const { t, say, day, list, country } = useWords();
  const claims = shownClaims(entity.legalStatus);
  return (
    <dl className="facts entry-facts">
      <div>
        <dt>{t('ui.entry.id')}</dt>
        <dd>
          <Code>{entity.id}</Code>
          {isHttps(entity.sourceUrl) && (
            <Anchor href={entity.sourceUrl} target="_blank" rel="noreferrer noopener" size="sm">
              {t('ui.entry.at-source')}
            </Anchor>
          )}
        </dd>
      </div>
      {0 < entity.effects.length && (
        <div>
          <dt>{t('ui.entry.effects')}</dt>
          <dd>{list(entity.effects.map((effect) => say(`effect.${effect}`)))}</dd>
        </div>
      )}
      {0 < entity.programmes.length && (
        <div>
          <dt>{t('ui.entry.programmes')}</dt>
          <dd>
            <Data>{entity.programmes.join(', ')}</Data>
          </dd>
        </div>
      )}
      {entity.listedOn !== undefined && (
        <div>
          <dt>{t('ui.entry.listed-on')}</dt>
          <dd>{day(entity.listedOn)}</dd>
        </div>
      )}
      {reveal && (
        <div>
          <dt>{t('ui.entry.claim')}</dt>
          <dd>
            <Button size="compact-xs" variant="default" leftSection={<Icon name="eye" size={14} />} onClick={reveal}>
              {t('ui.hit.reveal')}
            </Button>
          </dd>
        </div>
      )}
      {claims.map((claim) => (
        <div key={`${claim.status} ${claim.reportedBy} ${claim.date ?? ''}`}>
          <dt>{t('ui.entry.claim')}</dt>
          <dd>
            {say(`legal-status.${claim.status}`, {
              ...claim,
              ...(claim.date !== undefined && { date: day(claim.date) }),
              ...(claim.country !== undefined && { country: country(claim.country) }),
            })}
          </dd>
        </div>
      ))}
      {entity.remarks.map((remark) => (
        <div key={remark}>
          <dt>{t('ui.entry.remark')}</dt>
          <dd>
            <Data>{remark}</Data>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who was not indicted is not shown as a suspect: later claims take the place of those before them. */
function shownClaims(claims: readonly LegalStatusClaim[]): readonly LegalStatusClaim[] {
  const displaced = new Set(claims.flatMap(({ status }) => displacedBy[status] ?? []));
  return claims.filter(({ status }) => !displaced.has(status));
}

/** An address of data is a link only when it can be nothing but a page. */
function isHttps(address: string | undefined): address is string {
  return address?.startsWith('https://') === true;
}
