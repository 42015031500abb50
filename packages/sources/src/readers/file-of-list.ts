// Where a problem lies: the list (or register) and the file of it. Part of the facts of every problem of a reader.

/** A type, not an interface, so that it can be part of a problem's facts. */
export type FileOfList = {
  /** The source's id. */
  readonly list: string;
  /** Without folders, as the publisher names it. */
  readonly file: string;
};
