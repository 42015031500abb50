// A result of the JSON of the Consolidated Screening List in, its entry out, checked.
import Type, { type Static, type TSchema } from 'typebox';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import { addressLine, enumerated, usOf, type CslAddress, type CslEntry } from './entry.ts';

const closed = { additionalProperties: false };
const text = Type.String({ maxLength: 50_000 });
const optional = <T extends TSchema>(shape: T) => Type.Optional(Type.Union([shape, Type.Null()]));
const texts = optional(Type.Array(text));

const ResultShape = Type.Object(
  {
    id: optional(text),
    source: Type.String({ minLength: 1 }),
    entity_number: optional(Type.Union([text, Type.Integer()])),
    type: optional(text),
    programs: texts,
    name: Type.String({ minLength: 1, maxLength: 50_000 }),
    title: optional(text),
    addresses: optional(
      Type.Array(
        Type.Object(
          {
            address: optional(text),
            city: optional(text),
            state: optional(text),
            postal_code: optional(text),
            country: optional(text),
          },
          closed,
        ),
      ),
    ),
    federal_register_notice: optional(text),
    start_date: optional(text),
    end_date: optional(text),
    standard_order: optional(text),
    license_requirement: optional(text),
    license_policy: optional(text),
    call_sign: optional(text),
    vessel_type: optional(text),
    gross_tonnage: optional(text),
    gross_registered_tonnage: optional(text),
    vessel_flag: optional(text),
    vessel_owner: optional(text),
    remarks: optional(text),
    source_list_url: optional(text),
    alt_names: texts,
    citizenships: texts,
    dates_of_birth: texts,
    nationalities: texts,
    places_of_birth: texts,
    source_information_url: optional(text),
    country: optional(text),
    ids: optional(
      Type.Array(
        Type.Object(
          {
            type: optional(text),
            number: optional(text),
            country: optional(text),
            issue_date: optional(text),
            expiration_date: optional(text),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);

/** @throws Problem `list.unexpected-shape` with the place of the first field that is not known or of another kind. */
export function entryOfResult(value: unknown, where: FieldOfList): CslEntry {
  const result: Static<typeof ResultShape> = parseShape(ResultShape, value, 'list.unexpected-shape', where);
  const addresses = (result.addresses ?? []).flatMap((address) =>
    separated({
      street: said(address.address),
      city: said(address.city),
      state: said(address.state),
      postalCode: said(address.postal_code),
      country: said(address.country),
    }),
  );
  const country = said(result.country);
  return {
    where,
    source: result.source.trim(),
    entityNumber: said(result.entity_number?.toString()),
    type: said(result.type),
    programmes: listed(result.programs),
    name: result.name.trim(),
    title: said(result.title),
    addresses: country === undefined ? addresses : [...addresses, { country }],
    federalRegisterNotice: said(result.federal_register_notice),
    startDate: said(result.start_date),
    endDate: said(result.end_date),
    standardOrder: said(result.standard_order),
    licenceRequirement: said(result.license_requirement),
    licencePolicy: said(result.license_policy),
    callSign: said(result.call_sign),
    vesselType: said(result.vessel_type),
    grossTonnage: said(result.gross_tonnage),
    grossRegisteredTonnage: said(result.gross_registered_tonnage),
    vesselFlag: said(result.vessel_flag),
    vesselOwner: said(result.vessel_owner),
    remarks: said(result.remarks),
    sourceListUrl: said(result.source_list_url),
    sourceInformationUrl: said(result.source_information_url),
    alternativeNames: listed(result.alt_names),
    citizenships: listed(result.citizenships),
    birthDates: listed(result.dates_of_birth),
    nationalities: listed(result.nationalities),
    birthPlaces: listed(result.places_of_birth),
    documents: (result.ids ?? []).map((id) => ({
      label: said(id.type) ?? 'Document',
      value: said(id.number) ?? '',
      country: said(id.country),
      issued: said(id.issue_date),
      expires: said(id.expiration_date),
    })),
  };
}

/** Several addresses in one field, `1 Road, Town; and 2 Street, Town`, are as many lines; the last has the country. */
function separated(address: CslAddress): CslAddress[] {
  const pieces = enumerated(addressLine(address));
  const { state, postalCode, country = usOf(state, postalCode) } = address;
  if (pieces.length < 2) return [{ ...address, line: pieces[0], country }];
  return pieces.map((line, index) => (index === pieces.length - 1 ? { line, country } : { line }));
}

function said(value: string | null | undefined): string | undefined {
  const plain = value?.trim();
  return plain === '' ? undefined : plain;
}

function listed(values: readonly string[] | null | undefined): string[] {
  return (values ?? []).flatMap((value) => said(value) ?? []);
}
