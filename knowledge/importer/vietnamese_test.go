package importer

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestLettersThatAreNotThoseOnPaperAreSeen(t *testing.T) {
	sentence := "Từ ngày 15/11/2026, nhà máy nước Hòa Phú cấp nước trở lại cho bảy xã, phường phía bắc."
	misread, err := charmap.Windows1252.NewDecoder().String(sentence)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		text  string
		kind  flawKind
		fatal bool
	}{
		"Vietnamese":                   {sentence, flawNone, false},
		"Vietnamese in capitals":       {strings.ToUpper(sentence), flawNone, false},
		"a letter and its marks apart": {"Tu\u031b\u0300 nga\u0300y mai", flawNone, false},
		"tone marks of older typing":   {"hoà bình, thuỷ lợi, khoẻ mạnh", flawNone, false},
		"names of the highlands":       {"Đắk Lắk, Đắk Nông, Krông Pắk", flawNone, false},
		"English":                      {"The naïve café in Zürich, São Paulo and Køln", flawNone, false},
		"French":                       {"L'été dernier, où la délégation française a été reçue à Hanoï", flawNone, false},
		"German and Spanish":           {"Die Größe für Müller ist schön; el señor Núñez y la niña", flawNone, false},
		"measures":                     {"bụi 10 µm, 5 µg/m³, 38,5°C ± 0,5; Pfizer®; © 2026; «khẩn»; ½ liều; 2 × 3", flawNone, false},
		"a measure alone":              {"µm", flawNone, false},
		"a question in an address":     {"https://thanhhoa.example/tin?id=7&b=x", flawNone, false},
		"questions":                    {"Bao giờ?Ở đâu? Ai?", flawNone, false},
		"TCVN3":                        {"Tõ ngµy 15/11/2026, c¸c tr¹m y tÕ tæ chøc tiªm v¾c xin sëi", flawTCVN3, true},
		"TCVN3 without soft hyphens":   {"®îc hÑn lÞch kh¸c", flawTCVN3, true},
		"one word of TCVN3":            {"S¸ng", flawTCVN3, true},
		"a word of TCVN3 among others": {"Các trạm y tế tổ chức tiêm cho trẻ từ 9 tháng tuổi vào buổi s¸ng hằng ngày", flawTCVN3, false},
		"VNI":                          {"Töø ngaøy 15/11, caùc traïm y teá toå chöùc tieâm", flawVNI, true},
		"VNI in capitals":              {"UÛY BAN NHAÂN DAÂN TÆNH THANH HOÙA", flawVNI, true},
		"windows-1258":                 {"TýÌ ngày 15/11, các traòm y têì tôÒ chýìc tiêm", flaw1258, true},
		"UTF-8 taken for Latin":        {misread, flawDoubled, true},
		"the same, tidied":             {tidy(misread), flawDoubled, true},
		"a letter lost":                {"phường phía b\ufffdc", flawBroken, false},
		"a code without a meaning":     {"Có \uf0b7 sáng", flawBroken, false},
		"letters turned to questions":  {"Th?ng b?o v? vi?c", flawBroken, false},
		"letters drawn twice":          {"LLưưuu ýý:: ttrrẻẻ ssốốtt", flawGarbled, false},
		"a word mistyped, alone":       {"thâ", flawNone, false},
		"the letter of Iceland":        {"Ðông Ða, Nghị định 25/2011/NÐ-CP", flawEth, false},
		"abbreviations":                {"NĐ 13 và QĐ của HĐND, Sở GDĐT", flawNone, false},
		"nothing":                      {"", flawNone, false},
	} {
		t.Run(name, func(t *testing.T) {
			if f := flawOf(test.text); f.kind != test.kind || f.fatal() != test.fatal {
				t.Errorf("%q: got %+v, want kind %d, fatal %v", test.text, f, test.kind, test.fatal)
			}
		})
	}
}
