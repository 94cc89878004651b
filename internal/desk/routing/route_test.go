package routing

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRouteReachesAUnitThatIsExpected(t *testing.T) {
	f, err := os.Open("testdata/routing.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := DefaultRegistry()
	for s := bufio.NewScanner(f); s.Scan(); {
		var q struct {
			Text  string   `json:"text"`
			Units []string `json:"units"`
		}
		if err := json.Unmarshal(s.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		t.Run(q.Text, func(t *testing.T) {
			got := r.Route(q.Text)
			if len(q.Units) == 0 && (got.Known || got.Unit != ProvinceOffice) {
				t.Errorf("Route = %+v, want the province office as fallback", got)
			}
			if len(q.Units) > 0 && !slices.Contains(q.Units, got.Unit) {
				t.Errorf("Unit = %s %v, want one of %v", got.Unit, got.Others, q.Units)
			}
		})
	}
}

func TestRoute(t *testing.T) {
	tests := []struct {
		name, text string
		unit       string
		others     []string
		changes    []Change
	}{
		{"a body by its full name", "Sở Y tế trả lời thế nào?", "TH-YT", nil, nil},
		{"a body without marks", "so y te tra loi the nao", "TH-YT", nil, nil},
		{"a body with & in its short name", "Sở GD&ĐT công bố chưa", "TH-GDDT", nil, nil},
		{"old placement of the tone mark", "Sở Văn hoá nói gì", "TH-VHTTDL", nil, nil},
		{"decomposed text", "Sở Y te\u0302\u0301", "TH-YT", nil, nil},
		{"a commune's committee beats its topic", "UBND xã Cẩm Thạch cung cấp hồ sơ đấu giá đất", "15142", nil, nil},
		{"the committee spelled out", "Ủy ban nhân dân xã Lam Sơn", "15544", nil, nil},
		{"a committee without marks, by the type word", "ubnd phuong dong tien", "15853", nil, nil},
		{"a body beats topics", "Sở Y tế nói gì về rác thải", "TH-YT", []string{"TH-NNMT"}, nil},
		{"sector first, place as copy", "mất điện ở Cẩm Thủy", "TH-DIEN", []string{"15127"}, nil},
		{"a small local matter goes to the commune first", "rác thải ở phường Hạc Thành", "14797", []string{"TH-NNMT"}, nil},
		{"the police before others at equal weight", "tai nạn ở công trường thủy điện, môi trường ra sao", "TH-CA", []string{"TH-NNMT", "TH-CT"}, nil},
		{"a former commune, told once", "phường Đông Hải bao giờ làm vỉa hè, dân Đông Hải hỏi", "14797", nil,
			[]Change{{"Phường Đông Hải", "Phường Hạc Thành"}}},
		{"a commune that kept its name changes nothing", "xã Tam Chung", "14848", nil, nil},
		{"a dissolved body", "sở gtvt nói gì", "TH-XD", nil, []Change{{"Sở Giao thông vận tải", "Sở Xây dựng"}}},
		{"a dissolved body with one matter gone elsewhere", "Sở GTVT đổi giấy phép lái xe ở đâu", "TH-CA", nil,
			[]Change{{"Sở Giao thông vận tải", "Công an tỉnh Thanh Hóa"}}},
		{"a divided body, by topic: digital", "Sở TTTT nói gì về chuyển đổi số", "TH-KHCN", nil,
			[]Change{{"Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"}}},
		{"a divided body, by topic: press", "Sở TT&TT cấp giấy phép xuất bản bản tin", "TH-VHTTDL", nil,
			[]Change{{"Sở Thông tin và Truyền thông", "Sở Văn hóa, Thể thao và Du lịch"}}},
		{"a landmark", "san bay tho xuan mo rong chua", "15553", nil, nil},
		{"a district's bare name is its seat", "o ngoc lac co gi moi", "15061", nil, nil},
		{"a town that became two wards is both", "Sầm Sơn mùa này thế nào", "16531", []string{"16516"}, nil},
		{"a district decides which of several", "phường Lam Sơn, thị xã Bỉm Sơn", "14812", nil,
			[]Change{{"Thị xã Bỉm Sơn", "2 xã, phường: Bỉm Sơn, Quang Trung"}, {"Phường Lam Sơn", "Phường Bỉm Sơn"}}},
		{"the province itself is its office", "UBND tỉnh Thanh Hóa chỉ đạo gì", ProvinceOffice, nil, nil},
		{"a phrase cut short is not a name", "sở", ProvinceOffice, nil, nil},
		{"a one-word topic needs its marks", "bao gio thi xong", ProvinceOffice, nil, nil},
		{"a telephone is not electricity", "số điện thoại riêng của ông ấy", ProvinceOffice, nil, nil},
		{"a street is no ward", "đường Quang Trung", ProvinceOffice, nil, nil},
		{"an everyday word is no commune", "thắng lợi của chúng ta", ProvinceOffice, nil, nil},
		{"another province of the same name", "thi công ở Quảng Ninh", ProvinceOffice, nil, nil},
		{"nothing", "", ProvinceOffice, nil, nil},
	}
	r := DefaultRegistry()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Route(tt.text)
			want := Route{Unit: tt.unit, Others: tt.others, Changes: tt.changes, Known: got.Known}
			if len(got.Others) == 0 {
				got.Others = nil
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Route(%q) (-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestRouteAsksWhichPlace(t *testing.T) {
	tests := []struct {
		text string
		want []string // "unit former district"
	}{
		{"xa dong son", []string{"16378  Thành phố Thanh Hóa", "14797 Phường Đông Sơn Thành phố Thanh Hóa",
			"14812 Phường Đông Sơn Thị xã Bỉm Sơn", "15853  Huyện Đông Sơn", "16417  Huyện Đông Sơn"}},
		{"phuong dong tien", []string{"15724  Huyện Triệu Sơn", "15853  Huyện Thiệu Hóa, Thành phố Thanh Hóa"}},
		{"xã Lam Sơn", []string{"15544  Huyện Thọ Xuân", "14797 Phường Lam Sơn Thành phố Thanh Hóa",
			"14812 Phường Lam Sơn Thị xã Bỉm Sơn", "15124 Xã Lam Sơn Huyện Ngọc Lặc"}},
		{"Phường Đông Thọ", []string{"14758 Phường Đông Thọ Thành phố Thanh Hóa", "14797 Phường Đông Thọ Thành phố Thanh Hóa"}},
		{"huyện Vĩnh Lộc", []string{"15349  Huyện Vĩnh Lộc", "15361  Huyện Vĩnh Lộc", "15382  Huyện Vĩnh Lộc"}},
		{"Sở Y tế nói gì về phường Đông Thọ", nil}, // the body is named: nothing to ask
		{"ô nhiễm ở huyện Vĩnh Lộc", nil},          // the sector is known
		{"phường Đông Tiến", nil},
		{"xã Đồng Tiến", nil},
	}
	r := DefaultRegistry()
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			var got []string
			for _, p := range r.Route(tt.text).Choices {
				got = append(got, p.Unit+" "+p.Former+" "+p.District)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Choices (-want +got)\n%s", diff)
			}
		})
	}
}

// Every former name that leads to several units must be asked about, with and
// without marks, and every other one must lead to its unit.
func TestRouteOfEveryFormerCommune(t *testing.T) {
	r := DefaultRegistry()
	rows, err := r.parseFormer(string(oldToNewTSV))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		_, bare := cutPlaceType(row.name)
		for _, text := range []string{row.name, strings.ToLower(row.name), unmark(row.name)} {
			got := r.Route(text)
			p, _ := r.places.at(words(text), len(words(text))-len(words(bare)))
			several := len(unitsOf(p.meanings)) > 1
			if several != (len(got.Choices) > 0) || !several && got.Unit != row.unit {
				t.Errorf("Route(%q) = %+v, want several=%t, unit %s", text, got, several, row.unit)
			}
		}
	}
}

func TestEveryUnitIsReachedByItsOwnName(t *testing.T) {
	r := DefaultRegistry()
	for _, u := range r.Units() {
		name := u.Name
		if u.Level == "commune" {
			name = "UBND " + name
		}
		want := u.Code
		if want == ProvinceCommittee {
			want = ProvinceOffice
		}
		for _, text := range []string{name, unmark(name)} {
			if got := r.Route(text); got.Unit != want {
				t.Errorf("Route(%q).Unit = %s, want %s", text, got.Unit, want)
			}
		}
	}
}

func unmark(s string) string {
	var out []string
	for _, w := range words(s) {
		out = append(out, w.fold)
	}
	return strings.Join(out, " ")
}

func TestParseRegistryRefuses(t *testing.T) {
	const unit = `[{"code":"A","name":"Đơn vị A","level":"province"}]`
	tests := []struct{ name, units, tsv string }{
		{"broken JSON", `[`, ""},
		{"a code twice", `[{"code":"A","name":"x"},{"code":"A","name":"y"}]`, ""},
		{"a unit without name", `[{"code":"A"}]`, ""},
		{"a line of the wrong width", unit, "h\nHuyện X\tXã Y\n"},
		{"an unknown new unit", unit, "h\nHuyện X\tXã Y\tXã Z\t999\tno\tno\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := ParseRegistry([]byte(tt.units), []byte(tt.tsv)); err == nil {
				t.Error("ParseRegistry = nil error")
			}
		})
	}
}

func FuzzRoute(f *testing.F) {
	f.Add("Sở Y tế ở xã Đông Sơn")
	f.Add("tt tp tx thi xa ubnd p. x.")
	r := DefaultRegistry()
	f.Fuzz(func(t *testing.T, text string) {
		got := r.Route(text)
		if _, ok := r.Unit(got.Unit); !ok {
			t.Errorf("Route(%q).Unit = %q, not a unit", text, got.Unit)
		}
		if !got.Known && (got.Unit != ProvinceOffice || len(got.Others) > 0) {
			t.Errorf("Route(%q) = %+v: unknown but not the fallback", text, got)
		}
	})
}

func BenchmarkRoute(b *testing.B) {
	r := DefaultRegistry()
	for b.Loop() {
		r.Route("Tôi là phóng viên, đề nghị Sở Y tế cung cấp số ca ngộ độc thực phẩm tại Bỉm Sơn và kết quả xét nghiệm. Hạn báo in là 17h chiều mai.")
	}
}
