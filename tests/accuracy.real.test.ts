// Public sets of labelled names, where the environment names a folder of them: no figure falls below its floor.
import assert from 'node:assert/strict';
import test from 'node:test';
import { evaluateSet } from '../scripts/eval/evaluate.ts';
import { belowFloors } from '../scripts/eval/floors.ts';
import { tiersFall } from '../scripts/eval/set-figures.ts';
import { evalSets, setsFolder } from '../scripts/eval/sets.ts';

const folder = setsFolder();
for (const set of evalSets)
  test(set.id, { skip: folder === undefined }, (context) => {
    const { figures } = evaluateSet(set, folder ?? '');
    context.diagnostic(
      `recall at 1 % false positives ${figures.recallAtRate?.toFixed(3) ?? 'unknown'}, F1 ${figures.at.f1?.toFixed(3) ?? 'unknown'}`,
    );
    assert.deepEqual(belowFloors([figures]), []);
    assert.ok(tiersFall(figures.byTier), JSON.stringify(figures.byTier));
  });
