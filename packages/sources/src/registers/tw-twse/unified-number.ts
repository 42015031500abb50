// A text in, whether it is a unified number (統一編號) of Taiwan by its form and check digit out.

const WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1];

/**
 * Eight digits; the digits of their products with the weights sum up to a multiple of 5 (of 10 for numbers given before
 * April 2023, which is one of 5 as well). A 7 in the seventh place may count as 1 or 0: 28 is 2 + 8 = 10. 00000000 is none.
 * Source: Ministry of Finance of Taiwan, 統一編號檢查碼邏輯修正說明.
 */
export function isUnifiedNumber(text: string): boolean {
  if (!/^\d{8}$/.test(text) || text === '00000000') return false;
  const products = WEIGHTS.map((weight, index) => weight * Number(text[index]));
  const sum = products.reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return sum % 5 === 0 || (text[6] === '7' && (sum + 1) % 5 === 0);
}
