package slots

import (
	"testing"
	"time"

	vietnamese "phatngon/knowledge/text"
)

var now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// works is a statement on two works of one commune.
var works = Span{
	Title: "Tiến độ kè sông Chu và đường tránh tại xã Thanh Long", Scope: "UBND xã Thanh Long", Places: []string{"long"},
	Body: "Đường tránh dài 5 km, kinh phí 31 tỷ đồng, xong ngày 30/6/2026. Kè đang chờ vốn.\n\n" +
		"Tuyến 03 đi từ Cẩm Thủy về Thạch Quảng. Người lấn kè bị phạt 5 triệu đồng. Hợp tác xã Xứ Thanh chở đất.",
	IssuedAt: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC),
}

func quoting(text string) Span {
	s := works
	s.Text = text
	return s
}

const (
	road  = "Đường tránh dài 5 km, kinh phí 31 tỷ đồng, xong ngày 30/6/2026. Kè đang chờ vốn."
	fine  = "Người lấn kè bị phạt 5 triệu đồng."
	buses = "Tuyến 03 đi từ Cẩm Thủy về Thạch Quảng."
	haul  = "Hợp tác xã Xứ Thanh chở đất."
)

// cases are what each kind of thing named or asked for comes to.
var cases = map[string]struct {
	question, span string
	want           Reason
}{
	"the price asked for is there":         {"Đường tránh tốn bao nhiêu tiền?", road, ""},
	"nothing is named or asked for":        {"Đường tránh ra sao rồi?", road, ""},
	"no amount where an amount is asked":   {"Làm đường tránh tốn bao nhiêu tiền?", "Kè đang chờ vốn.", Missing},
	"no number where one is asked":         {"Cho tôi xin số điện thoại của tổ làm kè?", road, Missing},
	"no person where one is asked":         {"Chỉ huy công trường là ai?", "Kè đang chờ vốn.", Missing},
	"no reason where one is asked":         {"Vì sao kè chậm?", "Kè dài 2 km.", Missing},
	"a price where a fine is asked":        {"Lấn kè bị phạt bao nhiêu tiền?", road, OtherAmount},
	"the fine asked for":                   {"Lấn kè bị phạt bao nhiêu tiền?", fine, ""},
	"phát is no fine":                      {"Dân được phát bao nhiêu tiền?", "Mỗi hộ nhận 5 triệu đồng.", ""},
	"a firm of another matter":             {"Công ty nào chạy tuyến 03 Cẩm Thủy?", haul, OtherMatter},
	"an office is no firm":                 {"Cơ quan nào phạt người lấn kè?", "Ủy ban nhân dân xã phạt người lấn kè.", ""},
	"a decree is no year":                  {"Theo quyết định 1950, đường tránh ra sao?", road, ""},
	"another year":                         {"Năm 2021 làm đường tránh tốn bao nhiêu tiền?", road, OtherYear},
	"last year":                            {"Năm ngoái làm đường tránh tốn bao nhiêu tiền?", road, OtherYear},
	"the year of the statement":            {"Năm 2026 làm đường tránh tốn bao nhiêu tiền?", road, ""},
	"another day":                          {"Đường tránh có xong ngày 15/5 không?", road, OtherDay},
	"the day, written otherwise":           {"Đường tránh có xong ngày 30/06 không?", road, ""},
	"another line":                         {"Tuyến 07 đi lối nào?", buses, OtherNumber},
	"another province":                     {"Ở Đà Nẵng có làm kè không?", road, OtherProvince},
	"another place, by its name":           {"Có làm kè ở Thạch Lập không?", road, OtherName},
	"one end of a route":                   {"Xe đi từ Cẩm Thủy về Ngọc Lặc chạy mấy chuyến?", buses, OtherName},
	"one end of a route, in small letters": {"xe đi từ cẩm thủy về ngọc lặc chạy mấy chuyến", buses, OtherRoute},
	"both ends of a route":                 {"Xe đi từ Cẩm Thủy về Thạch Quảng chạy mấy chuyến?", buses, ""},
	"one's own home":                       {"Nhà em ở Thạch Lập, con đi Nghệ An. Đường tránh tốn bao nhiêu tiền?", road, ""},
	"one's own year":                       {"Con tôi sinh năm 2021. Đường tránh tốn bao nhiêu tiền?", road, ""},
}

func TestAQuotedSpanIsJudged(t *testing.T) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := Judge(Question{Text: c.question, Now: now}, quoting(c.span)); got != c.want {
				t.Errorf("%q: got %v, want %v", c.question, got, c.want)
			}
		})
	}
}

// Without diacritics names in capitals remain names; what the words mean is
// heard by the index.
func TestAQuotedSpanIsJudgedAlikeWithoutDiacritics(t *testing.T) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			typed := Question{Text: vietnamese.Fold(c.question), Words: vietnamese.Keys(c.question), Now: now}
			want := c.want
			if want == OtherName {
				return // told by the codes of places
			}
			if got := Judge(typed, quoting(c.span)); got != want {
				t.Errorf("%q: got %v, want %v", typed.Text, got, want)
			}
		})
	}
}

func TestThePlaceAskedAboutIsTheStatementsOwn(t *testing.T) {
	q := Question{Text: "thạch lập có kè không", Places: []string{"lap"}, Now: now}
	if got := Judge(q, quoting(road)); got != OtherPlace {
		t.Errorf("another commune: %v", got)
	}
	q.Places = append(q.Places, "long")
	if got := Judge(q, quoting(road)); got != "" {
		t.Errorf("its own commune: %v", got)
	}
}

func TestTheTopicIsWithoutOnesOwnCircumstances(t *testing.T) {
	for text, want := range map[string]string{
		"Nhà em ở Quảng Thái, có con nhỏ. Bao giờ có nước?":              "Bao giờ có nước?",
		"Con tôi học ở phường Hạc Thành, thu tiền mua ti vi được không?": "thu tiền mua ti vi được không?",
		"con toi hoc o hac thanh. thu tien mua ti vi co dung khong":      "thu tien mua ti vi co dung khong",
		"Nhà tôi mất điện": "Nhà tôi mất điện",
		"":                 "",
	} {
		if got := Topic(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
