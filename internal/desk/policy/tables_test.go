package policy_test

import (
	"errors"
	"strings"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range policy.DefaultRules() {
		if seen[r.Code] || r.Name == "" || r.Basis == "" || r.Amount <= 0 || r.Certainty == "" {
			t.Errorf("rule %+v: incomplete or twice", r)
		}
		seen[r.Code] = true
		if k := calendar.DefaultCalendar().Start(r, at("2026-11-23 10:00")); !k.Due.After(k.Start) {
			t.Errorf("rule %s is due at %s, at once", r.Code, k.Due)
		}
	}
	for _, kind := range []people.RequesterKind{people.Citizen, people.ReporterUnverified, people.ReporterVerified} {
		if _, ok := policy.FindRule(policy.ClockFor(kind)); !ok {
			t.Errorf("ClockFor(%s) names no rule", kind)
		}
	}
}

// The deadlines of the domain sheet, § 0.1.
func TestTheDeadlinesOfTheLaw(t *testing.T) {
	for code, want := range map[string]struct {
		amount    int
		measure   string
		extension int
	}{
		"BC-24H-A": {24, calendar.Hours, 0}, "BC-24H-B": {24, calendar.Hours, 0}, "BC-KN30": {30, calendar.Days, 0},
		"BC-YK15": {15, calendar.WorkingDays, 0}, "BC-KLKN5": {5, calendar.WorkingDays, 0}, "BC-TTN": {3, calendar.WorkingDays, 0},
		"TT-12": {12, calendar.Days, 12}, "TT-KN10": {10, calendar.Days, 0}, "TT-SUA5": {5, calendar.WorkingDays, 0},
		"TG-XM": {3, calendar.WorkingDays, 0}, "TG-NHAN24": {24, calendar.Hours, 0}, "TG-CB12": {12, calendar.WorkingHours, 0}, "TG-GO24": {24, calendar.Hours, 0},
		"DL-2": {2, calendar.WorkingDays, 0}, "DL-15": {15, calendar.Days, 15}, "DL-10": {10, calendar.Days, 10},
		"DL-20": {20, calendar.Days, 20}, "DL-72H": {72, calendar.Hours, 0},
	} {
		r, ok := policy.FindRule(code)
		if !ok || r.Amount != want.amount || r.Measure != want.measure || r.Extension != want.extension || r.Counting != (calendar.Counting{}) {
			t.Errorf("%s = %+v, want %+v", code, r, want)
		}
	}
	if citizen, reporter := policy.ClockFor(people.Citizen), policy.ClockFor(people.ReporterUnverified); citizen != "TT-12" || reporter != "BC-TTN" {
		t.Errorf("a citizen's request runs under %s, a reporter's under %s", citizen, reporter)
	}
}

func TestGroundsFollowTheRequester(t *testing.T) {
	codes := func(kind people.RequesterKind) string {
		var all []string
		for _, g := range policy.Grounds(kind) {
			all = append(all, g.Code)
		}
		return strings.Join(all, " ")
	}
	if got := codes(people.ReporterVerified); got != "BM DT TT" {
		t.Errorf("press: %s", got)
	}
	if got := codes(people.Citizen); got != "KHONG_DUOC_TIEP_CAN DA_CONG_KHAI KHONG_THUOC_TRACH_NHIEM DA_CUNG_CAP_2_LAN VUOT_KHA_NANG KHONG_TRA_CHI_PHI" {
		t.Errorf("access: %s", got)
	}
	policy.Grounds(people.Citizen)[0].Code = "X"
	if policy.Grounds(people.Citizen)[0].Code == "X" {
		t.Error("the grounds can be changed from outside")
	}
}

func TestHowTermsAreCountedIsData(t *testing.T) {
	b := with(t, policy.Seed(), policy.KindRules, "2026-01-01", `"may_end_on_day_off": false`, `"may_end_on_day_off": true`)
	s := b.At(at("2026-11-23 09:00"))
	if k := s.Start(s.RuleFor(people.Citizen), at("2026-11-23 09:00")); k.Due.Format("2006-01-02") != "2026-12-05" {
		t.Errorf("due %s, want the Saturday itself", k.Due)
	}
	b = with(t, policy.Seed(), policy.KindRules, "2026-01-01", `"event_day_counts": false`, `"event_day_counts": true`)
	s = b.At(at("2026-11-23 09:00"))
	if k := s.Start(s.RuleFor(people.Citizen), at("2026-11-23 09:00")); k.Due.Format("2006-01-02") != "2026-12-04" {
		t.Errorf("due %s, want day 12 with the 23rd as day 1", k.Due)
	}
}

