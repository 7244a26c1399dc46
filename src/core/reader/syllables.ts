/**
 * Vietnamese syllables by their build (onset + rime + tone). Tells text in the right encoding from text in a wrong
 * one: "phong trào" is Vietnamese, "phong trµo" is not.
 */

const ONSETS = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uơn ' +
    'uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'y yêm yên yêng yêt yêu ynh yt ych'
  ).split(' '),
);

/** Tones as combining marks: grave, acute, tilde, hook above, dot below. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

const known = new Map<string, boolean>();
const KNOWN_AT_MOST = 20_000;

/** Whether a word is built like a Vietnamese syllable; case does not matter. At most 8 letters count. */
export function isSyllable(word: string): boolean {
  if (word.length === 0 || word.length > 8) return false;
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const answer = fits(word.toLowerCase());
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(word, answer);
  return answer;
}

function fits(word: string): boolean {
  const decomposed = word.normalize('NFD');
  const toneless = decomposed.replace(TONE_MARKS, '').normalize('NFC');
  // Two tone marks on one syllable are none of Vietnamese.
  if ((decomposed.match(TONE_MARKS) ?? []).length > 1) return false;
  for (const onset of ONSETS) if (toneless.startsWith(onset) && RIMES.has(toneless.slice(onset.length))) return true;
  // "gì", "gìn": the i of the onset gi is also the vowel.
  return /^gi(n|ê[nm]g?|êt|êc)?$/.test(toneless);
}

const WORD = /[\p{L}\p{M}]+/gu;
const ACCENTED = /\P{ASCII}/u;

/** How much of a text is Vietnamese: its words, those with a letter beyond ASCII, and how many of each are syllables. */
export type SyllableCount = { words: number; syllables: number; accented: number; accentedSyllables: number };

/** Counts words that could be Vietnamese; looks at no more than the first `atMost` characters. */
export function countSyllables(text: string, atMost = 40_000): SyllableCount {
  const count: SyllableCount = { words: 0, syllables: 0, accented: 0, accentedSyllables: 0 };
  for (const [word] of text.slice(0, atMost).matchAll(WORD)) {
    const fine = isSyllable(word);
    count.words += 1;
    if (fine) count.syllables += 1;
    if (!ACCENTED.test(word)) continue;
    count.accented += 1;
    if (fine) count.accentedSyllables += 1;
  }
  return count;
}
