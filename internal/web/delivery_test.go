package web

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

const bridgeAnswer = "Cầu Chùa Vồm thông xe trở lại từ ngày 12/12/2026."

var (
	bridgeDrafter = people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD"}
	bridgeSigner  = people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng"}
)

// work lets the house do what it owes, and Zalo reach it.
func (h *house) work(t *testing.T) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	var workers sync.WaitGroup
	workers.Go(func() { _ = h.flow.Inbox.Run(ctx, h.flow.Inbound.Handle) })
	workers.Go(func() { _ = h.flow.Outbox.Run(ctx, h.flow.Delivery.Handle) })
	h.sim.SetWebhook(h.url + "/webhook/zalo")
	t.Cleanup(func() { stop(); workers.Wait() })
}

// newHouseWithPanel also has the panel.
func newHouseWithPanel(t *testing.T) *house {
	t.Helper()
	return newHouse(t, func(d *Deps) {
		panel := admin.Deps{Flow: d.Flow, Store: d.Store, Inbox: d.Flow.Inbox, Outbox: d.Flow.Outbox, Units: d.Flow.Units, Log: d.Log}
		d.MountAdmin = func(r fiber.Router) { admin.Mount(r, panel) }
	})
}

// officer is the browser of somebody of the construction department.
func (h *house) officer(t *testing.T) *admintest.Browser {
	t.Helper()
	office := &admintest.Office{T: t, Flow: h.flow, URL: h.url}
	office.Hire("canbo@th.vn", people.RoleOperator, "TH-XD")
	return office.SignedIn("canbo@th.vn")
}

// hears waits for a message of the bot.
func (h *house) hears(t *testing.T, persona, piece string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	if _, err := h.sim.WaitMessage(ctx, persona, zalotest.BotSays(piece, 0)); err != nil {
		t.Fatalf("%s never hears %q: %v", persona, piece, err)
	}
}

// comes waits for what the work does on its own.
func (h *house) comes(t *testing.T, what string, done func() bool) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	for !done() {
		if ctx.Err() != nil {
			t.Fatalf("it never came: %s", what)
		}
	}
}

