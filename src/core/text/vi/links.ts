import { PASSWORD_LENGTH } from '../../rules/passwords.ts';

/** Pages that a link opens without signing in: an invitation, a way back in, one task. */
export const linksVi = {
  goneTitle: 'Đường dẫn này không mở được nữa',
  goneAccount:
    'Mỗi đường dẫn chỉ mở được một lần và có hạn; người gửi cũng có thể đã thu lại. Nếu bạn đã đặt mật khẩu rồi, hãy đăng nhập. Nếu chưa, nhắn người đã gửi để nhận đường dẫn mới.',
  goneTask:
    'Có thể đường dẫn đã hết hạn hoặc được thu lại, hoặc việc này đã giao cho nơi khác. Những gì bạn đã báo vẫn còn. Nhắn người đã gửi để nhận đường dẫn mới.',
  toSignIn: 'Tới trang đăng nhập',
  until: (moment: string): string => `Đường dẫn mở được đến ${moment}.`,

  invitationTitle: 'Bạn được mời vào Thi Đua',
  invitedBy: (post: string): string => `${post} mời bạn cùng theo dõi phong trào thi đua.`,
  posts: 'Chức danh của bạn',
  post: (title: string, organisation: string): string => `${title}, ${organisation}`,
  name: 'Tên đăng nhập',
  nameAbout: 'Giữ tên này hoặc đổi cho dễ nhớ: chữ không dấu, số, dấu chấm, gạch ngang.',
  nameWrong: 'Chỉ dùng chữ không dấu, số, dấu chấm và gạch ngang; từ 3 đến 50 ký tự.',
  password: 'Đặt mật khẩu',
  passwordAbout: `Ít nhất ${PASSWORD_LENGTH} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
  take: 'Đặt mật khẩu và vào',
  taken: 'Bạn đã vào Thi Đua. Lần sau đăng nhập bằng tên và mật khẩu vừa đặt.',
  or: 'hoặc',
  takeWithPasskey: 'Dùng vân tay hoặc mã mở máy',
  takeWithPasskeyAbout: 'Không cần mật khẩu: máy này giữ một khóa chỉ bạn mở được.',
  device: 'Máy của tôi',
  takenWithPasskey: 'Bạn đã vào Thi Đua. Lần sau chọn Đăng nhập bằng khóa truy cập.',

  recoveryTitle: 'Đặt lại mật khẩu',
  recoveryAbout: (name: string): string =>
    `Cho tài khoản ${name}. Mật khẩu cũ hết dùng được, và mọi nơi đang đăng nhập bằng tài khoản này sẽ kết thúc.`,
  recover: 'Đặt mật khẩu mới và vào',
  recovered: 'Đã đặt mật khẩu mới. Bạn đang ở trong Thi Đua.',
} as const;
