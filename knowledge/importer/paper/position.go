package paper

import (
	"regexp"
	"strings"
)

// Authority begins the line that says on whose behalf somebody signs (Decree
// 30/2020/NĐ-CP, Art. 13).
var Authority = regexp.MustCompile(`^(TM|KT|TL|TUQ|T/M|K/T|T/L)\s*\.?\s*\p{Lu}`)

var acting = regexp.MustCompile(`^(?:Q\s*\.|QUYỀN)\s*`)

// positions of those who sign, as they are written: the heads of a unit.
var heads = []string{
	"Chủ tịch", "Giám đốc", "Tổng Giám đốc", "Cục trưởng", "Chi cục trưởng", "Trưởng ban", "Chánh Thanh tra", "Viện trưởng",
	"Chánh án", "Tổng Biên tập", "Chánh Văn phòng", "Bí thư", "Trưởng phòng", "Hiệu trưởng", "Chỉ huy trưởng", "Chủ nhiệm",
	"Trưởng Thuế tỉnh", "Đội trưởng", "Vụ trưởng", "Tổng cục trưởng", "Trưởng đoàn", "Trưởng Công an", "Chính ủy", "Tổng Thư ký",
	"Trạm trưởng", "Hạt trưởng", "Thủ trưởng", "Trưởng cơ quan", "Trưởng trạm", "Chỉ huy phó", "Tỉnh đội trưởng",
}

// Spokesman is a role: what stands above it is the position, below it the
// name.
const Spokesman = "NGƯỜI PHÁT NGÔN"

// Position reads a line in capitals that is a position: "PHÓ GIÁM ĐỐC",
// "Q. GIÁM ĐỐC", "CHỦ TỊCH UBND TỈNH".
func Position(text string) (position string, head, ok bool) {
	if text == Spokesman {
		return "Người phát ngôn", false, true
	}
	prefix, best, rest := headOf(text)
	if best == "" || !AllCapitals(text) {
		return "", false, false
	}
	return prefix + best + afterPosition(rest), prefix == "", true
}

// OfPosition is what a line in capitals says behind its position, of whose it
// is: "SỞ Y TẾ" of "GIÁM ĐỐC SỞ Y TẾ".
func OfPosition(text string) string {
	_, _, rest := headOf(text)
	return strings.TrimSpace(rest)
}

func headOf(text string) (prefix, best, rest string) {
	rest = text
	if m := acting.FindString(rest); m != "" {
		prefix, rest = "Quyền ", rest[len(m):]
	}
	if after, found := strings.CutPrefix(rest, "PHÓ "); found {
		prefix, rest = prefix+"Phó ", after
	}
	for _, p := range heads {
		upper := strings.ToUpper(p)
		if (rest == upper || strings.HasPrefix(rest, upper+" ")) && len(p) > len(best) {
			best = p
		}
	}
	return prefix, best, rest[len(strings.ToUpper(best)):]
}

// Signs reports whether a line is the first or a later one of a signature: on
// whose behalf, or in which position.
func Signs(text string) bool {
	_, _, ok := Position(text)
	return ok || AllCapitals(text) && Authority.MatchString(text)
}
