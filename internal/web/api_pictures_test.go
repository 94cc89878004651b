package web

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"
	"testing"

	"phatngon/internal/web/doors"
)

// scene is a picture whose content does not depend on its size.
func scene(width int) []byte {
	img := image.NewGray(image.Rect(0, 0, width, width))
	for y := range width {
		for x := range width {
			u, v := x*8/width, y*8/width
			img.SetGray(x, y, color.Gray{uint8((u*u*7 + v*v*13 + u*v*29) % 256)})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func (h *house) uploaded(t *testing.T, who []string, data []byte) string {
	t.Helper()
	var v pictureView
	a := h.call("POST", "/api/v1/pictures", string(data), who...).wantStatus(t, 201)
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatal(err)
	}
	return v.SHA256
}

func TestTheSamePictureInAnotherSizeIsTheSameCase(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	large, small := h.uploaded(t, hoa, scene(640)), h.uploaded(t, lan, scene(200))
	if again := h.uploaded(t, hoa, scene(640)); again != large {
		t.Error("the same picture again is another")
	}
	first := h.reported(t, hoa, "9b2f0a63-1", `{"pictures":["`+large+`"],"category":"health"}`)
	second := h.reported(t, lan, "9b2f0a63-1", `{"pictures":["`+small+`"],"category":"other"}`)
	if first.Code != second.Code {
		t.Errorf("cases %s and %s", first.Code, second.Code)
	}
	h.get("/api/v1/reports/"+first.ID, hoa...).wantText(t, `"sha256":"`+large+`"`)
	h.call("POST", "/api/v1/reports", `{"pictures":["`+large+`"],"category":"health"}`, append([]string{"Idempotency-Key", "9b2f0a63-2"}, lan...)...).
		wantStatus(t, 422).wantText(t, `"pictures":"`) // whose SHA-256 one knows is not one's own
}

// pngHead promises a picture of that size, and holds none.
func pngHead(width, height uint32) []byte {
	chunk := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)...)
	chunk = append(chunk, 8, 2, 0, 0, 0)
	head := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\r"), chunk...)
	return binary.BigEndian.AppendUint32(head, crc32.ChecksumIEEE(chunk))
}

func TestWhatIsNoPictureIsRefusedWithWhatToSendInstead(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	page := append(scene(64), []byte("<html><script>alert(1)</script>")...)
	huge := pngHead(10_000, 10_000)
	for name, data := range map[string][]byte{
		"SVG": []byte("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "HTML": []byte("<!doctype html><p>"),
		"a picture that is a page too": page, "100 megapixels": huge, "half a picture": scene(640)[:200], "nothing": nil,
	} {
		t.Run(name, func(t *testing.T) {
			for _, path := range []string{doors.PicturePath, doors.CheckPicturePath} {
				h.call("POST", path, string(data), hoa...).wantStatus(t, 422).wantText(t, `"picture":"`, "gửi ảnh chụp")
			}
		})
	}
	h.call("POST", "/api/v1/pictures", string(huge), hoa...).wantText(t, "40 triệu điểm")
}

func TestAPictureOfTooManyBytesIsRefusedByItsHeadWithWhatToDo(t *testing.T) {
	h := newHouse(t, nil)
	conn, err := h.begin("POST "+doors.PicturePath+" HTTP/1.1\r\nOrigin: https://h5.zdn.vn\r\nAuthorization: "+h.login("hoa")[1], doors.UploadLimit+1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != 413 {
		t.Fatalf("%d, %v", answer.StatusCode, err)
	}
	if answer.Header.Get("Access-Control-Allow-Origin") == "" {
		t.Error("the app could not read the refusal")
	}
	response{body: string(body)}.wantText(t, "8 MB", "gửi ảnh chụp")
}
