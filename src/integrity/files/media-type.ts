/** A kind of media: its names in file names and in `@mimeType`, and the bytes that its files begin with. */
interface MediaType {
  readonly name: string;
  readonly endings: readonly string[];
  readonly mimeTypes: readonly string[];
  /** Bytes from an offset on, as Latin-1; all of one alternative are there. */
  readonly signatures: readonly (readonly (readonly [offset: number, bytes: string])[])[];
}

/** As the formats' own specifications, and the registry of media types at IANA, have them. */
const types: readonly MediaType[] = [
  {
    name: 'PNG',
    endings: ['png'],
    mimeTypes: ['image/png'],
    signatures: [[[0, '\x89PNG\r\n\x1a\n']]],
  },
  {
    name: 'JPEG',
    endings: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mimeTypes: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    signatures: [[[0, '\xff\xd8\xff']]],
  },
  {
    name: 'GIF',
    endings: ['gif'],
    mimeTypes: ['image/gif'],
    signatures: [[[0, 'GIF87a']], [[0, 'GIF89a']]],
  },
  {
    name: 'TIFF',
    endings: ['tif', 'tiff'],
    mimeTypes: ['image/tiff'],
    signatures: [[[0, 'II*\0']], [[0, 'MM\0*']], [[0, 'II+\0']], [[0, 'MM\0+']]],
  },
  {
    name: 'WebP',
    endings: ['webp'],
    mimeTypes: ['image/webp'],
    signatures: [
      [
        [0, 'RIFF'],
        [8, 'WEBP'],
      ],
    ],
  },
  {
    name: 'AVIF',
    endings: ['avif'],
    mimeTypes: ['image/avif'],
    signatures: [[[4, 'ftypavif']], [[4, 'ftypavis']]],
  },
  {
    name: 'HEIC',
    endings: ['heic', 'heif'],
    mimeTypes: ['image/heic', 'image/heif'],
    signatures: [[[4, 'ftypheic']], [[4, 'ftypheix']], [[4, 'ftypmif1']]],
  },
  {
    name: 'JPEG 2000',
    endings: ['jp2', 'jpx', 'jpf', 'j2k', 'j2c'],
    mimeTypes: ['image/jp2', 'image/jpx', 'image/j2c'],
    signatures: [[[0, '\0\0\0\x0cjP  \r\n\x87\n']], [[0, '\xff\x4f\xff\x51']]],
  },
  {
    name: 'BMP',
    endings: ['bmp', 'dib'],
    mimeTypes: ['image/bmp', 'image/x-ms-bmp'],
    signatures: [
      [
        [0, 'BM'],
        [6, '\0\0\0\0'],
      ],
    ],
  },
  { name: 'PDF', endings: ['pdf'], mimeTypes: ['application/pdf'], signatures: [[[0, '%PDF-']]] },
  {
    name: 'MP3',
    endings: ['mp3'],
    mimeTypes: ['audio/mpeg', 'audio/mp3'],
    signatures: [[[0, 'ID3']], [[0, '\xff\xfb']], [[0, '\xff\xf3']], [[0, '\xff\xf2']]],
  },
  {
    name: 'WAV',
    endings: ['wav', 'wave'],
    mimeTypes: ['audio/wav', 'audio/x-wav', 'audio/vnd.wave', 'audio/wave'],
    signatures: [
      [
        [0, 'RIFF'],
        [8, 'WAVE'],
      ],
    ],
  },
  {
    name: 'FLAC',
    endings: ['flac'],
    mimeTypes: ['audio/flac', 'audio/x-flac'],
    signatures: [[[0, 'fLaC']]],
  },
  {
    name: 'Ogg',
    endings: ['ogg', 'oga', 'ogv', 'opus'],
    mimeTypes: ['audio/ogg', 'video/ogg', 'application/ogg', 'audio/opus'],
    signatures: [[[0, 'OggS']]],
  },
  {
    name: 'WebM',
    endings: ['webm', 'mkv', 'mka'],
    mimeTypes: ['video/webm', 'audio/webm', 'video/x-matroska'],
    signatures: [[[0, '\x1a\x45\xdf\xa3']]],
  },
  {
    name: 'MP4',
    endings: ['mp4', 'm4a', 'm4v', 'mov'],
    mimeTypes: ['video/mp4', 'audio/mp4', 'video/quicktime', 'audio/x-m4a', 'video/x-m4v'],
    signatures: [
      [[4, 'ftypisom']],
      [[4, 'ftypiso2']],
      [[4, 'ftypmp41']],
      [[4, 'ftypmp42']],
      [[4, 'ftypM4A ']],
      [[4, 'ftypM4V ']],
      [[4, 'ftypqt  ']],
      [[4, 'ftypavc1']],
      [[4, 'ftypdash']],
    ],
  },
];

/** SVG has no bytes of its own: it is XML with this element. */
const svg: MediaType = {
  name: 'SVG',
  endings: ['svg'],
  mimeTypes: ['image/svg+xml'],
  signatures: [],
};

/** What the bytes of a file are; `undefined` where they are none of the kinds known here. */
export function typeOfBytes(head: Uint8Array): MediaType | undefined {
  const found = types.find(({ signatures }) =>
    signatures.some((parts) => parts.every(([offset, bytes]) => beginsAt(head, offset, bytes))),
  );
  if (found !== undefined) return found;
  return /<svg[\s>]/.test(beginning(head)) ? svg : undefined;
}

/** The kind that the ending of a file name stands for. */
export function typeOfName(path: string): MediaType | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return [...types, svg].find(({ endings }) => endings.includes(ending));
}

/** The kind that a MIME type stands for. */
export function typeOfMime(mime: string): MediaType | undefined {
  const plain = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  return [...types, svg].find(({ mimeTypes }) => mimeTypes.includes(plain));
}

/** The first characters of a file, as far as they are text. */
export function beginning(head: Uint8Array): string {
  return Buffer.from(head.subarray(0, 1024)).toString('latin1');
}

function beginsAt(head: Uint8Array, offset: number, bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++)
    if (head[offset + at] !== bytes.charCodeAt(at)) return false;
  return true;
}

export type { MediaType };
