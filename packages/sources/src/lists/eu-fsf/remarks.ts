// Any element of an EU entry in, its remarks and the publisher's pairs of key and value out.
import type { StrictElement } from '../../readers/strict-element.ts';

/**
 * The texts, which are also put into `remarks`, behind the label where there is one.
 */
export function takeRemarks(
  element: StrictElement,
  label: string | undefined,
  { remarks }: { readonly remarks: string[] },
): string[] {
  const texts = [
    ...element.takeTexts('remark'),
    ...element.takeAll('additionalInformation').map((pair) => {
      const [key, value] = [pair.takeAttribute('key'), pair.takeAttribute('value')];
      return `${key ?? ''}: ${value ?? ''}`;
    }),
  ];
  remarks.push(...texts.map((text) => (label === undefined ? text : `${label}: ${text}`)));
  return texts;
}
