package settings_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
)

// shelf keeps versions of policy in memory, and refuses with refusal.
type shelf struct {
	versions []store.PolicyVersion
	refusal  error
}

func (s *shelf) list(_ context.Context, name string) ([]store.PolicyVersion, error) {
	var all []store.PolicyVersion
	for _, v := range s.versions {
		if v.Name == name {
			all = append(all, v)
		}
	}
	return all, nil
}

func (s *shelf) save(_ context.Context, by people.Officer, name string, from time.Time, data []byte) error {
	if s.refusal != nil {
		return s.refusal
	}
	s.versions = append(s.versions, store.PolicyVersion{Name: name, From: from, Number: int64(len(s.versions) + 1), Author: by.ID, Data: data, CreatedAt: time.Now()})
	return nil
}

func (s *shelf) wire(d *admin.Deps) { d.Policies, d.SavePolicy = s.list, s.save }

func TestAnAdministratorSavesANewVersionOfTheData(t *testing.T) {
	s := &shelf{versions: []store.PolicyVersion{{Name: "rules", Number: 1, Data: []byte(`{"rules":[{"days":12}]}`)}}}
	b := admintest.New(t, s.wire).SignedIn("quantri@th.vn")
	b.Get("/admin/policies?name=rules")
	b.Sees(http.StatusOK, "Hạn xử lý", "Kèm theo phần mềm", "ban đầu", "\n{\n  \"rules\": [\n")
	b.Submit("/admin/policies", url.Values{"from": {"2027-01-01"}, "data": {`{"rules":[{"days":10}]}`}})
	b.Sees(http.StatusOK, "Đã lưu bản mới, có hiệu lực từ 01/01/2027", "Người quantri@th.vn", `"days": 10`)
	saved := s.versions[1]
	if saved.Name != "rules" || !saved.From.Equal(time.Date(2027, 1, 1, 0, 0, 0, 0, calendar.Zone)) || saved.Author != "officer-quantri@th.vn" || string(saved.Data) != `{"rules":[{"days":10}]}` {
		t.Errorf("saved %+v", saved)
	}
	b.Get("/admin/policies?name=holidays")
	b.SeesNot(`"days": 10`)
}

func TestDataThatIsRefusedComesBackWithTheReason(t *testing.T) {
	s := &shelf{}
	b := admintest.New(t, s.wire).SignedIn("quantri@th.vn")
	b.Get("/admin/policies?name=units")
	b.Submit("/admin/policies", url.Values{"from": {"mai"}, "data": {`{"units":[1]}`}})
	b.Sees(http.StatusUnprocessableEntity, "chọn ngày bắt đầu", `{"units":[1]}`, `value="mai"`, `<input type="hidden" name="name" value="units"`)
	for want, c := range map[string]struct {
		refusal error
		status  int
	}{
		"Đơn vị thứ 1 không đọc được": {&desk.InvalidError{Field: "units[0]", Text: "Đơn vị thứ 1 không đọc được"}, http.StatusUnprocessableEntity},
		"Đã có người lưu bản khác":    {desk.ErrConflict, http.StatusConflict},
	} {
		s.refusal = c.refusal
		b.Submit("/admin/policies", url.Values{"from": {"2027-01-01"}, "data": {`{"units":[2]}`}})
		b.Sees(c.status, want, `{"units":[2]}`, `value="2027-01-01"`)
	}
	if len(s.versions) > 0 {
		t.Errorf("saved %+v", s.versions)
	}
}

func TestWithoutStoredPolicyThePageSaysSo(t *testing.T) {
	b := admintest.New(t, nil).SignedIn("quantri@th.vn")
	b.Get("/admin/policies")
	b.Sees(http.StatusOK, "Chưa bật")
	b.SeesNot("policy-save")
	b.Post("/admin/policies", url.Values{"csrf": {b.Hidden("/admin/logout").Get("csrf")}, "name": {"rules"}, "from": {"2027-01-01"}, "data": {"{}"}}, nil)
	b.Sees(http.StatusForbidden, "Chưa bật")
}

func TestSentencesAreSeenAsPeopleHearThemBeforeTheyAreSaved(t *testing.T) {
	s := &shelf{versions: []store.PolicyVersion{{Name: "sentences", Number: 1, Data: []byte(`{"certainty":"U","greeting":"Xin chào, {trợ lý} đây.","thanks":"Cảm ơn","bye":"Chào","receipt":""}`)}}}
	b := admintest.New(t, s.wire).SignedIn("quantri@th.vn")
	b.Get("/admin/policies?name=sentences")
	b.Sees(http.StatusOK, "Người dân sẽ thấy", "Xin chào, trợ lý ảo (AI) cung cấp thông tin chính thức", "ở cuối biên nhận", "(không có dòng này)")
	typed := `{"certainty":"U","greeting":"Kính chào, {trợ lý}.","thanks":"Cảm ơn","bye":"Chào","receipt":"Trân trọng cảm ơn."}`
	b.Submit("/admin/policies", url.Values{"data": {typed}, "preview": {"1"}})
	b.Sees(http.StatusOK, "Kính chào, trợ lý ảo (AI)", "Trân trọng cảm ơn.", `Kính chào, {trợ lý}.`)
	b.Submit("/admin/policies", url.Values{"data": {`{"certainty":"U","greeting":"Kính chào.","thanks":"Cảm ơn","bye":"Chào","receipt":""}`}, "preview": {"1"}})
	b.Sees(http.StatusUnprocessableEntity, "đúng một {trợ lý}", "Kính chào.")
	b.SeesNot("Người dân sẽ thấy")
	if len(s.versions) != 1 {
		t.Errorf("a look saved %+v", s.versions)
	}
}
