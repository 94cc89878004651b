package link_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/same/link"
)

func TestLinksAreFoundInWhatPeopleWrite(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"none":                                 {"Nghe nói đập Cửa Đạt vỡ, đúng không ạ? Giá 1.500.000 đ, lúc 7.30.", ""},
		"at the end of a sentence":             {"Xem tại https://www.facebook.com/share/p/19ZPabcB73/.", "https://www.facebook.com/share/p/19ZPabcB73/"},
		"before a comma":                       {"https://vt.tiktok.com/ZSabc12De/, có thật không?", "https://vt.tiktok.com/ZSabc12De/"},
		"in brackets":                          {"(xem https://a.vn/tin_(2).html) và [b.vn/x]", "https://a.vn/tin_(2).html b.vn/x"},
		"in quotation marks":                   {"“https://a.vn/x” 'b.vn/y' \"c.vn/z\" «d.vn/t»", "https://a.vn/x b.vn/y c.vn/z d.vn/t"},
		"without a scheme":                     {"vào zalo.me/g/xuthanh365 hoặc t.me/tinxuthanh/76 nhé", "zalo.me/g/xuthanh365 t.me/tinxuthanh/76"},
		"a bare host":                          {"theo vnexpress.net và baothanhhoa.vn!", "vnexpress.net baothanhhoa.vn"},
		"capital letters":                      {"HTTPS://FB.WATCH/aBc123 Www.YouTube.com/watch?v=aB3_dE-gH1k", "HTTPS://FB.WATCH/aBc123 Www.YouTube.com/watch?v=aB3_dE-gH1k"},
		"over lines":                           {"tin:\nhttps://a.vn/x\r\nhttps://b.vn/y\t.", "https://a.vn/x https://b.vn/y"},
		"pasted twice without a space":         {"https://a.vn/xhttps://b.vn/y", "https://a.vn/x https://b.vn/y"},
		"a link in a link is one":              {"https://l.facebook.com/l.php?u=https://b.vn/y&h=1", "https://l.facebook.com/l.php?u=https://b.vn/y&h=1"},
		"what nobody sees ends it":             {"https://a.vn/x\u200b đây", "https://a.vn/x"},
		"Vietnamese in the path":               {"https://vi.wikipedia.org/wiki/Thanh_Hóa…", "https://vi.wikipedia.org/wiki/Thanh_Hóa"},
		"an e-mail is none":                    {"gửi về tin@thanhhoa.gov.vn hay a.b@c.com/x", ""},
		"a full stop without a space is none":  {"Mưa to.Nước lên.vậy có ve.me gi khong.co ai biet", ""},
		"words that are endings elsewhere":     {"Rất hay.Top 10 món, xem.Link ở dưới, ngày 1.thang/nam", ""},
		"a word before a host is no part":      {"(fb.com/xuthanh)", "fb.com/xuthanh"},
		"letters before a scheme end there":    {"link:https://a.vn/x", "https://a.vn/x"},
		"the key of an ending that is a word":  {"bit.ly/3AbCdE?", "bit.ly/3AbCdE"},
		"stars and dashes of a chat":           {"*https://a.vn/x* – https://b.vn/y–", "https://a.vn/x https://b.vn/y"},
		"another scheme is none":               {"ftp://a.vn/x?u=http zalo://qr/p/1", ""},
		"an ending of the sentence in a query": {"https://a.vn/x?id=5?!", "https://a.vn/x?id=5"},
	} {
		var got []string
		for _, l := range link.Find(c.text) {
			got = append(got, c.text[l.Start:l.End])
			if key, ok := link.Parse(c.text[l.Start:l.End]); !ok || key != l.Key {
				t.Errorf("%s: found key %+v, read key %+v", name, l.Key, key)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
