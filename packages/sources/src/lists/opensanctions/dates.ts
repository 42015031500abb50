// The text of a date in, whether it is one out: asked for each date of millions of records.

const form = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and in the Gregorian calendar. */
export function isDate(text: string): boolean {
  const parts = form.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  const monthNumber = Number(month ?? 1);
  return (
    1 <= monthNumber &&
    monthNumber <= 12 &&
    1 <= Number(day ?? 1) &&
    Number(day ?? 1) <= daysIn(Number(year), monthNumber)
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
