// A seed and a number in, a record of a FollowTheMoney file out, as OpenSanctions writes them: the same for the same number.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import { madeEntity, type World } from '../search/entities.ts';
import { below, oneOf, randomOf, type Random } from '../search/random.ts';

/** Records come in groups about one target: itself, its address, listing, document, and its relation to an earlier one. */
const GROUP = 7;
/** Entities of which names are taken; making one takes longer than reading it. */
const POOL = 20_000;

const SOURCES = [
  'eu_fsf',
  'gb_hmt_sanctions',
  'us_ofac_sdn',
  'un_sc_sanctions',
  'ua_nsdc_sanctions',
  'ch_seco_sanctions',
];
const TOPICS = ['sanction', 'role.pep', 'export.control', 'crime.terror', 'debarment', 'role.rca'];
const SCHEMATA = { Person: 'Person', Vessel: 'Vessel', Company: 'Company' } as const;

export class MadeRecords {
  readonly #pool: readonly Entity[];
  readonly #seed: number;

  constructor(world: World) {
    this.#seed = world.seed;
    this.#pool = Array.from({ length: POOL }, (_, number) => madeEntity(world, 'listed', number).entity);
  }

  /** One line, without its end. */
  lineOf(number: number): string {
    const [group, place] = [Math.floor(number / GROUP), number % GROUP];
    const random = randomOf(this.#seed, 7, number);
    const target = targetId(this.#seed, group);
    const record = [
      () => this.#target(group, target),
      () => address(group, target, random),
      () => listing(group, target, random),
      () => listing(group + 0.5, target, random),
      () => passport(group, target, random),
      () => this.#relation(group, target, random),
      () => this.#neighbour(group, random),
    ][place]?.();
    return JSON.stringify(record);
  }

  #named(group: number): Entity {
    return this.#pool[(group * 7919) % POOL] ?? oneOf(this.#pool, randomOf(this.#seed));
  }

  #target(group: number, id: string): object {
    const random = randomOf(this.#seed, 8, group);
    const { names, schema, countries, birthDates } = this.#named(group);
    const others = Array.from(
      { length: 3 + below(22, random) },
      (_, at) => this.#named(group * 31 + at).names[0]?.text ?? '',
    );
    const written = schema === 'Person' || schema === 'Vessel' ? SCHEMATA[schema] : SCHEMATA.Company;
    return {
      id,
      caption: names[0]?.text,
      schema: written,
      properties: {
        name: names.map(({ text }) => text),
        alias: others,
        country: countries,
        topics: [oneOf(TOPICS, random)],
        addressEntity: [`addr-${id}`],
        createdAt: [dayOf(random)],
        modifiedAt: [dayOf(random)],
        sourceUrl: [`https://list.example/entries/${id}`],
        notes: [sentences(1 + below(5, random), random)],
        ...(written === 'Person' && {
          birthDate: birthDates.map(({ text }) => text),
          gender: [oneOf(['male', 'female'], random)],
          position: ['Member of the board', 'Deputy head of department'],
        }),
        ...(written === 'Company' && { registrationNumber: [digits(10, random)], innCode: [digits(10, random)] }),
        ...(written === 'Vessel' && { imoNumber: [digits(7, random)], flag: countries }),
      },
      datasets: [oneOf(SOURCES, random), oneOf(SOURCES, random)],
      referents: Array.from({ length: 1 + below(8, random) }, () => `${oneOf(SOURCES, random)}-${digits(6, random)}`),
      ...seen(true),
    };
  }

  #neighbour(group: number, random: Random): object {
    const { names } = this.#named(group * 17 + 5);
    return {
      id: `NK-n${group}`,
      caption: names[0]?.text,
      schema: 'Person',
      properties: { name: names.map(({ text }) => text), country: ['ru'] },
      datasets: [oneOf(SOURCES, random)],
      referents: [],
      ...seen(false),
    };
  }

  #relation(group: number, target: string, random: Random): object {
    const other = group === 0 ? 'NK-n0' : targetId(this.#seed, below(group, random));
    const properties = { startDate: [dayOf(random)], role: ['shareholder'] };
    return {
      id: `rel-${group}`,
      caption: 'Ownership',
      schema: 'Ownership',
      properties: {
        owner: [`NK-n${group}`, other],
        asset: [target],
        percentage: [String(below(100, random))],
        ...properties,
      },
      datasets: [oneOf(SOURCES, random)],
      referents: [],
      ...seen(false),
    };
  }
}

function targetId(seed: number, group: number): string {
  return `NK-${below(2 ** 30, randomOf(seed, 9, group)).toString(36)}${group.toString(36)}`;
}

function address(group: number, target: string, random: Random): object {
  const [street, city] = [
    `${1 + below(200, random)} Harbour Road`,
    oneOf(['Minsk', 'Вологда', 'دمشق', 'Limassol', '大阪市'], random),
  ];
  return {
    id: `addr-${target}`,
    caption: `${street}, ${city}`,
    schema: 'Address',
    properties: { full: [`${street}, ${digits(6, random)} ${city}`], street: [street], city: [city], country: ['by'] },
    datasets: [oneOf(SOURCES, random)],
    referents: [`addr-${group}`],
    ...seen(false),
  };
}

function listing(number: number, target: string, random: Random): object {
  return {
    id: `san-${number}`,
    caption: 'Council Regulation',
    schema: 'Sanction',
    properties: {
      entity: [target],
      authority: ['Council of the European Union'],
      country: ['eu'],
      program: ['EU-UKR', 'EU-BLR'],
      programId: [`EU-${digits(3, random)}`],
      listingDate: [dayOf(random)],
      reason: [sentences(2 + below(6, random), random)],
      sourceUrl: [`https://list.example/regulations/${digits(6, random)}`],
    },
    datasets: [oneOf(SOURCES, random)],
    referents: [],
    ...seen(false),
  };
}

function passport(number: number, target: string, random: Random): object {
  return {
    id: `pass-${number}`,
    caption: 'Passport',
    schema: 'Passport',
    properties: { holder: [target], number: [digits(9, random)], country: ['ru'], type: ['Passport'] },
    datasets: [oneOf(SOURCES, random)],
    referents: [],
    ...seen(false),
  };
}

/** The statements of reasons of the EU and the United Kingdom go over several sentences. */
const STATEMENTS = [
  'Is responsible for, supports and implements policies which undermine what the Regulation protects.',
  'Holds a leading post in a sector of the economy that provides a substantial source of revenue.',
  'Has been associated with persons listed before, and acted on their behalf in transactions of which part was not declared.',
  'Owns or controls bodies that supply engines, electronic components and services to a designated end user.',
  'Took part in decisions of the board after the date of listing, and was present when they were signed.',
];

function sentences(count: number, random: Random): string {
  return Array.from({ length: count }, () => `${oneOf(STATEMENTS, random)} (${dayOf(random)})`).join(' ');
}

function seen(target: boolean): object {
  return {
    first_seen: '2023-04-20T18:00:25',
    last_seen: '2026-06-01T10:57:03',
    last_change: '2025-07-26T20:01:14',
    target,
  };
}

function dayOf(random: Random): string {
  return new Date(Date.UTC(2000, 0, 1 + below(9000, random))).toISOString().slice(0, 10);
}

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => below(10, random)).join('');
}
