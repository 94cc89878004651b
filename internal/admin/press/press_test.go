package press_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/routing"
	flowpress "phatngon/internal/flow/press"
	"phatngon/internal/flow/requests"
)

// card is a picture of a press card.
func card(t *testing.T) []byte {
	img := image.NewGray(image.Rect(0, 0, 96, 96))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{uint8(i * i * 7 % 251)}.Y
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// registered is an office where a reporter of that kind has just registered.
func registered(t *testing.T, kind string) (*admintest.Office, press.Registration) {
	t.Helper()
	o := admintest.New(t, nil)
	o.Hire("baochi@th.vn", people.RoleOperator, routing.ProvinceOffice)
	who := people.Requester{ID: "oa:1", OAUserID: "1", Kind: people.Citizen}
	if err := o.Flow.Store.InsertRequester(o.Context(), &who); err != nil {
		t.Fatal(err)
	}
	r, err := o.Flow.Press.Register(o.Context(), who, flowpress.Filing{Source: "s", Newsroom: "Báo <Mẫu>", Kind: kind, Pictures: [][]byte{card(t)}, At: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	return o, r
}

func TestOnlyThePressDeskSeesReportersAndTheirCards(t *testing.T) {
	o, r := registered(t, "vn-card")
	at := "/admin/press/" + r.ID
	for _, email := range []string{"quantri@th.vn", "canbo@th.vn", "phatngon@th.vn"} {
		b := o.SignedIn(email)
		if strings.Contains(b.Body, `href="/admin/press"`) {
			t.Errorf("%s has the entry in the menu", email)
		}
		for _, page := range []string{"/admin/press", at, at + "/pictures/" + r.Pictures[0].ID} {
			if b.Get(page); b.Status != http.StatusForbidden || strings.Contains(b.Body, "Mẫu") {
				t.Errorf("%s gets %s with %d", email, page, b.Status)
			}
		}
	}
	desk := o.SignedIn("baochi@th.vn")
	if !strings.Contains(desk.Body, `data-testid="nav-press">1<`) {
		t.Error("the menu does not say that one waits")
	}
	desk.Get("/admin/press")
	if !strings.Contains(desk.Body, r.ID) || !strings.Contains(desk.Body, "Báo &lt;Mẫu&gt;") {
		t.Error("the list lacks who waits")
	}
	if desk.Get(at + "/pictures/" + r.Pictures[0].ID); desk.Status != http.StatusOK || !strings.HasPrefix(desk.Body, "\xff\xd8") {
		t.Errorf("the desk gets the picture with %d", desk.Status)
	}
	looks, err := o.Flow.Store.AuditOf(o.Context(), r.ID, 10)
	n := 0
	for _, l := range looks {
		if l.Action == "press.look" && l.Officer == "officer-baochi@th.vn" {
			n++
		}
	}
	if err != nil || n != 1 {
		t.Errorf("%d looks in the audit chain, %v; want the one", n, err)
	}
}

func TestTheDeskVerifiesUntilADayAndRevokesWithAReason(t *testing.T) {
	o, r := registered(t, "int-letter")
	desk, at := o.SignedIn("baochi@th.vn"), "/admin/press/"+r.ID
	desk.Get("/admin/press")
	if !strings.Contains(desk.Body, "foreign press) (1)") {
		t.Error("foreign press has no queue of its own")
	}
	desk.Get(at)
	desk.Submit(at+"/verify", url.Values{"holder": {"Jane Roe"}, "until": {"2020-01-01"}})
	if desk.Status != http.StatusUnprocessableEntity || desk.Value("holder") != "Jane Roe" {
		t.Errorf("a day that has passed: %d, what was typed is %q", desk.Status, desk.Value("holder"))
	}
	desk.Submit(at+"/verify", url.Values{"holder": {"Jane Roe"}, "until": {time.Now().AddDate(0, 6, 0).Format(time.DateOnly)}})
	if desk.Status != http.StatusOK || !strings.Contains(desk.Body, "Đã xác minh") {
		t.Errorf("verified: %d", desk.Status)
	}
	if who, err := o.Flow.Store.Requester(o.Context(), "oa:1"); err != nil || who.KindAt(time.Now()) != people.ReporterVerified {
		t.Errorf("known as %+v, %v", who, err)
	}
	desk.Submit(at+"/revoke", url.Values{"why": {""}})
	if desk.Status != http.StatusUnprocessableEntity {
		t.Errorf("revoked without a reason: %d", desk.Status)
	}
	desk.Submit(at+"/revoke", url.Values{"why": {"No longer with the newsroom."}})
	if who, err := o.Flow.Store.Requester(o.Context(), "oa:1"); err != nil || who.Kind != people.Citizen {
		t.Errorf("known as %+v, %v", who, err)
	}
	desk.Get("/admin/press")
	if strings.Contains(desk.Body, "Jane Roe") {
		t.Error("still in the list of verified reporters")
	}
}

func TestThePressIsListedByTheNewsroomsOwnDeadline(t *testing.T) {
	o, _ := registered(t, "vn-card")
	file := func(question string, wanted time.Time, foreign bool) {
		who := people.Requester{ID: "oa:" + question, Kind: people.ReporterVerified, Newsroom: "Báo Mẫu", Foreign: foreign}
		_, err := o.Flow.Requests.File(o.Context(), who, requests.Filing{Filing: effect.Filing{Question: question, Unit: "TH-YT"}, Source: question,
			Channel: requests.ChannelMiniApp, At: time.Now(), Wanted: wanted})
		if err != nil {
			t.Fatal(err)
		}
	}
	file("Câu hỏi không nêu hạn", time.Time{}, false)
	file("Câu hỏi cần sau", time.Now().Add(3*time.Hour), false)
	file("Câu hỏi cần ngay", time.Now().Add(time.Hour), false)
	file("Question from abroad", time.Now().Add(time.Hour), true)
	desk := o.SignedIn("baochi@th.vn")
	desk.Get("/admin/press/questions")
	first, second, last := strings.Index(desk.Body, "cần ngay"), strings.Index(desk.Body, "cần sau"), strings.Index(desk.Body, "không nêu hạn")
	if first < 0 || second < first || last < second || strings.Contains(desk.Body, "from abroad") {
		t.Errorf("in the order %d, %d, %d", first, second, last)
	}
	if desk.Get("/admin/press/questions?foreign=1"); !strings.Contains(desk.Body, "from abroad") || strings.Contains(desk.Body, "cần ngay") {
		t.Error("foreign press has no list of its own")
	}
	if b := o.SignedIn("canbo@th.vn"); true {
		if b.Get("/admin/press/questions"); b.Status != http.StatusForbidden {
			t.Errorf("a unit gets the press desk's list with %d", b.Status)
		}
	}
}
