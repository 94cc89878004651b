package channels

import (
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/routing"
)

func unit(code string, all ...routing.Channel) routing.Unit {
	return routing.Unit{Code: code, Name: "Đơn vị " + code, Channels: all}
}

var province = []routing.Unit{
	unit("TH-UBND", routing.Channel{Kind: "website", Address: "https://thanhhoa.gov.vn"}, routing.Channel{Kind: "facebook", Address: "https://www.facebook.com/congthongtinthanhhoa"},
		routing.Channel{Kind: "email", Address: "ubnd@thanhhoa.gov.vn"}),
	unit("16654", routing.Channel{Kind: "website", Address: "https://xa.example.vn/nghi-son/"}, routing.Channel{Kind: "zalo", Address: "https://zalo.me/1234567890123456"},
		routing.Channel{Kind: "phone", Address: "0237 3851 234"}),
}

func TestFindTellsAnAddressByWhatItIs(t *testing.T) {
	d := Of(province)
	for text, want := range map[string]string{
		"https://thanhhoa.gov.vn":                                   "TH-UBND",
		"trang http://www.thanhhoa.gov.vn/tin-tuc?utm_source=x nay": "TH-UBND",
		"HTTPS://ThanhHoa.GOV.vn.":                                  "TH-UBND",
		"https://syt.thanhhoa.gov.vn/a":                             "TH-UBND",
		"https://thanhhoa-gov.vn":                                   "",
		"https://thanhhoa.gov.vn.tin24h.com":                        "",
		"https://thanhhoa.gov.vn@tin24h.com/":                       "",
		"https://tin24h.com/thanhhoa.gov.vn":                        "",
		"https://thanhh0a.gov.vn":                                   "",
		"https://tharihhoa.gov.vn":                                  "",
		"https://thаnhhoa.gov.vn":                                   "", // a Cyrillic letter
		"https://xthanhhoa.gov.vn":                                  "",
		"https://thanhhoa.gov.com.vn":                               "",
		"https://gov.vn":                                            "",
		"https://xa.example.vn/nghi-son/tin/1":                      "16654",
		"https://xa.example.vn/nghi-son-that/tin/1":                 "",
		"https://xa.example.vn":                                     "",
		"https://m.facebook.com/CongThongTin.ThanhHoa/?ref=share":   "TH-UBND",
		"https://facebook.com/congthongtinthanhhoa/about":           "TH-UBND",
		"https://facebook.com/congthongtinthanhhoa1":                "",
		"https://facebook.com/groups/congthongtinthanhhoa":          "",
		"https://zalo.me/1234567890123456":                          "16654",
		"https://oa.zalo.me/1234567890123456?src=qr":                "16654",
		"https://zalo.me/1234567890123457":                          "",
		"gọi 02373851234 đúng không":                                "16654",
		"số +84 237 385 1234":                                       "16654",
		"số 0237.3851.235":                                          "",
		"UBND@thanhhoa.gov.vn":                                      "TH-UBND",
		"ubnd@thanhhoa.gov.vn.tin24h.com":                           "",
	} {
		all := d.Find(text)
		if len(all) != 1 {
			t.Errorf("%s: %d addresses", text, len(all))
			continue
		}
		got := ""
		if all[0].Channel != nil {
			got = all[0].Channel.Unit
		}
		if got != want {
			t.Errorf("%s is of %q, want %q", text, got, want)
		}
	}
}

func TestAPieceOfAnAddressIsNotTheAddress(t *testing.T) {
	d := Of(province)
	for _, text := range []string{
		"ubnd@thanhhoa.gov.vn.a.b.c.d.e.f.evil.com", "ubnd@thanhhoa.gov.vn_a.com", "ubnd@thanhhoa.gov.vn-a", "x_ubnd@thanhhoa.gov.vn",
		"stk 9902373851234", "stk 023738512341234", "02373851234567890123",
	} {
		for _, a := range d.Find(text) {
			if a.Channel != nil {
				t.Errorf("%s: %q is taken for a channel of %s", text, a.Text, a.Channel.Unit)
			}
		}
	}
}

func TestFindBoundsWhatItLooksUp(t *testing.T) {
	if n := len(Of(province).Find(strings.Repeat("https://a.vn/x 0237 385 1234 a@b.vn ", 5000))); n != mostFound {
		t.Errorf("%d addresses", n)
	}
	if all := Of(province).Find("không có gì ở đây, ngày 25/11/2026, 30.000.000 đồng"); len(all) != 0 {
		t.Errorf("found %+v", all)
	}
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	if err := Check(province); err != nil {
		t.Error(err)
	}
	if err := Check(routing.DefaultRegistry().Units()); err != nil {
		t.Errorf("the shipped list: %v", err)
	}
	for want, c := range map[string]routing.Channel{
		"loại kênh":      {Kind: "fax", Address: "1"},
		"đường dẫn":      {Kind: "website", Address: "trang xã"},
		"kênh nào":       {Kind: "facebook", Address: "https://facebook.com/share/abcdef1"},
		"không phải của": {Kind: "facebook", Address: "https://zalo.me/1234567890123456"},
		"số điện thoại":  {Kind: "phone", Address: "xem trên trang"},
		"thư":            {Kind: "email", Address: "ubnd thanhhoa.gov.vn"},
		"đã có ở đơn vị": {Kind: "website", Address: "http://www.thanhhoa.gov.vn/"},
	} {
		err := Check(append(slices.Clone(province), unit("X", c)))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "Đơn vị X") {
			t.Errorf("%+v: %v, want %q", c, err, want)
		}
	}
}
