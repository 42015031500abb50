// Nothing in; what is chosen on a screen as the page's address keeps it, so that it can be kept as a bookmark, and a way to change it out.
import { useSearchParams } from 'react-router';

/** An empty value takes the field out of the address. The page before stays the one that "back" leads to. */
export function useAddressFields(): readonly [URLSearchParams, (name: string, value: string) => void] {
  const [fields, setFields] = useSearchParams();
  const change = (name: string, value: string) =>
    setFields(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [fields, change];
}