// filed lets a person of the Mini App ask the construction department.
func (h *house) filed(t *testing.T, session []string) string {
	t.Helper()
	a := h.call("POST", "/api/v1/requests", `{"question":"Cầu Chùa Vồm bao giờ thông xe?","unit":"TH-XD"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, session...)...)
	var r requestItem
	if err := json.Unmarshal([]byte(a.wantStatus(t, http.StatusCreated).body), &r); err != nil {
		t.Fatal(err)
	}
	return r.Code
}

// approved takes a request from filing to the signed answer.
func (h *house) approved(t *testing.T, code string) {
	t.Helper()
	for _, step := range []func(requests.Ref) error{
		func(at requests.Ref) error {
			return h.flow.Requests.SaveDraft(t.Context(), bridgeDrafter, at, request.Reply{Text: bridgeAnswer})
		},
		func(at requests.Ref) error { return h.flow.Requests.Approve(t.Context(), bridgeSigner, at, 1) },
	} {
		if err := step(requests.Ref{Code: code, Version: h.request(t, code).Version}); err != nil {
			t.Fatal(err)
		}
	}
}

func (h *house) request(t *testing.T, code string) request.Request {
	t.Helper()
	r, err := h.store.Request(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (h *house) delivery(t *testing.T, code string) delivery.Delivery {
	t.Helper()
	all, err := h.store.DeliveriesOf(t.Context(), code)
	if err != nil || len(all) != 1 {
		t.Fatalf("deliveries %v, %v; want one", all, err)
	}
	return all[0]
}

// of is the person's request as the Mini App gets it.
func (h *house) of(t *testing.T, code string, session []string) requestView {
	t.Helper()
	var v requestView
	if err := json.Unmarshal([]byte(h.get("/api/v1/requests/"+code, session...).wantStatus(t, 200).body), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestAnAnswerForSomebodyOfTheAppAloneIsReadableThereAndGoesToTheChatOnceTheyWrite(t *testing.T) {
	h := newHouse(t, nil)
	h.work(t)
	lan := h.login("lan")
	code := h.filed(t, lan)
	if v := h.of(t, code, lan); v.Delivery != nil || v.Answer != nil {
		t.Fatalf("before a decision: %+v", v)
	}
	h.approved(t, code)
	golden(t, "request_in_app", h.get("/api/v1/requests/"+code, lan...).wantStatus(t, 200).body)
	v := h.of(t, code, lan)
	if v.Answer == nil || v.Answer.Text != bridgeAnswer || v.State != request.Sent || v.Delivery == nil || v.Delivery.State != delivery.Unreachable ||
		v.Delivery.Text != "Câu trả lời có tại đây; sẽ được gửi vào cuộc trò chuyện Zalo khi Anh/Chị nhắn tin cho tài khoản chính thức." {
		t.Fatalf("after the approval the app gets %+v, delivery %+v", v.Answer, v.Delivery)
	}
	h.sim.Say("lan", "xin chào")
	h.hears(t, "lan", bridgeAnswer)
	h.comes(t, "Zalo's id of the answer", func() bool { return h.delivery(t, code).State.Reached() })
	if v := h.of(t, code, lan); !v.Delivery.State.Reached() || v.Answer == nil {
		t.Errorf("once it is in the chat the app gets %+v, delivery %+v", v.Answer, v.Delivery)
	}
}

func TestAnAnswerIsPublishedFromThePageShownBeforeItReachedThePerson(t *testing.T) {
	h := newHouse(t, nil)
	code := h.filed(t, h.login("lan"))
	h.approved(t, code)
	r := h.request(t, code)
	if r.State != request.Sent {
		t.Fatalf("the answer is %s; want it with the person", r.State)
	}
	in := publication.Publication{Title: publication.ProposedTitle(r.Parts[0]), Audience: statement.AudiencePublic}
	s, err := h.flow.Statements.PublishAnswer(t.Context(), bridgeSigner, code, 0, r.Version-1, in)
	if err != nil || s.Status != statement.StatusPublished {
		t.Fatalf("published %q, %v", s.Status, err)
	}
}

func TestAnAnswerAfterEightDaysOfSilenceWaitsUntilThePersonWrites(t *testing.T) {
	h := newHouseWithPanel(t)
	h.work(t)
	h.sim.Say("hoa", "xin chào")
	h.hears(t, "hoa", "Xin chào")
	who, err := h.store.Requester(t.Context(), "oa:"+h.persona(t, "hoa").UserID)
	if err != nil {
		t.Fatal(err)
	}
	r, err := h.flow.Requests.File(t.Context(), who, requests.Filing{Filing: effect.Filing{Question: "Cầu Chùa Vồm bao giờ thông xe?", Unit: "TH-XD"}, Source: "s", Channel: requests.ChannelChat, At: today})
	if err != nil {
		t.Fatal(err)
	}
	h.move(8 * 24 * time.Hour)
	h.approved(t, r.Code)
	h.comes(t, "the answer waits", func() bool { return h.delivery(t, r.Code).State == delivery.Waiting })
	if got := h.request(t, r.Code).State; got != request.Approved {
		t.Errorf("the request is %q while its answer is nowhere to be read", got.Label())
	}
	officer := h.officer(t)
	officer.Get("/admin/failed")
	officer.Sees(http.StatusOK, r.Code, "Chờ người hỏi nhắn lại", "Ngoài khung 7 ngày")
	officer.Get("/admin/requests/" + r.Code)
	officer.Sees(http.StatusOK, "Đã duyệt, chưa tới người hỏi", "Chờ người hỏi nhắn lại")
	hoa := h.login("hoa") // who opens the Mini App reads it there
	if v := h.of(t, r.Code, hoa); v.Answer == nil || v.State != request.Sent || v.Delivery.State != delivery.Waiting {
		t.Errorf("in the app: %+v, delivery %+v", v.Answer, v.Delivery)
	}
	h.sim.Say("hoa", r.Code)
	h.hears(t, "hoa", bridgeAnswer)
	h.comes(t, "Zalo's id of the answer", func() bool { return h.delivery(t, r.Code).State.Reached() })
	officer.Get("/admin/failed")
	officer.SeesNot(r.Code)
}

func TestTheAppTellsHowAnAnswerFaresInZalo(t *testing.T) {
	for state, want := range map[delivery.State]string{
		delivery.Queued:    "Câu trả lời có tại đây; đang được gửi vào cuộc trò chuyện Zalo.",
		delivery.Sending:   "Câu trả lời có tại đây; đang được gửi vào cuộc trò chuyện Zalo.",
		delivery.Accepted:  "Câu trả lời đã được gửi vào cuộc trò chuyện Zalo lúc 09:00, 23/11/2026. Zalo đã nhận, chưa báo tới máy của Anh/Chị.",
		delivery.Delivered: "Câu trả lời đã tới máy của Anh/Chị, trong cuộc trò chuyện Zalo, lúc 09:00, 23/11/2026.",
		delivery.Seen:      "Câu trả lời trong cuộc trò chuyện Zalo đã được mở lúc 09:00, 23/11/2026.",
		delivery.Waiting:   "Câu trả lời có tại đây; sẽ được gửi vào cuộc trò chuyện Zalo khi Anh/Chị nhắn tin cho tài khoản chính thức.",
		delivery.Failed:    "Câu trả lời có tại đây; chưa gửi được vào cuộc trò chuyện Zalo.",
	} {
		if got := deliveryText(delivery.Delivery{State: state, UpdatedAt: today}, true); got != want {
			t.Errorf("%s: %q, want %q", state, got, want)
		}
	}
	if got := deliveryText(delivery.Delivery{State: delivery.Queued}, false); got != "Câu trả lời đã được duyệt; đang được gửi vào cuộc trò chuyện Zalo." {
		t.Errorf("what is not shown is told as shown: %q", got)
	}
}
