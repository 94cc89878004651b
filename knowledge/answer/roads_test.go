package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRoadsAreReadInEveryWriting(t *testing.T) {
	for text, want := range map[string][]string{
		"Sạt lở trên Quốc lộ 15C bao giờ thông xe?":            {"QL15C"},
		"ql 217 a, sat lo ql 15 ạ":                             {"QL217", "QL15"},
		"ql15c sat lo":                                         {"QL15C"},
		"quốc lộ 15C, 16 và 217":                               {"QL15C", "QL16", "QL217"},
		"Quốc lộ số 1A và đường tỉnh 519":                      {"QL1A", "ĐT519"},
		"tỉnh lộ 514 dài 12 km":                                {"ĐT514"},
		"có 16 điểm sạt lở trên quốc lộ":                       nil,
		"Quốc lộ có mấy điểm sạt lở, năm 2026 có 12 điểm":      nil,
		"đường ven biển 4 làn xe, quản lý 3 dự án quốc lộ mới": nil,
	} {
		if diff := cmp.Diff(want, roads(text)); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}
