package bearing

import (
	"strings"

	"phatngon/knowledge/lang"
)

// An Aim is the one thing a question wants told. A KindSet says all that may be meant,
// an aim what is most likely.
type Aim int

// The aims in the order in which a question is looked at; the first that it has counts.
const (
	noAim Aim = iota
	aimName
	aimPhone
	aimPercent
	aimMoney
	aimHour
	aimDuration
	aimDate
	aimPlace
	aimReason
	aimCount
	aimWay
	aimWhether
	Aims
)

// AimNames are what the file of weights calls them.
var AimNames = [Aims]string{"none", "name", "phone", "percent", "money", "hour", "duration", "date", "place", "reason", "count", "way", "whether"}

// aimWords are the phrases of each aim, as keys between spaces.
var aimWords = [Aims][]string{
	aimName: aimPhrases("tên gì|tên chi|tên là gì|là ai|nhà ai|của ai|do ai|ai|hãng nào|công ty nào|đơn vị nào|cơ quan nào|người nào|ông nào|bà nào|" +
		"cô nào|chủ nào|những ai|nhà nào|bác sĩ nào|luật sư nào|nước nào|thầy nào|sở nào"),
	aimPhone:   aimPhrases("số điện thoại|số mấy|gọi số|số nào|đường dây nóng|gọi đâu|gọi ai"),
	aimPercent: aimPhrases("phần trăm|tỷ lệ|mấy phần"),
	aimMoney: aimPhrases("bao nhiêu tiền|mấy tiền|bao nhiêu đồng|mấy đồng|mấy nghìn|mấy ngàn|mấy trăm|mấy triệu|mấy tỷ|giá bao nhiêu|phí bao nhiêu|giá|phí|tiền|" +
		"bao nhiêu tỷ|bao nhiêu triệu|mất bao nhiêu|tốn|mấy chục"),
	aimHour:     aimPhrases("mấy giờ|giờ nào|bao nhiêu giờ"),
	aimDuration: aimPhrases("bao lâu|mấy ngày|mấy tháng|mấy năm|mấy hôm|mấy tuần|bao nhiêu ngày|bao nhiêu tháng|bao nhiêu năm|mấy buổi|mấy bữa"),
	aimDate: aimPhrases("khi nào|bao giờ|ngày nào|hôm nào|bữa nào|lúc nào|tháng nào|tháng mấy|ngày mấy|chừng nào|thứ mấy|hạn|chậm nhất|muộn nhất|hôm mô|khi mô|" +
		"bữa mô|ngày mô|năm nào"),
	aimPlace:   aimPhrases("ở đâu|chỗ nào|nơi nào|địa chỉ|tại đâu|ở chỗ nào|đâu|ở mô|chỗ mô|đường nào|xã nào|phường nào|lối nào|làng nào|thôn nào|bể nào|sân nào"),
	aimReason:  aimPhrases("vì sao|tại sao|lý do|nguyên nhân|do đâu|vì đâu|sao lại"),
	aimCount:   aimPhrases("bao nhiêu|mấy|nhiêu"),
	aimWay:     aimPhrases("làm gì|làm sao|thế nào|phải làm|cần gì|giấy tờ gì|thủ tục|cách nào|nên làm gì|mang gì|ra sao"),
	aimWhether: aimPhrases("có được|được không|có phải|phải không|đúng không|hay không|không|chưa"),
}

func aimPhrases(list string) []string {
	var all []string
	for phrase := range strings.SplitSeq(list, "|") {
		all = append(all, " "+strings.Join(lang.Keys(phrase), " ")+" ")
	}
	return all
}

// AimOf is what a question wants told; heard are its words as they were understood.
func AimOf(heard string) Aim {
	heard = " " + heard + " "
	for a, phrases := range aimWords {
		for _, p := range phrases {
			if strings.Contains(heard, p) {
				return Aim(a)
			}
		}
	}
	return noAim
}
