package propose

import (
	"slices"
	"strings"
	"testing"

	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

func TestEachFactBecomesTheQuestionItAnswers(t *testing.T) {
	for body, want := range map[string]string{
		"Hộ di dời được nhận tiền thuê nhà 4,5 triệu đồng/tháng.":                "Di dời chung cư Hàm Long: hộ di dời được nhận tiền thuê nhà bao nhiêu tiền?",
		"Hồ sơ xin hỗ trợ nộp trước ngày 15/6/2026.":                             "Di dời chung cư Hàm Long: hồ sơ xin giúp đỡ nộp hạn đến khi nào?",
		"Nhà mới khởi công từ ngày 18/6 đến ngày 18/8/2026.":                     "Di dời chung cư Hàm Long: nhà mới động thổ từ ngày nào đến ngày nào?",
		"Người dân nhận tiền tại nhà văn hóa phố Đông.":                          "Di dời chung cư Hàm Long: người dân nhận tiền ở đâu?",
		"Hộ cơi nới trái phép không được tính phần cơi nới.":                     "Di dời chung cư Hàm Long: hộ cơi nới trái phép có tính phần cơi nới không?",
		"Cả khu có tất cả 168 hộ phải dọn đi.":                                   "Di dời chung cư Hàm Long: cả khu có tất cả bao nhiêu hộ phải dọn đi?",
		"Mọi thắc mắc xin gọi đường dây nóng 1900 0323 (số điện thoại mẫu).":     "Gọi số điện thoại nào để hỏi về di dời chung cư Hàm Long?",
		"Việc di dời chung cư Hàm Long xong vào quý I/2027, theo đúng kế hoạch.": "Việc di dời chung cư Hàm Long xong vào khi nào?",
	} {
		all := Questions(statement.Statement{Title: "Thông báo về việc di dời chung cư Hàm Long", Body: body}, Most)
		if !slices.Contains(all, want) {
			t.Errorf("%s\n gives %q\nwant %q", body, all, want)
		}
	}
}

func TestWhatSaysNothingGivesNoQuestion(t *testing.T) {
	if all := Questions(statement.Statement{Title: "Lời chúc", Body: "Kính chúc bà con mạnh khỏe."}, Most); len(all) > 0 {
		t.Errorf("%q", all)
	}
}

func TestSamplesGetSixToTenQuestionsOfOneLineEach(t *testing.T) {
	all, err := samples.Statements()
	if err != nil {
		t.Fatal(err)
	}
	few := 0
	for _, s := range all {
		questions := Questions(s, Most)
		if len(questions) < 6 {
			few++
		}
		seen := map[string]bool{}
		for _, q := range questions {
			if seen[statement.Wording(q)] || strings.ContainsAny(q, "\n|") || len([]rune(q)) > 200 || !strings.HasSuffix(q, "?") {
				t.Errorf("%s: %q", s.Code, q)
			}
			seen[statement.Wording(q)] = true
		}
		if again := Questions(s, Most); !slices.Equal(questions, again) || len(questions) > Most {
			t.Errorf("%s: %q, then %q", s.Code, questions, again)
		}
	}
	if few*10 > len(all) {
		t.Errorf("%d of %d samples get fewer than six", few, len(all))
	}
}
