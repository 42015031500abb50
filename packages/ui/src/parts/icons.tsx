// A name in, a line drawing out. They say nothing that is not written beside them.
const paths = {
  queue: 'M4 6h10M4 12h16M4 18h12',
  screen: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM20 20l-4-4',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9',
  orders: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  plus: 'M12 5v14M5 12h14',
  alert: 'M6 10a6 6 0 0 1 12 0c0 5 2 6 2 6H4s2-1 2-6M10 20h4',
  incident: 'M12 3v5M12 16v5M3 12h5M16 12h5M6 6l3 3M15 15l3 3M6 18l3-3M15 9l3-3',
  lists: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  policy: 'M12 3 5 6v6c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 12l2 2 4-4',
  record: 'M9 7a3 3 0 0 1 6 0v3a3 3 0 0 1-6 0M9 14a3 3 0 0 0 6 0M12 9v7M9 17a3 3 0 0 0 6 0',
  keep: 'M4 5h16v4H4zM6 9v11h12V9M10 13h4',
  send: 'M4 12 20 4l-5 16-4-7zM11 13l9-9',
  settings: 'M4 7h10M18 7h2M14 5v4M4 17h2M10 17h10M6 15v4',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 6M17.5 14.5c2.2.7 3.5 2.500 3.5 5.500',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.500 6 3.500 9s-.500 6-3.500 9c-3-3-3.500-6-3.500-9s.500-6 3.500-9',
  help: 'M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .900-1 1.700M12 17v.100M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  check: 'M5 12.500 10 17 19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  eye: 'M2 12s3.500-6 10-6 10 6 10 6-3.500 6-10 6-10-6-10-6ZM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  warning: 'M12 4 2.500 20h19zM12 10v5M12 17.500v.100',
  gap: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12h8',
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
} as const;

export function Icon({ name, size = 18 }: { readonly name: keyof typeof paths; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[name]} />
    </svg>
  );
}
