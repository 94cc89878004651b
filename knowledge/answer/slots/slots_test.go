package slots

import (
	"strings"
	"testing"
	"time"

	"phatngon/knowledge/search"
)

var now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// communes knows four communes by name.
func communes(text string) []string {
	var codes []string
	for name, code := range map[string]string{"Hoạt Giang": "1", "hà trung": "1", "ha trung": "1", "Hà Trung": "1", "nga an": "2", "Nga An": "2", "vạn lộc": "3", "van loc": "3", "Vạn Lộc": "3"} {
		if strings.Contains(text, "xã "+name) {
			codes = append(codes, code)
		}
	}
	return codes
}

// source is a statement quoted in these sentences; all others are not.
func source(title, body string, quotes ...string) Source {
	if quotes == nil {
		quotes = []string{body}
	}
	return Source{Quotes: quotes, Title: title, Body: body, Unit: "Sở Xây dựng", IssuedAt: now.AddDate(0, -1, 0), Places: communes("xã " + title + " xã " + body)}
}

// judged is the verdict on a source, with every word of the question meaning
// itself.
func judged(question string, s Source) Verdict {
	x := search.Build([]search.Doc{{Heads: []string{s.Title}, Body: s.Body}})
	heard, _ := x.Hear(question)
	means := map[string]string{}
	read := x.Read(question)
	for key, m := range read.Meanings(x) {
		if a := read.Asked()[m.Word]; a.Asking == 1 {
			means[key] = a.Key
		}
	}
	return Judge(Question{Text: question, Heard: heard, Now: now, Means: means, Places: communes}, s)
}

var (
	bus = source("Giá vé xe buýt năm 2026", "| Tuyến | Giá vé |\n|---|---|\n| Hạc Thành – Sầm Sơn | 10.000 đồng |\n| Hạc Thành – Nghi Sơn | 30.000 đồng |",
		"| Hạc Thành – Sầm Sơn | 10.000 đồng |")
	dyke  = source("Tiến độ công trình ven sông", "Kè sông Mã đang thi công. Đường tránh hoàn thành ngày 30/6/2026.", "Đường tránh hoàn thành ngày 30/6/2026.")
	pigs  = source("Hỗ trợ hộ có lợn bị tiêu hủy", "Hộ có lợn bị tiêu hủy được hỗ trợ 40.000 đồng/kg, chi trả trước ngày 15/12/2026. Đợt 1 chi trả tại xã Hà Trung. Liên hệ 0237.123.456.")
	flood = source("Tin vỡ hồ Bến En", "Tin \"vỡ hồ Bến En\" lan truyền ngày 16/8/2026 là bịa đặt. Hồ an toàn.")
	boss  = source("Sửa cầu Ghép", "Công ty Xây dựng Hòa Phát sửa cầu Ghép. Ông Lê Văn Tám, Giám đốc, cho biết cầu xong trước ngày 01/7/2026.")
	crew  = source("Sửa cầu Ghép", "Cầu Ghép được sửa từ ngày 01/7/2026. Hai người bị phạt.")
)

