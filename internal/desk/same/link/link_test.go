package link_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/same/link"
)

// group is links that lead to one thing; other groups lead to others. A key that
// begins with "?" is opaque.
type group struct {
	name, key string
	links     string
}

func hold(t *testing.T, groups []group) {
	t.Helper()
	seen := map[string]string{}
	for _, g := range groups {
		if before := seen[strings.TrimPrefix(g.key, "?")]; before != "" {
			t.Errorf("%q and %q have one key", before, g.name)
		}
		key, opaque := strings.CutPrefix(g.key, "?")
		seen[key] = g.name
		t.Run(g.name, func(t *testing.T) {
			for line := range strings.FieldsSeq(g.links) {
				got, ok := link.Parse(line)
				if !ok || got.Text != key || got.Opaque != opaque {
					t.Errorf("%s\n got %+v %v\nwant %q", line, got, ok, g.key)
				}
				address, fragment, _ := strings.Cut(line, "#")
				if passed, _ := link.Parse(address + string("?&"[min(1, strings.Count(address, "?"))]) + "fbclid=x#" + fragment); passed != got {
					t.Errorf("%s passed on has key %+v", line, passed)
				}
			}
		})
	}
}

func TestOneThingOnFacebookHasOneKey(t *testing.T) {
	hold(t, []group{
		{"a Facebook post wherever it is seen", "facebook:122100000000000001", `
			https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001
			http://m.facebook.com/story.php?story_fbid=122100000000000001&id=61550000000000&refid=17&__tn__=-R
			https://mbasic.facebook.com/permalink.php?story_fbid=122100000000000001&id=61550000000000
			https://vi-vn.facebook.com/tinnhanhxuthanh/posts/nuoc-song-ma-dang-cao/122100000000000001/?locale=vi_VN
			facebook.com/groups/hoidanlang/permalink/122100000000000001/
			https://web.facebook.com/groups/hoidanlang/posts/122100000000000001/?mibextid=abc&rdid=XyZ#
			https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001?v=999999999&fbid=999999999&story_fbid=999999999
			https://www.facebook.com/groups/330000000000/?multi_permalinks=122100000000000001&hoisted_section_header_type=recently_seen
			https://m.facebook.com/groups/330000000000?view=permalink&id=122100000000000001
			https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Ftinnhanhxuthanh%2Fposts%2F122100000000000001
			https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Ftinnhanhxuthanh%2Fposts%2F122100000000000001&h=AT0x
			https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Ftinnhanhxuthanh%2Fposts%2F122100000000000001&width=500
			https://www.facebook.com/sharer/sharer.php?u=https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001`},
		{"a comment below it", "facebook:122100000000000001#987650001", `
			https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001?comment_id=987650001
			https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001?comment_id=Y29tbWVudDoxMjIxMDAwMDAwMDAwMDAwMDFfOTg3NjUwMDAx&__cft__[0]=x`},
		{"a reply to it", "facebook:122100000000000001#987650002", `
			https://www.facebook.com/tinnhanhxuthanh/posts/122100000000000001?comment_id=987650001&reply_comment_id=987650002`},
		{"a Facebook video by any player", "facebook:550000000000777", `
			https://www.facebook.com/watch/?v=550000000000777
			https://www.facebook.com/watch?v=550000000000777&ref=sharing
			https://www.facebook.com/watch/live/?v=550000000000777&extid=NS-UNK
			https://fb.com/video.php?v=550000000000777
			https://www.facebook.com/xuthanhtv/videos/550000000000777/
			https://www.facebook.com/xuthanhtv/videos/mua-lon-o-bim-son/550000000000777/
			https://www.facebook.com/reel/550000000000777?s=yWDuG2&fs=e
			https://touch.facebook.com/xuthanhtv/videos/vb.100/550000000000777/?type=3`},
		{"a photo with or without its album", "facebook:770000000000123", `
			https://www.facebook.com/photo/?fbid=770000000000123&set=a.400000000000001
			https://www.facebook.com/photo.php?fbid=770000000000123&set=pcb.122100000000000001&type=3
			https://www.facebook.com/xuthanhtv/photos/a.400000000000001/770000000000123/?type=3&amp;theater
			https://www.facebook.com/xuthanhtv/photos/pcb.122100000000000001/770000000000123`},
		{"an album", "facebook:400000000000001", `
			https://www.facebook.com/media/set/?set=a.400000000000001&type=3
			https://www.facebook.com/xuthanhtv/photos/a.400000000000001/?type=3
			https://www.facebook.com/xuthanhtv/photos/?tab=album&album_id=400000000000001`},
		{"a post behind a code", "?facebook:pfbid02abcDEFghiJKLmnoPQRstuVWXyz123456789l", `
			https://www.facebook.com/xuthanhtv/posts/pfbid02abcDEFghiJKLmnoPQRstuVWXyz123456789l?locale=vi_VN
			https://m.facebook.com/story.php?story_fbid=pfbid02abcDEFghiJKLmnoPQRstuVWXyz123456789l&id=61550000000000`},
		{"a page", "facebook:@xuthanhtv", `
			https://www.facebook.com/xuthanhtv https://facebook.com/XuThanh.TV/ https://m.facebook.com/pg/xuthanhtv/posts/
			https://www.facebook.com/xuthanhtv/videos https://www.facebook.com/xuthanhtv?mibextid=ZbWKwL#top https://www.facebook.com/xuthanhtv?v=999999999`},
		{"a person by number", "facebook:61550000000000", `
			https://www.facebook.com/profile.php?id=61550000000000&sk=about
			https://www.facebook.com/people/Nguy%E1%BB%85n-V%C4%83n-A/61550000000000/
			https://www.facebook.com/61550000000000 https://www.facebook.com/pages/Xu-Thanh/61550000000000`},
		{"a group", "facebook:groups/hoidanlang", "https://www.facebook.com/groups/hoidanlang/ https://m.facebook.com/groups/HoiDanLang/members"},
		{"help is no page of that name", "web:facebook.com/help/contact/26", "https://vi-vn.facebook.com/help/contact/26 https://m.facebook.com/help/contact/26?ref=cr&eav=Af&paipv=0"},
		{"messages are no page of that name", "web:facebook.com/messages", "https://www.facebook.com/messages/ https://m.facebook.com/messages?_rdr"},
		{"developers are another site", "web:developers.facebook.com/docs", "https://developers.facebook.com/docs/"},
	})
}

