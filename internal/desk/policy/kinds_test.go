package policy_test

import (
	"errors"
	"strings"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

func TestAKindIsRecognisedByWhoAsksAndWhatTheySay(t *testing.T) {
	s := policy.Seed().At(at("2026-11-23 09:00"))
	for said, want := range map[string]struct {
		who        people.RequesterKind
		code, rule string
	}{
		"Đường ven biển bao giờ xong?":                                 {people.Citizen, "cong-dan", "TT-12"},
		"Tôi thay mặt các hộ thôn 5 xin bản đồ quy hoạch":              {people.Citizen, "tap-the", "TT-12"},
		"Đề nghị đính chính số liệu hộ nghèo trên Cổng":                {people.Citizen, "dinh-chinh", "TT-KN10"},
		"Xin phỏng vấn Giám đốc Sở Y tế":                               {people.ReporterVerified, "phong-van", "BC-TTN"},
		"Câu hỏi gửi họp báo quý IV: nợ đọng xây dựng?":                {people.ReporterUnverified, "hop-bao", "BC-TTN"},
		"Tòa soạn chuyển ý kiến bạn đọc về bãi rác Đông Nam":           {people.ReporterVerified, "bao-neu-15", "BC-YK15"},
		"Tổng biên tập đề nghị trả lời vấn đề công dân nêu về bãi rác": {people.ReporterVerified, "bao-hoi-30", "BC-KN30"},
		"Số ca ngộ độc là bao nhiêu?":                                  {people.ReporterVerified, "cau-hoi-pv", "BC-TTN"},
		"xin phong van anh Tâm":                                        {people.Citizen, "cong-dan", "TT-12"}, // no reporter
	} {
		k := s.Recognise(want.who, said)
		if rule := s.RuleOfKind(want.who, k.Code); k.Code != want.code || rule.Code != want.rule {
			t.Errorf("%q: %s under %s, want %s under %s", said, k.Code, rule.Code, want.code, want.rule)
		}
	}
}

func TestATableOfKindsThatCannotWorkIsRefused(t *testing.T) {
	b := policy.Seed()
	data := seedData(policy.KindKinds)
	for name, c := range map[string][2]string{
		"no such deadline": {`"rule": "BC-YK15"`, `"rule": "BC-0"`},
		"twice":            {`"code": "hop-bao"`, `"code": "phong-van"`},
		"no default":       {`"default": true`, `"default": false`},
		"another law":      {`"law": "press"`, `"law": "civil"`},
		"no mark":          {`"certainty": "U"`, `"certainty": "X"`},
	} {
		var invalid *desk.InvalidError
		_, err := b.With(policy.Version{Name: policy.KindKinds, Number: 2, From: at("2026-12-01 00:00"), Data: []byte(strings.Replace(data, c[0], c[1], 1))})
		if !errors.As(err, &invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
