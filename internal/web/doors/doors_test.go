package doors

import (
	"bufio"
	"strings"
	"testing"
	"time"

	"github.com/valyala/fasthttp"
)

func TestEveryDoorEndsASlowBody(t *testing.T) {
	for head, most := range map[string]time.Duration{
		"POST /webhook/zalo": 10 * time.Second, "POST " + UploadPath: time.Minute, "POST " + PicturePath: 2 * time.Minute, "POST " + CheckPicturePath: 2 * time.Minute, "POST /admin/statements": 30 * time.Second,
		"POST /api/v1/ask": 10 * time.Second, "POST /nothing": 10 * time.Second, "PUT /": 10 * time.Second,
	} {
		var header fasthttp.RequestHeader
		if err := header.Read(bufio.NewReader(strings.NewReader(head + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"))); err != nil {
			t.Fatal(err)
		}
		if got := (&Doors{}).HeadReceived(&header).ReadTimeout; got <= 0 || got > most {
			t.Errorf("%s may take %v", head, got)
		}
	}
}
