package slots

import (
	"slices"
	"strings"
)

// provinces are the provinces and great cities outside, old and new.
var provinces = readProvinces(`nghệ an|hà tĩnh|quảng bình|quảng trị|thừa thiên huế|ở huế|tỉnh huế|đà nẵng|quảng nam|quảng ngãi|bình định|
	phú yên|khánh hòa|ninh thuận|bình thuận|kon tum|gia lai|đắk lắk|đắk nông|lâm đồng|bình phước|tây ninh|bình dương|đồng nai|vũng tàu|
	hồ chí minh|sài gòn|long an|tiền giang|bến tre|trà vinh|vĩnh long|đồng tháp|an giang|kiên giang|cần thơ|hậu giang|sóc trăng|bạc liêu|
	cà mau|hà nội|hải phòng|quảng ninh|hạ long|bắc giang|bắc ninh|hải dương|hưng yên|vĩnh phúc|phú thọ|thái nguyên|thái bình|nam định|
	hà nam|ninh bình|hòa bình|sơn la|lai châu|điện biên|lào cai|yên bái|tuyên quang|hà giang|cao bằng|bắc kạn|lạng sơn|thành phố vinh`)

func readProvinces(list string) (names []string) {
	for name := range strings.SplitSeq(list, "|") {
		names = append(names, strings.TrimSpace(folded(name)))
	}
	return names
}

// otherProvince: a province is named that the statement does not name.
func (r *reading) otherProvince() bool {
	about := strings.ReplaceAll(r.about, " thai binh duong ", " ") // an ocean
	return slices.ContainsFunc(provinces, func(name string) bool {
		return holds(about, name) && !holds(r.statement, strings.TrimPrefix(name, "o "))
	})
}

// otherPlace: places are named, none of them by the statement.
func (r *reading) otherPlace() bool {
	return len(r.Places) > 0 && !slices.ContainsFunc(r.Places, func(p string) bool { return slices.Contains(r.span.Places, p) })
}

// route is the two ends of a way.
var route = phrases(`tu (\S+ \S+) (?:den|toi|di|ve|sang|ra|vao|len|xuong) (\S+ \S+)`)

// otherRoute: of the two ends of a way the statement has one.
func (r *reading) otherRoute() bool {
	ends := route.FindStringSubmatch(r.about)
	return ends != nil && holds(r.statement, ends[1]) != holds(r.statement, ends[2])
}
