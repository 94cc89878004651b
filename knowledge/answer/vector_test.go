package answer

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/statement"
)

// The vectors of these tests have a number per subject.
var (
	aboutBridge = []float32{1, 0, 0.1}
	aboutFever  = []float32{0, 1, 0.1}
	aboutWater  = []float32{0.1, 0, 1}
)

// subjects is the vectors of a Base of the bridge and its company.
func subjects(b *Base) map[Hash][]float32 {
	all := map[Hash][]float32{}
	for _, p := range b.PublicPassages(noon) {
		switch {
		case strings.Contains(p.Text, "sốt xuất huyết"):
			all[p.Hash] = aboutFever
		case strings.Contains(p.Text, "nước"):
			all[p.Hash] = aboutWater
		default:
			all[p.Hash] = aboutBridge
		}
	}
	return all
}

func withVectors(statements ...statement.Statement) *Base {
	b := baseOf(statements...)
	b.SetVectors(3, subjects(b))
	return b
}

// found lists the codes Find gives for text with a vector.
func found(b *Base, text string, vector []float32) []string {
	q := ask(text, statement.AudiencePublic)
	q.Vector = vector
	var codes []string
	for _, hit := range b.Find(q, 10) {
		codes = append(codes, hit.Statement)
	}
	return codes
}

func TestWithoutAUsefulVectorAllStaysAsItIs(t *testing.T) {
	plain, rich := baseOf(bridge(nil)), withVectors(bridge(nil))
	useless := map[string][]float32{
		"none": nil, "empty": {}, "too short": {1, 0}, "too long": {1, 0, 0, 0}, "no direction": {0, 0, 0},
		"not a number": {float32(math.NaN()), 0, 1}, "infinite": {float32(math.Inf(1)), 0, 1}, "overflowing": {math.MaxFloat32, 1, 1},
	}
	for name, vector := range useless {
		for _, text := range []string{bridgeQuestion, "ham rong", "cau", "nuoc", "gia vang hom nay", "tuyển sinh", ""} {
			q := ask(text, statement.AudiencePublic)
			want, wantHits := plain.Ask(q), plain.Search(text, statement.AudiencePublic, noon, 10)
			q.Vector = vector
			if diff := cmp.Diff(want, rich.Ask(q)); diff != "" {
				t.Errorf("%s vector, %q: -without +with\n%s", name, text, diff)
			}
			if diff := cmp.Diff(wantHits, rich.Find(q, 10)); diff != "" {
				t.Errorf("%s vector, search %q: -without +with\n%s", name, text, diff)
			}
			q.Vector = aboutFever
			if diff := cmp.Diff(want, plain.Ask(q)); diff != "" {
				t.Errorf("a vector for a base without, %q: -without +with\n%s", text, diff)
			}
		}
	}
}

func TestAVectorNeverMakesTheBotAssert(t *testing.T) {
	b := withVectors(bridge(nil))
	for _, text := range []string{"giá vàng hôm nay thế nào", "muỗi vằn đốt có sao không", "xyz"} {
		q := ask(text, statement.AudiencePublic)
		want := b.Ask(q)
		if want.Status == Answered {
			t.Fatalf("%q is answered without a vector; the test asks the wrong thing", text)
		}
		q.Vector = aboutFever
		if got := b.Ask(q); got.Status != want.Status || got.Status.Asserts() || got.Confidence != want.Confidence {
			t.Errorf("%q became %s (%.2f) by its vector, was %s (%.2f)", text, got.Status, got.Confidence, want.Status, want.Confidence)
		}
	}
}

func TestAVectorOfAnotherSubjectDoesNotChangeAnAnswer(t *testing.T) {
	b := withVectors(bridge(nil))
	q := ask(bridgeQuestion, statement.AudiencePublic)
	want := b.Ask(q)
	q.Vector = aboutFever
	if diff := cmp.Diff(want, b.Ask(q)); diff != "" || want.Status != Answered {
		t.Errorf("%s: -without +with\n%s", want.Status, diff)
	}
}

func TestSearchFindsByVectorWhatSharesNoWord(t *testing.T) {
	b := withVectors(bridge(nil))
	if got := found(b, "kiến ba khoang", nil); slices.Contains(got, school(1).Code) {
		t.Fatalf("found by its words: %v", got)
	}
	if got := found(b, "kiến ba khoang", aboutFever); len(got) == 0 || got[0] != school(1).Code {
		t.Errorf("found %v, want the fever first", got)
	}
	if got := found(b, "cầu Hàm Rồng", aboutBridge); got[0] != bridge(nil).Code {
		t.Errorf("found %v, want what both rankings put first", got)
	}
}

func TestVectorsReachOnlyWhatMayBeSaid(t *testing.T) {
	for name, change := range map[string]func(*statement.Statement){
		"draft":       func(s *statement.Statement) { s.Status = statement.StatusDraft },
		"withdrawn":   func(s *statement.Statement) { s.Status = statement.StatusWithdrawn },
		"superseded":  func(s *statement.Statement) { s.Status = statement.StatusSuperseded },
		"press":       func(s *statement.Statement) { s.Audience = statement.AudiencePress },
		"embargoed":   func(s *statement.Statement) { s.EmbargoUntil = at("2026-11-24") },
		"expired":     func(s *statement.Statement) { s.ValidUntil = at("2026-11-01") },
		"not yet due": func(s *statement.Statement) { s.ValidFrom = at("2026-12-01") },
	} {
		t.Run(name, func(t *testing.T) {
			b := withVectors(bridge(nil))
			b.Apply(bridge(func(s *statement.Statement) { s.Version++; change(s) }))
			if got := found(b, "kiến ba khoang", aboutBridge); slices.Contains(got, bridge(nil).Code) {
				t.Errorf("found %v", got)
			}
		})
	}
}

