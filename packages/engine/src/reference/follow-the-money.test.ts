import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkKinds } from '../model/entity.ts';
import { Problem } from '../model/problem.ts';
import { nameFeatures } from './name-features.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildFollowTheMoney } from './follow-the-money.ts';
import { buildReference } from './reference.ts';

const vocabulary = buildFollowTheMoney(referenceFiles);

test('a schema has the properties of all that it extends, under the schema that declares them', () => {
  const company = vocabulary.schemata.get('Company');
  assert.deepEqual([...(company?.ancestors ?? [])], ['Company', 'Organization', 'LegalEntity', 'Thing']);
  assert.equal(company?.properties.get('leiCode')?.schema, 'LegalEntity');
  assert.equal(company.properties.has('birthDate'), false);
});

test('each link leads from both ends to a record that can be there', () => {
  for (const kind of linkKinds) {
    const { schema, from, back } = vocabulary.links[kind];
    const properties = [...vocabulary.schemata.values()].flatMap((each) => [...each.properties.values()]);
    for (const name of [from, back])
      assert.ok(
        properties.some((property) => property.name === name && property.range === schema),
        `${kind}: ${name}`,
      );
  }
});

test('each part that a score can have is a feature that clients are told of', () => {
  const { features } = buildReference(referenceFiles).yenteNames;
  const beside = ['rarity', 'homophone', 'other-reading', 'weak-alias', 'birth-date', 'gender', 'country'];
  const parts = [...nameFeatures.map(({ factor }) => factor), ...beside, 'identifier', 'address', 'schema'];
  for (const part of parts.filter((factor) => factor !== '')) assert.ok(Object.hasOwn(features, part), part);
});

test('a file that lacks a link is refused', () => {
  const text = (referenceFiles.get('follow-the-money.yml') ?? '').replace('  owner-of:', '  owner-from:');
  assert.throws(
    () => buildFollowTheMoney(new Map([...referenceFiles, ['follow-the-money.yml', text]])),
    (error) => error instanceof Problem && error.code === 'reference.invalid',
  );
});