func TestAQuoteThatSaysSomethingElseDisagrees(t *testing.T) {
	for name, c := range map[string]struct {
		question string
		source   Source
		want     Reason
	}{
		"another place":                                    {"Lợn bị tiêu hủy ở Nông Cống được hỗ trợ thế nào?", pigs, OtherPlace},
		"another place, without diacritics":                {"lon bi tieu huy o nong cong duoc ho tro the nao", pigs, OtherPlace},
		"another commune, in small letters":                {"lon bi tieu huy o van loc chi tra ngay nao", pigs, OtherPlace},
		"another bridge":                                   {"Bao giờ sửa xong cầu Hàm Rồng?", crew, OtherPlace},
		"one end of the route is not there":                {"Xe buýt Hạc Thành đi Hồi Xuân giá vé bao nhiêu?", bus, OtherPlace},
		"both ends, but of two routes":                     {"Xe buýt Sầm Sơn đi Nghi Sơn giá vé bao nhiêu?", bus, OtherPlace},
		"a place told before":                              {"Nghe Ninh Bình có lợn dịch. Ở đó hỗ trợ bao nhiêu?", pigs, OtherPlace},
		"another year":                                     {"Năm 2028 lợn bị tiêu hủy được hỗ trợ bao nhiêu?", pigs, OtherTime},
		"next year":                                        {"Sang năm lợn bị tiêu hủy được hỗ trợ bao nhiêu?", pigs, OtherTime},
		"another day":                                      {"Ngày 2/9 có chi trả tiền lợn không?", pigs, OtherTime},
		"another month, in words":                          {"Tháng ba có chi trả tiền lợn không?", pigs, OtherTime},
		"long ago":                                         {"Hồi bao cấp cầu Ghép bắc năm nào?", crew, OtherTime},
		"another of a row":                                 {"Đợt 2 chi trả tiền lợn ở đâu?", pigs, OtherNumber},
		"a name asked for and none there":                  {"Hai người bị phạt tên gì?", crew, NoName},
		"an office that the quote has nobody of":           {"Đội trưởng sửa cầu Ghép là ai?", boss, NoName},
		"a firm asked for and none there":                  {"Công ty nào sửa cầu Ghép?", crew, NoName},
		"a sum asked for and none there":                   {"Sửa cầu Ghép tốn bao nhiêu tiền?", crew, NoValue},
		"a number asked for and none there":                {"Muốn hỏi về cầu Ghép thì gọi số điện thoại nào?", source("Cầu Ghép", "Hỏi tại sở."), NoValue},
		"a fine where money is paid for something else":    {"Giấu lợn bị tiêu hủy bị phạt mấy triệu?", pigs, OtherNoun},
		"a price by another measure":                       {"Lợn bị tiêu hủy bao nhiêu một mâm?", pigs, OtherNoun},
		"a year of something else":                         {"Cầu Ghép xây năm nào?", source("Giao thông", "Cầu Ghép bị cấm. Trường khánh thành năm 2001.", "Trường khánh thành năm 2001."), OtherNoun},
		"a firm that does something else":                  {"Công ty nào sửa cầu Ghép?", source("Giao thông", "Cầu Ghép được sửa. Nước do Công ty Minh Hưng cấp.", "Nước do Công ty Minh Hưng cấp."), NoName},
		"a place taken for a slip of another word":         {"khu nha o xa hoi bim son khi nao mo ban", source("Nhà ở xã hội", "Nhà ở xã hội phường Đông Sơn bán từ ngày 20/11/2026. Cửa bị sơn lại."), OtherPlace},
		"a year that is only compared with":                {"Hè 2025 phạt bao nhiêu cơ sở?", source("Hè 2026", "Xử phạt 57 cơ sở, khách tăng 7% so với mùa hè năm 2025."), OtherTime},
		"a class beside the year of school":                {"Thi vào lớp 6 thì thi môn gì?", source("Tuyển sinh", "Thi vào lớp 10 năm học 2027–2028 gồm 3 môn; chương trình lớp 9."), OtherNumber},
		"an allowance whose sum is not told":               {"Phụ cấp tháng bao nhiêu tiền?", source("Tuyển quân", "Người nhập ngũ có phụ cấp hằng tháng. Việc khám không thu tiền."), OtherNoun},
		"a name of a network is nobody's":                  {"Kẻ tung tin tên là gì?", source("Tin giả", "Tin lan truyền trên Facebook và Zalo là bịa đặt."), NoName},
		"the end of a word is no title":                    {"Ai là chủ nhân kho mỹ phẩm?", source("Hàng giả", "Phát hiện tại một kho mỹ phẩm ở phường Đông Quang."), NoName},
		"a way asked for and none told":                    {"Xe tải phải đi đường nào?", source("Sạt lở", "Xe tải không được đi qua đây. Xe tải đi theo quốc lộ 15.", "Xe tải không được đi qua đây."), NoValue},
		"a fare of which only the number of buses is told": {"xe buyt dien bn mot luot", source("Xe buýt điện", "Giá vé lượt 10.000 đồng. Xe buýt điện có 14 xe, 2.500 lượt một ngày.", "Xe buýt điện có 14 xe, 2.500 lượt một ngày."), NoValue},
		"the date of another work":                         {"Kè sông Mã khi nào xong?", dyke, OtherNoun},
	} {
		t.Run(name, func(t *testing.T) {
			if got := judged(c.question, c.source); got.Ruling != Disagrees || got.Reason != c.want {
				t.Errorf("%+v, want %s", got, c.want)
			}
		})
	}
}

