package eval

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

func TestEverydayQuestionsAreCounted(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, statement.Vietnam)
	var statements []statement.Statement
	for code, text := range map[string][2]string{
		"PN-2026-0001": {"Tiến độ sửa chữa cầu Hàm Rồng", "Công trình hoàn thành trước ngày 31/12/2026 với kinh phí 12,5 tỷ đồng."},
		"PN-2026-0100": {"Tuyển sinh lớp 10 năm học 2026-2027", "Kỳ thi tuyển sinh lớp 10 diễn ra trong hai ngày 05 và 06/6/2026 tại 96 điểm thi."},
		"PN-2026-0101": {"Phòng, chống dịch sốt xuất huyết", "Toàn tỉnh ghi nhận 215 ca mắc sốt xuất huyết, không có ca tử vong."},
	} {
		statements = append(statements, statement.Statement{
			Code: code, Version: 1, Status: statement.StatusPublished, Title: text[0], Body: text[1], Unit: "TH-XD",
			Spokesperson: "Nguyễn Văn A", Position: "Giám đốc", Audience: statement.AudiencePublic, IssuedAt: noon.AddDate(0, -1, 0),
		})
	}
	dir := fstest.MapFS{
		"texts-a.jsonl": {Data: []byte(`{"code": "T1", "title": "Lịch khám răng", "unit": "TH-YT", "issued_at": "2026-02-12", "text": "Trạm y tế khám răng ngày 05/12/2026."}`)},
		"questions-a.jsonl": {Data: []byte(`{"id": "1", "statement": "T1", "text": "lịch khám răng ngày nào", "expect": "05/12/2026"}` + "\n" +
			`{"id": "2", "statement": "T1", "text": "Khi nào sửa xong cầu Hàm Rồng?", "expect": "05/12/2026"}`)},
		"near-a.jsonl": {Data: []byte(`{"id": "3", "near": "PN-2026-0001", "text": "Khi nào sửa xong cầu Hàm Rồng?"}`)},
		"off-c.jsonl":  {Data: []byte(`{"id": "4", "text": "nau pho bo bao lau"}`)},
	}
	r, err := EvaluateEveryday(dir, statements, answer.Options{}, noon, EverydayHelp{})
	if err != nil {
		t.Fatal(err)
	}
	// Of what is asserted the second is wrong, and the near one, which counts as one of 2:1.
	if r.Answerable != 2 || r.Near != 1 || r.Off != 1 || r.Shown != .5 || r.OffRefused != 1 || r.NearQuoted != 1 || r.WrongShare < .5 {
		t.Errorf("%+v", r)
	}
	dir["questions-a.jsonl"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := EvaluateEveryday(dir, nil, answer.Options{}, noon, EverydayHelp{}); err == nil || !strings.Contains(err.Error(), "questions-a.jsonl:1") {
		t.Errorf("a broken line: %v", err)
	}
}
