/** A PDF of one A4 page that is nothing but a picture, as scanners make them. */

export type PagePicture = {
  width: number;
  height: number;
  /** Colour space and filter, as names of the PDF. */
  colours: string;
  filter: string;
  bits: number;
  bytes: Uint8Array;
};

/** The file; the picture fills the page. */
export function picturePdf({ width, height, colours, filter, bits, bytes }: PagePicture): Uint8Array {
  const content = 'q 595 0 0 842 0 0 cm /P Do Q';
  const shape = `/Width ${width} /Height ${height} /ColorSpace ${colours} /BitsPerComponent ${bits}`;
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image ${shape} /Filter ${filter} /Length ${bytes.length} >>\nstream\n`,
      bytes,
      '\nendstream',
    ],
  ];
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Uint8Array) => {
    const chunk = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    chunks.push(chunk);
    length += chunk.length;
  };
  put('%PDF-1.7\n');
  for (const [at, parts] of objects.entries()) {
    offsets.push(length);
    put(`${at + 1} 0 obj\n`);
    parts.forEach(put);
    put('\nendobj\n');
  }
  const xref = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
  );
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
