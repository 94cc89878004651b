package admintest

import (
	"net/http"
	"net/url"
)

// Answer is what the officer drafts.
const Answer = "Từ ngày 01/12/2026, các trạm y tế tiêm chủng vào thứ Tư hằng tuần."

// Drafted is a request whose answer the officer has written.
func (o *Office) Drafted(question string) string {
	o.Helper()
	code := o.Ask(question)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Submit("/admin/requests/"+code+"/assign", nil)
	b.Submit("/admin/requests/"+code+"/draft", url.Values{"text": {Answer}})
	b.Sees(http.StatusOK, "Đã lưu bản thảo", Answer)
	return code
}
