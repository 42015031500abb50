// Nothing in, where the folders that come with the code stand out: in a checkout beside the packages, else within what was installed.
import { fileURLToPath } from 'node:url';

const isCheckout = import.meta.url.endsWith('.ts');
const enginePackage = import.meta.resolve('@sekisho/engine/package.json');
const shipped = (inCheckout: string, inPackage: string, from = import.meta.url) =>
  fileURLToPath(new URL(isCheckout ? inCheckout : inPackage, from));

/** Paths, each ending with a slash. */
export const shippedFolders = {
  /** What is known of the world: in a package, with the engine, which makes its tables of it. */
  data: shipped('../../data/', './data/', enginePackage),
  /** The built interface, which need not be there. */
  interface: shipped('../../ui/dist/', '../interface/'),
  /** What the story is told of. */
  foundingCase: shipped('../../../cases/founding-case/', '../founding-case/'),
} as const;

/** The package that holds what decides. */
export const enginePackageFile = fileURLToPath(enginePackage);
