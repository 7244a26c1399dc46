/** The text as a sentence begins: "xây dựng kế hoạch" → "Xây dựng kế hoạch". */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** A type of document as it stands in a sentence, however it was printed: "KẾ HOẠCH" → "Kế hoạch". */
export const kindWords = (printed: string): string => capitalised(printed.toLocaleLowerCase('vi'));
