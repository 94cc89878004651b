package statements_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestAnOfficerTicksMendsAndAddsWhatPeopleWouldAsk(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	asked(o, at, clinicAsk, "app:1")
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "Sẽ được tìm thấy bằng", clinicAsk, "người dân đã hỏi", "từ nội dung")
	drafter.Submit(at+"/hints", url.Values{
		"hint": {"Bản Ón có bác sĩ về khám hôm nào?", "câu không được chọn thì bỏ"}, "tick": {"0"}, "added": {"xe khám bệnh ghé ngày mô"},
	})
	drafter.Sees(http.StatusOK, "Đã lưu", "Bản Ón có bác sĩ về khám hôm nào?", "xe khám bệnh ghé ngày mô", "Chọn câu hỏi để tìm thấy")
	drafter.SeesNot("câu không được chọn thì bỏ", "Chờ người phát ngôn công bố")

	signer.Get(at) // the words in force are as they were, and no change waits
	signer.SeesNot("Bản sửa đang chờ công bố")
}

func TestAHintOfNoUseComesBackWithWhatWasTyped(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get(at)
	drafter.Submit(at+"/hints", url.Values{"hint": {"Bản Ón khám bệnh hôm nào?"}, "tick": {"0"}, "added": {"bao giờ"}})
	drafter.Sees(http.StatusUnprocessableEntity, "quá ngắn", "Bản Ón khám bệnh hôm nào?", "bao giờ")
}

func TestADraftIsGivenHintsBeforeItIsPublished(t *testing.T) {
	o := admintest.New(t, nil)
	_, drafter, _ := published(o)
	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	at := drafter.Path
	drafter.Sees(http.StatusOK, "Sẽ được tìm thấy bằng", "từ nội dung")
	drafter.Submit(at+"/hints", url.Values{"hint": {"Bản Ón khám bệnh hôm nào?"}, "tick": {"0"}})
	drafter.Sees(http.StatusOK, "Đã lưu", "Bản Ón khám bệnh hôm nào?")
}
