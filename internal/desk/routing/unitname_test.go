package routing

import "testing"

func TestLetterheadNamesItsUnit(t *testing.T) {
	r := DefaultRegistry()
	for text, want := range map[string]string{
		"SỞ Y TẾ":                        "TH-YT",
		"SỞ Y TẾ TỈNH THANH HÓA":         "TH-YT",
		"SỞ Y TẾ THANH HOÁ":              "TH-YT",
		"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG":   "TH-NNMT",
		"SỞ VĂN HOÁ, THỂ THAO & DU LỊCH": "TH-VHTTDL",
		"ỦY BAN NHÂN DÂN TỈNH THANH HÓA": "TH-UBND",
		"UỶ BAN NHÂN DÂN TỈNH":           "TH-UBND",
		"UBND TỈNH THANH HÓA":            "TH-UBND",
		"VĂN PHÒNG UBND TỈNH":            "TH-VPUB",
		"UBND XÃ TRUNG SƠN":              "14875",
		"ỦY BAN NHÂN DÂN XÃ TRUNG SƠN":   "14875",
		"CÔNG AN TỈNH THANH HÓA":         "TH-CA",
		// What a letterhead may also hold leads nowhere.
		"TỈNH THANH HÓA":      "",
		"TRUNG SƠN":           "",
		"SO Y TE":             "",
		"BỆNH VIỆN NHI":       "",
		"UBND HUYỆN KHÔNG CÓ": "",
		"":                    "",
	} {
		if got, ok := r.UnitNamed(text); got != want || ok != (want != "") {
			t.Errorf("UnitNamed(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestOffice(t *testing.T) {
	r := DefaultRegistry()
	for code, want := range map[string]string{
		"15865": "UBND xã Hoằng Hóa", "16531": "UBND phường Sầm Sơn", "TH-YT": "Sở Y tế", "99999": "",
	} {
		if got := r.Office(code); got != want {
			t.Errorf("Office(%q) = %q, want %q", code, got, want)
		}
	}
}
