// A seed and a number of companies in, a register of one's own with telephone numbers and web sites out, with its mapping.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { below, randomOf } from '../search/random.ts';
import type { ReachedCompany } from './questions.ts';

export const OWN_SOURCE = 'own-register-bench';

const MAPPING = `id: ${OWN_SOURCE}
title: A made register with telephone numbers
publisher: The bench
territory: jp
page: https://register.example/
numbers: registration-number
country: jp
columns:
  number: number
  name: name
  phone: phone
  site: website
`;

/** Of five companies one shares its telephone number and web site with others. */
export function writeOwnRegister(
  seed: number,
  companies: number,
  folder: string,
  sampleSize: number,
): { readonly file: string; readonly mapping: string; readonly sample: readonly ReachedCompany[] } {
  const [file, mapping] = [path.join(folder, 'own.csv'), path.join(folder, 'own.yml')];
  const lines = ['number,name,phone,site'];
  const sample: ReachedCompany[] = [];
  const every = Math.max(1, Math.floor(companies / sampleSize));
  for (let place = 0; place < companies; place++) {
    const random = randomOf(seed, 13, place);
    const number = String(10_000_000 + place);
    const reach = random() < 0.2 ? below(Math.ceil(companies / 50), random) : companies + place;
    const digits = String(30_000_000 + reach).padStart(8, '0');
    const [phone, domain] = [`03-${digits.slice(0, 4)}-${digits.slice(4)}`, `company${String(reach)}.example`];
    lines.push(`${number},Company ${String(place)} Ltd.,${phone},https://www.${domain}/`);
    if (place % every === 0) sample.push({ number, phone, domain });
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
  writeFileSync(mapping, MAPPING);
  return { file, mapping, sample };
}
