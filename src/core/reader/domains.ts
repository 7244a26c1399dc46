/** Which domain a piece of text speaks of, by its words: for headings, statements and targets new to the catalogue. */

import { wordKey } from '../rules/indicator-words.ts';
import type { DomainCode } from '../rules/indicators.ts';
import { wordsIn } from '../text/search.ts';

/** Words that tell a domain; the more words a wording has, the more it tells. */
const WORDINGS: Record<DomainCode, string> = {
  kinh_te:
    'kinh te, grdp, tong gia tri san pham, tang truong, thu nhap, doanh nghiep, hop tac xa, xuat khau, dau tu toan xa hoi, san xuat kinh doanh, kinh te xa hoi, ho kinh doanh, khoi nghiep',
  cong_nghiep_xay_dung:
    'cong nghiep, tieu thu cong nghiep, cum cong nghiep, khu cong nghiep, gia tri xay dung, lang nghe',
  du_lich_dich_vu: 'du lich, dich vu, thuong mai, luot khach, khach du lich, ban le, homestay, luu tru',
  xay_dung_ha_tang:
    'ha tang, giao thong, duong, giai phong mat bang, cong trinh, do thi, quy hoach, xay dung co ban, dien luoi, chinh trang, via he, chieu sang, dien, cau duong, cay xanh, tuyen pho, be tong hoa',
  ngan_sach:
    'ngan sach, thu ngan sach, chi ngan sach, thue, phi va le phi, no dong, dau tu cong, giai ngan, quyet toan, chi thuong xuyen, tai chinh, cac khoan chi, khoan thu, du toan',
  nong_nghiep:
    'nong nghiep, lam nghiep, nong lam, trong trot, chan nuoi, thuy san, gieo trong, san luong, nang suat, cay trong, gia suc, gia cam, luong thuc, ocop, lua, cay an qua, thuy loi, dan lon, dan bo, mua vu, dich benh gia suc, cay che',
  moi_truong:
    'moi truong, rung, che phu rung, bao ve rung, trong rung, rac thai, chat thai, nuoc sach, ve sinh moi truong, o nhiem, nuoc thai, tai nguyen, bien doi khi hau, hoa tang, nuoc hop ve sinh, xanh sach dep, phong chay rung',
  nong_thon_moi: 'nong thon moi, ntm, khu dan cu kieu mau, vuon mau, tieu chi nong thon',
  an_sinh_xa_hoi:
    'an sinh, an sinh xa hoi, nguoi co cong, nha tam, nha dot nat, bao hiem xa hoi, bao tro, den on dap nghia, chinh sach xa hoi, nguoi khuyet tat, tre em, nha o, nguoi cao tuoi, cuu tro, tro giup',
  quan_ly_dat_dai:
    'dat dai, giay chung nhan quyen su dung dat, quyen su dung dat, cap giay chung nhan, dia chinh, lan chiem dat',
  giam_ngheo:
    'giam ngheo, ho ngheo, can ngheo, thoat ngheo, ngheo da chieu, xoa doi, ngheo ben vung, vi nguoi ngheo, tai ngheo',
  lao_dong_viec_lam:
    'lao dong, viec lam, dao tao nghe, xuat khau lao dong, hoc nghe, that nghiep, lam viec o nuoc ngoai',
  giao_duc:
    'giao duc, truong hoc, hoc sinh, day hoc, truong chuan quoc gia, truong dat chuan quoc gia, pho cap, mam non, tieu hoc, trung hoc, giao vien, xoa mu chu, khuyen hoc, hoc tap suot doi, bo hoc, lop hoc, dao tao, tot nghiep, nha truong, mau giao, nha tre, tre em den truong, den lop, ra lop',
  y_te: 'y te, bao hiem y te, bhyt, suc khoe, dich benh, suy dinh duong, dan so, kham chua benh, benh vien, tram y te, tiem chung, bac si, ke hoach hoa gia dinh, an toan thuc pham, tao hon, sinh con thu, hien mau',
  van_hoa:
    'van hoa, the thao, the duc, gia dinh van hoa, di san, nha van hoa, thiet che, van nghe, ban sac, doi song van hoa, le hoi, le te, hu tuc, nep song van minh, thu vien',
  tuyen_truyen:
    'tuyen truyen, truyen thanh, thong tin, bao chi, tin bai, quan triet, truyen thong, nghi quyet duoc hoc tap, phat thanh, trang thong tin dien tu, fanpage',
  cchc_chuyen_doi_so:
    'cai cach hanh chinh, chuyen doi so, thu tuc hanh chinh, ho so, truc tuyen, dich vu cong, mot cua, so hoa, chu ky so, cong nghe thong tin, chinh quyen so, dinh danh dien tu, hai long, van ban dien tu, tthc, nen cong vu, chinh quyen dien tu, ky nang so, internet, doi moi sang tao, khoa hoc cong nghe, mo hinh chinh quyen, hien dai hoa nen hanh chinh, bo may, hop khong giay',
  quoc_phong_an_ninh:
    'quoc phong, an ninh, trat tu an toan xa hoi, toi pham, giao quan, nhap ngu, dan quan, quan su, ma tuy, tai nan giao thong, an ninh trat tu, bien gioi, chu quyen, khieu nai, to cao, hoa giai, phap luat, phong chay chua chay, pham phap, don thu, tiep cong dan, dien tap, an toan giao thong, du bi dong vien, tien an, diem nong, tro giup phap ly',
  xay_dung_dang:
    'xay dung dang, dang vien, chi bo, dang bo, to chuc dang, cap uy, ket nap dang, trong sach vung manh, he thong chinh tri, kiem tra giam sat, dang uy, tham nhung, tieu cuc, hoan thanh tot nhiem vu, chinh quyen, ky luat ky cuong, can bo cong chuc, cong vu',
  mttq_doan_the:
    'mat tran to quoc, mat tran, doan the, doan vien, hoi vien, phu nu, thanh nien, cuu chien binh, cong doan, hoi nong dan, dan van kheo, dan van, to chuc chinh tri xa hoi, dai doan ket, quy vi nguoi ngheo',
  thi_dua_khen_thuong:
    'thi dua, khen thuong, dien hinh tien tien, nguoi tot viec tot, phong trao thi dua, danh hieu thi dua, giao uoc, sang kien, cac chi tieu',
};

