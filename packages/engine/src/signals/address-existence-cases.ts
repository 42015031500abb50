// For tests: what AD-5 is to make of what gazetteers said of the buyer's addresses.
import type { AddressCheck } from '../model/gazetteer.ts';
import type { SignalCase } from './signal-cases.ts';

const agreed: AddressCheck = {
  party: 'buyer',
  address: '東京都千代田区霞が関9-9-9',
  postalCode: '1000013',
  prefecture: '東京都',
  municipality: '千代田区',
  town: '霞が関',
  postal: 'AGREES',
  postalPlaces: [],
  municipalityFound: 'FOUND',
  townFound: 'FOUND',
  sources: [{ source: 'jp-post', editionId: 'e-post' }],
};

const seen = (
  name: string,
  expected: SignalCase['expected'],
  ...changes: readonly Partial<AddressCheck>[]
): SignalCase => ({
  id: 'AD-5',
  name,
  expected,
  changes: { addressChecks: changes.map((change) => ({ ...agreed, ...change })) },
});

export const addressExistenceCases: readonly SignalCase[] = [
  seen('code and place agree', 'CLEAR', {}),
  seen('no code given', 'CLEAR', { postal: 'NOT_CLAIMED' }),
  seen('nobody has the code', 'RAISED H', { postal: 'NO_SUCH_CODE' }),
  seen('code of another prefecture', 'RAISED H', {
    postal: 'OTHER_PREFECTURE',
    postalPlaces: ['大阪府大阪市北区梅田'],
  }),
  seen('code of another municipality', 'RAISED H', { postal: 'OTHER_MUNICIPALITY' }),
  seen('no such municipality', 'RAISED H', { municipalityFound: 'NOT_FOUND' }),
  seen('no such town', 'RAISED M', { townFound: 'NOT_FOUND' }),
  seen('code of another town', 'RAISED L', { postal: 'OTHER_TOWN' }),
  seen('the gravest of two addresses', 'RAISED H', { postal: 'OTHER_TOWN' }, { postal: 'NO_SUCH_CODE' }),
  seen('one of two addresses not checkable', 'UNKNOWN', {}, { postal: 'NOT_CHECKABLE' }),
  seen('town not read', 'UNKNOWN', { townFound: 'NOT_CHECKABLE' }),
  seen('no gazetteer', 'UNKNOWN', {
    postal: 'NOT_CHECKABLE',
    municipalityFound: 'NOT_CHECKABLE',
    townFound: 'NOT_CHECKABLE',
    sources: [],
  }),
  { id: 'AD-5', name: 'no address in Japan', changes: {}, expected: 'UNKNOWN' },
];
