// An application in, the party that buys out; an application that was kept has exactly one.
import type { Application, Party } from '@sekisho/engine/model/application.ts';

export function buyerIn({ parties }: Application): Party | undefined {
  return parties.find(({ roles }) => roles.includes('buyer'));
}
