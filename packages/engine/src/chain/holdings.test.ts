import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChainLink } from '../model/chain.ts';
import { buildOwnershipReference } from '../reference/ownership-rules.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { holdingsOf } from './holdings.ts';

const reference = buildOwnershipReference(referenceFiles);

interface HoldingCase {
  readonly name: string;
  readonly link: Partial<ChainLink> & Pick<ChainLink, 'kind'>;
  /** `a 60-60 b`, `a ? b`, with `control`; of a link from a to b. */
  readonly expected: string | undefined;
}

const cases: readonly HoldingCase[] = [
  { name: 'stated by an application', link: { kind: 'owns', share: { least: 60, most: 60 } }, expected: 'a 60-60 b' },
  { name: 'without a share', link: { kind: 'owns' }, expected: 'a ? b' },
  { name: 'a beneficial owner', link: { kind: 'beneficial-owner' }, expected: 'a ? b' },
  { name: 'read from the company', link: { kind: 'owned-by', share: { least: 25, most: 50 } }, expected: 'b 25-50 a' },
  {
    name: 'a share in a list’s words',
    link: { kind: 'owner-of', detail: 'subsidiary, 51.5 %' },
    expected: 'a 51.5-51.5 b',
  },
  { name: 'a comma as the point', link: { kind: 'owned-by', detail: '33,3%' }, expected: 'b 33.3-33.3 a' },
  { name: 'two shares are none', link: { kind: 'owned-by', detail: '10 % to 20 %' }, expected: 'b ? a' },
  { name: 'more than all is none', link: { kind: 'owned-by', detail: '150 %' }, expected: 'b ? a' },
  {
    name: 'consolidation is control',
    link: { kind: 'owned-by', detail: 'IS_DIRECTLY_CONSOLIDATED_BY' },
    expected: 'b ? a control',
  },
  {
    name: 'who appoints the directors controls',
    link: { kind: 'directed-by', detail: 'right-to-appoint-and-remove-directors' },
    expected: 'b ? a control',
  },
  { name: 'a director holds nothing', link: { kind: 'directed-by', detail: 'director' }, expected: undefined },
  { name: 'an associate holds nothing', link: { kind: 'associate-of', detail: '50 %' }, expected: undefined },
];

for (const { name, link, expected } of cases)
  test(name, () => {
    const [holding] = holdingsOf([{ from: 'a', to: 'b', statedBy: 'a case', ...link }], reference);
    const share = holding?.share ? `${String(holding.share.least)}-${String(holding.share.most)}` : '?';
    const written = holding && `${holding.holder} ${share} ${holding.company}${holding.controls ? ' control' : ''}`;
    assert.equal(written, expected);
  });
