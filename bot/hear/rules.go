package hear

// rules is the table from phrases to intents; the first that holds decides.
func rules() []rule {
	return []rule{
		{WantErase, []string{"xoa du lieu|xoa thong tin|xoa tai khoan|xoa het du lieu|xoa lich su", mine + "|toi|minh|em|ca nhan"}, Asking, 12},
		{WantErase, []string{"xoa du lieu|xoa het du lieu|xoa tai khoan"}, Asking, 4},
		{WantErase, []string{"xoa|go bo|huy bo|bo het|dung luu|khong luu|ngung luu|khong muon luu|huy", "du lieu|thong tin|tai khoan|lich su|tin nhan|cuoc tro chuyen|moi thu|tat ca|nhung gi|gi cua|gi ve|het",
			"cua toi|cua em|cua minh|cua tui|cua chau|ve toi|ve em|ve minh|ve chau|ca nhan toi|toi da nhan|em da nhan|toi da gui|khong muon luu"}, notMine, 16},
		{WantErase, []string{"quen toi di|quen em di|quen minh di|delete my data|erase my data|delete my account|forget me|delete my information"}, "", 10},
		{WantUnconsent, []string{"rut lai dong y|rut dong y|rut lai su dong y|rut su dong y|huy dong y|khong dong y nua"}, "", 12},
		{WantView, []string{"xem du lieu|xem thong tin|cho toi xem du lieu|sao du lieu|ban sao du lieu|tai du lieu", mine + "|ca nhan|ve toi"}, "ho so|yeu cau", 12},
		{WantCorrectData, []string{"sua|chinh sua|sua lai|cap nhat|dinh chinh", "du lieu|thong tin|ten", mine + "|ca nhan cua toi|ve toi"}, Asking + "|ho so|bao|phat ngon", 12},
		{WantPrivacy, []string{"quyen rieng tu|chinh sach rieng tu|bao ve du lieu cua toi"}, "", 10},
		{WantPrivacy, []string{"du lieu|thong tin", mine, "luu|giu|thu thap|biet nhung gi|luu gi"}, "", 16},
		{WantVictim, []string{"da chuyen|lo chuyen|vua chuyen|chuyen khoan roi|chuyen tien roi|da nap|da dat coc|mat tien|mat het tien", scam}, counting, 0},
		{WantVictim, []string{"bi lua|bi lua dao|bi chiem doat|bi lua mat|bi lua het|bi mat tien|bi hack", myself}, counting + "|ho tro gi|phong tranh", 0},
		{WantDenounce, []string{"to cao"}, counting + "|quy dinh|luat|thoi han|bao lau|ket qua giai quyet|o dau|dan thu|tiep dan|thu tuc|giai quyet to cao|khieu nai to cao", 0},
		{WantCode, nil, "", 0},
		{WantPrivate, []string{"so dien thoai|so di dong|so zalo|so may|facebook|email", "rieng|ca nhan|di dong", officials}, "duong day nong|co quan|cong vu|tiep dan", 0},
		{WantPrivate, []string{"dia chi nha|nha rieng|nha o dau|so nha|dia chi rieng|noi o cua", officials}, "tiep cong dan|dat dai|nha o xa hoi", 0},
		{WantInvestigation, []string{"loi khai|ai bi bat|dien bien dieu tra|ho so vu an|chung cu vu an|danh tinh nghi pham|dieu tra den dau|dieu tra toi dau|dien bien vu an|tien do dieu tra|ket qua dieu tra vu an|chi tiet vu an|bi can khai|nghi pham khai"}, "tong dieu tra|dan so", 0},
		{WantCorrection, []string{"dinh chinh|cai chinh|dan chua dung|dan phat ngon|trich dan sai|trich sai|ban ghi chinh thuc|ban nguyen van", "bao toi|bao em|bao minh|bao chung toi|toa soan|ban ghi|ban nguyen van|chung toi dan"}, "", 0},
		{WantNotFake, []string{"go bai|dinh chinh|cai chinh|xin loi|khong dung|chua dung|sai|thieu khach quan|mot chieu", "bai bao|bao dang|bao viet|bao dua|viet bai|nha bao|phong vien|toa soan|to bao|bao dien tu|tap chi", "viet|dang|dua|bai"}, "facebook|tiktok|youtube|zalo|fanpage|cua bao nao|gia danh|mao danh|gia mao|phat ngon|" + Asking, 0},
		{WantChannel, []string{platforms + "|so dien thoai|so nay|hotline|email|thu dien tu|kenh|dau so|dia chi", offices + "|chinh thuc|chinh chu", "phai khong|dung khong|co phai|khong phai|chinh thuc|chinh chu|that khong|that hay gia|gia khong"},
			"noi|don|dang|viet|chia se|bao la|bao rang|dua tin|tin nay|bai nay|video|clip|thong bao|bao nhieu|khi nao|lua dao|phat ngon", 30},
		{WantCheck, []string{Truly, "van ban nay|quyet dinh nay|cong van nay|thong bao nay|giay nay|van ban so|quyet dinh so|cong van so|doan nay|doan van nay"}, sanctions + "|" + Asking, 0},
		{WantRumour, []string{platforms + "|tin don|nghe noi|thay don|nghe don|don la|co tin|dan mang", "co dung khong|dung khong|co that khong|that khong|phai khong|co phai khong|co dung la|co that la|thuc hu|dung hay sai|that hay gia|co chinh xac khong|co dung k"}, "lua dao|" + sanctions, 0},
		{WantRumour, []string{"tin nay|cai nay|bai nay|link nay|clip nay|video nay|anh nay|tin do|noi dung nay|thong tin nay", "gia khong|that khong|dung khong|fake khong|gia k|that k|gia ko|that ko|gia hay that|that hay gia|phai tin gia|tin gia a|xac minh|kiem chung"}, sanctions, 0},
		{WantReport, []string{falsehood, platforms + "|bao cao|bao tin|phan anh|toi thay|em thay|thay co|co nguoi|lan truyen|to giac|bao voi|muon bao|dang lan"}, sanctions + "|" + counting + "|phong chong|phong tranh|tuyen truyen|giai phap|nhan biet|cach phong|ke hoach|chong tin gia|lam sao de", 0},
		{WantReport, []string{platforms, "noi co|noi la|noi rang|bao la|dang tin|dang thong tin|lan truyen|chia se|don|dang la|bao co", "vo ly|hoang mang|bay ba|bay dat|khong dung|xao|khong co that|sai|tin duoc khong|kiem tra giup|xac minh"}, sanctions, 0},
		{WantReport, []string{"bao tin gia|bao tin sai|bao tin gia tin sai|to giac tin gia|bao cao tin gia"}, Asking, 8},
		{WantReport, []string{"lua dao khong|lua dao phai khong|co phai lua dao|lua dao day"}, sanctions, 0},
		{WantHuman, []string{"gap can bo|gap nguoi that|gap nhan vien|noi chuyen voi nguoi|noi chuyen voi can bo|gap nguoi phu trach|gap tu van vien|chat voi nguoi|can gap nguoi|gap nguoi|cho gap|ket noi can bo|gap chuyen vien"}, Asking + "|lich tiep|tiep cong dan", 12},
		{WantWithdraw, []string{"rut yeu cau|rut lai yeu cau|rut cau hoi|rut lai cau hoi|huy yeu cau da gui|huy yeu cau toi da gui"}, Asking, 12},
		{WantProcedure, []string{"ho so", "nop|mot cua|dich vu cong|hen tra|giay hen|bien nhan", "tre|cham|qua han|chua tra|chua co ket qua|chua thay|khong ai tra loi|chua giai quyet|lau qua|chua xong|khong tra loi"}, "", 0},
		{WantList, []string{"tra cuu ho so|tra cuu yeu cau|ho so cua toi|ho so cua em|ho so cua minh|yeu cau cua toi|yeu cau cua em|yeu cau cua minh|tinh trang ho so|tinh trang yeu cau|xem ho so|kiem tra ho so|danh sach ho so|ho so toi gui|yeu cau toi gui|cau hoi toi gui"}, "thu tuc|dat dai|nop o dau", 14},
		{WantList, []string{"tra cuu|ho so|tinh trang"}, "", 2},
		{WantList, []string{"toi gui|em gui|minh gui|toi da gui|em da gui|cua toi|cua em|cua minh", "den dau roi|toi dau roi|the nao roi|xong chua|tra loi chua|co ket qua chua|giai quyet chua", "yeu cau|cau hoi|phieu"}, "", 16},
		{WantList, []string{"bao gio tra loi toi|khi nao tra loi toi|bao gio tra loi em|khi nao tra loi em|bao gio tra loi minh|khi nao tra loi minh|sao chua tra loi toi|sao chua tra loi em"}, "", 9},
		{WantPress, []string{"dang ky phong vien|dang ky nha bao|dang ky the nha bao|dang ky lam phong vien|xac minh phong vien|xac minh nha bao|xac minh the nha bao|theo doi phat ngon moi"}, Asking, 14},
		{WantPress, []string{"i am a reporter|i am a journalist|i m a reporter|i m a journalist|register as a reporter|register as a journalist|press registration|press accreditation|register as foreign press"}, "", 14},
		{WantPress, []string{"toi la phong vien|em la phong vien|minh la phong vien|toi la nha bao|em la nha bao|minh la nha bao"}, "hoi|de nghi|yeu cau|xin|cung cap|can|so lieu|phong van|lien he|gap|deadline|han|muon|khieu nai|bao cao|tin gia|" + Asking, 12},
		{WantInterview, []string{"phong van", "xin|dang ky|muon|de nghi|dat lich|sap xep|bo tri|can phong van"}, "vien chuc|cong chuc|xin viec|tuyen dung|thi tuyen|vong phong van", 0},
		{WantPersonalList, []string{"danh sach|ho ten", "ho ngheo|ho can ngheo|nguoi nhan|hoc sinh|benh nhan|ho dan|doi tuong|nguoi co cong|nguoi ngheo|cac ho|bao tro", "xin|cung cap|cho|gui|can"}, "o dau cong khai", 0},
		{WantWhen, []string{"gui hom nay|gui bay gio|gui luc nay|gui yeu cau|gui cau hoi|neu gui|hoi hom nay|gui ngay", "bao gio|khi nao|ngay nao|bao lau|may ngay|bao nhieu ngay|hom nao", "tra loi|phan hoi|co ket qua|den han|han"}, "cong van|van ban|luat|toa soan|ho so|thu tuc|nop|da gui|" + mine, 16},
		{WantTerm, []string{"bao nhieu ngay|bao lau|may ngay|thoi han|han la|han tra loi|trong bao lau", "tra loi|duoc tra loi|cung cap thong tin|xin thong tin|yeu cau thong tin|phan hoi", "cong van|thong tin|bao chi|luat|van ban|cau hoi|yeu cau|toa soan"}, "ho so dat|so do|cap doi|ket hon|khai sinh", 0},
		{WantRequest, []string{"de nghi|yeu cau|xin|toi can", "cung cap|tra loi bang van ban|lam ro"}, "quy dinh|thu tuc|" + Asking, 0},
		{WantRequest, []string{"gui yeu cau|gui cau hoi|lap yeu cau|tao yeu cau|nop phieu|mo phieu|dat cau hoi cho"}, Asking, 8},
		{WantWhere, []string{"thuoc phuong nao|thuoc xa nao|gio thuoc|nay thuoc|nay la xa|nay la phuong|nhap vao dau|sap nhap vao dau|sap nhap vao xa nao|sap nhap vao phuong nao|gio la xa|gio la phuong|thuoc xa phuong nao|thuoc phuong xa nao|gio la gi|doi ten thanh|ten moi la|bay gio la|bay gio thuoc|nao gio thuoc", "phuong|xa|thi tran|huyen|thanh pho|thi xa|tp|tx"}, "bao nhieu|khi nao|bao gio", 20},
		{Want24, []string{"24h|24 gio|24 tieng|hai muoi bon gio", "len tieng|phat ngon|cung cap|tra loi|thong tin|bao chi|tra loi chinh thuc"}, "", 0},
	}
}

// notMine are not the person's own data in this chat.
const notMine = elsewhere + "|so do|so hong|dat dai|ho khau|tam tru|cu tru|can cuoc|hoc ba|ngan hang|bao hiem|thue|yeu cau da gui|an tich|no xau|bao nhieu|khi nao|o dau|the nao|tai sao|lam sao"

// elsewhere keeps what is not ours to erase.
const elsewhere = "facebook|tiktok|youtube|group|nhom|fanpage|trang|video|clip|bai dang|bai viet|website|telegram|cong thong tin|vneid"

// scam are the signs that money was taken by a trick.
const scam = "lua|lua dao|gia mao|deepfake|tien ao|chiem doat|hack|dau tu|quang cao|tin nhan|link|app|facebook|zalo|ma otp|gia danh|mao danh|cong tac vien|nhiem vu"