func TestPublicPassagesHoldNothingThatIsNotPublic(t *testing.T) {
	secret := map[string]func(*statement.Statement){
		"draft":     func(s *statement.Statement) { s.Status = statement.StatusDraft },
		"withdrawn": func(s *statement.Statement) { s.Status = statement.StatusWithdrawn },
		"press":     func(s *statement.Statement) { s.Audience = statement.AudiencePress },
		"embargoed": func(s *statement.Statement) { s.EmbargoUntil = at("2026-11-24") },
		"proposal": func(s *statement.Statement) {
			p := bridge(func(p *statement.Statement) { p.Body = "Cầu Hàm Rồng lùi hạn." })
			s.Body, s.Title, s.Questions, s.Proposal = "Khác.", "Khác", nil, &p
		},
	}
	for name, change := range secret {
		for _, p := range baseOf(bridge(change)).PublicPassages(noon) {
			if strings.Contains(p.Text, "Hàm Rồng") {
				t.Errorf("%s: %q", name, p.Text)
			}
		}
	}
	later := baseOf(bridge(secret["embargoed"])).PublicPassages(noon.AddDate(0, 0, 2))
	if !slices.ContainsFunc(later, func(p EmbeddedPassage) bool { return strings.Contains(p.Text, "Hàm Rồng") }) {
		t.Error("nothing of it after the embargo")
	}
}

func TestAChangedStatementNeedsNewVectors(t *testing.T) {
	b := withVectors(bridge(nil))
	b.Apply(bridge(func(s *statement.Statement) {
		s.Version, s.Title, s.Questions, s.Body = 2, "Phân luồng", nil, "Cấm xe tải qua cầu từ ngày 01/12/2026."
	}))
	if got := found(b, "kiến ba khoang", aboutBridge); slices.Contains(got, bridge(nil).Code) {
		t.Errorf("found by the vector of words it no longer has: %v", got)
	}
	b.SetVectors(3, subjects(b))
	if got := found(b, "kiến ba khoang", aboutBridge); !slices.Contains(got, bridge(nil).Code) {
		t.Errorf("found %v, want it by its new vector", got)
	}
	b.SetVectors(0, nil)
	if b.VectorSize() != 0 || len(found(b, "kiến ba khoang", aboutBridge)) != 0 {
		t.Errorf("vectors of size %d are left", b.VectorSize())
	}
}

func TestPassagesAreShortEnoughForSmallModels(t *testing.T) {
	long := bridge(func(s *statement.Statement) {
		s.Questions = []string{strings.Repeat("hỏi ", 400)}
		s.Body = manySentences(200) + "\n\n" + strings.Repeat("dài", 1000) + "\xff\n\n- một\n- hai"
	})
	passages := baseOf(long).PublicPassages(noon)
	if len(passages) < 12 {
		t.Fatalf("%d passages", len(passages))
	}
	for _, p := range passages {
		if n := runes(p.Text); n > 2*passageRunes+1 {
			t.Errorf("%d characters: %.40s…", n, p.Text)
		}
	}
}

func manySentences(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Câu thứ %d dài vừa phải và có nghĩa. ", i)
	}
	return b.String()
}

func TestAQuestionIsSpeltBeforeItIsEmbedded(t *testing.T) {
	b := baseOf(bridge(nil))
	for typed, want := range map[string]string{
		"khi nao sua xong cau ham rong": "khi nào sửa xong cầu hàm rồng",
		"Bao giờ sua xong cau":          "Bao giờ sua xong cau", // some were typed: the others are meant so
		"cau, ham rong?":                "cầu, hàm rồng?",
		"":                              "",
	} {
		if got := b.Spelt(typed); got != want {
			t.Errorf("%q is spelt %q, want %q", typed, got, want)
		}
	}
}

// A vector that leads elsewhere does not take the place of a question that a unit itself
// says it answers, nor of the newest word on a matter.
func TestMeaningLeavesWhatIsCuratedAndWhatIsNewest(t *testing.T) {
	old, news, curated := bridge(nil), bridge(nil), school(0)
	old.Code, news.Code, curated.Code = "PN-2026-0001", "PN-2026-0002", "PN-2026-0003"
	old.Body += " Xe thô sơ vẫn qua sông Mã."
	news.IssuedAt = *at("2026-11-01")
	curated.Questions = append(curated.Questions, "Bao giờ thông xe qua sông Mã?")
	b := baseOf(old, news, curated)
	vectors := map[Hash][]float32{}
	for _, p := range b.PublicPassages(noon) {
		vectors[p.Hash] = []float32{1, 0}
		if strings.Contains(p.Text, "thô sơ") {
			vectors[p.Hash] = []float32{0, 1}
		}
	}
	b.SetVectors(2, vectors)
	for question, want := range map[string]string{bridgeQuestion: news.Code, "bao giờ thông xe qua sông mã": curated.Code} {
		q := ask(question, statement.AudiencePublic)
		q.Vector = []float32{0, 1}
		if a := b.Ask(q); told(a) != want {
			t.Errorf("%s: %s tells %s, want %s", question, a.Status, told(a), want)
		}
	}
}
