// Nothing in; ten notices of men of one name and an order of another man of that name out. All of them are invented.
import { noticeRow } from '@sekisho/server/flows/testing/played-folder.ts';
import type { PlayedFolder } from '@sekisho/server/flows/testing/played-folder.ts';

/** Imports the notices: each has another day of birth than the man who orders. */
export async function importTenNotices(folder: PlayedFolder): Promise<void> {
  const rows = Array.from({ length: 10 }, (_, place) =>
    noticeRow(`N-${String(place + 1).padStart(3, '0')}`, {
      han: '陈国强',
      kanji: '陳国強',
      latin: 'CHEN Guoqiang',
      born: `19${String(50 + place)}-03-0${String((place % 9) + 1)}`,
    }),
  );
  await folder.importNotices(rows, '2016-11-14');
}

/** A man who orders a machine for himself. */
export const orderOfNamesake = {
  id: 'H-2016-0301',
  policy: 'hosting',
  receivedOn: '2016-11-14',
  product: { id: 'vps-small', name: 'Virtual server, small', quantity: 1 },
  parties: [
    {
      id: 'buyer',
      roles: ['buyer', 'contact', 'end-user'],
      schema: 'Person',
      names: [{ text: '陳国強' }, { text: 'チン コッキョウ', kind: 'reading', language: 'ja' }],
      birthDate: '1989-07-21',
      addresses: [{ full: '神奈川県川崎市中原区小杉町9-99-9', country: 'jp', use: 'home' }],
      emails: ['k.chin@chin-koumuten.example'],
      phones: ['044-900-0301'],
      country: 'jp',
    },
  ],
  answers: [
    { question: 'instructed-by', answer: 'nobody' },
    { question: 'end-use', answer: 'The pages of a carpenter’s workshop.' },
    { question: 'resale', answer: 'no' },
  ],
  delivery: { method: 'provisioning', country: 'jp' },
};
