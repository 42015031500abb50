// The names of files in, the newest day that stands in one of them out: publishers date their files so.

/** Days after `today` are none of a publication. */
export function dayInNames(names: readonly string[], today: string): string | undefined {
  const days = names.flatMap((name) =>
    [...name.matchAll(/(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)/g)].map(
      ([, year = '', month = '', day = '']) => `${year}-${month}-${day}`,
    ),
  );
  return days
    .filter((day) => day <= today && !Number.isNaN(Date.parse(day)))
    .toSorted()
    .at(-1);
}
