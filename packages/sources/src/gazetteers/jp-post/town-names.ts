// The town column of Japan Post's files and its kana in, the towns it names out, each with the part that is meant.

/** One town of a row; without `town` it is the municipality as a whole. */
export interface PostalTown {
  readonly kind: 'place' | 'building';
  readonly town?: string;
  readonly part?: string;
  readonly kana?: string;
}

/**
 * 芝（１～３丁目） is a part of 芝, 大手町ＪＡビル（５階） a storey of a building; 穴明２２地割、穴明２３地割 names parts of one
 * town. 以下に掲載がない場合, …の次に番地がくる場合 and …一円 stand for the municipality; 一円 alone is a town of 多賀町.
 * Source: https://www.post.japanpost.jp/zipcode/dl/readme.html
 *
 * @param kana full-width katakana, with brackets of ASCII.
 */
export function postalTowns(text: string, kana: string): readonly PostalTown[] {
  if (/^以下に掲載がない場合$|の次に.*番地がくる場合$|.一円$/.test(text)) return [{ kind: 'place', part: text }];
  const [, name = text, part] = /^([^（]*)（(.*)）$/su.exec(text) ?? [];
  const [sound = ''] = /^[^(]*/u.exec(kana) ?? [];
  const named = name.split('、');
  const sounds = sound.split(/[、､]/u);
  const kind = part !== undefined && /階/u.test(part) ? 'building' : 'place';
  return named.map((each, index) => {
    const { town, rest } = withoutLots(each);
    const own = sounds.length === named.length ? withoutLotKana(sounds[index] ?? '') : '';
    const parts = [rest, part].filter((word) => word !== undefined && word !== '').join('、');
    return {
      kind,
      town,
      ...(parts !== '' && { part: parts }),
      ...(own !== '' && { kana: own }),
    };
  });
}

/** 越中畑６４地割～越中畑６６地割 and 種市第１５地割～第２１地割 are lots of 越中畑 and 種市. */
function withoutLots(name: string): { readonly town: string; readonly rest?: string } {
  const at = name.search(/第?[０-９\d]+地割/u);
  return at < 1 ? { town: name } : { town: name.slice(0, at), rest: name.slice(at) };
}

function withoutLotKana(kana: string): string {
  const at = kana.search(/(?:ダイ)?\d+(?:チワリ|ジワリ)/u);
  return at < 1 ? kana : kana.slice(0, at);
}
