package web

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/rights"
)

func TestAProofOfAnErasureIsLookedUpByWhoeverHasIt(t *testing.T) {
	h := newHouse(t, nil)
	h.get(rights.ErasurePath).wantStatus(t, 200)
	h.get(rights.ErasurePath).wantNoText(t, "Đã xóa lúc")
	a := h.call("POST", "/api/v1/erasure", "", append([]string{"Idempotency-Key", "9b2f0a63-1"}, h.login("hoa")...)...).wantStatus(t, 200)
	var erased erasureView
	if err := json.Unmarshal([]byte(a.body), &erased); err != nil {
		t.Fatal(err)
	}
	page := h.get(strings.TrimPrefix(erased.ProofURL, publicURL)).wantStatus(t, 200)
	page.wantText(t, "Đã xóa lúc", second(today), erased.Proof, "còn nguyên vẹn", "noindex")
	page.wantNoText(t, "hoa", "Bà Hoa")
	bare := strings.ToUpper(strings.TrimPrefix(erased.Proof, "erase:"))
	h.get(rights.ErasurePath+"?ma="+url.QueryEscape(" "+bare)).wantStatus(t, 200).wantText(t, "Đã xóa lúc")
	h.get(rights.ErasurePath+"?ma="+url.QueryEscape(rights.ErasureProof("another"))).wantStatus(t, 404).wantText(t, "Chưa có bản ghi mang mã này")
	h.get(rights.ErasurePath+"?ma=1+OR+1").wantStatus(t, 422).wantText(t, "Đây không phải mã xóa dữ liệu")
}

func TestWhoErasesThemselvesInTheChatHasAProofThatHoldsOnceItIsDone(t *testing.T) {
	h := newHouse(t, nil)
	h.work(t)
	h.sim.Say("hoa", "xóa dữ liệu của tôi")
	h.hears(t, "hoa", "Xóa dữ liệu của Anh/Chị?")
	h.sim.Say("hoa", "1")
	h.hears(t, "hoa", "Mã trong nhật ký có kiểm chứng")
	messages := h.sim.Messages("hoa")
	address := regexp.MustCompile(`https://\S+/xoa\?ma=\S+`).FindString(messages[len(messages)-1].Text)
	path := strings.TrimPrefix(address, publicURL)
	if address == "" {
		t.Fatalf("no address in %q", messages[len(messages)-1].Text)
	}
	proof := regexp.MustCompile(`erase:[0-9a-f]+`).FindString(messages[len(messages)-1].Text)
	h.comes(t, "the erasure", func() bool { _, err := h.store.AuditRecord(t.Context(), proof); return err == nil })
	h.get(path).wantStatus(t, 200).wantText(t, "Đã xóa lúc", "còn nguyên vẹn", proof)
}

func TestARecordThatWasEditedProvesNoErasure(t *testing.T) {
	r := desk.Chain(desk.AuditRecord{}, desk.AuditRecord{ID: "erase:1", Action: "requester.erase", At: today})
	if !r.Intact() {
		t.Fatal("it is broken as it was written")
	}
	r.At = r.At.Add(time.Hour)
	if r.Intact() {
		t.Error("an edited one is intact")
	}
}
