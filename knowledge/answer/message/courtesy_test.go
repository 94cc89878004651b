package message

import "testing"

func TestCourtesyIsNoPartOfTheQuestion(t *testing.T) {
	for text, want := range map[string]string{
		"Cho cháu hỏi xã Cẩm Thủy cắt điện ngày nào?":                                        "xã Cẩm Thủy cắt điện ngày nào?",
		"Dạ em chào anh chị, cho em hỏi xã Cẩm Thủy cắt điện ngày nào ạ? Em cảm ơn nhiều ạ.": "xã Cẩm Thủy cắt điện ngày nào?",
		"alo shop oi cho e hoi gia ve bao nhieu a, e cam on":                                 "gia ve bao nhieu",
		"ad ơi cho mình hỏi chút: giá vé bao nhiêu giúp em với ạ":                            "giá vé bao nhiêu",
		// What only looks like it stays.
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
