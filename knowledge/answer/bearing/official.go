package bearing

import (
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// official lists, by a word people use, the words that statements use for it.
// It helps to choose among the sentences of a statement that was found, no more.
var official = readOfficial(`
trả lời: cung cấp, phản hồi
chết: tử vong
heo: lợn
nhà: hộ
tiền: phí, đồng, giá
đền: hỗ trợ, bồi thường
bồi thường: hỗ trợ
cho: hỗ trợ
xong: hoàn thành
lở: sạt
cúp: ngừng
cắt: ngừng
lương: thu nhập
giải tỏa: bàn giao
giấy: hồ sơ
làm giấy: thủ tục
ghi tên: đăng kí
đóng: thu, nộp
khất: gia hạn
phạt: xử lí
xây: dựng
clip: video
bộ đội: quân sự
máy lạnh: điều hòa
máy bay: hàng không
buôn bán: kinh doanh
hộ khẩu: cư trú
vô: vào
coi: xem
dời: di
cọc: đặt
sang tên: chuyển nhượng
thầy: giáo viên
cô giáo: giáo viên
dỏm: giả
đồn: sự thật
ngập: nước
hỏi: yêu cầu
`)

func readOfficial(table string) map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(table) {
		if said, written, ok := strings.Cut(line, ":"); ok {
			all[strings.Join(lang.Keys(said), " ")] = lang.Keys(written)
		}
	}
	return all
}

// MeaningsOf maps the keys that may stand for words of q, official ones too.
func MeaningsOf(x *search.Index, q *search.Query) map[string]search.Meaning {
	all := q.Meanings(x)
	asked, before := q.Asked(), ""
	for _, word := range q.Path() {
		key := asked[word].Key
		for _, said := range []string{key, before + " " + key} {
			for _, written := range official[said] {
				if _, ok := all[written]; !ok {
					all[written] = search.Meaning{Word: int(word)}
				}
			}
		}
		before = key
	}
	return all
}
