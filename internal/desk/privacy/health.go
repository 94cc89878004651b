package privacy

const (
	relative = `(?:con|cháu|mẹ|má|bố|ba|cha|vợ|chồng|anh|chị|em|ông|bà|bé|cụ|dì|cô|chú|bác)(?: (?:trai|gái|nội|ngoại|đẻ|ruột|chồng|vợ|nhà|lớn|nhỏ|út))?(?: của)? (?:tôi|em|mình|cháu|con|anh|chị|tui)`
	patient  = relative + `|tôi|em|mình|cháu|tui|(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|bé|cụ) (?:` + capitals + `|(?:nguyễn|trần|lê|phạm|hoàng|phan|bùi|đặng|trịnh|trương|vũ|đỗ)(?: \p{L}+){1,3})`
	suffers  = `bị|mắc|nhiễm|dương tính|điều trị|chữa|phẫu thuật|mổ|chẩn đoán|tiền sử|phát hiện|sống chung với`
	illness  = `bệnh \p{L}+|ung thư|tiểu đường|đái tháo đường|(?:cao )?huyết áp|tim bẩm sinh|suy tim|nhồi máu|suy thận|sỏi thận|viêm \p{L}+|xơ gan|lao phổi|hiv|aids|covid|f0|sốt(?: xuất huyết| rét)?|sởi|cúm|thủy đậu|quai bị|tay chân miệng|bạch hầu|tâm thần|trầm cảm|rối loạn \p{L}+|tự kỷ|động kinh|đột quỵ|tai biến|liệt|gãy \p{L}+|chấn thương|bỏng|khối u|u não|u xơ|hen suyễn|dạ dày|thoát vị|cận thị|điếc|mù|câm|khuyết tật|bạch cầu|tan máu|giang mai|lậu|sùi mào gà|sảy thai|vô sinh|nghiện|ngộ độc|dị ứng|ốm|bại não|bại liệt|chất độc da cam|teo cơ|parkinson|alzheimer|gút|gout|xương khớp|đau (?:tim|dạ dày|khớp|thận|gan)|lupus|thalassemia|down|trĩ|ghẻ`
	state    = `mang thai|có thai|có bầu|sảy thai|chạy thận|hóa trị|xạ trị|ung thư|khuyết tật nặng|nằm viện|nhập viện|phá thai|cai nghiện`
)

var (
	ill = words(`(?:` + patient + `)([^.;!?\n]{0,48}?)[ ,](?:(?:` + suffers + `)(?: (?:phải|với|bệnh|nặng|thêm|di chứng|mắc|nhiễm)){0,2} (` + illness + `)|(` + state + `))`)

	// Between or before the words for a person these make it somebody else's or nobody's illness.
	notOwn    = holds(`hỏi|biết|người|người dân|ai|trẻ|trẻ em|lợn|heo|gà|vịt|bò|trâu|chó|mèo|cá|tôm|lúa|cây|khu|xã|phường|thôn|địa phương|bệnh nhân|hộ|nếu|khi|trường hợp|cách|phòng|thuốc|vắc xin|tiêm|cơ quan|chống|nuôi|trồng|phụ nữ|quý vị|khỏi|tránh|nguy cơ|học sinh|công nhân`)
	ofAnimals = ends(`(?:lợn|heo|gà|vịt|bò|trâu|chó|mèo|cá|tôm|lúa|cây|vườn|ruộng|đàn|ao|đường|chuồng)(?: của)?(?: nhà)? ?`)
	notIll    = begins(`bệnh (?:viện|nhân|xá|án|đã|và|lý|này|trong|tại|được|có|của|cho|ở|cùng|hoặc|tật|nền|theo|bảo|là|thì|để|hiểm nghèo)`)
)

// health finds the illness or state of whoever writes, of their family or of
// somebody named.
func health(t plain) []Finding {
	var found []Finding
	for _, m := range ill.all(t.text) {
		from, to := m[6], m[7]
		if from < 0 {
			from, to = m[8], m[9]
		}
		others := notOwn.MatchString(t.text[m[4]:m[5]]) || ofAnimals.MatchString(t.before(m[2])) ||
			impersonal(t.before(m[2]), t.text[m[2]:m[3]]) || notIll.MatchString(t.text[from:])
		if !others {
			found = append(found, Finding{Kind: Health, Start: from, End: to})
		}
	}
	return found
}
