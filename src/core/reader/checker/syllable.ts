/**
 * Strict build of a Vietnamese syllable, as taught for spelling: onset by rime (k, gh, ngh before e, ê, i), rime by the
 * inventory, and only sắc or nặng on syllables that end in c, ch, p or t. "thưc", "nghành" and "hiẹn" are no syllables.
 */

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ ' +
    'uy uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yt'
  ).split(' '),
);

/** Rimes after "qu" once its u is taken away. */
const AFTER_Q = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e ec en eng eo et ê êch ên ênh êt êu ' +
    'i ich in inh it iu y ych yn ynh yt yên yêt yêu ơ ơi ơn ôc ôn iên iêt iêng yêng ịt'
  ).split(' '),
);

const BEFORE_FRONT = new Set(['k', 'gh', 'ngh']);
const BEFORE_BACK = new Set(['c', 'g', 'ng']);
const ONSETS = 'ngh ng nh gh gi kh ch ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');
const FRONT = /^[eêiy]/;
const STOPPED = /(?:c|ch|p|t)$/;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHARP_OR_HEAVY = /[\u0301\u0323]/;

const known = new Map<string, boolean>();
const KNOWN_AT_MOST = 20_000;

/** Whether a lower-case word is a Vietnamese syllable that can be spelled so; at most 7 letters count. */
export function isStrictSyllable(lower: string): boolean {
  const cached = known.get(lower);
  if (cached !== undefined) return cached;
  const answer = lower.length <= 7 && fits(lower);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(lower, answer);
  return answer;
}

function fits(lower: string): boolean {
  const parts = lower.normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const bare = parts.replace(TONES, '').normalize('NFC');
  if (STOPPED.test(bare) && !(tones[0] !== undefined && SHARP_OR_HEAVY.test(tones[0]))) return false;
  if (RIMES.has(bare)) return true;
  for (const onset of ONSETS) if (bare.startsWith(onset) && fitsOnset(onset, bare.slice(onset.length))) return true;
  return false;
}

function fitsOnset(onset: string, rime: string): boolean {
  if (onset === 'qu') return AFTER_Q.has(rime);
  // "gì", "gìn", "giếng": the i of gi is also the vowel.
  if (onset === 'gi') return RIMES.has(rime) || rime === '' || /^(?:n|êm|ên|êng|êt|êc|m|ch|p)$/.test(rime);
  if (!RIMES.has(rime)) return false;
  if (BEFORE_FRONT.has(onset)) return FRONT.test(rime);
  if (BEFORE_BACK.has(onset)) return !FRONT.test(rime);
  return true;
}
