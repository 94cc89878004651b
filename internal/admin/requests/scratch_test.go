package requests_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// onEngines runs a test in an office on each engine, with a request that two officers of the
// unit have open.
func onEngines(t *testing.T, test func(o *admintest.Office, at string, first, second *admintest.Browser)) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := admintest.NewOn(t, s, nil)
		at := "/admin/requests/" + o.Ask("Khi nào có lịch tiêm chủng mới?")
		first, second := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
		first.Get(at)
		second.Get(at)
		test(o, at, first, second)
	})
}

// types is what the script of a page sends while somebody types.
func types(b *admintest.Browser, at string, form url.Values, text string) {
	b.Helper()
	form.Set("text", text)
	form.Set("live", "yes")
	b.Post(at+"/scratch", form, nil)
	b.Sees(http.StatusOK, "Đã lưu bản đang soạn lúc")
	_, rest, _ := strings.Cut(b.Body, `data-id="`)
	id, rest, _ := strings.Cut(rest, `"`)
	_, rest, _ = strings.Cut(rest, `data-version="`)
	version, _, _ := strings.Cut(rest, `"`)
	form.Set("scratch", id)
	form.Set("scratch_version", version)
}

func TestWhatIsTypedIsThereAgainAfterAReloadAndOnAnotherDevice(t *testing.T) {
	onEngines(t, func(o *admintest.Office, at string, first, _ *admintest.Browser) {
		types(first, at, first.Hidden(at+"/draft"), "Lịch tiêm đang soạn dở")
		phone := o.SignedIn("canbo@th.vn")
		for name, b := range map[string]*admintest.Browser{"after a reload": first, "on the phone": phone} {
			b.Get(at)
			b.Sees(http.StatusOK, "Lịch tiêm đang soạn dở</textarea>", "Đang soạn tiếp bản Anh/Chị gõ lúc")
			if b.Status != http.StatusOK {
				t.Error(name)
			}
		}
		phone.Submit(at+"/draft", url.Values{"text": {admintest.Answer}})
		phone.Sees(http.StatusOK, "Đã lưu bản thảo")
		phone.Get(at)
		phone.SeesNot("đang soạn dở", "Đang soạn tiếp")
	})
}

func TestWithoutScriptAButtonKeepsWhatIsTyped(t *testing.T) {
	o := admintest.New(t, nil)
	at := "/admin/requests/" + o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get(at)
	form := b.Hidden(at + "/draft")
	form.Set("text", "Viết được một nửa")
	b.Post(at+"/scratch", form, nil)
	b.Sees(http.StatusOK, "chưa trình duyệt", "Viết được một nửa</textarea>")
	if p := o.Request(strings.TrimPrefix(at, "/admin/requests/")).Parts[0]; p.Draft != nil || p.State != request.Received {
		t.Errorf("what is kept is no draft: %+v", p)
	}
	form = b.Hidden(at + "/draft")
	form.Set("text", strings.Repeat("a", 20_001))
	b.Post(at+"/scratch", form, nil)
	b.Sees(http.StatusUnprocessableEntity, "20.000 ký tự", "aaaaaa")
}

func TestTwoWhoWriteAtOnceKeepBothTextsSideBySide(t *testing.T) {
	onEngines(t, func(o *admintest.Office, at string, first, second *admintest.Browser) {
		one, two := first.Hidden(at+"/draft"), second.Hidden(at+"/draft")
		types(first, at, one, "")
		types(second, at, two, "Bản của người phát ngôn")
		second.Sees(http.StatusOK, "đang được <strong>Người canbo@th.vn</strong> soạn")
		types(first, at, one, "Bản của cán bộ")
		first.Sees(http.StatusOK, "đang được <strong>Người phatngon@th.vn</strong> soạn", "Bản của người phát ngôn")
		first.Get(at)
		first.Sees(http.StatusOK, "Bản của cán bộ</textarea>", "Bản đang soạn của Người phatngon@th.vn", "Bản của người phát ngôn")

		second.Get(at)
		stale := second.Hidden(at + "/draft")
		first.Submit(at+"/draft", url.Values{"text": {"Bản của cán bộ"}})
		first.Sees(http.StatusOK, "Đã lưu bản thảo", "Bản của người phát ngôn")
		stale.Set("text", "Bản của người phát ngôn, dài hơn")
		second.Post(at+"/draft", stale, nil)
		second.Sees(http.StatusConflict, "chưa lưu", "Bản của cán bộ", "Bản của người phát ngôn, dài hơn</textarea>")
		second.Get(at)
		second.Sees(http.StatusOK, "Bản người khác vừa lưu (lần 1", "Bản của cán bộ", "Bản của người phát ngôn</textarea>")
	})
}

