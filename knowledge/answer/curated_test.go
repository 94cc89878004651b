package answer

import (
	"testing"

	"phatngon/knowledge/statement"
)

func TestAKnownQuestionInOtherOrderOrFewerWordsIsAnswered(t *testing.T) {
	b := baseOf(bridge(nil))
	for question, want := range map[string]float64{
		"Khi nào sửa xong cầu Hàm Rồng?":                 curatedAt,
		"cau ham rong sua xong khi nao":                  curatedAt,
		"sửa xong cầu Hàm Rồng":                          curatedAt,
		"ad ơi hiện nay khi nào sửa xong cầu Hàm Rồng ạ": curatedAt,
		"năm 2026 khi nào sửa xong cầu Hàm Rồng":         curatedAt,
		"năm 2019 khi nào sửa xong cầu Hàm Rồng":         0,
		"mấy giờ sửa xong cầu Hàm Rồng":                  0,
		"ngày nào sửa xong cầu Hàm Rồng":                 0,
		"ai sửa xong cầu Hàm Rồng":                       0,
		"sửa xong cầu Hàm Rồng hết bao nhiêu tiền":       0,
		"khi nào sửa xong cầu Hàm Rồng mới":              0,
		"cầu Hàm Rồng":                                   0,
	} {
		q := ask(question, statement.AudiencePublic)
		snap := b.snapshot()
		plain := snap.list(q, snap.index.Read(question), 0)
		sure := plain[0].confidence
		if got := snap.find(q, snap.index.Read(question))[0].confidence; got != max(want, sure) {
			t.Errorf("%q: %.2f, want %.2f", question, got, max(want, sure))
		}
	}
}
