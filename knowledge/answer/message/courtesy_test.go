package message

import "testing"

func TestCourtesyIsNoPartOfTheQuestion(t *testing.T) {
	for text, want := range map[string]string{
		"Cho cháu hỏi xã Cẩm Thủy cắt điện ngày nào?":                                        "xã Cẩm Thủy cắt điện ngày nào?",
		"Dạ em chào anh chị, cho em hỏi xã Cẩm Thủy cắt điện ngày nào ạ? Em cảm ơn nhiều ạ.": "xã Cẩm Thủy cắt điện ngày nào?",
		"alo shop oi cho e hoi gia ve bao nhieu a, e cam on":                                 "gia ve bao nhieu",
		"ad ơi cho mình hỏi chút: giá vé bao nhiêu giúp em với ạ":                            "giá vé bao nhiêu",
		"cho em hỏi 3 việc ạ:\n1. giá vé bao nhiêu\n2. mở cửa mấy giờ":                       "1. giá vé bao nhiêu\n2. mở cửa mấy giờ",
		"cho hoi may dieu sau: gia ve bao nhieu, mo cua may gio":                             "gia ve bao nhieu, mo cua may gio",
		// What only looks like it stays.
		"hai việc này ai làm: xây kè, làm đường": "hai việc này ai làm: xây kè, làm đường",
		"3 việc ạ:":                    "3 việc ạ:",
		"phải đăng ký trước":           "phải đăng ký trước",
		"Báo tin giả ở đâu?":           "Báo tin giả ở đâu?",
		"hỏi đáp pháp luật ở đâu":      "hỏi đáp pháp luật ở đâu",
		"cảm ơn nhiều ạ":               "cảm ơn nhiều ạ",
		"cho hỏi":                      "cho hỏi",
		"Anh chị em ruột có được nhận": "Anh chị em ruột có được nhận",
	} {
		if got := Plainly(text); got != want {
			t.Errorf("plainly(%q) = %q, want %q", text, got, want)
		}
	}
}