type Node = { next: Map<string, Node>; found: { domain: DomainCode; weight: number } | null };
const newNode = (): Node => ({ next: new Map(), found: null });
const ROOT = newNode();

for (const [domain, wordings] of Object.entries(WORDINGS) as [DomainCode, string][])
  for (const wording of wordings.split(', ')) {
    const words = wording.split(' ').map(wordKey);
    let node = ROOT;
    for (const word of words) {
      const known = node.next.get(word) ?? newNode();
      node.next.set(word, known);
      node = known;
    }
    node.found = { domain, weight: words.length ** 1.5 };
  }

/** Words of every document that tell little on their own. */
const WEAK = new Map<DomainCode, number>([
  ['kinh_te', 0.5],
  ['thi_dua_khen_thuong', 0.25],
]);
const MOST_WORDS = 80;

/** The domain most of the words tell, or null when none does. Earlier words tell a little more. */
export function domainOf(text: string): DomainCode | null {
  const words = wordsIn(text.slice(0, 800)).slice(0, MOST_WORDS).map(wordKey);
  const scores = new Map<DomainCode, number>();
  let at = 0;
  while (at < words.length) {
    let node: Node | undefined = ROOT;
    let best: Node['found'] = null;
    let length = 1;
    for (let next = at; node && next < words.length; next++) {
      node = node.next.get(words[next] ?? '');
      if (node?.found) {
        best = node.found;
        length = next - at + 1;
      }
    }
    if (best) {
      const early = 1 + 0.3 * (1 - at / words.length);
      const weight = best.weight * early * (WEAK.get(best.domain) ?? 1);
      scores.set(best.domain, (scores.get(best.domain) ?? 0) + weight);
    }
    at += length;
  }
  let chosen: DomainCode | null = null;
  for (const [domain, score] of scores) if (chosen === null || score > (scores.get(chosen) ?? 0)) chosen = domain;
  return chosen;
}
