// A word in Latin letters in, the same with one letter for each sound out, so that edits are counted in sounds.

/**
 * Digraphs become single letters (`data/names/letter-costs.tsv` names them), doubled letters one, long vowels short; a
 * silent h goes: Muhammad muhamad, Khrushchev xru$cev, Youssef yusef, Schmidt $mit… Empty for an empty word.
 */
export function letterSkeleton(latin: string): string {
  return latin
    .replace(/x/g, 'ks')
    .replace(/tsch|tch/g, 'C')
    .replace(/shch|sch|sh/g, (group) => (group === 'shch' ? '$C' : '$'))
    .replace(/ch/g, 'C')
    .replace(/kh/g, 'X')
    .replace(/th/g, '0')
    .replace(/dh/g, '6')
    .replace(/gh/g, '9')
    .replace(/zh/g, '3')
    .replace(/ph/g, 'f')
    .replace(/t[sz]/g, '7')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c/g, 'k')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'C')
    .replace(/ou|oo/g, 'u')
    .replace(/oe/g, '8')
    .replace(/ee|iy|yi|ij/g, 'i')
    .replace(/(?<=[aeiou])h(?![aeiouy])/g, '')
    .replaceAll("'", '')
    .replace(/(.)\1+/gs, '$1')
    .replace(/C/g, 'c')
    .replace(/X/g, 'x');
}
