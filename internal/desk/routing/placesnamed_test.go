package routing

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestPlacesNamed(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a commune by its kind", "Xã Yên Định có gì mới", []string{"15469"}},
		{"abbreviated", "p. ham rong, X. Hoằng Hoá", []string{"14758", "15865"}},
		{"its committee, without marks", "ubnd xa hoang hoa", []string{"15865"}},
		{"in capitals", "KHU TÁI ĐỊNH CƯ PHƯỜNG HẢI BÌNH", []string{"16645"}},
		{"a former town", "thị trấn Bút Sơn", []string{"15865"}},
		{"a former ward that was split is all it went to", "phường Đông Thọ", []string{"14758", "14797"}},
		{"a name of several is all of them", "phường Lam Sơn", []string{"14797", "14812"}},
		{"the kind decides between equal letters", "phuong dong tien", []string{"15853"}},
		{"another kind than the commune's is a slip", "xã Hàm Rồng", []string{"14758"}},
		{"a former commune with the province's letters", "xã Thanh Hòa, tỉnh Thanh Hóa", []string{"16213"}},
		{"a bare name with its marks", "Mường Lý có gì", []string{"14854"}},
		{"a bare name without its marks", "muong ly co gi", nil},
		{"a bare name that has no marks, written as a name", "ở Tam Chung", []string{"14848"}},
		{"the same in small letters", "o tam chung", nil},
		{"everyday words", "thắng lợi của chúng ta", nil},
		{"a street", "đường Quang Trung", nil},
		{"another province", "thi công ở Quảng Ninh", nil},
		{"the province", "UBND tỉnh Thanh Hóa", nil},
		{"a former district", "huyện Vĩnh Lộc", nil},
		{"a bare district is its seat", "ở Vĩnh Lộc", []string{"15349"}},
		{"a town that became two wards is both", "Sầm Sơn mùa này", []string{"16516", "16531"}},
		{"far is no commune", "cach xa, cách xa Đông Thọ", []string{"14758", "14797"}},
		{"a locality is no ward", "dia phuong dong tien", nil},
		{"a list", "cac xa muong ly, trung ly va bat mot", []string{"14854", "14857", "15607"}},
		{"two without a list", "xa muong ly va trung ly", []string{"14854", "14857"}},
		{"a district after its commune", "xã Tân Thành, Thường Xuân", []string{"15661"}},
		{"the same names in a list", "các xã Tân Thành, Thường Xuân", []string{"15661", "15646"}},
		{"once", "xã Mường Lý, UBND xã Mường Lý", []string{"14854"}},
		{"far down a long text", strings.Repeat("a ", 500) + "xã Yên Định", []string{"15469"}},
		{"nothing", "", nil},
	}
	r := DefaultRegistry()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, r.PlacesNamed(tt.text), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("PlacesNamed(%q) (-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestPlacesToday(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a ward of today is no former ward of its name", "phường Đông Sơn", []string{"16378"}},
		{"a name no commune bears today", "phường Đông Thọ", []string{"14758", "14797"}},
		{"a former town of two wards is both", "Sầm Sơn mùa này", []string{"16516", "16531"}},
	}
	r := DefaultRegistry()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, r.PlacesToday(tt.text)); diff != "" {
				t.Errorf("PlacesToday(%q) (-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func BenchmarkPlacesNamed(b *testing.B) {
	r := DefaultRegistry()
	for b.Loop() {
		r.PlacesNamed("Dịch tả lợn châu Phi ở xã Quan Sơn đã tiêu hủy bao nhiêu con?")
	}
}
