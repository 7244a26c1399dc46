/**
 * The words of an indicator's name made comparable: abbreviations and their full forms, synonyms and spellings become
 * one concept, words that tell nothing drop out. Tone marks do not count, so that scanned text still matches.
 */

import { fold, wordsIn } from '../text/search.ts';

/** Each concept with the folded wordings that mean it; the longest wording wins. */
const CONCEPTS: Record<string, string> = {
  bhyt: 'bao hiem y te, bhyt',
  bhxh: 'bao hiem xa hoi, bhxh',
  ntm: 'nong thon moi, ntm',
  tthc: 'thu tuc hanh chinh, tthc',
  thcs: 'trung hoc co so, thcs',
  thpt: 'trung hoc pho thong, thpt',
  mttq: 'mat tran to quoc viet nam, mat tran to quoc, mttq, ubmttq, mat tran',
  grdp: 'tong san pham tren dia ban, tong san pham noi dia, gdp, tong san pham, grdp',
  bqdn: 'binh quan tren dau nguoi, binh quan dau nguoi, binh quan nguoi, tren dau nguoi, dau nguoi, bqdn',
  ngansach: 'ngan sach nha nuoc, ngan sach dia phuong, ngan sach, nsnn, nsdp, thu noi dia',
  htx: 'hop tac xa, to hop tac, htx, tht',
  dn: 'doanh nghiep, dn',
  luotkhach: 'luot khach, luot du khach, luot nguoi, luong khach, du khach, khach, luot',
  dulich: 'du lich, tham quan',
  dan: 'nguoi dan, nhan dan, dan so, dan cu, cong dan',
  ho: 'ho gia dinh, ho dan, gia dinh, nong ho, ho',
  laodong: 'nguoi lao dong, lao dong, nld',
  tochucdang:
    'to chuc co so dang, co so dang, to chuc dang, chi bo dang bo, chi dang bo, dang bo chi bo, dang bo bo phan, dang bo, chi bo',
  dangvien: 'dang vien',
  htt: 'hoan thanh tot nhiem vu tro len, hoan thanh tot nhiem vu, hoan thanh tot, httnv',
  htxs: 'hoan thanh xuat sac nhiem vu, hoan thanh xuat sac, htxsnv',
  dunghan:
    'dung han va truoc han, truoc han va dung han, dung va truoc han, truoc va dung han, dung han truoc han, dung han som han, truoc han dung han, dung han, truoc han, som han, dung thoi han, dung va som han, dung thoi gian quy dinh',
  truong: 'truong hoc, co so giao duc, truong',
  chuanqg: 'dat tieu chuan quoc gia, tieu chuan quoc gia, chuan quoc gia, dat chuan qg, chuan qg',
  chuan: 'tieu chuan, chuan',
  vanhoa: 'van hoa',
  sdd: 'suy dinh duong, sdd',
  gpmb: 'giai phong mat bang, gpmb, ban giao mat bang',
  gcn: 'giay chung nhan quyen su dung dat, giay chung nhan qsdd, gcn qsdd, gcnqsdd, giay chung nhan, so do',
  ctrsh: 'chat thai ran sinh hoat, rac thai sinh hoat, chat thai sinh hoat, chat thai ran, rac thai, ctrsh, rac',
  antt: 'an ninh trat tu, an ninh chinh tri trat tu, antt',
  tdtt: 'the duc the thao, tdtt',
  ttcn: 'tieu thu cong nghiep, ttcn',
  nonglam:
    'nong lam nghiep va thuy san, nong lam nghiep thuy san, nong lam thuy san, nong lam ngu nghiep, nong nghiep va thuy san, nong lam nghiep, nong nghiep',
  dichvu: 'thuong mai va dich vu, thuong mai dich vu, dich vu thuong mai, dich vu, thuong mai',
  dentruong:
    'trong do tuoi den truong, trong do tuoi di hoc, di hoc dung do tuoi, den truong, den lop, ra lop, di hoc, den truong dung do tuoi',
  giaoquan:
    'tuyen chon goi cong dan nhap ngu, goi cong dan nhap ngu, nghia vu quan su, nhap ngu, giao quan, tuyen quan, giao nhan quan',
  danquan: 'dan quan tu ve, dan quan, dqtv',
  nuochvs: 'nuoc sinh hoat hop ve sinh, nuoc hop ve sinh',
  dienluoi: 'dien luoi quoc gia, dien luoi, su dung dien, dien',
  cunghoa: 'cung hoa, be tong hoa, nhua hoa, kien co hoa, be tong',
  duong: 'duong giao thong nong thon, duong giao thong, duong gtnt, gtnt, duong thon, duong truc thon, duong',
  nvh: 'nha van hoa, nha sinh hoat cong dong, nvh',
  tructuyen: 'truc tuyen, qua mang',
  dvc: 'dich vu cong, dvc',
  cchc: 'cai cach hanh chinh, cchc, par index, par',
  cbcc: 'can bo cong chuc vien chuc, can bo cong chuc, can bo dang vien, can bo, cong chuc, vien chuc, cbccvc, cbcc',
  danvan: 'dan van kheo',
  ddtt: 'dien hinh tien tien, nguoi tot viec tot, dien hinh',
  bosi: 'bac si, bac sy',
  phocap: 'pho cap giao duc, pho cap',
  ngheo: 'ngheo da chieu, chuan ngheo da chieu, ngheo',
  canngheo: 'can ngheo',
  vondautu: 'nguon von dau tu, von dau tu cong, von dau tu',
  toanxahoi: 'toan xa hoi',
  gttsp: 'tong gia tri san pham, gia tri tong san pham, tong gia tri san xuat, tong gia tri tang them',
  gtsx: 'gia tri san xuat, gtsx',
  cnxd: 'cong nghiep xay dung, cong nghiep va xay dung, xay dung cong nghiep, cn xd',
  luongthuc: 'luong thuc co hat, cay luong thuc, luong thuc, thoc',
  dat1ha: 'tren mot don vi dien tich, tren mot hecta, tren ha, tren dien tich, ha dat, ha',
  xkld: 'xuat khau lao dong, di lam viec co thoi han o nuoc ngoai, lam viec co thoi han o nuoc ngoai, di lam viec o nuoc ngoai, lam viec o nuoc ngoai, nuoc ngoai, xkld',
  vieclam: 'viec lam',
  daotao: 'dao tao nghe, dao tao',
  bangcap: 'bang cap chung chi, bang cap, chung chi',
  phapluat: 'pham phap hinh su, an hinh su, vu pham toi, pham toi, toi pham, toi pham hinh su, pham phap',
  khampha: 'dieu tra kham pha an, dieu tra kham pha, kham pha, pha an',
  tngt: 'tai nan giao thong, tngt',
  kntc: 'khieu nai to cao, don thu khieu nai, don thu, khieu nai',
  dinhdanh: 'dinh danh dien tu, vneid',
  chukyso: 'chu ky so',
  tkthanhtoan: 'tai khoan thanh toan, tai khoan giao dich, tai khoan ngan hang',
  internet: 'internet',
  dtthongminh: 'dien thoai thong minh, smartphone',
  hailong: 'hai long, sipas',
  sknangso: 'ky nang so, binh dan hoc vu so, kien thuc so',
  sohoa: 'so hoa',
  thanhtoan: 'thanh toan',
  sksk: 'suc khoe dien tu, ho so suc khoe, so suc khoe',
  khamsk: 'kham suc khoe dinh ky, kham suc khoe, kham sang loc suc khoe',
  tiemchung: 'tiem chung, tiem day du, vac xin, vacxin, tiem',
  tang: 'toc do tang truong, tang truong, toc do tang, toc do phat trien, nhip do tang, tang',
  truyenthanh: 'truyen thanh',
  coquan: 'co quan don vi, co quan, don vi',
  tapthe: 'tap the ca nhan, tap the',
  hoagiai: 'hoa giai',
  dothihoa: 'do thi hoa, dan so do thi, dan so thanh thi',
  nhatam: 'can nha tam, ngoi nha tam, nha tam',
  mohinh: 'mo hinh',
  banle: 'ban le',
  thidua: 'thi dua',
  dangky: 'dang ky, giao uoc, ky ket, ky cam ket',
  caysdl: 'duoc lieu',
};

