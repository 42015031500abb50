// What every endpoint for clients of yente works with: the lists in use under their names, and parties as FollowTheMoney entities.
import type { MergedEntity } from '@sekisho/engine/model/merge.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import { isFtmSource, originOf, ListsWatch, type ListedParty, type ListsInUse } from '../../flows/listed-parties.ts';
import type { Parts } from '../../flows/parts.ts';
import type { Refusal } from '../parameters.ts';
import { isProgram, ProgramViews } from '../../flows/program-views.ts';
import { DataSets } from './data-sets.ts';
import { ftmEntity, type FtmEntity, type FtmTerms } from './ftm-entity.ts';

export interface YenteSettings {
  /** What `POST /updatez?token=` must say; without it the endpoint refuses everybody. */
  readonly updateToken?: string;
  /** Serves `/healthz` and `/readyz` too: below a prefix, where nobody else does. */
  readonly servesHealth: boolean;
  /** A sentence for the key of a message (`problem.name.too-long`) and its facts. */
  readonly say: (key: string, facts: Problem['facts']) => string;
}

/** Somebody's questions: what they may ask is asked by the flows. */
export interface AskedService {
  readonly parts: Parts;
  readonly settings: YenteSettings;
  /** The day it is. */
  readonly today: string;
  /** What is told of a problem. */
  readonly sentence: (problem: Problem) => string;
  /** Whether topics of crimes are left out: of an answer to a person. A program is told what publishers say, and that it was is sealed. */
  readonly withholds: boolean;
  /** @throws Problem as `ListsWatch.now` does. */
  readonly served: () => Promise<ListsServed>;
  /** Called before an answer goes out. */
  readonly noteShown: () => Promise<void>;
}

/** One state of the lists, and the entities that its parties were turned into. */
export interface ListsServed {
  readonly lists: ListsInUse;
  readonly dataSets: DataSets;
  readonly terms: FtmTerms;
  /** Made once for each party; as whoever asks is shown it. */
  readonly entityOf: (party: ListedParty) => FtmEntity;
  /** The same of an answer that tells no topic. */
  readonly namedOf: (party: ListedParty) => Pick<FtmEntity, 'id' | 'caption' | 'schema'>;
}

export class YenteService {
  readonly parts: Parts;
  readonly settings: YenteSettings;
  readonly #watch: ListsWatch;
  readonly #programViews: ProgramViews;
  #served: ListsServed | undefined;

  constructor(parts: Parts, settings: YenteSettings) {
    this.parts = parts;
    this.settings = settings;
    this.#watch = new ListsWatch(parts);
    this.#programViews = new ProgramViews(parts);
  }

  /** @param asking whom the questions are of. */
  askedBy({ actor }: Pick<Parts, 'actor'>): AskedService {
    const withholds = !isProgram(actor);
    const shown = new Set<ListedParty>();
    return {
      withholds,
      parts: this.parts,
      settings: this.settings,
      today: this.parts.clock().slice(0, 10),
      sentence: (problem) => this.sentence(problem),
      served: async () => {
        const served = await this.#servedTo({ actor });
        if (withholds) return { ...served, entityOf: (party) => this.#plainOf(served.entityOf(party)) };
        return {
          ...served,
          entityOf: (party) => {
            shown.add(party);
            return served.entityOf(party);
          },
        };
      },
      noteShown: async () => {
        const entities = [...shown].flatMap(({ entries }) => entries.map(({ entity }) => entity));
        await this.#programViews.note(actor, entities);
      },
    };
  }

  async #servedTo(asking: Pick<Parts, 'actor'>): Promise<ListsServed> {
    const lists = await this.#watch.now(asking);
    if (this.#served?.lists === lists) return this.#served;
    const { followTheMoney: vocabulary, yenteNames } = this.parts.reference;
    const dataSets = new DataSets(lists.editions, yenteNames, isFtmSource);
    const days = new Map(lists.editions.map(({ edition, confirmedCurrentOn }) => [edition.id, confirmedCurrentOn]));
    const terms: FtmTerms = {
      vocabulary,
      nameOf: (source) => dataSets.nameOf(source),
      originOf,
      lastSeenOn: (editionId) => days.get(editionId),
    };
    const made = new WeakMap<MergedEntity, FtmEntity>();
    const entityOf = (party: ListedParty) => {
      let entity = made.get(party);
      if (!entity) made.set(party, (entity = ftmEntity(party, terms)));
      return entity;
    };
    this.#served = { lists, dataSets, terms, entityOf, namedOf: entityOf };
    return this.#served;
  }

  #plainOf(entity: FtmEntity): FtmEntity {
    const { topics = [], ...properties } = entity.properties;
    const { protectedTopics } = this.parts.reference;
    const told = topics.filter((topic) => !(typeof topic === 'string' && protectedTopics.has(topic)));
    return { ...entity, properties: { ...properties, ...(0 < told.length && { topics: told }) } };
  }

  /** What is told of a problem. */
  sentence({ code, facts }: Problem): string {
    return this.settings.say(`problem.${code}`, facts);
  }
}

/** A person asks who is on a list for a crime. */
export const onlyForPrograms: Refusal = {
  status: 403,
  detail:
    'Topics of crimes are told to keys of programs (duty service); people ask /v1/screenings with viewFor, a reason.',
};

/** The words of the contract, by which clients know it. */
export const noSuchDataset: Refusal = { status: 404, detail: 'No such dataset.' };

export const changedSinceForm = /^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?$/;