func TestOneThingHasOneKey(t *testing.T) {
	hold(t, []group{
		{"a YouTube video by any player", "youtube:aB3_dE-gH1k", `
			https://www.youtube.com/watch?v=aB3_dE-gH1k https://youtu.be/aB3_dE-gH1k?si=f00&t=31 http://m.youtube.com/watch?app=desktop&v=aB3_dE-gH1k
			youtube.com/shorts/aB3_dE-gH1k?feature=share https://www.youtube.com/live/aB3_dE-gH1k?si=1 https://www.youtube.com/embed/aB3_dE-gH1k?autoplay=1
			https://www.youtube-nocookie.com/embed/aB3_dE-gH1k https://music.youtube.com/watch?v=aB3_dE-gH1k&list=RDAMVM https://m.youtube.com/#/watch?v=aB3_dE-gH1k
			https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DaB3_dE-gH1k%26feature%3Dshare https://youtu.be/aB3_dE-gH1k%5D
			https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DaB3_dE-gH1k&usg=AO`},
		{"a comment below it on YouTube", "youtube:aB3_dE-gH1k#UgxAbCdEfGhIjKlMnOp4AaABAg", "https://www.youtube.com/watch?v=aB3_dE-gH1k&lc=UgxAbCdEfGhIjKlMnOp4AaABAg"},
		{"a YouTube code in other letters", "youtube:AB3_dE-gH1k", "https://youtu.be/AB3_dE-gH1k"},
		{"a list", "youtube:list/PLabc123", "https://www.youtube.com/playlist?list=PLabc123&si=x https://music.youtube.com/browse/VLPLabc123 https://www.youtube.com/embed/videoseries?list=PLabc123"},
		{"a YouTube name", "youtube:@daithanhhoa", "https://www.youtube.com/@DaiThanhHoa https://www.youtube.com/c/daithanhhoa/videos https://www.youtube.com/DaiThanhHoa?sub_confirmation=1 https://www.youtube.com/@DaiThanhHoa?v=aB3_dE-gH1k&list=PLabc123"},
		{"a TikTok video wherever it is seen", "tiktok:7301234567890123456", `
			https://www.tiktok.com/@xuthanh.36/video/7301234567890123456?is_from_webapp=1&sender_device=pc&web_id=73
			https://m.tiktok.com/v/7301234567890123456.html?u_code=d1&_t=8h&_r=1 https://www.tiktok.com/embed/v2/7301234567890123456
			https://www.tiktok.com/@/video/7301234567890123456 tiktok.com/@khac/photo/7301234567890123456 https://www.tiktok.com/player/v1/7301234567890123456`},
		{"a TikTok code", "?tiktok:t/ZSabc12De", "https://vt.tiktok.com/ZSabc12De/ vm.tiktok.com/ZSabc12De?k=1 https://www.tiktok.com/t/ZSabc12De/"},
		{"a TikTok name", "tiktok:@xuthanh.36", "https://www.tiktok.com/@xuthanh.36 https://www.tiktok.com/@XuThanh.36?lang=vi-VN&_t=8"},
		{"a post on X under either name", "x:1712345678901234567", `
			https://twitter.com/baothanhhoa/status/1712345678901234567?s=20&t=abc https://x.com/BaoThanhHoa/status/1712345678901234567/photo/1
			https://mobile.twitter.com/i/web/status/1712345678901234567 https://twitter.com/#!/baothanhhoa/status/1712345678901234567`},
		{"a name on X", "x:@baothanhhoa", "https://x.com/BaoThanhHoa https://twitter.com/@baothanhhoa/media?ref_src=twsrc"},
		{"an Instagram picture", "instagram:C1a-B2c_D3e", `
			https://www.instagram.com/p/C1a-B2c_D3e/?igshid=x&img_index=2 https://instagram.com/reel/C1a-B2c_D3e/?utm_source=ig_web_copy_link
			https://www.instagram.com/xuthanh/reel/C1a-B2c_D3e/ https://instagr.am/tv/C1a-B2c_D3e https://www.instagram.com/accounts/login/?next=/p/C1a-B2c_D3e/`},
		{"an Instagram code", "?instagram:share/BAabc12De_", "https://www.instagram.com/share/reel/BAabc12De_ https://www.instagram.com/share/BAabc12De_/"},
		{"a Telegram message", "telegram:tinxuthanh/76", "https://t.me/tinxuthanh/76 https://t.me/s/TinXuThanh/76?single https://telegram.me/tinxuthanh/76?embed=1 t.me/tinxuthanh/5/76"},
		{"a comment below it on Telegram", "telegram:tinxuthanh/76#9", "https://t.me/tinxuthanh/76?comment=9"},
		{"a channel without a name", "telegram:c/1234567/76", "https://t.me/c/1234567/76"},
		{"an invitation to Telegram", "telegram:+AbCdEfGhIjKlMnOp", "https://t.me/joinchat/AbCdEfGhIjKlMnOp https://t.me/+AbCdEfGhIjKlMnOp"},
		{"a post on Threads", "threads:C9x_y-Z12ab", "https://www.threads.net/@xuthanh/post/C9x_y-Z12ab?xmt=AQ https://www.threads.com/@xuthanh/post/C9x_y-Z12ab/ https://threads.com/t/C9x_y-Z12ab"},
		{"a shortened link", "?web:bit.ly/3AbCdE", "https://bit.ly/3AbCdE http://bit.ly/3AbCdE/?utm_source=zalo"},
		{"a short link of X", "?web:t.co/AbCdE12345", "https://t.co/AbCdE12345?amp=1"},
		{"a short link of Facebook", "?web:fb.watch/aBcD1234ef", "https://fb.watch/aBcD1234ef/ fb.watch/aBcD1234ef?mibextid=x"},
		{"news whatever was added", "web:vnexpress.net/mua-lon-o-thanh-hoa-4712345.html", `
			https://vnexpress.net/mua-lon-o-thanh-hoa-4712345.html HTTP://WWW.VnExpress.net:80/mua-lon-o-thanh-hoa-4712345.html
			https://m.vnexpress.net/mua-lon-o-thanh-hoa-4712345.html?vn_source=Home&utm_medium=zalo#box_comment
			https://amp.vnexpress.net/mua-lon-o-thanh-hoa-4712345.html?zarsrc=30&fbclid=IwAR0 vnexpress.net//a/../mua-lon-o-thanh-hoa-4712345.html/
			https://vnexpress.net/mua-lon-o-thanh-hoa-4712345.html/amp https://vnexpress-net.cdn.ampproject.org/c/s/vnexpress.net/mua-lon-o-thanh-hoa-4712345.html`},
	})
}