/** Words of two syllables: one concept, so that a long word does not weigh twice. */
const COMPOUNDS =
  'chi tieu, tieu chi, hoc sinh, bo hoc, cong trinh, san pham, san luong, dien tich, nang suat, gia tri, doanh thu, ' +
  'thu nhap, xu ly, thu gom, phan loai, kinh doanh, san xuat, ket nap, hoi vien, doan vien, tap hop, nuoc sach, ' +
  'quy chuan, moi truong, tai khoan, thue bao, may tinh, trang bi, tap huan, giai quyet, tu nguyen, chi so, xep hang, ' +
  'co cau, ty trong, dau tu, kim ngach, xuat khau, hang hoa, tich tu, gia suc, gia cam, thuy san, trong rung, che phu, ' +
  'cap nuoc, hop ve sinh, giao thong, van minh, cong vien, cay xanh, chuyen doi so, giao vien, tre em, tot nghiep, ' +
  'mu chu, giuong benh, nha o, kien co, dot nat, so cap, tao hon, hon nhan, can huyet, doan the, ' +
  'chi thuong xuyen, tiet kiem, du toan, ke hoach, giai ngan, gieo trong, cay trong, thanh lap, bang rong, cap quang, ' +
  'truong thanh, tap trung, quan triet, nghi quyet, nhap ngu, tai nguon, thuong tru, kinh te, cong nghiep, xay dung, ' +
  'hoat dong, thanh nien, huan luyen, giao uoc, khen thuong, truc tiep, nhan rong, dien hinh, nong thon, bo phan, ' +
  'tram y te, y te, quoc gia, giao duc, phat trien, don thu, kien nghi, trat tu, an toan, tu nhien, dan vien, ' +
  'tuyen duong, tuyen pho, mat bang, trang trai, vi pham, nguon von, khach hang';

