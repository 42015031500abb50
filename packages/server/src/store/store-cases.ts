// A kind of store in, its cases out: the same for every kind.
import { accountCases } from './testing/account-cases.ts';
import { chainCases } from './testing/chain-cases.ts';
import { erasureCases } from './testing/erasure-cases.ts';
import { folderCases } from './testing/folder-cases.ts';
import { nounCases } from './testing/noun-cases.ts';
import { orderCases } from './testing/order-cases.ts';
import { queueCases } from './testing/queue-cases.ts';
import type { KindOfStore } from './testing/store-case.ts';
import { writingCases } from './testing/writing-cases.ts';

export function storeCases(of: KindOfStore): void {
  folderCases(of);
  nounCases(of);
  orderCases(of);
  chainCases(of);
  accountCases(of);
  erasureCases(of);
  queueCases(of);
  writingCases(of);
}
