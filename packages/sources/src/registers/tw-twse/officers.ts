// What Taiwan's table writes in the column of an officer in, the names in it out, each with the office it is named for.

export interface Officer {
  readonly name: string;
  /** 董事長, 總經理; with 代表人 for whoever sits there for a company. */
  readonly office: string;
}

/** Words beside a name that say how somebody holds the office, and are no part of the name. */
const marks = ['總執行長暨總裁', '執行長', '總裁', '暫代', '代理', '代', '兼任'].join('|');
const betweenNames = /[、,，/]/;
const markBefore = new RegExp(`^(?:[(（]\\s*(?:${marks})\\s*[)）]|(?:${marks})[:：])\\s*`);
const markBehind = new RegExp(`\\s*[(（]\\s*(?:${marks})\\s*[)）]$`);
/** `見本投資股份有限公司(代表人見本甲)`, `見本投資股份有限公司-代表人見本甲`. */
const forBody = /^(.+(?:公司|基金會))[\s\-(（]*代表人[:：]?\s*(.+?)[)）]?$/;

export function officersIn(text: string, office: string): readonly Officer[] {
  return text.split(betweenNames).flatMap((part) => {
    const name = part.trim().replace(markBefore, '').replace(markBehind, '');
    const [, body, representative] = forBody.exec(name) ?? [];
    if (body !== undefined && representative !== undefined)
      return [
        { name: body, office },
        { name: representative, office: `${office}代表人` },
      ];
    return name === '' ? [] : [{ name, office }];
  });
}
