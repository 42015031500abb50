// Korean in any romanisation in, one key out.

/**
 * What the romanisations of South and North, of passports and of newspapers have in common: Geun-hye = Kun-hye,
 * Jeong-eun = Jong Un, Young = Yeong = Yong. Loose: it is only used where a name can be Korean.
 */
export function koreanKey(latin: string): string {
  return latin
    .replace(/[^a-z]+/g, '')
    .replace(/h(?![aeiouwy])/g, '')
    .replace(/ng/g, 'N')
    .replace(/tch|ch|jj|j|z/g, 'C')
    .replace(/x/g, 'KS')
    .replace(/kk|gg|ck|k|g|q|c/g, 'K')
    .replace(/tt|dd|t|d/g, 'T')
    .replace(/pp|bb|p|b|f|v/g, 'P')
    .replace(/sh|ss|s/g, 'S')
    .replace(/rr|ll|r|l/g, 'R')
    .replace(/oe|oi|oy|wae|weh|we/g, 'W')
    .replace(/weo|wo|wu/g, 'V')
    .replace(/y(?:eo|oo|ou|o|u)/g, 'Y')
    .replace(/eui|ui|ee|i|y$/g, 'I')
    .replace(/aeo|eo|oo|ou|eu|au|u|o/g, 'O')
    .replace(/ae|ai|ay|e/g, 'E');
}

/** The same word after the law of initials: Rim = Im, Ri = I, Ro = No; North keeps what South drops. */
export function withoutInitial(key: string): string | undefined {
  if (/^[Rn](?=[IYy])/.test(key)) return key.slice(1);
  return key.startsWith('R') ? `n${key.slice(1)}` : undefined;
}
