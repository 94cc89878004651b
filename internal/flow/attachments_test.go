package flow_test

import (
	"bytes"
	"context"
	"image"
	gopng "image/png"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/photo"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

func plainPNG() []byte {
	var out bytes.Buffer
	_ = gopng.Encode(&out, image.NewGray(image.Rect(0, 0, 32, 32)))
	return out.Bytes()
}

// filesOffice is an office for which Zalo has these bytes at every address.
func filesOffice(t *testing.T, at func(address string) ([]byte, error)) *office {
	return newOfficeOn(t, storetest.Embedded(t, t.TempDir()), zalotest.Options{}, func(d *flow.Deps) {
		d.Fetch = func(_ context.Context, address string) ([]byte, error) { return at(address) }
	}, []statement.Statement{}...)
}

func (o *office) askedBack() string {
	o.t.Helper()
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.Clarify(o.ctx, drafter, o.at(r.Code), "Bản Ón nào, gửi ảnh biển bản?"); err != nil {
		o.t.Fatal(err)
	}
	o.hears("hoa", "gửi ảnh biển bản")
	o.quiet()
	return r.Code
}

func TestAPictureAnswersWhatTheUnitAsksAndStandsOnTheRequest(t *testing.T) {
	o := filesOffice(t, func(string) ([]byte, error) { return plainPNG(), nil })
	code := o.askedBack()
	o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/1/a.jpg", "biển bản đây")
	m := o.hears("hoa", "Ảnh, tệp Anh/Chị vừa gửi là")
	o.sim.TapButton("hoa", m.Buttons[0])
	o.hears("hoa", code)
	o.quiet()
	r := must(o.Store.Request(o.ctx, code))(t)
	if r.Parts[0].State != request.Assigned || r.Parts[0].Clock.Paused() || len(r.Additions) != 1 || len(r.Additions[0].Files) != 1 {
		t.Fatalf("it is %s with %+v", r.Parts[0].State, r.Additions)
	}
	f, data, err := o.Attachments.Shown(o.ctx, drafter, r.Additions[0].Files[0].ID)
	if err != nil || f.Problem != "" || len(data) == 0 {
		t.Fatalf("the officer opens %+v, %d bytes, %v", f, len(data), err)
	}
	foreign := people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-XD"}
	if _, _, err := o.Attachments.Shown(o.ctx, foreign, f.ID); err == nil {
		t.Error("another unit opens it")
	}
	o.erase("hoa")
	o.quiet()
	if _, err := o.Store.Attachment(o.ctx, f.ID); err == nil {
		t.Error("it is kept after the erasure")
	}
}

func TestOfAFileThatIsNotKeptThePersonHears(t *testing.T) {
	o := filesOffice(t, func(string) ([]byte, error) { return nil, photo.ErrGone })
	code := o.askedBack()
	o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/1/a.jpg", "")
	o.sim.TapButton("hoa", o.hears("hoa", "Ảnh, tệp Anh/Chị vừa gửi là").Buttons[0])
	o.hears("hoa", "Chưa nhận được một tệp", "Zalo không còn giữ")
	o.quiet()
	if r := must(o.Store.Request(o.ctx, code))(t); r.Additions[0].Files[0].Problem == "" {
		t.Errorf("the officer reads %+v", r.Additions[0].Files)
	}
}

func TestAFileOfAnAnswerIsReadByItsAddressWhileTheAnswerStands(t *testing.T) {
	o := filesOffice(t, nil)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: busBody}); err != nil {
		t.Fatal(err)
	}
	if found, err := o.Attachments.Upload(o.ctx, drafter, o.at(r.Code), `C:\a\lich.png`, plainPNG()); err != nil || found != 0 {
		t.Fatalf("found %d, %v", found, err)
	}
	if err := o.Requests.Approve(o.ctx, signer, o.at(r.Code), 2); err != nil {
		t.Fatal(err)
	}
	m := o.hears("hoa", busBody, "Tệp kèm: lich.png")
	_, address, _ := strings.Cut(m.Text, "/tep/")
	id, key, _ := strings.Cut(strings.Fields(address)[0], "?k=")
	if _, data, err := o.Attachments.Signed(o.ctx, id, key); err != nil || !bytes.Equal(data, plainPNG()) {
		t.Errorf("the person opens %d bytes, %v", len(data), err)
	}
	if _, _, err := o.Attachments.Signed(o.ctx, id, strings.Repeat("0", 32)); err == nil {
		t.Error("another address opens it")
	}
}

func TestWhatIsSentInTheChatBeforeAndWhileARequestIsPutTogetherGoesWithItToItsUnitAlone(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := newOfficeOn(t, s, zalotest.Options{}, func(d *flow.Deps) {
			d.Fetch = func(_ context.Context, address string) ([]byte, error) {
				if strings.HasSuffix(address, "hong.jpg") {
					return nil, photo.ErrGone
				}
				return plainPNG(), nil
			}
		}, []statement.Statement{}...)
		o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/1/a.jpg", "")
		o.hears("hoa", "gửi yêu cầu kèm ảnh")
		o.taps("hoa", "Gửi yêu cầu kèm ảnh")
		o.hears("hoa", "Kèm 1 tệp", "Mời Anh/Chị gõ nội dung")
		o.sim.Say("hoa", "Sở Y tế cho biết xe khám lưu động tới bản Ón ngày nào?")
		o.hears("hoa", "Đơn vị gợi ý: Sở Y tế.", "Kèm 1 tệp")
		o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/1/hong.jpg", "")
		o.hears("hoa", "Yêu cầu sẽ gửi", "Kèm 2 tệp")
		o.taps("hoa", "Gửi tới Sở Y tế")
		o.hears("hoa", "Đã gửi yêu cầu TH-2026-00001", "Kèm 2 tệp")
		o.hears("hoa", "Chưa nhận được một tệp", "Zalo không còn giữ")
		o.quiet()
		r := must(o.Store.Request(o.ctx, "TH-2026-00001"))(t)
		if len(r.Files) != 2 || r.Files[0].Problem != "" || r.Files[0].Size == 0 || r.Files[1].Problem == "" {
			t.Fatalf("its files: %+v", r.Files)
		}
		if _, data, err := o.Attachments.Shown(o.ctx, drafter, r.Files[0].ID); err != nil || len(data) == 0 {
			t.Errorf("the unit opens %d bytes, %v", len(data), err)
		}
		foreign := people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-XD"}
		if _, _, err := o.Attachments.Shown(o.ctx, foreign, r.Files[0].ID); err == nil {
			t.Error("another unit opens it")
		}
		o.sim.Say("hoa", "TH-2026-00001")
		o.hears("hoa", "Tệp Anh/Chị đã gửi kèm: 2.", "1 tệp chưa nhận được")
		o.erase("hoa")
		o.quiet()
		if _, err := o.Store.Attachment(o.ctx, r.Files[0].ID); err == nil {
			t.Error("it is kept after the erasure")
		}
	})
}
