package flow_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow"
	"phatngon/internal/queue"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/webhook"
	"phatngon/internal/zalo/zalotest"
)

// What the person of these tests says of themselves, and what the bot says it does not keep.
var (
	planted = []string{"Lựu", "0987 111 222", "0987111222", "038201009999", "Xuân Mai"}
	unkept  = []string{"19.80671", "105.78521", "84987654321", "Trần Văn Tám", "ăn chặn tiền cứu trợ"}
)

const plantedAsk = "Tôi là Lê Thị Lựu, số điện thoại 0987 111 222, CCCD 038201009999, xin hỏi bệnh viện tỉnh bao giờ có khoa xạ trị?"

// sends has the webhook bring what the simulator cannot write, or cannot bring twice. It does
// not open the person's window: what they said before, which does, must have come.
func (o *office) sends(persona, name, id, message string) (body []byte) {
	o.t.Helper()
	o.quiet()
	p := o.persona(persona)
	text := `{"app_id":"1","event_name":"` + name + `","sender":{"id":"` + p.UserID + `"},"recipient":{"id":"` + o.sim.Config().OAID + `"},"user_id_by_app":"` + p.AppUserID + `","message":{"msg_id":"` + id + `",` + message + `},"timestamp":"` + strconv.FormatInt(o.clock.now().UnixMilli(), 10) + `"}`
	if err := o.Inbound.Receive(o.ctx, []byte(text)); err != nil {
		o.t.Fatal(err)
	}
	o.quiet()
	return []byte(text)
}

// unkeptThings sends what the bot says it does not keep.
func (o *office) unkeptThings(persona string) {
	o.sends(persona, "user_send_location", "loc1", `"attachments":[{"type":"location","payload":{"coordinates":{"latitude":"19.80671","longitude":"105.78521"}}}]`)
	o.hears(persona, "không lưu tọa độ")
	o.sends(persona, "user_send_business_card", "card1", `"attachments":[{"type":"link","payload":{"title":"Trần Văn Tám","description":"{\"phone\":\"84987654321\"}"}}]`)
	o.hears(persona, "không lưu số điện thoại")
	o.sim.Say(persona, "tôi muốn tố cáo chủ tịch xã ăn chặn tiền cứu trợ")
	o.hears(persona, "không nhận đơn tố cáo")
	o.quiet()
}

// livedThrough is a whole story of hoa: the code of her request and her session of the app.
func (o *office) livedThrough() (code, token string) {
	o.t.Helper()
	o.sim.Say("hoa", "xin chào, tôi là Lê Thị Lựu")
	o.quiet()
	o.sim.Say("hoa", plantedAsk)
	o.hears("hoa", "Đơn vị gợi ý") // her words wait in the conversation
	code = o.filed("hoa", plantedAsk, "Người hỏi: Lê Thị Lựu, 0987 111 222").Code
	if _, err := o.Requests.Remark(o.ctx, drafter, code, "Đã gọi bà Lựu, 0987111222"); err != nil {
		o.t.Fatal(err)
	}
	if _, err := o.Requests.KeepScratch(o.ctx, drafter, request.Scratch{Request: code, Page: "p", Text: "Kính gửi bà Lựu, 0987111222"}); err != nil {
		o.t.Fatal(err)
	}
	o.unkeptThings("hoa")
	o.sim.Say("hoa", "gặp cán bộ, gọi tôi số 0987111222")
	o.hears("hoa", "danh sách chờ gặp cán bộ")
	token, _, err := o.Access.MiniAppLogin(o.ctx, o.sim.MiniAppToken("hoa"))
	if err != nil {
		o.t.Fatal(err)
	}
	answered := o.filed("hoa", "Xe khám lưu động tới nhà bà Nguyễn Thị Xuân Mai ở bản Ón ngày nào?")
	o.answered(answered.Code, busBody)
	o.hears("hoa", busBody)
	o.sim.See("hoa")
	o.quiet()
	o.clock.move(time.Minute)
	return code, token
}

// onEngines runs a test on an office of each engine; raw is every byte its store keeps.
func onEngines(t *testing.T, test func(t *testing.T, o *office, raw func() map[string][]byte)) {
	t.Run("sqlite", func(t *testing.T) {
		dir := t.TempDir()
		o := newOfficeOn(t, storetest.Embedded(t, dir), zalotest.Options{}, func(*flow.Deps) {}, fever())
		test(t, o, func() map[string][]byte { return filesIn(t, dir) })
	})
	t.Run("mongodb", func(t *testing.T) {
		db := storetest.NewDatabase(t)
		o := newOfficeOn(t, db.Open(t), zalotest.Options{}, func(*flow.Deps) {}, fever())
		test(t, o, func() map[string][]byte { return documentsIn(t, db) })
	})
}

func filesIn(t *testing.T, dir string) map[string][]byte {
	all := map[string][]byte{}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		all[filepath.Base(f)] = must(os.ReadFile(f))(t)
	}
	return all
}