func TestAQuoteThatAnswersIsNotDoubted(t *testing.T) {
	for name, c := range map[string]struct {
		question string
		source   Source
	}{
		"the place":                                        {"Đợt 1 ở xã Hà Trung chi trả tiền lợn ngày nào?", pigs},
		"the place, without diacritics":                    {"dot 1 o ha trung chi tra tien lon ngay nao", pigs},
		"the province":                                     {"Lợn bị tiêu hủy ở Thanh Hóa được hỗ trợ bao nhiêu?", pigs},
		"where somebody lives":                             {"Nhà em ở Nông Cống, lợn bị tiêu hủy được hỗ trợ bao nhiêu?", pigs},
		"where somebody works":                             {"Em đi Bình Dương làm, ở nhà lợn bị tiêu hủy thì hỗ trợ bao nhiêu?", pigs},
		"where a story happened":                           {"Tôi ở Nông Cống. Lợn nhà tôi chết hết. Được hỗ trợ bao nhiêu một ký?", source(pigs.Title, strings.ReplaceAll(pigs.Body, "/kg", " một kg"))},
		"a year in a story":                                {"E làm chuồng từ tháng 5, lợn bị tiêu hủy có được hỗ trợ không?", pigs},
		"a place that only lies in another":                {"Hà Trung bên vùng Nga Sơn chi trả tiền lợn ở đâu?", pigs},
		"a place before a place in it":                     {"Chi trả tiền lợn ở Hà Trung Nga Sơn ngày nào?", pigs},
		"a place of a story":                               {"Hôm qua xe chở lợn từ Ninh Bình về. Lợn bị tiêu hủy được hỗ trợ bao nhiêu?", pigs},
		"the way home":                                     {"Em ở Nghi Sơn về Sầm Sơn đi xe buýt giá vé bao nhiêu?", bus},
		"an office after a capital":                        {"Sáng thứ Bảy Bệnh viện Hà Trung khám mấy giờ?", source("Bệnh viện Hà Trung", "Khám từ 7 giờ các ngày thứ hai đến thứ bảy.")},
		"a small word that looks like the kind of a place": {"Bữa mô xe hàng Tết lên Hà Trung?", source("Hàng Tết", "Xe lên Hà Trung ngày 20/12.")},
		"whether anybody":                                  {"Có ông nào bị phạt không?", crew},
		"a place thereabouts":                              {"Lợn bị tiêu hủy vùng Nga Sơn chi trả ngày nào?", pigs},
		"a commune by its former name":                     {"Lợn bị tiêu hủy ở Hoạt Giang chi trả ngày nào?", pigs},
		"a capital before the place":                       {"Chi trả tiền Lợn Hà Trung ngày nào?", pigs},
		"an office that is no place":                       {"Theo Ban Chỉ huy thì đường tránh khi nào xong?", dyke},
		"who does it, by office":                           {"Ai ký giấy phạt?", source("Phạt", "Chủ tịch UBND xã ký giấy phạt.")},
		"the month it was said in":                         {"Theo số liệu tháng 10 lợn bị tiêu hủy được hỗ trợ thế nào?", pigs},
		"a work that other words look like":                {"ke song ma khi nao xong", dyke},
		"the route":                                        {"Xe buýt Hạc Thành đi Sầm Sơn giá vé bao nhiêu?", bus},
		"the year":                                         {"Năm 2026 lợn bị tiêu hủy được hỗ trợ bao nhiêu?", pigs},
		"a day between two":                                {"Ngày 20/6 có phun không?", source("Phun thuốc", "Phun từ ngày 18/6 đến ngày 30/6/2026.")},
		"the one of a row":                                 {"Đợt 1 chi trả ở đâu?", pigs},
		"one between two of a row":                         {"Lớp 7 có được miễn không?", source("Học phí", "Học sinh từ lớp 6 đến lớp 9 được miễn.")},
		"the person":                                       {"Giám đốc sửa cầu Ghép tên gì?", boss},
		"the firm":                                         {"Công ty nào sửa cầu Ghép?", boss},
		"anybody":                                          {"Có ai bị phạt không?", crew},
		"a sum":                                            {"Lợn bị tiêu hủy được đền bao nhiêu tiền?", pigs},
		"a count that is no money":                         {"Phạt bao nhiêu người ở cầu Ghép?", crew},
		"words that only look so without diacritics":       {"thue nguoi chon lon bao nhieu tien", pigs},
		"a year compared with, asked to compare":           {"So với năm 2025 phạt tăng bao nhiêu?", source("Hè 2026", "Số vụ phạt năm 2026 tăng 7% so với năm 2025.")},
		"an allowance whose sum is told":                   {"Phụ cấp tháng bao nhiêu tiền?", source("Tuyển quân", "Phụ cấp hằng tháng của người nhập ngũ là 1.000.000 đồng.")},
		"a fee that nobody pays":                           {"Phí xét nghiệm hết bao nhiêu?", source("Xét nghiệm", "Phí xét nghiệm được miễn cho mọi người.")},
		"a way that is told":                               {"Xe tải phải đi đường nào?", source("Sạt lở", "Xe tải đi theo quốc lộ 15.")},
		"the work":                                         {"Đường tránh khi nào xong?", dyke},
		"nothing":                                          {"", pigs},
		"only marks":                                       {"???", pigs},
	} {
		t.Run(name, func(t *testing.T) {
			if got := judged(c.question, c.source); got.Ruling != CannotTell {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestAQuoteCorrectsWhatSomebodyHeard(t *testing.T) {
	for question, want := range map[string]Ruling{
		"Nghe nói vỡ hồ Bến En, có đúng không?":     Corrects,
		"co phai vo ho ben en khong":                Corrects,
		"Tin vỡ hồ Bến En thật hay giả?":            Corrects,
		"Hồ Bến En có an toàn không?":               CannotTell,
		"Nghe nói hồ Bến En xả lũ lớn, đúng không?": CannotTell,
		"Ngày nào có tin vỡ hồ Bến En?":             CannotTell,
		"Nghe nói vỡ hồ Bến En, bao giờ sửa?":       CannotTell,
		"Nghe nói vỡ hồ Cửa Đạt, có đúng không?":    Disagrees,
	} {
		if got := judged(question, flood); got.Ruling != want {
			t.Errorf("%s: %+v, want %q", question, got, want)
		}
	}
	other := source("Cầu Ghép", "Cầu Ghép an toàn. Tin tăng học phí là bịa đặt.")
	if got := judged("Nghe nói cầu Ghép gãy, có đúng không?", other); got.Ruling != CannotTell {
		t.Errorf("what denies something else: %+v", got)
	}
}

func TestAQuestionTooLongToBeHeardIsJudgedAsTyped(t *testing.T) {
	v := Judge(Question{Text: "Lợn bị tiêu hủy ở Nông Cống được hỗ trợ thế nào?", Now: now}, pigs)
	if v.Reason != OtherPlace {
		t.Errorf("%+v", v)
	}
}