func TestWhoTypedTheWordsThatAColleagueSubmitsDoesNotSignThem(t *testing.T) {
	onEngines(t, func(o *admintest.Office, at string, first, second *admintest.Browser) {
		types(second, at, second.Hidden(at+"/draft"), admintest.Answer)
		first.Get(at)
		first.Submit(at+"/draft", url.Values{"text": {admintest.Answer}})
		first.Sees(http.StatusOK, "Đã lưu bản thảo")
		code := strings.TrimPrefix(at, "/admin/requests/")
		second.Get(at)
		second.SeesNot(`action="` + at + `/approve"`)
		forged := second.Hidden(at + "/draft")
		forged.Set("revision", "1")
		forged.Set("confirm", "yes")
		second.Post(at+"/approve", forged, nil)
		if r := o.Request(code); r.Parts[0].Approval != nil {
			t.Error("words are signed by who typed them")
		}
	})
}

func TestTwoDevicesOfOneOfficerKeepBothTexts(t *testing.T) {
	onEngines(t, func(o *admintest.Office, at string, desk, _ *admintest.Browser) {
		onDesk := desk.Hidden(at + "/draft")
		types(desk, at, onDesk, "Một")
		phone := o.SignedIn("canbo@th.vn")
		phone.Get(at)
		onPhone := phone.Hidden(at + "/draft")
		types(phone, at, onPhone, "Một, viết tiếp trên điện thoại")
		types(desk, at, onDesk, "Một, viết tiếp ở bàn")
		desk.Sees(http.StatusOK, "Bản khác của Anh/Chị", "Một, viết tiếp trên điện thoại")
		types(desk, at, onDesk, "Một, viết tiếp ở bàn, xong")
		desk.Get(at)
		desk.Sees(http.StatusOK, "Một, viết tiếp ở bàn, xong</textarea>", "Một, viết tiếp trên điện thoại")
		desk.SeesNot("viết tiếp ở bàn</div>")
		desk.Submit(at+"/scratch/drop", nil)
		desk.Sees(http.StatusOK, "Đã bỏ bản soạn dở", "Một, viết tiếp ở bàn, xong</textarea>")
		desk.SeesNot("trên điện thoại")
	})
}

func TestWordsTypedAtTheSameMomentAreAllKept(t *testing.T) {
	onEngines(t, func(o *admintest.Office, at string, first, second *admintest.Browser) {
		var both sync.WaitGroup
		for name, b := range map[string]*admintest.Browser{"mot": first, "hai": second} {
			form := b.Hidden(at + "/draft")
			both.Go(func() {
				for i := range 10 {
					types(b, at, form, fmt.Sprintf("%s %d", name, i))
				}
			})
		}
		both.Wait()
		all, err := o.Flow.Store.ScratchesOf(t.Context(), strings.TrimPrefix(at, "/admin/requests/"))
		got := map[string]bool{}
		for _, s := range all {
			got[s.Text] = true
		}
		if err != nil || len(all) != 2 || !got["mot 9"] || !got["hai 9"] {
			t.Errorf("kept %v, %v", got, err)
		}
	})
}

func TestAnotherUnitDoesNotReadWhatWasTypedBeforeTheTransfer(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.SignedIn("canbo@th.vn")
	b.Get(at)
	form := b.Hidden(at + "/draft")
	types(b, at, form, "Chưa chắc, phòng A viết")
	b.Get(at)
	b.Submit(at+"/transfer", url.Values{"unit": {"Sở Xây dựng"}, "reason": {"Không thuộc lĩnh vực."}})
	other := o.SignedIn("noikhac@th.vn")
	other.Get(at)
	other.Sees(http.StatusOK, "draft-save")
	other.SeesNot("phòng A viết")
	b.Post(at+"/scratch", form, nil)
	b.Sees(http.StatusForbidden, "Chưa chắc, phòng A viết")
}