func documentsIn(t *testing.T, db storetest.Database) map[string][]byte {
	all, raw := map[string][]byte{}, db.Raw(t)
	for _, name := range must(raw.ListCollectionNames(t.Context(), bson.D{}))(t) {
		found, err := raw.Collection(name).Find(t.Context(), bson.D{})
		if err != nil {
			t.Fatal(err)
		}
		for found.Next(t.Context()) {
			all[name] = append(all[name], found.Current...)
		}
	}
	return all
}

// holdNone fails for every word that is found.
func holdNone(t *testing.T, when string, raw map[string][]byte, words ...string) {
	t.Helper()
	if len(raw) == 0 {
		t.Fatal("nothing was read")
	}
	for name, content := range raw {
		for _, w := range words {
			if at := bytes.Index(content, []byte(w)); at >= 0 {
				t.Errorf("%s: %q in %s at %d: %q", when, w, name, at, content[max(0, at-80):min(len(content), at+80)])
			}
		}
	}
}

func TestWhatIsSaidNotToBeKeptIsNotKept(t *testing.T) {
	onEngines(t, func(t *testing.T, o *office, raw func() map[string][]byte) {
		o.sim.Say("hoa", "xin chào")
		o.unkeptThings("hoa")
		if err := o.Tidy(o.ctx); err != nil {
			t.Fatal(err)
		}
		o.stop()
		holdNone(t, "handled", raw(), unkept...)
	})
}

func TestNothingOfAnErasedPersonIsLeft(t *testing.T) {
	onEngines(t, func(t *testing.T, o *office, raw func() map[string][]byte) {
		code, _ := o.livedThrough()
		o.erase("hoa")
		ids := []string{o.persona("hoa").UserID, o.persona("hoa").AppUserID}
		plants := append(append(ids, planted...), unkept...)
		holdNone(t, "erased", raw(), plants...)
		o.answered(code, "Khoa xạ trị bắt đầu nhận người bệnh từ ngày 01/12/2026.")
		o.quiet()
		o.clock.move(8 * 24 * time.Hour)
		if err := o.Tidy(o.ctx); err != nil {
			t.Fatal(err)
		}
		o.stop()
		holdNone(t, "a week later", raw(), plants...)
	})
}

func TestAnErasedPersonsRequestIsAnsweredAndNothingIsSent(t *testing.T) {
	o := newOffice(t, fever())
	code, token := o.livedThrough()
	o.erase("hoa")
	const answer = "Khoa xạ trị bắt đầu nhận người bệnh từ ngày 01/12/2026."
	o.answered(code, answer)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), answer); n != 0 {
		t.Errorf("the answer was sent %d times", n)
	}
	r := must(o.Store.Request(o.ctx, code))(t)
	if r.State != request.Approved || o.delivered(code).State != delivery.Void || !strings.Contains(r.Question, "bao giờ có khoa xạ trị") {
		t.Errorf("request %s, delivery %s, question %q", r.State, o.delivered(code).State, r.Question)
	}
	o.clock.move(time.Minute)
	before := len(o.sim.Messages("hoa"))
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	said := o.sim.Messages("hoa")[before:]
	if countOf(said, "Hỏi thông tin") == 0 || countOf(said, answer) != 0 {
		t.Errorf("back again, she hears %v", texts(said))
	}
	if mine := must(o.Store.RequestsOf(o.ctx, "oa:"+o.persona("hoa").UserID, 10))(t); len(mine) != 0 {
		t.Errorf("%d requests are hers again", len(mine))
	}
	if _, err := o.Access.MiniAppUser(o.ctx, token); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("the session from before: %v; want it over", err)
	}
}

// A process may die when the erasure is done and the event that wished it does not count
// as handled yet: it comes again, to an empty conversation.
func TestTheWishToBeErasedComingAgainMakesNobodyKnown(t *testing.T) {
	onEngines(t, func(t *testing.T, o *office, _ func() map[string][]byte) {
		o.sim.Say("hoa", "xóa dữ liệu của tôi")
		o.hears("hoa", "không khôi phục được")
		body := o.sends("hoa", "user_send_text", "wish", `"text":"1"`)
		o.hears("hoa", "Tôi đã nhận lệnh xóa")
		before, id := len(o.sim.Messages("hoa")), "oa:"+o.persona("hoa").UserID
		e := must(webhook.ParseEvent(body))(t)
		if err := o.Inbound.Handle(o.ctx, &queue.Job{Item: queue.Item{ID: e.Key, Lane: id, Body: body}}); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		if said := o.sim.Messages("hoa")[before:]; len(said) > 0 {
			t.Errorf("she hears %v", texts(said))
		}
		if who := must(o.Store.Requester(o.ctx, id))(t); !who.Erased {
			t.Errorf("she is known again: %+v", who)
		}
		if _, err := o.Store.Conversation(o.ctx, id); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the conversation: %v; want it gone", err)
		}
	})
}