/** Villages and wards' groups: their names are told from "ban" (committee) and "địa bàn" by the tone. */
const VILLAGES = new Set(['thôn', 'bản', 'ấp', 'buôn', 'làng', 'xóm', 'bon', 'phum', 'sóc']);
const VILLAGE_PHRASES = ['khu dan cu', 'thon ban', 'diem dan cu'];
const QUARTER_PHRASES = ['to dan pho', 'khu pho', 'tdp', 'kdc'];
const BEFORE_NO_VILLAGE = new Set(['văn', 'cơ', 'địa', 'kịch', 'nhân']);

/** Wordings that tell nothing about what is measured. */
const DROPPED =
  'quan ly khai thac su dung, quan ly khai thac, su dung hieu qua, co hieu qua, hieu qua, tren dia ban, dung quy dinh, to chuc, hoan thanh, khu vuc, du an, thuc hien, dut diem, vu dong xuan, vu mua, vu chiem, vu he thu, vu xuan, ca nam';

/** Words that tell nothing about what is measured. */
const FILLERS = new Set(
  (
    'cua cac nhung duoc va theo trong tai o tren dia ban toan tinh huyen thi tran pho xa phuong dac nam dat co cho la ' +
    'moi ve voi tu hang phan dau tong so ty le muc do den bao dam ca danh giu vung duy tri nang cao quy dinh nay con ' +
    'khoang nhu sau qua tham gia bang he thong su it nhat toi thieu giai doan tro len lai khi tiep tuc thuc viec cong ' +
    'doi nguoi thuong xuyen vao tat deu phai muoi rieng doc dot ky dau cuoi thoi nganh nhom'
  ).split(' '),
);

/** Vietnamese has some ten thousand syllables: remembering those met costs little and saves most of the folding. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 20_000;

/** One spelling for i and y at the end of a syllable: tỉ lệ and tỷ lệ, kĩ and kỹ, sĩ and sỹ. */
export function wordKey(word: string): string {
  const known = KEYS.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  const key = /^(?:[tklmsh]|qu)i$/.test(folded) ? `${folded.slice(0, -1)}y` : folded;
  if (KEYS.size < MOST_KEYS && word.length <= 12) KEYS.set(word, key);
  return key;
}

type Node = { next: Map<string, Node>; concept: string | null };
const newNode = (): Node => ({ next: new Map(), concept: null });
const ROOT = newNode();

function learn(phrase: string, concept: string): void {
  let node = ROOT;
  for (const word of phrase.split(' ').map(wordKey)) {
    const known = node.next.get(word) ?? newNode();
    node.next.set(word, known);
    node = known;
  }
  node.concept = concept;
}

for (const phrase of COMPOUNDS.split(', ')) learn(phrase, phrase.replaceAll(' ', ''));
for (const [concept, phrases] of Object.entries(CONCEPTS))
  for (const phrase of phrases.split(', ')) learn(phrase, concept);
for (const phrase of DROPPED.split(', ')) learn(phrase, '');
for (const phrase of VILLAGE_PHRASES) learn(phrase, 'thonban');
for (const phrase of QUARTER_PHRASES) learn(phrase, 'todanpho');

/** What a name speaks of, as concepts in reading order; numbers and words that tell nothing are left out. */
export function conceptsOf(phrase: string): string[] {
  const words = wordsIn(phrase.normalize('NFC').toLowerCase());
  const keys = words.map(wordKey);
  const concepts: string[] = [];
  let at = 0;
  while (at < keys.length) {
    let node: Node | undefined = ROOT;
    let concept: string | null = null;
    let behind = at + 1;
    for (let next = at; next < keys.length; next++) {
      node = node.next.get(keys[next] ?? '');
      if (!node) break;
      if (node.concept === null) continue;
      concept = node.concept;
      behind = next + 1;
    }
    if (concept) concepts.push(concept);
    else if (concept === null) {
      const word = words[at] ?? '';
      const key = keys[at] ?? '';
      if (word === 'mới') concepts.push('moi');
      else if (VILLAGES.has(word) && !BEFORE_NO_VILLAGE.has(words[at - 1] ?? '')) concepts.push('thonban');
      else if (!FILLERS.has(key) && !/^\d/.test(key)) concepts.push(key);
    }
    at = behind;
  }
  return concepts;
}
