package policy

import (
	"encoding/json"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/routing"
)

// parseUnits reads the units with their aliases and the table of former communes
// that lead to them. The two are edited apart and are only right together.
func parseUnits(units, former []byte) (*routing.Registry, error) {
	codes, err := checkUnits(units)
	if err != nil {
		return nil, err
	}
	if err := checkFormer(string(former), codes); err != nil {
		return nil, err
	}
	r, err := routing.ParseRegistry(units, former)
	if err != nil { // what the checks above did not foresee
		return nil, invalid(KindUnits, "", "Danh sách đơn vị không dùng được (%v). Vui lòng xem lại dòng vừa sửa.", err)
	}
	return r, nil
}

func checkUnits(data []byte) (codes map[string]bool, err error) {
	var units []routing.Unit
	if !json.Valid(data) {
		return nil, desk.Decode(string(KindUnits), data, &units)
	}
	if err := json.Unmarshal(data, &units); err != nil { // columns that nothing reads are welcome here
		return nil, invalid(KindUnits, "", "Danh sách đơn vị có giá trị không đúng kiểu (%v). Vui lòng xem lại dòng vừa sửa.", err)
	}
	codes = map[string]bool{}
	for i, u := range units {
		switch {
		case u.Code == "" || u.Name == "":
			return nil, invalid(KindUnits, u.Code, "Đơn vị thứ %d (%s%s) cần cả mã và tên.", i+1, u.Code, u.Name)
		case codes[u.Code]:
			return nil, invalid(KindUnits, u.Code, "Mã đơn vị %q có hai lần trong danh sách. Vui lòng đổi một mã.", u.Code)
		}
		codes[u.Code] = true
	}
	if err := channels.Check(units); err != nil {
		return nil, invalid(KindUnits, "channels", "Kênh chính thức: %v. Vui lòng xem lại mục channels của đơn vị này.", err)
	}
	for _, code := range []string{routing.ProvinceOffice, routing.ProvinceCommittee} {
		if !codes[code] {
			return nil, invalid(KindUnits, code, "Danh sách thiếu đơn vị %s là đầu mối. Vui lòng giữ lại đơn vị này.", code)
		}
	}
	return codes, nil
}

// formerColumns are those of data/old_to_new.tsv; the fourth is the unit's code.
const formerColumns = 6

func checkFormer(tsv string, codes map[string]bool) error {
	number := 0
	for line := range strings.Lines(tsv) {
		if number++; number == 1 {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) != formerColumns {
			return invalid(KindPlaces, "", "Bảng tên xã cũ, dòng %d (%q) có %d cột, cần %d cột cách nhau bằng phím Tab.", number, f[0], len(f), formerColumns)
		}
		if !codes[f[3]] {
			return invalid(KindPlaces, f[1], "Bảng tên xã cũ, dòng %d (%s): không có đơn vị mang mã %q. Vui lòng sửa mã hoặc thêm đơn vị trước.", number, f[1], f[3])
		}
	}
	return nil
}
