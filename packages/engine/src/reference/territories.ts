// Names of countries and regions in, ISO 3166-1 codes out.

export interface Territories {
  /** The alpha-2 code, lower case, of a country or region named in any way lists write it; undefined when unknown. */
  codeOf(name: string): string | undefined;
}
