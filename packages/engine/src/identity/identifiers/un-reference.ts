// A text in, whether it is a permanent reference number of the United Nations' Security Council out.

/** `QDi.001`, `KPe.056`: two letters of the committee, i for individuals or e for bodies, a number (its consolidated list). */
export function isUnReference(text: string): boolean {
  return /^[A-Z]{2}[ie]\.\d{3}$/.test(text);
}