func TestEveryTableNamesItsMistake(t *testing.T) {
	for name, tt := range map[string]struct {
		kind           policy.Kind
		from, to, says string
	}{
		"broken":                      {policy.KindRules, "{", "", "Vui lòng"},
		"an unknown name":             {policy.KindRules, `"amount": 30`, `"amout": 30`, "amout"},
		"a text for a number":         {policy.KindRules, `"amount": 30`, `"amount": "30"`, "amount"},
		"no code":                     {policy.KindRules, `"code": "BC-24H-B"`, `"code": ""`, "dòng thứ 2"},
		"a code twice":                {policy.KindRules, `"code": "BC-24H-B"`, `"code": "BC-24H-A"`, `"BC-24H-A": mã có hai lần`},
		"a term of nothing":           {policy.KindRules, `"amount": 30`, `"amount": 0`, `"BC-KN30"`},
		"a term of ages":              {policy.KindRules, `"amount": 30`, `"amount": 3000`, `"BC-KN30"`},
		"less than no extension":      {policy.KindRules, `"extension": 12`, `"extension": -1`, `"TT-12"`},
		"an unknown measure":          {policy.KindRules, `30, "measure": "days"`, `30, "measure": "weeks"`, `"weeks"`},
		"a rule without a basis":      {policy.KindRules, `"basis": "Nghị định 356/2025/NĐ-CP"`, `"basis": ""`, `"DL-2"`},
		"an unknown certainty":        {policy.KindRules, `"certainty": "U"`, `"certainty": "maybe"`, `"BC-TTN"`},
		"counting without a basis":    {policy.KindRules, `"basis": "Điều 147, Điều 148 Bộ luật Dân sự 2015"`, `"basis": ""`, "counting"},
		"a start without a rule":      {policy.KindRules, `"press": "BC-TTN"`, `"press": "BC-XYZ"`, "BC-XYZ"},
		"an unknown start":            {policy.KindRules, `"press": "BC-TTN"`, `"pres": "BC-TTN"`, `"pres"`},
		"a start is missing":          {policy.KindRules, `"press": "BC-TTN",`, ``, "press"},
		"a ground without a code":     {policy.KindGrounds, `"code": "DT"`, `"code": ""`, "thứ 2"},
		"a ground twice":              {policy.KindGrounds, `"code": "DT"`, `"code": "BM"`, `"BM" có hai lần`},
		"a ground without a text":     {policy.KindGrounds, `"text": "Thông tin về vụ án đang được điều tra hoặc chưa xét xử"`, `"text": ""`, `"DT"`},
		"a ground without certainty":  {policy.KindGrounds, `"certainty": "C"`, `"certainty": ""`, `"BM"`},
		"no grounds for the press":    {policy.KindGrounds, `"press": [`, `"press": [], "access": [`, "press"},
		"a holiday that is no day":    {policy.KindHolidays, "2026-11-24", "2026-11-31", "2026-11-31"},
		"units broken":                {policy.KindUnits, "[", "", "Vui lòng"},
		"a unit without a name":       {policy.KindUnits, `"name": "Ủy ban nhân dân tỉnh Thanh Hóa"`, `"name": ""`, "TH-UBND"},
		"a unit twice":                {policy.KindUnits, `"code": "TH-VPUB"`, `"code": "TH-UBND"`, `"TH-UBND" có hai lần`},
		"the coordinating unit gone":  {policy.KindUnits, `"code": "TH-VPUB"`, `"code": "TH-VPUB2"`, "TH-VPUB"},
		"a commune that places name":  {policy.KindUnits, `"code": "14758"`, `"code": "99999"`, `"14758"`},
		"a former commune lost a tab": {policy.KindPlaces, "Phường Hàm Rồng\tPhường Hàm Rồng", "Phường Hàm Rồng Phường Hàm Rồng", "dòng 2"},
		"a surge of one":              {policy.KindCases, `"reports": 10`, `"reports": 1`, "Cảnh báo dồn dập"},
		"a term that is negative":     {policy.KindCases, `"rejected": {"identities": 90`, `"rejected": {"identities": -1`, "không được âm"},
		"a class kept for an hour":    {policy.KindRetention, `khi xử lý xong", "days": 7`, `khi xử lý xong", "days": 1`, `"messages"`},
		"a class nobody sweeps":       {policy.KindRetention, `"code": "wishes"`, `"code": "whims"`, "không có loại dữ liệu này"},
		"a class that is missing":     {policy.KindRetention, `"code": "talks", "name": "Lời trao đổi với cán bộ"`, `"code": "chat", "name": "Lời trao đổi với cán bộ"`, "có hai lần"},
		"requests that go":            {policy.KindRetention, `"from": "", "days": 0`, `"from": "", "days": 9`, "không tự xóa"},
		"a right without a deadline":  {policy.KindRights, `"rule": "DL-20"`, `"rule": "DL-99"`, `"DL-99"`},
		"a right that is none":        {policy.KindRights, `"code": "withdraw"`, `"code": "object"`, "bốn quyền"},
		"a ground of none":            {policy.KindRights, `"code": "KHONG_CO"`, `"code": ""`, "thứ 3"},
		"led before it is taken":      {policy.KindReminders, `"led_hours": 16`, `"led_hours": 8`, "led_hours"},
		"a notice after the window":   {policy.KindReminders, `"zalo_hours": 48`, `"zalo_hours": 200`, "zalo_hours"},
		"a code that lasts for days":  {policy.KindReminders, `"code_minutes": 15`, `"code_minutes": 9999`, "code_minutes"},
		"a mail that is none":         {policy.KindContact, `"email": ""`, `"email": "văn phòng"`, "email"},
		"a phone that is none":        {policy.KindContact, `"phone": ""`, `"phone": "gọi bà Hoa"`, "phone"},
		"an office of nobody":         {policy.KindContact, `"position": ""`, `"position": "Giám đốc"`, "responsible"},
		"an address of two lines":     {policy.KindContact, `"address": ""`, `"address": "35 Lê Lợi\nThanh Hóa"`, "một dòng"},
		"a former commune to nowhere": {policy.KindPlaces, "14758", "1475", "Phường Hàm Rồng"},
	} {
		t.Run(name, func(t *testing.T) {
			data := seedData(tt.kind)
			if !strings.Contains(data, tt.from) {
				t.Fatalf("%q is not in the %s", tt.from, tt.kind)
			}
			var invalid *desk.InvalidError
			_, err := policy.Seed().With(policy.Version{Name: tt.kind, Number: 2, From: at("2027-01-01 00:00"), Data: []byte(strings.Replace(data, tt.from, tt.to, 1))})
			if !errors.As(err, &invalid) || !strings.Contains(invalid.Text, tt.says) {
				t.Errorf("With = %v, want an InvalidError with %q", err, tt.says)
			}
		})
	}
}
