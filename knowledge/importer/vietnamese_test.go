package importer

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"phatngon/knowledge/importer/paper"
)

func TestLettersThatAreNotThoseOnPaperAreSeen(t *testing.T) {
	sentence := "Từ ngày 15/11/2026, nhà máy nước Hòa Phú cấp nước trở lại cho bảy xã, phường phía bắc."
	misread, err := charmap.Windows1252.NewDecoder().String(sentence)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		text  string
		kind  paper.FlawKind
		fatal bool
	}{
		"Vietnamese":                   {sentence, paper.FlawNone, false},
		"Vietnamese in capitals":       {strings.ToUpper(sentence), paper.FlawNone, false},
		"a letter and its marks apart": {"Tu\u031b\u0300 nga\u0300y mai", paper.FlawNone, false},
		"tone marks of older typing":   {"hoà bình, thuỷ lợi, khoẻ mạnh", paper.FlawNone, false},
		"names of the highlands":       {"Đắk Lắk, Đắk Nông, Krông Pắk", paper.FlawNone, false},
		"English":                      {"The naïve café in Zürich, São Paulo and Køln", paper.FlawNone, false},
		"French":                       {"L'été dernier, où la délégation française a été reçue à Hanoï", paper.FlawNone, false},
		"German and Spanish":           {"Die Größe für Müller ist schön; el señor Núñez y la niña", paper.FlawNone, false},
		"measures":                     {"bụi 10 µm, 5 µg/m³, 38,5°C ± 0,5; Pfizer®; © 2026; «khẩn»; ½ liều; 2 × 3", paper.FlawNone, false},
		"a measure alone":              {"µm", paper.FlawNone, false},
		"a question in an address":     {"https://thanhhoa.example/tin?id=7&b=x", paper.FlawNone, false},
		"questions":                    {"Bao giờ?Ở đâu? Ai?", paper.FlawNone, false},
		"a tone on no vowel":           {"các trạm y tê t\u0301ô c\u0309hức", paper.FlawBroken, false},
		"a tone on a full stop":        {"từ 9 tháng tuôi.\u0309", paper.FlawBroken, false},
		"TCVN3":                        {"Tõ ngµy 15/11/2026, c¸c tr¹m y tÕ tæ chøc tiªm v¾c xin sëi", paper.FlawTCVN3, true},
		"TCVN3 without soft hyphens":   {"®îc hÑn lÞch kh¸c", paper.FlawTCVN3, true},
		"one word of TCVN3":            {"S¸ng", paper.FlawTCVN3, true},
		"a word of TCVN3 among others": {"Các trạm y tế tổ chức tiêm cho trẻ từ 9 tháng tuổi vào buổi s¸ng hằng ngày", paper.FlawTCVN3, false},
		"VNI":                          {"Töø ngaøy 15/11, caùc traïm y teá toå chöùc tieâm", paper.FlawVNI, true},
		"VNI in capitals":              {"UÛY BAN NHAÂN DAÂN TÆNH THANH HOÙA", paper.FlawVNI, true},
		"windows-1258":                 {"TýÌ ngày 15/11, các traòm y têì tôÒ chýìc tiêm", paper.Flaw1258, true},
		"UTF-8 taken for Latin":        {misread, paper.FlawDoubled, true},
		"the same, tidied":             {paper.Tidy(misread), paper.FlawDoubled, true},
		"a letter lost":                {"phường phía b\ufffdc", paper.FlawBroken, false},
		"a code without a meaning":     {"Có \uf0b7 sáng", paper.FlawBroken, false},
		"letters turned to questions":  {"Th?ng b?o v? vi?c", paper.FlawBroken, false},
		"letters drawn twice":          {"LLưưuu ýý:: ttrrẻẻ ssốốtt", paper.FlawGarbled, false},
		"a word mistyped, alone":       {"thâ", paper.FlawNone, false},
		"the letter of Iceland":        {"Ðông Ða, Nghị định 25/2011/NÐ-CP", paper.FlawEth, false},
		"abbreviations":                {"NĐ 13 và QĐ của HĐND, Sở GDĐT", paper.FlawNone, false},
		"nothing":                      {"", paper.FlawNone, false},
	} {
		t.Run(name, func(t *testing.T) {
			if f := paper.FlawOf(test.text); f.Kind != test.kind || f.Fatal() != test.fatal {
				t.Errorf("%q: got %+v, want kind %d, fatal %v", test.text, f, test.kind, test.fatal)
			}
		})
	}
}
