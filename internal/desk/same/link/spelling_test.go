package link_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/same/link"
)

func TestOneAddressHasOneKey(t *testing.T) {
	hold(t, []group{
		{"order of parameters", "web:a.vn/t?b=2&id=1", "a.vn/t?id=1&b=2 a.vn/t?id=1&amp;amp;b=2 a.vn/t?b=2&id=1&utm_source=x https://a.vn/t/?&b=2&id=1"},
		{"parameters of one name keep theirs", "web:a.vn/t?id=2&id=1", "a.vn/t?id=2&id=1"},
		{"the other way is another", "web:a.vn/t?id=1&id=2", "a.vn/t?id=1&id=2"},
		{"an empty value is none", "web:a.vn/t?id", "a.vn/t?id a.vn/t?id= a.vn/t?gclid&id"},
		{"what looks like tracking is not", "web:a.vn/t?FBCLID=1&fbclid1=1", "a.vn/t?fbclid1=1&FBCLID=1"},
		{"tracking as a value is not", "web:a.vn/t?a=utm_source", "a.vn/t?a=utm_source"},
		{"percent-encoding", "web:a.vn/Thanh%20H%C3%B3a/~b?q=m%C6%B0a%20l%E1%BB%9Bn", `
			a.vn/Thanh%20H%c3%b3a/%7Eb?q=m%C6%B0a+l%E1%BB%9Bn http://a.vn/Thanh%20Hóa/~b?q=m%c6%b0a%20lớn http://a.vn/Thanh%20Ho` + "\u0301" + `a/~b?q=mưa+lớn`},
		{"a slash inside a name", "web:a.vn/b%2Fc", "a.vn/b%2fc a.vn/b%2Fc"},
		{"a percent that encodes nothing", "web:a.vn/100%25/x", "a.vn/100%/x a.vn/100%25/x"},
		{"international hosts", "web:xn--bothanhha-01a9r.vn/a", "https://báothanhhóa.vn/a https://BÁOthanhhóa.vn./a https://xn--bothanhha-01a9r.vn/a"},
		{"letters of another alphabet", "web:xn--ebay-j6d.vn/a", "https://ebayр.vn/a"},
		{"a port of its own", "web:a.vn:8080/b", "http://a.vn:8080/b https://user:secret@a.vn:8080/b"},
		{"usual ports", "web:a.vn/b", `http://a.vn:80/b https://a.vn:443/b http://a.vn\b //a.vn/b https://A.VN./b/#muc-2`},
		{"what nobody sees", "web:a.vn/c", "https://a.vn\u200b/c \ufeffhttps://a.vn/c https://a\u00ad.vn/c"},
		{"a route behind the fragment", "web:a.vn#/tin/5", "https://a.vn/#/tin/5 https://a.vn#!/tin/5/"},
		{"its own name for phones", "web:m.gov.vn", "https://m.gov.vn"},
		{"an office's site", "web:thanhhoa.gov.vn/portal/tin.aspx?id=77", "https://thanhhoa.gov.vn/portal/tin.aspx?id=77 https://m.thanhhoa.gov.vn/portal/tin.aspx?id=77"},
		{"another page", "web:thanhhoa.gov.vn/portal/tin.aspx?id=78", "https://thanhhoa.gov.vn/portal/tin.aspx?id=78"},
		{"an address in numbers", "web:203.113.1.2/x", "http://203.113.1.2/x"},
		{"letters of the path count", "web:a.vn/ABC", "a.vn/ABC"},
		{"what a page carries", "web:b.vn/x", `https://www.google.com/url?q=https%3A%2F%2Fb.vn%2Fx&sa=D https://l.facebook.com/l.php?u=https%3A%2F%2Fb.vn%2Fx%3Ffbclid%3D1&h=1
			https://l.instagram.com/?u=https%3A%2F%2Fb.vn%2Fx&e=1 https://www.youtube.com/redirect?event=v&q=b.vn%2Fx https://t.me/share/url?url=https%3A%2F%2Fb.vn%2Fx
			https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fb.vn%252Fx&amp;h=1 https://www.google.com/amp/s/b.vn/x`},
		{"a page that carries nothing", "web:l.facebook.com/l.php?u=khong", "https://l.facebook.com/l.php?u=khong&fbclid=1"},
	})
}

func TestLongAddressesHaveShortKeys(t *testing.T) {
	long := "https://a.vn/" + strings.Repeat("a", 2000)
	one, _ := link.Parse(long)
	same, _ := link.Parse(long + "?fbclid=1")
	other, _ := link.Parse(long + "b")
	if one != same || one == other || len(one.Text) > 1000 {
		t.Errorf("%d bytes, with tracking the same %v, another page the same %v", len(one.Text), one == same, one == other)
	}
}

func TestWhatIsNoLinkIsNone(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a word": "facebook", "a sentence": "mưa lớn ở Thanh Hóa", "an e-mail": "tin@thanhhoa.gov.vn", "a mail link": "mailto:tin@thanhhoa.gov.vn",
		"a call": "tel:0912345678", "a script": "javascript:alert(1)", "an app": "fb://profile/1234567", "data": "data:text/html,x", "a file": "file:///etc/passwd.txt",
		"a number": "1.500.000", "a host without a dot": "http://localhost/x", "no host": "https://", "a broken host": "https://a..vn/x", "a space in the host": "https://a b.vn/x",
		"a host whose code is none": "http://0%800000.vn/x", "a port in words": "http://a.vn:x/y", "too long": "https://a.vn/" + strings.Repeat("a", 4096), "an address in numbers without scheme": "203.113.1.2",
	} {
		if got, ok := link.Parse(text); ok || got != (link.Key{}) {
			t.Errorf("%s: %q is read as %+v", name, text, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"https://www.facebook.com/a/posts/1234567?x=%zz#!/b", "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.vn", "t.me/s/x/1", "xn--a.vn", "zalo.me/s/1/?a=b", "\xff.vn/%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key, ok := link.Parse(s)
		if again, _ := link.Parse(s); again != key || ok != (key.Text != "") || len(key.Text) > 1000 {
			t.Fatalf("%q: %+v %v, again %+v", s, key, ok, again)
		}
		if web, isWeb := strings.CutPrefix(key.Text, "web:"); isWeb && len(web) < 900 {
			if again, ok := link.Parse("https://" + web); !ok || again != key {
				t.Fatalf("%q has key %+v, and that %+v %v", s, key, again, ok)
			}
		}
		for _, l := range link.Find(s) {
			if again, ok := link.Parse(s[l.Start:l.End]); !ok || again != l.Key {
				t.Fatalf("%q: found %+v reads as %+v", s, l, again)
			}
		}
	})
}
