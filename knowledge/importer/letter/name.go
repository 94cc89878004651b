package letter

import (
	"regexp"
	"slices"
	"strings"

	"phatngon/knowledge/importer/paper"
)

var (
	rank     = regexp.MustCompile(`^(?:(?:GS|PGS|TS|ThS|Ths|Th\.S|BS|BSCKI+|BSCK|CK[I12]+|DS|KS|KTS|CN|LS|NGƯT|NGND|TTƯT|TTND)\s*\.?\s*|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy),?\s+)+`)
	personal = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,5}$|^\p{Lu}{2,}(?: \p{Lu}+){1,5}$`)
)

// roles are words of a line in capitals that names nobody.
var roles = []string{
	"NGƯỜI", "PHÁT NGÔN", "CHỦ TỊCH", "GIÁM ĐỐC", "VĂN PHÒNG", "ỦY VIÊN", "ỦY BAN", "THƯ KÝ", "THƯỜNG TRỰC", "PHỤ TRÁCH", "HỘI ĐỒNG",
	"KIÊM", "PHÓ", "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "THÀNH VIÊN", "BAN CHỈ ĐẠO", "CỤC", "SỞ", "UBND", "PHỤ LỤC", "DANH SÁCH",
}

// isName reports whether a line may be somebody's name. In capitals it may as
// well go on with a position: then it must begin with the name of a family.
func isName(text string) bool {
	if !personal.MatchString(text) || documentTypes[text] || paper.Motto.MatchString(text) {
		return false
	}
	return !ofRole(text) && (!paper.AllCapitals(text) || inFamily(text))
}

func ofRole(text string) bool {
	return slices.ContainsFunc(roles, func(role string) bool { return strings.Contains(" "+strings.ToUpper(text)+" ", " "+role+" ") })
}

// mayBeName reports words in capitals that begin with no family known here, and
// with no office.
func mayBeName(text string) bool {
	return personal.MatchString(text) && paper.AllCapitals(text) && !isKind(text) && !ofRole(text) && !ofOffice(text) && !paper.OfOffice(text) && !stamped.MatchString(text)
}

func inFamily(text string) bool {
	return families[strings.ToLower(strings.Fields(text)[0])] && !ofOffice(text)
}

func ofOffice(text string) bool {
	return offices[strings.ToLower(strings.Join(strings.Fields(text)[:2], " "))]
}

// families are the names that stand first in the names of people, of all
// peoples of the province.
var families = paper.SetOf(`an âu bạch bành bàn bế biện bùi cà cai cái cấn cầm cao cát chế chu châu chử chúc chung cù cụt cung danh diêm diệp doãn dư dương đái đàm đàn đào đặng đậu điền
	điêu đinh đoàn đỗ đồng đổng đới đường giang giàng giáp hà hạ hàn hàng hầu hồ hoàng hoắc hờ hứa huỳnh hơ kha khà khâu khiếu khổng khúc khuất khương kiều kim la lã lại lâm lang lành lăng lầu
	lê liên liêu liễu lò lô lỗ lộc lù lữ luân lục lương lường lưu luyện lý ly ma mã mạc mạch mai mẫn mao mạnh moong mùa nghiêm ngân ngô ngọ nguỵ ngụy nguyễn nguyên nhan nhâm nhữ ninh nông ong ông
	phạm phan phí phó phùng phương quách quản quan quàng quế sầm sình sồng sùng sử tạ tào tăng thạch thái thân thang thào thẩm thi thiều thịnh tiêu tiêng tiết tô tôn tòng tống trà trác trần tráng triệu trịnh trình
	trương từ tưởng uông ung ứng vàng văn vạn vi viên vũ võ vừ vương xa xồng yên`)

// offices are words that begin like a name and are of an office or a place.
var offices = map[string]bool{
	"đào tạo": true, "văn phòng": true, "văn hóa": true, "văn hoá": true, "văn thư": true, "lâm nghiệp": true, "tôn giáo": true, "thái nguyên": true, "cao bằng": true, "hà nội": true,
	"hà tĩnh": true, "ninh bình": true, "lâm đồng": true, "an ninh": true, "an toàn": true, "viên chức": true, "kim loại": true, "hàng hải": true, "hàng không": true, "thi hành": true, "thi đua": true,
	"quản lý": true, "quản trị": true, "yên bái": true, "yên định": true, "thạch thành": true, "vi sinh": true, "phương tiện": true, "đường bộ": true, "đường sắt": true, "thân nhân": true, "liên ngành": true,
	"điền kinh": true, "lương thực": true, "lưu trữ": true, "từ thiện": true, "công an": true, "nông nghiệp": true, "nông thôn": true, "nông lâm": true, "tài chính": true, "hồ sơ": true,
}
