// What a form shows while it is filled in: whether a number is one and whose, how a name is read; companies of the registers.
import Type from 'typebox';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import { checkNumber, lookUpCompany } from '../../flows/look-up-company.ts';
import { lookUpPlace, type Place } from '../../flows/look-up-place.ts';
import { readName } from '../../flows/read-name.ts';
import type { Served, Server } from '../serving.ts';
import { closed, text, word } from './shapes.ts';

const NumberShape = Type.Object({ value: text(200), type: Type.Optional(word(identifierTypes)) }, closed);
const NameShape = Type.Object({ name: text(1000), schema: Type.Optional(word(schemata)) }, closed);
const CompanyShape = Type.Object(
  {
    text: text(1000),
    register: Type.Optional(Type.Array(text(100), { maxItems: 50 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);

const PlaceShape = Type.Object(
  {
    address: Type.Optional(text(1000)),
    country: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
    phone: Type.Optional(text(100)),
    domain: Type.Optional(text(300)),
    register: Type.Optional(Type.Array(text(100), { maxItems: 50 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);

/** Of the score of a spelling: what `register lookup` shows. */
const MIN_SPELLING = 0.7;
const USUAL_COMPANIES = 10;

export function checkRoutes(server: Server, _served: Served): void {
  const tags = ['checks'];
  server.get(
    '/checks/number',
    { schema: { tags, summary: 'What a number can be, and which register has it', querystring: NumberShape } },
    async ({ query, acting }) => ({ items: await checkNumber(query.value, query.type, acting) }),
  );
  server.get(
    '/checks/name',
    { schema: { tags, summary: 'How a name is read: words, script, readings', querystring: NameShape } },
    ({ query, acting }) => readName(query.name, query.schema ?? 'LegalEntity', acting),
  );
  server.get(
    '/companies',
    { schema: { tags, summary: 'Companies of the registers by number or name', querystring: CompanyShape } },
    async ({ query, acting }) => {
      const { text: sought, register: registers = [], limit = USUAL_COMPANIES } = query;
      return { registers: await lookUpCompany(sought, { registers, limit, minScore: MIN_SPELLING }, acting) };
    },
  );
  server.get(
    '/companies/at',
    {
      schema: {
        tags,
        summary: 'Companies of the registers at an address, under a telephone number or a domain; one of the three',
        querystring: PlaceShape,
      },
    },
    async ({ query, acting }) => {
      const { register: registers = [], limit = USUAL_COMPANIES, country, address, phone, domain } = query;
      const places: readonly Place[] = [
        ...(address === undefined ? [] : [{ address, ...(country !== undefined && { country }) }]),
        ...(phone === undefined ? [] : [{ phone }]),
        ...(domain === undefined ? [] : [{ domain }]),
      ];
      const [place, second] = places;
      if (!place || second)
        throw new Problem('request.invalid', {
          place: 'querystring',
          reason: 'names one of address, phone and domain',
        });
      return { registers: await lookUpPlace(place, { registers, limit }, acting) };
    },
  );
}
